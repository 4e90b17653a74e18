"""A bounded look at a recipe's data before any of it is prepared: how many rows, of what kind, how long.

Reading stops after READ_SECONDS; what was not read is estimated by its bytes, and the quote says so.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from modelyard.core import variables
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data, Recipe
from modelyard.core.schema import Schema, row_count
from modelyard.data import values
from modelyard.data.documents import Documents
from modelyard.data.infer import infer
from modelyard.data.inspect import inspect
from modelyard.data.sources import formats, open_source
from modelyard.data.sources.source import Source
from modelyard.planning.beginning import Beginning, Clock, stated_rows, unpacked_bytes

TEXTS = 400  # whose lengths stand for all
DOCUMENT_BYTES = 2_000_000  # of running text that is looked at
_FILES = 40  # of running text that are opened


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What a look found. `exact`: all rows were read; else `rows` is an estimate by bytes.

    `rows` and `text_bytes` (UTF-8, of the inputs) are those of `data.train`, whatever is held out of them;
    `held_rows` of the files given for validation and test. `texts` are a sample of the inputs as one text each.
    """

    rows: int
    exact: bool
    text_bytes: float
    stored_bytes: int
    held_rows: dict[str, int] = field(default_factory=dict)
    schema: Schema | None = None
    sample: dict[str, list[Any]] = field(default_factory=dict)
    texts: Sequence[str] = ()
    classes: int = 1
    seconds: float = 0.0

    def part(self, recipe: Recipe, split: str) -> int:
        """About how many rows a split gets."""
        section = recipe.data
        if split != "train" and getattr(section, split):
            return self.held_rows.get(split, 0)
        rows = self.rows if section.limit is None else min(self.rows, section.limit)
        shares = {
            name: 0.0 if getattr(section, name) else getattr(section.split, name) for name in ("validation", "test")
        }
        share = 1.0 - sum(shares.values()) if split == "train" else shares[split]
        return max(1 if split == "train" else 0, round(rows * share))


def look_at_rows(recipe: Recipe) -> Look:
    """Rows of a table, of labelled texts or of conversations.

    Raises: DataError for data that cannot be read.
    """
    started = time.perf_counter()
    section = recipe.data.model_copy(update={"limit": None})
    source = open_source(section.train, section)
    beginning = Beginning(source)
    read = row_count(beginning.rows) if beginning.rows else 0
    if not read:
        raise DataError("no row of this data can be read", where=section.train[0], remedy="See: modelyard check RECIPE")
    stored = unpacked_bytes(section.train, int(source.description["bytes"]))
    rows = read
    if not beginning.complete:
        rows = stated_rows(section.train) or max(read, round(read * stored / beginning.stored_bytes(source)))
    look = Look(
        rows=rows,
        exact=beginning.complete,
        text_bytes=0.0,
        stored_bytes=stored,
        held_rows=_held(recipe.data, rows, stored),
    )
    look = _described(look, recipe, beginning)
    return dataclasses.replace(look, seconds=time.perf_counter() - started)


def look_at_text(recipe: Recipe) -> Look:
    """Running text: its bytes, and the beginnings of some documents.

    Raises: DataError for text that cannot be read.
    """
    started, clock = time.perf_counter(), Clock()
    section = recipe.data
    texts: list[str] = []
    stored = seen = documents = opened = 0
    exact = True
    for path in section.train:
        for one, size in formats.open_documents(variables.fill(path), section):
            stored += size
            opened += 1
            late = clock.is_over
            if seen >= DOCUMENT_BYTES or opened > _FILES or (late and documents):
                exact = False
                continue
            for piece in Documents(path, section).of(one):
                texts.append(piece.text)
                seen += len(piece.text.encode("utf-8", "replace"))
                documents += piece.first
                if seen >= DOCUMENT_BYTES or clock.is_over:
                    exact = False
                    break
    if not documents:
        raise DataError("there is no text in this", where=section.train[0], remedy="Check the path.")
    # A sample's own bytes over the bytes stored are not known by file: text is about as large as its file.
    total = float(seen) if exact else float(max(stored, seen))
    return Look(
        rows=documents if exact else max(documents, round(documents * total / max(1, seen))),
        exact=exact,
        text_bytes=total,
        stored_bytes=stored,
        texts=texts[:TEXTS],
        seconds=time.perf_counter() - started,
    )


def _held(section: Data, rows: int, stored: int) -> dict[str, int]:
    """Rows of the other files, by their bytes; 0 of a file that is not on this machine."""
    found = {}
    for name in ("validation", "test"):
        paths = getattr(section, name)
        if paths:
            found[name] = round(rows * unpacked_bytes(paths, 0) / max(1, stored))
    return found


def _described(look: Look, recipe: Recipe, beginning: Beginning) -> Look:
    """With the columns' kinds, and the inputs as texts where they are texts."""
    section, sort = recipe.data, _sort(recipe.task)
    if sort in ("conversations", "pairs"):
        rows = beginning.rows
        texts = _as_texts(rows, list(rows))
        return dataclasses.replace(look, texts=texts, text_bytes=_mean_bytes(texts) * look.rows)
    profile = inspect(cast(Source, beginning))
    found = infer(profile, recipe.task, section.target, section.inputs)
    rows = {name: list(cells) for name, cells in _joined(beginning).items()}
    classes = 1
    if found.schema.target is not None and found.schema.target.kind == "category":
        names = {name for name in values.labels(beginning.rows[found.target]) if name is not None}
        classes = max(2, len(names))
    texts = _as_texts(rows, [column.name for column in found.schema.inputs if column.kind == "text"])
    return dataclasses.replace(
        look,
        schema=found.schema,
        sample=_canonical(rows, found.schema),
        texts=texts,
        text_bytes=_mean_bytes(texts) * look.rows,
        classes=classes,
    )


def _joined(beginning: Beginning) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [] for name in beginning.columns}
    for batch in beginning.batches():
        for name, cells in batch.rows.items():
            found[name] += list(cells)
    return found


def _canonical(rows: dict[str, list[Any]], schema: Schema) -> dict[str, list[Any]]:
    """The sampled input columns as a bundle would give them."""
    found: dict[str, list[Any]] = {}
    for column in schema.inputs:
        cells = rows[column.name]
        if column.kind == "number":
            numbers, _ = values.numbers(cells)
            found[column.name] = [None if number != number else float(number) for number in numbers]
        else:
            found[column.name] = cells
    return found


def _as_texts(rows: dict[str, list[Any]], columns: Sequence[str]) -> list[str]:
    if not columns:
        return []
    count = len(rows[columns[0]])
    step = max(1, count // TEXTS)
    return ["\n".join(values.text(rows[name][i]) or "" for name in columns) for i in range(0, count, step)]


def _mean_bytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode("utf-8", "replace")) for text in texts) / max(1, len(texts))


def _sort(task: str) -> str:
    from modelyard.core import registry

    return str(registry.load("tasks", task, field="task").Task.sort)
