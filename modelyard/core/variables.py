"""`${NAME}` in a recipe: filled where it is used, not where it is saved, so that a secret stays in the environment."""

from __future__ import annotations

import os
import re

from modelyard.core.errors import RecipeError

# Where a variable may stand: the fields that hold folders, URLs and their passwords.
FIELDS = (("data", "train"), ("data", "validation"), ("data", "test"), ("model", "from"))
PATTERN = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def fill(text: str) -> str:
    """The text with every `${NAME}` replaced by the environment's value.

    Raises: RecipeError for a name that is not set.
    """
    missing = first_missing(text)
    if missing:
        raise unset(missing, where="recipe", field=text)
    return PATTERN.sub(lambda match: os.environ[match.group(1)], text)


def first_missing(text: str) -> str | None:
    """The first variable of a text that the environment lacks."""
    return next((name for name in PATTERN.findall(text) if name not in os.environ), None)


def unset(name: str, *, where: str, field: str) -> RecipeError:
    """The error for a variable that is not set."""
    return RecipeError(
        f"{field} uses an environment variable that is not set",
        where=where,
        got="${" + name + "}",
        remedy=f"Run: export {name}=...",
    )
