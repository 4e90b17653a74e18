"""What smaller variants of an encoder for film reviews cost: size, speed, and accuracy with a paired interval.

    MODELYARD_DATA=... python benchmarks/compression.py train --out runs/reviews-4x256       # once; minutes of one core
    MODELYARD_DATA=... python benchmarks/compression.py measure runs/reviews-4x256 --name "4x256 from scratch" \\
        --to int8 --to prune=0.5+int8
    python benchmarks/compression.py write

`measure` compresses the run and judges every variant on all test reviews beside the original; then it times one answer
asked alone and batches of many, all variants in turns on one thread. `write` makes the page of what was measured.
The aim (issue 5): int8 at <= 0.3 of the size and >= 1.5 times the speed for <= 0.5 points of accuracy, with interval.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from training_compare import RESULTS, data_directory, machine

import modelyard
from modelyard.core.recipe import Compress
from modelyard.core.schema import Rows, row_count, take
from modelyard.data.bundle import Bundle
from modelyard.inference import Predictor
from modelyard.pipeline import compressing

SIZE, SPEED, POINTS = 0.3, 1.5, 0.5
ROUNDS, BATCHES, BATCH = 5, 4, 32


def train(out: Path, epochs: float) -> None:
    """The 4x256 encoder from scratch on reviews of up to 128 tokens, on one thread."""
    folder = data_directory() / "imdb_25k"
    recipe = {
        "task": "text-classification",
        "data": {
            "train": str(folder / "train.parquet"),
            "test": str(folder / "test.parquet"),
            "inputs": "text",
            "target": "label",
        },
        "model": {"family": "encoder", "max_length": 128},
        "train": {"threads": 1, "epochs": epochs, "evaluations": 3},
        "evaluate": {"baseline": False},
    }
    modelyard.run(recipe, out=out)


def timed(models: dict[str, Predictor], rows: Rows) -> dict[str, dict[str, Any]]:
    """Milliseconds of one answer asked alone and answers a second of batches; every model in turn, round by round."""
    alone: dict[str, list[float]] = {name: [] for name in models}
    many: dict[str, list[float]] = {name: [] for name in models}
    count = min(BATCHES * BATCH, row_count(rows))
    for _ in range(ROUNDS):
        for start in range(0, count, BATCH):
            batch, one = take(rows, list(range(start, min(start + BATCH, count)))), take(rows, [start])
            for name, model in models.items():
                begun = time.perf_counter()
                model.outputs(one)
                middle = time.perf_counter()
                model.outputs(batch)
                alone[name].append(middle - begun)
                many[name].append((time.perf_counter() - middle) / row_count(batch))
    first = next(iter(models))
    return {
        name: {
            "milliseconds": 1000 * statistics.median(alone[name]),
            # Of each turn the ratio to the original's time for the same rows: what others do on the machine meets both.
            "speed_alone": statistics.median(a / b for a, b in zip(alone[first], alone[name], strict=True)),
            "speed_batches": statistics.median(a / b for a, b in zip(many[first], many[name], strict=True)),
            "per_second": 1 / statistics.median(many[name]),
        }
        for name in models
    }


def measure(run: Path, name: str, section: Compress, note: str = "") -> dict[str, Any]:
    """The variants of a run: what compressing measured on the test reviews, and their times."""
    found = compressing.compress(run, section)
    models = {"float32": Predictor.load(run, backend="onnx", threads=1)}
    models |= {kept: Predictor.load(run / "compressed" / kept, backend="onnx", threads=1) for kept in found["kept"]}
    times = timed(models, Bundle.open(run / "bundle").rows("test"))
    rows = [{**row, **times.get(row["name"], {})} for row in found["variants"]]
    return {
        "name": name,
        "note": note,
        "rows": rows,
        "taught": found["taught"],
        "recovery": section.recovery,
        "machine": machine(),
        "load": os.getloadavg()[0],
    }


def page(models: list[dict[str, Any]]) -> str:
    """What was measured, as a table a model, and the aim beside it."""
    lines = [
        "# Smaller encoders for film reviews (imdb_25k)",
        "",
        "Accuracy lost on test reviews, beside the original on the same ones, with a paired 95 % interval, in points",
        "(hundredths). Speed is of one thread, the original's time over the variant's, in turns: one review asked",
        f"alone, and batches of {BATCH}. Packed is the network as a compressed file (deflate).",
        "`python benchmarks/compression.py measure ...`; the aim: int8 at <= 0.3 of the size, >= 1.5 times the speed",
        "(alone and in batches) for <= 0.5 points. Other work ran beside these runs: times are longer than on a quiet",
        "machine, their ratios are of the same moments.",
    ]
    for model in models:
        original = model["rows"][0]
        lines += [
            "",
            f"## {model['name']}",
            "",
            f"Accuracy {original['value']:.4f} on {original['n']:,} reviews, {original['bytes'] / 1e6:.1f} MB, "
            f"{original['milliseconds']:.1f} ms a review.",
            "",
            "| variant | network | of the size | one review | batches | points of accuracy lost | the aim |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [_line(row, original) for row in model["rows"][1:]]
        packed = [row for row in model["rows"] if row["packed_bytes"] is not None]
        if packed:
            sizes = ", ".join(f"{row['name']} {row['packed_bytes'] / 1e6:.1f} MB" for row in packed)
            lines += ["", f"Packed: {sizes}."]
        if model["taught"]:
            taught = model["taught"]
            low, high = (100 * end for end in taught["interval"])
            gain = f"{100 * taught['gain']:+.2f} [{low:+.2f}, {high:+.2f}]"
            lines += ["", f"The teacher's part in distill: {gain} points over the same student and steps without it."]
        if model.get("note"):
            lines += ["", model["note"]]
        on = model["machine"]
        lines += ["", f"{on['processor']}, {on['processors']} processors, load {model['load']:.1f}, {on['date']}."]
    return "\n".join(lines) + "\n"


def _line(row: dict[str, Any], original: dict[str, Any]) -> str:
    share = row["bytes"] / original["bytes"]
    megabytes = f"{row['bytes'] / 1e6:.1f} MB"
    lost, (low, high) = 100 * row["loss"]["value"], (100 * end for end in row["loss"]["interval"])
    alone, many = row.get("speed_alone"), row.get("speed_batches")
    met = share <= SIZE and alone is not None and min(alone, many) >= SPEED and lost <= POINTS
    aim = ("met, also at the interval's end" if high <= POINTS else "met by the value") if met else ""
    speeds = "- | -" if alone is None else f"{alone:.2f} x | {many:.2f} x"
    points = f"{lost:+.2f} [{low:+.2f}, {high:+.2f}]"
    return f"| {row['name']} | {megabytes} | {share:.2f} | {speeds} | {points} | {aim} |"


def main() -> None:
    """Train, measure or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train")
    training.add_argument("--out", type=Path, required=True)
    training.add_argument("--epochs", type=float, default=2)
    measuring = commands.add_parser("measure")
    measuring.add_argument("run", type=Path)
    measuring.add_argument("--name", required=True)
    measuring.add_argument("--to", action="append", required=True)
    measuring.add_argument("--rows", type=int, default=12_500)
    measuring.add_argument("--note", default="", help="what a reader of the page should know")
    measuring.add_argument("--student", help="of distill, as JSON")
    commands.add_parser("write")
    arguments = parser.parse_args()
    if arguments.command == "train":
        train(arguments.out, arguments.epochs)
        return
    one = None
    if arguments.command == "measure":
        student = json.loads(arguments.student) if arguments.student else None
        # Every variant is kept, whatever it loses: the page says how much.
        section = Compress(
            to=tuple(arguments.to), student=student, compare=student is not None, loss=0.99, rows=arguments.rows
        )
        one = measure(arguments.run, arguments.name, section, arguments.note)
    file = RESULTS / "compression.json"
    found = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    if one is not None:
        found = [*(other for other in found if other["name"] != one["name"]), one]
        file.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if not found:
        sys.exit("nothing was measured yet")
    (RESULTS / "compression.md").write_text(page(found), encoding="utf-8")


if __name__ == "__main__":
    main()
