"""Which slices is a model worse on? Looked for on some rows, tested on others. N rows; S slices.

What is searched never decides what is tested: candidates are ranked on one sample, the few best are taken to another,
and there each meets one exact test, corrected by Holm's steps over all that were taken. So the number of slices that
were looked through costs no significance, and one false finding among all has a chance of at most the level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.evaluation.slice_tests import Ints, means, midranks, shares, worse_p
from modelyard.evaluation.slicing import Slice
from modelyard.metrics import multiplicity

Floats = NDArray[np.float64]
TAKEN = 15  # slices to the test: each more makes every other harder to show
MOST_WORDS = 10  # of these: among thousands of words some look worse by chance than any length or column is
_OVERLAP = 0.5  # of two slices' rows (Jaccard), from which on they are one finding
_PAIRED = 20  # slices of columns whose pairs are looked at, too
_POOL = 300  # slices of words whose overlap is looked at


@dataclass(frozen=True, kw_only=True, slots=True)
class Worse:
    """A slice on the rows that tested it: its mean loss and the rest's, the difference with its interval, and Holm's p.

    Losses are 0 or 1 for answers, absolute errors for values; `extra` is how much loss the slice has beyond its share.
    """

    slice: Slice
    n: int
    inside: float
    outside: float
    interval: tuple[float, float]
    difference: tuple[float, float]
    p_value: float
    p_holm: float

    @property
    def extra(self) -> float:
        """Losses that would be spared were the slice like the rest."""
        return self.n * (self.inside - self.outside)


def search(
    slices: Sequence[Slice],
    losses: Floats,
    finding: Ints,
    testing: Ints,
    *,
    kind: Literal["classification", "regression"],
    least: int,
    confidence: float = 0.95,
    seed: int = 0,
) -> tuple[list[Worse], int]:
    """The slices that were taken to the test, the surest first, and how many were looked through.

    `losses` [N] of all rows, of which `finding` and `testing` are two parts; every slice that is tested has `least`
    rows in either. Those with `p_holm` under the level are shown to be worse.
    """
    position = np.full(len(losses), -1, dtype=np.int64)
    position[finding] = np.arange(len(finding))
    here = [(one, position[one.rows][position[one.rows] >= 0]) for one in slices]
    tested = np.zeros(len(losses), dtype=bool)
    tested[testing] = True
    here = [
        (one, rows)
        for one, rows in here
        if least <= len(rows) <= len(finding) - least and least <= tested[one.rows].sum() <= len(testing) - least
    ]
    if not here:
        return [], 0
    scores = _scores(_ranked(losses[finding], kind), [rows for _, rows in here])
    here, scores = _with_pairs(here, scores, _ranked(losses[finding], kind), len(finding), tested, least)
    taken = _different(here, scores, _ranked(losses[finding], kind))
    found = _test(taken, losses, testing, kind=kind, confidence=confidence, seed=seed)
    return sorted(found, key=lambda one: (one.p_holm, -one.extra)), len(here)


def _ranked(losses: Floats, kind: str) -> Floats:
    """What is summed: wrong answers as they are; errors by their rank, so that a few huge ones decide nothing."""
    return losses if kind == "classification" else midranks(losses)


def _scores(values: Floats, members: Sequence[Ints]) -> Floats:
    """How many standard deviations each slice's sum is above that of as many rows drawn at random, [S]."""
    sizes = np.array([len(rows) for rows in members], dtype=np.float64)
    starts = np.concatenate([[0], np.cumsum(sizes[:-1])]).astype(np.int64)
    sums = np.add.reduceat(values[np.concatenate(members)], starts)
    n = len(values)
    spread = np.sqrt(sizes * (n - sizes) / max(1, n - 1) * values.var())
    excess = np.asarray(sums - sizes * values.mean(), dtype=np.float64)
    return excess / np.where(spread > 0, spread, np.inf)


def _with_pairs(
    here: list[tuple[Slice, Ints]], scores: Floats, values: Floats, count: int, tested: NDArray[np.bool_], least: int
) -> tuple[list[tuple[Slice, Ints]], Floats]:
    """And two conditions at once, of the columns' slices that look worst."""
    order = [i for i in np.argsort(-scores, kind="stable").tolist() if here[i][0].kind != "words"][:_PAIRED]
    pairs = []
    for at, i in enumerate(order):
        for j in order[at + 1 :]:
            first, second = here[i][0], here[j][0]
            rows = np.intersect1d(here[i][1], here[j][1], assume_unique=True)
            both = np.intersect1d(first.rows, second.rows, assume_unique=True)
            if least <= len(rows) <= count - least and tested[both].sum() >= least:
                pairs.append((Slice(kind="two", name=f"{first.name} and {second.name}", rows=both), rows))
    if not pairs:
        return here, scores
    return [*here, *pairs], np.concatenate([scores, _scores(values, [rows for _, rows in pairs])])


def _different(here: Sequence[tuple[Slice, Ints]], scores: Floats, values: Floats) -> list[Slice]:
    """The worst slices, each of rows of its own: what is left of it beside those taken before must look worse still.

    "Looks worse" is what chance does to one slice in twenty.
    """
    least = NormalDist().inv_cdf(0.95)
    taken: list[Slice] = []
    free = np.ones(len(values), dtype=bool)
    lengths = np.array([-len(one.name) for one, _ in here])
    # Of runs that stand in the very same texts the longest says most.
    order = np.lexsort((lengths, -scores))
    words = np.array([one.kind == "words" for one, _ in here])[order]
    for i in order[~words | (np.cumsum(words) <= _POOL)].tolist():
        one, rows = here[i]
        if len(taken) == TAKEN or scores[i] < least:
            break
        if one.kind == "words" and sum(other.kind == "words" for other in taken) == MOST_WORDS:
            continue
        if any(_jaccard(one.rows, other.rows) >= _OVERLAP for other in taken):
            continue
        own = rows[free[rows]]
        if len(own) == 0 or _score_of(values, own, free) < least:
            continue
        taken.append(one)
        free[rows] = False
    return taken


def _score_of(values: Floats, rows: Ints, among: NDArray[np.bool_]) -> float:
    """As `_scores`, of one slice among some of the rows."""
    rest = values[among]
    spread = math.sqrt(len(rows) * (len(rest) - len(rows)) / max(1, len(rest) - 1) * float(rest.var()))
    return (float(values[rows].sum()) - len(rows) * float(rest.mean())) / spread if spread > 0 else 0.0


def _jaccard(first: Ints, second: Ints) -> float:
    shared = len(np.intersect1d(first, second, assume_unique=True))
    return shared / (len(first) + len(second) - shared)


def _test(
    taken: Sequence[Slice], losses: Floats, testing: Ints, *, kind: str, confidence: float, seed: int
) -> list[Worse]:
    position = np.full(len(losses), -1, dtype=np.int64)
    position[testing] = np.arange(len(testing))
    there = losses[testing]
    rows_of = [position[one.rows][position[one.rows] >= 0] for one in taken]
    p_values = [worse_p(there, rows, kind) for rows in rows_of]
    found = []
    for one, rows, p_value, p_holm in zip(taken, rows_of, p_values, multiplicity.holm(p_values), strict=True):
        outside = np.delete(there, rows)
        if kind == "classification":
            interval, difference = shares(there[rows], outside, confidence)
        else:
            interval, difference = means(there[rows], outside, confidence, seed)
        found.append(
            Worse(
                slice=one,
                n=len(rows),
                inside=float(there[rows].mean()),
                outside=float(outside.mean()),
                interval=interval,
                difference=difference,
                p_value=p_value,
                p_holm=float(p_holm),
            )
        )
    return found
