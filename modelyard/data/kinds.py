"""What kind of column it is, decided from what was counted and from the sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from modelyard.data import values
from modelyard.data.profile import ColumnProfile, ProfileKind
from modelyard.data.scripts import is_cjk, scripts

QUANTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
SCRIPT_TEXTS = 2_000  # of the sample: the share is then known to about 1 %
NUMBERS_FROM = 0.9  # share of values that are numbers, from which the rest are strays
MIXED_FROM = 0.3
IDENTIFIER_FROM = 0.98  # share of values that are different
TEXT_FROM = 0.3  # the same for a text, which may repeat; fewer make a category
FEW = 20  # so few different values make a category of anything that is not a number


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What the pass counted of a column; see `inspect`."""

    name: str
    present: int
    missing: int
    counts: Counter[Any] | None
    distinct: int
    distinct_exact: bool
    numbers: int
    non_numbers: int
    non_number_places: tuple[tuple[str, str], ...]
    low: float | None
    high: float | None
    mean: float | None
    deviation: float | None
    whole: bool
    longest: int
    shape: tuple[int, ...]
    shapes_differ: bool

    @property
    def numeric_share(self) -> float:
        """Numbers among the values that are present."""
        return self.numbers / self.present if self.present else 0.0


def profile_column(facts: Facts, cells: Sequence[Any], rows: int, *, sampled: bool) -> ColumnProfile:
    """The profile of a column, from its counts and its sampled cells."""
    there = [cell for cell in cells if cell is not None]
    texts = [text for text in (values.text(cell) for cell in there) if text] if not facts.shape else []
    shares = scripts(texts[:SCRIPT_TEXTS]) if texts and facts.numeric_share < NUMBERS_FROM else {}
    date_format = values.date_format_of(there) if facts.numeric_share < NUMBERS_FROM and not facts.shape else None
    kind = _kind(facts, texts, shares, date_format, cells)
    numbers, _ = values.numbers(there) if kind in ("number", "identifier", "mixed") else (np.empty(0), None)
    numbers = numbers[~np.isnan(numbers)]
    lengths = np.array([len(text) for text in texts]) if kind in ("text", "mixed", "category") and texts else None
    counted = facts.counts.most_common() if facts.counts is not None else []
    counts: dict[str, int] = {}
    for value, count in counted:
        name = values.label(value)
        if name is not None:
            counts[name] = counts.get(name, 0) + count
    from_sample = [("quantiles", len(numbers)), ("lengths", lengths is not None), ("scripts", bool(shares))]
    return ColumnProfile(
        name=facts.name,
        kind=kind,
        missing=facts.missing,
        distinct=facts.distinct,
        counts=dict(sorted(counts.items(), key=lambda item: -item[1])),
        numeric_share=facts.numeric_share,
        whole=facts.whole,
        low=facts.low,
        high=facts.high,
        mean=facts.mean,
        deviation=facts.deviation,
        quantiles={str(q): float(np.quantile(numbers, q)) for q in QUANTILES} if len(numbers) else {},
        non_numbers=facts.non_numbers if kind in ("number", "mixed") else 0,
        non_number_places=facts.non_number_places if kind in ("number", "mixed") else (),
        date_format=date_format if kind == "date" else None,
        longest=facts.longest,
        lengths={str(q): float(np.quantile(lengths, q)) for q in QUANTILES} if lengths is not None else {},
        scripts=shares if kind in ("text", "category", "mixed") else {},
        shape=facts.shape,
        opaque=any(isinstance(cell, (bytes, dict)) for cell in there),
        examples=_examples(there),
        estimated=(
            *(() if facts.distinct_exact else ("distinct",)),
            *(name for name, used in from_sample if used and sampled),
        ),
    )


def _kind(
    facts: Facts, texts: Sequence[str], shares: dict[str, float], date_format: str | None, cells: Sequence[Any]
) -> ProfileKind:
    if facts.shape:
        return "mixed" if facts.shapes_differ else "vector"
    if facts.distinct == 0 or (facts.distinct == 1 and not facts.missing):
        return "constant"
    if date_format:
        return "date"
    different = facts.distinct / facts.present
    if facts.numeric_share >= NUMBERS_FROM:
        is_key = facts.whole and not facts.missing and different >= IDENTIFIER_FROM and facts.present > FEW
        return "identifier" if is_key and (_counts_up(cells) or _is_key_name(facts.name)) else "number"
    if facts.distinct <= FEW:
        return "category"
    if facts.numeric_share >= MIXED_FROM:
        return "mixed"
    words = float(np.median([len(text.split()) for text in texts]))
    length = float(np.median([len(text) for text in texts]))
    long = length >= (6 if is_cjk(shares) else 15)
    sentences = is_cjk(shares) or words >= 2
    if long and sentences and (different >= TEXT_FROM or words >= 8):
        return "text"
    if different >= IDENTIFIER_FROM and not (sentences and words >= 2):
        return "identifier"
    return "text" if sentences and different >= 0.5 else "category"


def _counts_up(cells: Sequence[Any]) -> bool:
    """Whether the whole numbers lie as densely as a running number does."""
    numbers = np.unique([number for number in map(values.number, cells) if number is not None])
    if len(numbers) < 2:
        return False
    steps = np.diff(numbers)
    # A running number of which a fair sample was taken has gaps that hardly differ from one another at scale.
    return bool(steps.max() <= max(1.0, 20 * float(np.median(steps)))) and bool(
        abs(np.median(numbers) - (numbers[0] + numbers[-1]) / 2) < 0.02 * (numbers[-1] - numbers[0])
    )


def _is_key_name(name: str) -> bool:
    low = name.strip().lower()
    return low in ("id", "index", "key", "uuid", "guid", "编号", "序号") or low.endswith(("_id", "id#", " id", "编号"))


def _examples(there: Sequence[Any]) -> tuple[Any, ...]:
    seen: dict[str, None] = {}
    for cell in there[:200]:
        if not values.is_vector(cell):
            text = values.text(cell)
            if text is not None:
                seen.setdefault(text[:200])
        if len(seen) == 3:
            break
    return tuple(seen)
