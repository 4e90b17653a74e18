"""The verdict: the sentence, the primary figure, and the model beside its baselines."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from modelyard.core.report import Claim
from modelyard.reporting import charts, names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.words import clip, decimals, excerpt, figure, number, span

OUTCOMES = {
    "better": ("good", "Better than the cheap baseline"),
    "tie": ("warn", "No better than the cheap baseline"),
    "worse": ("bad", "Worse than the cheap baseline"),
}


def build(evidence: Evidence) -> dict[str, Any]:
    """The head of the report; `figure` is None where nothing is evaluated yet."""
    verdict = evidence.evaluation.get("verdict") or {}
    claim = Claim.from_json(verdict["model"]) if verdict.get("model") else None
    tone, label = _outcome(evidence, verdict)
    head = {
        "title": evidence.title,
        "facts": facts(evidence),
        "date": date(evidence),
        "tone": tone,
        "label": label,
        "sentence": excerpt(verdict.get("sentence") or "This run is not evaluated yet: there is no verdict.", 700),
        "figure": None,
        "gain": gain(verdict),
        "chart": None,
    }
    if claim is None:
        return head
    places = decimals(claim.interval, claim.value)
    unit = names.unit(claim.unit, target_name(evidence))
    head["figure"] = {
        "name": names.metric(claim.name),
        "value": figure(claim.value, places),
        "unit": unit,
        "interval": span(claim.interval, places),
        "on": seen(evidence, claim.n),
        "split": claim.split,
        "confidence": confidence(evidence),
        "direction": {True: "higher is better", False: "lower is better", None: ""}[claim.higher_is_better],
    }
    head["chart"] = _comparison(evidence, verdict, claim, places)
    return head


def _outcome(evidence: Evidence, verdict: dict[str, Any]) -> tuple[str, str]:
    if not verdict:
        return "", "Not evaluated"
    if verdict.get("ships") == "cheap" or (evidence.shipped and evidence.shipped == evidence.selection.get("cheap")):
        return "accent", "Ships the cheap model"
    return OUTCOMES.get((verdict.get("gain") or {}).get("outcome", ""), ("", "Evaluated"))


def _comparison(evidence: Evidence, verdict: dict[str, Any], claim: Claim, places: int) -> Any:
    name = ((verdict.get("cost") or {}).get("model") or {}).get("name") or evidence.shipped or "model"
    rows = [
        charts.Whisker(
            name=f"{name} (shipped)",
            value=claim.value,
            text=figure(claim.value, places),
            interval=claim.interval,
            strong=True,
        )
    ]
    for baseline in verdict.get("baselines", ()):
        other = Claim.from_json(baseline["claim"])
        text = figure(other.value, places)
        rows.append(charts.Whisker(name=baseline["name"], value=other.value, text=text, interval=other.interval))
    metric = names.metric(claim.name)
    said = "; ".join(f"{row.name} {row.text} {span(row.interval, places)}" for row in rows)
    return charts.whiskers(rows, title=f"{metric} with intervals: {said}", x_label=_axis(claim, evidence))


def _axis(claim: Claim, evidence: Evidence) -> str:
    unit = names.unit(claim.unit, target_name(evidence))
    direction = {True: ", higher is better", False: ", lower is better", None: ""}[claim.higher_is_better]
    return f"{names.metric(claim.name)}{f' ({unit})' if unit else ''}{direction}"


def seen(evidence: Evidence, n: int) -> str:
    """The rows a figure was measured on: `1,553 unseen texts`."""
    unseen = "unseen " if evidence.evaluation.get("unseen", True) else ""
    return f"{n:,} {unseen}{evidence.evaluation.get('rows') or 'rows'}"


def gain(verdict: dict[str, Any]) -> dict[str, Any] | None:
    """The paired gain over the baseline: figure, interval, p-value and outcome. Above 0 the model is better."""
    found = verdict.get("gain")
    if not found or found.get("value") is None:
        return None
    places = decimals(found.get("interval"), found["value"])
    p_value = found.get("p_value")
    return {
        "over": clip(str(found.get("over", "the baseline")), 60),
        "value": figure(found["value"], places, sign=True),
        "interval": span(found.get("interval"), places, sign=True),
        "p_value": "" if p_value is None else ("p < 0.001" if p_value < 0.001 else f"p = {number(p_value, 2)}"),
        "tone": OUTCOMES.get(found.get("outcome", ""), ("", ""))[0],
        "outcome": found.get("outcome", ""),
    }


def facts(evidence: Evidence) -> list[str]:
    """The line under the title: task, data, rows, model."""
    rows = sum((evidence.bundle.get("counts") or {}).get(split, 0) for split in ("train", "validation", "test"))
    found = [names.task(str(evidence.recipe.get("task", ""))), excerpt(", ".join(files(evidence)), 160)]
    if rows:
        found.append(f"{rows:,} rows")
    if evidence.shipped:
        parameters = evidence.training.get("parameters")
        found.append(f"{evidence.shipped} model" + (f", {short_count(parameters)} parameters" if parameters else ""))
    return [fact for fact in found if fact]


def files(evidence: Evidence) -> list[str]:
    """The names of the files the run was trained on, without their folders."""
    train = (evidence.recipe.get("data") or {}).get("train") or ()
    paths = [train] if isinstance(train, str) else list(train)
    return [PurePosixPath(str(path)).name or str(path) for path in paths]


def short_count(count: float) -> str:
    """A count of parameters as the field writes it: 4.2 M."""
    for unit, scale in (("B", 1e9), ("M", 1e6), ("k", 1e4)):
        if count >= scale:
            divisor = 1e3 if unit == "k" else scale
            return f"{count / divisor:.3g} {unit}"
    return f"{count:,.0f}"


def date(evidence: Evidence) -> str:
    """The day the run began, in UTC."""
    created = evidence.plan.get("created")
    return "" if created is None else f"{datetime.fromtimestamp(created, UTC):%-d %B %Y}"


def confidence(evidence: Evidence) -> str:
    """The confidence of every interval, as a percentage."""
    level = float((evidence.recipe.get("evaluate") or {}).get("confidence", 0.95))
    return f"{100 * level:.4g} %"


def target_name(evidence: Evidence) -> str:
    """The name of the target column."""
    target = (evidence.recipe.get("data") or {}).get("target")
    if not target and evidence.schema and evidence.schema.target:
        target = evidence.schema.target.name
    return str(target or "")
