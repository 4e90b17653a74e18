"""Recipe files: includes, overrides, `${VARIABLE}`; and errors that name the line."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import recipe_checks, recipe_yaml, registry, secrets, variables
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_errors import MOVED, Lines, place_of, validate

MAX_BYTES = 1 << 20


def load(path: Path | str, overrides: Sequence[str] = ()) -> Recipe:
    """Read a recipe file, its includes and `key.sub=value` overrides.

    Raises: RecipeError that names file and line, field, rule, value and remedy.
    """
    tree, lines = _read(Path(path), ())
    return _finish(tree, lines, overrides, str(path))


def load_saved(path: Path) -> Recipe:
    """The recipe that a run directory holds: it was checked when the run began, and its variables may be gone.

    What an older version only measured by is left out: its answers are not chosen by it.
    Raises: RecipeError for a damaged file.
    """
    tree, lines = _read(path, ())
    for section, field in MOVED:
        if isinstance(tree.get(section), dict):
            tree[section].pop(field, None)
    recipe: Recipe = validate(Recipe, tree, lines=lines, prefix=(), where=str(path))
    return recipe


def from_mapping(mapping: Mapping[str, Any], overrides: Sequence[str] = ()) -> Recipe:
    """A recipe given as a Python mapping."""
    return _finish(dict(mapping), {}, overrides, "recipe")


def to_yaml(recipe: Recipe) -> str:
    """The recipe with every default resolved, as YAML that `load` reads back to an equal recipe."""
    import io

    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 110
    stream = io.StringIO()
    yaml.dump(recipe.model_dump(mode="json"), stream)
    return stream.getvalue()


def _finish(tree: dict[str, Any], lines: Lines, overrides: Sequence[str], where: str) -> Recipe:
    for override in overrides:
        _apply(tree, lines, override)
    _check_strings(tree, lines, (), where)
    _name_family(tree)
    recipe: Recipe = validate(Recipe, tree, lines=lines, prefix=(), where=where)
    task = registry.load("tasks", recipe.task, field="task", where=place_of(lines, ("task",), where))
    recipe_checks.check(recipe, task, lines, where)
    if recipe.model.family != "auto":
        place = place_of(lines, ("model", "family"), where)
        family = registry.load("models", recipe.model.family, field="model", where=place)
        if not hasattr(family, "Config"):
            raise RecipeError(
                "this is no family that a recipe trains",
                where=place,
                got=recipe.model.family,
                remedy=str(getattr(family, "UNTRAINED", "See: modelyard list models")),
            )
        validate(family.Config, recipe.model.options, lines=lines, prefix=("model",), where=where)
    elif recipe.model.options:
        key = next(iter(recipe.model.options))
        raise RecipeError(
            f"model.{key} needs a family to belong to",
            where=place_of(lines, ("model", key), where),
            remedy="Name one, for example: model: {family: mlp, ...}. See: modelyard list models",
        )
    return recipe


def _name_family(tree: dict[str, Any]) -> None:
    """A checkpoint without a family is of the one that the task starts from (`Task.pretrained`).

    Running text that is masked is a task of its own.
    """
    train = tree.get("train")
    if tree.get("task") == "language-modeling" and isinstance(train, dict) and train.get("objective") == "masked":
        tree["task"] = "masked-language-modeling"
    model, task = tree.get("model"), tree.get("task")
    if isinstance(model, dict) and "from" in model and "family" not in model and isinstance(task, str):
        with contextlib.suppress(RecipeError):  # an unknown task is said in its turn
            found = getattr(registry.load("tasks", task, field="task").Task, "pretrained", None)
            if found is not None:
                tree["model"] = {"family": found, **model}


def _read(path: Path, including: tuple[Path, ...]) -> tuple[dict[str, Any], Lines]:
    real = path.resolve()
    if real in including:
        raise RecipeError("a recipe must not include itself", where=str(path), remedy="Remove the circle of includes.")
    if not path.is_file():
        raise RecipeError("there is no such recipe file", where=str(path), remedy="Write one: modelyard new FILE")
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise RecipeError(
            "a recipe must be under 1 MB", where=str(path), got=f"{len(data)} bytes", remedy="Is it a recipe?"
        )
    tree, lines = recipe_yaml.parse(data, path)
    base: dict[str, Any] = {}
    base_lines: Lines = {}
    includes = tree.pop("include", ())
    for name in [includes] if isinstance(includes, str) else includes:
        if not isinstance(name, str):
            raise RecipeError(
                "include must be a file name or a list of them",
                where=place_of(lines, ("include",), str(path)),
                got=name,
                remedy="For example: include: base.yaml",
            )
        secrets.refuse_literal(name, where=place_of(lines, ("include",), str(path)), field="include")
        more, more_lines = _read(path.parent / name, (*including, real))
        base, base_lines = _merge(base, more), {**base_lines, **more_lines}
    return _merge(base, tree), {**base_lines, **lines}


def _apply(tree: dict[str, Any], lines: Lines, override: str) -> None:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    key, equals, text = override.partition("=")
    names = tuple(key.strip().split("."))
    if not equals or not all(names):
        raise RecipeError(
            "an override must read key.sub=value",
            where="command line",
            got=override,
            remedy="For example: train.epochs=2",
        )
    try:
        value = YAML(typ="safe", pure=True).load(text)
    except YAMLError:
        raise RecipeError(
            f"the value of {key} is not valid YAML", where="command line", got=text, remedy="Quote it."
        ) from None
    branch = tree
    for depth, name in enumerate(names[:-1]):
        inner = branch.get(name, {})
        if isinstance(inner, str) and name == "model" and depth == 0:
            inner = {"family": inner}
        if not isinstance(inner, dict):
            inner = {}
        branch[name] = inner = dict(inner)
        branch = inner
    branch[names[-1]] = value
    for depth in range(1, len(names) + 1):
        lines[names[:depth]] = f"command line ({override})"


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _check_strings(value: Any, lines: Lines, at: tuple[str, ...], where: str) -> None:
    """Every `${NAME}` stands in a field that is filled when it is used, and is set; no URL holds its password."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_strings(inner, lines, (*at, str(key)), where)
    elif isinstance(value, (list, tuple)):
        for i, inner in enumerate(value):
            _check_strings(inner, lines, (*at, str(i)), where)
    elif isinstance(value, str):
        field, place = ".".join(at), place_of(lines, at, where)
        secrets.refuse_literal(value, where=place, field=field)
        if not variables.PATTERN.search(value):
            return
        if at[:2] not in variables.FIELDS:
            allowed = ", ".join(".".join(names) for names in variables.FIELDS)
            raise RecipeError(
                f"{field} cannot hold an environment variable", where=place, got=value, remedy=f"These can: {allowed}."
            )
        missing = variables.first_missing(value)
        if missing:
            raise variables.unset(missing, where=place, field=field)
