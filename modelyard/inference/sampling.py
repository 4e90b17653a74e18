"""Which token comes next: penalties, truncation of the distribution, and the draw. B sequences; V vocabulary.

Each rule is the one of `transformers` (generation/logits_process.py), applied in its order: repetition penalty,
temperature, top-k, top-p, min-p.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def penalise(scores_V: Scores, seen: Sequence[int], penalty: float) -> Scores:
    """Scores of tokens that the sequence has (prompt included) divided by `penalty`, multiplied where negative.

    Source: Keskar et al. 2019, "CTRL", section 4.1.
    """
    if penalty == 1.0:
        return scores_V
    ids = np.unique(np.asarray(seen, dtype=np.int64))
    scores_V = scores_V.copy()
    chosen = scores_V[ids]
    scores_V[ids] = np.where(chosen < 0, chosen * penalty, chosen / penalty)
    return scores_V


COLDEST = 1e-290  # a temperature at which the likeliest token is taken; divided by less, scores would overflow


def warp(
    scores_V: Scores, *, temperature: float, top_k: int | None, top_p: float | None, min_p: float | None
) -> Scores:
    """Scores of the distribution to draw from: -inf where a token is cut off.

    Source: Fan et al. 2018 (top-k), Holtzman et al. 2020 (top-p), Nguyen et al. 2024 (min-p).
    """
    scores_V = scores_V / max(temperature, COLDEST)
    if top_k is not None and top_k < len(scores_V):
        smallest = np.partition(scores_V, -top_k)[-top_k]
        scores_V = np.where(scores_V < smallest, -np.inf, scores_V)
    if top_p is not None and top_p < 1.0:
        order = np.argsort(scores_V, kind="stable")
        below = np.cumsum(probabilities(scores_V[order]))
        cut = below <= 1.0 - top_p
        cut[-1] = False  # the likeliest always stays
        scores_V = scores_V.copy()
        scores_V[order[cut]] = -np.inf
    if min_p is not None:
        chances = probabilities(scores_V)
        scores_V = np.where(chances < min_p * chances.max(), -np.inf, scores_V)
    return scores_V


def draw(scores_V: Scores, random: np.random.Generator) -> int:
    """A token by its probability: the first whose cumulative probability exceeds one uniform number."""
    cumulative = np.cumsum(probabilities(scores_V))
    return int(np.searchsorted(cumulative, random.random() * cumulative[-1], side="right"))


def probabilities(scores_V: Scores) -> Scores:
    """Softmax."""
    raised = np.exp(scores_V - scores_V.max())
    return np.asarray(raised / raised.sum(), dtype=np.float64)


def totals(logits_BV: NDArray[np.float32]) -> NDArray[np.float64]:
    """Logarithm of the sum of exponentials of each row, [B]: a logit less it is a log-probability."""
    largest = logits_BV.max(axis=1, keepdims=True)
    sums = np.exp(logits_BV - largest).sum(axis=1, dtype=np.float64)
    return np.asarray(np.log(sums) + largest[:, 0], dtype=np.float64)


def log_probability(scores_V: Scores, token: int) -> float:
    """Of one token."""
    largest = float(scores_V.max())
    return float(scores_V[token]) - largest - float(np.log(np.exp(scores_V - largest).sum()))


def log_probabilities(scores: Scores) -> Scores:
    """Logarithm of the softmax over the last dimension."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float64)
