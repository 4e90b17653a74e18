"""What a device holds in a training step and while it answers, in bytes by part.

Sources: Rajbhandari et al. 2020, "ZeRO", section 3 (states of parameters); Korthikanti et al. 2022, "Reducing
activation recomputation in large Transformer models", sections 4 and 5 (activations); Dettmers et al. 2023, "QLoRA",
section 3 (quantised weights).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning.layout import Layout
from modelyard.planning.memory_parts import Counted, Numbers, matrices, stage, stages

Precision = Literal["fp32", "bf16", "fp16", "fp8"]
Offloaded = Literal["optimizer", "activations", "weights"]
# Numbers of state a trained parameter, and bytes each where they are not float32's (or, pure, the weights').
STATES = {"adamw": 2, "adam": 2, "momentum": 1, "adagrad": 1, "rmsprop": 1, "muon": 1, "sgd": 0, "adafactor": 0}
EIGHT_BIT = 2 * (1 + 4 / 256)  # of Adam: two numbers of a byte, a float32 scale each 256 (Dettmers et al. 2021)
NF4_BITS, NF4_DOUBLE_BITS = 4 + 32 / 64, 4 + 8 / 64 + 32 / (64 * 256)  # QLoRA, section 3: blocks of 64, then of 256
_OFFLOADED: dict[str, tuple[str, ...]] = {
    "optimizer": ("optimizer state", "master weights"),
    "activations": ("layer inputs",),
    "weights": ("weights", "gradients"),
}
CONTEXT_BYTES = 0.75e9  # a CUDA context with its libraries' kernels and workspaces
GROUP_BYTES = 0.5e9  # NCCL's buffers of a group of devices
FRAGMENTED = 0.05  # of what comes and goes: lost between blocks of the allocator


@dataclass(frozen=True, kw_only=True, slots=True)
class Bytes:
    """A device's peak, by part; `parts` sum to `total`."""

    parts: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """All of it."""
        return math.fsum(self.parts.values())


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
    logit_bytes: float | None = None,
    repeated: float | None = None,
    gathered: bool = False,
    in_backward: bool = False,
    offloaded: Sequence[Offloaded] = (),
    per_parameter: Numbers | None = None,
    overhead: bool = True,
    reserved: bool = False,
) -> Bytes:
    """The peak of the fullest device in a training step of micro-batches of `examples` (the layout's) of `positions`.

    `recompute` and degrees of parallelism are the layout's. `accumulated`: gradients outlive a micro-batch. `attention`
    plain keeps its scores. `fused`: normalisations and gates are single kernels. `chunk_tokens`: the loss is computed
    for so many tokens at a time (a decoder of ours: 2,048), else `logit_bytes` are held of each logit. `repeated`: the
    share of what layers keep that is computed again, where the layout's three words do not say it. `gathered`: frozen
    weights that are shared out stay whole once gathered (FSDP's first version).
    `in_backward`: each gradient is applied and freed at once.
    `overhead`: with the context of the device and what the allocator loses; `reserved`: with the latter; else what
    tensors take.
    Raises: RecipeError for a size or an optimizer that is none.
    """
    examples = float(layout.micro_batch if examples is None else examples)
    for name, value in (("positions", positions), ("examples", examples)):
        if not value > 0:
            raise RecipeError("must be > 0", where=name, got=value)
    if per_parameter is None:
        split = layout.tensor > 1 or layout.pipeline > 1 or layout.zero in (1, 2)
        per_parameter = numbers(precision, pure=pure, optimizer=optimizer, kept="master" if split else "copies")
    counted = Counted(
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
        logit_bytes=logit_bytes,
        repeated=repeated,
        chunk_tokens=chunk_tokens if chunk_tokens is not None else 2048 if architecture.chunked_loss else None,
    )
    found = [
        stage(
            architecture,
            blocks,
            counted,
            per_parameter,
            accumulated=accumulated,
            in_backward=in_backward or "weights" in offloaded,  # gradients follow the weights
            first=first,
        )
        for first, blocks in stages(architecture, layout)
    ]
    for parts in found:
        for part in offloaded:
            parts |= dict.fromkeys(_OFFLOADED[part], 0.0)
    fullest = max(found, key=lambda parts: math.fsum(parts.values()))
    if gathered and layout.zero == 3:
        fullest["weight copies"] = fullest["weights"] * layout.together
    moving = FRAGMENTED * sum(
        fullest[name] for name in ("layer inputs", "activations", "logits and loss", "working space")
    )
    if reserved:
        fullest["framework"] = moving
    if overhead:
        groups = (layout.replicas > 1) + (layout.tensor > 1) + (layout.pipeline > 1) + (layout.expert > 1)
        fullest["framework"] = CONTEXT_BYTES + GROUP_BYTES * groups + moving
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
    body = sum(block.repeats * matrices(block) for block in architecture.blocks if block.recomputable)
    rest = architecture.parameters - body
    width = max((block.handed_on for block in architecture.blocks if block.recomputable), default=0)
    widest = max((p.n for block in architecture.blocks for p in block.products if block.recomputable), default=0)
    parts = {
        "weights": (body * bits + rest * max(bits, min(16.0, bits * 4))) / 8 / tensor,
        "key-value cache": examples * architecture.cache_values(positions) * cache_bits / 8 / tensor,
        "working space": 2.0 * examples * (width + widest) + 4.0 * examples * architecture.logits,
    }
    if bits < 16:  # quantised where it stands, one matrix after the other, by the usual libraries
        largest = max(
            (float(p.k * p.n) for block in architecture.blocks for p in block.products if p.weights), default=0.0
        )
        parts["quantising"] = 2.0 * largest / tensor
    if overhead:
        parts["framework"] = CONTEXT_BYTES
    return Bytes(parts=parts)
