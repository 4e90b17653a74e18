"""Tokens a second that a network generates on a device: mostly how fast its weights and its cache can be read.

A step makes one token of every sequence of the batch. Coefficients and bands: `efficiency`, fitted to published
measurements.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning import efficiency
from modelyard.planning.hardware import Device

# `eager`: one kernel an operation, started from Python. `compiled`: graphs or an engine's own kernels.
Engine = Literal["eager", "compiled"]
# Bits of a weight with its scales, by the names in use; llama.cpp's Q4_K_M and bitsandbytes' nf4 hold more than four.
BITS = {
    "fp32": 32.0,
    "bf16": 16.0,
    "fp16": 16.0,
    "fp8": 8.0,
    "int8": 8.1,
    "q8_0": 8.5,
    "q5_k_m": 5.7,
    "int4": 4.5,
    "int4-g32": 5.0,
    "int4-g128": 4.15,
    "nf4": 4.5,
    "nf4-dq": 4.13,
    "fp4": 4.5,
    "q4_k_m": 4.85,
}
ROOM = 0.9  # of a device's memory for weights and cache


@dataclass(frozen=True, kw_only=True, slots=True)
class Generating:
    """`batch` sequences that hold `context` positions on average (the prompt's, where it is 0), as a question.

    `precision` is a name of `BITS`, `bits` of a weight override it. `tensor` devices share every product; `pipeline`
    devices hold layers one after the other, which makes room and no speed. With `prompt` and `answer` the time of the
    prompts is counted; sequences that the memory cannot hold wait. Raises: RecipeError naming the field.
    """

    batch: int = 1
    context: float = 0.0
    precision: str = "bf16"
    bits: float | None = None
    tensor: int = 1
    pipeline: int = 1
    prompt: int = 0
    answer: int = 0
    engine: Engine = "compiled"

    def __post_init__(self) -> None:
        for name in ("batch", "tensor", "pipeline"):
            if getattr(self, name) < 1:
                raise RecipeError("must be >= 1", where=name, got=getattr(self, name))
        _bits(self.precision)


class Throughput(NamedTuple):
    """Tokens a second of all sequences together, with the band that holds nine of ten measurements."""

    tokens_per_second: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What one step, and the prompts before it, take: seconds at the data sheet's peak, and counts.

    `sequences` are those at work (what the memory holds), `answer` the tokens of each, of which the prompt's time is
    shared out (0: the prompt is not counted).
    """

    sequences: float
    answer: float
    weights: float
    weight_bytes: float
    cache: float
    products: float
    unpacked: float
    layers: float
    messages: float
    message_bytes: float
    hops: float
    prompt: float
    prompt_weights: float
    prompt_attention: float
    eager: float
    packed: float


def throughput(
    architecture: Architecture,
    device: Device,
    asked: Generating,
    *,
    coefficients: efficiency.Coefficients | None = None,
) -> Throughput:
    """Predicts the generated tokens a second of all sequences together."""
    amounts = work(architecture, device, asked)
    own = efficiency.coefficients("decoding") if coefficients is None else coefficients
    rate = float(efficiency.generated_per_second(asdict(amounts), own))
    band = efficiency.band("decoding", likeness(asked.batch, asked.engine))
    return Throughput(rate, rate * band.low, rate * band.high)


def first_token_seconds(architecture: Architecture, device: Device, asked: Generating) -> tuple[float, float, float]:
    """Seconds from the prompts to their first tokens, with their band; nothing waits before them."""
    amounts = work(architecture, device, asked)
    seconds = float(efficiency.prompt_seconds(asdict(amounts), efficiency.coefficients("decoding")))
    band = efficiency.band("decoding", "prompt")
    return seconds, seconds / band.high, seconds / band.low


def likeness(batch: int, engine: Engine) -> str:
    """What the band depends on: the engine, and whether one sequence or several."""
    if engine == "eager":
        return "started from Python"
    return "one sequence" if batch == 1 else "several sequences"


def cached_bytes(architecture: Architecture, context: float, precision: str) -> float:
    """Bytes of keys and values of one sequence: eight bits under fp8, else sixteen (fp32: thirty-two)."""
    width = 1 if precision == "fp8" else 4 if precision == "fp32" else 2
    return float(width * architecture.cache_values(max(1, round(context))))


def work(architecture: Architecture, device: Device, asked: Generating) -> Work:
    """Counts a step."""
    batch, precision, tensor, pipeline = asked.batch, asked.precision, asked.tensor, asked.pipeline
    prompt, bits = asked.prompt, asked.bits
    context = asked.context or float(prompt)
    width = _bits(precision) if bits is None else bits
    held, touched, table = _matrices(architecture, batch)
    plain = 32.0 if precision == "fp32" else 16.0
    stored = (held * width + table * plain) / 8 / (tensor * pipeline)
    of_one = cached_bytes(architecture, context, precision) / (tensor * pipeline)
    room = ROOM * device.memory_bytes - stored
    # What does not fit waits; a model that does not fit at all is still predicted: fitting is `memory`'s question.
    sequences = float(batch) if room <= 0 or of_one <= 0 else min(float(batch), max(1.0, math.floor(room / of_one)))
    weight_bytes = touched * width / 8 / tensor
    layers = sum(block.repeats for block in architecture.blocks if block.attention is not None) or 1
    stream = max((block.handed_on for block in architecture.blocks if block.attention is not None), default=0)
    computed_in = "fp8" if precision == "fp8" else "fp32" if precision == "fp32" else "bf16"
    peak = device.peak(computed_in) * efficiency.ceiling(device)
    body = sum(b.repeats * p.flops for b in architecture.blocks if b.attention is not None for p in b.products)
    operations = sum(b.repeats * p.flops for b in architecture.blocks for p in b.products)
    attention = sum(
        b.repeats * b.attention.flops(max(prompt, 1), masked=True)
        for b in architecture.blocks
        if b.attention is not None
    )
    rate = device.shared_bandwidth if tensor <= device.domain else device.network_bandwidth
    return Work(
        sequences=sequences,
        answer=float(asked.answer),
        weights=weight_bytes / device.bandwidth,
        weight_bytes=weight_bytes,
        cache=sequences * of_one * pipeline / device.bandwidth,
        products=operations * sequences / tensor / peak,
        unpacked=touched / tensor / device.peak("fp32") if width < 16 and precision != "fp8" else 0.0,
        layers=float(layers),
        messages=2.0 * layers if tensor > 1 else 0.0,
        message_bytes=2 * layers * 2 * stream * sequences * 2 * (tensor - 1) / tensor / rate,
        hops=pipeline - 1.0,
        prompt=body * prompt * sequences / tensor / peak,
        prompt_weights=weight_bytes / device.bandwidth,
        prompt_attention=attention * prompt * sequences / tensor / device.peak("bf16"),
        eager=float(asked.engine == "eager"),
        packed=float(width < 16 and precision != "fp8"),
    )


def _matrices(architecture: Architecture, batch: int) -> tuple[float, float, float]:
    """Weights in matrix products, those that a step of so many sequences reads, and the rest (tables, norms)."""
    held = touched = 0.0
    for block in architecture.blocks:
        for product in block.products:
            if product.weights:
                size = float(block.repeats * product.k * product.n * product.count)
                held += size
                touched += size * (1 - (1 - product.share) ** batch)
    return held, touched, max(0.0, architecture.parameters - held)


def _bits(precision: str) -> float:
    found = BITS.get(precision.lower())
    if found is None:
        raise RecipeError(f"must be one of {', '.join(BITS)}", where="precision", got=precision)
    return found
