"""Recipes of `quotes.py --unseen`: sets that the quotes were not tried on before, much as `new` writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def recipes(data: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """The recipes by name; the one that starts from a model comes after the run that makes it."""
    text, table = {"task": "text-classification"}, {"task": "tabular-classification"}
    tomatoes = {"train": str(data / "rotten_tomatoes/rt_polarity.csv"), "inputs": "text", "target": "label"}
    spam = {"train": str(data / "sms_spam/sms_spam.tsv"), "inputs": "text", "target": "label"}
    titles = {
        split: str(data / f"toutiao_news_titles/{file}.csv")
        for split, file in (("train", "train"), ("validation", "dev"), ("test", "test"))
    } | {"inputs": "text", "target": "label"}
    questions = {"train": str(data / "trec/train.csv"), "test": str(data / "trec/test.csv"), "inputs": "text"}
    stays = {"train": str(data / "chnsenticorp_htl/ChnSentiCorp_htl_all.csv"), "inputs": "review", "target": "label"}
    passengers = {
        "train": str(data / "titanic/train.csv"),
        "inputs": ["Pclass", "Sex", "Age", "SibSp", "Parch", "Fare", "Embarked"],
        "target": "Survived",
    }
    power = {"train": str(data / "elec2/elec.csv"), "target": "class"}
    ratings = {"train": str(data / "movielens_latest_small_2016/ratings.csv"), "target": "rating"}
    shape = {"family": "decoder", "layers": 3, "width": 128, "heads": 4}
    return {
        "titanic_auto": {**table, "data": passengers, "budget": {"minutes": 1}},
        "elec2_trees": {**table, "data": power, "model": "trees"},
        "elec2_mlp": {**table, "data": power, "model": "mlp", "budget": {"minutes": 0.75}},
        "ratings_trees": {"task": "tabular-regression", "data": ratings, "model": "trees"},
        "spam_linear": {**text, "data": spam, "model": "linear"},
        "tomatoes_auto": {**text, "data": tomatoes, "budget": {"minutes": 1}},
        "trec_encoder": {
            **text,
            "data": {**questions, "target": "label_coarse"},
            "model": {"family": "encoder", "max_length": 32},
            "train": {"epochs": 4, "early_stopping": None},
        },
        "titles_linear": {**text, "data": titles, "model": "linear"},
        "titles_lstm": {**text, "data": titles, "model": {"family": "lstm", "max_length": 32}, "train": {"epochs": 3}},
        "stays_cnn": {**text, "data": stays, "model": "cnn", "train": {"epochs": 2}},
        "german_decoder": {
            "task": "language-modeling",
            "data": {"train": str(german(data, folder)), "section_characters": 1024},
            "model": {**shape, "max_length": 96, "vocabulary": 3000},
            "train": {"steps": 150, "batch_size": 16, "early_stopping": None},
        },
        "chinese_decoder": {
            "task": "language-modeling",
            "data": {"train": str(contexts(data, folder)), "section_characters": 512},
            "model": {
                "family": "decoder",
                "layers": 3,
                "width": 128,
                "heads": 4,
                "max_length": 128,
                "vocabulary": 4000,
            },
            "budget": {"minutes": 0.75},
        },
        "answers_lora": {
            "task": "instruction",
            "data": {"train": str(answers(data, folder)), "inputs": "question", "target": "answer"},
            "model": {"from": str(folder / "runs" / "chinese_decoder"), "adapter": "lora"},
            "train": {"epochs": 1, "batch_size": 8, "early_stopping": None},
        },
    }


def german(data: Path, folder: Path) -> Path:
    """The German side of Multi30k as running text."""
    path = folder / "multi30k_de.txt"
    path.write_text((data / "multi30k_en_de/train.de").read_text(encoding="utf-8"), encoding="utf-8")
    return path


def _questions(data: Path) -> list[dict[str, Any]]:
    """Paragraphs of XQuAD's Chinese side with their questions."""
    found = json.loads((data / "xquad_en_zh/xquad.zh.json").read_text(encoding="utf-8"))["data"]
    return [paragraph for article in found for paragraph in article["paragraphs"]]


def contexts(data: Path, folder: Path) -> Path:
    """XQuAD's Chinese paragraphs as running text."""
    path = folder / "xquad_zh.txt"
    path.write_text("\n\n".join(one["context"] for one in _questions(data)), encoding="utf-8")
    return path


def answers(data: Path, folder: Path) -> Path:
    """XQuAD's Chinese questions with their answers."""
    path = folder / "xquad_zh.jsonl"
    pairs = [
        {"question": asked["question"], "answer": asked["answers"][0]["text"]}
        for one in _questions(data)
        for asked in one["qas"]
    ]
    path.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs), encoding="utf-8")
    return path
