"""Personal data and secrets in text: what is found, and what must be left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.data.personal.redaction import redact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to ann.lee+x@mail.example.co.uk now", "write to [email] now"),
        ("邮箱是li.wei@example.cn，谢谢", "邮箱是[email]，谢谢"),
        ("电话13812345678。", "电话[phone]。"),
        ("电话 138-1234-5678", "电话 [phone]"),
        ("call +49 30 901820 today", "call [phone] today"),
        ("(030) 901-8203", "[phone]"),
        ("card 4111 1111 1111 1111!", "card [card]!"),
        ("4111111111111111", "[card]"),
        ("身份证11010519491231002X", "身份证[id]"),
        ("ssn 078-05-1120", "ssn [id]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [iban]"),
        ("from 192.168.10.254 came", "from [ip] came"),
        ("key sk-" + "a" * 40, "key ***"),
    ],
)
def test_what_has_a_form_is_replaced(text: str, expected: str) -> None:
    assert redact(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It cost 1,299.00 in 2024 and 12 people came.",
        "on 2024-05-01 at 10:30",
        "版本 1.2.3，共 1234567 行",
        "order 4111111111111112",  # no card: its check digit is wrong
        "pi is 3.14159265358979",
        "评分 9.5 分，满分 10 分",
    ],
)
def test_what_is_none_stays(text: str) -> None:
    assert redact(text) == text


def test_a_password_in_a_url_is_hidden() -> None:
    assert "hunter2" not in redact("see https://me:hunter2@host.example/x")


@given(st.text(alphabet="0123456789 -().+@aX.电", max_size=80))
def test_it_is_done_after_one_pass(text: str) -> None:
    once = redact(text)
    assert redact(once) == once or len(redact(once)) <= len(once) + 8


def test_no_text_makes_it_slow() -> None:
    hostile = ["1-" * 4000, "a@" * 4000, "a." * 4000 + "@", "(" * 8000, "1 " * 4000, "AA11 " * 1600, "1." * 4000]
    started = time.process_time()
    for text in hostile:
        redact(text)
    assert time.process_time() - started < 5  # seconds of the processor; quadratic patterns would take minutes
