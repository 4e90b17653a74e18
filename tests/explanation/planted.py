"""Data whose truth is known: one word, character or column decides the label."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import modelyard
from modelyard.core import recipe_file

WORDS = ("film", "plot", "scene", "actor", "story", "music", "camera", "ending", "dialogue", "light", *"房间电影")
PLANTED = "zebra"


def texts(count: int = 240, seed: int = 0) -> dict[str, list[Any]]:
    """Random words; the label says whether PLANTED is one of them."""
    dice = random.Random(seed)
    rows, labels = [], []
    for i in range(count):
        words = dice.choices(WORDS, k=dice.randint(4, 12))
        if i % 2:
            words.insert(dice.randint(0, len(words)), PLANTED)
        rows.append(" ".join(words))
        labels.append("yes" if i % 2 else "no")
    return {"text": rows, "label": labels}


def table(count: int = 400, seed: int = 0) -> dict[str, list[Any]]:
    """Four columns; the label says whether `decides` is above 5."""
    dice = random.Random(seed)
    rows: dict[str, list[Any]] = {"noise": [], "decides": [], "colour": [], "other": [], "label": []}
    for _ in range(count):
        value = round(dice.uniform(0, 10), 2)
        rows["noise"].append(round(dice.gauss(0, 1), 2))
        rows["decides"].append(value)
        rows["colour"].append(dice.choice(("red", "green", "蓝")))
        rows["other"].append(dice.randint(0, 3))
        rows["label"].append("high" if value > 5 else "low")
    return rows


def run(directory: Path, rows: dict[str, list[Any]], task: str, model: dict[str, Any], **more: Any) -> Path:
    """A finished run on such rows."""
    with (directory / "data.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    inputs = [name for name in rows if name != "label"]
    recipe = recipe_file.from_mapping(
        {
            "task": task,
            "data": {"train": str(directory / "data.csv"), "target": "label", "inputs": inputs},
            "model": model,
            "audit": False,
            **more,
        }
    )
    modelyard.run(recipe, out=directory / "run")
    return directory / "run"
