"""A quote beside the actual run on this machine: time and peak memory, after a rehearsal of at most ten seconds.

    MODELYARD_DATA=... python benchmarks/quotes.py [name ...] [--unseen] [--passes 2] [--out benchmarks/results/quotes]

Every recipe is rehearsed, then run in a process of its own; nothing that the run writes is known to its quote. The
first pass begins with an empty calibration, which every finished run adds to; a second pass quotes with what the first
left.
Time is what the run charges itself (from its first event to its last), memory the most that its process had resident.
Other work on the machine is seen by both: the load is noted, and the processor time of the run, its start included.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import yaml
from quotes_recipes import recipes
from quotes_unseen import recipes as unseen_recipes

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline import learning, rehearsing
from modelyard.pipeline.directory import read_recipe
from modelyard.pipeline.planning import quote_of, wish_of
from modelyard.pipeline.workloads import look_at
from modelyard.planning import calibration

ROOT = Path(__file__).parents[1]
TARGETS = {"time": 0.12, "memory": 0.10, "budget": 0.02}


def measured(name: str, content: dict, folder: Path, out: Path) -> dict:
    """Quote and actual of one recipe."""
    file = folder / f"{name}.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    recipe = read_recipe(file)
    before = os.getloadavg()[0]
    unknown = unmeasured(recipe)
    begun = time.monotonic()
    quote = quote_of(recipe, look_at(recipe), wish_of(recipe), rehearsal_seconds=rehearsing.SECONDS)
    quoted = time.monotonic() - begun
    here, told = quote.here, quote.work["here"]
    verb = ["launch"] if content.get("train", {}).get("parallel") else ["run"]
    begun, used = time.monotonic(), _processor_seconds()
    command = [sys.executable, "-m", "modelyard", *verb, str(file), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    wall = time.monotonic() - begun
    row = {
        "name": name,
        "how": told["how"],
        "kind": told["kind"],
        "load": [round(before, 1), round(os.getloadavg()[0], 1)],
    }
    row |= {"plan_seconds": round(quoted, 1), "rehearsal_seconds": told.get("rehearsal_seconds")}
    row["processor_seconds"] = round(_processor_seconds() - used, 1)
    row |= {"missing": told.get("missing", []), "modelled": unknown}
    if done.returncode:
        return row | {"failed": (done.stderr or done.stdout)[-400:]}
    run = Run(out)
    times = [event["time"] for event in run.events()]
    actual = learning.actual_of(run)
    row |= {"seconds": round(times[-1] - times[0], 1), "wall_seconds": round(wall, 1), "peak_bytes": actual["peak"]}
    row |= {
        "quoted": {k: round(v, 2) for k, v in here.seconds.items()},
        "actual": {k: round(v, 2) for k, v in actual.items()},
    }
    hours = here.hours * 3600
    row["quoted_seconds"] = [round(value, 1) for value in (hours.value, hours.low, hours.high)]
    peak = here.peak_bytes
    row["quoted_peak_bytes"] = [round(value) for value in (peak.value, peak.low, peak.high)]
    budget = recipe.budget.seconds
    if budget is not None:
        row["budget_seconds"] = budget
    return row


def _processor_seconds() -> float:
    """What all processes that this one started have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def unmeasured(recipe: Recipe) -> dict[str, list[float]]:
    """What a plan says of this recipe on a machine that nothing is known of: hours as seconds, bytes."""
    cache = os.environ["XDG_CACHE_HOME"]
    with tempfile.TemporaryDirectory() as empty:
        os.environ["XDG_CACHE_HOME"] = empty
        try:
            here = quote_of(recipe, look_at(recipe), wish_of(recipe)).here
        finally:
            os.environ["XDG_CACHE_HOME"] = cache
    found = {"peak_bytes": [round(one) for one in (here.peak_bytes.value, here.peak_bytes.low, here.peak_bytes.high)]}
    if here.hours is not None:
        hours = here.hours * 3600
        found["seconds"] = [round(one, 1) for one in (hours.value, hours.low, hours.high)]
    return found


def off(quoted: float, actual: float) -> float:
    """The quote's error as a share of the actual."""
    return quoted / actual - 1


def table(rows: list[dict]) -> str:
    """Quote beside actual, as Markdown."""
    columns = [
        "pass",
        "recipe",
        "time s: quote [90 % band]",
        "actual",
        "off",
        "processor s",
        "peak MB: quote",
        "actual",
        "off",
    ]
    columns += ["time of the budget", "quoted by", "with nothing measured: s, MB", "load"]
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    for row in rows:
        start = f"| {row['pass']} | {row['name']} |"
        if "failed" in row:
            lines.append(f"{start} failed: {row['failed'][-120:]!r} |||||||||||")
            continue
        time_cells = f" none | {row['seconds']:.1f} | |"
        if "quoted_seconds" in row:
            value, low, high = row["quoted_seconds"]
            error = off(value, row["seconds"])
            time_cells = f" {value:.1f} [{low:.1f}, {high:.1f}] | {row['seconds']:.1f} | {error:+.0%} |"
        memory_cells = f" none | {row['peak_bytes'] / 1e6:.0f} | |"
        if "quoted_peak_bytes" in row:
            quoted = row["quoted_peak_bytes"][0]
            memory_cells = (
                f" {quoted / 1e6:.0f} | {row['peak_bytes'] / 1e6:.0f} | {off(quoted, row['peak_bytes']):+.0%} |"
            )
        budget = (
            f"{row['seconds'] / row['budget_seconds']:.0%} of {row['budget_seconds']:.0f} s"
            if "budget_seconds" in row
            else ""
        )
        load = " to ".join(str(value) for value in row["load"])
        used = f" {row['processor_seconds']:.1f} |"
        lines.append(f"{start}{time_cells}{used}{memory_cells} {budget} | {row['how']} | {_modelled(row)} | {load} |")
    return "\n".join(lines)


def _modelled(row: dict) -> str:
    """The quote without any measurement, and how far it is off."""
    known = row["modelled"]
    cells = []
    for name, scale in (("seconds", 1.0), ("peak_bytes", 1e-6)):
        if name in known:
            cells.append(f"{known[name][0] * scale:.0f} ({off(known[name][0], row[name]):+.0%})")
    return ", ".join(cells)


def summary(rows: list[dict]) -> str:
    """The medians beside their targets, by pass."""
    lines = []
    for number in sorted({row["pass"] for row in rows}):
        done = [row for row in rows if row["pass"] == number and "seconds" in row]
        times = [row for row in done if "quoted_seconds" in row]
        peaks = [row for row in done if "quoted_peak_bytes" in row]
        errors = [abs(off(row["quoted_seconds"][0], row["seconds"])) for row in times]
        memory = [abs(off(row["quoted_peak_bytes"][0], row["peak_bytes"])) for row in peaks]
        inside = sum(row["quoted_seconds"][1] <= row["seconds"] <= row["quoted_seconds"][2] for row in times)
        held = sum(row["quoted_peak_bytes"][1] <= row["peak_bytes"] <= row["quoted_peak_bytes"][2] for row in peaks)
        over = [row["seconds"] / row["budget_seconds"] - 1 for row in done if "budget_seconds" in row]
        lines.append(
            f"Pass {number}, {len(done)} recipes. Time: median off by {median(errors):.1%} (target "
            f"{TARGETS['time']:.0%}), worst {max(errors):.0%}, {inside} of {len(times)} in the band. Peak memory: "
            f"median off by {median(memory):.1%} (target {TARGETS['memory']:.0%}), worst {max(memory):.0%}, {held} of "
            f"{len(peaks)} in the band. Budgets: largest overrun {max([0.0, *over]):.1%} (target "
            f"{TARGETS['budget']:.0%}). The longest plan took {max(row['plan_seconds'] for row in done):.1f} s."
        )
        if number == 1:
            lines.append(_without(done))
    return "\n\n".join(lines)


def _without(done: list[dict]) -> str:
    """The medians of the quotes with nothing measured."""
    text = "With nothing measured on this machine (no rehearsal, an empty calibration):"
    for name, what in (("seconds", "time"), ("peak_bytes", "peak memory")):
        known = [(row["modelled"][name], row[name]) for row in done if name in row["modelled"]]
        errors = [abs(off(band[0], actual)) for band, actual in known]
        inside = sum(band[1] <= actual <= band[2] for band, actual in known)
        text += f" {what} median off by {median(errors):.1%}, {inside} of {len(known)} in the band;"
    return text.rstrip(";") + "."


def main() -> None:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--unseen", action="store_true", help="Sets that nothing of the planner was chosen on.")
    parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--out", type=Path, help="Where the table goes, without an ending: .md and .json are written.")
    given = parser.parse_args()
    data = Path(os.environ["MODELYARD_DATA"])
    rows: list[dict] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "runs").mkdir()
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        found = (unseen_recipes if given.unseen else recipes)(data, folder)
        for number in range(1, given.passes + 1):
            for key, content in found.items():
                if given.names and key not in given.names:
                    continue
                out = folder / "runs" / (key if number == 1 else f"{key}-{number}")
                row = {"pass": number, **measured(key, content, folder, out)}
                rows.append(row)
                print(json.dumps(row, ensure_ascii=False), flush=True)
        learnt = len(calibration.read())
    text = f"{summary(rows)}\n\n{table(rows)}"
    print(text)
    if given.out:
        about = f"Measured {time.strftime('%Y-%m-%d')} on {os.cpu_count()} processors; {learnt} runs learnt from."
        given.out.with_suffix(".md").write_text(f"# Quote beside actual\n\n{about}\n\n{text}\n", encoding="utf-8")
        given.out.with_suffix(".json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
