"""Dealing: no group on two sides, shares kept, classes alike, the same for a seed."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.data import splits
from modelyard.data.duplicates import groups


@st.composite
def tables(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    count = draw(st.integers(1, 300))
    dice = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    classes, copies = draw(st.integers(1, 12)), draw(st.sampled_from([0.0, 0.1, 0.5, 1.0]))
    strata = np.minimum(dice.geometric(0.4, count) - 1, classes - 1)
    group = np.arange(count)
    copied = dice.random(count) < copies
    group[copied] = dice.integers(0, max(1, count // 4), copied.sum())
    return np.unique(group, return_inverse=True)[1], np.unique(strata, return_inverse=True)[1]


SHARES = st.sampled_from([(0.1, 0.2), (0.0, 0.2), (0.1, 0.0), (0.25, 0.25), (0.0, 0.0)])


@settings(max_examples=150, deadline=None)
@given(tables(), SHARES, st.integers(0, 99))
def test_no_group_straddles_and_every_class_is_learned(table: tuple, shares: tuple[float, float], seed: int) -> None:
    group, strata = table
    dealt = splits.deal(group, strata, validation=shares[0], test=shares[1], seed=seed)
    assert (dealt == splits.deal(group, strata, validation=shares[0], test=shares[1], seed=seed)).all()
    assert ((dealt >= 0) & (dealt <= 2)).all()
    for number in np.unique(group):
        assert len(np.unique(dealt[group == number])) == 1
    for stratum in np.unique(strata):
        assert (dealt[strata == stratum] == splits.TRAIN).any()
    if shares[0] == 0:
        assert not (dealt == splits.VALIDATION).any()
    if shares[1] == 0:
        assert not (dealt == splits.TEST).any()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(20, 200), min_size=1, max_size=5), SHARES, st.integers(0, 99))
def test_shares_are_kept_in_each_class(sizes: list[int], shares: tuple[float, float], seed: int) -> None:
    strata = np.repeat(np.arange(len(sizes)), sizes)
    dealt = splits.deal(np.arange(len(strata)), strata, validation=shares[0], test=shares[1], seed=seed)
    for stratum, size in enumerate(sizes):
        for split, share in ((splits.VALIDATION, shares[0]), (splits.TEST, shares[1])):
            # Rounding, and at most one more that is carried from class to class.
            assert abs((dealt[strata == stratum] == split).sum() - share * size) <= 2
    for split, share in ((splits.VALIDATION, shares[0]), (splits.TEST, shares[1])):
        assert abs((dealt == split).sum() - share * len(strata)) <= 2


def test_seeds_differ() -> None:
    rows = np.arange(200)
    one, other = (splits.deal(rows, rows * 0, validation=0.1, test=0.2, seed=seed) for seed in (0, 1))
    assert (one != other).any()


def test_many_tiny_classes_still_give_a_test() -> None:
    strata = np.repeat(np.arange(60), 3)
    dealt = splits.deal(np.arange(180), strata, validation=0.1, test=0.2, seed=0)
    assert (dealt == splits.TEST).sum() >= 36
    assert all((dealt[strata == stratum] == splits.TRAIN).any() for stratum in range(60))


@given(st.lists(st.integers(0, 50), min_size=1, max_size=200))
def test_time_never_looks_ahead(moments: list[int]) -> None:
    times = np.array(moments, dtype=float)
    dealt = splits.by_time(times, validation=0.1, test=0.2)
    for earlier, later in ((0, 1), (1, 2), (0, 2)):
        if (dealt == earlier).any() and (dealt == later).any():
            assert times[dealt == earlier].max() < times[dealt == later].min()


def test_strata_of_numbers_balance_a_target() -> None:
    targets = np.random.default_rng(0).lognormal(size=1000)
    strata = splits.strata_of_numbers(targets)
    assert np.bincount(strata).min() >= 90 and len(np.bincount(strata)) == 10
    dealt = splits.deal(np.arange(1000), strata, validation=0.1, test=0.2, seed=0)
    assert abs(np.median(targets[dealt == 2]) - np.median(targets)) < 0.2


@given(st.lists(st.integers(0, 30), min_size=1, max_size=100), st.data())
def test_groups_are_the_connected_components(keys: list[int], data: st.DataObject) -> None:
    row = st.integers(0, len(keys) - 1)
    pairs = data.draw(st.lists(st.tuples(row, row), max_size=20))
    found = groups(np.array(keys, dtype=np.uint64), pairs)
    names = list(range(len(keys)))  # the reference: relabel until nothing changes
    while True:
        before = list(names)
        for i, j in [(i, keys.index(key)) for i, key in enumerate(keys)] + pairs:
            names[i] = names[j] = min(names[i], names[j])
        if names == before:
            break
    assert [[a == b for b in found] for a in found] == [[a == b for b in names] for a in names]
    assert list(dict.fromkeys(found.tolist())) == list(range(found.max() + 1))  # numbered by first appearance
