"""A decoder's weights for a graph that refers to them: their places in a safetensors file, whole or in 8 or 4 bits.

N outputs; K inputs; G blocks of an output.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError

WHOLE, SMALLER = "model.safetensors", "weights.safetensors"
# Scales that are tried around the one of the largest weight: the least squared error is kept.
_SHARES = {8: (1.0,), 4: (1.0, 0.95, 0.9, 0.85, 0.8)}
_CHUNK = 1 << 22
_NUMPY: dict[str, Any] = {"F32": "<f4", "F16": "<f2", "BF16": "<u2", "U8": "u1"}


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes of a file: a tensor as it stands there."""

    file: str
    offset: int
    length: int
    kind: str
    dims: tuple[int, ...]


def stored(path: Path) -> dict[str, Stored]:
    """What a safetensors file holds. Raises: ArtifactError where it is none."""
    try:
        with path.open("rb") as file:
            size = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(size))
        found = {
            name: Stored(path.name, 8 + size + at["data_offsets"][0], at["data_offsets"][1] - at["data_offsets"][0],
                         at["dtype"], tuple(at["shape"]))
            for name, at in header.items()
            if name != "__metadata__"
        }  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, OverflowError, AttributeError) as error:
        raise ArtifactError(
            f"the weights cannot be read ({type(error).__name__})",
            where=str(path),
            remedy="Restore the directory from a copy, or train again.",
        ) from error
    for name, at in found.items():
        if at.kind not in _NUMPY:
            raise ArtifactError("weights are float32, float16 or bfloat16 here", where=f"{path}: {name}", got=at.kind)
    return found


def read(directory: Path, at: Stored) -> NDArray[np.float32]:
    """A tensor in float32."""
    values: NDArray[Any] = np.memmap(
        directory / at.file, dtype=_NUMPY[at.kind], mode="r", offset=at.offset, shape=at.dims
    )
    if at.kind == "BF16":
        return (values.astype(np.uint32) << 16).view(np.float32)
    return np.asarray(values, dtype=np.float32)


def block_of(inputs: int, wanted: int) -> int:
    """The largest block up to `wanted` (a power of two) that divides the inputs; 16 where none does."""
    return next((size for size in (256, 128, 64, 32, 16) if size <= wanted and inputs % size == 0), 16)


def quantised(weight_NK: NDArray[np.float32], bits: int, block: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Codes [N, G, block * bits / 8] and scales [N, G], symmetric about the middle code, as MatMulNBits reads them."""
    count, inputs = weight_NK.shape
    blocks = -(-inputs // block)
    codes = np.empty((count, blocks, block * bits // 8), dtype=np.uint8)
    scales = np.empty((count, blocks), dtype=np.float32)
    step = max(1, _CHUNK // inputs)
    for start in range(0, count, step):
        part = weight_NK[start : start + step]
        padded = np.pad(part, ((0, 0), (0, blocks * block - inputs))).reshape(len(part), blocks, block)
        codes[start : start + step], scales[start : start + step] = _coded(padded, bits)
    return codes, scales


def _coded(weight_NGb: NDArray[np.float32], bits: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    middle = 1 << (bits - 1)
    # The largest weight takes the lowest code, which has no partner above: one step more of the range is used.
    largest = np.take_along_axis(weight_NGb, np.abs(weight_NGb).argmax(axis=2)[..., None], axis=2)
    best = error = None
    for share in _SHARES[bits]:
        scale = np.where(largest == 0, np.float32(1), largest * np.float32(-share / middle)).astype(np.float32)
        code = np.clip(np.rint(weight_NGb / scale), -middle, middle - 1)
        wrong = np.square(code * scale - weight_NGb).sum(axis=2, keepdims=True)
        if best is None or error is None:
            best, error = (code, scale), wrong
            continue
        better = wrong < error
        best = (np.where(better, code, best[0]), np.where(better, scale, best[1]))
        error = np.where(better, wrong, error)
    assert best is not None
    unsigned = (best[0] + middle).astype(np.uint8)
    packed = unsigned if bits == 8 else unsigned[..., 0::2] | (unsigned[..., 1::2] << 4)
    return packed, best[1][..., 0]


def write_smaller(
    directory: Path, groups: Mapping[str, tuple[str, ...]], plain: Mapping[str, Stored], target: Path, *, bits: int,
    block: int, embedding: str, output_bits: int,
) -> None:  # fmt: skip
    """Write the matrices of `plain` in `bits` to `target`, those of a group joined by outputs; the rest in float32.

    The embedding, which is read by rows and may be the output matrix too, takes `output_bits`.
    """
    from safetensors.numpy import save_file

    arrays: dict[str, NDArray[Any]] = {}
    grouped = {name for names in groups.values() for name in names}
    for name, matrix in _matrices(directory, groups, plain):
        own = output_bits if name in (embedding, "lm_head") else bits
        size = block_of(matrix.shape[1], block if own == bits else 2 * block)
        arrays[f"{name}.codes"], arrays[f"{name}.scales"] = quantised(matrix, own, size)
    for name, at in plain.items():
        if name not in grouped:
            arrays[name] = read(directory, at)
    save_file(arrays, target)


def _matrices(
    directory: Path, groups: Mapping[str, tuple[str, ...]], plain: Mapping[str, Stored]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for joined, names in groups.items():
        yield joined, np.concatenate([read(directory, plain[name]) for name in names])
