import numpy as np
import pytest

from modelyard.core.errors import DataError
from modelyard.data.features.labels import Labels, TargetScale


def test_labels_stand_in_natural_order():
    assert Labels.fit(["10", "9", 1, "1.0", None, "b", "a"], "y").names == ("1", "9", "10", "a", "b")
    assert Labels.fit(["yes", "no"], "y").names == ("no", "yes")
    assert Labels.fit([True, False], "y").names == ("false", "true")
    assert Labels.fit(["坏", "好", "²"], "y").names == ("²", "坏", "好")


def test_the_same_label_in_any_type_has_one_code():
    labels = Labels.fit(["0", "1"], "y")
    np.testing.assert_array_equal(labels.encode([0, 1.0, " 1 ", "0"], "y"), [0, 1, 1, 0])


@pytest.mark.parametrize("cell", ["2", None, ""])
def test_an_unknown_label_names_its_row(cell):
    with pytest.raises(DataError, match="row 3, y"):
        Labels.fit(["0", "1"], "y").encode(["0", "1", cell], "y")


def test_one_class_is_no_classification():
    with pytest.raises(DataError, match="two classes"):
        Labels.fit(["a", "a", None], "y")


def test_values_come_back():
    scale = TargetScale.fit([1, "2", 3.5], "y")
    scaled = scale.encode([1, "2", 3.5], "y")
    assert abs(scaled.mean()) < 1e-12 and abs(scaled.std() - 1) < 1e-12
    np.testing.assert_allclose(scale.decode(scaled), [1, 2, 3.5], rtol=1e-14)
    assert TargetScale.fit([5, 5], "y").encode([5], "y")[0] == 0


@pytest.mark.parametrize("cell", ["many", None, "nan", "inf", "1_0"])
def test_a_target_that_is_no_number_names_its_row(cell):
    with pytest.raises(DataError, match="row 2, y"):
        TargetScale.fit([1, cell], "y")
