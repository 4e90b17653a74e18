"""Who vouches for an artifact: an Ed25519 signature of its manifest's digest, which covers every file.

`signature.json` is written inside the artifact and states key, signer, time and digest; all of it is signed. What is
signed begins with a purpose of its own, so that no signature made for something else passes for one of an artifact.
Source: RFC 8032.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import durable, keyfiles
from modelyard.core.artifact import SIGNATURE, directory_of, read_signature, verify_signed_directory
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.registry import needing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ALGORITHM = "Ed25519"
ARTIFACT, HEAD = "artifact", "trail head"
_MOST_SIGNER = 200
_WRITTEN, _TIME = "%Y-%m-%dT%H:%M:%SZ", re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # sorts as time does

Trusted = Mapping[str, "Ed25519PublicKey"]


def sign(path: Path, key: Path, *, signer: str = "") -> dict[str, str]:
    """Verify an artifact (or the run's, or an export) and write its signature; a former one is replaced.

    Raises: ArtifactError where it is damaged, RecipeError for a key that others can read or that cannot sign.
    """
    private = signing_key(key)
    if len(signer) > _MOST_SIGNER or not signer.isprintable():
        raise RecipeError(f"a signer is named in {_MOST_SIGNER} printable characters", where="--signer", got=signer)
    directory = directory_of(path)
    if (directory / SIGNATURE).exists():
        durable.verify_directory(directory, beside=(SIGNATURE,))  # whose signature it was plays no part
    else:
        verify_signed_directory(directory)
    statement = {
        "format": "1",
        "algorithm": ALGORITHM,
        "key": keyfiles.key_id(private.public_key()),
        "signer": signer,
        "time": datetime.now(UTC).strftime(_WRITTEN),
        "digest": durable.file_digest(directory / durable.MANIFEST),
    }
    signed = {**statement, "signature": signature_of(statement, private, ARTIFACT)}
    durable.write_json(directory / SIGNATURE, signed)
    return signed


def require(path: Path, trust: Sequence[Path], *, since: str | None = None) -> dict[str, str]:
    """The signature of an artifact by one of the trusted keys; of all its files only two are read, no weights.

    `since` is a time as `moment` gives it: what was signed before it is an old version, put back.
    Whoever opens it afterwards holds every file against the manifest that is signed.
    Raises: ArtifactError where it is not signed, signed by another key, wrongly, or too long ago.
    """
    directory = directory_of(path)
    if not (directory / durable.MANIFEST).is_file():
        raise ArtifactError("there is no finished model here", where=str(path), remedy="Give a run or an artifact.")
    keys = trusted(trust)
    signed = read_signature(directory)
    if signed["key"] not in keys:
        raise ArtifactError(
            "this artifact is signed by a key that is not trusted here",
            where=str(directory / SIGNATURE),
            got=signed["key"],
            remedy="Check whose key it is; where you trust it, add its public key to --trust.",
        )
    if signed["format"] != "1" or signed["algorithm"] != ALGORITHM or not is_signed(signed, keys, ARTIFACT):
        raise ArtifactError(
            "the signature is wrong: the artifact or what is said of it was changed after signing",
            where=str(directory / SIGNATURE),
            remedy="Do not use it; take it from its source again.",
        )
    if since is not None and not (_TIME.fullmatch(signed["time"]) and signed["time"] >= since):
        raise ArtifactError(
            f"this artifact was signed before {since}: an old version may have been put back",
            where=str(directory / SIGNATURE),
            got=signed["time"],
            remedy="Where you mean this version, sign it again: modelyard sign RUN --key FILE",
        )
    return signed


def moment(text: str) -> str:
    """A date or a time (ISO 8601; UTC where no zone is said) as signatures state it. Raises: RecipeError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        remedy = "Try 2026-11-25 or 2026-11-25T12:00:00Z."
        raise RecipeError("this is no date", where="--signed-since", got=text, remedy=remedy) from error
    aware = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return aware.strftime(_WRITTEN)


def trusted(paths: Sequence[Path]) -> dict[str, Ed25519PublicKey]:
    """The public keys of several files or folders, by id; keys that cannot sign are refused. Raises: RecipeError."""
    with needing("checking signatures"):
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    found = {}
    for path in paths:
        for name, key in keyfiles.read_public(path).items():
            if not isinstance(key, Ed25519PublicKey):
                rule, remedy = "a trusted key must be Ed25519", "Draw one: modelyard key new FILE"
                raise RecipeError(rule, where=str(path), got=type(key).__name__, remedy=remedy)
            found[name] = key
    return found


def signing_key(path: Path) -> Any:
    """A private Ed25519 key. Raises: RecipeError."""
    with needing("signing"):
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    private = keyfiles.read_private(path)
    if not isinstance(private, Ed25519PrivateKey):
        raise RecipeError("only an Ed25519 key signs", where=str(path), remedy="Draw one: modelyard key new FILE")
    return private


def signature_of(statement: Mapping[str, Any], private: Any, purpose: str) -> str:
    """The signature of a statement, base64."""
    return base64.b64encode(private.sign(_message(statement, purpose))).decode("ascii")


def is_signed(signed: Mapping[str, Any], keys: Trusted, purpose: str) -> bool:
    """Whether a statement's `signature` is that of its `key`, one of `keys`."""
    from cryptography.exceptions import InvalidSignature

    statement = {name: value for name, value in signed.items() if name != "signature"}
    key = keys.get(str(signed.get("key")))
    if key is None:
        return False
    try:
        key.verify(base64.b64decode(str(signed.get("signature")), validate=True), _message(statement, purpose))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def _message(statement: Mapping[str, Any], purpose: str) -> bytes:
    body = json.dumps(statement, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"modelyard {purpose} 1\n{body}".encode("ascii")
