"""The likelihood of documents under a decoder that ONNX Runtime computes. N documents; V vocabulary."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Features, FeatureSpec, Tokens, pieces
from modelyard.inference.decoder_onnx import OnnxDecoder


class OnnxLanguage:
    """What `Language` answers, by ONNX Runtime."""

    name = "onnx"

    def __init__(self, directory: Path, spec: FeatureSpec, threads: int | None) -> None:
        self.model = OnnxDecoder(directory, threads)
        self._spec = spec

    def __call__(self, features: Features) -> NDArray[np.float64]:
        """[N, 2], documents in the order of `features`."""
        assert isinstance(features, Tokens)
        parts, owner = pieces(features, self._spec.max_length)
        found = np.zeros((len(features), 2))
        for piece, document in zip(np.split(parts.ids, parts.offsets[1:-1]), owner, strict=True):
            found[document] += self._nats(piece)
        return found

    def _nats(self, piece: NDArray[np.int32]) -> tuple[float, int]:
        """Of the tokens after the first; those that are given (~id) are not predicted."""
        given = piece < 0
        ids = np.where(given, ~piece, piece)
        nats = 0.0
        for start, logits_nV in self.model.read(ids[:-1].tolist()):
            targets = ids[start + 1 : start + 1 + len(logits_nV)]
            largest = logits_nV.max(axis=1, keepdims=True)
            total = np.log(np.exp(logits_nV - largest).sum(axis=1, dtype=np.float64)) + largest[:, 0]
            each = total - logits_nV[np.arange(len(targets)), targets]
            nats += float(each[~given[start + 1 : start + 1 + len(targets)]].sum())
        return nats, int((~given[1:]).sum())
