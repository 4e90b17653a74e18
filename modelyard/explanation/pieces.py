"""Tokens' weights on the words and characters that they stand for. T tokens; U units."""

from __future__ import annotations

import numpy as np

from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats
from modelyard.explanation.units import TextUnits


def of_tokens(case: Case, places: list[tuple[int, int]], weights: Floats) -> Floats:
    """Weights of tokens [T] by unit: each in equal parts on its characters but blanks.

    Several tokens of one character (bytes of a rare one) add up; one that is a blank alone is of the word after it.
    """
    units = case.units
    assert isinstance(units, TextUnits)
    solid = np.array([not character.isspace() for character in units.joined], dtype=bool)
    words = np.flatnonzero(solid)
    found = np.zeros(len(solid))
    for (start, end), weight in zip(places, weights.tolist(), strict=True):
        own = start + np.flatnonzero(solid[start:end])
        if end > start and not len(own) and len(words):
            own = words[[min(int(np.searchsorted(words, start)), len(words) - 1)]]
        found[own] += weight / max(1, len(own))
    return units.by_unit(found)


def unread_units(case: Case, places: list[tuple[int, int]]) -> list[int]:
    """The units that no token stands for."""
    assert isinstance(case.units, TextUnits)
    read = np.zeros(len(case.units.joined) + 1, dtype=np.int8)
    for start, end in places:
        read[start:end] = 1
    return [i for i, unit in enumerate(case.units.units) if not read[unit.start : unit.end].any()]
