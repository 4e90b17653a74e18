"""What must hold between a recipe's fields and its task, known before any data is read."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_errors import Lines, place_of


def check(recipe: Recipe, task_module: ModuleType, lines: Lines, where: str) -> None:
    """Raises: RecipeError for a loss or class weights that do not fit the task, and for a file that two splits name."""
    task = getattr(task_module, "Task", None)
    losses: tuple[str, ...] = getattr(task, "losses", ())
    loss = recipe.train.loss
    if loss is not None and losses and loss not in losses:
        raise RecipeError(
            f"train.loss must be one of {', '.join(losses)} for {recipe.task}",
            where=place_of(lines, ("train", "loss"), where),
            got=loss,
            remedy=f"Try {losses[0]}, or leave it out.",
        )
    if recipe.train.class_weights != "none" and getattr(task, "metrics", "") == "regression":
        raise RecipeError(
            f"train.class_weights needs classes, which {recipe.task} has none of",
            where=place_of(lines, ("train", "class_weights"), where),
            got=recipe.train.class_weights,
            remedy="Leave it out.",
        )
    if getattr(task, "starts_from_model", False) and not recipe.model.options.get("from"):
        raise RecipeError(
            f"{recipe.task} starts from a language model",
            where=place_of(lines, ("model",), where),
            got=recipe.model.family,
            remedy="Give one: model: {from: runs/base}, a folder with a checkpoint, or hf://owner/name.",
        )
    if recipe.train.replay and not recipe.model.options.get("from"):
        raise RecipeError(
            "train.replay repeats what a run learned from, so model.from must name that run",
            where=place_of(lines, ("train", "replay"), where),
            got=recipe.train.replay,
            remedy="Give model: {from: runs/base}, or leave it out.",
        )
    synonyms = recipe.evaluate.synonyms
    if synonyms is not None and not Path(synonyms).expanduser().is_file():
        raise RecipeError(
            "evaluate.synonyms names a list that is there",
            where=place_of(lines, ("evaluate", "synonyms"), where),
            got=synonyms,
            remedy="Write one (lines such as: movie, film), or leave it out: a list comes with Modelyard.",
        )
    _check_answer(recipe, str(getattr(task, "metrics", "")), lines, where)
    _check_splits(recipe, lines, where)


def _check_answer(recipe: Recipe, kind: str, lines: Lines, where: str) -> None:
    """What is stated of answers suits the task, and there are validation rows to fit it on."""
    able = {"classification": ("costs", "accuracy", "coverage"), "regression": ("coverage",)}.get(kind, ())
    of = {"regression": f"answer.{{}} is about labels, and {recipe.task} answers values"}
    said = of.get(kind, f"answer.{{}} is for tasks that answer rows with a label or a value, not for {recipe.task}")
    for name in recipe.answer.stated:
        place, given = place_of(lines, ("answer", name), where), getattr(recipe.answer, name)
        if name not in able:
            remedy = "Leave it out; of values answer.coverage gives ranges." if able else "Leave it out."
            raise RecipeError(said.format(name), where=place, got=given, remedy=remedy)
        if name != "costs" and not recipe.data.split.validation and not recipe.data.validation:
            raise RecipeError(
                f"answer.{name} is fitted on validation rows, and the recipe holds none back",
                where=place,
                got=given,
                remedy="Set data.split.validation to 0.1 or more, name a file in data.validation, or leave it out.",
            )


def _check_splits(recipe: Recipe, lines: Lines, where: str) -> None:
    data = recipe.data
    for first, second in (("train", "validation"), ("validation", "test"), ("train", "test")):
        theirs = {_plain(path) for path in getattr(data, first)}
        twice = [path for path in getattr(data, second) if _plain(path) in theirs]
        if twice:
            raise RecipeError(
                f"data.{second} names a file that data.{first} names too: its rows would not be unseen",
                where=place_of(lines, ("data", second), where),
                got=twice[0],
                remedy=f"Leave data.{second} out: rows are then held back by data.split.",
            )


def _plain(path: str) -> str:
    """One name for one place, however it is written; a link to a file is that file."""
    return path if "://" in path or "${" in path else str(Path(path).expanduser().resolve())
