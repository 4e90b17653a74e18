"""The run's events as TensorBoard files, written without any library: `tensorboard --logdir RUN/tensorboard`.

A file is a sequence of records: length (uint64), its masked CRC-32C, an Event message, its masked CRC-32C (TFRecord,
tensorflow/core/lib/io/record_writer.h). Messages are Protocol Buffers: Event and Summary of
tensorboard/compat/proto/{event,summary}.proto; the numbers below are their fields'. The library that would write them
brings 160 MB.
"""

from __future__ import annotations

import functools
import itertools
import math
import os
import struct
import time
from pathlib import Path
from typing import Any

_POLYNOMIAL = 0x82F63B78  # CRC-32C (Castagnoli), reflected
_MASK_DELTA = 0xA282EAD8
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_DT_STRING = 7
_SESSION_START = 1
# What an event's fields are called there; `step`, `model` and the like are places, not figures.
_LEFT_OUT = frozenset({"event", "time", "step", "total_steps", "model", "metric", "best", "text"})


class Board:
    """A listener of a run's events (`run.subscribe(Board(run.path / "tensorboard"))`): one folder for each model.

    Every process writes files of its own. What a kill undid and a resumed run repeats replaces the points it had
    written: a file begins with the step that it goes on from.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._files: dict[str, _File] = {}

    def __call__(self, record: dict[str, Any]) -> None:
        """Write the scalars of one event, or the text of a notice."""
        kind, when = record["event"], float(record["time"])
        if kind in ("step", "validation"):
            model, step = str(record["model"]), int(record["step"])
            values = {f"{kind}/{name}": value for name, value in record.items() if name not in _LEFT_OUT}
            if kind == "validation" and "value" in record:
                values[f"validation/{record['metric']}"] = values.pop("validation/value")
            self._file(model, step, when).scalars(values, step, when)
        elif kind == "notice" and "step" in record and "model" in record:
            step = int(record["step"])
            self._file(str(record["model"]), step, when).text("notices", str(record["text"]), step, when)

    def close(self) -> None:
        """Close the files. Every event was flushed when it was written."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def _file(self, model: str, step: int, when: float) -> _File:
        if model not in self._files:
            folder = self._directory / model
            folder.mkdir(parents=True, exist_ok=True)
            # Readers take files in the order of their names.
            for number in itertools.count():
                name = f"events.out.tfevents.{int(time.time()):010d}.modelyard.{os.getpid()}.{number}"
                if not (folder / name).exists():
                    break
            self._files[model] = _File(folder / name, step, when)
        return self._files[model]


class _File:
    def __init__(self, path: Path, step: int, when: float) -> None:
        self._file = path.open("ab")
        self._write(_double(1, when) + _bytes(3, b"brain.Event:2"))
        # A session that starts at a step ends what earlier files say of it and of later ones.
        self._write(_double(1, when) + _number(2, step) + _bytes(7, _number(1, _SESSION_START)))

    def scalars(self, values: dict[str, Any], step: int, when: float) -> None:
        """Those that are numbers; NaN and infinity are figures too."""
        summary = b"".join(
            _bytes(1, _bytes(1, name.encode()) + _float(2, float(value)))
            for name, value in values.items()
            if isinstance(value, (int, float)) and not isinstance(value, bool)
        )
        if summary:
            self._write(_double(1, when) + _number(2, step) + _bytes(5, summary))

    def text(self, tag: str, text: str, step: int, when: float) -> None:
        """A line of the text dashboard: a tensor of one string, marked for that plug-in."""
        metadata = _bytes(1, _bytes(1, b"text"))
        tensor = _number(1, _DT_STRING) + _bytes(2, _bytes(2, _number(1, 1))) + _bytes(8, text.encode())
        value = _bytes(1, tag.encode()) + _bytes(9, metadata) + _bytes(8, tensor)
        self._write(_double(1, when) + _number(2, step) + _bytes(5, _bytes(1, value)))

    def close(self) -> None:
        self._file.close()

    def _write(self, event: bytes) -> None:
        length = struct.pack("<Q", len(event))
        # In one piece: a reader that looks at this instant sees whole records, or the beginning of the last one.
        self._file.write(length + _checksum(length) + event + _checksum(event))
        self._file.flush()


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1  # a negative number is its two's complement
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3 | _VARINT) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | _BYTES) + _varint(len(value)) + value


def _double(field: int, value: float) -> bytes:
    return _varint(field << 3 | _FIXED64) + struct.pack("<d", value)


def _float(field: int, value: float) -> bytes:
    try:
        packed = struct.pack("<f", value)
    except OverflowError:  # beyond float32
        packed = struct.pack("<f", math.copysign(math.inf, value))
    return _varint(field << 3 | _FIXED32) + packed


@functools.cache
def _table() -> list[int]:
    found = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (_POLYNOMIAL if byte & 1 else 0)
        found.append(byte)
    return found


def crc32c(data: bytes) -> int:
    """The Castagnoli checksum. Source: RFC 3720, appendix B.4."""
    crc, table = 0xFFFFFFFF, _table()
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def _checksum(data: bytes) -> bytes:
    crc = crc32c(data)
    return struct.pack("<I", ((crc >> 15 | crc << 17) + _MASK_DELTA) & 0xFFFFFFFF)
