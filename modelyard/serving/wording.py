"""The answers of a language model as OpenAI's clients read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from modelyard.data.features.language import LanguageTokenizer
from modelyard.inference.continuous import Top
from modelyard.inference.scoring import Scores
from modelyard.inference.streaming import TextStream
from modelyard.serving.asked import Asked

_REPLACEMENT = "\ufffd"


class TokenTexts:
    """Each token as text; a part of a character as OpenAI writes it: `bytes:\\xe4\\xbd`."""

    def __init__(self, tokenizer: LanguageTokenizer) -> None:
        self.tokenizer = tokenizer
        self._names: dict[int, str] | None = None
        self._byte_of = _bytes_by_sign()
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, token: int) -> str:
        text = self.tokenizer.decode([token])
        if _REPLACEMENT not in text:
            return text
        data = self.data(token)
        return text if data is None else "bytes:" + "".join(f"\\x{byte:02x}" for byte in data)

    def data(self, token: int) -> bytes | None:
        """The bytes of a token of byte-level BPE; None where they cannot be told."""
        if self._names is None:
            vocabulary = json.loads(self.tokenizer.content)["model"].get("vocab", {})
            pairs = vocabulary.items() if isinstance(vocabulary, dict) else ()
            self._names = {identity: name for name, identity in pairs}
        name = self._names.get(token)
        if name is None or any(sign not in self._byte_of for sign in name):
            text = self.tokenizer.decode([token])
            return None if _REPLACEMENT in text else text.encode()
        return bytes(self._byte_of[sign] for sign in name)


@dataclass(slots=True)
class Spelling:
    """The log-probabilities of one choice, token by token, in the form of its kind."""

    texts: TokenTexts
    asked: Asked
    stream: TextStream = field(init=False)

    def __post_init__(self) -> None:
        self.stream = TextStream(self.texts.tokenizer.decode, ())

    def spell(
        self, tokens: Sequence[int], logprobs: Iterable[float | None], tops: Iterable[Top]
    ) -> dict[str, Any] | None:
        """The entry `logprobs`; None where none were asked for."""
        if self.asked.top is None:
            return None
        rows = list(zip(tokens, logprobs, tops, strict=True))
        if self.asked.kind == "chat":
            return {"content": [self._chat(*row) for row in rows], "refusal": None}
        found: dict[str, Any] = {"tokens": [], "token_logprobs": [], "top_logprobs": [], "text_offset": []}
        for token, logprob, top in rows:
            found["text_offset"].append(len(self.stream.text))
            self.stream.push(token)
            found["tokens"].append(self.texts.of(token))
            found["token_logprobs"].append(logprob)
            found["top_logprobs"].append(self._by_text(token, logprob, top))
        return found

    def of_prompt(self, prompt: Sequence[int], scores: Scores, *, begins: bool) -> dict[str, Any] | None:
        """Of an echoed prompt; `begins`: its first token is the one that begins every text, which is not shown."""
        if begins:
            return self.spell(prompt[1:], scores.logprobs, scores.tops)
        return self.spell(prompt, [None, *scores.logprobs], [(), *scores.tops])

    def _by_text(self, token: int, logprob: float | None, top: Top) -> dict[str, float] | None:
        """The alternatives and the token itself. Two tokens of one text: the likelier one stands."""
        if logprob is None:
            return None
        assert self.asked.top is not None
        pairs = [*top[: self.asked.top], (token, logprob)]
        found: dict[str, float] = {}
        for other, value in pairs:
            found.setdefault(self.texts.of(other), value)
        return found

    def _chat(self, token: int, logprob: float | None, top: Top) -> dict[str, Any]:
        alternatives = [self._entry(other, value) for other, value in top[: self.asked.top or 0]]
        return {**self._entry(token, logprob), "top_logprobs": alternatives}

    def _entry(self, token: int, logprob: float | None) -> dict[str, Any]:
        data = self.texts.data(token)
        return {"token": self.texts.of(token), "logprob": logprob, "bytes": None if data is None else list(data)}


def joined(first: dict[str, Any] | None, second: dict[str, Any] | None) -> dict[str, Any] | None:
    """The log-probabilities of a prompt and of what follows it."""
    if first is None or second is None:
        return first or second
    return {name: [*values, *second[name]] for name, values in first.items()}


def choice(
    asked: Asked,
    number: int,
    text: str,
    logprobs: dict[str, Any] | None,
    reason: str | None,
    calls: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """One choice of a whole answer; where it is calls alone, its content is null."""
    base = {"index": number, "logprobs": logprobs, "finish_reason": reason}
    if asked.kind != "chat":
        return {**base, "text": text}
    message: dict[str, Any] = {"role": "assistant", "content": text or (None if calls else ""), "refusal": None}
    return {**base, "message": {**message, "tool_calls": list(calls)} if calls else message}


def numbered(calls: Sequence[dict[str, Any]], *, first: int) -> list[dict[str, Any]]:
    """Calls as an event of a stream holds them: with their place among all of the answer."""
    return [{"index": first + i, **call} for i, call in enumerate(calls)]


def part(
    asked: Asked, number: int, text: str, logprobs: dict[str, Any] | None, reason: str | None, *, first: bool
) -> dict[str, Any]:
    """One choice in one event of a stream; the first of a chat names the role."""
    if asked.kind == "completion":
        return choice(asked, number, text, logprobs, reason)
    delta: dict[str, Any] = {"role": "assistant"} if first else {}
    if text or first:
        delta["content"] = text
    return {"index": number, "delta": delta, "logprobs": logprobs, "finish_reason": reason}


def envelope(asked: Asked, *, identity: str, created: int, model: str, digest: str, streams: bool) -> dict[str, Any]:
    """What stands around the choices; `system_fingerprint` says which version answered."""
    base = {"created": created, "model": model, "system_fingerprint": digest}
    if asked.kind == "chat":
        kind = "chat.completion.chunk" if streams else "chat.completion"
        return {"id": f"chatcmpl-{identity}", "object": kind, **base}
    return {"id": f"cmpl-{identity}", "object": "text_completion", **base}


def usage(prompt_tokens: int, completion_tokens: int) -> dict[str, int]:
    """The tokens read and written."""
    total = prompt_tokens + completion_tokens
    return {"prompt_tokens": prompt_tokens, "completion_tokens": completion_tokens, "total_tokens": total}


def _bytes_by_sign() -> dict[str, int]:
    """Source: GPT-2's `bytes_to_unicode`: printable Latin-1 as itself, the other bytes from U+0100 on."""
    printable = {*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = iter(range(0x100, 0x200))
    return {chr(byte if byte in printable else next(others)): byte for byte in range(256)}
