"""What earlier runs teach, and what no run is broken by."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.planning import calibration, local
from modelyard.planning.calibration import Entry


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "modelyard" / "quotes.jsonl"


def entries(ratios, kind="a/mlp", part="train"):
    return [Entry(kind=kind, foretold={part: 10.0}, actual={part: 10.0 * ratio}) for ratio in ratios]


def test_without_runs_nothing_is_corrected():
    found = calibration.correction(calibration.read(), "a/mlp", "train")
    assert (found.ratio, found.spread, found.runs) == (1.0, None, 0)


def test_runs_are_read_as_they_were_added():
    for entry in entries([1.5, 2.0]):
        calibration.add(entry)
    assert calibration.read() == entries([1.5, 2.0])


def test_a_ratio_is_the_median_drawn_towards_one_while_runs_are_few():
    # Two runs weigh as much as the belief that the quote was right: the mean of log 2 and log 1.
    assert calibration.correction(entries([2.0, 2.0]), "x", "train").ratio == pytest.approx(math.sqrt(2))
    own = calibration.correction(entries([2.0] * 20), "a/mlp", "train")
    # Twenty of the kind, beside what all kinds say: 20/22 of log 2 and 2/22 of 20/22 of log 2.
    assert math.log(own.ratio) == pytest.approx(math.log(2) * (20 + 2 * 20 / 22) / 22)
    assert own.spread == pytest.approx(1.4826 * abs(math.log(2) - math.log(own.ratio)))
    assert calibration.correction(entries([2.0] * 20), "a/mlp", "package").ratio == 1.0


def test_bytes_are_shifted_by_what_moves_less():
    known = [Entry(kind="a/mlp", foretold={"peak": 600e6}, actual={"peak": 700e6}) for _ in range(20)]
    share = calibration.correction(known, "a/mlp", "peak").ratio - 1
    # A larger run misses as many bytes, a smaller one as large a share.
    larger = calibration.shifted(known, "a/mlp", "peak", 6e9) - 6e9
    assert 90e6 < larger < 100e6
    assert calibration.shifted(known, "a/mlp", "peak", 60e6) == pytest.approx(60e6 * (1 + share))
    assert calibration.shifted([], "a/mlp", "peak", 5e8) == 5e8


def test_an_accident_moves_nothing():
    steady = calibration.correction(entries([1.1] * 9), "a/mlp", "train")
    shaken = calibration.correction(entries([1.1] * 9 + [1000.0, 0.0]), "a/mlp", "train")
    assert shaken.ratio == steady.ratio


def test_one_kind_is_corrected_by_its_own_runs_first():
    known = [*entries([2.0] * 12), *entries([0.5] * 12, kind="b/cnn")]
    assert calibration.correction(known, "a/mlp", "train").ratio > 1.5
    assert calibration.correction(known, "b/cnn", "train").ratio < 0.7


def test_the_usual_time_of_a_part_needs_no_quote():
    known = [Entry(kind="a/mlp", foretold={}, actual={"package": seconds}) for seconds in (2.0, 3.0, 9.0)]
    assert calibration.usual(known, "a/mlp", "package") == 3.0
    assert calibration.usual(known, "b/mlp", "package") is None


@given(st.lists(st.floats(0.2, 5.0), min_size=1, max_size=40))
def test_a_correction_lies_between_one_and_what_runs_say(ratios):
    found = calibration.correction(entries(ratios), "a/mlp", "train")
    assert min(1.0, *ratios) - 1e-9 <= found.ratio <= max(1.0, *ratios) + 1e-9


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "7",
        "null",
        '{"format": 1}',
        '{"format": 2, "machine": "KEY", "kind": "a", "foretold": {}, "actual": {}}',
        '{"format": 1, "machine": "another", "kind": "a", "foretold": {}, "actual": {}}',
        '{"format": 1, "machine": "KEY", "kind": "a", "foretold": {"x": "much"}, "actual": {}}',
        '{"format": 1, "machine": "KEY", "kind": "a", "foretold": [], "actual": {}}',
        "\x00\ufffd\x00",
    ],
)
def test_a_damaged_line_is_passed_over(store, line):
    calibration.add(entries([1.5])[0])
    with store.open("a", encoding="utf-8") as file:
        file.write(line.replace("KEY", local.key()) + "\n")
    calibration.add(entries([2.0])[0])
    assert calibration.read() == entries([1.5, 2.0])


def test_bytes_that_are_no_text_and_figures_that_are_no_numbers_teach_nothing(store):
    store.parent.mkdir(parents=True)
    store.write_bytes(b"\xff\xfe\x00junk\n")
    calibration.add(Entry(kind="a", foretold={"train": math.nan}, actual={"train": 1.0}))
    assert calibration.read() == []
    record = {"format": 1, "machine": local.key(), "kind": "a", "foretold": {"train": 1}, "actual": {"train": -1}}
    store.write_text(json.dumps(record) + "\n")
    assert calibration.read() == [Entry(kind="a", foretold={"train": 1.0}, actual={})]


def test_a_store_that_cannot_be_written_breaks_nothing(store):
    store.parent.parent.mkdir(parents=True)
    store.parent.write_text("a file where the folder should be")
    calibration.add(entries([1.5])[0])
    assert calibration.read() == []
