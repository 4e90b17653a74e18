"""The verb and stage `compress`: variants built, measured against the original, refused beyond the bound, kept.

A search chooses on the validation split; what is kept is judged on the test split, once.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.compression import choosing
from modelyard.compression.compressed import Compressed, build, compressible
from modelyard.compression.graphs import VARIANTS, variant
from modelyard.compression.judging import Loss, Measured, loss, milliseconds
from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError, RequestError, RunError
from modelyard.core.recipe import Compress, Evaluate
from modelyard.core.run import Run
from modelyard.core.schema import row_count, take
from modelyard.pipeline.compressed import FOLDER, record

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle
    from modelyard.evaluation.judging import Ground
    from modelyard.inference import Predictor

ORIGINAL = "float32"
LOSS, ROWS = 0.01, 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """`to`: the variants to keep; or `target`: bounds, within which one is searched. `loss` is what is refused beyond.

    `rows` of a split are judged at most, drawn by the seed.
    """

    to: tuple[str, ...] = ()
    target: str | None = None
    loss: float = LOSS
    rows: int = ROWS
    seed: int = 0

    def bounds(self) -> choosing.Bounds | None:
        """The target's bounds, with the bound on the loss where it names none."""
        if self.target is None:
            return None
        bounds = choosing.parse(self.target)
        return replace(bounds, loss=self.loss) if bounds.loss is None else bounds


def compress(path: str | os.PathLike[str], asked: Asked) -> dict[str, Any]:
    """Compress a finished run into `compressed/NAME/`, each an artifact that serves; return what was measured.

    Raises: ArtifactError where a variant loses more than the bound, or none is within the target (nothing is kept of
    it); RunError where the run has no rows to judge on.
    """
    run = Run(Path(path))
    if not (run.path / "bundle").is_dir():
        raise RunError(
            "a model is compressed where its test rows are", where=str(run.path), remedy="Give the run directory."
        )
    with run.owned():
        return compress_run(run, asked)


def compress_run(run: Run, asked: Asked) -> dict[str, Any]:
    """`compress` for the owner of the run directory."""
    names = [variant(name).name for name in asked.to]
    bounds = asked.bounds()
    if bool(names) == (bounds is not None):
        raise RequestError("say what to compress to, or a target", where="compress", remedy="Give --to or --target.")
    artifact = open_artifact(run.path)
    compressible(artifact)
    from modelyard.data.bundle import Bundle
    from modelyard.inference import Predictor

    bundle = Bundle.open(run.path / "bundle")
    original = Predictor.open(artifact, backend="onnx", threads=1)
    with tempfile.TemporaryDirectory(dir=run.path, prefix=durable.TEMPORARY) as place:
        found: list[Measured] = []
        made: list[Compressed] = []
        left_out: dict[str, str] = {}
        if bounds is not None:
            made, left_out = _buildable(artifact, Path(place), run)
            searched = _ground(original, bundle, asked, ("validation", "test", "train"))
            found = _measure(artifact, original, made, searched)
            names = [choosing.choose(found[1:], bounds).name]
            made = [one for one in made if one.name in names]
        else:
            made = _built(artifact, names, Path(place), run)
        judged = _measure(artifact, original, made, _ground(original, bundle, asked, ("test", "validation", "train")))
        most = bounds.loss if bounds is not None and bounds.loss is not None else asked.loss
        return record(run, made, judged, found or judged, target=asked.target, most=most, left_out=left_out)


def _built(artifact: Artifact, names: Sequence[str], place: Path, run: Run) -> list[Compressed]:
    made: list[Compressed] = []
    for name in names:
        directory = place / name
        directory.mkdir()
        run.emit("progress", text=f"compressing to {name}", share=len(made) / len(names))
        made.append(build(artifact, name, directory))
    return made


def compress_stage(section: Compress, run: Run, seed: int) -> None:
    """What the recipe's section asks for. A refusal does not stop the run: it is noted, and the report says so."""
    asked = Asked(to=section.to, target=section.target, loss=section.loss, rows=section.rows, seed=seed)
    place = run.path / FOLDER / "compression.json"
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        found = compress_run(run, asked)
    except ArtifactError as error:
        run.notice(f"compress: {error}")
        if not place.is_file():
            durable.write_json(place, {"kept": [], "refused": [], "reason": str(error)})
        return
    for name in found["kept"]:
        (own,) = (row for row in found["variants"] if row["name"] == name)
        share = own["bytes"] / found["variants"][0]["bytes"]
        run.notice(f"compressed/{name}: {share:.0%} of the size, loses {own['loss']['value']:.4f} of {own['metric']}")


def _buildable(artifact: Artifact, place: Path, run: Run) -> tuple[list[Compressed], dict[str, str]]:
    """Every variant that can be made of this network, and of the others why not."""
    made: list[Compressed] = []
    left_out: dict[str, str] = {}
    for name in VARIANTS:
        try:
            made += _built(artifact, (name,), place, run)
        except ArtifactError as error:
            left_out[name] = error.rule
    return made, left_out


def _ground(original: Predictor, bundle: Bundle, asked: Asked, splits: Sequence[str]) -> Ground:
    """The rows of the first of the splits that has any, at most as many as asked for."""
    from modelyard.evaluation.judging import prepare_ground

    split = next(name for name in splits if bundle.counts.get(name))
    rows, places = bundle.rows(split), bundle.places(split)
    if row_count(rows) > asked.rows:
        picked = np.sort(np.random.default_rng(asked.seed).permutation(row_count(rows))[: asked.rows]).tolist()
        rows, places = take(rows, picked), [places[i] for i in picked]
    return prepare_ground(original, rows, places, split, Evaluate(), asked.seed)


def _measure(artifact: Artifact, original: Predictor, made: Sequence[Compressed], ground: Ground) -> list[Measured]:
    """The original first, then every variant, on the same rows."""
    rows, metric = ground.known.rows, str(ground.metrics.PRIMARY)
    times = milliseconds({ORIGINAL: original, **{one.name: one.model for one in made}}, rows)
    before = _answers(original, ground)
    sizes = {ORIGINAL: (artifact.path / "model.onnx").stat().st_size, **{one.name: one.bytes for one in made}}
    found = []
    for name, model in ((ORIGINAL, original), *((one.name, one.model) for one in made)):
        answers = before if name == ORIGINAL else _answers(model, ground)
        if not np.isfinite(answers).all():
            raise ArtifactError(f"{name} gives answers that are no numbers", where=str(artifact.path))
        lost = Loss(value=0.0, interval=(0.0, 0.0), p_value=1.0, relative=False)
        if name != ORIGINAL:
            settings = ground.settings
            lost = loss(
                ground.metrics,
                metric,
                ground.known.targets,
                before,
                answers,
                confidence=settings.confidence,
                resamples=settings.resamples,
                seed=ground.seed,
            )
        found.append(
            Measured(
                name=name,
                bytes=sizes[name],
                milliseconds=times[name],
                metric=metric,
                value=float(ground.metrics.METRICS[metric].function(ground.known.targets, answers)),
                loss=lost,
                split=ground.split,
                n=len(ground.known.targets),
            )
        )
    return found


def _answers(model: Predictor, ground: Ground) -> Any:
    answers = np.asarray(model.task.probabilities(model.outputs(ground.known.rows)))
    return answers[:, 0] if answers.ndim == 2 and ground.kind == "regression" else answers
