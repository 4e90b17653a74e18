"""The verb `audit`: fairness, privacy and the data of a finished run, however long it takes."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.exhibit import Exhibit
from modelyard.core.run import Listener
from modelyard.pipeline.evidence import examined
from modelyard.pipeline.evidence_parts import PARTS, is_asked

FAIRNESS = ("fairness", "swaps", "mitigation")
DATA = ("labels", "leaks", "shift", "coverage")


def groups() -> dict[str, tuple[str, ...]]:
    """The parts of an audit by what they are of; whatever is of neither persons' groups nor the data is privacy."""
    rest = tuple(part.name for part in PARTS if part.stage == "audit" and part.name not in (*FAIRNESS, *DATA))
    return {"fairness": FAIRNESS, "data": DATA, "privacy": rest}


def audit(
    path: str | os.PathLike[str],
    *,
    protected: Sequence[str] = (),
    favourable: Sequence[str] = (),
    mitigate: Sequence[str] = (),
    only: Sequence[str] = (),
    overrides: Sequence[str] = (),
    listener: Listener | None = None,
) -> list[Exhibit]:
    """Audit a finished run; its report and card are written again.

    `only` are of `groups()`, or parts by name; everything where it is empty. Parts with a price of their own
    (`mitigate`) run where the recipe or this call asks for them. Raises: RecipeError for a name that is none, or that
    nothing asks for; RunError.
    """
    given = [
        f"audit.{field}={json.dumps(list(value), ensure_ascii=False)}"
        for field, value in (("protected", protected), ("favourable", favourable), ("mitigate", mitigate))
        if value
    ]
    every = [*given, *overrides]
    saved = Path(path) / "recipe.yaml"
    if not saved.is_file():
        raise RunError("there is no run here", where=str(path), remedy="Give a finished run; see: modelyard runs.")
    recipe = recipe_file.load_saved(saved)
    if every:
        recipe = recipe_file.from_mapping(recipe.model_dump(mode="json", by_alias=True), every)
    wanted = _wanted(only)
    names = [
        part.name
        for part in PARTS
        if part.stage == "audit" and part.name in wanted and (part.weight or is_asked(part, recipe))
    ]
    if only and not names:
        raise RecipeError(
            "nothing of this is examined of this run: it is made where a field of the section audit asks for it",
            where="only",
            got=list(only),
            remedy="Name what it needs: --protected, --mitigate; the other fields: modelyard schema.",
        )
    return examined(path, names, overrides=every, listener=listener)


def _wanted(only: Sequence[str]) -> set[str]:
    known = groups()
    parts = {name for names in known.values() for name in names}
    found: set[str] = set()
    for name in only or known:
        if name not in known and name not in parts:
            raise RecipeError(
                "an audit is of fairness, data or privacy, or one of their parts",
                where="only",
                got=name,
                remedy=f"Known: {', '.join([*known, *sorted(parts)])}.",
            )
        found |= set(known.get(name, (name,)))
    return found
