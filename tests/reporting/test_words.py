from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.reporting import words


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


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("postgresql://ada:hunter2@db.example/x", "hunter2"),
        ("s3://bucket/a.csv?X-Amz-Signature=abcdef&X-Amz-Credential=AKIA1", "abcdef"),
        ("https://x.example/a.csv?token=t0ps3cret", "t0ps3cret"),
        ("postgresql://db/x?user=ada&password=hunter2", "hunter2"),
    ],
)
def test_secrets_in_addresses_are_struck_out(text: str, secret: str) -> None:
    found = words.redact({"paths": [text], "n": 3})
    assert secret not in str(found)
    assert "***" in found["paths"][0]
    assert found["n"] == 3


def test_ordinary_text_is_not_struck_out() -> None:
    text = "tokens: 10000\nemail: a@b.example\nratio a:b@c"
    assert words.redact(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.89321, "0.8932"),
        (1234567, "1,234,567"),
        (-0.5, "−0.5000"),
        (3e-7, "3e-7"),
        (-3e-7, "−3e-7"),
        (math.nan, "–"),
        (None, "–"),
    ],
)
def test_number(value: float | None, text: str) -> None:
    assert words.number(value) == text


@pytest.mark.parametrize(
    ("value", "interval", "places"),
    [(0.893, (0.878, 0.907), 3), (48_213.0, (47_000.0, 49_400.0), 0), (1.0, (1.0, 1.0), 3), (0.5, None, 3)],
)
def test_decimals_follow_the_interval(value: float, interval: tuple[float, float] | None, places: int) -> None:
    assert words.decimals(interval, value) == places


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.00242, "2.42 ms"), (0, "0 s"), (14.1, "14.1 s"), (384.2, "6.4 min"), (12_000, "3.3 h")]
)
def test_duration(seconds: float, text: str) -> None:
    assert words.duration(seconds) == text


def test_size_and_percent() -> None:
    assert (words.size(1_912_000_000), words.size(512)) == ("1.91 GB", "512 B")
    assert (words.percent(0.1234), words.percent(None)) == ("12.3 %", "–")


def test_excerpt_says_what_it_leaves_out() -> None:
    assert words.excerpt("字" * 500, 10) == "字" * 10 + " … (500 characters)"
    assert words.excerpt(0.1 + 0.2) == "0.3"


@given(st.text(), st.floats(2, 60))
def test_clipped_text_fits(text: str, limit: float) -> None:
    assert words.width_em(words.clip(text, limit)) <= limit + 1.0
