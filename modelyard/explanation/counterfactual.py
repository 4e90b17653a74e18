"""Counterfactuals: the smallest change found that gives the row another answer. U units.

Of a text the fewest units taken out, and the fewest words replaced by words of other texts; of a table the change with
the least sum of standardised differences, by values that were seen. Searches, not proofs: a smaller change may exist.
Source: Wachter et al. 2018, "Counterfactual explanations without opening the black box".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.schema import Rows
from modelyard.explanation.asking import asked
from modelyard.explanation.case import Case
from modelyard.explanation.counterfactual_table import of_table
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.occlusion import occlusion
from modelyard.explanation.units import TextUnits

# Of a text: units that are replaced at most, tried at each step, and words tried for each.
REPLACED, PLACES, CANDIDATES = 3, 6, 24


def counterfactual(case: Case) -> Found:
    """The change, in `extra`; the weights mark what is changed. Raises: RequestError of a regression."""
    if case.target is None:
        raise RequestError(
            "a value has no other class to change to",
            where="method",
            got="counterfactual",
            remedy="Use it on a classification; for a value try shap.",
        )
    if isinstance(case.units, TextUnits):
        return _of_text(case, case.units)
    if case.units.sort == "table":
        return of_table(case)
    raise RequestError(
        "a picture or series has no counterfactual here", where="method", got="counterfactual", remedy="Try occlusion."
    )


def _of_text(case: Case, units: TextUnits) -> Found:
    weights = occlusion(case.game).weights
    out = _removed(case, weights)
    put = _replaced(case, units, weights, most=len(out[0]) if out else REPLACED)
    extra: dict[str, Any] = {"changes": []}
    marks = np.zeros(len(units.units))
    if out is not None:
        gone, label = out
        words = [units.units[i].text for i in gone]
        extra["changes"].append({"kind": "removed", "words": words, "label": label})
    if put is not None:
        pairs = [[units.units[i].text, word] for i, word in put[0]]
        extra["changes"].append({"kind": "replaced", "words": pairs, "label": put[1]})
    least = [i for i, _ in put[0]] if put and (not out or len(put[0]) < len(out[0])) else out[0] if out else []
    marks[least] = weights[least]
    note = "the smallest change that the search found; a smaller one may exist"
    if not extra["changes"]:
        note = "no change that was tried gives another answer"
    return Found(weights=marks, facts={"units_changed": float(len(least))}, notes=(note,), extra=extra)


def _removed(case: Case, weights: Floats) -> tuple[list[int], str] | None:
    """The fewest units in the order of their weights whose removal flips the answer, less those not needed for it."""
    count = len(weights)
    order = np.argsort(-weights, kind="stable")
    ranks = np.empty(count, dtype=int)
    ranks[order] = np.arange(count)
    for first in range(1, count, 16):  # most texts flip early
        sizes = np.arange(first, min(first + 16, count))  # a text without any unit is no text
        if not len(sizes) or case.game.is_late:
            return None
        _, labels = asked(case, case.units.rows(ranks[None, :] >= sizes[:, None]))
        flipped = [i for i, label in enumerate(labels) if label != case.label]
        if flipped:
            return _fewest(case, order[: sizes[flipped[0]]].tolist(), labels[flipped[0]])
    return None


def _fewest(case: Case, gone: list[int], label: str) -> tuple[list[int], str]:
    for unit in reversed(gone.copy()):
        if len(gone) == 1:
            break
        keep = np.ones((1, case.game.count), dtype=bool)
        keep[0, [i for i in gone if i != unit]] = False
        _, (found,) = asked(case, case.units.rows(keep))
        if found != case.label:
            gone, label = [i for i in gone if i != unit], found
    return gone, label


def _replaced(case: Case, units: TextUnits, weights: Floats, most: int) -> tuple[list[tuple[int, str]], str] | None:
    """The words that flip the answer in place of others: the best at each step, at most `most` of them."""
    order = np.argsort(-weights, kind="stable")[:PLACES].tolist()
    words = _candidates(case)
    done: list[tuple[int, str]] = []
    for _ in range(min(REPLACED, most)):
        if case.game.is_late or not words:
            return None
        tried = [(i, word) for i in order if i not in dict(done) for word in words if word != units.units[i].text]
        if not tried:
            return None
        scores, labels = asked(case, _written(case, units, [[*done, one] for one in tried]))
        flips = [at for at, label in enumerate(labels) if label != case.label]
        best = min(flips or range(len(tried)), key=lambda at: scores[at])
        done.append(tried[best])
        if flips:
            return done, labels[best]
    return None


def _written(case: Case, units: TextUnits, changes: Sequence[Sequence[tuple[int, str]]]) -> Rows:
    """The row with words put in place of units, once for each of `changes`."""
    names = [column.name for column in case.model.predictor.schema.inputs]
    rows: dict[str, list[str]] = {name: [] for name in names}
    starts = np.cumsum([0, *(len(text) + 1 for text in units.texts)])
    for change in changes:
        texts = list(units.texts)
        for i, word in sorted(change, key=lambda one: -units.units[one[0]].start):
            unit = units.units[i]
            column = names.index(unit.column)
            offset = int(starts[column])
            texts[column] = texts[column][: unit.start - offset] + word + texts[column][unit.end - offset :]
        for name, text in zip(names, texts, strict=True):
            rows[name].append(text)
    return rows


def _candidates(case: Case) -> list[str]:
    """Words of other texts that stand more often where the model says another class, the most telling first."""
    known = case.model.kept.get("words")
    if known is None:
        known = case.model.kept["words"] = _words(case)
    own, rest = Counter[str](), Counter[str]()
    for label, counts in known.items():
        (own if label == case.label else rest).update(counts)
    telling = {word: (count + 0.0) / (own[word] + 1.0) * np.sqrt(count) for word, count in rest.items()}
    return sorted(telling, key=lambda word: (-telling[word], word))[:CANDIDATES]


def _words(case: Case) -> dict[str, Counter[str]]:
    """In how many usual texts each word stands, by the class that the model gives them."""
    background = case.model.background
    found: dict[str, Counter[str]] = {label: Counter() for label in case.model.labels}
    _, labels = asked(case, background)
    schema = case.model.predictor.schema
    for i, label in enumerate(labels):
        units = TextUnits({name: column[i] for name, column in background.items()}, schema).units
        found[label].update({unit.text for unit in units if unit.text[0].isalnum()})
    return found
