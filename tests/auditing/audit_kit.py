"""A finished run over rows whose faults are planted."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from modelyard import pipeline


def table(path: Path, count: int = 1200, seed: int = 0) -> Path:
    """Loans: `group` is no input but moves `points`, so that the model treats its values unlike; `lot` does nothing."""
    random = np.random.default_rng(seed)
    group = random.random(count) < 0.4
    points = random.normal(0, 1, count) - 1.5 * group
    other = random.normal(0, 1, count)
    good = random.random(count) < 1 / (1 + np.exp(-2 * points))
    lot = random.integers(0, 2, count)
    age = random.integers(18, 80, count)
    return write(
        path,
        ["points", "other", "group", "lot", "age", "good"],
        zip(
            points.round(3),
            other.round(3),
            np.where(group, "乙", "甲"),
            lot,
            age,
            np.where(good, "yes", "no"),
            strict=True,
        ),
    )


def write(path: Path, columns: list[str], rows: Any) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def finished(directory: Path, recipe: dict[str, Any]) -> Path:
    """Run a recipe; the run directory."""
    out = directory / "run"
    pipeline.run({"explain": False, "evaluate": {"baseline": False}, **recipe}, out=out)
    return out
