import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import (
    MinPLogitsWarper,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from modelyard.inference import sampling

NONE = {"temperature": 1.0, "top_k": None, "top_p": None, "min_p": None}
LOGITS = st.lists(st.floats(-20, 20, width=32), min_size=2, max_size=40, unique=True).map(np.array)


def theirs(processors, logits, seen=(0,)):
    scores = torch.tensor(logits[None], dtype=torch.float64)
    for processor in processors:
        scores = processor(torch.tensor([seen]), scores)
    return scores[0].numpy()


@given(LOGITS, st.floats(0.05, 5))
def test_temperature(logits, temperature):
    ours = sampling.warp(logits, **{**NONE, "temperature": temperature})
    np.testing.assert_allclose(ours, theirs([TemperatureLogitsWarper(temperature)], logits), rtol=1e-12)


@given(LOGITS, st.integers(1, 50))
def test_top_k(logits, top_k):
    ours = sampling.warp(logits, **{**NONE, "top_k": top_k})
    np.testing.assert_array_equal(ours, theirs([TopKLogitsWarper(top_k)], logits))


@given(LOGITS, st.floats(0.01, 1))
def test_top_p(logits, top_p):
    ours = sampling.warp(logits, **{**NONE, "top_p": top_p})
    np.testing.assert_array_equal(ours, theirs([TopPLogitsWarper(top_p)], logits))


@given(LOGITS, st.floats(0, 1))
def test_min_p(logits, min_p):
    ours = sampling.warp(logits, **{**NONE, "min_p": min_p})
    np.testing.assert_array_equal(ours, theirs([MinPLogitsWarper(min_p)], logits))


@given(LOGITS, st.floats(0.1, 3), st.lists(st.integers(0, 1), min_size=1, max_size=5))
def test_repetition_penalty(logits, penalty, seen):
    ours = sampling.penalise(logits, seen, penalty)
    np.testing.assert_allclose(ours, theirs([RepetitionPenaltyLogitsProcessor(penalty)], logits, seen), rtol=1e-12)


@given(LOGITS)
@settings(max_examples=30)
def test_all_in_the_order_of_transformers(logits):
    ours = sampling.warp(sampling.penalise(logits, [1], 1.3), temperature=0.7, top_k=12, top_p=0.9, min_p=0.05)
    processors = [
        RepetitionPenaltyLogitsProcessor(1.3),
        TemperatureLogitsWarper(0.7),
        TopKLogitsWarper(12),
        TopPLogitsWarper(0.9),
        MinPLogitsWarper(0.05),
    ]
    np.testing.assert_allclose(ours, theirs(processors, logits, [1]), rtol=1e-12)


def test_draws_follow_the_probabilities():
    scores = np.log(np.array([0.5, 0.0001, 0.3, 0.1999]))
    scores[1] = -np.inf
    random = np.random.default_rng(0)
    drawn = np.bincount([sampling.draw(scores, random) for _ in range(20_000)], minlength=4) / 20_000
    expected = sampling.probabilities(scores)
    # Five standard errors of a share of 20,000 draws.
    np.testing.assert_array_less(np.abs(drawn - expected), 5 * np.sqrt(0.25 / 20_000))
    assert drawn[1] == 0


@pytest.mark.parametrize("scores", [[0.0, -np.inf], [-np.inf, 0.0]])
def test_a_token_without_probability_is_never_drawn(scores):
    class Edge:
        def __init__(self, value):
            self.value = value

        def random(self):
            return self.value

    for value in (0.0, np.nextafter(1, 0)):
        assert scores[sampling.draw(np.array(scores), Edge(value))] == 0.0


@pytest.mark.parametrize("temperature", [5e-324, 1e-310, 1e-300, 1e-9])
def test_a_temperature_next_to_zero_takes_the_likeliest(temperature):
    scores = sampling.warp(np.array([1.0, 5.0, -200.0, 4.9]), temperature=temperature, top_k=None, top_p=0.9, min_p=0.1)
    assert sampling.draw(scores, np.random.default_rng(0)) == 1
