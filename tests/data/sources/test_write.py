import csv
import errno
import io
import json
import os
import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelyard.core.errors import DataError, RunError
from modelyard.core.recipe import Data
from modelyard.data.sources import read_rows, write_rows

ROWS = {"文本": ["好", 'a "b"\n', None], "n": [1, -2.5, None], "label": ["x", "y", "z"]}
NOTHING_MISSING = Data(train="-", missing=["\ud800"], delimiter=",")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_what_is_written_is_read_back_in_order(tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    write_rows(path, ROWS)
    rows, places = read_rows(path, Data(train="-"))
    expected = {name: list(map(_text, cells)) if ending == "csv" else cells for name, cells in ROWS.items()}
    assert rows == expected and len(places) == 3
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def _text(cell):
    return None if cell is None else str(cell)


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=10)
scalars = st.one_of(st.none(), texts, st.integers(-(2**60), 2**60), st.floats(allow_nan=False, allow_infinity=False))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(scalars, texts), min_size=1, max_size=9))
def test_jsonl_round_trip(tmp_path, table):
    rows = {"a": [a for a, _ in table], "b": [b for _, b in table]}
    write_rows(tmp_path / "x.jsonl", rows)
    assert read_rows(tmp_path / "x.jsonl", NOTHING_MISSING)[0] == rows


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=9))
def test_csv_round_trip_but_for_what_is_made_safe(tmp_path, table):
    rows = {"alpha": [a for a, _ in table], "beta": [b for _, b in table]}
    write_rows(tmp_path / "x.csv", rows)
    found, _ = read_rows(tmp_path / "x.csv", NOTHING_MISSING)
    for name, cells in rows.items():
        for cell, back in zip(cells, found[name], strict=True):
            safe = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", cell)
            assert back in (safe, "'" + safe)


LIVE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1+1", '=HYPERLINK("http://x")']


def test_no_live_formula_in_a_csv(tmp_path):
    path = tmp_path / "x.csv"
    safe = ["-1", "-1.5", "+2e-3", -3, -0.5, "a=b", "3-2", "x@y.z", "-.5", "-"]
    write_rows(path, {"=name": [*LIVE, *safe], "\x1b[31m": ["<script>"] * (len(LIVE) + len(safe))})
    header, *lines = csv.reader(io.StringIO(path.read_bytes().decode(), newline=""))
    assert header == ["'=name", "\N{REPLACEMENT CHARACTER}[31m"]
    for cell, (written, _) in zip(LIVE, lines, strict=False):
        assert written.lstrip(" ") == cell.lstrip(" ") if cell.startswith(" ") else written == "'" + cell
        assert written.startswith(("'", " "))
    assert [line[0] for line in lines[len(LIVE) :]] == [*map(str, safe[:-1]), "'-"]


def test_control_characters(tmp_path):
    path = tmp_path / "x.csv"
    write_rows(path, {"a": ["x\0y", "\x1b[2Jz", "fine\n", "\ud800"]})
    content = path.read_bytes()
    assert b"\0" not in content and b"\x1b" not in content
    assert read_rows(path, Data(train="-"))[0]["a"] == ["x\ufffdy", "\ufffd[2Jz", "fine\n", "\ufffd"]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_numpy_and_vectors(tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    rows = {"v": [np.array([1, 2], np.uint8), [3, 4]], "n": [np.int64(1), np.float32(0.5)]}
    write_rows(path, rows)
    found = read_rows(path, Data(train="-"))[0]
    if ending == "csv":
        assert found == {"v": ["[1, 2]", "[3, 4]"], "n": ["1", "0.5"]}
    else:
        assert found == {"v": [[1, 2], [3, 4]], "n": [1, 0.5]}


def test_an_empty_table(tmp_path):
    write_rows(tmp_path / "x.csv", {"a": [], "b": []})
    assert (tmp_path / "x.csv").read_text() == "a,b\n"
    write_rows(tmp_path / "x.parquet", {"a": []})
    assert read_rows(tmp_path / "x.parquet", Data(train="-")) == ({"a": []}, [])


@pytest.mark.parametrize(
    ("name", "rows", "rule"),
    [
        ("x.xlsx", ROWS, "csv, jsonl or parquet"),
        ("x.csv", {"a": [1], "b": []}, "one length"),
        ("x.jsonl", {"a": [float("nan")]}, "neither NaN"),
        ("x.jsonl", {"a": [object()]}, "cannot be written"),
        ("x.parquet", {"a": [1, "x"]}, "values of one type"),
    ],
)
def test_what_cannot_be_written_leaves_the_old_file(tmp_path, name, rows, rule):
    path = tmp_path / name
    path.write_text("old")
    with pytest.raises(DataError, match=rule):
        write_rows(path, rows)
    assert path.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, ending):
    path = tmp_path / f"x.{ending}"
    path.write_text("old")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RunError, match="No space left on device"):
        write_rows(path, ROWS)
    assert path.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(RunError, match="cannot write"):
        write_rows(tmp_path / "no" / "x.csv", ROWS)


def test_jsonl_lines_hold_one_object_each(tmp_path):
    path = tmp_path / "x.jsonl"
    write_rows(path, {"a": ["x\u2028y", "\n"], "b": [None, True]})
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]] == [
        {"a": "x\u2028y", "b": None},
        {"a": "\n", "b": True},
    ]


def test_one_column_keeps_its_empty_rows(tmp_path):
    write_rows(tmp_path / "x.csv", {"a": ["x", None, "", "y"]})
    assert read_rows(tmp_path / "x.csv", Data(train="-"))[0] == {"a": ["x", None, None, "y"]}


def test_a_folder_that_is_not_there_is_not_called_full(tmp_path):
    with pytest.raises(RunError, match=r"No such file or directory\. Name a file in a folder"):
        write_rows(tmp_path / "none" / "rows.csv", {"a": ["1"]})
