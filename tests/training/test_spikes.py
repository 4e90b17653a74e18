import math
import statistics

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.training.spikes import (
    CHECK,
    IN_A_ROW,
    LEAST,
    MOST_REWINDS,
    WINDOW,
    Guard,
    Rewinds,
    Skipped,
    anchor_every,
)


def drive(guard, norms):
    """Which steps were refused, and what the looks reported."""
    refused, events = [], []
    for number, norm in enumerate(norms, 1):
        if bool(guard.judge(torch.tensor(norm, dtype=torch.float32))):
            refused.append(number)
        events += guard.look()
    return refused, events


def rule(norms, factor, floor):
    """The rule of the module's docstring, written out."""
    kept, limit, refused = [], math.inf, []
    for number, norm in enumerate(norms, 1):
        if math.isfinite(norm) and norm <= limit:
            kept.append(norm)
        else:
            refused.append(number)
        if number % CHECK == 0 and len(kept) >= LEAST and factor is not None:
            limit = max(factor * statistics.median_low(kept[-WINDOW:]), floor or 0.0)
    return refused


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    factor=st.sampled_from([None, 2.0, 10.0]),
    floor=st.sampled_from([None, 1.0, 5.0]),
    count=st.integers(1, 400),
)
def test_the_stated_rule(seed, factor, floor, count):
    random = torch.Generator().manual_seed(seed)
    norms = torch.exp(torch.randn(count, generator=random)).tolist()
    for place, bad in ((7, math.nan), (50, math.inf), (90, 1e6), (91, 1e6), (200, math.nan)):
        if place < count:
            norms[place] = bad
    guard = Guard(factor, floor)
    refused, events = drive(guard, norms)
    assert refused == rule(norms, factor, floor)
    looked = count - count % CHECK
    assert [event.step for event in events] == [step for step in refused if step <= looked]


def test_every_event_says_what_happened():
    _, events = drive(Guard(10.0, 1.0), [1.0] * 40 + [math.nan, 20.0] + [1.0] * 22)
    assert [str(event) for event in events] == [
        "step 41 was skipped: its gradient is not a number",
        "step 42 was skipped: its gradient norm 20 is above 10",
    ]
    assert events[0].limit == math.inf
    assert events[1] == Skipped(42, 20.0, 10.0)


def test_what_clipping_would_leave_alone_is_no_spike():
    quiet = [1e-4] * 64
    assert drive(Guard(10.0, 1.0), [*quiet, 0.9])[0] == []
    assert drive(Guard(10.0, None), [*quiet, 0.9])[0] == [65]


def test_many_in_a_row_ask_for_a_rewind():
    guard = Guard(None, 1.0)
    drive(guard, [1.0] * (CHECK - IN_A_ROW + 1) + [math.nan] * (IN_A_ROW - 1))
    assert not guard.rewind_is_due
    drive(guard, [math.nan] * CHECK)
    assert guard.rewind_is_due
    drive(guard, [1.0] * CHECK)
    assert not guard.rewind_is_due


@pytest.mark.parametrize("cut", [1, 15, 16, 17, 70, 130, 299])
def test_resumed_anywhere_it_judges_the_same(cut):
    random = torch.Generator().manual_seed(1)
    norms = torch.exp(1.5 * torch.randn(300, generator=random)).tolist()
    whole = drive(Guard(4.0, 1.0), norms)
    first = Guard(4.0, 1.0)
    before = drive(first, norms[:cut])
    second = Guard(4.0, 1.0)
    second.load_state({name: tensor.clone() for name, tensor in first.state().items()})
    refused, events = drive(second, norms[cut:])
    assert (before[0] + [cut + step for step in refused], before[1] + events) == whole


def test_figures_of_a_skipped_step_count_nothing():
    guard = Guard(None, None)
    guard.judge(torch.tensor(math.nan))
    assert float(guard.kept(torch.tensor(math.nan))) == 0.0
    guard.judge(torch.tensor(1.0))
    assert float(guard.kept(torch.tensor(3.0, dtype=torch.float64))) == 3.0


@pytest.mark.parametrize("total", [1, 15, 320, 1000, 123_457])
def test_anchors_lie_where_the_host_looks(total):
    every = anchor_every(total)
    assert every % CHECK == 0
    assert total / every <= 20


def test_rewinds_pass_over_what_was_taken():
    rewinds = Rewinds()
    assert [rewinds.position(step) for step in (0, 50)] == [0, 50]
    rewinds.add(100, 116)
    assert [rewinds.position(step) for step in (99, 100, 129)] == [99, 116, 145]
    rewinds.add(100, 130)
    assert rewinds.position(100) == 146
    assert not rewinds.exhausted
    rewinds.add(160, 170)
    assert len(rewinds.done) == MOST_REWINDS
    assert rewinds.exhausted
    assert rewinds.position(160) == 160 + 16 + 30 + 10
    assert Rewinds.from_json(rewinds.to_json()).done == rewinds.done
    # A checkpoint of step 120 from before the first rewind lies on the branch that was left.
    assert rewinds.is_abandoned(120, 0)
    assert not rewinds.is_abandoned(100, 0)
    assert not rewinds.is_abandoned(150, 2)
    assert rewinds.is_abandoned(165, 2)
    assert not rewinds.is_abandoned(165, 3)
