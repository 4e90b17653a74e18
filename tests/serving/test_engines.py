"""Backends of a served model: each answers as the others, and `auto` takes the fastest of those that pass."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from test_served_model import assert_same, some_rows

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.inference import Predictor
from modelyard.serving import engines
from modelyard.serving.model import load

Packaged = Callable[[str], Path]


@pytest.mark.parametrize("backend", ["stored", "onnx", "torch", "openvino", "auto"])
def test_each_backend_answers_as_the_predictor(packaged: Packaged, backend: str) -> None:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    if backend == "openvino":
        pytest.importorskip("openvino", reason="openvino is not installed (extra: openvino)")
    path = packaged("encoder")
    rows = some_rows("encoder", 50, random.Random(2))
    model = load(path, backend=backend, threads=1)
    columns = {"text": [row["text"] for row in rows]}
    (_, answers), *_ = model.answers(columns)
    assert_same(answers, Predictor.load(path, threads=1).predict(rows))


@pytest.mark.parametrize("fastest", ["onnx", "torch"])
def test_auto_takes_the_fastest(
    packaged: Packaged, fastest: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    real = engines._seconds
    monkeypatch.setattr(engines, "_seconds", lambda m: real(m) * 0 + (m.backend.name != fastest) + 0.001)
    with caplog.at_level(logging.INFO, logger="modelyard.serving"):
        found = engines.open_model(packaged("encoder"), backend="auto", threads=1)
    assert f"{fastest} 1.0 ms" in caplog.text
    assert found.backend.name == fastest


def test_a_backend_that_answers_otherwise_is_left_out(
    packaged: Packaged, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    real = engines.load_any

    def wrong(path: Path, *, backend: str = "auto", threads: int | None = None) -> Predictor:
        if backend == "onnx":
            raise ArtifactError("3 of 64 golden examples differ")
        return real(path, backend=backend, threads=threads)

    monkeypatch.setattr(engines, "load_any", wrong)
    monkeypatch.setattr(engines, "_by_openvino", lambda artifact, threads: wrong(artifact.path, backend="onnx"))
    found = engines.open_model(packaged("encoder"), backend="auto", threads=1)
    assert found.backend.name == "torch" and "left out: 3 of 64" in caplog.text


def test_what_there_is_no_backend_for(packaged: Packaged) -> None:
    with pytest.raises(RecipeError, match="no such backend"):
        load(packaged("linear"), backend="tpu")
    with pytest.raises(ArtifactError, match=r"model\.onnx"):
        load(packaged("linear"), backend="openvino")
    auto = load(packaged("linear"), backend="auto")
    assert auto.predictor.backend.name == "numpy"
    np.testing.assert_equal(auto.about["family"], "linear")
