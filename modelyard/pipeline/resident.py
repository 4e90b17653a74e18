"""What the process of a run has resident: its peak, and handing back what a stage freed."""

from __future__ import annotations

import resource
import sys


def hand_back() -> None:
    """Hand what a stage freed back to the system, so that the next one does not stand on top of it.

    glibc keeps the freed blocks: after evaluating a classifier of 7,765 hotel reviews 190 MB of n-grams stayed, and
    the examination that followed made the peak of the run.
    """
    if "torch" in sys.modules:
        from modelyard.training import memory

        memory.hand_back()


def peak_bytes() -> int:
    """The most that this process had of the memory that it computed in: its GPU's where it used one, else resident."""
    if "torch" in sys.modules:  # a GPU was used by PyTorch or by nothing
        from modelyard.training import device

        if held := device.peak_bytes():
            return held
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
