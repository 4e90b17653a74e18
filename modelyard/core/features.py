"""What encoded examples look like between a task and a model. N examples; F columns; V vocabulary.

The kinds, and the class each has:
`tokens` -> Tokens, `ngrams` -> Sparse, `dense` -> ndarray float32 [N, F], `columns` -> ndarray float64 [N, F] where a
category is its code and a missing value NaN, `members` -> Several, what each member of an ensemble reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

FeatureKind = Literal["tokens", "ngrams", "dense", "columns", "members"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Ragged token ids: example i is ids[offsets[i]:offsets[i + 1]].

    A token that is given and not predicted (what a user said) stands as ~id, which is negative.
    """

    ids: NDArray[np.int32]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each example, [N]."""
        return np.diff(self.offsets)


@dataclass(frozen=True, slots=True)
class Sparse:
    """CSR rows: example i has values[indptr[i]:indptr[i + 1]] at columns indices[...] of `width`.

    `blocks` are the widths of the kinds of columns, in order (words, characters); they sum to `width`.
    """

    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]
    values: NDArray[np.float32]
    width: int
    blocks: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.indptr) - 1


Dense = NDArray[np.float32] | NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Several:
    """The same examples in the features of each member of an ensemble."""

    parts: tuple[Tokens | Sparse | Dense, ...]

    def __len__(self) -> int:
        return len(self.parts[0])


Features = Tokens | Sparse | Dense | Several


@dataclass(frozen=True, kw_only=True, slots=True)
class FeatureSpec:
    """What a model must know of its features before it is built.

    `width` is F or V; `max_length` the longest token sequence; `pad_id` the token that padding uses;
    `categories` the number of values of each `columns` column (0 for a number); `end_id` the token that ends a
    document; `stop_ids` the tokens that end an answer in a conversation; `mask_id` the token that
    stands for one to be filled in, where a model shall do that.
    """

    kind: FeatureKind
    width: int
    max_length: int = 0
    pad_id: int = 0
    categories: tuple[int, ...] = ()
    end_id: int | None = None
    stop_ids: tuple[int, ...] = ()
    mask_id: int | None = None


def take(features: Features, index: Sequence[int] | NDArray[np.int64]) -> Features:
    """The examples at `index`, in that order."""
    picked = np.asarray(index, dtype=np.int64)
    if isinstance(features, Tokens):
        offsets, flat = _gather(features.offsets, picked)
        return Tokens(features.ids[flat], offsets)
    if isinstance(features, Sparse):
        offsets, flat = _gather(features.indptr, picked)
        return Sparse(offsets, features.indices[flat], features.values[flat], features.width, features.blocks)
    if isinstance(features, Several):
        return Several(tuple(_whole(take(part, picked)) for part in features.parts))
    return features[picked]


def _whole(features: Features) -> Tokens | Sparse | Dense:
    assert not isinstance(features, Several), "an ensemble has no ensembles for members"
    return features


def pieces(tokens: Tokens, length: int) -> tuple[Tokens, NDArray[np.int64]]:
    """Sequences cut so that a model of so much context predicts every token but each sequence's first, once.

    A piece begins with the last token of the one before and has at most `length` + 1 tokens. Also the sequence that
    each piece is of. Shapes: offsets [pieces + 1], [pieces].
    """
    lengths = tokens.lengths
    counts = np.maximum(1, -(-(lengths - 1) // length))
    owner = np.repeat(np.arange(len(tokens)), counts)
    first = np.cumsum(counts) - counts
    number = np.arange(len(owner)) - first[owner]
    starts = tokens.offsets[:-1][owner] + number * length
    ends = np.minimum(starts + length + 1, tokens.offsets[1:][owner])
    offsets = np.zeros(len(owner) + 1, dtype=np.int64)
    np.cumsum(ends - starts, out=offsets[1:])
    flat = np.arange(offsets[-1], dtype=np.int64) + np.repeat(starts - offsets[:-1], ends - starts)
    return Tokens(tokens.ids[flat], offsets), owner


def chunks(tokens: Tokens, length: int) -> tuple[Tokens, NDArray[np.int64]]:
    """Sequences cut end to end into parts of at most `length`; also the sequence that each part is of."""
    counts = np.maximum(1, -(-tokens.lengths // length))
    owner = np.repeat(np.arange(len(tokens)), counts)
    number = np.arange(len(owner)) - (np.cumsum(counts) - counts)[owner]
    starts = tokens.offsets[:-1][owner] + number * length
    ends = np.append(starts[1:], tokens.offsets[-1])
    return Tokens(tokens.ids, np.append(starts, ends[-1:]).astype(np.int64)), owner


def rounded_up(length: int) -> int:
    """The next of sixteen lengths between a power of two and the next: few shapes for little padding.

    Each shape has kernels of its own, which oneDNN keeps, and leaves gaps in the heap: over 60 MiniLM steps of random
    lengths the resident memory grew from 1.6 to 2.4 GB, and stayed at 1.65 GB with rounded ones.
    """
    step = max(1, 1 << max(0, (length - 1).bit_length() - 5))
    return -(-length // step) * step


def pad(tokens: Tokens, pad_id: int, width: int = 1) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Right-padded `input_ids` and `attention_mask`, int64 [N, T]; T is the longest example, at least `width`."""
    lengths = tokens.lengths
    width = max(width, int(lengths.max(initial=0)))
    mask = np.arange(width) < lengths[:, None]
    ids = np.full(mask.shape, pad_id, dtype=np.int64)
    ids[mask] = tokens.ids
    return ids, mask.astype(np.int64)


def _gather(offsets: NDArray[np.int64], picked: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    lengths = (offsets[1:] - offsets[:-1])[picked]
    new = np.zeros(len(picked) + 1, dtype=np.int64)
    np.cumsum(lengths, out=new[1:])
    flat = np.arange(new[-1], dtype=np.int64) + np.repeat(offsets[:-1][picked] - new[:-1], lengths)
    return new, flat
