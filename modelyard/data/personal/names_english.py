"""Names of persons in English texts: by titles, by what introduces a name, and by lists of given names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modelyard.data.personal.given_names import AMBIGUOUS, GIVEN, SURNAMES, THINGS
from modelyard.data.personal.spans import Span

_WORD = r"[A-Z](?:[a-z]{1,20}+|['’][A-Z][a-z]{1,20}+|c[A-Z][a-z]{1,20}+)(?:-[A-Z][a-z]{1,20}+)?"
_WORDS = re.compile(r"(?<![\w@./-])" + _WORD + r"(?![\w@]|\.[A-Za-z])")
_MORE = re.compile(r"(?: [A-Z]\.)? (?:(?:van|de|da|di|del|von|bin|al) (?:der |la )?)?(" + _WORD + r")(?![\w@])")
_TITLE = re.compile(r"(?<!\w)(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Sergeant|Officer|Nurse|Judge)\.? (?=[A-Z])")
_SAID = re.compile(
    r"(?:\b[Nn]ame(?: is|'s|:)|\b[Nn]amed"
    r"|\b(?:[Pp]atient|[Cc]ontact|[Cc]ustomer|[Aa]ttn|[Aa]pplicant|[Tt]enant|[Ee]mployee|[Rr]ecipient|[Ss]igned"
    r"|[Ss]incerely|[Rr]egards|[Tt]hanks|[Cc]heers|[Cc]laimant|[Dd]river|[Mm]anager|[Oo]wner):?,?"
    r"|\bI am|\bI['’]m|\b[Tt]his is|\b[Cc]alled|\b[Dd]ear|\b[Hh]i|\b[Hh]ello|\b[Aa]sk for"
    r"|\b[Ss]poke (?:to|with)|\b[Mm]et(?: with)?)\s{1,2}(?=[A-Z])"
)
# Only after these is a capitalised word that is in no list taken for a name.
_SURE = re.compile(r"(?:[Nn]ame(?: is|'s|:)|[Ss]incerely,?|[Ss]igned:?,?|[Aa]ttn:?)\s{1,2}\Z")
# And after these, where there are two.
_SELF = re.compile(r"(?:\bI am|\bI['’]m|[Nn]amed|[Rr]egards:?,?|[Tt]hanks:?,?|[Cc]heers:?,?)\s{1,2}\Z")
_COMMON = frozenset(
    word.capitalize()
    for word in (
        *(
            "the",
            "this",
            "that",
            "it",
            "we",
            "you",
            "they",
            "he",
            "she",
            "there",
            "here",
            "our",
            "your",
            "my",
            "in",
            "on",
        ),
        *(
            "at",
            "for",
            "from",
            "with",
            "what",
            "when",
            "where",
            "why",
            "how",
            "not",
            "no",
            "yes",
            "customer",
            "service",
        ),
        *("team", "support", "sir", "madam", "all", "everyone", "a", "an", "and", "but", "so", "very", "great", "good"),
    )
)


def find(text: str) -> Iterator[Span]:
    """Spans of English names."""
    for match in _TITLE.finditer(text):
        first = _WORDS.match(text, match.end())
        if first and first[0] not in _COMMON:
            yield Span(first.start(), _more(text, first.end()), "name", 0.9)
    for match in _SAID.finditer(text):
        first = _WORDS.match(text, match.end())
        if first is None or first[0] in _COMMON:
            continue
        stop = _more(text, first.end())
        if first[0] in GIVEN or (first[0] in AMBIGUOUS and (stop > first.end() or _SURE.search(match[0]))):
            yield Span(first.start(), stop, "name", 0.88)
        elif _SURE.search(match[0]) or (stop > first.end() and _SELF.search(match[0])):
            yield Span(first.start(), stop, "name", 0.75)
    for match in _WORDS.finditer(text):
        word = match[0]
        if word in GIVEN:
            stop = _more(text, match.end())
            if stop > match.end():
                yield Span(match.start(), stop, "name", 0.8)
            elif not _thing_follows(text, match.end()):
                yield Span(match.start(), stop, "name", 0.6)
        elif word in AMBIGUOUS:
            more = _MORE.match(text, match.end())
            if more and more[1] in SURNAMES:
                yield Span(match.start(), more.end(), "name", 0.7)


def _more(text: str, stop: int) -> int:
    """Where a name goes on to, whose first word ends at `stop`: a second word, or a third that is a known surname."""
    for number in range(2):
        more = _MORE.match(text, stop)
        if more is None or more[1] in THINGS or more[1] in _COMMON or (number and more[1] not in SURNAMES):
            return stop
        stop = more.end()
    return stop


def _thing_follows(text: str, stop: int) -> bool:
    more = _MORE.match(text, stop)
    return more is not None and more[1] in THINGS
