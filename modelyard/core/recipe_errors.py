"""A recipe's mistakes in words: pydantic's complaints with the line, the rule, the value and the remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Section

Lines = dict[tuple[str, ...], str]  # ("train", "epochs") -> "recipe.yaml:7"

# Fields that another took the place of: measured only before, they are what the model answers now.
MOVED = {
    ("evaluate", "costs"): ("answer", "costs"),
    ("evaluate", "answer_accuracy"): ("answer", "accuracy"),
    ("evaluate", "coverage"): ("answer", "coverage"),
}


def validate(
    kind: type[Section], mapping: Mapping[str, Any], *, lines: Lines, prefix: tuple[str, ...], where: str
) -> Any:
    """Build a section and turn the first of pydantic's complaints into a RecipeError with a place and a remedy."""
    try:
        return kind.model_validate(mapping)
    except ValidationError as error:
        raise _as_recipe_error(error, kind, lines, prefix, where) from None  # its text repeats values unhidden


def place_of(lines: Lines, at: tuple[str, ...], where: str) -> str:
    """The file and line of a field, or of the nearest one around it."""
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at, where)


def _as_recipe_error(
    error: ValidationError, kind: type[BaseModel], lines: Lines, prefix: tuple[str, ...], where: str
) -> RecipeError:
    # The first complaint in the order of the file: what a reader meets first.
    first = error.errors(include_url=False)[0]
    inner = tuple(str(part) for part in first["loc"] if not str(part).startswith("function-"))
    # A section that may also be false is named twice: explain, Explain.
    inner = tuple(part for at, part in enumerate(inner) if not at or part != inner[at - 1].capitalize())
    at = (*prefix, *inner)
    name = ".".join(at) or "recipe"
    place = place_of(lines, at, where)
    model, field = _field_of(kind, inner)
    code = first["type"]
    context = first.get("ctx", {})
    if code == "extra_forbidden" and at in MOVED:
        section, moved = MOVED[at]
        return RecipeError(
            f"{name} is now {section}.{moved}, which the model's answers keep to and are not only measured by",
            where=place,
            got=first.get("input"),
            remedy=f"Write {section}: {{{moved}: ...}}, or leave it out.",
        )
    if code == "extra_forbidden":
        known = sorted(field.alias or own for own, field in model.model_fields.items())
        short = [one for one in known if "".join(part[0] for part in one.split("_")) == at[-1]]  # lr: learning_rate
        near = short or difflib.get_close_matches(at[-1], known, n=1, cutoff=0.5)
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
        "dict_type": "must be a mapping",
        "tuple_type": "must be a name or a list of names",
        "model_type": "must be a mapping of fields",
        "model_attributes_type": "must be a mapping of fields",
    }.get(code)
    if rule is None:
        message = str(first["msg"]).removeprefix("Value error, ")
        rule = message[:1].lower() + message[1:]
    elif context:
        rule = rule.format(**context)
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
        # A section that may also be false, or left out, is a union.
        for one in (field.annotation, *get_args(field.annotation)):
            if isinstance(one, type) and issubclass(one, BaseModel):
                model = one
    return model, field
