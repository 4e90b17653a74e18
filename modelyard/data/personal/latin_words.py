"""What a word in Latin letters may be of a name: loaded when the first text is looked at (50 ms, 10 MB)."""

from __future__ import annotations

import unicodedata
from functools import cache

from modelyard.data.personal import not_persons

# Given names that are hardly anything else, of few, of many and of some that are words as well; surnames likewise.
GIVEN, RARE, WORD, RARE_WORD = 1, 2, 4, 8
SURNAME, SURNAME_WORD, RARE_SURNAME_WORD = 16, 32, 64
OTHER, THING, COMMON = 128, 256, 512  # first of all a place or a brand; makes a thing of a name beside it; no name
ANY_GIVEN = GIVEN | RARE | WORD | RARE_WORD
ANY_SURNAME = SURNAME | SURNAME_WORD | RARE_SURNAME_WORD
_BASE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ı": "i", "œ": "oe", "ə": "e"}
    | dict.fromkeys("'’-")
)


@cache
def known() -> dict[str, int]:
    """The flags of each word, in small letters without accents, apostrophes and hyphens."""
    from modelyard.data.personal import names_latin as lists

    found: dict[str, int] = {}
    for flag, words in (
        (GIVEN, lists.GIVEN),
        (RARE, lists.RARE),
        (WORD, lists.WORDS),
        (RARE_WORD, lists.RARE_WORDS),
        (SURNAME, lists.SURNAMES),
        (SURNAME_WORD, lists.SURNAME_WORDS),
        (RARE_SURNAME_WORD, lists.RARE_SURNAME_WORDS),
        (OTHER, lists.PLACES),
    ):
        for word in words.split():
            found[word] = found.get(word, 0) | flag
    for word in (*not_persons.OTHERS, *not_persons.MONTHS):
        found[word] = found.get(word, 0) | OTHER
    for word in not_persons.THINGS:
        found[word] = found.get(word, 0) | THING
    for word in not_persons.COMMON:
        if not found.get(word, 0) & (WORD | RARE_WORD | SURNAME_WORD):  # Will, Young
            found[word] = COMMON
    return found


def flags(word: str) -> int:
    """What a word may be, however it is written; 0 where nothing is known of it."""
    lists = known()
    found = lists.get(word.lower())
    if found is None:
        plain = plainly(word)
        found = lists.get(plain)
        if found is None and "-" in word:  # Anne-Marie, Garcia-Lopez
            parts = [lists.get(plainly(part), 0) for part in word.split("-")]
            found = parts[0] & (GIVEN | RARE | SURNAME) if len(parts) == 2 and parts[1] else 0
    return found or 0


def plainly(word: str) -> str:
    """A word as the lists have it."""
    text = word.lower().translate(_BASE)
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
