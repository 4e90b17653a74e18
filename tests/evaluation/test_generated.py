"""A fine-tuned model's answers against those in the data, and people asked about them: from a recipe to a report."""

import csv
import json

import pytest

import modelyard
from modelyard import pipeline
from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.exhibit import Exhibit

COLOURS = {"sky": "blue", "grass": "green", "snow": "white", "coal": "black"}
TRAIN = {"precision": "fp32", "threads": 1, "evaluations": 1, "batch_size": 4, "compile": False, "epochs": 6}


@pytest.fixture(scope="module")
def tuned(language_base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("talks")
    rows = []
    for number in range(100):
        thing = list(COLOURS)[number % 4]
        asked = {"role": "user", "content": f"What colour is {thing} {number}?"}
        rows.append({"messages": [asked, {"role": "assistant", "content": f"The {thing} is {COLOURS[thing]}."}]})
    (folder / "talks.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    recipe = {
        "task": "instruction",
        "data": {"train": str(folder / "talks.jsonl")},
        "model": {"from": str(language_base)},
        "train": {**TRAIN, "learning_rate": 3e-3},
        "evaluate": {"resamples": 100, "generate": 12},
        "explain": False,
        "audit": False,
    }
    return modelyard.run(recipe, out=folder / "run")


def test_what_it_writes_is_set_against_the_references_and_the_base_model(tuned):
    found = Exhibit.from_json(tuned.read_json("evidence/evaluate/generated.json"))
    assert found.detail["n"] == 10  # all that its test split has
    claims = {claim.name: claim for claim in found.claims}
    assert {"bleu", "chrf", "ter", "rouge_l", "exact_match", "token_f1", "word_error_rate"} <= set(claims)
    assert found.detail["changes"]["chrf"]["interval"][0] > 0  # it has learnt some of the answers' letters at least
    assert "version:" in claims["bleu"].source and "tok:13a" in claims["bleu"].source
    report = (tuned.path / "report.html").read_text(encoding="utf-8")
    assert "Answers written, against the references" in report and "nrefs:1" in report


def test_people_judge_what_it_writes(tuned, tmp_path):
    dealt = pipeline.judge([tuned.path], rows=6, out=tmp_path, max_new_tokens=24)
    assert dealt.page.parent == tmp_path and dealt.key.parent.parent == tuned.path / "judging"
    assert len(dealt.sheet.items) == 6 and "What colour is" in dealt.page.read_text(encoding="utf-8")
    prompts = tmp_path / "prompts.txt"
    prompts.write_text("What colour is snow?\nWhat colour is coal?\n", encoding="utf-8")
    asked = pipeline.judge([tuned.path], prompts=str(prompts), max_new_tokens=8)
    assert {item.asked["question"] for item in asked.sheet.items} == set(prompts.read_text().splitlines())
    files = []
    for rater in ("ann", "李"):
        with dealt.table.open(encoding="utf-8", newline="") as file:
            rows = [{**row, "rater": rater, "answer": str(1 + int(row["item"]) % 5)} for row in csv.DictReader(file)]
        files.append(tmp_path / f"{rater}.csv")
        with files[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    found = pipeline.collect(files, tuned.path)
    assert {claim.name: claim.value for claim in found.claims}["agreement_rating"] == 1
    assert "Judged by people" in (tuned.path / "report.html").read_text(encoding="utf-8")


def test_what_cannot_be_judged_is_said(tuned, tmp_path):
    with pytest.raises(RequestError, match="are asked prompts"):
        pipeline.judge([tuned.path], data="x.csv")
    with pytest.raises(RequestError, match="named once"):
        pipeline.judge([tuned.path, tuned.path])
    with pytest.raises(RequestError, match="from 1 to"):
        pipeline.judge([tuned.path], rows=0)
    with pytest.raises(RecipeError, match="generate"):
        modelyard.check({"task": "instruction", "data": {"train": "x"}, "evaluate": {"generate": 1}})
