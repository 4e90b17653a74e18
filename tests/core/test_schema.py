"""Rows by column: taken in any order, and of any kind."""

import numpy as np

from modelyard.core.schema import take


def test_rows_are_taken_with_vectors_left_whole():
    rows = {"text": ["a", "b", None], "pixels": np.arange(6.0).reshape(3, 2)}
    for index in ([2, 0], np.array([2, 0])):
        found = take(rows, index)
        assert found["text"] == [None, "a"]
        assert isinstance(found["pixels"], np.ndarray)
        np.testing.assert_array_equal(found["pixels"], [[4, 5], [0, 1]])
    assert take(rows, [])["pixels"].shape == (0, 2) and take(rows, [])["text"] == []
