"""What ships: the cheap family, unless another is shown to be better on the validation rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from modelyard.core import durable
from modelyard.core.schema import row_count
from modelyard.core.words import p_value
from modelyard.metrics.paired import Difference, compare
from modelyard.training.candidate import Candidate
from modelyard.training.ground import Ground


@dataclass(frozen=True, slots=True)
class Skipped:
    """A family that `auto` considered and did not train to the end, and why."""

    family: str
    reason: str


def select(ground: Ground, trained: list[Candidate], skipped: list[Skipped], *, automatic: bool) -> str:
    """Write `models/selection.json`; the family that ships and why, in one sentence.

    The first of `trained` is the cheap family (or the only one); the best of the others is held against it. Where the
    recipe names a family, that one ships.
    """
    judged = [len(candidate.outputs) for candidate in trained if candidate.outputs is not None]
    if judged:  # all on the rows that every one of them was judged on
        trained = [
            replace(c, outputs=None if c.outputs is None else ground.common(c.outputs, min(judged))) for c in trained
        ]
    cheap, last = trained[0], _best(ground, trained)
    difference = None
    if last is not cheap and last.outputs is not None and cheap.outputs is not None:
        difference = _difference(ground, last, cheap)
    if not automatic:
        shipped, reason = last, f"the recipe names {last.family}"
        if difference is not None:
            reason += f"; {_compared(ground, last, cheap, difference)}"
    elif last is cheap:
        shipped = cheap
        reason = "; ".join(f"{skip.family}: {skip.reason}" for skip in skipped) or "there is no other candidate"
        reason = f"{cheap.family} ships alone ({reason})"
    else:
        assert difference is not None
        shipped = last if difference.outcome == "better" else cheap
        verb = {"better": "is better than", "worse": "is worse than", "tie": "is not shown to be better than"}
        reason = (
            f"{last.family} {verb[difference.outcome]} {cheap.family} on the validation rows, so {shipped.family} "
            f"ships; {_compared(ground, last, cheap, difference)}"
        )
    durable.write_json(
        ground.run.path / "models" / "selection.json",
        {
            "shipped": shipped.family,
            "cheap": ground.task_class.cheap,
            "metric": ground.metric,
            "candidates": [_line(ground, candidate) for candidate in trained],
            "skipped": [{"family": skip.family, "reason": skip.reason} for skip in skipped],
            "test": None if difference is None else _test(difference, min(judged)),
            "reason": reason,
        },
    )
    return reason


def _difference(ground: Ground, first: Candidate, second: Candidate) -> Difference:
    scores = [c.task.probabilities(np.asarray(c.outputs, dtype=np.float64)) for c in (first, second)]
    evaluate = ground.recipe.evaluate
    return compare(
        ground.metrics,
        ground.metric,
        ground.truth(first.task)[ground.judged(len(scores[0]))],
        scores[0],
        scores[1],
        confidence=evaluate.confidence,
        resamples=evaluate.resamples,
        seed=ground.recipe.seed,
    )


def _best(ground: Ground, trained: list[Candidate]) -> Candidate:
    """The rival of the cheap family: the other one with the best value; the cheap one where there is none."""
    judged = [(ground.sign * value, c) for c in trained[1:] if (value := _value(ground, c)) is not None]
    return max(judged, key=lambda pair: pair[0])[1] if judged else trained[-1]


def _value(ground: Ground, candidate: Candidate) -> float | None:
    return None if candidate.outputs is None else ground.value(candidate.task, candidate.outputs)


def _compared(ground: Ground, first: Candidate, second: Candidate, difference: Difference) -> str:
    assert first.outputs is not None and ground.validation is not None
    count, total = len(first.outputs), row_count(ground.validation)
    metric, tested = ground.metric.replace("_", " "), ""
    if count > 1:  # of a single row there is no test
        low, high = difference.interval
        tested = f" [{low:+.4g}, {high:+.4g}], {p_value(difference.p_value, difference.p_floor)}"
    return (
        ("" if count == total else f"on {count:,} of the {total:,} validation rows: ")
        + f"{metric} {_value(ground, first):.4g} against {_value(ground, second):.4g}, difference "
        f"{difference.value:+.4g}{tested}"
    )


def _test(difference: Difference, count: int) -> dict[str, Any]:
    return {
        "difference": difference.value,
        "interval": list(difference.interval) if count > 1 else None,
        "p_value": difference.p_value if count > 1 else None,
        "p_floor": difference.p_floor,
        "outcome": difference.outcome,
    }


def _line(ground: Ground, candidate: Candidate) -> dict[str, Any]:
    record = candidate.record
    return {
        "family": candidate.family,
        "value": _value(ground, candidate),
        "seconds": record["seconds"],
        "steps": record["steps"],
        "parameters": record["parameters"],
    }
