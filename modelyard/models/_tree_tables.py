"""Decision trees as tables of bit masks, so that a whole forest answers by table look-ups and bitwise AND.

N rows; T trees; L leaves of a tree, numbered from left to right, one bit each. A split that a row fails (the row goes
right) rules out the leaves on its left; of the leaves that no split rules out, the leftmost is the row's leaf. For
every feature the values between two neighbouring thresholds rule out the same leaves, so one mask for each interval
and tree says it all.
Source: Lucchese et al. 2015, "QuickScorer", sections 3 and 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tables = dict[str, NDArray[Any]]
Masks = NDArray[np.uint64]

MOST_LEAVES = 64  # the bits of a mask
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_FARTHEST = 1e300  # LightGBM's stand-in for infinity, in thresholds and in values
_CELLS = 2_000_000  # of N x T that are worked on at once


@dataclass(frozen=True, slots=True)
class _Split:
    """One inner node: the tree it is in, what it asks, and the mask of a row that goes right."""

    tree: int
    threshold: float | frozenset[int]
    missing_left: bool
    mask: int


def build(trees: Sequence[Mapping[str, Any]], classes: int) -> Tables:
    """The tables of a dumped LightGBM model's `tree_info`; tree t adds to output t modulo `classes`."""
    splits: dict[int, list[_Split]] = {}
    leaves = [_walk(tree["tree_structure"], number, splits) for number, tree in enumerate(trees)]
    most = max(len(values) for values in leaves)
    assert most <= MOST_LEAVES, "the family's configuration bounds the leaves"
    leaf_values = np.zeros((len(leaves), most))
    for number, values in enumerate(leaves):
        leaf_values[number, : len(values)] = values
    used = sorted(splits)
    parts = [_feature(splits[feature]) for feature in used]
    return {
        "leaf_values": leaf_values,
        "classes": np.array([classes], dtype=np.int64),
        "features": np.array(used, dtype=np.int64),
        "categories": np.array([part.categories for part in parts], dtype=np.int64),
        "thresholds": _join([part.thresholds for part in parts], np.float64),
        "threshold_offsets": _offsets([part.thresholds.size for part in parts]),
        "trees": _join([part.trees for part in parts], np.int32),
        "tree_offsets": _offsets([part.trees.size for part in parts]),
        "masks": _join([part.masks.ravel() for part in parts], np.uint64),
        "mask_offsets": _offsets([part.masks.size for part in parts]),
    }


def answer(tables: Tables, features: NDArray[Any]) -> NDArray[np.float64]:
    """Raw sums [N, classes], added in the order of the trees whatever the number of rows."""
    leaf_values = tables["leaf_values"]
    step = max(1, _CELLS // len(leaf_values))
    classes = int(tables["classes"][0])
    sums = np.zeros((len(features), classes))
    first = np.arange(len(leaf_values), dtype=np.int64)[:, None] * leaf_values.shape[1]
    parts = list(_features(tables))
    for start in range(0, len(features), step):
        rows = features[start : start + step]
        left = np.full((len(leaf_values), len(rows)), _ALL)
        for feature, part in parts:
            left[part.trees] &= part.masks.take(_codes(part, rows[:, feature]), axis=1)
        lowest = left & (~left + np.uint64(1))
        leaf = np.frexp(lowest.astype(np.float64))[1] - 1  # the exponent of a power of two: the bit's number
        values = leaf_values.ravel().take(leaf + first)
        for k in range(classes):
            # A running sum adds from first to last; `sum` would pair the terms differently for a single row.
            sums[start : start + step, k] = np.cumsum(values[k::classes], axis=0)[-1]
    return sums


@dataclass(frozen=True, slots=True)
class _Feature:
    """How one feature is asked: `masks` [trees, codes]; `categories` is 0 for a number."""

    categories: int
    thresholds: NDArray[np.float64]
    trees: NDArray[np.int32]
    masks: Masks


def _codes(part: _Feature, values: NDArray[np.float64]) -> NDArray[np.int64]:
    """A number's interval, or a category's code; the last code stands for missing (for a category: or unknown)."""
    missing = np.isnan(values)
    if part.categories:
        whole = np.where(missing, -1.0, np.clip(values, -1.0, part.categories)).astype(np.int64)
        return np.where((whole < 0) | (values <= -1.0), part.categories, whole)
    codes = np.searchsorted(part.thresholds, np.clip(values, -_FARTHEST, _FARTHEST), side="left")
    codes[missing] = len(part.thresholds) + 1
    return codes


def _features(tables: Tables) -> list[tuple[int, _Feature]]:
    found = []
    for i, feature in enumerate(tables["features"].tolist()):
        cut = {name: slice(*tables[f"{name}_offsets"][i : i + 2].tolist()) for name in ("threshold", "tree", "mask")}
        trees = tables["trees"][cut["tree"]]
        masks = tables["masks"][cut["mask"]].reshape(len(trees), -1)
        thresholds = tables["thresholds"][cut["threshold"]]
        found.append((feature, _Feature(int(tables["categories"][i]), thresholds, trees, masks)))
    return found


def _walk(node: Mapping[str, Any], tree: int, splits: dict[int, list[_Split]]) -> list[float]:
    """The leaf values from left to right; the splits on the way are added to `splits`, by feature."""
    values: list[float] = []

    def visit(node: Mapping[str, Any]) -> None:
        if "split_feature" not in node:
            values.append(float(node["leaf_value"]))
            return
        first = len(values)
        visit(node["left_child"])
        # The leaves of the left branch are ruled out for a row that goes right.
        mask = int(_ALL) & ~(((1 << (len(values) - first)) - 1) << first)
        visit(node["right_child"])
        splits.setdefault(node["split_feature"], []).append(_split(node, tree, mask))

    visit(node)
    return values


def _split(node: Mapping[str, Any], tree: int, mask: int) -> _Split:
    if node["decision_type"] == "==":
        chosen = frozenset(int(value) for value in str(node["threshold"]).split("||"))
        return _Split(tree, chosen, False, mask)
    threshold = float(node["threshold"])
    if node["missing_type"] == "NaN":
        missing_left = bool(node["default_left"])
    else:
        assert node["missing_type"] == "None", "zero_as_missing is never set"
        missing_left = threshold >= 0.0  # LightGBM reads a NaN as 0 where training had none
    return _Split(tree, threshold, missing_left, mask)


def _feature(splits: Sequence[_Split]) -> _Feature:
    trees = np.unique([split.tree for split in splits]).astype(np.int32)
    row = {tree: i for i, tree in enumerate(trees.tolist())}
    if isinstance(splits[0].threshold, frozenset):
        sets = [split.threshold for split in splits if isinstance(split.threshold, frozenset)]
        categories = 1 + max(max(chosen) for chosen in sets)
        masks = np.full((len(trees), categories + 1), _ALL)
        for split, chosen in zip(splits, sets, strict=True):
            outside = np.ones(categories + 1, dtype=bool)
            outside[list(chosen)] = False
            masks[row[split.tree], outside] &= np.uint64(split.mask)
        return _Feature(categories, np.zeros(0), trees, masks)
    thresholds = np.unique([split.threshold for split in splits]).astype(np.float64)
    masks = np.full((len(trees), len(thresholds) + 2), _ALL)
    for split in splits:
        assert isinstance(split.threshold, float), "a feature is a number in every split or a category in every split"
        place = int(np.searchsorted(thresholds, split.threshold))
        masks[row[split.tree], place + 1 : -1] &= np.uint64(split.mask)
        if not split.missing_left:
            masks[row[split.tree], -1] &= np.uint64(split.mask)
    return _Feature(0, thresholds, trees, masks)


def _offsets(sizes: Sequence[int]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)])


def _join(arrays: Sequence[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=dtype), *arrays]).astype(dtype)
