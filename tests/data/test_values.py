"""Cells: what is a number, a label, a date, the same text."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.data import values
from modelyard.data.scripts import is_cjk, scripts


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(("1", 1.0), (" -2.5e3 ", -2500.0), (".5", 0.5), (True, 1.0), (3, 3.0), ("1_000", None), ("inf", None)),
        *(("nan", None), ("１２", None), ("12%", None), ("", None), (None, None), (float("inf"), None), ("0x10", None)),
        (10**350, None),
    ],
)
def test_number(cell: object, number: float | None) -> None:
    assert values.number(cell) == number


@given(st.lists(st.one_of(st.none(), st.integers(-99, 99), st.text(max_size=4), st.sampled_from(["1", "2.5", "1_0"]))))
def test_numbers_agree_with_number(cells: list[object]) -> None:
    found, wrong = values.numbers(cells)
    singles = [values.number(cell) for cell in cells]
    assert [None if math.isnan(value) else value for value in found] == singles
    assert wrong.tolist() == [
        i
        for i, (cell, value) in enumerate(zip(cells, singles, strict=True))
        if value is None and not values.is_blank(cell)
    ]


@pytest.mark.parametrize("cell", [1, 1.0, "1", "1.0", " 1 ", np.int64(1), np.float32(1)])
def test_one_is_one_whatever_the_file_type(cell: object) -> None:
    assert values.label(cell) == "1"


def test_labels_keep_what_differs() -> None:
    assert values.labels(["01", "1.50", "-0", True, None, "  ", "正面", 2.5]) == [
        *("01", "1.50", "-0", "true", None, None, "正面", "2.5")
    ]


def test_same_text() -> None:
    assert values.same_text_key(" Ｈｅｌｌｏ\n 世界 ") == values.same_text_key("hello 世界")
    assert values.same_text_key("Straße") == values.same_text_key("STRASSE")


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["2024-01-31", "1999-12-01 10:00:00"], "ISO 8601"),
        (["31.12.2024"], "DD.MM.YYYY"),
        (["2024年1月31日"], "YYYY年MM月DD日"),
        (["25/12/2024", "01/02/2024"], "DD/MM/YYYY"),
        (["12/25/2024"], "MM/DD/YYYY"),
        (["A1-2"], None),
        (["2024-13-45"], None),
        ([], None),
        ([dt.date(2024, 1, 1)], "ISO 8601"),
        # In order of time: the first 600 rows would fit MM/DD/YYYY too.
        ([f"{day:02d}/01/2024" for day in range(1, 32) for _ in range(50)], "DD/MM/YYYY"),
    ],
)
def test_date_formats(cells: list[object], name: str | None) -> None:
    assert values.date_format_of(cells) == name


@pytest.mark.parametrize("cell", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2024-02-30", 7, None])
def test_what_is_no_moment_is_no_date(cell: object) -> None:
    assert values.date(cell) is None


def test_a_time_zone_is_turned_to_utc() -> None:
    assert values.date("2024-01-01T08:00:00+08:00") == dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


def test_scripts() -> None:
    texts = ["hello world", "好的", "これは日本語です", "Привет", "안녕하세요", "12 !", "مرحبا", "用iPhone拍照"]
    found = scripts(texts)
    assert found == dict.fromkeys(("Latin", "Japanese", "Cyrillic", "Korean", "no letters", "Arabic"), 1 / 8) | {
        "Chinese": 2 / 8
    }
    assert next(iter(found)) == "Chinese" and not is_cjk(found) and is_cjk({"Chinese": 0.9})
    assert scripts([]) == {}
