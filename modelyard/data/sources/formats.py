"""Which reader a path needs: by its scheme, by its ending, or by what the recipe states."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import hub, idx, paths, remote, sql, texts
from modelyard.data.sources.base import File, Reader
from modelyard.data.sources.delimited import Delimited
from modelyard.data.sources.json_array import open_json
from modelyard.data.sources.json_lines import JsonLines
from modelyard.data.sources.parquet import Parquet
from modelyard.data.sources.xlsx import Xlsx

READERS: dict[str, Callable[[File, Data], Reader]] = {
    "csv": Delimited,
    "tsv": Delimited,
    "json": open_json,
    "jsonl": JsonLines,
    "parquet": Parquet,
    "xlsx": Xlsx,
    "text": texts.Lines,
}
SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".xlsx": "xlsx",
    ".txt": "text",
}
# In a folder of running text; a README.md beside labelled texts is none of them, so SUFFIXES lacks it.
_TEXTS = frozenset({".txt", ".md", ".markdown", ".rst", ".text", ".jsonl", ".ndjson", ".parquet", ".pq"})
_Opened = tuple[Reader, int]


def open_paths(given: Sequence[str], section: Data) -> Iterator[_Opened]:
    """The readers of everything that the paths, globs and URLs name, with the bytes each will read."""
    found: list[list[File] | str] = []
    for path in given:
        kind = remote.scheme(path)
        if kind in ("hf", "sqlite", "postgresql", "postgres"):
            found.append(path)
        elif paths.is_folder(path):
            found.append(f"hf://{path}" if hub.is_saved(Path(path)) else list(paths.folder(Path(path).expanduser())))
            if not found[-1]:
                raise DataError("this folder holds no file", where=path, remedy="Check the path.")
        else:
            found.append(list(paths.files(path)))
            if not found[-1]:
                raise DataError("this archive holds no file", where=path, remedy="Check how it was made.")
    # Two files of one name are told apart by their whole path.
    labels = Counter(file.label for files in found if isinstance(files, list) for file in files)
    for path, files in zip(given, found, strict=True):
        if isinstance(files, str):
            yield _special(files, section)
            continue
        named = [dataclasses.replace(file, label=file.name) if labels[file.label] > 1 else file for file in files]
        if paths.is_folder(path) or (len(named) > 1 and path.lower().endswith(".zip")):
            yield from _folder(path, named, section)
        else:
            for file in named:
                yield _file(file, section)


def open_documents(path: str, section: Data) -> Iterator[tuple[Reader | File, int]]:
    """What a path, glob or URL names, one after the other: a table's reader, or a text file as it is.

    A file whose ending says nothing is text. Of a folder the texts, jsonl and parquet files are read; other tables
    only where there is none of these.
    """
    if remote.scheme(path) in ("hf", "sqlite", "postgresql", "postgres"):
        yield _special(path, section)
        return
    local = Path(path).expanduser()
    if not paths.is_folder(path):
        for file in paths.files(path):
            yield _document(file, section)
        return
    if hub.is_saved(local):
        yield _special(f"hf://{path}", section)
        return
    for wanted in (_TEXTS, frozenset(SUFFIXES) - _TEXTS):
        empty = True
        for file in paths.folder(local):
            if file.suffix in wanted:
                empty = False
                yield _document(file, section)
        if not empty:
            return
    raise DataError(
        "this folder holds no text", where=path, remedy=f"Known: {', '.join(sorted(_TEXTS))}. Or give a pattern."
    )


def _document(file: File, section: Data) -> tuple[Reader | File, int]:
    if (section.format or SUFFIXES.get(file.suffix, "text")) == "text":
        return file, file.bytes
    return _file(file, section)


def name_of(reader: Reader) -> str:
    """How errors and descriptions name what a reader reads; no secrets."""
    return str(reader.description["name"])


def _special(url: str, section: Data) -> _Opened:
    kind = remote.scheme(url)
    reader: hub.Hub | sql.Sqlite | sql.Postgres
    if kind == "hf":
        reader = hub.Hub(url, section)
    elif kind == "sqlite":
        reader = sql.Sqlite(url, section)
    else:
        reader = sql.Postgres(url, section)
    return reader, reader.bytes


def _folder(path: str, files: list[File], section: Data) -> Iterator[_Opened]:
    """Tables at the top of a folder; else texts, whose folders are labels; else tables further down."""
    if section.format:
        files = [file for file in files if _format(file, section, state=False) == section.format]
    kinds = {id(file): _format(file, section, state=False) for file in files}
    tables = [file for file in files if kinds[id(file)] not in (None, "text", "idx")]
    top = [file for file in tables if "/" not in file.relative]
    written = [file for file in files if kinds[id(file)] == "text"]
    images = [file for file in files if kinds[id(file)] == "idx" and "images" in file.relative.lower()]
    if top or (tables and not written):
        for file in top or tables:
            yield _file(file, section)
    elif written:
        reader = texts.Folder(path, written, section)
        yield reader, sum(file.bytes for file in written)
    elif len(images) == 1:
        yield _file(images[0], section)
    else:
        many = f"{len(images)} sets of images" if images else "no file of a known format"
        others = Counter(file.suffix or "no ending" for file in files).most_common(3)
        raise DataError(
            f"this folder holds {many}",
            where=path,
            got=", ".join(f"{suffix} ({count:,})" for suffix, count in others),
            remedy="Name the file." if images else f"Known: {', '.join(sorted(SUFFIXES))}, idx.",
        )


def _file(file: File, section: Data) -> _Opened:
    kind = _format(file, section)
    reader: Reader
    if kind == "idx":
        images, labels = _pair(file)
        reader = idx.Idx(images, labels, section)
    else:
        reader = READERS[str(kind)](file, section)
    reader.description["name"] = file.name
    return reader, file.bytes


def _format(file: File, section: Data, state: bool = True) -> str | None:
    by_name = "idx" if idx.NAME.fullmatch(Path(file.relative or file.label).name) else SUFFIXES.get(file.suffix)
    if not state:
        return by_name
    found = section.format or by_name
    if found is None:
        raise DataError(
            "the file's ending must tell its format",
            where=file.name,
            got=file.suffix or file.label,
            remedy=f"Known: {', '.join(sorted(SUFFIXES))}, .gz and .zip of these, idx. Or state data.format.",
        )
    return found


def _pair(file: File) -> tuple[File, File | None]:
    """The images and the labels beside them.

    Raises: DataError where the labels are given instead of the images.
    """
    name = idx.NAME.fullmatch(Path(file.name).name)
    if name is None or file.local is None:
        return file, None
    if name[2].lower() == "labels":
        raise DataError("give the file of images", where=file.name, remedy="The labels beside it are found by name.")
    beside = labels_beside(file.local)
    return file, None if beside is None else next(paths.files(str(beside)))


def labels_beside(path: Path) -> Path | None:
    """The file of labels that is read with an idx file of images."""
    name = idx.NAME.fullmatch(path.name)
    if name is None or name[2].lower() == "labels":
        return None
    labels = "LABELS" if name[2].isupper() else "labels"
    tried = (path.with_name(f"{name[1]}{labels}{name[3]}idx1-ubyte{ending}") for ending in (name[5] or "", ".gz", ""))
    return next((beside for beside in tried if beside.is_file()), None)
