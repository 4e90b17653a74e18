from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.reporting import pictures


def _decode(data: bytes) -> np.ndarray:
    """An independent reader of the PNGs that have one IDAT and no filter."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (crc,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert crc == zlib.crc32(kind + content)
        chunks[kind] = content
        at += 12 + length
    width, height, bits, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert bits == 8 and list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, -1)
    assert not lines[:, 0].any()
    return lines[:, 1:].reshape((height, width, 3) if colour == 2 else (height, width))


@given(st.integers(1, 40), st.integers(1, 40), st.booleans(), st.integers(0, 99))
def test_a_picture_is_read_back(height: int, width: int, colour: bool, seed: int) -> None:
    shape = (height, width, 3) if colour else (height, width)
    grid = np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)
    assert np.array_equal(_decode(pictures.png(grid)), grid)


def test_pillow_reads_it_too() -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow, an independent PNG reader, is not installed")
    import io

    grid = np.arange(28 * 28, dtype=np.int64).reshape(28, 28).astype(np.uint8)
    encoded = pictures.data_uri(grid).partition(",")[2]
    assert np.array_equal(np.asarray(image.open(io.BytesIO(base64.b64decode(encoded)))), grid)


def test_values_are_spread_over_the_known_range() -> None:
    assert pictures.pixels([0, 0.5, 1, 2], (2, 2), 0.0, 1.0).tolist() == [[0, 128], [255, 255]]  # type: ignore[union-attr]
    assert pictures.pixels([3, 3, 3, 3], (2, 2), None, None).tolist() == [[0, 0], [0, 0]]  # type: ignore[union-attr]


@pytest.mark.parametrize("values", [None, [1, 2, 3], ["a", "b", "c", "d"], [1, 2, float("nan"), 4], "1234", {"a": 1}])
def test_what_is_no_picture_is_refused(values: object) -> None:
    assert pictures.pixels(values, (2, 2), 0.0, 1.0) is None


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        ((28, 28), True),
        ((32, 32, 3), True),
        ((28, 28, 1), True),
        ((784,), False),
        ((4, 4, 4), False),
        ((9999, 9), False),
    ],
)
def test_shapes_of_pictures(shape: tuple[int, ...], answer: bool) -> None:
    assert pictures.is_picture(shape) is answer
