"""JSON objects as rows: a decoder that takes no liberties, and objects gathered by column."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

MAX_DIGITS = 400  # of an integer: the largest float has 309; Python's own limit of 4,300 is quadratic to reach
_NON_FINITE = "NaN and Infinity are not JSON: read as missing"
_DUPLICATE = "some objects hold a key twice: the last value counts"


def object_decoder(note: Callable[[str], None]) -> json.JSONDecoder:
    """A JSON decoder that reads NaN and infinities as missing and a key that stands twice as its last, with a note."""

    def constant(_: str) -> None:
        note(_NON_FINITE)

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(items)
        if len(result) != len(items):
            note(_DUPLICATE)
        return result

    def integer(text: str) -> int:
        if len(text) > MAX_DIGITS:
            raise ValueError(f"a number of {len(text)} digits")
        return int(text)

    return json.JSONDecoder(parse_constant=constant, object_pairs_hook=pairs, parse_int=integer)


def plain(error: Exception) -> str:
    """What is wrong, in a few words."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1}"
    return str(error)


class Columns:
    """Objects gathered by column. A key that an object lacks is missing."""

    def __init__(self, names: Sequence[str], note: Callable[[str], None]) -> None:
        self._names, self._known, self._note = tuple(names), frozenset(names), note
        self._rows: list[dict[str, Any]] = []

    def add(self, value: dict[str, Any]) -> str:
        """Take one object as a row; returns why it cannot be one (empty where it can)."""
        if not value.keys() <= self._known:
            extra = next(key for key in value if key not in self._known)
            return f"the key {extra[:60]!r} is in no earlier row"
        self._rows.append(value)
        return ""

    def drop_last(self) -> None:
        """Forget the row taken last."""
        self._rows.pop()

    def take(self) -> dict[str, list[Any]]:
        """The rows so far by column; begins anew."""
        rows, self._rows = self._rows, []
        return {name: self._flat(name, [row.get(name) for row in rows]) for name in self._names}

    def _flat(self, name: str, cells: list[Any]) -> list[Any]:
        if not {dict, list} & set(map(type, cells)):
            return cells
        return [self._cell(name, cell) for cell in cells]

    def _cell(self, name: str, cell: Any) -> Any:
        if isinstance(cell, dict) or (isinstance(cell, list) and not _is_vector(cell)):
            self._note(f"column {name!r} holds nested values: kept as JSON text")
            return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
        return cell


def _is_vector(cell: list[Any]) -> bool:
    """Whether a list holds numbers, or rows of numbers."""
    kinds = set(map(type, cell))
    return kinds <= {int, float} or (kinds == {list} and all(_is_vector(part) for part in cell))
