"""YAML 1.2 as plain values, with the line of every field. No tag is followed, and nothing grows beyond a bound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from modelyard.core.errors import RecipeError
from modelyard.core.recipe_errors import Lines

MAX_NODES = 20_000  # after aliases are expanded: a YAML bomb stops here
_WIDE_COLON = re.compile(r"\s*[\w.-]+：")  # a field, and not a colon within a text


def parse(data: bytes, path: Path) -> tuple[dict[str, Any], Lines]:
    """The mapping that a file holds, and the line of every field. Raises: RecipeError."""
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
        at = mark.line + 1 if mark else None
        remedy = "Check the indentation, the colons and the quotes."
        wide = next((n for n, one in enumerate(text.splitlines()[:at], 1) if _WIDE_COLON.match(one)), None)
        if wide is not None:  # what a Chinese keyboard writes
            at, remedy = wide, "Its colon is a full-width one: write ': ' instead of '：'."
        where = f"{path}:{at}" if at else str(path)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise RecipeError(
            f"this is not valid YAML: {problem}",
            where=where,
            remedy=remedy,
        ) from None  # its text repeats lines of the file, and with them a password
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
