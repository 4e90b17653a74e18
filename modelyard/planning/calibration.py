"""What earlier runs on this machine took, beside what was foretold: so the next quote is better.

One line a finished run in `$XDG_CACHE_HOME/modelyard/quotes.jsonl`. The ratios that it gives are medians, drawn
towards 1 while there are few of them. A store that is damaged, closed or full is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from modelyard.core.errors import RunError
from modelyard.planning import local

FORMAT = 1
# Of the newest runs of a kind; older ones are of another version of the code, or of a machine that has changed.
NEWEST = 24
# A median of so many runs counts as much as the belief that the quote was right.
DOUBT = 2.0
# A ratio further off than this was an accident (a sleeping machine), not a bias.
FARTHEST = 8.0
LINES = 2_000  # read at most, the newest
# What a part is off by where fewer than LEAST runs tell.
LEAST = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One finished run: seconds by part and the peak in bytes, foretold and actual. `kind` is its task and family."""

    kind: str
    foretold: Mapping[str, float]
    actual: Mapping[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What a figure of a quote is to be multiplied by, and how far (as a share) single runs were off then.

    `spread` is None where too few runs tell.
    """

    ratio: float
    spread: float | None
    runs: int


def read() -> list[Entry]:
    """The runs that this machine has finished, the oldest first."""
    try:
        lines = _path().read_text(encoding="utf-8", errors="replace").splitlines()[-LINES:]
    except OSError:
        return []
    here = local.key()
    return [entry for entry in (_entry(line, here) for line in lines) if entry is not None]


def add(entry: Entry) -> None:
    """Append a finished run. A store that cannot be written only means that nothing is learnt from it."""
    record = {
        "format": FORMAT,
        "machine": local.key(),
        "kind": entry.kind,
        "foretold": dict(entry.foretold),
        "actual": dict(entry.actual),
    }
    try:
        line = json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"
    except ValueError:  # a figure that is no number teaches nothing
        return
    with contextlib.suppress(OSError, RunError):
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line)  # one short write to the end of the file: two runs that end at once do not mix


def correction(entries: Sequence[Entry], kind: str, part: str) -> Correction:
    """How a figure of this part must be corrected for this kind of run.

    Runs of the same kind count fully, all others give what is believed without them.
    """
    every = _ratios(entries, part)
    own = _ratios([entry for entry in entries if entry.kind == kind], part)
    belief = _shrunk(every, 0.0)
    shift = _shrunk(own, belief) if own else belief
    residuals = [abs(value - shift) for value in (own if len(own) >= LEAST else every)]
    spread = 1.4826 * median(residuals) if len(residuals) >= LEAST else None
    return Correction(ratio=math.exp(shift), spread=spread, runs=len(own))


def shifted(entries: Sequence[Entry], kind: str, part: str, value: float) -> float:
    """A figure in bytes as earlier runs correct it: by the bytes or the share they were off, whichever moves less.

    What is missing (a library, a few buffers) is as large in a small run as in a large one; what is lost between blocks
    grows with the run. Carried on from runs of another size, the one would be absurd for smaller runs, the other for
    larger ones.
    """
    ratio = correction(entries, kind, part).ratio
    every = _differences(entries, part)
    own = _differences([entry for entry in entries if entry.kind == kind], part)
    belief = _shrunk(every, 0.0)
    added = _shrunk(own, belief) if own else belief
    moved = (ratio - 1.0) * value
    return value + (added if abs(added) < abs(moved) else moved)


def usual(entries: Sequence[Entry], kind: str, part: str) -> float | None:
    """What this part took in runs of this kind, foretold or not; None where there was none."""
    found = [entry.actual[part] for entry in entries if entry.kind == kind and part in entry.actual]
    return median(found[-NEWEST:]) if found else None


def _ratios(entries: Sequence[Entry], part: str) -> list[float]:
    """Logarithms of actual over foretold, the newest ones."""
    pairs = [(entry.actual.get(part, 0.0), entry.foretold.get(part, 0.0)) for entry in entries]
    logs = [math.log(actual / foretold) for actual, foretold in pairs if actual > 0 and foretold > 0]
    return [value for value in logs if abs(value) <= math.log(FARTHEST)][-NEWEST:]


def _differences(entries: Sequence[Entry], part: str) -> list[float]:
    """Actual less foretold, of the newest ones."""
    pairs = [(entry.actual.get(part, 0.0), entry.foretold.get(part, 0.0)) for entry in entries]
    return [
        actual - foretold
        for actual, foretold in pairs
        if actual > 0 and foretold > 0 and abs(math.log(actual / foretold)) <= math.log(FARTHEST)
    ][-NEWEST:]


def _shrunk(logs: Sequence[float], belief: float) -> float:
    if not logs:
        return belief
    return (len(logs) * median(logs) + DOUBT * belief) / (len(logs) + DOUBT)


def _entry(line: str, here: str) -> Entry | None:
    """One line; None where it is damaged, of another machine or of another version."""
    try:
        record: Any = json.loads(line)
        if record["format"] != FORMAT or record["machine"] != here:
            return None
        sides = [
            {
                str(name): float(value)
                for name, value in record[side].items()
                if math.isfinite(float(value)) and float(value) >= 0
            }
            for side in ("foretold", "actual")
        ]
        return Entry(kind=str(record["kind"]), foretold=sides[0], actual=sides[1])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _path() -> Path:
    return local.folder() / "quotes.jsonl"
