"""The documents of a language model's data, streamed: a text file is one, a row of a table is one.

A document of any length comes in pieces of at most PIECE characters (and one line), so that memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from modelyard.core import variables
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data import values
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources import formats
from modelyard.data.sources.base import BadRow, File, Reader, shown

PIECE = 1_000_000  # characters
_TEXT_COLUMNS = ("text", "content", "document", "body", "正文", "内容")
_UNDECODED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A document or, where `first` is false, the next part of the one before."""

    text: str
    place: str
    first: bool = True


class Documents:
    """What one path of a recipe names, at most `limit` documents. `bad` and `notes` grow while they are read."""

    def __init__(self, path: str, section: Data, limit: int | None = None) -> None:
        self._path, self._section, self._limit = variables.fill(path), section, limit
        self.bad: list[BadRow] = []
        self.bad_count = 0
        self.notes: list[str] = []
        self.bytes = 0

    def pieces(self) -> Iterator[Piece]:
        """Every document from the start, in pieces.

        Raises: DataError that names the file for what cannot be read, MissingExtra.
        """
        left = self._limit
        any_document = False
        for opened, size in formats.open_documents(self._path, self._section):
            self.bytes += size
            for piece in self.of(opened):
                if piece.first:
                    if left == 0:
                        return
                    left = None if left is None else left - 1
                any_document = True
                yield piece
        if not any_document:
            raise DataError("there is no text in this", where=self._path, remedy="Check the path, or remove it.")

    def of(self, opened: Reader | File) -> Iterator[Piece]:
        """The documents of one file or table, in pieces. Raises: as `pieces`."""
        return self._of_file(opened) if isinstance(opened, File) else self._of_rows(opened)

    def _of_file(self, file: File) -> Iterator[Piece]:
        place = file.name
        with file.open() as stream:
            sample = stream.read(encodings.SAMPLE_BYTES)
        if not sample.strip():
            self._refuse(BadRow(place, "a document must not be empty", ""))
            return
        if self._section.encoding:
            found, note = encodings.checked(self._section.encoding), ""
        else:
            found, note = encodings.detect(sample)
        self._note(note and f"{place}: {note}")
        if b"\0" in sample and "16" not in found and "32" not in found:
            self._refuse(BadRow(place, "a text must not hold NUL bytes; this looks like a binary file", ""))
            return
        held: list[str] = []
        size, first, mended = 0, True, 0
        for block in encodings.blocks(file, found):
            text = block.text
            if not block.clean:
                text, count = encodings.UNDECODABLE.subn(_UNDECODED, text)
                mended += count
            held.append(text)
            size += len(text)
            if size >= PIECE:
                whole = "".join(held)
                cut = whole.rfind("\n\n", len(whole) // 2) + 2
                cut = cut if cut >= 2 else len(whole)
                yield Piece(whole[:cut], place, first)
                held, size, first = [whole[cut:]], len(whole) - cut, False
        if size:
            yield Piece("".join(held), place, first)
        if mended:
            rule = f"a text must be {found}; {mended:,} bytes that are not became U+FFFD"
            self._refuse(BadRow(place, rule, "", kept=True))

    def _of_rows(self, reader: Reader) -> Iterator[Piece]:
        column = self._column(reader)
        for batch in reader.batches(8_192):
            for bad in batch.bad:
                self._refuse(bad)
            for cell, place in zip(batch.rows[column], batch.places, strict=True):
                text = values.text(cell)
                if text is None:
                    self._refuse(BadRow(place, "a document must not be empty", ""))
                else:
                    yield Piece(values.encodable(text), place)

    def _column(self, reader: Reader) -> str:
        where = formats.name_of(reader)
        if len(self._section.inputs) > 1:
            raise DataError(
                "a language model reads one column",
                where="data.inputs",
                got=list(self._section.inputs),
                remedy="Name it.",
            )
        if self._section.inputs:
            name = self._section.inputs[0]
            if name not in reader.columns:
                known = ", ".join(reader.columns[:10])
                raise DataError("this file has no such column", where=where, got=name, remedy=f"It has: {known}.")
            return name
        named = next((name for name in _TEXT_COLUMNS if name in reader.columns), None)
        if named is None and len(reader.columns) == 1:
            named = reader.columns[0]
        if named is None:
            raise DataError(
                "no column is called text",
                where=where,
                got=list(reader.columns[:10]),
                remedy="Name the one that holds the documents: data.inputs: <column>.",
            )
        return named

    def _refuse(self, bad: BadRow) -> None:
        if self._section.on_bad_rows == "error":
            raise DataError(
                bad.rule, where=bad.place, got=bad.content or "it", remedy="Mend it, or set data.on_bad_rows: drop."
            )
        self.bad_count += 1
        if len(self.bad) < 1_000:
            self.bad.append(bad)

    def _note(self, text: str) -> None:
        if text and text not in self.notes and len(self.notes) < 100:
            self.notes.append(text)


def described(bad: BadRow) -> tuple[str, str]:
    """The place and the fault, for findings."""
    return bad.place, f"{bad.rule} {shown(bad.content)}".strip()
