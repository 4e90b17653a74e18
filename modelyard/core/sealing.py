"""A stream encrypted to public keys, in chunks: bounded memory, and no byte is given out that is not verified.

```
magic               "MODELYARD-SEALED-1\\n"
length, header      4 bytes, big-endian; JSON: cipher, chunk, nonce, and the data key wrapped to each recipient
chunk 0, 1, ...     AES-256-GCM of `chunk` bytes each (the last one may be shorter), 16 bytes of tag behind each
```

A chunk's nonce is 7 random bytes, its number in 4, and 1 in the last byte of the last chunk, else 0; the SHA-256 of all
that stands before the chunks is authenticated with each. So nothing can be changed, left out, doubled, exchanged, cut
off or appended, and no header be put before another's chunks. Every file has a data key of its own.
Sources: STREAM of Hoang, Reyhanitabar, Rogaway and Vizar 2015 (Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance); X25519 keys by HPKE's base mode (RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM);
RSA keys by OAEP with SHA-256 (RFC 8017).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from modelyard.core import keyfiles
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.registry import needing

MAGIC = b"MODELYARD-SEALED-1\n"
CHUNK_BYTES = 1 << 20
TAG_BYTES = 16
CIPHER = "AES-256-GCM-STREAM"
PURPOSE = b"modelyard data key 1"
_MOST_HEADER_BYTES = 1 << 16
_MOST_CHUNK_BYTES = 16 << 20
_MOST_CHUNKS = 1 << 32
_NONCE_BYTES = 7
_TAKE_AGAIN = "Do not use it; take it from its source again."


def is_sealed(path: Path) -> bool:
    """Whether a file begins as an encrypted one."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(pieces: Iterable[bytes], target: BinaryIO, recipients: Mapping[str, Any], *, chunk: int = CHUNK_BYTES) -> None:
    """Encrypt a stream to each of these public keys (by id); any one of them opens it."""
    with needing("encryption"):
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    data_key, nonce = AESGCM.generate_key(256), secrets.token_bytes(_NONCE_BYTES)
    header = {
        "cipher": CIPHER,
        "chunk": chunk,
        "nonce": base64.b64encode(nonce).decode("ascii"),
        "recipients": [
            {
                "key": name,
                "algorithm": _wrapping(key),
                "wrapped": base64.b64encode(_wrap(data_key, key)).decode("ascii"),
            }
            for name, key in recipients.items()
        ],
    }
    body = json.dumps(header).encode("ascii")
    if not recipients or len(body) > _MOST_HEADER_BYTES:
        raise RecipeError("a file is encrypted to one key at least, and not to hundreds", where="--to")
    start = MAGIC + len(body).to_bytes(4, "big") + body
    target.write(start)
    cipher, bound = AESGCM(data_key), hashlib.sha256(start).digest()
    held = bytearray()
    number = 0
    for piece in pieces:
        held += piece
        while len(held) > chunk:  # a full one is kept back: it may be the last
            target.write(cipher.encrypt(_nonce(nonce, number, last=False), bytes(held[:chunk]), bound))
            del held[:chunk]
            number += 1
    target.write(cipher.encrypt(_nonce(nonce, number, last=True), bytes(held), bound))


def unseal(source: BinaryIO, private: Any, *, where: str) -> Iterator[bytes]:
    """The verified chunks of a stream. What came before a fault is right, but not all: use nothing until the end.

    Raises: ArtifactError where a byte is changed, missing or added; RecipeError where it is encrypted to other keys.
    """
    with needing("decryption"):
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    start, header = _header(source, where)
    data_key, nonce = _data_key(header, private, where), header["nonce"]
    cipher, bound = AESGCM(data_key), hashlib.sha256(start).digest()
    size = header["chunk"] + TAG_BYTES
    number, data = 0, source.read(size)
    while True:
        following = source.read(size) if len(data) == size else b""
        last = not following
        try:
            opened = cipher.decrypt(_nonce(nonce, number, last=last), data, bound)
        except (InvalidTag, ValueError) as error:  # ValueError: shorter than a tag
            raise ArtifactError(
                f"chunk {number} was changed, or one is missing, added or out of its place",
                where=where,
                remedy=_TAKE_AGAIN,
            ) from error
        yield opened
        if last:
            return
        data, number = following, number + 1


def plain_bytes(path: Path) -> int:
    """What an encrypted file holds, in bytes, as its size and header say. Raises: ArtifactError."""
    with path.open("rb") as file:
        start, header = _header(file, str(path))
    rest, size = path.stat().st_size - len(start), int(header["chunk"]) + TAG_BYTES
    return rest - TAG_BYTES * max(1, -(-rest // size))


def _header(source: BinaryIO, where: str) -> tuple[bytes, dict[str, Any]]:
    """The bytes before the chunks, and what they say, checked."""
    try:
        start = source.read(len(MAGIC) + 4)
        length = int.from_bytes(start[len(MAGIC) :], "big")
        if start[: len(MAGIC)] != MAGIC or len(start) != len(MAGIC) + 4 or length > _MOST_HEADER_BYTES:
            raise ValueError("it does not begin as one")
        body = source.read(length)
        header = json.loads(body.decode("ascii"))
        if header["cipher"] != CIPHER or header.keys() != {"cipher", "chunk", "nonce", "recipients"}:
            raise ValueError("its cipher is another")
        header["nonce"] = base64.b64decode(header["nonce"], validate=True)
        chunk = header["chunk"]
        if len(header["nonce"]) != _NONCE_BYTES or not isinstance(chunk, int) or not 1 <= chunk <= _MOST_CHUNK_BYTES:
            raise ValueError("its nonce or chunk is out of bounds")
        for one in header["recipients"]:
            one["wrapped"] = base64.b64decode(one["wrapped"], validate=True)
            one["key"], one["algorithm"] = str(one["key"]), str(one["algorithm"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error) as error:
        raise ArtifactError(
            f"this is no sound encrypted file ({str(error)[:80]})", where=where, remedy=_TAKE_AGAIN
        ) from error
    return start + body, header


def _data_key(header: Mapping[str, Any], private: Any, where: str) -> bytes:
    name = keyfiles.key_id(private.public_key())
    mine = [one for one in header["recipients"] if one["key"] == name]
    if not mine:
        raise RecipeError(
            "this file is encrypted to other keys than this one",
            where=where,
            got=f"{name}; it is for {', '.join(one['key'][:32] for one in header['recipients'][:5])}",
            remedy="Give the private key of one of these: --key FILE.",
        )
    try:
        found = _unwrap(mine[0]["wrapped"], mine[0]["algorithm"], private)
        if len(found) != 32:
            raise ValueError("it has another length")
    except _failures() as error:
        raise ArtifactError("the data key was changed", where=where, remedy=_TAKE_AGAIN) from error
    return found


def _failures() -> tuple[type[Exception], ...]:
    from cryptography.exceptions import InvalidTag

    return (InvalidTag, ValueError)


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    if number >= _MOST_CHUNKS:
        raise ArtifactError("a stream has 2^32 chunks at most", remedy="Encrypt it in parts.")
    return prefix + number.to_bytes(4, "big") + (b"\1" if last else b"\0")


def _wrapping(key: Any) -> str:
    """Raises: RecipeError for a key that nothing can be encrypted to."""
    name = keyfiles.algorithm(key)
    if name == "Ed25519":
        raise RecipeError(
            "this key signs; nothing can be encrypted to it",
            where="--to",
            remedy="Draw one: modelyard key new FILE --for encrypt",
        )
    return "HPKE-X25519" if name == "X25519" else "RSA-OAEP-SHA256"


def _wrap(data_key: bytes, key: Any) -> bytes:
    if _wrapping(key) == "HPKE-X25519":
        return bytes(_suite().encrypt(data_key, key, info=PURPOSE))
    return bytes(key.encrypt(data_key, _oaep()))


def _unwrap(wrapped: bytes, algorithm: str, private: Any) -> bytes:
    if algorithm != _wrapping(private.public_key()):
        raise ValueError("it is wrapped for another kind of key")
    if algorithm == "HPKE-X25519":
        return bytes(_suite().decrypt(wrapped, private, info=PURPOSE))
    return bytes(private.decrypt(wrapped, _oaep()))


def _suite() -> Any:
    from cryptography.hazmat.primitives import hpke

    return hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def _oaep() -> Any:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    return padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=PURPOSE)
