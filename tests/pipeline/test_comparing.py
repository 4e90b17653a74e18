"""`compare` on finished runs: the same rows, what is refused, files, and what the terminal says."""

import csv
import json
import random
import shutil

import pytest
from typer.testing import CliRunner

import modelyard
from modelyard.cli import app
from modelyard.core.errors import RequestError, RunError

GOOD = ["好吃 快 味道 不错", "fine warm quick lovely", "送餐 很快 满意", "great crisp fresh"]
BAD = ["难吃 慢 冷 失望", "cold slow awful stale", "送餐 太慢 差评", "burnt late bland"]


def write(path, n, seed=0):
    draw = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["text", "stars", "label"])
        for i in range(n):
            good = draw.random() < 0.5
            seems = good if draw.random() < 0.8 else not good
            text = " ".join(draw.sample(" ".join(GOOD if seems else BAD).split(), 4)) + f" {i}"
            out.writerow([text, (4 if good else 2) + draw.randint(-1, 1), "good" if good else "bad"])


def recipe(path, **more):
    return {
        "task": "text-classification",
        "data": {"train": str(path), "target": "label", "inputs": ["text"], **more.pop("data", {})},
        "model": {"family": "linear", "character_ngrams": 0, **more},
        "evaluate": {"resamples": 200},
        "explain": False,
        "audit": False,
    }


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    write(folder / "reviews.csv", 600)
    data = folder / "reviews.csv"
    modelyard.run(recipe(data), out=folder / "plain")
    modelyard.run(recipe(data, word_ngrams=1, unspaced_ngrams=1), out=folder / "small")
    modelyard.run(recipe(data, data={"split": {"test": 0.4}}), out=folder / "wide")
    table = recipe(data, data={"inputs": ["stars"]}) | {"task": "tabular-classification", "model": "linear"}
    modelyard.run(table, out=folder / "stars")
    return folder


def test_runs_with_the_same_test_rows_are_compared_on_all_of_them(runs):
    found = modelyard.compare(runs / "plain", runs / "small")
    own = json.loads((runs / "plain" / "evaluation.json").read_text())
    assert found["n"] == own["n"]
    assert found["verdict"]["first"] == pytest.approx(own["verdict"]["model"]["value"])
    assert found["notes"] == []
    effect = found["effect"]
    assert (effect["only_second"] - effect["only_first"]) / found["n"] == pytest.approx(found["verdict"]["difference"])
    assert found["cost"]["first"]["bytes"] > found["cost"]["second"]["bytes"]
    assert json.loads(json.dumps(found)) == found


def test_test_rows_that_differ_are_cut_to_those_that_both_left_out(runs):
    found = modelyard.compare(runs / "plain", runs / "wide")
    assert found["n"] < 240
    assert "both left out of training" in found["notes"][0]


def test_runs_of_one_target_over_other_columns_need_a_file(runs, tmp_path):
    with pytest.raises(RequestError, match="share no input column"):
        modelyard.compare(runs / "plain", runs / "stars")
    write(tmp_path / "new.csv", 150, seed=9)
    found = modelyard.compare(runs / "plain", runs / "stars", data=str(tmp_path / "new.csv"))
    assert found["verdict"]["second"] > found["verdict"]["first"]  # stars tell, words lie for a fifth


def test_rows_of_a_file_that_a_run_was_trained_on_are_left_out(runs):
    data = str(runs / "reviews.csv")
    found = modelyard.compare(runs / "plain", runs / "small", data=data)
    own = json.loads((runs / "plain" / "evaluation.json").read_text())
    assert found["n"] == own["n"]
    assert "trained or chosen on" in found["notes"][0]


def test_what_cannot_be_compared_is_said(runs, packaged, tmp_path):
    with pytest.raises(RequestError, match="different questions"):
        modelyard.compare(runs / "plain", packaged("trees"))
    with pytest.raises(RequestError, match="are not the same"):
        write(tmp_path / "other.csv", 300, seed=5)
        modelyard.run(recipe(tmp_path / "other.csv"), out=tmp_path / "other")
        modelyard.compare(runs / "plain", tmp_path / "other")
    with pytest.raises(RunError, match="no test split"):
        shutil.copytree(runs / "plain" / "artifact", tmp_path / "alone")
        modelyard.compare(tmp_path / "alone", runs / "small")
    assert modelyard.compare(runs / "plain" / "artifact", runs / "small")["n"] > 100  # a part of its run


def test_the_terminal_says_it_in_a_sentence_and_tables(runs):
    done = CliRunner().invoke(app, ["compare", str(runs / "plain"), str(runs / "small")])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("small is ")
    assert "McNemar" in done.output
    assert "training" in done.output
    asked = CliRunner().invoke(app, ["compare", str(runs / "plain"), str(runs / "small"), "--json"])
    assert json.loads(asked.output)["names"] == ["plain", "small"]
