"""One explained answer on a page: its views by class and method, each unit with its contribution and its rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from markupsafe import Markup

from modelyard.core.exhibit import Json
from modelyard.core.words import counted, number
from modelyard.reporting import pictures, svg

_SHADES = 4
_FAINT = 0.06  # of the strongest: below it a unit is not shaded
_SIDE, _HIGH = 300.0, 110.0  # of a drawn picture; how high a series is


def build(block: Json, name: str, draw: Callable[[Json], dict[str, Any]]) -> dict[str, Any]:
    """What the template needs; `name` sets the choices of one answer apart, `draw` makes the blocks beside a view."""
    views = block["views"]
    labels = list(dict.fromkeys(view["label"] for view in views if view["label"] is not None))
    methods = list(dict.fromkeys(view["method"] for view in views))
    return {
        "kind": "explained",
        "title": block["title"],
        "name": name,
        "labels": labels,
        "methods": methods,
        "views": [_view(view, block["picture"], draw) | {"choice": _choice(view, labels, methods)} for view in views],
    }


def _choice(view: Json, labels: Sequence[str], methods: Sequence[str]) -> str:
    """The classes that the style sheet shows a view by; one without a label of its own stands beside every label."""
    label = "" if view["label"] is None else f"l{labels.index(view['label'])} "
    return f"{label}m{methods.index(view['method'])}{' turned' if view['turned'] else ''}"


def _view(view: Json, picture: Json | None, draw: Callable[[Json], dict[str, Any]]) -> dict[str, Any]:
    count, signed = view["count"], view["signed"]
    weights = [weight for _, weight, _ in view["pieces"] if weight] or [weight for _, weight in view["units"]]
    strongest = max((abs(weight) for weight in weights), default=0.0)
    text = [
        {
            "text": piece,
            "rank": rank,
            "kind": _kind(weight or 0.0, strongest, signed),
            "hint": _hint(weight or 0.0, rank, count, signed),
        }
        for piece, weight, rank in view["pieces"]
    ]
    units = [
        {
            "text": name,
            "rank": rank,
            "share": abs(weight) / strongest if strongest else 0.0,
            "side": "s1" if weight > 0 or not signed else "s2",
            "figure": _figure(weight, signed),
            "hint": _hint(weight, rank, count, signed),
        }
        for rank, (name, weight) in enumerate(view["units"], 1)
    ]
    what = "word" if view["pieces"] else "patch" if view["grid"] else "column"
    return {
        "said": view["said"],
        "signed": signed,
        "pieces": text,
        "units": units,
        "drawing": None if view["grid"] is None else _patches(view, picture),
        "count": count,
        "out": counted(view["out"], what) if view["out"] else "",
        "what": {"word": "words", "patch": "patches", "column": "columns"}[what],
        "blocks": [draw(one) for one in view["blocks"]],
        "notes": view["notes"],
    }


def _figure(weight: float, signed: bool) -> str:
    return f"{'+' if signed and weight > 0 else ''}{number(weight, 3)}".replace("-", "−")


def _hint(weight: float, rank: int, count: int, signed: bool) -> str:
    return f"{_figure(weight, signed)}, {rank} of {count}" if rank else "0"


def _kind(weight: float, strongest: float, signed: bool) -> str:
    share = abs(weight) / strongest if strongest else 0.0
    side = "p" if weight > 0 or not signed else "n"
    return f"{side} {side}{min(_SHADES, 1 + int(share * _SHADES))}" if share >= _FAINT else ""


def _patches(view: Json, picture: Json | None) -> Markup:
    """A picture or a series under its weighed patches."""
    grid = np.asarray(view["grid"], dtype=np.float64)
    strongest = float(np.abs(grid).max()) or 1.0
    flat = grid.ravel()
    ranks = np.empty(flat.size, dtype=int)
    ranks[np.argsort(-np.abs(flat), kind="stable")] = np.arange(1, flat.size + 1)
    pixels = np.asarray((picture or {}).get("pixels", ()), dtype=np.uint8)
    high = _HIGH if grid.shape[0] == 1 else _SIDE
    if pixels.ndim > 1:
        high = _SIDE * pixels.shape[0] / pixels.shape[1]
    wide, tall = _SIDE / grid.shape[1], high / grid.shape[0]
    parts = [_ground(pixels, (picture or {}).get("values", ()), high)]
    for (row, column), weight in np.ndenumerate(grid):
        rank = int(ranks[row * grid.shape[1] + column])
        place = f"patch {row + 1},{column + 1}" if grid.shape[0] > 1 else f"part {column + 1}"
        hint = _hint(float(weight), rank if weight else 0, view["count"], view["signed"])
        shade = _kind(float(weight), strongest, view["signed"]) or "none"
        attributes = {"x": column * wide, "y": row * tall, "width": wide, "height": tall, "class": f"patch {shade}"}
        if weight:
            attributes["data-r"] = str(rank)
        parts.append(svg.tag("rect", attributes, svg.tag("title", None, f"{place}: {hint}")))
    return svg.drawing(_SIDE, high, f"the weights of {grid.size} patches", "patches", *parts)


def _ground(pixels: Any, values: Sequence[float], high: float) -> Markup:
    if pixels.ndim > 1:
        attributes = {"width": _SIDE, "height": high, "href": pictures.data_uri(pixels), "preserveAspectRatio": "none"}
        return svg.tag("image", attributes)
    if len(values) < 2:
        return Markup()
    y = svg.scale(values, high - 4, 4.0, snug=True)
    step = _SIDE / len(values)
    return svg.path([(step * (at + 0.5), y(value)) for at, value in enumerate(values)], "line s0")
