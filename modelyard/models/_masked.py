"""An encoder that fills in masked tokens, as our torch module, and how likely it finds what was masked.

B sequences; T tokens; D width; V vocabulary.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from modelyard.core.allowed import refuse_named_code
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.models import _pretrained
from modelyard.models._attention import use_own_dropout
from modelyard.models._linear_cross_entropy import token_losses
from modelyard.models._networks import mean_over_tokens
from modelyard.models._transformer import compute_dtype, modern_bert_body

_FAR = -1e4  # exp of it is exactly 0 in every precision, and it stays finite


# Definitions whose weights a masked training may start from, beside our own ModernBERT.
_BERT, _ROBERTA = frozenset({"bert"}), frozenset({"roberta", "xlm-roberta", "camembert"})


class MaskedEncoder(nn.Module):
    """A masked language model, called without building its logits; its weights open with AutoModelForMaskedLM.

    A ModernBERT without a bias over the vocabulary, or BERT and its kin with one: there what the head reads ends with
    a 1, and the output matrix with the bias.
    """

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network
        use_own_dropout(network)

    @property
    def head(self) -> Tensor:
        """The output matrix [V, D], the embedding's own; [V, D + 1] where there is a bias."""
        linear: Any = self.network.get_output_embeddings()  # type: ignore[operator]
        weight: Tensor = linear.weight
        return weight if linear.bias is None else torch.cat([weight, linear.bias[:, None]], dim=1)

    def hidden(self, input_ids: Tensor, attention_mask: Tensor, segments: Tensor | None = None) -> Tensor:
        """What the head reads, [B, T, D or D + 1]; no token sees padding, or another segment."""
        seen = attention_mask[:, None, None, :].bool()
        if segments is not None:
            seen = seen & (segments[:, None, :, None] == segments[:, None, None, :])
        dtype = compute_dtype(self)
        network: Any = self.network
        body_BTD = self._body(input_ids, (~seen).to(dtype) * _FAR)
        if network.config.model_type == "modernbert":
            found: Tensor = network.head(body_BTD)
            return found
        if network.config.model_type in _BERT:
            found = network.cls.predictions.transform(body_BTD)
        else:
            found = network.lm_head.layer_norm(functional.gelu(network.lm_head.dense(body_BTD)))
        return torch.cat([found, found.new_ones(*found.shape[:2], 1)], dim=2)

    def embedding(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The mean of the last hidden states, [B, D]."""
        far = (1 - attention_mask[:, None, None, :].to(compute_dtype(self))) * _FAR
        return mean_over_tokens(self._body(input_ids, far), attention_mask)

    def _body(self, input_ids: Tensor, far: Tensor) -> Tensor:
        network: Any = self.network
        if network.config.model_type == "modernbert":
            return modern_bert_body(network, input_ids, far)
        found: Tensor = network.base_model(input_ids=input_ids, attention_mask=far).last_hidden_state
        return found

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Logits [B, T, V]."""
        hidden_BTD = self.hidden(input_ids, attention_mask)
        return hidden_BTD @ self.head.to(hidden_BTD.dtype).t()


def build(definition: Any, source: str | None, directory: Path | None) -> MaskedEncoder:
    """From scratch by a ModernBertConfig, or with the weights of such a checkpoint, or of BERT or RoBERTa.

    Raises: RecipeError for a checkpoint of another definition.
    """
    from transformers import AutoModelForMaskedLM, ModernBertForMaskedLM

    if directory is None:
        definition.decoder_bias = False
        return MaskedEncoder(ModernBertForMaskedLM(definition))
    known = _pretrained.definition(directory)
    own = known.model_type == "modernbert" and not known.decoder_bias
    if not own and known.model_type not in _BERT | _ROBERTA:
        raise RecipeError(
            "masked training starts from BERT, RoBERTa, or what masked training here began",
            where="model.from",
            got=known.model_type,
            remedy="Name such a checkpoint or a run with train.objective: masked, or leave model.from out.",
        )
    for name in ("attention_probs_dropout_prob", "attention_dropout"):  # as in classification: `encoder._load`
        if hasattr(known, name):
            setattr(known, name, 0.0)
    network, fresh = _pretrained.network(AutoModelForMaskedLM, directory, known, attention="eager")
    if fresh:
        raise RecipeError(
            f"the checkpoint's weights lack {fresh[0]}",
            where="model.from",
            got=source,
            remedy="Give a checkpoint that was trained to fill in masked tokens.",
        )
    return MaskedEncoder(network)


def open(directory: Path) -> MaskedEncoder:
    """The trained module, float32, in evaluation mode. Raises: ArtifactError where weights are missing."""
    from transformers import AutoModelForMaskedLM

    refuse_named_code(directory / "config.json")
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
