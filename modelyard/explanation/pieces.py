"""Tokens' weights on the words and characters that they stand for. T tokens; U units."""

from __future__ import annotations

import numpy as np

from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats
from modelyard.explanation.units import TextUnits


def of_tokens(case: Case, places: list[tuple[int, int]], weights: Floats) -> Floats:
    """Weights of tokens [T] by unit: each in equal parts on its characters but blanks; several tokens of one character
    (bytes of a rare one) add up."""
    units = case.units
    assert isinstance(units, TextUnits)
    text = units.joined
    found = np.zeros(len(text))
    for (start, end), weight in zip(places, weights.tolist(), strict=True):
        solid = [i for i in range(start, end) if not text[i].isspace()] or list(range(start, end))
        found[solid] += weight / max(1, len(solid))
    return units.by_unit(found)


def unread_units(case: Case, places: list[tuple[int, int]]) -> list[int]:
    """The units that no token stands for."""
    assert isinstance(case.units, TextUnits)
    read = np.zeros(len(case.units.joined) + 1, dtype=np.int8)
    for start, end in places:
        read[start:end] = 1
    return [i for i, unit in enumerate(case.units.units) if not read[unit.start : unit.end].any()]
