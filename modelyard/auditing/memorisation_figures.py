"""How well a language model knows secrets that were planted, and how far it goes on with texts word for word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
COUNTED_CHARACTERS = 50_000_000  # of training text in which copies are counted


def exposure(secret: float, others: Floats, space: float) -> float:
    """log2 of the codes there are, less log2 of the secret's rank among them, by nats of it and of random others.

    Ranks beyond the sample are read from a normal distribution that is skewed as the sample is.
    0: no better than guessing (1 on average); log2 of `space`: the very first guess.
    Source: Carlini et al. 2019, section 4.3, estimates by sampling and by a skew-normal.
    """
    better = int((others <= secret).sum())
    if better >= 3:  # the sample itself knows
        share = better / len(others)
    else:
        share = _skewed_share(secret, others)
    return float(min(math.log2(space), max(0.0, -math.log2(max(share, 1 / space)))))


def _skewed_share(value: float, others: Floats) -> float:
    """The share of a distribution with the sample's mean, deviation and skewness that is below `value`.

    By Cornish and Fisher's expansion to the skewness; the moments' own skew-normal has none for a skew beyond 0.995.
    """
    deviation = float(others.std()) or 1e-12
    z = (value - float(others.mean())) / deviation
    skew = float(np.clip((((others - others.mean()) / deviation) ** 3).mean(), -0.9, 0.9))
    normal = z - skew / 6 * (z * z - 1) if abs(z) < 6 else z
    return NormalDist().cdf(min(normal, 0.0) if z < 0 else normal)


def matched(written: Sequence[int], truth: Sequence[int]) -> int:
    """Tokens that agree before the first that does not."""
    length = 0
    for one, two in zip(written, truth, strict=False):
        if one != two:
            break
        length += 1
    return length


def wilson(hits: int, count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Source: Wilson 1927."""
    if not count:
        return 0.0, 1.0
    z, share = NormalDist().inv_cdf((1 + confidence) / 2), hits / count
    middle = share + z * z / (2 * count)
    room = z * math.sqrt((share * (1 - share) + z * z / (4 * count)) / count)
    low, high = (middle - room) / (1 + z * z / count), (middle + room) / (1 + z * z / count)
    return max(0.0, min(low, share)), min(1.0, max(high, share))


def copies_of(documents: Iterable[str], texts: Sequence[str]) -> list[int]:
    """In how many documents each text stands, of the first that are looked at."""
    counts, size = [0] * len(texts), 0
    for document in documents if texts else ():
        size += len(document)
        for i, text in enumerate(texts):
            counts[i] += text in document
        if size > COUNTED_CHARACTERS:
            break
    return counts
