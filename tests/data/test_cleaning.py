"""The rules for running text: each alone, switched off, and over any text."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.recipe import Clean
from modelyard.data.cleaning import clean, repeated_edges, sections

OFF = {"unicode": False, "control": False, "blanks": False, "boilerplate": False}
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _clean(text, edges=frozenset(), **rules):
    counts = Counter()
    return clean(text, Clean(**{**OFF, **rules}), edges, counts), {name: n for name, n in counts.items() if n}


@pytest.mark.parametrize(
    ("rule", "given", "wanted", "counts"),
    [
        ("unicode", "cafe\u0301 ㍿ ﬁ", "café ㍿ ﬁ", {"unicode": 1}),  # NFC keeps ligatures: nothing is simplified
        ("control", "a\r\nb\rc\x00\ufeffd\x0c\u200b中", "a\nb\ncd\n中", {"line_ends": 3, "control": 3}),
        ("control", "\tx\x7f\x85y\u2028z", "\tx\ny\nz", {"line_ends": 2, "control": 1}),
        ("control", "👩\u200d👩 نمی\u200cخواهم", "👩\u200d👩 نمی\u200cخواهم", {}),  # joiners belong to words
        ("blanks", "a  \nb\t\n\n\n\n\n\n中\u3000\n", "a\nb\n\n\n中\n", {"blanks": 4}),
        ("blanks", "    indented\n  a  b", "    indented\n  a  b", {}),
        (
            "boilerplate",
            "Text.\n© 2020 Example. All rights reserved.\n版权所有 某某公司\nHe wrote of all rights reserved to kings"
            + " x" * 99,
            "Text.\nHe wrote of all rights reserved to kings" + " x" * 99,
            {"boilerplate": 2},
        ),
    ],
)
def test_a_rule_does_what_it_says_and_nothing_when_off(rule, given, wanted, counts):
    assert _clean(given, **{rule: True}) == (wanted, counts)
    assert _clean(given) == (given, {})


def test_lines_that_repeat_at_the_edges_are_learnt_and_taken_out_there_only():
    header = "Example Gazette, free delivery"
    pages = [f"{header}\n\n{'body text ' * i}\nline {i}\n第{i}页" for i in range(1, 50)]
    edges = repeated_edges(pages)
    assert edges == {header}
    middle = "\n".join(["a", *["b"] * 20, header, *["c"] * 20])
    assert _clean(middle, edges, boilerplate=True) == (middle, {})
    assert _clean(pages[0], edges, boilerplate=True)[0].startswith("\nbody")
    assert repeated_edges(pages[:10]) == frozenset()


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    once, _ = clean(text, Clean(), frozenset(), Counter()), None
    counts = Counter()
    assert clean(once, Clean(), frozenset(), counts) == once
    assert not any(counts.values())
    letters = unicodedata.normalize("NFC", text)
    assert [c for c in once if c.isalnum()] == [c for c in letters if c.isalnum()]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab \n。.中"), max_size=400), st.integers(1, 60))
def test_sections_join_to_the_text_and_keep_the_bound(text, most):
    found = sections(text, most)
    assert "".join(found) == text
    assert all(0 < len(section) <= most for section in found)


def test_sections_are_cut_at_paragraphs_and_are_about_even():
    text = "\n\n".join("word " * 30 for _ in range(100))
    found = sections(text, 2_000)
    assert all(section.endswith("\n\n") for section in found[:-1])
    assert min(map(len, found)) > 900
