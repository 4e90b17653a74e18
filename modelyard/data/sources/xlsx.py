"""Rows of the first sheet of an xlsx workbook. A workbook cannot be streamed: its size is checked before it is read."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import archives, dialect
from modelyard.data.sources.base import BadRow, Batch, File, Numbered, shown

MAX_XML_BYTES = 512 << 20  # of the whole workbook, decoded
_FREE_CELLS = 1_000_000
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,9})["']""")


class Xlsx:
    """An opened workbook. The first row that is not empty names the columns; places are rows of the sheet."""

    def __init__(self, file: File, section: Data) -> None:
        self._file, self._keep = file, section.on_bad_rows == "keep"
        _check_size(file)
        rows, names = self._sheet()
        found = next(((number, row) for number, row in rows if any(cell != "" for cell in row)), None)
        if found is None:
            raise DataError("the first sheet is empty", where=file.name, remedy="Put the rows on the first sheet.")
        self._first, header = found
        while header and header[-1] == "":
            header.pop()
        self.columns, notes = dialect.names([str(_plain(cell)) for cell in header], f"{file.name}:{self._first}")
        if len(names) > 1:
            notes.append(f"only the first of {len(names)} sheets is read: {names[0]!r}")
        self.description: dict[str, Any] = {"format": "xlsx", "notes": notes}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        width = len(self.columns)
        cells: list[list[Any]] = []
        numbers: list[int] = []
        bad: list[BadRow] = []
        for number, row in self._sheet()[0]:
            if number <= self._first or not any(cell != "" for cell in row):
                continue
            if any(cell != "" for cell in row[width:]):
                rule = f"a row must have {width} cells, as the header has"
                bad.append(BadRow(f"{self._file.label}:{number}", rule, shown(row), self._keep))
                if not self._keep:
                    continue
            cells.append([_plain(cell) for cell in row[:width]] + [""] * (width - len(row)))
            numbers.append(number)
            if len(cells) >= rows:
                yield self._batch(cells, numbers, bad)
                cells, numbers, bad = [], [], []
        if cells or bad:
            yield self._batch(cells, numbers, bad)

    def _batch(self, cells: list[list[Any]], numbers: list[int], bad: list[BadRow]) -> Batch:
        columns = [list(column) for column in zip(*cells, strict=True)] or [[] for _ in self.columns]
        return Batch(dict(zip(self.columns, columns, strict=True)), Numbered(self._file.label, numbers), bad)

    def _sheet(self) -> tuple[Iterator[tuple[int, list[Any]]], list[str]]:
        """The numbered rows of the first sheet, and the names of all."""
        try:
            from python_calamine import CalamineError, CalamineWorkbook
        except ModuleNotFoundError as error:
            raise registry.missing_extra(error.name or "python_calamine", needed_for="an xlsx file") from error
        try:
            with self._file.open_seekable() as stream:
                book = CalamineWorkbook.from_filelike(stream)
                if not book.sheet_names:
                    raise DataError("this workbook has no sheet", where=self._file.name, remedy="Save it again.")
                sheet = book.get_sheet_by_index(0)
        except (CalamineError, OSError, ValueError) as error:
            raise DataError(
                f"this workbook cannot be read ({str(error)[:120]})",
                where=self._file.name,
                remedy="Save it again as xlsx.",
            ) from error
        first = sheet.start[0] if sheet.start else 0
        return enumerate(sheet.to_python(skip_empty_area=True), first + 1), list(book.sheet_names)


def _check_size(file: File) -> None:
    """Raises: DataError for a workbook that unpacks to too much, or whose sheet is a desert with a far corner.

    The library fills the rectangle between the first and the last cell: two cells can claim 17 thousand million.
    """
    with file.open_seekable() as stream:
        members = archives.check_zip(stream, file.name)
        total = sum(member.file_size for member in members)
        if total > MAX_XML_BYTES:
            raise _too_large(file, f"{total >> 20} MB")
        with zipfile.ZipFile(stream) as archive:
            for member in members:
                sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
                size, rows, columns = _extent(archive, member, file.name, sheet)
                if rows * columns > max(_FREE_CELLS, size):
                    raise _too_large(file, f"{rows} rows by {columns} columns in {size} bytes")


def _extent(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, sheet: bool) -> tuple[int, int, int]:
    """The decoded size of a member, read to its end, and the last row and column it refers to."""
    size, rows, columns, tail = 0, 0, 0, b""
    with archives.bounded(archive, member, name) as stream:
        while data := stream.read(1 << 20):
            size += len(data)
            for letters, digits in _REFERENCE.findall(tail + data) if sheet else ():
                rows = max(rows, int(digits))
                column = 0
                for letter in letters.upper():
                    column = 26 * column + letter - 64
                columns = max(columns, column)
            tail = data[-32:]
    return size, rows, columns


def _too_large(file: File, got: str) -> DataError:
    return DataError(
        "this workbook claims more cells than its size can hold, or more than can be read",
        where=file.name,
        got=got,
        remedy="Save it as csv.",
    )


def _plain(cell: Any) -> Any:
    """Excel has no whole numbers and no plain dates: 1.0 is 1 to the user, a date is its ISO form."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return int(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    if isinstance(cell, datetime.timedelta):
        return str(cell)
    return cell
