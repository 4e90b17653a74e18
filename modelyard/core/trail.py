"""The audit trail: who ran, opened, served, promoted and handed on what, in an append-only file of linked lines.

`trail.jsonl` in the user's state folder, or where MODELYARD_TRAIL points: a path; `required` or `required:PATH`, with
which nothing goes on that cannot be recorded; `off`. One JSON object a line, `previous` the SHA-256 of the line before
it, so that no line can be edited, removed, inserted or moved without breaking the links that follow. That lines at the
end are gone, or the last one is another, only a digest known elsewhere shows: the head that MODELYARD_TRAIL_KEY (a
private Ed25519 key) signs into `trail.jsonl.head` with each line, or one that was noted (`trail verify --from
DIGEST`).

The rule of a torn last line: what stands behind the last line's end was never finished; the next writer cuts it off and
states in its own line how many bytes they were (`torn`).
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import platform
import pwd
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from modelyard.core import durable
from modelyard.core.artifact import directory_of
from modelyard.core.errors import ModelyardError, RunError, hidden

PLACE, KEY = "MODELYARD_TRAIL", "MODELYARD_TRAIL_KEY"
FIRST = "0" * 64  # what the first line links to
FIELDS = ("number", "time", "user", "host", "process", "verb", "run", "artifact", "previous")
_LONGEST = 500  # characters of a text in an entry
MOST_LINE_BYTES = 1 << 16
_LOCK_SECONDS = 20.0
_told: list[str] = []  # notices of this process: one is enough


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where entries go, and whether what cannot be recorded must not happen."""

    path: Path
    required: bool

    @property
    def head(self) -> Path:
        """The file of the signed head."""
        return self.path.with_name(self.path.name + ".head")


def place() -> Place | None:
    """What the environment says; None: off. Raises: RunError where this user has no folder of its own."""
    given = os.environ.get(PLACE, "").strip()
    if given == "off":
        return None
    required = given == "required" or given.startswith("required:")
    given = given.removeprefix("required").removeprefix(":") if required else given
    if given:
        return Place(path=Path(given).expanduser(), required=required)
    try:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    except RuntimeError as error:
        raise RunError("this user has no home folder", where="trail", remedy=f"Set {PLACE} to a file.") from error
    return Place(path=base / "modelyard" / "trail.jsonl", required=required)


def record(verb: str, *, run: str | os.PathLike[str] = "", artifact: str = "", **more: str) -> None:
    """Append one entry. Where that fails, one notice a process says so, and the work goes on.

    Raises: RunError where MODELYARD_TRAIL begins with `required`: what cannot be recorded is not done.
    """
    required = os.environ.get(PLACE, "").strip().startswith("required")
    try:
        where = place()
        if where is not None:
            append(where, {"verb": verb, "run": str(Path(run).absolute()) if run else "", "artifact": artifact, **more})
    except (OSError, ModelyardError) as error:
        said = error.rule if isinstance(error, ModelyardError) else error.strerror or str(error)
        at = (error.where if isinstance(error, ModelyardError) else str(error.filename or "")) or "trail"
        if required:
            raise RunError(
                f"the audit trail cannot be written ({said}), and {PLACE} says that it is required",
                where=at,
                remedy=f"Make it writable, or set {PLACE} to another file.",
            ) from error
        if not _told:
            _told.append(at)
            print(
                f"notice: {at}: the audit trail cannot be written ({hidden(said)}); going on without", file=sys.stderr
            )


def record_artifact(verb: str, path: str | os.PathLike[str], **more: str) -> None:
    """`record` of the artifact in a run directory (or the artifact or export itself), with its manifest's digest."""
    digest = ""
    with contextlib.suppress(OSError):  # where there is none, whoever opens it says so
        digest = durable.file_digest(directory_of(Path(path)) / durable.MANIFEST)
    record(verb, run=path, artifact=digest, **more)


def append(where: Place, content: dict[str, str]) -> str:
    """Link one entry to the last and make it durable; its digest. Safe among any number of writers.

    Raises: OSError, and the file is then as it was; RunError where another writer holds it for long.
    """
    where.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(where.path, flags, 0o600)
    try:
        _lock(descriptor, where.path)
        size = os.fstat(descriptor).st_size
        last, torn = _last_line(descriptor, size)
        number = _number(last) + 1
        entry = {
            "number": number,
            "time": datetime.now(UTC).isoformat(timespec="microseconds"),
            "user": _user(),
            "host": platform.node(),
            "process": os.getpid(),
            **{name: _clean(text) for name, text in content.items()},
            "previous": hashlib.sha256(last).hexdigest() if last else FIRST,
            **({"torn": torn} if torn else {}),
        }
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        if torn:
            os.ftruncate(descriptor, size - torn)
        _write(descriptor, line + b"\n", size - torn)
        if size == 0:
            durable.sync_directory(where.path.parent)
        digest = hashlib.sha256(line).hexdigest()
        key = os.environ.get(KEY, "").strip()
        if key:
            sign_head(where, Path(key), count=number, digest=digest)
        return digest
    finally:
        os.close(descriptor)


def sign_head(where: Place, key: Path, *, count: int, digest: str) -> None:
    """Say under a private key's signature that the trail had `count` lines, the last of this digest."""
    from modelyard.core import keyfiles, signing

    private = signing.signing_key(key)
    statement = {
        "format": "1",
        "count": count,
        "digest": digest,
        "time": datetime.now(UTC).isoformat(timespec="microseconds"),
        "key": keyfiles.key_id(private.public_key()),
    }
    signed = {**statement, "signature": signing.signature_of(statement, private, signing.HEAD)}
    durable.write_json(where.head, signed)


def lines(path: Path) -> Iterator[bytes]:
    """Every finished line; what is torn at the end comes last, without its end, and longer ones come in pieces.

    Raises: RunError.
    """
    try:
        with path.open("rb") as file:
            yield from iter(lambda: file.readline(MOST_LINE_BYTES), b"")
    except FileNotFoundError:
        return
    except OSError as error:
        raise RunError(f"the trail cannot be read ({error.strerror})", where=str(path)) from error


def _write(descriptor: int, data: bytes, size: int) -> None:
    try:
        if os.write(descriptor, data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    except OSError:
        with contextlib.suppress(OSError):  # where even this fails the rule of the torn line holds
            os.ftruncate(descriptor, size)
        raise


def _lock(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + _LOCK_SECONDS
    pause = 0.001
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise RunError("another process holds the trail", where=str(path), remedy="End it.") from None
            time.sleep(pause)
            pause = min(0.05, pause * 2)
        else:
            return


def _last_line(descriptor: int, size: int) -> tuple[bytes, int]:
    """The last finished line without its end, and how many bytes stand torn behind it."""
    tail = b""
    start = size
    while start and len(tail) <= 2 * MOST_LINE_BYTES:
        step = min(start, 4096)
        start -= step
        tail = os.pread(descriptor, step, start) + tail
        if tail.count(b"\n") >= 2:
            break
    finished, _, torn = tail.rpartition(b"\n")
    return finished.rpartition(b"\n")[2], len(torn)


def _number(line: bytes) -> int:
    """An entry's number; 0 before the first, and behind a line that is none (`verify` then says so)."""
    try:
        return int(json.loads(line)["number"]) if line else 0
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0


def _user() -> str:
    """By the process's number, not by an environment that may say anything."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _clean(text: str) -> str:
    return hidden(str(text))[:_LONGEST]
