"""What a device holds in a training step and while it answers, in bytes by part.

Sources: Rajbhandari et al. 2020, "ZeRO", section 3 (states of parameters); Korthikanti et al. 2022, "Reducing
activation recomputation in large Transformer models", sections 4 and 5 (activations); Dettmers et al. 2023, "QLoRA",
section 3 (quantised weights).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from modelyard.core.architecture import Architecture, Block
from modelyard.core.errors import RecipeError
from modelyard.planning.layout import Layout

Precision = Literal["fp32", "bf16", "fp16", "fp8"]
Offloaded = Literal["optimizer", "activations", "weights"]
# Numbers of state a trained parameter, and bytes each where they are not float32's (or, pure, the weights').
STATES = {"adamw": 2, "adam": 2, "momentum": 1, "adagrad": 1, "rmsprop": 1, "muon": 1, "sgd": 0, "adafactor": 0}
EIGHT_BIT = 2 * (1 + 4 / 256)  # of Adam: two numbers of a byte, a float32 scale each 256 (Dettmers et al. 2021)
NF4_BITS, NF4_DOUBLE_BITS = 4 + 32 / 64, 4 + 8 / 64 + 32 / (64 * 256)  # QLoRA, section 3: blocks of 64, then of 256
# Of a logit, where the loss reads them whole: as computed, as float32, its log-softmax, and the gradients of the last
# two; fused kernels spare one copy in the compute precision.
LOGIT_COPIES = 3
CONTEXT_BYTES = 0.75e9  # a CUDA context with its libraries' kernels and workspaces
FRAGMENTED = 0.05  # of what comes and goes: lost between blocks of the allocator


@dataclass(frozen=True, kw_only=True, slots=True)
class Bytes:
    """A device's peak, by part; `parts` sum to `total`."""

    parts: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """All of it."""
        return math.fsum(self.parts.values())


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


def numbers(
    precision: str, *, pure: bool = False, optimizer: str = "adamw", kept: Literal["copies", "master"] = "master"
) -> Numbers:
    """Bytes a parameter of a kind of training.

    Mixed precision keeps float32 weights beside a step's copies (`copies`: autocast, FSDP), or low-precision weights
    beside a float32 master (`master`: Megatron, DeepSpeed); gradients are summed in float32 in both. `pure`: everything
    is in the compute precision. Raises: RecipeError for an unknown optimizer.
    """
    low = 4.0 if precision == "fp32" else 2.0
    wide = low if pure else 4.0
    if optimizer in ("adamw-8bit", "adam-8bit"):
        state = EIGHT_BIT
    elif optimizer in STATES:
        state = STATES[optimizer] * wide
    else:
        names = [*STATES, "adamw-8bit"]
        raise RecipeError(
            "is no known optimizer", where="optimizer", got=optimizer, remedy=f"One of {', '.join(names)}."
        )
    if pure or precision == "fp32":
        return Numbers(weights=low, gradients=low, state=state)
    if kept == "copies":
        return Numbers(weights=4.0, gradients=4.0, state=state, copies=low)
    return Numbers(weights=low, gradients=4.0, master=4.0, state=state)


def of(
    architecture: Architecture,
    layout: Layout,
    *,
    positions: int,
    examples: float | None = None,
    precision: str = "bf16",
    pure: bool = False,
    optimizer: str = "adamw",
    accumulated: bool = False,
    attention: Literal["fused", "plain"] = "fused",
    fused: bool = True,
    chunk_tokens: int | None = None,
    in_backward: bool = False,
    offloaded: Sequence[Offloaded] = (),
    per_parameter: Numbers | None = None,
    overhead: bool = True,
) -> Bytes:
    """The peak of the fullest device in a training step of micro-batches of `examples` (the layout's) of `positions`.

    `recompute` and degrees of parallelism are the layout's. `accumulated`: gradients outlive a micro-batch. `attention`
    plain keeps its scores. `fused`: normalisations and gates are single kernels. `chunk_tokens`: the loss is computed
    for so many tokens at a time (a decoder of ours: 2,048). `in_backward`: each gradient is applied and freed at once.
    `overhead`: with the context of the device and what the allocator loses, else what tensors take.
    Raises: RecipeError for a size or an optimizer that is none.
    """
    examples = float(layout.micro_batch if examples is None else examples)
    for name, value in (("positions", positions), ("examples", examples)):
        if not value > 0:
            raise RecipeError("must be > 0", where=name, got=value)
    if per_parameter is None:
        split = layout.tensor > 1 or layout.pipeline > 1 or layout.zero in (1, 2)
        per_parameter = numbers(precision, pure=pure, optimizer=optimizer, kept="master" if split else "copies")
    counted = _Counted(
        layout=layout,
        positions=positions,
        examples=examples,
        low=4.0 if precision == "fp32" else 2.0,
        # Autocast adds float32 to bfloat16; FSDP casts what it gathers, and the stream with it.
        stream=per_parameter.weights
        if per_parameter.copies and layout.zero < 3
        else 4.0
        if precision == "fp32"
        else 2.0,
        plain=attention == "plain",
        fused=fused,
        chunk_tokens=chunk_tokens if chunk_tokens is not None else 2048 if architecture.chunked_loss else None,
    )
    stages = [
        _stage(
            architecture, blocks, counted, per_parameter, accumulated=accumulated, in_backward=in_backward, first=first
        )
        for first, blocks in _stages(architecture, layout)
    ]
    for parts in stages:
        for part in offloaded:
            names = {"optimizer": ("optimizer state", "master weights"), "activations": ("layer inputs",)}
            for name in names.get(part, ("weights",)):
                parts[name] = 0.0
    fullest = max(stages, key=lambda parts: math.fsum(parts.values()))
    if overhead:
        moving = sum(fullest[name] for name in ("layer inputs", "activations", "logits and loss", "working space"))
        fullest["framework"] = CONTEXT_BYTES + FRAGMENTED * moving
    return Bytes(parts=fullest)


def inference(
    architecture: Architecture,
    *,
    positions: int,
    examples: float = 1,
    bits: float = 16,
    cache_bits: float = 16,
    tensor: int = 1,
    overhead: bool = True,
) -> Bytes:
    """What a device holds that answers `examples` sequences of so many positions at once; `bits` of a body's weight.

    Embeddings and the output matrix stay in 16 bits where the rest has fewer.
    """
    body = sum(block.repeats * _matrices(block) for block in architecture.blocks if block.recomputable)
    rest = architecture.parameters - body
    width = max((block.handed_on for block in architecture.blocks if block.recomputable), default=0)
    widest = max((p.n for block in architecture.blocks for p in block.products if block.recomputable), default=0)
    parts = {
        "weights": (body * bits + rest * max(bits, min(16.0, bits * 4))) / 8 / tensor,
        "key-value cache": examples * architecture.cache_values(positions) * cache_bits / 8 / tensor,
        "working space": 2.0 * examples * (width + widest) + 4.0 * examples * architecture.logits,
    }
    if overhead:
        parts["framework"] = CONTEXT_BYTES
    return Bytes(parts=parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Counted:
    """What the bytes of a kept number depend on."""

    layout: Layout
    positions: int
    examples: float
    low: float
    stream: float
    plain: bool
    fused: bool
    chunk_tokens: int | None

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
        """Bytes of the gradients that stand beside a block's activations while it goes backward."""
        widest = max((p.n * p.share * p.count for p in block.products), default=0.0)
        return self.tokens(block) * 3 * widest * self.low / self.layout.tensor

    def loss(self, architecture: Architecture) -> float:
        """Bytes of the logits and what is made of them."""
        last = architecture.blocks[-1]
        tokens = self.tokens(last)
        if last.positions is None and self.chunk_tokens is not None:
            tokens = min(tokens, self.chunk_tokens)
        copies = 4.0 * LOGIT_COPIES + (self.low if self.fused else 2 * self.low)
        return tokens * architecture.logits * copies / self.layout.tensor


def _stage(
    architecture: Architecture,
    blocks: Sequence[tuple[Block, float]],
    counted: _Counted,
    per: Numbers,
    *,
    accumulated: bool,
    in_backward: bool,
    first: bool,
) -> dict[str, float]:
    """The parts of one pipeline stage's peak: at the loss, or in the last layer's backward pass."""
    layout = counted.layout
    shared = [layout.replicas if layout.zero >= stage else 1 for stage in (1, 2, 3)]
    held = _held(blocks, layout, per)
    trained = sum(_trained(block, layout) * times for block, times in blocks)
    # Of weights that are shared out, the gathered ones of two blocks stand beside: the one computed and the next.
    largest = max((_held([(block, 1.0)], layout, per) for block, _ in blocks if block.recomputable), default=0.0)
    low = per.copies or per.weights
    parts = {
        "weights": held / shared[2],
        "weight copies": trained * per.copies if layout.zero < 3 else 2 * largest / per.weights * low,
        "gradients": 0.0,
        "master weights": trained * per.master / shared[0],
        "optimizer state": trained * per.state / shared[0],
    }
    if layout.zero == 3 and not per.copies:
        parts["weight copies"] = 2 * largest * (1 - 1 / shared[2])
    flight = _in_flight(layout, first=first)
    kept = streams = 0.0
    layers = [block for block, _ in blocks if block.recomputable]
    for block, times in blocks:
        if block.recomputable and layout.recompute == "full":
            streams += counted.handed_on(block) * times * flight
        else:
            kept += counted.activations(block) * times * flight
    last_layer = max((counted.activations(block) for block in layers), default=0.0)
    working = max((counted.working(block) for block, _ in blocks), default=0.0)
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


def _held(blocks: Sequence[tuple[Block, float]], layout: Layout, per: Numbers) -> float:
    """Bytes of the weights of a stage, whole on one device of those that share them."""
    total = 0.0
    for block, times in blocks:
        matrices = _matrices(block)
        routed = _routed(block)
        frozen = _frozen_matrices(block) if block.quantised_bits is not None else 0.0
        rest = block.parameters - frozen - routed
        bytes_ = (rest + routed / layout.expert) * per.weights / layout.tensor
        if block.quantised_bits is not None:
            bytes_ += frozen * block.quantised_bits / 8 / layout.tensor
        assert matrices >= routed
        total += bytes_ * times
    return total


def _trained(block: Block, layout: Layout) -> float:
    """A block's trained parameters on one device."""
    if block.trained is not None:
        return block.trained / layout.tensor
    routed = _routed(block)
    return (block.parameters - routed + routed / layout.expert) / layout.tensor


def _matrices(block: Block) -> float:
    return min(float(block.parameters), sum(float(p.k * p.n * p.count) for p in block.products if p.weights))


def _frozen_matrices(block: Block) -> float:
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


def _stages(architecture: Architecture, layout: Layout) -> Iterator[tuple[bool, list[tuple[Block, float]]]]:
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
