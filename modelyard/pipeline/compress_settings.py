"""How long and by what schedule compressing trains: the run's own recipe, with what its training has found."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.recipe import Compress, Model, Parallel, Recipe, Train
from modelyard.core.recipe_errors import validate
from modelyard.core.run import Run


def asked(options: Mapping[str, Any], student: str | None) -> Compress:
    """The section that a command asks for; its student is a family, or its fields as in a recipe ({family: ...}).

    Raises: RecipeError naming what is wrong.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    content = dict(options)
    if student is not None:
        try:
            content["student"] = YAML(typ="safe", pure=True).load(student)
        except YAMLError:
            raise RecipeError(
                "--model is a family, or its fields as in a recipe",
                where="command line",
                got=student,
                remedy="For example: --model cnn, or --model '{family: encoder, layers: 2, width: 128}'.",
            ) from None
    section: Compress = validate(Compress, content, lines={}, prefix=("compress",), where="command line")
    return section


def saved(run: Run) -> Recipe:
    """The run's recipe. Raises: RunError where there is none."""
    path = run.path / "recipe.yaml"
    if not path.is_file():
        raise RunError(
            "what is trained again needs the run's recipe", where=str(path), remedy="Give a whole run directory."
        )
    return recipe_file.load_saved(path)


def again(run: Run, family: str, section: Compress) -> Recipe:
    """For a network that is pruned: a share of its training's steps, by that training's schedule and peak rate.

    Source: Renda et al. 2020, "Comparing rewinding and fine-tuning in neural network pruning": the schedule begun again
    recovers more than its last, small rate. Raises: RunError where the run does not say how long it was trained.
    """
    recipe, record = saved(run), _record(run, family)
    if not record.get("steps"):
        raise RunError(
            "the run does not say how many steps it was trained for",
            where=str(run.path / "models" / family / "training.json"),
            remedy="Run the recipe again.",
        )
    steps = max(1, round(section.recovery * int(record["steps"])))
    own = {name: record[name] for name in ("learning_rate", "batch_size") if record.get(name)}
    train = recipe.train.model_copy(update={**_settled(record), **own, "steps": steps, "epochs": None})
    return recipe.model_copy(update={"train": train, "model": Model(family=family)})


def first(run: Run, family: str, section: Compress, steps: int | None) -> Recipe:
    """For a student: the recipe's training; its rate and batch only where they are meant for the student's family."""
    assert section.student is not None
    recipe = saved(run)
    changes = _settled(_record(run, family))
    if section.student.family != recipe.model.family:
        changes |= {"learning_rate": None, "batch_size": None}
    if steps is not None:
        changes |= {"steps": steps, "epochs": None}
    elif section.epochs is not None:
        changes |= {"steps": None, "epochs": section.epochs}
    train: Train = recipe.train.model_copy(update=changes)
    return recipe.model_copy(update={"train": train, "model": section.student})


def _record(run: Run, family: str) -> dict[str, Any]:
    found: dict[str, Any] = run.read_json(f"models/{family}/training.json")
    return found


def _settled(record: dict[str, Any]) -> dict[str, Any]:
    """How the run's training computed, which is not tried again."""
    precision = record.get("precision")
    most = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {
        "precision": precision if precision in ("fp32", "bf16") else "fp32",
        "threads": min(int(record.get("threads", 1)), most),
        "compile": False,  # a short training does not earn what compiling takes
        "parallel": Parallel(),
        "tensorboard": False,
    }
