"""The rehearsal of a run, in a process of its own: `python -m modelyard.pipeline.rehearsal FOLDER`.

It takes the stages of the run in their order, on a sample where the data are large and with few steps of the real
model, and notes what each took in `FOLDER/marks.jsonl`. It may be killed anywhere: what is noted stands.
"""

from __future__ import annotations

import dataclasses
import json
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import durable, processes, registry
from modelyard.core.errors import ModelyardError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline import rehearsal_team, resident
from modelyard.pipeline.rehearsal_sample import sample_of
from modelyard.planning import local
from modelyard.planning.local import Peak

if TYPE_CHECKING:
    from modelyard.pipeline.stages import Stage
    from modelyard.training.candidate import Candidate
    from modelyard.training.ground import Ground

MARKS, ASK = "marks.jsonl", "ask.json"
LEAST_ROWS = 400
MEASURING_SECONDS = 1.5  # what the machine's rates take to measure, on a machine that does nothing else
# A sample's first part is prepared alone: the difference is the cost of a row.
FIRST_SHARE, FEW_PAIRS = 0.25, 12
# A solver is timed on growing parts of the rows, as long as the next is expected to stay within this share of the time.
SOLVER_SHARE, SOLVER_GROWTH = 0.2, 4


class Rehearsal:
    """One recipe, taken through its stages in `folder` until the time is up."""

    def __init__(self, folder: Path) -> None:
        asked = json.loads((folder / ASK).read_text(encoding="utf-8"))
        self.recipe = Recipe.model_validate(asked["recipe"])
        self.folder = folder
        self._until = time.monotonic() + float(asked["seconds"])
        self.budget_seconds: float | None = asked["budget_seconds"]
        self.after_seconds: float | None = asked["after_seconds"]
        self.processes = processes.count()
        self.sort = str(registry.load("tasks", self.recipe.task, field="task").Task.sort)
        self.scale = 1.0  # rows of the whole data over those of the sample
        self.train_scale = 1.0  # the same of the training rows
        self.spent_seconds = 0.0  # of the whole run up to here, as far as is known
        self._peak = Peak()

    @property
    def left(self) -> float:
        """Seconds until this process ends."""
        return self._until - time.monotonic()

    def mark(self, part: str, **figures: Any) -> None:
        """Note what a part took; the peak is that of this process since the last mark."""
        record = {"part": part, "peak_bytes": self._peak.since(), "resident_bytes": self._peak.now(), "at": time.time()}
        if "torch" in sys.modules:
            from modelyard.training import device

            record["device_peak_bytes"] = device.peak_bytes(again=True)
        record |= figures
        durable.append_line(self.folder / MARKS, json.dumps(record, default=float))

    def run(self) -> None:
        """All of it. Raises: what a stage raises."""
        from modelyard.pipeline.stages import stages_of

        stages = stages_of(self.recipe)
        names = [stage.name for stage in stages]
        before = stages[: names.index("train")]
        # Evidence takes a share of the training's time, which a rehearsal has not: it is modelled.
        after = [stage for stage in stages[names.index("train") + 1 :] if stage.name != "evidence"]
        begun = time.monotonic()
        sample = sample_of(self.recipe, self.sort, self.folder)
        self.scale, self.train_scale = sample.scale, sample.train_scale
        self.mark("look", seconds=time.monotonic() - begun, **sample.to_json())
        size = round(sample.size)
        few = FEW_PAIRS if self.sort == "pairs" else round(size * FIRST_SHARE)
        if sample.scale > 1 and sample.is_rows and (few >= LEAST_ROWS / 2 or few == FEW_PAIRS):
            self._stages(before, sample.of(few), Run(self.folder / "few"), rows=few)
            if self.sort == "pairs":  # the first time, the starting model's libraries were loaded
                self._stages(before, sample.of(few), Run(self.folder / "again"), rows=few)
            self.spent_seconds = 0.0
        run = Run(self.folder / "run")
        self._stages(before, sample.recipe, run, rows=size)
        self._train(sample.recipe, run)
        self._stages(after[:1], sample.recipe, run, rows=size)  # what is packaged can write
        if self.sort == "conversations" and self.recipe.evaluate.generate:
            from modelyard.evaluation.generated import foretell

            self.mark("part", name="generated", seconds=foretell(sample.recipe, run, scale=self.scale))
        self._stages(after[1:], sample.recipe, run, rows=size)

    def _stages(self, stages: Sequence[Stage], recipe: Recipe, run: Run, rows: int) -> None:
        run.path.mkdir(parents=True, exist_ok=True)
        if not (run.path / "plan.json").exists():
            durable.write_text(run.path / "recipe.yaml", "")
            durable.write_json(run.path / "plan.json", {"created": time.time(), "environment": {}})
        for stage in stages:
            begun = time.monotonic()
            stage.run(recipe, run)
            seconds = time.monotonic() - begun
            self.spent_seconds += seconds * self.scale
            resident.hand_back()  # as a run does
            self.mark("stage", name=stage.name, seconds=seconds, rows=rows)

    def _train(self, recipe: Recipe, run: Run) -> None:
        begun = time.monotonic()
        from modelyard.pipeline.grounds import ground_of
        from modelyard.training.candidate import is_network
        from modelyard.training.selection import select
        from modelyard.training.train import too_little

        ground = ground_of(recipe, run)
        named, cheap = recipe.model.family, str(ground.task_class.cheap)
        automatic = named == "auto"
        families = [cheap] if named == cheap else [cheap, named]
        if automatic:
            others = sorted(ground.task_class.candidates, key=lambda name: is_network(ground, name))
            others = [name for name in others if not too_little(ground, name, self.budget_seconds)]
            networks = [name for name in others if is_network(ground, name)]
            families = [cheap, *(name for name in others if name not in networks[1:])]
        solvers = [name for name in families if not is_network(ground, name)]
        seconds = time.monotonic() - begun
        self.mark("ground", seconds=seconds, counts=dict(ground.bundle.counts), scale=self.scale, solvers=solvers)
        trained = {}
        # A network's steps first, unlike the run: they are what the quote needs most.
        with rehearsal_team.training(recipe, ground):
            for family in sorted(families, key=lambda name: not is_network(ground, name)):
                if is_network(ground, family):
                    from modelyard.pipeline.rehearsal_network import rehearse_network

                    trained[family] = rehearse_network(self, ground, family)
                else:
                    trained[family] = self._solve(ground, family)
        begun = time.monotonic()
        select(ground, [trained[family] for family in families], [], automatic=automatic)
        self.mark("choice", seconds=time.monotonic() - begun)

    def _solve(self, ground: Ground, family: str) -> Candidate:
        """A solver on growing parts of the training rows: the last one's candidate."""
        from modelyard.training.candidate import prepare, train_direct

        whole, allowed = ground.count, SOLVER_SHARE * self.left
        size = min(whole, LEAST_ROWS) if _divides(ground) else whole
        points = []
        while True:
            begun, resident = time.monotonic(), self._peak.now()
            part = _part(ground, size) if size < whole else ground
            fitted = prepare(part, family)
            candidate = train_direct(part, fitted, None)
            seconds = time.monotonic() - begun
            points.append(seconds)
            self.mark("solver", family=family, seconds=seconds, rows=size, of=whole, resident_before=resident)
            # The first one loads a library.
            if size == whole or (len(points) > 1 and seconds * min(SOLVER_GROWTH, whole / size) > allowed):
                self.spent_seconds += seconds * self.scale * whole / size
                return candidate
            size = min(whole, size * SOLVER_GROWTH)


def _divides(ground: Ground) -> bool:
    """Whether a part of the rows can be taken: those of a corpus stand on disk, and a solver reads a bounded part."""
    return ground.task_class.sort in ("table", "text")


def _part(ground: Ground, size: int) -> Ground:
    """The same ground with so many of its training rows."""
    import numpy as np

    from modelyard.training.ground import Ground

    chosen = np.sort(np.random.default_rng(0).choice(ground.count, size, replace=False))
    part = Ground(ground.recipe, ground.bundle, ground.run)
    part.bundle = dataclasses.replace(ground.bundle, counts={**ground.bundle.counts, "train": size})
    part.__dict__["training"] = {
        name: cells[chosen] if isinstance(cells, np.ndarray) else [cells[int(i)] for i in chosen]
        for name, cells in ground.training.items()
    }
    part.__dict__["validation"] = ground.validation
    return part


def main(folder: str) -> None:
    """What the process does; a user's mistake is noted, for the run itself would end with it too."""
    rehearsal = Rehearsal(Path(folder))
    # Whoever asked may be gone: nothing of this outlives its time by much.
    signal.alarm(int(rehearsal.left) + 5)
    if processes.rank():
        rehearsal_team.follow(rehearsal.recipe)
        return
    try:
        with rehearsal_team.leading(rehearsal.recipe):
            rehearsal.run()
        rehearsal.mark("done")
        if rehearsal.left > MEASURING_SECONDS:  # PyTorch is loaded, and there is time
            local.measure()
    except ModelyardError as error:
        rehearsal.mark("error", text=str(error))


if __name__ == "__main__":
    main(sys.argv[1])
