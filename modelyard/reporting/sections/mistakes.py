"""The worst mistakes as rows, and as pictures where an input is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.core.schema import Column
from modelyard.core.words import excerpt, number, percent
from modelyard.reporting import pictures
from modelyard.reporting.evidence import Evidence

MAX_ROWS = 12
MAX_PICTURES = 60
MAX_PICTURE_BYTES = 500_000  # of one grid: the whole page stays under 2 MB
MAX_SIDE = 96  # pixels; a larger picture is thinned
MAX_FIELDS = 10


def build(evidence: Evidence) -> dict[str, Any] | None:
    """Rows and picture grids of `mistakes`, and of `samples` where the evaluation holds some."""
    mistakes = list(evidence.evaluation.get("mistakes") or ())
    samples = list(evidence.evaluation.get("samples") or ())
    column = _picture_column(evidence)
    grids = []
    if column:
        split = evidence.evaluation.get("split", "test")
        for name, rows in ((f"Samples of the {split} split", samples), ("The surest mistakes", mistakes)):
            tiles = _tiles(rows[:MAX_PICTURES], column)
            if tiles:
                grids.append({"name": name, "tiles": tiles})
    if not mistakes and not grids:
        return None
    regression = evidence.evaluation.get("kind") == "regression"
    return {
        "regression": regression,
        "grids": grids,
        "rows": [] if column else [_row(item, regression, evidence) for item in mistakes[:MAX_ROWS]],
        "left_out": 0 if column else max(0, len(mistakes) - MAX_ROWS),
    }


def _picture_column(evidence: Evidence) -> Column | None:
    inputs = evidence.schema.inputs if evidence.schema else ()
    return next((column for column in inputs if column.kind == "vector" and pictures.is_picture(column.shape)), None)


def _tiles(rows: Sequence[dict[str, Any]], column: Column) -> list[dict[str, Any]]:
    """As many pictures as fit in `MAX_PICTURE_BYTES`."""
    found: list[dict[str, Any]] = []
    room = MAX_PICTURE_BYTES
    for row in rows:
        tile = _tile(row, column)
        if tile and len(tile["uri"]) <= room:
            found.append(tile)
            room -= len(tile["uri"])
    return found


def _tile(row: dict[str, Any], column: Column) -> dict[str, Any] | None:
    grid = pictures.pixels((row.get("inputs") or {}).get(column.name), column.shape, column.low, column.high)
    if grid is None:
        return None
    every = -(-max(grid.shape[:2]) // MAX_SIDE)
    grid = grid[::every, ::every]
    return {
        "uri": pictures.data_uri(grid),
        "place": row.get("place", ""),
        "target": _answer(row.get("target")),
        "predicted": _answer(row.get("predicted")),
        "right": str(row.get("target")) == str(row.get("predicted")),
        "score": _share(row.get("score")),
        "width": grid.shape[1],
        "height": grid.shape[0],
    }


def _row(item: dict[str, Any], regression: bool, evidence: Evidence) -> dict[str, Any]:
    inputs = item.get("inputs") or {}
    kinds = {column.name: column.kind for column in (evidence.schema.inputs if evidence.schema else ())}
    texts = [(name, value) for name, value in inputs.items() if kinds.get(name) == "text" or len(str(value)) > 60]
    short = [(name, value) for name, value in inputs.items() if (name, value) not in texts]
    error = None
    if regression and isinstance(item.get("target"), (int, float)) and isinstance(item.get("predicted"), (int, float)):
        error = number(item["predicted"] - item["target"])
    return {
        "place": item.get("place", ""),
        "target": _answer(item.get("target")),
        "predicted": _answer(item.get("predicted")),
        "score": "" if regression else _share(item.get("score")),
        "error": error,
        "texts": [(name if len(texts) > 1 else "", excerpt(_flat(value), 420)) for name, value in texts],
        "fields": [(name, excerpt(_flat(value), 60)) for name, value in short[:MAX_FIELDS]],
        "left_out": max(0, len(short) - MAX_FIELDS),
    }


def _flat(value: Any) -> Any:
    """A vector as its first numbers; anything else as it is."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        shown = ", ".join(str(item) for item in value[:6])
        return f"[{shown}{', …' if len(value) > 6 else ''}]"
    return value


def _answer(value: Any) -> str:
    return number(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else excerpt(value, 80)


def _share(score: Any) -> str:
    if not isinstance(score, (int, float)) or not 0 <= score <= 1:
        return ""
    return percent(score, 0 if score < 0.995 else 1)
