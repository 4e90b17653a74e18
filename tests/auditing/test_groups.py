"""Groups of protected attributes: categories, bins, missing values; and what is suspected to be one."""

from __future__ import annotations

import numpy as np
import pytest

from modelyard.auditing.groups import MISSING, crossed, grouping
from modelyard.auditing.groups_suspected import kind_of_name, suspected_columns, suspected_words
from modelyard.core.errors import DataError


def test_categories_by_size_with_the_missing_ones_named() -> None:
    found = grouping("性别", ["男", "女", "男", None, " 男 "])
    assert found.names[0] == "男" and set(found.names) == {"男", "女", MISSING}
    assert found.sizes[0] == 3 and found.sizes.sum() == 5


def test_an_age_is_binned_where_protection_begins() -> None:
    ages = ["18", "24", "25", "39", "40", "59", "60", "90", None, *map(str, range(18, 90))]
    found = grouping("Age", ages)
    assert found.names == ("under 25", "25 to under 40", "40 to under 60", "60 and over", MISSING)
    assert [found.names[code] for code in found.codes[:9]] == [
        *("under 25", "under 25", "25 to under 40", "25 to under 40", "40 to under 60", "40 to under 60"),
        *("60 and over", "60 and over", MISSING),
    ]
    assert "25, 40, 60" in found.how


def test_other_numbers_by_quartiles_and_bins_of_the_recipe() -> None:
    numbers = list(np.arange(100.0))
    assert list(grouping("points", numbers).sizes) == [25, 25, 25, 25]
    assert grouping("points", numbers, (10, 50)).names == ("under 10", "10 to under 50", "50 and over")
    assert grouping("children", [0.0, 1.0, 2.0] * 5).names == ("0", "1", "2")


def test_dates_of_birth_by_their_year() -> None:
    days = [f"{1940 + i % 60}-{1 + i % 12:02d}-01" for i in range(240)]
    found = grouping("出生日期", [*days, None])
    assert found.names == ("under 1955", "1955 to under 1970", "1970 to under 1984", "1984 and over", MISSING)
    assert "by year" in found.how and found.sizes.sum() == 241


def test_a_few_cells_that_are_no_number_are_a_group() -> None:
    found = grouping("age", [*map(str, range(20, 60)), "unknown", None])
    assert found.names == ("under 25", "25 to under 40", "40 to under 60", MISSING, "(no number)")
    assert found.sizes[-1] == 1
    mostly = grouping("gain", [0.0] * 90 + [float(i) for i in range(1, 11)])
    assert mostly.names == ("under 1", "1 and over") and list(mostly.sizes) == [90, 10]
    assert len(grouping("code", [f"A{i}" for i in range(9)] + ["1", "2"]).names) == 11


def test_intersections_have_the_groups_that_occur() -> None:
    both = crossed(grouping("a", ["x", "x", "y"]), grouping("b", ["1", "2", "1"]))
    assert sorted(both.names) == ["x × 1", "x × 2", "y × 1"] and list(both.sizes) == [1, 1, 1]


def test_names_and_values_are_offered_and_no_others() -> None:
    assert kind_of_name("personal_status_sex") == "sex" and kind_of_name("applicantAge") == "age"
    assert kind_of_name("客户性别") == "sex" and kind_of_name("出生日期") == "age" and kind_of_name("民族") == "race"
    assert kind_of_name("Essex") is None and kind_of_name("message") is None and kind_of_name("page") is None
    counts = {"g": {"M": 50, "F": 49, "": 1}, "size": {"S": 9, "M": 9}, "h": {"已婚": 5, "未婚": 5}, "age": {}}
    assert [(item.column, item.attribute) for item in suspected_columns(counts)] == [
        ("g", "sex"),
        ("h", "family"),
        ("age", "age"),
    ]


def test_words_in_texts_english_and_chinese() -> None:
    found = {item.attribute: item for item in suspected_words(["She said so", "there he is", "her muslim friend", "x"])}
    assert found["sex"].share == 0.75 and found["religion"].share == 0.25
    assert suspected_words(["the theatre", "heroes"]) == []
    assert suspected_words(["她很好", "这家店", "那位先生"])[0].attribute == "sex"


def test_a_year_of_birth_is_no_age() -> None:
    found = grouping("birth_year", [float(1940 + i % 60) for i in range(240)])
    assert len(found.names) == 4 and list(found.sizes) == [60, 60, 60, 60] and "quartiles" in found.how


def test_bounds_that_are_close_have_names_of_their_own() -> None:
    found = grouping("share", [0.5 + i / 1e7 for i in range(100)])
    assert len(set(found.names)) == len(found.names) == 4


def test_bounds_for_what_holds_no_numbers_are_a_mistake() -> None:
    with pytest.raises(DataError, match=r"audit.bins.*'city'.*Leave 'city' out"):
        grouping("city", ["上海", "Berlin"] * 5, (1, 2))


def test_values_that_differ_in_a_trailing_nul_or_are_long_are_groups() -> None:
    found = grouping("code", ["a\x00", "a", "b" * 100_000] * 3 + ["x"] * 1000)
    assert len(found.names) == 4 and found.names[0] == "x" and found.sizes.sum() == 1009


def test_a_hundred_thousand_values() -> None:
    found = grouping("邮编", [f"邮{i:06}" for i in range(100_000)] * 2)
    assert len(found.names) == 100_000 and (found.sizes == 2).all()


def test_names_in_capitals() -> None:
    assert kind_of_name("MARITAL_STATUS") == "family" and kind_of_name("PATIENT_SEX") == "sex"
    assert kind_of_name("SEXCode") == "sex" and kind_of_name("DOB") == "age" and kind_of_name("PAGE_NO") is None


def test_the_age_of_a_thing_is_no_persons_age():
    from modelyard.auditing.anonymity import _is_known
    from modelyard.auditing.groups_suspected import kind_of_name

    for name in ("HouseAge", "housing_median_age", "house age", "CarAge", "account_age"):
        assert kind_of_name(name) is None and not _is_known(name), name
    for name in ("age", "Age", "applicantAge", "car_owner_age", "account_holder_age", "年龄"):
        assert kind_of_name(name) == "age", name
    assert _is_known("house_owner_age") and _is_known("zip_house")
