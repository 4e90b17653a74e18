"""Explanations of one answer as a report draws them: a view for each class and method, all of bounded size."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from modelyard.core import exhibit
from modelyard.core.exhibit import Json
from modelyard.core.schema import Schema
from modelyard.core.words import figure
from modelyard.explanation.explain import Explanation, changes, moves, told

# Words of a text, columns of a row that are drawn; what is left out is counted.
MOST_WORDS, MOST_COLUMNS = 300, 40
# Pixels of a side, values of a series.
MOST_PIXELS, MOST_VALUES = 48, 256
# Units of a text named beside it, heaviest first.
_NAMED = 10
_DIGITS = 6
_CURVES = {
    "deletion": "taken out, heaviest first",
    "random_deletion": "taken out at random",
    "insertion": "put in, heaviest first",
    "random_insertion": "put in at random",
}

Piece = tuple[str, float | None, int]


def explained(made: Sequence[Explanation], *, title: str, picture: Json | None = None) -> Json:
    """One answer, by whatever classes and methods it was explained."""
    return exhibit.explained([_view(one) for one in made], title=title, picture=picture)


def picture(row: Mapping[str, Any], schema: Schema) -> Json | None:
    """What a picture or a series is drawn from: 8-bit pixels [H, W] or [H, W, 3], or values; None of any other row."""
    column = schema.inputs[0]
    if len(schema.inputs) != 1 or column.kind != "vector" or row[column.name] is None:
        return None
    values = np.asarray(row[column.name], dtype=np.float64).ravel()
    if len(column.shape) < 2 or math.prod(column.shape) != len(values) or column.shape[2:] not in ((), (1,), (3,)):
        return {"values": [_rounded(one) for one in values[:: -(-len(values) // MOST_VALUES)].tolist()]}
    low = values.min() if column.low is None else column.low
    high = values.max() if column.high is None else column.high
    shares = np.clip((values - low) / max(high - low, 1e-12), 0, 1).reshape(column.shape)
    every = -(-max(column.shape[:2]) // MOST_PIXELS)
    thin = np.rint(255 * shares[::every, ::every]).astype(int)
    return {"pixels": (thin[:, :, 0] if column.shape[2:] == (1,) else thin).tolist()}


def _view(one: Explanation) -> Json:
    first, *notes = told(one)
    view: Json = {
        "method": one.method,
        "said": first,
        "label": one.label if one.of_class else None,
        "signed": one.signed,
        "turned": one.turned,
        "pieces": [],
        "units": [],
        "grid": None,
        "out": 0,
        "count": 0,
        "blocks": _beside(one),
        "notes": notes,
    }
    if one.extra.get("neighbours") or not any(weight for _, weight in one.units):
        return view
    if one.sort == "text":
        pieces = _ranked(_phrased(one))
        view["count"] = max(rank for _, _, rank in pieces)
        view["pieces"], view["out"] = _stretch(pieces)
    if "grid" in one.extra:
        view["grid"] = [[_rounded(weight) for weight in row] for row in one.extra["grid"]]
        view["count"] = sum(weight != 0 for _, weight in one.units)
        return view
    heaviest = sorted(((t, w) for t, w in one.phrases or one.units if w), key=lambda unit: -abs(unit[1]))
    if one.sort != "text":
        view["count"], view["out"] = len(heaviest), max(0, len(heaviest) - MOST_COLUMNS)
    most = _NAMED if one.sort == "text" else MOST_COLUMNS
    view["units"] = [[text, _rounded(weight)] for text, weight in heaviest[:most]]
    return view


def _phrased(one: Explanation) -> list[tuple[str, float | None]]:
    """The whole text: its phrases with their weights, and the blanks between them without any."""
    phrases = iter(one.phrases)
    found: list[tuple[str, float | None]] = []
    inside = 0  # characters of a phrase that are still to come
    for text, _ in one.pieces:
        if inside:
            inside -= len(text)
        elif not text.strip():
            found.append((text, None))
        else:
            phrase, weight = next(phrases)
            found.append((phrase, weight))
            inside = len(phrase) - len(text)
    return found


def _ranked(pieces: Sequence[tuple[str, float | None]]) -> list[Piece]:
    """With the place of each weight among all, the heaviest 1; 0 for what weighs nothing."""
    order = sorted((at for at, (_, weight) in enumerate(pieces) if weight), key=lambda at: -abs(pieces[at][1] or 0.0))
    ranks = {at: rank for rank, at in enumerate(order, 1)}
    return [
        (text, None if weight is None else _rounded(weight), ranks.get(at, 0))
        for at, (text, weight) in enumerate(pieces)
    ]


def _stretch(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """Of a long text the stretch that weighs most, and how many words it leaves out."""
    words = [at for at, (_, weight, _) in enumerate(pieces) if weight is not None]
    out = len(words) - MOST_WORDS
    if out <= 0:
        return pieces, 0
    sums = [0.0, *accumulate(abs(pieces[at][1] or 0.0) for at in words)]
    first = max(range(out + 1), key=lambda at: sums[at + MOST_WORDS] - sums[at])
    start, end = words[first], words[first + MOST_WORDS - 1] + 1
    before: list[Piece] = [("… ", None, 0)] if start else []
    after: list[Piece] = [(" …", None, 0)] if end < len(pieces) else []
    return [*before, *pieces[start:end], *after], out


def _beside(one: Explanation) -> list[Json]:
    """What a method has besides weights, and the curves of its faithfulness."""
    found: list[Json] = []
    if one.extra.get("changes") is not None:
        found = [exhibit.text(line) for line in changes(one)] or [exhibit.text("No change that was tried flips it.")]
    if one.extra.get("neighbours"):
        rows = [[n["place"], n["label"], figure(n["similarity"], 3), n["shown"]] for n in one.extra["neighbours"]]
        found = [exhibit.table(["row", "its answer", "similarity", ""], rows)]
    if one.extra.get("attention"):
        seen = one.extra["attention"]
        found = [exhibit.grid(seen["values"], seen["tokens"], seen["tokens"], title=seen["title"], note=seen["note"])]
    if one.faithfulness is not None and moves(one.faithfulness):
        found.append(_curves(one.faithfulness))
    return found


def _curves(judged: dict[str, Any]) -> Json:
    x = np.round(judged["shares"], 4).tolist()
    series = [
        {"name": said, "x": x, "y": [_rounded(value) for value in judged[name]], "dashed": "random" in name}
        for name, said in _CURVES.items()
    ]
    return exhibit.lines(series, title="Is it faithful?", x_label="share of the units", y_label="the answer")


def _rounded(value: float) -> float:
    """To digits that count, whatever unit a value is in."""
    return float(f"{value:.{_DIGITS}g}")
