"""The network families as torch modules; with `_transformer` the only file of `models` that imports torch at its top.

B examples; T tokens of the longest example; D width; H hidden units; F columns; O outputs; K filter size.
Tokens are right-padded and `mask_BT` is 1 on tokens. Padding never changes an output: what it computes is masked with
exact zeros (and neither a mask nor a branch waits for the value of a tensor).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

ACTIVATIONS: dict[str, Callable[[], nn.Module]] = {
    "relu": nn.ReLU,
    "gelu": nn.GELU,
    "silu": nn.SiLU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
}


class Perceptron(nn.Module):
    """Linear layers with an activation and dropout between them; none hidden makes a linear map."""

    def __init__(
        self, inputs: int, hidden: Sequence[int], outputs: int, *, activation: str, dropout: float, init: float | None
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        width = inputs
        for units in hidden:
            layers += [nn.Linear(width, units), ACTIVATIONS[activation]()]
            if dropout:
                layers.append(nn.Dropout(dropout))
            width = units
        self.layers = nn.Sequential(*layers, nn.Linear(width, outputs))
        if init is not None:
            for parameter in self.parameters():
                nn.init.constant_(parameter, init)

    def forward(self, features: Tensor) -> Tensor:
        """[B, F] to [B, O]."""
        return full(self.layers(features))


class Recurrent(nn.Module):
    """Token embeddings, layers of LSTM in one or both directions, pooling over time, a linear map."""

    def __init__(
        self,
        vocabulary: int,
        outputs: int,
        *,
        embedding: int,
        units: int,
        layers: int,
        bidirectional: bool,
        dropout: float,
        pooling: str,
    ) -> None:
        super().__init__()
        self.pooling = pooling
        self.embedding = nn.Embedding(vocabulary, embedding)
        nn.init.normal_(self.embedding.weight, std=0.1)
        directions = 2 if bidirectional else 1
        widths = [embedding] + [units * directions] * (layers - 1)
        self.ahead = nn.ModuleList(nn.LSTM(width, units, batch_first=True) for width in widths)
        # The other direction is an LSTM over each example reversed within its own length: a bidirectional nn.LSTM
        # would start in the padding, and packed sequences do not export to ONNX.
        self.back = nn.ModuleList(nn.LSTM(width, units, batch_first=True) for width in widths[: layers * bidirectional])
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(units * directions, outputs)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """[B, T] twice to [B, O]."""
        lengths_B = attention_mask.sum(dim=1)
        steps_T = torch.arange(input_ids.shape[1], device=input_ids.device)
        mirrored_BT = torch.where(attention_mask > 0, lengths_B[:, None] - 1 - steps_T, steps_T)
        hidden_BTD = self.dropout(self.embedding(input_ids))
        for index, ahead in enumerate(self.ahead):
            inputs_BTD = self.dropout(hidden_BTD) if index else hidden_BTD
            hidden_BTD = _recur(ahead, inputs_BTD)
            if self.back:
                back_BTH = _recur(self.back[index], _at(inputs_BTD, mirrored_BT))
                hidden_BTD = torch.cat([hidden_BTD, _at(back_BTH, mirrored_BT)], dim=2)
        return full(self.classifier(self.dropout(self._pooled(hidden_BTD, attention_mask, lengths_B))))

    def _pooled(self, hidden_BTD: Tensor, mask_BT: Tensor, lengths_B: Tensor) -> Tensor:
        if self.pooling == "mean":
            return mean_over_tokens(hidden_BTD, mask_BT)
        if self.pooling == "max":
            lowest = hidden_BTD.masked_fill(mask_BT[:, :, None] == 0, -1.0)  # an LSTM's output lies within (-1, 1)
            return lowest.amax(dim=1)
        last_B1 = (lengths_B - 1).clamp(min=0)[:, None]
        if not self.back:
            return _at(hidden_BTD, last_B1).squeeze(1)
        ahead_BTH, back_BTH = hidden_BTD.chunk(2, dim=2)  # the backward direction ends at the first token
        return torch.cat([_at(ahead_BTH, last_B1).squeeze(1), back_BTH[:, 0]], dim=1)


class Convolution(nn.Module):
    """Filters of several sizes over token embeddings, the maximum of each over time, a linear map.

    Source: Kim 2014, Convolutional Neural Networks for Sentence Classification, section 2. Here a filter may reach
    over either end of the text, so that a text shorter than a filter has an answer.
    """

    def __init__(
        self, vocabulary: int, outputs: int, *, embedding: int, filters: int, sizes: Sequence[int], dropout: float
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, embedding)
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.filters = nn.ModuleList(nn.Conv1d(embedding, filters, size, padding=size - 1) for size in sizes)
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(filters * len(sizes), outputs)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """[B, T] twice to [B, O]."""
        embedded_BTD = self.embedding(input_ids)
        embedded_BTD = embedded_BTD * attention_mask[:, :, None].to(embedded_BTD.dtype)
        embedded_BDT = self.dropout(embedded_BTD).transpose(1, 2)
        pooled = []
        for convolution in self.filters:
            response = functional.relu(convolution(embedded_BDT))  # [B, filters, T + K - 1]
            # A window that ends k-1 places after the last token still holds it; later ones see padding only.
            reach = functional.pad(attention_mask, (response.shape[2] - attention_mask.shape[1], 0), value=1)
            pooled.append((response * reach[:, None, :].to(response.dtype)).amax(dim=2))
        return full(self.classifier(self.dropout(torch.cat(pooled, dim=1))))


def _recur(layer: Any, inputs_BTD: Tensor) -> Tensor:
    """All states of one LSTM in one direction, [B, T, H]; in an export the ONNX operator, whose length is dynamic.

    Traced, torch's own LSTM is unrolled over the length of the example and fixed to it.
    """
    if not torch.onnx.is_in_onnx_export():
        states: Tensor = layer(inputs_BTD)[0]
        return states
    from torch.onnx import ops

    def as_onnx(parameter: Tensor) -> Tensor:  # gates: torch has input, forget, cell, output; ONNX input, output, ...
        entry, forget, cell, leave = parameter.chunk(4)
        return torch.cat([entry, leave, forget, cell])

    bias = torch.cat([as_onnx(layer.bias_ih_l0), as_onnx(layer.bias_hh_l0)])
    weights = (as_onnx(layer.weight_ih_l0)[None], as_onnx(layer.weight_hh_l0)[None], bias[None])
    batch, length, _ = inputs_BTD.shape
    states_T1BH = ops.symbolic(
        "LSTM",
        (inputs_BTD.transpose(0, 1), *weights),
        {"hidden_size": layer.hidden_size},
        dtype=inputs_BTD.dtype,
        shape=(length, 1, batch, layer.hidden_size),
    )
    return states_T1BH.squeeze(1).transpose(0, 1)


def _at(hidden_BTD: Tensor, index_BT: Tensor) -> Tensor:
    return hidden_BTD.gather(1, index_BT[:, :, None].expand(-1, -1, hidden_BTD.shape[2]))


def mean_over_tokens(hidden_BTD: Tensor, mask_BT: Tensor) -> Tensor:
    """The mean over each text's own tokens, [B, D]; zeros for a text without any."""
    mask_BT1 = mask_BT[:, :, None].to(hidden_BTD.dtype)
    return (hidden_BTD * mask_BT1).sum(dim=1) / mask_BT1.sum(dim=1).clamp(min=1)


def full(outputs: Tensor) -> Tensor:
    """Outputs leave in at least float32: a loss in bfloat16 has three digits."""
    return outputs.float() if outputs.dtype in (torch.bfloat16, torch.float16) else outputs
