"""The rehearsal of dearer steps and of answers that are written: private trainings, `evaluate.generate`."""

import json

import pytest

from modelyard.core.recipe import Recipe
from modelyard.pipeline import rehearsing
from modelyard.pipeline.evidence import foretold_seconds

WORDS = ["sky", "grass", "snow", "coal"]


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _recipe(tmp_path, base, **fields):
    rows = [
        {
            "messages": [
                {"role": "user", "content": f"What is {WORDS[n % 4]} {n}?"},
                {"role": "assistant", "content": f"It is number {n}."},
            ]
        }
        for n in range(120)
    ]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    given = {
        "task": "instruction",
        "data": {"train": str(tmp_path / "t.jsonl")},
        "model": {"family": "decoder", "from": str(base)},
        "train": {"steps": 6, "threads": 1, "precision": "fp32", "compile": False, "evaluations": 1},
    }
    return Recipe.model_validate({**given, **fields})


def test_measured_seconds_stand_in_for_the_usual_ones(tmp_path, language_base):
    recipe = _recipe(tmp_path, language_base, evaluate={"generate": 5})
    assert foretold_seconds(recipe, 10.0) - foretold_seconds(recipe, 10.0, {"generated": 3.0}) == pytest.approx(17.0)


def test_private_steps_and_written_answers_are_rehearsed_as_they_will_be(tmp_path, language_base):
    privacy = {"epsilon": 4, "delta": 1e-3}
    train = {"steps": 6, "threads": 1, "evaluations": 1, "privacy": privacy}
    recipe = _recipe(tmp_path, language_base, evaluate={"generate": 5}, train=train)
    found = rehearsing.rehearse(recipe, seconds=90)
    assert found.missing == () and found.notes == ()
    assert found.parts["train"].value > 0 and found.steps == 6
    assert 0 < found.foretold["evidence"] < 20.0  # which nobody would say who had not measured it
