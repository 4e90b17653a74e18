"""`data.limit`: a fair sample of local files, the first rows of everything else, and findings of those rows only."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import open_source, sampling
from modelyard.data.sources.base import BadRow, Batch, Numbered


def batches(count, size, bad_every=0):
    """Rows 0, 1, ... in batches; a malformed line stands after every `bad_every` rows."""
    line = 1
    for start in range(0, count, size):
        numbers, bad = [], []
        for row in range(start, min(start + size, count)):
            line += 1
            numbers.append(line)
            if bad_every and row % bad_every == bad_every - 1:
                line += 1
                bad.append(BadRow(f"x.csv:{line}", "broken", "?"))
        yield Batch({"n": list(range(start, start + len(numbers)))}, Numbered("x.csv", numbers), bad)


def read(found):
    rows, places, bad = [], [], []
    for batch in found:
        rows += batch.rows["n"]
        places += batch.places
        bad += batch.bad
    return rows, places, bad


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 50), st.integers(1, 50), st.integers(0, 9))
def test_a_sample_does_not_depend_on_batches(count, limit, size, other, seed):
    one = read(sampling.Sample(batches(count, size, 7), limit, seed).of(batches(count, size, 7)))
    two = read(sampling.Sample(batches(count, other, 7), limit, seed).of(batches(count, other, 7)))
    assert one == two
    rows, places, bad = one
    assert len(rows) == len(places) == min(count, limit)
    assert rows == sorted(set(rows))
    assert len(bad) == round((count // 7) * (len(rows) / count if count else 1))


def test_every_row_has_the_same_chance():
    seen = Counter()
    for seed in range(2000):
        seen.update(read(sampling.Sample(batches(20, 6), 5, seed).of(batches(20, 6)))[0])
    # 2000 draws of 5 of 20: each row 500 times, standard deviation 19.4.
    assert all(abs(seen[row] - 500) < 5 * 19.4 for row in range(20))


def test_mended_rows_are_told_where_they_are_in_the_sample():
    def source():
        for batch in batches(40, 40):
            yield Batch(batch.rows, batch.places, [BadRow(place, "long", "?", kept=True) for place in batch.places])

    _, places, bad = read(sampling.Sample(source(), 9, 0).of(source()))
    assert [row.place for row in bad] == places


@pytest.mark.parametrize("size", [3, 10, 1000])
def test_malformed_rows_beyond_the_first_rows_are_no_findings(size):
    rows, places, bad = read(sampling.first(batches(100, size, bad_every=4), 10))
    assert rows == list(range(10))
    assert places[-1] == "x.csv:13"
    assert [row.place for row in bad] == ["x.csv:6", "x.csv:11"]


def test_a_file_in_the_order_of_its_classes_is_sampled_from_all_of_them(tmp_path):
    path = tmp_path / "ordered.csv"
    path.write_text("text,label\n" + "".join(f"row {i},{i // 500}\n" for i in range(1000)))
    source = open_source([str(path)], Data(train=str(path), limit=100))
    labels = Counter(label for batch in source.batches() for label in batch.rows["label"])
    assert sum(labels.values()) == 100
    assert min(labels.values()) > 25
    assert "data.limit: a random sample of 100 of 1,000 rows" in source.description["notes"]
    first = [batch.places[0] for batch in source.batches()]
    assert first == [batch.places[0] for batch in source.batches(7)][:1]
    other = open_source([str(path)], Data(train=str(path), limit=100), seed=1)
    assert [list(b.places) for b in other.batches()] != [list(b.places) for b in source.batches()]


def test_a_limit_beyond_the_rows_takes_them_all(tmp_path):
    path = tmp_path / "few.csv"
    path.write_text("a\n1\n2\n")
    source = open_source([str(path)], Data(train=str(path), limit=100))
    assert [batch.rows["a"] for batch in source.batches()] == [["1", "2"]]
    assert not source.description["notes"]


def test_the_first_rows_are_taken_of_what_has_a_url_and_it_is_said(tmp_path):
    from modelyard.core.recipe import Recipe
    from modelyard.data.examine import examine

    path = tmp_path / "ordered.csv"
    path.write_text("text,label\n" + "".join(f"row {i},{i // 500}\n" for i in range(1000)))
    data = Data(train=f"file://{path}", limit=100, target="label", inputs="text")
    source = open_source(data.train, data)
    assert {label for batch in source.batches() for label in batch.rows["label"]} == {"0"}
    assert "data.limit: the first 100 rows at most; what follows is not looked at" in source.description["notes"]
    with pytest.raises(DataError, match=r"one value only.*Only 100 rows were read: raise data\.limit"):
        examine(Recipe(task="text-classification", data=data), lambda text, share: None, task="text-classification")
