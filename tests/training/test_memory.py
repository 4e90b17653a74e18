import ctypes
import resource
from pathlib import Path

import pytest
import torch

from modelyard.training import memory


def faults_of_a_round():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(4):
        torch.ones(16_000_000)  # 64 MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def resident_bytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="mallopt is glibc's")
def test_freed_memory_is_kept_within_and_handed_back_after():
    pages = 4 * 64_000_000 // resource.getpagesize()
    before = resident_bytes()
    with memory.kept():
        for _ in range(3):
            faults_of_a_round()
        assert faults_of_a_round() < 0.1 * pages
        assert resident_bytes() > before + 50_000_000
    assert resident_bytes() < before + 20_000_000


def test_memory_is_handed_back_after_an_error():
    with pytest.raises(ValueError), memory.kept():
        raise ValueError
    memory.hand_back()
