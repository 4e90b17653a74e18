"""idx files (MNIST's format): images as `pixels`, one numpy row each, with the `label` from the file beside them.

Source: http://yann.lecun.com/exdb/mnist/ (file formats). Big-endian; 0x08 is unsigned bytes.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

import numpy as np

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources.base import Batch, File, Numbered

NAME = re.compile(r"(.*?)(images|labels)([-._])idx(\d)-ubyte(\.gz)?", re.IGNORECASE)
_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_MAX_RECORD_BYTES = 16 << 20


class Idx:
    """Images and, where `labels` is given, their labels."""

    def __init__(self, images: File, labels: File | None, section: Data) -> None:
        del section
        self._images, self._labels = images, labels
        with images.open() as stream:
            count, shape, kind = _header(stream, images)
        self._count, self._shape, self._kind = count, shape, kind
        notes = []
        self.columns: tuple[str, ...] = ("pixels",)
        if labels is None:
            notes.append("no file of labels stands beside the images")
        else:
            self.columns = ("pixels", "label")
            with labels.open() as stream:
                others, inner, _ = _header(stream, labels)
            if others != count or inner:
                raise DataError(
                    f"there must be one label for each of the {count} images",
                    where=labels.name,
                    got=others,
                    remedy="Do both files belong to the same set?",
                )
        self.description: dict[str, Any] = {"format": "idx", "shapes": {"pixels": list(shape)}, "notes": notes}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        width = math.prod(self._shape)
        with self._images.open() as images:
            _header(images, self._images)
            labels = self._labels.open() if self._labels else None
            try:
                if labels and self._labels:
                    _header(labels, self._labels)
                done = 0
                while done < self._count:
                    here = min(rows, self._count - done)
                    pixels = _array(images, self._images, self._kind, here * width).reshape(here, width)
                    cells: dict[str, list[Any]] = {"pixels": list(pixels)}
                    if labels and self._labels:
                        cells["label"] = _array(labels, self._labels, ">u1", here).tolist()
                    yield Batch(cells, Numbered(self._images.label, range(done + 1, done + here + 1)))
                    done += here
            finally:
                if labels:
                    labels.close()


def _header(stream: BinaryIO, file: File) -> tuple[int, tuple[int, ...], str]:
    """How many records, the shape of one, and the numpy type. Leaves the stream at the first record."""
    magic = stream.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] not in _TYPES or not 1 <= magic[3] <= 4:
        raise DataError("this is not an idx file", where=file.name, got=magic, remedy="Is it damaged or misnamed?")
    packed = stream.read(4 * magic[3])
    if len(packed) < 4 * magic[3]:
        raise _short(file)
    count, *shape = struct.unpack(f">{magic[3]}I", packed)
    kind = _TYPES[magic[2]]
    if math.prod(shape) * np.dtype(kind).itemsize > _MAX_RECORD_BYTES:
        raise DataError("one record must be under 16 MB", where=file.name, got=tuple(shape), remedy="Is it damaged?")
    return count, tuple(shape), kind


def _array(stream: BinaryIO, file: File, kind: str, count: int) -> Any:
    size = count * np.dtype(kind).itemsize
    data = stream.read(size)
    if len(data) < size:
        raise _short(file)
    return np.frombuffer(data, dtype=kind).astype(np.dtype(kind).newbyteorder("="), copy=False)


def _short(file: File) -> DataError:
    return DataError("the file ends before its last record", where=file.name, remedy="Copy it again: it is cut short.")
