"""Answering only where the model is sure: coverage against risk, and a threshold that keeps a promise. N rows."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, lines, table, text
from modelyard.core.report import Claim
from modelyard.core.words import as_stated, counted, measured, percent
from modelyard.data.features.decisions import ROUNDING
from modelyard.evaluation.answers import answered, too_few
from modelyard.inference.deciding import promised
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

NAME, TITLE = "abstention", "Answering only where it is sure"
SOURCE = f"evidence/evaluate/{NAME}.json: threshold from the validation split"
LEAST = 50  # rows in either split
POINTS = 100
_SERVED = {
    True: "Answers carry it: `confident` is true from that threshold on.",
    False: "It is measured only; `answer: {accuracy: ...}` in the recipe makes answers say whether they are sure.",
}
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def abstention(subject: Subject) -> Exhibit | None:
    """How many rows the model may answer at a stated accuracy; None for values, and without two splits."""
    counts = subject.bundle.counts
    if subject.kind != "classification" or subject.split != "test" or not counts.get("validation"):
        return None
    half = None if subject.allowance is None else subject.allowance / 2
    test, validation = answered(subject, "test", seconds=half), answered(subject, "validation", seconds=half)
    for noun, one in (("validation row", validation), ("test row", test)):
        if one.of < LEAST:
            return None
        if len(one.targets) < LEAST:
            return too_few(NAME, TITLE, len(one.targets), one.of, noun)
    sure, right = _sure(subject, subject.answered(test.outputs), test.targets)
    known_sure, known_right = _sure(subject, subject.answered(validation.outputs), validation.targets)
    wanted, limit, is_served = _threshold(subject, known_sure, known_right)
    confidence = subject.recipe.evaluate.confidence
    area = area_under_risk(sure, right, confidence, subject.recipe.seed)
    claims, rows = [_claim("risk_coverage_area", area[0], area[1:], len(right), higher_is_better=False)], []
    if limit is None:
        summary = _unpromised(wanted, sure >= np.quantile(known_sure, 0.2), right)
    else:
        kept = sure >= limit - ROUNDING
        summary, more = _promised(wanted, kept, right, confidence)
        claims += more
        rows.append(_row(f"sure by {limit:.3f}: promised {as_stated(wanted)}", kept, right, confidence))
    for share in (0.5, 0.8, 0.9, 1.0):
        kept = sure >= np.quantile(known_sure, 1 - share) if share < 1 else np.ones(len(sure), dtype=bool)
        rows.append(_row(f"the surest {percent(share, 0)}" if share < 1 else "all", kept, right, confidence))
    broken = is_served and limit is None
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title=TITLE,
        summary=summary,
        claims=tuple(claims),
        blocks=_blocks(rows, sure, right, area, is_served=is_served),
        limits=(f"No answer is confident: no threshold on the validation rows promises {as_stated(wanted)}.",)
        if broken
        else (),
        concern=broken,
        detail={"threshold": limit, "accuracy": wanted, "served": is_served},
    )


def _unpromised(wanted: float, surest: Bools, right: Bools) -> str:
    return (
        f"No threshold on the validation rows promises {as_stated(wanted)} right answers; on the surest "
        f"{percent(float(surest.mean()), 0)} of {counted(len(right), 'unseen row')} it is right in "
        f"{percent(float(right[surest].mean()))}, against {percent(float(right.mean()))} on all."
    )


def _promised(wanted: float, kept: Bools, right: Bools, confidence: float) -> tuple[str, list[Claim]]:
    """What the rows that are answered come to, in words and as claims."""
    n, answers, share = len(right), int(kept.sum()), float(kept.mean())
    claims, of_them = [], "so is right in none"
    if answers:
        accuracy = float(right[kept].mean())
        span = wilson(accuracy, answers, confidence)
        of_them = f"is right in {' '.join(measured(accuracy, span))} of them"
        claims = [
            _claim("coverage_at_promised_accuracy", share, wilson(share, n, confidence), n),
            _claim("accuracy_where_it_answers", accuracy, span, answers),
        ]
    summary = (
        f"Promised to be right in {as_stated(wanted)} of its answers it leaves {percent(1 - share, 0)} of rows to "
        f"people: of {counted(n, 'unseen row')} it answers {percent(share, 0)} and {of_them}, against "
        f"{measured(float(right.mean()))[0]} on all."
    )
    return summary, claims


def _blocks(
    rows: list[list[str]], sure: Floats, right: Bools, area: tuple[float, float, float], *, is_served: bool
) -> tuple[Json, ...]:
    curve, wrong = risk_curve(sure, right), float(1 - right.mean())
    return (
        table(["rows it answers", "share", "right of these"], rows, title="Rows left to people"),
        lines(
            [{"name": "model", "x": curve[0].tolist(), "y": curve[1].tolist()}],
            title="Wrong answers by how many rows are answered, the surest first",
            x_label="share of rows answered",
            y_label="share wrong",
        ),
        text(
            f"The area under that curve is {' '.join(measured(area[0], area[1:]))}; the best order there could be "
            f"gives {measured(ideal_area(wrong))[0]}, a random one {measured(wrong)[0]}. Thresholds are from "
            "validation rows; the promised one is tested there by the exact binomial, from strict to lax (Angelopoulos "
            "et al. 2021), so that it is kept with the stated confidence on rows like those. " + _SERVED[is_served],
            quiet=True,
        ),
    )


def _sure(subject: Subject, given: Floats, targets: NDArray[np.generic]) -> tuple[Floats, Bools]:
    """The probability of the label answered, and whether it is right, [N] each."""
    chosen = subject.decide(given)
    return given[np.arange(len(chosen)), chosen], np.asarray(chosen == targets)


def _threshold(subject: Subject, sure: Floats, right: Bools) -> tuple[float, float | None, bool]:
    """The accuracy wanted, from which probability on it is promised (None: nowhere), and whether that is served."""
    served, wanted = subject.predictor.task.decision or {}, subject.recipe.answer.accuracy
    if wanted is not None and served.get("accuracy") == wanted:
        return wanted, served["confident_from"], True
    wanted = wanted or round((1 + float(right.mean())) / 2, 3)
    return wanted, promised(sure, right, wanted, subject.recipe.evaluate.confidence), False


def risk_curve(sure: Floats, right: Bools, points: int = POINTS) -> tuple[Floats, Floats]:
    """The share of rows answered and the share of these that is wrong, from a few to all."""
    order = np.argsort(-sure, kind="stable")
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    at = np.unique(np.linspace(max(1, len(order) // 50), len(order), points).astype(np.int64))
    return np.asarray(at / len(order)), np.asarray(wrong[at - 1])


def area_under_risk(
    sure: Floats, right: Bools, confidence: float, seed: int, resamples: int = 200
) -> tuple[float, float, float]:
    """The mean share of wrong answers over all coverages (AURC), with a bootstrap interval.

    Source: Geifman, Uziel and El-Yaniv 2019, "Bias-reduced uncertainty estimation for deep neural classifiers".
    """
    order = np.argsort(-sure, kind="stable")
    wrong = (~right[order]).astype(np.float64)
    ranks = np.arange(1, len(wrong) + 1)
    value = float((np.cumsum(wrong) / ranks).mean())
    random = np.random.default_rng(seed)
    drawn = np.empty(resamples)
    for index in range(resamples):
        picked = np.sort(random.integers(0, len(wrong), len(wrong)))  # sorted by sureness already
        drawn[index] = (np.cumsum(wrong[picked]) / ranks).mean()
    low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    return value, min(low, value), max(high, value)


def ideal_area(risk: float) -> float:
    """The area where every wrong answer is less sure than every right one."""
    return risk + (1 - risk) * math.log1p(-risk) if risk < 1 else 1.0


def _row(name: str, kept: Bools, right: Bools, confidence: float) -> list[str]:
    n = int(kept.sum())
    accuracy = float(right[kept].mean()) if n else math.nan
    shown = " ".join(measured(accuracy, wilson(accuracy, n, confidence))) if n else "none"
    return [name, percent(float(kept.mean())), shown]


def _claim(name: str, value: float, interval: tuple[float, float], n: int, *, higher_is_better: bool = True) -> Claim:
    return Claim(
        name=name,
        value=value,
        n=n,
        interval=interval,
        split="test",
        source=SOURCE,
        higher_is_better=higher_is_better,
    )
