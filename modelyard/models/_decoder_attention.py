"""What a decoder's layers share in one pass, and the faster of two ways to attend on this device and shape.

B sequences; T tokens of a sequence; H heads; K key heads; E width of a head.
"""

from __future__ import annotations

import time
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from modelyard.models._decoder_kernels import attend, wide

REPEATS = 4
# Plain attention keeps its weights of every layer for the backward pass: above this it is not tried.
MOST_WEIGHTS_BYTES = 4 << 30


class Context:
    """What every layer of one pass shares: the turns of queries and keys, what may not be seen, the attention path."""

    # One product for queries, keys and values: weights are joined in each pass, which only many tokens repay.
    fused = True

    def __init__(self, tables: tuple[Tensor, Tensor], blocked: Tensor | None, attention: str) -> None:
        self.tables = tables
        self.blocked = blocked
        self.attention = attention

    def mix(self, layer: int, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Scaled queries [B, H, T, E], keys and values [B, K, T, E] to [B, T, H, E]."""
        if self.attention == "eager":
            return attend(queries, keys, values, self.blocked)
        mask = None
        if self.blocked is not None:
            length = queries.shape[2]
            future = torch.full((length, length), -torch.inf, dtype=queries.dtype, device=queries.device).triu(1)
            mask = self.blocked + future
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, attn_mask=mask, is_causal=mask is None, scale=1.0, enable_gqa=True
        )
        return mixed.transpose(1, 2)


def rotations(rotary: Any, positions: Tensor, dtype: torch.dtype, *, pairs: bool) -> tuple[Tensor, Tensor]:
    """The tables for `turn` of queries (with the scores' scale in them) and of keys, by positions [T] or [B, T]."""
    kind = wide(dtype)
    angles = positions[..., None].to(kind) * rotary.inv_freq.to(kind)
    if positions.ndim > 1:
        angles = angles[:, None]
    size = angles.new_full((), rotary.attention_scaling)
    if pairs:
        table = torch.polar(size.expand_as(angles), angles)
    else:
        table = torch.stack([angles.cos(), angles.sin()]) * size
    return table * (2 * rotary.inv_freq.shape[0]) ** -0.5, table


def blocked_scores(segments: Tensor | None, dtype: torch.dtype) -> Tensor | None:
    """What is added to the scores so that no token sees another segment, [B, 1, T, T]."""
    if segments is None:
        return None
    other = segments[:, None, :, None] != segments[:, None, None, :]
    return torch.zeros(other.shape, dtype=dtype, device=other.device).masked_fill(other, -torch.inf)


def fastest_attention(config: Any, batch: int, length: int, dtype: torch.dtype, device: torch.device) -> str:
    """ "eager" or "sdpa": what takes less time forward and backward for this definition, measured.

    Measured on 2 cores of an AMD EPYC in bfloat16, 12 x 6 heads of 64, T = 256: plain 18 ms, fused 58 ms.
    """
    heads, keys = config.num_attention_heads, getattr(config, "num_key_value_heads", config.num_attention_heads)
    size = getattr(config, "head_dim", None) or config.hidden_size // heads
    kept = batch * heads * length * length * dtype.itemsize * config.num_hidden_layers
    if kept > MOST_WEIGHTS_BYTES:
        return "sdpa"
    state = torch.get_rng_state()
    shapes = [(batch, count, length, size) for count in (heads, keys, keys)]
    inputs = [torch.randn(shape, dtype=dtype, device=device, requires_grad=True) for shape in shapes]
    torch.set_rng_state(state)
    seconds = {}
    for name in ("eager", "sdpa"):
        context = Context((inputs[0], inputs[0]), None, name)
        times = [_seconds(context, inputs) for _ in range(REPEATS)]
        seconds[name] = min(times[1:])
    return min(seconds, key=lambda name: seconds[name])


def _seconds(context: Context, inputs: list[Tensor]) -> float:
    on_device = inputs[0].device.type == "cuda"
    if on_device:
        torch.cuda.synchronize()
    start = time.perf_counter()
    mixed = context.mix(0, *inputs)
    torch.autograd.grad(mixed, inputs, torch.ones_like(mixed))
    if on_device:
        torch.cuda.synchronize()
    return time.perf_counter() - start
