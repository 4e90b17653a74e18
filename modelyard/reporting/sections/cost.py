"""What the run took: time, memory, budget against actual, and what an answer costs."""

from __future__ import annotations

from typing import Any

from modelyard.core.words import duration, milliseconds, number, percent, quantity, size
from modelyard.reporting import charts, names
from modelyard.reporting.evidence import Evidence


def build(evidence: Evidence) -> dict[str, Any]:
    """The figures for the strip under the verdict and for the cost panel."""
    training, summary = evidence.training, evidence.summary
    spent, budget = summary.get("seconds"), evidence.plan.get("budget_seconds")
    stages = summary.get("stages") or {}
    return {
        "tiles": tiles(evidence),
        "spent": duration(spent) if spent is not None else "",
        "budget": duration(budget) if budget else "",
        "share": min(1.0, spent / budget) if spent is not None and budget else None,
        "over": duration(spent - budget) if spent is not None and budget and spent > budget else "",
        "stages": _stage_bars(stages),
        "rows": [
            (name, value)
            for name, value in (
                ("Time, whole run", duration(spent) if spent is not None and not budget else ""),
                ("Training the shipped model", duration(training["seconds"]) if "seconds" in training else ""),
                ("Peak memory", size(summary["peak_memory_bytes"]) if summary.get("peak_memory_bytes") else ""),
                ("Time per answer", answer_time(evidence)),
                ("Time per token written", _time(evidence, "milliseconds_per_token")),
                ("Time per 1,000 tokens scored", _time(evidence, "milliseconds_per_1000_tokens")),
                ("Training speed", _speed(training)),
                ("Of the measured matrix-product peak", _utilisation(evidence)),
                ("Steps", _steps(training)),
                ("Precision and threads", _precision(training)),
                ("How training ended", names.STOPPED.get(training.get("stopped", ""), "")),
                ("Artifact on disk", size(sum(evidence.artifact_bytes.values())) if evidence.artifact_bytes else ""),
            )
            if value
        ],
    }


def tiles(evidence: Evidence) -> list[dict[str, str]]:
    """The few figures that stand large under the verdict."""
    training, summary = evidence.training, evidence.summary
    budget = evidence.plan.get("budget_seconds")
    found = []
    if "seconds" in training:
        found.append({"name": "Training", "value": duration(training["seconds"]), "note": f"{evidence.shipped} model"})
    if summary.get("seconds") is not None:
        note = f"of a budget of {duration(budget)}" if budget else "no budget set"
        found.append({"name": "Whole run", "value": duration(summary["seconds"]), "note": note})
    if summary.get("peak_memory_bytes"):
        found.append({"name": "Peak memory", "value": size(summary["peak_memory_bytes"]), "note": "of the process"})
    if answer_time(evidence):
        found.append({"name": "Per answer", "value": answer_time(evidence), "note": "one row, this machine"})
    elif _time(evidence, "milliseconds_per_token"):
        value = _time(evidence, "milliseconds_per_token")
        found.append({"name": "Per token written", "value": value, "note": "one text, this machine"})
    if training.get("parameters"):
        note = size(sum(evidence.artifact_bytes.values())) + " artifact" if evidence.artifact_bytes else "of the model"
        found.append({"name": "Parameters", "value": quantity(training["parameters"]), "note": note})
    return found


def answer_time(evidence: Evidence) -> str:
    """The time of one answer; empty where it was not measured."""
    return _time(evidence, "milliseconds")


def _time(evidence: Evidence, key: str) -> str:
    cost = ((evidence.evaluation.get("verdict") or {}).get("cost") or {}).get("model") or {}
    found = cost.get(key)
    return "" if found is None else milliseconds(found)


def _utilisation(evidence: Evidence) -> str:
    """The share of the device's peak that training used, from its last step event."""
    last = next((step for step in reversed(evidence.steps) if step.get("model") == evidence.shipped), {})
    return f"{percent(last['mfu'])} (MFU)" if last.get("mfu") is not None else ""


def _speed(training: dict[str, Any]) -> str:
    for unit in ("examples", "tokens"):
        speed = training.get(f"{unit}_per_second")
        if speed:
            return f"{number(round(speed), 4) if speed >= 10 else number(speed, 3)} {unit}/s"
    return ""


def _steps(training: dict[str, Any]) -> str:
    if not training.get("steps"):
        return ""
    text = f"{training['steps']:,}"
    if training.get("total_steps") and training["total_steps"] != training["steps"]:
        text += f" of {training['total_steps']:,} planned"
    if training.get("epochs"):
        epochs = number(training["epochs"], 3)
        text += f", {epochs} {'epoch' if epochs == '1' else 'epochs'}"
    return text + (f"; best at step {training['best_step']:,}" if training.get("best_step") else "")


def _precision(training: dict[str, Any]) -> str:
    parts = [str(training.get("precision") or "")]
    if training.get("threads"):
        parts.append(f"{training['threads']} thread{'s' if training['threads'] != 1 else ''}")
    return ", ".join(part for part in parts if part)


def _stage_bars(stages: dict[str, float]) -> Any:
    items = [(name, seconds, duration(seconds)) for name, seconds in stages.items()]
    if not items:
        return None
    said = "; ".join(f"{name} {text}" for name, _, text in items)
    return charts.bars(items, title=f"Time by stage: {said}")
