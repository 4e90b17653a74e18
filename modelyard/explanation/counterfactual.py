"""Counterfactuals: the smallest change found that gives the row another answer. U units.

Of a text the fewest units taken out, and the fewest words replaced by words of other texts; of a table the change with
the least sum of standardised differences, by values that were seen. Searches, not proofs: a smaller change may exist.
Source: Wachter et al. 2018, "Counterfactual explanations without opening the black box".
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.schema import Column, Rows
from modelyard.core.words import excerpt
from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.occlusion import occlusion
from modelyard.explanation.units import TextUnits

# Of a text: units that are replaced at most, tried at each step, and words tried for each.
REPLACED, PLACES, CANDIDATES = 3, 6, 24
# Of a table: columns that are changed at most, values tried for each, and changes that are followed.
CHANGED, VALUES, BEAM = 4, 12, 6
_HALVINGS = 8


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
        return _of_table(case)
    raise RequestError(
        "a picture or series has no counterfactual here", where="method", got="counterfactual", remedy="Try occlusion."
    )


def _asked(case: Case, rows: Rows) -> tuple[Floats, list[str]]:
    """The score and the label of each row."""
    outputs = case.model.predictor.outputs(rows)
    best = np.asarray(case.model.predictor.task.probabilities(outputs)).argmax(axis=1)
    return case.game.score.of(outputs), [case.model.labels[i] for i in best]


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
        _, labels = _asked(case, case.units.rows(ranks[None, :] >= sizes[:, None]))
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
        _, (found,) = _asked(case, case.units.rows(keep))
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
        scores, labels = _asked(case, _written(case, units, [[*done, one] for one in tried]))
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
    _, labels = _asked(case, background)
    schema = case.model.predictor.schema
    for i, label in enumerate(labels):
        units = TextUnits({name: column[i] for name, column in background.items()}, schema).units
        found[label].update({unit.text for unit in units if unit.text[0].isalnum()})
    return found


def _of_table(case: Case) -> Found:
    schema = case.model.predictor.schema
    spreads = {column.name: _spread(case.model.background[column.name]) for column in schema.inputs}
    options = {column.name: list(_options(case, column)) for column in schema.inputs}
    costs = {
        name: [_cost(case.row[name], value, spreads[name]) for value in values] for name, values in options.items()
    }
    beam: list[tuple[float, dict[str, Any]]] = [(0.0, {})]
    best: tuple[float, dict[str, Any], str] | None = None
    for _ in range(CHANGED):
        grown = [
            (cost + costs[name][at], {**changes, name: value})
            for cost, changes in beam
            for name, values in options.items()
            if name not in changes
            for at, value in enumerate(values)
        ]
        if not grown or case.game.is_late:
            break
        scores, labels = _asked(case, _changed(case, [changes for _, changes in grown]))
        flips = [at for at, label in enumerate(labels) if label != case.label]
        if flips:
            at = min(flips, key=lambda one: grown[one][0])
            best = (*grown[at], labels[at])
            break
        fall = (case.game.full - scores) / np.array([max(0.1, cost) for cost, _ in grown])
        picked = {*np.argsort(-fall)[: BEAM // 2].tolist(), *np.argsort(scores)[: BEAM // 2].tolist()}
        beam = [grown[at] for at in sorted(picked)]
    marks = np.zeros(case.game.count)
    if best is None:
        note = f"no change of at most {CHANGED} columns to values that were seen gives another answer"
        return Found(weights=marks, notes=(note,), extra={"changes": []})
    changes = _nearer(case, best[1], best[2])
    cost = sum(_cost(case.row[name], value, spreads[name]) for name, value in changes.items())
    names = [unit.column for unit in case.units.units]
    for name, value in changes.items():
        marks[names.index(name)] = _cost(case.row[name], value, spreads[name])
    said = [[name, excerpt(case.row[name], 60), excerpt(value, 60)] for name, value in changes.items()]
    note = "the smallest change that the search found (numbers in standard deviations, another category as 1)"
    return Found(
        weights=marks,
        signed=False,
        facts={"columns_changed": float(len(changes)), "distance": float(cost)},
        notes=(note,),
        extra={"changes": [{"kind": "changed", "words": said, "label": best[2], "values": changes}]},
    )


def _options(case: Case, column: Column) -> Iterator[Any]:
    """Values that were seen, but the row's own."""
    own, seen = case.row[column.name], case.model.background[column.name]
    if column.kind == "category":
        known = [value for value, _ in Counter(v for v in [*seen, *column.values] if v is not None).most_common()]
        yield from (value for value in known[:VALUES] if value != own)
    elif column.kind == "number":
        numbers = _numbers(seen)
        bounds = [value for value in (column.low, column.high) if value is not None]
        if len(numbers):
            spread = np.quantile(numbers, np.linspace(0, 1, VALUES - 2), method="nearest")
            yield from (value for value in sorted({*spread.tolist(), *bounds}) if value != own)


def _numbers(cells: Sequence[Any]) -> Floats:
    return np.array([float(cell) for cell in cells if isinstance(cell, int | float) and np.isfinite(cell)])


def _spread(cells: Sequence[Any]) -> float:
    numbers = _numbers(cells)
    return float(numbers.std()) or 1.0 if len(numbers) else 1.0


def _cost(before: Any, after: Any, spread: float) -> float:
    both = isinstance(before, int | float) and isinstance(after, int | float)
    return abs(float(after) - float(before)) / spread if both else 1.0


def _changed(case: Case, changes: Sequence[Mapping[str, Any]]) -> Rows:
    return {name: [one.get(name, value) for one in changes] for name, value in case.row.items()}


def _nearer(case: Case, changes: dict[str, Any], label: str) -> dict[str, Any]:
    """Each changed number as near to the row's own as still gives `label`, by halving."""
    for name, value in itertools.islice(changes.items(), None):
        own = case.row[name]
        if not (isinstance(own, int | float) and isinstance(value, int | float)):
            continue
        whole = all(float(cell).is_integer() for cell in _numbers([*case.model.background[name], own]))
        near, far = float(own), float(value)
        for _ in range(_HALVINGS):
            middle = round((near + far) / 2) if whole else (near + far) / 2
            if middle in (near, far):
                break
            _, (found,) = _asked(case, _changed(case, [{**changes, name: middle}]))
            near, far = (near, middle) if found == label else (middle, far)
        changes = {**changes, name: int(far) if whole and isinstance(own, int) else far}
    return changes
