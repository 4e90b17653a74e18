"""Which recipe is meant, and which directory its run belongs to."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import durable, processes, recipe_file
from modelyard.core.errors import RecipeError, RunError, hidden
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run

AnyRecipe = Recipe | Mapping[str, Any] | str | os.PathLike[str]


def read_recipe(recipe: AnyRecipe, overrides: Sequence[str] = ()) -> Recipe:
    """A recipe from a file, a mapping or a recipe, with overrides applied.

    Raises: RecipeError, also for a private training that its task or family does not allow.
    """
    found = _read(recipe, overrides)
    if found.train.privacy is not None:
        from modelyard.training.privacy_terms import check_recipe

        check_recipe(found)
    return found


def _read(recipe: AnyRecipe, overrides: Sequence[str]) -> Recipe:
    if isinstance(recipe, Recipe):
        return recipe_file.from_mapping(recipe.model_dump(mode="json"), overrides)
    if isinstance(recipe, Mapping):
        return recipe_file.from_mapping(recipe, overrides)
    return recipe_file.load(Path(recipe), overrides)


def default_directory(recipe: AnyRecipe, resolved: Recipe, passed: list[str]) -> Path:
    """`runs/<name>`, or the first `runs/<name>-2`, `-3`, ... that is free or holds this very recipe on this very data.

    A run's own saved recipe, unchanged, means that run. Why a run of this recipe was passed over goes to `passed`.
    """
    if isinstance(recipe, (str, os.PathLike)):
        own = Path(recipe).parent
        saved = Path(recipe).name == "recipe.yaml" and (own / "plan.json").is_file() and holds(own, resolved)
        if saved and _is_of_this_data(own, resolved, passed):
            return own
    stem = Path(recipe).stem if isinstance(recipe, (str, os.PathLike)) else "recipe"
    if stem == "recipe":
        stem = Path(resolved.data.train[0].rstrip("/").rpartition("/")[2]).name.partition(".")[0] or "run"
    number = 1
    while True:
        path = Path("runs") / (stem if number == 1 else f"{stem}-{number}")
        if not (path / "recipe.yaml").exists():
            return path
        if holds(path, resolved) and _is_of_this_data(path, resolved, passed):
            return path
        number += 1


def _is_of_this_data(path: Path, resolved: Recipe, passed: list[str]) -> bool:
    from modelyard.data.bundle import compare_sources

    changed = compare_sources(resolved, path / "bundle").changed
    if changed:
        passed.append(f"{path} is left as it is: the data has changed since ({_few(changed)})")
    return not changed


def holds(path: Path, resolved: Recipe) -> bool:
    """Whether the run in `path` is of this recipe; a damaged one, or an older version's, is of another."""
    try:
        return processes.anywhere(recipe_file.load_saved(path / "recipe.yaml")) == processes.anywhere(resolved)
    except RecipeError:
        return False


def refuse_another_recipe(this: Run, resolved: Recipe) -> None:
    """Raises: RunError where the directory holds a run of another recipe, or something else than a run."""
    if not (this.path / "recipe.yaml").exists():
        # What a run killed in its first write leaves is a run's, too.
        ours = (".lock", "events.jsonl", durable.TEMPORARY)
        if this.path.is_dir() and not all(path.name.startswith(ours) for path in this.path.iterdir()):
            raise RunError(
                "this directory holds something else than a run", where=str(this.path), remedy="Give another --out."
            )
        return
    there = processes.anywhere(recipe_file.load_saved(this.path / "recipe.yaml"))
    resolved = processes.anywhere(resolved)
    if there == resolved:
        return
    old, new_ = there.model_dump(mode="json"), resolved.model_dump(mode="json")
    section = next(name for name in new_ if old.get(name) != new_[name])
    raise RunError(
        f"this directory holds a run of another recipe ({section} differs)",
        where=str(this.path),
        got=new_[section],
        remedy="Give another --out.",
    )


def refuse_other_data(this: Run, resolved: Recipe) -> list[str]:
    """Notices about files that cannot be compared with those that the run was prepared from.

    Raises: RunError where one has changed since: what stands there and what would be added are of different data.
    """
    from modelyard.data.bundle import compare_sources

    found = compare_sources(resolved, this.path / "bundle")
    if found.changed:
        raise RunError(
            f"the data of this run has changed since it was prepared: {_few(found.changed)}",
            where=str(this.path),
            remedy="Give another --out, or remove this directory to begin again.",
        )
    return [
        f"{hidden(path)} cannot be looked at any more: the run goes on with what was prepared from it"
        for path in found.absent
    ]


def _few(changed: list[str]) -> str:
    return hidden("; ".join(changed[:3])) + (f"; and {len(changed) - 3} more" if len(changed) > 3 else "")
