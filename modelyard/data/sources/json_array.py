"""Rows of a json file: an array of objects, by itself or inside an object such as `{"data": [...]}`; read in pieces."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import encoding as encodings
from modelyard.data.sources.base import (
    MAX_BATCH_CHARACTERS,
    MAX_RECORD_CHARACTERS,
    BadRow,
    Batch,
    File,
    Numbered,
    shown,
)
from modelyard.data.sources.json_lines import JsonLines
from modelyard.data.sources.objects import Columns, object_decoder, plain

_BLANK = re.compile(r"[ \t\r\n]*")
_SAMPLE_ROWS = 1000
_SHAPE = 'Write an array of objects: [{"text": "good", "label": "1"}, ...].'


def open_json(file: File, section: Data) -> JsonArray | JsonLines:
    """The reader of a json file; one that holds an object a line is read as jsonl."""
    with file.open() as stream:
        start = stream.read(encodings.SAMPLE_BYTES)
    first, _, rest = start.lstrip(b"\xef\xbb\xbf \r\n\t").partition(b"\n")
    if first.startswith(b"{") and rest.lstrip().startswith(b"{"):
        try:
            json.loads(first)
        except (ValueError, RecursionError):
            return JsonArray(file, section)
        return JsonLines(file, section)
    return JsonArray(file, section)


def _refuse_articles(first: dict[str, Any], where: str) -> None:
    """Raises: DataError for SQuAD's format (also CMRC's and DRCD's), whose questions lie within articles."""
    paragraphs = first.get("paragraphs")
    paragraph = paragraphs[0] if isinstance(paragraphs, list) and paragraphs else None
    if isinstance(paragraph, dict) and "context" in paragraph and "qas" in paragraph:
        raise DataError(
            "this is SQuAD's format: questions within the paragraphs of articles, not one object a row",
            where=where,
            remedy="Write a jsonl file with a line for each question, and train it as task: instruction: "
            '{"prompt": "CONTEXT\\n\\nQUESTION", "completion": "ANSWER"}',
        )


class JsonArray:
    """An opened json file. Its columns are the keys of the first thousand objects, in order of appearance."""

    def __init__(self, file: File, section: Data) -> None:
        self._file = file
        with file.open() as stream:
            sample = stream.read(encodings.SAMPLE_BYTES)
        found, note = (encodings.checked(section.encoding), "") if section.encoding else encodings.detect(sample)
        self._encoding = found
        notes = [note] if note else []
        self.description: dict[str, Any] = {"format": "json", "encoding": found.removesuffix("-sig"), "notes": notes}
        names: dict[str, None] = {}
        lines: list[int] = []
        for line, value, _ in self._objects():
            if isinstance(value, dict):
                if not names:
                    _refuse_articles(value, file.name)
                names.update(dict.fromkeys(value))
                lines.append(line)
            if len(lines) >= _SAMPLE_ROWS:
                break
        if not names:
            raise DataError("there is no object in this file", where=file.name, remedy=_SHAPE)
        self.columns = tuple(names)
        # Where several objects share a line, the line does not find one: their number does.
        self._by_line = len(set(lines)) == len(lines)
        if not self._by_line:
            self._note("places count rows, not lines: several rows stand on one line")

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        table = Columns(self.columns, self._note)
        numbers: list[int] = []
        bad: list[BadRow] = []
        size = 0
        for count, (line, value, characters) in enumerate(self._objects(), 1):
            size += characters
            number = line if self._by_line else count
            rule = table.add(value) if isinstance(value, dict) else "a row must be a JSON object"
            if not rule and encodings.UNDECODABLE.search(json.dumps(value, ensure_ascii=False)):
                rule = f"a row must be {self.description['encoding']}; this one has characters that are not"
                table.drop_last()
            if rule:
                content = shown(json.dumps(value, ensure_ascii=False))
                bad.append(BadRow(f"{self._file.label}:{number}", rule, content))
                continue
            numbers.append(number)
            if len(numbers) >= rows or size > MAX_BATCH_CHARACTERS:
                yield Batch(table.take(), Numbered(self._file.label, numbers), bad)
                numbers, bad, size = [], [], 0
        if numbers or bad:
            yield Batch(table.take(), Numbered(self._file.label, numbers), bad)

    def _objects(self) -> Iterator[tuple[int, Any, int]]:
        """Every element of the array with the line it begins at and its length in characters."""
        text = _Text(self._file, self._encoding, self._note)
        self._enter_array(text)
        if text.peek() == "]":
            return
        while True:
            line = text.line
            yield line, text.value(), text.length
            mark = text.take()
            if mark == "]":
                return
            if mark != ",":
                raise text.error("a comma or the array's end must follow a row", mark)
            text.peek()

    def _enter_array(self, text: _Text) -> None:
        """Go to the first element of the array of rows: the top one, or the first one that an object's key holds."""
        mark = text.take()
        if mark == "[":
            return
        if mark != "{":
            raise text.error("a json file must hold an array of objects", mark)
        while text.peek() == '"':
            text.value()
            if text.take() != ":":
                raise text.error("a colon must follow a key", "")
            if text.peek() == "[":
                text.take()
                return
            text.value()
            if text.take() != ",":
                break
            text.peek()
        raise text.error("no key of this object holds an array of rows", "")

    def _note(self, text: str) -> None:
        if text not in self.description["notes"]:
            self.description["notes"].append(text)


class _Text:
    """A json text read in pieces, with the line of the next character."""

    def __init__(self, file: File, encoding: str, note: Any) -> None:
        self._file, self._blocks = file, _pieces(file, encoding)
        self._scan = object_decoder(note).raw_decode
        self._buffer, self._at = "", 0
        self.line, self.length = 1, 0

    def peek(self) -> str:
        """The next character that is not blank, empty at the end."""
        while True:
            self._advance(_BLANK.match(self._buffer, self._at).end())  # type: ignore[union-attr]
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def take(self) -> str:
        """`peek`, and go past it."""
        mark = self.peek()
        self._advance(self._at + len(mark))
        return mark

    def value(self) -> Any:
        """The next value."""
        self.peek()
        while True:
            try:
                value, end = self._scan(self._buffer, self._at)
                if end < len(self._buffer) or not self._more():  # a number may go on in the next piece
                    self.length = end - self._at
                    self._advance(end)
                    return value
            except (ValueError, RecursionError) as error:
                held = len(self._buffer) - self._at
                if isinstance(error, json.JSONDecodeError) and held <= MAX_RECORD_CHARACTERS and self._more(held):
                    continue
                at = getattr(error, "pos", self._at)
                reason = plain(error) if not isinstance(error, json.JSONDecodeError) else error.msg
                raise self.error(
                    f"this is not valid JSON: {reason}", self._buffer[at : at + 40], self.line + self._count(at)
                ) from error

    def error(self, rule: str, got: str, line: int = 0) -> DataError:
        """A DataError at the next character's line."""
        where = f"{self._file.name}:{line or self.line}"
        return DataError(rule, where=where, got=shown(got) or "the end", remedy=_SHAPE)

    def _count(self, end: int) -> int:
        return self._buffer.count("\n", self._at, end)

    def _advance(self, end: int) -> None:
        self.line += self._count(end)
        self._at = end

    def _more(self, at_least: int = 0) -> bool:
        """Read on; twice as much as is held, so that a long value is not scanned once for every piece."""
        added = []
        size = 0
        for piece in self._blocks:
            added.append(piece)
            size += len(piece)
            if size > at_least:
                break
        self._buffer, self._at = self._buffer[self._at :] + "".join(added), 0
        return bool(added)


def _pieces(file: File, encoding: str) -> Iterator[str]:
    """The text in pieces; unlike rows of lines, a json file may be one long line."""
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    decoder = codecs.getincrementaldecoder(encoding)(errors=errors)
    with file.open() as stream:
        while data := stream.read(1 << 18):
            yield decoder.decode(data)
        yield decoder.decode(b"", final=True)
