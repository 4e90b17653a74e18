import jsonschema_rs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.recipe import Train
from modelyard.core.schema import Column, Schema
from modelyard.models import linear, mlp, trees
from modelyard.tasks import tabular_classification, tabular_regression

INPUTS = (
    Column(name="age", kind="number", low=18.0, high=90.0, example=39),
    Column(name="job", kind="category", values=("clerk", "nurse"), example="clerk"),
    Column(name="day", kind="date", example="2024-03-01"),
    Column(name="pixels", kind="vector", shape=(2,), example=[0, 1]),
    Column(name="note", kind="text", example="a note"),
)
ROWS = {
    "age": [18, "40", None, 90.0],
    "job": ["clerk", "nurse", None, "clerk"],
    "day": ["2024-03-01", "2024-03-02", None, "2023-01-01"],
    "pixels": [[0, 1], [1, 0], [2, 2], [0, 0]],
    "note": ["hello", None, "a b", "c"],
    "label": ["no", "yes", "no", "yes"],
    "price": [1.0, "2.5", 3, 10],
}
LABEL = Column(name="label", kind="category", values=("no", "yes"))
PRICE = Column(name="price", kind="number")


def classifier(family="trees", config=None):
    schema = Schema(inputs=INPUTS, target=LABEL)
    return tabular_classification.Task.fit(ROWS, schema, family=family, config=config or trees.Config())


def regression(config=None, **train):
    schema = Schema(inputs=INPUTS, target=PRICE)
    config = config or linear.Config()
    return tabular_regression.Task.fit(ROWS, schema, family="linear", config=config, train=Train(**train))


def test_features_follow_the_family():
    assert classifier().features.kind == "columns"
    assert classifier("linear", linear.Config()).features.kind == "dense"
    assert classifier("mlp", mlp.Config(scale="minmax")).transform.scale == "minmax"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("age", "old"),
        ("age", "1_000"),
        ("age", float("inf")),
        ("age", [1]),
        ("job", ["clerk"]),
        ("job", {"a": 1}),
        ("day", "soon"),
        ("day", 20240301),
        ("day", "0001-01-01T00:00:00+14:00"),
        ("pixels", ""),
        ("pixels", [1]),
        ("pixels", ["a", "b"]),
        ("pixels", [1, float("nan")]),
        ("pixels", [[1], [2, 3]]),
        ("note", 3),
    ],
)
def test_a_cell_of_the_wrong_kind_is_named(name, cell):
    rows = {column.name: [*ROWS[column.name][:2]] for column in INPUTS}
    rows[name][1] = cell
    with pytest.raises(RequestError) as caught:
        classifier().check(rows)
    assert caught.value.where == f"inputs[1].{name}"


def test_missing_and_unknown_values_pass():
    task = classifier()
    empty = {column.name: [None] for column in INPUTS}
    task.check(empty)
    assert task.encode(empty).shape == (1, task.features.width)
    task.check({**empty, "age": [" "], "job": ["astronaut"]})


JSON = {
    "age": st.one_of(
        st.none(), st.integers(-(10**6), 10**6), st.floats(allow_nan=False, allow_infinity=False), st.text()
    ),
    "job": st.one_of(st.none(), st.text(), st.integers(), st.booleans()),
    "note": st.one_of(st.none(), st.text()),
    "pixels": st.one_of(st.none(), st.lists(st.integers(0, 255), min_size=1, max_size=3)),
}


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries({}, optional=JSON))
def test_the_schema_and_the_check_agree(row):
    task = classifier()
    valid = jsonschema_rs.is_valid(task.request_schema(), row)
    try:
        task.check({column.name: [row.get(column.name)] for column in INPUTS})
    except RequestError:
        assert not valid
    else:
        assert valid


def test_values_come_back_in_their_own_unit():
    task = regression()
    scaled = task.encode_targets(ROWS)
    assert abs(scaled.mean()) < 1e-12
    np.testing.assert_allclose(task.probabilities(scaled[:, None]), [1, 2.5, 3, 10], rtol=1e-12)
    assert task.decode(scaled[:1, None]) == [{"value": pytest.approx(1.0)}]


def test_an_unscaled_regression_sees_the_target_itself():
    np.testing.assert_array_equal(regression(linear.Config(scale="none")).encode_targets(ROWS), [1, 2.5, 3, 10])


@pytest.mark.parametrize("loss", ["mse", "mae", "huber"])
def test_regression_losses_equal_torchs(loss):
    torch = pytest.importorskip("torch")
    from torch.nn import functional

    reference = {"mse": functional.mse_loss, "mae": functional.l1_loss, "huber": functional.huber_loss}[loss]
    outputs, targets = torch.randn(8, 1) * 3, torch.randn(8)
    total, count = regression(loss=loss).loss(lambda features: features, {"features": outputs, "targets": targets})
    torch.testing.assert_close(total / count, reference(outputs[:, 0], targets))


def test_a_loss_for_classes_is_refused():
    with pytest.raises(RecipeError, match=r"train\.loss"):
        regression(loss="binary")


def test_a_family_that_reads_no_table_is_refused():
    with pytest.raises(RecipeError, match=r"model\.family"):
        classifier("lstm")


def test_a_target_is_needed():
    with pytest.raises(RecipeError, match=r"data\.target"):
        tabular_regression.Task.fit(ROWS, Schema(inputs=INPUTS), family="linear", config=linear.Config())
