"""TF-IDF over word and character n-grams: sublinear term frequency, smoothed idf, each block of unit length.

V is the number of kept n-grams. A kept n-gram is known by the upper 48 bits of its hash; the lower 16 carry the
text's number while a chunk is counted, so that one sort of plain integers does all the counting.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.features import FeatureSpec, Sparse
from modelyard.core.recipe import NgramConfig
from modelyard.data.features import grams
from modelyard.data.features.grams import Grams, Hashes, Stream

_LOW = np.uint64(0xFFFF)
_HIGH = np.uint64(~0xFFFF & 0xFFFFFFFFFFFFFFFF)
# Characters a chunk: the arrays of one chunk stay near 100 MB, whatever the size of the corpus.
_CHUNK = 1_000_000
_CHUNK_TEXTS = 0xFFFF
# Distinct n-grams counted at a time; beyond it those seen in one text only are dropped (and so may be undercounted).
_COUNTED = 40_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of n-gram: sorted hashes [V], idf [V] and the text of each, as UTF-8 in `letters` by `offsets` [V+1]."""

    hashes: Hashes
    idf: NDArray[np.float64]
    letters: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    def text(self, index: int) -> str:
        """The n-gram as it was written (normalised)."""
        return self.letters[self.offsets[index] : self.offsets[index + 1]].tobytes().decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A fitted transform: texts -> Sparse, the words' block first, then the characters'."""

    config: NgramConfig
    words: Block
    characters: Block

    @classmethod
    def fit(cls, texts: Sequence[str], config: NgramConfig) -> Ngrams:
        """Count and choose the n-grams of the training texts.

        Raises: DataError when no text holds a single word or character.
        """
        words = _choose(texts, config, "words", config.max_words)
        characters = _choose(texts, config, "characters", config.max_characters)
        if len(words.hashes) + len(characters.hashes) == 0:
            raise DataError(
                "the training texts hold no word",
                where="data.train",
                remedy="Check data.inputs: is it the right column?",
            )
        return cls(config, words, characters)

    @property
    def spec(self) -> FeatureSpec:
        """What a model needs to know."""
        return FeatureSpec(kind="ngrams", width=len(self.words.hashes) + len(self.characters.hashes))

    def text(self, index: int) -> str:
        """The n-gram of one feature; a character n-gram shows its blanks as they are."""
        known = len(self.words.hashes)
        return self.words.text(index) if index < known else self.characters.text(index - known)

    def encode(self, texts: Sequence[str]) -> Sparse:
        """The rows of some texts; each row depends on its own text only."""
        parts = [self._encode_chunk(texts[start:end]) for start, end in _chunks(texts)]
        lengths = np.concatenate([np.zeros(1, dtype=np.int64), *(part[0] for part in parts)])
        indices = np.concatenate([np.zeros(0, dtype=np.int32), *(part[1] for part in parts)])
        values = np.concatenate([np.zeros(0, dtype=np.float32), *(part[2] for part in parts)])
        return Sparse(
            np.cumsum(lengths), indices, values, self.spec.width, (len(self.words.hashes), len(self.characters.hashes))
        )

    def _encode_chunk(self, texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
        stream = grams.read(texts)
        blocks = []
        for block, kind, first in (
            (self.words, "words", 0),
            (self.characters, "characters", len(self.words.hashes)),
        ):
            if len(block.hashes):
                documents, indices, values = _weigh(_collect(stream, self.config, kind), block, len(texts))
                blocks.append((documents, indices + np.int32(first), values))
        documents, indices, values = (np.concatenate(column) for column in zip(*blocks, strict=True))
        order = np.argsort(documents, kind="stable")
        return np.bincount(documents, minlength=len(texts)), indices[order], values[order]

    def save(self, directory: Path) -> None:
        """Write `ngrams.json` and `ngrams.safetensors`."""
        from safetensors.numpy import save_file

        arrays = {
            f"{name}.{field}": getattr(block, field) for name, block in self._blocks() for field in Block.__slots__
        }
        save_file(arrays, directory / "ngrams.safetensors")
        (directory / "ngrams.json").write_text(
            json.dumps(self.config.model_dump(include=set(NgramConfig.model_fields)), indent=1) + "\n", encoding="utf-8"
        )

    @classmethod
    def load(cls, directory: Path) -> Ngrams:
        """The inverse of `save`."""
        from safetensors.numpy import load_file

        arrays: dict[str, Any] = load_file(directory / "ngrams.safetensors")
        blocks = [Block(*(arrays[f"{name}.{field}"] for field in Block.__slots__)) for name in ("words", "characters")]
        config = NgramConfig.model_validate_json((directory / "ngrams.json").read_text(encoding="utf-8"))
        return cls(config, *blocks)

    def _blocks(self) -> tuple[tuple[str, Block], ...]:
        return ("words", self.words), ("characters", self.characters)


def _chunks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    start, size = 0, 0
    for index, text in enumerate(texts):
        if index > start and (size + len(text) > _CHUNK or index - start == _CHUNK_TEXTS):
            yield start, index
            start, size = index, 0
        size += len(text)
    if len(texts) > start:
        yield start, len(texts)


def _grams(stream: Stream, config: NgramConfig, kind: str) -> Iterator[Grams]:
    if kind == "words":
        return grams.word_grams(stream, config.word_ngrams, config.unspaced_ngrams)
    return grams.character_grams(stream, 2, config.character_ngrams) if config.character_ngrams else iter(())


def _collect(stream: Stream, config: NgramConfig, kind: str) -> tuple[Hashes, NDArray[np.int64]]:
    """Distinct (hash | text number), sorted, and how often each occurs."""
    found = [(part.hashes & _HIGH) | part.documents for part in _grams(stream, config, kind)]
    keys = np.concatenate([np.zeros(0, dtype=np.uint64), *found])
    keys.sort()
    return _runs(keys)


def _runs(keys: Hashes) -> tuple[Hashes, NDArray[np.int64]]:
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1]]))
    return keys[first], np.diff(first, append=len(keys))


def _weigh(
    counted: tuple[Hashes, NDArray[np.int64]], block: Block, texts: int
) -> tuple[NDArray[np.uint16], NDArray[np.int32], NDArray[np.float32]]:
    keys, counts = counted
    hashes = keys & _HIGH
    index = np.searchsorted(block.hashes, hashes)
    np.minimum(index, len(block.hashes) - 1, out=index)
    known = block.hashes[index] == hashes
    index, documents = index[known], (keys[known] & _LOW).astype(np.uint16)
    values = (1.0 + np.log(counts[known])) * block.idf[index]
    norms = np.sqrt(np.bincount(documents, weights=values * values, minlength=texts))
    return documents, index.astype(np.int32), (values / norms[documents]).astype(np.float32)


def _choose(texts: Sequence[str], config: NgramConfig, kind: str, most: int) -> Block:
    """The block of the most frequent n-grams (by texts that hold them), with their idf and text."""
    hashes, frequency = _count(texts, config, kind)
    enough = frequency >= (config.min_texts if len(texts) >= 1000 else 1)
    hashes, frequency = hashes[enough], frequency[enough]
    if len(hashes) > most:
        kept = np.sort(np.lexsort((hashes, -frequency))[:most])
        hashes, frequency = hashes[kept], frequency[kept]
    idf = np.log((1.0 + len(texts)) / (1.0 + frequency)) + 1.0
    return Block(hashes, idf, *_spell(texts, config, kind, hashes))


def _count(texts: Sequence[str], config: NgramConfig, kind: str) -> tuple[Hashes, NDArray[np.int64]]:
    """Every n-gram's hash, sorted, and the number of texts that hold it."""
    table = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    waiting: list[Hashes] = []
    for start, end in _chunks(texts):
        keys, _ = _collect(grams.read(texts[start:end]), config, kind)
        hashes, frequency = _runs(keys & _HIGH)
        waiting.append(hashes | frequency.astype(np.uint64))  # at most _CHUNK_TEXTS texts a chunk: 16 bits hold it
        if sum(map(len, waiting)) > _COUNTED:
            hashes, frequency = _merge(table, waiting)
            table, waiting = (hashes[frequency > 1], frequency[frequency > 1]), []
    return _merge(table, waiting)


def _merge(table: tuple[Hashes, NDArray[np.int64]], waiting: list[Hashes]) -> tuple[Hashes, NDArray[np.int64]]:
    packed = np.concatenate([np.zeros(0, dtype=np.uint64), *waiting])
    packed.sort()
    hashes, runs = _runs(packed & _HIGH)
    if len(hashes) == 0:
        return table
    frequency = np.add.reduceat((packed & _LOW).astype(np.int64), np.cumsum(runs) - runs)
    if len(table[0]) == 0:
        return hashes, frequency
    both = np.concatenate([table[0], hashes])
    order = np.argsort(both, kind="stable")
    hashes, runs = _runs(both[order])
    return hashes, np.add.reduceat(np.concatenate([table[1], frequency])[order], np.cumsum(runs) - runs)


def _spell(
    texts: Sequence[str], config: NgramConfig, kind: str, hashes: Hashes
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The text of each hash, from the first place it occurs: UTF-8 bytes and their offsets."""
    spelled: list[bytes] = [b""] * len(hashes)
    shift = np.uint64(40)
    wanted = np.zeros(1 << 24, dtype=bool)  # by the hash's upper 24 bits: most n-grams are dismissed by one look-up
    missing = np.ones(len(hashes), dtype=bool)
    wanted[hashes >> shift] = True
    for start, end in _chunks(texts):
        if not missing.any():
            break
        stream = grams.read(texts[start:end])
        for part in _grams(stream, config, kind):
            candidates = np.flatnonzero(wanted[part.hashes >> shift])
            found, at = np.unique(part.hashes[candidates] & _HIGH, return_index=True)
            index = np.minimum(np.searchsorted(hashes, found), len(hashes) - 1)
            new = (hashes[index] == found) & missing[index]
            for feature, place in zip(index[new].tolist(), candidates[at[new]].tolist(), strict=True):
                text = stream.text(int(part.starts[place]), int(part.ends[place]))
                spelled[feature] = text.encode("utf-8", "replace")
            missing[index[new]] = False
        wanted[:] = False
        wanted[hashes[missing] >> shift] = True
    offsets = np.zeros(len(hashes) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in spelled], out=offsets[1:])
    return np.frombuffer(b"".join(spelled), dtype=np.uint8), offsets
