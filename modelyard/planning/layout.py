"""How a step is laid out: data, sharded, tensor, sequence, pipeline, context and expert parallelism."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from modelyard.core.architecture import Architecture, Block
from modelyard.core.errors import RecipeError

Recompute = Literal["none", "selective", "full"]
RECOMPUTE: tuple[Recompute, ...] = ("none", "selective", "full")
ZERO = (0, 1, 2, 3)


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Degrees of parallelism; their product is the number of devices.

    `zero`: what the data-parallel devices share out: 0 nothing, 1 the optimizer's state, 2 gradients too, 3 weights
    too (FSDP); `shard` of them hold one model together (all where None), beside replicas of it. `sequence`: the
    parts that tensor parallelism leaves whole are split by position (Korthikanti et al. 2022). `interleave`:
    pipeline stages a device holds. `expert` devices of the data-parallel ones share the experts. `micro_batch`:
    sequences a device computes at once. `recompute`: `selective` repeats attention's scores in the backward pass,
    `full` every recomputable block.
    Raises: RecipeError naming the field.
    """

    data: int = 1
    zero: int = 0
    shard: int | None = None
    tensor: int = 1
    sequence: bool = False
    pipeline: int = 1
    interleave: int = 1
    context: int = 1
    expert: int = 1
    micro_batch: int = 1
    recompute: Recompute = "none"

    def __post_init__(self) -> None:
        for name in ("data", "tensor", "pipeline", "interleave", "context", "expert", "micro_batch"):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise _error(name, "must be a whole number >= 1", value)
        if self.zero not in ZERO:
            raise _error("zero", f"must be one of {', '.join(map(str, ZERO))}", self.zero)
        if self.shard is not None and (self.zero == 0 or self.shard < 1 or self.replicas % self.shard):
            rule = f"must divide the {self.replicas} devices that share weights out, and needs zero >= 1"
            raise _error("shard", rule, self.shard, "Leave it out")
        if self.recompute not in RECOMPUTE:
            raise _error("recompute", f"must be one of {', '.join(RECOMPUTE)}", self.recompute)
        if self.interleave > 1 and self.pipeline == 1:
            raise _error("interleave", "needs pipeline > 1", self.interleave, "Set it to 1")

    @property
    def devices(self) -> int:
        """How many devices it takes."""
        return self.data * self.tensor * self.pipeline * self.context

    @property
    def replicas(self) -> int:
        """Devices that hold the same weights and so can share them out (ZeRO, FSDP): data and context parallel."""
        return self.data * self.context

    @property
    def together(self) -> int:
        """Of those, how many hold one model together where they share it out."""
        return self.shard or self.replicas

    def micro_batches(self, sequences: int) -> int:
        """How many micro-batches each device computes in a step of so many sequences; at least one."""
        return max(1, math.ceil(sequences / (self.data * self.micro_batch)))

    def check(self, architecture: Architecture, *, positions: int | None = None, sequences: int | None = None) -> None:
        """Refuses a layout that does not divide the network, the length or the batch.

        Raises: RecipeError naming the field.
        """
        body = _body(architecture)
        layers = sum(block.repeats for block in body)
        for block in body:
            self._check_block(block)
        stages = self.pipeline * self.interleave
        if self.pipeline > 1 and stages > max(layers, 1):
            remedy = f"At most {layers} stages"
            raise _error("pipeline", f"times interleave must be <= the {layers} layers", stages, remedy)
        experts = max((product.count for block in body for product in block.products if product.share < 1), default=1)
        if self.expert > 1 and (experts == 1 or experts % self.expert):
            rule = f"must divide the {experts} experts" if experts > 1 else "needs a network with experts"
            raise _error("expert", rule, self.expert, "Set it to 1")
        if self.expert > 1 and self.replicas * self.tensor % self.expert:
            raise _error("expert", f"must divide data x context x tensor = {self.replicas * self.tensor}", self.expert)
        if positions is not None and positions % (2 * self.context if self.context > 1 else 1):
            raise _error("context", f"times two must divide the {positions} positions", self.context)
        if sequences is not None and sequences % (self.data * self.micro_batch):
            field = "data" if sequences % self.data else "micro_batch"
            rule = f"must divide the batch of {sequences} sequences"
            rule += "" if field == "data" else f" over data = {self.data}"
            raise _error(field, rule, getattr(self, field), f"Nearest batch: {self._nearest(sequences)}")

    def _check_block(self, block: Block) -> None:
        if self.tensor == 1:
            return
        if block.attention is not None and block.attention.heads % self.tensor:
            heads = block.attention.heads
            raise _error("tensor", f"must divide the {heads} attention heads", self.tensor, _divisors(heads))
        for product in block.products:
            if max(product.n, product.k) % self.tensor:
                wide = max(product.n, product.k)
                raise _error("tensor", f"must divide the width {wide} of {block.name}", self.tensor, _divisors(wide))

    def _nearest(self, sequences: int) -> int:
        unit = self.data * self.micro_batch
        return max(1, round(sequences / unit)) * unit


def _body(architecture: Architecture) -> list[Block]:
    """The repeated blocks: what tensor and pipeline parallelism split."""
    repeated = [block for block in architecture.blocks if block.recomputable or block.attention is not None]
    return repeated or [block for block in architecture.blocks if block.repeats > 1]


def _divisors(number: int) -> str:
    return f"Divisors up to 64: {', '.join(str(one) for one in range(1, 65) if number % one == 0)}"


def _error(field: str, rule: str, got: object, remedy: str = "") -> RecipeError:
    return RecipeError(rule, where=f"layout.{field}", got=got, remedy=remedy)
