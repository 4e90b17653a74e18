"""Words looked up instead of encoded again: the same ids as the library gives to the whole text, whatever is held."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Regex, pre_tokenizers

from modelyard.data.features import bpe, words
from modelyard.data.features.language import LanguageTokenizer

TEXTS = [
    "The whale, the white whale!\r\n\tHe said 1,234 times: don't.",
    "Привет, мир — naïve 😀 żółć ἀ",
    "疑是地上霜",
] * 9
_HELD: list[LanguageTokenizer] = []


def _tokenizer():
    if not _HELD:
        _HELD.append(LanguageTokenizer.fit(TEXTS, 420))
    return _HELD[0]


def _library(text):
    return _tokenizer()._texts.encode(text, add_special_tokens=False).ids


def test_every_character_is_cut_as_the_library_cuts_it():
    split = pre_tokenizers.Split(Regex(bpe.PATTERN), behavior="isolated")
    word, known = words.patterns()
    for first, last in words.BLOCKS:
        text = "".join(
            f"a{c}b {c}{c} 1{c} .{c}. '{c} '{c}e'r{c}'l{c}\n{c}\n  {c}x{c}\r {c}  {c}1"
            for c in map(chr, range(first, last + 1))
        )
        assert known.fullmatch(text)
        assert word.findall(text) == [piece for piece, _ in split.pre_tokenize_str(text)], hex(first)


_SIGNS = [
    "a",
    "Z",
    "'",
    "s",
    "ll",
    "RE",
    "ſ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\x1c",
    "\x85",
    "\xa0",
    "\u2028",
    "1",
    "½",
]
_MORE = [
    "²",
    ".",
    "—",
    "😀",
    "é",
    "ж",
    "ª",
    "_",
    "中",
    "\u3000",
    "한",
    "\u0301",
    "<|endoftext|>",
    "\u200d",
    "ß",
    "ǅ",
    "\0",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_SIGNS + _MORE), max_size=30).map("".join), max_size=4))
def test_the_ids_are_those_of_the_whole_text(texts):
    tokens = _tokenizer().encode(texts)
    assert len(tokens) == len(texts)
    for i, text in enumerate(texts):
        assert tokens.ids[tokens.offsets[i] : tokens.offsets[i + 1]].tolist() == _library(text)


def test_other_scripts_are_left_to_the_library():
    held = _tokenizer()._words
    assert held is not None
    for text in ("床前明月光", "한국어", "שלום", "a\u0301"):
        assert held.ids(text) is None
    assert held.ids("") is not None


def test_what_is_held_is_bounded_and_changes_no_answer(monkeypatch):
    monkeypatch.setattr(words, "MOST_WORDS", 50)
    monkeypatch.setattr(words, "_WARM", 10)
    dice = random.Random(0)
    tokenizer = LanguageTokenizer.fit(TEXTS, 420)
    held = tokenizer._words
    assert held is not None
    passed_on = 0
    for _ in range(60):
        text = " ".join("".join(dice.choices("abcdefgh", k=dice.choice([1, 4, 90]))) for _ in range(20))
        passed_on += held._passing > 0
        assert tokenizer.encode([text]).ids.tolist() == _library(text)
        assert len(held) <= 50 and all(len(word) <= words.LONGEST for word in held)
    assert 0 < passed_on < 60  # new words in every text: most, but not all, are the library's


@pytest.mark.parametrize("change", ["added", "dropout"])
def test_where_words_are_not_apart_nothing_is_looked_up(tmp_path, change):
    held = json.loads(LanguageTokenizer.fit(TEXTS, 420).content)
    if change == "added":
        held["added_tokens"].append({**held["added_tokens"][0], "id": 420, "content": "e w", "special": False})
    else:
        held["model"]["dropout"] = 0.1
    (tmp_path / "tokenizer.json").write_text(json.dumps(held), encoding="utf-8")
    tokenizer = LanguageTokenizer.load(tmp_path)
    assert tokenizer._words is None
    assert tokenizer.decode(tokenizer.encode(["the white whale"]).ids) == "the white whale"
    added = tokenizer._texts.token_to_id("e w")
    assert change == "dropout" or tokenizer.encode(["the white whale"]).ids.tolist().count(added) == 2
