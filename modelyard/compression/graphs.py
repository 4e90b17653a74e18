"""An exported network with smaller weights: quantised by ONNX Runtime's own tools, or stored in half precision.

Measured with ONNX Runtime 1.31 on one core of an AMD EPYC with AVX-VNNI, a transformer of 11 M parameters on Chinese
headlines, beside float32: int8 0.25 of the size and 2.3 times the speed, int8-weights in blocks of 64 0.26 and 1.4 (of
32: 0.28 and 1.2), int4 in blocks of 32 0.17 and 1.06. Asymmetric blocks were no nearer to the original, and int4 of
them slower than float32.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.compression.calibration import Batch, quantise
from modelyard.core import recipe_compress
from modelyard.core.errors import ArtifactError, RequestError
from modelyard.core.registry import needing
from modelyard.core.words import percent


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """One way to make a network smaller; `why` is what a reader should know of it."""

    name: str
    why: str


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant(
            name="int8",
            why="weights in 8 bits, a scale a column; activations too, by their range in each batch, so an answer "
            "depends a little on the texts that are answered with it",
        ),
        Variant(
            name="int8-static",
            why="weights in 8 bits, a scale a column; activations too, by ranges found on training rows, so an answer "
            "does not depend on the others in its batch",
        ),
        Variant(name="int8-weights", why="weights in 8 bits, a scale for every 64; activations within a block only"),
        Variant(name="int4", why="weights in 4 bits, a scale for every 32; embeddings in 8"),
        Variant(name="fp16", why="weights stored as float16, computed with in float32: half the file, the same speed"),
        Variant(name="bf16", why="weights stored as bfloat16, computed with in float32: half the file, the same speed"),
    )
}
_REMOVED = {
    "prune": "{share} of heads and neurons (or units) removed",
    "heads": "{share} of the attention heads removed, and of the width with them",
    "neurons": "{share} of the neurons removed",
    "layers": "{share} of the layers removed",
    "sparse": "{share} of the weights set to zero: smaller only where the file is compressed, no faster",
}
_BLOCK = {"int8-weights": (8, 64), "int4": (4, 32)}
_DYNAMIC = ("MatMul", "Gather", "LSTM", "Conv")
# Smaller constants are shapes, scales and biases: they stay as they are.
_SMALL = 1024
_HALF_MOST = float(np.finfo(np.float16).max)


def variant(name: str) -> Variant:
    """The variant of this name. Raises: RequestError where there is none."""
    if name not in VARIANTS:
        raise RequestError(
            "there is no such compression", where="--to", got=name, remedy=f"Use one of: {', '.join(VARIANTS)}."
        )
    return VARIANTS[name]


def describe(name: str) -> str:
    """What a reader should know of a variant by its whole name (`prune=0.5+int8`)."""
    asked = recipe_compress.variant(name)
    parts = [f"{_REMOVED[kind].format(share=percent(share, 0))}" for kind, share in asked.shares]
    if asked.shares:
        parts[-1] += ", then trained again"
    if asked.distilled:
        parts.append("taught by the original's answers")
    return "; ".join([*parts, variant(asked.graph).why] if asked.graph else parts)


def compress_graph(source: Path, target: Path, name: str, batches: Sequence[Batch] | None = None) -> None:
    """Write the network in `source` to `target` as the variant `name`.

    `batches` are inputs that the ranges of activations are found on (int8-static).
    Raises: ArtifactError where its weights do not fit the type or nothing of it can be made smaller, MissingExtra
    without onnx.
    """
    variant(name)
    with needing("compressing a model"):
        import onnx
    model = onnx.load(source)
    # The shapes that the exporter noted are wrong once weights are turned about, and nothing reads them.
    del model.graph.value_info[:]
    with _quiet():
        if name in ("fp16", "bf16"):
            onnx.save(_stored(model, name, str(source)), target)
        elif name == "int8-static":
            assert batches, "ranges are found on inputs"
            quantise(_plain_products(model), target, batches)
        elif name == "int8":
            _dynamic(_plain_products(model), target, _DYNAMIC)
        else:
            _weight_only(_plain_products(model), target, *_BLOCK[name])
    if target.stat().st_size >= source.stat().st_size:
        raise ArtifactError(
            f"{name} does not make this network smaller",
            where=str(source),
            got=f"{target.stat().st_size} bytes of {source.stat().st_size}",
            remedy="It is small as it is: ship it so.",
        )


def _plain_products(model: Any) -> Any:
    """Products with a bias as a product and a sum: the quantisers know only the former."""
    from onnxruntime.quantization.onnx_model import ONNXModel

    wrapped = ONNXModel(model)
    wrapped.replace_gemm_with_matmul()
    return wrapped.model


def _dynamic(model: Any, target: Path, operators: tuple[str, ...]) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(model, target, op_types_to_quantize=list(operators), weight_type=QuantType.QInt8, per_channel=True)


def _weight_only(model: Any, target: Path, bits: int, block: int) -> None:
    """Products by the operator MatMulNBits, embeddings in 8 bits."""
    import onnx

    with needing("weight-only quantisation"):
        from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
    _dynamic(model, target, ("Gather",))
    model = onnx.load(target)
    del model.graph.value_info[:]
    # accuracy_level 4: activations are rounded to 8 bits within each block, for the processors' integer products.
    quantiser = MatMulNBitsQuantizer(model, bits=bits, block_size=block, is_symmetric=True, accuracy_level=4)
    quantiser.process()
    quantiser.model.save_model_to_file(str(target))


def _stored(model: Any, name: str, where: str) -> Any:
    """Large constants as 16 bits each, cast back where they are used (once, when the network is opened)."""
    from onnx import TensorProto, helper, numpy_helper

    kind = TensorProto.FLOAT16 if name == "fp16" else TensorProto.BFLOAT16
    casts, constants = [], []
    for constant in model.graph.initializer:
        if constant.data_type != TensorProto.FLOAT or int(np.prod(constant.dims)) < _SMALL:
            constants.append(constant)
            continue
        values = numpy_helper.to_array(constant)
        if name == "fp16" and not bool((np.abs(values) <= _HALF_MOST).all()):
            raise ArtifactError("a weight is beyond the range of float16", where=where, remedy="Use bf16.")
        stored = values.astype(np.float16).tobytes() if name == "fp16" else _bfloat16(values).tobytes()
        half = f"{constant.name}_{name}"
        constants.append(helper.make_tensor(half, kind, list(constant.dims), stored, raw=True))
        casts.append(helper.make_node("Cast", [half], [constant.name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(constants)
    return model


def _bfloat16(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """The upper half of each float, rounded to the nearest, ties to even."""
    bits = np.ascontiguousarray(values, dtype="<f4").view("<u4").astype(np.uint64)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2")


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Without the quantisers' advice; what fails still raises."""
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(before)
