"""Broken files and arguments through the command line: one clear error, exit code 2, nothing half-written.

Broken recipes are in tests/core/test_recipe_file.py, broken requests in tests/serving and tests/hardening.
"""

import gzip
import json
import random
import sys
import zipfile

import pytest

from modelyard.cli import main

RECIPE = """\
task: {task}
data:
  train: {train}
  inputs: {inputs}
  target: {target}
  on_bad_rows: {bad}
model: linear
"""


WORDS = ["bread", "river", "stone", "cloud", "paper", "glass", "horse", "table", "water", "music", "garden", "winter"]


def rows(count=40):
    """Lines of a two-column CSV, no two of them alike; some hold Chinese, so that the encoding is beyond doubt."""
    picker = random.Random(0)
    return [f"{' '.join(picker.sample(WORDS, 6))} {'很好' if i % 2 else '很差'} {i},{i % 2}" for i in range(count)]


def csv_of(lines):
    return ("text,label\n" + "\n".join(lines) + "\n").encode()


def zip_bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("reviews.csv", b"text,label\n" + b"a" * (64 << 20))


# name -> (file name, content or writer, fields of the recipe that differ, words that the error must hold)
FILES = {
    "absent file": ("absent.csv", None, {}, ["absent.csv"]),
    "empty file": ("reviews.csv", b"", {}, ["reviews.csv"]),
    "header only": ("reviews.csv", b"text,label\n", {}, ["reviews.csv"]),
    "binary file": ("reviews.csv", bytes(range(256)) * 64, {}, ["reviews.csv"]),
    "unknown ending": ("reviews.docx", b"PK\x03\x04", {}, ["reviews.docx"]),
    "target missing": ("reviews.csv", csv_of(rows()), {"target": "lable"}, ["lable", "label"]),
    "input missing": ("reviews.csv", csv_of(rows()), {"inputs": "txet"}, ["txet", "text"]),
    "input is target": ("reviews.csv", csv_of(rows()), {"inputs": "label"}, ["label"]),
    "one class": ("reviews.csv", csv_of([line[:-1] + "1" for line in rows()]), {}, ["label"]),
    "too few rows": ("reviews.csv", csv_of(rows(2)), {}, ["2"]),
    "ragged row": ("reviews.csv", csv_of([*rows(), "one,two,three"]), {"bad": "error"}, ["reviews.csv:42"]),
    "short row": ("reviews.csv", csv_of([*rows(), "alone"]), {"bad": "error"}, ["reviews.csv:42"]),
    "empty text": ("reviews.csv", csv_of([*rows(), ",1"]), {"bad": "error"}, ["reviews.csv:42"]),
    "no label": ("reviews.csv", csv_of([*rows(), "some text,"]), {"bad": "error"}, ["reviews.csv:42"]),
    "bad bytes": ("reviews.csv", csv_of(rows()) + b"caf\xff\xfe bad,1\n", {"bad": "error"}, ["reviews.csv:42"]),
    "open quote": ("reviews.csv", csv_of([*rows(), '"never closed,1']), {"bad": "error"}, ["reviews.csv:42"]),
    "input twice": ("reviews.csv", csv_of(rows()), {"inputs": "[text, text]"}, ["text"]),
    "text as number": (
        "t.csv",
        ("a,y\n" + "\n".join(f"{i},{i}.5" for i in range(40)) + "\n5,many\n").encode(),
        {"task": "tabular-regression", "inputs": "a", "target": "y", "bad": "error"},
        ["t.csv:42", "y must hold a number"],
    ),
    "broken json": ("r.json", b'[{"text": "a", "label": 1},', {}, ["r.json"]),
    "json of a number": ("r.json", b"42", {}, ["r.json"]),
    "broken jsonl": ("r.jsonl", b'{"text": "a b", "label": 1}\n' * 20 + b"{oops\n", {"bad": "error"}, ["r.jsonl:21"]),
    "deep json": ("r.json", b"[" * 100_000, {}, ["r.json"]),
    "broken parquet": ("r.parquet", b"PAR1 no PAR1", {}, ["r.parquet"]),
    "broken gzip": ("r.csv.gz", gzip.compress(csv_of(rows()))[:-20], {}, ["r.csv.gz"]),
    "not gzip": ("r.csv.gz", b"text,label\n", {}, ["r.csv.gz"]),
    "broken zip": ("r.zip", b"PK\x03\x04 broken", {}, ["r.zip"]),
    "zip bomb": ("r.zip", zip_bomb, {}, ["r.zip"]),
    "empty zip": ("r.zip", lambda path: zipfile.ZipFile(path, "w").close(), {}, ["r.zip"]),
    "empty folder": ("folder", lambda path: path.mkdir(), {}, ["folder"]),
    "no sqlite table": ("x.db", None, {"train": "sqlite:///absent.db"}, ["absent.db"]),
    "unknown url": ("x", None, {"train": "gopher://host/reviews.csv"}, ["gopher"]),
    "unlisted column for time": (
        "reviews.csv",
        csv_of(rows()),
        {"target": "label\n  split: {by: time, column: when}"},
        ["when"],
    ),
}


def fails(arguments, monkeypatch, capsys):
    """Run the command line in this process; its one line of error."""
    monkeypatch.setattr(sys, "argv", ["modelyard", *map(str, arguments)])
    with pytest.raises(SystemExit) as caught:
        main()
    printed = capsys.readouterr()
    assert caught.value.code == 2, printed
    assert "Traceback" not in printed.err
    errors = [line for line in printed.err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1, printed.err
    return errors[0]


@pytest.mark.parametrize("verb", ["check", "run"])
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_gives_one_clear_error(name, verb, tmp_path, monkeypatch, capsys):
    file, content, fields, expected = FILES[name]
    monkeypatch.chdir(tmp_path)
    path = tmp_path / file
    if callable(content):
        content(path)
    elif content is not None:
        path.write_bytes(content)
    values = {
        "task": "text-classification",
        "train": file,
        "inputs": "text",
        "target": "label",
        "bad": "drop",
        **fields,
    }
    (tmp_path / "recipe.yaml").write_text(RECIPE.format(**values))
    before = sorted(p.name for p in tmp_path.iterdir())
    error = fails([verb, "recipe.yaml"], monkeypatch, capsys)
    for words in expected:
        assert words in error, error
    after = sorted(p.name for p in tmp_path.iterdir() if p.name != "runs")
    assert after == before
    assert not list(tmp_path.glob("runs/*/bundle")), "a refused file must leave no bundle"
    assert not list(tmp_path.glob("runs/**/.tmp-*")), "nothing half-written"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["new", "absent.csv"], "absent.csv"),
        (["run", "absent.yaml"], "absent.yaml: there is no such recipe file"),
        (["serve", "runs/absent"], "there is no finished model here"),
        (["predict", "runs/absent", "x.csv", "--out", "y.csv"], "there is no finished model here"),
        (["evaluate", "runs/absent", "--data", "x.csv"], "there is no finished model here"),
        (["list", "tusks"], "list knows tasks, models and metrics"),
        (["new", "a.txt", "b.txt"], "put a pattern in quotes"),
    ],
)
def test_a_wrong_argument_gives_one_clear_error(arguments, expected, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert expected in fails(arguments, monkeypatch, capsys)
    assert list(tmp_path.iterdir()) == []


def test_new_does_not_replace_a_recipe(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviews.csv").write_bytes(csv_of(rows()))
    (tmp_path / "recipe.yaml").write_text("mine")
    assert "exists already" in fails(["new", "reviews.csv"], monkeypatch, capsys)
    assert (tmp_path / "recipe.yaml").read_text() == "mine"


def test_errors_are_printable(tmp_path, monkeypatch, capsys):
    """A column name with control characters cannot drive the terminal."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviews.jsonl").write_text(json.dumps({"te\x1b[31mxt": "a", "label": 1}) + "\n")
    (tmp_path / "recipe.yaml").write_text(
        RECIPE.format(task="text-classification", train="reviews.jsonl", inputs="text", target="label", bad="drop")
    )
    assert "\x1b" not in fails(["check", "recipe.yaml"], monkeypatch, capsys)
