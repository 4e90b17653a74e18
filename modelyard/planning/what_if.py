"""`--what-if`: the plain forms of asking a plan otherwise, as changes of the recipe, of the data and of the devices.

`model.layers=24` is an override of the recipe; `data x 10`, `gpus=16`, `device=h100`, `deadline=12h`, `usd=200`,
`hours=8` are short for what they say; several joined by commas are one question.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from modelyard.core.errors import RecipeError

_DATA = re.compile(r"data\s*(?:x|×|\*)\s*([0-9.]+(?:e[0-9]+)?)", re.IGNORECASE)
_TIME = re.compile(r"([0-9.]+)\s*(min|m|h|d|)", re.IGNORECASE)
_HOURS = {"min": 1 / 60, "m": 1 / 60, "h": 1.0, "d": 24.0, "": 1.0}
_EXAMPLES = "model.layers=24, data x 10, gpus=16, device=h100, deadline=12h, usd=200"
_LARGEST = 1e6


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One question: overrides of the recipe, a factor of the data, a number of devices."""

    text: str
    overrides: tuple[str, ...] = ()
    data: float = 1.0
    gpus: int | None = None


def parse(text: str) -> Change:
    """What a question changes. Raises: RecipeError for a form that is not known."""
    overrides: list[str] = []
    factor, gpus = 1.0, None
    # A comma inside brackets is a list's own.
    parts = [part.strip() for part in re.split(r",(?![^\[{]*[\]}])", text)]
    if not all(parts):
        raise _error(text)
    for part in parts:
        grown = _DATA.fullmatch(part)
        if grown:
            factor = _number(grown[1], part)
            continue
        name, equals, value = (one.strip() for one in part.partition("="))
        if not equals or not value:
            raise _error(part)
        if name in ("gpus", "devices"):
            count = _number(value, part)
            if count != int(count) or count < 1:
                raise RecipeError("gpus is a whole number", where="--what-if", got=part, remedy="Try gpus=16.")
            gpus = int(count)
        elif name == "device":
            overrides.append(f"budget.on={value}")
        elif name in ("deadline", "hours", "minutes"):
            overrides += _time(name, value, part)
        elif name == "usd":
            overrides.append(f"budget.usd={_number(value.removeprefix('$'), part):g}")
        elif "." in name:
            overrides.append(f"{name}={value}")
        else:
            raise _error(part)
    return Change(text=text.strip(), overrides=tuple(overrides), data=factor, gpus=gpus)


def _time(name: str, value: str, part: str) -> list[str]:
    found = _TIME.fullmatch(value)
    if not found:
        raise RecipeError("a time is written 12h, 90min or 2d", where="--what-if", got=part, remedy=f"Try {name}=12h.")
    hours = _number(found[1], part) * (1 / 60 if name == "minutes" and not found[2] else _HOURS[found[2].lower()])
    if name == "deadline":
        return [f"budget.deadline_hours={hours:g}"]
    return ["budget.minutes=null", f"budget.hours={hours:g}"]


def _number(text: str, part: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _error(part) from None
    if not 0 < value <= _LARGEST or not math.isfinite(value):
        raise RecipeError("a what-if takes a number above 0", where="--what-if", got=part, remedy=f"Like {_EXAMPLES}.")
    return value


def _error(part: str) -> RecipeError:
    return RecipeError("this is not a change that is known", where="--what-if", got=part, remedy=f"Like {_EXAMPLES}.")
