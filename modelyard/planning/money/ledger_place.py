"""Where a user's ledger is kept, and what a run is booked to."""

from __future__ import annotations

import os
from pathlib import Path

from modelyard.core.errors import RecipeError


def default_path() -> Path:
    """`$MODELYARD_LEDGER`, else `$XDG_DATA_HOME/modelyard/ledger.jsonl`.

    Raises: RecipeError where this user has no home folder.
    """
    given = os.environ.get("MODELYARD_LEDGER")
    if given:
        return Path(given)
    base = os.environ.get("XDG_DATA_HOME")
    if base:
        return Path(base) / "modelyard" / "ledger.jsonl"
    try:
        return Path.home() / ".local" / "share" / "modelyard" / "ledger.jsonl"
    except RuntimeError as error:  # containers often run programs as a user that has no entry
        raise RecipeError(
            "this user has no home folder", where="ledger", remedy="Set MODELYARD_LEDGER to a file."
        ) from error


def project_of(folder: Path) -> str:
    """What a run is booked to: `$MODELYARD_PROJECT`, else the name of the folder that the command runs in."""
    return os.environ.get("MODELYARD_PROJECT", "").strip() or folder.resolve().name or "/"
