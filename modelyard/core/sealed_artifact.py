"""An artifact as one encrypted file, and back: nothing is published before its last byte is verified.

Inside the encryption stand 8 bytes of length (big-endian), a JSON index ([[path, bytes], ...]) and the contents one
after the other. Whoever has the public key may encrypt: who vouches for the content, its signature says.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from modelyard.core import durable, keyfiles, private_copy, sealing
from modelyard.core.artifact import directory_of, verify_signed_directory
from modelyard.core.errors import ArtifactError, RunError
from modelyard.core.litter import temporary_directory

SUFFIX = ".sealed"
_MOST_INDEX_BYTES, _MOST_FILES = 16 << 20, 100_000


def encrypt(path: Path, to: Sequence[Path], out: Path) -> Path:
    """Verify an artifact (or the run's, or an export) and write it encrypted to these public keys; the file.

    `out` is a file, or a folder to put it into. Raises: ArtifactError, RecipeError.
    """
    recipients = {name: key for file in to for name, key in keyfiles.read_public(file).items()}
    directory = directory_of(path)
    verify_signed_directory(directory)
    called = path.resolve().name
    target = out / f"{called}{SUFFIX}" if out.is_dir() else out
    if target.exists():
        raise RunError("this file exists already", where=str(target), remedy="Give another --out.")

    def write(place: Path) -> None:
        with place.open("wb") as file:
            sealing.seal(_packed(directory), file, recipients)

    durable.write_file(target, write)
    return target


def decrypt(file: Path, key: Path, out: Path) -> Path:
    """Decrypt an artifact into the new folder `out`, which appears when every byte and digest is verified.

    Raises: ArtifactError where it was changed, RecipeError for another key, RunError where `out` exists.
    """
    private = keyfiles.read_private(key)
    if out.exists():
        raise RunError("this folder exists already", where=str(out), remedy="Give another --out.")
    try:
        with temporary_directory(out, mode=0o700) as temporary:
            _unpack(file, private, temporary)
            verify_signed_directory(temporary)
            for one in sorted(temporary.rglob("*")):
                durable.sync_directory(one)
            durable.sync_directory(temporary)
            temporary.rename(out)
            durable.sync_directory(out.parent)
    except OSError as error:
        raise RunError(f"cannot write: {error.strerror or error}", where=str(out)) from error
    return out


@contextlib.contextmanager
def opened(file: Path, key: Path) -> Iterator[Path]:
    """The decrypted and verified artifact in a folder that only this user can read, removed at the end.

    In memory (/dev/shm) where there is room, else where temporary files lie.
    """
    private = keyfiles.read_private(key)
    with private_copy.folder(sealing.plain_bytes(file)) as folder:
        directory = folder / file.name.removesuffix(SUFFIX)
        directory.mkdir(mode=0o700)
        try:
            _unpack(file, private, directory)
        except OSError as error:
            raise RunError(f"cannot write: {error.strerror or error}", where=str(directory)) from error
        verify_signed_directory(directory)
        yield directory


def _packed(directory: Path) -> Iterator[bytes]:
    files = [path for path in sorted(directory.rglob("*")) if path.is_file()]
    sizes = [path.stat().st_size for path in files]
    index = [[path.relative_to(directory).as_posix(), size] for path, size in zip(files, sizes, strict=True)]
    body = json.dumps(index, ensure_ascii=False).encode("utf-8")
    yield len(body).to_bytes(8, "big") + body
    for path, size in zip(files, sizes, strict=True):
        left = size
        with path.open("rb") as file:
            while data := file.read(min(left, sealing.CHUNK_BYTES)):
                left -= len(data)
                yield data
        if left:
            raise ArtifactError("this file became shorter meanwhile", where=str(path), remedy="Encrypt it again.")


class _Stream:
    """The verified bytes of an encrypted file, as many at a time as are asked for."""

    def __init__(self, source: BinaryIO, private: Any, where: str) -> None:
        self._chunks, self._held, self._where = sealing.unseal(source, private, where=where), b"", where

    def some(self, most: int) -> bytes:
        """Up to `most` bytes; none at the end."""
        while not self._held:
            found = next(self._chunks, None)
            if found is None:
                return b""
            self._held = found
        taken, self._held = self._held[:most], self._held[most:]
        return taken

    def exactly(self, count: int) -> bytes:
        """Raises: ArtifactError where there are fewer."""
        parts = []
        while count:
            part = self.some(count)
            if not part:
                raise ArtifactError("the content ends before its index says", where=self._where)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def _unpack(file: Path, private: Any, directory: Path) -> None:
    """Raises: ArtifactError, and `directory` then holds what must not be used."""
    where = str(file)
    with file.open("rb") as source:
        stream = _Stream(source, private, where)
        length = int.from_bytes(stream.exactly(8), "big")
        if length > _MOST_INDEX_BYTES:
            raise ArtifactError("the index is too long", where=where, got=length)
        for place, size in _index(stream.exactly(length), where):
            target = directory / place
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "wb") as written:
                left = size
                while left:
                    part = stream.some(left)
                    if not part:
                        raise ArtifactError("the content ends before its index says", where=where)
                    written.write(part)
                    left -= len(part)
        if stream.some(1):
            raise ArtifactError("there is more content than its index says", where=where)


def _index(body: bytes, where: str) -> list[tuple[str, int]]:
    """The names and sizes inside, every name a plain one below the folder. Raises: ArtifactError."""
    try:
        found = [(str(name), int(size)) for name, size in json.loads(body.decode("utf-8"))]
    except (ValueError, TypeError, RecursionError) as error:
        raise ArtifactError("the index cannot be read", where=where) from error
    names = [name for name, _ in found]
    for name, size in found:
        path = PurePosixPath(name)
        odd = not path.parts or "\\" in name or "\0" in name or path.as_posix() != name
        if odd or path.is_absolute() or ".." in path.parts or len(name) > 500 or size < 0:
            raise ArtifactError("a name in it leads out of its folder", where=where, got=name[:100])
    if len(set(names)) != len(names) or len(names) > _MOST_FILES:
        raise ArtifactError("a name stands twice in it, or there are too many", where=where)
    return found
