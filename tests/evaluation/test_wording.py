"""Figures as a reader sees them."""

import pytest

from modelyard.core.report import Claim
from modelyard.evaluation.wording import duration, format_claim, milliseconds, printable


@pytest.mark.parametrize(
    ("value", "interval", "unit", "expected"),
    [
        (0.8931, (0.8783, 0.9071), "1", "accuracy 0.893 [0.878, 0.907]"),
        (1.0, (0.88, 1.0), "1", "accuracy 1.000 [0.880, 1.000]"),
        (0.5, None, "1", "accuracy 0.5000"),
        (48231.4, (47010.2, 49502.9), "USD", "accuracy 48,231 [47,010, 49,503] USD"),
        (0.0, (0.0, 0.0), "1", "accuracy 0.0000 [0.0000, 0.0000]"),
        (1.234e-6, (1.1e-6, 1.4e-6), "m", "accuracy 0.00000123 [0.00000110, 0.00000140] m"),
        (3.2e17, (3.1e17, 3.3e17), "1", "accuracy 3.2e+17 [3.1e+17, 3.3e+17]"),
        (-0.12, (-0.5, 0.26), "1", "accuracy -0.12 [-0.50, 0.26]"),
    ],
)
def test_a_claim_has_the_digits_its_interval_supports(value, interval, unit, expected):
    assert format_claim(Claim(name="accuracy", value=value, interval=interval, unit=unit, n=9)) == expected


def test_times():
    assert [duration(s) for s in (0.031, 0.84, 14.2, 372, 12_300)] == ["31 ms", "0.8 s", "14 s", "6.2 min", "3.4 h"]
    assert [milliseconds(m) for m in (0.0, 0.0312, 2.41, 118.7)] == ["0 ms", "0.031 ms", "2.4 ms", "119 ms"]


def test_printable_keeps_chinese_and_cuts_long_labels():
    assert printable("很好") == "很好"
    assert printable("x" * 100).endswith("…") and len(printable("x" * 100)) == 60
