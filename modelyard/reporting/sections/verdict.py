"""The verdict: the sentence, the primary figure, and the model beside its baselines."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from modelyard.core.report import Claim
from modelyard.core.words import clip, counted, excerpt, measured, p_value, quantity, size
from modelyard.reporting import charts, names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections.talk import noun

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
        "notes": _notes(evidence),
        "chart": None,
    }
    if claim is None:
        return head
    value, interval = claim.shown
    head["figure"] = {
        "name": names.metric(claim.name),
        "value": value,
        "unit": names.unit(claim),
        "interval": interval,
        "on": seen(evidence, claim.n),
        "split": claim.split,
        "confidence": confidence(evidence),
        "direction": {True: "higher is better", False: "lower is better", None: ""}[claim.higher_is_better],
    }
    head["chart"] = _comparison(evidence, verdict, claim)
    return head


def _notes(evidence: Evidence) -> list[str]:
    """What must be known to read the figures; of answers that are right or wrong, the section on quality says it.

    What the recipe states of answers stands here in any case: it decides which label is judged.
    """
    found = evidence.evaluation.get("notes") or () if evidence.is_language else ()
    stated = evidence.evaluation.get("stated") or ()
    return [f"{note[:1].upper()}{note[1:]}" for note in map(str, (*found, *stated))]


def _outcome(evidence: Evidence, verdict: dict[str, Any]) -> tuple[str, str]:
    if not verdict:
        return "", "Not evaluated"
    if verdict.get("ships") == "cheap":
        return "accent", "Ships the cheap model"
    tone, label = OUTCOMES.get((verdict.get("gain") or {}).get("outcome", ""), ("", "Evaluated"))
    return tone, label.replace("the cheap baseline", "the model it started from") if evidence.is_talk else label


def _comparison(evidence: Evidence, verdict: dict[str, Any], claim: Claim) -> Any:
    name = ((verdict.get("cost") or {}).get("model") or {}).get("name") or evidence.shipped or "model"
    named = [(f"{name} (shipped)", claim)]
    named += [(baseline["name"], Claim.from_json(baseline["claim"])) for baseline in verdict.get("baselines", ())]
    rows, said = [], []
    for subject, found in named:
        text, interval = measured(found.value, found.interval)
        rows.append(
            charts.Whisker(name=subject, value=found.value, text=text, interval=found.interval, strong=found is claim)
        )
        said.append(f"{subject} {text} {interval}".rstrip())
    title = f"{names.metric(claim.name)} with intervals: {'; '.join(said)}"
    return charts.whiskers(rows, title=title, x_label=_axis(claim))


def _axis(claim: Claim) -> str:
    unit = names.unit(claim)
    direction = {True: ", higher is better", False: ", lower is better", None: ""}[claim.higher_is_better]
    return f"{names.metric(claim.name)}{f' ({unit})' if unit else ''}{direction}"


def seen(evidence: Evidence, n: int) -> str:
    """The rows a figure was measured on: `1,553 unseen texts`."""
    row = str(evidence.evaluation.get("rows") or "rows").removesuffix("s")
    text = f", {size(evidence.evaluation['bytes'])}" if evidence.evaluation.get("bytes") else ""
    return counted(n, f"unseen {row}" if evidence.evaluation.get("unseen", True) else row) + text


def gain(verdict: dict[str, Any]) -> dict[str, Any] | None:
    """The paired gain over the baseline: figure, interval, p-value and outcome.

    Where higher is better `+0.012 gain over`; of an error, whose plus would mislead, `1,308 lower than`.
    """
    found = verdict.get("gain")
    if not found or found.get("value") is None:
        return None
    value, interval, probability = found["value"], found.get("interval"), found.get("p_value")
    is_error = (verdict.get("model") or {}).get("higher_is_better") is False
    if is_error and value < 0:
        value, interval, words = -value, interval and [-interval[1], -interval[0]], "higher than"
    else:
        words = "lower than" if is_error else "gain over"
    text, interval_text = measured(value, interval, sign=not is_error)
    return {
        "over": clip(str(found.get("over", "the baseline")), 60),
        "value": text,
        "interval": interval_text,
        "words": words,
        "p_value": "" if probability is None else p_value(probability, found.get("p_floor", 0.0)),
        "tone": OUTCOMES.get(found.get("outcome", ""), ("", ""))[0],
        "outcome": found.get("outcome", ""),
    }


def facts(evidence: Evidence) -> list[str]:
    """The line under the title: task, data, rows, model."""
    rows = sum((evidence.bundle.get("counts") or {}).get(split, 0) for split in ("train", "validation", "test"))
    found = [names.task(str(evidence.recipe.get("task", ""))), excerpt(", ".join(files(evidence)), 160)]
    if evidence.is_corpus:
        found.append(f"{size(sum(evidence.bundle['bytes'].values()))} of text")
    elif evidence.is_talk:
        found.append(counted(rows, noun(evidence)))
    elif rows:
        found.append(counted(rows, str(evidence.evaluation.get("rows") or "rows").removesuffix("s")))
    if evidence.shipped:
        parameters = evidence.training.get("parameters")
        found.append(f"{evidence.shipped} model" + (f", {quantity(parameters)} parameters" if parameters else ""))
    return [fact for fact in found if fact]


def files(evidence: Evidence) -> list[str]:
    """The names of the files the run was trained on, without their folders."""
    train = (evidence.recipe.get("data") or {}).get("train") or ()
    paths = [train] if isinstance(train, str) else list(train)
    return [PurePosixPath(str(path)).name or str(path) for path in paths]


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
