"""Sets of labels, and ranges of values, that hold the truth as often as asked: made on validation, measured on test."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, table, text
from modelyard.core.report import Claim
from modelyard.core.words import as_stated, counted, figure, measured, percent
from modelyard.data.features.decisions import Decision, label_sets, reaches
from modelyard.evaluation.answers import answered, too_few
from modelyard.inference.deciding import least_rows, ranges
from modelyard.inference.subject import Subject
from modelyard.metrics import conformal
from modelyard.metrics.intervals import wilson

NAME, TITLE = "sets", "Answers with a guarantee"
SOURCE = f"evidence/evaluate/{NAME}.json: split conformal prediction, calibrated on the validation split"
SHOWN_CLASSES = 20
_MEASURED = "They are measured only; `answer: {coverage: ...}` in the recipe makes answers carry them."
_CARRIED = "Every answer carries its range."
_SERVED = "Every answer carries its set; the label answered is always in it, so that it may hold the truth oftener."
COVERAGE = 0.9  # that is measured where the recipe states none
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sets:
    """One way of making sets: which classes each test row's holds, [N, C]."""

    name: str
    limit: float
    inside: Bools


def sets(subject: Subject) -> Exhibit | None:
    """How often the sets hold the true answer on unseen rows, and how large they are; None without two splits."""
    counts = subject.bundle.counts
    if subject.split != "test" or not counts.get("validation"):
        return None
    half = None if subject.allowance is None else subject.allowance / 2
    validation = answered(subject, "validation", seconds=half)
    if len(validation.targets) < least_rows(_stated(subject)[0], of_labels=subject.kind == "classification"):
        return too_few(NAME, TITLE, len(validation.targets), validation.of, "validation row")
    test = answered(subject, "test", seconds=half)
    known, given = subject.answered(validation.outputs), subject.answered(test.outputs)
    if subject.kind == "classification":
        return _classes(subject, known, validation.targets.astype(np.int64), given, test.targets.astype(np.int64))
    return _values(subject, known, validation.targets.astype(np.float64), given, test.targets.astype(np.float64))


def _classes(
    subject: Subject, known: Floats, labels: NDArray[np.int64], given: Floats, truth: NDArray[np.int64]
) -> Exhibit:
    coverage, served = _stated(subject)
    random = np.random.default_rng(subject.recipe.seed)
    limit = conformal.threshold(conformal.least_ambiguous_scores(known, labels), coverage)
    small = Sets(name="smallest on average", limit=limit, inside=conformal.least_ambiguous_sets(given, limit))
    draws, others = random.random(len(labels)), random.random(len(truth))
    limit = conformal.threshold(conformal.adaptive_scores(known, labels, draws), coverage)
    even = Sets(name="adaptive", limit=limit, inside=conformal.adaptive_sets(given, limit, others))
    every: tuple[Sets, ...] = (small, even)
    if served is not None:
        inside = label_sets(given, subject.decide(given), served)
        every = (
            Sets(
                name="as served", limit=math.inf if served["set_limit"] is None else served["set_limit"], inside=inside
            ),
            *every,
        )
    shown = every[0]
    rows = np.arange(len(truth))
    holds = shown.inside[rows, truth]
    sizes = shown.inside.sum(axis=1)
    single = sizes == 1
    right = shown.inside[rows, truth] & single
    expected = conformal.threshold_spread(len(labels), coverage)
    blocks: list[Json] = [
        table(
            ["sets", "hold the truth", "mean size", "of one label", "right where of one"],
            [_row(one, truth, subject.recipe.evaluate.confidence) for one in every],
            title=f"Sets that shall hold the true label in {as_stated(coverage)} of rows",
        ),
        *_by_class(subject, every, truth),
        text(_how(len(labels), coverage, expected, _SERVED if served else _MEASURED), quiet=True),
    ]
    n = len(truth)
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title=TITLE,
        summary=(
            f"Sets made to hold the true label in {as_stated(coverage)} of rows hold it in "
            f"{' '.join(measured(float(holds.mean()), wilson(float(holds.mean()), n)))} of {counted(n, 'unseen row')}; "
            f"{percent(float(single.mean()), 0)} of them are a single label, right in "
            f"{percent(float(right[single].mean()) if single.any() else None)}."
        ),
        claims=_claims(subject, holds, float(sizes.mean()), "set_size", "labels"),
        blocks=tuple(blocks),
        concern=bool(short := _fallen_short(holds, coverage, expected)),
        limits=short,
        detail={
            "limit": small.limit,
            "adaptive_limit": even.limit,
            "coverage": coverage,
            "calibrated_on": len(labels),
            "served": served is not None,
        },
    )


def _row(one: Sets, truth: NDArray[np.int64], confidence: float) -> list[str]:
    holds, sizes = one.inside[np.arange(len(truth)), truth], one.inside.sum(axis=1)
    single = sizes == 1
    share = float(holds.mean())
    return [
        one.name,
        " ".join(measured(share, wilson(share, len(truth), confidence))),
        figure(float(sizes.mean()), 2),
        percent(float(single.mean())),
        percent(float(holds[single].mean())) if single.any() else "none",
    ]


def _by_class(subject: Subject, every: tuple[Sets, ...], truth: NDArray[np.int64]) -> list[Json]:
    """Of each true class: the promise is for all rows together, and a class may be held less often."""
    rows = []
    for index in np.argsort(-np.bincount(truth, minlength=len(subject.labels)))[:SHOWN_CLASSES].tolist():
        mine = truth == index
        n = int(mine.sum())
        if not n:
            continue
        cells = [subject.labels[index], f"{n:,}"]
        for one in every:
            share = float(one.inside[mine, index].mean())
            cells += [
                " ".join(measured(share, wilson(share, n))),
                figure(float(one.inside[mine].sum(axis=1).mean()), 2),
            ]
        rows.append(cells)
    names = [cell for one in every for cell in (f"hold it, {one.name}", "mean size")]
    return [table(["true class", "rows", *names], rows, title="By class")]


def _values(subject: Subject, known: Floats, labels: Floats, given: Floats, truth: Floats) -> Exhibit:
    coverage, served = _stated(subject)
    errors = np.abs(known - labels)
    found = served or ranges(known, labels, coverage, subject.recipe.seed)
    even = conformal.threshold(errors, coverage)
    ways: list[tuple[str, Floats]] = [
        ("as wide everywhere", np.full(len(truth), even)),
        ("wide where it errs more" + (", as served" if served else ""), reaches(given, found)),
    ]
    unit = subject.predictor.schema.target.name if subject.predictor.schema.target else ""
    halves = np.quantile(given, [0.25, 0.5, 0.75])
    quarters = np.searchsorted(halves, given)
    cells, names = [], ["lowest quarter", "second", "third", "highest quarter"]
    for name, reach in ways:
        holds = np.abs(given - truth) <= reach
        share = float(holds.mean())
        cells.append(
            [
                name,
                " ".join(measured(share, wilson(share, len(truth)))),
                f"{measured(2 * float(np.median(reach)))[0]} {unit}",
                *(percent(float(holds[quarters == q].mean()) if (quarters == q).any() else None) for q in range(4)),
            ]
        )
    holds = np.abs(given - truth) <= ways[1][1]
    half = len(labels) - len(labels) // 2  # the others say how wide
    expected = conformal.threshold_spread(half, coverage)
    share, n = float(holds.mean()), len(truth)
    usual = measured(float(np.median(ways[1][1])))[0]
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title=TITLE,
        summary=(
            f"Ranges made to hold the true {unit} in {as_stated(coverage)} of rows hold it in "
            f"{' '.join(measured(share, wilson(share, n)))} of {counted(n, 'unseen row')}; the median one is +-{usual}."
        ),
        claims=_claims(subject, holds, 2 * float(ways[1][1].mean()), "range_width", unit),
        blocks=(
            table(
                ["ranges", "hold the truth", "median width", *(f"held: {name} of predictions" for name in names)],
                cells,
                title=f"Ranges that shall hold the true value in {as_stated(coverage)} of rows",
            ),
            text(_how(half, coverage, expected, _CARRIED if served else _MEASURED), quiet=True),
        ),
        concern=bool(short := _fallen_short(holds, coverage, expected)),
        limits=short,
        detail={
            "even": even,
            "scaled": found["reach"],
            "coverage": coverage,
            "calibrated_on": len(labels),
            "served": served is not None,
        },
    )


def _stated(subject: Subject) -> tuple[float, Decision | None]:
    """The coverage that is measured, and the decision that is served where it states this very one."""
    wanted, served = subject.recipe.answer.coverage, subject.predictor.task.decision
    if wanted is not None and served is not None and served.get("coverage") == wanted:
        return wanted, served
    return wanted or COVERAGE, None


def _claims(subject: Subject, holds: Bools, size: float, name: str, unit: str) -> tuple[Claim, ...]:
    share, n = float(holds.mean()), len(holds)
    coverage = Claim(
        name="set_coverage",
        value=share,
        n=n,
        interval=wilson(share, n, subject.recipe.evaluate.confidence),
        split=subject.split,
        source=SOURCE,
        higher_is_better=None,
    )
    return coverage, Claim(
        name=name, value=size, unit=unit, n=n, split=subject.split, source=SOURCE, higher_is_better=False
    )


def _fallen_short(holds: Bools, coverage: float, expected: tuple[float, float]) -> tuple[str, ...]:
    """What to say where the coverage is below what chance does to the rows that calibrated."""
    share = float(holds.mean())
    if wilson(share, len(holds))[1] >= expected[0]:
        return ()
    return (
        f"Sets made to hold the truth in {as_stated(coverage)} of rows held it in {percent(share)} only: test rows "
        "are unlike those that calibrated.",
    )


def _how(n: int, coverage: float, expected: tuple[float, float], served: str) -> str:
    return (
        f"Split conformal prediction on {counted(n, 'validation row')}. The promise holds for rows like those, all "
        "together and not for each class, whatever the model; with so many rows chance puts the coverage between "
        f"{percent(expected[0])} and {percent(expected[1])} nineteen times in twenty. The validation rows also chose "
        "the weights and the calibration, which can make sets a little too small: what test rows show is what counts. "
        f"{served}"
    )
