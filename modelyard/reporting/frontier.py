"""The page that shows what smaller variants of a model cost: size and time against quality, and every figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from markupsafe import Markup

from modelyard.core.style import csp_hash, css
from modelyard.core.words import duration, measured, percent, size
from modelyard.reporting import names, svg

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 460.0, 300.0, 56.0, 16.0, 26.0, 44.0
_NEAR = 60.0  # user units: about the width of a label
Row = Mapping[str, Any]


def render(title: str, rows: Sequence[Row], chosen: Sequence[str]) -> str:
    """A self-contained page of measured variants, the original first: no script, no request, styles pinned by hash."""
    metric = names.metric(str(rows[0]["metric"]))
    style = css() + resources.files("modelyard.reporting").joinpath("report.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {csp_hash(style)}"
    charts = [
        plot(rows, "bytes", 1e-6, f"{metric} and size of the network, MB", chosen),
        plot(rows, "milliseconds", 1.0, f"{metric} and time of one answer, ms", chosen),
    ]
    head = svg.tag("tr", None, *(svg.tag("th", None, name) for name in _header(metric)))
    body = [svg.tag("tr", None, *(svg.tag("td", None, cell) for cell in _cells(row, rows[0], chosen))) for row in rows]
    cards = [svg.tag("div", {"class": "card"}, chart) for chart in charts]
    table = svg.tag("div", {"class": "card scroll"}, svg.tag("table", None, head, *body))
    main = svg.tag(
        "main", {"class": "top"}, svg.tag("h1", None, title), svg.tag("div", {"class": "grid"}, *cards), table
    )
    return Markup(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="{}">'
        '<meta name="viewport" content="width=device-width"><title>{}</title><style>{}</style></head>'
        "<body>{}</body></html>\n"
    ).format(policy, title, Markup(style), main)


def plot(rows: Sequence[Row], field: str, scale: float, title: str, chosen: Sequence[str]) -> Markup:
    """A point for each variant with the interval of its loss; those that none beats are joined."""
    xs = [row[field] * scale for row in rows]
    spans = [_span(row, rows[0]) for row in rows]
    x = svg.scale([0.0, *xs, max(xs) * 1.12], _LEFT, _WIDTH - _RIGHT)
    y = svg.scale([value for span in spans for value in span], _HEIGHT - _BOTTOM, _TOP)
    parts = [svg.vertical_axis(y, _LEFT, _WIDTH - _RIGHT), svg.horizontal_axis(x, _HEIGHT - _BOTTOM, title)]
    best = sorted((at, row["value"]) for at, row in zip(xs, rows, strict=True) if row["frontier"])
    if len(best) > 1:
        parts.append(svg.path([(x(a), y(b)) for a, b in best], "line s0 dashed"))
    for at, row, (low, high) in zip(xs, rows, spans, strict=True):
        colour = "s1" if row["name"] in chosen else "s0"
        parts.append(svg.line(x(at), y(low), x(at), y(high), f"whisker {colour}"))
        dot = {"cx": x(at), "cy": y(row["value"]), "r": 5.0, "class": f"dot {colour}"}
        parts.append(svg.tag("circle", dot, svg.tag("title", None, f"{row['name']}: {row['value']:.4g}")))
        # A label stands above its point, but below it where a higher point stands near: they would cover each other.
        near = any(
            abs(x(other) - x(at)) < _NEAR and (its["value"], its["name"]) > (row["value"], row["name"])
            for other, its in zip(xs, rows, strict=True)
        )
        kind = "strong halo" if colour == "s1" else "halo"
        parts.append(svg.text(x(at) + 8, y(row["value"]) + (17 if near else -7), str(row["name"]), kind))
    return svg.drawing(_WIDTH, _HEIGHT, title, "frontier", *parts)


def _span(row: Row, original: Row) -> tuple[float, float]:
    """The metric's range that the interval of the loss allows, about the original's own figure."""
    change = row["value"] - original["value"]
    loss, (low, high) = row["loss"]["value"], row["loss"]["interval"]
    factor = change / loss if loss else (-1.0 if row["higher_is_better"] else 1.0)
    ends = (original["value"] + factor * low, original["value"] + factor * high, row["value"])
    return min(ends), max(ends)


def _header(metric: str) -> tuple[str, ...]:
    return ("variant", "size", "of the original", "one answer", "speed", metric, "loss", "")


def _cells(row: Row, original: Row, chosen: Sequence[str]) -> tuple[str, ...]:
    value, interval = measured(row["loss"]["value"], row["loss"]["interval"], sign=True)
    return (
        str(row["name"]),
        size(row["bytes"]),
        percent(row["bytes"] / original["bytes"]),
        duration(row["milliseconds"] / 1000),
        f"x {original['milliseconds'] / row['milliseconds']:.2f}" if row["milliseconds"] else "",
        f"{row['value']:.4g}",
        f"{value} {interval}" if row is not original else "",
        "shipped" if row["name"] in chosen else str(row.get("refused") or ""),
    )
