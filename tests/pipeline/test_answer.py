"""`answer:` in a recipe, from the run to what is predicted, served and exported: one decision everywhere."""

import csv
import json

import numpy as np
import pytest

import modelyard
from modelyard.core.errors import RecipeError
from modelyard.export.parity import compare
from modelyard.inference.golden import Golden
from modelyard.pipeline import check, examine, export, verify
from modelyard.serving.model import load as load_served

WORDS = ["面包", "河流", "stone", "cloud", "paper", "glass", "horse", "table"]


def write(path, count=900, seed=0):
    """Reviews in which the telling word is sometimes the wrong one."""
    random = np.random.default_rng(seed)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label", "price"])
        for label in random.integers(0, 2, count):
            told = label if random.random() < 0.85 else 1 - label
            text = " ".join(random.choice(WORDS, 5)) + (" 很好" if told else " 很差")
            writer.writerow([text, label, round(10 + 5 * told + random.normal(), 2)])
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("answer")
    file = write(folder / "reviews.csv")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(file), "inputs": "text", "target": "label", "split": {"validation": 0.3}},
        "model": "linear",
        "answer": {"costs": {"0": {"1": 60}}, "accuracy": 0.7, "coverage": 0.95},
        "evaluate": {"resamples": 200},
        "explain": False,
        "audit": False,
    }
    return recipe, modelyard.run(recipe, out=folder / "run"), file


def rows_of(file):
    with file.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_what_is_stated_is_what_is_predicted_served_and_exported(made, tmp_path):
    _, run, file = made
    rows = [{"text": row["text"]} for row in rows_of(file)[:60]]
    model = modelyard.load(run.path)
    answers = model.predict(rows)
    assert all(set(answer) == {"label", "scores", "confident", "label_set"} for answer in answers)
    # An error on "0" costs sixty times the other: "1" is answered where it is nearly sure, which it is nowhere.
    assert {answer["label"] for answer in answers} == {"0"}
    assert any(answer["scores"]["1"] > 0.7 for answer in answers)
    assert {len(answer["label_set"]) for answer in answers} == {1, 2}
    served = load_served(run.path)
    assert [one for _, part in served.answers({"text": [row["text"] for row in rows]}) for one in part] == answers
    golden = Golden.from_json(model.artifact.json("golden.json"))
    assert model.task.decode(golden.outputs) == golden.answers
    assert all("label_set" in answer for answer in golden.answers)
    out = tmp_path / "answers.csv"
    modelyard.predict(run.path, str(file), out)
    (first, *_) = rows_of(out)
    assert first["prediction"] == answers[0]["label"]
    assert float(first["confidence"]) == answers[0]["scores"][answers[0]["label"]]
    assert json.loads(first["label_set"]) == answers[0]["label_set"]
    assert first["confident"].lower() == str(answers[0]["confident"]).lower()


def test_an_export_decides_alike(made, tmp_path):
    _, run, _ = made
    export(run.path, tmp_path / "onnx")
    parity = verify(str(tmp_path / "onnx"))
    assert not len(parity.wrong)
    again = load_served(tmp_path / "onnx")
    text = "stone cloud 很好"
    assert again.predictor.predict([{"text": text}])[0].keys() == {"label", "scores", "confident", "label_set"}


def test_figures_are_of_the_label_that_is_served(made):
    _, run, _ = made
    evaluation = run.read_json("evaluation.json")
    matrix = np.array(evaluation["confusion"])
    assert matrix[:, 1].sum() == 0
    claim = next(c for c in run.read_json("claims.json") if c["name"] == "accuracy" and c["subject"] == "model")
    assert claim["value"] == pytest.approx(matrix.trace() / matrix.sum())
    area = next(c for c in run.read_json("claims.json") if c["name"] == "roc_auc" and c["subject"] == "model")
    assert area["value"] > 0.7  # of the probabilities, which costs leave alone
    said = " ".join(evaluation["stated"])
    assert "answers are chosen for answer.costs (the label of least expected cost)" in said
    assert "the likeliest label would be right in 0.8" in said
    assert "confident answers shall be right in 70 %" in said
    assert "the set of labels (label_set) holds the true one in" in said
    costs, sets, kept = (run.read_json(f"evidence/evaluate/{name}.json") for name in ("costs", "sets", "abstention"))
    assert costs["detail"]["served"] and sets["detail"]["served"] and kept["detail"]["served"]
    assert sets["claims"][0]["value"] >= 0.9
    report = (run.path / "report.html").read_text(encoding="utf-8")
    assert "Answers are chosen for answer.costs" in report
    before, _, limits = (run.path / "card.md").read_text(encoding="utf-8").partition("## Limits")
    assert "What the recipe states of its answers" in before
    assert "chosen for answer.costs" not in limits


def test_other_costs_are_measured_and_not_served(made):
    _, run, _ = made
    before = (run.path / "artifact" / "task.json").read_bytes()
    (found,) = examine(run.path, costs={"1": {"0": 3}}, only=["costs"])
    assert found.detail["served"] is False
    assert "measured only" in json.dumps(found.blocks[-1])
    assert (run.path / "artifact" / "task.json").read_bytes() == before


def test_a_decision_may_change_only_where_the_limit_is_near(made):
    _, run, _ = made
    artifact = modelyard.load(run.path).artifact
    golden, state = Golden.from_json(artifact.json("golden.json")), artifact.json("task.json")

    def wrong(i, **changed):
        answers = [{**answer, **changed} if at == i else answer for at, answer in enumerate(golden.answers)]
        return compare(golden, answers, None, target="x", tolerance=1e-4, state=state).wrong.tolist()

    least = state["answer"]["confident_from"]
    far = max(range(len(golden)), key=lambda i: abs(golden.answers[i]["scores"]["0"] - least))
    assert wrong(far) == []
    assert wrong(far, confident=not golden.answers[far]["confident"]) == [far]
    assert wrong(far, label="1") == [far]
    single = next(i for i, answer in enumerate(golden.answers) if len(answer["label_set"]) == 1)
    assert wrong(single, label_set=["0", "1"]) == [single]
    assert wrong(single, label_set=["0", "?"]) == [single]
    near = golden.answers[far]["scores"]["0"] + 1e-6
    state["answer"]["confident_from"] = near
    assert wrong(far, confident=not golden.answers[far]["confident"]) == []


def test_ranges_of_values(made, tmp_path):
    _, _, file = made
    recipe = {
        "task": "tabular-regression",
        "data": {"train": str(file), "inputs": "label", "target": "price", "split": {"validation": 0.3}},
        "model": "trees",
        "answer": {"coverage": 0.9},
        "evaluate": {"resamples": 200},
        "explain": False,
        "audit": False,
    }
    run = modelyard.run(recipe, out=tmp_path / "run")
    (answer,) = modelyard.load(run.path).predict([{"label": "1"}])
    assert set(answer) == {"value", "low", "high"}
    assert answer["low"] < answer["value"] < answer["high"]
    assert "the range (low to high) holds the true value in" in " ".join(run.read_json("evaluation.json")["stated"])
    sets = run.read_json("evidence/evaluate/sets.json")
    assert sets["detail"]["served"]
    assert sets["claims"][0]["value"] == pytest.approx(0.9, abs=0.07)
    export(run.path, tmp_path / "onnx")
    assert not len(verify(str(tmp_path / "onnx")).wrong)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answer": {"costs": {"0": {"7": 5}}}}, "no label of the data"),
        ({"answer": {"coverage": 0.999}}, "needs 999 validation rows"),
        ({"answer": {"costs": {"0": {"1": -1}}}}, "must be >= 0"),
        ({"answer": {"accuracy": 1.5}}, "must be < 1"),
        ({"answer": {"coverge": 0.9}}, "Did you mean 'coverage'"),
        ({"evaluate": {"answer_accuracy": 0.9}}, "evaluate.answer_accuracy is now answer.accuracy"),
    ],
)
def test_a_mistake_is_one_clear_error_at_check(made, change, said):
    recipe, _, _ = made
    with pytest.raises(RecipeError, match=said):
        check({**recipe, **change})
