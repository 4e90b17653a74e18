"""Rows of a jsonl file: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources.base import MAX_BATCH_CHARACTERS, BadRow, Batch, File, Numbered, shown
from modelyard.data.sources.objects import Columns, object_decoder, plain

_SAMPLE_ROWS = 1000


class JsonLines:
    """An opened jsonl file. Its columns are the keys of the first thousand rows, in order of appearance."""

    def __init__(self, file: File, section: Data) -> None:
        self._file = file
        with file.open() as stream:
            sample = stream.read(encodings.SAMPLE_BYTES)
        found, note = (encodings.checked(section.encoding), "") if section.encoding else encodings.detect(sample)
        self._encoding = found
        self.description: dict[str, Any] = {
            "format": "jsonl",
            "encoding": {"utf-8-sig": "utf-8"}.get(found, found),
            "notes": [note] if note else [],
        }
        self._decode = object_decoder(self._note).decode
        names: dict[str, None] = {}
        first: BadRow | None = None
        for count, (_, value, _) in enumerate(self._values()):
            if isinstance(value, dict):
                names.update(dict.fromkeys(value))
            elif first is None:
                first = value
            if count >= _SAMPLE_ROWS:
                break
        if not names:
            raise DataError(
                first.rule if first else "the file is empty",
                where=first.place if first else file.name,
                remedy='Write one JSON object a line, for example {"text": "good", "label": "1"}.',
            )
        self.columns = tuple(names)

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        table = Columns(self.columns, self._note)
        lines: list[int] = []
        bad: list[BadRow] = []
        size = 0
        for line, value, characters in self._values():
            size += characters
            if isinstance(value, BadRow):
                bad.append(value)
                continue
            rule = table.add(value)
            if rule:
                bad.append(BadRow(f"{self._file.label}:{line}", rule, shown(json.dumps(value, ensure_ascii=False))))
                continue
            lines.append(line)
            if len(lines) >= rows or size > MAX_BATCH_CHARACTERS:
                yield Batch(table.take(), Numbered(self._file.label, lines), bad)
                lines, bad, size = [], [], 0
        if lines or bad:
            yield Batch(table.take(), Numbered(self._file.label, lines), bad)

    def _values(self) -> Iterator[tuple[int, dict[str, Any] | BadRow, int]]:
        number = 0
        for text, clean in encodings.blocks(self._file, self._encoding):
            for line in text.split("\n"):
                number += 1
                if not line or line.isspace():
                    continue
                yield number, self._value(line, number, clean), len(line)
            number -= text.endswith("\n")

    def _value(self, line: str, number: int, clean: bool) -> dict[str, Any] | BadRow:
        place = f"{self._file.label}:{number}"
        if not clean and encodings.UNDECODABLE.search(line):
            return BadRow(
                place, f"a row must be {self.description['encoding']}; this one has bytes that are not", shown(line)
            )
        try:
            value = self._decode(line)
        except (ValueError, RecursionError) as error:
            return BadRow(place, f"this is not a JSON object: {plain(error)}", shown(line))
        if not isinstance(value, dict):
            return BadRow(place, "a line must be a JSON object", shown(line))
        return value

    def _note(self, text: str) -> None:
        if text not in self.description["notes"]:
            self.description["notes"].append(text)
