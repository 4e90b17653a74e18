"""A decoder under ONNX Runtime beside the same weights under torch: sequences that come, go, double and grow."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import ArtifactError
from modelyard.core.features import Tokens
from modelyard.inference import decoding, scoring
from modelyard.inference.backends import Language
from modelyard.inference.beams import search
from modelyard.inference.decoder_likelihood import OnnxLanguage
from modelyard.inference.decoder_onnx import CHUNK, OnnxDecoder
from modelyard.models import _decoder_graph, decoder

# Sums of float32 in another order; logits are up to 5 here.
TOLERANCE = 5e-5
VOCABULARY, CONTEXT = 400, 600
SHAPES = {
    "llama": {"layers": 2, "width": 64, "heads": 4, "kv_heads": 2},
    "llama, output of its own": {"layers": 2, "width": 48, "heads": 3, "tied": False, "rope_theta": 500.0},
    "qwen3": {"layers": 2, "width": 96, "heads": 6, "kv_heads": 2, "qk_norm": True},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decoders")


@cache
def both(folder: Path, name: str, dtype: torch.dtype = torch.float32) -> tuple[Any, OnnxDecoder]:
    torch.manual_seed(0)
    config = decoder.Config(max_length=CONTEXT, **SHAPES[name])
    spec: Any = SimpleNamespace(width=VOCABULARY, max_length=CONTEXT, pad_id=0, end_id=1, stop_ids=None)
    model = decoder.build(config, spec).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(4 if parameter.ndim > 1 else 1.5)
        model.to(dtype)
    directory = folder / f"{name} {dtype}"
    directory.mkdir()
    decoder.save(model, config, directory)
    _decoder_graph.write_graph(directory)
    return decoder.open(directory), OnnxDecoder(directory, 1)


def prompts(*lengths: int, seed: int = 0) -> list[list[int]]:
    random = np.random.default_rng(seed)
    return [random.integers(0, VOCABULARY, length).tolist() for length in lengths]


def same(one: Any, other: Any, tolerance: float = TOLERANCE) -> None:
    np.testing.assert_allclose(other.logits, one.logits, atol=tolerance, rtol=tolerance)


@pytest.mark.parametrize("name", SHAPES)
def test_sequences_of_unlike_lengths_continue_as_under_torch(folder: Path, name: str) -> None:
    model, runtime = both(folder, name)
    given = prompts(5, 1, 2 * CHUNK + 7, 63, 17)
    one, other = decoding.start(model, given, CONTEXT), decoding.start(runtime, given, CONTEXT)
    same(one, other)
    for _ in range(3):
        tokens = one.logits.argmax(axis=1).tolist()
        one.step(tokens)
        other.step(tokens)
        same(one, other)


@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_sequences_come_go_and_double(folder: Path, data: st.DataObject) -> None:
    model, runtime = both(folder, "llama")
    given = prompts(4, 9, 2)
    one, other = decoding.start(model, given, 32), decoding.start(runtime, given, 32)
    for number in range(4):
        count = len(one.logits)
        if data.draw(st.booleans(), "joins"):
            more = prompts(*data.draw(st.lists(st.integers(1, 30), min_size=1, max_size=3), "lengths"), seed=number)
            room = data.draw(st.sampled_from((40, 200)))
            assert one.join(decoding.start(model, more, room))
            assert other.join(decoding.start(runtime, more, room))
        else:
            rows = data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=6), "rows")
            one.select(rows)
            other.select(rows)
        same(one, other)
        tokens = data.draw(st.lists(st.integers(0, VOCABULARY - 1), min_size=len(one.logits), max_size=len(one.logits)))
        one.step(tokens)
        other.step(tokens)
        same(one, other)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_weights_of_16_bits_are_read(folder: Path, dtype: torch.dtype) -> None:
    model, runtime = both(folder, "llama", dtype)
    same(decoding.start(model, prompts(6), 8), decoding.start(runtime, prompts(6), 8))


def test_likelihood_is_that_of_torch(folder: Path) -> None:
    model, runtime = both(folder, "qwen3")
    documents = prompts(1, 2, 700, 40)
    documents[3][5:9] = [~token for token in documents[3][5:9]]  # given, not predicted
    ids = np.concatenate([np.array(one, dtype=np.int32) for one in documents])
    tokens = Tokens(ids, np.cumsum([0, *map(len, documents)]))
    spec: Any = SimpleNamespace(max_length=300, pad_id=0)
    backends = []
    for kind, network in ((Language, model), (OnnxLanguage, runtime)):
        backend: Any = kind.__new__(kind)
        backend.model, backend._spec = network, spec
        backends.append(backend(tokens))
    np.testing.assert_allclose(backends[1], backends[0], rtol=1e-5)


def test_scores_and_beams_are_those_of_torch(folder: Path) -> None:
    model, runtime = both(folder, "llama")
    for one, other in zip(
        scoring.score(model, prompts(1, 9), top=3), scoring.score(runtime, prompts(1, 9), top=3), strict=True
    ):
        np.testing.assert_allclose(other.logprobs, one.logprobs, atol=TOLERANCE)
        assert [[token for token, _ in top] for top in other.tops] == [[token for token, _ in top] for top in one.tops]
    found = [
        search(
            network, prompts(7)[0], count=4, limit=12, end_ids=(1,), length_penalty=1.0, repetition_penalty=1.1
        )[0]
        for network in (model, runtime)
    ]  # fmt: skip
    assert found[0] == found[1]


def test_other_definitions_are_refused_and_damage_is_told(folder: Path, tmp_path: Path) -> None:
    model, _ = both(folder, "llama")
    model.network.save_pretrained(tmp_path)
    _decoder_graph.write_graph(tmp_path)
    content = (tmp_path / "config.json").read_text()
    for old, new in (('"llama"', '"gpt2"'), ('"head_dim": 16', '"head_dim": 8'), ('"silu"', '"gelu"')):
        (tmp_path / "config.json").write_text(content.replace(old, new))
        with pytest.raises(ArtifactError, match="only plain Llama and Qwen3"):
            OnnxDecoder(tmp_path)
    (tmp_path / "config.json").write_text(content)
    weights = (tmp_path / "model.safetensors").read_bytes()
    (tmp_path / "model.safetensors").write_bytes(weights[:-1000])
    with pytest.raises(ArtifactError, match="cannot be read"):
        OnnxDecoder(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"\xff" * 40)
    with pytest.raises(ArtifactError, match="cannot be read"):
        _decoder_graph.write_graph(tmp_path)
