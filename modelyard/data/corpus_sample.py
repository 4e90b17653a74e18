"""A look at running text through the preparation that a run does: all of it, or a random sample where it is large."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core import variables
from modelyard.core.recipe import Recipe
from modelyard.data.corpus import Corpus, prepare_corpus
from modelyard.data.documents import Documents
from modelyard.data.findings import Finding
from modelyard.data.scripts import scripts
from modelyard.data.section_size import section_characters
from modelyard.data.sources import formats
from modelyard.data.sources.base import File, Reader

# What is read at most: some seconds of cleaning and comparing.
SAMPLE_BYTES = 12_000_000
# Of a sample, from each file at least; a shorter beginning says little about its documents.
LEAST_CHARACTERS = 50_000
SCRIPT_CHARACTERS = 2_000  # of a document, by which its script is told
_NAME = "sample.jsonl"


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What stands in running text. `seen` and `total` are bytes as stored; fewer are seen where a sample was taken.

    `lengths` are the characters of each document seen, `scripts` shares of the text, `raw` and `kept` its bytes before
    and after cleaning; `counts` and `bytes` are the splits', as `Corpus` has them.
    """

    files: int
    seen_files: int
    total: int
    seen: int
    documents: int
    lengths: Sequence[int]
    scripts: dict[str, float]
    raw: int
    kept: int
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    bytes: dict[str, int]

    @property
    def is_sample(self) -> bool:
        """Whether only a part was read."""
        return self.seen < self.total


class _Tally:
    """Documents as they are read: lengths, bytes by script."""

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self.bytes = 0
        self._scripts: Counter[str] = Counter()
        self._script = ""

    def add(self, text: str, *, first: bool) -> None:
        size = len(text.encode("utf-8", "surrogatepass"))
        if first or not self.lengths:
            self._script = next(iter(scripts([text[:SCRIPT_CHARACTERS]])))
            self.lengths.append(0)
        self.lengths[-1] += len(text)
        self.bytes += size
        self._scripts[self._script] += size

    @property
    def scripts(self) -> dict[str, float]:
        return {name: size / max(1, self.bytes) for name, size in self._scripts.most_common()}


def look(recipe: Recipe, *, most: int = SAMPLE_BYTES) -> Looked:
    """Read, clean, compare and deal the recipe's text, or a sample of about `most` bytes, leaving nothing behind.

    Raises: DataError for text that cannot be used.
    """
    opened = [(path, *one) for path in recipe.data.train for one in _opened(path, recipe)]
    total = sum(size for _, _, size in opened)
    tally = _Tally()
    with tempfile.TemporaryDirectory() as folder:
        if total <= most:
            for path in recipe.data.train:
                for piece in Documents(path, recipe.data, recipe.data.limit).pieces():
                    tally.add(piece.text, first=piece.first)
            corpus = prepare_corpus(recipe, Path(folder, "corpus"))
            findings, seen, files = corpus.findings, total, len(opened)
        else:
            sample = Path(folder, _NAME)
            places, seen, files = _write_sample(recipe, opened, sample, most, tally)
            size = section_characters(recipe.data)  # of the whole text
            changed: dict[str, Any] = {"train": (str(sample),), "inputs": (), "format": None, "mix": {}}
            changed["section_characters"] = size
            data = recipe.data.model_copy(update=changed)
            corpus = prepare_corpus(recipe.model_copy(update={"data": data}), Path(folder, "corpus"))
            findings = tuple(_placed(finding, places) for finding in corpus.findings)
        return _looked(corpus, tally, findings, files=len(opened), seen_files=files, total=total, seen=seen)


def _opened(path: str, recipe: Recipe) -> Iterator[tuple[Reader | File, int]]:
    return formats.open_documents(variables.fill(path), recipe.data)


def _looked(
    corpus: Corpus,
    tally: _Tally,
    findings: tuple[Finding, ...],
    *,
    files: int,
    seen_files: int,
    total: int,
    seen: int,
) -> Looked:
    return Looked(
        files=files,
        seen_files=seen_files,
        total=total,
        seen=seen,
        documents=len(tally.lengths),
        lengths=tally.lengths,
        scripts=tally.scripts,
        raw=tally.bytes,
        kept=sum(part["bytes"] for part in corpus.parts if part["split"] == "train"),
        findings=findings,
        counts=corpus.counts,
        bytes=corpus.bytes,
    )


def _write_sample(
    recipe: Recipe, opened: Sequence[tuple[str, Reader | File, int]], sample: Path, most: int, tally: _Tally
) -> tuple[list[str], int, int]:
    """The beginnings of files drawn at random, as jsonl; the place of each line, the bytes read, the files opened."""
    share = max(LEAST_CHARACTERS, most // len(opened))
    places: list[str] = []
    files = 0
    with sample.open("w", encoding="utf-8") as target:
        for i in np.random.default_rng(recipe.seed).permutation(len(opened)).tolist():
            path, one, _ = opened[i]
            files += 1
            left = share
            for piece in Documents(path, recipe.data).of(one):
                text = piece.text[:left] if isinstance(one, File) else piece.text
                tally.add(text, first=piece.first)
                places.append(piece.place)
                target.write(json.dumps({"text": text}) + "\n")
                left -= len(text)
                if left <= 0:
                    break
            if isinstance(one, File) and left <= 0 and tally.lengths:
                # Cut short: its length in characters is told from its bytes.
                tally.lengths[-1] = round(one.bytes * share / max(1, len(text.encode("utf-8", "surrogatepass"))))
            if tally.bytes >= most:
                break
    return places, tally.bytes, files


def _placed(finding: Finding, places: Sequence[str]) -> Finding:
    """The finding with the places of the text, not those of the sample."""
    found = []
    for place in finding.places:
        name, _, line = place.rpartition(":")
        known = name.endswith(_NAME) and line.isdigit() and 0 < int(line) <= len(places)
        found.append(places[int(line) - 1] if known else place)
    return replace(finding, places=tuple(found))
