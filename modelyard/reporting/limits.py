"""The limits of a model, stated from what was found and measured."""

from __future__ import annotations

from typing import Any

from modelyard.core.report import Claim
from modelyard.core.words import figure, percent
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections.quality import notes

SMALL_CLASS = 30
RARE_CLASS = 0.05
WEAK_CLASS = 0.6
WIDE_INTERVAL = 0.1
POOR_CALIBRATION = 0.05


def limits(evidence: Evidence) -> list[str]:
    """Sentences, each with its figure; where nothing stands out, what was not examined is still said."""
    evaluation = evidence.evaluation
    found = [] if evaluation.get("n") else ["It is not evaluated: no figure supports its use."]
    found += [f"{note[:1].upper()}{note[1:].rstrip('.')}." for note in notes(evaluation)]
    found += [*_verdict(evaluation), *_classes(evaluation), *_calibration(evidence), *_contamination(evaluation)]
    for item in evidence.bundle.get("findings", ()):
        if item.get("severity") in ("error", "warning"):
            found.append(
                ". ".join(str(part).rstrip(".") for part in (item.get("text"), item.get("effect")) if part) + "."
            )
    if evidence.training.get("stopped") == "budget":
        found.append("Training ended with the budget: more time may give a better model.")
    if evidence.training.get("stopped") == "diverged":
        found.append("Training diverged; the last good weights are shipped.")
    rows = "text" if evidence.is_language else "rows"
    if evidence.is_corpus and not evidence.is_masked:
        found.append("It continues text as its training text goes on; what it writes may be false.")
    elif evidence.is_talk:
        found.append("It answers as the answers of its training data are; what it says may be false.")
    found += _not_examined(evidence, rows)
    were = "was" if evidence.is_language else "were"
    found.append(
        f"{rows.capitalize()} of another origin, time or language than the training {rows} {were} not measured."
    )
    return found


# What a reader may take for granted, and the exhibits that examine it.
_EXAMINED = {
    "fairness": ("fairness", "swaps"),
    "robustness": ("robustness",),
    "privacy of the training {rows}": ("membership", "memorisation"),
}


def _not_examined(evidence: Evidence, rows: str) -> list[str]:
    """What no exhibit of the run is about; attacks by somebody who means harm never are."""
    there = {item.name for item in evidence.exhibits}
    left = [name.format(rows=rows) for name, exhibits in _EXAMINED.items() if not there.intersection(exhibits)]
    listed = [*left, "inputs made to deceive it"]
    text = f"{', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else listed[0]
    return [f"{text[:1].upper()}{text[1:]} were not examined by this run."]


def _contamination(evaluation: dict[str, Any]) -> list[str]:
    found = evaluation.get("contamination") or {}
    if not found.get("over"):
        return []
    share, limit = percent(found["over"]), percent(found.get("limit", 0.5), 0)
    return [
        f"{share} of the test documents share more than {limit} of their tokens, in runs of {found['run']}, with the "
        "training text: there the figures flatter it."
    ]


def _verdict(evaluation: dict[str, Any]) -> list[str]:
    verdict = evaluation.get("verdict") or {}
    found = []
    gain = verdict.get("gain") or {}
    if gain.get("outcome") == "tie":
        found.append(f"It is not shown to be better than {gain.get('over')}.")
    if gain.get("outcome") == "worse":
        found.append(f"It is worse than {gain.get('over')}.")
    if verdict.get("model"):
        claim = Claim.from_json(verdict["model"])
        if claim.unit == "1" and claim.interval and claim.interval[1] - claim.interval[0] > WIDE_INTERVAL:
            wide = figure(claim.interval[1] - claim.interval[0], 2)
            found.append(f"The interval of its {claim.name.replace('_', ' ')} is {wide} wide.")
    return found


def _classes(evaluation: dict[str, Any]) -> list[str]:
    rows = evaluation.get("per_class") or []
    total = sum(row.get("support", 0) for row in rows) or 1
    split = evaluation.get("split", "test")
    found = []
    rare = [row for row in rows if row.get("support", 0) / total < RARE_CLASS]
    if rare and len(rows) <= 10:
        said = ", ".join(f"'{row['label']}' ({percent(row['support'] / total)})" for row in rare[:5])
        found.append(f"Classes are unbalanced: {said} of the {split} rows.")
    few = [row for row in rows if row.get("support", 0) < SMALL_CLASS]
    if few:
        said = ", ".join(f"'{row['label']}' ({row['support']})" for row in few[:5])
        found.append(
            f"Few {split} rows of {said}{' and others' if len(few) > 5 else ''}: figures by class are rough there."
        )
    weak = sorted((row for row in rows if (row.get("f1") or 0.0) < WEAK_CLASS), key=lambda row: row.get("f1") or 0.0)
    if weak:
        said = ", ".join(f"'{row['label']}' (F1 {figure(row.get('f1'), 2)})" for row in weak[:5])
        found.append(f"Weak on {said}{' and others' if len(weak) > 5 else ''}.")
    return found


def _calibration(evidence: Evidence) -> list[str]:
    claim = evidence.claim("ece")
    if claim is None or claim.value <= POOR_CALIBRATION:
        return []
    return [f"Its scores are off by {figure(claim.value, 3)} on average (calibration error): read them with care."]
