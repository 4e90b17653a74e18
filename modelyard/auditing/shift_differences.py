"""Which words or columns differ between two samples, with the false discovery rate held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_probe import reads_texts, texts_of
from modelyard.core.recipe import NgramConfig
from modelyard.core.registry import needing
from modelyard.core.schema import Column, Rows, Schema
from modelyard.core.words import number, percent, printable
from modelyard.data import values
from modelyard.data.features.ngrams import Ngrams
from modelyard.metrics.multiplicity import benjamini_hochberg

_WORDS = NgramConfig(word_ngrams=1, unspaced_ngrams=2, character_ngrams=0, max_words=20_000)
FEWEST = 10  # texts of both samples that must have a word
_MOST_VALUES = 100  # of a category, the others are one


@dataclass(frozen=True, slots=True)
class Difference:
    """A word or column, how it is on either side in words, and the p-value; `size` orders those of one p-value."""

    name: str
    first: str
    second: str
    p_value: float
    size: float

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


def differing(first: Rows, second: Rows, schema: Schema, confidence: float) -> list[Difference]:
    """The words (texts) or columns (tables) that differ, the surest first."""
    if reads_texts(schema):
        found = _words(texts_of(first, schema), texts_of(second, schema))
    else:
        found = [
            item
            for column in schema.inputs
            if (item := _column(column, first[column.name], second[column.name])) is not None
        ]
    adjusted = benjamini_hochberg([item.p_value for item in found])
    kept = (item for item, p_value in zip(found, adjusted, strict=True) if p_value <= 1 - confidence)
    return sorted(kept, key=lambda item: (item.p_value, -item.size))


def _words(first: Sequence[str], second: Sequence[str]) -> list[Difference]:
    transform = Ngrams.fit([*first, *second], _WORDS)
    counts = []
    for texts in (first, second):
        encoded = transform.encode(texts)
        counts.append(np.bincount(encoded.indices, minlength=encoded.width).astype(np.float64))
    sizes = len(first), len(second)
    total = counts[0] + counts[1]
    kept = np.flatnonzero((total >= FEWEST) & (total < sum(sizes)))
    shares = [counts[side][kept] / sizes[side] for side in (0, 1)]
    pooled = total[kept] / sum(sizes)
    error = np.sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]))
    gap = (shares[1] - shares[0]) / error
    with needing("comparing words"):
        from scipy.stats import norm
    p_values = 2 * norm.sf(np.abs(gap))
    return [
        Difference(
            printable(transform.text(int(word)), 30),
            percent(float(shares[0][i])),
            percent(float(shares[1][i])),
            float(p_values[i]),
            float(abs(gap[i])),
        )
        for i, word in enumerate(kept)
    ]


def _column(column: Column, first: Sequence[Any], second: Sequence[Any]) -> Difference | None:
    with needing("comparing columns"):
        from scipy.stats import chi2_contingency, ks_2samp
    if column.kind == "number":
        a, b = values.numbers(first)[0], values.numbers(second)[0]
        gaps = np.isnan(a), np.isnan(b)
        p_values = []
        if min((~gap).sum() for gap in gaps) >= FEWEST:
            p_values.append(float(ks_2samp(a[~gaps[0]], b[~gaps[1]], method="asymp").pvalue))
        blanks = np.array([[gap.sum(), (~gap).sum()] for gap in gaps])
        if (blanks.sum(axis=0) > 0).all():
            p_values.append(float(chi2_contingency(blanks).pvalue))
        if not p_values:
            return None
        shown = [_numbers(x, gap) for x, gap in zip((a, b), gaps, strict=True)]
        p_value = min(1.0, min(p_values) * len(p_values))
        return Difference(column.name, shown[0], shown[1], p_value, -p_value)
    if column.kind != "category":
        return None
    sides = [["" if label is None else label for label in values.labels(cells)] for cells in (first, second)]
    common = [name for name, _ in Counter([*sides[0], *sides[1]]).most_common(_MOST_VALUES)]
    at = {name: i for i, name in enumerate(common)}
    table = np.array([np.bincount([at.get(label, len(at)) for label in side], minlength=len(at) + 1) for side in sides])
    # Chi-squared is only near with so few; rare values count together.
    rare = table.sum(axis=0) < FEWEST
    merged = np.concatenate([table[:, ~rare], table[:, rare].sum(axis=1, keepdims=True)], axis=1)
    merged = merged[:, merged.sum(axis=0) > 0]
    if merged.shape[1] < 2:
        return None
    tested = chi2_contingency(merged)
    shares = table / table.sum(axis=1, keepdims=True)
    most = int(np.abs(shares[0] - shares[1])[: len(common)].argmax())
    name = printable(common[most], 30) or "(missing)"
    return Difference(
        column.name,
        f"{name} {percent(float(shares[0][most]))}",
        f"{name} {percent(float(shares[1][most]))}",
        float(tested.pvalue),
        float(tested.statistic),
    )


def _numbers(found: NDArray[np.float64], gap: NDArray[np.bool_]) -> str:
    missing = f", missing {percent(float(gap.mean()))}" if gap.any() else ""
    if gap.all():
        return missing.lstrip(", ")
    low, middle, high = np.quantile(found[~gap], [0.25, 0.5, 0.75]).tolist()
    return f"median {number(middle, 3)} ({number(low, 3)} to {number(high, 3)}){missing}"
