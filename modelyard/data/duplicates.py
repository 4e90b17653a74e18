"""Rows that are the same, or nearly so, and the groups they form.

Exact: equal after `values.same_text_key` (texts) or as numbers and labels (tables). Near: Jaccard similarity of
character shingles >= `THRESHOLD`; candidates come from MinHash bands (`rensa`) and each is verified on the shingles
themselves. Characters, not words, so that Chinese works as English does.

Source: Broder, "On the resemblance and containment of documents" (1997); Leskovec et al., "Mining of Massive
Datasets", 3.4 (banding): a pair of similarity 0.8 is met with probability 1 - (1 - 0.8^4)^16 = 0.9998.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from modelyard.data.scripts import is_cjk, scripts
from modelyard.data.values import same_text_key

THRESHOLD = 0.8
PERMUTATIONS, BAND_ROWS = 64, 4
MOST_TEXTS = 200_000  # 256 bytes of signature each
MOST_CHARACTERS = 4_000  # of a text; what follows is not compared
MAY_BE_NEAR = THRESHOLD - 0.2  # of a signature's places that agree: below it the shingles need not be compared
SHORTEST = 12  # characters; shorter texts are alike by chance
MOST_PAIRS = 300_000
_CHUNK = 2_000_000  # characters at once


def groups(keys: NDArray[np.uint64], pairs: Iterable[tuple[int, int]] = ()) -> NDArray[np.int64]:
    """A group number for each row: rows of equal keys, and rows that `pairs` link, share one.

    Numbers go by first appearance, so they do not depend on the hashes.
    """
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    parent = first[inverse].astype(np.int64)  # the first row of equal key

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = int(parent[row])
        return row

    linked = False
    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
        linked = True
    if linked:
        while True:
            above = parent[parent]
            if (above == parent).all():
                break
            parent = above
    return np.unique(parent, return_inverse=True)[1].astype(np.int64)


def unused_keys(keys: NDArray[np.uint64], count: int) -> NDArray[np.uint64]:
    """Keys that no row has."""
    fresh = np.arange(count, dtype=np.uint64)
    while np.isin(fresh, keys).any():
        with np.errstate(over="ignore"):
            fresh = fresh + np.uint64(0x9E3779B97F4A7C15)
    return fresh


def near_pairs(texts: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs (i, j, similarity) of texts that are nearly the same; each text is paired with at least one of its kin."""
    prepared = [same_text_key(text)[:MOST_CHARACTERS] for text in texts]
    width = shingle_width(prepared[:500])
    rows = [i for i, text in enumerate(prepared) if len(text) >= SHORTEST]
    if len(rows) < 2:
        return []
    signed = signatures([prepared[i] for i in rows], width)
    found = []
    held: dict[int, NDArray[np.uint64]] = {}
    for a, b in _candidates(signed):
        if (signed[a] == signed[b]).mean() < MAY_BE_NEAR:
            continue
        i, j = rows[a], rows[b]
        for row in (i, j):
            if row not in held:
                held[row] = shingles(prepared[row], width)
        likeness = similarity(held[i], held[j])
        if likeness >= THRESHOLD:
            found.append((i, j, likeness))
    return found


def shingle_width(texts: Sequence[str]) -> int:
    """Characters of a shingle: fewer where words are."""
    return 3 if is_cjk(scripts(texts)) else 5


def similarity(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> float:
    """Jaccard similarity of two sets of shingles."""
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / max(1, len(a) + len(b) - common)


def shingles(text: str, width: int) -> NDArray[np.uint64]:
    """The set of a text's shingles, as sorted hashes."""
    return np.unique(_shingles(text, width))


def signatures(texts: Sequence[str], width: int) -> NDArray[np.uint32]:
    """MinHash signatures, [N, PERMUTATIONS]."""
    from rensa import RMinHash

    parts = []
    start = 0
    while start < len(texts):
        stop, characters = start, 0
        while stop < len(texts) and (characters < _CHUNK or stop == start):
            characters += len(texts[stop])
            stop += 1
        hashed = [_shingles(text, width) for text in texts[start:stop]]
        offsets = np.concatenate([[0], np.cumsum([len(part) for part in hashed])]).astype(np.uint64)
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(hashed), offsets, PERMUTATIONS, 1)
        parts.append(np.array(matrix.to_rows(), dtype=np.uint32))
        start = stop
    return np.concatenate(parts)


def _shingles(text: str, width: int) -> NDArray[np.uint64]:
    """A 64-bit hash of every run of `width` characters."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = max(1, len(codes) - width + 1)
    total = np.zeros(count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for i in range(min(width, len(codes))):
            total = (total ^ codes[i : i + count]) * np.uint64(0x9E3779B97F4A7C15)
            total ^= total >> np.uint64(32)
    return total


def _candidates(signed: NDArray[np.uint32]) -> list[tuple[int, int]]:
    """Pairs that agree in a whole band."""
    found: set[tuple[int, int]] = set()
    for start in range(0, PERMUTATIONS, BAND_ROWS):
        pairs = band_pairs(signed[:, start : start + BAND_ROWS])
        found.update(zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), strict=True))
        if len(found) > MOST_PAIRS:
            break
    return sorted(found)[:MOST_PAIRS]


def band_pairs(band: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of rows of `band` [N, BAND_ROWS] that are equal, [pairs, 2], the lower row first.

    In a crowd each row is paired with its first and its neighbour only.
    """
    code = np.zeros(len(band), dtype=np.uint64)  # two bands that differ share a code once in 2^64; pairs are verified
    with np.errstate(over="ignore"):
        for column in range(band.shape[1]):
            code = (code ^ band[:, column]) * np.uint64(0x9E3779B97F4A7C15)
            code ^= code >> np.uint64(32)
    order = np.argsort(code, kind="stable")
    sorted_code = code[order]
    same = np.flatnonzero(sorted_code[1:] == sorted_code[:-1]) + 1
    starts = np.flatnonzero(np.concatenate([[True], sorted_code[1:] != sorted_code[:-1]]))
    head = order[starts[np.searchsorted(starts, same, side="right") - 1]]
    both = np.stack([np.concatenate([head, order[same - 1]]), np.tile(order[same], 2)], axis=1)
    return np.unique(both, axis=0) if len(both) else both.astype(np.int64)
