"""The project's one detector of personal data: every kind's spans in a text, those that overlap settled by score.

It lowers a risk and proves nothing: see benchmarks/results for what it finds and misses on a labelled set.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from modelyard.data.personal import addresses, names_chinese, names_english, numbers, phones
from modelyard.data.personal.latin_words import GIVEN, flags
from modelyard.data.personal.spans import WORDS, Span, resolve

KINDS = tuple(WORDS)
# What stands for personal data that was taken out; nothing within is looked at again.
_TAKEN = re.compile(r"〔(?:" + "|".join(WORDS.values()) + r")(?:-[0-9a-f]{4,16})?〕")
_NAMED = re.compile(
    r"(?:(?:full|first|last|given|family|customer|client|patient|contact|user|employee)[ _-]?)?name|surname"
    r"|姓名|名字|联系人|收件人|收货人|客户姓名|客户名|患者",
    re.IGNORECASE,
)
_BORN = re.compile(r"(?:date[ _-]?of[ _-]?birth|dob|birth[ _-]?da(?:te|y)|生日|出生日期|出生年月)", re.IGNORECASE)
_A_NAME = re.compile(r"[A-Z][\w'’.-]{0,20}(?:[ ,]{1,2}[A-Z][\w'’.-]{0,20}){0,3}|[\u4e00-\u9fff]{2,4}")
_KNOWN = 0.65  # how sure a value is that was found before: less than most that are found in their own right
_SHORTEST = 6  # characters of a value that is looked for again
_A_DATE = re.compile(r"[0-9]{1,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?(?:[ T]00:00(?::00)?)?")


def find(text: str, *, kinds: Collection[str] = KINDS, column: str = "") -> list[Span]:
    """Spans by place, none over another. `column` is the name of the column that the text is a cell of."""
    found = list(numbers.find(text))
    if any(digit in text for digit in "0123456789"):
        found += phones.find(text)
        if "address" in kinds or "birth_date" in kinds:
            found += addresses.find(text)
    if "name" in kinds:
        found += names_english.find(text)
        if not text.isascii():
            found += names_chinese.find(text)
        if column and _NAMED.fullmatch(column.strip()) and _A_NAME.fullmatch(text.strip()):
            found.append(_whole(text, "name"))
    if column and "birth_date" in kinds and _BORN.fullmatch(column.strip()) and _A_DATE.fullmatch(text.strip()):
        found.append(_whole(text, "birth_date"))
    if "〔" in text:
        taken = [match.span() for match in _TAKEN.finditer(text)]
        stops = [stop for _, stop in taken]
        found = [one for one in found if not _touches(one, taken, stops)]
    return resolve(one for one in found if one.kind in kinds)


def _touches(span: Span, taken: Sequence[tuple[int, int]], stops: Sequence[int]) -> bool:
    """Whether it overlaps one of `taken`, which are in order and end at `stops`."""
    first = bisect.bisect_right(stops, span.start)
    return first < len(taken) and taken[first][0] < span.stop


def _whole(text: str, kind: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()), kind, 0.95)


def tells(text: str, span: Span) -> bool:
    """Whether a value is its own where nothing around it says so: no word that stands for other things too."""
    value = text[span.start : span.stop]
    if span.kind != "name":
        return len(value) >= _SHORTEST
    return " " in value or (bool(flags(value) & GIVEN) if value.isascii() else len(value) > 1)


def again(text: str, known: Mapping[str, str]) -> Iterator[Span]:
    """Where values stand again that were found before."""
    for value, kind in known.items():
        start = text.find(value)
        while start >= 0:
            stop = start + len(value)
            inside = value.isascii() and (_joins(text[start - 1 : start]) or _joins(text[stop : stop + 1]))
            if not inside:
                yield Span(start, stop, kind, _KNOWN)
            start = text.find(value, stop)


def _joins(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
