"""Robustness as an exhibit: the falls with their intervals, and the answers that flipped. N rows; C classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, table, text, whiskers
from modelyard.core.report import Claim
from modelyard.core.schema import Rows
from modelyard.core.words import counted, excerpt, measured, percent
from modelyard.evaluation.robustness_trials import Columns, Trial
from modelyard.inference.subject import Subject
from modelyard.metrics import multiplicity
from modelyard.metrics.paired import Difference

NAME = "robustness"
SHOWN = 8  # answers that flipped
_KEPT = "The changes leave what a reader would answer as it was: no negation or number is touched."
_SYNONYMS = (
    " Synonyms come from a list of words that may stand for each other wherever they stand, made by hand (English and"
    " simplified Chinese) unless evaluate.synonyms names one; words outside it stay."
)
_SHOWN_COLUMNS, _SHOWN_CHARACTERS = 4, 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """The rows as they are, their numbers in the split, targets [N] and answers: probabilities [N, C] or values [N]."""

    rows: Columns
    places: Sequence[int]
    targets: NDArray[Any]
    outputs: NDArray[np.float64]
    metric: str
    unit: str
    higher_is_better: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """A trial's outcome: the metric's difference (changed - as it is), the answers, the share of rows it changed."""

    trial: Trial
    rows: Columns
    outputs: NDArray[np.float64]
    changed: float
    difference: Difference


def exhibit(subject: Subject, sample: Sample, tried: Sequence[Tried], limits: Sequence[str]) -> Exhibit:
    """What was found, for the report, the card and the terminal."""
    level = 1 - subject.recipe.evaluate.confidence
    corrected = multiplicity.holm([one.difference.p_value for one in tried]).tolist()
    strong = [p < level and one.difference.outcome != "tie" for p, one in zip(corrected, tried, strict=True)]
    worse = [one for one, sure in zip(tried, strong, strict=True) if sure and one.difference.outcome == "worse"]
    summary = _summary(sample.metric, tried, worse)
    n = len(sample.targets)
    found_wanting = [f"{summary[:-1]}, on {counted(n, 'row')} of {subject.split}."] if worse else []
    flips = _flips(subject, sample, tried)
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Robustness to changed inputs",
        summary=summary,
        claims=_claims(subject, sample, tried),
        blocks=(
            _chart(subject, sample, tried, strong),
            _table(sample.metric, tried, corrected),
            *([flips] if flips else []),
            text(_KEPT + (_SYNONYMS if any(one.trial.claim == "synonyms" for one in tried) else ""), quiet=True),
        ),
        limits=(*found_wanting, *limits),
        detail={
            "metric": sample.metric,
            "n": n,
            "trials": [
                {"name": one.trial.name, "changed": one.changed, **one.difference.to_json(), "p_holm": p}
                for one, p in zip(tried, corrected, strict=True)
            ],
        },
    )


def _summary(metric: str, tried: Sequence[Tried], worse: Sequence[Tried]) -> str:
    name = metric.replace("_", " ")
    if not worse:
        return f"None of {counted(len(tried), 'change')} of the inputs makes {name} significantly worse."
    worst = max(worse, key=lambda one: abs(one.difference.value))
    fall = " ".join(measured(worst.difference.value, worst.difference.interval, sign=True))
    return (
        f"{len(worse)} of {counted(len(tried), 'change')} of the inputs make {name} significantly worse; "
        f"most of all {worst.trial.title}: {fall}."
    )


def _claims(subject: Subject, sample: Sample, tried: Sequence[Tried]) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            name=f"{sample.metric}_change_{one.trial.claim}",
            value=one.difference.value,
            unit=sample.unit,
            n=len(sample.targets),
            interval=one.difference.interval,
            split=subject.split,
            source=f"evidence/evaluate/{NAME}.json: {one.trial.title}, paired with the rows as they are",
            higher_is_better=sample.higher_is_better,
        )
        for one in tried
        if one.trial.claim
    )


def _chart(subject: Subject, sample: Sample, tried: Sequence[Tried], strong: Sequence[bool]) -> Json:
    name = sample.metric.replace("_", " ")
    return whiskers(
        [
            {
                "name": one.trial.title,
                "value": one.difference.value,
                "interval": list(one.difference.interval),
                "strong": sure,
            }
            for one, sure in zip(tried, strong, strict=True)
        ],
        title=f"Change of {name}",
        x_label=f"{name}, with the change - as it is",
        note=f"On {counted(len(sample.targets), 'row')} of {subject.split}, paired; "
        "strong: significant after Holm's correction.",
        zero=True,
    )


def _table(metric: str, tried: Sequence[Tried], corrected: Sequence[float]) -> Json:
    return table(
        ("change of the inputs", f"change of {metric.replace('_', ' ')}", "interval", "p (Holm)", "rows changed"),
        [
            (
                one.trial.title,
                *measured(one.difference.value, one.difference.interval, sign=True),
                f"{p:.2g}",
                percent(one.changed),
            )
            for one, p in zip(tried, corrected, strict=True)
        ],
        title="By change and strength",
    )


def _flips(subject: Subject, sample: Sample, tried: Sequence[Tried]) -> Json | None:
    """The answers that were right and are not any more, the surest first; of values the largest jumps away."""
    found: list[tuple[float, Tried, int]] = []
    for one in tried:
        size = _harm(subject, sample, one.outputs)
        worst = np.argsort(-size, kind="stable")[:SHOWN].tolist()
        found += [(float(size[i]), one, i) for i in worst if size[i] > 0]
    shown: dict[int, tuple[str, ...]] = {}
    for _, one, i in sorted(found, key=lambda item: -item[0]):
        if i not in shown and len(shown) < SHOWN:
            shown[i] = (
                subject.known().places[sample.places[i]],
                one.trial.title,
                _told(sample.rows, one.rows, i),
                _answer(subject, sample.outputs, i),
                _answer(subject, one.outputs, i),
            )
    if not shown:
        return None
    title = "Values that moved most" if subject.kind == "regression" else "Right answers that flipped"
    return table(
        ("row", "change", "input as changed", "answer before", "answer after"), list(shown.values()), title=title
    )


def _harm(subject: Subject, sample: Sample, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much worse each answer became, [N]: 0 where it did not flip from right to wrong."""
    if subject.kind == "regression":
        return np.asarray(np.abs(outputs - sample.targets) - np.abs(sample.outputs - sample.targets))
    rows, before, after = np.arange(len(outputs)), subject.decide(sample.outputs), subject.decide(outputs)
    flipped = (before == sample.targets) & (after != sample.targets)
    return np.asarray(np.where(flipped, sample.outputs[rows, before] * outputs[rows, after], 0.0))


def _told(rows: Rows, made: Rows, i: int) -> str:
    changed = [name for name in rows if not same(rows[name][i], made[name][i])]
    if len(rows) == 1:
        return _cell(made[changed[0]][i])
    more = f"; and {len(changed) - _SHOWN_COLUMNS} more" if len(changed) > _SHOWN_COLUMNS else ""
    return "; ".join(f"{name}: {_cell(made[name][i])}" for name in changed[:_SHOWN_COLUMNS]) + more


def _cell(value: Any) -> str:
    return "a vector" if hasattr(value, "shape") and value.shape else excerpt(value, _SHOWN_CHARACTERS)


def _answer(subject: Subject, outputs: NDArray[np.float64], i: int) -> str:
    if subject.kind == "regression":
        return measured(float(outputs[i]))[0]
    best = int(subject.decide(outputs[i : i + 1])[0])
    return f"{subject.labels[best]} ({percent(float(outputs[i, best]))})"


def same(first: Any, second: Any) -> bool:
    """Whether two cells hold the same; a vector's missing numbers are alike."""
    return bool(np.array_equal(first, second, equal_nan=True)) if hasattr(first, "shape") else bool(first == second)
