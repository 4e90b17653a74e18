"""A network as ONNX: float32, dynamic batch and length, checked by the caller against the golden examples."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError
from modelyard.core.features import FeatureSpec
from modelyard.core.registry import missing_extra

OPSET = 18  # the oldest that torch's exporter writes without converting: every ONNX Runtime since 1.14 reads it
_MAX_BYTES = 2**31 - 2**20  # of a protobuf message; a larger network would need files beside model.onnx


def export_onnx(model: Any, spec: FeatureSpec, path: Path) -> None:
    """Write `model` (evaluation mode, float32, on the CPU) to `path`.

    Inputs are `features` [batch, F], or `input_ids` and `attention_mask` [batch, tokens]; the output is `outputs`. An
    encoder has a second one, `text_embedding` [batch, width]: the mean of its last hidden states.
    Raises: ArtifactError where the network is too large for one ONNX file, MissingExtra without torch or onnxscript.
    """
    try:
        import onnxscript  # noqa: F401
        import torch
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "onnxscript", needed_for="exporting to ONNX") from error
    size = sum(tensor.numel() * tensor.element_size() for tensor in model.state_dict().values())
    if size > _MAX_BYTES:
        raise ArtifactError(
            "a network must be under 2 GB to be one ONNX file",
            where=str(path),
            got=f"{size} bytes",
            remedy="Choose a smaller model, or serve it with torch.",
        )
    inputs, shapes = sample(spec)
    embeds = bool(getattr(model, "embeds", False))
    with quiet(), torch.no_grad(), _telling(model, embeds):
        program = torch.onnx.export(
            model,
            (),
            kwargs=inputs,
            dynamo=True,
            dynamic_shapes=shapes,
            input_names=list(inputs),
            output_names=["outputs", "text_embedding"] if embeds else ["outputs"],
            opset_version=OPSET,
            verbose=False,
        )
        assert program is not None
        _forget_sources(program.model)
        _check_dynamic(program.model, dimensions=1 if spec.kind == "dense" else 2)
        program.save(path)


@contextlib.contextmanager
def _telling(model: Any, embeds: bool) -> Iterator[None]:
    """The model answers with its embedding beside its outputs for a while; its weights keep their names."""
    if embeds:
        model.tells_embedding = True
    try:
        yield
    finally:
        if embeds:
            model.tells_embedding = False


def sample(spec: FeatureSpec) -> tuple[dict[str, Any], dict[str, Any]]:
    """Inputs to trace a network with, and which of their sizes are dynamic."""
    import torch

    batch = torch.export.Dim("batch")
    if spec.kind == "dense":
        return {"features": torch.zeros(2, spec.width)}, {"features": {0: batch}}
    # Two texts, one shorter: a length or a batch of 1 would be exported as a constant.
    length = max(2, min(7, spec.max_length))
    mask = torch.ones(2, length, dtype=torch.int64)
    mask[1, -1] = 0
    inputs = {"input_ids": torch.ones(2, length, dtype=torch.int64), "attention_mask": mask}
    tokens = torch.export.Dim("tokens", max=max(8, spec.max_length))
    return inputs, {name: {0: batch, 1: tokens} for name in inputs}


def _check_dynamic(model: Any, *, dimensions: int) -> None:
    for value in model.graph.inputs:
        fixed = [size for size in value.shape[:dimensions] if isinstance(size, int)]
        assert not fixed, f"the exporter fixed a size of {value.name} to {fixed}: the graph would refuse other ones"


def _forget_sources(model: Any) -> None:
    """Drop the stack traces that the exporter writes into every node: they hold paths of the training machine."""
    model.metadata_props.clear()
    model.graph.metadata_props.clear()
    for node in model.graph.all_nodes():
        node.metadata_props.clear()
        node.doc_string = None
        for value in node.outputs:
            value.metadata_props.clear()
    for value in (*model.graph.inputs, *model.graph.initializers.values()):
        value.metadata_props.clear()
    for function in model.functions.values():
        function.metadata_props.clear()


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without the exporter's notes on its own internals; an export that fails still raises."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "onnxscript", "onnx_ir", "torch.export")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
