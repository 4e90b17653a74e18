"""Protocol buffers, field by field in a mapped file: memory stays bounded, and no library's parser meets a file first.

Source: Protocol Buffers documentation, "Encoding". A file made to be slow is refused within a second.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modelyard.auditing.scanning_faults import Malformed

# Parts are nodes, attributes, tensors and subgraphs. The largest exports have some tens of thousands of nodes (12,000
# of an unrolled loop; the exporters are made for 100,000) with one or two attributes each; a forest is one node with a
# field for each number of each branch.
MOST_PARTS, MOST_FIELDS = 500_000, 3_000_000
_MOST_KEY = (1 << 32) - 1
_LONGEST_TEXT, _SHORT = 4096, 4096  # bytes

Message = memoryview | bytes


def check_wire(path: Path) -> None:
    """Raises: Malformed where a file is no protocol buffer (of a sentencepiece model)."""
    for _ in Wire().fields(mapped(path), frozenset()):
        pass


def mapped(path: Path) -> memoryview:
    """The file's bytes, unmapped when nobody looks at them any more."""
    if path.stat().st_size == 0:
        raise Malformed("it is empty")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class Wire:
    """What one file may hold together."""

    def __init__(self) -> None:
        self._fields_left, self._parts_left = MOST_FIELDS, MOST_PARTS

    def fields(self, view: Message, wanted: frozenset[int]) -> Iterator[tuple[int, Any]]:
        """(number, value) of every field whose number is wanted: an int, or a view of what has a length.

        All others are walked over alike. One loop without calls: it meets every field of a file made to be slow.
        """
        place, end, left = 0, len(view), self._fields_left
        try:
            while place < end:
                left -= 1
                if left < 0:
                    raise Malformed(f"it has more than {MOST_FIELDS:,} fields")
                key = view[place]
                place += 1
                if key > 0x7F:
                    key, place = _varint(view, place - 1)
                    if key > _MOST_KEY:  # parsers in C++ cut it to 32 bits, and would see a field that is not seen here
                        raise Malformed("the number of a field is too large")
                wire, start = key & 7, place
                if wire == 2:
                    length = view[place]
                    place += 1
                    if length > 0x7F:
                        length, place = _varint(view, place - 1)
                    start, place = place, place + length
                elif wire == 0:
                    place = place + 1 if view[place] <= 0x7F else _varint(view, place)[1]
                elif wire == 5:
                    place += 4
                elif wire == 1:
                    place += 8
                else:
                    raise Malformed(f"a field has the unknown kind {wire}")
                if place > end or key < 8:
                    raise Malformed("a field reaches beyond its end")
                if key >> 3 in wanted:
                    self._fields_left = left
                    yield key >> 3, view[start:place] if wire == 2 else _varint(view, start)[0] if wire == 0 else 0
                    left = self._fields_left
        except IndexError:
            raise Malformed("a number is cut short") from None
        self._fields_left = left

    def part(self, value: Any) -> Message:
        """What has fields of its own; a short one as bytes, which are walked faster than a view of them."""
        self._parts_left -= 1
        if self._parts_left < 0:
            raise Malformed(f"it has more than {MOST_PARTS:,} nodes, attributes and tensors")
        if isinstance(value, int):
            raise Malformed("a number stands where a message is expected")
        return value if len(value) > _SHORT else bytes(value)


def _varint(view: Message, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if place >= len(view) or shift > 63:
            raise Malformed("a number is cut short")
        byte = view[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def text(value: Any) -> str:
    """A name. Raises: Malformed."""
    if isinstance(value, int):
        raise Malformed("a text is expected where a number stands")
    if len(value) > _LONGEST_TEXT:
        raise Malformed(f"a name is longer than {_LONGEST_TEXT:,} bytes")
    try:
        return bytes(value).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("a name is not UTF-8") from error
