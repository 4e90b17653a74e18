"""Artifacts of every past version open, replay their golden examples and answer as they did (written by make.py)."""

import json
from pathlib import Path

import pytest

import modelyard
from modelyard.inference import Predictor
from modelyard.inference.golden import TOLERANCE

KEPT = sorted(Path(__file__).parent.glob("*/*/artifact"))
CASES = [
    pytest.param(path, backend, id=f"{path.parents[1].name}-{path.parent.name}-{backend}")
    for path in KEPT
    for backend in json.loads((path / "manifest.json").read_text(encoding="utf-8"))["backends"]
]


@pytest.mark.parametrize(("path", "backend"), CASES)
def test_an_artifact_answers_as_it_did(path, backend):
    if backend == "torch":
        pytest.importorskip("transformers", reason="the train extra is not installed")
    model = Predictor.load(path, backend=backend)
    assert model.largest_difference is not None and model.largest_difference <= TOLERANCE[backend]
    expected = json.loads((path.parent / "expected.json").read_text(encoding="utf-8"))
    answers = model.predict(expected["rows"])
    assert len(answers) == len(expected["answers"]) >= 6
    for answer, wanted in zip(answers, expected["answers"], strict=True):
        assert answer.keys() == wanted.keys()
        if "label" in wanted:
            assert answer["label"] == wanted["label"]
            assert answer["scores"] == pytest.approx(wanted["scores"], abs=TOLERANCE[backend])
        else:
            assert answer["value"] == pytest.approx(wanted["value"], rel=TOLERANCE[backend])


def test_the_artifacts_of_this_version_are_kept():
    kept = {path.parent.name for path in KEPT if path.parents[1].name == modelyard.__version__}
    assert {"linear", "trees", "mlp", "encoder"} <= kept, "run: python tests/compat/make.py"
