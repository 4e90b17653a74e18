"""Running text made fit for a language model: rules that can each be switched off, and what each of them changed.

A rule never joins two words and never touches a letter; `unicode` changes how a letter is written, not which it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from modelyard.core.recipe import Clean

# Bytes that no text needs; form feed and vertical tab become line ends, the carriage return is dealt with before.
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u2028", "\u2029", "\ufff9", "\ufffa", "\ufffb")
_TRAILING = re.compile(r"[ \t\u00a0\u3000]+(?=\n|\Z)")
_MANY_LINES = re.compile(r"\n{4,}")
# A whole line that says one of these and little more.
_NOTICE = re.compile(
    r"[^\n]{0,80}(?:all rights reserved|please enable javascript|javascript is (?:disabled|required)"
    r"|accept (?:all )?cookies|we use cookies|cookie policy|terms of (?:use|service)[ |/]+privacy policy"
    r"|版权所有|著作权所有|未经授权|禁止转载|备案号)[^\n]{0,80}",
    re.IGNORECASE,
)
_NOTICE_HINTS = ("ights reserved", "avascript", "avaScript", "ookie", "ll Rights", "RIGHTS", "rivacy", "版权", "著作权")
_OTHER_HINTS = ("未经", "转载", "备案")
EDGE_LINES = 3  # at the beginning and at the end of a document, where headers and footers stand
EDGE_DOCUMENTS, EDGE_SHARE = 20, 0.5  # a line that stands there in so many documents, and such a share, says nothing
LEAST_LINE, MOST_LINE = 20, 200  # bytes, characters: a shorter line may be a word or a bracket, a longer one is text


def clean(text: str, rules: Clean, edges: frozenset[str], counts: Counter[str]) -> str:
    """The text after the rules that are on; `counts` gains what each took out or rewrote.

    `edges` are the lines that `repeated_edges` found.
    """
    if rules.control:
        text = _without_control(text, counts)
    if rules.unicode and not (text.isascii() or unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text)
        counts["unicode"] += 1
    if rules.boilerplate:
        text = _without_boilerplate(text, edges, counts)
    if rules.blanks:
        text = _without_blanks(text, counts)
    return text


def repeated_edges(documents: Iterable[str]) -> frozenset[str]:
    """Lines that begin or end many of the documents: headers and footers of a site or an edition."""
    number = 0
    found: Counter[str] = Counter()
    for text in documents:
        number += 1
        lines = _edge_lines(text.splitlines())
        found.update({line for line in lines if len(line.encode()) >= LEAST_LINE and len(line) <= MOST_LINE})
    least = max(EDGE_DOCUMENTS, EDGE_SHARE * number)
    return frozenset(line for line, count in found.items() if count >= least)


def _edge_lines(lines: list[str]) -> list[str]:
    filled = [line.strip() for line in (*lines[: 4 * EDGE_LINES], *lines[-4 * EDGE_LINES :]) if line.strip()]
    return filled[:EDGE_LINES] + filled[-EDGE_LINES:]


def _without_control(text: str, counts: Counter[str]) -> str:
    data = text.encode("utf-8", "surrogatepass")
    plain = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    if plain and (len(data) == len(text) or (b"\xc2" not in data and not any(c in text for c in _INVISIBLE))):
        return text
    text, ends = _LINE_END.subn("\n", text)
    text, removed = _CONTROL.subn("", text)
    counts["line_ends"] += ends
    counts["control"] += removed
    return text


def _without_blanks(text: str, counts: Counter[str]) -> str:
    if any(blank in text for blank in (" \n", "\t\n", "\u00a0\n", "\u3000\n")) or text[-1:] in " \t\u00a0\u3000":
        text, trailing = _TRAILING.subn("", text)
        counts["blanks"] += trailing
    if "\n\n\n\n" in text:
        text, lines = _MANY_LINES.subn("\n\n\n", text)
        counts["blanks"] += lines
    return text


def _without_boilerplate(text: str, edges: frozenset[str], counts: Counter[str]) -> str:
    noticed = any(hint in text for hint in (*_NOTICE_HINTS, *_OTHER_HINTS))
    if not noticed and not edges:
        return text
    lines = text.split("\n")
    last = len(lines) - 1
    kept = []
    for i, line in enumerate(lines):
        at_edge = edges and (i < 4 * EDGE_LINES or i > last - 4 * EDGE_LINES) and line.strip() in edges
        if at_edge or (noticed and len(line) <= MOST_LINE and _NOTICE.fullmatch(line.strip())):
            counts["boilerplate"] += 1
        else:
            kept.append(line)
    return "\n".join(kept) if len(kept) < len(lines) else text


def sections(text: str, most: int) -> list[str]:
    """The text in sections of at most `most` characters, cut after a paragraph, else a line, else a sentence or blank.

    Joined they are the text; their lengths are about even, so that none is a stub.
    """
    result = []
    start = 0
    while len(text) - start > most:
        left = -(-(len(text) - start) // most)  # sections still to make
        aim = start + min(most, -(-(len(text) - start) // left) + most // 8)
        stop = _cut(text, start, aim)
        result.append(text[start:stop])
        start = stop
    if start < len(text):
        result.append(text[start:])
    return result


def _cut(text: str, start: int, aim: int) -> int:
    low = start + (aim - start) // 2
    for mark in ("\n\n", "\n", "。", ". ", " "):
        place = text.rfind(mark, low, aim)
        if place >= 0:
            return place + len(mark)
    return aim
