"""What a network computes and holds, as data: enough to count its parameters, operations and bytes without building it.

A family states it in `architecture(config, spec, outputs)`; `planning` turns it into seconds, bytes and money. A
*position* is what a block computes once: a token, a pixel of a feature map, a row of a table.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """A matrix product at every position: y [n] = x [k] W [k, n], `count` of them alike.

    `share` is the part of the positions that pass through each (a routed expert: experts per token / experts).
    `weights` is false where both factors are activations; attention's own are in `Attention`. `name` is the module's
    within its layer (`self_attn.q_proj`), where it is a linear map that can get an adapter; `frozen` weights take no
    gradient.
    """

    k: int
    n: int
    count: int = 1
    share: float = 1.0
    weights: bool = True
    name: str = ""
    frozen: bool = False

    @property
    def flops(self) -> float:
        """Floating-point operations a position, forward; a multiplication and an addition are two."""
        return 2.0 * self.k * self.n * self.count * self.share


@dataclass(frozen=True, kw_only=True, slots=True)
class Attention:
    """Softmax attention of a block: query heads, heads of keys and values, width of a head.

    `window` bounds how many positions one sees (None: all of the sequence); `context` is the length of another
    sequence that is attended to (cross-attention), None for the block's own. `latent` numbers a position are cached
    where keys and values are made from them anew.
    """

    heads: int
    kv_heads: int
    head_width: int
    causal: bool
    window: int | None = None
    context: int | None = None
    latent: int | None = None

    def seen(self, positions: int) -> int:
        """How many positions one query is multiplied with, no mask counted (what a plain kernel computes)."""
        length = positions if self.context is None else self.context
        return min(length, self.window) if self.window else length

    def flops(self, positions: int, *, masked: bool = False) -> float:
        """Operations a query position, forward, of both products; `masked`: what a causal mask leaves out is spared."""
        full = 4.0 * self.heads * self.head_width * self.seen(positions)
        return full / 2 if masked and self.causal and self.window is None else full

    @property
    def kv_width(self) -> int:
        """Values that the cache of generation holds a position."""
        return 2 * self.kv_heads * self.head_width if self.latent is None else self.latent


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What a block keeps of a position for its backward pass, in numbers (not bytes).

    `values` in the compute precision, `floats` in float32 whatever the precision, `flags` of one byte (masks), `stream`
    of what layers hand on: float32 under automatic mixed precision, else in the compute precision. `whole` of the
    `values` are not split by tensor parallelism alone (nor are stream and flags). Attention's scores are not here: they
    depend on the kernel.
    """

    values: float
    floats: float = 0.0
    flags: float = 0.0
    stream: float = 0.0
    whole: float = 0.0

    def __add__(self, other: Kept) -> Kept:
        """Both."""
        return Kept(
            values=self.values + other.values,
            floats=self.floats + other.floats,
            flags=self.flags + other.flags,
            stream=self.stream + other.stream,
            whole=self.whole + other.whole,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """Part of a block's kept values that only the gradients of some weights need: of the maps of these `names`.

    Without names it is a normalisation's weight that needs it, where operations run one by one.
    """

    names: tuple[str, ...]
    values: float
    whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A run of operations that a network repeats.

    `parameters` of one of them, exactly; `positions` where they differ from the example's (1: once an example, for a
    pooled head). `handed_on` is the width that goes to the next block, and what recomputation keeps. `recurrent`: the
    positions follow one another, so that products are as small as the batch. Of products with another block's weights
    (a tied output matrix) `parameters` counts none. `kept` is what fused kernels need; operations run one by one keep
    `unfused` beside it.
    """

    name: str
    repeats: int = 1
    parameters: int
    products: tuple[Product, ...] = ()
    attention: Attention | None = None
    kept: Kept = Kept(values=0.0)
    unfused: Kept = Kept(values=0.0)
    inputs: tuple[Input, ...] = ()  # the part of both that frozen weights do not need
    handed_on: int = 0
    positions: int | None = None
    recurrent: bool = False
    recomputable: bool = False
    elementwise: float = 0.0  # values read and written a position by operations that are no products, forward
    trained: int | None = None  # parameters that a step changes; all where None (adapters: the adapter's)
    quantised_bits: float | None = None  # of the frozen weights of its products; what else it has stays as it is

    def flops(self, positions: int, *, masked: bool = False) -> float:
        """Forward operations an example of so many positions, of all the repeats."""
        here = positions if self.positions is None else self.positions
        of_one = sum(product.flops for product in self.products)
        if self.attention is not None:
            of_one += self.attention.flops(here, masked=masked)
        return self.repeats * of_one * here


@dataclass(frozen=True, kw_only=True, slots=True)
class Architecture:
    """A network: its blocks in order. `logits` is the width of the output at every position that has one.

    `buffers` are numbers that are stored and not trained. `chunked_loss`: the logits are never held whole. Of our own
    training: `recomputes`, whether it can compute the layers anew in the backward pass; `dealt`, what the number of
    devices that share each matrix must divide, 0 where weights are not dealt out over devices at all.
    """

    name: str
    blocks: tuple[Block, ...]
    logits: int
    chunked_loss: bool = False
    buffers: int = 0
    recomputes: bool = False
    dealt: int = 0

    @property
    def parameters(self) -> int:
        """All of them, shared ones once: what `sum(p.numel() for p in module.parameters())` gives."""
        return sum(block.repeats * block.parameters for block in self.blocks)

    @property
    def trained(self) -> int:
        """Those that a training step changes."""
        return sum(
            block.repeats * (block.parameters if block.trained is None else block.trained) for block in self.blocks
        )

    def forward_flops(self, positions: int, *, masked: bool = False) -> float:
        """Operations of one example of so many positions, forward."""
        return math.fsum(block.flops(positions, masked=masked) for block in self.blocks)

    def cache_values(self, positions: int) -> int:
        """Numbers that generation keeps of a sequence of so many positions (keys and values of every layer)."""
        total = 0
        for block in self.blocks:
            if block.attention is not None:
                held = min(positions, block.attention.window or positions)
                total += block.repeats * block.attention.kv_width * held
        return total
