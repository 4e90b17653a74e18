"""A Llama or Qwen3 decoder as a graph of ONNX Runtime, its keys and values kept in place; no torch.

Inputs: `input_ids` [B, T]; `last` [B], the index of each sequence's last token (its length so far, less 1);
`length`, the largest of the lengths; `rows` [N], which of the B * T positions logits are wanted of; `past.L.key` and
`past.L.value` [B, K, C, E] of each layer L. Outputs: `logits` [N, V]; `present.L.key` and `present.L.value`, to be
bound to the memory of the past ones. A prompt is padded on the right, and T = `length`; after it T = 1, or B = 1.

Source: the operators of com.microsoft (ONNX Runtime, docs/ContribOperators.md), put together as by
onnxruntime-genai's model builder: GroupQueryAttention turns queries and keys and appends to the cache,
SkipSimplifiedLayerNormalization adds and normalises, MatMulNBits multiplies by weights of 8 or 4 bits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core.errors import ArtifactError
from modelyard.core.registry import needing
from modelyard.models import _decoder_weights as weights_of
from modelyard.models._decoder_shape import DecoderShape, read_shape
from modelyard.models._decoder_weights import SMALLER, WHOLE, Stored

OPSET, IR_VERSION = 17, 8
EMBEDDING = "model.embed_tokens.weight"
# Bits of the body and of the embedding, and the weights that share a scale. Measured: benchmarks/results/decoding.md.
VARIANTS = {"int8-weights": (8, 8, 128), "int4": (4, 8, 32)}
_KINDS = {"F32": "FLOAT", "F16": "FLOAT16", "BF16": "BFLOAT16", "U8": "UINT8"}


def write_graph(directory: Path, target: Path | None = None) -> Path:
    """Write `model.onnx` of the checkpoint in `directory`; its weights stay in model.safetensors, which it refers to.

    Raises: ArtifactError for another definition than Llama or Qwen3, MissingExtra without onnx.
    """
    shape = read_shape(directory)
    plain = weights_of.stored(directory / WHOLE)
    path = (target or directory) / "model.onnx"
    path.write_bytes(_Graph(shape, plain, None).serialised())
    return path


def write_smaller(source: Path, target: Path, name: str) -> None:
    """Write `model.onnx` and `weights.safetensors` of the checkpoint in `source` as the variant `name` into `target`.

    Raises: ArtifactError, MissingExtra as `write_graph`.
    """
    bits, output_bits, block = VARIANTS[name]
    shape = read_shape(source)
    plain = weights_of.stored(source / WHOLE)
    weights_of.write_smaller(
        source, groups(shape), plain, target / SMALLER, bits=bits, block=block,
        embedding=EMBEDDING, output_bits=output_bits,
    )  # fmt: skip
    smaller = weights_of.stored(target / SMALLER)
    (target / "model.onnx").write_bytes(_Graph(shape, smaller, (bits, output_bits)).serialised())


def groups(shape: DecoderShape) -> dict[str, tuple[str, ...]]:
    """The matrices by the product they are computed in: queries, keys and values are one, gate and up another."""
    found: dict[str, tuple[str, ...]] = {EMBEDDING: (EMBEDDING,)}
    for layer in range(shape.layers):
        own = f"model.layers.{layer}"
        found[f"{own}.qkv"] = tuple(f"{own}.self_attn.{part}_proj.weight" for part in "qkv")
        found[f"{own}.o"] = (f"{own}.self_attn.o_proj.weight",)
        found[f"{own}.gate_up"] = (f"{own}.mlp.gate_proj.weight", f"{own}.mlp.up_proj.weight")
        found[f"{own}.down"] = (f"{own}.mlp.down_proj.weight",)
    if not shape.tied:
        found["lm_head"] = ("lm_head.weight",)
    return found


class _Graph:
    """Nodes and constants as they are added. `bits`: of the body and of embedding and output, None in floats."""

    def __init__(self, shape: DecoderShape, weights: dict[str, Stored], bits: tuple[int, int] | None) -> None:
        with needing("a decoder's graph"):
            import onnx
            from onnx import TensorProto, helper, numpy_helper
        self._onnx, self._proto, self._helper, self._arrays = onnx, TensorProto, helper, numpy_helper
        self.shape, self.weights, self.bits = shape, weights, bits
        self.groups = groups(shape)
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def serialised(self) -> bytes:
        """The whole model, without its weights."""
        s, helper, proto = self.shape, self._helper, self._proto
        cache = ["batch", s.kv_heads, "capacity", s.head]
        inputs = [
            helper.make_tensor_value_info("input_ids", proto.INT64, ["batch", "tokens"]),
            helper.make_tensor_value_info("last", proto.INT32, ["batch"]),
            helper.make_tensor_value_info("length", proto.INT32, []),
            helper.make_tensor_value_info("rows", proto.INT64, ["wanted"]),
        ]
        outputs = [helper.make_tensor_value_info("logits", proto.FLOAT, ["wanted", s.vocabulary])]
        for layer in range(s.layers):
            for part in ("key", "value"):
                inputs.append(helper.make_tensor_value_info(f"past.{layer}.{part}", proto.FLOAT, cache))
                outputs.append(helper.make_tensor_value_info(f"present.{layer}.{part}", proto.FLOAT, cache))
        self._body()
        graph = helper.make_graph(self.nodes, "decoder", inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="modelyard")
        return bytes(model.SerializeToString())

    def _body(self) -> None:
        s = self.shape
        self._rotary()
        hidden, added = self._embedded(), None
        for layer in range(s.layers):
            own = f"model.layers.{layer}"
            hidden, inputs = self._normalised(hidden, added, f"{own}.input_layernorm.weight")
            added = self._attention(layer, inputs)
            hidden, inputs = self._normalised(hidden, added, f"{own}.post_attention_layernorm.weight")
            both = self._product(inputs, f"{own}.gate_up")
            gate, up = self._node("Split", [both], f"{own}.gate", f"{own}.up", axis=2)
            turned_on = self._node("QuickGelu", [gate], f"{own}.silu", domain="com.microsoft", alpha=1.0)[0]
            gated = self._node("Mul", [turned_on, up], f"{own}.gated")[0]
            added = self._product(gated, f"{own}.down")
        _, states = self._normalised(hidden, added, "model.norm.weight")
        flat = self._node("Reshape", [states, self._constant("flat", np.array([-1, s.width]))], "states")[0]
        wanted = self._node("Gather", [flat, "rows"], "wanted.states", axis=0)[0]
        self._product(wanted, EMBEDDING if s.tied else "lm_head", "logits")

    def _rotary(self) -> None:
        """Tables [positions, E / 2]; ONNX Runtime computes them once, when it opens the graph."""
        positions = [self._constant(f"range.{i}", np.array(n, dtype=np.float32)) for i, n in
                     enumerate((0, self.shape.positions, 1))]  # fmt: skip
        column = self._node("Range", positions, "positions")[0]
        column = self._node("Unsqueeze", [column, self._constant("one", np.array([1]))], "positions.column")[0]
        angles = self._node("Mul", [column, self._constant("turns", self.shape.turns[None])], "angles")[0]
        self._node("Cos", [angles], "cos")
        self._node("Sin", [angles], "sin")

    def _embedded(self) -> str:
        if self.bits is None:
            return self._node("Gather", [self._weight(EMBEDDING), "input_ids"], "embedded", axis=0)[0]
        codes, scales = self.weights[f"{EMBEDDING}.codes"], self.weights[f"{EMBEDDING}.scales"]
        assert self.bits[1] == 8, "rows of the embedding are read as bytes"
        rows = self._node("Gather", [self._weight(f"{EMBEDDING}.codes"), "input_ids"], "embedded.codes", axis=0)[0]
        rows = self._node("Cast", [rows], "embedded.floats", to=self._proto.FLOAT)[0]
        middle = self._constant("middle", np.array(128, dtype=np.float32))
        rows = self._node("Sub", [rows, middle], "embedded.steps")[0]
        scale = self._node("Gather", [self._weight(f"{EMBEDDING}.scales"), "input_ids"], "embedded.scales", axis=0)[0]
        last = self._constant("minus.one", np.array([-1]))
        scale = self._node("Unsqueeze", [scale, last], "embedded.scale")[0]
        rows = self._node("Mul", [rows, scale], "embedded.blocks")[0]
        padded = codes.dims[1] * codes.dims[2]
        assert scales.dims[1] == codes.dims[1]
        joined = self._constant("joined", np.array([0, 0, padded]))
        rows = self._node("Reshape", [rows, joined], "embedded.padded")[0]
        if padded == self.shape.width:
            return rows
        ends = [self._constant(f"slice.{i}", np.array([n])) for i, n in enumerate((0, self.shape.width, 2))]
        return self._node("Slice", [rows, *ends], "embedded")[0]

    def _normalised(self, hidden: str, added: str | None, weight: str) -> tuple[str, str]:
        """The residual stream with what a branch adds, and it normalised."""
        scale, epsilon = self._weight(weight), self.shape.epsilon
        name = weight.removesuffix(".weight")
        if added is None:
            output = self._node("SimplifiedLayerNormalization", [hidden, scale], name, axis=-1, epsilon=epsilon)[0]
            return hidden, output
        found = self._node(
            "SkipSimplifiedLayerNormalization", [hidden, added, scale], name, "", "", f"{name}.sum",
            domain="com.microsoft", epsilon=epsilon,
        )  # fmt: skip
        return found[3], found[0]

    def _attention(self, layer: int, inputs: str) -> str:
        s, own = self.shape, f"model.layers.{layer}"
        queries, keys, values = self._product(inputs, f"{own}.qkv"), "", ""
        if s.qk_norm:
            widths = np.array([s.heads * s.head, s.kv_heads * s.head, s.kv_heads * s.head])
            names = [f"{own}.{part}" for part in ("queries", "keys", "values")]
            queries, keys, values = self._node("Split", [queries, self._constant("widths", widths)], *names, axis=2)
            queries = self._head_norm(queries, f"{own}.self_attn.q_norm", s.heads)
            keys = self._head_norm(keys, f"{own}.self_attn.k_norm", s.kv_heads)
        past = [f"past.{layer}.key", f"past.{layer}.value"]
        mixed = self._node(
            "GroupQueryAttention", [queries, keys, values, *past, "last", "length", "cos", "sin"],
            f"{own}.mixed", f"present.{layer}.key", f"present.{layer}.value",
            domain="com.microsoft", num_heads=s.heads, kv_num_heads=s.kv_heads, do_rotary=1,
        )[0]  # fmt: skip
        return self._product(mixed, f"{own}.o")

    def _head_norm(self, inputs: str, name: str, heads: int) -> str:
        """RMSNorm of each head by itself."""
        apart = self._constant(f"apart.{heads}", np.array([0, 0, heads, self.shape.head]))
        split = self._node("Reshape", [inputs, apart], f"{name}.heads")[0]
        scale = self._weight(f"{name}.weight")
        normed = self._node(
            "SimplifiedLayerNormalization", [split, scale], f"{name}.normed", axis=-1, epsilon=self.shape.epsilon
        )[0]
        together = self._constant(f"together.{heads}", np.array([0, 0, heads * self.shape.head]))
        return self._node("Reshape", [normed, together], name)[0]

    def _product(self, inputs: str, name: str, output: str | None = None) -> str:
        """`inputs` times the transpose of a group's matrices."""
        output = output or f"{name}.product"
        if self.bits is None:
            parts = [self._weight(part) for part in self.groups[name]]
            matrix = parts[0] if len(parts) == 1 else self._node("Concat", parts, f"{name}.matrix", axis=0)[0]
            return self._node("FusedMatMul", [inputs, matrix], output, domain="com.microsoft", transB=1)[0]
        bits = self.bits[1] if name in (EMBEDDING, "lm_head") else self.bits[0]
        codes = self.weights[f"{name}.codes"]
        inner = {"down": self.shape.inner, "o": self.shape.heads * self.shape.head}
        # accuracy_level 4: activations are rounded to 8 bits within each block, for the processors' integer products.
        return self._node(
            "MatMulNBits", [inputs, self._weight(f"{name}.codes"), self._weight(f"{name}.scales")], output,
            domain="com.microsoft", K=inner.get(name.rpartition(".")[2], self.shape.width), N=codes.dims[0], bits=bits,
            block_size=codes.dims[2] * 8 // bits, accuracy_level=4,
        )[0]  # fmt: skip

    def _node(self, operator: str, inputs: list[str], *outputs: str, domain: str = "", **attributes: Any) -> list[str]:
        self.nodes.append(
            self._helper.make_node(operator, inputs, list(outputs), name=outputs[0], domain=domain, **attributes)
        )
        return list(outputs)

    def _constant(self, name: str, value: Any) -> str:
        array = np.asarray(value)
        self.constants[name] = self._arrays.from_array(
            array if array.dtype == np.float32 else array.astype(np.int64), name
        )
        return name

    def _weight(self, name: str) -> str:
        """A tensor of the weights' file, in float32 (cast when the graph is opened) or bytes."""
        if name not in self.weights:
            raise ArtifactError("the weights lack a tensor", where=WHOLE, got=name, remedy="Restore it from a copy.")
        at = self.weights[name]
        if name not in self.constants:
            tensor = self._proto(name=name, data_type=getattr(self._proto, _KINDS[at.kind]), dims=at.dims)
            tensor.data_location = self._proto.EXTERNAL
            for key, value in (("location", at.file), ("offset", at.offset), ("length", at.length)):
                tensor.external_data.add(key=key, value=str(value))
            self.constants[name] = tensor
            if at.kind not in ("F32", "U8"):
                self._node("Cast", [name], f"{name}.float", to=self._proto.FLOAT)
        return name if at.kind in ("F32", "U8") else f"{name}.float"
