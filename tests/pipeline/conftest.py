"""Finished runs that several files look at."""

import random

import pytest

import modelyard


@pytest.fixture(scope="session")
def linear_runs(tmp_path_factory):
    """Two linear runs of the same rows that weigh their classes otherwise, and one of other rows."""
    folder = tmp_path_factory.mktemp("runs")
    dice = random.Random(0)
    words = {"good": ["great", "lovely", "很好"], "bad": ["awful", "poor", "很差"]}
    lines = ["text,label"]
    for i in range(400):
        label = dice.choice(["good", "good", "bad"])
        lines.append(f"{dice.choice(words[label])} {dice.choice(words[label])} thing {i % 37} no {i},{label}")
    (folder / "data.csv").write_text("\n".join(lines), encoding="utf-8")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(folder / "data.csv"), "target": "label"},
        "model": {"family": "linear"},
        "evaluate": {"resamples": 100},
        "explain": False,
        "audit": False,
    }
    weighted = recipe | {"train": {"class_weights": "balanced"}}
    return {
        "plain": modelyard.run(recipe, out=folder / "plain"),
        "weighted": modelyard.run(weighted, out=folder / "weighted"),
        "other": modelyard.run(recipe | {"seed": 5}, out=folder / "other"),
    }
