"""What the evidence of a run takes beside its training, part by part: a classifier of 25,000 texts, and other sets.

Run: MODELYARD_DATA=... python benchmarks/evidence.py [imdb_25k-encoder ...] [--out benchmarks/results]
Each set is an ordinary run in a process of its own, one after another; nothing else should run on the machine. The
target is a quarter of the training's time for the text classifiers of 25,000 texts; a run of seconds may take
`LEAST_SECONDS`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SETS: dict[str, dict[str, Any]] = {
    "imdb_25k-encoder": {
        "task": "text-classification",
        "data": {"train": "imdb_25k/train.parquet", "test": "imdb_25k/test.parquet"},
        "model": {"family": "encoder", "layers": 4, "width": 256},
        "train": {"epochs": 4},
    },
    "imdb_25k-linear": {
        "task": "text-classification",
        "data": {"train": "imdb_25k/train.parquet", "test": "imdb_25k/test.parquet"},
        "model": "linear",
    },
    "waimai-linear": {
        "task": "text-classification",
        "data": {"train": "waimai_10k/waimai_10k.csv", "inputs": "review", "target": "label"},
        "model": "linear",
    },
    "adult-trees": {
        "task": "tabular-classification",
        "data": {"train": "adult_census/train.csv", "test": "adult_census/test.csv", "target": "income"},
        "model": "trees",
        "audit": {"protected": ["sex", "race", "age"]},
    },
    "california-mlp": {
        "task": "tabular-regression",
        "data": {"train": "california_housing/housing.csv", "target": "median_house_value"},
        "model": "mlp",
        "train": {"epochs": 20},
    },
    "titanic-trees": {
        "task": "tabular-classification",
        "data": {"train": "titanic/train.csv", "target": "Survived"},
        "model": "trees",
    },
}


def main() -> None:
    """Run the sets and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results")
    asked = parser.parse_args()
    root = Path(os.environ["MODELYARD_DATA"])
    file = asked.out / "evidence.json"
    found: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.sets:
            found[name] = measure(SETS[name], root, Path(folder) / name)
            print(name, json.dumps({key: found[name][key] for key in ("training", "evidence", "share")}), flush=True)
    file.write_text(json.dumps(found, indent=1) + "\n")
    (asked.out / "evidence.md").write_text(page(found), encoding="utf-8")


def measure(recipe: dict[str, Any], root: Path, folder: Path) -> dict[str, Any]:
    """One run's seconds by stage and by part of the evidence."""
    folder.mkdir()
    data = {key: str(root / value) if key in ("train", "test") else value for key, value in recipe["data"].items()}
    (folder / "recipe.json").write_text(json.dumps({**recipe, "data": data}), encoding="utf-8")
    code = (
        "import json, sys; from modelyard import pipeline; pipeline.run(json.load(open(sys.argv[1])), out=sys.argv[2])"
    )
    subprocess.run([sys.executable, "-c", code, str(folder / "recipe.json"), str(folder / "run")], check=True)
    run = folder / "run"
    stages = json.loads((run / "stages.json").read_text())
    models = (run / "models").glob("*/training.json")
    training = sum(json.loads(path.read_text())["seconds"] for path in models)
    parts = {path.stem: json.loads(path.read_text())["seconds"] for path in sorted((run / "evidence").glob("*/*.json"))}
    quote = json.loads((run / "quote.json").read_text())["work"]["here"]["foretold"]
    foretold = next((value for key, value in quote.items() if key.endswith("evidence")), None)
    evidence = stages["evidence"]["seconds"]
    return {
        "training": round(training, 1),
        "evaluate": stages["evaluate"]["seconds"],
        "evidence": evidence,
        "foretold": foretold,
        "share": round(evidence / training, 3),
        "parts": parts,
    }


def page(found: dict[str, Any]) -> str:
    """The table as Markdown."""
    lines = [
        "# What the evidence takes",
        "",
        "`python benchmarks/evidence.py`, 2 CPU cores, one run each; seconds by the clock.",
        "",
        "| run | training | evaluation | evidence | of the training | foretold | its longest parts |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for name, item in found.items():
        longest = sorted(item["parts"].items(), key=lambda pair: -pair[1])[:5]
        told = ", ".join(f"{part} {seconds:.1f}" for part, seconds in longest)
        foretold = "" if item["foretold"] is None else f"{item['foretold']:.1f}"
        lines.append(
            f"| {name} | {item['training']} | {item['evaluate']:.1f} | {item['evidence']:.1f} | "
            f"{100 * item['share']:.0f} % | {foretold} | {told} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
