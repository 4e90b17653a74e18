"""`examine`: the evaluation in depth of a finished run: slices, calibration, sets, robustness, folds, costs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from modelyard.core import recipe_file, registry
from modelyard.core.errors import RecipeError
from modelyard.core.exhibit import Exhibit
from modelyard.core.run import Listener
from modelyard.pipeline.evidence import examined
from modelyard.pipeline.evidence_parts import PARTS, is_asked


def examine(
    path: str | os.PathLike[str],
    *,
    folds: int | None = None,
    costs: Mapping[str, Mapping[str, float]] | None = None,
    only: Sequence[str] = (),
    overrides: Sequence[str] = (),
    listener: Listener | None = None,
) -> list[Exhibit]:
    """Evaluate a finished run in depth; its report and card are written again.

    `only` names parts; everything where it is empty, and then what the recipe or this call asks for (`folds` trainings,
    `costs` of errors by true label and answer). Raises: RecipeError for a part that is none, RunError.
    """
    given = [
        f"{field}={json.dumps(value, ensure_ascii=False)}"
        for field, value in (("evaluate.folds", folds), ("answer.costs", costs))
        if value
    ]
    every = [*given, *overrides]
    recipe = recipe_file.load_saved(Path(path) / "recipe.yaml")
    if every:
        recipe = recipe_file.from_mapping(recipe.model_dump(mode="json", by_alias=True), every)
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    parts = [part for part in PARTS if part.stage == "evaluate" and sort in part.sorts]
    unknown = sorted(set(only) - {part.name for part in parts})
    if unknown:
        raise RecipeError(
            "this is no part of the evaluation",
            where="only",
            got=unknown[0],
            remedy=f"Known: {', '.join(part.name for part in parts)}.",
        )
    names = [part.name for part in parts if (not only or part.name in only) and (part.weight or is_asked(part, recipe))]
    return examined(path, names, overrides=every, listener=listener)
