"""What serving costs, against the arithmetic done by hand, and against a simulated queue."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.planning.answers import economics
from modelyard.planning.answers.economics import LOADED, Load, Speed, break_even, runway, serve

FAST = Speed(batch=1, seconds=0.1)  # ten a second when always busy, seven when loaded as far as it may be


def test_the_bill_by_hand():
    found = serve("X", 3.6, [FAST], Load(requests_per_second=14, tokens_in=60, tokens_out=40))
    assert found.devices == 2  # 14 a second of at most 7 each
    assert found.usd_per_hour == pytest.approx(7.2)
    assert found.usd_per_1000.value == pytest.approx(7.2 / (14 * 3600) * 1000)
    assert found.usd_per_million.value == pytest.approx(found.usd_per_1000.value * 10)  # 100 tokens a request
    assert found.full_usd_per_1000.value == pytest.approx(3.6 / (7 * 3600) * 1000)
    assert found.usd_per_1000.low <= found.usd_per_1000.value <= found.usd_per_1000.high


def test_a_larger_batch_is_taken_where_the_latency_allows_it():
    speeds = [Speed(batch=1, seconds=0.1), Speed(batch=8, seconds=0.2)]
    assert serve("X", 1, speeds, Load(requests_per_second=20, latency_seconds=2.0)).batch == 8
    tight = serve("X", 1, speeds, Load(requests_per_second=20, latency_seconds=0.23))
    assert tight.batch == 1 and tight.devices == 3
    assert serve("X", 1, speeds, Load(requests_per_second=20, latency_seconds=0.05)) is None


def test_a_group_of_devices_is_paid_for_whole():
    found = serve("X", 2.0, [FAST], Load(requests_per_second=8), group=4)
    assert found.devices == 8 and found.usd_per_hour == 16.0


def test_break_even():
    # 3.6 dollars an hour is 0.001 a second: at a tenth of a cent a request it takes one a second.
    assert break_even(3.6, 7.0, 0.001) == pytest.approx(1.0)
    assert break_even(3.6, 7.0, 0.0001) is None, "a device that does not pay when full never does"
    found = serve("X", 3.6, [FAST], Load(requests_per_second=7, price_usd=0.001))
    assert found.break_even_per_second == pytest.approx(1.0)
    assert found.margin == pytest.approx(1 - 1 / 7)
    by_token = serve(
        "X", 3.6, [FAST], Load(requests_per_second=7, price_usd=10.0, price_is="million-tokens", tokens_in=100)
    )
    assert by_token.break_even_per_second == pytest.approx(1.0)


def test_runway_by_hand():
    month = economics.HOURS_A_MONTH
    still = Load(requests_per_second=1, funds_usd=10 * month)
    assert runway(still, 7.0, 1.0, None) == pytest.approx(10.0)
    doubling = Load(requests_per_second=7, funds_usd=7.5 * month, growth=1.0)
    # 1, 2, 4 devices in the first three months are 7 of the 7.5; the fourth needs 8: half of a device-month is a 16th.
    assert runway(doubling, 7.0, 1.0, None) == pytest.approx(3 + 0.5 / 8)
    paying = Load(requests_per_second=7, funds_usd=1.0, growth=0.1)
    assert runway(paying, 7.0, 3.6, 0.001) == economics.LONGEST_RUNWAY_MONTHS


@given(st.floats(0.01, 1e4), st.floats(0.001, 100), st.floats(1e-3, 10), st.integers(1, 64), st.floats(0.0, 0.5))
def test_the_devices_bear_the_load_and_no_fewer_would(load, price, seconds, batch, band):
    found = serve("X", price, [Speed(batch=batch, seconds=seconds, band=band)], Load(requests_per_second=load))
    one = batch / seconds * LOADED
    assert found.devices * one >= load * (1 - 1e-6)
    assert (found.devices - 1) * one < load * (1 + 1e-6)
    assert found.usd_per_1000.low <= found.usd_per_1000.value * (1 + 1e-9)
    assert found.usd_per_1000.high >= found.usd_per_1000.value * (1 - 1e-9)
    assert all(math.isfinite(value) for value in (found.usd_per_hour, found.capacity_per_second))


@pytest.mark.parametrize("load", [2.0, 5.0, 7.0])
def test_the_latency_is_that_of_a_queue(load):
    """One server, Poisson arrivals, constant service (M/D/1): the mean wait is s r / (2 (1 - r))."""
    generator, now, free, waited = random.Random(0), 0.0, 0.0, []
    for _ in range(60_000):
        now += generator.expovariate(load)
        begin = max(now, free)
        free = begin + 0.1
        waited.append(free - now)
    found = serve("X", 1.0, [FAST], Load(requests_per_second=load))
    assert found.devices == 1
    assert found.latency_seconds.value == pytest.approx(sum(waited) / len(waited), rel=0.05)


@pytest.mark.parametrize(
    "fields",
    [
        {"requests_per_second": 0},
        {"requests_per_second": float("nan")},
        {"latency_seconds": -1.0},
        {"price_usd": 0.0},
        {"funds_usd": float("inf")},
        {"growth": -1.0},
        {"price_is": "kilogram"},
    ],
)
def test_a_load_that_makes_no_sense_names_its_option(fields):
    with pytest.raises(RecipeError, match="--"):
        Load(**fields)


def test_a_price_by_tokens_needs_tokens():
    with pytest.raises(RecipeError, match="--price-is"):
        serve("X", 1.0, [FAST], Load(price_usd=1.0, price_is="million-tokens"))
