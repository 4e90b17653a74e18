"""How a delimited file is written: its delimiter, whether quotes group, whether its first line names the columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from modelyard.core.errors import DataError

if TYPE_CHECKING:
    import _csv

DELIMITERS = (",", "\t", ";", "|")
MAX_LINES = 20_000  # looked at
_NAMES = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """`spaced` means that a blank after the delimiter belongs to it; `header` that the first row holds names."""

    delimiter: str
    quoted: bool
    spaced: bool
    header: bool

    def rows(self, lines: Iterable[str]) -> _csv.Reader:
        """A reader of `lines` that refuses a quote in the wrong place instead of guessing."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            skipinitialspace=self.spaced,
            strict=True,
        )


def detect(sample: str, *, delimiter: str | None, suffix: str) -> tuple[Dialect, list[str]]:
    """The dialect of a file whose first lines are `sample` (whole lines), and notes for the user.

    A delimiter must stand in the first line; of those that do, the one under which most rows are as wide as it is.
    Quotes group unless more rows fit without; in a tab-separated file (IANA: no quoting) only where every field
    that begins with a quote ends with one.
    """
    sample = "".join(islice(io.StringIO(sample, newline=""), MAX_LINES))
    usual = "\t" if suffix in (".tsv", ".tab") else ","
    notes: list[str] = []
    if delimiter is None:
        fits = {candidate: _fit(sample, candidate, _quoted(sample, candidate)) for candidate in DELIMITERS}
        several = {candidate: fit for candidate, fit in fits.items() if fit[1] > 1}
        # Without a delimiter in the first line it is one column: read so that no text is cut.
        delimiter = max(several or fits, key=lambda c: (fits[c][0], c == usual, fits[c][1]))
        if delimiter != usual and several:
            notes.append(f"separated by {_NAMES[delimiter]}")
    quoted = _quoted(sample, delimiter)
    if not quoted and '"' in sample and delimiter != "\t":
        notes.append("quotes are part of the text: rows do not fit when they group")
    spaced = _spaced(sample, delimiter)
    if spaced:
        notes.append("a blank after the separator is left out")
    dialect = Dialect(delimiter=delimiter, quoted=quoted, spaced=spaced, header=True)
    if not _has_header(sample, dialect):
        dialect = Dialect(delimiter=delimiter, quoted=quoted, spaced=spaced, header=False)
        notes.append("the first line looks like a row, not like names: columns are named column_1, column_2, ...")
    return dialect, notes


def names(cells: list[str], where: str) -> tuple[tuple[str, ...], list[str]]:
    """Column names made of a header's cells: trimmed, never empty, never twice; with a note for every change.

    Raises: DataError for a header with no name at all.
    """
    if not any(cell.strip() for cell in cells):
        raise DataError("the first line must name the columns", where=where, remedy="Add a header line.")
    result: list[str] = []
    notes: list[str] = []
    for position, cell in enumerate(cells, 1):
        name = _CONTROL.sub(" ", cell).strip() or f"column_{position}"
        if not cell.strip():
            notes.append(f"column {position} has no name: it is called {name}")
        unique, number = name, 2
        while unique in result:
            unique, number = f"{name}_{number}", number + 1
        if unique != name:
            notes.append(f"the name {name!r} stands twice: column {position} is called {unique!r}")
        result.append(unique)
    return tuple(result), notes


def _fit(sample: str, delimiter: str, quoted: bool) -> tuple[float, int]:
    """The share of rows as wide as the first, and that width. A row that cannot be read does not fit."""
    widths, broken = _widths(sample, delimiter, quoted)
    if not widths:
        return 0.0, 0
    same = sum(width == widths[0] for width in widths)
    return same / (len(widths) + broken), widths[0]


def _widths(sample: str, delimiter: str, quoted: bool) -> tuple[list[int], int]:
    lines = list(io.StringIO(sample, newline=""))
    dialect = Dialect(delimiter=delimiter, quoted=quoted, spaced=_spaced(sample, delimiter), header=True)
    widths: list[int] = []
    start, broken = 0, 0
    while start < len(lines) and broken < 50:
        reader, end = dialect.rows(lines[start:]), 0
        try:
            for row in reader:
                end = reader.line_num
                if row:
                    widths.append(len(row))
            break
        except csv.Error:  # the last row of a sample may be cut: an unread end is not held against the dialect
            broken += "unexpected end" not in str(_last_error(dialect, lines[start + end :]))
            start += end + 1
    return widths, broken


def _last_error(dialect: Dialect, lines: list[str]) -> csv.Error | None:
    try:
        next(dialect.rows(lines))
    except csv.Error as error:
        return error
    return None


def _quoted(sample: str, delimiter: str) -> bool:
    if delimiter == "\t":
        opened = re.findall(r'(?:^|\t)("[^\t\r\n]*)', sample, re.MULTILINE)
        return bool(opened) and all(len(field) > 1 and field.endswith('"') for field in opened)
    if '"' not in sample:
        return True
    return _fit(sample, delimiter, True)[0] >= _fit(sample, delimiter, False)[0]


def _spaced(sample: str, delimiter: str) -> bool:
    """Whether nearly every delimiter below the first line is followed by a blank, as many of them in every line.

    Prose has blanks after its commas too, but not the same number of them in every line.
    """
    lines = [line for line in sample.splitlines()[1:500] if line.strip()] or [sample]
    lines = [line for line in lines if '"' not in line] or lines
    counts = Counter(line.count(delimiter) for line in lines)
    found = sum(width * times for width, times in counts.items())
    spaced = sum(line.count(delimiter + " ") for line in lines)
    even = counts.most_common(1)[0][1] >= 0.9 * len(lines)
    return delimiter != "\t" and found > 0 and spaced > 0.9 * found and even


def _has_header(sample: str, dialect: Dialect) -> bool:
    """Whether the first row holds names: no number among them (but 0, 1, 2, ...), and none a common value below."""
    rows: list[list[str]] = []
    try:
        for row in dialect.rows(io.StringIO(sample, newline="")):
            if row:
                rows.append(row)
            if len(rows) > 1000:
                break
    except csv.Error:
        pass
    if not rows:
        return True
    first = [cell.strip() for cell in rows[0]]
    numbers = [cell for cell in first if _NUMBER.fullmatch(cell)]
    if numbers:
        counted = [str(i) for i in range(len(first) + 1)]
        return (
            any(numbers == counted[start : start + len(numbers)] for start in (0, 1)) and len(numbers) >= len(first) - 1
        )
    for position, cell in enumerate(first):
        below = sum(len(row) > position and row[position].strip() == cell for row in rows[1:])
        if cell and below > 1 and below > 0.01 * len(rows):
            return False
    return True
