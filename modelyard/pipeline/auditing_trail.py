"""The verbs of the audit trail: show, verify, and a signed head."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from modelyard.core import trail, trail_check
from modelyard.core.errors import RunError

AnyPath = str | os.PathLike[str]


def show(*, last: int | None = 20, run: AnyPath | None = None) -> list[dict[str, Any]]:
    """The entries of the trail, oldest first; `last` of them, of one run only where it is named."""
    found = trail_check.entries(_place().path)
    if run is not None:
        wanted = str(Path(run).absolute())
        found = [entry for entry in found if entry.get("run") == wanted]
    return found if last is None else found[-last:]


def verify(*, since: str | None = None, trust: Sequence[AnyPath] = ()) -> trail_check.Checked:
    """Follow every link; `since` is a digest noted earlier, `trust` the keys of a signed head."""
    return trail_check.check(_place(), since=since, trust=[Path(one) for one in trust])


def sign(key: AnyPath) -> trail_check.Checked:
    """Sign the trail's head as it stands. Raises: RunError where the trail is not whole."""
    where = _place()
    found = trail_check.check(where)
    faults = [fault for fault in found.faults if "head" not in fault]
    if faults:
        raise RunError("a trail that is not whole is not signed", where=found.path, got=faults[0])
    trail.sign_head(where, Path(key), count=found.entries, digest=found.digest)
    return found


def _place() -> trail.Place:
    where = trail.place()
    if where is None:
        raise RunError("there is no trail", where=trail.PLACE, got="off", remedy=f"Set {trail.PLACE} to a file.")
    return where
