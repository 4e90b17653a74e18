"""Causal attention within each document of a packed batch, by the fused kernel for sequences of unlike lengths.

N tokens of all documents; H heads; K key heads; E width of a head. An operation of its own to the compiler.
Source: Dao 2023, "FlashAttention-2", as PyTorch has it; its backward pass repeats bit for bit where that is asked.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


@torch.library.custom_op("modelyard::attended", mutates_args=())
def attended(
    queries_NHE: Tensor, keys_NKE: Tensor, values_NKE: Tensor, bounds: Tensor, longest: int
) -> tuple[Tensor, Tensor]:
    """[N, H, E] and what the backward pass needs of the scores; queries come scaled.

    `bounds` (`_decoder_attention.document_bounds`) say where documents begin; none is longer than `longest`.
    """
    found = torch.ops.aten._flash_attention_forward(
        queries_NHE, keys_NKE, values_NKE, bounds, bounds, longest, longest, 0.0, True, False, scale=1.0
    )
    return found[0], found[1]


@attended.register_fake
def _(queries_NHE: Tensor, keys_NKE: Tensor, values_NKE: Tensor, bounds: Tensor, longest: int) -> tuple[Tensor, Tensor]:
    sums = queries_NHE.new_empty((queries_NHE.shape[1], queries_NHE.shape[0]), dtype=torch.float32)
    return torch.empty_like(queries_NHE), sums


@torch.library.custom_op("modelyard::attended_backward", mutates_args=())
def _gradients(
    gradient: Tensor,
    queries_NHE: Tensor,
    keys_NKE: Tensor,
    values_NKE: Tensor,
    mixed_NHE: Tensor,
    sums_HN: Tensor,
    bounds: Tensor,
    longest: int,
) -> tuple[Tensor, Tensor, Tensor]:
    # Without dropout there are no random numbers to repeat.
    state = torch.zeros(2, dtype=torch.uint64, device=queries_NHE.device)
    unused = torch.empty(0, device=queries_NHE.device)
    found: tuple[Tensor, Tensor, Tensor] = torch.ops.aten._flash_attention_backward(
        gradient.contiguous(),
        queries_NHE,
        keys_NKE,
        values_NKE,
        mixed_NHE,
        sums_HN,
        bounds,
        bounds,
        longest,
        longest,
        0.0,
        True,
        state,
        unused,
        scale=1.0,
    )
    return found


@_gradients.register_fake
def _(
    gradient: Tensor,
    queries_NHE: Tensor,
    keys_NKE: Tensor,
    values_NKE: Tensor,
    mixed_NHE: Tensor,
    sums_HN: Tensor,
    bounds: Tensor,
    longest: int,
) -> tuple[Tensor, Tensor, Tensor]:
    return torch.empty_like(queries_NHE), torch.empty_like(keys_NKE), torch.empty_like(values_NKE)


def _keep(ctx: Any, inputs: tuple[Any, ...], output: tuple[Tensor, Tensor]) -> None:
    queries_NHE, keys_NKE, values_NKE, bounds, longest = inputs
    ctx.save_for_backward(queries_NHE, keys_NKE, values_NKE, *output, bounds)
    ctx.longest = longest


def _backward(ctx: Any, gradient: Tensor, of_sums: Tensor) -> tuple[Tensor | None, ...]:
    return *_gradients(gradient, *ctx.saved_tensors, ctx.longest), None, None


attended.register_autograd(_backward, setup_context=_keep)
