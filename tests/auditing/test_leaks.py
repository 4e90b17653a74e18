"""Copies between the splits: planted ones are found, in texts and tables, and the real ones of a known set."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
import pytest

from modelyard.auditing import leaks, shift
from modelyard.auditing.leaks import near_clusters, row_keys, without_copies
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Column, Schema
from modelyard.data.bundle import prepare
from modelyard.data.sources import write_rows
from modelyard.inference.subject import Subject


def audited(directory: Path, task: str, **data: Any) -> tuple[Exhibit, Subject]:
    """The part on prepared data: no model is needed for it."""
    recipe = Recipe.model_validate({"task": task, "data": data})
    bundle = prepare(recipe, directory / "bundle")
    assert bundle.schema.target is not None
    labels = bundle.schema.target.values
    predictor: Any = SimpleNamespace(
        schema=bundle.schema, task=SimpleNamespace(metrics="classification", labels=tuple(sorted(labels)))
    )
    run: Any = SimpleNamespace(path=directory)
    subject = Subject(run=run, recipe=recipe, bundle=bundle, predictor=predictor)
    found = leaks.audit(subject)
    assert found is not None
    return found, subject


def texts(random: np.random.Generator, count: int) -> list[str]:
    words = [f"word{i}" for i in range(300)] + ["很好", "房间", "服务"]
    return [" ".join(random.choice(words, 25)) for _ in range(count)]


def test_planted_copies_of_texts_are_found_and_removed(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    train, test = texts(random, 300), texts(random, 100)
    exact, near = train[:10], [text + " again" for text in train[10:16]]
    for name, rows in (("train", train), ("test", [*test, *exact, *near])):
        label = ["good" if i % 2 else "bad" for i in range(len(rows))]
        write_rows(tmp_path / f"{name}.csv", {"text": rows, "label": label})
    found, _ = audited(
        tmp_path,
        "text-classification",
        train=str(tmp_path / "train.csv"),
        test=str(tmp_path / "test.csv"),
        target="label",
    )
    assert found.detail is not None and found.detail["findings"]["duplicates_of_test"] == 16
    assert [claim.value for claim in found.claims if claim.name.startswith("test")] == [0.0, 0.0]  # none is left
    assert not found.limits


def test_equal_rows_that_stay_in_both_splits_are_counted(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    rows = {"a": random.choice(["x", "y", "z"], 600).tolist(), "b": random.choice(["1", "2", "红"], 600).tolist()}
    write_rows(tmp_path / "few.csv", {**rows, "label": random.choice(["yes", "no"], 600).tolist()})
    found, subject = audited(tmp_path, "tabular-classification", train=str(tmp_path / "few.csv"), target="label")
    (claim,) = [claim for claim in found.claims if claim.name == "test_rows_in_train"]
    assert claim.value == 1.0 and claim.n == subject.bundle.counts["test"]
    # Nine different rows are possible: that they meet is no leak, and no alarm.
    assert any("few different rows are possible" in limit for limit in found.limits) and not found.concern
    assert "better than they will be" not in " ".join(found.limits)


def test_near_copies_are_listed_as_groups_of_one_split(tmp_path: Path) -> None:
    random = np.random.default_rng(2)
    train = texts(random, 200)
    train += [train[0] + " once", train[0] + " twice"]
    label = ["good" if i % 2 else "bad" for i in range(len(train))]
    write_rows(tmp_path / "all.csv", {"text": train, "label": label})
    found, _ = audited(tmp_path, "text-classification", train=str(tmp_path / "all.csv"), target="label")
    assert found.detail is not None
    (cluster,) = found.detail["clusters"]
    assert len(cluster["places"]) == 3 and len(cluster["splits"]) == 1 and cluster["likeness"] > 0.8


def test_clusters_and_keys() -> None:
    where = {"a:1": "train", "a:2": "test", "a:3": "train", "a:9": "train", "a:8": "train"}
    found = near_clusters([("a:1", "a:2", 0.9), ("a:2", "a:3", 0.85), ("a:8", "a:9", 1.0)], where)
    assert [len(item.places) for item in found] == [3, 2]
    assert found[0].splits == ("test", "train") and found[0].likeness == 0.85
    assert near_clusters([], where) == []
    schema = Schema(inputs=(Column(name="t", kind="text"), Column(name="n", kind="number")))
    assert row_keys({"t": ["Ａ  b", "a b"], "n": [1.0, 1]}, schema) == ["a b\x1f1", "a b\x1f1"]


def test_planted_and_real_copies_of_imdb(tmp_path: Path) -> None:
    root = os.environ.get("MODELYARD_DATA")
    if not root:
        pytest.skip("set MODELYARD_DATA to the folder of public data sets")
    rows = parquet.read_table(Path(root) / "imdb_25k" / "train.parquet", columns=["text", "label"]).to_pydict()
    random = np.random.default_rng(0)
    planted = random.choice(len(rows["text"]), 40, replace=False)
    exact, near = planted[:20], planted[20:]
    copies = [rows["text"][i] for i in exact] + [str(rows["text"][i])[3:] + " Seen twice." for i in near]
    test = {"text": copies, "label": [rows["label"][i] for i in planted]}
    write_rows(tmp_path / "train.csv", {"text": rows["text"], "label": rows["label"]})
    write_rows(tmp_path / "test.csv", test)
    found, subject = audited(
        tmp_path,
        "text-classification",
        train=str(tmp_path / "train.csv"),
        test=str(tmp_path / "test.csv"),
        inputs="text",
        target="label",
    )
    assert found.detail is not None
    counts = found.detail["findings"]
    # Every planted copy, and whatever is nearly the same as one.
    assert counts["duplicates_of_test"] >= 40
    assert counts["duplicates"] >= 46 and counts["near_duplicates"] >= 16 + 2 * 15  # the real ones, and the planted
    assert all(claim.value == 0 for claim in found.claims if claim.name.startswith("test"))
    assert subject.bundle.counts["test"] == 40


def test_copies_that_share_a_split_are_no_shift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(4)
    different = texts(random, 400)
    rows = different * 2 + [f"{text} once" for text in different]
    write_rows(tmp_path / "all.csv", {"text": rows, "label": ["good" if len(row) % 2 else "bad" for row in rows]})
    _, subject = audited(tmp_path, "text-classification", train=str(tmp_path / "all.csv"), target="label")
    found = shift.audit(subject)
    assert found is not None and found.detail is not None
    assert not found.concern and found.detail["p_value"] > 0.05
    known = subject.known("train")
    kept = without_copies(subject, known.rows, known.places)
    assert len({str(known.rows["text"][row]).removesuffix(" once") for row in kept}) == len(kept)
    # With the copies a model knows a text of train again, though nothing has shifted.
    monkeypatch.setattr(shift, "without_copies", lambda subject, rows, places: range(len(places)))
    before = shift.audit(subject)
    assert before is not None and before.concern
