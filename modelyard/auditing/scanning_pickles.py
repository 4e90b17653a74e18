"""Pickles, recognised by reading their opcodes; nothing is ever unpickled.

An unpickler obeys opcodes one by one, so one that breaks off later has already done what stands before: what counts is
whether a valid beginning imports and calls something. The stack is followed as `pickletools.dis` does.
"""

from __future__ import annotations

import contextlib
import mmap
import pickletools
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_OPCODES = 200_000
_HELD_BYTES = 1 << 12  # a longer argument is passed over: no name that is followed is so long
_CALLS = frozenset(
    {"REDUCE", "BUILD", "OBJ", "INST", "NEWOBJ", "NEWOBJ_EX", "PERSID", "BINPERSID", "EXT1", "EXT2", "EXT4"}
)
_PUTS = frozenset({"PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"})
_GETS = frozenset({"GET", "BINGET", "LONG_BINGET"})
_NAMES_SHOWN = 8
_MOST_IN_A_ROW = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Pickled:
    """`names` are what it imports; `calls` whether it would call anything; `complete` whether it reaches its end.

    `marked` says that it begins with a protocol number; `endless` that no end was met within MOST_OPCODES.
    """

    names: tuple[str, ...]
    calls: bool
    complete: bool
    marked: bool
    endless: bool

    @property
    def certain(self) -> bool:
        """Whether these bytes are a pickle that could do something, rather than text that happens to parse."""
        return self.calls or self.endless or (self.marked and (self.complete or bool(self.names)))

    @property
    def told(self) -> str:
        """What it would import, for a finding."""
        shown = ", ".join(self.names[:_NAMES_SHOWN]) + (", ..." if len(self.names) > _NAMES_SHOWN else "")
        return f"imports {shown}" if shown else "a pickle without imports"


def read_file(path: Path) -> Pickled:
    """`read` of a file, however long: a long text can stand before what a pickle does."""
    with path.open("rb") as file:
        if not file.read(1):
            return read(b"")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return read(data)


def read(data: bytes | mmap.mmap) -> Pickled:
    """What the pickle that `data` begins with would do; of no pickle, one that does nothing.

    Where others follow it at once, as in older files of PyTorch, their imports are named too.
    """
    follower, place = _Follower(), 0
    complete = False
    for number in range(_MOST_IN_A_ROW):
        length = _follow(follower, _Stream(data, place))
        complete |= number == 0 and length > 1
        place += length
        if not length or data[place : place + 1] != b"\x80":
            break
    return Pickled(
        names=tuple(dict.fromkeys(follower.names)),
        calls=follower.calls,
        complete=complete,
        marked=len(data) > 1 and data[0] == 0x80 and data[1] <= 5,
        endless=follower.count >= MOST_OPCODES,
    )


class _Long(bytes):
    """Nothing of a long argument, which says the length of all of it."""

    length = 0

    def __len__(self) -> int:
        return self.length


class _Stream:
    """What `pickletools` reads from, with no argument in memory whole."""

    def __init__(self, data: bytes | mmap.mmap, place: int) -> None:
        self._data, self._start, self._place = data, place, place

    def tell(self) -> int:
        return self._place - self._start

    def read(self, count: int) -> bytes:
        start = self._place
        self._place = min(start + count, len(self._data))
        if count <= _HELD_BYTES:
            return self._data[start : self._place]
        held = _Long()
        held.length = self._place - start
        return held

    def readline(self) -> bytes:
        start, end = self._place, self._data.find(b"\n", self._place) + 1
        self._place = end or len(self._data)
        if self._place - start <= _HELD_BYTES:
            return self._data[start : self._place]
        return self._data[start : start + 1] + b"0" + self._data[self._place - 2 : self._place]  # quotes, or a number


def _follow(follower: _Follower, data: Any) -> int:
    """Obey one pickle's opcodes; its length, or 0 where it breaks off."""
    # Where it fails an unpickler would stop, too: what it did before counts.
    failures = (ValueError, IndexError, KeyError, OverflowError, struct.error)
    with contextlib.suppress(*failures), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of odd escapes in what is a text
        for opcode, argument, place in pickletools.genops(data):
            follower.obey(opcode, argument)
            if opcode.name == "STOP":
                return int(place or 0) + 1
            if follower.count >= MOST_OPCODES:
                break
    return 0


class _Follower:
    """The unpickler's stack and memo as far as names need it: texts as they are, everything else by its kind."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.calls = False
        self.count = 0
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def obey(self, opcode: Any, argument: Any) -> None:
        """One opcode. Raises: ValueError or IndexError where an unpickler would fail."""
        self.count += 1
        name = opcode.name
        if name == "STACK_GLOBAL":
            self.names.append(".".join(str(part) for part in self._stack[-2:]))
        elif name in ("GLOBAL", "INST"):
            self.names.append(str(argument).replace(" ", "."))
        if name in _PUTS:
            key = len(self._memo) if name == "MEMOIZE" else int(argument)
            self._memo[key] = self._stack[-1]
            return
        if name in _GETS:
            self._stack.append(self._memo[int(argument)])
            return
        self._pop(opcode.stack_before)
        self.calls |= name in _CALLS
        for kind in opcode.stack_after:
            self._stack.append(argument if isinstance(argument, str) and len(opcode.stack_after) == 1 else kind)

    def _pop(self, before: list[Any]) -> None:
        mark = pickletools.markobject
        count = len(before)
        if mark in before or (count == 1 and self._stack and self._stack[-1] is mark):
            while self._stack.pop() is not mark:  # IndexError: there is none
                pass
            count = before.index(mark) if mark in before else 0
        if count > len(self._stack):
            raise ValueError("the stack is empty")
        if count:
            del self._stack[-count:]
