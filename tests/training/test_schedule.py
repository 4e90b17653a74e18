import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.recipe import Train
from modelyard.training.schedule import POLYNOMIAL_POWER, Timeline, factor, learning_rate

CLOSED = {
    "constant": lambda t: 1.0,
    "linear": lambda t: 1 - t,
    "cosine": lambda t: 0.5 * (1 + math.cos(math.pi * t)),
    "polynomial": lambda t: (1 - t) ** POLYNOMIAL_POWER,
}


@pytest.mark.parametrize("warmup", [0, 1, 10])
@pytest.mark.parametrize("name", CLOSED)
def test_closed_form(name, warmup):
    total = 100
    for step in range(total):
        expected = (step + 1) / warmup if step < warmup else CLOSED[name]((step - warmup) / (total - warmup))
        assert factor(name, step, total, warmup) == pytest.approx(expected, abs=1e-12)
    assert factor(name, total, total, warmup) == pytest.approx(1.0 if name == "constant" else 0.0, abs=1e-12)


def test_a_timeline_without_refits_is_the_identity():
    timeline = Timeline(50)
    assert [timeline.position(step) for step in range(51)] == list(range(51))
    assert timeline.last == 50


@given(
    total=st.integers(2, 2000),
    refits=st.lists(st.tuples(st.floats(0.01, 0.99), st.floats(0.0, 2.0)), max_size=4),
    evaluations=st.integers(1, 12),
)
def test_refits_keep_the_schedule_whole(total, refits, evaluations):
    timeline, step = Timeline(total), 0
    for share, stretch in refits:
        step = step + int(share * (timeline.last - step))
        before = [timeline.position(s) for s in range(step + 1)]
        timeline.refit(step, step + int(stretch * (timeline.last - step)))
        assert [timeline.position(s) for s in range(step + 1)] == before  # what was done stays as it was
    positions = [timeline.position(s) for s in range(timeline.last + 1)]
    assert positions == sorted(positions)
    if timeline.last > step:
        assert positions[-1] == pytest.approx(total)  # it still ends at the end of the schedule
    due = [timeline.evaluations_due(s, evaluations) for s in range(timeline.last + 1)]
    assert due == sorted(due)
    assert due[-1] == evaluations  # one always stands at the end
    again = Timeline(timeline.to_json()["total"], timeline.to_json()["segments"])
    assert [again.position(s) for s in range(timeline.last + 1)] == positions


def test_evaluations_are_spread_evenly():
    timeline = Timeline(100)
    due = [timeline.evaluations_due(step, 4) for step in range(101)]
    assert [step for step in range(1, 101) if due[step] > due[step - 1]] == [25, 50, 75, 100]


@pytest.mark.parametrize("shape", ["1-sqrt", "linear"])
@pytest.mark.parametrize("min_rate", [0.0, 0.1])
def test_warm_up_stable_decay(shape, min_rate):
    section = Train(schedule="wsd", warmup=0.1, decay=0.25, decay_shape=shape, min_rate=min_rate)
    rates = [learning_rate(section, 2.0, step, 200) for step in range(201)]
    assert rates[:20] == pytest.approx([2.0 * (step + 1) / 20 for step in range(20)])
    assert rates[20:151] == pytest.approx([2.0] * 131)
    for step in range(150, 201):
        gone = (step - 150) / 50
        share = 1 - (gone if shape == "linear" else math.sqrt(gone))
        assert rates[step] == pytest.approx(2.0 * (min_rate + (1 - min_rate) * share), abs=1e-12)
    assert rates[200] == pytest.approx(2.0 * min_rate)


@given(
    name=st.sampled_from(["constant", "linear", "cosine", "polynomial", "wsd"]),
    min_rate=st.floats(0, 0.9),
    stretch=st.floats(0.1, 3.0),
    at=st.floats(0.0, 0.9),
)
def test_every_schedule_ends_at_its_least_rate_after_a_refit_too(name, min_rate, stretch, at):
    section = Train(schedule=name, min_rate=min_rate)
    timeline = Timeline(400)
    step = int(400 * at)
    timeline.refit(step, step + max(1, int((400 - step) * stretch)))
    rates = [learning_rate(section, 1.0, timeline.position(step), 400) for step in range(timeline.last + 1)]
    end = 1.0 if name == "constant" else min_rate
    assert rates[-1] == pytest.approx(end, abs=1e-6)
    assert max(rates) <= 1.0 + 1e-12
    falling = [r for s, r in enumerate(rates) if timeline.position(s) >= 400 * 0.06]
    assert all(later <= earlier + 1e-12 for earlier, later in itertools.pairwise(falling))


def test_a_schedule_that_is_all_warm_up_and_decay_fits_but_no_more():
    Train(schedule="wsd", warmup=0.25, decay=0.75)
    with pytest.raises(ValueError, match=r"warmup \+ decay must be at most 1.*try decay 0.5"):
        Train(schedule="wsd", warmup=0.5, decay=0.75)
