"""Rows by a protected attribute: its categories, or the bins of a number. N rows; G groups."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing import groups_suspected
from modelyard.core.errors import DataError
from modelyard.core.words import number
from modelyard.data import values
from modelyard.inference.subject import Subject

FEW = 8  # values of a number up to which each is a group
# Where groups of an age begin: youth guarantees end at 25, protection against age discrimination begins at 40 (US,
# ADEA), and 60 is "older persons" of the United Nations.
AGES = (25.0, 40.0, 60.0)
OLDEST = 130.0  # beyond it a number is no age, as the 1985 of `birth_year`
MISSING, NO_NUMBER = "(missing)", "(no number)"
MOST_WRONG = 0.1  # of the cells of a number that may be none: `unknown`, `>90`


@dataclass(frozen=True, kw_only=True, slots=True)
class Grouping:
    """`codes` [N] number the groups by their place in `names`; `how` says how they were made, where it needs saying."""

    attribute: str
    names: tuple[str, ...]
    codes: NDArray[np.int64]
    how: str = ""

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Rows of each group, [G]."""
        return np.bincount(self.codes, minlength=len(self.names))


def groupings(subject: Subject, split: str | None = None) -> list[Grouping]:
    """The protected attributes of the recipe over the known rows of a split.

    Raises: DataError where a column is not to be had.
    """
    audit = subject.recipe.audit
    if not audit:
        return []
    names = list(dict.fromkeys(audit.protected))
    found = cells(subject, names, split)
    return [grouping(name, found[name], audit.bins.get(name, ())) for name in names]


def cells(subject: Subject, wanted: Sequence[str], split: str | None = None) -> dict[str, Sequence[Any]]:
    """Columns over the known rows of a split, inputs of the model or not. Raises: DataError."""
    name = split or subject.split
    known = subject.known(name)
    found: dict[str, Sequence[Any]] = {column: known.rows[column] for column in wanted if column in known.rows}
    others = [column for column in wanted if column not in known.rows]
    if others:
        kept = _positions(subject.bundle.places(name), known.places)
        beside = subject.bundle.beside(name, others, subject.recipe)
        found |= {column: [beside[column][row] for row in kept] for column in others}
    return found


def grouping(attribute: str, column: Sequence[Any], edges: Sequence[float] = ()) -> Grouping:
    """The groups of one column, in the order of their size, or of their numbers; `edges` are where bins begin.

    Dates are taken by their year. A few cells that are no number among numbers are a group of their own.
    Raises: DataError where there are edges for what is no number.
    """
    labels = values.labels(column)
    found, wrong, unit = _numbers(labels)
    there = ~np.isnan(found)
    distinct = np.unique(found[there])
    if not len(distinct) or len(wrong) > MOST_WRONG * len(labels):
        if edges:
            raise DataError(
                f"audit.bins gives bounds for {attribute!r}, which holds no numbers",
                where="audit.bins",
                got=next((label for label in labels if label is not None), None),
                remedy=f"Leave {attribute!r} out of audit.bins: its values are the groups.",
            )
        return _categories(attribute, labels)
    if len(distinct) <= FEW and not edges:
        return _categories(attribute, labels)
    return _binned(attribute, found, wrong, edges, unit)


def _categories(attribute: str, labels: Sequence[str | None]) -> Grouping:
    cells = [MISSING if label is None else label for label in labels]
    sizes = Counter(cells)
    names = sorted(sizes, key=lambda name: (-sizes[name], name))
    at = {name: code for code, name in enumerate(names)}
    return Grouping(attribute=attribute, names=tuple(names), codes=np.array([at[cell] for cell in cells], np.int64))


def _numbers(labels: Sequence[str | None]) -> tuple[NDArray[np.float64], NDArray[np.int64], str]:
    """A column as numbers, the cells that are none, and `year` where it holds dates."""
    date_format = values.date_format_of(labels)
    if date_format is None:
        return *values.numbers(labels), ""
    moments = [values.date(label, date_format) for label in labels]
    years = np.array([np.nan if moment is None else float(moment.year) for moment in moments])
    wrong = [i for i, (moment, label) in enumerate(zip(moments, labels, strict=True)) if moment is None and label]
    return years, np.array(wrong, dtype=np.int64), "year"


def crossed(first: Grouping, second: Grouping) -> Grouping:
    """Every pair of groups that has a row."""
    both = first.codes * len(second.names) + second.codes
    present, codes = np.unique(both, return_inverse=True)
    names = [f"{first.names[pair // len(second.names)]} × {second.names[pair % len(second.names)]}" for pair in present]
    return Grouping(
        attribute=f"{first.attribute} × {second.attribute}", names=tuple(names), codes=codes.astype(np.int64)
    )


def _binned(
    attribute: str, found: NDArray[np.float64], wrong: NDArray[np.int64], edges: Sequence[float], unit: str
) -> Grouping:
    there = ~np.isnan(found)
    if edges:
        cut, why = np.unique(np.asarray(edges, dtype=np.float64)), "as the recipe says (audit.bins)"
    elif groups_suspected.kind_of_name(attribute) == "age" and not unit and found[there].max() <= OLDEST:
        cut, why = np.array(AGES), "the usual bounds of protected ages"
    else:
        cut = np.unique(np.quantile(found[there], [0.25, 0.5, 0.75]))
        low = found[there].min()
        # Where three quarters of the rows have the least value, whatever is above it is the other group.
        cut, why = cut[cut > low] if cut[-1] > low else np.array([_second_least(found[there])]), "its quartiles"
    codes = np.searchsorted(cut, np.where(there, found, 0.0), side="right")
    codes[~there] = len(cut) + 1
    codes[wrong] = len(cut) + 2
    bounds = [f"{edge:.0f}" if unit else _edge(cut, float(edge)) for edge in cut]
    inner = [f"{low} to under {high}" for low, high in itertools.pairwise(bounds)]
    names = [f"under {bounds[0]}", *inner, f"{bounds[-1]} and over", MISSING, NO_NUMBER]
    present, codes = np.unique(codes, return_inverse=True)
    return Grouping(
        attribute=attribute,
        names=tuple(names[int(code)] for code in present),
        codes=codes.astype(np.int64),
        how=f"{attribute}{f' by {unit}' if unit else ''} in groups that begin at {', '.join(bounds)}: {why}",
    )


def _edge(cut: NDArray[np.float64], edge: float) -> str:
    """A bound with digits enough to tell it from the others."""
    for digits in (4, 8):
        texts = [number(float(one), digits) for one in cut]
        if len(set(texts)) == len(texts):
            return number(edge, digits)
    return repr(edge)


def _second_least(found: NDArray[np.float64]) -> float:
    """The second least value."""
    return float(found[found > found.min()].min())


def _positions(places: Sequence[str], kept: Sequence[str]) -> list[int]:
    """Where the kept places stand among all, in order: rows without an answer are left out of what is known."""
    found, row = [], 0
    for place in kept:
        while places[row] != place:
            row += 1
        found.append(row)
        row += 1
    return found
