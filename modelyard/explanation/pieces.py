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


def unread(case: Case) -> tuple[str, ...]:
    """What a reader should know of a text that is longer than the model reads: nothing of any other row."""
    places = getattr(case.model.predictor.task.transform, "places", None)
    if places is None or not isinstance(case.units, TextUnits):
        return ()
    read = np.zeros(len(case.units.joined) + 1, dtype=np.int8)
    for start, end in places(case.units.joined):
        read[start:end] = 1
    left = sum(not read[unit.start : unit.end].any() for unit in case.units.units)
    most = case.model.predictor.task.features.max_length
    note = f"the model reads {most} tokens: {left} of {len(case.units.units)} units are not read"
    return (note,) if left else ()
