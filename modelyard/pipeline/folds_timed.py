"""How long the folds of a cross-validation may take: as the run itself took, or what its budget leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from modelyard.core import recipe_file
from modelyard.core.exhibit import Exhibit, text
from modelyard.core.recipe import Budget
from modelyard.core.run import Run
from modelyard.core.words import percent
from modelyard.inference.subject import Subject

# Folds that say something at least; how long one is trained at least, as a share of the run's own training; and by how
# much the same work may take longer.
LEAST, LEAST_SHARE, MARGIN = 2, 0.25, 1.1
# Folds that were trained for less than this share of the run's own time are said to have been.
TOLD_SHARE = 0.8


def granted(own: tuple[float, float], left: float | None, more: int, done: int) -> float | None:
    """What the next of `more` folds may take; None where the time does not suffice for two in all.

    `own` is what the run itself took, and how much of that its training. What is `left` (None: no budget) is
    shared among as many of the folds as can be trained for LEAST_SHARE of the run's own time at least.
    """
    whole, trained = own
    if left is None:
        return whole
    shortest = whole - (1 - LEAST_SHARE) * trained
    many = min(more, int(left / shortest)) if shortest > 0 else more
    return min(whole, left / many) if many and done + many >= LEAST else None


def own(run: Run) -> tuple[float, float]:
    """What a fold takes by the run's own stages up to its evaluation, and how much of it the loop or solver."""
    stages = run.read_json("stages.json")
    whole = sum(stages[name]["seconds"] for name in ("prepare", "train", "package", "evaluate") if name in stages)
    return MARGIN * float(whole), min(float(whole), trained(run))


def after(run: Run) -> float:
    """Seconds that a fold takes after its training, by the run's own: its plan holds them free of its time."""
    stages = run.read_json("stages.json")
    return float(sum(stages[name]["seconds"] for name in ("package", "evaluate") if name in stages))


def left(subject: Subject) -> float | None:
    """What the budget leaves, a little for the report held back; None where nothing limits it."""
    from modelyard.training.budget import MARGIN as FREE
    from modelyard.training.budget import limit_seconds, seconds_spent

    limit = limit_seconds(subject.run, subject.recipe.budget)
    if limit is None or subject.run.status == "finished":  # a verb asks for it, later: the budget was the run's
        return None
    return max(0.0, (1 - FREE) * limit - seconds_spent(subject.run))


def budget(subject: Subject, path: Path, seconds: float | None) -> Budget:
    """Where time decided what the run trained, as much time; a fold that was begun keeps its own."""
    if (path / "recipe.yaml").is_file():
        return recipe_file.load_saved(path / "recipe.yaml").budget
    section = subject.recipe.train
    by_time = subject.recipe.budget != Budget() or (
        subject.recipe.model.family == "auto" and section.epochs is None and section.steps is None
    )
    assert seconds is not None, "a fold that is not finished has time, or was left out"
    return Budget(minutes=max(0.1, round(seconds / 60, 2))) if by_time else Budget()


def told(found: Exhibit, subject: Subject, each: Sequence[float]) -> Exhibit:
    """With a word about folds that the budget gave less time than the run's own training."""
    share = float(np.mean(each)) / max(1e-9, trained(subject.run))
    if left(subject) is None or share >= TOLD_SHARE:
        return found
    said = (
        f"The budget left the folds {percent(share, 0)} of the training time that the run's own model had: "
        "with as much of it they could be better."
    )
    return replace(found, blocks=(*found.blocks, text(said)), limits=(*found.limits, f"Cross-validation: {said}"))


def trained(run: Run) -> float:
    """Seconds of the shipped model's training."""
    shipped = str(run.read_json("models/selection.json")["shipped"])
    return float(run.read_json(f"models/{shipped}/training.json")["seconds"])
