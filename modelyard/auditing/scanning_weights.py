"""Files of numbers, checked against what their headers claim: safetensors, .npy and GGUF. Only headers are read."""

from __future__ import annotations

import ast
import math
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from modelyard.auditing.scanning_faults import Fault, Malformed, whole
from modelyard.auditing.scanning_templates import template_faults
from modelyard.auditing.scanning_texts import parsed

# The library allows 100 MB; real headers stay below 1 MB, and 4 MiB of brackets already take 100 MB to parse.
MOST_HEADER_BYTES = 4 << 20
_BITS = {
    **dict.fromkeys(("F64", "I64", "U64", "C64"), 64),
    **dict.fromkeys(("F32", "I32", "U32"), 32),
    **dict.fromkeys(("F16", "BF16", "I16", "U16"), 16),
    **dict.fromkeys(("I8", "U8", "BOOL", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"), 8),
    **dict.fromkeys(("F6_E2M3", "F6_E3M2"), 6),
    "F4": 4,
}
_MENDED = "Save it again with safetensors.save_file from a source that you trust."
_MOST_SIDES = 64
_MOST_ARRAY_HEADER = 10_000
# GGUF: type number -> (elements of a block, its bytes). Source: ggml.h and ggml-common.h of llama.cpp.
_BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36)},
    **{10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292)},
    **{16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82)},
    **{23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2)},
    **{34: (256, 54), 35: (256, 66), 39: (32, 17)},
}
_SCALARS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_TEXT, _ARRAY = 8, 9
_MOST_ENTRIES, _MOST_TENSORS, _MOST_ITEMS, _MOST_TEXT = 10_000, 200_000, 8_000_000, 8 << 20


def safetensors_faults(path: Path) -> Iterator[Fault]:
    """Source: the format's description in huggingface/safetensors: no holes, no overlaps, nothing beyond the data.

    Raises: Malformed.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else -1
        if not 2 <= length <= size - 8:
            raise Malformed(f"its header claims {length:,} bytes of {size:,}")
        if length > MOST_HEADER_BYTES:
            yield Fault(f"a header may have {MOST_HEADER_BYTES >> 20} MiB", f"{length:,} bytes", _MENDED)
            return
        header = parsed(file.read(length))
    if not isinstance(header, dict):
        raise Malformed("its header is no JSON object")
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        yield Fault("metadata must be texts", "__metadata__", _MENDED)
    spans = sorted((*_span(name, entry), name) for name, entry in header.items())
    place = 0
    for begin, end, name in spans:
        if begin != place:
            what = "overlaps" if begin < place else "leaves a hole before"
            yield Fault("tensors must lie side by side without overlaps or holes", f"{name} {what} it", _MENDED)
            return
        place = end
    if place != size - 8 - length:
        value = f"{place:,} bytes of tensors, {size - 8 - length:,} of data"
        yield Fault("the data must be of the tensors and nothing else", value, _MENDED)


def _span(name: str, entry: Any) -> tuple[int, int]:
    try:
        bits, shape, offsets = _BITS[entry["dtype"]], entry["shape"], entry["data_offsets"]
        begin, end = (whole(one, "an offset") for one in offsets)
        if not isinstance(shape, list) or len(shape) > _MOST_SIDES:
            raise Malformed(f"the shape of {name:.80} is no short list")
        count = math.prod(whole(side, "a side") for side in shape)
    except (KeyError, TypeError, ValueError) as error:
        raise Malformed(f"the entry of {name:.80} is not as the format says ({error})") from error
    if count * bits != (end - begin) * 8:
        raise Malformed(f"{name:.80} claims {count:,} numbers of {bits} bits in {end - begin:,} bytes")
    return begin, end


def npy_faults(path: Path) -> Iterator[Fault]:
    """An array of plain numbers or texts; one of objects is a pickle. Raises: Malformed."""
    with path.open("rb") as file:
        try:
            version = np.lib.format.read_magic(file)
            width = {(1, 0): 2, (2, 0): 4, (3, 0): 4}[version]
            length = int.from_bytes(file.read(width), "little")
            if length > _MOST_ARRAY_HEADER:
                raise Malformed(f"its header claims {length:,} bytes")
            header = ast.literal_eval(file.read(length).decode("utf-8"))
            dtype = np.lib.format.descr_to_dtype(header["descr"])
            count = math.prod(whole(side, "a side") for side in header["shape"])
        except (ValueError, KeyError, TypeError, SyntaxError, RecursionError, MemoryError) as error:
            raise Malformed(f"its header cannot be read ({str(error)[:120]})") from error
        start = file.tell()
    if dtype.hasobject:
        yield Fault(
            "an array must be of numbers or texts: objects are pickled, which can run code",
            f"dtype {dtype}",
            "Save it again with allow_pickle=False.",
        )
        return
    wanted, there = count * dtype.itemsize, path.stat().st_size - start
    if wanted != there:
        raise Malformed(f"its header claims {wanted:,} bytes, {there:,} are there")


def gguf_faults(path: Path) -> Iterator[Fault]:
    """Source: docs/gguf.md of ggml-org/ggml. Counts, texts and offsets are bounded by the file. Raises: Malformed."""
    with path.open("rb") as file:
        reader = _Gguf(file, path.stat().st_size)
        yield from reader.faults()


class _Gguf:
    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size, self._items = file, size, 0

    def faults(self) -> Iterator[Fault]:
        if self._take(4) != b"GGUF" or self._number(4) not in (2, 3):
            raise Malformed("it is no GGUF of version 2 or 3")
        tensors, entries = self._number(8), self._number(8)
        if tensors > _MOST_TENSORS or entries > _MOST_ENTRIES:
            raise Malformed(f"it claims {tensors:,} tensors and {entries:,} entries")
        alignment = 32
        for _ in range(entries):
            name = self._text().decode("utf-8", "replace")
            value = self._value(self._number(4))
            if name == "general.alignment":
                alignment = whole(value, name)
            if name.startswith("tokenizer.chat_template") and isinstance(value, bytes):
                yield from template_faults(value.decode("utf-8", "replace"))
        if alignment == 0 or alignment % 8 or alignment > 1 << 20:
            raise Malformed(f"it claims an alignment of {alignment}")
        spans = sorted(self._tensor() for _ in range(tensors))
        start = -(-self._file.tell() // alignment) * alignment
        place = 0
        for begin, length, name in spans:
            if begin % alignment or begin < place or start + begin + length > self._size:
                yield Fault("tensors must lie in the file without overlaps", name, "Convert it again from its source.")
                return
            place = begin + length

    def _tensor(self) -> tuple[int, int, str]:
        name, sides = self._text().decode("utf-8", "replace"), self._number(4)
        if sides > 4:
            raise Malformed(f"{name:.80} claims {sides} dimensions")
        count = math.prod(self._number(8) for _ in range(sides))
        kind, begin = self._number(4), self._number(8)
        if kind not in _BLOCKS:
            raise Malformed(f"{name:.80} has the unknown type {kind}")
        elements, size = _BLOCKS[kind]
        if count % elements:
            raise Malformed(f"{name:.80} does not fill its blocks")
        return begin, count // elements * size, name

    def _value(self, kind: int, depth: int = 0) -> Any:
        """A number as an int (of integers), a text as bytes; of anything else only the place behind it."""
        if kind == _TEXT:
            return self._text()
        if kind == _ARRAY and depth < 4:
            inner, count = self._number(4), self._number(8)
            self._items += count
            if self._items > _MOST_ITEMS:
                raise Malformed(f"it claims {self._items:,} items")
            if inner in _SCALARS:
                self._skip(count * _SCALARS[inner])
            else:
                for _ in range(count):
                    self._value(inner, depth + 1)
            return None
        if kind not in _SCALARS:
            raise Malformed(f"an entry has the unknown type {kind}")
        return int.from_bytes(self._take(_SCALARS[kind]), "little")

    def _text(self) -> bytes:
        length = self._number(8)
        if length > _MOST_TEXT:
            raise Malformed(f"a text claims {length:,} bytes")
        return self._take(length)

    def _number(self, size: int) -> int:
        return int.from_bytes(self._take(size), "little")

    def _skip(self, count: int) -> None:
        if count > self._size - self._file.tell():
            raise Malformed("it is cut short")
        self._file.seek(count, 1)

    def _take(self, count: int) -> bytes:
        data = self._file.read(count) if count <= self._size else b""
        if len(data) < count:
            raise Malformed("it is cut short")
        return data
