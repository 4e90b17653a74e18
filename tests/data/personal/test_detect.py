"""Personal data found in the labelled set, and numbers that only look like it left alone."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.data.personal.check_digits import is_card, is_iban, is_luhn, is_resident_id
from modelyard.data.personal.detect import find
from modelyard.data.personal.spans import Span, resolve

HERE = Path(__file__).parent


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (HERE / f"personal_{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("english", 0.97, 0.96),
        ("chinese", 0.98, 0.94),
        ("second_chinese", 0.98, 0.70),
        ("fresh_english", 0.93, 0.83),
        ("fresh_chinese", 0.98, 0.79),
    ],
)
def test_the_labelled_set_is_read_as_well_as_is_said(name: str, precision: float, recall: float) -> None:
    found = right = caught = given_ = 0
    for row in _rows(name):
        spans = find(row["text"])
        found += len(spans)
        given_ += len(row["spans"])
        right += sum(any(s.kind == k and s.start < e and b < s.stop for b, e, k in row["spans"]) for s in spans)
        caught += sum(any(s.kind == k and s.start <= b and e <= s.stop for s in spans) for b, e, k in row["spans"])
    assert right / found >= precision
    assert caught / given_ >= recall


@pytest.mark.parametrize(
    ("text", "column", "kinds"),
    [
        ("Zbigniew Okonjo", "customer_name", ["name"]),
        ("赵钱孙", "姓名", ["name"]),
        ("1984-02-29", "date of birth", ["birth_date"]),
        ("1984-02-29", "delivered", []),
        ("Quarterly Review", "title", []),
    ],
)
def test_the_name_of_a_column_says_what_its_cells_are(text: str, column: str, kinds: list[str]) -> None:
    assert [span.kind for span in find(text, column=column)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Will it last? Mark the box. May contain nuts. Hope this helps.",
        "Wells Fargo, Morgan Stanley and Trader Joe's are in San Diego, near Charlotte.",
        "I don't mind. Don't call Germany. My Mercedes and the Dyson broke in June.",
        "小米手机比华为好用，王者荣耀又更新了，康师傅方便面涨价。",
        "汤太咸，皮太厚，马上到，高兴得很，周末去黄山，石头砸了车窗。",
    ],
)
def test_words_brands_and_places_are_no_names(text: str) -> None:
    assert [text[span.start : span.stop] for span in find(text, kinds=("name",))] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will Thompson met Siân Prydderch and Luís van der Meer.", ["Will Thompson", "Siân Prydderch"]),
        ("Grace Okafor told Mr Xu", ["Grace Okafor", "Xu"]),
        ("my name is priya, hi", ["priya"]),
        ("陳志豪先生找王芳，还有欧阳雪和约翰·卡特。", ["陳志豪", "王芳", "欧阳雪", "约翰·卡特"]),
    ],
)
def test_names_of_many_kinds(text: str, names: list[str]) -> None:
    found = [text[span.start : span.stop] for span in find(text)]
    assert all(name in found for name in names)


def test_what_stands_for_personal_data_is_not_found_again() -> None:
    assert find("My name is 〔NAME〕, call 〔PHONE-1f3a〕 on 我叫〔NAME-00ff〕") == []


def test_of_overlapping_spans_the_surest_stands() -> None:
    spans = [Span(0, 5, "phone", 0.7), Span(3, 9, "card", 0.9), Span(9, 11, "name", 0.6), Span(12, 14, "ip", 0.3)]
    assert [span.kind for span in resolve(spans)] == ["card", "name"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from([0.5, 0.7, 0.9])), max_size=12))
def test_no_two_spans_overlap_and_none_could_be_added(given_spans: list[tuple[int, int, float]]) -> None:
    spans = [Span(start, start + size, "name", score) for start, size, score in given_spans]
    kept = resolve(spans)
    assert all(one.stop <= two.start for one, two in itertools.pairwise(kept))
    for span in spans:
        assert any(span.start < one.stop and one.start < span.stop for one in kept)


@given(st.text(alphabet="0123456789", min_size=12, max_size=18))
def test_every_single_wrong_digit_of_a_card_is_seen(body: str) -> None:
    digits = next(body + str(last) for last in range(10) if is_luhn(body + str(last)))
    place = len(body) // 2
    other = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
    assert not is_luhn(other)


def test_numbers_with_check_digits() -> None:
    assert is_card("4111111111111111") and not is_card("4111111111111112") and not is_card("0000000000000000")
    assert is_resident_id("11010519491231002X") and not is_resident_id("110105194912310020")
    assert not is_resident_id("99010519491231002X")  # no such province
    assert not is_resident_id("110105194902310023")  # no such day
    assert is_iban("GB82 WEST 1234 5698 7654 32") and not is_iban("GB82 WEST 1234 5698 7654 33")
    assert not is_iban("GB82 WEST 1234 5698 7654 3")


def test_the_time_is_linear_in_the_text() -> None:
    hostile = [
        "1-",
        "a@",
        "a.",
        "(",
        "1 ",
        "AA11 ",
        "1.",
        "+1",
        "省市区路1号",
        "A",
        "John ",
        "我叫",
        "4111 ",
        "://a:",
        "1 Aa ",
    ]
    find("John 王伟")  # the lists are loaded once
    for piece in (
        *hostile,
        "王",
        "王芳",
        "李明·王",
        "Will ",
        "Mr ",
        "O'B",
        "我叫李",
        "0x",
        "Jo'",
        "12 Aa Bb Cc ",
        "号",
        "a[at]",
        "::",
        "19490101",
        "〔NAME〕a@b.co ",
    ):
        seconds = []
        for size in (8_000, 64_000):
            started = time.process_time()
            find(piece * (size // len(piece)))
            seconds.append(time.process_time() - started)
        assert seconds[1] < 0.25 + 30 * seconds[0], piece  # eight times the text; quadratic would be 64 times


def test_random_digits_are_hardly_ever_personal() -> None:
    random = np.random.default_rng(0)
    texts = [f"value {random.integers(10**9, 10**15)} of {random.integers(10**6)}" for _ in range(2_000)]
    assert sum(bool(find(text)) for text in texts) < 100
