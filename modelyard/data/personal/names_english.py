"""Names of persons in Latin letters: by lists of given names and surnames, and by the words and signs around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modelyard.data.personal.latin_words import (
    ANY_GIVEN,
    ANY_SURNAME,
    COMMON,
    GIVEN,
    OTHER,
    RARE,
    RARE_WORD,
    SURNAME,
    SURNAME_WORD,
    THING,
    WORD,
    flags,
)
from modelyard.data.personal.not_persons import MONTHS, PAIRS
from modelyard.data.personal.spans import Span

_UP, _LOW = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ", "a-zß-öø-ÿāăąćčďđēėęěğģīįıķļłńņňōőœřśşšţťūůűųźżžșțạ-ỹ"
_WORD = rf"[{_UP}](?:['’][{_UP}])?[{_LOW}]{{1,20}}+(?:[{_UP}][{_LOW}]{{1,20}}+)?(?:[-'’][{_UP}][{_LOW}]{{1,20}}+)?"
_WORDS = re.compile(rf"(?<![\w@./#&-]){_WORD}(?![\w@]|\.[A-Za-z]|[-/]\w|['’‘](?!s\b)[a-z])")
# What may stand between two words of a name: an initial, a particle.
_BETWEEN = re.compile(
    r"[ \u00a0](?:[A-Z]\.? )?(?:(?:van|von|de|da|di|del|della|dos|du|la|le|bin|ibn|al|el|ter|ten|af)[ -])"
    r"{0,2}(?:der |den |la |las |los )?"
)
_TITLE = re.compile(
    r"(?<!\w)(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Sir|Madam|Sergeant|Sgt|Officer|Detective|Captain|Capt|Nurse"
    r"|Judge|Justice|Coach|Pastor|Reverend|Rev|Father|Sister|Aunt|Auntie|Uncle|Cousin|Grandma|Grandpa|Señor|Señora"
    r"|Herr|Frau|Monsieur|Madame|Senator|Sen|President|Mayor|Principal|Attorney|Lieutenant|Lt|Colonel|Col)\.? \Z"
)
# What introduces a person, so that a name of few, or a word that is a name too, is taken for one.
_INTRODUCED = re.compile(
    r"(?:\b[Nn]ame(?:d| is|['’]s|:)|\b(?:I am|I['’]m|[Cc]alled|[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Aa]sk(?:ed)? for)"
    r"|\b(?:[Pp]atient|[Cc]ontact|[Cc]ustomer|[Aa]ttn|[Aa]ttention|[Aa]pplicant|[Tt]enant|[Ee]mployee|[Rr]ecipient|[Ss]igned"
    r"|[Ss]incerely|[Rr]egards|[Tt]hanks|[Cc]heers|[Ll]ove|[Cc]laimant|[Dd]river|[Mm]anager|[Oo]wner|[Aa]gent|[Tt]echnician"
    r"|[Ww]itness|[Dd]efendant|[Pp]laintiff|[Ll]andlord|[Pp]lumber|[Tt]eacher|[Ww]aiter|[Ww]aitress|[Rr]ep|[Hh]ost|[Tt]herapist"
    r"|[Ii]nstructor|[Ss]tudent|[Cc]andidate|[Pp]assenger|[Ss]ender|[Bb]eneficiary|[Gg]uest|[Cc]ourier|[Dd]octor|[Ll]awyer"
    r"|[Aa]ssistant|[Aa]ccountant|[Dd]entist|[Bb]abysitter|[Nn]anny|[Cc]oach|[Cc]o-worker|[Cc]oworker|[Cc]lient):?,?"
    r"|\b(?:my|his|her|our|their|your|old|late|little) (?:\w+ )?(?:friend|colleague|boss|wife|husband|son|daughter"
    r"|brother|sister|neighbou?r|mother|father|mom|mum|dad|cousin|uncle|aunt|niece|nephew|partner|roommate|flatmate"
    r"|girlfriend|boyfriend|grand(?:mother|father|son|daughter)|fiancée?|twin|kid|baby|supervisor|mentor|tutor|professor|hairdresser|mechanic),?"
    r"|\b[Tt]his is|\b[Ss]poke (?:to|with)|\b[Tt]alk(?:ed)? to|\b[Mm]et(?: with)?|\b[Mm]arried|\b[Ii]nvited?|\b[Tt]hank"
    r"|\b[Cc]all(?: me)?|\b[Ww]ritten by|\b[Ss]igned by|\b[Cc]c:?|\b[Ff]rom:|\b[Tt]o:)\s{1,2}\Z"
)
# Only after these is a capitalised word that is in no list taken for a name, and after `_SELF` two of them.
_SURE = re.compile(
    r"(?:[Nn]ame(?: is|['’]s|:)|[Nn]amed|[Ss]incerely,?|[Ss]igned:?,?|[Aa]ttn:?|[Cc]all me"
    r"|(?:my|his|her|our|their) (?:friend|colleague|boss|wife|husband|son|daughter|brother|sister|neighbou?r"
    r"|cousin|uncle|aunt|niece|nephew|roommate|flatmate|girlfriend|boyfriend),?)\s{1,2}\Z"
)
_SELF = re.compile(
    r"(?:\bI am|\bI['’]m|\b[Tt]his is|[Rr]egards:?,?|[Tt]hanks:?,?|[Cc]heers:?,?|[Pp]atient:?|[Cc]ustomer:?"
    r"|[Cc]ontact:?|[Ee]mployee:?|[Aa]pplicant:?|[Tt]enant:?|[Cc]laimant:?|[Rr]ecipient:?|[Ss]poke (?:to|with)"
    r"|[Mm]et(?: with)?)\s{1,2}\Z"
)
# What only persons do, and what is theirs.
_DOES = re.compile(
    r" (?:said|says|told|asked|replied|wrote|phoned|emailed|texted|answered|insisted|agreed|thinks|thought|wants|lives"
    r"|lived|moved|married|died|was born|is my|was my|has been my|signed|apologi[sz]ed|promised|explained|called me"
    r"|called back|works|worked|helped me|picked (?:me|us|it|him|her)|smiled|laughed|cried|resigned|complained|admitted"
    r"|suggested)\b|['’]s (?:house|home|mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|email|e-mail"
    r"|number|phone|address|birthday|account|room|desk|car|office|flat|apartment|appointment|passport|surgery|wedding"
    r"|funeral|salary)\b"
)
# What introduces places and companies as well.
_ALSO_THINGS = re.compile(
    r"(?:[Cc]all|[Cc]ontact|[Tt]o:|[Ff]rom:|[Tt]hank|[Tt]hanks,?|[Ll]ove|[Mm]et(?: with)?|[Tt]his is)\s{1,2}\Z"
)
_NOT_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Tt]hese|[Ee]very|[Ee]ach|[Ss]ome|[Nn]o) \Z")
_WHERE = re.compile(r"\b(?:in|at|near|to|towards|around|through|via|of|outside|across|visit|visited|visiting) \Z")
_LEFT = 48  # characters that are looked at before a name
_SMALL = re.compile(
    r"(?:\bmy name(?:['’]?s| is)|\bi['’]?m called|\bcall me|\bname:)\s{1,2}([a-z]{2,20})(?: ([a-z]{2,20}))?\b"
)
_CAPITALS = re.compile(r"(?<![\w@.-])([A-Z]{2,20}) (?:[A-Z]\. )?([A-Z]{2,20})(?![\w@-])")


class _Words:
    """The capitalised words of a text: where they stand, and what they may be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORDS.finditer(text)]
        self.flags = [flags(text[start:stop]) for start, stop in self.spans]

    def linked(self, i: int) -> bool:
        """Whether the next word may belong to the same name."""
        if i + 1 >= len(self.spans):
            return False
        between = self.text[self.spans[i][1] : self.spans[i + 1][0]]
        return between == " " or (len(between) < 14 and _BETWEEN.fullmatch(between) is not None)

    def begins(self, i: int) -> bool:
        """Whether the word begins a sentence, where any word has a capital."""
        start = self.spans[i][0]
        before = self.text[max(0, start - 4) : start].rstrip(" \t")
        return not before or before[-1] in '.!?\n"“”:;•*-—–>(【'

    def word(self, i: int) -> str:
        start, stop = self.spans[i]
        return self.text[start:stop]


def find(text: str) -> Iterator[Span]:
    """Spans of names in Latin letters."""
    words = _Words(text)
    i = 0
    while i < len(words.spans):
        last, score = _name_at(words, i)
        if score:
            yield Span(words.spans[i][0], words.spans[last][1], "name", score)
        i = last + 1
    if "name" in text or "call" in text:
        for match in _SMALL.finditer(text):
            first, second = flags(match[1]), flags(match[2]) if match[2] else 0
            if first & GIVEN and not first & (OTHER | COMMON):
                yield Span(match.start(1), match.end(2) if second & SURNAME else match.end(1), "name", 0.7)
    for match in _CAPITALS.finditer(text):
        first, second = flags(match[1]), flags(match[2])
        if first & GIVEN and second & ANY_SURNAME and not (first | second) & (OTHER | THING | COMMON):
            yield Span(*match.span(), "name", 0.6)


def _name_at(words: _Words, i: int) -> tuple[int, float]:
    """The last word of what begins at word i, and how sure it is a name (0: it is none)."""
    first = words.flags[i]
    if first & COMMON or (first & SURNAME_WORD and not first & ANY_GIVEN):  # Love Pete
        return i, 0.0
    before = words.text[max(0, words.spans[i][0] - _LEFT) : words.spans[i][0]]
    if _TITLE.search(before):
        return _extent(words, i)[0], 0.9
    last, thing = _extent(words, i)
    if last > i and "_".join(words.word(k).lower() for k in (i, i + 1)) in PAIRS:
        return last, 0.0
    if thing and not (last > i + 1 and first & GIVEN):
        return last + 1, 0.0
    introduced = _INTRODUCED.search(before) is not None
    if last > i:
        score = _of_several(words, i, last, introduced=introduced, before=before)
    else:
        score = _of_one(words, i, introduced=introduced, before=before)
    # What begins no name may stand before one: Yesterday Maria.
    return (last, score) if score else (i, 0.0)


def _extent(words: _Words, i: int) -> tuple[int, bool]:
    """The last word that goes with word i, and whether the one after it makes a thing of them."""
    last, unknown = i, not words.flags[i] & (ANY_GIVEN | ANY_SURNAME)
    while last - i < 3 and words.linked(last):
        following = words.flags[last + 1]
        if following & THING and not following & (GIVEN | SURNAME_WORD):
            return last, True
        if following & (THING | COMMON):
            return last, False
        if not following & (ANY_GIVEN | ANY_SURNAME):
            if unknown or following & OTHER:
                return last, False
            unknown = True
        last += 1
    return last, False


def _of_several(words: _Words, i: int, last: int, *, introduced: bool, before: str) -> float:
    """How sure words i to last are one name."""
    first, second, end = words.flags[i], words.flags[i + 1], words.flags[last]
    begins = words.begins(i)
    if _NOT_BEFORE.search(before) and not (first & GIVEN and end & SURNAME):
        return 0.0
    if first & (GIVEN | WORD | RARE) and end & SURNAME and not (first & OTHER and end & OTHER):
        return 0.85
    if introduced and (_SELF.search(before) or _SURE.search(before)):
        return 0.75
    if first & GIVEN and not first & OTHER:
        return 0.8 if end & (ANY_SURNAME | ANY_GIVEN) else 0.7
    if first & OTHER:
        return 0.65 if introduced or (end & SURNAME and first & ANY_GIVEN and not _WHERE.search(before)) else 0.0
    if first & RARE:
        return 0.7 if end & (ANY_SURNAME | ANY_GIVEN) else 0.6 if not begins else 0.0
    if first & (WORD | RARE_WORD):
        if end & SURNAME or (first & WORD and end & SURNAME_WORD and words.word(i).lower() not in MONTHS):
            return 0.7
        return 0.6 if introduced and end & ANY_SURNAME else 0.0
    if second & (SURNAME | GIVEN | RARE) and not second & OTHER and not begins:
        return 0.65  # a given name of no list, or a surname first
    return 0.6 if first & SURNAME and second & SURNAME and begins else 0.0


def _of_one(words: _Words, i: int, *, introduced: bool, before: str) -> float:
    """How sure word i alone is a name."""
    found, (_, stop) = words.flags[i], words.spans[i]
    does = _DOES.match(words.text, stop) is not None
    if _NOT_BEFORE.search(before):
        return 0.0
    if found & OTHER:
        told = introduced and not _ALSO_THINGS.search(before)
        return 0.6 if found & ANY_GIVEN and (told or does) else 0.0
    if found & GIVEN:
        return 0.65
    if found & (WORD | RARE_WORD):
        if introduced and not words.begins(i):
            return 0.65
        return 0.6 if does else 0.55 if found & WORD and not words.begins(i) and _person_before(before) else 0.0
    if found & (RARE | SURNAME | SURNAME_WORD):
        return 0.6 if (introduced and not words.begins(i)) or does else 0.0
    return 0.75 if introduced and _SURE.search(before) else 0.0


_PERSON = re.compile(r"\b(?:and|with|for|from|by|to|but|if|when|that|where|because|so|as|than|like|or|,) \Z")


def _person_before(before: str) -> bool:
    return _PERSON.search(before) is not None
