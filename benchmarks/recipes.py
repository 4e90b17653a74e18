"""Measure the recipes as they stand and write what came out into their headers.

    MODELYARD_DATA=... python benchmarks/recipes.py [name ...]

The line `# 2 CPU cores: <time of the run>, <metric> <value> [<interval>], <date>` is replaced, or put after the header;
the figures are the run's own (summary.json, evaluation.json). Say nothing else about speed: other work on the machine
shows in the time.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from modelyard.core.report import Claim
from modelyard.core.run import Run

ROOT = Path(__file__).parents[1]
MEASURED = re.compile(r"^# \d+ CPU cores?: .*\n", re.MULTILINE)


def measured_line(run: Run) -> str:
    """The header line of a finished run."""
    seconds = run.read_json("summary.json")["seconds"]
    claim = Claim.from_json(run.read_json("evaluation.json")["verdict"]["model"])
    took = f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.1f} min"
    cores = run.read_json("plan.json")["environment"]["processors"]
    created = datetime.fromtimestamp(run.read_json("plan.json")["created"], UTC)
    return f"# {cores} CPU cores: {took}, {claim}, {created:%Y-%m-%d}\n"


def write_header(recipe: Path, line: str) -> None:
    """Replace the measured line, or put it after the comments that begin the file."""
    text = MEASURED.sub("", recipe.read_text(encoding="utf-8"), count=1)
    end = re.match(r"(#.*\n)*", text)
    assert end is not None
    recipe.write_text(text[: end.end()] + line + text[end.end() :], encoding="utf-8")


def main() -> None:
    """Run the named recipes, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--finished", type=Path, help="Folder of finished runs, named as the recipes: nothing is run.")
    arguments = parser.parse_args()
    for recipe in sorted((ROOT / "recipes").glob("*.yaml")):
        if arguments.names and recipe.stem not in arguments.names:
            continue
        with TemporaryDirectory() as folder:
            out = arguments.finished / recipe.stem if arguments.finished else Path(folder, "run")
            if not arguments.finished:
                command = [sys.executable, "-m", "modelyard", "run", f"recipes/{recipe.name}", "--out", str(out)]
                subprocess.run(command, cwd=ROOT, check=True)
            if Run(out).status != "finished":
                print(f"{recipe.stem}: not finished, left as it is")
                continue
            line = measured_line(Run(out))
        write_header(recipe, line)
        load = f"{os.getloadavg()[0]:.1f}"
        print(f"{recipe.stem}: {line[2:].strip()} (load {load})", flush=True)


if __name__ == "__main__":
    main()
