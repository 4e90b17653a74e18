"""What a detector finds: a span with its kind and how sure it is; and which of overlapping ones stand."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

# The kinds, each with the word that stands for it in a masked text.
WORDS = {
    "email": "EMAIL",
    "phone": "PHONE",
    "identity": "ID",
    "iban": "IBAN",
    "card": "CARD",
    "ip": "IP",
    "credentials": "CREDENTIALS",
    "address": "ADDRESS",
    "name": "NAME",
    "birth_date": "BIRTHDATE",
}
# What has a form of its own, so that hardly anything else is taken for it.
FORMED = frozenset({"email", "phone", "identity", "iban", "card", "ip", "credentials"})
# A score is about the share of such findings that are right; a span below the least is left out.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:stop]` is of this kind."""

    start: int
    stop: int
    kind: str
    score: float


def resolve(spans: Iterable[Span]) -> list[Span]:
    """The spans that stand, by place: of those that overlap the surest, then the longest, then the first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (-one.score, one.start - one.stop, one.start)):
        if span.score < LEAST:
            break
        place = bisect.bisect_left(kept, span.start, key=_start)
        before, after = kept[place - 1] if place else None, kept[place] if place < len(kept) else None
        if (before is None or before.stop <= span.start) and (after is None or span.stop <= after.start):
            kept.insert(place, span)
    return kept


def _start(span: Span) -> int:
    return span.start
