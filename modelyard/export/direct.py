"""Families that numpy answers, as ONNX: `linear` as a product, `trees` as one operator. B rows; F features.

Inputs are `features` [B, F], or of n-grams `indices` and `values` [B, K] (0 fills a row); the output is `outputs`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec
from modelyard.core.registry import needing
from modelyard.export.onnx import OPSET

Weights = dict[str, NDArray[Any]]
_ML_OPSET = 3  # the first in which an ensemble's thresholds may be doubles: ONNX Runtime since 1.11 reads it
_FARTHEST = 1e300


def write_direct(family: str, weights: Weights, spec: FeatureSpec, path: Path) -> None:
    """Write the graph of a fitted `linear` or `trees`. Raises: MissingExtra without onnx (for trees: lightgbm)."""
    with needing("exporting to ONNX"):
        import onnx
        from onnx import TensorProto, helper
    binary = "binary" in weights
    if family == "trees":
        nodes, constants, inputs = _trees(weights, binary)
    elif spec.kind == "ngrams":
        nodes, constants, inputs = _ngrams(weights, binary)
    else:
        nodes, constants, inputs = _product(weights, binary)
    graph = helper.make_graph(nodes, family, inputs, [helper.make_tensor_value_info("outputs", 0, None)], constants)
    outputs = 2 if binary else int(weights["classes"][0] if family == "trees" else len(weights["bias"]))
    kind = TensorProto.DOUBLE if family == "linear" and spec.kind != "ngrams" else TensorProto.FLOAT
    graph.output[0].CopyFrom(helper.make_tensor_value_info("outputs", kind, ["batch", outputs]))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", _ML_OPSET)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="modelyard")
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def _input(name: str, kind: int, *shape: str) -> Any:
    from onnx import helper

    return helper.make_tensor_value_info(name, kind, list(shape))


def _product(weights: Weights, binary: bool) -> tuple[list[Any], list[Any], list[Any]]:
    """Sums in float64, as numpy's."""
    from onnx import TensorProto, helper, numpy_helper

    weight, bias = (_two_sided(weights[name].astype(np.float64), binary) for name in ("weight", "bias"))
    nodes = [
        helper.make_node("Cast", ["features"], ["doubles"], to=TensorProto.DOUBLE),
        helper.make_node("MatMul", ["doubles", "weight"], ["sums"]),
        helper.make_node("Add", ["sums", "bias"], ["outputs"]),
    ]
    constants = [numpy_helper.from_array(weight, "weight"), numpy_helper.from_array(bias, "bias")]
    return nodes, constants, [_input("features", TensorProto.FLOAT, "batch", str(len(weight)))]


def _ngrams(weights: Weights, binary: bool) -> tuple[list[Any], list[Any], list[Any]]:
    """The weights of the n-grams that a row holds, [B, K, O], times their values."""
    from onnx import TensorProto, helper, numpy_helper

    weight, bias = (_two_sided(weights[name].astype(np.float32), binary) for name in ("weight", "bias"))
    nodes = [
        helper.make_node("Gather", ["weight", "indices"], ["picked"], axis=0),
        helper.make_node("Unsqueeze", ["values", "one"], ["row"]),
        helper.make_node("MatMul", ["row", "picked"], ["products"]),
        helper.make_node("Squeeze", ["products", "one"], ["sums"]),
        helper.make_node("Add", ["sums", "bias"], ["outputs"]),
    ]
    constants = [
        numpy_helper.from_array(weight, "weight"),
        numpy_helper.from_array(bias, "bias"),
        numpy_helper.from_array(np.array([1], dtype=np.int64), "one"),
    ]
    inputs = [
        _input("indices", TensorProto.INT64, "batch", "ngrams"),
        _input("values", TensorProto.FLOAT, "batch", "ngrams"),
    ]
    return nodes, constants, inputs


def _two_sided(array: NDArray[Any], binary: bool) -> NDArray[Any]:
    """Of two classes only the second has weights: the first's are 0."""
    return np.ascontiguousarray(np.concatenate([np.zeros_like(array), array], axis=-1) if binary else array)


def _trees(weights: Weights, binary: bool) -> tuple[list[Any], list[Any], list[Any]]:
    """LightGBM's own trees, from the text that the weights keep."""
    from onnx import TensorProto, helper, numpy_helper

    with needing("exporting trees to ONNX"):
        import lightgbm
    dumped = lightgbm.Booster(model_str=weights["model_txt"].tobytes().decode("utf-8")).dump_model()
    classes = int(weights["classes"][0])
    ensemble = _Ensemble()
    for number, tree in enumerate(dumped["tree_info"]):
        ensemble.add(number, number % classes, tree["tree_structure"])
    attributes: dict[str, Any] = dict(ensemble.columns)
    attributes |= {
        f"{name}_as_tensor": numpy_helper.from_array(np.array(column, dtype=np.float64), name)
        for name, column in (("nodes_values", ensemble.values), ("target_weights", ensemble.weights))
    }
    nodes = [
        helper.make_node(
            "TreeEnsembleRegressor",
            ["features"],
            ["sums" if binary else "outputs"],
            domain="ai.onnx.ml",
            n_targets=classes,
            post_transform="NONE",
            aggregate_function="SUM",
            **attributes,
        )
    ]
    constants = []
    if binary:
        constants = [numpy_helper.from_array(np.array([0.0, 1.0], dtype=np.float32)[None], "sides")]
        nodes.append(helper.make_node("MatMul", ["sums", "sides"], ["outputs"]))
    return nodes, constants, [_input("features", TensorProto.DOUBLE, "batch", "features")]


class _Ensemble:
    """The nodes of all trees, column by column, as the operator takes them."""

    def __init__(self) -> None:
        names = ("treeids", "nodeids", "featureids", "truenodeids", "falsenodeids", "missing_value_tracks_true")
        self.columns: dict[str, list[Any]] = {f"nodes_{name}": [] for name in (*names, "modes")}
        self.columns |= {f"target_{name}": [] for name in ("treeids", "nodeids", "ids")}
        self.values: list[float] = []
        self.weights: list[float] = []

    def add(self, tree: int, target: int, root: Any) -> None:
        """Number the nodes of a tree from its root on.

        A choice among several categories becomes one node for each, all of which lead to the same left child: ONNX
        Runtime reads such a chain as one choice (tree_ensemble_common.h, `AddNodes`).
        """
        waiting: list[Any] = [root]
        number = 0
        while number < len(waiting):
            node = waiting[number]
            if "split_feature" not in node:
                self._row(tree, number, 0, 0.0, "LEAF", 0, 0, False)
                for name, value in (("treeids", tree), ("nodeids", number), ("ids", target)):
                    self.columns[f"target_{name}"].append(value)
                self.weights.append(float(node["leaf_value"]))
            else:
                threshold, mode, tracks, right = _question(node)
                left = node.get("left_number", len(waiting))
                waiting += [right] if "left_number" in node else [node["left_child"], right]
                if right.get("decision_type") == "==" and right.get("left_child") is node.get("left_child"):
                    right["left_number"] = left
                self._row(tree, number, node["split_feature"], threshold, mode, left, len(waiting) - 1, tracks)
            number += 1

    def _row(
        self, tree: int, number: int, feature: int, value: float, mode: str, left: int, right: int, tracks: bool
    ) -> None:
        row = (tree, number, feature, left, right, int(tracks), mode)
        for column, cell in zip(list(self.columns)[: len(row)], row, strict=True):
            self.columns[column].append(cell)
        self.values.append(value)


def _question(node: Any) -> tuple[float, str, bool, Any]:
    """The threshold, the operator's mode, where a missing value goes (true: left), and what stands to the right."""
    if node["decision_type"] == "==":
        first, _, rest = str(node["threshold"]).partition("||")
        right = {**node, "threshold": rest} if rest else node["right_child"]
        return float(first), "BRANCH_EQ", False, right
    threshold = float(np.clip(float(node["threshold"]), -_FARTHEST, _FARTHEST))
    missing_left = bool(node["default_left"]) if node["missing_type"] == "NaN" else threshold >= 0.0
    return threshold, "BRANCH_LEQ", missing_left, node["right_child"]
