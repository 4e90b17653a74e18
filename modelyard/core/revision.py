"""Which code is running: the package's version and, in a source checkout, a digest of the sources.

In an installed package a version's sources do not change; in a checkout they do between two commands.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@functools.cache
def code_version(*packages: str) -> str:
    """The version of the code of these packages (`core`, `data`, ...): `0.1.0`, in a checkout `0.1.0+3f2a...`."""
    from modelyard import __version__

    if not (_PACKAGE.parent / "pyproject.toml").is_file():
        return __version__
    digest = hashlib.sha256()
    for package in packages:
        for path in sorted((_PACKAGE / package).rglob("*.py")):
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:16]}"
