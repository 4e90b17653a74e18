from __future__ import annotations

import math
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markupsafe import Markup

from modelyard.reporting import charts, heat, svg

FINITE = st.floats(-1e12, 1e12, allow_nan=False)
HOSTILE = "\"><script>alert(1)</script>' onload=x \x00 &amp; 标签"


@given(st.lists(FINITE, min_size=1, max_size=20))
def test_a_scale_holds_its_values_and_has_round_ticks(values: list[float]) -> None:
    scale = svg.scale(values, 0.0, 100.0)
    room = 1e-6 * max(1.0, abs(scale.low), abs(scale.high), scale.step)
    assert scale.low <= min(values) + room and scale.high >= max(values) - room
    assert 1 <= len(scale.ticks) <= 13
    digit = scale.step / 10 ** math.floor(math.log10(scale.step) + 1e-9)
    assert min(abs(digit - round_one) for round_one in (1, 2, 5, 10)) < 1e-6


@given(st.floats(1e-9, 1e12), st.integers(2, 10))
def test_a_step_gives_about_the_asked_intervals(width: float, count: int) -> None:
    assume(width / count > 1e-300)
    assert count / 2.6 <= width / svg.nice_step(0.0, width, count) <= count * 1.3


def test_ticks_are_written_alike() -> None:
    assert svg.tick_texts([0.0, 0.2, 0.4], 0.2) == ["0.0", "0.2", "0.4"]
    assert svg.tick_texts([0.0, 20_000.0, 40_000.0], 20_000.0) == ["0", "20k", "40k"]
    assert svg.tick_texts([-2_000_000.0, 0.0], 1_000_000.0) == ["−2M", "0"]
    assert svg.tick_texts([0.0, 1e-4, 3e-4], 1e-4) == ["0", "1e-4", "3e-4"]


def _all_charts(name: str) -> dict[str, Markup]:
    line = charts.Series(name=name, x=[0, 1, 2], y=[0.1, 0.5, 0.3], low=[0, 0.4, 0.2], high=[0.2, 0.6, 0.4])
    row = charts.Whisker(name=name, value=0.5, text=name[:9], interval=(0.4, 0.6), strong=True)
    return {
        "lines": charts.lines([line, line], title=name, x_label=name, y_label=name),
        "square": charts.lines([line], title=name, x_label=name, y_label=name, unit_square=True, diagonal=True),
        "whiskers": charts.whiskers([row, row], title=name, x_label=name, zero=True),
        "bars": charts.bars([(name, 3.0, name), ("b", 0.0, "0")], title=name),
        "columns": charts.columns([0, 1, 2], [5, 9], title=name, x_label=name, y_label=name),
        "scatter": charts.scatter([1, 2], [3, 4], title=name, x_label=name, y_label=name, diagonal=True),
        "heat": heat.heat([[3, 1], [0, 4]], [name, "b"], title=name),
        "wide heat": heat.heat([[1] * 20] * 20, [name] * 20, title=name),
    }


@pytest.mark.parametrize("name", ["ordinary", "中文标签", HOSTILE, "", "x" * 400, "a\nb"])
def test_every_chart_is_well_formed_and_keeps_its_text(name: str) -> None:
    for kind, chart in _all_charts(name).items():
        root = ElementTree.fromstring(str(chart))
        tags = {element.tag for element in root.iter()}
        assert tags <= {"svg", "g", "text", "title", "line", "rect", "path", "circle"}, kind
        assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)
        assert root.get("role") == "img" and root.get("aria-label") is not None
        if name in ("ordinary", "中文标签"):
            assert name in "".join(root.itertext()), kind


def test_degenerate_values_are_drawn() -> None:
    same = charts.Series(name="", x=[5], y=[0.0])
    for chart in (
        charts.lines([same], title="", x_label="", y_label=""),
        charts.lines([], title="", x_label="", y_label=""),
        charts.whiskers([charts.Whisker(name="a", value=0.0, text="0")], title="", x_label=""),
        charts.bars([("a", 0.0, "0")], title=""),
        charts.columns([0, 0], [0], title="", x_label="", y_label=""),
        charts.scatter([1.0], [1.0], title="", x_label="", y_label="", diagonal=True),
        heat.heat([[0]], ["only"], title=""),
    ):
        assert "nan" not in chart and "inf" not in chart.replace("infty", "")
        ElementTree.fromstring(str(chart))


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=30))
def test_any_finite_points_give_finite_coordinates(points: list[tuple[float, float]]) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    draw: Callable[..., Markup] = charts.scatter
    for circle in ElementTree.fromstring(str(draw(xs, ys, title="", x_label="", y_label=""))).iter("circle"):
        assert 0 <= float(circle.attrib["cx"]) <= charts.WIDTH
        assert 0 <= float(circle.attrib["cy"]) <= charts.TALL
