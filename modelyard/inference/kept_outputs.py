"""A model's raw outputs on a split, kept by the evaluation so that what follows does not compute them again."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.run import Run

FOLDER = "outputs"
_DIGEST = hashlib.sha256().digest_size  # bytes that the file begins with
MOST_BYTES = 1 << 28  # more are computed again where they are needed


def keep_outputs(run: Run, split: str, artifact_digest: str, outputs: NDArray[np.generic]) -> None:
    """Keep raw outputs [N, O] of the rows of `split` that have an answer. Raises: RunError when the disk is full."""
    if outputs.nbytes > MOST_BYTES:
        return
    durable.make_directory(run.path / FOLDER)
    durable.remove_litter(run.path / FOLDER)
    content = io.BytesIO()
    np.save(content, np.asarray(outputs, dtype=np.float64), allow_pickle=False)
    data = content.getvalue()
    durable.write_bytes(_file(run, split, artifact_digest), hashlib.sha256(data).digest() + data)


def kept_outputs(run: Run, split: str, artifact_digest: str) -> NDArray[np.float64] | None:
    """The outputs [N, O] that are kept; None where there are none, or they are not what was written."""
    file = _file(run, split, artifact_digest)
    if not file.is_file():
        return None
    content = file.read_bytes()
    digest, data = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(data).digest() != digest:  # damaged: what can be computed again is no reason to stop
        return None
    return np.asarray(np.load(io.BytesIO(data), allow_pickle=False), dtype=np.float64)


def _file(run: Run, split: str, artifact_digest: str) -> Path:
    return run.path / FOLDER / f"{split}-{artifact_digest[:16]}.npy"
