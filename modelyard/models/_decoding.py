"""Decoding token by token with the keys and values of earlier tokens kept.

B sequences; T tokens of the longest prompt; C capacity; K key heads; G queries a key head; E width of a
head; V vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from modelyard.models._decoder import Decoder, compute_dtype
from modelyard.models._decoder_attention import Context, rotations
from modelyard.models._decoder_kernels import attend, rms_norm
from modelyard.models._decoding_graph import AFTER, StepGraph, span_of

Logits = NDArray[np.float32]


class Session(Protocol):
    """Sequences that are being continued. `logits` [B, V] are for the token that comes next in each."""

    logits: Logits

    def step(self, tokens: Sequence[int]) -> None:
        """Append one token to each sequence."""

    def select(self, rows: Sequence[int]) -> None:
        """Go on with these rows only, in this order; a row may stand twice."""

    def join(self, other: Session) -> bool:
        """Take over the rows of another session of the same decoder, behind the own; False where it cannot."""


def start(decoder: Decoder, prompts: Sequence[Sequence[int]], capacity: int) -> Session:
    """Read prompts of unlike lengths (none empty); `capacity` bounds the tokens of a sequence, its prompt included."""
    return _Kept(decoder, prompts, capacity) if decoder.layers else _ByNetwork(decoder, prompts)


class _Reading(Context):
    """Prompts, right-padded: nothing looks at the padding, as it comes later than every token."""

    fused = False

    def __init__(self, session: _Kept, positions: Tensor) -> None:
        super().__init__(session.tables(positions), None, "eager")
        self._session = session

    def mix(self, layer: int, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        length = queries.shape[2]
        self._session.keys[layer][:, :, :length] = keys
        self._session.values[layer][:, :, :length] = values
        if queries.device.type == "cpu":
            return attend(queries, keys, values, None)
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, is_causal=True, scale=1.0, enable_gqa=True
        )
        return mixed.transpose(1, 2)


class _Continuing(Context):
    """One token more for each sequence, each at a position of its own."""

    fused = False

    def __init__(self, session: _Kept, span: int) -> None:
        super().__init__(session.tables(session.lengths[:, None]), None, "eager")
        self._session = session
        self._rows = torch.arange(len(session.lengths), device=session.lengths.device)
        self._span = span
        steps = torch.arange(self._span, device=session.lengths.device)
        self._later = (steps > session.lengths[:, None])[:, None, None]

    def mix(self, layer: int, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        session = self._session
        session.keys[layer][self._rows, :, session.lengths] = keys[:, :, 0]
        session.values[layer][self._rows, :, session.lengths] = values[:, :, 0]
        batch, heads, _, size = queries.shape
        all_keys, all_values = session.keys[layer][:, :, : self._span], session.values[layer][:, :, : self._span]
        queries_BKGE = queries.reshape(batch, all_keys.shape[1], -1, size)
        scores = (queries_BKGE @ all_keys.transpose(2, 3)).masked_fill(self._later, -torch.inf)
        mixed = torch.softmax(scores, dim=-1).to(all_values.dtype) @ all_values
        return mixed.view(batch, 1, heads, size)


class _Kept:
    """Keys and values in one contiguous block a layer, allocated once."""

    logits: Logits

    @torch.inference_mode()
    def __init__(self, decoder: Decoder, prompts: Sequence[Sequence[int]], capacity: int) -> None:
        self._decoder = decoder
        self._dtype = compute_dtype(decoder)
        config, device = decoder.config, decoder.head.device
        first: Any = decoder.layers[0].layer
        shape = (len(prompts), config.num_key_value_heads, capacity, first.self_attn.head_dim)
        self.keys = [torch.zeros(shape, dtype=self._dtype, device=device) for _ in decoder.layers]
        self.values = [torch.zeros_like(keys) for keys in self.keys]
        ids, self.lengths = _padded(prompts, device, left=False)
        self._longest = ids.shape[1]
        self._alike, self._span = 0, 0  # steps of one shape, and how many positions their graph sees on a GPU
        self._graph: StepGraph | None = None
        hidden_BTD = self._through(ids, _Reading(self, torch.arange(ids.shape[1], device=device)))
        last_BD = hidden_BTD[torch.arange(len(prompts), device=device), self.lengths - 1]
        self.logits = self._answers(last_BD).cpu().numpy()

    def tables(self, positions: Tensor) -> tuple[Tensor, Tensor]:
        body: Any = self._decoder.network.model
        return rotations(body.rotary_emb, positions, self._dtype, pairs=False)

    @torch.inference_mode()
    def step(self, tokens: Sequence[int]) -> None:
        ids = torch.tensor(tokens, device=self.lengths.device)[:, None]
        self._longest += 1
        if ids.device.type == "cuda":
            found_BV = self._on_gpu(ids)
        else:
            found_BV = self._continued(ids, self._longest)
        self.lengths += 1
        self.logits = found_BV.cpu().numpy()

    def _continued(self, ids: Tensor, span: int) -> Tensor:
        return self._answers(self._through(ids, _Continuing(self, span))[:, 0])

    def _on_gpu(self, ids: Tensor) -> Tensor:
        """As `_continued`, by a graph once some steps of this shape were made."""
        span = span_of(self._longest, self.keys[0].shape[2])
        if span != self._span:
            self._graph, self._span = None, span
        self._alike += 1
        if self._alike <= AFTER:
            return self._continued(ids, span)
        if self._graph is None:
            self._graph = StepGraph(lambda given: self._continued(given, span), ids)
        return self._graph(ids)

    def _reshaped(self) -> None:
        """Other rows than before: what a graph was made of is gone."""
        self._alike, self._graph = 0, None
        self._longest = int(self.lengths.max())

    @torch.inference_mode()
    def select(self, rows: Sequence[int]) -> None:
        index = torch.tensor(rows, device=self.lengths.device)
        self.lengths = self.lengths[index]
        self.logits = self.logits[list(rows)]
        for layer in range(len(self.keys)):
            self.keys[layer] = self.keys[layer].index_select(0, index)
            self.values[layer] = self.values[layer].index_select(0, index)
        self._reshaped()

    @torch.inference_mode()
    def join(self, other: Session) -> bool:
        """Take over the rows of `other`; the larger of the two capacities holds for all."""
        if not isinstance(other, _Kept):
            return False
        capacity = max(self.keys[0].shape[2], other.keys[0].shape[2])
        for mine, others in ((self.keys, other.keys), (self.values, other.values)):
            for layer, (own, more) in enumerate(zip(mine, others, strict=True)):
                mine[layer] = torch.cat([_wider(own, capacity), _wider(more, capacity)])
        self.lengths = torch.cat([self.lengths, other.lengths])
        self.logits = np.concatenate([self.logits, other.logits])
        self._reshaped()
        return True

    def _through(self, ids: Tensor, context: Context) -> Tensor:
        body: Any = self._decoder.network.model
        hidden_BTD = body.embed_tokens(ids)
        for layer in self._decoder.layers:
            hidden_BTD = layer(hidden_BTD, context)
        return rms_norm(hidden_BTD, body.norm.weight, body.norm.variance_epsilon, self._dtype)

    def _answers(self, hidden_BD: Tensor) -> Tensor:
        return functional.linear(hidden_BD, self._decoder.head.to(self._dtype)).float()


class _ByNetwork:
    """Another definition, by its own forward and the library's growing cache: left-padded, as it expects."""

    logits: Logits

    @torch.inference_mode()
    def __init__(self, decoder: Decoder, prompts: Sequence[Sequence[int]]) -> None:
        from transformers import DynamicCache

        self._network: Any = decoder.network
        ids, lengths = _padded(prompts, decoder.head.device, left=True)
        self._mask = (torch.arange(ids.shape[1], device=ids.device) >= ids.shape[1] - lengths[:, None]).long()
        self._cache: Any = DynamicCache(config=decoder.config)
        self._pass(ids, (self._mask.cumsum(dim=1) - 1).clamp(min=0))

    @torch.inference_mode()
    def step(self, tokens: Sequence[int]) -> None:
        positions = self._mask.sum(dim=1, keepdim=True)
        self._mask = functional.pad(self._mask, (0, 1), value=1)
        self._pass(torch.tensor(tokens, device=positions.device)[:, None], positions)

    @torch.inference_mode()
    def select(self, rows: Sequence[int]) -> None:
        index = torch.tensor(rows, device=self._mask.device)
        self._mask = self._mask[index]
        self.logits = self.logits[list(rows)]
        self._cache.batch_select_indices(index)

    def join(self, other: Session) -> bool:
        """The library's cache is left-padded to one length: rows of another length cannot come in."""
        return False

    def _pass(self, ids: Tensor, positions: Tensor) -> None:
        output = self._network(
            input_ids=ids,
            attention_mask=self._mask,
            position_ids=positions,
            past_key_values=self._cache,
            use_cache=True,
            logits_to_keep=1,
        )
        self.logits = output.logits[:, -1].float().cpu().numpy()


def _wider(kept_BKCE: Tensor, capacity: int) -> Tensor:
    missing = capacity - kept_BKCE.shape[2]
    return functional.pad(kept_BKCE, (0, 0, 0, missing)) if missing else kept_BKCE


def _padded(prompts: Sequence[Sequence[int]], device: torch.device, *, left: bool) -> tuple[Tensor, Tensor]:
    lengths = [len(prompt) for prompt in prompts]
    assert min(lengths) > 0, "a prompt holds at least the token that begins a document"
    ids = torch.zeros(len(prompts), max(lengths), dtype=torch.int64)
    for row, prompt in enumerate(prompts):
        place = slice(ids.shape[1] - len(prompt), None) if left else slice(0, len(prompt))
        ids[row, place] = torch.tensor(prompt)
    return ids.to(device), torch.tensor(lengths, device=device)
