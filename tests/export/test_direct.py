import numpy as np
import onnxruntime
import pytest

from modelyard.core.features import FeatureSpec, Sparse
from modelyard.export.direct import write_direct
from modelyard.models import linear, trees

lightgbm = pytest.importorskip("lightgbm", reason="lightgbm is not installed (extra: train)")


def session(path):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options)


@pytest.mark.parametrize(("outputs", "loss"), [(1, "mse"), (2, "cross_entropy"), (4, "cross_entropy")])
def test_a_forest_with_categories_and_missing_values(tmp_path, outputs, loss):
    dice = np.random.default_rng(outputs)
    table = np.column_stack([dice.normal(size=600), dice.integers(0, 12, 600), dice.integers(0, 3, 600)]).astype(float)
    table[dice.random(600) < 0.1, 0] = np.nan
    table[dice.random(600) < 0.1, 1] = np.nan
    # What a category says follows no order of the codes, so that splits choose several at once.
    score = np.nan_to_num(table[:, 0]) + np.isin(table[:, 1], [1, 4, 7, 8, 11]) * 2.0 + (table[:, 2] == 1)
    targets = score if outputs == 1 else np.digitize(score, np.quantile(score, np.arange(1, outputs) / outputs))
    spec = FeatureSpec(kind="columns", width=3, categories=(0, 12, 3))
    weights = trees.fit(trees.Config(trees=25), table, targets, outputs=outputs, loss=loss, spec=spec)
    assert b"num_cat=0\n" not in weights["model_txt"].tobytes().split(b"Tree=0")[1].split(b"Tree=1")[0] or outputs == 1
    write_direct("trees", weights, spec, tmp_path / "model.onnx")
    # Rows at the thresholds themselves, codes that no row had, and missing cells.
    rows = np.concatenate([table, table[:20] * [1, np.nan, 1], [[0.0, 12, 2], [np.nan, np.nan, np.nan], [1e30, 11, 0]]])
    edges = weights["thresholds"]
    rows = np.concatenate([rows, np.column_stack([edges, np.zeros(len(edges)), np.ones(len(edges))])])
    answered = session(tmp_path / "model.onnx").run(None, {"features": rows})[0]
    wanted = trees.forward(weights, trees.Config(), rows)
    np.testing.assert_allclose(answered, wanted, atol=1e-6 * max(1.0, np.abs(wanted).max()))


@pytest.mark.parametrize("binary", [True, False])
def test_linear_over_table_columns_and_n_grams(tmp_path, binary):
    dice = np.random.default_rng(0)
    outputs = 1 if binary else 3
    weights = {"weight": dice.normal(size=(50, outputs)), "bias": dice.normal(size=outputs)}
    weights |= {"binary": np.ones(1, dtype=np.uint8)} if binary else {}
    dense = dice.normal(size=(7, 50)).astype(np.float32)
    write_direct("linear", weights, FeatureSpec(kind="dense", width=50), tmp_path / "dense.onnx")
    answered = session(tmp_path / "dense.onnx").run(None, {"features": dense})[0]
    np.testing.assert_allclose(answered, linear.forward(weights, linear.Config(), dense), rtol=1e-12)
    sparse = Sparse(np.array([0, 2, 2, 5]), np.array([3, 49, 0, 1, 7], np.int32), np.ones(5, np.float32) / 2, 50, (50,))
    indices, values = np.zeros((3, 3), np.int64), np.zeros((3, 3), np.float32)
    indices[0, :2], values[0, :2], indices[2], values[2] = [3, 49], 0.5, [0, 1, 7], 0.5
    write_direct("linear", weights, FeatureSpec(kind="ngrams", width=50), tmp_path / "ngrams.onnx")
    answered = session(tmp_path / "ngrams.onnx").run(None, {"indices": indices, "values": values})[0]
    np.testing.assert_allclose(answered, linear.forward(weights, linear.Config(), sparse), atol=1e-6)
