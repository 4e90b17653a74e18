"""Several models answering together, against the best single one of them. N rows; C classes; M members.

Which one is the best is seen on the validation rows, and what the others add on rows that chose nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, table, text, whiskers
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured, p_value
from modelyard.metrics._metric import MetricModule
from modelyard.metrics.intervals import estimates
from modelyard.metrics.paired import Difference, compare

NAME = "ensemble"
Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answers:
    """What one of them, or all together, answer: probabilities [N, C] or values [N] on both splits."""

    name: str
    validation: Floats
    test: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """What they are judged on: targets [N] of both splits, and how."""

    module: MetricModule
    metric: str
    unit: str
    validation: NDArray[np.generic]
    test: NDArray[np.generic]
    split: str
    confidence: float
    resamples: int
    seed: int

    def value(self, answers: Answers) -> float:
        """The metric on the validation rows, turned so that more is better."""
        entry = self.module.METRICS[self.metric]
        value = float(entry.function(self.validation, answers.validation))
        return value if entry.higher_is_better else -value


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """One way of answering together; `title` says which."""

    kind: str
    title: str
    answers: Answers
    members: tuple[str, ...]


def best(answers: Sequence[Answers], rows: Rows) -> Answers:
    """The one that is best on the validation rows, the first of a tie."""
    return max(answers, key=rows.value)


def greedy(order: Sequence[str], judge: Callable[[Sequence[str]], float]) -> list[str]:
    """The ingredients of a soup: each in turn, the best first, stays where the soup with it is no worse.

    `judge` gives the metric of ingredients together, more is better. Source: Wortsman et al. 2022, "Model soups:
    averaging weights of multiple fine-tuned models improves accuracy without increasing inference time", recipe 1.
    """
    kept, value = [order[0]], judge(order[:1])
    for name in order[1:]:
        tried = judge([*kept, name])
        if tried >= value:
            kept, value = [*kept, name], tried
    return kept


def judged(
    singles: Sequence[Answers], joined: Sequence[Joined], rows: Rows, notes: Sequence[str], *, price: str
) -> Exhibit:
    """Each single one and each way of answering together on the test rows, with its difference to the best single one.

    `price` says what answering together costs.
    """
    first = best(singles, rows)
    gains = [_gain(one.answers, first, rows) for one in joined]
    name = rows.metric.replace("_", " ")
    lines = [_line(one.name, one, rows, " (best on validation)" if one is first else "") for one in singles]
    for one, gain in zip(joined, gains, strict=True):
        line = _line(one.title, one.answers, rows, "")
        chance = p_value(gain.p_value, gain.p_floor).removeprefix("p ").removeprefix("= ")
        lines.append((*line[:4], *measured(gain.value, gain.interval, sign=True), chance))
    said = [_said(one, gain, first.name, name) for one, gain in zip(joined, gains, strict=True)]
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Several models together",
        summary=" ".join([*said, *([] if joined else notes)]),
        claims=tuple(_claim(one, gain, first, rows) for one, gain in zip(joined, gains, strict=True)),
        blocks=(
            table(
                ("model", f"{name} on validation", f"on {rows.split}", "interval", "difference", "interval", "p"),
                lines,
                note=f"Differences are to {first.name}, paired on {counted(len(rows.test), 'row')} of {rows.split}.",
            ),
            whiskers(
                [
                    {
                        "name": one.title,
                        "value": gain.value,
                        "interval": list(gain.interval),
                        "strong": gain.outcome == "better",
                    }
                    for one, gain in zip(joined, gains, strict=True)
                ],
                title=f"Difference to {first.name}",
                x_label=name,
                zero=True,
            ),
            *(text(note, quiet=True) for note in (price, *notes)),
        ),
        detail={
            "metric": rows.metric,
            "best": first.name,
            "singles": [one.name for one in singles],
            "joined": [
                {"kind": one.kind, "members": list(one.members), **gain.to_json()}
                for one, gain in zip(joined, gains, strict=True)
            ],
        },
    )


def _claim(one: Joined, gain: Difference, first: Answers, rows: Rows) -> Claim:
    return Claim(
        name=f"{rows.metric}_change_{one.kind}",
        value=gain.value,
        unit=rows.unit,
        n=len(rows.test),
        interval=gain.interval,
        split=rows.split,
        source=f"evidence/evaluate/{NAME}.json: {one.title} - {first.name}, paired",
        higher_is_better=rows.module.METRICS[rows.metric].higher_is_better,
    )


def _gain(answers: Answers, first: Answers, rows: Rows) -> Difference:
    return compare(
        rows.module,
        rows.metric,
        rows.test,
        answers.test,
        first.test,
        confidence=rows.confidence,
        resamples=rows.resamples,
        seed=rows.seed,
    )


def _line(title: str, answers: Answers, rows: Rows, more: str) -> tuple[str, ...]:
    found, _ = estimates(
        rows.module,
        rows.test,
        answers.test,
        confidence=rows.confidence,
        resamples=rows.resamples,
        seed=rows.seed,
    )
    one: Any = found[rows.metric]
    entry = rows.module.METRICS[rows.metric]
    on_validation = measured(rows.value(answers) * (1 if entry.higher_is_better else -1))[0]
    return (title + more, on_validation, *measured(one.value, one.interval), "", "", "")


def _said(one: Joined, gain: Difference, first: str, name: str) -> str:
    shown = " ".join(measured(gain.value, gain.interval, sign=True))
    word = {"better": "beats", "worse": "is worse than", "tie": "is not shown to beat"}[gain.outcome]
    return f"{one.title[0].upper()}{one.title[1:]} {word} the best single one, {first}: {name} {shown}."
