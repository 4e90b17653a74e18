"""Synonyms: what stands in a list is exchanged, whole words only, and nothing that denies, counts or names."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import DataError
from modelyard.evaluation import synonyms as module
from modelyard.evaluation.perturbations import DENYING
from modelyard.evaluation.synonyms import parse, read, synonyms, usual


def made(text, lines="movie -> film", share=1.0, seed=0):
    return parse(lines, name="own", where="own.txt").change(text, share, random.Random(seed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a movie, the Movie", "a film, the Movie"),  # a capital inside a sentence may be a name
        ("Movie night", "Film night"),
        ("It ended. Movie over", "It ended. Film over"),
        ("WHAT A MOVIE!", "WHAT A FILM!"),
        ("movies moviegoer home-movie movie-goer movie's", "movies moviegoer home-movie movie-goer movie's"),
        ("(movie)", "(film)"),
        ("这个 movie 很好", "这个 film 很好"),
        ("", ""),
        ("İmovie movie", "İmovie film"),
    ],
)
def test_whole_words_are_exchanged_as_they_are_written(text, expected):
    assert made(text) == expected


def test_an_article_keeps_its_word():
    assert (
        made("an odd, an absurd, the absurd idea", "absurd -> ridiculous") == "an odd, an absurd, the ridiculous idea"
    )
    assert made("a silly end", "silly -> foolish") == "a foolish end"


def test_what_is_kept_takes_the_words_in_it_along():
    lines = "film -> movie\n= film noir\n有点 -> 有些\n= 有点心"
    assert made("a film noir, a film", lines) == "a film noir, a movie"
    assert made("有点咸，有点心吃", lines) == "有些咸，有点心吃"


def test_the_longest_word_counts():
    assert made("小孩子和小孩", "小孩子 -> 孩子\n小孩 -> 娃娃") == "孩子和娃娃"
    assert made("in order to win", "in order to -> to\nto -> for") == "to win"


def test_short_capitals_are_no_shouting():
    assert made("my TV is on. TV", "TV, television") == "my television is on. television"
    assert made("television", "TV, television") == "TV"


def test_two_lines_of_a_word_are_both_its_own():
    words = parse("big -> large\nbig -> huge", name="own", where="own.txt")
    assert words.others["big"] == ("large", "huge")
    assert {words.change("a big one", 1.0, random.Random(seed)) for seed in range(20)} == {"a large one", "a huge one"}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("movie", "may stand for each other"),
        ("movie ->", "may stand for each other"),
        ("good, not bad", "denies"),
        ("不错, 挺好", "denies"),
        ("never -> seldom", "denies"),
        ("can't, cannot", "denies"),
        ("2 -> two", "numbers"),
        ("二０, 二十", "numbers"),
        ("好 -> 棒", "stands inside other words"),
        ("a" * 61 + ", b", "60 printable"),
        ("a\x07b, c", "60 printable"),
    ],
)
def test_a_line_that_cannot_be_is_named(tmp_path, line, rule):
    (tmp_path / "own.txt").write_text(f"# mine\nmovie, film\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=rule) as error:
        read(tmp_path / "own.txt")
    assert error.value.where == f"{tmp_path / 'own.txt'}:3"


def test_a_file_that_is_none_is_said(tmp_path, monkeypatch):
    with pytest.raises(DataError, match="cannot be read"):
        read(tmp_path / "missing.txt")
    (tmp_path / "odd.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="UTF-8"):
        read(tmp_path / "odd.txt")
    (tmp_path / "empty.txt").write_text("# nothing\n= film noir\n")
    with pytest.raises(DataError, match="empty"):
        read(tmp_path / "empty.txt")
    (tmp_path / "bom.txt").write_text("\ufeff电影，影片、片子\n", encoding="utf-8")
    assert set(read(tmp_path / "bom.txt").others["电影"]) == {"影片", "片子"}
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    with pytest.raises(DataError, match="may have"):
        read(tmp_path / "bom.txt")


SENTENCES = st.lists(
    st.sampled_from(
        ["movie", "was", "not", "TV", "film,", "3", "kids!", "Terrible", "never", "不", "有点", "非常", "kind", "of"]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(text=st.one_of(SENTENCES, st.text(max_size=60)), seed=st.integers(0, 9))
def test_denials_and_numbers_stay_and_the_seed_decides(text, seed):
    change = synonyms(usual())
    for strength in change.strengths:
        (one,) = change([text], strength, seed=seed, rows=[4])
        assert change(["x", text], strength, seed=seed, rows=[0, 4])[1] == one
        for pattern in (r"\d", r"[不没]", r"\b(?:" + "|".join(sorted(DENYING)) + r"|not)\b"):
            assert re.findall(pattern, text.lower()) == re.findall(pattern, one.lower())


def test_the_usual_list_names_no_word_twice_and_none_that_denies():
    """What `parse` refuses is not in it, and no other of a word is kept as it is for want of a reason."""
    words = usual()
    assert words.words > 300
    assert all(others for word, others in words.others.items() if word not in kept())
    rest = {other for others in words.others.values() for other in others}
    assert not [other for other in rest if not other.strip() or other != other.strip()]


def kept():
    from importlib import resources

    text = resources.files("modelyard.evaluation").joinpath("same_meaning.txt").read_text(encoding="utf-8")
    lines = [line[1:].strip() for line in text.splitlines() if line.startswith("=")]
    return {word.strip().lower() for line in lines for word in line.split(",")}


def test_a_share_of_the_places_is_changed():
    text = "kids and movies " * 100
    words = usual()
    assert len(words.found(text)) == 200
    half = words.change(text, 0.5, random.Random(1))
    assert sum(a != b for a, b in zip(text.split(), half.split(), strict=True)) == 100
