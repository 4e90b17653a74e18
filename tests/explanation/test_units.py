"""Texts in words and characters; what is taken out, and what stays."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.schema import Column, Schema
from modelyard.explanation.units import TableUnits, TextUnits, VectorUnits, spans

TEXT = Schema(inputs=(Column(name="text", kind="text"),))
TWO = Schema(inputs=(Column(name="title", kind="text"), Column(name="body", kind="text")))


def words(text):
    return [text[a:b] for a, b in spans(text)]


def test_words_characters_and_signs():
    assert words("It isn't good!? 真好，很方便 2nd नमस्ते") == [
        *("It", "isn't", "good", "!?", "真", "好", "，", "很", "方", "便", "2nd", "नमस्ते"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), st.integers(0, 2**16))
def test_pieces_are_the_text_and_all_kept_is_the_row(text, seed):
    units = TextUnits({"text": text}, TEXT)
    weights = np.random.default_rng(seed).normal(size=len(units.units))
    assert "".join(piece for piece, _ in units.pieces(weights)) == text
    keep = np.ones((1, len(units.units)), dtype=bool)
    assert units.rows(keep) == {"text": [text]}
    assert all(not text[a:b].isspace() and b > a for a, b in spans(text))
    assert not "".join(units.rows(~keep)["text"][0].split()), "nothing but blanks is left"


def test_units_of_two_columns_are_cut_from_their_own():
    units = TextUnits({"title": "Good day", "body": "bad day"}, TWO)
    assert units.joined == "Good day\nbad day"
    keep = np.array([[False, True, True, False]])
    assert units.rows(keep) == {"title": [" day"], "body": ["bad "]}
    assert [units.joined[u.start : u.end] for u in units.units] == ["Good", "day", "bad", "day"]


def test_neighbouring_characters_are_told_as_one_phrase():
    units = TextUnits({"text": "早餐很差 but 好"}, TEXT)
    found = units.phrases([0.5, 0.4, -0.9, -1.0, 0.1, 0.6])
    assert [(text, round(weight, 6)) for text, weight in found] == [
        ("早餐", 0.9),
        ("很差", -1.9),
        ("but", 0.1),
        ("好", 0.6),
    ]


def test_columns_come_from_usual_rows():
    schema = Schema(inputs=(Column(name="a", kind="number"), Column(name="b", kind="category")))
    units = TableUnits({"a": 1, "b": "x"}, schema, {"a": [7, 8], "b": ["y", "z"]})
    rows = units.rows(np.array([[True, False], [False, True]]))
    assert rows == {"a": [1, 1, 7, 8], "b": ["y", "z", "x", "x"]}


def test_a_picture_has_patches_and_a_series_stretches():
    picture = Schema(inputs=(Column(name="p", kind="vector", shape=(28, 28)),))
    units = VectorUnits({"p": [1.0] * 784}, picture, {"p": [[0.0] * 784, [2.0] * 784, None]})
    assert len(units.units) == 64 and units.grid == (8, 8)
    keep = np.zeros((1, 64), dtype=bool)
    assert np.allclose(units.rows(keep)["p"][0], 1.0)  # the mean of 0 and 2
    assert units.by_unit(np.ones(784)).sum() == 784
    series = Schema(inputs=(Column(name="p", kind="vector", shape=(10,)),))
    assert len(VectorUnits({"p": list(range(10))}, series, {"p": [None]}).units) == 10


def test_a_mask_of_personal_data_is_one_unit():
    assert words("mail,〔EMAIL〕, 致电〔PHONE-1f3a〕。国发〔2019〕5号") == [
        *("mail", ",", "〔EMAIL〕", ",", "致", "电", "〔PHONE-1f3a〕", "。", "国", "发", "〔", "2019", "〕", "5", "号"),
    ]
