"""How training went: loss, metric and learning rate by step, and the loss by epoch where the run is short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.core.words import duration, number
from modelyard.reporting import charts, names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections import speed
from modelyard.reporting.series import is_finite, thin

MAX_TABLE = 20
NOT_METRICS = ("step", "loss", "epoch", "seconds")


def build(evidence: Evidence) -> list[dict[str, Any]]:
    """One entry for each family that has a curve, the shipped one first."""
    families = sorted(evidence.trainings, key=lambda family: (family != evidence.shipped, family))
    return [found for found in (_family(name, evidence.trainings[name], evidence) for name in families) if found]


def _family(name: str, training: dict[str, Any], evidence: Evidence) -> dict[str, Any] | None:
    curve = [point for point in training.get("curve") or () if is_finite(point.get("loss"))]
    checks = [point for point in training.get("validation") or () if is_finite(point.get("step"))]
    if len(curve) + len(checks) < 2:
        return None
    return {
        "family": name,
        "shipped": name == evidence.shipped,
        "stopped": names.STOPPED.get(training.get("stopped", ""), ""),
        "seconds": duration(training.get("seconds")),
        "charts": [
            chart for chart in (_loss(name, curve, checks), *_metrics(name, checks), _rate(name, curve)) if chart
        ],
        "speed": speed.build(evidence, name),
        "milestones": [
            {"step": f"{point['step']:,}", "loss": number(point["loss"])}
            for point in training.get("milestones") or ()
            if is_finite(point.get("loss"))
        ],
        "table": _table(training, curve, checks),
    }


def _loss(name: str, curve: Sequence[dict[str, Any]], checks: Sequence[dict[str, Any]]) -> Any:
    validated = [point for point in checks if is_finite(point.get("loss"))]
    if not curve and not validated:
        return None
    x, mean, low, high = thin([point["step"] for point in curve], [point["loss"] for point in curve])
    series = [charts.Series(name="training", x=x, y=mean, low=low, high=high)] if x else []
    if validated:
        steps, losses = [point["step"] for point in validated], [point["loss"] for point in validated]
        series.append(charts.Series(name="validation", x=steps, y=losses, colour="s2", dots=len(steps) <= 30))
    last = f"; last validation loss {number(validated[-1]['loss'])}" if validated else ""
    title = f"Loss of {name} by step" + (f": from {number(mean[0])} to {number(mean[-1])}" if mean else "") + last
    return charts.lines(series, title=title, x_label="step", y_label="loss")


def _metrics(name: str, checks: Sequence[dict[str, Any]]) -> list[Any]:
    found = []
    for key in dict.fromkeys(key for point in checks for key in point if key not in NOT_METRICS):
        points = [(point["step"], point[key]) for point in checks if is_finite(point.get(key))]
        if not points:
            continue
        series = charts.Series(
            name=key, x=[x for x, _ in points], y=[y for _, y in points], colour="s3", dots=len(points) <= 30
        )
        label = names.metric(key)
        title = f"Validation {label} of {name} by step: last {number(points[-1][1])}"
        found.append(charts.lines([series], title=title, x_label="step", y_label=f"validation {label}"))
    return found[:2]


def _rate(name: str, curve: Sequence[dict[str, Any]]) -> Any:
    points = [(point["step"], point["learning_rate"]) for point in curve if is_finite(point.get("learning_rate"))]
    if len(points) < 2:
        return None
    x, mean, _, _ = thin([a for a, _ in points], [b for _, b in points])
    series = charts.Series(name="learning rate", x=x, y=mean, colour="s4")
    title = f"Learning rate of {name} by step, largest {number(max(mean))}"
    return charts.lines([series], title=title, x_label="step", y_label="learning rate")


def _table(
    training: dict[str, Any], curve: Sequence[dict[str, Any]], checks: Sequence[dict[str, Any]]
) -> dict[str, Any] | None:
    """Training loss since the check before, validation loss and metric, at every check."""
    if not 1 < len(checks) <= MAX_TABLE:
        return None
    keys = [key for key in dict.fromkeys(key for point in checks for key in point) if key not in NOT_METRICS][:2]
    a_step = (training.get("epochs") or 0) / training["steps"] if training.get("steps") else 0
    rows, before = [], -1
    for point in checks:
        since = [item["loss"] for item in curve if before < item["step"] <= point["step"]]
        before = point["step"]
        rows.append(
            {
                "epoch": f"{point['step'] * a_step:.3g}" if a_step else "",
                "step": f"{point['step']:,}",
                "training": number(sum(since) / len(since)) if since else number(None),
                "validation": number(point.get("loss")),
                "metrics": [number(point.get(key)) for key in keys],
                "best": point["step"] == training.get("best_step"),
            }
        )
    return {"metrics": [names.metric(key) for key in keys], "rows": rows, "epochs": bool(a_step)}
