"""Rows of a parquet file, in batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources.base import Batch, File, Numbered


class Parquet:
    """An opened parquet file."""

    def __init__(self, file: File, section: Data) -> None:
        del section
        self._file = file
        with file.open() as stream:
            schema = _open(stream, file).schema_arrow
        self.columns = tuple(schema.names)
        self.description: dict[str, Any] = {"format": "parquet", "notes": arrow_notes(schema)}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        import pyarrow

        with self._file.open() as stream:
            table = _open(stream, self._file)
            first = 1
            try:
                for batch in table.iter_batches(batch_size=rows):
                    cells = {name: column.to_pylist() for name, column in zip(self.columns, batch.columns, strict=True)}
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


def _open(stream: Any, file: File) -> Any:
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise registry.missing_extra(error.name or "pyarrow", needed_for="a parquet file") from error
    try:
        return parquet.ParquetFile(stream)
    except (pyarrow.ArrowException, OSError) as error:
        raise _broken(file, error, 0) from error


def _broken(file: File, error: Exception, row: int) -> DataError:
    reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return DataError(
        f"this parquet file cannot be read ({reason})",
        where=f"{file.name}:{row}" if row else file.name,
        remedy="It is damaged or cut short: copy it again.",
    )
