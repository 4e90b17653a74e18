"""The stages as data, and how they are run. The only place where stages meet.

A stage reads the run directory and writes to it durably. Its digest covers the parts of the recipe it depends on, the
digest of the stage before it, the version of the code and, for the first, what the data is; a stage whose digest stands
in `stages.json` is kept.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from modelyard.core import durable, processes, registry
from modelyard.core.errors import Interrupted, ModelyardError, RecipeError
from modelyard.core.recipe import Recipe
from modelyard.core.revision import code_version
from modelyard.core.run import Run
from modelyard.pipeline import resident
from modelyard.pipeline.grounds import checked_ground_of

# What decides how models are trained, beside what prepared their data.
CODE = ("metrics", "models", "tasks", "training")
Step = Callable[[Recipe, Run], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One step from data to report: `sections` of the recipe and the `code` it is the first to use decide its digest.

    `writes` must stand when it is done; `found` is what the stage read that no recipe tells.
    """

    name: str
    run: Callable[[Recipe, Run], None]
    sections: tuple[str, ...]
    writes: tuple[str, ...]
    code: tuple[str, ...]
    found: Callable[[Run], str] = lambda run: ""


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import prepare

    prepare(recipe, run.path / "bundle", lambda text, share: run.emit("progress", text=text, share=share))


def data_found(run: Run) -> str:
    """What the files were that the run's data was made of."""
    from modelyard.data.bundle import sources_digest

    return sources_digest(run.path / "bundle")


def _package(recipe: Recipe, run: Run) -> None:
    from modelyard.export.package import package

    package(run, recipe.answer, recipe.seed)


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import Bundle
    from modelyard.evaluation.evaluate import evaluate as evaluate_stage

    evaluate_stage(recipe, Bundle.open(run.path / "bundle"), run)


def _evidence(recipe: Recipe, run: Run) -> None:
    from modelyard.pipeline.evidence import evidence_stage

    evidence_stage(recipe, run)


def _compress(recipe: Recipe, run: Run) -> None:
    from modelyard.pipeline.compressing import compress_stage
    from modelyard.training.budget import limit_seconds, seconds_spent

    assert recipe.compress is not None
    limit = limit_seconds(run, recipe.budget)
    left = None if limit is None else limit - seconds_spent(run)
    compress_stage(recipe.compress, run, recipe.seed, left)


def _report(recipe: Recipe, run: Run) -> None:
    from modelyard.reporting.report import report

    _summarise(run)
    report(run)


def prepared(step: Step, found: Callable[[Run], str] = data_found) -> Stage:
    """The stage that makes `bundle/`."""
    sections = ("task", "data", "seed")
    return Stage(name="prepare", run=step, sections=sections, writes=("bundle",), code=("core", "data"), found=found)


def _train(recipe: Recipe, run: Run) -> None:
    from modelyard.training.train import train

    train(checked_ground_of(recipe, run))


def evaluated(step: Step) -> Stage:
    """The stage that judges the artifact."""
    writes = ("claims.json", "evaluation.json")
    return Stage(name="evaluate", run=step, sections=("evaluate",), writes=writes, code=("evaluation",))


TRAIN = Stage(
    name="train", run=_train, sections=("model", "train", "budget"), writes=("models/selection.json",), code=CODE
)
PACKAGE = Stage(name="package", run=_package, sections=("answer",), writes=("artifact",), code=("inference", "export"))
REPORT = Stage(
    name="report",
    run=_report,
    sections=("title", "card"),
    writes=("report.html", "card.md", "summary.json"),
    code=("reporting",),
)
COMPRESS = Stage(
    name="compress",
    run=_compress,
    sections=("compress",),
    writes=("compressed/compression.json",),
    code=("compression",),
)
DECODERS = ("int8-weights", "int4")
EVIDENCE = Stage(
    name="evidence",
    run=_evidence,
    sections=("evaluate", "explain", "audit"),
    writes=("evidence",),
    code=("explanation", "auditing"),
)
_ROWS = (prepared(_prepare), TRAIN, PACKAGE, evaluated(_evaluate), EVIDENCE, REPORT)


def stages_of(recipe: Recipe) -> tuple[Stage, ...]:
    """The stages of this recipe's task, in order.

    Raises: RecipeError for an unknown task, one whose model is not compressed where the recipe asks for it, and a
    student that cannot be taught.
    """
    from modelyard.pipeline.conversations import CONVERSATIONS, PAIRS
    from modelyard.pipeline.language import CORPUS, MASKED

    sort = registry.load("tasks", recipe.task, field="task").Task.sort
    found = {"corpus": CORPUS, "conversations": CONVERSATIONS, "pairs": PAIRS, "masked": MASKED}.get(sort, _ROWS)
    if recipe.evaluate.folds and found is not _ROWS:
        rule = "only models that answer rows with a class or a value are cross-validated"
        raise RecipeError(rule, where="evaluate.folds", got=recipe.task, remedy="Leave it out.")
    if recipe.compress is None:
        return found
    writes = sort in ("corpus", "conversations", "pairs")
    others = [name for name in recipe.compress.wanted if name not in DECODERS]
    if found is not _ROWS and (not writes or others):
        raise RecipeError(
            f"a model that writes texts is compressed to {' or '.join(DECODERS)}"
            if writes
            else "only models that answer rows with a class or a value, or write texts, are compressed",
            where="compress",
            got=others[0] if writes else recipe.task,
            remedy="" if writes else "Leave the section out.",
        )
    if recipe.compress.student is not None:
        from modelyard.pipeline.compress_networks import student_of

        student_of(recipe.compress.student, sort)  # a wrong name or field should not wait for the training
    return (*found[:-1], COMPRESS, found[-1])


def run_stages(recipe: Recipe, run: Run, stages: Sequence[Stage] | None = None) -> None:
    """Run the stages (all of the recipe's) whose digests do not stand in the run directory.

    Raises: Interrupted where the user or the system stopped it; what a stage raises.
    """
    stages_file = run.path / "stages.json"
    done: dict[str, Any] = run.read_json("stages.json") if stages_file.exists() else {}
    begun = {event["name"]: event["code"] for event in run.events("stage") if "code" in event}
    digest = ""
    for stage in stages_of(recipe) if stages is None else stages:
        before, digest = digest, _digest(stage, recipe, run, digest)
        written = all((run.path / name).exists() for name in stage.writes)
        if written and done.get(stage.name, {}).get("digest") == digest:
            run.emit("stage", name=stage.name, state="kept", seconds=0.0)
            continue
        started = time.monotonic()
        code = code_version(*stage.code)
        if begun.get(stage.name, code) != code:
            # What an earlier version did is not gone on with, and its time is not charged.
            run.emit("anew", name=stage.name)
            run.notice(f"{stage.name} begins again: the code was {begun[stage.name]}, now it is {code}")
            begun.clear()  # so do all the stages after it
        run.emit("stage", name=stage.name, state="started", code=code)
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
        resident.hand_back()
        seconds = round(time.monotonic() - started, 3)
        digest = _digest(stage, recipe, run, before)
        done[stage.name] = {"digest": digest, "seconds": seconds}
        durable.write_json(stages_file, done)
        run.emit("stage", name=stage.name, state="done", seconds=seconds, peak_memory_bytes=resident.peak_bytes())


def _digest(stage: Stage, recipe: Recipe, run: Run, before: str) -> str:
    """Of all that decides what a stage writes; `before` is the digest of the stage before it."""
    sections = processes.anywhere(recipe).model_dump(mode="json", include=set(stage.sections))
    content = json.dumps([stage.name, before, code_version(*stage.code), sections, stage.found(run)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _summarise(run: Run) -> None:
    """Time and memory so far, over all the processes that worked on this run; and beside them what was quoted."""
    from modelyard.pipeline.billing import reconciled
    from modelyard.training.budget import seconds_spent

    stages: dict[str, float] = {}
    peak = resident.peak_bytes()
    for event in run.events("stage"):
        if event["state"] == "done":
            stages[event["name"]] = stages.get(event["name"], 0.0) + event["seconds"]
            peak = max(peak, event.get("peak_memory_bytes", 0))
    durable.write_json(
        run.path / "summary.json",
        {"seconds": round(seconds_spent(run), 1), "stages": stages, "peak_memory_bytes": peak},
    )
    durable.write_json(run.path / "reconciliation.json", reconciled(run))
