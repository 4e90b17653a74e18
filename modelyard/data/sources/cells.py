"""Cells that mean 'no value'."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

_PLAIN = frozenset({int, bool, type(None)})


class Missing:
    """Turns the words for 'no value' (compared without outer blanks) and numbers that are not finite into None."""

    def __init__(self, words: Sequence[str], notes: list[str]) -> None:
        self._words, self._notes = frozenset(words), notes

    def clean(self, name: str, cells: list[Any]) -> list[Any]:
        """The cells of one column, None where there is no value."""
        kinds = set(map(type, cells))
        if kinds <= {str}:
            words = self._words
            if words.isdisjoint(map(str.strip, cells)):  # a loop in C: most columns end here
                return cells
            return [None if cell.strip() in words else cell for cell in cells]
        if kinds <= _PLAIN:
            return cells
        return [self._cell(name, cell) for cell in cells]

    def _cell(self, name: str, cell: Any) -> Any:
        if isinstance(cell, str):
            return None if cell.strip() in self._words else cell
        if isinstance(cell, float) and not math.isfinite(cell):
            if not math.isnan(cell):
                note = f"column {name!r} holds infinities: read as missing"
                if note not in self._notes:
                    self._notes.append(note)
            return None
        return cell
