"""Layouts: what divides and what is refused, by field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.planning.layout import Layout
from modelyard.planning.published.networks import architecture

SIZES = {"layers": 12, "hidden": 768, "heads": 12, "kv_heads": 12, "ffn": 3072, "vocab": 50304, "seq_len": 1024}
GPT = architecture({"name": "gpt", **SIZES})
ROUTED = architecture({"name": "routed", **SIZES, "experts": 8, "experts_per_token": 2})

REFUSED = [
    ({"tensor": 5}, {}, r"layout\.tensor: must divide the 12 attention heads.*Got 5.*1, 2, 3, 4, 6, 12"),
    ({"pipeline": 24}, {}, r"layout\.pipeline: times interleave must be <= the 12 layers"),
    ({"pipeline": 4, "interleave": 4}, {}, r"layout\.pipeline: times interleave"),
    ({"expert": 3, "data": 3}, {}, r"layout\.expert: needs a network with experts"),
    ({"context": 3}, {"positions": 1024}, r"layout\.context: times two must divide the 1024 positions"),
    ({"data": 7}, {"sequences": 64}, r"layout\.data: must divide the batch of 64 sequences.*Nearest batch: 63"),
    ({"data": 8, "micro_batch": 3}, {"sequences": 64}, r"layout\.micro_batch: must divide the batch of 64"),
]


@pytest.mark.parametrize(("degrees", "asked", "says"), REFUSED)
def test_what_does_not_divide_is_refused_by_field(degrees, asked, says):
    with pytest.raises(RecipeError, match=says):
        Layout(**degrees).check(GPT, **asked)


def test_experts_must_divide():
    Layout(expert=4, data=4).check(ROUTED)
    with pytest.raises(RecipeError, match=r"layout\.expert: must divide the 8 experts.*Got 3"):
        Layout(expert=3, data=3).check(ROUTED)
    with pytest.raises(RecipeError, match=r"layout\.expert: must divide data x context x tensor = 2"):
        Layout(expert=4, data=2).check(ROUTED)


@pytest.mark.parametrize("field", ["data", "tensor", "pipeline", "interleave", "context", "expert", "micro_batch"])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, "2"])
def test_a_degree_is_a_positive_whole_number(field, value):
    with pytest.raises(RecipeError, match=rf"layout\.{field}: must be a whole number >= 1"):
        Layout(**{field: value})


def test_words_and_stages_are_checked():
    with pytest.raises(RecipeError, match=r"layout\.zero: must be one of 0, 1, 2, 3"):
        Layout(zero=4)
    with pytest.raises(RecipeError, match=r"layout\.recompute: must be one of none, selective, full"):
        Layout(recompute="all")
    with pytest.raises(RecipeError, match=r"layout\.interleave: needs pipeline > 1"):
        Layout(interleave=2)


@given(
    st.integers(1, 8), st.integers(1, 4), st.integers(1, 4), st.integers(1, 2), st.integers(1, 8), st.integers(1, 512)
)
def test_devices_and_micro_batches_multiply(data, tensor, pipeline, context, micro, sequences):
    layout = Layout(data=data, tensor=tensor, pipeline=pipeline, context=context, micro_batch=micro)
    assert layout.devices == data * tensor * pipeline * context
    assert layout.replicas * tensor * pipeline == layout.devices
    steps = layout.micro_batches(sequences)
    assert steps >= 1 and steps * data * micro >= min(sequences, steps * data * micro)
    assert (steps - 1) * data * micro < sequences
