"""A run's shipped family trained again on other rows: members of a bag, shadow models."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from modelyard.core.recipe import Budget
from modelyard.core.run import Run
from modelyard.core.schema import Rows, row_count
from modelyard.inference.predictor import Predictor
from modelyard.inference.subject import Subject


def trained_again(subject: Subject, rows: Rows, place: Path, *, seed: int | None = None) -> Predictor:
    """Trained by the run's recipe on `rows`, for as many passes as the shipped model was, without a budget.

    Transforms are fitted to these rows alone; validation rows are the run's. `place` is emptied first. `seed`: another
    than the recipe's.
    """
    from modelyard.training.candidate import prepare, train_direct
    from modelyard.training.ground import Ground

    run, recipe = subject.run, subject.recipe
    shipped = str(run.read_json("models/selection.json")["shipped"])
    record = run.read_json(f"models/{shipped}/training.json")
    section = recipe.train
    if record["steps"]:
        section = section.model_copy(update={"epochs": max(0.01, float(record["epochs"])), "steps": None})
    changed = {"train": section, "budget": Budget(), "seed": recipe.seed if seed is None else seed}
    shutil.rmtree(place, ignore_errors=True)
    for name in ("models", "checkpoints"):
        (place / name).mkdir(parents=True)
    bundle = replace(subject.bundle, counts={**subject.bundle.counts, "train": row_count(rows)})
    ground = Ground(recipe.model_copy(update=changed), bundle, Run(place))
    ground.training = rows
    fitted = prepare(ground, shipped)
    if fitted.is_network:
        from modelyard.training.network import Training

        Training(ground, fitted, None).run()
    else:
        train_direct(ground, fitted, None)
    return Predictor.load(place / "models" / shipped, verify=False)
