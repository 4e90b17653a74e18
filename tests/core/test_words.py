"""Texts and figures as a reader sees them."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core import words
from modelyard.core.report import Claim


def test_controls_become_visible_marks() -> None:
    assert words.visible("a\x00b\x1b[31mc\x7f") == "a␀b␛[31mc␡"
    assert words.visible("a\u202eb") == "a‹U+202E›b"
    assert words.visible("a\ud800b") == "a\ufffdb"
    assert words.visible("两行\n\t好") == "两行\n\t好"


@given(st.text())
def test_visible_text_can_be_written_and_has_no_controls(text: str) -> None:
    shown = words.visible(text)
    shown.encode("utf-8")
    assert not any(ord(character) < 0x20 and character not in "\n\t" for character in shown)
    assert words.visible(shown) == shown


def test_printable_keeps_chinese_and_cuts_long_labels() -> None:
    assert words.printable("很好") == "很好"
    assert words.printable("a\x1b[2J\u202e\nb") == "a\ufffd[2J\ufffd\ufffdb"
    assert words.printable("x" * 100) == "x" * 59 + "…"


@pytest.mark.parametrize(
    ("value", "interval", "unit", "expected"),
    [
        (0.8931, (0.8783, 0.9071), "1", "accuracy 0.893 [0.878, 0.907]"),
        (1.0, (0.88, 1.0), "1", "accuracy 1.000 [0.880, 1.000]"),
        (0.5, None, "1", "accuracy 0.5000"),
        (48231.4, (47010.2, 49502.9), "USD", "accuracy 48,231 [47,010, 49,503] USD"),
        (0.0, (0.0, 0.0), "1", "accuracy 0 [0, 0]"),
        (0.0, (0.0, 3.1e-7), "1", "accuracy 0 [0, 3.1e-7]"),
        (0.0, (0.0, 0.0037), "1", "accuracy 0.0000 [0.0000, 0.0037]"),
        (1.0, (1.0, 1.0), "1", "accuracy 1.000 [1.000, 1.000]"),
        (4.098e-6, (2.384e-6, 5.126e-6), "y", "accuracy 4.1e-6 [2.4e-6, 5.1e-6] y"),
        (1.234e-6, (1.1e-6, 1.4e-6), "m", "accuracy 1.23e-6 [1.10e-6, 1.40e-6] m"),
        (4.1e-4, (3.5e-4, 4.7e-4), "1", "accuracy 0.00041 [0.00035, 0.00047]"),
        (3.2e17, (3.1e17, 3.3e17), "1", "accuracy 3.20e17 [3.10e17, 3.30e17]"),
        (-0.12, (-0.5, 0.26), "1", "accuracy -0.12 [-0.50, 0.26]"),
        (0.12, (-math.inf, math.inf), "1", "accuracy 0.1200 [–, –]"),
    ],
)
def test_a_claim_has_the_digits_its_interval_supports(value, interval, unit, expected) -> None:
    assert str(Claim(name="accuracy", value=value, interval=interval, unit=unit, n=9)) == expected


@given(st.floats(-1e20, 1e20), st.floats(0, 1e6), st.floats(0, 1e6), st.booleans())
def test_a_measured_figure_is_near_its_value_and_never_vanishes(value: float, below: float, above: float, sign: bool):
    interval = (value - below, value + above)
    text, span = words.measured(value, interval, sign=sign)
    assert re.fullmatch(r"\[\S+, \S+\]", span)
    half, largest = (interval[1] - interval[0]) / 2, max(map(abs, (value, *interval)))
    shown = float(text.replace(",", ""))
    # Off by no more than the interval's half-width, or where that is nothing by what four digits leave.
    assert abs(shown - value) <= max(half, 0.05 * largest, 1e-4 if largest >= 1e-3 else 0)
    if largest:
        assert re.search(r"[1-9]", text + span)


def test_signs() -> None:
    assert words.measured(0.012, (0.001, 0.023), sign=True) == ("+0.012", "[+0.001, +0.023]")
    assert words.measured(-2e-6, (-3e-6, 1e-6), sign=True) == ("-2.0e-6", "[-3.0e-6, +1.0e-6]")
    assert words.figure(-0.0001, 2) == "0.00"
    assert words.figure(None, 2) == words.figure(math.nan, 2) == "–"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.89321, "0.8932"),
        (1234567, "1,234,567"),
        (-0.5, "-0.5000"),
        (3e-7, "3e-7"),
        (-3.25e11, "-325,000,000,000"),
        (math.nan, "–"),
        (None, "–"),
    ],
)
def test_number(value: float | None, text: str) -> None:
    assert words.number(value) == text


def test_times() -> None:
    times = (0, 0.00242, 0.031, 0.84, 14.1, 384.2, 12_300)
    assert [words.duration(s) for s in times] == ["0 s", "2.4 ms", "31 ms", "840 ms", "14.1 s", "6.4 min", "3.4 h"]
    assert [words.milliseconds(m) for m in (0.0, 0.0312, 2.41, 118.7)] == ["0 ms", "0.031 ms", "2.4 ms", "119 ms"]


def test_sizes_counts_and_shares() -> None:
    assert (words.size(1_912_000_000), words.size(512)) == ("1.91 GB", "512 B")
    assert [words.quantity(n) for n in (999, 12_345, 4_200_000)] == ["999", "12.3 k", "4.2 M"]
    assert (words.percent(0.1234), words.percent(1e-5), words.percent(None)) == ("12.3 %", "< 0.1 %", "–")
    assert (words.counted(1, "row"), words.counted(1553, "row")) == ("1 row", "1,553 rows")


def test_excerpt_says_what_it_leaves_out() -> None:
    assert words.excerpt("字" * 500, 10) == "字" * 10 + " … (500 characters)"
    assert words.excerpt(0.1 + 0.2) == "0.3"


@given(st.text(), st.floats(2, 60))
def test_clipped_text_fits(text: str, limit: float) -> None:
    assert words.width_em(words.clip(text, limit)) <= limit + 1.0


def test_a_p_that_is_only_the_least_that_resamples_can_show_is_a_bound():
    assert words.p_value(2 / 1001, 2 / 1001) == "p < 0.002"
    assert words.p_value(4 / 1001, 2 / 1001) == "p = 0.0040"
    assert words.p_value(1e-9) == "p < 0.001" and words.p_value(0.03) == "p = 0.030"


def test_a_count_has_no_decimals():
    assert str(Claim(name="k_anonymity", value=1.0, unit="rows", n=9)) == "k anonymity 1 rows"
    assert str(Claim(name="k_anonymity", value=1234.0, unit="rows", n=9)) == "k anonymity 1,234 rows"
    assert str(Claim(name="accuracy", value=1.0, n=9)) == "accuracy 1.000"
