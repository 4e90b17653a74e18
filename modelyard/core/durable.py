"""Writes that are either wholly there or not there at all, also after a power cut.

The protocol for a file: write a temporary sibling, fsync it, rename it over the target, fsync the directory.
The protocol for a directory: fill a temporary sibling, write a manifest with the SHA-256 of every file, fsync every
file and the directory, rename, fsync the parent. Nothing old is removed before the new is durable.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError, RunError
from modelyard.core.litter import TEMPORARY as TEMPORARY
from modelyard.core.litter import temporary_directory

MANIFEST = "manifest.json"
SIGNATURE = "signature.json"  # of a manifest; added to its directory later, and listed in none
_SEAL = "seal"  # the manifest's key for the digest of the manifest itself
_ASIDE = ".old-"


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` atomically and durably.

    Raises: RunError when the disk is full or the file cannot be written; the old content is then untouched.
    """
    temporary = path.with_name(f"{TEMPORARY}{path.name}-{secrets.token_hex(4)}")
    try:
        _write_synced(temporary, data)
        temporary.replace(path)
        sync_directory(path.parent)
    except OSError as error:
        raise _disk_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_file(path: Path, write: Callable[[Path], None]) -> None:
    """`write_bytes` of a file too large for memory: `write` fills the temporary sibling it is given."""
    temporary = path.with_name(f"{TEMPORARY}{path.name}-{secrets.token_hex(4)}")
    try:
        write(temporary)
        _sync(temporary)
        temporary.replace(path)
        sync_directory(path.parent)
    except OSError as error:
        raise _disk_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """`write_bytes` of UTF-8 text."""
    write_bytes(path, text.encode("utf-8"))


def write_json(path: Path, data: Any) -> None:
    """`write_text` of indented JSON. NaN and infinities are refused: JSON has neither."""
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def make_directory(path: Path) -> None:
    """Make a directory, and those above it, where it is not there. Raises: RunError where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _disk_error(path, error) from error


def append_line(path: Path, line: str) -> None:
    """Append one line with a single write; a torn last line is ended first, so that it takes no other with it."""
    data = (line + "\n").encode("utf-8")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                data = b"\n" + data
            # A disk that has just become full takes a part, and says nothing.
            if os.write(descriptor, data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _disk_error(path, error) from error


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a log; a line torn by a crash is skipped, as it never happened."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                value = json.loads(line)
            except json.JSONDecodeError:
                continue
            if isinstance(value, dict):
                yield value


@contextlib.contextmanager
def new_directory(final: Path, *, manifest: dict[str, Any] | Callable[[], dict[str, Any]]) -> Iterator[Path]:
    """Fill the yielded temporary directory; on success it appears as `final`, with a manifest of digests.

    An existing `final` is replaced: it is moved aside and removed only when the new one stands; killed between the
    two renames, `remove_litter` puts it back. What a killed process left of another attempt is removed.
    Raises: RunError when the disk is full; nothing of the half-written directory stays.
    """
    make_directory(final.parent)
    try:
        with temporary_directory(final) as temporary:
            yield temporary
            content = manifest() if callable(manifest) else manifest
            (temporary / SIGNATURE).unlink(missing_ok=True)  # copied along: it is of another manifest than this one's
            _write_synced(temporary / MANIFEST, _sealed({**content, "files": digests(temporary)}))
            for file in sorted(temporary.rglob("*")):
                _sync(file)
            _sync(temporary)
            aside = final.with_name(f"{_ASIDE}{final.name}")
            if final.exists():
                shutil.rmtree(aside, ignore_errors=True)
                final.rename(aside)
            temporary.rename(final)
            sync_directory(final.parent)
            shutil.rmtree(aside, ignore_errors=True)  # also one that a killed process left
    except OSError as error:
        raise _disk_error(final, error) from error


def remove_litter(directory: Path) -> None:
    """Remove what a killed process left half-written in `directory`. Call it only as the directory's owner."""
    for aside in directory.glob(f"{_ASIDE}*"):
        final = directory / aside.name.removeprefix(_ASIDE)
        if not final.exists():
            aside.rename(final)
            sync_directory(directory)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    for path in directory.glob(f"{TEMPORARY}*"):
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def digests(directory: Path) -> dict[str, str]:
    """SHA-256 of every file under `directory` but its manifest, by relative POSIX path.

    Raises: ArtifactError for a link, a device or anything else that is not a plain file.
    """
    found = {}
    for path in sorted(directory.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ArtifactError("an artifact holds plain files only", where=str(path), remedy="Remove it.")
        if path.is_file() and path != directory / MANIFEST:
            found[path.relative_to(directory).as_posix()] = file_digest(path)
    return found


def file_digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verify_directory(directory: Path, *, beside: Collection[str] = ()) -> dict[str, Any]:
    """Check every byte under `directory` against its manifest, and the manifest against its own seal; return it.

    `beside` are files that may have been added to it since.
    Raises: ArtifactError that names the first missing, added or altered file.
    """
    try:
        data = (directory / MANIFEST).read_bytes()
        manifest = json.loads(data.decode("utf-8"))
        expected = dict(manifest["files"])
        unsealed = {name: value for name, value in manifest.items() if name != _SEAL}
        if _sealed(unsealed) != data:
            raise ValueError("it does not match its own digest")
    except (OSError, ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise ArtifactError(
            f"the manifest cannot be read ({error})",
            where=str(directory / MANIFEST),
            remedy="The directory is damaged or is not a Modelyard one: restore it from a copy.",
        ) from error
    actual = digests(directory)
    for name in sorted(expected.keys() | (actual.keys() - set(beside))):
        if expected.get(name) != actual.get(name):
            state = "missing" if name not in actual else "not in the manifest" if name not in expected else "altered"
            raise ArtifactError(
                f"this file is {state}",
                where=str(directory / name),
                remedy="Restore the directory from a copy, or train again.",
            )
    return manifest  # type: ignore[no-any-return]


def _sealed(content: dict[str, Any]) -> bytes:
    """The bytes of a manifest: its content, and last the SHA-256 of that content's own bytes."""
    body = json.dumps(content, ensure_ascii=False, indent=1).encode()
    digest = hashlib.sha256(body).hexdigest()
    return json.dumps({**content, _SEAL: digest}, ensure_ascii=False, indent=1).encode() + b"\n"


def sync_directory(directory: Path) -> None:
    """Make the names in a directory durable."""
    _sync(directory)


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _disk_error(path: Path, error: OSError) -> RunError:
    cure = {
        errno.EACCES: "Make the folder writable",
        errno.EPERM: "Make the folder writable",
        errno.EROFS: "Make the file system writable",
        errno.ENOENT: "Make the folder",
        errno.ENOTDIR: "Give a place inside a folder",
        errno.EEXIST: "Give a place inside a folder",  # a file stands where a folder should
    }.get(error.errno or 0, "Free some space (or mend the disk)")
    return RunError(
        f"cannot write: {error.strerror or error}",
        where=str(path),
        remedy=f"{cure} and give the same command again: it goes on from what is saved.",
    )
