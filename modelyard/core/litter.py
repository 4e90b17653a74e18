"""Temporary files and folders that tell whether somebody still writes them, so that what killed processes left can go.

Who fills a folder holds a lock on it (flock), which ends with the process; the next one that writes the same target
removes those that nobody holds. Where a file system locks no directories (some of NFS) none is removed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

TEMPORARY = ".tmp-"  # how the names of files and folders that are being written begin


@contextlib.contextmanager
def temporary_directory(final: Path, mode: int = 0o777) -> Iterator[Path]:
    """A new directory beside `final`, to be filled and renamed to it; whatever is not renamed is removed.

    Raises: OSError.
    """
    remove_abandoned(final)
    temporary, lock = _made(final, mode), None
    try:
        lock = _locked(temporary)
        while lock is None:  # between its making and its lock somebody took it for left behind
            temporary = _made(final, mode)
            lock = _locked(temporary)
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def remove_abandoned(final: Path) -> None:
    """Remove temporary directories of `final` that no living process fills."""
    ours = re.compile(re.escape(f"{TEMPORARY}{final.name}-") + "[0-9a-f]{8}")
    with os.scandir(final.parent) as entries:
        found = [entry.name for entry in entries if ours.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)]
    for name in found:
        directory = final.with_name(name)
        with contextlib.suppress(OSError):  # another user's, or of a file system that locks none: it stays
            lock = _locked(directory, must=True)
            if lock is not None:
                shutil.rmtree(directory, ignore_errors=True)
                os.close(lock)


@contextlib.contextmanager
def writing(directory: Path, names: Collection[str]) -> Iterator[None]:
    """Within it these files of a directory are written; what killed processes left of them is removed before.

    Those that write hold a shared lock on the directory, who removes an exclusive one: nobody's file goes.
    """
    ours = re.compile(re.escape(TEMPORARY) + f"(?:{'|'.join(map(re.escape, names))})-[0-9a-f]{{8}}")
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with contextlib.suppress(OSError):  # held by others who write, or a file system that locks no directories
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for path in directory.iterdir():
                if ours.fullmatch(path.name):
                    path.unlink()
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


def _made(final: Path, mode: int) -> Path:
    temporary = final.with_name(f"{TEMPORARY}{final.name}-{secrets.token_hex(4)}")
    temporary.mkdir(mode=mode)
    return temporary


def _locked(directory: Path, *, must: bool = False) -> int | None:
    """A descriptor that holds the lock on a directory; None where another process has it, or has removed it.

    Raises: OSError where it cannot be locked and `must` be; else it is opened alone.
    """
    try:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if directory.stat().st_ino == os.fstat(descriptor).st_ino:
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        if must:
            os.close(descriptor)
            raise
        return descriptor
    os.close(descriptor)
    return None
