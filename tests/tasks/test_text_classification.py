import json
import subprocess
import sys

import jsonschema_rs
import numpy as np
import pytest

from modelyard.core.errors import DataError, RecipeError, RequestError
from modelyard.core.recipe import Train
from modelyard.core.schema import Column, Schema
from modelyard.models import cnn, linear
from modelyard.tasks.text_classification import Task

TARGET = Column(name="label", kind="category", values=("good", "bad"))
SCHEMA = Schema(inputs=(Column(name="text", kind="text", example="fine"),), target=TARGET)
ROWS = {"text": ["fine film", "很好看", "dull film", "很难看"] * 6, "label": ["good", "good", "bad", "bad"] * 6}


def fit(rows=ROWS, schema=SCHEMA, **train):
    return Task.fit(rows, schema, family="linear", config=linear.Config(), train=Train(**train))


def test_several_texts_are_read_one_after_the_other():
    schema = Schema(inputs=(Column(name="title", kind="text"), Column(name="body", kind="text")), target=TARGET)
    rows = {"title": ["a b", None, "c"], "body": ["c d", "e", None], "label": ["good", "bad", "good"]}
    task = fit(rows, schema)
    one = Task.fit(
        {"text": ["a b\nc d", "\ne", "c\n"], "label": rows["label"]}, SCHEMA, family="linear", config=linear.Config()
    )
    np.testing.assert_array_equal(task.encode(rows).values, one.encode({"text": ["a b\nc d", "\ne", "c\n"]}).values)
    with pytest.raises(RequestError, match=r"inputs\[1\]\.body"):
        task.check({"title": ["a", "b"], "body": ["c", None]})


@pytest.mark.parametrize("cell", [None, "", "  \n", 3, ["a"], b"a", float("nan")])
def test_what_is_no_text_is_refused(cell):
    with pytest.raises(RequestError) as caught:
        fit().check({"text": ["fine", cell]})
    assert caught.value.where == "inputs[1].text"


def test_scores_are_calibrated_probabilities():
    task = fit()
    logits = np.array([[2.0, -2.0], [0.0, 8.0], [3.0, 0.0], [0.0, 1.0]])
    calibrated = task.calibrated(logits, np.array([0, 0, 1, 1]))
    assert calibrated.answers.temperature > 1
    answers = calibrated.decode(logits)
    assert [answer["label"] for answer in answers] == ["bad", "good", "bad", "good"]
    for answer, row in zip(answers, calibrated.probabilities(logits), strict=True):
        assert list(answer["scores"]) == ["bad", "good"]
        assert answer["scores"]["bad"] == row[0]
        assert abs(sum(answer["scores"].values()) - 1) < 1e-12
    json.dumps(answers, allow_nan=False)


def test_huge_logits_stay_finite():
    assert np.isfinite(fit().probabilities(np.array([[1e300, -1e300], [-1e300, 1e300]]))).all()


def test_losses_equal_torchs():
    torch = pytest.importorskip("torch")
    from torch.nn import functional

    logits = torch.randn(6, 2, dtype=torch.float32)
    batch = {"features": logits, "targets": torch.tensor([0, 1, 1, 0, 1, 0])}

    def model(features):
        return features

    total, count = fit(label_smoothing=0.1).loss(model, batch)
    expected = functional.cross_entropy(logits, batch["targets"], label_smoothing=0.1)
    torch.testing.assert_close(total / count, expected)
    binary, _ = fit(loss="binary").loss(model, batch)
    torch.testing.assert_close(binary, functional.cross_entropy(logits, batch["targets"], reduction="sum"))
    weights = torch.tensor([1.0, 3.0])[batch["targets"]]
    total, count = fit().loss(model, {**batch, "weights": weights})
    expected = functional.cross_entropy(logits, batch["targets"], weight=torch.tensor([1.0, 3.0]))
    torch.testing.assert_close(total / count, expected)


def test_a_loss_for_values_is_refused():
    with pytest.raises(RecipeError, match=r"train\.loss"):
        fit(loss="huber")


def test_binary_needs_two_classes():
    rows = {"text": ["a", "b", "c"], "label": ["x", "y", "z"]}
    with pytest.raises(RecipeError, match=r"train\.loss"):
        fit(rows, loss="binary")


def test_tokens_are_made_for_a_network(tmp_path):
    config = cnn.Config(vocabulary=300, max_length=12)
    task = Task.fit(ROWS, SCHEMA, family="cnn", config=config)
    assert task.features.kind == "tokens" and task.features.max_length == 12
    task.save(tmp_path)
    assert Task.load(tmp_path).features == task.features


def test_a_family_that_reads_no_text_is_refused():
    with pytest.raises(RecipeError, match=r"model\.family"):
        Task.fit(ROWS, SCHEMA, family="trees", config=linear.Config())


def test_one_label_is_no_classification():
    with pytest.raises(DataError, match="two classes"):
        fit({"text": ["a", "b"], "label": ["good", "good"]})


def test_answering_needs_no_training_stack(tmp_path):
    fit().save(tmp_path)
    code = f"""
import sys
from pathlib import Path
from modelyard.tasks.text_classification import Task
task = Task.load(Path({str(tmp_path)!r}))
task.check({{"text": ["很好看"]}})
task.encode({{"text": ["很好看"]}})
task.decode(__import__("numpy").zeros((1, 2)))
heavy = {{"torch", "transformers", "sklearn", "scipy", "lightgbm", "pandas", "pyarrow", "tokenizers"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("text", ["", " \t\u3000", "\x1c\x85", "a", " 好 ", "\ufeffa"])
def test_the_schema_and_the_check_agree_on_blank_texts(text):
    task = fit()
    valid = jsonschema_rs.is_valid(task.request_schema(), {"text": text})
    assert valid == bool(text.strip())
    if valid:
        task.check({"text": [text]})
    else:
        with pytest.raises(RequestError):
            task.check({"text": [text]})
