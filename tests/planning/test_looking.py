"""A bounded look at data: exact where it is small, near where it is large, of every format."""

from __future__ import annotations

import gzip
import json
import random
import struct
import time
import zipfile

import pytest

from modelyard.core import recipe_file
from modelyard.core.errors import DataError
from modelyard.planning import beginning
from modelyard.planning.looking import look_at_rows, look_at_text

ROWS = 30_000


def recipe(path, task="text-classification", **data):
    return recipe_file.from_mapping(
        {"task": task, "data": {"train": str(path), "inputs": "text", "target": "y", **data}}
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("looks")
    generator = random.Random(0)
    words = ["bread", "river", "很好", "房间", "cloud", "服务态度"]
    rows = [(" ".join(generator.choices(words, k=generator.randint(3, 20))), i % 3) for i in range(ROWS)]
    text = "text,y\n" + "".join(f"{a},{b}\n" for a, b in rows)
    (folder / "a.csv").write_text(text, encoding="utf-8")
    (folder / "gb.csv").write_bytes(text.encode("gb18030"))
    with gzip.open(folder / "a.csv.gz", "wt", encoding="utf-8") as file:
        file.write(text)
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", text)
    with (folder / "a.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": a, "y": b}, ensure_ascii=False) + "\n" for a, b in rows)
    return folder


@pytest.mark.parametrize("name", ["a.csv", "gb.csv", "a.csv.gz", "a.zip", "a.jsonl"])
@pytest.mark.parametrize("seconds", [60.0, 0.0])
def test_rows_are_counted_or_nearly_so(files, name, seconds, monkeypatch):
    monkeypatch.setattr(beginning, "READ_SECONDS", seconds)
    monkeypatch.setattr(beginning, "WAIT_SECONDS", 60.0)
    found = look_at_rows(recipe(files / name))
    assert found.exact == (seconds > 0)
    assert found.rows == pytest.approx(ROWS, rel=0 if found.exact else 0.06)
    assert found.classes == 3
    exact = look_at_rows(recipe(files / "a.csv"))
    assert found.text_bytes == pytest.approx(exact.text_bytes, rel=0.15)


def test_parquet_and_pixels_say_how_many_they_are(tmp_path, monkeypatch):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    monkeypatch.setattr(beginning, "READ_SECONDS", 0.0)
    parquet.write_table(
        pyarrow.table({"text": [f"row {i} of many" for i in range(5000)], "y": [i % 2 for i in range(5000)]}),
        tmp_path / "a.parquet",
    )
    assert look_at_rows(recipe(tmp_path / "a.parquet")).rows == 5000
    images = struct.pack(">HBBIII", 0, 8, 3, 2000, 4, 4) + bytes(2000 * 16)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(images)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(
        struct.pack(">HBBI", 0, 8, 1, 2000) + bytes(i % 10 for i in range(2000))
    )
    asked = recipe(tmp_path / "train-images-idx3-ubyte", task="tabular-classification", inputs="pixels", target="label")
    found = look_at_rows(asked)
    assert found.rows == pytest.approx(2000, rel=0.05)


def test_a_look_ends_in_time(files):
    with (files / "huge.csv").open("w", encoding="utf-8") as file:
        content = (files / "a.csv").read_text(encoding="utf-8")
        file.write(content)
        for _ in range(60):
            file.write(content.partition("\n")[2])
    begun = time.process_time()
    found = look_at_rows(recipe(files / "huge.csv"))
    assert time.process_time() - begun < 1.5, "beside other tests; alone a third of it"
    assert not found.exact and found.rows == pytest.approx(61 * ROWS, rel=0.06)


def test_splits_follow_the_recipe(files, monkeypatch):
    monkeypatch.setattr(beginning, "READ_SECONDS", 60.0)
    monkeypatch.setattr(beginning, "WAIT_SECONDS", 60.0)
    found = look_at_rows(recipe(files / "a.csv"))
    plain = recipe(files / "a.csv")
    assert [found.part(plain, name) for name in ("train", "validation", "test")] == [21_000, 3_000, 6_000]
    given = recipe(files / "a.csv", test=str(files / "gb.csv"), split={"validation": 0.2})
    with_test = look_at_rows(given)
    assert with_test.part(given, "train") == 24_000 and with_test.part(given, "validation") == 6_000
    assert with_test.part(given, "test") == pytest.approx(ROWS, rel=0.3)
    limited = recipe(files / "a.csv", limit=1000)
    assert look_at_rows(limited).part(limited, "train") == 700


def test_running_text(tmp_path, monkeypatch):
    folder = tmp_path / "docs"
    folder.mkdir()
    for i in range(30):
        (folder / f"{i}.md").write_text("河水 river stone. " * 4000, encoding="utf-8")
    asked = recipe_file.from_mapping({"task": "language-modeling", "data": {"train": str(folder)}})
    total = sum(file.stat().st_size for file in folder.iterdir())
    found = look_at_text(asked)
    assert found.text_bytes == pytest.approx(total, rel=0.01)
    monkeypatch.setattr(beginning, "READ_SECONDS", 0.0)
    little = look_at_text(asked)
    assert not little.exact and little.text_bytes == pytest.approx(total, rel=0.01) and little.texts


def test_nothing_to_read_is_one_error(tmp_path):
    (tmp_path / "a.csv").write_text("text,y\n", encoding="utf-8")
    with pytest.raises(DataError):
        look_at_rows(recipe(tmp_path / "a.csv"))
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    with pytest.raises(DataError):
        look_at_text(
            recipe_file.from_mapping({"task": "language-modeling", "data": {"train": str(tmp_path / "a.txt")}})
        )
