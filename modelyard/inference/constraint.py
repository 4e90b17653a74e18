"""Answers that must fit a JSON schema, a regular expression or a list of choices, by llguidance (an extra)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError
from modelyard.core.registry import missing_extra


@dataclass(frozen=True, kw_only=True, slots=True)
class Constraint:
    """Exactly one of: a JSON schema (as a dictionary or text), a regular expression of the whole answer, choices."""

    json_schema: dict[str, Any] | str | None = None
    regex: str | None = None
    choice: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        given = [name for name in ("json_schema", "regex", "choice") if getattr(self, name)]
        if len(given) != 1:
            raise RequestError("a constraint is one of json_schema, regex, choice", where="constraint", got=given)

    def grammar(self) -> str:
        """The library's form of it."""
        from llguidance import LLMatcher

        if self.choice:
            return str(LLMatcher.grammar_from_regex("|".join(_literal(text) for text in self.choice)))
        if self.regex is not None:
            return str(LLMatcher.grammar_from_regex(self.regex))
        assert self.json_schema is not None
        text = self.json_schema if isinstance(self.json_schema, str) else json.dumps(self.json_schema)
        try:
            # Blanks may stand between any two parts of JSON, and a model could write them for ever.
            return str(LLMatcher.grammar_from_json_schema(text, overrides={"whitespace_flexible": False}))
        except ValueError as error:
            raise RequestError("json_schema is no JSON schema", where="constraint", got=str(error)) from error


class Matcher:
    """One answer's way through a constraint."""

    def __init__(self, matcher: Any, vocabulary: int) -> None:
        self._matcher = matcher
        self._vocabulary = vocabulary

    def allowed(self) -> NDArray[np.bool_]:
        """Which tokens may come next, [V]; an end token where the answer may end here."""
        bits = np.frombuffer(self._matcher.compute_bitmask(), dtype=np.uint8)
        self._check()
        allowed = np.unpackbits(bits, bitorder="little")[: self._vocabulary].astype(bool)
        assert allowed.any(), "a grammar that goes on allows some token"
        return allowed

    def push(self, token: int) -> bool:
        """Whether the answer goes on after this token."""
        self._matcher.consume_token(token)
        self._check()
        return not self._matcher.is_stopped()

    def _check(self) -> None:
        if self._matcher.is_error():
            raise RequestError("the constraint cannot be followed", where="constraint", got=self._matcher.get_error())


def matcher(constraint: Constraint, tokenizer_json: str, vocabulary: int, end_ids: tuple[int, ...]) -> Matcher:
    """A fresh matcher over a tokenizer.

    Raises: MissingExtra without the library; RequestError for a constraint that is not valid.
    """
    try:
        import llguidance
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "llguidance", needed_for="a constrained answer") from error
    tokens = _tokens(tokenizer_json, vocabulary, end_ids)
    found = llguidance.LLMatcher(tokens, constraint.grammar(), log_level=0)
    if found.is_error():
        raise RequestError("the constraint is not valid", where="constraint", got=found.get_error())
    return Matcher(found, vocabulary)


@cache
def _tokens(tokenizer_json: str, vocabulary: int, end_ids: tuple[int, ...]) -> Any:
    import llguidance

    return llguidance.LLTokenizer(tokenizer_json, n_vocab=vocabulary, eos_token=list(end_ids))


def _literal(text: str) -> str:
    """The regular expression of just this text (re.escape also escapes blanks, which the library's dialect refuses)."""
    return re.sub(r"([\\.+*?()|\[\]{}^$])", r"\\\1", text)
