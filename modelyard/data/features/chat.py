"""A conversation as the token ids that a chat model was trained on: its template rendered in a sandbox.

What a message says stays text: the name of a special token in it is no token, so nobody can end a turn by writing one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from modelyard.data.features.language import LanguageTokenizer

Message = Mapping[str, Any]  # role and content, both text
_LONGEST = 16_000_000  # characters of a rendered conversation
_STEPS = 100_000  # of all the loops over numbers in one rendering
# Put into the name of a special token where a message holds it; a noncharacter, which no text should hold.
_MARK = "\ufdd0"
_GROWING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map"})


def chat_ids(
    tokenizer: LanguageTokenizer,
    messages: Sequence[Message],
    *,
    add_generation_prompt: bool = True,
    tools: Sequence[Mapping[str, Any]] | None = None,
) -> NDArray[np.int32]:
    """The ids of a conversation, ready for the assistant's turn where `add_generation_prompt`.

    `tools` are functions that the assistant may call, as OpenAI's clients describe them; a template may ignore them.
    Raises: RequestError for a tokenizer without a template, a message that is none, or one the template refuses.
    """
    said: list[Message] = [_marked(tokenizer, one) for one in messages]
    given = None if tools is None else _marked(tokenizer, list(tools))
    text = render(tokenizer, said, add_generation_prompt=add_generation_prompt, tools=given)
    if _MARK not in text:
        return tokenizer.encode_rendered(text)
    parts = [np.zeros(0, dtype=np.int32)]
    for kind, piece in _pieces(tokenizer, text):
        parts.append(tokenizer.encode([piece]).ids if kind == "name" else tokenizer.encode_rendered(piece))
    return np.concatenate(parts)


def render(
    tokenizer: LanguageTokenizer,
    messages: Sequence[Message],
    *,
    add_generation_prompt: bool = False,
    tools: Sequence[Mapping[str, Any]] | None = None,
) -> str:
    """The text of a conversation by the tokenizer's own template.

    Raises: RequestError as `chat_ids`.
    """
    from jinja2.exceptions import TemplateError

    template = tokenizer.chat_template
    if template is None:
        raise RequestError(
            "this model's tokenizer has no chat template", where="messages", remedy="Send the text as a prompt instead."
        )
    for i, message in enumerate(messages):
        for field in ("role", "content"):
            if not isinstance(message.get(field), str):
                raise RequestError("a message has a role and a content, both text", where=f"messages[{i}].{field}")
    given = json.loads(tokenizer.settings)
    names = {key: _name(given.get(key)) for key in ("bos_token", "eos_token", "pad_token", "unk_token")}
    values = {"messages": list(messages), "add_generation_prompt": add_generation_prompt, **names}
    values["tools"] = None if tools is None else list(tools)
    parts: list[str] = []
    size = 0
    try:
        for part in _compiled(template).generate(values):
            size += len(part)
            if size > _LONGEST:
                raise RequestError("the rendered conversation is too long", where="messages")
            parts.append(part)
    except (TemplateError, TypeError, ValueError, KeyError, ArithmeticError) as error:
        raise RequestError(f"the chat template refuses this conversation ({error})", where="messages") from error
    return "".join(parts)


def turn_ends(tokenizer: LanguageTokenizer) -> tuple[int, ...]:
    """The tokens that end an answer: the ends of a text and of a turn."""
    ends = {tokenizer.end_id}
    for name in ("<|im_end|>", _name(json.loads(tokenizer.settings).get("eos_token"))):
        ids = tokenizer.encode_rendered(name) if name else np.zeros(0, dtype=np.int32)
        if len(ids) == 1 and name in _special(tokenizer.content):
            ends.add(int(ids[0]))
    return tuple(sorted(ends))


@lru_cache(maxsize=8)
def _compiled(template: str) -> Template:
    from jinja2.exceptions import TemplateError

    try:
        return sandbox().from_string(template)
    except TemplateError as error:
        raise RequestError(f"the chat template cannot be read ({error})", where="messages") from error


@lru_cache(maxsize=1)
def sandbox() -> Environment:
    """As `transformers` compiles templates (utils/chat_template_utils.py), with bounds on what a rendering may cost."""
    from jinja2.exceptions import SecurityError, TemplateError
    from jinja2.ext import Extension
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Bounded(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or any(not isinstance(value, int | float) for value in (left, right)):
                raise SecurityError(f"a template may use {operator} on numbers only, and no power")
            return super().call_binop(context, operator, left, right)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            return attr not in _GROWING and super().is_safe_attribute(obj, attr, value)

    def refuse(message: str) -> None:
        raise TemplateError(message)

    def numbers(*bounds: int) -> range:
        if len(range(*bounds)) > _STEPS**0.5:
            raise SecurityError("a template loops over few numbers only")
        return range(*bounds)

    class Generation(Extension):
        """Blocks by which a template marks what an assistant says: rendered as what they hold."""

        tags = {"generation"}  # noqa: RUF012

        def parse(self, parser: Any) -> Any:
            next(parser.stream)
            return parser.parse_statements(("name:endgeneration",), drop_needle=True)

    environment = Bounded(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", Generation])
    for name in ("center", "indent", "format", "wordwrap"):
        environment.filters.pop(name, None)
    environment.filters["tojson"] = lambda value, indent=None: json.dumps(value, ensure_ascii=False, indent=indent)
    environment.globals |= {"raise_exception": refuse, "range": numbers}
    environment.globals.pop("lipsum", None)
    return environment


@lru_cache(maxsize=8)
def _special(content: str) -> frozenset[str]:
    tokens = json.loads(content).get("added_tokens", [])
    return frozenset(token["content"] for token in tokens if token.get("special"))


@lru_cache(maxsize=8)
def _names(content: str, mark: str) -> re.Pattern[str]:
    """Any special token's name, with the mark after its first character where `mark` is one."""
    names = sorted(_special(content), key=len, reverse=True)
    return re.compile("|".join(re.escape(name[:1] + mark + name[1:]) for name in names) or r"(?!)")


def _marked(tokenizer: LanguageTokenizer, value: Any) -> Any:
    """A message, or a description of functions: every text in it with special tokens' names marked."""
    if isinstance(value, str):
        plain = value.replace(_MARK, "\ufffd")
        return _names(tokenizer.content, "").sub(lambda found: found[0][:1] + _MARK + found[0][1:], plain)
    if isinstance(value, Mapping):
        return {_marked(tokenizer, key): _marked(tokenizer, part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(tokenizer, part) for part in value]
    return value


def _pieces(tokenizer: LanguageTokenizer, text: str) -> Iterator[tuple[str, str]]:
    start = 0
    for found in _names(tokenizer.content, _MARK).finditer(text):
        if found.start() > start:
            yield "template", text[start : found.start()]
        yield "name", found[0].replace(_MARK, "")
        start = found.end()
    if start < len(text):
        yield "template", text[start:].replace(_MARK, "")


def _name(token: Any) -> str | None:
    return token.get("content") if isinstance(token, dict) else token
