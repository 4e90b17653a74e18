"""Which split each row goes to: given files as they are, the rest dealt, and no duplicate on both sides."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data, Recipe
from modelyard.data import folds, splits
from modelyard.data.grouping import Same
from modelyard.data.scan import EMPTY, UNLABELLED, Scan


def assign(
    recipe: Recipe,
    scans: dict[str, Scan],
    same: Same,
    unknown: dict[str, NDArray[np.bool_]],
    *,
    regression: bool,
) -> tuple[dict[str, NDArray[np.int8]], dict[str, int]]:
    """The split of every row, and how many were dropped because a later split holds their like."""
    split = recipe.data.split
    result = {}
    train = scans["train"]
    for name, table in scans.items():
        result[name] = np.where(usable(table, unknown[name], recipe.data), splits.NAMES.index(name), splits.DROPPED)
        result[name] = result[name].astype(np.int8)
    rows = np.flatnonzero(result["train"] == splits.TRAIN)
    shares = {
        "validation": 0.0 if "validation" in scans else split.validation,
        "test": 0.0 if "test" in scans else split.test,
    }
    dropped = dict.fromkeys(("duplicate_of_test", "duplicate_of_validation"), 0)
    if len(scans) > 1 and same.keep_together:
        _drop_straddling(scans, same, result, dropped)
        rows = np.flatnonzero(result["train"] == splits.TRAIN)
    if split.by == "time":
        assert train.moment is not None
        moments = train.moment[rows]
        if np.isnan(moments).any():
            row = int(rows[int(np.flatnonzero(np.isnan(moments))[0])])
            raise DataError(
                f"split by time needs a date or a number in {split.column!r} in every row",
                where=train.places[row],
                remedy="Fill it in, or split by: stratified.",
            )
        if split.fold is None:
            result["train"][rows] = splits.by_time(moments, **shares)
        else:
            result["train"][rows] = folds.deal_time(moments, fold=split.fold, validation=shares["validation"])
            dropped["after_fold"] = int((result["train"][rows] == splits.DROPPED).sum())
        if same.keep_together:
            _drop_straddling(scans, same, result, dropped)
        return result, dropped
    groups = same.groups["train"][rows] if same.keep_together or split.by == "group" else np.arange(len(rows))
    if split.by in ("random", "group"):
        strata = np.zeros(len(rows), dtype=np.int64)
    elif regression:
        strata = splits.strata_of_numbers(train.target[rows])
    else:
        strata = train.target[rows].astype(np.int64)
    strata = np.unique(strata, return_inverse=True)[1].astype(np.int64)
    compact = np.unique(groups, return_inverse=True)[1].astype(np.int64)
    if split.fold is None:
        result["train"][rows] = splits.deal(compact, strata, **shares, seed=recipe.seed)
    else:
        validation = shares["validation"]
        result["train"][rows] = folds.deal(compact, strata, fold=split.fold, validation=validation, seed=recipe.seed)
    return result, dropped


def usable(table: Scan, unknown: NDArray[np.bool_], section: Data) -> NDArray[np.bool_]:
    """Which rows of a source can be used: labelled with a known label, and not empty unless those are kept."""
    filled = (table.state != EMPTY) | np.bool_(section.on_bad_rows == "keep")
    kept: NDArray[np.bool_] = (table.state != UNLABELLED) & ~unknown & filled
    return kept


def _drop_straddling(
    scans: dict[str, Scan], same: Same, result: dict[str, NDArray[np.int8]], dropped: dict[str, int]
) -> None:
    """Drop from the earlier split what has its like in a later one: test before validation before train."""
    size = same.count
    for split, reason in ((splits.TEST, "duplicate_of_test"), (splits.VALIDATION, "duplicate_of_validation")):
        holds = np.zeros(size, dtype=bool)
        for name in scans:
            holds[same.groups[name][result[name] == split]] = True
        for name in scans:
            row_split = result[name]
            out = (row_split >= 0) & (row_split < split) & holds[same.groups[name]]
            dropped[reason] += int(out.sum())
            row_split[out] = splits.DROPPED
