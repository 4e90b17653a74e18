"""Cross-validation: the whole recipe run anew on each fold, in `folds/1`, `folds/2`, ... of the run. K folds; N rows.

Asked for by `evaluate: {folds: 5}`; it takes that many trainings. Each fold is an ordinary run whose test split is that
fold, so that whatever was finished is kept when it is stopped or killed, and the choice between families, early
stopping and calibration are made anew inside each.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable, recipe_file, registry
from modelyard.core.errors import RunError
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Budget, Evaluate, Recipe
from modelyard.core.report import Claim
from modelyard.core.revision import code_version
from modelyard.core.run import Run
from modelyard.inference.subject import Subject
from modelyard.pipeline import folds_timed as timed
from modelyard.pipeline.folds_shown import Pooled, exhibit

FOLDER = "folds"
STAGES = ("prepare", "train", "package", "evaluate", "report")  # of a fold: no evidence of its own
Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fold:
    """One finished fold: seconds it was trained, what it was judged by, its answers to its test rows, [n, C] or [n]."""

    number: int
    family: str
    trained: float
    claim: Claim
    gain: float
    over: str
    rows: dict[str, int]
    targets: NDArray[np.generic]
    outputs: Floats


def trainings(recipe: Recipe) -> float:
    """How many trainings of the run it takes: each fold is one, on about as many rows."""
    return float(recipe.evaluate.folds or 0)


def folds(subject: Subject) -> Exhibit | None:
    """Run every fold that is not finished, and what all of them show together.

    A fold that the budget has no time for is left out, and that is said. Raises: RunError where the data has changed
    since the run, Interrupted where it was stopped: what is finished is kept.
    """
    count = subject.recipe.evaluate.folds
    if not count:
        return None
    _refuse_changed(subject)
    for stale in (subject.run.path / FOLDER).glob("[0-9]*"):  # of more folds
        if int(stale.name) > count:
            _remove(stale)
    done: list[Fold] = []
    for number in range(1, count + 1):
        path = subject.run.path / FOLDER / str(number)
        seconds = timed.granted(timed.own(subject.run), timed.left(subject), count + 1 - number, len(done))
        if not _finished(path) and seconds is None:
            break
        subject.tell(f"fold {number} of {count}", (number - 1) / count)
        recipe = fold_recipe(subject.recipe, number, count, timed.budget(subject, path, seconds))
        done.append(_read(number, recipe, run_fold(recipe, path, timed.after(subject.run)), subject.labels))
    if len(done) < timed.LEAST:
        return Exhibit(
            name="folds",
            stage="evaluate",
            title="Cross-validation",
            summary=f"The budget left time for {len(done)} of {count} folds; two are the least that say anything.",
            limits=(
                "Cross-validation was asked for, and the budget left no time for it; it can be asked for afterwards: "
                f"modelyard evaluate RUN --folds {count}",
            ),
        )
    return timed.told(exhibit(subject, _pooled(subject, done), count), subject, [one.trained for one in done])


def fold_recipe(recipe: Recipe, number: int, count: int, budget: Budget) -> Recipe:
    """The recipe of one fold: the run's own, tested on that fold, without evidence of its own."""
    data = recipe.data
    split = data.split.model_copy(update={"fold": f"{number}/{count}"})
    own = recipe.evaluate
    return recipe.model_copy(
        update={
            "data": data.model_copy(update={"split": split, "test": ()}),
            "budget": budget,
            "evaluate": Evaluate(confidence=own.confidence, resamples=own.resamples, baseline=own.baseline),
            "explain": False,
            "audit": False,
            "compress": None,
        }
    )


def run_fold(recipe: Recipe, path: Path, after_seconds: float | None = None) -> Run:
    """An ordinary run in `path`, going on where an earlier process stopped.

    `after_seconds` is what follows its training, where that is known. One of another recipe, left by other settings, is
    begun anew.
    """
    from modelyard.pipeline.running import plan_of
    from modelyard.pipeline.stages import run_stages, stages_of

    this = Run(path)
    content = recipe_file.to_yaml(recipe)
    if (path / "recipe.yaml").exists() and (path / "recipe.yaml").read_text(encoding="utf-8") != content:
        _remove(path)
    if this.status == "finished":
        return this
    with this.owned():
        if not (path / "recipe.yaml").exists():
            durable.write_text(path / "recipe.yaml", content)
        if not (path / "plan.json").exists():
            durable.write_json(path / "plan.json", {**plan_of(recipe, None), "after_seconds": after_seconds})
        this.emit("started", version=code_version("core"), process=os.getpid())
        run_stages(recipe, this, [stage for stage in stages_of(recipe) if stage.name in STAGES])
        this.emit("finished")
    return this


def _remove(path: Path) -> None:
    old = path.with_name(f".{path.name}.old")  # renamed first: what is half removed is no run
    shutil.rmtree(old, ignore_errors=True)
    path.rename(old)
    shutil.rmtree(old)


def _refuse_changed(subject: Subject) -> None:
    from modelyard.data.bundle import compare_sources

    found = compare_sources(subject.recipe, subject.run.path / "bundle")
    if found.changed or found.absent:
        raise RunError(
            "folds are dealt from the run's files, and these have changed or are gone",
            where=str(subject.run.path),
            got=(found.changed or found.absent)[0],
            remedy="Bring them back, or run the recipe anew with evaluate.folds.",
        )


def _finished(path: Path) -> bool:
    return path.is_dir() and Run(path).status == "finished"


def _read(number: int, recipe: Recipe, run: Run, labels: Sequence[str]) -> Fold:
    subject = Subject.of(recipe, run)
    verdict: dict[str, Any] = run.read_json("evaluation.json")["verdict"]
    known = subject.known("test")
    outputs = subject.for_metric(str(verdict["model"]["name"]), subject.probabilities("test"))
    targets = known.targets
    if labels:
        # Another training split may have its labels in another order, or lack one.
        names = list(dict.fromkeys((*labels, *subject.labels)))
        wide = np.zeros((len(outputs), len(labels)))
        at = [names.index(label) for label in subject.labels]
        kept = [i for i, place in enumerate(at) if place < len(labels)]
        wide[:, [at[i] for i in kept]] = outputs[:, kept]
        codes = np.array(at, dtype=np.int64)[known.targets.astype(np.int64)]
        known_there = codes < len(labels)
        outputs, targets = wide[known_there], codes[known_there]
    return Fold(
        number=number,
        family=str(run.read_json("models/selection.json")["shipped"]),
        trained=timed.trained(run),
        claim=Claim.from_json(verdict["model"]),
        gain=float(verdict["gain"]["value"]),
        over=str(verdict["gain"]["family"]),
        rows={name: int(subject.bundle.counts[name]) for name in ("train", "validation", "test")},
        targets=targets,
        outputs=outputs,
    )


def _pooled(subject: Subject, done: Sequence[Fold]) -> Pooled:
    metrics = registry.load("metrics", subject.kind, field="the task's metrics")
    name = done[0].claim.name if all(one.claim.name == done[0].claim.name for one in done) else metrics.PRIMARY
    return Pooled(
        metrics=metrics,
        metric=name,
        values=np.array([metrics.METRICS[name].function(one.targets, one.outputs) for one in done]),
        gains=np.array([one.gain for one in done]),
        over=tuple(one.over for one in done),
        families=tuple(one.family for one in done),
        claims=tuple(one.claim for one in done),
        rows=tuple(one.rows for one in done),
        targets=np.concatenate([one.targets for one in done]),
        outputs=np.concatenate([one.outputs for one in done]),
        numbers=tuple(one.number for one in done),
    )
