"""A sequence classifier of `transformers` as our torch module.

B examples; T tokens of the longest example; D width; O outputs. Tokens are right-padded and `mask_BT` is 1 on tokens.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AttentionInterface

from modelyard.models._attention import attend, for_transformers, use_own_dropout
from modelyard.models._networks import full, mean_over_tokens

# Added to the attention score of a padded key. exp(-1e4) is exactly 0 in every precision, and, unlike the smallest
# finite number, it stays finite when a score is added: an example without tokens gives no NaN.
_MASKED = -1e4
# The definitions whose forward takes a ready additive mask [B, 1, 1, T]; the others build theirs from mask_BT.
_OURS = "modelyard"
_BY_LAST_TOKEN = frozenset({"t5", "mt5", "umt5"})
_TAKES_READY_MASK = frozenset({"bert", "electra", "roberta", "xlm-roberta", "camembert", "distilbert"})


class Encoder(nn.Module):
    """A sequence classifier of `transformers`, called with a mask that is made once.

    The weights of `network` are the model: saved, they open with AutoModelForSequenceClassification as they are. The
    ModernBERT definition is computed here from its own layers: its own forward turns queries and keys and takes the
    softmax in float32 also where the model is float64, and divides by zero for a text without tokens.
    """

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network
        self.tells_embedding = False
        config: Any = network.config
        self.kind = str(config.model_type)
        use_own_dropout(network)
        if self.kind in _TAKES_READY_MASK and config._attn_implementation == "eager":
            AttentionInterface.register(_OURS, for_transformers)
            config._attn_implementation = _OURS

    @property
    def embeds(self) -> bool:
        """Whether it has one vector for a text."""
        return self.kind not in _BY_LAST_TOKEN

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Any:
        """[B, T] twice to [B, O]; where `tells_embedding`, beside it the mean of the last hidden states, [B, D]."""
        if not self.tells_embedding:
            return self._outputs(input_ids, attention_mask)
        seen: list[Tensor] = []
        network: Any = self.network
        body = network.model.final_norm if self.kind == "modernbert" else network.base_model
        hook = body.register_forward_hook(lambda module, given, made: seen.append(_last_hidden(made)))
        try:
            outputs = self._outputs(input_ids, attention_mask)
        finally:
            hook.remove()
        return outputs, full(mean_over_tokens(seen[-1], attention_mask))

    def embedding(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The mean of the last hidden states, [B, D]; may be called while another thread asks for outputs."""
        network: Any = self.network
        mask = _additive(attention_mask, compute_dtype(self))
        if self.kind == "modernbert":
            hidden_BTD = modern_bert_body(network, input_ids, mask)
        else:
            given = mask if self.kind in _TAKES_READY_MASK else attention_mask
            hidden_BTD = _last_hidden(network.base_model(input_ids=input_ids, attention_mask=given))
        return full(mean_over_tokens(hidden_BTD, attention_mask))

    def _outputs(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        network: Any = self.network
        if self.kind == "modernbert":
            return full(_modern_bert(network, input_ids, attention_mask))
        if self.kind in _BY_LAST_TOKEN:
            return full(_encoder_decoder(network, input_ids, attention_mask))
        ready = self.kind in _TAKES_READY_MASK
        mask = _additive(attention_mask, compute_dtype(self)) if ready else attention_mask
        return full(network(input_ids=input_ids, attention_mask=mask).logits)


def _last_hidden(made: Any) -> Tensor:
    """What a body made, [B, T, D]: itself, or the first of several."""
    found: Tensor = made if isinstance(made, Tensor) else made[0]
    return found


def _encoder_decoder(network: Any, input_ids: Tensor, mask_BT: Tensor) -> Tensor:
    """T5ForSequenceClassification.forward: what its decoder makes of the last token, which ends the text.

    The original looks for the end token, and fails where a text of the batch holds its name.
    Source: transformers 5.23, models/t5/modeling_t5.py.
    """
    shifted = network._shift_right(input_ids)
    hidden_BTD = network.transformer(
        input_ids=input_ids, attention_mask=mask_BT, decoder_input_ids=shifted, use_cache=False
    ).last_hidden_state
    last_B11 = (mask_BT.sum(dim=1) - 1).clamp(min=0)[:, None, None]
    pooled_BD = hidden_BTD.gather(1, last_B11.expand(-1, 1, hidden_BTD.shape[2]))[:, 0]
    logits: Tensor = network.classification_head(pooled_BD)
    return logits


def _modern_bert(network: Any, input_ids: Tensor, mask_BT: Tensor) -> Tensor:
    """ModernBertForSequenceClassification.forward.

    Source: transformers 5.23, models/modernbert/modeling_modernbert.py.
    """
    hidden_BTD = modern_bert_body(network, input_ids, _additive(mask_BT, compute_dtype(network)))
    config = network.config
    mean = config.classifier_pooling == "mean"
    pooled_BD = mean_over_tokens(hidden_BTD, mask_BT) if mean else hidden_BTD[:, 0]
    logits: Tensor = network.classifier(network.drop(network.head(pooled_BD)))
    return logits


def modern_bert_body(network: Any, input_ids: Tensor, mask: Tensor) -> Tensor:
    """The last hidden states, [B, T, D]; `mask` [B, 1, 1 or T, T] is added to the scores of full attention."""
    body, config = network.model, network.config
    steps_T = torch.arange(input_ids.shape[1], device=input_ids.device)
    dtype = compute_dtype(network)
    masks = {"full_attention": mask}
    if "sliding_attention" in config.layer_types:
        far_TT = (steps_T[:, None] - steps_T[None, :]).abs() > config.sliding_window
        masks["sliding_attention"] = mask + far_TT.to(dtype) * _MASKED
    rotations = {kind: _rotation(body.rotary_emb, kind, steps_T, dtype) for kind in masks}
    hidden_BTD = body.embeddings(input_ids=input_ids)
    for layer in body.layers:
        kind = layer.attention_type
        attended_BTD = _attend(layer.attn, layer.attn_norm(hidden_BTD), masks[kind], rotations[kind])
        hidden_BTD = hidden_BTD + attended_BTD
        hidden_BTD = hidden_BTD + layer.mlp(layer.mlp_norm(hidden_BTD))
    found: Tensor = body.final_norm(hidden_BTD)
    return found


def _rotation(rotary: Any, kind: str, steps_T: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Cosine and sine of each position's angles, [T, 1, 1, half a head], in at least float32."""
    wide = torch.float64 if dtype == torch.float64 else torch.float32
    angles = steps_T[:, None].to(wide) * getattr(rotary, f"{kind}_inv_freq").to(wide)
    scaling = getattr(rotary, f"{kind}_attention_scaling")
    return (angles.cos() * scaling)[:, None, None], (angles.sin() * scaling)[:, None, None]


def _attend(attention: Any, inputs_BTD: Tensor, mask: Tensor, rotation: tuple[Tensor, Tensor]) -> Tensor:
    """Self-attention with rotary positions; `mask` is added to the scores."""
    batch, length, width = inputs_BTD.shape
    projected = attention.Wqkv(inputs_BTD).view(batch, length, 3, -1, attention.head_dim)
    cosine, sine = rotation
    first, second = projected[:, :, :2].chunk(2, dim=-1)  # queries and keys turn together; the products are float32
    turned = torch.cat([first * cosine - second * sine, second * cosine + first * sine], dim=-1).to(projected.dtype)
    queries, keys = turned[:, :, 0].transpose(1, 2), turned[:, :, 1].transpose(1, 2)
    values = projected[:, :, 2].transpose(1, 2)
    dropout = attention.attention_dropout if attention.training else 0.0
    scale = attention.head_dim**-0.5
    if attention.config._attn_implementation == "sdpa":
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, attn_mask=mask.to(queries.dtype), dropout_p=dropout, scale=scale
        ).transpose(1, 2)
    else:
        mixed = attend(queries, keys, values, mask, scale=scale, dropout=dropout)
    projection: Tensor = attention.out_drop(attention.Wo(mixed.reshape(batch, length, width)))
    return projection


def _additive(mask_BT: Tensor, dtype: torch.dtype) -> Tensor:
    return (1 - mask_BT[:, None, None, :].to(dtype)) * _MASKED


def compute_dtype(model: nn.Module) -> torch.dtype:
    """What the matrix products run in: adding a mask of a wider type would widen the attention scores."""
    parameter = next(model.parameters())
    kind = parameter.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else parameter.dtype
