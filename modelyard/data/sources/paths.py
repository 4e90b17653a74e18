"""The files that a path, a glob, a folder or a URL names. Devices, pipes and links out of a folder are refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from glob import has_magic
from pathlib import Path

from modelyard.core.errors import DataError
from modelyard.data.sources import archives, remote
from modelyard.data.sources.base import File

MAX_FILES = 2_000_000  # of one folder


def files(path: str) -> Iterator[File]:
    """The plain files that `path` names, archives opened, in order of their names.

    Raises: DataError where there is none.
    """
    for file in _packed_files(path):
        yield from archives.expand(file)


def is_folder(path: str) -> bool:
    """Whether `path` is a local folder."""
    return not remote.is_url(path) and stat.S_ISDIR(_mode(Path(path).expanduser()))


def folder(root: Path) -> Iterator[File]:
    """Every file under `root`, archives opened, by name; hidden ones and links that lead out of it are left out."""
    for path in plain_paths(root):
        yield from archives.expand(plain(path, relative=path.relative_to(root).as_posix()))


def plain_paths(root: Path) -> Iterator[Path]:
    """The plain files under `root` that are read, by name."""
    real = root.resolve()
    count = 0
    for here, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            path = Path(here, name)
            if name.startswith((".", "_")) or (path.is_symlink() and real not in path.resolve().parents):
                continue
            count += 1
            if count > MAX_FILES:
                raise DataError("a folder may hold 2 million files", where=str(root), remedy="Pack them as jsonl.")
            if stat.S_ISREG(path.stat().st_mode):
                yield path


def named_paths(path: str) -> Iterator[Path]:
    """The local files that a path or a pattern names.

    Raises: DataError where no file fits a pattern, and for what is neither a path nor a URL.
    """
    if "://" in path:  # fsspec's chains of schemes, or a typing error
        raise DataError("this is neither a path nor a URL", where=path, remedy="Write scheme://host/path.")
    local = Path(path).expanduser()
    if "\0" in path or not has_magic(path) or _mode(local):
        yield local
        return
    parts = local.parts
    fixed = next(i for i, part in enumerate(parts) if has_magic(part))
    found = sorted(p for p in Path(*parts[:fixed]).glob(str(Path(*parts[fixed:]))) if not p.is_dir())
    if not found:
        raise DataError("no file fits this pattern", where=path, remedy="Check the folder and the pattern.")
    yield from found


def plain(path: Path, relative: str = "") -> File:
    """A local file.

    Raises: DataError where it is missing, may not be read, or is a device, a pipe or a socket.
    """
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and not os.access(path, os.R_OK):
            raise PermissionError(13, "Permission denied")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"cannot open this file: {reason}", where=str(path), remedy="Check the path.") from error
    if not stat.S_ISREG(status.st_mode):
        raise DataError(
            "data must be a plain file or a folder",
            where=str(path),
            remedy="Copy what the pipe or the device gives into a file first.",
        )
    return File(
        name=str(path),
        label=path.name,
        suffix=path.suffix.lower(),
        bytes=status.st_size,
        open=lambda: path.open("rb"),
        local=path,
        relative=relative or path.name,
    )


def _mode(path: Path) -> int:
    """What stands there; 0 where nothing does, or nothing that this user may see: opening it says which."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _packed_files(path: str) -> Iterator[File]:
    if remote.is_url(path):
        yield from remote.files(path)
        return
    for local in named_paths(path):
        yield plain(local)
