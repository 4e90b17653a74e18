"""Asking for large pages changes where memory lies, never what it holds."""

from __future__ import annotations

import ctypes
import mmap
import sys

import numpy as np
import pytest

from modelyard.inference import huge_pages

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's memory in /proc")


@linux
def test_what_memory_holds_stays() -> None:
    before = huge_pages.anonymous()
    size = 16 << 20
    memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    values = np.frombuffer(memory, dtype=np.uint8)
    values[:] = np.random.default_rng(0).integers(0, 256, size, dtype=np.uint8)
    expected = values.copy()
    address = values.ctypes.data
    found = huge_pages.anonymous() - before
    assert any(start <= address and address + size <= end for start, end in found)
    taken = huge_pages.ask_for(frozenset({(address, address + size)}))
    assert taken in (0, *range(size - (4 << 20), size + 1, 2 << 20))  # 0 where the system has no such pages
    assert (values == expected).all()


def test_nothing_is_asked_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", None)
    assert huge_pages.ask_for(frozenset()) == 0
    monkeypatch.setattr(sys, "platform", "darwin")
    assert huge_pages.anonymous() == frozenset()
