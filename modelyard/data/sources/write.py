"""Rows into a csv, jsonl or parquet file: whole or not at all, in order, and without live formulas."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry
from modelyard.core.errors import DataError, RunError
from modelyard.core.schema import Rows, row_count

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_QUOTED = re.compile(r'[,"\n\r]|^\s')
_CHUNK = 65_536


def write_rows(path: Path, rows: Rows) -> None:
    """Write rows by the suffix of `path`: csv, jsonl or parquet; streamed into a sibling, then renamed over it.

    In csv a text that a spreadsheet would run (first character = + - @, tab or carriage return, or their full-width
    forms) gets an apostrophe before it, plain numbers such as -1.5 excepted; control characters (NUL, escape) become
    U+FFFD; None is an empty cell. jsonl and parquet keep every text as it is.
    Raises: DataError for an unknown suffix, RunError when the disk is full: the old file is then untouched.
    """
    writers: dict[str, Callable[[Path, Rows], None]] = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise DataError(
            "rows can be written as csv, jsonl or parquet", where=str(path), remedy="End the name in one of these."
        )
    lengths = {name: len(cells) for name, cells in rows.items()}
    if len(set(lengths.values())) > 1:
        raise DataError("all columns must be of one length", where=str(path), got=lengths)
    with _replacing(path) as temporary:
        writer(temporary, rows)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".tmp-{path.name}-{secrets.token_hex(4)}")
    try:
        yield temporary
        descriptor = os.open(temporary, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
        durable.sync_directory(path.parent)
    except OSError as error:
        closed = error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS)
        remedy = "Name a file in a folder that can be written." if closed else "Free some space, or name another file."
        raise RunError(f"cannot write: {error.strerror or error}", where=str(path), remedy=remedy) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _csv(path: Path, rows: Rows) -> None:
    # By hand: the csv module leaves a carriage return unquoted where lines end with a line feed.
    empty = '""' if len(rows) == 1 else ""  # a blank line would be no row
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(map(_csv_cell, rows)) + "\n")
        for start in range(0, row_count(rows), _CHUNK):
            part = [[_csv_cell(cell) or empty for cell in cells[start : start + _CHUNK]] for cells in rows.values()]
            file.writelines(",".join(row) + "\n" for row in zip(*part, strict=True))


def _csv_cell(cell: Any) -> str:
    if cell is None:
        return ""
    if hasattr(cell, "tolist"):  # a numpy row or scalar
        return _csv_cell(cell.tolist())
    if isinstance(cell, (list, tuple, dict)):
        cell = json.dumps(cell, ensure_ascii=False, allow_nan=False, default=_json_cell)
    if not isinstance(cell, str):
        return str(cell)
    text = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", cell)
    if text.startswith(_LIVE) and not _NUMBER.fullmatch(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _jsonl(path: Path, rows: Rows) -> None:
    names = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        for values in zip(*rows.values(), strict=True):
            record = dict(zip(names, values, strict=True))
            try:
                text = json.dumps(record, ensure_ascii=False, allow_nan=False, default=_json_cell)
                file.write(text.encode("utf-8", "replace").decode() + "\n")
            except ValueError as error:
                raise DataError("JSON has neither NaN nor Infinity", where=str(path), got=record) from error


def _json_cell(cell: Any) -> Any:
    if hasattr(cell, "tolist"):
        return cell.tolist()
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    raise DataError("this value cannot be written as JSON", got=cell)


def _parquet(path: Path, rows: Rows) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise registry.missing_extra(error.name or "pyarrow", needed_for="a parquet file") from error
    try:
        table = pyarrow.table({name: pyarrow.array(list(cells)) for name, cells in rows.items()})
    except (pyarrow.ArrowException, UnicodeError) as error:
        reason = str(error).splitlines()[0]
        raise DataError(f"a parquet column must hold values of one type ({reason})", where=str(path)) from error
    parquet.write_table(table, path)
