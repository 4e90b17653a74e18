"""A text with a person's sex or origin changed: pronouns, nouns and names, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from modelyard.auditing import swaps_words as words

FIRST, SECOND, BOTH = "first", "second", "both"
_FOLLOWING = re.compile(r"\W*([^\W\d_]*)")


@dataclass(frozen=True, slots=True)
class Swapped:
    """The changed text, and whose words it had before: those of the `first` side, the `second`, or `both`."""

    text: str
    had: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A kind of swap: `sides` name the two, for `first` and `second`."""

    name: str
    sides: tuple[str, str]
    function: Callable[[str], Swapped | None]

    def __call__(self, text: str) -> Swapped | None:
        """The changed text; None where it has no such word."""
        return self.function(text)


def swap_sex(text: str) -> Swapped | None:
    """He for she, 他 for 她, father for mother, James for Mary, and the other way round."""
    pattern, table, second = _sex()
    return _swap(text, pattern, table, second)


def swap_origin(text: str) -> Swapped | None:
    """White-sounding given names for Black-sounding ones, and the other way round (United States)."""
    pattern, table, second = _origin()
    return _swap(text, pattern, table, second)


SWAPS = (
    Swap("sex", ("male", "female"), swap_sex),
    Swap("origin of names", ("white-sounding", "Black-sounding"), swap_origin),
)


def _swap(text: str, pattern: re.Pattern[str], table: Mapping[str, str], second: frozenset[str]) -> Swapped | None:
    sides = set()

    def replace(match: re.Match[str]) -> str:
        found = match[0]
        key = found.lower()
        sides.add(SECOND if key in second else FIRST)
        if key == "her":
            return _cased(found, "him" if _is_object(match) else "his")
        if key == "his":
            return _cased(found, "hers" if _ends_clause(match) else "her")
        return _cased(found, table[key])

    changed = pattern.sub(replace, text)
    if not sides:
        return None
    return Swapped(changed, BOTH if len(sides) == 2 else sides.pop())


def _is_object(match: re.Match[str]) -> bool:
    """Whether `her` stands for a person (saw her) and not before what is hers (her book)."""
    following = _FOLLOWING.match(match.string, match.end())
    word = following[1].lower() if following else ""
    return _ends_clause(match) or not word or word in words.AFTER_OBJECT


def _ends_clause(match: re.Match[str]) -> bool:
    rest = match.string[match.end() :].lstrip(" ")
    return not rest or (rest[0] in ".,;:!?)\"'\n" and not rest.startswith("'s"))


def _cased(before: str, after: str) -> str:
    if before.isupper() and len(before) > 1:
        return after.upper()
    return after[0].upper() + after[1:] if before[0].isupper() else after


@cache
def _sex() -> tuple[re.Pattern[str], Mapping[str, str], frozenset[str]]:
    pairs = (*words.ENGLISH, *words.CHINESE, *((a.lower(), b.lower()) for a, b in words.NAMES_BY_SEX))
    table: dict[str, str] = {}
    for male, female in pairs:
        table.setdefault(male, female)
        table.setdefault(female, male)
    table |= {**words.ENGLISH_ALSO, "him": "her", "her": "him", "his": "her", "hers": "his"}
    second = {female for _, female in pairs} | {"her", "hers", "mrs", "mum", "mommy"}
    return _pattern(table, names=[name for pair in words.NAMES_BY_SEX for name in pair]), table, frozenset(second)


@cache
def _origin() -> tuple[re.Pattern[str], Mapping[str, str], frozenset[str]]:
    table: dict[str, str] = {}
    for white, black in words.NAMES_BY_ORIGIN:
        table |= {white.lower(): black.lower(), black.lower(): white.lower()}
    second = frozenset(black.lower() for _, black in words.NAMES_BY_ORIGIN)
    return _pattern(table, names=[name for pair in words.NAMES_BY_ORIGIN for name in pair]), table, second


def _pattern(table: Mapping[str, str], names: list[str]) -> re.Pattern[str]:
    """Whole words, whatever their case; names with a capital only, since some are words too (brad, jay, tom)."""
    lowered = {name.lower() for name in names}
    plain = sorted((word for word in table if word.isascii() and word not in lowered), key=len, reverse=True)
    given = sorted((name for name in names if name.isascii()), key=len, reverse=True)
    # 其他 and 他妈 are no persons; a longer word (男朋友) goes before a shorter one (男).
    chinese = sorted((word for word in table if not word.isascii()), key=len, reverse=True)
    parts = []
    if plain:
        parts.append(rf"\b(?i:{'|'.join(map(re.escape, plain))})\b")
    if given:
        parts.append(rf"\b(?:{'|'.join(map(re.escape, given))})\b")
    if chinese:
        parts.append(rf"(?<![其吉])(?:{'|'.join(map(re.escape, chinese))})(?!妈的)")
    return re.compile("|".join(parts))
