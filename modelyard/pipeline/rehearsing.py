"""A quote for this machine by rehearsal: at most ten seconds of the real run, in a process that is ended then.

What was not reached in that time is quoted by what such runs took before, and the band says so.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import durable, processes
from modelyard.core.recipe import Recipe
from modelyard.pipeline import rehearsal_team
from modelyard.pipeline.rehearsal import ASK, MARKS
from modelyard.pipeline.rehearsal_marks import Marks
from modelyard.pipeline.rehearsed import LIMIT_TAKEN, foretell
from modelyard.planning import calibration, machine
from modelyard.planning.calibration import Correction, Entry
from modelyard.planning.quote import Band

SECONDS = 10.0
ENDING_SECONDS = 0.3  # of them, to end the process and to read what it left
# What a figure is off by, as a share: measured whole, measured on a sample, taken from earlier runs, a mere guess.
OFF = {"whole": 0.08, "sampled": 0.2, "earlier": 0.35, "guessed": 0.6}
# The machine's other work changes between the rehearsal and the run: that is wrong for all parts at once.
COMMON = 0.06
PEAK_WHOLE, PEAK_SAMPLED, PEAK_UNSEEN = 0.04, 0.12, 0.2
BOUNDED_OFF = 0.08
BEFORE = ("start", "prepare", "fit")
NINE_OF_TEN = 1.645  # standard deviations of a normal distribution


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsed:
    """What the run will take here. `parts` are seconds; `foretold` is all of it before earlier runs corrected it.

    `missing` names what the rehearsal did not reach; with `train` among them there is no total: `seconds` is None.
    """

    kind: str
    seconds: Band | None
    peak_bytes: Band | None
    parts: Mapping[str, Band]
    foretold: Mapping[str, float]
    missing: tuple[str, ...]
    took_seconds: float
    steps: int = 0
    step_seconds: float = 0.0
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Rehearsed:
        """The inverse of `to_json`. Raises: KeyError, TypeError for other content."""
        bands = {name: None if data[name] is None else Band(**data[name]) for name in ("seconds", "peak_bytes")}
        parts = {name: Band(**band) for name, band in data["parts"].items()}
        rest = {name: tuple(data[name]) for name in ("missing", "notes")}
        return cls(**{**data, **bands, **rest, "parts": parts})


def rehearse(recipe: Recipe, *, seconds: float = SECONDS, after_seconds: float | None = None) -> Rehearsed:
    """Rehearse a run of `recipe` for at most `seconds`, and quote it.

    `after_seconds` is what the run will hold free of its budget for packaging, evaluation and report.
    """
    begun = time.monotonic()
    records = _rehearsed(recipe, seconds, after_seconds)
    entries = calibration.read()
    found = foretell(Marks(records), recipe, lambda kind, part: calibration.usual(entries, kind, part))
    parts = {
        name: _band(entries, found.kind, name, figure.value, OFF[figure.how]) for name, figure in found.parts.items()
    }
    raw = {name: figure.value for name, figure in found.parts.items()}
    if found.bounded:  # the loop takes what the parts before it leave of the budget, however long a step is
        later = math.fsum(parts[name].value - raw[name] for name in BEFORE)
        parts["train"] = _around(max(found.step_seconds, raw.pop("train") - LIMIT_TAKEN * later), BOUNDED_OFF)
    whole = None
    if "train" not in found.missing:
        limit = _budget_seconds(recipe) if found.bounded else None
        whole = total(parts, most=limit, early=(1 - found.stops_early) * parts["train"].value)
    peak = None
    if found.peak_bytes is not None:
        raw["peak"] = found.peak_bytes
        off = PEAK_SAMPLED if found.sampled else PEAK_UNSEEN if found.missing else PEAK_WHOLE
        value = calibration.shifted(entries, found.kind, "peak", found.peak_bytes)
        peak = _around(value, _spread(calibration.correction(entries, found.kind, "peak"), off))
    return Rehearsed(
        kind=found.kind,
        seconds=whole,
        peak_bytes=peak,
        parts=parts,
        foretold=raw,
        missing=found.missing,
        took_seconds=time.monotonic() - begun,
        steps=found.steps,
        step_seconds=found.step_seconds,
        notes=found.notes,
    )


def _rehearsed(recipe: Recipe, seconds: float, after_seconds: float | None) -> list[dict[str, Any]]:
    """The marks of a child process, which is killed with all that it started when the time is up."""
    begun = time.monotonic()
    count, most = _processes(recipe), machine.processors()
    if count > most:
        text = f"the run is for {count} processes, and this machine has {most} processors"
        return [{"part": "error", "text": text}, {"part": "ended", "seconds": 0.0, "at": time.time(), "code": 0}]
    with tempfile.TemporaryDirectory(prefix="modelyard-rehearsal-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        asked = {
            "recipe": (processes.anywhere(recipe) if count == 1 else recipe).model_dump(mode="json", by_alias=True),
            "seconds": seconds - 2 * ENDING_SECONDS,
            "budget_seconds": _budget_seconds(recipe),
            "after_seconds": after_seconds,
        }
        durable.write_json(folder / ASK, asked)
        children: list[subprocess.Popen[bytes]] = []
        try:
            port = rehearsal_team.free_port() if count > 1 else 0
            for place in range(count):
                children.append(_started(folder, place, count, port, group=children[0].pid if children else 0))
            children[0].wait(timeout=max(0.1, seconds - ENDING_SECONDS - (time.monotonic() - begun)))
        except subprocess.TimeoutExpired:
            pass
        finally:
            _end(children)
        records = list(durable.read_lines(folder / MARKS)) if (folder / MARKS).exists() else []
        code = children[0].returncode
        if code > 0:  # what no run would say in words: a fault of ours, or of the machine
            said = (folder / "output-0.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()
            records.append({"part": "error", "text": said[-1] if said else f"exit code {code}"})
        ended = {"part": "ended", "seconds": time.monotonic() - begun, "at": time.time(), "code": code}
        return [*records, ended]


def _started(folder: Path, place: int, count: int, port: int, group: int) -> subprocess.Popen[bytes]:
    """The process at `place` of `count`; the first one's group is its own, which the others join."""
    with (folder / f"output-{place}.txt").open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "modelyard.pipeline.rehearsal", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            process_group=group,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
                **rehearsal_team.environment(place, count, port),
            },
        )


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    """Kill them and what they started: a group of its own, of the session (and so the share of time) of ours."""
    if children:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(children[0].pid, signal.SIGKILL)
    for child in children:
        child.wait()


def _budget_seconds(recipe: Recipe) -> float | None:
    """The time that the run holds itself to."""
    section = recipe.train
    if recipe.budget.seconds is None and recipe.model.family == "auto" and not (section.epochs or section.steps):
        from modelyard.training.defaults import AUTO_BUDGET_SECONDS

        return AUTO_BUDGET_SECONDS
    return recipe.budget.seconds


def _processes(recipe: Recipe) -> int:
    return (recipe.train.parallel.data or 1) * recipe.train.parallel.tensor


def _band(entries: Sequence[Entry], kind: str, part: str, value: float, off: float) -> Band:
    """A figure as earlier runs correct it, and where nine of ten are expected."""
    known = calibration.correction(entries, kind, part)
    return _around(value * known.ratio, _spread(known, off))


def _spread(known: Correction, off: float) -> float:
    """What single runs were off by, and what a rehearsal is off by without them: as a share."""
    return off if known.spread is None else math.sqrt((known.spread**2 + off**2) / 2)


def _around(value: float, spread: float) -> Band:
    width = math.exp(NINE_OF_TEN * spread)
    return Band(value=value, low=value / width, high=value * width)


def total(parts: Mapping[str, Band], *, most: float | None = None, early: float = 0.0) -> Band:
    """The sum: parts are wrong each for itself, and the machine's other work for all of them at once.

    `most`: what a budget holds it to; `early`: how much less it is where the training stops as early as it may.
    """
    value = math.fsum(part.value for part in parts.values())
    low = math.sqrt(math.fsum((part.value - part.low) ** 2 for part in parts.values()))
    high = math.sqrt(math.fsum((part.high - part.value) ** 2 for part in parts.values()))
    common = NINE_OF_TEN * COMMON * value
    bottom, top = value - math.hypot(low, common) - early, value + math.hypot(high, common)
    if most is not None:
        value, top = min(value, most), max(min(top, most), min(value, most))
    return Band(value=value, low=max(0.0, min(bottom, value)), high=max(top, value))
