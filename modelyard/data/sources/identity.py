"""What the data of a run is: the content of local files, and of everything else what its store says cheaply.

A local file is known by its SHA-256. Its size and modification time stand beside it, so that a look at a file that
nobody touched costs one `stat`; only where they differ is its content read again. Behind a URL: size, and whichever of
entity tag, checksum, generation and modification time the store gives. An `hf://` data set and a PostgreSQL database
say nothing without being read: only the address (with its revision) and the query stand for them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from modelyard.core import durable, variables
from modelyard.core.errors import DataError, MissingExtra, RecipeError
from modelyard.core.recipe import Data
from modelyard.data.sources import formats, paths, remote

State = dict[str, Any]  # local: bytes, mtime_ns, sha256; remote: bytes and what the store says
Identity = dict[str, dict[str, State]]  # by the recipe's path or URL, then by file
_SILENT = ("hf", "postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class Differences:
    """`changed` says in words what is another file now; `absent` are the recipe's paths that cannot be looked at."""

    changed: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def take(section: Data) -> Identity:
    """The identity of everything that a recipe reads.

    Raises: DataError where a file cannot be read, or is being written.
    """
    found: Identity = {}
    for given in (*section.train, *section.validation, *section.test):
        found[given] = {name: _with_content(name, state) for name, state in _listed(given)}
    return found


def check_unchanged(identity: Identity) -> None:
    """Raises: DataError where a file was written since its identity was taken."""
    for files in identity.values():
        for name, state in files.items():
            if "sha256" in state and {**state, **_of_file(Path(name))} != state:
                raise _written(name)


def digest(identity: Identity) -> str:
    """Of content alone: a copy with another time is the same data."""
    content = {
        given: {name: state.get("sha256", state) for name, state in files.items()} for given, files in identity.items()
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def differences(recorded: Identity, section: Data) -> Differences:
    """What is otherwise now than it was recorded."""
    found = Differences()
    for given in (*section.train, *section.validation, *section.test):
        before = recorded.get(given)
        if before is None:
            continue
        try:
            now = dict(_listed(given))
        except (DataError, RecipeError, MissingExtra):  # gone, unreachable, or its variable is not set any more
            found.absent.append(given)
            continue
        for name in sorted(before.keys() | now.keys()):
            if name not in now:
                found.changed.append(f"{name} is gone")
            elif name not in before:
                found.changed.append(f"{name} is new")
            else:
                found.changed.extend(_difference(name, before[name], now[name]))
    return found


def _difference(name: str, before: State, now: State) -> Iterator[str]:
    if now.get("bytes") != before.get("bytes"):
        yield f"{name} had {before.get('bytes', 0):,} bytes, now {now.get('bytes', 0):,}"
    elif "sha256" not in before:
        if now != before:
            yield f"{name} was written since"
    elif now["mtime_ns"] != before["mtime_ns"] and durable.file_digest(Path(name)) != before["sha256"]:
        yield f"{name} has another content"


def _listed(given: str) -> Iterator[tuple[str, State]]:
    """The files that a path or URL of a recipe names, each with what is known of it without reading it."""
    path = variables.fill(given)
    scheme = remote.scheme(path)
    if scheme in _SILENT:
        return
    if scheme == "sqlite":
        database = Path(unquote(urlsplit(path).path)[1:])
        for file in (database, database.with_name(f"{database.name}-wal")):
            if file.is_file():
                yield str(file), _of_file(file)
    elif remote.is_url(path):
        yield from remote.states(path)
    elif paths.is_folder(path):
        for file in paths.plain_paths(Path(path).expanduser()):
            yield str(file), _of_file(file)
    else:
        for file in paths.named_paths(path):
            yield str(file), _of_file(file)
            beside = formats.labels_beside(file)
            if beside is not None:
                yield str(beside), _of_file(beside)


def _with_content(name: str, state: State) -> State:
    if "mtime_ns" not in state:
        return state
    try:
        found = {**state, "sha256": durable.file_digest(Path(name))}
    except OSError as error:
        raise DataError(f"cannot read this file: {error.strerror}", where=name, remedy="Check its rights.") from error
    if _of_file(Path(name)) != state:
        raise _written(name)
    return found


def _of_file(path: Path) -> State:
    paths.plain(path)  # never a pipe or a device: reading one would wait for ever
    status = path.stat()
    return {"bytes": status.st_size, "mtime_ns": status.st_mtime_ns}


def _written(name: str) -> DataError:
    return DataError(
        "this file was written while it was read",
        where=name,
        remedy="Wait until it is whole, or read from a copy; then give the same command again.",
    )
