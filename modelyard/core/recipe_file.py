"""Recipe files: YAML 1.2 with line numbers, includes, overrides, `${VARIABLE}`; and errors that name the line."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe, Section

MAX_BYTES = 1 << 20
MAX_NODES = 20_000  # after aliases are expanded: a YAML bomb stops here
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")

Lines = dict[tuple[str, ...], str]  # ("train", "epochs") -> "recipe.yaml:7"


def load(path: Path | str, overrides: Sequence[str] = ()) -> Recipe:
    """Read a recipe file, its includes and `key.sub=value` overrides.

    Raises: RecipeError that names file and line, field, rule, value and remedy.
    """
    tree, lines = _read(Path(path), ())
    return _finish(tree, lines, overrides, str(path))


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


def validate(
    kind: type[Section], mapping: Mapping[str, Any], *, lines: Lines, prefix: tuple[str, ...], where: str
) -> Any:
    """Build a section and turn the first of pydantic's complaints into a RecipeError with a place and a remedy."""
    try:
        return kind.model_validate(mapping)
    except ValidationError as error:
        raise _as_recipe_error(error, kind, lines, prefix, where) from error


def _finish(tree: dict[str, Any], lines: Lines, overrides: Sequence[str], where: str) -> Recipe:
    for override in overrides:
        _apply(tree, lines, override)
    recipe: Recipe = validate(Recipe, _expand(tree, lines, (), where), lines=lines, prefix=(), where=where)
    registry.load("tasks", recipe.task, field="task", where=_place(lines, ("task",), where))
    if recipe.model.family != "auto":
        place = _place(lines, ("model", "family"), where)
        family = registry.load("models", recipe.model.family, field="model", where=place)
        validate(family.Config, recipe.model.options, lines=lines, prefix=("model",), where=where)
    elif recipe.model.options:
        key = next(iter(recipe.model.options))
        raise RecipeError(
            f"model.{key} needs a family to belong to",
            where=_place(lines, ("model", key), where),
            remedy="Name one, for example: model: {family: mlp, ...}. See: modelyard list models",
        )
    return recipe


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
    tree, lines = _parse(data, path)
    base: dict[str, Any] = {}
    base_lines: Lines = {}
    includes = tree.pop("include", ())
    for name in [includes] if isinstance(includes, str) else includes:
        if not isinstance(name, str):
            raise RecipeError(
                "include must be a file name or a list of them",
                where=_place(lines, ("include",), str(path)),
                got=name,
                remedy="For example: include: base.yaml",
            )
        more, more_lines = _read(path.parent / name, (*including, real))
        base, base_lines = _merge(base, more), {**base_lines, **more_lines}
    return _merge(base, tree), {**base_lines, **lines}


def _parse(data: bytes, path: Path) -> tuple[dict[str, Any], Lines]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RecipeError(
            "a recipe must be UTF-8",
            where=f"{path}:{line}",
            got=data[error.start : error.start + 4],
            remedy="Save the file as UTF-8.",
        ) from error
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    try:
        node = yaml.compose(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise RecipeError(
            f"this is not valid YAML: {problem}",
            where=where,
            remedy="Check the indentation, the colons and the quotes.",
        ) from error
    except RecursionError as error:
        raise RecipeError("the recipe is nested too deeply", where=str(path), remedy="Is it a recipe?") from error
    lines: Lines = {}
    count = [0]
    tree = _plain(node, (), path, lines, yaml, count) if node is not None else {}
    if not isinstance(tree, dict):
        raise RecipeError(
            "a recipe must be a mapping of fields", where=f"{path}:1", remedy="Begin with: task: text-classification"
        )
    return tree, lines


def _plain(node: Any, at: tuple[str, ...], path: Path, lines: Lines, yaml: Any, count: list[int]) -> Any:
    """A YAML node as plain Python, recording the line of every field."""
    from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

    where = f"{path}:{node.start_mark.line + 1}"
    lines.setdefault(at, where)
    count[0] += 1
    if count[0] > MAX_NODES or len(at) > 40:
        raise RecipeError(
            "the recipe is too large once its aliases are expanded", where=where, remedy="Is it a recipe?"
        )
    tag = str(node.tag or "")
    if tag.startswith("!") or "python" in tag:
        raise RecipeError("a recipe holds plain values only", where=where, got=tag, remedy="Remove the tag.")
    if isinstance(node, MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
            place = f"{path}:{key_node.start_mark.line + 1}"
            if key in result:
                raise RecipeError(f"{'.'.join((*at, key))} stands twice", where=place, remedy="Keep one of them.")
            lines[(*at, key)] = place
            result[key] = _plain(value_node, (*at, key), path, lines, yaml, count)
        return result
    if isinstance(node, SequenceNode):
        return [_plain(item, (*at, str(i)), path, lines, yaml, count) for i, item in enumerate(node.value)]
    return yaml.constructor.construct_object(node, deep=True)


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
    except YAMLError as error:
        raise RecipeError(
            f"the value of {key} is not valid YAML", where="command line", got=text, remedy="Quote it."
        ) from error
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


def _expand(value: Any, lines: Lines, at: tuple[str, ...], where: str) -> Any:
    """Replace ${NAME} by the environment's value; secrets therefore stay out of recipe files."""
    if isinstance(value, dict):
        return {key: _expand(inner, lines, (*at, str(key)), where) for key, inner in value.items()}
    if isinstance(value, list):
        return [_expand(inner, lines, (*at, str(i)), where) for i, inner in enumerate(value)]
    if not isinstance(value, str):
        return value

    def look_up(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in os.environ:
            raise RecipeError(
                f"{'.'.join(at)} uses an environment variable that is not set",
                where=_place(lines, at, where),
                got="${" + name + "}",
                remedy=f"Run: export {name}=...",
            )
        return os.environ[name]

    return _VARIABLE.sub(look_up, value)


def _place(lines: Lines, at: tuple[str, ...], where: str) -> str:
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at, where)


def _as_recipe_error(
    error: ValidationError, kind: type[BaseModel], lines: Lines, prefix: tuple[str, ...], where: str
) -> RecipeError:
    # The first complaint in the order of the file: what a reader meets first.
    first = error.errors(include_url=False)[0]
    inner = tuple(str(part) for part in first["loc"] if not str(part).startswith("function-"))
    at = (*prefix, *inner)
    name = ".".join(at) or "recipe"
    place = _place(lines, at, where)
    model, field = _field_of(kind, inner)
    code = first["type"]
    context = first.get("ctx", {})
    if code == "extra_forbidden":
        known = sorted(model.model_fields)
        near = difflib.get_close_matches(at[-1], known, n=1, cutoff=0.5)
        return RecipeError(
            f"{name} is not a known field",
            where=place,
            remedy=f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}.",
        )
    if code == "missing":
        return RecipeError(f"{name} is needed", where=place, remedy=_try(field, f"Add: {at[-1]}: ..."))
    rule = {
        "greater_than": "must be > {gt}",
        "greater_than_equal": "must be >= {ge}",
        "less_than": "must be < {lt}",
        "less_than_equal": "must be <= {le}",
        "literal_error": "must be one of {expected}",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "int_parsing": "must be a whole number",
        "int_type": "must be a whole number",
        "int_from_float": "must be a whole number",
        "finite_number": "must be a finite number",
        "bool_parsing": "must be true or false",
        "string_type": "must be text",
        "tuple_type": "must be a name or a list of names",
        "model_type": "must be a mapping of fields",
        "model_attributes_type": "must be a mapping of fields",
    }.get(code)
    if rule is None:
        message = str(first["msg"]).removeprefix("Value error, ")
        rule = message[:1].lower() + message[1:]
    rule = rule.format(**context) if context else rule
    return RecipeError(
        f"{name} {rule}" if code != "value_error" else f"{name}: {rule}",
        where=place,
        got=first.get("input"),
        remedy=_remedy(code, first.get("input"), context, field),
    )


def _remedy(code: str, value: Any, context: Mapping[str, Any], field: Any) -> str:
    if code == "literal_error" and isinstance(value, str):
        options = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        near = difflib.get_close_matches(value, options, n=1, cutoff=0.5)
        if near:
            return f"Did you mean {near[0]!r}?"
    return _try(field, "See: modelyard schema")


def _try(field: Any, otherwise: str) -> str:
    if field is not None and field.examples:
        return f"Try {field.examples[0]}."
    if field is not None and field.default is not None and isinstance(field.default, (int, float, str, bool)):
        return f"Try {field.default}."
    return otherwise


def _field_of(kind: type[BaseModel], at: tuple[str, ...]) -> tuple[type[BaseModel], Any]:
    """The model and the field that a location stands in."""
    model, field = kind, None
    for name in at:
        field = model.model_fields.get(name)
        if field is None:
            return model, None
        annotation = field.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return model, field
