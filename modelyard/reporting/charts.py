"""The charts of a report: lines with bands, whiskers, bars, histograms and scatters, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from modelyard.core.words import width_em
from modelyard.reporting import svg

WIDTH, HEIGHT, TALL = 420.0, 268.0, 330.0
LEFT, RIGHT, BOTTOM = 52.0, 14.0, 44.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """One line of a chart; `low` and `high` shade a band about it. `colour` is a class: s0 (grey) to s6."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str = "s1"
    low: Sequence[float] = ()
    high: Sequence[float] = ()
    dots: bool = False
    dashed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Whisker:
    """One row of a comparison: a figure, its interval, and both as text."""

    name: str
    value: float
    text: str
    interval: Sequence[float] | None = None
    strong: bool = False


def lines(
    series: Sequence[Series],
    *,
    title: str,
    x_label: str,
    y_label: str,
    unit_square: bool = False,
    diagonal: bool = False,
    x_from_zero: bool = False,
) -> Markup:
    """Lines over a common x. `unit_square` fixes both axes to 0..1; `diagonal` draws y = x."""
    legend, top = _legend([item for item in series if item.name], y_label)
    height = TALL if unit_square else HEIGHT
    bottom = height - BOTTOM
    xs = [value for item in series for value in item.x] + ([0.0] if x_from_zero else [])
    ys = [value for item in series for part in (item.y, item.low, item.high) for value in part]
    if unit_square:
        xs = ys = [0.0, 1.0]
    x = svg.scale(xs, LEFT, WIDTH - RIGHT, snug=not unit_square)
    y = svg.scale(ys if unit_square else _with_margin(ys), bottom, top, count=5, snug=not unit_square)
    parts = [legend, svg.vertical_axis(y, LEFT, WIDTH - RIGHT), svg.horizontal_axis(x, bottom, x_label)]
    if diagonal:
        low, high = max(x.low, y.low), min(x.high, y.high)
        parts.append(svg.line(x(low), y(low), x(high), y(high), "rule"))
    for item in series:
        if item.low:
            edge = [(x(a), y(b)) for a, b in zip(item.x, item.high, strict=True)]
            back = [(x(a), y(b)) for a, b in zip(item.x, item.low, strict=True)]
            parts.append(svg.path(edge + back[::-1], f"band {item.colour}", closed=True))
    for item in series:
        points = [(x(a), y(b)) for a, b in zip(item.x, item.y, strict=True)]
        if len(points) > 1:
            parts.append(svg.path(points, f"line {item.colour}{' dashed' if item.dashed else ''}"))
        if item.dots or len(points) == 1:
            parts += [_dot(a, b, 3.2, item.colour) for a, b in points]
    return svg.drawing(WIDTH, height, title, "", *parts)


def _with_margin(values: Sequence[float]) -> list[float]:
    """The range with a little room at both ends, but no room below 0 where nothing is negative."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = 0.06 * (high - low)
    return [max(0.0, low - room) if low >= 0 else low - room, high + room]


def _legend(series: Sequence[Series], y_label: str) -> tuple[Markup, float]:
    """The y axis' name and the key of the series above the plot, and where the plot may begin."""
    parts = [svg.clipped(4, 12, y_label, 32, "axis")]
    if len(series) < 2:
        return Markup().join(parts), 24.0
    x, y = LEFT, 31.0
    for item in series:
        width = 24 + min(width_em(item.name), 16) * svg.FONT + 16
        if x + width > WIDTH and x > LEFT:
            x, y = LEFT, y + 17
        parts.append(svg.line(x, y - 4, x + 16, y - 4, f"line {item.colour}{' dashed' if item.dashed else ''}"))
        parts.append(svg.clipped(x + 22, y, item.name, 16, "key"))
        x += width
    return Markup().join(parts), y + 13


def _dot(x: float, y: float, radius: float, kind: str, hint: str = "") -> Markup:
    return svg.tag(
        "circle",
        {"cx": x, "cy": y, "r": radius, "class": f"dot {kind}"},
        *([svg.tag("title", None, hint)] if hint else []),
    )


def whiskers(rows: Sequence[Whisker], *, title: str, x_label: str, zero: bool = False) -> Markup:
    """Figures with their intervals on one scale; the band of the strong row runs through the others.

    `zero` adds the line at 0, for differences.
    """
    height, step, width = 4.0, 50.0, 460.0
    bottom = height + step * len(rows) + 4
    right = width - 18 - max((width_em(row.text) for row in rows), default=0) * 15
    values = [value for row in rows for value in (row.value, *(row.interval or ()))] + ([0.0] if zero else [])
    spread = (max(values) - min(values)) * 0.04
    x = svg.scale([min(values) - spread, max(values) + spread], 6, right, snug=True)
    parts = [svg.horizontal_axis(x, bottom, x_label, top=height)]
    for row in rows:
        if row.strong and row.interval:
            low, high = x(row.interval[0]), x(row.interval[1])
            parts.append(svg.rect(low, height, high - low, bottom - height, "band s1"))
    if zero:
        parts.append(svg.line(x(0.0), height, x(0.0), bottom, "rule"))
    for index, row in enumerate(rows):
        top, colour = height + step * index, "s1" if row.strong else "s0"
        middle = top + 34
        parts.append(svg.clipped(0, top + 16, row.name, 30, "strong halo" if row.strong else "key halo"))
        parts.append(svg.text(width, middle + 5, row.text, "big strong" if row.strong else "big", "end"))
        if row.interval:
            low, high = x(row.interval[0]), x(row.interval[1])
            parts.append(svg.line(low, middle, high, middle, f"whisker {colour}"))
            parts += [svg.line(end, middle - 5, end, middle + 5, f"cap {colour}") for end in (low, high)]
        parts.append(_dot(x(row.value), middle, 6.0 if row.strong else 5.0, colour, f"{row.name}: {row.text}"))
    return svg.drawing(width, bottom + 38, title, "whiskers", *parts)


def bars(items: Sequence[tuple[str, float, str]], *, title: str, colour: str = "s1") -> Markup:
    """Horizontal bars: name, value, value as text."""
    step, width = 24.0, 290.0
    names = min(110.0, 10 + max((width_em(name) for name, _, _ in items), default=1) * svg.FONT)
    texts = 10 + max((width_em(text) for _, _, text in items), default=1) * svg.FONT
    largest = max((value for _, value, _ in items), default=0.0) or 1.0
    room = width - names - texts
    parts = []
    for index, (name, value, text) in enumerate(items):
        top = step * index + 3
        parts.append(svg.clipped(names - 8, top + 13, name, (names - 8) / svg.FONT, "key", "end"))
        parts.append(svg.rect(names, top + 2, max(1.5, room * value / largest), 15, f"fill {colour}", radius=2.5))
        parts.append(svg.text(names + max(1.5, room * value / largest) + 7, top + 13, text))
    return svg.drawing(width, step * len(items) + 6, title, "bars", *parts)


def signed_bars(items: Sequence[tuple[str, float, str]], *, title: str) -> Markup:
    """Horizontal bars to the left and right of 0: name, value, value as text."""
    step, width = 24.0, 380.0
    names = min(150.0, 10 + max((width_em(name) for name, _, _ in items), default=1) * svg.FONT)
    texts = 10 + max((width_em(text) for _, _, text in items), default=1) * svg.FONT
    largest = max((abs(value) for _, value, _ in items), default=0.0) or 1.0
    left = texts if any(value < 0 for _, value, _ in items) else 0.0
    right = texts if any(value > 0 for _, value, _ in items) else 0.0
    low, high = (min(0.0, *(value for _, value, _ in items)), max(0.0, *(value for _, value, _ in items)))
    room = (width - names - left - right) / ((high - low) or largest)
    zero = names + left - low * room
    parts = []
    for index, (name, value, written) in enumerate(items):
        top, long = step * index + 3, max(1.5, abs(value) * room)
        parts.append(svg.clipped(names - 8, top + 13, name, (names - 8) / svg.FONT, "key", "end"))
        start = zero if value >= 0 else zero - long
        parts.append(svg.rect(start, top + 2, long, 15, f"fill {'s1' if value >= 0 else 's2'}", radius=2.5))
        end, anchor = (zero + long + 7, None) if value >= 0 else (zero - long - 7, "end")
        parts.append(svg.text(end, top + 13, written, "", anchor))
    parts.append(svg.line(zero, 0, zero, step * len(items) + 4, "rule"))
    return svg.drawing(width, step * len(items) + 6, title, "bars signed", *parts)


def columns(edges: Sequence[float], counts: Sequence[float], *, title: str, x_label: str, y_label: str) -> Markup:
    """A histogram: counts between consecutive edges."""
    top, bottom = 24.0, HEIGHT - BOTTOM
    x = svg.scale(edges, LEFT, WIDTH - RIGHT, snug=True)
    y = svg.scale([0.0, *counts], bottom, top, count=4)
    parts = [
        svg.clipped(4, 12, y_label, 32, "axis"),
        svg.vertical_axis(y, LEFT, WIDTH - RIGHT),
        svg.horizontal_axis(x, bottom, x_label),
    ]
    for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True):
        hint = f"{low:.6g} to {high:.6g}: {count:,.6g}"
        parts.append(svg.rect(x(low) + 0.5, y(count), x(high) - x(low) - 1, bottom - y(count), "fill s1", hint=hint))
    return svg.drawing(WIDTH, HEIGHT, title, "", *parts)


def scatter(
    xs: Sequence[float], ys: Sequence[float], *, title: str, x_label: str, y_label: str, diagonal: bool = False
) -> Markup:
    """Points; with `diagonal` both axes share one range and y = x is drawn."""
    top, bottom = 24.0, TALL - BOTTOM
    both = [*xs, *ys]
    x = svg.scale(both if diagonal else xs, LEFT, WIDTH - RIGHT)
    y = svg.scale(both if diagonal else ys, bottom, top)
    parts = [
        svg.clipped(4, 12, y_label, 32, "axis"),
        svg.vertical_axis(y, LEFT, WIDTH - RIGHT),
        svg.horizontal_axis(x, bottom, x_label),
    ]
    if diagonal:
        parts.append(svg.line(x(x.low), y(x.low), x(x.high), y(x.high), "rule"))
    parts += [
        svg.tag("circle", {"cx": x(a), "cy": y(b), "r": 2.4, "class": "point s1"}) for a, b in zip(xs, ys, strict=True)
    ]
    return svg.drawing(WIDTH, TALL, title, "", *parts)
