"""`new` tells conversations from other tables, says what they hold, and writes a recipe that loads."""

import csv
import json
import random
from pathlib import Path

import pytest

import modelyard
from modelyard.core import recipe_file
from modelyard.data.conversation_proposal import STARTS, task_of

WORDS = ["sky", "sea", "stone", "bread", "天空", "大海", "石头", "面包"]
DICE = random.Random(0)


def sentence():
    return " ".join(DICE.choices(WORDS, k=8))


def answered(i):
    return [{"role": "user", "content": f"Tell me {i}: {sentence()}"}, {"role": "assistant", "content": sentence()}]


ROWS = {
    "messages": (lambda i: {"messages": answered(i)}, "instruction"),
    "sharegpt": (
        lambda i: {"conversations": [{"from": "human", "value": sentence()}, {"from": "gpt", "value": sentence()}]},
        "instruction",
    ),
    "alpaca": (lambda i: {"instruction": sentence(), "input": "", "output": sentence()}, "instruction"),
    "pairs": (lambda i: {"prompt": sentence(), "chosen": sentence(), "rejected": "I do not know."}, "preference"),
    "classes": (lambda i: {"question": sentence(), "answer": DICE.choice(["yes", "no"])}, None),
    "labels": (lambda i: {"text": sentence(), "label": DICE.choice(["good", "bad"])}, None),
    "broken": (lambda i: {"messages": "hello"}, None),
    "running": (lambda i: {"text": " ".join(sentence() for _ in range(12))}, None),
}


def written(tmp_path, name, count=60):
    path = tmp_path / f"{name}.jsonl"
    make = ROWS[name][0]
    path.write_text("".join(json.dumps(make(i), ensure_ascii=False) + "\n" for i in range(count)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", list(ROWS))
def test_it_tells_conversations_from_other_tables(tmp_path, name):
    assert task_of(written(tmp_path, name)) == ROWS[name][1]


def test_a_table_of_questions_and_answers_too(tmp_path):
    with (tmp_path / "qa.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["prompt", "completion"], *([sentence(), sentence()] for _ in range(40))])
    assert task_of(str(tmp_path / "qa.csv")) == "instruction"
    assert task_of(str(tmp_path / "none.csv")) is None


@pytest.mark.parametrize("name", ["messages", "pairs"])
def test_new_says_what_is_there_and_writes_a_recipe(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, name)
    with Path(path).open("a", encoding="utf-8") as file:
        file.write('{"messages": "hello", "prompt": "", "chosen": "x", "rejected": "x"}\n')
    lines = modelyard.new(path, out="new.yaml")
    task = ROWS[name][1]
    text = "\n".join(lines)
    assert "61 rows" in text and f"-> {task}" in text and "1 row: " in text
    assert any(line.startswith("splits   train ") for line in lines) and lines[-1].startswith("wrote new.yaml")
    recipe = recipe_file.load(tmp_path / "new.yaml")
    assert recipe.task == task and recipe.model.options == {"from": STARTS[task], "adapter": "lora"}
    assert recipe.budget.minutes


def test_the_newest_run_here_is_what_it_starts_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, task in (("base", "language-modeling"), ("other", "text-classification")):
        (tmp_path / "runs" / name / "artifact").mkdir(parents=True)
        (tmp_path / "runs" / name / "recipe.yaml").write_text(f"task: {task}\n")
        (tmp_path / "runs" / name / "artifact" / "config.json").write_text("{}")
    modelyard.new(written(tmp_path, "messages"), out="new.yaml")
    assert recipe_file.load(tmp_path / "new.yaml").model.options["from"] == "runs/base"
    assert " # the newest run" in (tmp_path / "new.yaml").read_text()
    modelyard.new(written(tmp_path, "pairs"), out="pairs.yaml")
    assert recipe_file.load(tmp_path / "pairs.yaml").model.options["from"] == STARTS["preference"]


def test_a_named_task_is_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    modelyard.new(written(tmp_path, "classes"), task="instruction", out="new.yaml")
    assert recipe_file.load(tmp_path / "new.yaml").task == "instruction"


def test_files_beside_it_are_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    train = written(tmp_path, "messages").replace("messages", "train")
    (tmp_path / "messages.jsonl").rename(train)
    (tmp_path / "test.jsonl").write_text("".join(json.dumps({"messages": answered(i)}) + "\n" for i in range(5)))
    lines = modelyard.new(train, out="new.yaml")
    assert "test 5" in "\n".join(lines)
    assert recipe_file.load(tmp_path / "new.yaml").data.test == (str(tmp_path / "test.jsonl"),)
