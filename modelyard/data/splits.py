"""Dealing rows into train, validation and test: whole groups of duplicates, alike in classes, the same for a seed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

TRAIN, VALIDATION, TEST, DROPPED = 0, 1, 2, -1
NAMES = ("train", "validation", "test")
STRATA_OF_A_NUMBER = 10


def dropped(counts: dict[str, int]) -> str:
    """What was dropped and why, in words: `empty input 12, unlabelled 3`."""
    found = {name: count for name, count in counts.items() if name.startswith("dropped_") and count}
    return ", ".join(f"{name[8:].replace('_', ' ')} {count:,}" for name, count in found.items())


def deal(
    groups: NDArray[np.int64],
    strata: NDArray[np.int64],
    *,
    validation: float,
    test: float,
    seed: int,
) -> NDArray[np.int8]:
    """The split of each row, [N]: every group whole, and in each stratum the shares asked for as nearly as that allows.

    Groups of several rows are dealt first, the largest first, to the split that lacks most of their strata; single
    rows then fill what is lacking. A stratum keeps at least one group in train; with three groups or more it has one
    in test, with four or more one in validation too (where those have a share).
    """
    count = int(strata.max()) + 1 if len(strata) else 0
    shares = np.array([1 - validation - test, validation, test])
    size = np.bincount(strata, minlength=count).astype(np.float64)
    wanted = _whole_shares(size, shares)  # [strata, 3]
    order = np.random.default_rng(seed).permutation(len(groups))
    members = np.bincount(groups) if len(groups) else np.zeros(0, dtype=np.int64)
    single = members[groups] == 1 if len(groups) else np.zeros(0, dtype=bool)
    given = np.zeros((count, 3))
    result = np.full(len(groups), TRAIN, dtype=np.int8)
    _deal_crowds(order[~single[order]], groups, strata, wanted, given, result)
    rows = order[single[order]]
    rows = rows[np.argsort(strata[rows], kind="stable")]
    edges = np.searchsorted(strata[rows], np.arange(count + 1))
    for stratum in range(count):
        _fill(rows[edges[stratum] : edges[stratum + 1]], wanted[stratum], given[stratum], result)
    return result


def by_time(moments: NDArray[np.float64], *, validation: float, test: float) -> NDArray[np.int8]:
    """The split of each row, [N]: the latest test, those before validate; equal moments together."""
    result = np.full(len(moments), TRAIN, dtype=np.int8)
    if not len(moments):
        return result
    order = np.sort(moments)
    for share, split in ((validation + test, VALIDATION), (test, TEST)):
        if share > 0:
            edge = order[min(len(order) - 1, round(len(order) * (1 - share)))]
            result[moments >= edge] = split
    return result


def strata_of_numbers(targets: NDArray[np.float64]) -> NDArray[np.int64]:
    """Tenths of the range of a regression target, so that each split sees small and large values alike."""
    if not len(targets):
        return np.zeros(0, dtype=np.int64)
    bins = max(1, min(STRATA_OF_A_NUMBER, len(targets) // 20))
    edges = np.unique(np.quantile(targets, np.linspace(0, 1, bins + 1)[1:-1])) if bins > 1 else np.empty(0)
    return np.searchsorted(edges, targets, side="right").astype(np.int64)


def _whole_shares(size: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whole numbers of rows by stratum and split, [strata, 3]: each stratum adds up, and so do the splits within one.

    The rounding of a stratum is carried to the next, so that fifty classes of three rows still give a test split.
    """
    wanted = np.zeros((len(size), 3))
    carried = np.zeros(3)
    for stratum in np.argsort(size, kind="stable"):
        ideal = size[stratum] * shares + carried
        rounded = np.floor(np.clip(ideal, 0, None))
        rest = int(size[stratum] - rounded.sum())
        for split in np.argsort(-(ideal - rounded), kind="stable")[: max(rest, 0)]:
            rounded[split] += 1
        while rounded.sum() > size[stratum]:
            rounded[int(np.argmax(rounded - ideal))] -= 1
        rows = size[stratum]
        for split, needed in ((TEST, 3), (VALIDATION, 4)):
            if shares[split] > 0 and rows >= needed and rounded[split] < 1:
                rounded[split] += 1
                rounded[int(np.argmax(rounded))] -= 1
        if rounded[TRAIN] < 1 and rows >= 1:
            rounded[int(np.argmax(rounded))] -= 1
            rounded[TRAIN] += 1
        carried = carried + size[stratum] * shares - rounded
        wanted[stratum] = rounded
    return wanted


def _deal_crowds(
    rows: NDArray[np.int64],
    groups: NDArray[np.int64],
    strata: NDArray[np.int64],
    wanted: NDArray[np.float64],
    given: NDArray[np.float64],
    result: NDArray[np.int8],
) -> None:
    """Deal the groups of several rows; `rows` are theirs in the shuffled order."""
    if not len(rows):
        return
    number = groups[rows]
    by_group = np.argsort(number, kind="stable")
    edges = np.flatnonzero(np.concatenate([[True], np.diff(number[by_group]) != 0, [True]]))
    crowds = [rows[by_group[a:b]] for a, b in pairwise(edges)]
    crowds.sort(key=lambda crowd: -len(crowd))  # stable: ties stay in the order of their first row
    total = wanted.sum(axis=0)
    groups_left = np.bincount(np.unique(np.stack([strata, groups]), axis=1)[0], minlength=len(wanted))
    for crowd in crowds:
        present, counts = np.unique(strata[crowd], return_counts=True)
        lacking = wanted[present] - given[present]
        room = total - given.sum(axis=0)
        fits = (room >= len(crowd)) & (lacking.sum(axis=0) > 0)
        share = (lacking * counts[:, None]).sum(axis=0) / np.maximum((wanted[present] * counts[:, None]).sum(axis=0), 1)
        split = int(np.argmax(np.where(fits, share, -np.inf))) if fits.any() else TRAIN
        if ((groups_left[present] == 1) & (given[present, TRAIN] == 0)).any():
            split = TRAIN  # the last group of a class that train has not seen: it must be learned before it is tested
        groups_left[present] -= 1
        result[crowd] = split
        given[present, split] += counts


def _fill(
    rows: NDArray[np.int64], wanted: NDArray[np.float64], given: NDArray[np.float64], result: NDArray[np.int8]
) -> None:
    """Deal the single rows of one stratum to what its splits still lack."""
    lacking = np.clip(wanted - given, 0, None)
    left = len(rows) - (1 if given[TRAIN] == 0 else 0)
    start = 0
    for split in (TEST, VALIDATION):
        stop = max(start, min(left, start + int(lacking[split])))
        result[rows[start:stop]] = split
        start = stop
    # What is over goes to train, where rows stand from the start.
