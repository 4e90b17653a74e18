"""A causal language model of `transformers` as our torch module.

B sequences; T tokens of a sequence; D width; H heads; K key heads; E width of a head; V vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.checkpoint import checkpoint

from modelyard.models._decoder_attention import (
    Context,
    blocked_scores,
    fastest_attention,
    reads_bounds,
    rotations,
)
from modelyard.models._decoder_kernels import gated, rms_norm, turn, wide
from modelyard.models._definitions import is_own as is_own_definition
from modelyard.models._devices import is_triton_there
from modelyard.models._quantised import packed_sizes


class Decoder(nn.Module):
    """A causal language model, called without building its logits unless they are asked for.

    The weights of `network` are the model: saved, they open with AutoModelForCausalLM as they are. Llama and Qwen3
    definitions are computed here from their own layers, in fewer passes over memory; the others by their own forward.
    `layers` are what FSDP2 shards, what `checkpointing` recomputes and what may be compiled one by one (they hold the
    network's own parameters and are no submodules: nothing is saved twice). `attention` is "eager" (plain softmax) or
    "sdpa" and may be changed at any time. `dropout` acts in training on embeddings and on what each layer adds.
    """

    def __init__(self, network: nn.Module, *, attention: str = "eager", dropout: float = 0.0) -> None:
        super().__init__()
        self.network = network
        self.config: Any = network.config
        self.attention = attention
        self.dropout = dropout
        self.checkpointing = False
        self.layers: Sequence[Layer] = ()
        if is_own(self.config):
            self.layers = tuple(Layer(layer) for layer in network.model.layers)  # type: ignore[union-attr]

    @property
    def is_quantised(self) -> bool:
        """Whether frozen weights are kept in fewer bits."""
        return bool(packed_sizes(self))

    @property
    def head(self) -> Tensor:
        """The output matrix [V, D]; the embedding's own where they are tied."""
        weight: Tensor = self.network.get_output_embeddings().weight  # type: ignore[operator]
        return weight

    def choose_attention(self, batch: int, length: int, dtype: torch.dtype) -> str:
        """Take the attention path that is faster for batches of this shape on this device, measured; its name."""
        if self.layers:
            self.attention = fastest_attention(self.config, batch, length, dtype, self.head.device)
        return self.attention

    def forward(self, input_ids: Tensor, position_ids: Tensor | None = None, segments: Tensor | None = None) -> Tensor:
        """Logits [B, T, V], at least float32. `hidden` and a chunked loss never hold them whole."""
        hidden_BTD = self.hidden(input_ids, position_ids, segments)
        logits_BTV = functional.linear(hidden_BTD, self.head.to(hidden_BTD.dtype))
        return logits_BTV.to(wide(logits_BTV.dtype))

    def hidden(
        self,
        input_ids: Tensor,
        position_ids: Tensor | None = None,
        segments: Tensor | None = None,
        bounds: Tensor | None = None,
    ) -> Tensor:
        """What the head reads, [B, T, D], in the compute precision (bfloat16 under autocast).

        `segments` [B, T] are whole numbers: a token attends to earlier tokens of its own segment only. `position_ids`
        [B, T] count from 0 where empty, through all segments. `bounds` (`document_bounds` of the segments) let a GPU
        skip what lies outside of a document; without them it computes all and hides it.
        """
        if not self.layers:
            return self._by_network(input_ids, position_ids, segments)
        body: Any = self.network.model
        dtype = compute_dtype(self)
        # The complex product has no compiled form; on processors, outside compilation, it is the fastest way (2.3 ms a
        # layer become 1).
        pairs = input_ids.device.type == "cpu" and not (torch.compiler.is_compiling() or _is_compiled(self.layers[0]))
        positions = torch.arange(input_ids.shape[1], device=input_ids.device) if position_ids is None else position_ids
        tables = rotations(body.rotary_emb, positions, dtype, pairs=pairs)
        if self.attention == "eager" or not reads_bounds(self.config, dtype, input_ids.device):
            bounds = None
        blocked = blocked_scores(segments, dtype) if bounds is None else None
        at_once = input_ids.device.type == "cuda" and dtype != torch.float64 and is_triton_there()
        context = Context(tables, blocked, self.attention, bounds, turns_at_once=at_once)
        hidden_BTD = functional.dropout(body.embed_tokens(input_ids), self.dropout, self.training)
        dropout = self.dropout if self.training else 0.0
        for layer in self.layers:
            if self.checkpointing and torch.is_grad_enabled():
                hidden_BTD = checkpoint(layer, hidden_BTD, context, dropout, use_reentrant=False)
            else:
                hidden_BTD = layer(hidden_BTD, context, dropout)
        return rms_norm(hidden_BTD, body.norm.weight, body.norm.variance_epsilon, dtype)

    def _by_network(self, input_ids: Tensor, position_ids: Tensor | None, segments: Tensor | None) -> Tensor:
        mask = None
        if segments is not None:
            allowed = (segments[:, None, :, None] == segments[:, None, None, :]).tril()
            dtype = compute_dtype(self)
            mask = torch.zeros(allowed.shape, dtype=dtype, device=allowed.device)
            mask = mask.masked_fill(~allowed, torch.finfo(dtype).min)
        network: Any = self.network
        output = network.base_model(
            input_ids=input_ids, position_ids=position_ids, attention_mask=mask, use_cache=False
        )
        hidden: Tensor = output.last_hidden_state
        return hidden.to(compute_dtype(self))


class Layer(nn.Module):
    """One layer of a Llama or Qwen3 definition: the same numbers as its own forward, in fewer passes."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        self.layer = layer
        self.index = int(layer.self_attn.layer_idx)  # type: ignore[union-attr,arg-type]

    def forward(self, hidden_BTD: Tensor, context: Any, dropout: float = 0.0) -> Tensor:
        """[B, T, D] to [B, T, D]."""
        layer: Any = self.layer
        dtype = compute_dtype(self)
        norm = layer.input_layernorm
        inputs = rms_norm(hidden_BTD, norm.weight, norm.variance_epsilon, dtype)
        attended = _self_attention(layer.self_attn, inputs, context, self.index)
        hidden_BTD = hidden_BTD + functional.dropout(attended, dropout, dropout > 0)
        norm = layer.post_attention_layernorm
        inputs = rms_norm(hidden_BTD, norm.weight, norm.variance_epsilon, dtype)
        return hidden_BTD + functional.dropout(_feed_forward(layer.mlp, inputs), dropout, dropout > 0)


def _self_attention(attention: Any, inputs_BTD: Tensor, context: Any, index: int) -> Tensor:
    batch, length, _ = inputs_BTD.shape
    size = attention.head_dim
    paired = context.tables[0].is_complex()
    projections = (attention.q_proj, attention.k_proj, attention.v_proj)
    if context.fused and _plain(*projections):
        dtype, orders = inputs_BTD.dtype, (size, size, 0) if paired else (0, 0, 0)
        weights = [_weight(linear, dtype, order) for linear, order in zip(projections, orders, strict=True)]
        biases = [_bias(linear, dtype, order) for linear, order in zip(projections, orders, strict=True)]
        bias = torch.cat([part for part in biases if part is not None]) if biases[0] is not None else None
        projected = functional.linear(inputs_BTD, torch.cat(weights), bias)
        if context.turns_at_once and not hasattr(attention, "q_norm"):
            parts = _turned_at_once(projected, context.tables[1], [len(w) // size for w in weights], size)
            mixed = context.mix(index, *parts).reshape(batch, length, -1)
            return _linear(attention.o_proj, mixed)
        queries, keys, values = torch.split(projected, [len(weight) for weight in weights], dim=2)
    else:  # adapted, quantised or decoding: each projection by itself
        queries, keys, values = (_linear(linear, inputs_BTD) for linear in projections)
        if paired:
            queries, keys = _paired(queries, size), _paired(keys, size)
    shape = (batch, length, -1, size)
    queries, keys, values = queries.view(shape), keys.view(shape), values.view(shape).transpose(1, 2)
    if hasattr(attention, "q_norm"):
        queries = _head_norm(attention.q_norm, queries, paired)
        keys = _head_norm(attention.k_norm, keys, paired)
    queries, keys = turn(queries, context.tables[0]), turn(keys, context.tables[1])
    mixed = context.mix(index, queries, keys, values).reshape(batch, length, -1)
    return _linear(attention.o_proj, mixed)


def _turned_at_once(projected: Tensor, table: Tensor, heads: list[int], size: int) -> tuple[Tensor, ...]:
    """Scaled queries, keys and values, [B, heads, T, E] each; `table` is that of the keys."""
    from modelyard.models._turn_kernel import turned

    flat = table.reshape(2, -1, size // 2)
    return tuple(part.transpose(1, 2) for part in turned(projected, flat, size**-0.5, heads[0], heads[1], size))


def _feed_forward(mlp: Any, inputs_BTD: Tensor) -> Tensor:
    if not _plain(mlp.gate_proj, mlp.up_proj) or mlp.gate_proj.bias is not None:
        output: Tensor = mlp(inputs_BTD)
        return output
    dtype = inputs_BTD.dtype
    flat_ND = inputs_BTD.reshape(-1, inputs_BTD.shape[2])
    hidden_NI = gated(flat_ND, mlp.gate_proj.weight.to(dtype), mlp.up_proj.weight.to(dtype))
    return _linear(mlp.down_proj, hidden_NI).view(inputs_BTD.shape)


def _linear(linear: Any, inputs: Tensor) -> Tensor:
    if not _plain(linear):
        output: Tensor = linear(inputs)
        return output
    return functional.linear(inputs, linear.weight.to(inputs.dtype), _bias(linear, inputs.dtype, 0))


def _plain(*linears: nn.Module) -> bool:
    """Whether these are linear maps and nothing more: an adapter or a quantised map has a class of its own."""
    return all(type(linear) is nn.Linear for linear in linears)


def _weight(linear: Any, dtype: torch.dtype, pair_size: int) -> Tensor:
    """The weight in the compute precision; its rows reordered for `turn` where a head's size is given."""
    weight: Tensor = linear.weight.to(dtype)
    return _paired(weight.t(), pair_size).t() if pair_size else weight


def _bias(linear: Any, dtype: torch.dtype, pair_size: int) -> Tensor | None:
    if linear.bias is None:
        return None
    bias: Tensor = linear.bias.to(dtype)
    return _paired(bias, pair_size) if pair_size else bias


def _paired(inputs: Tensor, size: int) -> Tensor:
    """The last dimension reordered within each head: its two halves interleaved. Scores do not depend on the order."""
    halves = inputs.reshape(*inputs.shape[:-1], -1, 2, size // 2)
    return halves.transpose(-1, -2).reshape(inputs.shape)


def _head_norm(norm: Any, inputs_BTHE: Tensor, paired: bool) -> Tensor:
    weight = _paired(norm.weight, len(norm.weight)) if paired else norm.weight
    return rms_norm(inputs_BTHE, weight, norm.variance_epsilon, inputs_BTHE.dtype)


def is_own(config: Any) -> bool:
    """Whether a definition is one that is computed here."""
    return is_own_definition(config.to_dict())


def _is_compiled(layer: Any) -> bool:
    """Whether `torch.compile` stands before a layer's call. FSDP2's hooks make layers functions, which are not."""
    return getattr(layer, "_compiled_call_impl", None) is not None


def compute_dtype(model: nn.Module) -> torch.dtype:
    """What the matrix products run in."""
    parameter = next(p for p in model.parameters() if p.is_floating_point())  # packed weights are whole numbers
    kind = parameter.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else parameter.dtype
