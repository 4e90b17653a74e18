"""The first rows of a source, as far as a bounded time reads them; and how large stored data is."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import variables
from modelyard.data.sources.base import Batch
from modelyard.data.sources.source import Source

READ_SECONDS = 0.25  # of this process; beside busy ones the clock may say more, up to WAIT_SECONDS
WAIT_SECONDS = 0.8
INSPECTED_ROWS, INSPECTED_CELLS = 800, 8_000
BATCH_ROWS = 1_000
_GZIP_TRAILER = 4  # bytes: the decoded size, modulo 4 GiB


class Clock:
    """Runs out when this process has worked for READ_SECONDS, or WAIT_SECONDS have passed."""

    def __init__(self) -> None:
        self._work, self._wall = time.process_time(), time.perf_counter()

    @property
    def is_over(self) -> bool:
        """Whether to stop reading."""
        worked, passed = time.process_time() - self._work, time.perf_counter() - self._wall
        return worked > READ_SECONDS or passed > WAIT_SECONDS


class Beginning:
    """The first rows of a source, as a source of their own: what could be read in READ_SECONDS."""

    def __init__(self, source: Source) -> None:
        clock = Clock()
        self.columns, self.description = source.columns, source.description
        self.held: list[Batch] = []
        self.complete = True
        self.rows: dict[str, list[Any]] = {name: [] for name in source.columns}
        for batch in source.batches(BATCH_ROWS):
            self.held.append(batch)
            for name in self.columns:
                self.rows[name] += list(batch.rows[name])
            if clock.is_over:
                self.complete = False
                break

    def batches(self, rows: int = 65_536) -> Iterator[Batch]:
        """As a source gives them, up to INSPECTED_ROWS spread over what was read."""
        wanted = max(100, min(INSPECTED_ROWS, INSPECTED_CELLS // max(1, len(self.columns))))
        step = max(1, sum(len(batch.places) for batch in self.held) // wanted)
        for batch in self.held:
            cells = {name: column[::step] for name, column in batch.rows.items()}
            yield Batch(cells, batch.places[::step], [], cleaned=True)

    def stored_bytes(self, source: Source) -> float:
        """About how many bytes of the files these rows were."""
        kind = str(source.description.get("format", ""))
        keys = sum(len(name.encode()) + 4 for name in self.columns) if kind in ("json", "jsonl") else 0
        bytes_per = 2 if str(source.description.get("encoding", "")).lower().startswith(("gb", "big5", "utf-16")) else 3
        if kind == "idx":  # the labels stand in a file of their own
            return float(max(1, sum(getattr(cell, "nbytes", 0) for cells in self.rows.values() for cell in cells)))
        total = 0.0
        for batch in self.held:
            step = max(1, len(batch.places) // 100)
            some = len(batch.places[::step])
            size = sum(_size(cell, bytes_per) + 1 for column in batch.rows.values() for cell in column[::step])
            total += (size + some * keys) * len(batch.places) / max(1, some)
        return max(1.0, total)


def _size(cell: Any, wide_bytes: int) -> float:
    if cell is None:
        return 0.0
    if hasattr(cell, "nbytes"):
        return float(cell.nbytes)
    text = cell if isinstance(cell, str) else str(cell)
    return len(text) if text.isascii() else sum(1 if c < "\x80" else wide_bytes for c in text)


def unpacked_bytes(given: Sequence[str], known: int) -> int:
    """The decoded size of local files (of gz and zip as they state it); `known` where one of them is elsewhere."""
    total = 0
    for path in (Path(variables.fill(name)).expanduser() for name in given):
        if not path.is_file():
            return known
        size = path.stat().st_size
        if path.suffix == ".gz" and size > _GZIP_TRAILER:
            with path.open("rb") as file:
                file.seek(-_GZIP_TRAILER, 2)
                size = max(size, int.from_bytes(file.read(_GZIP_TRAILER), "little"))
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                size = sum(member.file_size for member in archive.infolist())
        total += size
    return total


def stated_rows(given: Sequence[str]) -> int | None:
    """The rows that local parquet files state; None where a file states none."""
    total = 0
    for path in (Path(variables.fill(name)).expanduser() for name in given):
        if path.suffix not in (".parquet", ".pq") or not path.is_file():
            return None
        from pyarrow import parquet

        total += int(parquet.ParquetFile(path).metadata.num_rows)
    return total
