"""The tokens of one part of a corpus, encoded and written by a worker process: one shard of a split."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.data.corpus import Corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.scripts import scripts

_BATCH_CHARACTERS = 1_000_000  # encoded at once
_SCRIPT_CHARACTERS = 400  # of a document, by which its script is told


def write_shard(task: dict[str, Any]) -> dict[str, Any]:
    """Tokenize and write what one part of the corpus gives to a split; returns the shard's state.

    `task`: corpus, index, split, directory, settings (the digest of what decides the tokens).
    """
    corpus, directory = Corpus.open(Path(task["corpus"])), Path(task["directory"])
    split, index = task["split"], task["index"]
    tokenizer = _tokenizer(directory / "tokenizer")
    dtype = token_type(tokenizer.vocabulary)
    stem = stem_of(split, index)
    lengths: list[NDArray[np.int64]] = []
    sizes: list[int] = []
    by_script: dict[str, Counter[str]] = {}
    digest = hashlib.sha256()

    def write(path: Path) -> None:
        with path.open("wb") as file:
            for texts in _batches(corpus.part(index, split)):
                stream, counts, found = _encode(tokenizer, texts, dtype)
                data = stream.tobytes()
                file.write(data)
                digest.update(data)
                lengths.append(counts)
                sizes.extend(found)
                _count_scripts(by_script, texts, counts, found)

    durable.write_file(directory / f"{stem}.bin", write)
    counts = np.concatenate(lengths) if lengths else np.zeros(0, dtype=np.int64)

    def write_lengths(path: Path) -> None:
        with path.open("wb") as file:
            np.savez(file, tokens=counts, bytes=np.array(sizes, dtype=np.int64))

    durable.write_file(directory / f"{stem}.npz", write_lengths)
    state = {
        "settings": task["settings"],
        "tokens": int(counts.sum()),
        "documents": len(sizes),
        "bytes": sum(sizes),
        "scripts": {name: dict(found) for name, found in sorted(by_script.items())},
        "sha256": digest.hexdigest(),
    }
    durable.write_json(directory / f"{stem}.json", state)
    return state


def token_type(vocabulary: int) -> np.dtype[Any]:
    """The smallest type that holds every token."""
    return np.dtype(np.uint16 if vocabulary <= 1 << 16 else np.uint32).newbyteorder("<")


def stem_of(split: str, index: int) -> str:
    """How the files of a shard begin."""
    return f"{split}-{index:05d}"


_OPENED: dict[str, LanguageTokenizer] = {}


def _tokenizer(directory: Path) -> LanguageTokenizer:
    """The tokenizer of a directory, opened once a process and content."""
    key = (directory / "tokenizer.json").read_text(encoding="utf-8")
    if key not in _OPENED:
        _OPENED.clear()
        _OPENED[key] = LanguageTokenizer.load(directory)
    return _OPENED[key]


def _batches(documents: Iterator[tuple[str, str]]) -> Iterator[list[str]]:
    texts: list[str] = []
    size = 0
    for text, _ in documents:
        texts.append(text)
        size += len(text)
        if size >= _BATCH_CHARACTERS:
            yield texts
            texts, size = [], 0
    if texts:
        yield texts


def _encode(
    tokenizer: LanguageTokenizer, texts: list[str], dtype: np.dtype[Any]
) -> tuple[NDArray[Any], NDArray[np.int64], list[int]]:
    """The stream of some documents, the tokens of each with its `<|endoftext|>`, and their bytes."""
    tokens = tokenizer.encode(texts)
    counts = tokens.lengths + 1
    stream = np.empty(int(counts.sum()), dtype=dtype)
    begins = tokens.offsets[:-1] + np.arange(len(texts))
    inside = np.ones(len(stream), dtype=bool)
    inside[begins] = False
    stream[begins] = tokenizer.end_id
    stream[inside] = tokens.ids
    return stream, counts, [len(text.encode("utf-8")) for text in texts]


def _count_scripts(
    by_script: dict[str, Counter[str]], texts: list[str], counts: NDArray[np.int64], sizes: list[int]
) -> None:
    for text, tokens, size in zip(texts, counts.tolist(), sizes, strict=True):
        name = next(iter(scripts([text[:_SCRIPT_CHARACTERS]])))
        by_script.setdefault(name, Counter()).update(documents=1, bytes=size, tokens=tokens)
