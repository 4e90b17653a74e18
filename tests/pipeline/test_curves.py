"""A recipe's own learning curve: growing trainings judged on the same rows, carried on; nothing stays behind."""

from __future__ import annotations

import csv
import random
import tempfile

import pytest

from modelyard import pipeline
from modelyard.pipeline import curves
from modelyard.pipeline.workloads import look_at

WORDS = ["bread", "river", "stone", "cloud", "paper", "glass", "很好", "房间"]


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "table.csv"
    generator = random.Random(0)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "b", "c", "y"])
        for _ in range(3000):
            row = [round(generator.gauss(0, 1), 3) for _ in range(3)]
            writer.writerow([*row, ["low", "高"][int(sum(row) + generator.gauss(0, 0.7) > 0)]])
    return path


def recipe(table, **changes):
    data = {"train": str(table), "target": "y"}
    return pipeline.read_recipe({"task": "tabular-classification", "data": data, "model": "linear", **changes})


def test_a_curve_holds_what_all_of_the_data_gives(table, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    asked = recipe(table)
    look = look_at(asked)  # a quarter of a second: on a busy machine not all of it
    curve, notes = curves.learned(asked, look, "linear")
    assert not notes and curve["metric"] == "1 - accuracy"
    sizes = [point["examples"] for point in curve["points"]]
    assert sizes == [50, 100, 200, 400]
    assert curve["examples"] == (2100 if look.exact else pytest.approx(2100, rel=0.1))
    whole = pipeline.run(asked, out=tmp_path / "run")
    error = 1 - next(claim["value"] for claim in whole.read_json("claims.json") if claim["name"] == "accuracy")
    assert curve["expected"]["low"] - 0.03 <= error <= curve["expected"]["high"] + 0.03  # of other rows, some hundred
    assert curve["gain_of_ten_times"]["low"] >= 0
    assert not list((tmp_path / "tmp").iterdir())


def test_the_same_recipe_gives_the_same_curve(table):
    asked = recipe(table, model="trees")
    one, two = (curves.learned(asked, look_at(asked), "trees")[0] for _ in range(2))
    assert one == two


def test_what_has_no_curve_says_why(table):
    asked = recipe(table, data={"train": str(table), "target": "y", "split": {"validation": 0}})
    curve, notes = curves.learned(asked, look_at(asked), "linear")
    assert curve == {} and "data.split.validation" in notes[0]
    hurried = recipe(table)
    curve, notes = curves.learned(hurried, look_at(hurried), "linear", seconds=0.0)
    assert curve == {} and "did not reach" in notes[0]


def test_a_network_on_running_text(tmp_path):
    pytest.importorskip("torch")
    generator = random.Random(0)
    text = "\n\n".join(" ".join(generator.choices(WORDS, k=40)) + "." for _ in range(1500))
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    model = {"family": "decoder", "layers": 1, "width": 32, "heads": 2, "max_length": 32, "vocabulary": "bytes"}
    train = {"batch_size": 4, "learning_rate": 3e-3, "threads": 1, "precision": "fp32"}
    data = {"train": str(tmp_path / "text.txt"), "section_characters": 1024, "deduplicate": "none"}
    asked = pipeline.read_recipe({"task": "language-modeling", "data": data, "model": model, "train": train})
    curve, notes = curves.learned(asked, look_at(asked), "decoder")
    assert not notes and curve["metric"] == "bits_per_byte"
    errors = [point["error"] for point in curve["points"]]
    assert len(errors) >= 3 and errors == sorted(errors, reverse=True)
    assert curve["expected"]["value"] < errors[-1]
    open_size = pipeline.read_recipe({"task": "language-modeling", "data": data, "model": "decoder"})
    assert "preset or layers" in curves.learned(open_size, look_at(open_size), "decoder")[1][0]
