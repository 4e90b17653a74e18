"""A folder of text files, one row a file, whose folder is the label; and a text file by itself, one row a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources.base import MAX_BATCH_CHARACTERS, MAX_RECORD_CHARACTERS, BadRow, Batch, File, Numbered


class Folder:
    """Text files with columns `text` and `label`; the place of a row is its path in the folder."""

    def __init__(self, name: str, files: Sequence[File], section: Data) -> None:
        self._files = sorted(files, key=lambda file: file.relative)
        self._encoding = encodings.checked(section.encoding) if section.encoding else None
        self._labels = [PurePosixPath(file.relative).parent.name for file in self._files]
        labelled = any(self._labels)
        self.columns: tuple[str, ...] = ("text", "label") if labelled else ("text",)
        self.description: dict[str, Any] = {"format": "text", "name": name, "notes": []}
        if labelled and not all(self._labels):
            count = sum(not label for label in self._labels)
            self.description["notes"].append(f"{count} files stand in no folder of the root: they have no label")

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        batch, size = self._empty(), 0
        places: list[str] = []
        for file, label in zip(self._files, self._labels, strict=True):
            text = self._read(file)
            if isinstance(text, BadRow):
                batch.bad.append(text)
                continue
            batch.rows["text"].append(text)
            if "label" in batch.rows:
                batch.rows["label"].append(label or None)
            places.append(file.relative)
            size += len(text)
            if len(places) >= rows or size > MAX_BATCH_CHARACTERS:
                batch.places = places
                yield batch
                batch, places, size = self._empty(), [], 0
        if places or batch.bad:
            batch.places = places
            yield batch

    def _empty(self) -> Batch:
        return Batch({name: [] for name in self.columns}, [])

    def _read(self, file: File) -> str | BadRow:
        with file.open() as stream:
            data = stream.read(4 * MAX_RECORD_CHARACTERS + 1)
        if len(data) > 4 * MAX_RECORD_CHARACTERS:
            return BadRow(file.relative, f"a text must be under {MAX_RECORD_CHARACTERS >> 20} million characters", "")
        try:
            text = data.decode(self._encoding or "utf-8-sig")
        except UnicodeDecodeError:
            if self._encoding:
                return BadRow(file.relative, f"the file must be {self._encoding}; it has bytes that are not", "")
            found, _ = encodings.detect(data)
            text = data.decode(found, errors="replace")
            self._note(f"some files are not utf-8: read as {found}")
        if "\0" in text:
            return BadRow(file.relative, "a text must not hold a NUL byte", "")
        return text

    def _note(self, text: str) -> None:
        if text not in self.description["notes"]:
            self.description["notes"].append(text)


class Lines:
    """A text file with the one column `text`: a row a line, blank lines left out."""

    columns: tuple[str, ...] = ("text",)

    def __init__(self, file: File, section: Data) -> None:
        self._file = file
        with file.open() as stream:
            sample = stream.read(encodings.SAMPLE_BYTES)
        if not sample.strip():
            raise DataError("the file is empty", where=file.name, remedy="Give a file with one text a line.")
        found, note = (encodings.checked(section.encoding), "") if section.encoding else encodings.detect(sample)
        self._encoding = found
        notes = [note] if note else []
        self.description: dict[str, Any] = {"format": "text", "encoding": found.removesuffix("-sig"), "notes": notes}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        texts: list[str] = []
        numbers: list[int] = []
        bad: list[BadRow] = []
        number = 0
        for block, clean in encodings.blocks(self._file, self._encoding):
            for line in block.split("\n"):
                number += 1
                text = line.rstrip("\r")
                if not text.strip():
                    continue
                if not clean and ("\0" in text or encodings.UNDECODABLE.search(text)):
                    rule = f"a row must be {self._encoding} without NUL bytes"
                    bad.append(BadRow(f"{self._file.label}:{number}", rule, ascii(text[:80])))
                    continue
                texts.append(text)
                numbers.append(number)
                if len(texts) >= rows:
                    yield Batch({"text": texts}, Numbered(self._file.label, numbers), bad)
                    texts, numbers, bad = [], [], []
            number -= block.endswith("\n")
        if texts or bad:
            yield Batch({"text": texts}, Numbered(self._file.label, numbers), bad)
