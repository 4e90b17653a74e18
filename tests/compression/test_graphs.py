import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from modelyard.compression.graphs import VARIANTS, _bfloat16, compress_graph, variant
from modelyard.core.errors import ArtifactError, RequestError


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    """An embedding, a product with a bias (transposed, as torch exports the last layer) and a product."""
    path = tmp_path_factory.mktemp("network") / "model.onnx"
    dice = np.random.default_rng(0)
    weights = {
        "table": dice.normal(size=(500, 64)),
        "first": dice.normal(size=(128, 64)) / 8,
        "bias": dice.normal(size=128),
        "second": dice.normal(size=(128, 3)) / 11,
    }
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["embedded"]),
        helper.make_node("Gemm", ["embedded", "first", "bias"], ["hidden"], transB=1),
        helper.make_node("Tanh", ["hidden"], ["bent"]),
        helper.make_node("MatMul", ["bent", "second"], ["outputs"]),
    ]
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch"])],
        [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["batch", 3])],
        [numpy_helper.from_array(w.astype(np.float32), name) for name, w in weights.items()],
        value_info=[helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["batch", 128])],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8), path)
    return path


def outputs(path, ids):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options).run(None, {"ids": ids})[0]


# Sizes are of this network; a difference is one of outputs with deviation 0.8.
@pytest.mark.parametrize(
    ("name", "share", "difference"),
    [
        ("int8", 0.32, 0.1),
        ("int8-static", 0.34, 0.1),
        ("int8-weights", 0.36, 0.1),
        ("int4", 0.36, 0.6),
        ("fp16", 0.55, 2e-3),
        ("bf16", 0.55, 2e-2),
    ],
)
def test_smaller_and_nearly_the_same(network, tmp_path, name, share, difference):
    target = tmp_path / "small.onnx"
    batches = [{"ids": np.arange(start, start + 50)} for start in range(0, 500, 50)]
    compress_graph(network, target, name, batches if name == "int8-static" else None)
    assert target.stat().st_size <= share * network.stat().st_size
    ids = np.arange(500)
    change = np.abs(outputs(target, ids) - outputs(network, ids))
    assert 0 < change.max() <= difference
    assert outputs(target, ids[:1]).shape == (1, 3)


def test_every_variant_is_tried_and_named():
    assert set(VARIANTS) == {"int8", "int8-static", "int8-weights", "int4", "fp16", "bf16"}
    with pytest.raises(RequestError, match="int8, int8-static, int8-weights, int4, fp16, bf16"):
        variant("int3")


def test_a_weight_beyond_float16_and_a_network_too_small(network, tmp_path):
    model = onnx.load(network)
    table = numpy_helper.to_array(model.graph.initializer[0]).copy()
    table[3, 3] = 1e5
    model.graph.initializer[0].CopyFrom(numpy_helper.from_array(table, "table"))
    onnx.save(model, tmp_path / "large.onnx")
    with pytest.raises(ArtifactError, match=r"range of float16.*bf16"):
        compress_graph(tmp_path / "large.onnx", tmp_path / "x.onnx", "fp16")
    tiny = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["outputs"])],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", 2])],
        [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["batch", 2])],
        [numpy_helper.from_array(np.eye(2, dtype=np.float32), "w")],
    )
    onnx.save(helper.make_model(tiny, opset_imports=[helper.make_opsetid("", 18)], ir_version=8), tmp_path / "t.onnx")
    with pytest.raises(ArtifactError, match="does not make this network smaller"):
        compress_graph(tmp_path / "t.onnx", tmp_path / "y.onnx", "int8")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_bfloat16_rounds_as_torch_does(values):
    import torch

    array = np.array(values, dtype=np.float32)
    wanted = torch.from_numpy(array.copy()).to(torch.bfloat16).view(torch.int16).numpy().view(np.uint16)
    assert _bfloat16(array).tolist() == wanted.tolist()
