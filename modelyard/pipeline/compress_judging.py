"""What variants are judged on, and what they are found to lose there beside the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.compression.compressed import Compressed
from modelyard.compression.judging import Loss, Measured, loss, milliseconds, packed_bytes
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Evaluate
from modelyard.core.recipe_compress import variant
from modelyard.core.schema import row_count, take
from modelyard.inference.served import for_metric

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle
    from modelyard.evaluation.judging import Ground
    from modelyard.inference import Predictor

ORIGINAL = "float32"


def ground_of(original: Predictor, bundle: Bundle, splits: Sequence[str], most: int, seed: int) -> Ground:
    """The rows of the first of the splits that has any, `most` of them at most, drawn by the seed."""
    from modelyard.evaluation.judging import prepare_ground

    split = next(name for name in splits if bundle.counts.get(name))
    rows, places = bundle.rows(split), bundle.places(split)
    if row_count(rows) > most:
        picked = np.sort(np.random.default_rng(seed).permutation(row_count(rows))[:most]).tolist()
        rows, places = take(rows, picked), [places[i] for i in picked]
    return prepare_ground(original, rows, places, split, Evaluate(), seed)


def measure(
    artifact: Artifact, original: Predictor, made: Sequence[Compressed], ground: Ground
) -> tuple[list[Measured], dict[str, Any]]:
    """The original first, then every variant, on the same rows; and the answers of each.

    Raises: ArtifactError where an answer is no number.
    """
    models = {ORIGINAL: original, **{one.name: one.model for one in made}}
    files = {ORIGINAL: artifact.path / "model.onnx", **{one.name: one.path / "model.onnx" for one in made}}
    times = milliseconds(models, ground.known.rows)
    answers = {name: answers_of(model, ground) for name, model in models.items()}
    sparse = any(is_sparse(one.name) for one in made)
    found = []
    for name in models:
        if not np.isfinite(answers[name]).all():
            raise ArtifactError(f"{name} gives answers that are no numbers", where=str(artifact.path))
        metric = str(ground.metrics.PRIMARY)
        found.append(
            Measured(
                name=name,
                bytes=files[name].stat().st_size,
                milliseconds=times[name],
                metric=metric,
                value=float(ground.metrics.METRICS[metric].function(ground.known.targets, answers[name])),
                loss=Loss(value=0.0, interval=(0.0, 0.0), p_value=1.0, relative=False)
                if name == ORIGINAL
                else _lost(ground, answers[ORIGINAL], answers[name]),
                split=ground.split,
                n=len(ground.known.targets),
                packed_bytes=packed_bytes(files[name]) if sparse and (name == ORIGINAL or is_sparse(name)) else None,
            )
        )
    return found, answers


def is_sparse(name: str) -> bool:
    """Whether a variant is smaller only as a compressed file."""
    return "sparse=" in name and variant(name).sparse > 0


def teaching(ground: Ground, name: str, alone: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """By how much a student is better than the same one that had no teacher: positive is better."""
    found = _lost(ground, answers[name], answers[alone])
    return {
        "name": name,
        "over": alone,
        "metric": str(ground.metrics.PRIMARY),
        "gain": found.value,
        "interval": list(found.interval),
        "p_value": found.p_value,
        "relative": found.relative,
        "n": len(ground.known.targets),
        "split": ground.split,
    }


def answers_of(model: Predictor, ground: Ground) -> Any:
    """Probabilities [N, C], or values [N], as the metric judges them: of labels those that are answered."""
    answers = np.asarray(model.task.probabilities(model.outputs(ground.known.rows)))
    if ground.kind == "regression":
        return answers[:, 0] if answers.ndim == 2 else answers
    return for_metric(model.task, str(ground.metrics.PRIMARY), answers)


def _lost(ground: Ground, before: Any, after: Any) -> Loss:
    settings = ground.settings
    return loss(
        ground.metrics,
        str(ground.metrics.PRIMARY),
        ground.known.targets,
        before,
        after,
        confidence=settings.confidence,
        resamples=settings.resamples,
        seed=ground.seed,
    )
