"""Where somebody lives: English streets with a house number, Chinese roads with one; and dates of birth by context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modelyard.data.personal.spans import Span

_STREETS = (
    r"(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Close"
    r"|Crescent|Gardens|Grove|Mews|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Row|Walk|Hill)"
)
# Of things as well: 30 Red Square paintings.
_MANY_THINGS = frozenset(("Square", "Sq", "Hill", "Row", "Walk", "Place", "Pl", "Way", "Trail", "Circle"))
_POSTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}"
_ENGLISH = re.compile(
    r"(?<![\w$£€.,])(?:(?:Flat|Apt\.?|Apartment|Unit|Suite) [0-9A-Z]{1,5},? )?[0-9]{1,5}[A-Za-z]?,? "
    r"(?:[NSEW]\.? |North |South |East |West )?"
    r"(?:(?:[A-Z][\w'’.-]{0,20}|[0-9]{1,3}(?:st|nd|rd|th)) ){1,3}" + _STREETS + r"\b(?:\.(?=,))?"
    r"(?P<more>"
    r"(?:,? (?:Apt\.?|Apartment|Suite|Ste\.?|Unit|Flat|#) ?[0-9A-Z]{1,6}\b)?"
    r"(?:, [A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20}){0,2}(?![\w]))?"
    r"(?:,? " + _POSTCODE + r"\b|(?:,? [A-Z]{2}(?![\w]))?(?:,? [0-9]{5}(?:-[0-9]{4})?(?![\w]))?))",
    re.ASCII,
)
_BOX = re.compile(
    r"\bP\.? ?O\.? Box [0-9]{1,6}\b(?:, [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?)?(?:,? [A-Z]{2} [0-9]{5})?"
)
_SAID_POSTCODE = re.compile(
    r"\b(?:post ?code|zip(?: code)?)(?: is|:)? (" + _POSTCODE + r"|[0-9]{5}(?:-[0-9]{4})?)\b", re.IGNORECASE
)

# A house number after a road; the way from the province to the road is found by going left from here.
_HOUSE = re.compile(
    r"(?<=[路街道巷弄村苑园段])[0-9]{1,5}(?:[-－][0-9]{1,4})?(?:号|弄)"
    r"(?:[一-鿿A-Za-z]{0,10}?(?:[0-9]{1,4}|[A-Z])(?:号楼|号院|栋|幢|座|楼|单元|弄|号)){0,3}(?:[一-鿿]{2,8}?(?:大厦|广场|公寓|小区|花园|中心|园区|产业园|大楼|写字楼|家园|新村))?(?:[A-Z]座)?(?:[0-9A-Z]{1,5}(?:室|层|楼|号|房|户))?"
)
_FLAT = re.compile(r"(?<=[一-鿿])[0-9A-Z]{1,3}(?:号楼|栋|幢|座)(?:[0-9]{1,2}单元)?[0-9]{2,5}(?:室|号|房|户)?")
_LEFT = re.compile(r"[一-鿿A-Za-z0-9]{2,40}\Z")
_STOPS = "在到至是为于往住寄址向给的送"
_NO_START = ("街", "路", "道")
_NUMBERED = re.compile(r"[省市区县镇乡村]|路|街|大道|巷|弄|胡同|小区|花园|苑")

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    r"(?:[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9]|[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?:[12][0-9])?[0-9]{2}"
    r"|[12][0-9]{3} ?年 ?[01]?[0-9] ?月(?: ?[0-3]?[0-9] ?[日号])?|(?:19|20)[0-9]{6}"
    r"|[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? " + _MONTHS + r",? [12][0-9]{3}"
    r"|" + _MONTHS + r"\.? [0-3]?[0-9](?:st|nd|rd|th)?,? [12][0-9]{3})"
)
_BORN = re.compile(
    r"(?:\bborn(?: in [A-Z][a-z]{1,20})?(?: on)?|\bdate of birth|\bD\.?O\.?B\.?|\bbirth ?da(?:y|te)"
    r"|生日|出生日期|出生年月日?|出生时间|出生于|生于|出生)"
    r"(?: (?:is|was|as))?[ :：,，是为()（）-]{0,3}(" + _DATE + r")(?![0-9])",
    re.IGNORECASE,
)
_THEN_BORN = re.compile(r"(?<![0-9])(" + _DATE + r")[ ,，]?(?:出生|生人|生(?=[,，。；;、 ]|\Z))")


def find(text: str) -> Iterator[Span]:
    """Spans of addresses and of dates of birth."""
    if not any(digit in text for digit in "0123456789"):
        return
    for match in _ENGLISH.finditer(text):
        if match["more"] or match[1] not in _MANY_THINGS:
            yield Span(*match.span(), "address", 0.82)
    yield from (Span(*match.span(), "address", 0.85) for match in _BOX.finditer(text))
    yield from (Span(*match.span(1), "address", 0.7) for match in _SAID_POSTCODE.finditer(text))
    yield from (Span(*match.span(1), "birth_date", 0.9) for match in _BORN.finditer(text))
    yield from (Span(*match.span(1), "birth_date", 0.85) for match in _THEN_BORN.finditer(text))
    if not text.isascii():
        yield from _chinese(text)


def _chinese(text: str) -> Iterator[Span]:
    for pattern in (_HOUSE, _FLAT):
        for match in pattern.finditer(text):
            start = _beginning(text, match.start())
            way = text[start : match.start()]
            if len(way) >= 2 and way not in _NO_START and _NUMBERED.search(way):
                score = 0.9 if re.search("[省市区县镇]", way) else 0.75
                yield Span(start, match.end(), "address", score)


def _beginning(text: str, stop: int) -> int:
    """Where the way to the house begins: after the last word that leads to it (在, 是), or where writing stops."""
    found = _LEFT.search(text[max(0, stop - 40) : stop])
    if found is None:
        return stop
    way = found[0]
    cut = max(way.rfind(sign) for sign in _STOPS) + 1
    return stop - len(way) + cut
