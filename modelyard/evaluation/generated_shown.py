"""Written answers against references as an exhibit: every metric before and after the fine-tuning, and some answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from modelyard.core.exhibit import Exhibit, Json, table, text, whiskers
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured
from modelyard.evaluation.conversations import BASE
from modelyard.metrics.intervals import Estimate
from modelyard.metrics.text import TextMetric

NAME = "generated"
_LIMIT = "Metrics of written answers compare words with one reference each; they do not say whether an answer is true."
_SCALES = "Of BLEU, chrF and TER 100 is the whole, of the others 1. Lower is better of TER, CER and WER."
_CHARTED = 3  # metrics out of 100, which share a scale


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """The metrics of the model (`figures`), of the one it started from (`before`), and the paired changes, by name.

    `examples` are question, reference, answer, and answer before.
    """

    metrics: Sequence[TextMetric]
    figures: dict[str, Estimate]
    before: dict[str, Estimate]
    gains: dict[str, Estimate]
    count: int
    split: str
    examples: Sequence[tuple[str, ...]]


def exhibit(found: Compared) -> Exhibit:
    """What was found, for the report, the card and the terminal."""
    first = next(one for one in found.metrics if one.name == "chrf")  # needs no words: it suits every language
    now, before = (_shown(side[first.name]) for side in (found.figures, found.before))
    gain = _shown(found.gains[first.name], sign=True)
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Answers written, against the references",
        summary=f"{first.title} {now} of 100 on {counted(found.count, 'answer')} ({BASE} {before}; change {gain}).",
        claims=tuple(_claim(found, one) for one in found.metrics),
        blocks=(
            _table(found),
            whiskers(
                [
                    {"name": one.title, **_figure(found.gains[one.name]), "strong": False}
                    for one in found.metrics[:_CHARTED]
                ],
                title=f"Change from {BASE}",
                x_label="of 100, paired by conversation",
                zero=True,
            ),
            table(("question", "reference", "answer", f"of {BASE}"), found.examples, title="Some of them"),
            table(("metric", "signature"), [(one.title, one.signature) for one in found.metrics], title="How"),
            text(
                "Answers are the likeliest ones, token by token. A right answer in other words scores low.", quiet=True
            ),
        ),
        limits=(_LIMIT,),
        detail={
            "n": found.count,
            "signatures": {one.name: one.signature for one in found.metrics},
            "before": {name: one.value for name, one in found.before.items()},
            "changes": {name: _figure(one) for name, one in found.gains.items()},
        },
    )


def _claim(found: Compared, metric: TextMetric) -> Claim:
    one = found.figures[metric.name]
    return Claim(
        name=metric.name,
        value=one.value,
        n=found.count,
        interval=one.interval,
        split=found.split,
        source=f"evidence/evaluate/{NAME}.json: greedy, {metric.signature}",
        higher_is_better=metric.higher_is_better,
    )


def _table(found: Compared) -> Json:
    rows = [
        (
            one.title,
            *measured(found.figures[one.name].value, found.figures[one.name].interval),
            *measured(found.before[one.name].value, found.before[one.name].interval),
            *measured(found.gains[one.name].value, found.gains[one.name].interval, sign=True),
        )
        for one in found.metrics
    ]
    return table(("metric", "model", "interval", BASE, "interval", "change", "interval"), rows, note=_SCALES)


def _shown(one: Estimate, *, sign: bool = False) -> str:
    return " ".join(measured(one.value, one.interval, sign=sign)).strip()


def _figure(one: Estimate) -> dict[str, Any]:
    return {"value": one.value, "interval": list(one.interval) if one.interval else None}
