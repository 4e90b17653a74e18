"""How likely a causal language model finds token sequences. B sequences; T tokens; D width; V vocabulary."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from modelyard.models._linear_cross_entropy import CHUNK_TOKENS

# Logits at once, of which there are three copies for their logarithm of sums: 2,048 tokens of a vocabulary of 6,800
# characters held 170 MB, and made the peak of a small decoder's run.
LOGIT_BYTES, LEAST_TOKENS = 1 << 24, 64


def likelihood(model: Any, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
    """Nats of each right-padded sequence after its first token, and the tokens these are over: float64 [B, 2].

    To be called without gradients. Padding stands behind what is predicted, so that no mask is needed; logits are
    never held whole.
    """
    predicted_BT = attention_mask[:, 1:].bool() & (input_ids[:, 1:] >= 0)
    input_ids = torch.where(input_ids < 0, ~input_ids, input_ids)  # what is given stands as ~id: not predicted
    hidden_BTD = model.hidden(input_ids[:, :-1])
    hidden_ND = hidden_BTD[predicted_BT]
    targets_N = input_ids[:, 1:][predicted_BT]
    head_VD = model.head.to(hidden_ND.dtype)
    parts = []
    size = max(LEAST_TOKENS, min(CHUNK_TOKENS, LOGIT_BYTES // (4 * len(head_VD))))
    for start in range(0, len(hidden_ND), size):
        chosen = slice(start, start + size)
        logits_nV = (hidden_ND[chosen] @ head_VD.t()).to(torch.promote_types(hidden_ND.dtype, torch.float32))
        picked_n = logits_nV.gather(1, targets_N[chosen, None])[:, 0]
        parts.append(logits_nV.logsumexp(dim=1) - picked_n)
    found_B2 = torch.zeros(len(input_ids), 2, dtype=torch.float64, device=input_ids.device)
    row_N = predicted_BT.nonzero()[:, 0]
    if parts:
        found_B2[:, 0].index_add_(0, row_N, torch.cat(parts).double())
    found_B2[:, 1] = predicted_BT.sum(1)
    return found_B2
