"""Compressing a decoder: weights in 8 or 4 bits, judged by bits per byte on unseen text, refused beyond the bound."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.compression import choosing
from modelyard.compression.decoders import HOW, CompressedDecoder, build, compressible, network_bytes
from modelyard.compression.judging import Loss, Measured, loss
from modelyard.core import durable
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Compress, Evaluate
from modelyard.core.run import Run
from modelyard.data.bundle import Bundle
from modelyard.data.prepared import open_prepared
from modelyard.pipeline.compressed import record

if TYPE_CHECKING:
    from modelyard.data.conversations import Conversations
    from modelyard.data.corpus import Corpus
    from modelyard.evaluation.judging import Ground
    from modelyard.inference import Predictor

ORIGINAL = "float32"
# Text that a variant is judged on: an interval of a tenth of a per cent, as both models read the same documents.
TEST_BYTES = 400_000


def compress_decoder(run: Run, section: Compress, artifact: Artifact, seed: int) -> dict[str, Any]:
    """As `compressing.compress_run`, of a decoder. Raises: ArtifactError as that."""
    compressible(artifact)
    prepared = open_prepared(run.path / "bundle")
    assert not isinstance(prepared, Bundle), "a decoder learns from text or conversations"
    bounds = None if section.target is None else choosing.parse(section.target)
    original = _opened(artifact)
    with tempfile.TemporaryDirectory(dir=run.path, prefix=durable.TEMPORARY) as place:
        names = list(section.wanted)
        found: list[Measured] = []
        if bounds is not None:
            bounds = bounds if bounds.loss is not None else replace(bounds, loss=section.loss)
            every = _built(artifact, list(HOW), Path(place), run)
            ground = _ground(original, prepared, ("validation", "test", "train"), seed)
            found = _measure(artifact, original, every, ground)
            names = [choosing.choose(found[1:], bounds).name]
            made = [one for one in every if one.name in names]
        else:
            made = _built(artifact, names, Path(place), run)
        ground = _ground(original, prepared, ("test", "validation", "train"), seed)
        judged = _measure(artifact, original, made, ground)
        most = bounds.loss if bounds is not None and bounds.loss is not None else section.loss
        return record(run, made, judged, found or judged, target=section.target, most=most, left_out={})


def _opened(artifact: Artifact) -> Predictor:
    from modelyard.inference import Predictor

    backend = "onnx" if (artifact.path / "model.onnx").is_file() else "torch"
    return Predictor.open(artifact, backend=backend, threads=1)


def _built(artifact: Artifact, names: Sequence[str], place: Path, run: Run) -> list[CompressedDecoder]:
    made: list[CompressedDecoder] = []
    for name in names:
        directory = place / name
        directory.mkdir()
        run.emit("progress", text=f"compressing to {name}", share=len(made) / len(names))
        made.append(build(artifact, name, directory, threads=1))
    return made


def _ground(original: Predictor, prepared: Corpus | Conversations, splits: Sequence[str], seed: int) -> Ground:
    """Documents or conversations of the first of the splits that has any."""
    from modelyard.evaluation.judging import language_ground

    split = next(name for name in splits if prepared.counts.get(name))
    rows, places = prepared.sample(split, TEST_BYTES)
    return language_ground(original, rows, places, split, Evaluate(), seed)


def _measure(
    artifact: Artifact, original: Predictor, made: Sequence[CompressedDecoder], ground: Ground
) -> list[Measured]:
    """The original first, then every variant, on the same documents; times are of a token written."""
    from modelyard.inference.fastest import measure

    models = {ORIGINAL: original, **{one.name: one.model for one in made}}
    places = {ORIGINAL: artifact.path, **{one.name: one.path for one in made}}
    seconds = measure(models)
    metric = str(ground.metrics.PRIMARY)
    answers = {
        name: np.asarray(model.task.probabilities(model.outputs(ground.known.rows))) for name, model in models.items()
    }
    found = []
    for name, outputs in answers.items():
        if not np.isfinite(outputs).all():
            raise ArtifactError(f"{name} gives answers that are no numbers", where=str(artifact.path))
        lost = Loss(value=0.0, interval=(0.0, 0.0), p_value=1.0, relative=False)
        if name != ORIGINAL:
            lost = loss(
                ground.metrics,
                metric,
                ground.known.targets,
                answers[ORIGINAL],
                outputs,
                confidence=ground.settings.confidence,
                resamples=ground.settings.resamples,
                seed=ground.seed,
            )
        found.append(
            Measured(
                name=name,
                bytes=network_bytes(places[name]),
                milliseconds=float(f"{1000 * seconds[name]:.3g}"),
                metric=metric,
                value=float(ground.metrics.METRICS[metric].function(ground.known.targets, outputs)),
                loss=lost,
                split=ground.split,
                n=len(ground.known.targets),
            )
        )
    return found
