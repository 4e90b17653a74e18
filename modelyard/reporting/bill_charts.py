"""The charts of a bill: cost against time on logarithmic axes, and memory as a stacked bar."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from modelyard.core.words import duration, size, width_em
from modelyard.reporting import svg

WIDTH, HEIGHT = 460.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 16.0, 26.0, 46.0
_ROUND_TIMES = (
    *(1.0, 2.0, 5.0, 10.0, 30.0),
    *(60.0 * n for n in (1, 2, 5, 10, 30)),
    *(3600.0 * n for n in (1, 2, 5, 12)),
    *(86_400.0 * n for n in (1, 2, 5, 10, 30, 100, 365, 1000)),
)
COLOURS = ("s1", "s2", "s3", "s4", "s5", "s6", "s0")
_NAMED = 7  # points that get a label; the others have it as a tooltip


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A row of a quote as a point: hours and dollars, and whether none beats it in both."""

    name: str
    hours: float
    usd: float
    best: bool = False
    on_edge: bool = False


@dataclass(frozen=True, slots=True)
class _Log:
    """A logarithmic map to coordinates."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def of(cls, values: Sequence[float], start: float, end: float) -> _Log:
        low, high = math.log10(min(values)), math.log10(max(values))
        margin = max(0.12, 0.08 * (high - low))
        return cls(low - margin, high + margin, start, end)

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        """Powers of ten, with 2 and 5 between them where they are few."""
        powers = range(math.floor(self.low), math.ceil(self.high) + 1)
        steps = (1, 2, 5) if self.high - self.low < 2.2 else (1,)
        found = [step * 10.0**power for power in powers for step in steps]
        inside = [tick for tick in found if self.low <= math.log10(tick) <= self.high]
        return inside[:: max(1, math.ceil(len(inside) / 7))]


def frontier(offers: Sequence[Offer], *, title: str) -> Markup:
    """Dollars against time, both logarithmic; the offers that no other beats are joined."""
    x = _Log.of([offer.hours * 3600 for offer in offers], LEFT, WIDTH - RIGHT)
    y = _Log.of([offer.usd for offer in offers], HEIGHT - BOTTOM, TOP)
    parts = [svg.clipped(4, 12, "cost in US dollars", 32, "axis")]
    for tick in y.ticks:
        parts.append(svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), "gridline"))
        parts.append(svg.text(LEFT - 7, y(tick) + 4, _usd(tick), "", "end"))
    for tick in _times(x):
        parts.append(svg.line(x(tick), TOP, x(tick), HEIGHT - BOTTOM, "gridline"))
        parts.append(svg.text(x(tick), HEIGHT - BOTTOM + 16, _short(tick), "", "middle"))
    parts.append(svg.clipped((LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 34, "time", 30, "axis", "middle"))
    edge = sorted((offer for offer in offers if offer.on_edge), key=lambda offer: offer.hours)
    if len(edge) > 1:
        parts.append(svg.path([(x(offer.hours * 3600), y(offer.usd)) for offer in edge], "line s1"))
    for offer in sorted(offers, key=lambda offer: (offer.best, offer.on_edge)):
        colour = "s2" if offer.best else "s1" if offer.on_edge else "s0"
        hint = f"{offer.name}: {duration(offer.hours * 3600)}, {_usd(offer.usd)}"
        place = {"cx": x(offer.hours * 3600), "cy": y(offer.usd), "r": 5.5 if offer.best else 3.6}
        parts.append(svg.tag("circle", {**place, "class": f"dot {colour}"}, svg.tag("title", None, hint)))
    parts += _labels(offers, x, y)
    return svg.drawing(WIDTH, HEIGHT, title, "", *parts)


def _labels(offers: Sequence[Offer], x: _Log, y: _Log) -> list[Markup]:
    """Names of the offers on the edge, left out where they would lie over another."""
    parts: list[Markup] = []
    taken: list[tuple[float, float, float]] = []
    wanted = sorted((offer for offer in offers if offer.best or offer.on_edge), key=lambda offer: not offer.best)
    for offer in wanted[:_NAMED]:
        across, down = x(offer.hours * 3600), y(offer.usd)
        width = width_em(offer.name) * svg.FONT
        right = across + 9 + width < WIDTH
        start = across + 9 if right else across - 9 - width
        if any(abs(down - other) < 14 and start < end and begin < start + width for begin, other, end in taken):
            continue
        taken.append((start, down, start + width))
        kind = "key halo strong" if offer.best else "key halo"
        parts.append(svg.text(across + (9 if right else -9), down + 4, offer.name, kind, None if right else "end"))
    return parts


def stacked(parts: Sequence[tuple[str, float]], *, title: str, actual: float | None = None) -> Markup:
    """Bytes by part as one bar, the largest first, with their names below; a line marks what was measured."""
    width, bar, step = 460.0, 26.0, 19.0
    shown = [(name, value) for name, value in sorted(parts, key=lambda part: -part[1]) if value > 0]
    if len(shown) > len(COLOURS):
        rest = shown[len(COLOURS) - 1 :]
        shown = [*shown[: len(COLOURS) - 1], ("everything else", math.fsum(value for _, value in rest))]
    total = math.fsum(value for _, value in shown)
    scale = (width - 8) / max(total, actual or 0.0)
    drawn, left, top = [], 4.0, 24.0 if actual else 4.0
    for (name, value), colour in zip(shown, COLOURS, strict=False):
        hint = f"{name}: {size(value)}"
        drawn.append(svg.rect(left, top, max(1.0, value * scale - 1), bar, f"fill {colour}", hint=hint))
        left += value * scale
    if actual:
        at = 4 + actual * scale
        drawn.append(svg.line(at, top - 5, at, top + bar + 5, "whisker s2"))
        end = at > width / 2
        drawn.append(svg.text(at, top - 9, f"measured {size(actual)}", "key strong", "end" if end else "start"))
    for row, ((name, value), colour) in enumerate(zip(shown, COLOURS, strict=False)):
        middle = top + bar + 22 + step * row
        drawn.append(svg.rect(4, middle - 9, 10, 10, f"fill {colour}", radius=2))
        drawn.append(svg.clipped(21, middle, name, 22, "key"))
        drawn.append(svg.text(width - 4, middle, size(value), "key", "end"))
    return svg.drawing(width, top + bar + 22 + step * len(shown), title, "", *drawn)


def _times(x: _Log) -> list[float]:
    """Round times in the range, no two nearer than a label is wide."""
    found: list[float] = []
    for tick in _ROUND_TIMES:
        if x.low <= math.log10(tick) <= x.high and (not found or x(tick) - x(found[-1]) > 44):
            found.append(tick)
    return found


def _usd(value: float) -> str:
    if value >= 1000:
        return f"${value / 1000:.3g}k"
    return f"${value:.3g}" if value >= 0.01 else f"${value:.1g}"


def _short(seconds: float) -> str:
    """A tick: 30 s, 5 min, 2 h, 4 d."""
    for unit, scale in (("d", 86_400.0), ("h", 3600.0), ("min", 60.0)):
        if seconds >= scale:
            return f"{seconds / scale:.2g} {unit}"
    return f"{seconds:.2g} s"
