"""A language model on the text of any file: bits per byte, beside compressors over the same text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.core.recipe import Evaluate
from modelyard.core.report import Claim
from modelyard.evaluation.evaluate import conclude
from modelyard.evaluation.judging import Model, judge, language_ground
from modelyard.evaluation.language import compressed, least_likely


def evaluate_texts(
    predictor: Model, texts: Sequence[str], places: Sequence[str], settings: Evaluate, *, name: str, count: int
) -> tuple[list[Claim], dict[str, Any]]:
    """The figures of a language model on texts, of `count` in all that `name` holds.

    Raises: ArtifactError when its likelihoods are not finite.
    """
    rows: dict[str, Sequence[Any]] = {predictor.schema.inputs[0].name: list(texts)}
    ground = language_ground(predictor, rows, places, name, settings)
    artifact = getattr(predictor, "artifact", None)
    family = artifact.family if artifact else "model"
    model = judge(predictor, ground, "model", f"evaluate: artifact on {name}", family, None)
    rivals = [compressed(each, ground, name) for each in ("gzip -9", "xz -9e")]
    claims, evaluation = conclude(ground, model, rivals, "unknown", predictor, "bits_per_byte")
    if len(texts) < count:
        evaluation["notes"].insert(0, f"{len(texts):,} of {count:,} sections are judged, drawn at random")
    evaluation["bytes"] = int(ground.known.targets.sum())
    evaluation["documents"] = least_likely(ground, model)
    return claims, evaluation
