"""Dealing rows into folds: every row tests once, groups whole, classes alike; by time each tests what comes later."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from modelyard.data import splits

Ints = NDArray[np.int64]


def parsed(fold: str) -> tuple[int, int]:
    """`2/5`: the second of five."""
    number, _, count = fold.partition("/")
    return int(number), int(count)


def deal(groups: Ints, strata: Ints, *, fold: str, validation: float, seed: int) -> NDArray[np.int8]:
    """The split of each row, [N], where one fold tests: `validation` is a share of all rows, dealt from the others.

    Which rows are a fold depends on `groups`, `strata`, the number of folds and the seed alone.
    """
    number, count = parsed(fold)
    test = assigned(groups, strata, count, seed) == number - 1
    result = np.full(len(groups), splits.TEST, dtype=np.int8)
    rest = np.flatnonzero(~test)
    share = min(0.5, validation * count / (count - 1))
    result[rest] = splits.deal(
        np.unique(groups[rest], return_inverse=True)[1].astype(np.int64),
        np.unique(strata[rest], return_inverse=True)[1].astype(np.int64),
        validation=share,
        test=0.0,
        seed=seed,
    )
    return result


def assigned(groups: Ints, strata: Ints, count: int, seed: int) -> Ints:
    """The fold of each row, [N], from 0: whole groups, and of each stratum as nearly as many rows as that allows.

    Groups of several rows go first, the largest first, to the fold with the fewest rows of their strata; single rows
    then fill what is lacking.
    """
    found = np.zeros(len(groups), dtype=np.int64)
    if not len(groups):
        return found
    held = np.zeros((count, int(strata.max()) + 1), dtype=np.int64)
    order = np.random.default_rng(seed).permutation(len(groups))
    single = np.bincount(groups)[groups] == 1
    crowd = order[~single[order]]
    crowd = crowd[np.argsort(groups[crowd], kind="stable")]
    edges = np.flatnonzero(np.diff(groups[crowd], prepend=-1, append=-1)) if len(crowd) else np.zeros(0, dtype=np.int64)
    crowds = sorted((crowd[a:b] for a, b in pairwise(edges.tolist())), key=lambda rows: -len(rows))
    for rows in crowds:
        present, sizes = np.unique(strata[rows], return_counts=True)
        fold = int(np.lexsort((held.sum(axis=1), held[:, present] @ sizes))[0])
        found[rows] = fold
        held[fold, present] += sizes
    alone = order[single[order]]
    for stratum in np.unique(strata[alone]).tolist():
        rows = alone[strata[alone] == stratum]
        found[rows] = np.repeat(np.arange(count), _fill(held, stratum, len(rows)))
    return found


def _fill(held: Ints, stratum: int, rows: int) -> Ints:
    """How many single rows of a stratum each fold gets, [folds]; they are added to `held`."""
    mine = held[:, stratum]
    level, high = int(mine.min()), int(mine.max()) + rows
    while level < high:  # the highest level to which they can all be filled
        middle = (level + high + 1) // 2
        level, high = (middle, high) if np.clip(middle - mine, 0, None).sum() <= rows else (level, middle - 1)
    given = np.clip(level - mine, 0, None)
    # What is over goes to those that are still the emptiest, of these to the folds with the fewest rows in all.
    order = np.lexsort((held.sum(axis=1), mine + given))
    given[order[: rows - int(given.sum())]] += 1
    held[:, stratum] += given
    return np.asarray(given)


def deal_time(moments: NDArray[np.float64], *, fold: str, validation: float) -> NDArray[np.int8]:
    """The split of each row, [N], in order of time: fold k of K tests the k-th of K equal stretches after the first.

    Everything before it trains, the latest of that validates, and what comes after it is dropped.
    """
    number, count = parsed(fold)
    order = np.sort(moments)
    edges = [order[min(len(order) - 1, round(len(order) * k / (count + 1)))] for k in range(1, count + 1)]
    begin = edges[number - 1]
    end = edges[number] if number < count else np.inf
    result = np.full(len(moments), splits.DROPPED, dtype=np.int8)
    result[(moments >= begin) & (moments < end)] = splits.TEST
    before = np.flatnonzero(moments < begin)
    share = min(0.5, validation * (count + 1) / number)
    result[before] = splits.by_time(moments[before], validation=min(share, 0.3), test=0.0)
    return result
