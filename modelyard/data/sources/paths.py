"""The files that a path or a glob names. Devices, pipes and links out of a folder are refused."""

from __future__ import annotations

import glob
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from modelyard.core.errors import DataError
from modelyard.data.sources.base import File


def files(path: str, suffixes: Collection[str]) -> Iterator[File]:
    """The readable files of one path or glob, in order of their names.

    Raises: DataError where there is none.
    """
    local = Path(path).expanduser()
    if not local.exists() and glob.has_magic(path):
        found = sorted(glob.glob(str(local), recursive=True))
        if not found:
            raise DataError("no file fits this pattern", where=path, remedy="Check the folder and the pattern.")
        for name in found:
            yield plain(Path(name))
    elif local.is_dir():
        found_here = sorted(entry for entry in local.iterdir() if entry.suffix.lower() in suffixes)
        for entry in found_here:
            yield plain(entry)
    else:
        yield plain(local)


def plain(path: Path) -> File:
    """A local file.

    Raises: DataError where it is missing, may not be read, or is a device, a pipe or a socket.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"cannot open this file: {reason}", where=str(path), remedy="Check the path.") from error
    if not stat.S_ISREG(status.st_mode):
        raise DataError(
            "data must be a plain file or a folder",
            where=str(path),
            remedy="Copy a pipe or a device into a file first.",
        )
    return File(
        name=str(path),
        label=path.name,
        suffix=path.suffix.lower(),
        bytes=status.st_size,
        open=lambda: path.open("rb"),
        local=path,
    )
