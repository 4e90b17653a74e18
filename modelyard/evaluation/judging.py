"""One subject at a time: its outputs on the rows, its figures, and its gain over another. N rows; C classes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Evaluate
from modelyard.core.report import Claim
from modelyard.core.schema import Rows, Schema
from modelyard.core.words import measured
from modelyard.evaluation import timing
from modelyard.evaluation.verdict import family_name
from modelyard.inference.labelled import Labelled, labelled
from modelyard.inference.served import chooses, one_hot
from modelyard.metrics.classification import OF_LABELS
from modelyard.metrics.intervals import Estimate, estimates
from modelyard.metrics.paired import compare

Array = NDArray[np.generic]


class Model(Protocol):
    """What evaluation needs of a predictor."""

    task: Any
    schema: Schema

    def outputs(self, rows: Rows) -> NDArray[np.float64]:
        """Raw outputs [N, O]."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One subject's outputs on the evaluated rows: probabilities [N, C] or values [N].

    `milliseconds` of one answer, asked alone; of a language model, of 1,000 tokens scored, many texts together. `raw`
    are the outputs [N, O] before the task decodes them. `writing` are a language model's milliseconds of a token
    written, one text at a time. `labelled` [N, C] is certain of the label that is answered, where that may be another
    than the likeliest.
    """

    subject: str
    outputs: Array
    source: str
    family: str
    seconds: float | None = None
    milliseconds: float = 0.0
    writing: float | None = None
    raw: Array | None = None
    labelled: Array | None = None

    def outputs_for(self, metric: str) -> Array:
        """What `metric` judges: of labels those that are answered."""
        return self.outputs if self.labelled is None or metric not in OF_LABELS else self.labelled


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What all subjects are judged on."""

    kind: str
    metrics: Any
    labels: tuple[str, ...]
    known: Labelled
    split: str
    settings: Evaluate
    seed: int
    unit: str


def language_ground(
    predictor: Model, rows: Rows, places: Sequence[str], split: str, settings: Evaluate, seed: int = 0
) -> Ground:
    """Texts, conversations or pairs, of which every row can be judged."""
    kind = predictor.task.metrics
    targets = np.asarray(predictor.task.encode_targets(rows), dtype=np.float64)
    return Ground(
        kind=kind,
        metrics=registry.load("metrics", kind, field="the task's metrics"),
        labels=(),
        known=Labelled(rows=dict(rows), places=list(places), targets=targets, notes=()),
        split=split,
        settings=settings,
        seed=seed,
        unit="pair" if kind == "preference" else "text",
    )


def prepare_ground(
    predictor: Model, rows: Rows, places: Sequence[str], split: str, settings: Evaluate, seed: int
) -> Ground:
    """The rows with known answers, and how they are judged. Raises: DataError when there are none."""
    kind = str(predictor.task.metrics)
    metrics = registry.load("metrics", kind, field="the task's metrics")
    labels = tuple(predictor.task.labels) if kind == "classification" else ()
    known = labelled(rows, places, predictor.schema, labels or None)
    unit = predictor.schema.target.name if predictor.schema.target else "target"
    return Ground(
        kind=kind, metrics=metrics, labels=labels, known=known, split=split, settings=settings, seed=seed, unit=unit
    )


def judge(predictor: Model, ground: Ground, subject: str, source: str, family: str, seconds: float | None) -> Judged:
    """Answer every row. Raises: ArtifactError when an answer is not a finite number."""
    started = time.perf_counter()
    raw = predictor.outputs(ground.known.rows)
    outputs = np.asarray(predictor.task.probabilities(raw))
    taken = time.perf_counter() - started
    if outputs.ndim == 2 and ground.kind == "regression":
        outputs = outputs[:, 0]
    if not np.isfinite(outputs).all():
        raise ArtifactError(
            f"the answers of {subject} are not finite numbers",
            where=ground.known.places[int(np.flatnonzero(~np.isfinite(outputs.reshape(len(outputs), -1)).all(1))[0])],
            remedy="Train again with a lower train.learning_rate, or another model.",
        )
    return Judged(
        subject=subject,
        outputs=outputs,
        source=source,
        family=family,
        seconds=seconds,
        raw=raw,
        labelled=one_hot(predictor.task, outputs) if chooses(predictor.task) else None,
        milliseconds=timing.scoring(outputs, taken)
        if ground.kind == "language"
        else timing.milliseconds(predictor.task, predictor.outputs, ground.known.rows),
    )


def trivial(ground: Ground, rows: Rows, places: Sequence[str], schema: Schema, name: str) -> Judged:
    """The answer that needs no model: the classes' shares, or the mean, of `rows`."""
    targets = labelled(rows, places, schema, ground.labels or None).targets
    count = len(ground.known.targets)
    if ground.kind == "classification":
        shares = np.bincount(targets.astype(np.int64), minlength=len(ground.labels)) / len(targets)
        answer = f'always "{ground.labels[int(shares.argmax())]}"'
        outputs: Array = np.tile(shares, (count, 1))
    else:
        value = float(targets.astype(np.float64).mean())
        answer = f"always {measured(value)[0]} (the mean)"
        outputs = np.full(count, value)
    return Judged(
        subject=answer, outputs=outputs, source=f"evaluate: no model on {name}", family="trivial", seconds=0.0
    )


def claims_of(ground: Ground, judged: Judged) -> tuple[list[Claim], dict[str, str]]:
    """Every metric that has a value, with its interval; and the reasons of those that have none, by name."""
    found, reasons = _estimates(ground, judged.outputs)
    if judged.labelled is not None:
        of_labels, _ = _estimates(ground, judged.labelled)
        found |= {name: of_labels[name] for name in found.keys() & OF_LABELS}
    claims = []
    for name, estimate in found.items():
        metric = ground.metrics.METRICS[name]
        claims.append(
            Claim(
                name=name,
                value=estimate.value,
                unit=metric.unit.replace("target", ground.unit),
                n=len(ground.known.targets),
                interval=estimate.interval,
                split=ground.split,
                source=judged.source,
                subject=judged.subject,
                higher_is_better=metric.higher_is_better,
            )
        )
    return claims, reasons


def _estimates(ground: Ground, outputs: Array) -> tuple[dict[str, Estimate], dict[str, str]]:
    return estimates(
        ground.metrics,
        ground.known.targets,
        outputs,
        confidence=ground.settings.confidence,
        resamples=ground.settings.resamples,
        seed=ground.seed,
    )


def training_claim(judged: Judged, rows: int) -> Claim:
    """How long a subject took to train on `rows` examples."""
    assert judged.seconds is not None
    return Claim(
        name="training_time",
        value=judged.seconds,
        unit="s",
        n=rows,
        split="train",
        source=f"train: models/{judged.family}/training.json",
        subject=judged.subject,
        higher_is_better=False,
    )


def gain(ground: Ground, metric: str, model: Judged, rival: Judged) -> dict[str, Any]:
    """By how much the model is better, positive in the better direction, with a paired test.

    Of a single row there is neither interval nor p-value.
    """
    several = len(ground.known.targets) > 1
    found = compare(
        ground.metrics,
        metric,
        ground.known.targets,
        model.outputs_for(metric),
        rival.outputs_for(metric),
        confidence=ground.settings.confidence,
        resamples=ground.settings.resamples,
        seed=ground.seed,
    )
    entry = ground.metrics.METRICS[metric]
    value, (low, high) = found.value, found.interval
    if not entry.higher_is_better:
        value, low, high = -value, -high, -low
    return {
        "over": rival.subject,
        "family": rival.family,
        "value": value,
        "interval": [low, high] if several else None,
        "p_value": found.p_value if several else None,
        "p_floor": found.p_floor,
        "outcome": found.outcome,
        "unit": entry.unit.replace("target", ground.unit),
    }


def cost(ground: Ground, judged: Judged, sort: str) -> dict[str, Any]:
    """What a subject takes: seconds of training, milliseconds an answer; of a language model those of its tokens."""
    found = {"name": family_name(judged.family, sort, ground.kind), "seconds": judged.seconds}
    if ground.kind != "language":
        return found | {"milliseconds": judged.milliseconds}
    scored = judged.milliseconds if judged.family != "trivial" else None
    return found | {"milliseconds_per_1000_tokens": scored, "milliseconds_per_token": judged.writing}
