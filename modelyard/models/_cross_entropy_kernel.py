"""The losses and gradients of a chunk of logits in one Triton kernel, for NVIDIA GPUs. n tokens; V vocabulary.

PyTorch's own operations read or write a chunk of logits about ten times; this reads them twice (the second time mostly
from the GPU's cache) and writes the gradients in their place once.
"""

from __future__ import annotations

import torch
import triton  # of every build of PyTorch for CUDA on Linux; imported by who computes there only
import triton.language as tl
from torch import Tensor

# Logits that a program holds at once, and the warps that share them. So many warps leave room for two rows a
# multiprocessor, which the cache holds until they are read again: with 8 warps all bytes came twice from memory.
BLOCK, WARPS = 8192, 32


@triton.jit  # type: ignore[untyped-decorator, unused-ignore]
def _slopes(  # type: ignore[no-untyped-def]
    logits,
    targets,
    weights,
    losses,
    stride,
    z_loss,
    VOCABULARY: tl.constexpr,
    PADDED: tl.constexpr,
    IS_LEARNT: tl.constexpr,
    SIZE: tl.constexpr,
):
    row = tl.program_id(0).to(tl.int64)
    base = logits + row * stride
    target = tl.load(targets + row)
    weight = tl.load(weights + row)
    # Before the loops: the second one writes over it.
    picked = tl.load(base + tl.maximum(target, 0)).to(tl.float32)
    largest = tl.full((), float("-inf"), tl.float32)
    total = tl.zeros((), tl.float32)
    for start in range(0, VOCABULARY, SIZE):
        columns = start + tl.arange(0, SIZE)
        scores = tl.load(base + columns, mask=columns < VOCABULARY, other=float("-inf")).to(tl.float32)
        higher = tl.maximum(largest, tl.max(scores, 0))
        total = total * tl.exp(largest - higher) + tl.sum(tl.exp(scores - higher), 0)
        largest = higher
    log_sum = largest + tl.log(total)
    tl.store(losses + row, weight * (log_sum - picked + z_loss * log_sum * log_sum))
    if IS_LEARNT:
        scale = weight * (1.0 + 2.0 * z_loss * log_sum)
        for start in range(0, PADDED, SIZE):
            columns = start + tl.arange(0, SIZE)
            scores = tl.load(base + columns, mask=columns < VOCABULARY, other=float("-inf")).to(tl.float32)
            slopes = tl.exp(scores - log_sum) * scale
            slopes = tl.where(columns == target, slopes - weight, slopes)
            tl.store(base + columns, slopes.to(logits.dtype.element_ty), mask=columns < PADDED)


def losses_and_slopes(
    logits_nP: Tensor, vocabulary: int, targets_n: Tensor, weights_n: Tensor, z_loss: float, *, learns: bool
) -> Tensor:
    """The weighted losses [n] in float32; where `learns`, the logits [n, P >= V] become the gradients of their sum.

    Weights are float32, 0 where a target does not count; columns beyond `vocabulary` are padding.
    """
    losses_n = torch.empty(len(logits_nP), dtype=torch.float32, device=logits_nP.device)
    _slopes[(len(logits_nP),)](
        logits_nP,
        targets_n,
        weights_n,
        losses_n,
        logits_nP.stride(0),
        float(z_loss),
        VOCABULARY=vocabulary,
        PADDED=logits_nP.shape[1],
        IS_LEARNT=learns,
        SIZE=BLOCK,
        num_warps=WARPS,
    )
    return losses_n
