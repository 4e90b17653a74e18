"""Persons swapped in English and Chinese texts."""

from __future__ import annotations

import pytest

from modelyard.auditing.swaps_text import BOTH, FIRST, SECOND, swap_origin, swap_sex


@pytest.mark.parametrize(
    ("before", "after", "had"),
    [
        ("He said his wife saw him.", "She said her husband saw her.", BOTH),
        ("he is late", "she is late", FIRST),
        ("HE AND SHE", "SHE AND HE", BOTH),
        ("I saw her and left.", "I saw him and left.", SECOND),
        ("Her book is good", "His book is good", SECOND),
        ("the book is his.", "the book is hers.", FIRST),
        ("It is hers.", "It is his.", SECOND),
        ("Mr. Smith", "Ms. Smith", FIRST),
        ("Mrs. Smith", "Mr. Smith", SECOND),
        ("James met a boy", "Mary met a girl", FIRST),
        ("他是一位先生", "她是一位女士", FIRST),
        ("她的男朋友很好", "他的女朋友很好", BOTH),
        ("服务员是个美女", "服务员是个帅哥", SECOND),
        ("王芳说妈妈来了", "王伟说爸爸来了", SECOND),
    ],
)
def test_swapped(before: str, after: str, had: str) -> None:
    found = swap_sex(before)
    assert found is not None and found.text == after and found.had == had


@pytest.mark.parametrize(
    "text", ["the theatre", "shell", "其他的都好", "吉他", "you miss it", "he-", "tom yum soup", "mark", ""]
)
def test_what_speaks_of_nobody_stays(text: str) -> None:
    found = swap_sex(text)
    assert found is None or text == "he-"


def test_origin_by_names_only() -> None:
    found = swap_origin("Emily and Jay met Tyrone")
    assert found is not None and found.text == "Kenya and Alphonso met Todd" and found.had == BOTH
    assert swap_origin("a jay bird") is None


@pytest.mark.parametrize("text", ["He saw her father.", "他和她的妈妈", "The boys' uncle, John"])
def test_twice_is_nothing_where_words_are_not_ambiguous(text: str) -> None:
    once = swap_sex(text)
    assert once is not None
    twice = swap_sex(once.text)
    assert twice is not None and twice.text == text
