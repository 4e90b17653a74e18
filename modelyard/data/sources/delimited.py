"""Rows of a csv or tsv file, with the physical line of each; a row of another width than the header is malformed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import dialect as dialects
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources import records
from modelyard.data.sources.base import (
    MAX_BATCH_CELLS,
    MAX_BATCH_CHARACTERS,
    BadRow,
    Batch,
    File,
    Numbered,
    shown,
)


class Delimited:
    """An opened csv or tsv file."""

    def __init__(self, file: File, section: Data) -> None:
        self._file, self._keep = file, section.on_bad_rows == "keep"
        self._missing = frozenset(section.missing)
        with file.open() as stream:
            sample = stream.read(encodings.SAMPLE_BYTES)
        if not sample.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            raise DataError("the file is empty", where=file.name, remedy="Give a file with a header line and rows.")
        found, note = (encodings.checked(section.encoding), "") if section.encoding else encodings.detect(sample)
        self._encoding = found
        text = _text(file, sample, found)
        self._dialect, notes = dialects.detect(text, delimiter=section.delimiter, suffix=file.suffix)
        self.columns, name_notes = self._names(text)
        self.description: dict[str, Any] = {
            "format": "tsv" if self._dialect.delimiter == "\t" else "csv",
            "encoding": {"utf-8-sig": "utf-8"}.get(found, found),
            "delimiter": self._dialect.delimiter,
            "notes": [text for text in (note, *notes, *name_notes) if text],
        }

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        rows = min(rows, max(1, MAX_BATCH_CELLS // len(self.columns)))
        columns: list[list[str | None]] = [[] for _ in self.columns]
        lines: list[int] = []
        bad: list[BadRow] = []
        size, skip = 0, self._dialect.header
        for parsed in records.parse(self._file, self._encoding, self._dialect, keep=self._keep * len(columns)):
            if skip and parsed.records:
                del parsed.records[0], parsed.starts[0]
                skip = False
            self._judge(parsed)
            # By column at once: lists of rows that live long cost the garbage collector more than the parsing.
            for column, cells in zip(columns, self._cells(parsed), strict=False):
                column += cells
            lines += parsed.starts
            bad += parsed.bad
            size += parsed.characters
            while len(lines) >= rows or (lines and size > MAX_BATCH_CHARACTERS):
                yield self._batch([column[:rows] for column in columns], lines[:rows], bad)
                columns, lines, bad, size = [column[rows:] for column in columns], lines[rows:], [], 0
        if lines or bad:
            yield self._batch(columns, lines, bad)

    def _cells(self, parsed: records.Parsed) -> Iterator[Sequence[str | None]]:
        """The block's columns, None where there is no value; row by row first, while the cells are in the cache."""
        by_column = zip(*parsed.records, strict=True)
        if parsed.trim and self._missing.isdisjoint(chain.from_iterable(parsed.records)):
            return by_column
        return (
            cells
            if self._missing.isdisjoint(map(str.strip, cells))
            else [None if cell.strip() in self._missing else cell for cell in cells]
            for cells in by_column
        )

    def _batch(self, columns: list[list[str | None]], lines: list[int], bad: list[BadRow]) -> Batch:
        return Batch(
            dict(zip(self.columns, columns, strict=True)), Numbered(self._file.label, lines), bad, cleaned=True
        )

    def _names(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        where = f"{self._file.name}:1"
        try:
            first: list[str] = next((row for row in self._dialect.rows(io.StringIO(text, newline="")) if row), [])
        except csv.Error as error:
            raise DataError(
                f"the header line cannot be read ({error})", where=where, remedy="Check its quotes."
            ) from error
        if not self._dialect.header:
            return tuple(f"column_{i}" for i in range(1, len(first) + 1)), []
        return dialects.names(first, where)

    def _judge(self, parsed: records.Parsed) -> None:
        """Take records of another width, with bytes that do not decode or with NUL out of `parsed`."""
        width = len(self.columns)
        if parsed.clean and set(map(len, parsed.records)) <= {width}:
            return
        found, starts = parsed.records, parsed.starts
        parsed.records, parsed.starts = [], []
        for row, start in zip(found, starts, strict=True):
            rule, fixed = self._fault(row, width, parsed.clean)
            if rule:
                content = shown(self._dialect.delimiter.join(row))
                parsed.bad.append(BadRow(f"{self._file.label}:{start}", rule, content, self._keep))
            if not rule or self._keep:
                parsed.records.append(fixed)
                parsed.starts.append(start)
        parsed.bad.sort(key=lambda row: int(row.place.rpartition(":")[2]))

    def _fault(self, row: list[str], width: int, clean: bool) -> tuple[str, list[str]]:
        """What is wrong with a row (empty where nothing is), and the row as far as it can be mended."""
        rule = ""
        if len(row) > width and not any(row[width:]):  # empty cells at the end say nothing
            row = row[:width]
        elif len(row) != width:
            rule = f"a row must have {width} cells, as the header has; this one has {len(row)}"
            row = (row + [""] * width)[:width]
        if clean:
            return rule, row
        text = "".join(row)
        if encodings.UNDECODABLE.search(text):
            rule = f"a row must be {self.description['encoding']}; this one has bytes that are not"
            row = [encodings.UNDECODABLE.sub("\N{REPLACEMENT CHARACTER}", cell) for cell in row]
        elif "\0" in text:
            rule = "a row must not hold a NUL byte"
            row = [cell.replace("\0", "") for cell in row]
        return rule, row


def _text(file: File, sample: bytes, encoding: str) -> str:
    """The whole lines of a file's beginning."""
    beginning = File(
        name=file.name, label=file.label, suffix=file.suffix, bytes=len(sample), open=lambda: io.BytesIO(sample)
    )
    text = "".join(block.text for block in encodings.blocks(beginning, encoding))
    cut = max(text.rfind("\n"), text.rfind("\r")) + 1
    return text[:cut] if cut and len(sample) >= encodings.SAMPLE_BYTES else text
