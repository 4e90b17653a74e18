"""The primitives of the charts: escaped SVG elements, scales with round ticks, and the frame of a plot.

Text stays text, colours are classes (`reporting/report.css` gives them from the shared variables), so a chart can be
read aloud, searched, selected and turned dark.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from modelyard.core.words import clip, visible

FONT = 12.0  # of chart text, in user units
HINT_EM = 120.0  # of a tooltip; a label of a whole page must not fill the report
TITLE_EM = 900.0  # of what a screen reader says of a chart


def tag(name: str, attributes: Mapping[str, Any] | None = None, *children: str) -> Markup:
    """An element; attribute values and plain children are escaped, `Markup` children are kept as they are."""
    written = "".join(f' {key}="{_attribute(value)}"' for key, value in (attributes or {}).items() if value is not None)
    inner = Markup().join(child if isinstance(child, Markup) else escape(visible(child)) for child in children)
    return Markup("<{}{}>{}</{}>").format(name, Markup(written), inner, name)


def _attribute(value: Any) -> str:
    if isinstance(value, float):
        return compact(value)
    return str(escape(visible(str(value))))


def compact(value: float) -> str:
    """A coordinate to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, content: str, kind: str = "", anchor: str | None = None) -> Markup:
    """A line of text with its baseline at `y`."""
    return tag("text", {"x": x, "y": y, "class": kind or None, "text-anchor": anchor}, content)


def clipped(x: float, y: float, content: str, em: float, kind: str = "", anchor: str | None = None) -> Markup:
    """A text cut to `em`; the whole of it is its tooltip."""
    whole = clip(visible(content).replace("\n", " "), HINT_EM)
    short = clip(whole, em)
    hint = [] if short == whole else [tag("title", None, whole)]
    return tag("text", {"x": x, "y": y, "class": kind or None, "text-anchor": anchor}, *hint, short)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return tag("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": kind})


def rect(x: float, y: float, width: float, height: float, kind: str, *, radius: float = 0.0, hint: str = "") -> Markup:
    """A rectangle; `hint` is its tooltip."""
    attributes = {"x": x, "y": y, "width": max(0.0, width), "height": max(0.0, height), "class": kind}
    if radius:
        attributes["rx"] = radius
    return tag("rect", attributes, *([tag("title", None, hint)] if hint else []))


def path(points: Sequence[tuple[float, float]], kind: str, *, closed: bool = False) -> Markup:
    """A polyline, or a filled polygon where `closed`."""
    steps = " ".join(f"{compact(x)} {compact(y)}" for x, y in points)
    return tag("path", {"d": f"M{steps}{'Z' if closed else ''}", "class": kind})


def drawing(width: float, height: float, title: str, kind: str, *children: str) -> Markup:
    """The `svg` element: it scales with its place and says to a screen reader what it shows."""
    attributes = {
        "viewBox": f"0 0 {compact(width)} {compact(height)}",
        "class": f"chart {kind}".strip(),
        "role": "img",
        "aria-label": clip(title, TITLE_EM),
    }
    return tag("svg", attributes, *children)


def nice_step(low: float, high: float, count: int) -> float:
    """The round step (1, 2 or 5 times a power of ten) that gives about `count` intervals, rather more than fewer."""
    raw = (high - low) / max(1, count)
    power: float = 10.0 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.8)


def tick_texts(ticks: Sequence[float], step: float) -> list[str]:
    """The ticks written alike, with as many decimals as the step needs; thousands, millions and billions shortened."""
    largest = max((abs(tick) for tick in ticks), default=0.0)
    for scale, unit in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if largest >= scale:
            divisor = 1e3 if unit == "k" else scale
            return [_plain(tick / divisor, step / divisor) + (unit if tick else "") for tick in ticks]
    if 0 < largest < 1e-3:
        return [f"{tick:.1e}".replace("e-0", "e-").replace(".0e", "e") if tick else "0" for tick in ticks]
    return [_plain(tick, step) for tick in ticks]


def _plain(value: float, step: float) -> str:
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    return f"{value + 0.0:.{places}f}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear map from values to coordinates, with its ticks."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def __call__(self, value: float) -> float:
        """The coordinate of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        """Multiples of the step inside the range."""
        first = math.ceil(self.low / self.step - 1e-6)
        last = math.floor(self.high / self.step + 1e-6)
        return [index * self.step for index in range(first, last + 1)]

    @property
    def labels(self) -> list[str]:
        """The ticks as text."""
        return tick_texts(self.ticks, self.step)


def scale(values: Sequence[float], start: float, end: float, *, count: int = 5, snug: bool = False) -> Scale:
    """A scale that holds all finite values, widened to whole steps (not where `snug`)."""
    finite = [value for value in values if math.isfinite(value)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    if high - low <= 1e-12 * max(abs(low), abs(high)) or high == low:
        margin = abs(low) * 0.1 or 1.0
        low, high = low - margin, high + margin
    step = nice_step(low, high, count)
    if not snug:
        low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Scale(low, high, start, end, step)


def horizontal_axis(x: Scale, bottom: float, label: str, *, top: float | None = None) -> Markup:
    """Tick labels under the plot, the axis' name under them, and grid lines up to `top` where given."""
    parts = []
    for tick, name in zip(x.ticks, x.labels, strict=True):
        if top is not None:
            parts.append(line(x(tick), top, x(tick), bottom, "gridline"))
        parts.append(text(x(tick), bottom + 16, name, "", "middle"))
    if label:
        parts.append(clipped((x.start + x.end) / 2, bottom + 33, label, 30, "axis", "middle"))
    return Markup().join(parts)


def vertical_axis(y: Scale, left: float, right: float) -> Markup:
    """Tick labels left of the plot with grid lines across it."""
    parts = []
    for tick, name in zip(y.ticks, y.labels, strict=True):
        parts.append(line(left, y(tick), right, y(tick), "gridline"))
        parts.append(text(left - 7, y(tick) + 4, name, "", "end"))
    return Markup().join(parts)
