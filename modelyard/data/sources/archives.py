"""Files inside gz and zip archives, decoded as they are read and never beyond what an honest file would hold."""

from __future__ import annotations

import contextlib
import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from modelyard.core.errors import DataError
from modelyard.data.sources.base import File

MAX_RATIO = 200  # decoded over packed bytes: texts pack 3 to 10 times, sparse tables up to about 100, bombs 1,000
FREE_BYTES = 2 << 20  # decoded without asking about the ratio
MAX_MEMBERS = 100_000
_UNPACK = "Unpack it yourself if you trust it, and name the file inside."


def expand(file: File) -> Iterator[File]:
    """The files that `file` holds: itself unless it is a gz or a zip.

    Raises: DataError for a bomb, a damaged archive, and a member whose name leaves the archive.
    """
    if file.suffix == ".gz":
        inner = PurePosixPath(file.label).stem
        yield _inner(file, file.name, file.label, inner, file.bytes, lambda: gunzipped(file.open(), file.name))
    elif file.suffix == ".zip":
        yield from _members(file)
    else:
        yield file


def check_zip(stream: BinaryIO, name: str, *, max_ratio: int = MAX_RATIO) -> list[zipfile.ZipInfo]:
    """The members of a zip after a look at what they claim.

    Raises: DataError for what is no zip, too many members, or more claimed bytes than an honest archive holds.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(name, error) from error
    if len(members) > MAX_MEMBERS:
        raise DataError("an archive may hold 100,000 files", where=name, got=len(members), remedy=_UNPACK)
    packed = max(1, stream.seek(0, io.SEEK_END))
    claimed = sum(member.file_size for member in members)
    if claimed > FREE_BYTES and claimed > max_ratio * packed:
        raise _bomb(name, claimed, packed, max_ratio)
    return members


def bounded(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, owner: contextlib.ExitStack | None = None
) -> BinaryIO:
    """A member's decoded bytes, which stop at a bomb's ratio whatever its header claims; closing closes `owner` too."""
    try:
        inner = archive.open(member)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise _damaged(name, error) from error
    outer = (owner.pop_all(),) if owner else ()
    return io.BufferedReader(_Bounded(inner, archive.fp, outer, name), 1 << 18)


def leads_out(name: str, mode: int) -> bool:
    """Whether a member would be written outside of where the archive is unpacked; `mode` is its st_mode, or 0."""
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name.partition("/")[0]
    return outside or stat.S_ISLNK(mode)


def _members(file: File) -> Iterator[File]:
    with file.open_seekable() as stream:
        members = check_zip(stream, file.name)
    for member in members:
        path = PurePosixPath(member.filename)
        where = f"{file.name}/{member.filename}"
        if leads_out(member.filename, member.external_attr >> 16):
            raise DataError(
                "a name or link in this archive leads out of it", where=where, remedy="Do not trust this archive."
            )
        if member.is_dir() or "__MACOSX" in path.parts[:1] or path.name.startswith(".") or not path.parts:
            continue
        if member.flag_bits & 0x1:
            raise DataError("an encrypted archive cannot be read", where=where, remedy="Unpack it yourself.")
        if path.suffix.lower() in (".zip", ".gz") and "ubyte" not in path.name:
            raise DataError("an archive inside an archive is not read", where=where, remedy=_UNPACK)
        yield _inner(
            file, where, f"{file.label}/{path}", str(path), member.compress_size, lambda m=member: _unzip(file, m)
        )


def _inner(file: File, name: str, label: str, inner: str, packed: int, opener: Any) -> File:
    return File(
        name=name,
        label=label,
        suffix=PurePosixPath(inner).suffix.lower(),
        bytes=packed,
        open=opener,
        seekable=False,
        relative=inner if file.suffix == ".zip" else file.relative,
        local=file.local,
    )


def gunzipped(outer: BinaryIO, name: str) -> BinaryIO:
    """A gz's decoded bytes, which stop at a bomb's ratio; closing closes `outer` too."""
    return io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=outer), outer, (outer,), name), 1 << 18)


def _unzip(file: File, member: zipfile.ZipInfo) -> BinaryIO:
    with contextlib.ExitStack() as stack:
        outer = stack.enter_context(file.open_seekable())
        archive = stack.enter_context(zipfile.ZipFile(outer))
        stream = bounded(archive, member, f"{file.name}/{member.filename}", stack)
    return stream


class _Bounded(io.RawIOBase):
    """A decoding stream that stops at the ratio of a bomb and names the file when it is damaged."""

    def __init__(self, inner: Any, packed: Any, outer: tuple[Any, ...], name: str) -> None:
        self._inner, self._packed, self._outer, self._name = inner, packed, outer, name
        self._start = packed.tell()
        self._decoded = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            raise _damaged(self._name, error) from error
        self._decoded += len(data)
        if self._decoded > FREE_BYTES:
            consumed = max(1, self._packed.tell() - self._start)
            if self._decoded > MAX_RATIO * consumed:
                raise _bomb(self._name, self._decoded, consumed, MAX_RATIO)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
            for stream in self._outer:
                stream.close()
        super().close()


def _bomb(name: str, decoded: int, packed: int, ratio: int) -> DataError:
    return DataError(
        f"an archive may unpack to {ratio} times its size",
        where=name,
        got=f"more than {decoded >> 20} MB from {packed:,} bytes",
        remedy=_UNPACK,
    )


def _damaged(name: str, error: Exception) -> DataError:
    return DataError(
        f"this archive is damaged or cut short ({str(error)[:120] or type(error).__name__})",
        where=name,
        remedy="Copy it again from where it came.",
    )
