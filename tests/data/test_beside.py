"""Protected columns that are no inputs: kept beside the rows, in their order, and unknown to the model."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.errors import DataError
from modelyard.core.recipe import Recipe
from modelyard.data.bundle import Bundle, prepare


def make(directory: Path, **sections: Any) -> tuple[Recipe, Bundle]:
    file = directory / "people.csv"
    if not file.exists():
        directory.mkdir(exist_ok=True, parents=True)
        with file.open("w", newline="", encoding="utf-8") as opened:
            writer = csv.writer(opened)
            writer.writerow(["points", "age", "性别", "good"])
            writer.writerows([i % 37, 20 + i % 50 if i % 7 else "", "男" if i % 3 else "女", i % 2] for i in range(300))
    data = {"train": str(file), "inputs": "points", "target": "good"}
    recipe = Recipe.model_validate({"task": "tabular-classification", "data": data, **sections})
    return recipe, prepare(recipe, directory / "bundle")


def expected(place: str) -> tuple[str | None, str]:
    row = int(place.rpartition(":")[2]) - 2
    return (str(20 + row % 50) if row % 7 else None), ("男" if row % 3 else "女")


def test_kept_in_the_order_of_the_rows(tmp_path: Path) -> None:
    recipe, bundle = make(tmp_path, audit={"protected": ["age", "性别"]})
    (tmp_path / "people.csv").unlink()  # what is kept needs no file
    for split in ("train", "validation", "test"):
        found = bundle.beside(split, ["age", "性别"], recipe)
        assert list(zip(found["age"], found["性别"], strict=True)) == [expected(p) for p in bundle.places(split)]
        assert set(bundle.rows(split)) == {"points", "good"}


def test_named_later_they_are_read_from_the_files_again(tmp_path: Path) -> None:
    plain, before = make(tmp_path / "a")
    recipe, named = make(tmp_path / "b", audit={"protected": ["age"]})
    assert before.fingerprint == named.fingerprint  # the model's data are the same: nothing is trained anew
    later = plain.model_copy(update={"audit": recipe.audit})
    assert before.beside("test", ["age"], later) == named.beside("test", ["age"], recipe)
    with (tmp_path / "a" / "people.csv").open("a", encoding="utf-8") as file:
        file.write("1,2,男,0\n")
    with pytest.raises(DataError, match="not kept with this run"):
        before.beside("test", ["age"], later)


def test_a_column_that_is_not_there_is_said_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="Did you mean 'age'"):
        make(tmp_path, audit={"protected": ["aeg"]})
    with pytest.raises(DataError, match="target cannot be protected"):
        make(tmp_path, audit={"protected": ["good"]})
