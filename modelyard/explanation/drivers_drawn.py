"""The blocks of what drives a model: words by class, columns, and whether the explanations are faithful. R rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from modelyard.core import exhibit
from modelyard.core.exhibit import Json
from modelyard.core.words import counted, number, printable
from modelyard.explanation.found import Floats
from modelyard.explanation.sampled import Row
from modelyard.explanation.terms import CLASSES, TERMS, least, top
from modelyard.explanation.units import VectorUnits
from modelyard.inference.subject import Subject


def by_class(sums: Sequence[Mapping[tuple[str, str], float]], labels: Sequence[str], rows: int) -> list[Json]:
    """For each class a table of its terms; of two classes also their bars on one scale."""
    blocks: list[Json] = []
    shown = list(labels)[:CLASSES] or [""]
    tops = {label: top(sums, label, least=least(rows)) for label in shown}
    if len(labels) == 2:
        items = [(term, total / rows) for term, total, _ in tops[labels[1]]]
        items += [(term, -total / rows) for term, total, _ in reversed(tops[labels[0]])]
        note = "sum of a word's weights over the rows, by row, in log-odds"
        title = f"Words for {printable(labels[1], 30)} (right) and for {printable(labels[0], 30)} (left)"
        blocks.append(exhibit.bars(items, title=title, note=note, signed=True))
        return blocks
    cells = [
        (label or "a higher value", printable(term, 40), number(total / rows, 3), f"{count:,}")
        for label, top in tops.items()
        for term, total, count in top[: TERMS if len(shown) < 3 else 5]
    ]
    columns = ["answer", "word", "weight a row", "rows with it"]
    left = len(labels) - len(shown)
    return [exhibit.table(columns, cells, title="Words by class", note=f"{left} more classes" if left > 0 else "")]


def by_column(subject: Subject, rows: Sequence[Row]) -> list[Json]:
    """Mean absolute weights of the columns with their intervals, and which way their values pull."""
    names = [term for term, _ in rows[0].terms]
    weights = np.array([[weight for _, weight in row.terms] for row in rows])
    if len(subject.labels) == 2:  # all for the second class
        weights *= np.array([[1.0 if row.label == subject.labels[1] else -1.0] for row in rows])
    sizes = np.abs(weights)
    drawn = np.random.default_rng(0).integers(len(rows), size=(500, len(rows)))
    lows, highs = np.quantile(sizes[drawn].mean(axis=1), [0.025, 0.975], axis=0)
    units = rows[0].game.units
    if isinstance(units, VectorUnits):
        means = np.reshape(sizes.mean(axis=0), units.grid)
        sides = ([str(i + 1) for i in range(length)] for length in units.grid)
        note = "mean absolute weight of each patch; 1 is the largest"
        title = "Where in its inputs the model looks"
        return [exhibit.grid((means / max(float(means.max()), 1e-12)).tolist(), *sides, title=title, note=note)]
    order = np.argsort(-sizes.mean(axis=0), kind="stable")[: 2 * TERMS]
    scale = [
        {
            "name": names[i],
            "value": float(sizes[:, i].mean()),
            "interval": [float(lows[i]), float(highs[i])],
            "strong": bool(i == order[0]),
        }
        for i in order
    ]
    unit = "log-odds" if subject.labels else "the target's unit"
    blocks = [
        exhibit.whiskers(scale, title="How much each column moves an answer", x_label=f"mean absolute weight, {unit}")
    ]
    known = subject.known()
    towards = printable(subject.labels[1], 40) if len(subject.labels) == 2 else "higher values"
    if len(subject.labels) <= 2 and names[0] in known.rows:
        cells = [
            (printable(names[i], 40), way)
            for i in order[:TERMS]
            if (way := _way([known.rows[names[i]][row.index] for row in rows], weights[:, i]))
        ]
        if cells:
            blocks.append(exhibit.table(["column", f"what pulls towards {towards}"], cells))
    return blocks


def _way(cells: Sequence[Any], weights: Any) -> str:
    """`higher values (rank correlation +0.92)`, or the categories that pull most either way."""
    if all(cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool)) for cell in cells):
        known = [i for i, cell in enumerate(cells) if cell is not None]
        if len(known) < 8:
            return ""
        ranks = [_ranks(np.asarray(one, dtype=float)[known]) for one in (cells_of(cells), weights)]
        if min(rank.std() for rank in ranks) == 0 or len({cells[i] for i in known}) < 2:
            return ""
        value = float(np.corrcoef(ranks[0], ranks[1])[0, 1])
        return f"{'higher' if value > 0 else 'lower'} values (rank correlation {value:+.2f})"
    means: dict[str, list[float]] = defaultdict(list)
    for cell, weight in zip(cells, weights.tolist(), strict=True):
        means[printable(str(cell), 30)].append(weight)
    order = sorted((name for name in means if len(means[name]) > 1), key=lambda name: -float(np.mean(means[name])))
    if len(order) < 2:
        return ""
    return f"{order[0]} ({np.mean(means[order[0]]):+.2g}), least {order[-1]} ({np.mean(means[order[-1]]):+.2g})"


def _ranks(values: Floats) -> Floats:
    """The place of each value among all, equal ones at their mean."""
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[which], dtype=np.float64)


def cells_of(cells: Sequence[Any]) -> list[float]:
    """Numbers, NaN where there is none."""
    return [float("nan") if cell is None else float(cell) for cell in cells]


def curves(judged: list[dict[str, Any]]) -> Json | None:
    """Mean curves of deletion and insertion, beside random orders."""
    whole = [one for one in judged if len(one["shares"]) == len(judged[0]["shares"])]
    if len(whole) < 3:
        return None
    names = {
        "deletion": "taken out, heaviest first",
        "random_deletion": "taken out at random",
        "insertion": "put in, heaviest first",
        "random_insertion": "put in at random",
    }
    x = np.mean([one["shares"] for one in whole], axis=0).tolist()
    series = [
        {"name": said, "x": x, "y": np.mean([one[name] for one in whole], axis=0).tolist(), "dashed": "random" in name}
        for name, said in names.items()
    ]
    note = f"mean of {counted(len(whole), 'row')}; the wider the gap to the dashed line, the more faithful"
    return exhibit.lines(
        series,
        title="Are the explanations faithful?",
        x_label="share of the units",
        y_label="answer that is explained",
        note=note,
    )
