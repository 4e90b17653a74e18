"""A model in the form that each kind of program opens: ONNX, Hugging Face, OpenVINO, torch.export, ExecuTorch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError
from modelyard.core.registry import needing
from modelyard.export.direct import write_direct
from modelyard.export.onnx import quiet
from modelyard.inference import Predictor

FORMATS = ("onnx", "huggingface", "openvino", "torch-export", "executorch")
_HUGGINGFACE = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")


def write(form: str, model: Predictor, directory: Path) -> None:
    """Write the files of `form` for an opened artifact.

    Raises: ArtifactError where the family has no such form, MissingExtra where its library is not installed.
    """
    writers = {
        "onnx": _onnx,
        "huggingface": _huggingface,
        "openvino": _openvino,
        "torch-export": _torch_export,
        "executorch": _executorch,
    }
    writers[form](model, directory)


def _onnx(model: Predictor, directory: Path) -> None:
    artifact = model.artifact
    if (artifact.path / "model.onnx").is_file():
        shutil.copyfile(artifact.path / "model.onnx", directory / "model.onnx")
        return
    from safetensors.numpy import load_file

    if artifact.family not in ("linear", "trees"):
        raise _refused(model, "onnx")
    weights = load_file(artifact.path / "model.safetensors")
    write_direct(artifact.family, weights, model.task.features, directory / "model.onnx")


def _openvino(model: Predictor, directory: Path) -> None:
    """Converted from the ONNX graph; weights as they stand there."""
    if model.artifact.family == "trees":  # OpenVINO has no operator for ensembles of trees
        raise _refused(model, "openvino")
    with needing("exporting to OpenVINO"):
        import openvino
    _onnx(model, directory)
    converted = openvino.convert_model(directory / "model.onnx")
    openvino.save_model(converted, directory / "model.xml", compress_to_fp16=False)
    (directory / "model.onnx").unlink()


def _torch_export(model: Predictor, directory: Path) -> None:
    """An ExportedProgram, batch and length dynamic; opened by torch alone."""
    with needing("exporting by torch.export"):
        import torch

        from modelyard.export.onnx import sample
    network = _network(model, "torch-export")
    inputs, shapes = sample(model.task.features)
    with quiet(), torch.no_grad():
        program = torch.export.export(network, (), kwargs=inputs, dynamic_shapes=shapes, strict=False)
        for node in program.graph.nodes:  # stack traces hold paths of the training machine
            node.meta.pop("stack_trace", None)
        torch.export.save(program, directory / "model.pt2")


def _executorch(model: Predictor, directory: Path) -> None:
    """A program for phones and boards: one row a call, of any length; XNNPACK computes what it has an operator for."""
    if model.artifact.family == "lstm":  # its steps would be written out for one length
        raise _refused(model, "executorch")
    with needing("exporting to ExecuTorch"), quiet():
        import torch

        from modelyard.export.onnx import sample

        network = _network(model, "executorch")
        from executorch.backends.xnnpack.partition.xnnpack_partitioner import XnnpackPartitioner
        from executorch.exir import to_edge_transform_and_lower
    inputs, shapes = sample(model.task.features)
    # XNNPACK's shapes may have one dynamic side: of texts that is the length.
    one_row = {name: tensor[:1] for name, tensor in inputs.items()}
    lengths = {name: {place: size for place, size in sides.items() if place} for name, sides in shapes.items()}
    with quiet(), torch.no_grad():
        program = torch.export.export(network, (), kwargs=one_row, dynamic_shapes=lengths, strict=False)
        lowered = to_edge_transform_and_lower(program, partitioner=[XnnpackPartitioner()])
        (directory / "model.pte").write_bytes(lowered.to_executorch().buffer)


def _network(model: Predictor, form: str) -> Any:
    """The module of an artifact that is a network with weights. Raises: ArtifactError for others."""
    module = registry.load("models", model.artifact.family, field="family")
    if not hasattr(module, "build") or not (model.artifact.path / "model.safetensors").is_file():
        raise _refused(model, form)
    return module.open(model.artifact.path, model.task.features, model.task.outputs)


def _huggingface(model: Predictor, directory: Path) -> None:
    config = model.artifact.path / "config.json"
    known = config.is_file() and "architectures" in json.loads(config.read_text(encoding="utf-8"))
    if not known or not (model.artifact.path / "model.safetensors").is_file():
        raise _refused(model, "huggingface")
    for name in _HUGGINGFACE:
        shutil.copyfile(model.artifact.path / name, directory / name)
    # A problem type makes `pipeline("text-classification")` apply softmax, as our own scores do before calibration.
    content = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    kind = "single_label_classification" if model.task.labels else "regression"
    durable.write_json(directory / "config.json", {**content, "problem_type": kind})


def _refused(model: Predictor, form: str) -> ArtifactError:
    reasons: dict[str, Any] = {
        "huggingface": "transformers has no definition of it, or its weights are not there (a compressed model)",
        "openvino": "OpenVINO has no operator for it",
        "torch-export": "it is no network, or its weights are not there (a compressed model)",
        "executorch": "it is no network, or a recurrent one, or its weights are not there (a compressed model)",
        "onnx": "it has no graph",
    }
    return ArtifactError(
        f"this model has no form as {form}: {reasons[form]}",
        where=str(model.artifact.path),
        got=model.artifact.family,
        remedy="Use --format onnx, which every classifier and regression has.",
    )
