"""The time of a training step: published references, and what must hold for every network, layout and device."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.planning import costs, efficiency, hardware
from modelyard.planning.amounts import Training
from modelyard.planning.counting import work
from modelyard.planning.layout import Layout
from modelyard.planning.published.networks import architecture

A100, H100 = hardware.find("a100"), hardware.find("h100")


def gpt(layers, hidden, heads, vocab=51_200, positions=2048):
    sizes = {"layers": layers, "hidden": hidden, "heads": heads, "kv_heads": heads, "ffn": 4 * hidden}
    return architecture({"name": "gpt", "vocab": vocab, "seq_len": positions, **sizes})


def llama(layers, hidden, heads, kv_heads, ffn, vocab, positions, params):
    sizes = {"layers": layers, "hidden": hidden, "heads": heads, "kv_heads": kv_heads, "ffn": ffn, "params": params}
    return architecture({"name": "llama", "vocab": vocab, "seq_len": positions, **sizes})


def megatron_tflops(seconds, devices, batch, layers, hidden, positions=2048, vocab=51_200):
    """Narayanan et al. 2021, equation 3: with the forward pass that is computed again."""
    share = 1 + positions / (6 * hidden) + vocab / (16 * layers * hidden)
    return 96 * batch * positions * layers * hidden**2 * share / devices / seconds / 1e12


# Layers, width, heads, data, pipeline, interleave, batch, TFLOP/s a GPU as printed (arXiv:2104.04473, Tables 1 and 2).
MEGATRON = [
    (96, 12288, 96, 8, 12, 1, 1536, 149.0),  # GPT-3 175B on 768
    (96, 12288, 96, 16, 12, 1, 1536, 141.0),  # and on 1,536
    (105, 20480, 128, 8, 35, 1, 2240, 159.0),  # 530B on 2,240
    (128, 25600, 160, 6, 64, 1, 3072, 163.0),  # 1T on 3,072
]


@pytest.mark.parametrize(("layers", "hidden", "heads", "data", "pipeline", "interleave", "batch", "printed"), MEGATRON)
def test_megatron_gpt3_and_1t(layers, hidden, heads, data, pipeline, interleave, batch, printed):
    layout = Layout(data=data, tensor=8, pipeline=pipeline, interleave=interleave, recompute="full")
    network = gpt(layers, hidden, heads)
    step = costs.training_step(network, layout, A100, Training(positions=2048, sequences=batch, software="plain-tuned"))
    reached = megatron_tflops(step.seconds, layout.devices, batch, layers, hidden)
    assert reached == pytest.approx(printed, rel=0.08)
    assert step.low < step.seconds < step.high


KORTHIKANTI = [  # seconds an iteration, arXiv:2205.05198, Table 5, full recomputation
    (48, 6144, 64, 1, 1, 4, 4, 1.42),
    (96, 12288, 96, 8, 3, 1, 64, 18.13),
    (105, 20480, 128, 35, 3, 1, 280, 49.05),
    (128, 25600, 160, 64, 1, 1, 512, 94.42),
]


@pytest.mark.parametrize(
    ("layers", "hidden", "heads", "pipeline", "interleave", "micro", "batch", "seconds"), KORTHIKANTI
)
def test_korthikanti_iterations(layers, hidden, heads, pipeline, interleave, micro, batch, seconds):
    layout = Layout(tensor=8, pipeline=pipeline, interleave=interleave, micro_batch=micro, recompute="full")
    network = gpt(layers, hidden, heads)
    step = costs.training_step(network, layout, A100, Training(positions=2048, sequences=batch, software="plain-tuned"))
    assert step.seconds == pytest.approx(seconds, rel=0.10)


# Thousands of device-hours as Meta's model cards print them, tokens, the batch of the papers (4M, and 16M tokens).
LLAMA = [
    (llama(32, 4096, 32, 32, 11008, 32000, 4096, 6738415616), A100, Layout(data=1024, zero=1), 1024, 2e12, 184.32),
    (llama(40, 5120, 40, 40, 13824, 32000, 4096, 13015864320), A100, Layout(data=1024, zero=3), 1024, 2e12, 368.64),
    (
        llama(80, 8192, 64, 8, 28672, 32000, 4096, 68976648192),
        A100,
        Layout(data=256, zero=3, tensor=8, sequence=True, micro_batch=2),
        1024,
        2e12,
        1720.32,
    ),
    (
        llama(80, 8192, 64, 8, 28672, 128256, 8192, 70553706496),
        H100,
        Layout(data=1024, zero=3, tensor=8, sequence=True, micro_batch=2),
        2048,
        15e12,
        6400.0,
    ),
]


@pytest.mark.parametrize(("network", "device", "layout", "batch", "tokens", "printed"), LLAMA)
def test_llama_2_and_3_device_hours(network, device, layout, batch, tokens, printed):
    positions = 4096 if device is A100 else 8192
    step = costs.training_step(network, layout, device, Training(positions=positions, sequences=batch), whole_run=True)
    hours = tokens / (batch * positions) * step.seconds * layout.devices / 3600
    assert hours / 1e3 == pytest.approx(printed, rel=0.20)
    assert step.parts["interruptions"] > 0


def test_llama_3_8b_took_longer_than_its_training():
    """1.3M H100-hours for 15T tokens are a fifth of the peak: a known miss, of which the prediction is half."""
    network = llama(32, 4096, 32, 8, 14336, 128256, 8192, 8030261248)
    asked = Training(positions=8192, sequences=2048)
    step = costs.training_step(network, Layout(data=2048, zero=1), H100, asked, whole_run=True)
    assert 15e12 / (2048 * 8192) * step.seconds * 2048 / 3600 == pytest.approx(0.5 * 1.3e6, rel=0.15)


def test_bloom_176b():
    """1,082,880 A100-hours for 366B tokens on 384 of them over Omni-Path (BigScience, model card)."""
    network = gpt(70, 14336, 112, vocab=250_880)
    layout = Layout(data=8, zero=1, tensor=4, pipeline=12, micro_batch=2, recompute="full")
    device = A100.on_network(4 * 100e9 / 8 / 8)
    step = costs.training_step(
        network, layout, device, Training(positions=2048, sequences=2048, software="plain"), whole_run=True
    )
    assert 366e9 / (2048 * 2048) * step.seconds * 384 / 3600 == pytest.approx(1_082_880, rel=0.15)


SMALL = gpt(12, 768, 12, vocab=50_304, positions=1024)
DEVICES = st.sampled_from(
    [hardware.find(name) for name in ("a100", "h100", "t4", "b200", "mi300x", "rtx4090", "tpuv5e")]
)


@settings(max_examples=60, deadline=None)
@given(
    DEVICES,
    st.sampled_from([1, 2, 4, 8]),
    st.sampled_from([0, 1, 2, 3]),
    st.sampled_from([1, 2, 4]),
    st.sampled_from([1, 2, 3]),
    st.sampled_from([1, 2, 4]),
    st.sampled_from(["none", "selective", "full"]),
    st.sampled_from(["eager", "plain", "fused", "tuned"]),
    st.sampled_from(["bf16", "fp8", "fp16", "fp32"]),
)
def test_parts_are_positive_and_add_up(device, data, zero, tensor, pipeline, micro, recompute, software, precision):
    layout = Layout(data=data, zero=zero, tensor=tensor, pipeline=pipeline, micro_batch=micro, recompute=recompute)
    step = costs.training_step(
        SMALL, layout, device, Training(positions=1024, sequences=64, software=software, precision=precision)
    )
    assert all(value > 0 for value in step.parts.values())
    assert step.seconds == pytest.approx(math.fsum(step.parts.values()))
    assert 0 < step.low <= step.seconds <= step.high


@settings(max_examples=40, deadline=None)
@given(DEVICES, st.sampled_from([0, 1, 3]), st.sampled_from([1, 2, 4, 8, 16]), st.sampled_from([2, 4]))
def test_more_devices_never_compute_longer(device, zero, data, more):
    def computing(count):
        counted = work(SMALL, Layout(data=count, zero=zero), device, Training(positions=1024, sequences=64))
        return counted.products + counted.traffic + counted.attention + counted.elementwise + counted.optimizer

    assert computing(data * more) <= computing(data) * (1 + 1e-9)


@settings(max_examples=40, deadline=None)
@given(DEVICES, st.sampled_from([1, 2, 4, 8]), st.sampled_from([256, 1024, 4096]), st.integers(1, 4))
def test_more_work_takes_longer(device, data, positions, times):
    def seconds(**changed):
        asked = {"positions": positions, "sequences": 8 * data} | changed
        return costs.training_step(SMALL, Layout(data=data), device, Training(**asked)).seconds

    assert seconds(sequences=8 * data * times) >= seconds()
    assert seconds(positions=positions * times) >= seconds()


def test_recomputation_costs_a_forward_pass_of_the_layers():
    asked = Training(positions=1024, sequences=8)
    amounts = {word: work(SMALL, Layout(recompute=word), A100, asked) for word in ("none", "full")}
    layers = sum(b.flops(1024) for b in SMALL.blocks if b.recomputable) - sum(
        b.repeats * b.attention.flops(1024) * 1024 for b in SMALL.blocks if b.attention
    )
    whole = 3 * sum(
        b.flops(1024) - (b.repeats * b.attention.flops(1024) * 1024 if b.attention else 0) for b in SMALL.blocks
    )
    assert amounts["full"].products / amounts["none"].products == pytest.approx((whole + layers) / whole)


def test_a_pipelines_idle_share():
    """(p - 1) / (v m): Narayanan et al. 2021, section 2.2."""
    counted = work(SMALL, Layout(pipeline=4, interleave=3), A100, Training(positions=1024, sequences=16))
    assert counted.bubble == pytest.approx(3 / (3 * 16))


def test_frozen_weights_spare_their_gradient():
    from modelyard.planning.published.networks import with_adapters

    whole = work(SMALL, Layout(), A100, Training(positions=1024, sequences=8))
    adapted = work(with_adapters(SMALL), Layout(), A100, Training(positions=1024, sequences=8))
    assert 0.6 < adapted.products / whole.products < 0.8
    assert adapted.optimizer < 0.05 * whole.optimizer


@pytest.mark.parametrize("field", ["positions", "sequences"])
def test_an_empty_batch_names_the_field(field):
    with pytest.raises(RecipeError, match=rf"{field}: must be >= 1. Got 0"):
        costs.training_step(SMALL, Layout(), A100, Training(**{"positions": 8, "sequences": 8} | {field: 0}))


def test_a_generation_never_measured_has_the_widest_band():
    widest = costs.training_step(SMALL, Layout(), hardware.find("mi300x"), Training(positions=1024, sequences=8))
    known = costs.training_step(SMALL, Layout(), A100, Training(positions=1024, sequences=8))
    assert widest.high / widest.low > known.high / known.low
    assert max(band.high / band.low for band in efficiency.bands("training").values()) == pytest.approx(
        widest.high / widest.low
    )
