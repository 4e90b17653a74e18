"""Models whose data was masked: what is explained is what they read, and what was asked to be masked is never told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from modelyard.data.personal.masking import Masker
from modelyard.explanation.case import Model
from modelyard.explanation.drawn import explained
from modelyard.explanation.explain import explain
from modelyard.explanation.methods import METHODS
from modelyard.explanation.served import ServedExplainer
from modelyard.inference.predictor import Predictor

SECRET = "please mail jane.roe@corp.example or call 13912345678, a good 房间"
MASKED = "please mail 〔EMAIL〕 or call 〔PHONE〕, a good 房间"


@pytest.fixture(params=["linear", "encoder"])
def model(request, packaged):
    opened = Predictor.load(packaged(request.param))
    task = replace(opened.task, masker=Masker(mode="mask", columns=("text",)))
    return Model(predictor=Predictor(opened.artifact, task, opened.backend), run=packaged(request.param))


def test_every_method_lines_up_with_what_was_read_and_tells_nothing(model):
    linear = model.weights is not None
    fitting = [
        name for name, one in METHODS.items() if name == "nearest" or not (one.inside if linear else name == "exact")
    ]
    for method in fitting:
        found = explain(model, {"text": SECRET}, method=method, seconds=2.0)
        assert "".join(text for text, _ in found.pieces) == MASKED, method
        assert {"〔EMAIL〕", "〔PHONE〕"} <= {text for text, _ in found.units}, method
        told = json.dumps([found.to_json(), explained([found], title="t")], ensure_ascii=False)
        assert not any(part in told for part in ("jane", "corp", "139123")), method


def test_a_server_tells_nothing_either(model):
    from contextlib import nullcontext

    found = ServedExplainer(model.predictor)({"text": SECRET}, method=None, label=None, seconds=1.0, room=nullcontext)
    assert "".join(text for text, _ in found["pieces"]) == MASKED
    assert "jane" not in json.dumps(found) and "139123" not in json.dumps(found)
