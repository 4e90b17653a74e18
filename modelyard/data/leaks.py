"""Does one column alone give the target away? Simple exact statistics on the sample, against chance.

A column is turned into codes (its values, whether it is blank, a part of its text); the majority class of each code is
learned on one half of the rows and tried on the other, both ways round, so that a column with as many values as rows
gains nothing. A number with many values answers with the class of the nearest number in the other half.
`gain` is (accuracy - base) / (1 - base) with base the share of the most frequent class.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data import values
from modelyard.data.profile import ColumnProfile, Profile

CERTAIN = 0.99  # gain from which the column is the target under another name
SUSPECT = 0.9  # gain that a reader should be told of
FEWEST_ROWS = 40  # below, a perfect column may be chance
PARTS = 6  # of an identifier such as train/neg/757_3
FEW_VALUES = 64  # of a number, up to which its values are tried as categories
CORRELATED = 0.9999  # of ranks: a number that is the target in other units
_FINE_PART = re.compile(r"[^\W\d_]+|\d+")
_PART = re.compile(r"[^\W_]+")
_NAME_PART = re.compile(r"[A-Za-z]{4,}|[一-鿿]+")
_COMMON_NAME_PARTS = frozenset(
    ("label", "class", "target", "type", "name", "value", "date", "score", "count", "number")
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Leak:
    """`column` gives the target away by `how`, right on `accuracy` of the rows where chance gives `base`.

    `certain` leaks are left out of the inputs; the others are only reported. Regression: both are rank correlations.
    """

    column: str
    how: str
    accuracy: float
    base: float
    certain: bool


def find_leaks(profile: Profile, target: str, *, regression: bool) -> list[Leak]:
    """The columns of `profile` that alone give `target` away, judged on its sample."""
    cells = profile.sample[target]
    if regression:
        truth, _ = values.numbers(cells)
        kept = np.flatnonzero(~np.isnan(truth))
        if len(kept) < FEWEST_ROWS:
            return []
        found = [_number_leak(column, profile.sample[column.name], truth, kept) for column in profile.columns]
        return [leak for leak in found if leak is not None and leak.column != target]
    classes = values.labels(cells)
    kept = np.array([i for i, name in enumerate(classes) if name is not None], dtype=np.int64)
    if len(kept) < FEWEST_ROWS:
        return []
    names, truth_codes = np.unique([str(classes[i]) for i in kept], return_inverse=True)
    leaks = []
    for column in profile.columns:
        if column.name == target or column.kind in ("constant", "vector"):
            continue
        picked = [profile.sample[column.name][int(i)] for i in kept]
        leak = _class_leak(column, picked, truth_codes, names.tolist(), target)
        if leak is not None:
            leaks.append(leak)
    return leaks


def _class_leak(
    column: ColumnProfile, cells: Sequence[Any], truth: NDArray[np.int64], names: Sequence[str], target: str
) -> Leak | None:
    base = float(np.bincount(truth).max() / len(truth))
    if base == 1.0:
        return None
    best: tuple[float, str, float] = (0.0, "", 1.0)
    tried = [(how, _held_out_accuracy(codes, truth), needed) for how, codes, needed in _views(column, cells, names)]
    if column.kind == "number" and column.distinct > FEW_VALUES:
        tried.append(("by its range", _nearest_accuracy(cells, truth), CERTAIN))
    for how, accuracy, needed in tried:
        if accuracy > best[0]:
            best = (accuracy, how, needed)
    accuracy, how, needed = best
    gain = (accuracy - base) / (1 - base)
    if gain < SUSPECT:
        return None
    if _shares_name(column.name, target):
        needed = SUSPECT
    return Leak(column=column.name, how=how, accuracy=accuracy, base=base, certain=gain >= needed)


def _views(
    column: ColumnProfile, cells: Sequence[Any], names: Sequence[str]
) -> list[tuple[str, NDArray[np.int64], float]]:
    """The codes a column is tried as: (how, codes, the gain from which that is certain)."""
    blank = np.array([values.is_blank(cell) for cell in cells])
    views: list[tuple[str, NDArray[np.int64], float]] = []
    if blank.any() and not blank.all():
        # That a cell is blank says nearly everything: it is filled in only after the outcome is known.
        views.append(("by being blank", blank.astype(np.int64), SUSPECT))
    if column.kind in ("category", "mixed") or (column.kind == "number" and column.distinct <= FEW_VALUES):
        views.append(("by its value", _codes(values.labels(cells)), CERTAIN))
    texts = [values.text(cell) or "" for cell in cells]
    if column.kind in ("identifier", "category", "mixed", "text") and column.numeric_share < 0.5:
        if column.kind == "identifier":
            views += _parts(texts)
        elif all(len(name) >= 3 and values.number(name) is None for name in names) and len(names) <= 50:
            views.append(("by containing the label's text", _named(texts, names), SUSPECT))
    return views


def _parts(texts: Sequence[str]) -> list[tuple[str, NDArray[np.int64], float]]:
    """Identifiers by their parts, counted from the front and from the back: train / neg / 757 _ 3."""
    views: list[tuple[str, NDArray[np.int64], float]] = []
    for pattern in (_PART, _FINE_PART):
        split = [pattern.findall(text) for text in texts]
        for part in (*range(PARTS), *range(-1, -PARTS, -1)):
            at = part if part >= 0 else -part - 1
            codes = _codes([parts[part] if at < len(parts) else None for parts in split])
            if 1 < codes.max() + 1 <= len(texts) / 4:
                end = f"by its part {at + 1} from the end"
                views.append((f"by its part {part + 1}" if part >= 0 else end, codes, CERTAIN))
    return views


def _number_leak(
    column: ColumnProfile, cells: Sequence[Any], truth: NDArray[np.float64], kept: NDArray[np.int64]
) -> Leak | None:
    if column.kind not in ("number", "identifier"):
        return None
    found, _ = values.numbers([cells[int(i)] for i in kept])
    there = ~np.isnan(found)
    if there.sum() < FEWEST_ROWS or np.ptp(found[there]) == 0 or np.ptp(truth[kept][there]) == 0:
        return None
    correlation = abs(float(np.corrcoef(_ranks(found[there]), _ranks(truth[kept][there]))[0, 1]))
    if correlation < 0.99:
        return None
    certain = correlation >= CORRELATED
    return Leak(column=column.name, how="by its rank", accuracy=correlation, base=0.0, certain=certain)


def _held_out_accuracy(codes: NDArray[np.int64], truth: NDArray[np.int64]) -> float:
    """Share of rows whose class is the majority class of their code in the other half of the rows."""
    order = np.random.default_rng(0).permutation(len(codes))
    halves = (order[: len(order) // 2], order[len(order) // 2 :])
    classes, count = int(truth.max()) + 1, int(codes.max()) + 1
    right = 0
    for learn, test in (halves, halves[::-1]):
        pairs, seen = np.unique(codes[learn] * classes + truth[learn], return_counts=True)
        majority = np.full(count, int(np.bincount(truth[learn]).argmax()), dtype=np.int64)
        for pair in pairs[np.argsort(seen, kind="stable")]:  # the most frequent class of a code is written last
            majority[pair // classes] = pair % classes
        right += int((majority[codes[test]] == truth[test]).sum())
    return right / len(codes)


def _codes(found: Sequence[str | None]) -> NDArray[np.int64]:
    known: dict[str | None, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in found], dtype=np.int64)


def _nearest_accuracy(cells: Sequence[Any], truth: NDArray[np.int64]) -> float:
    """Share of rows whose class is that of the nearest number in the other half of the rows; blanks are one number."""
    found, _ = values.numbers(cells)
    there = ~np.isnan(found)
    if not there.any():
        return 0.0
    found[~there] = 2 * np.abs(found[there]).max() + 1
    order = np.random.default_rng(0).permutation(len(found))
    halves = (order[: len(order) // 2], order[len(order) // 2 :])
    right = 0
    for learn, test in (halves, halves[::-1]):
        learn = learn[np.argsort(found[learn], kind="stable")]
        above = np.clip(np.searchsorted(found[learn], found[test]), 1, len(learn) - 1)
        left, over = found[learn][above - 1], found[learn][above]
        nearest = np.where(found[test] - left <= over - found[test], above - 1, above)
        right += int((truth[learn][nearest] == truth[test]).sum())
    return right / len(found)


def _named(texts: Sequence[str], names: Sequence[str]) -> NDArray[np.int64]:
    """Which one label a text contains as a word: its index + 1, 0 where it contains none or several."""
    pattern = re.compile(
        "|".join(rf"(?<![^\W_]){re.escape(name.casefold())}(?![^\W_])" for name in sorted(names, key=len, reverse=True))
    )
    index = {name.casefold(): i + 1 for i, name in enumerate(names)}
    codes = []
    for text in texts:
        found = set(pattern.findall(text.casefold()))
        codes.append(index[found.pop()] if len(found) == 1 else 0)
    return np.array(codes, dtype=np.int64)


def _ranks(found: NDArray[np.float64]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(found, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[inverse]


def _shares_name(column: str, target: str) -> bool:
    """Whether two names share a telling part, as `is_recid` and `two_year_recid` do."""
    first, second = ({part.casefold() for part in _NAME_PART.findall(name)} for name in (column, target))
    return bool((first & second) - _COMMON_NAME_PARTS)
