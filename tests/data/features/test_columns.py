import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import DataError
from modelyard.core.schema import Column, Schema
from modelyard.data.features import columns, parts
from modelyard.data.features.columns import TableColumns

KINDS = ("number", "category", "date", "text")


def schema(*kinds, **named):
    return Schema(inputs=tuple(Column(name=f"c{i}", kind=kind, **named) for i, kind in enumerate(kinds)))


def fit(cells, kind, features="dense", scale="standard", **named):
    rows = {"c0": cells}
    fitted = TableColumns.fit(rows, schema(kind, **named), kind=features, scale=scale)
    return fitted, fitted.encode(rows)


def test_numbers_are_standardised():
    cells = [1.0, 2.0, 4.0, 9.0]
    _, encoded = fit(cells, "number")
    np.testing.assert_allclose(encoded[:, 0], (np.array(cells) - 4) / np.std(cells), rtol=1e-6)
    assert encoded.dtype == np.float32


def test_numbers_fill_minus_one_to_one():
    fitted, encoded = fit([-3, 0, 5], "number", scale="minmax")
    np.testing.assert_allclose(encoded[:, 0], [-1, -0.25, 1], rtol=1e-6)
    np.testing.assert_allclose(fitted.encode({"c0": [9]})[0, 0], 2.0, rtol=1e-6)


def test_numbers_stay_as_they_are():
    _, encoded = fit([1, 100, -7], "number", scale="none")
    np.testing.assert_array_equal(encoded[:, 0], [1, 100, -7])


@pytest.mark.parametrize("scale", ["standard", "minmax", "none"])
@pytest.mark.parametrize("features", ["dense", "columns"])
def test_a_constant_or_empty_column_never_fails(scale, features):
    for cells in ([3, 3, 3], [0.1] * 7, [None, None, None], [1e300, 1e300]):
        fitted, encoded = fit(cells, "number", features, scale)
        assert features == "columns" or np.isfinite(encoded).all()
        fitted.encode({"c0": [None, 1e308, -1e308, "x", float("nan"), float("inf")]})


def test_text_and_number_cells_are_read_alike():
    fitted, _ = fit([1.5, 2.0, 30.0], "number")
    np.testing.assert_array_equal(fitted.encode({"c0": ["1.5", " 2 ", "3e1"]}), fitted.encode({"c0": [1.5, 2, 30]}))
    fitted, _ = fit(["1", "2"], "category")
    np.testing.assert_array_equal(fitted.encode({"c0": ["1", "2.0"]}), fitted.encode({"c0": [1.0, 2]}))


def test_a_missing_number_is_marked():
    fitted, encoded = fit([1, None, 3], "number")
    assert fitted.names == ("c0", "c0 missing")
    np.testing.assert_allclose(encoded, [[-1, 0], [0, 1], [1, 0]], atol=1e-6)
    unmarked, _ = fit([1, 3], "number")
    np.testing.assert_array_equal(unmarked.encode({"c0": [None]}), [[0]])
    _, raw = fit([1, None, 3], "number", "columns")
    np.testing.assert_array_equal(raw[:, 0], [1, np.nan, 3])


def test_categories_have_an_unknown_and_a_missing():
    fitted, encoded = fit(["red", "blue", "red", None], "category")
    assert fitted.names == ("c0 = red", "c0 = blue", "c0 = (other)", "c0 missing")
    np.testing.assert_array_equal(encoded, np.eye(4)[[0, 1, 0, 3]])
    np.testing.assert_array_equal(fitted.encode({"c0": ["green", "", 5]}), np.eye(4)[[2, 3, 2]])
    fitted, encoded = fit(["red", "blue", "red", None], "category", "columns")
    np.testing.assert_array_equal(encoded[:, 0], [0, 1, 0, np.nan])
    assert fitted.spec.categories == (3,)
    np.testing.assert_array_equal(fitted.encode({"c0": ["green", None]})[:, 0], [2, np.nan])


def test_rare_categories_share_one_place(monkeypatch):
    monkeypatch.setitem(columns.FREQUENT, "dense", 2)
    fitted, encoded = fit(["a", "a", "b", "b", "c", "d"], "category")
    assert fitted.spec.width == 3
    np.testing.assert_array_equal(encoded[4:], [[0, 0, 1], [0, 0, 1]])


def test_dates_become_parts():
    cells = ["2024-02-29", "2023-01-01T12:00:00", None]
    fitted, encoded = fit(cells, "date", "columns")
    assert fitted.names == tuple(f"c0: {part}" for part in parts.DATE_PARTS)
    np.testing.assert_allclose(encoded[0], [2024, 2, 29, 3, 60, 19782])
    np.testing.assert_allclose(encoded[1], [2023, 1, 1, 6, 1, 19358.5])
    assert np.isnan(encoded[2]).all()
    moment = dt.datetime(2024, 2, 29, 8, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    np.testing.assert_allclose(fitted.encode({"c0": [moment]})[0], encoded[0])
    assert np.isnan(fitted.encode({"c0": ["soon"]})).all()


def test_chinese_dates_are_read():
    _, encoded = fit(["2024年02月29日", "2023年01月01日"], "date", "columns")
    np.testing.assert_array_equal(encoded[:, 2], [29, 1])


@pytest.mark.parametrize("cells", [[[0, 5, 10], [10, 0, 5]], np.array([[0, 5, 10], [10, 0, 5]], dtype=np.uint8)])
def test_vectors_share_one_scale(cells):
    _, encoded = fit(cells, "vector", shape=(3,))
    flat = np.array([[0, 5, 10], [10, 0, 5]], dtype=float)
    np.testing.assert_allclose(encoded, (flat - flat.mean()) / flat.std(), rtol=1e-6)
    _, encoded = fit(cells, "vector", scale="minmax", shape=(3,))
    np.testing.assert_allclose(encoded, flat / 5 - 1, rtol=1e-6)


def test_a_picture_is_flattened_and_a_missing_one_marked():
    _, encoded = fit([[[1, 2], [3, 4]], None], "vector", shape=(2, 2))
    assert encoded.shape == (2, 5)
    np.testing.assert_array_equal(encoded[:, 4], [0, 1])
    np.testing.assert_array_equal(encoded[1, :4], 0)


def test_a_vector_of_another_size_names_its_row():
    fitted, _ = fit([[1, 2], [3, 4]], "vector", shape=(2,))
    with pytest.raises(DataError, match="row 2, c0"):
        fitted.encode({"c0": [[1, 2], [3]]})


def test_texts_in_a_table_tell_their_frequent_words():
    cells = ["Mr. Smith", "Mrs. Jones", "Mr. Brown", "Mrs. Green", "Miss Gray"] * 10
    fitted, encoded = fit(cells, "text", "columns")
    assert "c0 has 'mr'" in fitted.names and "c0 has 'mrs'" in fitted.names
    assert encoded[0, fitted.names.index("c0 has 'mr'")] == 1


def test_saved_is_loaded(tmp_path):
    rows = {"c0": [1, None, 3.5], "c1": ["a", None, "b"], "c2": ["2024-01-01"] * 3, "c3": ["x y", "x", None]}
    for features in ("dense", "columns"):
        fitted = TableColumns.fit(rows, schema(*KINDS), kind=features)
        fitted.save(tmp_path)
        again = TableColumns.load(tmp_path)
        assert again == fitted
        np.testing.assert_array_equal(again.encode(rows), fitted.encode(rows))
        assert len(again.names) == again.spec.width


CELL = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.dates(), st.just("2024-01-01")
)


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    features=st.sampled_from(["dense", "columns"]),
    scale=st.sampled_from(["standard", "minmax", "none"]),
    train=st.lists(CELL, min_size=1, max_size=6),
    later=st.lists(CELL, min_size=1, max_size=6),
)
def test_no_cell_crashes_and_a_row_stands_alone(kind, features, scale, train, later):
    fitted = TableColumns.fit({"c0": train}, schema(kind), kind=features, scale=scale)
    encoded = fitted.encode({"c0": later})
    assert encoded.shape == (len(later), fitted.spec.width)
    assert features == "columns" or np.isfinite(encoded).all()
    for i, cell in enumerate(later):
        np.testing.assert_array_equal(fitted.encode({"c0": [cell]})[0], encoded[i])
