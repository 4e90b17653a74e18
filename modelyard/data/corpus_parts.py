"""From the paths of a recipe to the parts of a corpus, in the order of the data whatever the number of workers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from modelyard.core.recipe import Data, Recipe
from modelyard.data import cleaning, parts
from modelyard.data.documents import Documents, Piece
from modelyard.data.personal.masking import Masker
from modelyard.data.workers import run_tasks

HEAD_DOCUMENTS = 2_000  # of a path, from which its repeated headers and footers are learnt
HEAD_CHARACTERS = 8_000_000


def make_parts(
    recipe: Recipe,
    directory: Path,
    progress: Callable[[str, float], None],
    *,
    workers: int | None,
    masker: Masker | None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Read everything and write what is not there yet; returns the parts' states, and what was read by path."""
    reading = _Reading(recipe.data, directory, masker)
    made: list[dict[str, Any]] = []
    read = 0
    for state in run_tasks("modelyard.data.parts:make", reading.tasks(), workers=workers):
        made.append(state)
        read += state["bytes"]
        progress(f"reading and cleaning: {read / 1e6:,.0f} MB", min(0.69, 0.69 * read / max(1, reading.bytes)))
    for path in directory.glob("part-*"):  # of an earlier call over more data
        if int(path.name[5:10]) >= len(made):
            path.unlink()
    return made, reading.found


class _Reading:
    """The tasks of all paths; `found` says what was read of each: documents, bad rows, notes, edges."""

    def __init__(self, section: Data, directory: Path, masker: Masker | None) -> None:
        self._section, self._directory, self._masker = section, directory, masker
        self.found: dict[str, Any] = {}
        self.bytes = 0

    def tasks(self) -> Iterator[dict[str, Any]]:
        index = 0
        for split in ("train", "validation", "test"):
            left = self._section.limit
            for source, path in enumerate(getattr(self._section, split)):
                if left == 0:
                    break
                for task in self._of_path(path, split, source, left):
                    task["index"] = index
                    state = parts.read_state(self._directory, index)
                    if state is not None and state["input"] == task["input"]:
                        yield {"done": state}
                    else:
                        yield task
                    index += 1
                if left is not None:
                    left -= self.found[f"{split}:{path}"]["documents"]

    def _of_path(self, path: str, split: str, source: int, limit: int | None) -> Iterator[dict[str, Any]]:
        section = self._section
        documents = Documents(path, section, limit)
        pieces = documents.pieces()
        head = list(_head(pieces))
        edges: frozenset[str] = frozenset()
        if section.clean.boilerplate:
            edges = cleaning.repeated_edges(piece.text for piece in head if piece.first)
        common = {
            "directory": str(self._directory),
            "split": split,
            "source": source,
            "rules": section.clean.model_dump(mode="json"),
            "edges": sorted(edges),
            "most": section.section_characters,
            "near": section.deduplicate == "near",
        }
        if self._masker is not None:
            common["personal"] = self._masker.to_json()
        settings = json.dumps({key: value for key, value in common.items() if key != "directory"}, sort_keys=True)
        count = -1
        held: list[tuple[str, str, int]] = []
        size = 0
        bytes_before = self.bytes
        for piece in chain(head, pieces):
            self.bytes = bytes_before + documents.bytes
            count += piece.first
            held.append((piece.text, piece.place, count))
            size += len(piece.text)
            if size >= parts.CHARACTERS:
                yield {**common, "input": parts.digest(settings, held), "documents": held}
                held, size = [], 0
        if held:
            yield {**common, "input": parts.digest(settings, held), "documents": held}
        self.found[f"{split}:{path}"] = {
            "split": split,
            "path": path,
            "documents": count + 1,
            "bad": [(bad.place, bad.rule) for bad in documents.bad],
            "bad_count": documents.bad_count,
            "notes": documents.notes,
            "edges": sorted(edges),
        }


def _head(pieces: Iterator[Piece]) -> Iterator[Piece]:
    size = 0
    for piece in islice(pieces, HEAD_DOCUMENTS):
        yield piece
        size += len(piece.text)
        if size > HEAD_CHARACTERS:
            return
