"""Are test rows of the same kind as training rows: the part `shift` of a run's audit. N rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_probe import Probe, reads_texts, width
from modelyard.auditing.leaks import without_copies
from modelyard.auditing.shift_differences import Difference, differing
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Rows, Schema, row_count, take
from modelyard.core.words import counted, measured, number, percent
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

SOURCE = "evidence/audit/shift.json: classifier two-sample test (Lopez-Paz and Oquab 2017)"
MOST_ROWS = 4000  # of each side: enough to see an AUC of 0.53
FEWEST_ROWS = 40
# Rows of each side that a second suffices for, of about 1,000 characters or so many columns: half of what was measured.
_ROWS_A_SECOND, _COLUMNS = 600, 14
SHOWN = 12


def audit(subject: Subject) -> Exhibit | None:
    """Can a model tell test rows from training rows, and by what; None without a split that was held back."""
    split = subject.split
    if split == "train":
        return None
    schema = subject.bundle.schema
    most = MOST_ROWS
    if subject.allowance is not None:
        most = max(200, min(most, int(_ROWS_A_SECOND * subject.allowance * _COLUMNS / max(_COLUMNS, width(schema)))))
    first = _sample(subject, "train", most, subject.recipe.seed)
    second = _sample(subject, split, most, subject.recipe.seed + 1)
    if min(row_count(first), row_count(second)) < FEWEST_ROWS:
        sentence = f"shift between train and {split} is not examined: under {FEWEST_ROWS} rows"
        return Exhibit(name="shift", stage="audit", title="Shift", summary=sentence, limits=(sentence,))
    area, interval, p_value, count = told_apart(first, second, schema, subject.recipe.evaluate.confidence)
    differences = differing(first, second, schema, subject.recipe.evaluate.confidence)
    return _exhibit(subject, split, (area, interval, p_value, count), differences, row_count(first), row_count(second))


def told_apart(
    first: Rows, second: Rows, schema: Schema, confidence: float, seed: int = 0
) -> tuple[float, tuple[float, float], float, int]:
    """The AUC of a model that tells the two apart, its interval, the p-value, and the rows that it was judged on.

    The model learns from half of the rows and is judged on the others. Where both are of one kind, its scores there
    are exchangeable between the sides, whatever it learned: the rank-sum test is then exact for any model.
    """
    sides = [row_count(first), row_count(second)]
    rows = {column.name: _joined(first[column.name], second[column.name]) for column in schema.inputs}
    side = np.repeat([0, 1], sides)
    probe = Probe(rows, schema)
    random = np.random.default_rng(seed)
    order = np.concatenate([random.permutation(np.flatnonzero(side == which)) for which in (0, 1)])
    half = np.concatenate([np.arange(count) % 2 for count in sides])
    learned, judged = np.sort(order[half == 0]), np.sort(order[half == 1])
    scores = probe.probabilities(probe.fit(learned, side.astype(np.int64), 2, seed=seed), judged)[:, 1]
    area, deviation = _area(scores, side[judged])
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    interval = max(0.0, area - z * deviation), min(1.0, area + z * deviation)
    if not deviation:  # all told apart, or none: as certain as a share of the smaller side's rows
        interval = wilson(area, int(np.bincount(side[judged]).min()), confidence)
    return area, interval, _rank_sum(scores, side[judged]), len(judged)


def _area(scores: NDArray[np.float64], side: NDArray[np.int64]) -> tuple[float, float]:
    """The area under the ROC curve and its standard error.

    Source: DeLong, DeLong and Clarke-Pearson 1988.
    """
    negative, positive = np.sort(scores[side == 0]), np.sort(scores[side == 1])

    def placed(values: NDArray[np.float64], among: NDArray[np.float64]) -> NDArray[np.float64]:
        below, upto = np.searchsorted(among, values, "left"), np.searchsorted(among, values, "right")
        return np.asarray((below + upto) / 2 / len(among))

    of_positive, of_negative = placed(positive, negative), 1 - placed(negative, positive)
    variance = of_positive.var(ddof=1) / len(positive) + of_negative.var(ddof=1) / len(negative)
    return float(of_positive.mean()), float(math.sqrt(variance))


def _rank_sum(scores: NDArray[np.float64], side: NDArray[np.int64]) -> float:
    """The one-sided p-value of the rank-sum test: are the second side's scores the higher ones."""
    from modelyard.core.registry import needing

    with needing("the test for a shift of the data"):
        from scipy.stats import mannwhitneyu
    if np.ptp(scores) == 0:
        return 1.0
    return float(mannwhitneyu(scores[side == 1], scores[side == 0], alternative="greater").pvalue)


def _sample(subject: Subject, split: str, most: int, seed: int) -> Rows:
    """A random sample, each row once: copies share a split, so they would tell splits apart where nothing shifted."""
    known = subject.known(split)
    chosen = np.sort(np.random.default_rng(seed).permutation(len(known.places))[:most])
    rows = take(known.rows, chosen)
    return take(rows, without_copies(subject, rows, [known.places[row] for row in chosen.tolist()]))


def _joined(first: Sequence[Any], second: Sequence[Any]) -> Sequence[Any]:
    if isinstance(first, np.ndarray) and isinstance(second, np.ndarray):
        return np.concatenate([first, second])
    return [*first, *second]


def _exhibit(
    subject: Subject,
    split: str,
    test: tuple[float, tuple[float, float], float, int],
    differences: list[Difference],
    first: int,
    second: int,
) -> Exhibit:
    area, interval, p_value, count = test
    apart = p_value < 1 - subject.recipe.evaluate.confidence
    figures = f"AUC {' '.join(measured(area, interval))}, p = {number(p_value, 2)}; 0.5: not at all"
    summary = (
        f"{split} rows can be told from training rows ({figures})"
        if apart
        else f"no shift is shown between train and {split} ({figures})"
    )
    claim = Claim(
        name=f"train_and_{split}_told_apart",
        value=area,
        unit="AUC",
        n=count,
        interval=interval,
        split=split,
        source=SOURCE,
        higher_is_better=False,
    )
    what = "words" if reads_texts(subject.bundle.schema) else "columns"
    blocks: list[exhibit.Json] = []
    if differences:
        blocks.append(
            exhibit.table(
                [what[:-1], "train", split, "p"],
                [[item.name, item.first, item.second, number(item.p_value, 2)] for item in differences[:SHOWN]],
                title=f"The {what} that differ",
                note=f"{counted(len(differences), 'difference')} beyond chance (false discovery rate "
                f"{percent(1 - subject.recipe.evaluate.confidence, 0)}).",
            )
        )
    blocks.append(
        exhibit.text(
            f"A model learns to tell {first:,} training rows from {second:,} of {split} on one half and is judged on "
            f"the other ({count:,} rows); where both are of one kind its scores are exchangeable, which the rank-sum "
            f"test asks. Of copies one is looked at. Rows are compared by "
            f"{'their words' if what == 'words' else 'all inputs at once'}.",
            quiet=True,
        )
    )
    named = ", ".join(item.name for item in differences[:5])
    limits = [f"{summary}{f'; they differ in {named}' if named else ''}"] if apart else []
    return Exhibit(
        name="shift",
        stage="audit",
        title="Shift between the splits",
        summary=summary,
        claims=(claim,),
        blocks=tuple(blocks),
        limits=tuple(limits),
        detail={"p_value": p_value, "differences": [item.to_json() for item in differences]},
        concern=apart,
    )
