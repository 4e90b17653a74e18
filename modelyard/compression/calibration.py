"""Static quantisation: the ranges of activations are found once, on training rows, and stand in the graph.

In ONNX Runtime's form of QuantizeLinear and DequantizeLinear around each product. Products of two activations
(attention scores) stay in float32: only those with constant weights are quantised.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.artifact import Artifact
from modelyard.core.features import Tokens, pad, take
from modelyard.core.registry import needing
from modelyard.core.schema import Rows

Batch = dict[str, NDArray[Any]]
ROWS = 256
_AT_ONCE = 8
_QUANTISED = ("MatMul", "Gather", "Conv")


def batches_of(artifact: Artifact, rows: Rows) -> list[Batch]:
    """The rows as the graph takes them, token sequences with their like in length."""
    task = registry.load("tasks", artifact.task, field="task", where=str(artifact.path)).Task.load(artifact.path)
    features, found = task.encode(rows), []
    order = np.argsort(features.lengths, kind="stable") if isinstance(features, Tokens) else np.arange(len(features))
    for start in range(0, len(order), _AT_ONCE):
        part = take(features, order[start : start + _AT_ONCE])
        if isinstance(part, Tokens):
            ids, mask = pad(part, task.features.pad_id)
            found.append({"input_ids": ids, "attention_mask": mask})
        else:
            found.append({"features": np.ascontiguousarray(part, dtype=np.float32)})
    return found


def quantise(model: Any, target: Path, batches: Sequence[Batch]) -> None:
    """Write the graph with weights and activations in 8 bits, the weights with a scale a column."""
    with needing("static quantisation"):
        from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

    class Reader(CalibrationDataReader):  # type: ignore[misc]
        def __init__(self) -> None:
            self._left = iter(batches)

        def get_next(self) -> Batch | None:
            return next(self._left, None)

    quantize_static(
        model,
        target,
        Reader(),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=list(_QUANTISED),
        per_channel=True,
        # Unsigned activations and signed weights are what x86 multiplies fastest.
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
