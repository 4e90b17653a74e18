"""Vectors of texts by an encoder: the mean of its last hidden states over a text's tokens, of length 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Tokens, chunks
from modelyard.inference.backends import Masked, _in_batches, _Onnx, _Torch
from modelyard.inference.predictor import Predictor

Vectors = NDArray[np.float32]
OUTPUT = "text_embedding"  # of model.onnx


class Embedder:
    """Embeds texts with an opened model; see `of`. N texts; D width."""

    def __init__(self, predictor: Predictor) -> None:
        self._task, self._backend, self._width = predictor.task, predictor.backend, 0

    @classmethod
    def of(cls, predictor: Any) -> Embedder | None:
        """An embedder of a model that reads one text a row and has one vector for it; None for any other."""
        backend, schema = getattr(predictor, "backend", None), getattr(predictor, "schema", None)
        if schema is None or len(schema.inputs) != 1 or schema.inputs[0].kind != "text":
            return None
        if isinstance(backend, Masked):
            return cls(predictor)
        if isinstance(backend, _Onnx):
            names = [output.name for output in backend._session.get_outputs()]
            return cls(predictor) if OUTPUT in names else None
        if isinstance(backend, _Torch) and getattr(backend.model, "embeds", False):
            return cls(predictor)
        return None

    @property
    def width(self) -> int:
        """D."""
        if not self._width:
            self._width = self(["a"])[0].shape[1]
        return self._width

    def __call__(self, texts: Sequence[str]) -> tuple[Vectors, NDArray[np.int64]]:
        """The vectors [N, D], zeros for a text without a token, and how many tokens were read of each text [N].

        A text longer than the model reads is cut as for a prediction; a masked language model reads it in pieces.
        """
        if isinstance(self._backend, Masked):
            found, lengths = self._by_pieces(self._backend, self._task.tokenizer.encode(texts))
        else:
            tokens = self._task.transform.encode(texts)
            found, lengths = self._means(tokens), tokens.lengths
        size = np.linalg.norm(found, axis=1, keepdims=True)
        return (found / np.where(size > 0, size, 1.0)).astype(np.float32), lengths

    def _by_pieces(self, backend: Masked, tokens: Tokens) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        parts, owner = chunks(tokens, backend._spec.max_length)
        sums = self._means(parts) * parts.lengths[:, None]
        found = np.zeros((len(tokens), sums.shape[1]))
        np.add.at(found, owner, sums)
        return found / np.maximum(1, tokens.lengths)[:, None], tokens.lengths

    def _means(self, tokens: Tokens) -> NDArray[np.float64]:
        """The mean of the last hidden states of each sequence."""
        backend: Any = self._backend
        if isinstance(backend, _Onnx):
            return _in_batches(tokens, backend._pad_id, lambda batch: backend._session.run([OUTPUT], batch)[0])
        import torch

        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            given = backend.given(batch)
            found = backend.model.embedding(given["input_ids"], given["attention_mask"])
            return np.asarray(found.cpu().numpy())

        with torch.inference_mode():
            return _in_batches(tokens, backend._spec.pad_id, answer, backend.factor)
