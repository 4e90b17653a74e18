"""Zip, tar and gz: the members, unpacked one by one into a private folder and never beyond what is honest.

The bounds and the look at names are those of reading data (`data.sources.archives`).
"""

from __future__ import annotations

import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from modelyard.auditing.scanning_faults import Fault, Malformed
from modelyard.core.errors import DataError
from modelyard.data.sources.archives import MAX_MEMBERS, bounded, check_zip, gunzipped, leads_out

MOST_UNPACKED_BYTES = 4 << 30
_APART = "Unpack it where you trust it, and scan the folder."
_DISTRUST = "Do not trust this archive."
_STEP = 1 << 20
_EXTENDED = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_MOST_EXTENDED_BYTES = 1 << 20
_END_OF_ZIP = b"PK\x05\x06"
# What is unpacked: its name in the archive, and where it lies.
Look = Callable[[str, Path], None]


def ends_as_zip(path: Path) -> bool:
    """Whether a reader of zips, which begins at the end, would open this file."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557))
        tail = file.read()
    place = tail.rfind(_END_OF_ZIP)
    while place >= 0:
        if place + 22 <= len(tail) and place + 22 + int.from_bytes(tail[place + 20 : place + 22], "little") <= len(
            tail
        ):
            return True
        place = tail.rfind(_END_OF_ZIP, 0, place)
    return False


class _Bounded(tarfile.TarInfo):
    """A member whose long names and extended headers, which are read into memory whole, are of a usual size."""

    def _proc_member(self, archive: tarfile.TarFile) -> Any:
        if self.type in _EXTENDED and self.size > _MOST_EXTENDED_BYTES:
            raise Malformed(f"an extended header claims {self.size:,} bytes")
        return super()._proc_member(archive)  # type: ignore[misc]


class Unpacking:
    """What the archives of one scan may take together."""

    def __init__(self, folder: Path, check_time: Callable[[], None]) -> None:
        self._folder, self._check_time, self._bytes, self._number = folder, check_time, 0, 0

    def zip_faults(self, path: Path, look: Look) -> Iterator[Fault]:
        """Every member goes to `look`. Raises: Malformed, DataError."""
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\x03\x04", _END_OF_ZIP):
                yield Fault("a zip begins with its first file", "other bytes before it", _DISTRUST)
            members = check_zip(file, path.name)
            names = [member.filename for member in members]
            if len(set(names)) != len(names):
                yield Fault("no name may stand twice in an archive", _first_twice(names), _DISTRUST)
                return
            with zipfile.ZipFile(file) as archive:
                for member in members:
                    if leads_out(member.filename, member.external_attr >> 16):
                        yield Fault("names and links stay inside the archive", member.filename, _DISTRUST)
                    elif member.flag_bits & 0x1:
                        yield Fault("what is encrypted cannot be looked at", member.filename, _APART)
                    elif not member.is_dir():
                        with bounded(archive, member, path.name) as stream:
                            self._unpack(stream, member.filename, look)

    def tar_faults(self, path: Path, look: Look) -> Iterator[Fault]:
        """Every plain file goes to `look`. Raises: Malformed, DataError."""
        try:
            with tarfile.open(path, "r:", tarinfo=_Bounded) as archive:
                for number, member in enumerate(archive):
                    if number >= MAX_MEMBERS:
                        yield Fault(f"an archive may hold {MAX_MEMBERS:,} files", path.name, _APART)
                        return
                    if leads_out(member.name, 0) or not (member.isfile() or member.isdir()) or member.issparse():
                        yield Fault("an archive holds plain files and folders, inside it", member.name, _DISTRUST)
                    elif member.isfile():
                        stream = archive.extractfile(member)
                        assert stream is not None
                        self._unpack(stream, member.name, look)
                self._check_end(path, archive.offset)
        except (tarfile.TarError, ValueError, OverflowError) as error:
            raise Malformed(f"it is no sound tar ({str(error)[:80]})") from error

    def _check_end(self, path: Path, place: int) -> None:
        """Other readers go on where this one ended: behind a header that is none, or zeros.

        Raises: Malformed where more than zeros follow.
        """
        with path.open("rb") as file:
            file.seek(place)
            while data := file.read(_STEP):
                self._check_time()
                if data.count(0) != len(data):
                    raise Malformed("something follows its end, which other readers would open")

    def gunzip(self, path: Path, name: str, look: Look) -> None:
        """The one file inside goes to `look`, which is called as the archive without its ending. Raises: as above."""
        with gunzipped(path.open("rb"), name) as stream:
            self._unpack(stream, name.removesuffix(".gz") if name.endswith(".gz") else f"{name[:-4]}.tar", look)

    def _unpack(self, stream: Any, name: str, look: Look) -> None:
        """Raises: Malformed where it is damaged, DataError beyond what may be unpacked."""
        self._number += 1
        place = self._folder / f"{self._number}"
        place.mkdir(mode=0o700)
        try:
            target = place / "member"
            with target.open("wb") as file:
                while data := stream.read(_STEP):
                    self._check_time()
                    self._bytes += len(data)
                    if self._bytes > MOST_UNPACKED_BYTES:
                        limit = f"{MOST_UNPACKED_BYTES >> 30} GiB are unpacked at most"
                        raise DataError(limit, where=name, remedy=_APART)
                    file.write(data)
            look(name, target)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            raise Malformed(f"{name:.80} cannot be unpacked ({str(error)[:80]})") from error
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _first_twice(names: list[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
