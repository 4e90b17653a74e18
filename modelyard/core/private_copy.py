"""What is checked and then opened must be the same bytes: a folder of one's own for what others could write meanwhile.

Others cannot write a directory where it, all in it and every folder above it belong to root or to this user, and nobody
else may write them. (What a file server or the host of a container does behind a mount, modes do not show.)
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from modelyard.core.errors import ArtifactError, RunError

MEMORY = Path("/dev/shm")
_SPARE_BYTES = 64 << 20
_OPEN = "modelyard-open-"
_STALE_SECONDS = 60.0
_OWN = "Or let the model belong to root or to the server's user, with nobody else allowed to write it or its folders."


@contextlib.contextmanager
def unchanging(directory: Path) -> Iterator[Path]:
    """The directory itself where nobody else can write it, else a copy that only this user can reach, gone at the end.

    Raises: ArtifactError where it holds what is no plain file; RunError where there is no room.
    """
    real = directory.resolve()
    if not real.is_dir():
        raise ArtifactError(
            "there is no finished model here", where=str(directory), remedy="Give a run or an artifact."
        )
    if is_guarded(real):
        yield real  # not the path that was given: a link in it may be another's
        return
    size = sum(path.lstat().st_size for path in real.rglob("*"))
    with folder(size) as place:
        target = place / real.name
        try:
            _copy(real, target)
        except OSError as error:
            said = f"it cannot be copied to where nobody else writes ({error.strerror or error})"
            raise RunError(said, where=str(directory), remedy=f"Free some space in {place.parent}. {_OWN}") from error
        yield target


def is_guarded(directory: Path) -> bool:
    """Whether nobody but root and this user can change what stands in this real folder, or exchange it."""
    own = {0, os.geteuid()}
    try:
        for path in (directory, *directory.rglob("*")):
            status = path.lstat()
            if status.st_uid not in own or stat.S_ISLNK(status.st_mode) or status.st_mode & 0o022:
                return False
        for above in directory.parents:
            status = above.lstat()
            shared = status.st_mode & 0o022 and not status.st_mode & stat.S_ISVTX  # sticky: others cannot rename
            if status.st_uid not in own or shared:
                return False
    except OSError:
        return False
    return True


@contextlib.contextmanager
def folder(size: int) -> Iterator[Path]:
    """A new folder that only this user can reach, removed at the end: in memory where there is room for `size` bytes.

    What a killed process left is removed by the next one: it no longer holds its lock.
    """
    base = MEMORY if _has_room(MEMORY, size) else Path(tempfile.gettempdir())
    for place in {MEMORY, base}:
        _remove_stale(place)
    made = Path(tempfile.mkdtemp(prefix=_OPEN, dir=base))
    held = os.open(made, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(held)


def in_memory(directory: Path) -> bool:
    """Whether it lies in memory."""
    return MEMORY in directory.parents


def _copy(source: Path, target: Path) -> None:
    """Plain files and folders; whoever opens the copy holds every byte of it against its manifest.

    Raises: ArtifactError, OSError.
    """
    target.mkdir(mode=0o700)
    with os.scandir(source) as entries:
        found = list(entries)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            _copy(Path(entry.path), target / entry.name)
            continue
        # Not a link that took the file's place, and no waiting for the writer of a pipe.
        descriptor = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ArtifactError("an artifact holds plain files only", where=entry.path, remedy="Remove it.")
            with (target / entry.name).open("xb") as written:
                shutil.copyfileobj(file, written, 1 << 20)


def _has_room(place: Path, size: int) -> bool:
    try:
        found = os.statvfs(place)
    except OSError:
        return False
    return os.access(place, os.W_OK) and found.f_bavail * found.f_frsize > size + _SPARE_BYTES


def _remove_stale(base: Path) -> None:
    for place in base.glob(f"{_OPEN}*") if base.is_dir() else ():
        with contextlib.suppress(OSError):  # another user's, or gone meanwhile
            if place.lstat().st_mtime > time.time() - _STALE_SECONDS or place.is_symlink():
                continue
            descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(place, ignore_errors=True)
            finally:
                os.close(descriptor)
