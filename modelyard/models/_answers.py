"""Likelihoods of whole answers that can be differentiated, and how far two models are apart on them.

B sequences; T tokens; D width; V vocabulary; N predicted tokens.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.utils.checkpoint import checkpoint

from modelyard.models._linear_cross_entropy import CHUNK_TOKENS, IGNORED


def sequence_nats(
    hidden_BTD: Tensor, head_VD: Tensor, targets_BT: Tensor, *, chunk_tokens: int = CHUNK_TOKENS
) -> Tensor:
    """The sum of -log p(target) over each sequence's targets, [B], at least float32; -100 is not predicted.

    Logits are never held whole: backward computes a chunk's again.
    """
    predicted_BT = targets_BT != IGNORED
    hidden_ND, targets_N = hidden_BTD[predicted_BT], targets_BT[predicted_BT]
    parts = []
    for start in range(0, len(targets_N), chunk_tokens):
        part = slice(start, start + chunk_tokens)
        parts.append(
            checkpoint(_nats, hidden_ND[part], head_VD, targets_N[part], use_reentrant=False, preserve_rng_state=False)
        )
    nats_N = torch.cat(parts) if parts else hidden_ND.new_zeros(0)
    row_N = predicted_BT.nonzero()[:, 0]
    return torch.zeros(len(targets_BT), dtype=nats_N.dtype, device=nats_N.device).index_add(0, row_N, nats_N)


@torch.no_grad()
def divergence(
    hidden_ND: Tensor, head_VD: Tensor, other_ND: Tensor, other_VD: Tensor, *, chunk_tokens: int = CHUNK_TOKENS
) -> Tensor:
    """KL(p || q) of the next token at each place, [N] nats: p by the first hidden states and head, q by the others."""
    found = []
    for start in range(0, len(hidden_ND), chunk_tokens):
        part = slice(start, start + chunk_tokens)
        first_nV = _logits(hidden_ND[part], head_VD).log_softmax(dim=1)
        second_nV = _logits(other_ND[part], other_VD).log_softmax(dim=1)
        found.append((first_nV.exp() * (first_nV - second_nV)).sum(dim=1))
    return torch.cat(found) if found else hidden_ND.new_zeros(0)


def _nats(hidden_nD: Tensor, head_VD: Tensor, targets_n: Tensor) -> Tensor:
    logits_nV = _logits(hidden_nD, head_VD)
    return logits_nV.logsumexp(dim=1) - logits_nV.gather(1, targets_n[:, None])[:, 0]


def _logits(hidden_nD: Tensor, head_VD: Tensor) -> Tensor:
    logits_nV = hidden_nD @ head_VD.to(hidden_nD.dtype).t()
    return logits_nV.to(torch.promote_types(logits_nV.dtype, torch.float32))
