"""A member of a bag: a run's model trained again on a bootstrap sample of its training rows."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np

from modelyard.core.recipe import Budget
from modelyard.core.run import Run
from modelyard.core.schema import row_count
from modelyard.inference.predictor import Predictor
from modelyard.inference.subject import Subject


def member(subject: Subject, number: int, place: Path) -> Predictor:
    """The shipped family, trained by the recipe for as many passes as the shipped model was, from a seed of its own.

    Rows are drawn with replacement, as many as there are; transforms are fitted to them alone. Validation rows are the
    run's. Source: Breiman 1996, "Bagging predictors".
    """
    from modelyard.training.candidate import prepare, train_direct
    from modelyard.training.ground import Ground

    run, recipe = subject.run, subject.recipe
    shipped = str(run.read_json("models/selection.json")["shipped"])
    record = run.read_json(f"models/{shipped}/training.json")
    section = recipe.train
    if record["steps"]:
        section = section.model_copy(update={"epochs": max(0.01, float(record["epochs"])), "steps": None})
    recipe = recipe.model_copy(update={"train": section, "budget": Budget(), "seed": recipe.seed + 1 + number})
    rows = subject.bundle.rows("train")
    count = row_count(rows)
    drawn = np.sort(np.random.default_rng([subject.recipe.seed, number]).integers(0, count, count))
    shutil.rmtree(place, ignore_errors=True)
    for name in ("models", "checkpoints"):
        (place / name).mkdir(parents=True)
    ground = Ground(recipe, replace(subject.bundle, counts={**subject.bundle.counts, "train": count}), Run(place))
    ground.training = {
        name: cells[drawn] if isinstance(cells, np.ndarray) else [cells[i] for i in drawn.tolist()]
        for name, cells in rows.items()
    }
    fitted = prepare(ground, shipped)
    if fitted.is_network:
        from modelyard.training.network import Training

        Training(ground, fitted, None).run()
    else:
        train_direct(ground, fitted, None)
    return Predictor.load(place / "models" / shipped, verify=False)
