"""An encoder that fills in masked tokens, as our torch module, and how likely it finds what was masked.

B sequences; T tokens; D width; V vocabulary.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.models import _pretrained
from modelyard.models._attention import use_own_dropout
from modelyard.models._linear_cross_entropy import token_losses
from modelyard.models._transformer import compute_dtype, modern_bert_body

_FAR = -1e4  # exp of it is exactly 0 in every precision, and it stays finite


class MaskedEncoder(nn.Module):
    """A ModernBertForMaskedLM, called without building its logits; its weights open with AutoModelForMaskedLM."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network
        use_own_dropout(network)

    @property
    def head(self) -> Tensor:
        """The output matrix [V, D], the embedding's own."""
        weight: Tensor = self.network.decoder.weight  # type: ignore[union-attr,assignment]
        return weight

    def hidden(self, input_ids: Tensor, attention_mask: Tensor, segments: Tensor | None = None) -> Tensor:
        """What the head reads, [B, T, D]; no token sees padding, or another segment where there are several."""
        seen = attention_mask[:, None, None, :].bool()
        if segments is not None:
            seen = seen & (segments[:, None, :, None] == segments[:, None, None, :])
        dtype = compute_dtype(self)
        network: Any = self.network
        found: Tensor = network.head(modern_bert_body(network, input_ids, (~seen).to(dtype) * _FAR))
        return found

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Logits [B, T, V]."""
        hidden_BTD = self.hidden(input_ids, attention_mask)
        return hidden_BTD @ self.head.to(hidden_BTD.dtype).t()


def build(definition: Any, source: str | None, directory: Path | None) -> MaskedEncoder:
    """From scratch by a ModernBertConfig, or with the weights of such a checkpoint in `directory`.

    Raises: RecipeError for a checkpoint of another definition.
    """
    from transformers import AutoModelForMaskedLM, ModernBertForMaskedLM

    if directory is None:
        definition.decoder_bias = False
        return MaskedEncoder(ModernBertForMaskedLM(definition))
    known = _pretrained.definition(directory)
    if known.model_type != "modernbert" or known.decoder_bias:
        raise RecipeError(
            "masked training goes on from what masked training here began",
            where="model.from",
            got=source,
            remedy="Name a run with train.objective: masked, or leave model.from out.",
        )
    network, fresh = _pretrained.network(AutoModelForMaskedLM, directory, known, attention="eager")
    if fresh:
        raise RecipeError(
            f"the checkpoint's weights lack {fresh[0]}",
            where="model.from",
            got=source,
            remedy="Name a run with train.objective: masked.",
        )
    return MaskedEncoder(network)


def open(directory: Path) -> MaskedEncoder:
    """The trained module, float32, in evaluation mode. Raises: ArtifactError where weights are missing."""
    from transformers import AutoModelForMaskedLM

    _pretrained.check_no_code(directory)
    definition = _pretrained.definition(directory)
    network, fresh = _pretrained.network(AutoModelForMaskedLM, directory, definition, attention="eager")
    if fresh:
        place = str(directory / "model.safetensors")
        raise ArtifactError(f"the weights lack {fresh[0]}", where=place, remedy="Restore it from a copy.")
    return MaskedEncoder(network).float().eval()


@torch.no_grad()
def masked_likelihood(model: Any, marked: Tensor, attention_mask: Tensor, mask_id: int) -> Tensor:
    """Nats of the masked tokens of each sequence, and how many these are: float64 [B, 2].

    In `marked` a token that is to be predicted stands as itself, every other as ~id.
    """
    predicted_BT = attention_mask.bool() & (marked >= 0)
    inputs = torch.where(marked < 0, ~marked, marked).masked_fill(predicted_BT, mask_id)
    hidden_ND = model.hidden(inputs, attention_mask)[predicted_BT]
    found_B2 = torch.zeros(len(marked), 2, dtype=torch.float64, device=marked.device)
    if len(hidden_ND):
        losses = token_losses(hidden_ND, model.head, marked[predicted_BT])
        found_B2[:, 0].index_add_(0, predicted_BT.nonzero()[:, 0], losses.double())
    found_B2[:, 1] = predicted_BT.sum(1)
    return found_B2
