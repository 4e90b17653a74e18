"""Cross-entropy of a linear map's outputs without ever holding them whole. N tokens; D width; V vocabulary."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from modelyard.models._devices import is_triton_there

IGNORED = -100
# 2,048 tokens of a 32,000-word vocabulary are 260 MB of float32 logits at a time.
CHUNK_TOKENS = 2048
# A GPU's matrix products want more rows: the gradient of 2,048 hidden states of width 768 is 96 tiles for 132 units.
ACCELERATOR_CHUNK_TOKENS, ACCELERATOR_CHUNK_BYTES = 8192, 1 << 30
# Rows of logits that do not begin at such a multiple are multiplied several times slower there.
ALIGNED = 64


class _LinearCrossEntropy(torch.autograd.Function):
    """The gradients of a chunk are computed beside its loss, so that its logits are needed once."""

    @staticmethod
    def forward(
        ctx: Any,
        hidden_ND: Tensor,
        head_VD: Tensor,
        targets_N: Tensor,
        weights_N: Tensor | None,
        chunk_tokens: int,
        z_loss: float,
        dtype: torch.dtype,
    ) -> Tensor:
        full = torch.float64 if dtype == torch.float64 else torch.float32
        wants_hidden, wants_head = ctx.needs_input_grad[:2]
        ctx.dtypes = (hidden_ND.dtype, head_VD.dtype)
        ctx.wants = (wants_hidden, wants_head)
        if _has_kernel(hidden_ND, dtype):
            counted = _weights(targets_N, weights_N, torch.float32)
            total, *gradients = _by_kernel(
                hidden_ND, head_VD, targets_N, counted, chunk_tokens, z_loss, dtype, (wants_hidden, wants_head)
            )
            ctx.save_for_backward(*gradients)
            return total
        matrix_VD = head_VD.to(dtype)
        total = torch.zeros((), dtype=full, device=hidden_ND.device)
        # Made once: a part set aside in each chunk would lie in the memory that the next chunk's logits could reuse.
        of_hidden = hidden_ND.new_empty(hidden_ND.shape if wants_hidden else (0,), dtype=dtype)
        of_head = torch.zeros((), dtype=full, device=hidden_ND.device)
        for start in range(0, len(hidden_ND), chunk_tokens):
            part = slice(start, start + chunk_tokens)
            inputs_nD = hidden_ND[part].to(dtype)
            weights_n1 = _weights(targets_N[part], weights_N[part] if weights_N is not None else None, full)[:, None]
            picked_n1 = targets_N[part].clamp(min=0)[:, None]
            logits_nV = (inputs_nD @ matrix_VD.t()).to(full)
            log_sum_n1 = logits_nV.logsumexp(dim=1, keepdim=True)
            losses_n1 = log_sum_n1 - logits_nV.gather(1, picked_n1) + z_loss * log_sum_n1 * log_sum_n1
            total = total + (losses_n1 * weights_n1).sum()
            if not (wants_hidden or wants_head):
                continue
            # In place: a chunk's logits are the largest numbers of a step, and each new one of them would be, too.
            wide_nV = logits_nV.sub_(log_sum_n1).exp_().mul_(weights_n1 * (1 + 2 * z_loss * log_sum_n1))
            slope_nV = wide_nV.scatter_add_(1, picked_n1, -weights_n1).to(dtype)
            del logits_nV, wide_nV
            if wants_hidden:
                torch.mm(slope_nV, matrix_VD, out=of_hidden[part])
            if wants_head:
                of_chunk = slope_nV.t() @ inputs_nD
                of_head = of_head.add_(of_chunk) if of_head.ndim else of_chunk
            del slope_nV
        ctx.save_for_backward(of_hidden, of_head)
        return total

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, Tensor | None, None, None, None, None, None]:
        of_hidden, of_head = ctx.saved_tensors
        of_hidden_ND = (of_hidden * gradients[0]).to(ctx.dtypes[0]) if ctx.wants[0] else None
        of_head_VD = (of_head * gradients[0]).to(ctx.dtypes[1]) if ctx.wants[1] else None
        return of_hidden_ND, of_head_VD, None, None, None, None, None


def _by_kernel(
    hidden_ND: Tensor,
    head_VD: Tensor,
    targets_N: Tensor,
    weights_N: Tensor,
    chunk_tokens: int,
    z_loss: float,
    dtype: torch.dtype,
    wants: tuple[bool, bool],
) -> tuple[Tensor, Tensor, Tensor]:
    """The sum of losses and the gradients of hidden states and head (empty where not wanted), on a GPU.

    The head's gradient is summed over the chunks in float32, within the matrix product.
    """
    from modelyard.models._cross_entropy_kernel import losses_and_slopes

    vocabulary, width = head_VD.shape
    padded = -(-vocabulary // ALIGNED) * ALIGNED
    matrix_PD = head_VD.new_zeros((padded, width), dtype=dtype)
    matrix_PD[:vocabulary].copy_(head_VD)
    total = torch.zeros((), device=hidden_ND.device)
    of_hidden = hidden_ND.new_empty(hidden_ND.shape if wants[0] else (0,), dtype=dtype)
    of_head = hidden_ND.new_empty((padded, width) if wants[1] else (0,), dtype=torch.float32)
    room = hidden_ND.new_empty((min(chunk_tokens, len(hidden_ND)), padded), dtype=dtype)
    with torch.autocast(hidden_ND.device.type, enabled=False):
        for start in range(0, len(hidden_ND), chunk_tokens):
            part = slice(start, start + chunk_tokens)
            inputs_nD = hidden_ND[part].to(dtype)
            logits_nP = torch.mm(inputs_nD, matrix_PD.t(), out=room[: len(inputs_nD)])
            targets_n, weights_n = targets_N[part].contiguous(), weights_N[part].contiguous()
            total = (
                total + losses_and_slopes(logits_nP, vocabulary, targets_n, weights_n, z_loss, learns=any(wants)).sum()
            )
            if wants[0]:
                torch.mm(logits_nP, matrix_PD, out=of_hidden[part])
            if wants[1]:
                _add_product(of_head, logits_nP.t(), inputs_nD, first=start == 0)
    return total, of_hidden, of_head[:vocabulary]


def _add_product(total: Tensor, left: Tensor, right: Tensor, *, first: bool) -> None:
    """total += left right (or = the first time), in float32 whatever the factors are."""
    if left.dtype == total.dtype:
        torch.addmm(total, left, right, beta=0.0 if first else 1.0, out=total)
    elif first:
        torch.ops.aten.mm.dtype_out(left, right, total.dtype, out=total)
    else:
        torch.ops.aten.addmm.dtype_out(total, left, right, total.dtype, out=total)


def _has_kernel(hidden_ND: Tensor, dtype: torch.dtype) -> bool:
    return hidden_ND.device.type == "cuda" and dtype != torch.float64 and is_triton_there()


def chunk_for(vocabulary: int, device: torch.device, dtype: torch.dtype) -> int:
    """Tokens whose logits are held at once."""
    if device.type == "cpu":
        return CHUNK_TOKENS
    fitting = ACCELERATOR_CHUNK_BYTES // (vocabulary * dtype.itemsize)
    return max(CHUNK_TOKENS, min(ACCELERATOR_CHUNK_TOKENS, fitting // CHUNK_TOKENS * CHUNK_TOKENS))


def linear_cross_entropy(
    hidden_ND: Tensor,
    head_VD: Tensor,
    targets_N: Tensor,
    *,
    weights_N: Tensor | None = None,
    chunk_tokens: int | None = None,
    z_loss: float = 0.0,
) -> tuple[Tensor, Tensor]:
    """The sum over tokens of -log p(target) + z_loss * (log of the partition sum)^2, and the count to divide it by.

    A target of -100 counts nothing. With weights the sum is weighted and the count is the sum of the weights. The sum
    is in at least float32; it can be differentiated once, by hidden states and head. `chunk_tokens` None: by device.
    Source: the penalty is Chowdhery et al. 2022, "PaLM", section 5.
    """
    count = _weights(targets_N, weights_N, torch.float32).sum()
    dtype = _compute_dtype(hidden_ND, head_VD)
    chunk = chunk_tokens or chunk_for(len(head_VD), hidden_ND.device, dtype)
    total: Tensor = _LinearCrossEntropy.apply(  # type: ignore[no-untyped-call]
        hidden_ND, head_VD, targets_N, weights_N, chunk, z_loss, dtype
    )
    return total, count


@torch.no_grad()
def token_losses(hidden_ND: Tensor, head_VD: Tensor, targets_N: Tensor, *, chunk_tokens: int = CHUNK_TOKENS) -> Tensor:
    """-log p(target) of each token [N] in nats, at least float32, 0 where the target is -100. Not differentiable."""
    dtype = _compute_dtype(hidden_ND, head_VD)
    full = torch.float64 if dtype == torch.float64 else torch.float32
    matrix_VD = head_VD.to(dtype)
    losses = []
    for start in range(0, len(hidden_ND), chunk_tokens):
        part = slice(start, start + chunk_tokens)
        logits_nV = (hidden_ND[part].to(dtype) @ matrix_VD.t()).to(full)
        picked_n = logits_nV.gather(1, targets_N[part].clamp(min=0)[:, None])[:, 0]
        losses.append((logits_nV.logsumexp(dim=1) - picked_n) * (targets_N[part] != IGNORED))
    return torch.cat(losses)


def _weights(targets_N: Tensor, weights_N: Tensor | None, dtype: torch.dtype) -> Tensor:
    counted = (targets_N != IGNORED).to(dtype)
    return counted if weights_N is None else counted * weights_N.to(dtype)


def _compute_dtype(hidden_ND: Tensor, head_VD: Tensor) -> torch.dtype:
    kind = hidden_ND.device.type
    if torch.is_autocast_enabled(kind):
        return torch.get_autocast_dtype(kind)
    return torch.promote_types(hidden_ND.dtype, head_VD.dtype)
