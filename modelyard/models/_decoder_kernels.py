"""The operations of a decoder's layer that save passes over memory: normalisation, rotation, gating, plain attention.

B sequences; T tokens of a sequence; D width; H heads; K key heads; G = H / K; E width of a head; I width of the gate.
Each backward is written out and checked in float64 (tests/models/test_decoder_kernels.py); all can be compiled.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

# Queries of a block see keys up to the block's end only, so a quarter of the products at T = 256 (and nearly half at
# larger T) is never computed. Measured at 72 heads of 64 and T = 256: blocks of 128 take 0.75, of 64 0.8.
BLOCK = 128


def wide(dtype: torch.dtype) -> torch.dtype:
    """What sums and angles are computed in: at least float32."""
    return torch.float64 if dtype == torch.float64 else torch.float32


class _RmsNorm(torch.autograd.Function):
    """Source: Zhang and Sennrich 2019, "Root mean square layer normalization", equation 4."""

    @staticmethod
    def forward(ctx: Any, inputs: Tensor, weight: Tensor, epsilon: float, dtype: torch.dtype) -> Tensor:
        kind = wide(inputs.dtype)
        length = torch.linalg.vector_norm(inputs, dim=-1, keepdim=True, dtype=kind)
        inverse = torch.rsqrt(length * length / inputs.shape[-1] + epsilon)
        ctx.save_for_backward(inputs, weight, inverse)
        return (inputs * inverse * weight).to(dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None, None]:
        inputs, weight, inverse = ctx.saved_tensors
        kind, width = inverse.dtype, inputs.shape[-1]
        gradient, scale = gradients[0].to(kind), weight.to(kind)
        if torch.compiler.is_compiling():  # written out it becomes one pass, where the kernel below would stay as it is
            unit = inputs * inverse  # of length 1 in the mean square
            products = (gradient * unit).reshape(-1, width)
            of_weight = products.sum(dim=0)
            along = (products @ scale).view(inverse.shape) / -width
            of_inputs = torch.addcmul(gradient * weight, unit, along) * inverse
        else:
            # Layer normalisation's own kernel with a mean of 0 leaves out one term only: a third of the time of the
            # formula written out (3,072 x 384, float32: 1.4 ms instead of 3.9).
            of_inputs, of_weight, _ = torch.ops.aten.native_layer_norm_backward(
                gradient,
                inputs.to(kind),
                (width,),
                torch.zeros_like(inverse),
                inverse,
                scale,
                None,
                (True, True, False),
            )
            along = (gradient.reshape(-1, width) @ scale).view(inverse.shape) / width
            of_inputs = of_inputs.add_(along * inverse)
        return of_inputs.to(inputs.dtype), of_weight.to(weight.dtype), None, None


def rms_norm(inputs: Tensor, weight: Tensor, epsilon: float, dtype: torch.dtype) -> Tensor:
    """The inputs over their root mean square (last dimension), times `weight`, as `dtype`."""
    if inputs.device.type == "cuda" and not torch.compiler.is_compiling():
        return functional.rms_norm(inputs, weight.shape, weight.to(inputs.dtype), epsilon).to(dtype)  # one kernel there
    normalised: Tensor = _RmsNorm.apply(inputs, weight, epsilon, dtype)  # type: ignore[no-untyped-call]
    return normalised


class _Turn(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, inputs_BTHE: Tensor, table: Tensor) -> Tensor:
        ctx.save_for_backward(table)
        return _turned(inputs_BTHE.transpose(1, 2), table)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        (table,) = ctx.saved_tensors
        back = table.conj() if table.is_complex() else torch.stack([table[0], -table[1]])
        return _turned(gradients[0], back).transpose(1, 2), None


def _turned(inputs_BHTE: Tensor, table: Tensor) -> Tensor:
    """The product in at least float32; as pairs it is one copy, one product in place, one copy back."""
    if table.is_complex():
        pairs = torch.empty(inputs_BHTE.shape, dtype=wide(inputs_BHTE.dtype), device=inputs_BHTE.device)
        pairs.copy_(inputs_BHTE)
        torch.view_as_complex(pairs.view(*pairs.shape[:-1], -1, 2)).mul_(table)
        return pairs.to(inputs_BHTE.dtype)
    cosine, sine = table
    first, second = inputs_BHTE.to(cosine.dtype).chunk(2, dim=-1)
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], dim=-1).to(inputs_BHTE.dtype)


def turn(inputs_BTHE: Tensor, table: Tensor) -> Tensor:
    """Rotary positions: [B, T, H, E] to [B, H, T, E].

    A complex table [T or B 1 T, E / 2] turns neighbouring numbers as pairs; a real one [2, T or B 1 T, E / 2] of
    cosines and sines turns the two halves (the order of `transformers`), which compiles into one pass.
    Source: Su et al. 2021, "RoFormer", equation 34.
    """
    turned: Tensor = _Turn.apply(inputs_BTHE, table)  # type: ignore[no-untyped-call]
    return turned


class _Gated(torch.autograd.Function):
    """silu(x Wg) * (x Wu); the two products stay apart, as slices of one would be slower to read."""

    @staticmethod
    def forward(ctx: Any, inputs_ND: Tensor, gate_ID: Tensor, up_ID: Tensor) -> Tensor:
        gate_NI, up_NI = inputs_ND @ gate_ID.t(), inputs_ND @ up_ID.t()
        active_NI = functional.silu(gate_NI)
        # A GPU computes it again sooner than it fetches it.
        kept = [active_NI] if inputs_ND.device.type == "cpu" else []
        ctx.save_for_backward(inputs_ND, gate_ID, up_ID, gate_NI, up_NI, *kept)
        return active_NI * up_NI

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        inputs_ND, gate_ID, up_ID, gate_NI, up_NI, *kept = ctx.saved_tensors
        active_NI = kept[0] if kept else functional.silu(gate_NI)
        of_up_NI = gradients[0] * active_NI
        of_gate_NI = torch.ops.aten.silu_backward(gradients[0] * up_NI, gate_NI)
        of_inputs_ND = torch.addmm(of_up_NI @ up_ID, of_gate_NI, gate_ID)
        return of_inputs_ND, of_gate_NI.t() @ inputs_ND, of_up_NI.t() @ inputs_ND


def gated(inputs_ND: Tensor, gate_ID: Tensor, up_ID: Tensor) -> Tensor:
    """SwiGLU's hidden units. Source: Shazeer 2020, "GLU variants improve Transformer", equation 6."""
    units: Tensor = _Gated.apply(inputs_ND, gate_ID, up_ID)  # type: ignore[no-untyped-call]
    return units


class _Attend(torch.autograd.Function):
    """Softmax attention by blocks of queries; each block reads the keys up to its own end."""

    @staticmethod
    def forward(ctx: Any, queries: Tensor, keys: Tensor, values: Tensor, blocked: Tensor | None) -> Tensor:
        batch, heads, length, size = queries.shape
        keys, values = keys.reshape(-1, length, size), values.reshape(-1, length, size)
        weights, outputs = [], []
        for start in range(0, length, BLOCK):
            stop = min(start + BLOCK, length)
            scores = torch.bmm(_rows(queries, keys, start, stop), keys[:, :stop].transpose(1, 2))
            shape = scores.shape
            scores = _without_future(scores.view(batch, heads, stop - start, stop), start)
            if blocked is not None:
                scores = scores + blocked[:, :, start:stop, :stop]
            weight = torch.softmax(scores.view(shape), dim=-1).to(scores.dtype)
            weights.append(weight)
            outputs.append(torch.bmm(weight, values[:, :stop]).view(batch, heads, stop - start, size).transpose(1, 2))
        ctx.save_for_backward(queries, keys, values, *weights)
        return torch.cat(outputs, dim=1)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        queries, keys, values, *weights = ctx.saved_tensors
        batch, heads, length, size = queries.shape
        gradient = gradients[0].transpose(1, 2)
        of_queries = []
        of_keys = of_values = None
        for start in reversed(range(0, length, BLOCK)):
            stop, weight = min(start + BLOCK, length), weights.pop()
            rows = _rows(gradient, keys, start, stop)
            of_weight = torch.bmm(rows, values[:, :stop].transpose(1, 2))
            of_scores = torch._softmax_backward_data(of_weight, weight, -1, weight.dtype)
            of_queries.append(torch.bmm(of_scores, keys[:, :stop]).view(batch, heads, stop - start, size))
            of_keys = _added(of_keys, torch.bmm(of_scores.transpose(1, 2), _rows(queries, keys, start, stop)))
            of_values = _added(of_values, torch.bmm(weight.transpose(1, 2), rows))
        assert of_keys is not None and of_values is not None
        shape = (batch, -1, length, size)
        return torch.cat(of_queries[::-1], dim=2), of_keys.view(shape), of_values.view(shape), None


def _without_future(scores: Tensor, start: int) -> Tensor:
    """A block's scores [B, H, b, stop] with -inf for keys that come after the query."""
    rows, stop = scores.shape[-2:]
    if torch.compiler.is_compiling():  # adding to a part would become a copy of the whole that is not vectorised
        return scores + scores.new_full((rows, stop), -torch.inf).triu(start + 1)
    scores[..., start:] += scores.new_full((rows, rows), -torch.inf).triu(1)
    return scores


def _added(whole: Tensor | None, part: Tensor) -> Tensor:
    """The gradient of the first keys added to that of all; the last block, which comes first, reads every key."""
    if whole is None:
        return part
    stop = part.shape[1]
    if torch.compiler.is_compiling():
        return torch.cat([whole[:, :stop] + part, whole[:, stop:]], dim=1)
    whole[:, :stop] += part
    return whole


def _rows(inputs_BHTE: Tensor, keys: Tensor, start: int, stop: int) -> Tensor:
    """The block's rows for each key head, [B K, G rows, E]."""
    return inputs_BHTE[:, :, start:stop].reshape(keys.shape[0], -1, keys.shape[2])


def attend(queries_BHTE: Tensor, keys_BKTE: Tensor, values_BKTE: Tensor, blocked: Tensor | None) -> Tensor:
    """Plain causal attention, [B, T, H, E]; `blocked` [B, 1, T, T] is added to the scores, -inf where not allowed.

    Queries come scaled. Each query must be allowed to see itself.
    """
    mixed: Tensor = _Attend.apply(queries_BHTE, keys_BKTE, values_BKTE, blocked)  # type: ignore[no-untyped-call]
    return mixed
