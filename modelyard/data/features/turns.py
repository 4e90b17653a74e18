"""Conversations as the tokens a chat model is trained on, and which of them an assistant said.

Rendered by `data.features.chat`, as generation renders them: what is answered after in training is what is answered
after in use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.features import Tokens
from modelyard.data.features.chat import Message, chat_ids, render
from modelyard.data.features.language import LanguageTokenizer

# For a checkpoint that brings no template: plain words, so that no token has to be added to its vocabulary.
PLAIN_TEMPLATE = (
    "{% for message in messages %}{{ message['role'] | capitalize }}: {{ message['content'] }}"
    "{% if message['role'] == 'assistant' %}{{ eos_token }}{% endif %}{{ '\n\n' }}{% endfor %}"
    "{% if add_generation_prompt %}Assistant:{% endif %}"
)
_PROBE = ({"role": "user", "content": "Question"}, {"role": "assistant", "content": "Answer"})


class Unrendered(ValueError):
    """The template does not take this conversation; the message says why."""


class Turns:
    """The conversations of one tokenizer and its chat template."""

    def __init__(self, tokenizer: LanguageTokenizer) -> None:
        """Raises: RecipeError for a template that is not valid, or that hides what an assistant said."""
        self.tokenizer = tokenizer
        tokens = tokenizer._rendered.get_added_tokens_decoder().values()
        names = sorted((token.content for token in tokens if token.special), key=len, reverse=True)
        self._special = re.compile("|".join(map(re.escape, names)) or r"(?!)")
        try:
            text, ((_, stop),) = self.spans(_PROBE)
        except Unrendered as error:
            raise RecipeError(
                f"the chat template does not render a question and its answer: {error}",
                where="tokenizer_config.json",
                remedy="Mend it, or remove it: a plain one is used then.",
            ) from error
        self._turn_end = int(tokenizer.encode_rendered(text[:stop])[-1])

    @cached_property
    def stop_ids(self) -> tuple[int, ...]:
        """The tokens that end an answer: the one that the template sets behind it, and the one that ends a text."""
        return tuple(dict.fromkeys((self._turn_end, self.tokenizer.end_id)))

    def special_in(self, text: str) -> str | None:
        """The first special token's name that a text holds: rendered, it would pass for the token itself."""
        found = self._special.search(text)
        return found[0] if found else None

    def spans(self, messages: Sequence[Message]) -> tuple[str, list[tuple[int, int]]]:
        """The rendered conversation, and where in it each answer stands with the token that ends it.

        An answer begins where the generation prompt ends: what a template puts between (empty thoughts) is learned too.
        Raises: Unrendered where the template refuses the conversation, or where that cannot be told.
        """
        text = self._render(messages)
        found = []
        for i, message in enumerate(messages):
            if message["role"] != "assistant":
                continue
            prompt = self._render(messages[:i], add_generation_prompt=True)
            content = message["content"].strip()
            place = text.find(content, len(prompt)) if text.startswith(prompt) else -1
            if place < 0:
                raise Unrendered("the template changes an answer, or what stands before it")
            end = self._special.search(text, place + len(content))
            found.append((len(prompt), end.end() if end else len(text)))
        return text, found

    def encode(self, conversations: Sequence[Sequence[Message]], *, last_only: bool = False) -> Tokens:
        """Each conversation's tokens; what no assistant said stands as ~id (with `last_only`, all but the last answer).

        Raises: Unrendered.
        """
        rendered = [self.spans(messages) for messages in conversations]
        if last_only:
            rendered = [(text, spans[-1:]) for text, spans in rendered]
        encoded = self.tokenizer._rendered.encode_batch([text for text, _ in rendered], add_special_tokens=False)
        parts = [_marked(item, spans) for item, (_, spans) in zip(encoded, rendered, strict=True)]
        offsets = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
        return Tokens(np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32), offsets)

    def prompt(self, messages: Sequence[Message]) -> NDArray[np.int32]:
        """The tokens that an answer is generated after. Raises: RequestError."""
        return chat_ids(self.tokenizer, messages)

    def _render(self, messages: Sequence[Message], *, add_generation_prompt: bool = False) -> str:
        try:
            return render(self.tokenizer, messages, add_generation_prompt=add_generation_prompt)
        except RequestError as error:
            raise Unrendered(error.rule) from error


def _marked(encoded: Any, spans: Sequence[tuple[int, int]]) -> NDArray[np.int32]:
    """A token belongs to the answer that it begins in."""
    ids = np.array(encoded.ids, dtype=np.int32)
    starts = np.array([start for start, _ in encoded.offsets], dtype=np.int64)
    edges = np.array(spans, dtype=np.int64).ravel()
    said = np.searchsorted(edges, starts, side="right") % 2 == 1
    return np.where(said, ids, ~ids)


def with_template(tokenizer: LanguageTokenizer) -> LanguageTokenizer:
    """The tokenizer as it is, or with the plain template where it brings none."""
    if tokenizer.chat_template is not None:
        return tokenizer
    settings = json.loads(tokenizer.settings)
    if not settings.get("eos_token"):
        settings["eos_token"] = tokenizer.decode([tokenizer.end_id])
    settings["chat_template"] = PLAIN_TEMPLATE
    written = json.dumps(settings, ensure_ascii=False, indent=1) + "\n"
    return LanguageTokenizer._open(tokenizer.content, written, where="tokenizer")
