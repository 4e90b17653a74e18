"""How fast a training ran and how steadily, step by step: tokens a second, gradient norm, memory."""

from __future__ import annotations

from typing import Any

from modelyard.core.words import number, percent
from modelyard.reporting import charts
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.series import is_finite, thin


def build(evidence: Evidence, family: str) -> list[Any]:
    """A chart a figure that the step events of a family hold; those of a step that was made twice count once."""
    steps = {step["step"]: step for step in evidence.steps if step.get("model") == family and "step" in step}
    ordered = [steps[number] for number in sorted(steps)]
    drawn = [
        _chart(ordered, "tokens_per_second", f"tokens/s{_utilised(ordered)}", "s3"),
        _chart(ordered, "grad_norm", "gradient norm", "s5"),
        _chart(ordered, "memory_bytes", "memory in GB", "s6", scale=1e-9),
    ]
    return [chart for chart in drawn if chart]


def _chart(steps: list[dict[str, Any]], key: str, label: str, colour: str, scale: float = 1.0) -> Any:
    points = [(step["step"], scale * step[key]) for step in steps if is_finite(step.get(key))]
    if len(points) < 2:
        return None
    x, mean, low, high = thin([a for a, _ in points], [b for _, b in points])
    series = charts.Series(name="", x=x, y=mean, low=low, high=high, colour=colour)
    title = f"{label} by step: from {number(mean[0])} to {number(mean[-1])}"
    return charts.lines([series], title=title, x_label="step", y_label=label)


def _utilised(steps: list[dict[str, Any]]) -> str:
    found = [step["mfu"] for step in steps if is_finite(step.get("mfu"))]
    return f" (at the end {percent(found[-1])} of the measured peak)" if found else ""
