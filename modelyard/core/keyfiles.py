"""Keys in files: Ed25519 to sign with, X25519 or RSA to encrypt to. A private key is its owner's alone (0600)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import durable
from modelyard.core.errors import RecipeError
from modelyard.core.registry import needing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes

SIGN, ENCRYPT = "sign", "encrypt"
_PASSPHRASE = "MODELYARD_KEY_PASSPHRASE"
_PUBLIC = re.compile(r"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL)
_PRIVATE = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
_MOST_BYTES = 1 << 20
_LEAST_RSA_BITS = 3072
_NEEDED = "signing and encryption"


def new(path: Path, *, purpose: str = SIGN) -> str:
    """Draw a key pair: the private key into `path`, the public one beside it as `path`.pub; the key's id.

    Protected by the passphrase in MODELYARD_KEY_PASSPHRASE, where there is one. Raises: RecipeError where it exists.
    """
    with needing(_NEEDED):
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519, x25519
    if purpose not in (SIGN, ENCRYPT):
        raise RecipeError("a key is to sign or to encrypt", where="--for", got=purpose, remedy="sign, encrypt")
    key = (ed25519.Ed25519PrivateKey if purpose == SIGN else x25519.X25519PrivateKey).generate()
    given = os.environ.get(_PASSPHRASE, "")
    data = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(given.encode()) if given else serialization.NoEncryption(),
    )
    public = path.with_name(path.name + ".pub")
    if public.exists():
        raise RecipeError("this file exists already", where=str(public), remedy="Give another name.")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError as error:
        rule, remedy = "this file exists already: a key is never replaced", "Give another name."
        raise RecipeError(rule, where=str(path), remedy=remedy) from error
    except OSError as error:
        raise RecipeError(f"the key cannot be written ({error.strerror})", where=str(path)) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    durable.write_bytes(public, public_pem(key.public_key()))
    return key_id(key.public_key())


def read_private(path: Path) -> PrivateKeyTypes:
    """A private key that nobody but its owner can read.

    Raises: RecipeError for anything else; what stands in the file is never shown.
    """
    with needing(_NEEDED):
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives import serialization
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            data = file.read(_MOST_BYTES)
    except OSError as error:
        raise RecipeError(f"the key cannot be read ({error.strerror})", where=str(path)) from error
    if stat.S_IMODE(mode) & 0o077:
        raise RecipeError(
            "a private key must be readable by its owner alone",
            where=str(path),
            got=oct(stat.S_IMODE(mode)),
            remedy=f"Run: chmod 600 {path}; draw a new one if others may have read it.",
        )
    given = os.environ.get(_PASSPHRASE, "").encode() or None
    for passphrase in dict.fromkeys((given, None)):
        with contextlib.suppress(TypeError):  # a passphrase was given and is not needed, or the other way round
            try:
                return serialization.load_pem_private_key(data, passphrase)
            except (ValueError, UnsupportedAlgorithm):
                break
    raise RecipeError(
        "this is no private key in PEM, or its passphrase is another",
        where=str(path),
        remedy=f"Draw one: modelyard key new FILE; a passphrase stands in {_PASSPHRASE}.",
    ) from None


def read_public(path: Path) -> dict[str, PublicKeyTypes]:
    """Every public key of a PEM file (they may stand one after the other), or of the .pem and .pub files of a folder.

    By id. Raises: RecipeError where there is none, or where a private key stands.
    """
    with needing(_NEEDED):
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives import serialization
    files = sorted(one for one in path.iterdir() if one.suffix in (".pem", ".pub")) if path.is_dir() else [path]
    found = {}
    for file in files:
        try:
            text = file.read_bytes()[:_MOST_BYTES].decode("utf-8")
            if _PRIVATE.search(text):
                remedy = "Give the public one (.pub); a private key stays where it signs or decrypts."
                raise RecipeError(
                    "here a public key is asked for, and this is a private one", where=str(file), remedy=remedy
                )
            for block in _PUBLIC.findall(text):
                key = serialization.load_pem_public_key(block.encode())
                found[key_id(key)] = key
        except OSError as error:
            raise RecipeError(
                f"the public key cannot be read: {error.strerror or error}",
                where=str(file),
                remedy="Name the file of a public key (.pub); draw a pair: modelyard key new FILE",
            ) from error
        except (ValueError, UnsupportedAlgorithm) as error:
            raise RecipeError(
                "this is no public key that can be read",
                where=str(file),
                remedy="Give a PEM file (.pub) as modelyard key new FILE writes it.",
            ) from error
    if not found:
        raise RecipeError("there is no public key here", where=str(path), remedy="Draw one: modelyard key new FILE")
    return found


def key_id(key: Any) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of a public key (its SubjectPublicKeyInfo)."""
    from cryptography.hazmat.primitives import serialization

    data = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(data).hexdigest()[:32]


def public_pem(key: Any) -> bytes:
    """A public key as PEM."""
    from cryptography.hazmat.primitives import serialization

    data: bytes = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return data


def algorithm(key: Any) -> str:
    """Ed25519, X25519 or RSA-3072, of a private or a public key.

    Raises: RecipeError for any other, and for an RSA key below 3072 bits.
    """
    from cryptography.hazmat.primitives.asymmetric import ed25519, rsa, x25519

    if isinstance(key, ed25519.Ed25519PrivateKey | ed25519.Ed25519PublicKey):
        return "Ed25519"
    if isinstance(key, x25519.X25519PrivateKey | x25519.X25519PublicKey):
        return "X25519"
    if isinstance(key, rsa.RSAPrivateKey | rsa.RSAPublicKey):
        if key.key_size < _LEAST_RSA_BITS:
            raise RecipeError(f"an RSA key has {_LEAST_RSA_BITS} bits at least", got=key.key_size)
        return f"RSA-{key.key_size}"
    raise RecipeError("a key must be Ed25519, X25519 or RSA", got=type(key).__name__)


def describe(path: Path) -> list[dict[str, str]]:
    """What `key show` says of each key in a file: never the private part."""
    with path.open("rb") if path.is_file() else contextlib.nullcontext() as file:
        private = file is not None and _PRIVATE.search(file.read(_MOST_BYTES).decode("utf-8", "replace")) is not None
    if private:
        keys = [read_private(path).public_key()]
    else:
        keys = list(read_public(path).values())
    return [
        {
            "algorithm": algorithm(key),
            "id": key_id(key),
            "for": SIGN if algorithm(key) == "Ed25519" else ENCRYPT,
            "public": public_pem(key).decode("ascii"),
        }
        for key in keys
    ]
