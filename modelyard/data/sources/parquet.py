"""Rows of a parquet file, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources.archives import FREE_BYTES, MAX_RATIO
from modelyard.data.sources.base import MAX_BATCH_CELLS, MAX_BATCH_CHARACTERS, Batch, File, Numbered

_FREE_VALUES = 4_000_000
_MAX_VALUES_PER_BYTE = 100  # a column of one value costs nothing; rows that say something cost more than this


class Parquet:
    """An opened parquet file."""

    def __init__(self, file: File, section: Data) -> None:
        del section
        self._file = file
        with file.open_seekable() as stream:
            opened = _open(stream, file)
            schema = opened.schema_arrow
            self._most_rows = _check(opened.metadata, file)
            self._shared = _dictionary_columns(opened.metadata)
        if len(set(schema.names)) < len(schema.names):
            raise DataError("column names must differ", where=file.name, got=schema.names, remedy="Rename one of them.")
        self.columns = tuple(schema.names)
        self.description: dict[str, Any] = {"format": "parquet", "notes": arrow_notes(schema)}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        import pyarrow

        with self._file.open_seekable() as stream:
            table = _open(stream, self._file, self._shared)
            first = 1
            try:
                for batch in table.iter_batches(batch_size=min(rows, self._most_rows)):
                    batch.validate(full=True)  # indices within their dictionary, texts that are utf-8
                    cells = {
                        name: plain_cells(column) for name, column in zip(self.columns, batch.columns, strict=True)
                    }
                    yield Batch(cells, Numbered(self._file.label, range(first, first + batch.num_rows)))
                    first += batch.num_rows
            except (pyarrow.ArrowException, OSError) as error:
                raise _broken(self._file, error, first) from error


def arrow_notes(schema: Any) -> list[str]:
    """What a user should know of an Arrow schema's columns."""
    import pyarrow

    notes = []
    for field in schema:
        kind = field.type
        if pyarrow.types.is_struct(kind) or pyarrow.types.is_binary(kind) or pyarrow.types.is_large_binary(kind):
            what = "bytes" if not pyarrow.types.is_struct(kind) else "structures"
            notes.append(
                f"column {field.name!r} holds {what} ({kind}), which no feature reads: they are left as they are"
            )
    return notes


def _check(metadata: Any, file: File) -> int:
    """How many rows may be decoded at once, for bounded memory.

    Raises: DataError where a small file claims what only a bomb would: values that run-length coding repeats for
    ever, or pages that unpack to far more than they are.
    """
    values, unpacked = 0, 0
    for group in range(metadata.num_row_groups):
        part = metadata.row_group(group)
        for position in range(part.num_columns):
            column = part.column(position)
            values += column.num_values
            unpacked += column.total_uncompressed_size
    size = max(1, file.bytes)
    if values > max(_FREE_VALUES, _MAX_VALUES_PER_BYTE * size) or unpacked > max(FREE_BYTES, MAX_RATIO * size):
        raise DataError(
            "this file claims more than its size can honestly hold",
            where=file.name,
            got=f"{values:,} values, {unpacked >> 20} MB unpacked, from {size:,} bytes",
            remedy="Do not trust it; if you do, save it again as csv.",
        )
    rows = max(1, int(metadata.num_rows))
    by_cells = MAX_BATCH_CELLS * rows // max(1, values)
    by_bytes = 2 * MAX_BATCH_CHARACTERS * rows // max(1, unpacked)
    return max(1, min(by_cells, by_bytes))


def _dictionary_columns(metadata: Any) -> list[str]:
    """Text columns stored as a dictionary: read as one, a long text that a million rows repeat is held once."""
    if not metadata.num_row_groups:
        return []
    part = metadata.row_group(0)
    columns = [part.column(position) for position in range(part.num_columns)]
    return [
        column.path_in_schema
        for column in columns
        if column.physical_type == "BYTE_ARRAY"
        and "." not in column.path_in_schema
        and any("DICTIONARY" in encoding for encoding in column.encodings)
    ]


def plain_cells(column: Any) -> list[Any]:
    """An Arrow column as cells: dates as ISO text, exact decimals as text."""
    import pyarrow

    if not pyarrow.types.is_dictionary(column.type):
        return [_plain(cell) for cell in column.to_pylist()] if _is_time(column.type) else list(column.to_pylist())
    values = column.dictionary.to_pylist()
    return [None if index is None else values[index] for index in column.indices.to_pylist()]


def _is_time(kind: Any) -> bool:
    import pyarrow

    return bool(pyarrow.types.is_temporal(kind) or pyarrow.types.is_decimal(kind))


def _plain(cell: Any) -> Any:
    """Dates as ISO text and exact decimals as text: what every later step reads."""
    if cell is None:
        return None
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


def _open(stream: Any, file: File, dictionaries: Sequence[str] = ()) -> Any:
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise registry.missing_extra(error.name or "pyarrow", needed_for="a parquet file") from error
    try:
        return parquet.ParquetFile(stream, read_dictionary=list(dictionaries))
    except (pyarrow.ArrowException, OSError) as error:
        raise _broken(file, error, 0) from error


def _broken(file: File, error: Exception, row: int) -> DataError:
    reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return DataError(
        f"this parquet file cannot be read ({reason})",
        where=f"{file.name}:{row}" if row else file.name,
        remedy="It is damaged or cut short: copy it again.",
    )
