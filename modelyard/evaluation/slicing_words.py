"""Slices by what stands in a text: words, pairs of words, and runs of characters in scripts without blanks. N texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows, Schema
from modelyard.data import values
from modelyard.data.features import grams
from modelyard.evaluation.slicing import Ints, Slice

WORDS, UNSPACED = 2, 4  # of the longest run that is looked at
_WINDOW = 2_000_000  # characters that are read at once


def by_words(rows: Rows, schema: Schema, least: int) -> Iterator[Slice]:
    """A slice for each run that stands in at least `least` texts and is missing from as many."""
    texts = [column.name for column in schema.inputs if column.kind == "text"]
    several = len(schema.inputs) > 1
    for name in texts:
        cells = ["" if values.is_blank(cell) else str(cell) for cell in rows[name]]
        for run, members in _runs(cells, least):
            words = f"{name} contains {run!r}" if several else f"contains {run!r}"
            yield Slice(kind="words", name=words, rows=members)


def _runs(texts: Sequence[str], least: int) -> Iterator[tuple[str, Ints]]:
    """Each run of words with the texts that hold it."""
    codes: list[NDArray[np.uint32]] = []  # of the streams no more is needed, and it is a sixth of them
    pieces: list[tuple[NDArray[np.uint64], Ints, NDArray[np.int32]]] = []
    for first, window in _windows(texts):
        stream = grams.read(window)
        for found in grams.word_grams(stream, WORDS, UNSPACED):
            once = _once(found.hashes, found.documents)
            places = np.stack([np.full(len(once), len(codes)), found.starts[once], found.ends[once]])
            documents = found.documents[once].astype(np.int64) + first
            pieces.append((found.hashes[once], documents, places.astype(np.int32)))
        codes.append(stream.codes)
    if not pieces:
        return
    hashes = np.concatenate([piece[0] for piece in pieces])
    documents = np.concatenate([piece[1] for piece in pieces])
    places = np.concatenate([piece[2] for piece in pieces], axis=1)
    ranked = np.lexsort((documents, hashes))
    hashes, documents = hashes[ranked], documents[ranked]
    edges = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True]) if len(hashes) else np.zeros(1, np.int64)
    counts = np.diff(edges)
    for index in np.flatnonzero((counts >= least) & (counts <= len(texts) - least)).tolist():
        number, start, end = places[:, ranked[edges[index]]].tolist()
        run = codes[number][start:end].tobytes().decode("utf-32-le", "surrogatepass")
        yield run, documents[edges[index] : edges[index + 1]]


def _windows(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Stretches of texts of some millions of characters, each with the number of its first."""
    start = size = 0
    for index, text in enumerate(texts):
        size += len(text)
        if size >= _WINDOW:
            yield start, texts[start : index + 1]
            start, size = index + 1, 0
    if start < len(texts):
        yield start, texts[start:]


def _once(hashes: NDArray[np.uint64], documents: NDArray[np.uint32]) -> Ints:
    """The first of each hash in each text."""
    order = np.lexsort((documents, hashes))
    h, d = hashes[order], documents[order]
    return order[np.flatnonzero(np.r_[True, (h[1:] != h[:-1]) | (d[1:] != d[:-1])])] if len(h) else order
