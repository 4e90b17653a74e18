import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.training.schedule import POLYNOMIAL_POWER, Timeline, factor

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
