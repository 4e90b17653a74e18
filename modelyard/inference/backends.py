"""What computes raw outputs: numpy for direct families, ONNX Runtime or torch for networks. N examples; O outputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.errors import ArtifactError
from modelyard.core.features import Features, FeatureSpec, Tokens, chunks, pad, pieces, take
from modelyard.inference import placement
from modelyard.inference.decoder_likelihood import OnnxLanguage
from modelyard.inference.onnx_session import open_session

# A batch holds at most this many tokens (or this many rows): its activations stay within the processor's caches, and
# memory is bounded whatever the size of the input. ONNX Runtime answered MiniLM 407, 96 and 19 texts of 16, 64 and 275
# tokens a second and core with 1,024, and 327, 76 and 16 with 4,096.
BATCH_TOKENS = 1024
BATCH_ROWS = 1024
# A GPU is busy with this many times as much at once.
ACCELERATOR_FACTOR = 32

Outputs = NDArray[np.float64]


class Backend(Protocol):
    """Computes raw outputs; `name` is its key in the tolerances of golden.json."""

    name: str

    def __call__(self, features: Features) -> Outputs:
        """[N, O], rows in the order of `features`."""


def open_backend(
    name: str, directory: Path, *, family: str, spec: FeatureSpec, outputs: int, threads: int | None
) -> Backend:
    """The backend `name`; `auto` is numpy for a direct family, else onnx where model.onnx stands, else torch.

    Torch answers on an NVIDIA GPU where there is one; then `auto` takes it for large networks, too.
    Of a language model `auto` is torch, where that and its weights are there: what judges a model reads its hidden
    states. `inference.fastest` chooses for what writes texts.

    Raises: ArtifactError when the directory has not what the backend needs.
    """
    direct = not is_network(family)
    if name == "auto":
        exported = (directory / "model.onnx").is_file()
        if not direct and _is_language_model(family):
            exported = exported and not placement.is_trained(directory)
        elif not direct and exported:
            exported = not placement.is_for_gpu(directory)
        name = "numpy" if direct else "onnx" if exported else "torch"
    if (name == "numpy") != direct:
        raise ArtifactError(
            f"the family {family} does not run on the {name} backend",
            where=str(directory),
            remedy="Use numpy or auto." if direct else "Use onnx, torch or auto.",
        )
    if name == "numpy":
        return _Numpy(directory, family)
    if name == "onnx" and _is_language_model(family):
        return OnnxLanguage(directory, spec, threads)
    if name == "onnx":
        return _Onnx(directory, spec, threads)
    if name == "torch":
        kind = Masked if spec.mask_id is not None else Language if _is_language_model(family) else _Torch
        return kind(directory, family, spec, outputs, threads)
    raise ArtifactError(
        "there is no such backend", where="backend", got=name, remedy="Use auto, numpy, onnxruntime or torch."
    )


class _Numpy:
    name = "numpy"

    def __init__(self, directory: Path, family: str) -> None:
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        self._module = registry.load("models", family, field="family", where=str(directory))
        content = json.loads((directory / "config.json").read_text(encoding="utf-8"))
        self._config = self._module.Config.model_validate(content)
        try:
            self._weights = load_file(directory / "model.safetensors")
        except SafetensorError as error:
            raise ArtifactError(
                f"the weights cannot be read ({error})",
                where=str(directory / "model.safetensors"),
                remedy="Restore the directory from a copy, or train again.",
            ) from error

    def __call__(self, features: Features) -> Outputs:
        parts = [self._module.forward(self._weights, self._config, take(features, at)) for at in _batches(features)]
        return np.concatenate(parts).astype(np.float64, copy=False)


class _Onnx:
    name = "onnx"

    def __init__(self, directory: Path, spec: FeatureSpec, threads: int | None) -> None:
        self._session = open_session(directory / "model.onnx", threads)
        self._pad_id = spec.pad_id

    def __call__(self, features: Features) -> Outputs:
        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            outputs: NDArray[Any] = self._session.run(None, batch)[0]
            return outputs

        return _in_batches(features, self._pad_id, answer)


class _Torch:
    name = "torch"

    def __init__(self, directory: Path, family: str, spec: FeatureSpec, outputs: int, threads: int | None) -> None:
        with registry.needing("the torch backend"):
            import torch
        if threads is not None:
            torch.set_num_threads(threads)
        module = registry.load("models", family, field="family", where=str(directory))
        from modelyard.models._devices import answering

        self.model = module.open(directory, spec, outputs).to(answering())
        self._spec = spec

    @property
    def device(self) -> Any:
        """Where the model's weights are."""
        return next(self.model.parameters()).device

    @property
    def factor(self) -> int:
        """How many usual batches suit this device at once."""
        return 1 if self.device.type == "cpu" else ACCELERATOR_FACTOR

    def __call__(self, features: Features) -> Outputs:
        import torch

        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            outputs: NDArray[Any] = self.model(**self.given(batch)).cpu().numpy()
            return outputs

        with torch.inference_mode():
            return _in_batches(features, self._spec.pad_id, answer, self.factor)

    def given(self, batch: dict[str, NDArray[Any]]) -> dict[str, Any]:
        """The batch as tensors on the model's device."""
        import torch

        return {name: torch.from_numpy(array).to(self.device) for name, array in batch.items()}


class Language(_Torch):
    """A causal language model: nats and predicted tokens of each document, read in pieces of its context."""

    def __call__(self, features: Features) -> Outputs:
        """[N, 2], documents in the order of `features`."""
        import torch

        from modelyard.models._likelihood import likelihood

        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            given = self.given(batch)
            return np.asarray(likelihood(self.model, given["input_ids"], given["attention_mask"]).cpu().numpy())

        assert isinstance(features, Tokens)
        parts, owner = pieces(features, self._spec.max_length)
        with torch.inference_mode():
            found = _in_batches(parts, self._spec.pad_id, answer, self.factor)
        return np.stack([np.bincount(owner, found[:, i], minlength=len(features)) for i in range(2)], axis=1)


class Masked(_Torch):
    """A masked language model: nats and number of the masked tokens of each document, read in pieces of its context."""

    def __call__(self, features: Features) -> Outputs:
        """[N, 2], documents in the order of `features`."""
        from modelyard.models._masked import masked_likelihood

        mask_id = self._spec.mask_id
        assert isinstance(features, Tokens) and mask_id is not None

        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            given = self.given(batch)
            found = masked_likelihood(self.model, given["input_ids"], given["attention_mask"], mask_id)
            return np.asarray(found.cpu().numpy())

        parts, owner = chunks(features, self._spec.max_length)
        found = _in_batches(parts, self._spec.pad_id, answer, self.factor)
        return np.stack([np.bincount(owner, found[:, i], minlength=len(features)) for i in range(2)], axis=1)


def _is_language_model(family: str) -> bool:
    return "corpus" in registry.load("models", family, field="family").FEATURES


def is_network(family: str) -> bool:
    """Whether a family is a network, computed by ONNX Runtime or torch."""
    module = registry.load("models", family, field="family")
    return hasattr(module, "build")


def _in_batches(
    features: Features,
    pad_id: int,
    answer: Callable[[dict[str, NDArray[Any]]], NDArray[Any]],
    factor: int = 1,
) -> Outputs:
    count = len(features)
    indices, parts = [], []
    for at in _batches(features, factor):
        part = features if len(at) == count else take(features, at)
        indices.append(at)
        if isinstance(part, Tokens):
            ids, mask = pad(part, pad_id)
            parts.append(answer({"input_ids": ids, "attention_mask": mask}))
        else:
            parts.append(answer({"features": np.ascontiguousarray(part, dtype=np.float32)}))
    outputs = np.empty((count, parts[0].shape[1]))
    outputs[np.concatenate(indices)] = np.concatenate(parts)
    return outputs


def _batches(features: Features, factor: int = 1) -> Iterator[NDArray[np.int64]]:
    """Every example once; token sequences with their like in length, so that little is computed on padding."""
    count, most_rows, most_tokens = len(features), factor * BATCH_ROWS, factor * BATCH_TOKENS
    if not isinstance(features, Tokens):
        for start in range(0, count, most_rows):
            yield np.arange(start, min(start + most_rows, count))
        return
    lengths = np.maximum(1, features.lengths)
    if count * int(lengths.max()) <= most_tokens and int(lengths.max()) <= 2 * int(lengths.min()) + 8:
        yield np.arange(count)
        return
    order = np.argsort(lengths, kind="stable")
    start = 0
    while start < count:
        # Lengths ascend: the batch ends where its longest example would make it too large, or too ragged.
        longest = min(2 * int(lengths[order[start]]) + 8, int(lengths[order[-1]]))
        stop = int(np.searchsorted(lengths[order], longest, side="right"))
        stop = min(stop, start + most_rows)
        while stop - start > 1 and (stop - start) * int(lengths[order[stop - 1]]) > most_tokens:
            stop = start + max(1, most_tokens // int(lengths[order[stop - 1]]))
        yield order[start:stop] if stop - start < count else np.arange(count)
        start = stop
