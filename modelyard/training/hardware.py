"""What this device can do at most, measured, and the work of a training step: their quotient says how near we are.

The rates are the best ever seen on this machine and stand with the other choices (`training.choices`): a busy machine
measures too little, and no measurement too much.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from modelyard.core.errors import RunError
from modelyard.models._quantised import packed_sizes
from modelyard.training import choices

# Squares beyond most second-level caches, and the shape of a feed-forward layer over a batch; the best of them counts.
SHAPES = ((1024, 1024, 1024), (2048, 2048, 2048), (3072, 384, 1536))
ACCELERATOR_SHAPES = ((8192, 8192, 8192), (16384, 4096, 4096))
COPIED_BYTES = 1 << 27  # larger than any cache
ACCELERATOR_COPIED_BYTES = 1 << 30
LEAST_REPEATS = 3
SECONDS = 0.25  # of one measurement
# A gain smaller than this is noise and not worth a write.
WORTH_KEEPING = 1.01
_DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


def has_bf16(device: torch.device | str = "cpu") -> bool:
    """Whether this device multiplies bfloat16 matrices in hardware; emulated, they are slower than float32."""
    kind = torch.device(device).type
    if kind == "cpu":
        found = torch.cpu.get_capabilities()
        return bool(found.get("avx512_bf16") or found.get("amx_bf16") or found.get("bf16"))
    return kind == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False)


def matmul_flops_per_second(
    precision: str, *, device: torch.device | str = "cpu", fresh: bool = False, seconds: float = SECONDS
) -> float:
    """The peak of a matrix product in `precision` (fp32, bf16) with the threads in force, in FLOP/s.

    Measured at once where this machine's is not known, or with `fresh`; the best of all measurements is returned.
    """

    def measure() -> float:
        shapes = SHAPES if torch.device(device).type == "cpu" else ACCELERATOR_SHAPES
        return max(_matmul_rate(shape, _DTYPES[precision], device, seconds / len(shapes)) for shape in shapes)

    return _best({"measure": "matmul", "precision": precision}, device, measure, fresh=fresh)


def bandwidth_bytes_per_second(
    *, device: torch.device | str = "cpu", fresh: bool = False, seconds: float = SECONDS
) -> float:
    """Bytes read and written a second by a copy that no cache holds, with the threads in force."""

    def measure() -> float:
        size = COPIED_BYTES if torch.device(device).type == "cpu" else ACCELERATOR_COPIED_BYTES
        source = torch.ones(size // 4, device=device)
        target = torch.empty_like(source)
        return 2 * size / _least_seconds(lambda: target.copy_(source), device, seconds)

    return _best({"measure": "bandwidth"}, device, measure, fresh=fresh)


def _best(what: dict[str, Any], device: torch.device | str, measure: Callable[[], float], *, fresh: bool) -> float:
    kind = torch.device(device).type
    name = torch.cuda.get_device_name(device) if kind == "cuda" else kind
    key = choices.key_of({**what, "device": name, "threads": torch.get_num_threads() if kind == "cpu" else 0})
    try:
        known = float(choices.recall(key) or 0.0)
    except ValueError:  # damaged: as if it were not there
        known = 0.0
    if known > 0 and not fresh:
        return known
    found = measure()
    if found > WORTH_KEEPING * known:
        # A cache that cannot be written only means measuring again.
        with contextlib.suppress(OSError, RunError):
            choices.remember(key, repr(found))
    return max(found, known)


def _matmul_rate(shape: tuple[int, int, int], dtype: torch.dtype, device: torch.device | str, seconds: float) -> float:
    rows, inner, columns = shape
    # Numbers that differ: a GPU multiplies equal ones at less power, and so faster than it ever will in a training.
    # A generator of their own, so that no training's random numbers depend on what was measured before.
    random = torch.Generator(device).manual_seed(0)
    left = torch.randn(rows, inner, dtype=torch.float32, device=device, generator=random).to(dtype)
    right = torch.randn(inner, columns, dtype=torch.float32, device=device, generator=random).to(dtype)
    product = torch.empty(rows, columns, dtype=dtype, device=device)
    return 2.0 * rows * inner * columns / _least_seconds(lambda: torch.mm(left, right, out=product), device, seconds)


def _least_seconds(call: Callable[[], Tensor], device: torch.device | str, limit_seconds: float) -> float:
    """The fastest of some calls: what delays a call is never the device's own."""
    kind = torch.device(device).type
    wait = {"cuda": torch.cuda.synchronize, "mps": torch.mps.synchronize}.get(kind, lambda: None)
    call()
    wait()
    least, begun, repeats = float("inf"), time.perf_counter(), 0
    while repeats < LEAST_REPEATS or time.perf_counter() - begun < limit_seconds:
        start = time.perf_counter()
        call()
        wait()
        least = min(least, time.perf_counter() - start)
        repeats += 1
    return least


def parameter_count(model: nn.Module) -> int:
    """All parameters, each shared one once; packed ones as the weights that they stand for."""
    packed = packed_sizes(model)
    return sum(packed.get(id(p), p.numel()) for p in model.parameters())


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What decides the FLOPs of a token: weights in matrix products (trained and frozen), and attention's shape.

    `attention_width` is heads times their size, summed over the layers.
    """

    trained: int
    frozen: int
    attention_width: int

    @classmethod
    def of(cls, model: nn.Module) -> Work:
        """Counts a model's weights: all but the embeddings that only look up (a tied one multiplies in the head)."""
        shared: dict[int, int] = {}
        for module in model.modules():
            for parameter in module.parameters(recurse=False):
                shared[id(parameter)] = shared.get(id(parameter), 0) + 1
        lookups = {id(m.weight) for m in model.modules() if isinstance(m, nn.Embedding) and shared[id(m.weight)] == 1}
        counted = [p for p in model.parameters() if id(p) not in lookups]
        packed = packed_sizes(model)
        return cls(
            trained=sum(p.numel() for p in counted if p.requires_grad),
            frozen=sum(packed.get(id(p), p.numel()) for p in counted if not p.requires_grad),
            attention_width=_attention_width(model),
        )

    def step_flops(self, tokens: int, context: int) -> float:
        """FLOPs of a step over `tokens` that each see `context` (the whole of it: the convention counts no mask).

        6 a token and trained weight (2 forward, 4 backward), 4 a frozen one (its own gradient is spared), 12 a token,
        context position and unit of attention. Work repeated by checkpointing is not counted.
        Source: Chowdhery et al. 2022, PaLM, appendix B.
        """
        per_token = 6.0 * self.trained + 4.0 * self.frozen + 12.0 * self.attention_width * context
        return per_token * tokens


@dataclass(frozen=True, kw_only=True, slots=True)
class Meter:
    """Model FLOPs utilisation: the work of the tokens done in a second over what the device could do in it."""

    flops_per_token: float
    peak_flops_per_second: float
    device: str

    @classmethod
    def of(cls, model: nn.Module, *, context: int, precision: str, device: str = "cpu") -> Meter:
        """With the peak of the threads in force; to be made after the plan has set them, before the first step."""
        peak = matmul_flops_per_second(precision, device=device)
        return cls(flops_per_token=step_flops(model, 1, context), peak_flops_per_second=peak, device=device)

    def mfu(self, tokens_per_second: float) -> float:
        """Between 0 and 1 (slightly above where the peak was measured on a busy machine)."""
        return tokens_per_second * self.flops_per_token / self.peak_flops_per_second

    def memory_bytes(self) -> int:
        """What this process holds now: of the accelerator's memory where it uses one, else resident."""
        if self.device.startswith("cuda"):
            return torch.cuda.memory_reserved(self.device)
        import psutil

        return int(psutil.Process().memory_info().rss)


def step_flops(model: nn.Module, tokens: int, context: int = 0) -> float:
    """`Work.of(model).step_flops(tokens, context)`; without a context, the 6N rule alone."""
    return Work.of(model).step_flops(tokens, context)


def _attention_width(model: nn.Module) -> int:
    """Heads times head size times layers, from the `transformers` configuration where a module has one."""
    for module in model.modules():
        config = getattr(module, "config", None)
        layers, heads = getattr(config, "num_hidden_layers", None), getattr(config, "num_attention_heads", None)
        if isinstance(layers, int) and isinstance(heads, int):
            size = getattr(config, "head_dim", None) or config.hidden_size // heads  # type: ignore[union-attr]
            return layers * heads * int(size)
    return 0
