"""Changes of the inputs keep what decides the answer, and follow from the seed alone."""

import re

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from modelyard.core.schema import Column
from modelyard.evaluation import perturbations as texts
from modelyard.evaluation import perturbations_columns as columns

ALL = {change.name: change for change in (*texts.PLAIN, *texts.CHINESE)}
WORDS = ["the", "movie", "never", "Wonderful", "nothing", "don't", "3.50", "cannot", "boring", "e-mail", "RESTAURANT"]
HAN = list("酒店很干净服务员态度不好没有电视房间非常舒适早餐")
sentences = st.lists(st.sampled_from([*WORDS, *HAN, ",", "。", "!"]), min_size=1, max_size=30).map(" ".join)
anything = st.one_of(sentences, st.text(max_size=60))
DENYING = re.compile(r"[不没无非未别莫勿]|\b(?:not|never|nothing|cannot)\b")


@settings(max_examples=60, deadline=None)
@given(text=anything, seed=st.integers(0, 9), row=st.integers(0, 99))
@pytest.mark.parametrize("name", sorted(ALL))
def test_a_change_follows_from_its_seed_and_row_and_keeps_numbers_and_denials(name, text, seed, row):
    change = ALL[name]
    for strength in change.strengths:
        (made,) = change([text], strength, seed=seed, rows=[row])
        assert change(["x", text], strength, seed=seed, rows=[0, row])[1] == made
        assert bool(made.strip()) == bool(text.strip())
        if text.isascii() and name not in ("upper_case", "full_width"):
            assert DENYING.findall(text.lower()) == DENYING.findall(made.lower())
        if name in ("typos", "homophones", "no_punctuation", "blanks"):
            assert re.findall(r"\d", text) == re.findall(r"\d", made)


@settings(max_examples=100, deadline=None)
@given(text=sentences, seed=st.integers(0, 99))
def test_a_typing_error_is_one_edit_inside_a_word(text, seed):
    (made,) = ALL["typos"]([text], 1.0, seed=seed, rows=[0])
    before, after = text.split(" "), made.split(" ")
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert OSA.distance(old, new) <= 1
        assert (old[:1], old[-1:]) == (new[:1], new[-1:])
    hit = [word for word in before if word in ("movie", "Wonderful", "boring", "RESTAURANT")]
    assert sum(old != new for old, new in zip(before, after, strict=True)) == len(hit)


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from(HAN), min_size=1, max_size=40), seed=st.integers(0, 99))
def test_a_homophone_sounds_the_same_and_denials_stay(text, seed):
    sounds, _ = texts._sounding()
    (made,) = ALL["homophones"]([text], 0.5, seed=seed, rows=[0])
    assert len(made) == len(text)
    for old, new in zip(text, made, strict=True):
        if old in "不没":
            assert new == old
        assert new not in "不没无非未别莫勿" or new == old
        assert sounds[old] == sounds[new]


def test_sounds_are_those_of_the_common_characters():
    sounds, alike = texts._sounding()
    assert len(sounds) == 3755 and (sounds["很"], sounds["好"], sounds["酒"]) == ("hen3", "hao3", "jiu3")
    assert {"事", "市", "是", "试"} <= set(alike["shi4"]) and "不" not in alike["bu4"]


def test_the_share_of_words_hit_is_the_strength():
    text = " ".join(["restaurant"] * 20)
    made = ALL["typos"]([text] * 500, 0.1, seed=1, rows=range(500))
    hit = sum(word != "restaurant" for one in made for word in one.split())
    assert hit == 1000
    short = ALL["typos"](["restaurant"] * 4000, 0.1, seed=1, rows=range(4000))
    assert abs(sum(one != "restaurant" for one in short) / 4000 - 0.1) < 4 * (0.09 / 4000) ** 0.5


def test_blanks_only_add_blanks():
    text = "a fine day 酒店很干净"
    (made,) = ALL["blanks"]([text], 1.0, seed=0, rows=[0])
    assert made == "a  fine  day  酒 店 很 干 净"


def test_punctuation_goes_and_words_stay_apart():
    change = ALL["no_punctuation"]
    told = ["It's 3.5, really: www.a.com!", "好吃，不贵。下次再来！", "well,done", "!!!", "Wait... what?"]
    assert change(told, 1.0, seed=0, rows=range(5)) == [
        "It's 3.5 really www.a.com",
        "好吃不贵下次再来",
        "well,done",
        "!!!",
        "Wait what",
    ]


def test_chinese_is_written_in_other_characters_and_back():
    simplified = "总体服务不错，头发干净，软件"
    (traditional,) = ALL["traditional"]([simplified], 1.0, seed=0, rows=[0])
    assert traditional == "總體服務不錯，頭髮乾淨，軟件"
    assert ALL["simplified"]([traditional], 1.0, seed=0, rows=[0]) == [simplified]
    (wide,) = ALL["full_width"](["WiFi 100M"], 1.0, seed=0, rows=[0])
    assert wide == "ＷｉＦｉ\u3000１００Ｍ"
    assert ALL["half_width"]([wide], 1.0, seed=0, rows=[0]) == ["WiFi 100M"]


def test_a_cell_that_is_no_text_stays():
    for change in ALL.values():
        assert change([None, "", "  "], change.usual, seed=0, rows=[0, 1, 2]) == [None, "", "  "]


NUMBERS = (
    Column(name="age", kind="number", low=0, high=90),
    Column(name="size", kind="number"),
    Column(name="same", kind="number"),
)


def test_noise_has_the_deviation_asked_for_and_keeps_range_and_whole_numbers():
    random = np.random.default_rng(0)
    n = 4000
    rows = {
        "age": [float(value) for value in random.integers(0, 91, n)],
        "size": random.normal(3, 2, n).tolist(),
        "same": [1.0] * n,
    }
    rows["size"][7] = None
    rows["age"][3] = 95.0  # outside what was seen in training
    widths = columns.deviations(rows, NUMBERS)
    assert set(widths) == {"age", "size"}
    made = columns.noisy(rows, NUMBERS, 0.3, widths, seed=1, places=range(n))
    assert made["same"] is rows["same"]
    assert made["size"][7] is None
    added = np.array([b - a for a, b in zip(rows["size"], made["size"], strict=True) if a is not None])
    assert abs(added.std() / (0.3 * widths["size"]) - 1) < 0.05
    assert abs(added.mean()) < 4 * added.std() / n**0.5
    assert all(value.is_integer() and 0 <= value <= 95 for value in made["age"])
    part = columns.noisy({k: v[5:9] for k, v in rows.items()}, NUMBERS[1:2], 0.3, widths, seed=1, places=range(5, 9))
    assert part["size"] == made["size"][5:9]


def test_pictures_get_noise_within_their_range():
    pixels = np.random.default_rng(0).integers(0, 256, (20, 9), dtype=np.uint8)
    column = (Column(name="pixels", kind="vector", shape=(9,)),)
    made = columns.noisy({"pixels": pixels}, column, 0.1, {}, seed=0, places=range(20))["pixels"]
    assert made.dtype == np.uint8 and made.shape == pixels.shape
    assert (made != pixels).mean() > 0
    again = columns.noisy({"pixels": pixels}, column, 0.1, {}, seed=0, places=range(20))["pixels"]
    np.testing.assert_array_equal(made, again)


@settings(max_examples=30, deadline=None)
@given(share=st.sampled_from([0.1, 0.3]), seed=st.integers(0, 99))
def test_a_share_of_the_cells_is_replaced_and_missing_ones_stay_missing(share, seed):
    column = (Column(name="job", kind="category"),)
    cells = ["clerk", None] * 1000
    made = columns.replaced({"job": cells}, column, share, columns.UNSEEN, seed=seed, places=range(2000))["job"]
    assert made[1::2] == [None] * 1000
    hit = sum(cell == columns.UNSEEN for cell in made)
    assert abs(hit / 1000 - share) < 5 * (share * (1 - share) / 1000) ** 0.5
    assume(hit)
    assert columns.without({"job": cells}, "job") == {"job": [None] * 2000}
