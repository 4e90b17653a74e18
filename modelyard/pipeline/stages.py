"""The stages as data, and how they are run. The only place where stages meet.

A stage reads the run directory and writes to it durably. Its digest covers the parts of the recipe it depends on, the
digest of the stage before it and the version of the code; a stage whose digest stands in `stages.json` is kept.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modelyard.core import durable
from modelyard.core.errors import Interrupted, ModelyardError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One step from data to report: `sections` of the recipe decide its digest, `writes` must stand when it is done."""

    name: str
    run: Callable[[Recipe, Run], None]
    sections: tuple[str, ...]
    writes: tuple[str, ...]


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import prepare

    prepare(recipe, run.path / "bundle", lambda text, share: run.emit("progress", text=text, share=share))


def _train(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import Bundle
    from modelyard.training.train import train

    train(recipe, Bundle.open(run.path / "bundle"), run)


def _package(recipe: Recipe, run: Run) -> None:
    from modelyard.export.package import package

    package(run)


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import Bundle
    from modelyard.evaluation.evaluate import evaluate as evaluate_stage

    evaluate_stage(recipe, Bundle.open(run.path / "bundle"), run)


def _report(recipe: Recipe, run: Run) -> None:
    from modelyard.reporting.report import report

    _summarise(run)
    report(run)


STAGES = (
    Stage(name="prepare", run=_prepare, sections=("task", "data", "seed"), writes=("bundle",)),
    Stage(name="train", run=_train, sections=("model", "train", "budget"), writes=("models/selection.json",)),
    Stage(name="package", run=_package, sections=(), writes=("artifact",)),
    Stage(name="evaluate", run=_evaluate, sections=("evaluate",), writes=("claims.json", "evaluation.json")),
    Stage(name="report", run=_report, sections=("title",), writes=("report.html", "card.md", "summary.json")),
)


def run_stages(recipe: Recipe, run: Run) -> None:
    """Run the stages whose digests do not stand in the run directory.

    Raises: Interrupted where the user or the system stopped it; what a stage raises.
    """
    stages_file = run.path / "stages.json"
    done: dict[str, Any] = run.read_json("stages.json") if stages_file.exists() else {}
    sections = recipe.model_dump(mode="json")
    digest = version()
    for stage in STAGES:
        content = json.dumps([stage.name, digest, [sections[name] for name in stage.sections]], sort_keys=True)
        digest = hashlib.sha256(content.encode()).hexdigest()
        written = all((run.path / name).exists() for name in stage.writes)
        if written and done.get(stage.name, {}).get("digest") == digest:
            run.emit("stage", name=stage.name, state="kept", seconds=0.0)
            continue
        started = time.monotonic()
        run.emit("stage", name=stage.name, state="started")
        try:
            stage.run(recipe, run)
        except (KeyboardInterrupt, Interrupted) as error:
            run.emit("interrupted", name=stage.name)
            raise Interrupted(
                f"stopped in {stage.name}; everything done so far is saved in {run.path}",
                remedy="Give the same command again to go on.",
            ) from error
        except ModelyardError as error:
            run.emit("failed", name=stage.name, error=str(error))
            raise
        seconds = round(time.monotonic() - started, 3)
        done[stage.name] = {"digest": digest, "seconds": seconds}
        durable.write_json(stages_file, done)
        run.emit("stage", name=stage.name, state="done", seconds=seconds, peak_memory_bytes=peak_memory_bytes())


def _summarise(run: Run) -> None:
    """Time and memory so far, over all the processes that worked on this run."""
    from modelyard.training.budget import seconds_spent

    stages: dict[str, float] = {}
    peak = peak_memory_bytes()
    for event in run.events("stage"):
        if event["state"] == "done":
            stages[event["name"]] = stages.get(event["name"], 0.0) + event["seconds"]
            peak = max(peak, event.get("peak_memory_bytes", 0))
    durable.write_json(
        run.path / "summary.json",
        {"seconds": round(seconds_spent(run), 1), "stages": stages, "peak_memory_bytes": peak},
    )


def peak_memory_bytes() -> int:
    """The most that this process had resident."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def version() -> str:
    """The version of the code."""
    from modelyard import __version__

    return __version__
