"""The torch module of a network, and its embedding layer. B examples; T tokens; D width."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.features import pad
from modelyard.core.registry import needing
from modelyard.explanation.case import Model
from modelyard.explanation.units import TextUnits


def network_of(model: Model) -> Any:
    """The torch module of a network. Raises: RequestError where there is none, MissingExtra without torch."""
    if "network" not in model.kept:
        predictor = model.predictor
        path = predictor.artifact.path
        if predictor.artifact.family in ("linear", "trees") or not (path / "model.safetensors").is_file():
            raise RequestError(
                "gradients and attention need a network with its own weights",
                where="method",
                got=predictor.artifact.family,
                remedy="Try auto, shap or occlusion.",
            )
        with needing("gradients and attention"):
            import torch  # noqa: F401
        from modelyard.inference.predictor import Predictor

        opened: Any = Predictor.open(predictor.artifact, backend="torch").backend
        opened.model.requires_grad_(False)
        model.kept["network"] = opened.model
    return model.kept["network"]


def embeddings_of(network: Any) -> Any:
    """The layer whose output is what the first layer reads: of transformers the whole embedding with its norm."""
    return _readers(network)[0]


def _readers(network: Any) -> list[Any]:
    """The layers that turn a text's tokens into vectors: one, and of an encoder with a decoder that one's, too."""
    inner = getattr(network, "network", None)
    if inner is None:
        return [network.embedding]
    if inner.config.is_encoder_decoder:
        return [inner.get_encoder().embed_tokens, inner.get_decoder().embed_tokens]
    whole = getattr(inner.base_model, "embeddings", None)
    return [whole if whole is not None else inner.get_input_embeddings()]


def embedded(network: Any, ids: Any, mask: Any) -> Any:
    """What the embedding layer makes of tokens [B, T, D]."""
    import torch

    seen: list[Any] = []
    hook = embeddings_of(network).register_forward_hook(lambda layer, given, made: seen.append(made))
    try:
        with torch.no_grad():
            network(ids, mask)
    finally:
        hook.remove()
    return seen[0].clone()


@contextmanager
def reading(network: Any, inputs: Any) -> Iterator[None]:
    """Within it the network reads these vectors [B, T, D] in place of its tokens'; a decoder reads them one later."""
    import torch

    def later(layer: Any, given: Any, made: Any) -> Any:
        return torch.cat([made[:, :1], inputs[:, :-1]], dim=1)

    first, *others = _readers(network)
    hooks = [first.register_forward_hook(lambda layer, given, made: inputs)]
    hooks += [layer.register_forward_hook(later) for layer in others]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def average_token(model: Model, network: Any) -> Any:
    """What the embedding layer makes of a content token of usual texts, on average [D]."""
    if "average token" not in model.kept:
        task, schema = model.predictor.task, model.predictor.schema
        tokens = task.encode(model.background)
        ids, mask = (integers(array) for array in pad(tokens, task.features.pad_id))
        inside = mask.bool()
        for at in range(len(inside)):
            text = TextUnits({name: column[at] for name, column in model.background.items()}, schema).joined
            for place, (start, end) in enumerate(task.transform.places(text)):
                inside[at, place] &= end > start  # the tokenizer's own tokens stand for nothing
        rows = embedded(network, ids, mask)
        model.kept["average token"] = rows[inside].mean(dim=0)
    return model.kept["average token"]


def tensor(array: Any) -> Any:
    """An array in float32."""
    import torch

    return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32))


def integers(array: Any) -> Any:
    """An array as it is."""
    import torch

    return torch.from_numpy(array)
