"""Cards, IBANs, identity numbers, addresses of machines, e-mail addresses and accounts in URLs. Linear in the text."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from modelyard.data.personal.check_digits import is_card, is_iban, is_resident_id
from modelyard.data.personal.spans import Span

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.])[A-Za-z0-9][\w.+-]{1,40} ?[\[(](?:at|AT|@)[\])] ?[A-Za-z0-9-]{2,40}"
    r"(?: ?[\[(](?:dot|DOT|\.)[\])] ?|\.)[A-Za-z]{2,10}\b",
    re.ASCII,
)
_ACCOUNT = re.compile(r"(?<=://)[^\s/@:'\"<>]{1,100}:[^\s/@'\"<>]{1,100}(?=@[\w\[])")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_CARD = re.compile(
    r"(?<![\w.])(?:[0-9]{4}([ -]?)[0-9]{4}\1[0-9]{4}\1[0-9]{1,4}(?:\1[0-9]{1,3})?|3[0-9]{3}([ -]?)[0-9]{6}\2[0-9]{4,5}"
    r"|[0-9]{13,19})(?![\w]|\.[0-9])",
    re.ASCII,
)
_RESIDENT = re.compile(r"(?<![\w.])([1-9][0-9]{5})([ -]?)([0-9]{8})\2([0-9]{3}[0-9Xx])(?![\w])", re.ASCII)
_OLD_RESIDENT = re.compile(
    r"(?<![\w.])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![\w])", re.ASCII
)
_SSN = re.compile(r"(?<![\w.-])(?!000|666|9)[0-9]{3}([- ])(?!00)[0-9]{2}\1(?!0000)[0-9]{4}(?![\w]|[-.][0-9])", re.ASCII)
_BARE_SSN = re.compile(r"(?<![\w.-])(?!000|666|9)[0-9]{9}(?![\w]|[-.][0-9])", re.ASCII)
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)"
    r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}\1[A-D]"
    r"(?![A-Za-z0-9])"
)
_IPV4 = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![\w]|\.[0-9])",
    re.ASCII,
)
_IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f:]{6,39}(?![\w:])", re.ASCII)
_VERSION = re.compile(
    r"(?:version|section|chapter|clause|firmware|release|build|driver|\bver\.?|\bv|版本|固件|驱动)[ :：#号为是]{0,3}\Z",
    re.IGNORECASE,
)
_SSN_SAID = re.compile(r"(?:\bSSNs?\b|social security|\bTIN\b|tax(?:payer)? id)[^0-9\n]{0,24}\Z", re.IGNORECASE)
_RESIDENT_SAID = re.compile(r"(?:身份证|证件号|身份号码|resident id|ID card)[^0-9\n]{0,12}\Z", re.IGNORECASE)
_BEFORE = 40  # characters that are looked at for what a number is


def find(text: str) -> Iterator[Span]:
    """Spans of every kind that has a form; each pattern is tried only where a sign of it stands in the text."""
    if "@" in text:
        yield from (Span(*match.span(), "email", 0.98) for match in _EMAIL.finditer(text))
        if "://" in text:
            yield from (Span(*match.span(), "credentials", 0.99) for match in _ACCOUNT.finditer(text))
    if "[" in text or "(" in text:
        yield from (Span(*match.span(), "email", 0.9) for match in _SPOKEN_EMAIL.finditer(text))
    yield from _machines(text)
    if any(digit in text for digit in "0123456789"):
        yield from _cards(text)
        yield from _identities(text)


def _cards(text: str) -> Iterator[Span]:
    for match in _CARD.finditer(text):
        start, shown = match.start(), match[0]
        while shown:
            if is_card(re.sub("[ -]", "", shown)):
                yield Span(start, start + len(shown), "card", 0.96)
                break
            shown = shown[: max(shown.rfind(" "), shown.rfind("-"), 0)]  # without its last group
    for match in _IBAN.finditer(text):
        shown = match[0]
        while shown:
            if is_iban(shown):
                yield Span(match.start(), match.start() + len(shown), "iban", 0.97)
                break
            shown = shown[: max(shown.rfind(" "), 0)]  # a word in capitals after it


def _identities(text: str) -> Iterator[Span]:
    for match in _RESIDENT.finditer(text):
        if is_resident_id(match[1] + match[3] + match[4]):
            yield Span(*match.span(), "identity", 0.99)
        elif _said(_RESIDENT_SAID, text, match.start()):
            yield Span(*match.span(), "identity", 0.7)
    for match in _OLD_RESIDENT.finditer(text):
        if _said(_RESIDENT_SAID, text, match.start()):
            yield Span(*match.span(), "identity", 0.8)
    for match in _SSN.finditer(text):
        said = _said(_SSN_SAID, text, match.start())
        if match[1] == "-" or said:
            yield Span(*match.span(), "identity", 0.95 if said else 0.85)
    for match in _BARE_SSN.finditer(text):
        if _said(_SSN_SAID, text, match.start()):
            yield Span(*match.span(), "identity", 0.9)
    yield from (Span(*match.span(), "identity", 0.9) for match in _NINO.finditer(text))


def _machines(text: str) -> Iterator[Span]:
    if text.count(".") >= 3:
        for match in _IPV4.finditer(text):
            known = ipaddress.ip_address(".".join(str(int(part)) for part in match[0].split(".")))
            if not (known.is_loopback or known.is_unspecified or _said(_VERSION, text, match.start())):
                yield Span(*match.span(), "ip", 0.9)
    if text.count(":") >= 2:
        for match in _IPV6.finditer(text):
            shown = match[0]
            if shown.count(":") < 2 or sum(map(bool, shown.split(":"))) < 2:
                continue
            try:
                ipaddress.IPv6Address(shown)
            except ValueError:
                continue
            yield Span(*match.span(), "ip", 0.9)


def _said(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return pattern.search(text[max(0, start - _BEFORE) : start]) is not None
