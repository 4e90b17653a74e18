"""Writes the artifacts that every later version must still open: `python tests/compat/make.py`, once a release.

Tiny models of made-up rows, trained by the version that is installed, into `tests/compat/<version>/<family>/`:
`artifact/` as it is shipped, and `expected.json`, rows with the answers that this version gives. The rows, the weights
and the answers are the same on every call on one machine; a manifest also names the day and the libraries.
A released version's folder is never written again: it is refused where it stands.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import modelyard

HERE = Path(__file__).parent
ROWS, ASKED = 150, 6
RECIPES: dict[str, dict[str, Any]] = {
    "linear": {
        "task": "text-classification",
        "data": {"inputs": ["text"], "target": "label"},
        "model": {"family": "linear", "max_words": 60, "max_characters": 60},
    },
    "encoder": {
        "task": "text-classification",
        "data": {"inputs": ["text"], "target": "label"},
        "model": {
            "family": "encoder",
            "layers": 1,
            "width": 16,
            "heads": 2,
            "inner": 16,
            "vocabulary": 300,
            "max_length": 32,
        },
    },
    "mlp": {
        "task": "tabular-classification",
        "data": {"inputs": ["age", "job", "day", "pixels"], "target": "label"},
        "model": {"family": "mlp", "hidden": [8], "dropout": 0},
    },
    "trees": {
        "task": "tabular-regression",
        "data": {"inputs": ["age", "job", "day", "pixels"], "target": "price"},
        "model": {"family": "trees", "trees": 8, "leaves": 5},
    },
}


def texts() -> list[dict[str, Any]]:
    """Short texts of two classes, in two languages."""
    dice = random.Random(0)
    words = {
        "good": ["good", "fine", "warm", "很好", "干净", "推荐"],
        "bad": ["bad", "dull", "cold", "难看", "太差", "失望"],
        "either": ["film", "room", "scene", "房间", "电影", "café", "😀"],
    }
    rows = []
    for i in range(ROWS):
        label = ("good", "bad")[i % 2]
        chosen = dice.choices(words[label], k=dice.randint(1, 3)) + dice.choices(words["either"], k=dice.randint(1, 6))
        dice.shuffle(chosen)
        rows.append({"text": " ".join(chosen), "label": label})
    return rows


def table() -> list[dict[str, Any]]:
    """Rows with a number, a category, a date and a vector; some cells are missing."""
    dice = random.Random(0)
    rows = []
    for i in range(ROWS):
        age, job = dice.randint(18, 90), dice.choice(["clerk", "cook", "教师"])
        price = round(2.5 * age + (40 if job == "教师" else 0) + dice.gauss(0, 3), 2)
        rows.append(
            {
                "age": None if i % 11 == 0 else age,
                "job": None if i % 13 == 0 else job,
                "day": f"2024-{1 + i % 12:02d}-{1 + i % 28:02d}",
                "pixels": [(7 * i + j) % 5 for j in range(4)],
                "label": "high" if price > 150 else "low",
                "price": price,
            }
        )
    return rows


def write(family: str, target: Path) -> None:
    """Train, and keep the artifact and what it answers."""
    recipe = RECIPES[family]
    rows = texts() if recipe["task"].startswith("text") else table()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "rows.jsonl"
        data.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        train = {} if family in ("linear", "trees") else {"steps": 60, "precision": "fp32"}
        content = {**recipe, "data": {**recipe["data"], "train": str(data)}, "train": train}
        run = modelyard.run(content, out=Path(folder) / "run")
        shutil.copytree(run.path / "artifact", target / "artifact")
    model = modelyard.load(target / "artifact")
    asked = [{name: row[name] for name in recipe["data"]["inputs"]} for row in rows[:ASKED]]
    expected = {"rows": asked, "answers": model.predict(asked)}
    (target / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Write every family's folder of this version."""
    root = HERE / modelyard.__version__
    if root.exists():
        sys.exit(f"{root} stands already: a released version's artifacts are kept as they are")
    for family in RECIPES:
        write(family, root / family)
        size = sum(file.stat().st_size for file in (root / family).rglob("*") if file.is_file())
        print(f"{family:8} {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
