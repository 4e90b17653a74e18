"""The size that a budget buys."""

import pytest

from modelyard.models import decoder, mlp
from modelyard.training import sizing


@pytest.fixture
def peak(monkeypatch):
    monkeypatch.setattr(sizing, "matmul_flops_per_second", lambda precision, device: 3e11)


def sized(config, seconds, tokens=2_000_000, module=decoder):
    return sizing.sized(module, config, tokens=tokens, vocabulary=8000, seconds=seconds, precision="bf16")


def test_a_longer_budget_buys_a_larger_model(peak):
    counts = []
    for seconds in (60, 3600, 86_400):
        config, text = sized(decoder.Config(), seconds, tokens=100_000_000)
        counts.append(decoder.parameters(config.sizes, 8000, tied=True, qk_norm=False))
        assert config.is_sized
        assert f"{counts[-1]:,} parameters" in text
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_little_text_holds_the_size_down(peak):
    few, _ = sized(decoder.Config(), 86_400, tokens=100_000)
    many, _ = sized(decoder.Config(), 86_400, tokens=1_000_000_000)
    assert few.sizes["width"] < many.sizes["width"]


@pytest.mark.parametrize("config", [decoder.Config(preset="tiny"), decoder.Config(layers=3)])
def test_a_given_size_stays(peak, config):
    assert sized(config, 600) == (config, "")


def test_without_a_budget_or_a_rule_the_default_stays(peak):
    assert sized(decoder.Config(), None)[1] == ""
    assert sized(mlp.Config(), 600, module=mlp)[1] == ""
