"""The tokens of a split on disk: written in parallel, a shard for each part of the corpus, and mapped when read.

Every document stands as `<|endoftext|>` and its tokens. Files of a split: `train-00003.bin` (tokens), `.npz` (tokens
and bytes of each document), `.json` last of each shard; `train.starts.npy`, `train.bytes.npy` and last `train.json`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.data import parts
from modelyard.data.corpus import Corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.tokenizing import stem_of, token_type
from modelyard.data.workers import run_tasks

FORMAT = 1


def write_shards(
    corpus: Corpus,
    split: str,
    tokenizer: LanguageTokenizer,
    directory: Path,
    *,
    workers: int | None = None,
    progress: Callable[[str, float], None] = lambda text, share: None,
) -> Shards:
    """Tokenize a split into `directory`; killed, the same call goes on from the shards that are whole.

    The bytes do not depend on `workers` (processes; one a core where None).
    Raises: RunError when the disk is full.
    """
    directory.mkdir(parents=True, exist_ok=True)
    kept = directory / "tokenizer"
    kept.mkdir(exist_ok=True)
    for place in (directory, kept):
        durable.remove_litter(place)
    durable.write_text(kept / "tokenizer.json", tokenizer.content)
    durable.write_text(kept / "tokenizer_config.json", tokenizer.settings)
    settings = hashlib.sha256(f"{FORMAT}\n{corpus.fingerprint}\n{split}\n{tokenizer.content}".encode()).hexdigest()
    states = []
    done = 0
    for state in run_tasks(
        "modelyard.data.tokenizing:write_shard", _tasks(corpus, split, directory, settings), workers=workers
    ):
        states.append(state)
        done += state["bytes"]
        progress(f"tokens of {split}: {done / 1e6:,.0f} MB of text", done / max(1, corpus.bytes[split]))
    for path in directory.glob(f"{split}-*"):  # of an earlier call over more data
        if int(path.name[len(split) + 1 :][:5]) >= len(states):
            path.unlink()
    _finish(corpus, split, tokenizer, directory, settings, states)
    return Shards.open(directory, split)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shards:
    """The tokens of a split (or of one source of it), mapped.

    `starts` [documents + 1]: where each document's `<|endoftext|>` stands; `bytes` [documents]: its cleaned text in
    UTF-8. `compression`: by script the documents, bytes and tokens, and bytes per token.
    """

    path: Path
    split: str
    tokens: int
    documents: int
    dtype: np.dtype[Any]
    end_id: int
    starts: NDArray[np.int64]
    bytes: NDArray[np.int64]
    compression: Mapping[str, Mapping[str, float]]
    fingerprint: str
    _files: tuple[tuple[int, NDArray[Any]], ...]

    @classmethod
    def open(cls, directory: Path, split: str, source: int | None = None) -> Shards:
        """Open what `write_shards` wrote; of one source (its number in `Corpus.sources`) where it is given.

        Raises: RunError where it is missing, incomplete, or a file has not the size it must have.
        """
        try:
            state = json.loads((directory / f"{split}.json").read_text(encoding="utf-8"))
            dtype = np.dtype(state["dtype"])
            starts = np.load(directory / f"{split}.starts.npy", mmap_mode="r", allow_pickle=False)
            sizes = np.load(directory / f"{split}.bytes.npy", mmap_mode="r", allow_pickle=False)
            chosen = [
                (i, shard) for i, shard in enumerate(state["shards"]) if source is None or shard["source"] == source
            ]
            files, at = [], 0
            for i, shard in chosen:
                if shard["tokens"]:
                    path = directory / f"{stem_of(split, i)}.bin"
                    if path.stat().st_size != shard["tokens"] * dtype.itemsize:
                        raise ValueError(f"{path.name} has not the size it was written with")
                    files.append((at, np.memmap(path, dtype=dtype, mode="r")))
                    at += shard["tokens"]
            if source is not None and chosen:  # the parts of a source follow each other
                first = sum(shard["documents"] for shard in state["shards"][: chosen[0][0]])
                last = first + sum(shard["documents"] for _, shard in chosen)
                starts, sizes = starts[first : last + 1] - starts[first], sizes[first:last]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RunError(
                f"the tokens cannot be read ({error})",
                where=str(directory),
                remedy="Give the command that writes them again.",
            ) from error
        return cls(
            path=directory,
            split=split,
            tokens=at,
            documents=len(sizes),
            dtype=dtype,
            end_id=state["end_id"],
            starts=starts,
            bytes=sizes,
            compression=state["compression"],
            fingerprint=state["fingerprint"],
            _files=tuple(files),
        )

    def read(self, start: int, stop: int) -> NDArray[np.int32]:
        """The tokens from `start` to `stop` of the stream."""
        assert 0 <= start <= stop <= self.tokens, (start, stop, self.tokens)
        result = np.empty(stop - start, dtype=np.int32)
        i = self._file_at(start)
        at = start
        while at < stop:
            first, held = self._files[i]
            upto = min(stop, first + len(held))
            result[at - start : upto - start] = held[at - first : upto - first]
            at, i = upto, i + 1
        return result

    def _file_at(self, position: int) -> int:
        low, high = 0, len(self._files)
        while high - low > 1:
            middle = (low + high) // 2
            if self._files[middle][0] <= position:
                low = middle
            else:
                high = middle
        return low

    def verify(self) -> None:
        """Compare every byte of the split's tokens with their digests.

        Raises: RunError that names the first shard that differs.
        """
        state = json.loads((self.path / f"{self.split}.json").read_text(encoding="utf-8"))
        for i, shard in enumerate(state["shards"]):
            path = self.path / f"{stem_of(self.split, i)}.bin"
            if durable.file_digest(path) != shard["sha256"]:
                raise RunError(
                    "these tokens are altered", where=str(path), remedy="Remove it and give the same command again."
                )


def _tasks(corpus: Corpus, split: str, directory: Path, settings: str) -> Iterator[dict[str, Any]]:
    for index in range(len(corpus.parts)):
        state = _whole(directory, split, index, settings)
        if state is not None:
            yield {"done": state}
        else:
            yield {
                "corpus": str(corpus.path),
                "index": index,
                "split": split,
                "directory": str(directory),
                "settings": settings,
            }


def _whole(directory: Path, split: str, index: int, settings: str) -> dict[str, Any] | None:
    """The state of a shard that an earlier call wrote wholly, of the same text and tokenizer."""
    stem = stem_of(split, index)
    try:
        state: dict[str, Any] = json.loads((directory / f"{stem}.json").read_text(encoding="utf-8"))
        same = state["settings"] == settings and (directory / f"{stem}.npz").is_file()
        return state if same and durable.file_digest(directory / f"{stem}.bin") == state["sha256"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _finish(
    corpus: Corpus,
    split: str,
    tokenizer: LanguageTokenizer,
    directory: Path,
    settings: str,
    states: list[dict[str, Any]],
) -> None:
    """Write what spans the shards, and last the state of the split."""
    tokens, sizes = [], []
    for index in range(len(states)):
        with np.load(directory / f"{stem_of(split, index)}.npz", allow_pickle=False) as held:
            tokens.append(held["tokens"])
            sizes.append(held["bytes"])
    starts = np.zeros(sum(map(len, tokens)) + 1, dtype=np.int64)
    np.cumsum(np.concatenate([*tokens, np.zeros(0, np.int64)]), out=starts[1:])
    durable.write_file(directory / f"{split}.starts.npy", lambda path: parts.save_array(path, starts))
    joined = np.concatenate([*sizes, np.zeros(0, np.int64)])
    durable.write_file(directory / f"{split}.bytes.npy", lambda path: parts.save_array(path, joined))
    total: dict[str, Counter[str]] = {}
    for state in states:
        for name, found in state["scripts"].items():
            total.setdefault(name, Counter()).update(found)
    compression = {
        name: {**found, "bytes_per_token": round(found["bytes"] / max(1, found["tokens"]), 4)}
        for name, found in sorted(total.items(), key=lambda item: -item[1]["bytes"])
    }
    shards = [
        {"source": part["source"], **{key: state[key] for key in ("tokens", "documents", "bytes", "sha256")}}
        for part, state in zip(corpus.parts, states, strict=True)
    ]
    description = {
        "format": FORMAT,
        "split": split,
        "dtype": token_type(tokenizer.vocabulary).str,
        "end_id": tokenizer.end_id,
        "vocabulary": tokenizer.vocabulary,
        "fingerprint": settings,
        "compression": compression,
        "shards": shards,
    }
    durable.write_json(directory / f"{split}.json", description)
