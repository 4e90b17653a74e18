"""Texts to weighted n-grams: of each row the numbers of those it holds, and their weights; 0 fills the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data.features.ngrams import Ngrams
from modelyard.export.runtime.texts import joined

Encode = Callable[[Sequence[Mapping[str, Any]]], dict[str, NDArray[Any]]]


def load(directory: Path) -> Encode:
    """A function from rows to `indices`, int64 [rows, most n-grams], and `values`, float32 of the same shape."""
    names = json.loads((directory / "runner.json").read_text(encoding="utf-8"))["inputs"]
    ngrams = Ngrams.load(directory)

    def encode(rows: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
        found = ngrams.encode([joined(row, names) for row in rows])
        held = np.arange(max(1, int(np.diff(found.indptr).max()))) < np.diff(found.indptr)[:, None]
        indices, weights = np.zeros(held.shape, dtype=np.int64), np.zeros(held.shape, dtype=np.float32)
        indices[held], weights[held] = found.indices, found.values
        return {"indices": indices, "values": weights}

    return encode
