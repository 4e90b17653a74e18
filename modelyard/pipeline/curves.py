"""The learning curve of a recipe's own data: its family trained on 1, 2, 4 and 8 % of it, judged on the same others.

Of rows (tables and labelled texts) and of running text from scratch; conversations start from a model that has learnt.
"""

from __future__ import annotations

import dataclasses
import math
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core.errors import DataError, ModelyardError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.planning.looking import Look
from modelyard.planning.quality.learning_curve import SHARES, Point, fit

if TYPE_CHECKING:
    from modelyard.training.ground import Ground

SECONDS, TEXT_SECONDS = 30.0, 60.0
# Rows of the data that are prepared: enough for 8 % of nine times as many, and for a validation of three digits.
MOST_ROWS = 20_000
# The smallest training: fewer rows a class teach nothing that a curve could be drawn through.
LEAST_ROWS, ROWS_A_CLASS = 50, 5
_SIZES = 4
LEAST_STEPS = 12  # of the smallest training of a network on text


def learned(
    recipe: Recipe, look: Look, family: str, *, seconds: float | None = None
) -> tuple[Mapping[str, Any], list[str]]:
    """The curve as a quote keeps it, and notes; no curve where the time does not reach three sizes.

    Nothing of it stays on disk. Raises: DataError for data that cannot be used.
    """
    if seconds is None:
        seconds = TEXT_SECONDS if look.schema is None else SECONDS
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="modelyard-curve-", ignore_cleanup_errors=True) as folder:
        try:
            if look.schema is not None:
                found = _of_rows(recipe, look, family, Path(folder), until)
            elif recipe.task == "language-modeling" and family == "decoder" and not recipe.model.options.get("from"):
                found = _of_text(recipe, look, Path(folder), until)
            else:
                return {}, []
        except ModelyardError as error:
            return {}, [f"there is no learning curve: {error}"]
    metric, points, whole = found
    try:
        return fit(points, metric=metric).to_json(whole), []
    except DataError:
        return {}, [f"{seconds:.0f} s did not reach trainings of three sizes: there is no learning curve"]


def _of_rows(recipe: Recipe, look: Look, family: str, folder: Path, until: float) -> tuple[str, list[Point], int]:
    """The error, trainings of growing parts of the rows, and how many rows there are in all."""
    rows = look.rows if recipe.data.limit is None else min(look.rows, recipe.data.limit)
    limit = MOST_ROWS if rows > MOST_ROWS else recipe.data.limit
    sampled = recipe.model_copy(update={"data": recipe.data.model_copy(update={"limit": limit})})
    whole, points = look.part(recipe, "train"), []
    ground = _prepared(sampled, Run(folder))
    if ground.validation is None:
        raise DataError("it needs a validation split", where="data.split.validation", remedy="Try 0.1.")
    for size in _sizes(whole, ground):
        left = until - time.monotonic()
        if left <= 0:
            break
        points.append(_point(ground, family, size, left))
    return ground.metric if ground.sign < 0 else f"1 - {ground.metric}", points, whole


def _of_text(recipe: Recipe, look: Look, folder: Path, until: float) -> tuple[str, list[Point], int]:
    """Bits per byte, trainings of one pass over growing parts of the text, and the bytes of all of it."""
    from modelyard.pipeline.grounds import ground_of
    from modelyard.pipeline.rehearsal_sample import sample_of
    from modelyard.pipeline.stages import stages_of
    from modelyard.training.candidate import prepare
    from modelyard.training.network import Training

    sampled, run = sample_of(recipe, "corpus", folder).recipe, Run(folder / "run")
    for name in ("models", "checkpoints"):
        (run.path / name).mkdir(parents=True)
    stages = {stage.name: stage for stage in stages_of(sampled)}
    for name in ("prepare", "tokenize"):
        stages[name].run(sampled, run)
    split = recipe.data.split
    share = 1.0 - sum(getattr(split, name) for name in ("validation", "test") if not getattr(recipe.data, name))
    whole, points = round(look.text_bytes * share), []
    ground = ground_of(sampled, run)
    first = prepare(ground, "decoder")
    if not first.config.is_sized:
        raise DataError("the budget sets the size of the network", where="model", remedy="Name a preset or layers.")
    a_byte = ground.shards.tokens / max(1, int(ground.shards.bytes.sum()))  # type: ignore[attr-defined]
    section = recipe.train
    a_step = first.task.context * (section.batch_size or int(first.module.BATCH_SIZE)) * section.accumulate
    for place, part in enumerate(SHARES):
        left = until - time.monotonic()
        if left <= 0:
            break
        steps = max(LEAST_STEPS * 2**place, round(part * whole * a_byte / a_step))
        changes = {"steps": steps, "epochs": None, "early_stopping": None, "evaluations": 1, "compile": False}
        ground.recipe = sampled.model_copy(update={"train": section.model_copy(update=changes)})
        candidate = Training(ground, prepare(ground, "decoder"), left).run()
        assert candidate.outputs is not None
        value = ground.value(candidate.task, candidate.outputs)
        points.append(Point(examples=round(candidate.record["steps"] * a_step / a_byte), error=value))
    return "bits_per_byte", points, whole


def _prepared(recipe: Recipe, run: Run) -> Ground:
    from modelyard.data.bundle import prepare
    from modelyard.pipeline.grounds import ground_of

    prepare(recipe, run.path / "bundle")
    return ground_of(recipe, run)


def _sizes(whole: int, ground: Ground) -> Sequence[int]:
    """1, 2, 4 and 8 % of all training rows; doubled until the smallest can teach, and within what is prepared."""
    target = ground.bundle.schema.target
    classes = len(target.values) if target is not None and ground.classifies else 1
    least = max(LEAST_ROWS, ROWS_A_CLASS * classes)
    first = max(least, round(SHARES[0] * whole))
    most = ground.count
    first = min(first, max(least, most // 2 ** (_SIZES - 1)))
    return [size for size in (first * 2**i for i in range(_SIZES)) if size <= most]


def _point(ground: Ground, family: str, size: int, seconds: float) -> Point:
    from modelyard.training.candidate import prepare, train_direct

    part = _part(ground, size)
    fitted = prepare(part, family)
    if fitted.is_network:
        from modelyard.training import defaults
        from modelyard.training.network import Training

        section = ground.recipe.train
        if section.epochs is None and section.steps is None:  # time that is left must not buy more passes
            epochs = defaults.epochs(fitted.config, fitted.task.features, size)
            changed = section.model_copy(update={"epochs": epochs})
            part.recipe = ground.recipe.model_copy(update={"train": changed})
            fitted = prepare(part, family)
        candidate = Training(part, fitted, seconds).run()
    else:
        candidate = train_direct(part, fitted, time.monotonic() + seconds)
    assert candidate.outputs is not None
    value = ground.value(candidate.task, candidate.outputs)
    judged = len(candidate.outputs)
    if ground.sign < 0:
        return Point(examples=size, error=value)
    error = 1.0 - value
    return Point(examples=size, error=error, deviation=math.sqrt(max(0.0, error * (1 - error)) / max(1, judged)))


def _part(ground: Ground, size: int) -> Ground:
    """The ground with so many of its training rows, at least one a class; smaller parts are within larger ones."""
    from modelyard.training.ground import Ground as Rows

    order = np.random.default_rng(ground.recipe.seed).permutation(ground.count)
    target = ground.bundle.schema.target
    if ground.classifies and target is not None:
        labels = np.asarray(ground.training[target.name], dtype=object)[order]
        _, firsts = np.unique(labels.astype(str), return_index=True)
        order = np.concatenate([order[firsts], np.delete(order, firsts)])
    chosen = np.sort(order[:size])
    counts = {**ground.bundle.counts, "train": size}
    # A folder a size: a training's digest does not tell parts of one bundle apart, and one would go on from another.
    run = Run(ground.run.path / f"rows-{size}")
    for name in ("models", "checkpoints"):
        (run.path / name).mkdir(parents=True, exist_ok=True)
    part = Rows(ground.recipe, dataclasses.replace(ground.bundle, counts=counts), run)
    part.__dict__["training"] = {
        name: cells[chosen] if isinstance(cells, np.ndarray) else [cells[int(i)] for i in chosen]
        for name, cells in ground.training.items()
    }
    part.__dict__["validation"] = ground.validation
    return part
