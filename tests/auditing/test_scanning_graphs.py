"""ONNX graphs under `scan`, against what the onnx library itself reads."""

import tarfile
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.auditing import scanning_graphs, scanning_wire
from modelyard.auditing.scanning import scan

onnx = pytest.importorskip("onnx", reason="onnx is not installed")
helper, TensorProto, numpy_helper = onnx.helper, onnx.TensorProto, onnx.numpy_helper


def model(nodes=None, initializers=(), **named):
    nodes = nodes or [helper.make_node("Relu", ["x"], ["y"])]
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [2]) for name in "xy"]
    graph = helper.make_graph(nodes, "g", values[:1], values[1:], initializer=list(initializers))
    return helper.make_model(graph, **named)


def external(location, offset=0, length=8, name="w"):
    tensor = numpy_helper.from_array(np.zeros(2, dtype=np.float32), name)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", location), ("offset", offset), ("length", length)):
        pair = tensor.external_data.add()
        pair.key, pair.value = key, str(value)
    return tensor


def found(tmp_path, proto, name="model.onnx"):
    (tmp_path / name).write_bytes(proto.SerializeToString())
    return [one.value for one in scan(tmp_path).findings]


def within(operator, domain):
    inner = helper.make_graph([helper.make_node(operator, ["x"], ["z"], domain=domain)], "inner", [], [])
    return helper.make_node("If", ["x"], ["y"], then_branch=inner, else_branch=inner)


def test_a_plain_graph_passes(tmp_path):
    quantised = helper.make_node("MatMulNBits", ["x"], ["y"], domain="com.microsoft", K=1, N=1, bits=4, block_size=16)
    forest = helper.make_node("TreeEnsembleRegressor", ["x"], ["y"], domain="ai.onnx.ml")
    assert found(tmp_path, model([helper.make_node("Relu", ["x"], ["y"]), quantised, forest])) == []


@pytest.mark.parametrize(
    ("operator", "domain"),
    [("Evil", "com.evil"), ("PythonOp", "com.microsoft"), ("EPContext", "com.microsoft"), ("ATen", "org.pytorch.aten")],
)
def test_other_operators_are_refused_also_in_subgraphs(tmp_path, operator, domain):
    assert found(tmp_path, model([helper.make_node(operator, ["x"], ["y"], domain=domain)])) == [
        f"{domain}::{operator}"
    ]
    assert found(tmp_path, model([within(operator, domain)])) == [f"{domain}::{operator}"]


def test_functions_and_training_are_refused(tmp_path):
    function = helper.make_function(
        "own", "f", ["x"], ["y"], [helper.make_node("Relu", ["x"], ["y"])], [helper.make_opsetid("", 20)]
    )
    proto = model(functions=[function])
    proto.training_info.add().algorithm.name = "t"
    assert sorted(found(tmp_path, proto)) == ["f", "training_info"]


@pytest.mark.parametrize("location", ["../secret", "/etc/passwd", "a/../../b", "c:\\x", "a\\b", "", "missing.data"])
def test_data_outside_the_folder_are_refused(tmp_path, location):
    assert len(found(tmp_path, model(initializers=[external(location)]))) >= 1
    node = helper.make_node("Constant", [], ["y"], value=external(location))
    assert len(found(tmp_path, model([node]))) >= 1


def test_data_beside_the_graph_pass_and_are_looked_at(tmp_path):
    (tmp_path / "model.onnx_data").write_bytes(bytes(16))
    proto = model(initializers=[external("model.onnx_data"), external("model.onnx_data", 8, 8, "v")])
    assert found(tmp_path, proto) == []
    (tmp_path / "model.onnx_data").write_bytes(b"cos\nsystem\n(S'touch x'\ntR.")
    assert any("os.system" in value for value in found(tmp_path, proto))
    (tmp_path / "model.onnx_data").write_bytes(bytes(12))
    assert found(tmp_path, proto) == ["model.onnx_data 8+8"]
    (tmp_path / "model.onnx_data").unlink()
    (tmp_path / "model.onnx_data").symlink_to("/etc/hostname")
    assert "model.onnx_data" in found(tmp_path, proto)


def test_the_name_of_data_saves_no_code(tmp_path):
    for name in ("hook.py", "lib.so"):
        (tmp_path / name).write_text("x" * 16)
    assert {"hook.py", "lib.so"} <= set(found(tmp_path, model(initializers=[external("hook.py"), external("lib.so")])))


def domains(graph):
    for node in graph.node:
        yield node.domain, node.op_type
        for attribute in node.attribute:
            for inner in [attribute.g, *attribute.graphs] if attribute.type in (5, 10) else []:
                yield from domains(inner)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Relu", "Evil", "Gelu"]), st.sampled_from(["", "x", "com.microsoft"]), st.booleans()
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_operator_that_onnx_reads_is_seen(tmp_path_factory, drawn):
    nodes = [
        within(name, domain) if deep else helper.make_node(name, ["x"], ["y"], domain=domain)
        for name, domain, deep in drawn
    ]
    proto = model(nodes)
    read = onnx.load_from_string(proto.SerializeToString())
    unknown = {f"{d}::{n}" for d, n in domains(read.graph) if d == "x" or (d == "com.microsoft" and n != "Gelu")}
    wrong = {value for value in unknown if not value.startswith("com.microsoft::Gelu")}
    assert set(found(tmp_path_factory.mktemp("g"), proto)) == wrong


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_a_finding_never_a_crash(tmp_path_factory, data):
    whole = bytearray(model([within("Relu", "")], [external("d")]).SerializeToString())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.mktemp("g") / "model.onnx"
    path.write_bytes(bytes(whole[:cut]) if data.draw(st.booleans()) else bytes(whole))
    scan(path)


def test_the_data_of_a_graph_are_no_pickle_in_a_wrapping(tmp_path):
    for name in ("w.joblib", "w.pt", "w.pth"):
        (tmp_path / name).write_bytes(zlib.compress(b"cos\nsystem\n(S'touch x'\ntR."))
        assert found(tmp_path, model(initializers=[external(name)])) == ["not a plain one"], name
        (tmp_path / name).unlink()
    with tarfile.open(tmp_path / "pytorch_model.bin", "w") as archive:  # torch.load reads a `pickle` out of it
        archive.add(__file__, "pickle")
    assert any("archive" in value for value in found(tmp_path, model(initializers=[external("pytorch_model.bin")])))


def test_a_number_where_a_message_must_stand_is_a_finding(tmp_path):
    for start in (b"\x3a\x02\x08\x01", b"\x38\x01", b"\x3a\x04\x0a\x02\x28\x01", b"\x3a\x02\x28\x01"):
        (tmp_path / "model.onnx").write_bytes(start)
        assert [one.value for one in scan(tmp_path).findings] == ["a number stands where a message is expected"]


@pytest.mark.parametrize("key", [b"\x8a\x80\x80\x80\x10", b"\x8a\x80\x80\x80\x80\x10"])
def test_a_node_under_a_number_of_more_than_32_bits_is_refused(tmp_path, key):
    """ONNX Runtime's parser cuts the first of these to the number of a node, and runs it."""
    node = helper.make_node("Evil", ["x"], ["y"], domain="com.evil").SerializeToString()
    graph = key + bytes([len(node)]) + node
    (tmp_path / "model.onnx").write_bytes(b"\x3a" + bytes([len(graph)]) + graph)
    assert [one.value for one in scan(tmp_path).findings] == ["the number of a field is too large"]


def test_a_place_of_data_beyond_32_bits_is_seen(tmp_path):
    tensor = b"\x70\x81\x80\x80\x80\x10"  # data_location: 2**32 + 1, which parsers read as EXTERNAL
    graph = b"\x2a" + bytes([len(tensor)]) + tensor
    (tmp_path / "model.onnx").write_bytes(b"\x3a" + bytes([len(graph)]) + graph)
    assert [one.value for one in scan(tmp_path).findings] == ["no location"]


def test_a_graph_that_opens_as_another_format_is_refused(tmp_path):
    proto = model(producer_name="xORTM" + "x" * 40)
    proto.ir_version = 8
    data = proto.SerializeToString()
    assert data[4:8] == b"xORT"
    (tmp_path / "model.onnx").write_bytes(data[:2] + data[2:].replace(b"xORTM", b"ORTMx", 1))
    assert [one.rule for one in scan(tmp_path).findings] == ["a file has one format"]


def test_a_long_name_is_not_read_as_its_beginning(tmp_path):
    node = helper.make_node("Relu", ["x"], ["y"], domain="ai.onnx" + "x" * 5000)
    assert found(tmp_path, model([node])) == ["a name is longer than 4,096 bytes"]


def test_many_parts_are_refused_wherever_they_stand(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning_wire, "MOST_PARTS", 8)
    for proto in (
        model([helper.make_node("Relu", ["x"], ["y"])] * 10),
        model([helper.make_node("Gemm", ["x"], ["y"], **{f"a{i}": 1.0 for i in range(10)})]),
        model(initializers=[numpy_helper.from_array(np.zeros(2), f"w{i}") for i in range(10)]),
    ):
        assert found(tmp_path, proto) == ["it has more than 8 nodes, attributes and tensors"]


def test_the_numbers_of_a_forest_are_no_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning_wire, "MOST_PARTS", 8)
    figures = {"nodes_values": [0.5] * 100, "nodes_treeids": [300] * 100, "nodes_modes": ["LEAF"] * 100}
    node = helper.make_node("TreeEnsembleRegressor", ["x"], ["y"], domain="ai.onnx.ml", **figures)
    assert found(tmp_path, model([node])) == []


def test_many_files_of_data_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning_graphs, "MOST_LOCATIONS", 3)
    for name in "abcd":
        (tmp_path / f"{name}.data").write_bytes(bytes(8))
    proto = model(initializers=[external(f"{name}.data", name=name) for name in "abcd"])
    assert "its data lie in more than 3 files" in found(tmp_path, proto)


def test_a_graph_is_walked_once(tmp_path, monkeypatch):
    walked = []
    monkeypatch.setattr(scanning_graphs._Reader, "model", lambda self, view: walked.append(len(view)))
    assert found(tmp_path, model()) == []
    assert len(walked) == 1


def test_many_fields_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning_wire, "MOST_FIELDS", 20)
    assert "more than 20 fields" in found(tmp_path, model([helper.make_node("Relu", ["x"], ["y"])] * 10))[0]


def test_deep_subgraphs_are_refused(tmp_path):
    node = helper.make_node("Relu", ["x"], ["y"])
    for _ in range(28):
        node = helper.make_node("If", ["x"], ["y"], then_branch=helper.make_graph([node], "g", [], []))
    assert "too deep" in found(tmp_path, model([node]))[0]
