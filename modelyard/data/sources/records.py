"""The records of a delimited file with the physical line each begins at, and those whose quotes are broken.

Parsing is strict: a quote in the wrong place or never closed is a malformed row, never a guess. It costs its own line
only: reading goes on at the next one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from modelyard.data.sources import encoding as encodings
from modelyard.data.sources.base import MAX_RECORD_CHARACTERS, BadRow, File, shown
from modelyard.data.sources.dialect import Dialect

_UNCLOSED = "a quote is opened and never closed"
_MISPLACED = "a closing quote must be followed by the separator or the line's end"
_TOO_LONG = f"a cell must be under {MAX_RECORD_CHARACTERS:,} characters"
_BLANKS = ' "\t\x0b\x0c\x1c\x1d\x1e\x1f'


@dataclass(slots=True)
class Parsed:
    """The records of one block. `clean`: no undecodable byte and no NUL in them; `trim`: no cell has outer blanks."""

    records: list[list[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    clean: bool = True
    trim: bool = False
    characters: int = 0


def parse(file: File, encoding: str, dialect: Dialect, *, keep: int) -> Iterator[Parsed]:
    """The records of a file, a block at a time.

    With `keep` (a number of cells) a broken line that has that many separators is kept, its quotes taken for text.
    An unclosed quote is looked after until the next quote that can close it: reading stays linear in the file.
    """
    if csv.field_size_limit() < MAX_RECORD_CHARACTERS:  # the module's one limit is global: it is only ever raised
        csv.field_size_limit(MAX_RECORD_CHARACTERS)
    held: list[str] = []  # the lines of a record that a block cuts
    held_clean = held_trim = True
    line, more = 1, True
    source = encodings.blocks(file, encoding)
    while more:
        text, clean, more = _next(source, sum(map(len, held)))
        trim = _is_trim(text, dialect.delimiter)
        parsed = Parsed(clean=clean and held_clean, trim=trim and held_trim, characters=len(text))
        lines = held + list(io.StringIO(text, newline=""))
        at = 0
        while at < len(lines):
            at, error = _parse_until_error(dialect, lines, at, line, parsed)
            if error is None:
                break
            unclosed = "unexpected end" in error
            size = sum(map(len, lines[at:])) if unclosed else 0
            if unclosed and more and size <= MAX_RECORD_CHARACTERS:
                break
            rule = _UNCLOSED if unclosed else _TOO_LONG if "limit" in error else _MISPLACED
            cells = lines[at].rstrip("\r\n").split(dialect.delimiter)
            kept = len(cells) == keep
            if kept:
                parsed.records.append(cells)
                parsed.starts.append(line + at)
            parsed.bad.append(BadRow(f"{file.label}:{line + at}", rule, shown(lines[at].rstrip("\r\n")), kept))
            at += 1
        held = lines[at:]
        held_clean, held_trim = parsed.clean or not held, parsed.trim or not held
        line += at
        yield parsed


def _is_trim(text: str, delimiter: str) -> bool:
    """Whether a block of text has no blank at all and no quoted line break: a few scans at memory speed."""
    return text.isascii() and not any(blank in text for blank in _BLANKS if blank != delimiter)


def _next(source: Iterator[encodings.Block], at_least: int) -> tuple[str, bool, bool]:
    """Text, whether it is clean, and whether more may follow: as much as is held, so that a long record is not parsed
    once for every block.
    """
    texts: list[str] = []
    clean, size = True, 0
    for block in source:
        texts.append(block.text)
        clean = clean and block.clean
        size += len(block.text)
        if size >= at_least:
            return "".join(texts), clean, True
    return "".join(texts), clean, False


def _parse_until_error(
    dialect: Dialect, lines: list[str], at: int, line: int, parsed: Parsed
) -> tuple[int, str | None]:
    """Parse from `lines[at]` on; returns where the first unread record begins and what is wrong with it."""
    # After an error by index: a copy of the rest for every broken line would be quadratic.
    reader = dialect.rows(map(lines.__getitem__, range(at, len(lines))) if at else lines)
    first, end = line + at, 0
    add_record, add_start = parsed.records.append, parsed.starts.append
    try:
        for record in reader:
            if record:  # a blank line is none
                add_record(record)
                add_start(first + end)
            end = reader.line_num
    except csv.Error as error:
        return at + end, str(error)
    return len(lines), None
