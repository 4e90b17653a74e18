"""Small pictures as PNG data URIs, written with zlib alone."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB = 0, 2


def is_picture(shape: Sequence[int]) -> bool:
    """Whether a vector of this shape is a picture: height x width, or height x width x 3."""
    return (
        len(shape) in (2, 3) and min(shape[:2]) > 1 and max(shape[:2]) <= 512 and tuple(shape[2:]) in ((), (1,), (3,))
    )


def pixels(values: Any, shape: Sequence[int], low: float | None, high: float | None) -> NDArray[np.uint8] | None:
    """The values as 8-bit pixels of `shape`, with low..high spread over 0..255; None where they do not fit it."""
    try:
        numbers = np.asarray(values, dtype=np.float64).ravel()
    except (TypeError, ValueError):
        return None
    if numbers.size != int(np.prod(shape)) or not np.isfinite(numbers).all():
        return None
    bottom = float(numbers.min()) if low is None else low
    top = float(numbers.max()) if high is None else high
    spread = (numbers - bottom) / (top - bottom) if top > bottom else np.zeros_like(numbers)
    grid = np.rint(np.clip(spread, 0, 1) * 255).astype(np.uint8).reshape(tuple(shape))
    return grid[:, :, 0] if grid.ndim == 3 and grid.shape[2] == 1 else grid


def png(grid: NDArray[np.uint8]) -> bytes:
    """A PNG of grey [H, W] or RGB [H, W, 3] pixels.

    Source: PNG specification (third edition), sections 5 and 11; filter type 0 on every line.
    """
    height, width = grid.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, 8, _RGB if grid.ndim == 3 else _GREY, 0, 0, 0)
    lines = b"".join(b"\0" + grid[row].tobytes() for row in range(height))
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")


def data_uri(grid: NDArray[np.uint8]) -> str:
    """The picture as a `data:` address."""
    return "data:image/png;base64," + base64.b64encode(png(grid)).decode("ascii")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
