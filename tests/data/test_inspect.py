"""The profile of a source: kinds, counts, quantiles, scripts; estimates said to be such and near the truth."""

import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.recipe import Data
from modelyard.data import inspect as module
from modelyard.data.inspect import inspect
from modelyard.data.profile import Profile
from modelyard.data.sketches import Distinct, Repeats, Reservoir, combine, hashes
from modelyard.data.sources import open_source


def profile(directory: Path, rows: Mapping[str, Sequence[Any]], name: str = "t.csv", **settings: Any) -> Profile:
    path = directory / name
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    section = Data(train=(str(path),), **settings)
    return inspect(open_source(section.train, section))


def test_kinds(tmp_path: Path) -> None:
    dice = random.Random(0)
    count = 200
    words = ["the", "room", "was", "clean", "and", "the", "staff", "friendly", "but", "breakfast", "came", "late"]
    found = profile(
        tmp_path,
        {
            "id": range(1, count + 1),
            "key": [f"u/{dice.getrandbits(60):x}" for _ in range(count)],
            "age": [dice.randint(18, 90) if i % 9 else "" for i in range(count)],
            "pay": [round(dice.lognormvariate(8, 1), 2) for _ in range(count)],
            "job": [dice.choice(["cook", "clerk", "?"]) for _ in range(count)],
            "born": [f"19{dice.randint(10, 99)}-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}" for _ in range(count)],
            "seen": [f"{dice.randint(1, 12)}/{dice.randint(13, 28)}/2024" for _ in range(count)],
            "说明": ["房间很干净" + "".join(dice.choices("的了服务早餐差好远近", k=12)) for _ in range(count)],
            "text": [" ".join(dice.choices(words, k=12)) for _ in range(count)],
            "ticket": [str(dice.getrandbits(20)) if i % 2 else f"A/{dice.getrandbits(20)}" for i in range(count)],
            "same": ["x"] * count,
            "none": [""] * count,
        },
    )
    kinds = {column.name: column.kind for column in found.columns}
    assert kinds == {
        "id": "identifier",
        "key": "identifier",
        "age": "number",
        "pay": "number",
        "job": "category",
        "born": "date",
        "seen": "date",
        "说明": "text",
        "text": "text",
        "ticket": "mixed",
        "same": "constant",
        "none": "constant",
    }
    assert found["age"].missing == sum(i % 9 == 0 for i in range(count))
    assert found["job"].missing > 0 and set(found["job"].counts) == {"cook", "clerk"}
    assert found["born"].date_format == "ISO 8601" and found["seen"].date_format == "MM/DD/YYYY"
    assert found["说明"].scripts == {"Chinese": 1.0} and found["text"].scripts == {"Latin": 1.0}
    assert found["ticket"].non_numbers == count / 2 and len(found["ticket"].non_number_places) == 10
    assert found["ticket"].non_number_places[0][0] == "t.csv:2"
    assert not found.estimated and not any(column.estimated for column in found.columns)


def test_numbers_equal_numpy(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(5, 3, 4000).round(6)
    found = profile(tmp_path, {"x": values.tolist(), "y": range(4000)})["x"]
    assert found.low == values.min() and found.high == values.max()
    assert found.mean == pytest.approx(values.mean(), rel=1e-12)
    assert found.deviation == pytest.approx(values.std(), rel=1e-9)
    assert found.quantiles["0.5"] == pytest.approx(np.quantile(values, 0.5), abs=1e-12)


def test_beyond_the_limits_it_estimates_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SAMPLE_ROWS", 1000)
    monkeypatch.setattr(module, "REPEAT_HASHES", 5000)
    monkeypatch.setattr(module, "COUNTED_VALUES", 100)
    monkeypatch.setattr(module, "DISTINCT_HASHES", 2000)
    values = [i % 12_000 for i in range(20_000)]  # 8,000 rows stand twice
    found = profile(tmp_path, {"x": values, "y": [f"v{value}" for value in values]})
    assert found.estimated == ("repeated",)
    assert found.repeated == pytest.approx(8000, rel=0.1)
    assert found["x"].distinct == pytest.approx(12_000, rel=0.1)
    assert set(found["x"].estimated) == {"distinct", "quantiles"}
    assert found["x"].quantiles["0.5"] == pytest.approx(np.quantile(values, 0.5), rel=0.1)
    assert len(found.sample["x"]) == len(found.sample_places) == 1000
    # Rows are sampled whole: the columns of the sample still belong together.
    assert all(f"v{x}" == y for x, y in zip(found.sample["x"], found.sample["y"], strict=True))
    assert all(
        values[int(place.rpartition(":")[2]) - 2] == int(x)
        for x, place in zip(found.sample["x"], found.sample_places, strict=True)
    )


def test_repeated_rows_and_limit(tmp_path: Path) -> None:
    rows = {"a": ["x", "y", "x", "x"], "b": [1, 2, 1, 3]}
    assert profile(tmp_path, rows).repeated == 1
    assert profile(tmp_path, rows, limit=2).rows == 2


def test_a_row_that_was_mended_and_kept_is_counted_once(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2\n3\n4,5\n", encoding="utf-8")
    for mode, rows, malformed in (("keep", 3, 0), ("drop", 2, 1)):
        source = open_source([str(tmp_path / "t.csv")], Data(train=("t.csv",), on_bad_rows=mode))
        found = inspect(source)
        assert (found.rows, found.malformed) == (rows, malformed)


def test_json_is_plain_and_holds_no_sample(tmp_path: Path) -> None:
    import json

    data = profile(tmp_path, {"name": ["secret one", "secret two"] * 60, "y": [1, 0] * 60}).to_json()
    assert "sample" not in data and json.loads(json.dumps(data))["rows"] == 120


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(1, 300), st.integers(0, 1000))
def test_reservoir_keeps_equal_chances(size: int, rows: int, seed: int) -> None:
    reservoir = Reservoir(size, seed)
    held: dict[int, int] = {}
    start = 0
    for batch in (rows // 3, rows - rows // 3):
        for slot, row in reservoir.choose(batch):
            held[slot] = start + row
        start += batch
    assert sorted(held) == list(range(min(size, rows)))
    assert len(set(held.values())) == len(held) and all(0 <= row < rows for row in held.values())


def test_reservoir_is_uniform() -> None:
    seen = np.zeros(100)
    for seed in range(2000):
        reservoir = Reservoir(10, seed)
        held = dict(reservoir.choose(30))
        for slot, row in reservoir.choose(70):
            held[slot] = row + 30
        seen[list(held.values())] += 1
    # Each row is kept with probability 0.1: 200 of 2,000, within 5 standard deviations (13.4).
    assert abs(seen - 200).max() < 67


def test_sketches_are_exact_below_their_capacity() -> None:
    distinct, repeats = Distinct(100), Repeats(100)
    for chunk in (range(40), range(20, 60)):
        found = hashes(chunk, len(chunk))
        distinct.add(found)
        repeats.add(found)
    assert (distinct.count, distinct.exact) == (60, True)
    assert (repeats.count, repeats.exact) == (20, True)


def test_row_hash_tells_columns_apart() -> None:
    a, b = hashes(["x", "y"], 2), hashes(["y", "x"], 2)
    first, second = combine([a, b]), combine([b, a])
    assert first[0] != second[0] and first[0] == second[1]
