"""What compressing trains: pruned networks again, and students; by the engine, the rows and the schedule of the run.

Each has a folder of its own in `compressed/.work/`, with the engine's checkpoints: a process that was killed leaves
nothing else behind, and the same command goes on from there.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.compression import pruning
from modelyard.core import durable, recipe_file, registry
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Compress, Recipe
from modelyard.core.recipe_compress import Variant
from modelyard.core.revision import code_version
from modelyard.core.run import Run
from modelyard.core.schema import row_count, take
from modelyard.inference.deciding import decided
from modelyard.inference.predictor import Predictor
from modelyard.pipeline.compress_networks import Guided, Start, student_of
from modelyard.pipeline.compress_settings import again, first
from modelyard.pipeline.compress_teaching import lessons_of

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle
    from modelyard.training.ground import Ground

WORK = ".work"
ALONE = "student-alone"
# Training rows whose gradients score the units, and how many of them at once: a mean over many small batches.
SCORED_ROWS, SCORED_BATCH = 256, 8
# A training that has less time than this learns nothing.
LEAST_SECONDS = 5.0
_CODE = ("compression", "core", "data", "metrics", "models", "tasks", "training")


@dataclass(frozen=True, kw_only=True, slots=True)
class Trainings:
    """The trainings of one call of `compress`. `end` is when they must be over, in seconds of time.monotonic."""

    run: Run
    artifact: Artifact
    bundle: Bundle
    section: Compress
    end: float | None = None

    def make(self, wanted: Variant, final: Path) -> Predictor:
        """The variant's network, trained and packaged in `final`.

        Raises: ArtifactError where it cannot be made, RunError, TrainingError, Interrupted (saved: it goes on).
        """
        name = wanted.trained
        if wanted.needs_student:
            return self._student(name, final, taught=True)
        return self._pruned(wanted, final)

    def alone(self, final: Path, steps: int) -> Predictor:
        """The student trained for as many steps without the teacher."""
        return self._student(ALONE, final, taught=False, steps=steps)

    def steps_of(self, wanted: Variant) -> int:
        """How many steps the plan of a variant's training had."""
        (record,) = (self._folder(wanted.trained).path / "models").glob("*/training.json")
        return int(json.loads(record.read_text(encoding="utf-8"))["total_steps"])

    def _pruned(self, wanted: Variant, final: Path) -> Predictor:
        from modelyard.training.ground import Ground

        module = registry.load("models", self.artifact.family, field="family")
        shares = {kind: share for kind, share in wanted.shares if kind != "sparse"}
        if shares:
            pruning.check(pruning.read(self.artifact.path, self.artifact.family)[2], shares, self.artifact.family)
        recipe = again(self.run, self.artifact.family, self.section)
        place = self._folder(wanted.trained)
        digest = self._digest(wanted.trained, recipe)
        done = self._finished(place, digest)
        if done is None:
            ground = Ground(recipe, self.bundle, self._own_run(place, wanted.trained))
            task = self._task()
            start = self.artifact.path
            if shares:
                start = self._cut(place.path / "start", shares, digest, ground, task)
            held = pruning.masks(start, wanted.sparse) if wanted.sparse else {}
            if self.artifact.family == "encoder":
                config = module.Config.model_validate({"from": str(start)})
            else:
                config = module.Config.model_validate(json.loads((start / "config.json").read_text(encoding="utf-8")))
            done = self._train(ground, Start(module, start, held), config, task, digest, taught=wanted.distilled)
        return self._packaged(done, final)

    def _student(self, name: str, final: Path, *, taught: bool, steps: int | None = None) -> Predictor:
        from modelyard.training.ground import Ground

        assert self.section.student is not None
        module, config = student_of(self.section.student, self._task().sort)
        recipe = first(self.run, self.artifact.family, self.section, steps)
        place = self._folder(name)
        digest = self._digest(name, recipe)
        done = self._finished(place, digest)
        if done is None:
            ground = Ground(recipe, self.bundle, self._own_run(place, name))
            task = ground.fit_task(self.section.student.family, config)
            done = self._train(ground, module, config, task, digest, taught=taught)
        return self._packaged(done, final)

    def _train(self, ground: Ground, module: Any, config: Any, task: Any, digest: str, *, taught: bool) -> Path:
        """The trained model's directory."""
        import torch

        from modelyard.training.candidate import Fitted
        from modelyard.training.network import Training

        self._left()  # before the teacher is asked, too
        family = ground.recipe.model.family
        torch.set_num_threads(ground.recipe.train.threads or 1)
        if taught:
            from modelyard.training.distilling import Taught, TaughtGround

            lessons = lessons_of(self.artifact, ground, task, self.section, digest)
            ground, task = TaughtGround(ground, lessons), Taught(task, lessons)
            if lessons.states is not None:
                module = Guided(module, lessons.states.shape[1])
        fitted = Fitted(family=family, module=module, config=config, task=task, digest=digest)
        (ground.run.path / "models").mkdir(exist_ok=True)
        Training(ground, fitted, self._left()).run()
        shutil.rmtree(ground.run.path / "checkpoints", ignore_errors=True)
        return ground.run.path / "models" / family

    def _left(self) -> float | None:
        """Seconds to train in; None: as long as it takes. Raises: ArtifactError where there are too few."""
        left = None if self.end is None else self.end - time.monotonic()
        if left is not None and left < LEAST_SECONDS:
            over = f"{max(0.0, left):.0f} s"
            raise ArtifactError("the budget leaves no time to train it", where="compress", got=over)
        return left

    def _packaged(self, source: Path, final: Path) -> Predictor:
        from modelyard.export.package import package_model

        environment = dict(self.artifact.manifest.get("environment", {}))
        parents = (self.artifact.digest,)
        recipe = recipe_file.load_saved(self.run.path / "recipe.yaml")
        decision, _ = decided(Predictor.load(source, verify=False), self.bundle, recipe.answer, recipe.seed)
        return package_model(source, self.bundle, final, environment=environment, parents=parents, decision=decision)

    def _task(self) -> Any:
        return registry.load("tasks", self.artifact.task, field="task").Task.load(self.artifact.path)

    def _folder(self, name: str) -> Run:
        return Run(self.run.path / "compressed" / WORK / name)

    def _own_run(self, place: Run, name: str) -> Run:
        """A run that tells the command's own how far it is."""
        place.path.mkdir(parents=True, exist_ok=True)
        durable.remove_litter(place.path)

        def told(event: dict[str, Any]) -> None:
            if event["event"] == "step":
                step, total = event["step"], event["total_steps"]
                self.run.emit("progress", text=f"{name}: step {step:,} of {total:,}", share=step / max(1, total))
            elif event["event"] == "notice":
                self.run.notice(f"{name}: {event['text']}")

        place.subscribe(told)
        return place

    def _finished(self, place: Run, digest: str) -> Path | None:
        """What an earlier process trained to its end, by the same rules."""
        for manifest in (place.path / "models").glob("*/manifest.json"):
            if json.loads(manifest.read_text(encoding="utf-8")).get("digest") == digest:
                durable.verify_directory(manifest.parent)
                return manifest.parent
        return None

    def _cut(self, start: Path, shares: Mapping[str, float], digest: str, ground: Ground, task: Any) -> Path:
        """The network with its least important units removed, not trained again yet."""
        manifest = start / durable.MANIFEST
        if manifest.is_file() and json.loads(manifest.read_text(encoding="utf-8")).get("digest") == digest:
            return start
        from modelyard.compression.importance import scores
        from modelyard.training.batches import Examples, epoch_batches

        family = self.artifact.family
        _, _, found = pruning.read(self.artifact.path, family)
        count = row_count(ground.training)
        picked = np.sort(np.random.default_rng(ground.recipe.seed).permutation(count)[:SCORED_ROWS]).tolist()
        rows = take(ground.training, picked)
        examples = Examples(task.encode(rows), task.encode_targets(rows), None, task.features.pad_id)
        batches = (examples.batch(index) for index in epoch_batches(examples, SCORED_BATCH, seed=0, epoch=0))
        model = registry.load("models", family, field="family").open(self.artifact.path, task.features, task.outputs)
        found_scores = scores(model, found, batches, task.loss)
        with durable.new_directory(start, manifest={"kind": "start", "digest": digest}) as directory:
            pruning.prune(self.artifact.path, directory, family, shares, found_scores)
        return start

    def _digest(self, name: str, recipe: Recipe) -> str:
        """Of all that decides what a training here ends with."""
        fields = {"recovery", "student", "temperature", "teaching", "hidden", "unlabelled"}
        teacher = self.section.teacher
        parts = [
            code_version(*_CODE),
            self.artifact.digest,
            None if teacher is None else open_artifact(Path(teacher)).digest,
            name,
            self.section.model_dump(mode="json", include=fields),
            recipe.train.model_dump(mode="json"),
            recipe.seed,
            self.bundle.fingerprint,
        ]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
