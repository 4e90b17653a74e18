"""Attention and dropout for processors: the same functions as PyTorch's, in pieces that stay in the cache.

A GPU takes PyTorch's fused kernels.

B examples; H heads; T tokens; D width of a head; N pairs of an example and a head in a piece. Measured on one core of
an AMD EPYC in bfloat16, 32 x 12 heads x 256 tokens of width 32: scores, softmax and the mix with the values take 27 ms
a layer in pieces, 73 ms as whole tensors, whose 50 MB each come from memory (and often from the system) every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

# Scores that are worked on at once: about the second-level cache of one core.
PIECE_BYTES = 1 << 20


def attend(queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor, *, scale: float, dropout: float) -> Tensor:
    """softmax(queries keys^T * scale + mask) values; [B, H, T, D] three times and [B, 1, 1 or T, T] to [B, T, H, D]."""
    if queries.device.type == "cuda" and not torch.onnx.is_in_onnx_export():
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, attn_mask=mask.to(queries.dtype), dropout_p=dropout, scale=scale
        )
        return mixed.transpose(1, 2)
    if dropout or queries.device.type != "cpu" or torch.onnx.is_in_onnx_export() or torch.compiler.is_compiling():
        weights = torch.softmax(queries @ keys.transpose(2, 3) * scale + mask, dim=-1).to(values.dtype)
        mixed = functional.dropout(weights, dropout) @ values if dropout else weights @ values
        return mixed.transpose(1, 2)
    mixed_BTHD: Tensor = _InPieces.apply(  # type: ignore[no-untyped-call]
        queries, keys, values, mask.to(queries.dtype), scale
    )
    return mixed_BTHD


def for_transformers(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor,
    *,
    scaling: float | None = None,
    dropout: float = 0.0,
    **_: Any,
) -> tuple[Tensor, None]:
    """`attend` as an attention function of `transformers` (which passes more than is used here)."""
    scale = query.shape[-1] ** -0.5 if scaling is None else scaling
    return attend(query, key, value, attention_mask, scale=scale, dropout=dropout).contiguous(), None


class _InPieces(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor, scale: float) -> Tensor:
        batch, heads, length, width = queries.shape
        mixed_BTHD = queries.new_empty(batch, length, heads, width)
        kept = []
        for some, few in _pieces(queries):
            q_NTD, k_NTD, v_NTD = (tensor[some, few].reshape(-1, length, width) for tensor in (queries, keys, values))
            mask_N = mask[some].expand(-1, few.stop - few.start, -1, -1).reshape(len(q_NTD), -1, length)
            weights_NTT = torch.softmax(torch.baddbmm(mask_N, q_NTD, k_NTD.transpose(1, 2), alpha=scale), dim=-1)
            mixed = torch.bmm(weights_NTT, v_NTD)
            mixed_BTHD[some, :, few] = mixed.view(-1, few.stop - few.start, length, width).transpose(1, 2)
            kept += [weights_NTT] if ctx.needs_input_grad[0] else []
        ctx.save_for_backward(queries, keys, values, *kept)
        ctx.scale = scale
        return mixed_BTHD

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        queries, keys, values, *kept = ctx.saved_tensors
        batch, heads, length, width = queries.shape
        gradient_BHTD = gradients[0].transpose(1, 2)
        # Laid out like the projections that they came from, so that nothing has to be copied on the way back.
        found = [queries.new_empty(batch, length, heads, width).transpose(1, 2) for _ in range(3)]
        for (some, few), weights_NTT in zip(_pieces(queries), kept, strict=True):
            q_NTD, k_NTD, v_NTD, g_NTD = (
                tensor[some, few].reshape(-1, length, width) for tensor in (queries, keys, values, gradient_BHTD)
            )
            inner_NTT = torch.bmm(g_NTD, v_NTD.transpose(1, 2))
            inner_NTT = torch._softmax_backward_data(inner_NTT, weights_NTT, -1, inner_NTT.dtype)
            parts = (
                torch.baddbmm(q_NTD, inner_NTT, k_NTD, beta=0, alpha=ctx.scale),
                torch.baddbmm(k_NTD, inner_NTT.transpose(1, 2), q_NTD, beta=0, alpha=ctx.scale),
                torch.bmm(weights_NTT.transpose(1, 2), g_NTD),
            )
            for whole, part in zip(found, parts, strict=True):
                whole[some, few] = part.view(-1, few.stop - few.start, length, width)
        return (*found, None, None)


def _pieces(queries: Tensor) -> Iterator[tuple[slice, slice]]:
    """Examples and heads, such that the scores of each piece fit PIECE_BYTES where one head's do."""
    batch, heads, length, _ = queries.shape
    pairs = max(1, PIECE_BYTES // (length * length * queries.element_size()))
    examples, few = max(1, pairs // heads), min(heads, pairs)
    for first in range(0, batch, examples):
        for head in range(0, heads, few):
            yield slice(first, min(first + examples, batch)), slice(head, min(head + few, heads))


class Dropout(nn.Dropout):
    """nn.Dropout with 16 random bits an element, drawn 64 at a time: PyTorch's own draw was a third of a step.

    The share that is dropped is the nearest multiple of 1/65,536, and what stays is scaled by it exactly.
    """

    def forward(self, input: Tensor) -> Tensor:
        """The input with a share `p` of its elements 0, in training."""
        if not self.training or not self.p or input.device.type != "cpu":
            return super().forward(input)
        drawn = torch.empty((input.numel() + 3) // 4, dtype=torch.int64).random_(-(2**63), None)
        dropped = round(self.p * 65_536)
        stays = drawn.view(torch.int16)[: input.numel()] >= dropped - 32_768
        return input * stays.to(input.dtype).mul_(65_536 / (65_536 - dropped)).view_as(input)


def use_own_dropout(module: nn.Module) -> None:
    """Replace every nn.Dropout inside; names and weights stay as they are."""
    for name, child in module.named_children():
        if type(child) is nn.Dropout:
            setattr(module, name, Dropout(child.p))
        else:
            use_own_dropout(child)
