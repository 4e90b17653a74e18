"""Metrics of language models. `targets` are the UTF-8 bytes of each document, [N]; `outputs` [N, 2] hold the negative
log-likelihood of each document in nats and the tokens it was predicted in.

All are ratios of sums over documents, so a long document weighs as much as its text. Bits per byte alone compare models
with different tokenizers.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics import _metric as base
from modelyard.metrics._metric import Floats, Metric, Resampler, Undefined

Array = NDArray[np.generic]


def bits_per_byte(targets: Array, outputs: Array) -> float:
    """Negative log-likelihood in bits over bytes of text. 8 is no model at all."""
    lengths, nats, _ = _checked(targets, outputs)
    return _sum(nats) / _sum(lengths) / math.log(2)


def token_loss(targets: Array, outputs: Array) -> float:
    """Nats a token: the cross-entropy that training minimises. Raises: Undefined where nothing counts tokens."""
    _, nats, tokens = _checked(targets, outputs)
    return _sum(nats) / _counted(tokens)


def perplexity(targets: Array, outputs: Array) -> float:
    """exp(nats a token). Raises: Undefined where nothing counts tokens, or where it is beyond any float."""
    loss = token_loss(targets, outputs)
    if loss > 700:
        raise Undefined("it is beyond 1e304")
    return math.exp(loss)


def bytes_per_token(targets: Array, outputs: Array) -> float:
    """Bytes of text a token stands for: what the tokenizer saves. Raises: Undefined where nothing counts tokens."""
    lengths, _, tokens = _checked(targets, outputs)
    return _sum(lengths) / _counted(tokens)


class State(base.State):
    """Documents seen so far."""

    def __init__(self) -> None:
        super().__init__(METRICS)


class LanguageResampler:
    """Every metric for many bootstrap resamples of documents at once."""

    cost = 1.0

    def __init__(self, lengths: Floats, nats: Floats, tokens: Floats) -> None:
        self._sums = np.stack([lengths, nats, tokens], axis=1)
        self._has_tokens = bool(tokens.any())
        self.names: tuple[str, ...] = tuple(self(np.ones((1, len(lengths)), dtype=np.int32)))

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """Every metric that has a value on the documents, each [R]."""
        lengths, nats, tokens = (counts_RN.astype(np.float64) @ self._sums).T
        found: dict[str, Floats] = {"bits_per_byte": nats / lengths / math.log(2)}
        if self._has_tokens:
            loss = np.divide(nats, tokens, out=np.full_like(nats, np.nan), where=tokens > 0)
            found["token_loss"] = loss
            found["perplexity"] = np.exp(np.minimum(loss, 700))
            found["bytes_per_token"] = np.divide(lengths, tokens, out=np.full_like(nats, np.nan), where=tokens > 0)
        return found


def resamplers(targets: Array, outputs: Array) -> tuple[Resampler, ...]:
    """All metrics under resampling. Raises: Undefined for no documents or figures that are not finite."""
    return (LanguageResampler(*_checked(targets, outputs)),)


def _nats(targets: Array, outputs: Array) -> Floats:
    return _checked(targets, outputs)[1]


def _checked(targets: Array, outputs: Array) -> tuple[Floats, Floats, Floats]:
    lengths = np.asarray(targets, dtype=np.float64)
    pairs = np.asarray(outputs, dtype=np.float64)
    if lengths.ndim != 1 or pairs.shape != (len(lengths), 2):
        raise ValueError(f"targets must be [N] and outputs [N, 2], not {lengths.shape} and {pairs.shape}")
    if not len(lengths) or not lengths.all():
        raise Undefined("there is no text" if not len(lengths) else "a document is empty")
    if not np.isfinite(pairs).all():
        raise Undefined("the model's outputs are not finite")
    return lengths, pairs[:, 0], pairs[:, 1]


def _counted(tokens: Floats) -> float:
    total = _sum(tokens)
    if not total:
        raise Undefined("it counts no tokens")
    return total


def _sum(values: Floats) -> float:
    """Correctly rounded: the same whatever the order."""
    return math.fsum(values.tolist())


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("bits_per_byte", bits_per_byte, False, unit="bits/byte", low=0, losses=_nats),
        Metric("perplexity", perplexity, False, low=1),
        Metric("token_loss", token_loss, False, unit="nats/token", low=0, losses=_nats),
        Metric("bytes_per_token", bytes_per_token, True, unit="bytes/token", low=0),
    )
}
PRIMARY = "bits_per_byte"
STRATIFIED = False
