import pytest
import torch
from torch import nn

from modelyard.training import hardware


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(hardware, "SHAPES", ((64, 64, 64),))
    monkeypatch.setattr(hardware, "COPIED_BYTES", 1 << 16)


def test_the_best_rate_ever_seen_is_remembered(monkeypatch):
    seconds = iter([2.0, 1.0, 4.0])
    monkeypatch.setattr(hardware, "_least_seconds", lambda *_: next(seconds))
    assert hardware.matmul_flops_per_second("fp32") == 2 * 64**3 / 2.0
    assert hardware.matmul_flops_per_second("fp32") == 2 * 64**3 / 2.0  # remembered
    assert hardware.matmul_flops_per_second("fp32", fresh=True) == 2 * 64**3 / 1.0
    assert hardware.matmul_flops_per_second("fp32", fresh=True) == 2 * 64**3 / 1.0  # a busy machine takes nothing away
    assert next(seconds, None) is None


def test_threads_and_precisions_are_measured_apart(monkeypatch):
    seconds = iter([1.0, 2.0, 3.0])
    monkeypatch.setattr(hardware, "_least_seconds", lambda *_: next(seconds))
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(1)
        rates = [hardware.matmul_flops_per_second("fp32"), hardware.matmul_flops_per_second("bf16")]
        torch.set_num_threads(2)
        rates.append(hardware.matmul_flops_per_second("fp32"))
    finally:
        torch.set_num_threads(before)
    assert [2 * 64**3 / rate for rate in rates] == [1.0, 2.0, 3.0]


def test_real_rates_are_plausible():
    assert 1e6 < hardware.matmul_flops_per_second("fp32", seconds=0.01) < 1e16
    assert 1e6 < hardware.bandwidth_bytes_per_second(seconds=0.01) < 1e15


def test_a_cache_that_cannot_be_written_or_read_only_means_measuring_again(monkeypatch, tmp_path):
    (tmp_path / "modelyard").write_text("a file where a folder should be")
    assert hardware.matmul_flops_per_second("fp32", seconds=0.01) > 0
    monkeypatch.setattr(hardware.choices, "recall", lambda key: "no number")
    assert hardware.matmul_flops_per_second("fp32", seconds=0.01) > 0


@pytest.mark.parametrize("tied", [True, False])
def test_flops_of_a_decoder_by_hand(tied):
    from transformers import LlamaConfig, LlamaForCausalLM

    layers, width, inner, vocabulary, context, tokens = 3, 32, 48, 50, 16, 64
    config = LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=width,
        intermediate_size=inner,
        num_hidden_layers=layers,
        num_attention_heads=4,
        num_key_value_heads=2,
        tie_word_embeddings=tied,
    )
    model = nn.ModuleList([LlamaForCausalLM(config)])
    body = layers * (2 * width * width + 2 * width * width // 2 + 3 * width * inner + 2 * width) + width
    weights = body + vocabulary * width  # the head multiplies; an untied embedding only looks up
    assert hardware.Work.of(model) == hardware.Work(trained=weights, frozen=0, attention_width=layers * width)
    assert hardware.step_flops(model, tokens) == 6 * weights * tokens
    assert hardware.step_flops(model, tokens, context) == (6 * weights + 12 * layers * width * context) * tokens


def test_frozen_weights_cost_two_thirds():
    model = nn.Sequential(nn.Linear(4, 8, bias=False), nn.Linear(8, 2, bias=False))
    model[0].requires_grad_(False)
    assert hardware.step_flops(model, 10) == 10 * (4 * 32 + 6 * 16)


def test_bf16_is_told_of_the_device():
    assert isinstance(hardware.has_bf16(), bool)
    assert hardware.has_bf16("mps") is False


def test_utilisation_is_work_over_peak(monkeypatch):
    monkeypatch.setattr(hardware, "_least_seconds", lambda *_: 1.0)
    model = nn.Linear(10, 10, bias=False)
    meter = hardware.Meter.of(model, context=0, precision="fp32")
    assert meter.flops_per_token == 600
    assert meter.mfu(1000.0) == pytest.approx(600_000 / (2 * 64**3))
    assert 10 * 2**20 < meter.memory_bytes() < 2**40
