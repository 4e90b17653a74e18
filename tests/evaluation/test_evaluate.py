"""Claims, verdicts and details from a model whose answers are known."""

import json
import types

import numpy as np
import pytest

from modelyard.core.errors import ArtifactError, DataError
from modelyard.core.recipe import Evaluate
from modelyard.core.schema import Column, Schema
from modelyard.evaluation.evaluate import evaluate_file, verdict_lines

SETTINGS = Evaluate(resamples=200)


class FakeModel:
    """Answers with the column `answer`: logits by class, or a value."""

    def __init__(self, labels=(), kind="classification"):
        self.task = types.SimpleNamespace(
            metrics=kind, labels=tuple(labels), sort="text", probabilities=self._probabilities
        )
        self.kind = kind
        self.schema = Schema(
            inputs=(Column(name="text", kind="text"), Column(name="answer", kind="vector", shape=(len(labels),))),
            target=Column(name="price" if kind == "regression" else "label", kind="category"),
        )

    def outputs(self, rows):
        return np.array(rows["answer"], dtype=np.float64).reshape(len(rows["text"]), -1)

    def _probabilities(self, outputs):
        if self.kind == "regression":
            return outputs[:, 0]
        powers = np.exp(outputs - outputs.max(1, keepdims=True))
        return powers / powers.sum(1, keepdims=True)


def texts(size=120, labels=("坏", "good"), seed=0):
    random = np.random.default_rng(seed)
    targets = random.integers(0, len(labels), size)
    logits = random.normal(size=(size, len(labels)))
    logits[np.arange(size), targets] += 2
    rows = {
        "text": [f"评论 {i}" for i in range(size)],
        "answer": logits.tolist(),
        "label": [labels[t] for t in targets],
    }
    return rows, [f"reviews.csv:{i + 2}" for i in range(size)], targets, logits


def test_claims_have_values_intervals_and_sources():
    rows, places, targets, logits = texts()
    claims, evaluation = evaluate_file(FakeModel(("坏", "good")), rows, places, SETTINGS)
    accuracy = next(c for c in claims if c.name == "accuracy" and c.subject == "model")
    assert accuracy.value == (logits.argmax(1) == targets).mean()
    assert accuracy.interval[0] < accuracy.value < accuracy.interval[1]
    assert (accuracy.n, accuracy.split, accuracy.source) == (120, "reviews.csv", "evaluate: artifact on reviews.csv")
    assert {c.subject for c in claims} == {"model", evaluation["verdict"]["baselines"][0]["name"]}
    assert all(c.interval[0] <= c.value <= c.interval[1] for c in claims if c.interval)
    assert all(c.interval for c in claims if c.subject == "model")
    json.dumps(evaluation, allow_nan=False)


def test_details_agree_with_the_answers():
    rows, places, targets, _logits = texts(300, ("a", "b", "c"))
    _, evaluation = evaluate_file(FakeModel(("a", "b", "c")), rows, places, SETTINGS)
    confusion = np.array(evaluation["confusion"])
    assert confusion.sum() == evaluation["n"] == 300
    assert [row["support"] for row in evaluation["per_class"]] == np.bincount(targets).tolist()
    for curve in evaluation["roc"]:
        assert len(curve["fpr"]) == len(curve["tpr"]) <= 200
        assert (curve["fpr"][0], curve["tpr"][0], curve["fpr"][-1], curve["tpr"][-1]) == (0, 0, 1, 1)
        assert np.trapezoid(curve["tpr"], curve["fpr"]) == pytest.approx(curve["auc"], abs=0.01)
    wrong = list(evaluation["mistakes"])
    assert [m["score"] for m in wrong] == sorted((m["score"] for m in wrong), reverse=True)
    assert all(m["target"] != m["predicted"] and m["place"].startswith("reviews.csv:") for m in wrong)
    for row in evaluation["per_class"]:
        for name, interval in row["intervals"].items():
            assert interval[0] <= row[name] <= interval[1]


def test_verdict_lines_say_what_counts():
    rows, places, _, _ = texts()
    _, evaluation = evaluate_file(FakeModel(("坏", "good")), rows, places, SETTINGS)
    lines = verdict_lines(evaluation)
    assert lines[0].startswith("verdict   accuracy 0.") and lines[0].endswith("on 120 texts of reviews.csv")
    assert 'always "' in lines[1] and "gain +0." in lines[1]
    assert "it beats always" in lines[2]


def test_rows_that_cannot_be_judged_are_left_out_and_said():
    rows, places, _, _ = texts(50)
    rows["label"][3], rows["label"][5], rows["label"][9] = None, "neutral", "  "
    _, evaluation = evaluate_file(FakeModel(("坏", "good")), rows, places, SETTINGS)
    assert evaluation["n"] == 47
    notes = "\n".join(evaluation["notes"])
    assert "2 rows without a 'label' left out (reviews.csv:5, reviews.csv:11)" in notes
    assert "1 row left out: the model does not know their label: 'neutral' (reviews.csv:7)" in notes
    assert any("neutral" in line for line in verdict_lines(evaluation))


def test_labels_are_read_as_in_training():
    rows, places, targets, _ = texts(40, ("0", "1"))
    rows["label"] = [float(t) if i % 2 else f" {t} " for i, t in enumerate(targets)]
    assert evaluate_file(FakeModel(("0", "1")), rows, places, SETTINGS)[1]["n"] == 40


def test_labels_in_another_case_are_taken_and_said():
    rows, places, _, _ = texts(40, ("<=50K", ">50K"))
    rows["label"] = [label.lower() + "." if i % 2 else label for i, label in enumerate(rows["label"])]
    _, evaluation = evaluate_file(FakeModel(("<=50K", ">50K")), rows, places, SETTINGS)
    assert evaluation["n"] == 40
    assert "'<=50k.' for '<=50K'" in evaluation["notes"][0]


def test_vectors_stay_arrays():
    rows, places, _, _ = texts(40, ("a", "b"))
    rows["answer"] = np.array(rows["answer"], dtype=np.float32)
    rows["label"][0] = None
    model = FakeModel(("a", "b"))
    kinds = []
    model.outputs = lambda given: kinds.append(type(given["answer"])) or np.array(given["answer"], dtype=float)
    assert evaluate_file(model, rows, places, SETTINGS)[1]["n"] == 39
    assert kinds[0] is np.ndarray


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda rows: rows.pop("label"), "the column 'label' is needed: it holds the answers"),
        (lambda rows: rows.pop("text"), "the column 'text' is needed: it is an input"),
        (lambda rows: rows.update(label=[None] * 20), "no row has a 'label' to compare with"),
        (lambda rows: rows.update(label=["x"] * 20), "The model's labels are: a, b"),
        (lambda rows: [rows.update({name: []}) for name in list(rows)], "there are no rows to evaluate"),
    ],
)
def test_a_file_without_answers_is_one_clear_error(change, expected):
    rows, places, _, _ = texts(20, ("a", "b"))
    change(rows)
    with pytest.raises(DataError) as error:
        evaluate_file(FakeModel(("a", "b")), rows, places, SETTINGS)
    assert expected in str(error.value)
    assert "reviews.csv" in str(error.value)


def test_answers_that_are_not_finite_are_refused():
    rows, places, _, _ = texts(20, ("a", "b"))
    rows["answer"][4] = [float("nan"), 0.0]
    with pytest.raises(ArtifactError, match=r"reviews\.csv:6: the answers of model are not finite"):
        evaluate_file(FakeModel(("a", "b")), rows, places, SETTINGS)


def test_regression():
    random = np.random.default_rng(0)
    true = random.normal(100, 20, 1500)
    rows = {"text": ["x"] * 1500, "answer": (true + random.normal(size=1500) * 5).tolist(), "price": true.tolist()}
    rows["price"][0] = "abc"
    places = [f"houses.csv:{i}" for i in range(1500)]
    claims, evaluation = evaluate_file(FakeModel(kind="regression"), rows, places, SETTINGS)
    rmse = next(c for c in claims if (c.subject, c.name) == ("model", "rmse"))
    assert rmse.unit == "price"
    assert rmse.value == pytest.approx(5, rel=0.1)
    assert evaluation["verdict"]["gain"]["value"] > 0
    assert evaluation["verdict"]["gain"]["outcome"] == "better"
    assert len(evaluation["scatter"]["true"]) == len(evaluation["scatter"]["predicted"]) == 1000
    assert sum(evaluation["residuals"]["counts"]) == 1499
    assert "their target is not a number: 'abc' (houses.csv:0)" in evaluation["notes"][0]
    errors = [abs(m["score"]) for m in evaluation["mistakes"]]
    assert errors == sorted(errors, reverse=True)
    lines = verdict_lines(evaluation)
    assert lines[0].startswith("verdict   rmse ") and "+" not in "".join(lines)
    assert "rmse lower by 1" in lines[1] and "(rmse lower by 1" in lines[2]


def test_an_error_that_is_higher_is_said_to_be():
    rows = {"text": ["x"] * 50, "answer": [9.0] * 50, "price": [float(i % 2) for i in range(50)]}
    _, evaluation = evaluate_file(FakeModel(kind="regression"), rows, [f"a.csv:{i}" for i in range(50)], SETTINGS)
    assert "it is worse than always 0.5000 (the mean) (rmse higher by 8." in verdict_lines(evaluation)[2]


@pytest.mark.parametrize("case", ["one row", "one label", "all right", "all wrong"])
def test_corners_of_classification(case):
    rows, places, targets, _ = texts(30, ("a", "b"))
    if case == "one row":
        rows, places = {name: column[:1] for name, column in rows.items()}, places[:1]
    elif case == "one label":
        rows["label"] = ["a"] * 30
    else:
        side = 1 if case == "all right" else -1
        rows["answer"] = [[side * 3.0 * (t == 0), side * 3.0 * (t == 1)] for t in targets.tolist()]
    claims, evaluation = evaluate_file(FakeModel(("a", "b")), rows, places, SETTINGS)
    json.dumps([evaluation, [c.to_json() for c in claims]], allow_nan=False)
    assert verdict_lines(evaluation)
    for claim in claims:
        if claim.interval and claim.name == "accuracy":
            assert claim.interval[0] < claim.interval[1]
    if case in ("one row", "one label"):
        assert evaluation["left_out"]["roc_auc"] == "every example has the same label"


@pytest.mark.parametrize("case", ["one row", "constant", "exact", "huge", "tiny"])
def test_corners_of_regression(case):
    true = {
        "one row": [3.0],
        "constant": [7.0] * 20,
        "exact": list(range(20)),
        "huge": [1e17 + i * 1e3 for i in range(20)],
        "tiny": [i * 1e-12 for i in range(20)],
    }[case]
    answers = true if case == "exact" else [value * 1.01 for value in true]
    rows = {"text": ["x"] * len(true), "answer": answers, "price": true}
    claims, evaluation = evaluate_file(
        FakeModel(kind="regression"), rows, [f"h.csv:{i}" for i in range(len(true))], SETTINGS
    )
    json.dumps([evaluation, [c.to_json() for c in claims]], allow_nan=False)
    assert verdict_lines(evaluation)
    assert sum(evaluation["residuals"]["counts"]) == len(true)


def test_many_classes_stay_small():
    labels = [f"class {i}" for i in range(500)]
    rows, places, _, _ = texts(1000, labels)
    _, evaluation = evaluate_file(FakeModel(labels), rows, places, SETTINGS)
    assert evaluation["confusion"] == []
    assert 0 < len(evaluation["confusions"]) <= 20
    assert len(evaluation["roc"]) <= 20
    assert len(json.dumps(evaluation)) < 1_000_000


def test_pictures_are_kept_whole_and_sampled():
    rows, places, _, _ = texts(100, ("a", "b"))
    rows["pixels"] = (np.arange(100 * 64).reshape(100, 64) % 255).astype(np.float32) / 255
    model = FakeModel(("a", "b"))
    model.schema = Schema(
        inputs=(*model.schema.inputs, Column(name="pixels", kind="vector", shape=(8, 8))), target=model.schema.target
    )
    _, evaluation = evaluate_file(model, rows, places, SETTINGS)
    assert len(evaluation["samples"]) == 60
    assert all(len(row["inputs"]["pixels"]) == 64 for row in (*evaluation["samples"], *evaluation["mistakes"]))
    assert {row["place"] for row in evaluation["samples"]} <= set(places)
    json.dumps(evaluation, allow_nan=False)


def test_long_cells_are_cut_and_odd_ones_are_json():
    rows, places, _, _ = texts(20, ("a", "b"))
    rows["text"] = ["长" * 9000, "\ud800 lone", None, float("nan"), {"k": 1}, b"bytes", *["x"] * 14]
    rows["answer"] = [[-a, -b] for a, b in rows["answer"]]
    _, evaluation = evaluate_file(FakeModel(("a", "b")), rows, places, SETTINGS)
    text = json.dumps(evaluation, allow_nan=False, ensure_ascii=False)
    assert text.encode("utf-8")
    assert max(len(str(row["inputs"]["text"])) for row in evaluation["mistakes"]) == 500


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, ["only 1 row could be judged: a first impression, not evidence; judge it on more labelled rows"]),
        (3, ["only 3 rows could be judged: a first impression, not evidence; judge it on more labelled rows"]),
        (30, ["only 30 rows could be judged: the figures are rough"]),
        (200, []),
    ],
)
def test_few_rows_are_said_to_be_few(count, said):
    values = np.arange(count, dtype=np.float64)
    rows = {"x": values.tolist(), "y": (values + 1e-6 * (1 + np.sin(values))).tolist()}
    schema = Schema(inputs=(Column(name="x", kind="number"),), target=Column(name="y", kind="number"))
    task = types.SimpleNamespace(
        metrics="regression", sort="table", labels=(), probabilities=lambda outputs: outputs[:, 0]
    )
    model = types.SimpleNamespace(task=task, schema=schema, outputs=lambda given: np.array(given["x"])[:, None])
    _, evaluation = evaluate_file(model, rows, [f"line.csv:{i + 2}" for i in range(count)], SETTINGS)
    assert evaluation["notes"] == said
    line = verdict_lines(evaluation)[0]
    assert line.endswith(f"on {count} {'row' if count == 1 else 'rows'} of line.csv")
    assert "0.0000" not in line and "e-6" in line
