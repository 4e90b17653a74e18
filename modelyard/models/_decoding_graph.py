"""A step of decoding as a CUDA graph: its hundreds of short kernels are started by one call instead of one by one."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

# Steps of one shape before a graph of it is made, which takes as long as several of them.
AFTER = 4
# A graph attends to so many positions or a multiple of it, and is made anew where sequences have grown beyond.
SPAN = 256


def span_of(longest: int, capacity: int) -> int:
    """The positions that a step attends to where the longest sequence has so many tokens."""
    return min(capacity, -(-longest // SPAN) * SPAN)


class StepGraph:
    """Replays `step` (token ids [B, 1] to logits [B, V]), which must change nothing that a second call would not."""

    def __init__(self, step: Callable[[Tensor], Tensor], ids: Tensor) -> None:
        self._ids = ids.clone()
        self._graph = torch.cuda.CUDAGraph()
        # Other threads (of a server) may use the GPU meanwhile.
        with torch.cuda.graph(self._graph, capture_error_mode="thread_local"):
            self._logits = step(self._ids)

    def __call__(self, ids: Tensor) -> Tensor:
        """The logits of a step; the next call writes over them."""
        self._ids.copy_(ids)
        self._graph.replay()
        return self._logits
