"""Encrypted artifacts opened for as long as they are served."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from modelyard.core import trail
from modelyard.core.errors import RecipeError


class Unsealing:
    """Paths as they are, and of files that `encrypt` wrote the folder that they are decrypted into."""

    def __init__(self, stack: contextlib.ExitStack, key: Path | None) -> None:
        self._stack, self._key, self._listening = stack, key, False

    def __call__(self, path: Path) -> Path:
        """Where the artifact lies. Raises: RecipeError where a key is missing or another's, ArtifactError."""
        from modelyard.core import private_copy, sealed_artifact, sealing

        if not sealing.is_sealed(path):
            return path
        if self._key is None:
            raise RecipeError("this artifact is encrypted", where=str(path), remedy="Give the private key: --key FILE.")
        if not self._listening:
            self._stack.enter_context(_stopped_in_order())
            self._listening = True
        directory = self._stack.enter_context(sealed_artifact.opened(path, self._key))
        trail.record_artifact("decrypt", directory, file=os.fspath(path.absolute()))
        place = "memory" if private_copy.in_memory(directory) else "a private folder on the disk"
        print(f"{path} is decrypted into {place}, {directory.parent}, and removed at the end", flush=True)
        return directory


@contextlib.contextmanager
def _stopped_in_order() -> Iterator[None]:
    """Until the server listens to signals itself, SIGTERM ends the command as Ctrl-C does: nothing decrypted stays."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not the main thread: whoever started it listens
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
