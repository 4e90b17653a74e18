"""Nothing that a recipe asks to be masked stands anywhere in the run: text, table and language runs, file by file."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

import modelyard

PLANTED = ("Mary Jones", "Jones", "Margarethe", "mj@mail.example.com", "mail.example", "415-555-0", "王建国")


def _values(i: int) -> dict[str, str]:
    return {
        "who": ("Mary Jones", "Margarethe Jones")[i % 2],
        "mail": f"mj{i if i else ''}@mail.example.com",
        "phone": f"415-555-0{100 + i}",
    }


def _sentence(i: int) -> str:
    of = _values(i)
    return f"My name is {of['who']}, call {of['phone']} or write to {of['mail']} about item {i}. 我叫王建国，谢谢。"


def _found(run: Path) -> list[str]:
    """Files of the run, and what they hold; also what parquet files hold compressed."""
    import pyarrow.parquet as pq

    wrong = []
    for file in sorted(run.rglob("*")):
        if not file.is_file() or file.is_symlink():
            continue
        content = file.read_bytes()
        if file.suffix == ".parquet":
            content += json.dumps(pq.read_table(file).to_pydict(), ensure_ascii=False, default=str).encode()
        elif content[:2] == b"\x1f\x8b":
            content += gzip.decompress(content)
        for value in PLANTED:
            if value.encode() in content or json.dumps(value)[1:-1].encode() in content:
                wrong.append(f"{file.relative_to(run)}: {value}")
    return wrong


def _table(path: Path, rows: int = 160) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["note", "city", "customer", "phone", "sex", "amount", "label"])
        for i in range(rows):
            of = _values(i % 40)
            writer.writerow([_sentence(i), "ab"[i % 2], of["mail"], of["phone"], "mf"[i % 2], i % 7, "yn"[i // 3 % 2]])
    return path


@pytest.mark.parametrize(
    ("task", "data", "mode"),
    [
        ("text-classification", {"inputs": "note"}, "mask"),
        ("text-classification", {"inputs": "note", "split": {"by": "group", "column": "customer"}}, "pseudonymise"),
        ("tabular-classification", {"inputs": ["note", "city", "amount", "customer"]}, "mask"),
    ],
)
def test_of_rows(tmp_path: Path, task: str, data: dict, mode: str) -> None:
    recipe = {
        "task": task,
        "data": {"train": str(_table(tmp_path / "d.csv")), "target": "label", "personal": mode, **data},
        "model": {"family": "linear"},
        "audit": {"protected": ["sex", "phone", "customer"]} if "customer" not in data["inputs"] else {},
    }
    modelyard.run(recipe, out=tmp_path / "run")
    assert _found(tmp_path / "run") == []
    if recipe["audit"]:
        (beside,) = (tmp_path / "run" / "bundle").glob("train.beside.parquet")
        assert b"sex" in beside.read_bytes()


def test_of_running_text(tmp_path: Path) -> None:
    for i in range(80):
        (tmp_path / f"{i}.txt").write_text(f"{_sentence(i)} Story {i} of {i * 7} trees.\n" * 3, encoding="utf-8")
    recipe = {
        "task": "language-modeling",
        "data": {"train": str(tmp_path / "*.txt"), "personal": "pseudonymise", "deduplicate": "exact"},
        "model": {"family": "ngram"},
    }
    modelyard.run(recipe, out=tmp_path / "run")
    assert _found(tmp_path / "run") == []
    assert (tmp_path / "run" / "artifact" / "personal.json").is_file()


@pytest.mark.parametrize("task", ["instruction", "preference"])
def test_of_conversations(tmp_path: Path, language_base: Path, task: str) -> None:
    from modelyard.inference.language import load

    rows = []
    for i in range(60):
        of = _values(i)
        asked = [{"role": "system", "content": f"You serve {of['who']}."}, {"role": "user", "content": _sentence(i)}]
        answers = [f"Hello {of['who']}, number {i}.", f"No, {of['who']}!"]
        if task == "instruction":
            rows.append({"messages": [*asked, {"role": "assistant", "content": answers[0]}]})
        else:
            rows.append({"prompt": asked, "chosen": answers[0], "rejected": answers[1]})
    rows.append(
        {"messages": [{"role": "user", "content": _sentence(0)}], "prompt": _sentence(0), "chosen": "", "rejected": ""}
    )
    train = tmp_path / "talks.jsonl"
    train.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    recipe = {
        "task": task,
        "data": {"train": str(train), "personal": "pseudonymise"},
        "model": {"family": "decoder", "from": str(language_base)},
        "train": {"epochs": 1},
    }
    run = tmp_path / "run"
    modelyard.run(recipe, out=run)
    assert _found(run) == []
    model = load(run)
    told = [{"role": "user", "content": _sentence(3)}]
    shown = model.read_messages(told)
    assert "〔NAME-" in shown[0]["content"] and model.read_messages(shown) == shown
    assert model.conversation_ids(told) == model.conversation_ids(shown)
