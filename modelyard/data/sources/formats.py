"""Which reader a path needs: by its suffix, its scheme, or what the recipe states."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import paths
from modelyard.data.sources.base import File, Reader
from modelyard.data.sources.delimited import Delimited
from modelyard.data.sources.json_lines import JsonLines
from modelyard.data.sources.parquet import Parquet

READERS: dict[str, Callable[[File, Data], Reader]] = {
    "csv": Delimited,
    "tsv": Delimited,
    "jsonl": JsonLines,
    "parquet": Parquet,
}
SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}


def open_path(path: str, section: Data) -> Iterator[tuple[Reader, int]]:
    """The readers of everything that one path, glob or URL names, with the bytes each will read."""
    for file in paths.files(path, SUFFIXES):
        reader = READERS[_format(file, section)](file, section)
        reader.description["name"] = file.name
        yield reader, file.bytes


def name_of(reader: Reader) -> str:
    """How errors and descriptions name what a reader reads; no secrets."""
    return str(reader.description["name"])


def _format(file: File, section: Data) -> str:
    found = section.format or SUFFIXES.get(file.suffix)
    if found not in READERS:
        raise DataError(
            "the file's ending must tell its format",
            where=file.name,
            got=file.suffix,
            remedy=f"Known: {', '.join(sorted(SUFFIXES))}. Or state data.format.",
        )
    return found
