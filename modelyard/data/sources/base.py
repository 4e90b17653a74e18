"""What every reader speaks: a file to read, a batch of rows, the place of each row, and the malformed ones."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, overload

Places = Sequence[str]

MAX_LINE_BYTES = 32 << 20  # a longer line is no row: a minified dump, or a binary file under a text name
MAX_RECORD_CHARACTERS = 8 << 20  # of one row; a whole novel has about 1.5 million
# A batch ends early here: rows of long texts or of many cells must not fill the memory.
MAX_BATCH_CHARACTERS = 32 << 20
MAX_BATCH_CELLS = 1_000_000
CONTENT_CHARACTERS = 200  # of a malformed row shown to the user


@dataclass(frozen=True, slots=True)
class BadRow:
    """A malformed row. `kept` says that what could be read of it stands in the rows (`on_bad_rows: keep`)."""

    place: str
    rule: str
    content: str
    kept: bool = False


class Numbered(Sequence[str]):
    """The places `file:number` of one file's rows, held as numbers and spelled when asked."""

    __slots__ = ("file", "numbers")

    def __init__(self, file: str, numbers: Sequence[int]) -> None:
        self.file, self.numbers = file, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Numbered: ...
    def __getitem__(self, index: int | slice) -> str | Numbered:
        if isinstance(index, slice):
            return Numbered(self.file, self.numbers[index])
        return f"{self.file}:{self.numbers[index]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __repr__(self) -> str:
        return f"Numbered({self.file!r}, {len(self)} rows)"


@dataclass(slots=True)
class Batch:
    """Some rows by column, the place of each (`reviews.csv:432`), and the malformed rows met on the way.

    `cleaned`: the reader has already put None for every cell that means 'no value'.
    """

    rows: dict[str, list[Any]]
    places: Places
    bad: list[BadRow] = field(default_factory=list)
    cleaned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """One readable file: plain, a member of an archive, or behind a URL.

    `name` is how errors show it (secrets removed), `label` how places do; `open` gives its decoded bytes from the
    start, each time. `local` is its path where it is a plain local file; `seekable` is false where going back is slow
    or impossible (archives, http). `relative` is its path inside the folder or archive it was found in.
    """

    name: str
    label: str
    suffix: str
    bytes: int
    open: Callable[[], BinaryIO]
    local: Path | None = None
    seekable: bool = True
    relative: str = ""

    @contextlib.contextmanager
    def open_seekable(self) -> Iterator[BinaryIO]:
        """Its bytes for a reader that jumps about: through a temporary file where the source cannot seek."""
        with self.open() as stream:
            if self.seekable:
                yield stream
                return
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(stream, copy, 1 << 20)
                copy.seek(0)
                yield copy


class Reader(Protocol):
    """One opened file of one format. `description` holds at least format and notes; notes may grow while reading."""

    columns: tuple[str, ...]
    description: dict[str, Any]

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        ...


def shown(content: object) -> str:
    """A malformed row as one short line that is safe in a terminal."""
    text = content if isinstance(content, str) else repr(content)
    text = text[: CONTENT_CHARACTERS + 1]
    text = "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else " " for c in text
    )
    return text if len(text) <= CONTENT_CHARACTERS else text[: CONTENT_CHARACTERS - 3] + "..."
