"""Folds: each row tests once, groups whole, classes alike, time in order; and the split that a recipe makes of one."""

import csv
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError
from modelyard.data import folds, splits
from modelyard.data.bundle import prepare


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 200), count=st.integers(2, 7), crowds=st.integers(1, 60))
def test_groups_stay_whole_and_folds_are_of_one_size(seed, n, count, crowds):
    random_ = np.random.default_rng(seed)
    groups = np.unique(random_.integers(0, max(1, n - crowds), n), return_inverse=True)[1]
    strata = np.unique(random_.integers(0, 3, n), return_inverse=True)[1]
    found = folds.assigned(groups, strata, count, seed)
    assert set(found.tolist()) <= set(range(count))
    assert all(len(set(found[groups == group].tolist())) == 1 for group in np.unique(groups))
    largest = np.bincount(groups).max()
    sizes = np.bincount(found, minlength=count)
    assert sizes.max() - sizes.min() <= max(largest, 1) * (strata.max() + 1)
    assert (folds.assigned(groups, strata, count, seed) == found).all()


def test_classes_are_alike_in_every_fold():
    strata = np.array([0] * 103 + [1] * 47)
    found = folds.assigned(np.arange(150), strata, 5, 0)
    for stratum, total in ((0, 103), (1, 47)):
        held = np.bincount(found[strata == stratum], minlength=5)
        assert held.sum() == total
        assert held.max() - held.min() <= 1
    assert np.bincount(found).tolist() == [30] * 5


def test_every_row_tests_once_and_validation_keeps_its_share():
    strata = np.random.default_rng(0).integers(0, 2, 500)
    tested = np.zeros(500, dtype=int)
    for number in range(1, 6):
        split = folds.deal(np.arange(500), strata, fold=f"{number}/5", validation=0.1, seed=3)
        tested += split == splits.TEST
        assert (split == splits.TEST).sum() == 100
        assert abs((split == splits.VALIDATION).sum() - 50) <= 2
    assert (tested == 1).all()


def test_by_time_what_tests_is_later_than_what_trains():
    moments = np.random.default_rng(1).permutation(600).astype(float)
    tested = np.zeros(600, dtype=int)
    for number in range(1, 6):
        split = folds.deal_time(moments, fold=f"{number}/5", validation=0.1)
        inside = {name: moments[split == at] for at, name in enumerate(splits.NAMES)}
        assert inside["train"].max() < inside["validation"].min() <= inside["validation"].max() < inside["test"].min()
        assert len(inside["test"]) == 100
        assert (moments[split == splits.DROPPED] > inside["test"].max()).all()
        tested += split == splits.TEST
    assert tested.sum() == 500
    assert (moments[tested == 0] < 100).all()


def write(path, n=300):
    draw = random.Random(0)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["a", "b", "person", "day", "y"])
        for i in range(n):
            out.writerow([draw.random(), draw.random(), i // 5, f"2024-{1 + i % 12:02d}-{1 + i % 28:02d}", i % 3 == 0])


def recipe(path, **split):
    data = {"train": str(path), "target": "y", "inputs": ["a", "b"], "split": split}
    return recipe_file.from_mapping({"task": "tabular-classification", "data": data}, [])


@pytest.mark.parametrize("split", [{}, {"by": "group", "column": "person"}, {"by": "time", "column": "day"}])
def test_a_recipe_s_fold_is_its_test_split(tmp_path, split):
    write(tmp_path / "d.csv")
    places = []
    for number in (1, 2, 3):
        bundle = prepare(recipe(tmp_path / "d.csv", fold=f"{number}/3", **split), tmp_path / str(number))
        counts = bundle.counts
        dropped = sum(count for name, count in counts.items() if name.startswith("dropped_"))
        assert counts["read"] == counts["train"] + counts["validation"] + counts["test"] + dropped
        mine = bundle.places("test")
        assert not set(mine) & {place for name in ("train", "validation") for place in bundle.places(name)}
        places += mine
        if split.get("by") == "group":
            people = {name: {(int(p.split(":")[1]) - 2) // 5 for p in bundle.places(name)} for name in splits.NAMES}
            assert not people["test"] & (people["train"] | people["validation"])
    assert len(places) == len(set(places))
    assert len(places) == 300 or split.get("by") == "time"


@pytest.mark.parametrize(
    ("fold", "said"), [("6/5", "none of 5 folds"), ("1/1", "none of"), ("x", "fold"), ("0/5", "fold")]
)
def test_a_fold_that_is_none_is_refused(fold, said):
    with pytest.raises(RecipeError, match=said):
        recipe("d.csv", fold=fold)
    with pytest.raises(RecipeError, match="leave test out"):
        recipe_file.from_mapping(
            {"task": "tabular-classification", "data": {"train": "a.csv", "test": "b.csv", "split": {"fold": "1/2"}}},
            [],
        )
