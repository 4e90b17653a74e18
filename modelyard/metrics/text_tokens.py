"""Texts as the metrics of written answers compare them: words, and Chinese and Japanese by character."""

from __future__ import annotations

import re
import string
import unicodedata

# Scripts without blanks between words: Han, kana, and what stands with them.
_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
_KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
_HAN = re.compile(rf"[{_UNSPACED}]")
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_PIECE = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def words(text: str) -> list[str]:
    """Runs of letters and digits in small letters; of unspaced scripts each character. Marks are no words."""
    return _TOKEN.findall(text.lower())


def pieces(text: str) -> list[str]:
    """What stands between blanks, as it is; of unspaced scripts each character."""
    return _PIECE.findall(text)


def normalised(text: str) -> str:
    """As answers are compared by SQuAD's evaluation: small letters, no marks, no English articles, single blanks.

    Marks beyond ASCII's, Chinese ones too, part what they stand between. Source: Rajpurkar et al. 2016, "SQuAD".
    """
    small = "".join(_unmarked(character) for character in text.lower())
    return " ".join(_ARTICLES.sub(" ", small).split())


def _unmarked(character: str) -> str:
    if character.isascii():
        return "" if character in string.punctuation else character
    return " " if unicodedata.category(character).startswith("P") else character


def writing(texts: list[str]) -> str:
    """`zh`, `ja` or `spaced`: how most of the letters are written; a Han character counts as two, as a short word."""
    joined = "".join(texts)
    unspaced = 2 * len(_HAN.findall(joined))
    if unspaced <= sum(character.isalpha() for character in joined) - unspaced // 2:
        return "spaced"
    return "ja" if 20 * len(_KANA.findall(joined)) > unspaced else "zh"
