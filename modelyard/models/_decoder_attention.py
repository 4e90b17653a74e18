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

    def __init__(
        self,
        tables: tuple[Tensor, Tensor],
        blocked: Tensor | None,
        attention: str,
        bounds: Tensor | None = None,
        *,
        turns_at_once: bool = False,
    ) -> None:
        """`bounds` (`document_bounds`) stand in the place of `blocked` where the fused kernel reads them.

        `turns_at_once`: a GPU's kernel turns queries and keys as they come from their joint projection.
        """
        self.turns_at_once = turns_at_once
        self.tables = tables
        self.blocked = blocked
        self.attention = attention
        self.bounds = bounds
        if attention != "eager" and blocked is not None:  # the fused kernel's mask says all, the future too
            length = blocked.shape[-1]
            future = torch.full((length, length), -torch.inf, dtype=blocked.dtype, device=blocked.device).triu(1)
            self.blocked = blocked + future

    def mix(self, layer: int, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Scaled queries [B, H, T, E], keys and values [B, K, T, E] to [B, T, H, E]."""
        if self.attention == "eager":
            return attend(queries, keys, values, self.blocked)
        if self.bounds is not None:
            return _by_document(queries, keys, values, self.bounds)
        mask = self.blocked
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, attn_mask=mask, is_causal=mask is None, scale=1.0, enable_gqa=True
        )
        return mixed.transpose(1, 2)


def _by_document(queries: Tensor, keys: Tensor, values: Tensor, bounds: Tensor) -> Tensor:
    """Causal attention within each document of a packed batch, [B, T, H, E]; what lies outside is never computed."""
    from modelyard.models._document_attention import attended

    batch, _, length, size = queries.shape
    flat = [part.transpose(1, 2).reshape(batch * length, -1, size) for part in (queries, keys, values)]
    mixed: Tensor = attended(flat[0], flat[1], flat[2], bounds, length)[0]
    return mixed.view(batch, length, -1, size)


def reads_bounds(config: Any, dtype: torch.dtype, device: torch.device) -> bool:
    """Whether the fused kernel that goes by documents computes such heads in this precision here."""
    if device.type != "cuda" or dtype not in (torch.bfloat16, torch.float16):
        return False
    size = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    return size % 8 == 0 and size <= 256 and torch.cuda.get_device_capability(device) >= (8, 0)


def document_bounds(segments_BT: Tensor) -> Tensor:
    """Where documents begin among all tokens of a batch and where the last one ends, int32 [documents + 1].

    To be made in main memory: counting them on a GPU would wait for it. Filled up with empty documents to a power of
    two, so that few shapes occur.
    """
    begins = torch.ones_like(segments_BT, dtype=torch.bool)
    begins[:, 1:] = segments_BT[:, 1:] != segments_BT[:, :-1]
    places = begins.flatten().nonzero()[:, 0]
    found = torch.full((1 + (1 << (len(places) - 1).bit_length()),), segments_BT.numel(), dtype=torch.int32)
    found[: len(places)] = places
    return found


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
    if device.type == "cuda":
        return "sdpa"  # the fused kernels read nothing of the future and keep no weights: nothing plain comes near
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
    start = time.perf_counter()
    mixed = context.mix(0, *inputs)
    torch.autograd.grad(mixed, inputs, torch.ones_like(mixed))
    return time.perf_counter() - start
