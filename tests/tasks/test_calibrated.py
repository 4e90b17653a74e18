"""A calibration is kept in the artifact, served, exported and replayed like the rest of the answer side."""

import csv
import json
import random
import subprocess
import sys

import numpy as np
import pytest

import modelyard
from modelyard import pipeline
from modelyard.inference import Predictor


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calibrated")
    draw = random.Random(0)
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["age", "hours", "rich"])
        for _ in range(1500):
            age, hours = draw.randint(18, 80), draw.randint(10, 60)
            out.writerow([age, hours, "yes" if draw.random() < (0.8 if age > 50 and hours > 30 else 0.2) else "no"])
    for method in ("isotonic", "vector", "none"):
        recipe = {
            "task": "tabular-classification",
            "data": {"train": str(folder / "people.csv"), "target": "rich", "split": {"validation": 0.3}},
            "model": "linear",
            "train": {"calibrate": method},
            "evaluate": {"resamples": 100},
            "explain": False,
            "audit": False,
        }
        modelyard.run(recipe, out=folder / method)
    return folder


@pytest.mark.parametrize("method", ["isotonic", "vector"])
def test_the_artifact_answers_and_exports_by_its_calibration(runs, tmp_path, method):
    state = json.loads((runs / method / "artifact" / "task.json").read_text())
    assert state["calibration"]["method"] == method
    predictor = Predictor.load(runs / method)  # replays the golden examples
    rows = {"age": [25.0, 60.0], "hours": [20.0, 50.0]}
    answers = predictor.predict(rows)
    wanted = predictor.task.probabilities(predictor.outputs(rows))
    assert [list(answer["scores"].values()) for answer in answers] == wanted.tolist()
    parity = pipeline.export(runs / method, tmp_path / method)
    assert parity.labels.all()
    done = subprocess.run(
        [sys.executable, str(tmp_path / method / "run.py"), '{"age": 60, "hours": 50}'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert list(json.loads(done.stdout)["scores"].values()) == pytest.approx(wanted[1].tolist(), abs=1e-6)


def test_none_leaves_the_outputs_as_they_are(runs):
    predictor = Predictor.load(runs / "none")
    assert predictor.task.answers.temperature == 1.0
    assert predictor.task.answers.calibration is None
    held = Predictor.load(runs / "isotonic")
    rows = {"age": [25.0, 60.0], "hours": [20.0, 50.0]}
    assert predictor.outputs(rows) == pytest.approx(held.outputs(rows))
    assert not np.allclose(
        predictor.task.probabilities(predictor.outputs(rows)), held.task.probabilities(held.outputs(rows))
    )
