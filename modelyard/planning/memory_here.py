"""What a training process on processors holds at its peak, in bytes by part: our own engine, as it is written.

Weights, their gradients and the optimizer's averages are float32. In bfloat16 every matrix of the layers has a copy
from the forward pass to the backward, and the residual stream stays float32. Freed memory is kept for the next step
(`training.memory`), so that the resident peak is the heap's, with what is lost between blocks. Source:
benchmarks/memory.py compares each figure with the kernel's.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from modelyard.core.architecture import Architecture, Block, Kept
from modelyard.planning.memory import STATES, Bytes

Attention = Literal["eager", "sdpa"]
BLOCK = 128  # queries of one block of plain causal attention (models/_decoder_kernels.py)
CHUNK_TOKENS = 2048  # of the loss (models/_linear_cross_entropy.py)
# Numbers that the heap holds of each one that an adapted map gives: 2.6 in bfloat16, 2.5 in float32, 2.2 where layers
# are computed again. A rule of thumb from three cases (benchmarks/memory.py), not a count.
ADAPTER_RESULTS = 2.5
OWN = frozenset({"llama", "qwen3", "modernbert"})  # definitions that are computed by kernels of our own
# A process that has imported torch and transformers and run one product, measured by benchmarks/memory.py.
PROCESS_BYTES = 0.56e9


def of(
    architecture: Architecture,
    *,
    positions: int,
    examples: int,
    precision: str = "fp32",
    optimizer: str = "adamw",
    recompute: bool = False,
    attention: Attention = "eager",
    validated: bool = True,
    averaged: bool = False,
    process_bytes: float = PROCESS_BYTES,
) -> Bytes:
    """The resident peak of a process that trains on batches of `examples` of `positions` each.

    `validated`: the best weights so far are kept beside the last; `averaged`: so is their average (train.ema).
    """
    step = heap(
        architecture,
        positions=positions,
        examples=examples,
        precision=precision,
        recompute=recompute,
        attention=attention,
    )
    trained = float(architecture.trained)
    parts = {
        "weights": 4.0 * (architecture.parameters + architecture.buffers),
        "optimizer state": 4.0 * STATES[optimizer] * trained,
        "best and averaged weights": 4.0 * trained * (validated + averaged),
    }
    return Bytes(parts={**parts, **step, "process": process_bytes})


def heap(
    architecture: Architecture,
    *,
    positions: int,
    examples: int,
    precision: str = "fp32",
    recompute: bool = False,
    attention: Attention = "eager",
) -> dict[str, float]:
    """Bytes that a step takes of the heap, by part, beside the weights and the optimizer's averages.

    `activations` and `weight copies` are what the forward pass leaves for the backward pass.
    """
    return _Step(
        architecture=architecture,
        positions=positions,
        examples=examples,
        low=2.0 if precision in ("bf16", "fp16") else 4.0,
        recompute=recompute,
        attention=attention,
    ).heap()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Step:
    """One training step, by what it holds beside the weights and their states."""

    architecture: Architecture
    positions: int
    examples: int
    low: float
    recompute: bool
    attention: Attention

    def heap(self) -> dict[str, float]:
        """By part. Their sum is the peak, not their largest moment.

        What the loss freed is not found again by the layers' backward pass, nor that by the gradients: blocks of other
        sizes lie between (benchmarks/memory.py).
        """
        layers = self._repeated(lambda block: block.recomputable)
        rest = self._repeated(lambda block: not block.recomputable)
        kept = sum(self._activations(block) * times for block, times in rest)
        copies = sum(self._copies(block) * times for block, times in rest)
        again = 0.0
        if self.recompute:
            kept += sum(4.0 * self._tokens(block) * block.handed_on * times for block, times in layers)
            again = max((self._activations(block) + self._copies(block) for block, _ in layers), default=0.0)
        else:
            kept += sum(self._activations(block) * times for block, times in layers)
            copies += sum(self._copies(block) * times for block, times in layers)
        table, head = self.architecture.blocks[0], self._head()
        tied = head is not None and table.trained is None  # the head's gradient comes beside the table's
        return {
            "activations": kept,
            "weight copies": copies,
            "loss": self._loss(head),
            "gradients": 4.0 * self.architecture.trained + (4.0 * table.parameters if tied else 0.0),
            "adapters' results": self._of_adapters(),
            "working space": again + max((self._working(block) for block, _ in layers or rest), default=0.0),
        }

    def _of_adapters(self) -> float:
        """What peft makes beside an adapted map's own result, and the heap does not find again, recomputed or not."""
        found = 0.0
        for block in self.architecture.blocks:
            added = [product for product in block.products if not product.frozen] if block.trained else []
            results = sum(product.n * product.count for product in added[1::2])  # of pairs: A, then B
            found += ADAPTER_RESULTS * self.low * results * self._tokens(block) * block.repeats
        return found

    def _repeated(self, chosen: Callable[[Block], bool]) -> list[tuple[Block, int]]:
        return [(block, block.repeats) for block in self.architecture.blocks if chosen(block)]

    def _tokens(self, block: Block) -> float:
        return float(self.examples * (block.positions or self.positions))

    def _activations(self, block: Block) -> float:
        """Of one repeat. Dropout keeps its mask as numbers of the input's kind."""
        kept: Kept = block.kept
        values = kept.values + kept.flags
        if self._head() is not None and not block.products and block.attention is None:
            values -= kept.values  # what the loss reads: it is counted there
        of_norms = sum(one.values for one in block.inputs if not one.names)
        floats = kept.floats
        if self.architecture.name in OWN:
            values += block.unfused.values - of_norms  # a gate keeps its activation's result
        else:
            values += block.unfused.values
            floats += block.unfused.floats if self.low < 4 else 0.0
        if block.attention is not None:
            values += self._of_attention(block)
        return (values * self.low + floats * 4.0 + kept.stream * 4.0) * self._tokens(block)

    def _of_attention(self, block: Block) -> float:
        """Numbers a position, beside queries, keys, values and what they are mixed to."""
        attention = block.attention
        assert attention is not None
        length = block.positions or self.positions
        wide = attention.heads * attention.head_width
        if self.architecture.name == "modernbert":  # turned queries and keys stand beside the projection they are of
            return 2.0 * wide + (attention.heads * length if self.attention == "eager" else wide)
        if self.attention == "sdpa" or self.architecture.name not in OWN:
            # Mixed values in both orders; and the values are a part of one projection, whose queries and keys stay too.
            joined = self.architecture.name in OWN and block.trained is None
            return float(wide) + joined * float(wide + attention.kv_heads * attention.head_width)
        seen = sum(
            (min(start + BLOCK, length) - start) * min(start + BLOCK, length) for start in range(0, length, BLOCK)
        )
        return attention.heads * seen / length

    def _copies(self, block: Block) -> float:
        """Bytes of a repeat's matrices in bfloat16."""
        if self.low == 4.0 or block is self._head():
            return 0.0
        return self.low * sum(p.k * p.n * p.count for p in block.products if p.weights)

    def _working(self, block: Block) -> float:
        """Gradients that stand beside a layer's activations while it goes backward."""
        widest = max((p.n * p.share * p.count for p in block.products), default=0.0)
        return 4.0 * widest * self.low * self._tokens(block)

    def _head(self) -> Block | None:
        last = self.architecture.blocks[-1]
        return last if self.architecture.chunked_loss else None

    def _loss(self, head: Block | None) -> float:
        """Bytes at its peak (_linear_cross_entropy)."""
        if head is None:
            return 12.0 * self._tokens(self.architecture.blocks[-1]) * self.architecture.logits
        low, tokens = self.low, self._tokens(head)
        product = head.products[-1]
        matrix, rows = float(product.k * product.n), min(tokens, CHUNK_TOKENS)
        logits, chunks = rows * product.n, math.ceil(tokens / CHUNK_TOKENS)
        gradient = low * matrix * (head.trained is None)
        # Logits in float32 and what their logarithm of sums needs beside them; then the slope in the compute precision,
        # the chunk's gradient of the head and the sum of those before. Beside both: what is read, and its gradient.
        first = logits * 8.0 + gradient * (chunks > 1)
        second = logits * low + gradient * (2 if chunks > 1 else 1)
        copy = low * matrix if low < 4 else 0.0
        return copy + 2 * low * tokens * product.k + max(first, second)
