"""Rows of a csv or tsv file, with the physical line of each.

Reading is strict: a quote in the wrong place, a quote never closed and a row of another width are malformed rows, never
guesses. An unclosed quote costs its own row only: reading goes on at the next line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import dialect as dialects
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources.base import MAX_RECORD_CHARACTERS, BadRow, Batch, File, Numbered, shown

_UNCLOSED = "a quote is opened and never closed"
_MISPLACED = "a closing quote must be followed by the separator or the line's end"
_MAX_REREAD_CHARACTERS = 512 << 20  # of rows searched for a closing quote in vain


class Delimited:
    """An opened csv or tsv file."""

    def __init__(self, file: File, section: Data) -> None:
        self._file, self._keep = file, section.on_bad_rows == "keep"
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
        cells: list[list[str]] = []
        lines: list[int] = []
        bad: list[BadRow] = []
        skip = self._dialect.header
        for found, starts, broken, clean in self._records():
            bad += broken
            if skip and found:
                found, starts, skip = found[1:], starts[1:], False
            self._sort(found, starts, clean, cells, lines, bad)
            while len(cells) >= rows:
                yield self._batch(cells[:rows], lines[:rows], bad)
                cells, lines, bad = cells[rows:], lines[rows:], []
        if cells or bad:
            yield self._batch(cells, lines, bad)

    def _batch(self, cells: list[list[str]], lines: list[int], bad: list[BadRow]) -> Batch:
        columns = [list(column) for column in zip(*cells, strict=True)] or [[] for _ in self.columns]
        return Batch(dict(zip(self.columns, columns, strict=True)), Numbered(self._file.label, lines), bad)

    def _names(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        where = f"{self._file.name}:1"
        try:
            first = next((row for row in self._dialect.rows(io.StringIO(text, newline="")) if row), [])
        except csv.Error as error:
            raise DataError(
                f"the header line cannot be read ({error})", where=where, remedy="Check its quotes."
            ) from error
        if not self._dialect.header:
            return tuple(f"column_{i}" for i in range(1, len(first) + 1)), []
        return dialects.names(first, where)

    def _records(self) -> Iterator[tuple[list[list[str]], list[int], list[BadRow], bool]]:
        """Parsed rows with the line each begins at, a block at a time."""
        if csv.field_size_limit() < MAX_RECORD_CHARACTERS:  # the module's one limit is global: it is only ever raised
            csv.field_size_limit(MAX_RECORD_CHARACTERS)
        held: list[str] = []  # the lines of a row that a block cuts
        held_clean = True
        line, reread = 1, 0
        source = encodings.blocks(self._file, self._encoding)
        more = True
        while more:
            block = next(source, None)
            more = block is not None
            text, clean = block or ("", True)
            # As much again as is held, so that a long row is not parsed once for every block.
            while more and len(text) < sum(map(len, held)):
                block = next(source, None)
                more = block is not None
                text, clean = text + (block.text if block else ""), clean and (block is None or block.clean)
            clean = clean and held_clean
            lines = held + list(io.StringIO(text, newline=""))
            found: list[list[str]] = []
            starts: list[int] = []
            bad: list[BadRow] = []
            at = 0
            while at < len(lines):
                end, error = self._parse(lines, at, line, found, starts)
                if error is None:
                    at = len(lines)
                    break
                unclosed = "unexpected end" in error
                size = sum(map(len, lines[end:])) if unclosed else 0
                if unclosed and more and size <= MAX_RECORD_CHARACTERS:
                    at = end
                    break
                bad.append(self._broken(lines, end, line, unclosed, found, starts))
                reread += size
                if reread > _MAX_REREAD_CHARACTERS:
                    raise DataError(
                        "too many quotes are opened and never closed",
                        where=bad[-1].place,
                        remedy="Double every quote inside a field, or save the file as jsonl.",
                    )
                at = end + 1
            held, held_clean = lines[at:], clean or at == len(lines)
            line += at
            yield found, starts, bad, clean

    def _parse(
        self, lines: list[str], at: int, line: int, found: list[list[str]], starts: list[int]
    ) -> tuple[int, str | None]:
        """Parse from `lines[at]` on; returns where the first unread row begins and what is wrong with it."""
        reader = self._dialect.rows(lines[at:] if at else lines)
        first = line + at
        end = 0
        add_row, add_start = found.append, starts.append
        try:
            for row in reader:
                if row:
                    add_row(row)
                    add_start(first + end)
                end = reader.line_num
        except csv.Error as error:
            return at + end, str(error)
        return len(lines), None

    def _broken(
        self, lines: list[str], at: int, line: int, unclosed: bool, found: list[list[str]], starts: list[int]
    ) -> BadRow:
        text = lines[at].rstrip("\r\n")
        kept = False
        if self._keep:  # as it stands, its quotes taken for text
            cells = text.split(self._dialect.delimiter)
            kept = len(cells) == len(self.columns)
            if kept:
                found.append(cells)
                starts.append(line + at)
        rule = _UNCLOSED if unclosed else _MISPLACED
        return BadRow(f"{self._file.label}:{line + at}", rule, shown(text), kept)

    def _sort(
        self,
        found: list[list[str]],
        starts: list[int],
        clean: bool,
        cells: list[list[str]],
        lines: list[int],
        bad: list[BadRow],
    ) -> None:
        """Put well-formed rows into `cells` and `lines`, the others into `bad`."""
        width = len(self.columns)
        if clean and set(map(len, found)) <= {width}:
            cells += found
            lines += starts
            return
        for row, start in zip(found, starts, strict=True):
            rule = ""
            fixed = row
            if len(row) != width:
                if len(row) > width and not any(row[width:]):  # empty cells at the end say nothing
                    fixed = row[:width]
                else:
                    rule = f"a row must have {width} cells, as the header has; this one has {len(row)}"
                    fixed = (row + [""] * width)[:width]
            if not clean:
                text = "".join(row)
                if encodings.UNDECODABLE.search(text):
                    rule = f"a row must be {self.description['encoding']}; this one has bytes that are not"
                    fixed = [encodings.UNDECODABLE.sub("\N{REPLACEMENT CHARACTER}", cell) for cell in fixed]
                elif "\0" in text:
                    rule = "a row must not hold a NUL byte"
                    fixed = [cell.replace("\0", "") for cell in fixed]
            if rule:
                content = shown(self._dialect.delimiter.join(row))
                bad.append(BadRow(f"{self._file.label}:{start}", rule, content, self._keep))
            if not rule or self._keep:
                cells.append(fixed)
                lines.append(start)


def _text(file: File, sample: bytes, encoding: str) -> str:
    """The whole lines of a file's beginning."""
    beginning = File(
        name=file.name, label=file.label, suffix=file.suffix, bytes=len(sample), open=lambda: io.BytesIO(sample)
    )
    text = "".join(block.text for block in encodings.blocks(beginning, encoding))
    cut = max(text.rfind("\n"), text.rfind("\r")) + 1
    return text[:cut] if cut and len(sample) >= encodings.SAMPLE_BYTES else text
