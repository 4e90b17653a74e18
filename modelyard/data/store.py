"""Writing the splits as parquet in row groups, and reading them back.

Types: text, category, date and class columns are strings (categories and classes canonical, see `values.label`),
numbers float64 (NaN is null), vectors fixed-size lists of uint8 or float32 (a missing one all NaN).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.registry import missing_extra
from modelyard.core.schema import Column
from modelyard.data import values
from modelyard.data.inspect import as_cells

PLACE = "#place"  # of the column that holds the places; `#` keeps it apart from the columns of a user


class SplitWriter:
    """One split's parquet file; opened with its first rows. Also digests what it writes, places left out."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._path, self._columns = path, columns
        self._writer: Any = None
        self._digests = {column.name: hashlib.blake2b(digest_size=16) for column in columns}
        self._lengths = {column.name: hashlib.blake2b(digest_size=16) for column in columns}
        self.rows = 0

    def write(self, rows: dict[str, Any], places: Sequence[str], picked: NDArray[np.int64]) -> None:
        """Append the rows at `picked` of a batch as one row group."""
        pa, pq = arrow()
        if not len(picked) and self._writer is not None:
            return
        arrays = []
        for column in self._columns:
            array = _array(rows[column.name], column, picked, pa)
            arrays.append(array)
            self._digest(column.name, array)
        arrays.append(pa.array([places[int(i)] for i in picked], pa.string()))
        table = pa.table(arrays, names=[*(column.name for column in self._columns), PLACE])
        if self._writer is None:
            # A dictionary pays for texts and categories, and costs time on pixels.
            texts = [column.name for column in self._columns if column.kind != "vector"]
            self._writer = pq.ParquetWriter(self._path, table.schema, compression="zstd", use_dictionary=texts)
        self._writer.write_table(table.cast(self._writer.schema))
        self.rows += len(picked)

    def close(self) -> str:
        """Finish the file; returns the digest of its content."""
        if self._writer is not None:
            self._writer.close()
        total = hashlib.blake2b(digest_size=16)
        for name, digest in sorted(self._digests.items()):
            total.update(name.encode() + b"\0" + digest.digest() + self._lengths[name].digest())
        return total.hexdigest()

    def _digest(self, name: str, array: Any) -> None:
        """Over values, not over buffers, so that the size of batches does not matter."""
        digest = self._digests[name]
        pa, _ = arrow()
        if pa.types.is_string(array.type):
            texts = [None if text is None else text.encode("utf-8") for text in array.to_pylist()]
            lengths = np.array([-1 if text is None else len(text) for text in texts], dtype=np.int64)
            # The lengths are digested too, so that a letter moved to the next row is a difference.
            digest.update(b"".join(b"" if text is None else text for text in texts))
            self._lengths[name].update(lengths.tobytes())
        elif pa.types.is_floating(array.type):
            digest.update(np.nan_to_num(array.to_numpy(zero_copy_only=False), nan=np.inf).tobytes())
        else:
            flat = array.flatten().to_numpy(zero_copy_only=False)
            digest.update(flat.dtype.str.encode() + np.ascontiguousarray(flat).tobytes())


def read_split(path: Path, columns: Sequence[Column]) -> dict[str, Any]:
    """The columns of a split: lists, missing None; a vector column is one array [N, width]."""
    _, pq = arrow()
    table = pq.read_table(path, columns=[column.name for column in columns])
    rows: dict[str, Any] = {}
    for column in columns:
        held = table.column(column.name).combine_chunks()
        if column.kind == "vector":
            width = held.type.list_size
            rows[column.name] = held.flatten().to_numpy(zero_copy_only=False).reshape(-1, width)
        else:
            rows[column.name] = held.to_pylist()
    return rows


def read_places(path: Path) -> list[str]:
    """The places of a split's rows."""
    _, pq = arrow()
    places: list[str] = pq.read_table(path, columns=[PLACE]).column(PLACE).to_pylist()
    return places


def arrow() -> tuple[Any, Any]:
    """pyarrow and its parquet module.

    Raises: MissingExtra.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise missing_extra("pyarrow", needed_for="preparing data") from error
    return pa, pq


def _array(cells: Any, column: Column, picked: NDArray[np.int64], pa: Any) -> Any:
    if column.kind == "vector":
        return _vectors(cells, column, picked, pa)
    chosen = [as_cells(cells)[int(i)] for i in picked]
    if column.kind == "number":
        found, _ = values.numbers(chosen)
        return pa.array(found, pa.float64(), from_pandas=True)  # NaN is null
    texts: Iterable[str | None] = values.labels(chosen) if column.kind == "category" else map(values.text, chosen)
    return pa.array([None if text is None else values.encodable(text) for text in texts], pa.string())


def _vectors(cells: Any, column: Column, picked: NDArray[np.int64], pa: Any) -> Any:
    width = int(np.prod(column.shape)) if column.shape else 0
    try:
        # A missing vector is all NaN, as it is to the features when a request leaves it out.
        gap = np.full(width, np.nan, np.float32)
        rows = [gap if cells[int(i)] is None else np.asarray(cells[int(i)]).ravel() for i in picked]
        block = np.stack(rows) if rows else np.zeros((0, width), np.uint8)
    except ValueError as error:
        raise DataError(
            f"the vectors of {column.name!r} must have the same length", remedy="Cut or pad them to one length."
        ) from error
    if block.dtype != np.uint8:
        block = block.astype(np.float32)
    return pa.FixedSizeListArray.from_arrays(pa.array(block.ravel()), width)
