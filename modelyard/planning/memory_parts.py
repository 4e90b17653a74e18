"""The parts of a pipeline stage's memory: weights and their states, what is kept for the backward pass, the loss."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from modelyard.core.architecture import Architecture, Block
from modelyard.planning.layout import Layout

# Of a logit, where the loss reads them whole: as computed, as float32, its log-softmax, and the gradients of the last
# two; fused kernels spare one copy in the compute precision.
LOGIT_COPIES = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers:
    """Bytes a parameter: of the weights computed with, of a trained one's gradient, master copy and optimizer state.

    `copies` of a weight in the compute precision are made for a step and kept for its backward pass.
    """

    weights: float
    gradients: float
    master: float = 0.0
    state: float = 0.0
    copies: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What the bytes of a kept number depend on."""

    layout: Layout
    positions: int
    examples: float
    low: float
    stream: float
    plain: bool
    fused: bool
    chunk_tokens: int | None
    logit_bytes: float | None
    repeated: float | None

    def tokens(self, block: Block) -> float:
        """Positions of a micro-batch on one device."""
        return self.examples * (block.positions or self.positions) / self.layout.context

    def activations(self, block: Block) -> float:
        """Bytes that one of a block's repeats keeps for its backward pass."""
        kept = block.kept if self.fused else block.kept + block.unfused
        tensor = self.layout.tensor
        whole = tensor if self.layout.sequence else 1
        found = (kept.values - kept.whole) * self.low / tensor + kept.whole * self.low / whole
        found += kept.floats * 4.0 / tensor + kept.flags / whole + kept.stream * self.stream / whole
        if block.attention is not None and self.plain and self.layout.recompute == "none":
            # The softmax's result; with dropout also its mask and what it leaves.
            dropped = 1.0 + self.low if kept.flags else 0.0
            here = block.positions or self.positions
            found += block.attention.heads * block.attention.seen(here) * (self.low + dropped) / tensor
        return found * self.tokens(block)

    def handed_on(self, block: Block) -> float:
        """Bytes of what one of a block's repeats was given."""
        whole = self.layout.tensor if self.layout.sequence else 1
        return self.tokens(block) * block.handed_on * self.stream / whole

    def working(self, block: Block) -> float:
        """Bytes of the gradients, and of an unpacked matrix, beside a block's activations while it goes backward."""
        widest = max((p.n * p.share * p.count for p in block.products), default=0.0)
        unpacked = 0.0
        if block.quantised_bits is not None:
            unpacked = max((float(p.k * p.n) for p in block.products if p.frozen), default=0.0) * self.low
        return (self.tokens(block) * 3 * widest * self.low + unpacked) / self.layout.tensor

    def loss(self, architecture: Architecture) -> float:
        """Bytes of the logits and what is made of them."""
        last = architecture.blocks[-1]
        tokens = self.tokens(last)
        if last.positions is None and self.chunk_tokens is not None:
            tokens = min(tokens, self.chunk_tokens)
        copies = 4.0 * LOGIT_COPIES + (self.low if self.fused else 2 * self.low)
        return tokens * architecture.logits * (self.logit_bytes or copies) / self.layout.tensor


def stage(
    architecture: Architecture,
    blocks: Sequence[tuple[Block, float]],
    counted: Counted,
    per: Numbers,
    *,
    accumulated: bool,
    in_backward: bool,
    first: bool,
) -> dict[str, float]:
    """The parts of one pipeline stage's peak: at the loss, or in the last layer's backward pass."""
    layout = counted.layout
    shared = [layout.together if layout.zero >= stage else 1 for stage in (1, 2, 3)]
    held = _held(blocks, layout, per)
    trained = sum(_trained(block, layout) * times for block, times in blocks)
    parts = {
        "weights": held / shared[2],
        "weight copies": trained * per.copies,
        "gradients": 0.0,
        "master weights": trained * per.master / shared[0],
        "optimizer state": trained * per.state / shared[0],
    }
    if layout.zero == 3:
        parts["weight copies"] = _gathered(blocks, counted, per)
    flight = _in_flight(layout, first=first)
    kept = streams = 0.0
    layers = [block for block, _ in blocks if block.recomputable]
    for block, times in blocks:
        if block.recomputable and layout.recompute == "full":
            streams += counted.handed_on(block) * times * flight
        else:
            share = 1.0 - (counted.repeated or 0.0) * block.recomputable
            kept += counted.activations(block) * share * times * flight
    last_layer = max((counted.activations(block) for block in layers), default=0.0)
    working = max((counted.working(block) for block in layers or [block for block, _ in blocks]), default=0.0)
    is_last = any(block is architecture.blocks[-1] for block, _ in blocks)
    loss = counted.loss(architecture) if is_last else 0.0
    gradients = trained * per.gradients / shared[1]
    again = last_layer if layout.recompute == "full" else 0.0
    parts["activations"], parts["layer inputs"] = kept, streams
    if accumulated or layout.pipeline > 1:
        parts["gradients"] = gradients
        parts["logits and loss"], parts["working space"] = loss, max(0.0, again + working - loss)
        return parts
    if in_backward:
        gradients = max((_trained(block, layout) for block, _ in blocks), default=0.0) * per.gradients
    # Three moments: at the loss all is kept and no gradient is there; in the backward pass logits are gone; at its end
    # every gradient is there and nothing is kept.
    at_end = gradients - kept - streams
    parts["logits and loss"] = loss
    parts["working space"] = max(0.0, again + working - loss)
    if at_end > loss + parts["working space"]:
        parts |= {"gradients": gradients, "activations": 0.0, "layer inputs": 0.0, "logits and loss": 0.0}
        parts["working space"] = working
    return parts


def _gathered(blocks: Sequence[tuple[Block, float]], counted: Counted, per: Numbers) -> float:
    """Bytes of shared-out weights that stand whole at the loss.

    Two layers (the one computed and the next), what is in no layer (FSDP keeps its root's), and the output matrix's
    gradient before it is summed over devices.
    """
    layout = counted.layout
    low = per.copies or per.weights
    layers = [_held([(block, 1.0)], layout, per) for block, _ in blocks if block.recomputable]
    outside = [(block, times) for block, times in blocks if not block.recomputable]
    largest_trained = max((_trained(block, layout) for block, _ in outside), default=0.0)
    whole = (2 * max(layers, default=0.0) + _held(outside, layout, per)) / per.weights * low
    return whole * (1 - 1 / layout.together) + largest_trained * low


def _held(blocks: Sequence[tuple[Block, float]], layout: Layout, per: Numbers) -> float:
    """Bytes of the weights of a stage, whole on one device of those that share them."""
    total = 0.0
    for block, times in blocks:
        routed = _routed(block)
        frozen = _frozenmatrices(block) if block.quantised_bits is not None else 0.0
        rest = block.parameters - frozen - routed
        bytes_ = (rest + routed / layout.expert) * per.weights / layout.tensor
        if block.quantised_bits is not None:
            bytes_ += frozen * block.quantised_bits / 8 / layout.tensor
        total += bytes_ * times
    return total


def _trained(block: Block, layout: Layout) -> float:
    """A block's trained parameters on one device."""
    if block.trained is not None:
        return block.trained / layout.tensor
    routed = _routed(block)
    return (block.parameters - routed + routed / layout.expert) / layout.tensor


def matrices(block: Block) -> float:
    """Parameters of one of a block's repeats that are in matrix products."""
    return min(float(block.parameters), sum(float(p.k * p.n * p.count) for p in block.products if p.weights))


def _frozenmatrices(block: Block) -> float:
    return sum(float(p.k * p.n * p.count) for p in block.products if p.weights and p.frozen)


def _routed(block: Block) -> float:
    return sum(float(p.k * p.n * p.count) for p in block.products if p.weights and p.share < 1)


def _in_flight(layout: Layout, *, first: bool) -> float:
    """Micro-batches whose activations a stage keeps at once: of the first, as many as there are stages.

    Source: Korthikanti et al. 2022, section 4.2.3: interleaved, L (1 + (p - 1) / (p m)) layers' worth.
    """
    if layout.pipeline == 1 or not first:
        return 1.0
    return layout.pipeline * (
        1 + (layout.pipeline - 1) / (layout.pipeline * layout.interleave) * (layout.interleave > 1)
    )


def stages(architecture: Architecture, layout: Layout) -> Iterator[tuple[bool, list[tuple[Block, float]]]]:
    """The first and the last stage of a pipeline, or all of the network: blocks and how often a device has them."""
    blocks = architecture.blocks
    if layout.pipeline == 1:
        yield True, [(block, float(block.repeats)) for block in blocks]
        return
    layers = sum(block.repeats for block in blocks if block.recomputable) or 1
    share = math.ceil(layers / layout.pipeline) / layers
    first_layer = next((i for i, block in enumerate(blocks) if block.recomputable), 0)
    body = [(block, block.repeats * share) for block in blocks if block.recomputable]
    yield True, [*((block, float(block.repeats)) for block in blocks[:first_layer]), *body]
    ends = [(block, float(block.repeats)) for block in blocks[first_layer:] if not block.recomputable]
    tied = architecture.blocks[-1].parameters == 0 and bool(architecture.blocks[-1].products)
    yield False, [*body, *([(blocks[0], 1.0)] if tied else []), *ends]
