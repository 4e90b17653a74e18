"""The verb and stage `compress`: variants built, measured against the original, refused beyond the bound, kept.

A search chooses on the validation split; what is kept is judged on the test split, once.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.compression import choosing, pruning
from modelyard.compression.calibration import ROWS as CALIBRATION_ROWS
from modelyard.compression.compressed import Compressed, build, compressible, trained
from modelyard.compression.judging import Measured
from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError, DataError, RunError, TrainingError
from modelyard.core.recipe import Compress
from modelyard.core.recipe_compress import DISTILL, GRAPHS, Variant, variant
from modelyard.core.run import Listener, Run
from modelyard.core.schema import Rows, row_count, take
from modelyard.models import ensemble
from modelyard.pipeline.compress_judging import ground_of, measure, teaching
from modelyard.pipeline.compress_networks import student_of
from modelyard.pipeline.compress_training import ALONE, LEAST_SECONDS, WORK, Trainings
from modelyard.pipeline.compressed import FOLDER, record

if TYPE_CHECKING:
    from modelyard.inference import Predictor

# What a search trains, where the network has such parts: each as it is and in 8 bits.
SEARCHED = ("prune=0.5", "neurons=0.5", "layers=0.5")
# A search measures many variants on the validation split: on so many rows at most.
SEARCH_ROWS = 2000


def compress(
    path: str | os.PathLike[str], section: Compress, *, seed: int = 0, listener: Listener | None = None
) -> dict[str, Any]:
    """Compress a finished run into `compressed/NAME/`, each an artifact that serves; return what was measured.

    Raises: ArtifactError where a variant loses more than the bound, or none is within the target (nothing is kept of
    it); RunError where the run has no rows to judge on; Interrupted: trainings are saved, the same call goes on.
    """
    run = Run(Path(path))
    if listener:
        run.subscribe(listener)
    if not (run.path / "bundle").is_dir() and open_artifact(run.path).family == ensemble.FAMILY:
        raise RunError(
            "an ensemble has no network of its own to compress",
            where=str(run.path),
            remedy=f"Let it teach a network of one of its runs: modelyard compress RUN --model mlp --teacher {path}",
        )
    if not (run.path / "bundle").is_dir():
        raise RunError(
            "a model is compressed where its test rows are", where=str(run.path), remedy="Give the run directory."
        )
    with run.owned():
        return compress_run(run, section, seed)


def compress_run(run: Run, section: Compress, seed: int, end: float | None = None) -> dict[str, Any]:
    """`compress` for the owner of the run directory; what is trained ends by `end` (seconds of time.monotonic)."""
    bounds = None if section.target is None else choosing.parse(section.target)
    artifact = open_artifact(run.path)
    if artifact.family == "decoder":
        from modelyard.pipeline.compress_decoders import compress_decoder

        return compress_decoder(run, section, artifact, seed)
    compressible(artifact)
    from modelyard.data.bundle import Bundle
    from modelyard.inference import Predictor

    bundle = Bundle.open(run.path / "bundle")
    original = Predictor.open(artifact, backend="onnx", threads=1)
    if section.student is not None:
        student_of(section.student, original.task.sort)  # a wrong name or field is said before anything is trained
    (run.path / FOLDER).mkdir(exist_ok=True)
    durable.remove_litter(run.path / FOLDER)
    with tempfile.TemporaryDirectory(dir=run.path, prefix=durable.TEMPORARY) as place:
        trainings = Trainings(run=run, artifact=artifact, bundle=bundle, section=section, end=end)
        workshop = Workshop(trainings=trainings, place=Path(place), seed=seed)
        shown: list[Measured] | None = None
        left_out: dict[str, str] = {}
        names = list(section.wanted)
        if bounds is not None:
            bounds = bounds if bounds.loss is not None else replace(bounds, loss=section.loss)
            names = _searched(artifact, section)
            begun = sorted({variant(name).trained for name in names} - {""})
            if begun:
                run.notice(f"the search trains {', '.join(begun)} (--no-train, train: false leaves them out)")
            every, left_out = workshop.all_of(names)
            rows = min(section.rows, SEARCH_ROWS)
            ground = ground_of(original, bundle, ("validation", "test", "train"), rows, seed)
            shown, _ = measure(artifact, original, every, ground)
            names = [choosing.choose(shown[1:], bounds).name]
        made = [workshop.make(variant(name), share=i / len(names)) for i, name in enumerate(names)]
        taught = next((name for name in names if variant(name).needs_student), None) if section.compare else None
        control = workshop.alone(variant(taught)) if taught else None
        judged_on = ground_of(original, bundle, ("test", "validation", "train"), section.rows, seed)
        judged, answers = measure(artifact, original, [*made, *([control] if control else [])], judged_on)
        most = bounds.loss if bounds is not None and bounds.loss is not None else section.loss
        found = record(
            run,
            made,
            judged,
            shown or judged,
            target=section.target,
            most=most,
            left_out=left_out,
            taught=teaching(judged_on, taught, ALONE, answers) if taught else None,
        )
    shutil.rmtree(run.path / FOLDER / WORK, ignore_errors=True)
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """Makes variants in folders of `place`; a training that several of them begin with is done once."""

    trainings: Trainings
    place: Path
    seed: int
    _models: dict[str, Predictor] = field(default_factory=dict)
    _made: dict[str, Compressed] = field(default_factory=dict)

    def make(self, wanted: Variant, share: float = 0.0) -> Compressed:
        """The variant, opened.

        Raises: ArtifactError where it cannot be made, TrainingError, Interrupted.
        """
        name = str(wanted)
        if name not in self._made:
            self._made[name] = self._new(wanted, share)
        return self._made[name]

    def _new(self, wanted: Variant, share: float) -> Compressed:
        name, base = str(wanted), self.trainings.artifact
        self.trainings.run.emit("progress", text=f"compressing to {name}", share=share)
        if wanted.trained:
            if wanted.trained not in self._models:
                self._models[wanted.trained] = self.trainings.make(wanted, self.place / f"trained {wanted.trained}")
            if wanted.graph is None:
                return trained(self._models[wanted.trained], name)
            base = self._models[wanted.trained].artifact
        return self._stored(base, wanted, name)

    def all_of(self, names: Sequence[str]) -> tuple[list[Compressed], dict[str, str]]:
        """Every variant that can be made of this network, and of the others why not."""
        made: list[Compressed] = []
        left_out: dict[str, str] = {}
        failed: dict[str, str] = {}
        for i, name in enumerate(names):
            wanted = variant(name)
            if wanted.trained in failed:
                left_out[name] = failed[wanted.trained]
                continue
            try:
                made.append(self.make(wanted, share=i / len(names)))
            except (ArtifactError, TrainingError) as error:
                left_out[name] = error.rule
                shutil.rmtree(self.place / name, ignore_errors=True)
                if wanted.trained and wanted.trained not in self._models:
                    failed[wanted.trained] = error.rule
        return made, left_out

    def alone(self, wanted: Variant) -> Compressed:
        """The student, trained for as many steps without the teacher and stored as the taught one is."""
        model = self.trainings.alone(self.place / f"trained {ALONE}", self.trainings.steps_of(wanted))
        made = trained(model, str(wanted)) if wanted.graph is None else self._stored(model.artifact, wanted, ALONE)
        return replace(made, name=ALONE)

    def _stored(self, base: Artifact, wanted: Variant, folder: str) -> Compressed:
        assert wanted.graph is not None
        directory = self.place / folder
        directory.mkdir()
        rows = self._calibration() if wanted.graph == "int8-static" else None
        parent = self.trainings.artifact.digest
        return build(base, wanted.graph, directory, name=str(wanted), parent=parent, rows=rows)

    def _calibration(self) -> Rows:
        """Training rows, drawn by the seed."""
        rows = self.trainings.bundle.rows("train")
        picked = np.random.default_rng(self.seed).permutation(row_count(rows))[:CALIBRATION_ROWS]
        return take(rows, np.sort(picked).tolist())


def _searched(artifact: Artifact, section: Compress) -> list[str]:
    """All that a search tries: what needs no training first, so that a budget that ends leaves something."""
    names = list(GRAPHS)
    if not section.train:
        return names
    begun = [name for name in SEARCHED if _removes_something(artifact, variant(name))]
    if section.student is not None:
        begun.insert(0, DISTILL)
    return [*names, *(name for one in begun for name in (one, f"{one}+int8"))]


def _removes_something(artifact: Artifact, wanted: Variant) -> bool:
    try:
        _, _, found = pruning.read(artifact.path, artifact.family)
        pruning.check(found, dict(wanted.shares), artifact.family)
    except ArtifactError:
        return False
    own = {group.kind for group in found.groups.values()}
    # Of a family without heads, prune and neurons differ by the embedding alone.
    return "heads" in own or dict(wanted.shares).keys() != {"neurons"}


def compress_stage(section: Compress, run: Run, seed: int, seconds: float | None = None) -> None:
    """What the recipe's section asks for; what is trained takes `seconds` at most (None: as long as it takes).

    A refusal does not stop the run: it is noted, and the report says so.
    """
    place = run.path / FOLDER / "compression.json"
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    end = None if seconds is None else time.monotonic() + max(seconds, LEAST_SECONDS)
    try:
        found = compress_run(run, section, seed, end)
    except (ArtifactError, DataError, TrainingError) as error:
        run.notice(f"compress: {error}")
        if not place.is_file():
            durable.write_json(place, {"kept": [], "refused": [], "reason": str(error)})
        return
    for name in found["kept"]:
        (own,) = (row for row in found["variants"] if row["name"] == name)
        share = own["bytes"] / found["variants"][0]["bytes"]
        run.notice(f"compressed/{name}: {share:.0%} of the size, loses {own['loss']['value']:.4f} of {own['metric']}")
