"""The stage: which split, which baselines, what is written, what the verdict says."""

import types
from typing import ClassVar

import numpy as np
import pytest

from modelyard import inference
from modelyard.core import recipe_file
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.schema import Column, Schema
from modelyard.evaluation.evaluate import evaluate, verdict_lines

LABELS = ("neg", "pos")
RECIPE = {
    "task": "text-classification",
    "data": {"train": "reviews.csv", "target": "label"},
    "evaluate": {"resamples": 200},
    "seed": 3,
}
SCHEMA = Schema(inputs=(Column(name="text", kind="text"),), target=Column(name="label", kind="category"))


class FakePredictor:
    """Knows the answer of a row from its text, and is wrong as often as its directory's name says."""

    errors: ClassVar = {"artifact": 0.05, "encoder": 0.05, "linear": 0.3, "same": 0.05}

    def __init__(self, name):
        self.name = name
        self.schema = SCHEMA
        self.artifact = types.SimpleNamespace(digest="0" * 64)
        self.task = types.SimpleNamespace(
            metrics="classification", sort="text", labels=LABELS, probabilities=lambda outputs: outputs
        )

    @classmethod
    def load(cls, path, *, verify=True):
        assert verify == (path.name == "artifact")
        return cls(path.name)

    def outputs(self, rows):
        share = self.errors[self.name]
        right = np.array([text.startswith("pos") for text in rows["text"]])
        number = np.array([int(text[3:]) for text in rows["text"]])
        wrong = number % 100 < 100 * share
        positive = np.where(right ^ wrong, 0.9, 0.1) + (number % 7) / 100
        return np.stack([1 - positive, positive], axis=1)


class FakeBundle:
    def __init__(self, **counts):
        self.counts = counts

    def rows(self, split):
        labels = [LABELS[i % 5 > 1] for i in range(self.counts[split])]
        return {"text": [f"{label}{i}" for i, label in enumerate(labels)], "label": labels}

    def places(self, split):
        return [f"reviews.csv:{i + 2}" for i in range(self.counts[split])]


@pytest.fixture
def finish(tmp_path, monkeypatch):
    monkeypatch.setattr(inference, "Predictor", FakePredictor)

    def run_stage(shipped="encoder", cheap="linear", overrides=(), **counts):
        run = Run(tmp_path)
        for family, seconds in (("encoder", 372.0), ("linear", 14.2), ("same", 1.0)):
            (tmp_path / "models" / family).mkdir(parents=True, exist_ok=True)
            (tmp_path / "models" / family / "training.json").write_text(f'{{"seconds": {seconds}}}')
        (tmp_path / "models" / "selection.json").write_text(
            f'{{"shipped": "{shipped}", "cheap": "{cheap}", "metric": "accuracy"}}'
        )
        evaluate(
            recipe_file.from_mapping(RECIPE, list(overrides)),
            FakeBundle(**(counts or {"train": 1000, "validation": 100, "test": 400})),
            run,
        )
        return run.read_json("claims.json"), run.read_json("evaluation.json")

    return run_stage


def test_a_better_model_and_its_price(finish):
    claims, evaluation = finish()
    verdict = evaluation["verdict"]
    assert verdict["gain"]["over"] == "TF-IDF + logistic regression"
    assert verdict["gain"]["value"] == pytest.approx(0.25)
    assert verdict["gain"]["outcome"] == "better"
    assert [b["name"] for b in verdict["baselines"]] == ['always "pos"', "TF-IDF + logistic regression"]
    assert [b["family"] for b in verdict["baselines"]] == ["trivial", "linear"]
    assert verdict["sentence"].startswith("The encoder model beats the cheap baseline, TF-IDF + logistic regression")
    assert "6.2 min of training against 14.2 s" in verdict["sentence"]
    by_subject = {(c["subject"], c["name"]): Claim.from_json(c) for c in claims}
    assert by_subject["model", "accuracy"].value == pytest.approx(0.95)
    assert by_subject["TF-IDF + logistic regression", "accuracy"].value == pytest.approx(0.7)
    assert by_subject["model", "accuracy"].source == "evaluate: artifact on bundle/test.parquet"
    assert by_subject["model", "training_time"].unit == "s"
    lines = verdict_lines(evaluation)
    assert lines[0].startswith("verdict   accuracy 0.950 [") and lines[0].endswith("on 400 unseen texts")
    assert lines[1].startswith('  always "pos" 0.600      TF-IDF + logistic regression 0.700      gain +0.250 [')


def test_the_cheap_model_itself_is_said_plainly(finish):
    _, evaluation = finish(shipped="linear", cheap="linear")
    assert "The model is the cheap one, TF-IDF + logistic regression, trained in 14.2 s" in "\n".join(
        verdict_lines(evaluation)
    )
    assert evaluation["verdict"]["gain"]["over"] == 'always "pos"'


def test_a_tie_is_a_tie(finish):
    _, evaluation = finish(cheap="same")
    assert evaluation["verdict"]["gain"]["outcome"] == "tie"
    assert "is not shown to beat" in evaluation["verdict"]["sentence"]


def test_a_worse_model_is_called_worse(finish, monkeypatch):
    monkeypatch.setattr(FakePredictor, "errors", {**FakePredictor.errors, "artifact": 0.5})
    assert "is worse than the cheap baseline" in finish()[1]["verdict"]["sentence"]


def test_without_the_cheap_baseline_the_trivial_one_is_beaten(finish):
    _, evaluation = finish(overrides=["evaluate.baseline=false"])
    assert evaluation["verdict"]["gain"]["over"] == 'always "pos"'
    assert evaluation["verdict"]["sentence"].startswith("The model is encoder, trained in 6.2 min; it beats always")


@pytest.mark.parametrize(
    ("counts", "split", "said"),
    [
        ({"train": 500, "validation": 200, "test": 0}, "validation", "there is no test split"),
        ({"train": 500, "validation": 0}, "train", "trained on these very rows"),
    ],
)
def test_another_split_serves_and_is_named(finish, counts, split, said):
    claims, evaluation = finish(**counts)
    assert evaluation["split"] == split
    assert {c["split"] for c in claims if c["name"] == "accuracy"} == {split}
    assert said in "\n".join(verdict_lines(evaluation))
    assert verdict_lines(evaluation)[0].endswith(
        "200 validation texts" if split == "validation" else "seen in training"
    )


def test_the_same_model_and_data_give_the_same_claims(finish):
    assert finish()[0] == finish()[0]
