"""The shape that config.json states, and weights in 8 and 4 bits against plain arithmetic."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import LlamaConfig
from transformers.models.llama.modeling_llama import LlamaRotaryEmbedding

from modelyard.inference import decoding
from modelyard.inference.decoder_onnx import OnnxDecoder
from modelyard.models import _decoder_graph, _decoder_weights, decoder
from modelyard.models._decoder_shape import shape_of


@pytest.mark.parametrize(
    "rope",
    [
        {"rope_type": "default", "rope_theta": 10_000.0},
        {"rope_type": "linear", "rope_theta": 5_000.0, "factor": 4.0},
        {
            "rope_type": "llama3",
            "rope_theta": 500_000.0,
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 64,
        },
    ],
)
def test_turns_are_those_of_transformers(rope: dict[str, Any]) -> None:
    config = LlamaConfig(hidden_size=128, num_attention_heads=2, rope_parameters=rope, max_position_embeddings=256)
    expected = LlamaRotaryEmbedding(config).inv_freq.numpy()
    np.testing.assert_allclose(shape_of(config.to_dict()).turns, expected, rtol=3e-7)


@given(
    bits=st.sampled_from((4, 8)),
    block=st.sampled_from((16, 32, 64)),
    inputs=st.integers(1, 130),
    seed=st.integers(0, 99),
)
@settings(max_examples=60, deadline=None)
def test_codes_are_within_half_a_step(bits: int, block: int, inputs: int, seed: int) -> None:
    weight = np.random.default_rng(seed).standard_normal((5, inputs)).astype(np.float32)
    weight[0] = 0
    codes, scales = _decoder_weights.quantised(weight, bits, block)
    blocks = -(-inputs // block)
    assert codes.shape == (5, blocks, block * bits // 8) and scales.shape == (5, blocks)
    plain = codes if bits == 8 else np.stack([codes & 15, codes >> 4], axis=-1).reshape(5, blocks, block)
    back = (plain.astype(np.float32) - (1 << (bits - 1))) * scales[..., None]
    wrong = np.abs(back.reshape(5, -1)[:, :inputs] - weight)
    step = np.repeat(np.abs(scales), block, axis=1)[:, :inputs]
    # A weight of the largest one's size and the other sign is a whole step off; a smaller scale cuts more of 4 bits.
    assert (wrong <= step * (1.001 if bits == 8 else 2.6)).all()
    assert np.median(wrong / step) <= 0.5
    assert not back[0].any()


@pytest.mark.parametrize(("name", "tolerance"), [("int8-weights", 0.02), ("int4", 0.2)])
def test_smaller_weights_give_nearly_the_same_logits(tmp_path: Path, name: str, tolerance: float) -> None:
    torch.manual_seed(0)
    # No width is a multiple of the blocks: the last one is padded.
    config = decoder.Config(max_length=64, layers=2, width=72 * 2, heads=3, inner=200, tied=name == "int4")
    spec: Any = SimpleNamespace(width=300, max_length=64, pad_id=0, end_id=1, stop_ids=None)
    model = decoder.build(config, spec).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(3 if parameter.ndim > 1 else 1)
    decoder.save(model, config, tmp_path)
    target = tmp_path / name
    target.mkdir()
    (target / "config.json").write_bytes((tmp_path / "config.json").read_bytes())
    _decoder_graph.write_smaller(tmp_path, target, name)
    assert (target / "weights.safetensors").stat().st_size < 0.4 * (tmp_path / "model.safetensors").stat().st_size
    prompts = [[5, 6, 7], [9] * 20]
    one, other = decoding.start(model, prompts, 32), decoding.start(OnnxDecoder(target, 1), prompts, 32)
    for _ in range(3):
        assert np.abs(one.logits - other.logits).mean() < tolerance
        one.step([3, 4])
        other.step([3, 4])
