"""Words that may stand for each other, put in place of one another: a list that comes with Modelyard, or one's own.

A line of the list holds words that mean the same wherever they stand (`movie -> film`: the second for the first only;
`= film noir`: left as it is, with the words in it). The longest one that fits counts. Left alone are words with a
capital inside a sentence, which may be names, words before which "a" would have to become "an", and all that denies or
counts: no line may hold it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from modelyard.core.errors import DataError
from modelyard.evaluation.perturbations import DENYING, HAN, Perturbation, some, spliced

MOST_BYTES, _MOST_CHARACTERS = 8 << 20, 60
_BETWEEN = re.compile(r"\s*[,，、;；\t]\s*")
# Where a word may begin: a Han character, or a letter behind what is none.
_BEGINS = re.compile(rf"{HAN.pattern}|(?<![^\W_])[^\W_]")
_NOT = re.compile(r"[不没沒勿毋]|\b(?:not|no)\b|n['’]t\b", re.IGNORECASE)
_ENDED = re.compile(r"(?:^|[.!?…。！？\n\"“”(>*-])\s*$")
_ARTICLE = re.compile(r"(?<![^\W_])an? $", re.IGNORECASE)
_VOWELS = frozenset("aeiou")


class Found(NamedTuple):
    """A place in a text, and what may stand there instead."""

    start: int
    end: int
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Thesaurus:
    """`others` of each word in small letters, none of one that is left as it is; `lengths` by a word's first letter."""

    name: str
    others: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]

    @property
    def words(self) -> int:
        """How many have another."""
        return sum(1 for others in self.others.values() if others)

    def found(self, text: str) -> list[Found]:
        """Every place, from left to right, where another word may stand."""
        small = text.lower()
        if len(small) != len(text):  # a letter of some scripts becomes two
            small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        places, free = [], 0
        for begin in _BEGINS.finditer(small):
            at = begin.start()
            lengths = self.lengths.get(small[at], ()) if at >= free else ()
            length = next((one for one in lengths if self._stands(small, at, one)), 0)
            if length:
                free = at + length
                others = tuple(self._fitting(text, at, free, self.others[small[at:free]]))
                if others:
                    places.append(Found(at, free, others))
        return places

    def change(self, text: str, share: float, draw: random.Random) -> str:
        """A share of these places with another word in them."""
        return spliced(
            text, [(one.start, one.end, draw.choice(one.others)) for one in some(self.found(text), share, draw)]
        )

    def _stands(self, small: str, at: int, length: int) -> bool:
        """Whether a word of the list begins here, and is no part of another; between Han characters nothing tells."""
        word = small[at : at + length]
        if word not in self.others:
            return False
        before, behind = small[max(0, at - 1) : at], small[at + length : at + length + 2]
        if before and before in "-'’" and not HAN.match(word[0]):
            return False
        if HAN.match(word[-1]):
            return True
        joined = behind[:1] in ("-", "'", "’") and _is_letter(behind[1:])  # co-author, movie's
        return not (_is_letter(behind[:1]) or joined)

    def _fitting(self, text: str, start: int, end: int, others: Sequence[str]) -> Iterator[str]:
        """The others as this place wants them written; none where it may be a name."""
        word = text[start:end]
        article = _ARTICLE.search(text[max(0, start - 4) : start]) is not None
        for other in others:
            if article and (word[0].lower() in _VOWELS) is not (other[0].lower() in _VOWELS):
                continue
            if word == word.lower() or word.lower() == word.upper():
                yield other
            elif word == word.upper():
                yield other.upper() if len(word) > 1 and not _is_short(word) else other
            elif word == word[0] + word[1:].lower() and _ENDED.search(text[max(0, start - 8) : start]):
                yield other[0].upper() + other[1:]


def synonyms(thesaurus: Thesaurus) -> Perturbation:
    """The change of a text by a list of words."""
    return Perturbation(
        name="synonyms",
        title="synonyms",
        change=thesaurus.change,
        strengths=(0.5, 1.0),
        unit=f"the words that {thesaurus.name} holds",
    )


@cache
def usual() -> Thesaurus:
    """The list that comes with Modelyard: English and simplified Chinese."""
    text = resources.files("modelyard.evaluation").joinpath("same_meaning.txt").read_text(encoding="utf-8")
    return parse(text, name="the usual list", where="same_meaning.txt")


def read(path: Path) -> Thesaurus:
    """A list of one's own, UTF-8. Raises: DataError that names the line."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise DataError(f"a list of synonyms may have {MOST_BYTES >> 20} MiB", where=str(path))
        text = data.decode("utf-8-sig")
    except OSError as error:
        rule = f"the list of synonyms cannot be read ({error.strerror or error})"
        raise DataError(rule, where=str(path), remedy="Mend evaluate.synonyms, or leave it out.") from error
    except UnicodeDecodeError as error:
        raise DataError("a list of synonyms is UTF-8 text", where=str(path), remedy="Save it as UTF-8.") from error
    return parse(text, name=path.name, where=str(path))


def parse(text: str, *, name: str, where: str) -> Thesaurus:
    """Raises: DataError."""
    others: dict[str, dict[str, None]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        at = f"{where}:{number}"
        if line.startswith("="):
            kept = [word for word in _BETWEEN.split(line[1:].strip()) if word]
            others.update((word.lower(), {}) for word in kept)
            continue
        left, arrow, right = line.partition("->")
        given = [_word(one, at) for one in _BETWEEN.split(left.strip()) if one]
        goals = [_word(one, at) for one in _BETWEEN.split(right.strip()) if one] if arrow else given
        if not given or not goals or (not arrow and len(given) < 2):
            remedy = "Try: movie, film   or: movie -> film   or: = film noir"
            raise DataError("a line holds words that may stand for each other", where=at, got=line, remedy=remedy)
        for word in given:
            if HAN.fullmatch(word):
                rule = "a character stands inside other words, so it cannot be exchanged by itself"
                raise DataError(rule, where=at, got=word, remedy="Give whole words.")
            known = others.setdefault(word.lower(), {})
            known.update((other, None) for other in goals if other.lower() != word.lower())
    if not any(others.values()):
        raise DataError("this list of synonyms is empty", where=where, remedy="Write lines such as: movie, film")
    lengths: dict[str, set[int]] = {}
    for word in others:
        lengths.setdefault(word[0], set()).add(len(word))
    return Thesaurus(
        name=name,
        others={word: tuple(found) for word, found in others.items()},
        lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def _word(text: str, where: str) -> str:
    word = " ".join(text.split())
    if len(word) > _MOST_CHARACTERS or not word.isprintable():
        raise DataError(f"a word has {_MOST_CHARACTERS} printable characters at most", where=where, got=word)
    if _NOT.search(word) or not DENYING.isdisjoint(word.lower().split()):
        rule, remedy = "what denies is never exchanged: it would turn what is said", "Take this word out of the list."
        raise DataError(rule, where=where, got=word, remedy=remedy)
    if any(letter.isdigit() for letter in word):
        raise DataError("numbers are never exchanged", where=where, got=word, remedy="Take it out of the list.")
    return word


def _is_letter(text: str) -> bool:
    return text.isalnum() or text == "_"


def _is_short(word: str) -> bool:
    """TV, OK: capitals that do not say that all is written in them."""
    return len(word) <= 2
