"""Whether an audit trail is whole: every link, every number, a signed head, a digest that was noted elsewhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from modelyard.core import signing, trail

_MOST_FAULTS = 100
_MOST_HEAD_BYTES = 4096


@dataclass(kw_only=True, slots=True)
class Checked:
    """`faults` name the line. `digest` is the last line's: noted elsewhere, it shows later that nothing was cut off."""

    path: str
    entries: int = 0
    digest: str = trail.FIRST
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def check(where: trail.Place, *, since: str | None = None, trust: Sequence[Path] = ()) -> Checked:
    """Follow the whole trail. `since` is a digest that it must hold; with `trust` its head must be signed.

    Raises: RunError where it cannot be read, RecipeError for keys that are none.
    """
    keys = signing.trusted(trust) if trust else {}
    found = Checked(path=str(where.path))
    head = _head(where, found, wanted=bool(trust))
    seen_since = since in (None, trail.FIRST)
    head_digest = trail.FIRST if head is not None and head.get("count") == 0 else None
    for line in trail.lines(where.path):
        if not line.endswith(b"\n") and len(line) < trail.MOST_LINE_BYTES:
            found.notes.append(f"{len(line):,} bytes at the end are torn: the next entry cuts them off")
            break
        found.entries += 1
        fault = _fault(line, found.entries, found.digest)
        if fault and len(found.faults) < _MOST_FAULTS:
            found.faults.append(f"line {found.entries}: {fault}")
        found.digest = hashlib.sha256(line[:-1]).hexdigest()
        seen_since = seen_since or found.digest == since
        if head is not None and head.get("count") == found.entries:
            head_digest = found.digest
    if not seen_since:
        found.faults.append(f"no line has the digest {since}: lines were removed or changed since it was noted")
    if head is not None:
        _check_head(found, head, head_digest, keys)
    return found


def entries(path: Path) -> list[dict[str, Any]]:
    """The entries that can be read, for showing."""
    found = []
    for line in trail.lines(path):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            found.append(value)
    return found


def _fault(line: bytes, number: int, previous: str) -> str:
    if not line.endswith(b"\n"):
        return "it is longer than an entry is"
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return "it is no entry"
    if not isinstance(entry, dict) or not set(trail.FIELDS) <= entry.keys():
        return "it lacks fields of an entry"
    if entry["previous"] != previous:
        return "it does not follow the line before it: one was changed, removed, inserted or moved"
    return "" if entry["number"] == number else f"it says that it is number {entry['number']}"


def _head(where: trail.Place, found: Checked, *, wanted: bool) -> dict[str, Any] | None:
    try:
        with where.head.open("rb") as file:
            content = json.loads(file.read(_MOST_HEAD_BYTES))
        if not isinstance(content, dict):
            raise ValueError("it is no object")
    except FileNotFoundError:
        if wanted:
            found.faults.append("there is no signed head: whether lines at the end are gone cannot be told")
        return None
    except (OSError, ValueError, RecursionError) as error:
        found.faults.append(f"the signed head cannot be read ({error})")
        return None
    return content


def _check_head(found: Checked, head: dict[str, Any], digest: str | None, keys: signing.Trusted) -> None:
    if digest is None or head.get("digest") != digest:
        found.faults.append(
            f"the signed head is of {head.get('count')} lines that are not there so: some are gone or changed"
        )
    elif head["count"] < found.entries:
        found.notes.append(f"{found.entries - head['count']} entries came after the signed head")
    if not keys:
        found.notes.append("the head's signature was not checked: give --trust PUBLIC")
    elif not signing.is_signed(head, keys, signing.HEAD):
        found.faults.append("the head is not signed by a trusted key")
    else:
        found.notes.append(f"head of {head['count']} entries signed at {head['time']}")
