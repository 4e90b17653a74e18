"""The corpus: running text as a language model is trained on it, in parts on disk, with its splits and its findings.

Memory while preparing: a part of each worker (some 150 MB), and in the calling process some 550 bytes a section at the
peak (measured on 5 GB) for keys, documents, splits and the sort of one band of MinHash at a time; of these 256 are
signatures mapped from disk, which the system can take back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.errors import DataError, RecipeError
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data import canaries, parts, splits
from modelyard.data.bundle import SOURCES
from modelyard.data.corpus_parts import make_parts
from modelyard.data.corpus_report import report
from modelyard.data.dealing_text import Dealt, deal
from modelyard.data.described import Described
from modelyard.data.findings import Finding
from modelyard.data.personal import masking
from modelyard.data.personal.rows import masker_of
from modelyard.data.section_size import section_characters
from modelyard.data.sources import identity

__all__ = ["Corpus", "prepare_corpus"]

FORMAT = 1
_SAMPLE_BYTES = 400_000
_EXAMPLE_CHARACTERS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus(Described):
    """Prepared text in a directory.

    `counts`: documents read, sections of each split (`train` ...), and what was left out by reason; `bytes` of UTF-8
    by split; `sources` the paths of `data.train` in order, as `Shards.open(source=...)` counts them.
    """

    description: ClassVar[str] = "corpus.json"
    format: ClassVar[int] = FORMAT
    noun: ClassVar[str] = "text"

    bytes: dict[str, int]
    sources: tuple[str, ...]
    parts: tuple[dict[str, Any], ...]

    @classmethod
    def more(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Bytes, sources and parts."""
        return {"bytes": data["bytes"], "sources": tuple(data["sources"]), "parts": tuple(data["parts"])}

    def documents(self, split: str) -> Iterator[tuple[str, str]]:
        """Every section of a split with its place, in the order of the data; a megabyte in memory at a time."""
        for index in range(len(self.parts)):
            yield from self.part(index, split)

    def texts(self, split: str) -> Iterator[str]:
        """The sections of a split without their places."""
        return (text for text, _ in self.documents(split))

    def rows(self, split: str) -> Rows:
        """As `Bundle.rows`, of as many sections as memory holds easily."""
        return self.sample(split, _SAMPLE_BYTES)[0]

    def sample(self, split: str, most_bytes: int) -> tuple[Rows, list[str]]:
        """Sections of a split drawn at random, about `most_bytes` in all, in the order of the data; and their places.

        The same for the same corpus. Rows are what `inputs` of the schema name.
        """
        share = most_bytes / max(1, self.bytes[split])
        random = np.random.default_rng(0)
        texts, places = [], []
        for text, place in self.documents(split):
            if share >= 1 or random.random() < share:
                texts.append(text)
                places.append(place)
        return {self.schema.inputs[0].name: texts}, places

    def part(self, index: int, split: str) -> Iterator[tuple[str, str]]:
        """The sections of one part that belong to a split, with their places."""
        wanted = self.assignment(index) == splits.NAMES.index(split)
        if wanted.any():
            yield from parts.read(self.path, index, wanted)
        if split == "train":
            yield from canaries.planted(self.path, index)

    def assignment(self, index: int) -> NDArray[np.int8]:
        """The split of each section of a part, DROPPED where it has none."""
        start = sum(part["sections"] for part in self.parts[:index])
        held: NDArray[np.int8] = np.load(self.path / "splits.npy", mmap_mode="r", allow_pickle=False)
        return np.asarray(held[start : start + self.parts[index]["sections"]])


def prepare_corpus(
    recipe: Recipe,
    directory: Path,
    progress: Callable[[str, float], None] = lambda text, share: None,
    *,
    workers: int | None = None,
) -> Corpus:
    """Clean, cut, deduplicate and deal the recipe's text into `directory`; killed, the same call goes on.

    The result does not depend on `workers` (processes; one a core where None).
    Raises: DataError for data that cannot be used, RecipeError, RunError when the disk is full.
    """
    _check(recipe)
    progress("looking at the files", 0.0)
    known = identity.take(recipe.data)
    size = section_characters(recipe.data)
    recipe = recipe.model_copy(update={"data": recipe.data.model_copy(update={"section_characters": size})})
    directory.mkdir(parents=True, exist_ok=True)
    (directory / Corpus.description).unlink(missing_ok=True)
    durable.remove_litter(directory)
    masker = masker_of(recipe.data.personal, (parts.COLUMN.name,), directory.parent)
    made, documents = make_parts(recipe, directory, progress, workers=workers, masker=masker)
    if not sum(part["sections"] for part in made):
        raise DataError("there is no text in the data", where=recipe.data.train[0], remedy="Check data.train.")
    progress("looking for duplicates", 0.7)
    dealt = deal(recipe, directory, made)
    _save_splits(directory, dealt.assignment)
    asked = recipe.audit.canaries if recipe.audit else None
    canaries.plant(directory, asked or 0, recipe.seed, _trained_on(made, dealt.assignment))
    findings = report(recipe, made, documents, dealt)
    findings.write(directory / "findings.csv")
    identity.check_unchanged(known)
    if masker is None:
        (directory / masking.FILE).unlink(missing_ok=True)  # of an earlier call
    else:
        masker.save(directory)
    durable.write_json(directory / SOURCES, known)
    description = _describe(recipe, made, documents, dealt, findings.all)
    description["schema"] = _schema(directory, made, dealt.assignment).to_json()
    durable.write_json(directory / Corpus.description, description)
    progress("text is ready", 1.0)
    return Corpus.open(directory)


def _check(recipe: Recipe) -> None:
    if recipe.data.split.by in ("group", "time"):
        raise RecipeError(
            "running text is split at random",
            where="data.split.by",
            got=recipe.data.split.by,
            remedy="Remove it, or give data.validation and data.test.",
        )
    if recipe.data.target is not None:
        raise RecipeError(
            "a language model has no target", where="data.target", got=recipe.data.target, remedy="Remove it."
        )


def _save_splits(directory: Path, assignment: NDArray[np.int8]) -> None:
    durable.write_file(directory / "splits.npy", lambda path: parts.save_array(path, assignment))


def _schema(directory: Path, made: list[dict[str, Any]], assignment: NDArray[np.int8]) -> Schema:
    """One text, with the first line of the training text as the example that forms and documents show."""
    start, example = 0, None
    for index, part in enumerate(made):
        wanted = assignment[start : start + part["sections"]] == splits.NAMES.index("train")
        start += part["sections"]
        if wanted.any():
            text, _ = next(parts.read(directory, index, wanted))
            example = text.strip().partition("\n")[0][:_EXAMPLE_CHARACTERS].strip() or None
            break
    return Schema(inputs=(Column(name="text", kind="text", example=example),))


def _trained_on(made: list[dict[str, Any]], assignment: NDArray[np.int8]) -> list[int]:
    """The parts that have training text."""
    ends = np.cumsum([part["sections"] for part in made])
    train = splits.NAMES.index("train")
    return [i for i, end in enumerate(ends) if (assignment[end - made[i]["sections"] : end] == train).any()]


def _describe(
    recipe: Recipe, made: list[dict[str, Any]], documents: dict[str, Any], dealt: Dealt, findings: tuple[Finding, ...]
) -> dict[str, Any]:
    # Content and splits; neither paths nor times, so that a copy elsewhere is the same data.
    content = [[part["split"], part["source"], part["sections"], part["content"]] for part in made]
    secrets = [recipe.seed, recipe.audit.canaries] if recipe.audit and recipe.audit.canaries else ""
    known = json.dumps([*content, secrets] if secrets else content)
    fingerprint = hashlib.sha256(known.encode() + dealt.assignment.tobytes()).hexdigest()
    sections = {name: int((dealt.assignment == i).sum()) for i, name in enumerate(splits.NAMES)}
    return {
        "format": FORMAT,
        "task": recipe.task,
        "findings": [finding.to_json() for finding in findings],
        "fingerprint": fingerprint,
        "counts": {"read": sum(found["documents"] for found in documents.values()), **sections, **dealt.dropped},
        "bytes": dealt.bytes,
        "sources": list(recipe.data.train),
        "parts": [{key: part[key] for key in ("split", "source", "sections", "bytes", "content")} for part in made],
        "licence": recipe.data.licence,
        "section_characters": recipe.data.section_characters,
    }
