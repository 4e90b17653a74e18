"""What a decoder writes is recorded and followed again; of the backends that pass, the faster is taken."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError
from modelyard.inference import fastest, greedy, language
from modelyard.inference.generation import Generator, Settings
from modelyard.inference.golden import Golden
from modelyard.inference.predictor import Predictor
from modelyard.tasks import language_modeling

sys.path.insert(0, str(Path(__file__).parents[1]))
from decoder_kit import parts, written


@pytest.fixture
def artifact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return written(tmp_path / "run" / "artifact")


def test_auto_measures_once_and_then_opens_the_chosen_one_alone(
    artifact: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = {"onnx": 0.001, "torch": 0.002}
    monkeypatch.setattr(fastest, "measure", lambda opened: {name: taken[name] for name in opened})
    first = language.load(artifact, threads=1)
    assert first.backend.name == "onnx" and first.largest_difference is not None and first.largest_difference < 1e-4

    opened: list[str] = []
    real = Predictor.open.__func__  # type: ignore[attr-defined]
    monkeypatch.setattr(
        Predictor, "open", classmethod(lambda cls, a, **k: (opened.append(k["backend"]), real(cls, a, **k))[1])
    )
    taken["torch"] = 0.0001
    assert language.load(artifact, threads=1).backend.name == "onnx"
    assert opened == ["onnx"]
    assert language.load(artifact, threads=2).backend.name == "torch"  # other threads: measured anew


def test_backends_are_measured_in_turns(artifact: Path) -> None:
    found = open_artifact(artifact)
    opened = {name: Predictor.open(found, backend=name, threads=1) for name in fastest.candidates(found)}
    assert set(opened) == {"onnx", "torch"}
    assert all(seconds > 0 for seconds in fastest.measure(opened).values())


def test_a_backend_that_answers_otherwise_is_left_out(artifact: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = greedy.compare

    def compare(golden: Golden, model: Any) -> float:
        if type(model).__name__ == "OnnxDecoder":
            raise ArtifactError("another text", where="golden.json")
        return real(golden, model)

    monkeypatch.setattr(greedy, "compare", compare)
    assert language.load(artifact, threads=1).backend.name == "torch"
    with pytest.raises(ArtifactError, match="another text"):
        language.load(artifact, backend="onnxruntime")


@pytest.mark.parametrize("backend", ["onnxruntime", "torch"])
def test_both_backends_write_the_same_texts(artifact: Path, backend: str) -> None:
    model = language.load(artifact, backend=backend, threads=1)
    assert isinstance(model, language.LanguagePredictor)
    task, _, network = parts()
    expected = Generator(network, task.tokenizer, end_ids=model.generator.end_ids)
    for options in (
        {"temperature": 0.0},
        {"temperature": 0.9, "top_k": 20, "seed": 3},
        {"temperature": 0.0, "beams": 3},
    ):
        prompts = ["the cat", "床前", ""]
        for one, other in zip(
            model.generate(prompts, max_new_tokens=12, **options),
            expected.generate(prompts, Settings(max_new_tokens=12, **options)),
            strict=True,
        ):
            assert one.tokens == other.tokens and one.text == other.text
            np.testing.assert_allclose(one.logprobs, other.logprobs, atol=1e-4)


def test_a_written_token_that_differs_is_refused(artifact: Path) -> None:
    found = open_artifact(artifact)
    model = Predictor.open(found, backend="onnx")
    golden = Golden.from_json(found.json("golden.json"))
    network: Any = model.backend.model  # type: ignore[attr-defined]
    assert greedy.compare(golden, network) < 1e-5
    tokens = list(golden.greedy[0]["tokens"])
    tokens[3] = (tokens[3] + 1) % 300
    wrong = [{**golden.greedy[0], "tokens": tokens}, *golden.greedy[1:]]
    with pytest.raises(ArtifactError, match="token by token"):
        greedy.compare(replace(golden, greedy=wrong), network)
    assert Golden.from_json(json.loads(json.dumps(golden.to_json()))).greedy == golden.greedy


def test_task_of_the_artifact_is_read_back(artifact: Path) -> None:
    assert isinstance(Predictor.load(artifact).task, language_modeling.Task)
