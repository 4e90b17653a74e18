"""Figures of language models against closed forms."""

import math

import numpy as np
import pytest

from modelyard.metrics import language
from modelyard.metrics._metric import Undefined
from modelyard.metrics.intervals import estimates
from modelyard.metrics.paired import compare

BYTES = np.array([10, 20, 40], dtype=np.int64)
OUTPUTS = np.array([[8.0, 4], [10.0, 10], [50.0, 12]])


def test_the_figures_are_ratios_of_sums():
    values = {name: metric.function(BYTES, OUTPUTS) for name, metric in language.METRICS.items()}
    assert values["bits_per_byte"] == pytest.approx(68 / 70 / math.log(2))
    assert values["token_loss"] == pytest.approx(68 / 26)
    assert values["perplexity"] == pytest.approx(math.exp(68 / 26))
    assert values["bytes_per_token"] == pytest.approx(70 / 26)


def test_a_uniform_model_has_eight_bits():
    nats = BYTES * math.log(256)
    assert language.bits_per_byte(BYTES, np.stack([nats, BYTES], axis=1)) == pytest.approx(8)


def test_a_compressor_counts_no_tokens():
    outputs = OUTPUTS * [1, 0]
    assert language.bits_per_byte(BYTES, outputs) > 0
    with pytest.raises(Undefined, match="no tokens"):
        language.perplexity(BYTES, outputs)
    found, reasons = estimates(language, BYTES, outputs)
    assert set(found) == {"bits_per_byte"}
    assert set(reasons) == {"perplexity", "token_loss", "bytes_per_token"}


def test_nothing_to_judge_is_said():
    with pytest.raises(Undefined, match="no text"):
        language.bits_per_byte(np.zeros(0), np.zeros((0, 2)))
    with pytest.raises(Undefined, match="empty"):
        language.bits_per_byte(np.array([3, 0]), np.ones((2, 2)))
    with pytest.raises(Undefined, match="finite"):
        language.bits_per_byte(np.array([3]), np.array([[np.nan, 1]]))


def test_the_interval_covers_and_a_better_model_is_found():
    random = np.random.default_rng(0)
    lengths = random.integers(200, 2000, 200)
    rate = random.normal(1.5, 0.2, 200)
    one = np.stack([lengths * rate, lengths / 3], axis=1)
    two = np.stack([lengths * (rate + 0.05 + random.normal(0, 0.05, 200)), lengths / 3], axis=1)
    found, _ = estimates(language, lengths, one)
    low, high = found["bits_per_byte"].interval
    assert low < found["bits_per_byte"].value < high
    assert compare(language, "bits_per_byte", lengths, one, two).outcome == "better"
