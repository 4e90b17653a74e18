"""Rows from wherever a recipe says: several files of one set of columns are one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import variables
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import formats, remote, sampling
from modelyard.data.sources.base import Batch, Reader
from modelyard.data.sources.cells import Missing


class Source:
    """Opened data: its columns, what was detected, and its rows in batches.

    `description`: paths, format, bytes, notes, and where they apply encoding, delimiter, shapes (of vector columns).
    Notes may grow while rows are read.
    """

    def __init__(
        self, readers: Sequence[Reader], section: Data, description: dict[str, Any], sample_seed: int | None
    ) -> None:
        """`data.limit` takes a random sample by `sample_seed`, or the first rows where that is None."""
        self._sample_seed = sample_seed
        self._sample: sampling.Sample | None = None
        self._readers, self._section = tuple(readers), section
        self.columns = readers[0].columns
        self.description = description

    def batches(self, rows: int = 65_536) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time, in bounded memory; may be called again.

        Malformed rows stand in `bad`. With `on_bad_rows: keep` a row that could be mended is kept (cells that a short
        row lacks are missing, cells that a long row has too many are left out) and its BadRow says `kept`.
        Raises: DataError for what no row can be blamed for, and with `on_bad_rows: error` for the first malformed row.
        """
        missing = Missing(self._section.missing, self.description["notes"])
        for batch in self._limited(rows):
            if batch.bad and self._section.on_bad_rows == "error":
                worst = batch.bad[0]
                raise DataError(
                    worst.rule,
                    where=worst.place,
                    got=worst.content,
                    remedy="Mend the row, or set data.on_bad_rows: drop.",
                )
            cells = {name: batch.rows[name] for name in self.columns}  # in the first file's order
            if not batch.cleaned:
                cells = {name: missing.clean(name, column) for name, column in cells.items()}
            yield Batch(cells, batch.places, batch.bad, cleaned=True)

    def _limited(self, rows: int) -> Iterator[Batch]:
        limit = self._section.limit
        if limit is None:
            yield from self._read(rows)
        elif self._sample_seed is None:
            yield from sampling.first(self._read(min(rows, limit)), limit)
        else:
            if self._sample is None:
                self._sample = sampling.Sample(self._read(rows), limit, self._sample_seed)
                if self._sample.limit < self._sample.rows:
                    self.description["notes"].append(
                        f"data.limit: a random sample of {self._sample.limit:,} of {self._sample.rows:,} rows"
                    )
            yield from self._sample.of(self._read(rows))

    def _read(self, rows: int) -> Iterator[Batch]:
        for reader in self._readers:
            for batch in reader.batches(rows):
                self._gather_notes(reader)
                yield batch
            self._gather_notes(reader)

    def _gather_notes(self, reader: Reader) -> None:
        for note in reader.description.get("notes", ()):
            if note not in self.description["notes"]:
                self.description["notes"].append(note)


def open_source(paths: Sequence[str], section: Data, *, seed: int = 0) -> Source:
    """Open paths, globs or URLs that hold the same columns as one source.

    `data.limit` takes a random sample of local files, by `seed`; of what has a URL the first rows: a sample would have
    to fetch everything.
    Raises: DataError that names the file (and the line) for what cannot be opened, MissingExtra.
    """
    named = [paths] if isinstance(paths, str) else [str(path) for path in paths]
    opened = list(formats.open_paths([variables.fill(name) for name in named], section))
    readers = [reader for reader, _ in opened]
    if not readers:
        raise DataError("no data file is given", remedy="Name one: data.train: reviews.csv")
    first = readers[0]
    for reader in readers[1:]:
        _check_same(first, reader)
    notes: list[str] = []
    for reader in readers:
        notes += [note for note in reader.description.get("notes", ()) if note not in notes]
    common = {key: value for key, value in first.description.items() if key not in ("notes", "name")}
    description = {
        "paths": [formats.name_of(reader) for reader in readers],
        **common,
        "bytes": sum(count for _, count in opened),
        "notes": notes,
    }
    far = any(remote.is_url(name) for name in named)
    if section.limit is not None and far:
        notes.append(f"data.limit: the first {section.limit:,} rows at most; what follows is not looked at")
    return Source(readers, section, description, None if far else seed)


def read_rows(path: Path | str, section: Data) -> tuple[dict[str, list[Any]], list[str]]:
    """A whole file and the place of every row; for answers that stand beside their rows, so none may be left out.

    Raises: DataError for a malformed row, unless `on_bad_rows: keep` could mend it.
    """
    source = open_source([str(path)], section)
    rows: dict[str, list[Any]] = {name: [] for name in source.columns}
    places: list[str] = []
    for batch in source.batches():
        lost = [row for row in batch.bad if not row.kept]
        if lost:
            raise DataError(
                lost[0].rule,
                where=lost[0].place,
                got=lost[0].content,
                remedy="Mend or remove the row: no row of this file may be left out unseen.",
            )
        for name, cells in rows.items():
            cells += batch.rows[name]
        places += batch.places
    return rows, places


def _check_same(first: Reader, other: Reader) -> None:
    """Raises: DataError where two files differ in their columns; their order may differ."""
    if set(first.columns) == set(other.columns):
        return
    lacking = [name for name in first.columns if name not in other.columns]
    extra = [name for name in other.columns if name not in first.columns]
    parts = [f"lacks {', '.join(map(repr, lacking[:5]))}"] if lacking else []
    parts += [f"has also {', '.join(map(repr, extra[:5]))}"] if extra else []
    raise DataError(
        f"files read together must have the same columns; this one {' and '.join(parts)}",
        where=formats.name_of(other),
        remedy=f"Compare it with {formats.name_of(first)}, or read them in separate runs.",
    )
