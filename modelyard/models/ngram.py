"""`ngram`: the cheap language model, interpolated modified Kneser-Ney over tokens, fitted by counting.

N documents; M tokens; V vocabulary; G_n distinct n-grams. An n-gram is known by its place in the sorted keys of its
order: its key is (place of its first n - 1 tokens) * V + its last token, so that looking one up is a binary search, and
nothing is hashed.
Source: Chen and Goodman 1998, "An empirical study of smoothing techniques for language modeling", section 3.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from modelyard.core.features import FeatureKind, Features, FeatureSpec, Tokens
from modelyard.core.recipe import Section

FEATURES: dict[str, FeatureKind] = {"corpus": "tokens"}

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Weights = dict[str, NDArray[Any]]
# Why there is no `architecture`.
UNSTATED = "its tables are as long as the text has distinct n-grams, which only counting them tells"


class Config(Section):
    """The fields of `ngram`."""

    order: int = Field(4, ge=1, le=8, description="Tokens of the longest n-gram.")
    max_tokens: int = Field(
        5_000_000,
        ge=1,
        description="Tokens that are counted, from the corpus's start; about 20 bytes each on disk.",
    )


def fit(
    config: Config,
    features: Features,
    targets: NDArray[Any],
    *,
    outputs: int,
    loss: str,
    weights: NDArray[Any] | None = None,
    validation: tuple[Features, NDArray[Any]] | None = None,
    seed: int = 0,
    deadline: float | None = None,
    spec: FeatureSpec,
) -> Weights:
    """Count. A document's first token begins it and is not predicted; no n-gram reaches across documents."""
    assert isinstance(features, Tokens)
    documents = features if features.offsets[-1] <= config.max_tokens else _head(features, config.max_tokens)
    return _count(documents.ids.astype(np.int64), _starts(documents), vocabulary=spec.width, order=config.order)


def forward(weights: Weights, config: Config, features: Features) -> Floats:
    """Nats and predicted tokens of each document, [N, 2]: all tokens but the first, which begins it."""
    assert isinstance(features, Tokens)
    tokens, is_start = features.ids.astype(np.int64), _starts(features)
    nats = -np.log(_probabilities(weights, tokens, is_start))
    nats[is_start] = 0.0
    owner = np.repeat(np.arange(len(features)), features.lengths)
    total = np.bincount(owner, weights=nats, minlength=len(features))
    return np.stack([total, np.maximum(features.lengths - 1, 0).astype(np.float64)], axis=1)


def distribution(weights: Weights, context: Ints) -> Floats:
    """The probability of every token after `context` (from its document's first token on), [V]."""
    unigrams = weights["probability.1"].astype(np.float64)
    vocabulary = len(unigrams)
    found = unigrams + float(weights["backoff.1"][0]) / vocabulary
    for n in range(2, order_of(weights) + 1):
        if len(context) < n - 1:
            break
        place = _place(weights, context[-(n - 1) :], vocabulary)
        if place < 0:
            break
        keys = weights[f"keys.{n}"]
        low, high = np.searchsorted(keys, [place * vocabulary, (place + 1) * vocabulary])
        found *= float(weights[f"backoff.{n}"][place])
        found[keys[low:high] - place * vocabulary] += weights[f"probability.{n}"][low:high]
    return found


def order_of(weights: Weights) -> int:
    """Tokens of the longest n-gram."""
    return sum(name.startswith("probability.") for name in weights)


def _head(documents: Tokens, most: int) -> Tokens:
    """The first documents, cut in the one that passes `most` tokens."""
    offsets = np.append(documents.offsets[documents.offsets < most], most)
    return Tokens(documents.ids[:most], offsets)


def _starts(documents: Tokens) -> NDArray[np.bool_]:
    is_start = np.zeros(len(documents.ids), dtype=bool)
    is_start[documents.offsets[:-1][documents.lengths > 0]] = True
    return is_start


def _count(tokens: Ints, is_start: NDArray[np.bool_], *, vocabulary: int, order: int) -> Weights:
    """The tables of every order: sorted keys [G_n], discounted probabilities [G_n], the weight of the order below for
    each context [G_(n-1)]."""
    grams, counts = _grams(tokens, is_start, vocabulary=vocabulary, order=order)
    found: Weights = {}
    for n, (keys, _) in enumerate(grams, start=1):
        if n < order:
            # Below the longest, what counts is in how many places an n-gram occurs: after how many different tokens.
            # One that begins a document stands after nothing, and keeps its count.
            places = np.bincount(grams[n][1], minlength=len(keys))
            adjusted = np.where(places > 0, places, counts[n - 1])
        else:
            adjusted = counts[n - 1]
        contexts = 1 if n == 1 else len(grams[n - 2][0])
        prefix = np.zeros(len(keys), dtype=np.int64) if n == 1 else keys // vocabulary
        discount = _discounts(adjusted)[np.minimum(adjusted, 3)]
        total = np.bincount(prefix, weights=adjusted, minlength=contexts)
        left = np.bincount(prefix, weights=discount, minlength=contexts)
        probability = (adjusted - discount) / total[prefix]
        backoff = np.divide(left, total, out=np.ones(contexts), where=total > 0)
        if n == 1:
            dense = np.zeros(vocabulary)
            dense[keys] = probability
            probability = dense
        else:
            found[f"keys.{n}"] = keys
        found[f"probability.{n}"] = probability.astype(np.float32)
        found[f"backoff.{n}"] = backoff.astype(np.float32)
    return found


def _grams(
    tokens: Ints, is_start: NDArray[np.bool_], *, vocabulary: int, order: int
) -> tuple[list[tuple[Ints, Ints]], list[Ints]]:
    """For each order the distinct keys, the place of each one's last n - 1 tokens, and how often each occurs.

    Unigrams stand at the place of their token: order 1 has a key for every token of the vocabulary.
    """
    place = tokens.copy()  # of the n-gram that ends at each token, at this order; -1: none ends there
    counts = [np.bincount(tokens[~is_start], minlength=vocabulary)]
    grams: list[tuple[Ints, Ints]] = [(np.arange(vocabulary), np.zeros(vocabulary, dtype=np.int64))]
    for _ in range(2, order + 1):
        ends = 1 + np.flatnonzero((place[:-1] >= 0) & ~is_start[1:])
        keys, first, inverse, count = np.unique(
            place[ends - 1] * vocabulary + tokens[ends], return_index=True, return_inverse=True, return_counts=True
        )
        grams.append((keys, place[ends[first]]))
        counts.append(count)
        longer = np.full(len(tokens), -1, dtype=np.int64)
        longer[ends] = inverse
        place = longer
    return grams, counts


def _discounts(counts: Ints) -> Floats:
    """D(0), D(1), D(2), D(3 and more). Where a count of counts is missing, absolute discounting's 0.5, 0.75, 0.9."""
    n1, n2, n3, n4 = (float((counts == i).sum()) for i in (1, 2, 3, 4))
    if not (n1 and n2 and n3):
        return np.array([0.0, 0.5, 0.75, 0.9])
    y = n1 / (n1 + 2 * n2)
    found = np.array([0.0, 1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3])
    return np.asarray(np.clip(found, [0.0, 0.05, 0.05, 0.05], [0.0, 0.95, 1.95, 2.95]), dtype=np.float64)


def _probabilities(weights: Weights, tokens: Ints, is_start: NDArray[np.bool_]) -> Floats:
    """Of each token after those before it in its document, [M]; that of a document's first token means nothing."""
    unigrams = weights["probability.1"].astype(np.float64)
    vocabulary = len(unigrams)
    found = unigrams[tokens] + float(weights["backoff.1"][0]) / vocabulary
    place = tokens.copy()
    for n in range(2, order_of(weights) + 1):
        ends = 1 + np.flatnonzero((place[:-1] >= 0) & ~is_start[1:])
        context = place[ends - 1]
        keys = weights[f"keys.{n}"]
        wanted = context * vocabulary + tokens[ends]
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        seen = keys[at] == wanted if len(keys) else np.zeros(len(wanted), dtype=bool)
        found[ends] = found[ends] * weights[f"backoff.{n}"][context] + np.where(
            seen, weights[f"probability.{n}"][at] if len(keys) else 0.0, 0.0
        )
        place = np.full(len(tokens), -1, dtype=np.int64)
        place[ends[seen]] = at[seen]
    return np.asarray(found, dtype=np.float64)


def _place(weights: Weights, context: Ints, vocabulary: int) -> int:
    """The place of an n-gram in its order; -1 where it was never seen."""
    place = int(context[0])
    for n, token in enumerate(context[1:], start=2):
        keys = weights[f"keys.{n}"]
        wanted = place * vocabulary + int(token)
        at = int(np.searchsorted(keys, wanted))
        if at == len(keys) or keys[at] != wanted:
            return -1
        place = at
    return place
