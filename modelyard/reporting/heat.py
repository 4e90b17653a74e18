"""The heat map of a confusion matrix, as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from modelyard.core.words import clip, width_em
from modelyard.reporting import svg
from modelyard.reporting.charts import WIDTH


def heat(matrix: Sequence[Sequence[float]], names: Sequence[str], *, title: str) -> Markup:
    """A confusion matrix: rows are the truth, columns the prediction, shades the share of the row.

    The diagonal (right) and the rest (wrong) have two hues.
    """
    count = len(names)
    longest = max((width_em(name) for name in names), default=1.0)
    size = 11.0 if count > 12 else svg.FONT
    margin = 34 + min(110.0, longest * size)
    width = WIDTH if count <= 6 else 640.0
    cell = (width - margin - 4) / max(1, count)
    cell = min(cell, 128.0 if count <= 2 else 92.0 if count <= 6 else 64.0)
    slanted = longest * size > cell - 6
    top = 24 + (min(86.0, longest * size * 0.75 + 10) if slanted else 18)
    width = max(WIDTH, margin + cell * count + 4 + (40 if slanted else 0))
    em = (margin - 34) / size + 0.1  # a label that just fits is not cut
    middle = top + cell * count / 2
    parts = [
        svg.text(margin + cell * count / 2, 12, "predicted", "axis", "middle"),
        svg.tag(
            "text",
            {
                "transform": f"translate(12 {middle:.0f}) rotate(-90)",
                "class": "axis",
                "text-anchor": "middle",
            },
            "true",
        ),
    ]
    for j, name in enumerate(names):
        x = margin + cell * (j + 0.5)
        label = svg.clipped(0, 0, name, 10 if slanted else cell / size, "key", "start" if slanted else "middle")
        turn = " rotate(-40)" if slanted else ""
        parts.append(svg.tag("g", {"transform": f"translate({x:.1f} {top - 7:.1f}){turn}"}, label))
    for i, row in enumerate(matrix):
        total = sum(row) or 1.0
        parts.append(svg.clipped(margin - 8, top + cell * (i + 0.5) + 4, names[i], em, "key", "end"))
        for j, value in enumerate(row):
            share = f"{100 * value / total:.1f} % of the row"
            hint = f"true {clip(names[i], 24)}, predicted {clip(names[j], 24)}: {value:,.0f} ({share})"
            written = f"{value:,.0f}" if value or count <= 6 else ""
            parts.append(_cell(margin + cell * j, top + cell * i, cell, written, value / total, i == j, hint))
    return svg.drawing(width, top + cell * count + 6, title, "heat" if count <= 6 else "heat dense", *parts)


def grid(values: Sequence[Sequence[float]], rows: Sequence[str], columns: Sequence[str], *, title: str) -> Markup:
    """Shades of values in [0, 1] under named columns, which are written upright: pieces of a text are many."""
    size = 11.0
    margin = 8 + min(120.0, max((width_em(name) for name in rows), default=1.0) * size)
    top = 10 + min(90.0, max((width_em(name) for name in columns), default=1.0) * size)
    side = min(26.0, max(9.0, (640.0 - margin) / max(1, len(columns))))
    parts = []
    for j, name in enumerate(columns):
        label = svg.clipped(0, 0, name, (top - 8) / size, "key")
        place = f"translate({margin + side * (j + 0.5) + 4:.1f} {top - 5:.1f}) rotate(-90)"
        parts.append(svg.tag("g", {"transform": place}, label))
    for i, row in enumerate(values):
        parts.append(svg.clipped(margin - 6, top + side * (i + 0.5) + 4, rows[i], margin / size, "key", "end"))
        for j, value in enumerate(row):
            hint = f"{clip(rows[i], 24)}, {clip(columns[j], 24)}: {value:.3f}"
            parts.append(_cell(margin + side * j, top + side * i, side, "", max(0.0, min(1.0, value)), True, hint))
    width = max(WIDTH, margin + side * len(columns) + 4)
    return svg.drawing(width, top + side * len(values) + 6, title, "heat dense", *parts)


def _cell(x: float, y: float, side: float, written: str, share: float, right: bool, hint: str) -> Markup:
    # The square root keeps rare confusions visible beside a strong diagonal.
    opacity = f"{0.92 * share**0.5:.2f}" if share else "0"
    back = svg.tag("rect", {"x": x + 1, "y": y + 1, "width": side - 2, "height": side - 2, "rx": 2.0, "class": "cell"})
    fill = svg.tag(
        "rect",
        {
            "x": x + 1,
            "y": y + 1,
            "width": side - 2,
            "height": side - 2,
            "rx": 2.0,
            "class": f"fill {'s1' if right else 's2'}",
            "fill-opacity": opacity,
        },
    )
    shown = written and width_em(written) * svg.FONT < side - 2
    kind = "count" + (" inverse" if share > 0.45 else "")
    label = [svg.text(x + side / 2, y + side / 2 + 4, written, kind, "middle")] if shown else []
    return svg.tag("g", None, svg.tag("title", None, hint), back, fill, *label)
