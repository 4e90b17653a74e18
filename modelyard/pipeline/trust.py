"""The verbs of trust: keys, signatures, encryption at rest."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from modelyard.core import keyfiles, sealed_artifact, signing, trail

AnyPath = str | os.PathLike[str]


def new_key(file: AnyPath, *, purpose: str = keyfiles.SIGN) -> str:
    """Draw a key pair into `file` (0600) and `file`.pub; its id. `purpose` is sign or encrypt."""
    return keyfiles.new(Path(file), purpose=purpose)


def show_key(file: AnyPath) -> list[dict[str, str]]:
    """Algorithm, id, purpose and public part of the keys in a file."""
    return keyfiles.describe(Path(file))


def sign(path: AnyPath, *, key: AnyPath, signer: str = "") -> dict[str, str]:
    """Verify an artifact (or the run's, or an export) and write its `signature.json`."""
    signed = signing.sign(Path(path), Path(key), signer=signer)
    trail.record("sign", run=path, artifact=signed["digest"], key=signed["key"])
    return signed


def require_signature(path: AnyPath, trust: Sequence[AnyPath]) -> dict[str, str]:
    """The signature of an artifact by a trusted key. Raises: ArtifactError."""
    return signing.require(Path(path), [Path(one) for one in trust])


def encrypt(path: AnyPath, *, to: Sequence[AnyPath], out: AnyPath) -> Path:
    """Verify an artifact and write it as one file encrypted to these public keys."""
    trail.record_artifact("encrypt", path)
    return sealed_artifact.encrypt(Path(path), [Path(one) for one in to], Path(out))


def decrypt(file: AnyPath, *, key: AnyPath, out: AnyPath) -> Path:
    """Decrypt an artifact into a new folder, which appears when all of it is verified."""
    trail.record("decrypt", run=out, file=str(Path(file).absolute()))
    return sealed_artifact.decrypt(Path(file), Path(key), Path(out))
