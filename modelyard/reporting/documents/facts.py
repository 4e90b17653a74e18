"""What a run can say of itself, as sentences: used by every document. No figure here that the run did not measure."""

from __future__ import annotations

from collections.abc import Iterable

from modelyard.core.report import Claim
from modelyard.core.words import counted, duration, percent, printable, quantity, size
from modelyard.reporting import names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.limits import limits
from modelyard.reporting.sections import cost, data, provenance, verdict

_MOST = 40


def model(evidence: Evidence) -> tuple[str, ...]:
    """Task, family, size, and what it answers."""
    found = [f"Task: {names.task(str(evidence.recipe.get('task', ''))).lower()}."]
    if evidence.shipped:
        size_ = evidence.training.get("parameters")
        found.append(f"Model: {evidence.shipped}{f', {quantity(size_)} parameters' if size_ else ''}.")
    labels = [str(label) for label in evidence.evaluation.get("labels") or ()]
    if labels:
        found.append(f"It answers with one of {counted(len(labels), 'label')}: {', '.join(labels[:30])}.")
    if start := started_from(evidence):
        found.append(f"It was trained from the checkpoint {start}.")
    elif evidence.shipped:
        found.append("It was trained from scratch: no pre-trained weights were used.")
    return tuple(found)


def started_from(evidence: Evidence) -> str:
    """The checkpoint that the weights started from; empty where there was none."""
    settings = evidence.recipe.get("model")
    return str(settings.get("from") or "") if isinstance(settings, dict) else ""


def version(evidence: Evidence) -> tuple[str, ...]:
    """What identifies this very model."""
    found = [f"Run {evidence.name}{f', {verdict.date(evidence)}' if verdict.date(evidence) else ''}."]
    if evidence.artifact_digest:
        found.append(
            f"SHA-256 of the artifact's manifest, which names every file's digest: {evidence.artifact_digest}."
        )
    return tuple(found)


def software(evidence: Evidence) -> tuple[str, ...]:
    """Versions it was made with, and the machine."""
    return tuple(f"{name}: {value}" for name, value in provenance.environment(evidence))


def interface(evidence: Evidence) -> tuple[str, ...]:
    """What it is asked with."""
    columns = evidence.schema.inputs if evidence.schema else ()
    inputs = [f"{column.name} ({column.kind})" for column in columns]
    if not inputs:
        return ()
    more = f", and {len(inputs) - _MOST} more" if len(inputs) > _MOST else ""
    return (f"Inputs: {', '.join(inputs[:_MOST])}{more}.",)


def commands(evidence: Evidence) -> tuple[str, ...]:
    """How it is installed, run and asked."""
    return tuple(f"{name}: {command}" for name, command in provenance.commands(evidence))


def sources(evidence: Evidence) -> tuple[str, ...]:
    """Files, counts by split, licence, fingerprint."""
    found = data.build(evidence) or {}
    lines = [", ".join(str(part) for part in source) for source in found.get("sources", [])]
    counts = evidence.bundle.get("counts") or {}
    splits = [f"{name} {counts[name]:,}" for name in ("train", "validation", "test") if name in counts]
    if splits:
        lines.append(f"Splits: {', '.join(splits)}.")
    licence = (evidence.recipe.get("data") or {}).get("licence")
    if licence:
        lines.append(f"Licence: {licence}.")
    if found.get("fingerprint"):
        lines.append(f"Fingerprint of the prepared data: {found['fingerprint']}.")
    return tuple(lines)


def composition(evidence: Evidence) -> tuple[str, ...]:
    """Columns with their kinds, missing values and scripts; of running text its size and scripts."""
    found = data.build(evidence) or {}
    lines = [
        f"{column['name']}: {column['kind']}{', the target' if column['is_target'] else ''}; missing "
        f"{column['missing']}; {column['distinct']} different"
        for column in found.get("columns", [])[:_MOST]
    ]
    if evidence.is_corpus or evidence.is_talk:
        sizes = evidence.bundle.get("bytes") or {}
        lines += [f"{name}: {size(sizes[name])} of text" for name in ("train", "validation", "test") if name in sizes]
    return tuple(lines)


def findings(evidence: Evidence, *severities: str) -> tuple[str, ...]:
    """What the data's examination found, and what was done about it."""
    return tuple(
        " ".join(f"{str(item.get(part)).rstrip('.')}." for part in ("text", "effect") if item.get(part))
        for item in evidence.bundle.get("findings", ())
        if not severities or item.get("severity") in severities
    )


def cleaning(evidence: Evidence) -> tuple[str, ...]:
    """How the splits were made, and what was dropped or changed."""
    splits = (evidence.recipe.get("data") or {}).get("split") or {}
    how = []
    if splits and not (evidence.is_corpus or evidence.is_talk):  # those are dealt by sizes of their own
        parts = [f"{name} {percent(splits[name])}" for name in ("validation", "test") if splits.get(name) is not None]
        parts.append(f"{splits.get('by', '')} {printable(str(splits.get('column') or ''))}".strip())
        how = [f"Splits, where no files of their own were given: {', '.join(part for part in parts if part)}."]
    return (*how, *findings(evidence))


def training(evidence: Evidence) -> tuple[str, ...]:
    """How the shipped model was trained, and what it took."""
    found = evidence.training
    lines = [f"{name}: {value}" for name, value in cost.build(evidence)["rows"]]
    if reason := evidence.selection.get("reason"):
        lines.append(f"Why this model: {reason}")
    settings = found.get("plan") or {}
    lines += [
        f"{name.replace('_', ' ')}: {settings[name]}"
        for name in ("optimizer", "learning_rate", "schedule", "batch_size")
        if settings.get(name) is not None
    ]
    return tuple(lines)


def claim(one: Claim) -> str:
    """A figure with its interval, sample and source."""
    value, interval = one.shown
    unit = names.unit(one)
    figure = " ".join(part for part in (value, interval, unit) if part)
    return f"{names.metric(one.name)}: {figure} ({one.split}, n = {one.n:,}; {one.source})"


def figures(evidence: Evidence) -> tuple[str, ...]:
    """Every figure of the shipped model."""
    return tuple(claim(one) for one in evidence.claims if one.subject == "model" and one.name != "training_time")


def exhibits(evidence: Evidence, *wanted: str) -> tuple[str, ...]:
    """The sentences and figures of these exhibits (by stage or name)."""
    return tuple(
        line
        for item in evidence.exhibits
        if item.stage in wanted or item.name in wanted
        for line in (f"{item.title}: {item.summary}", *(claim(one) for one in item.claims))
    )


def boundaries(evidence: Evidence) -> tuple[str, ...]:
    """The limits that the card states."""
    return tuple(limits(evidence))


def compute(evidence: Evidence) -> tuple[str, ...]:
    """Time, memory and money of the run."""
    summary, found = evidence.summary, []
    if summary.get("seconds") is not None:
        found.append(f"Whole run: {duration(summary['seconds'])}.")
    if summary.get("peak_memory_bytes"):
        found.append(f"Peak memory of the process: {size(summary['peak_memory_bytes'])}.")
    if evidence.training.get("seconds") is not None:
        found.append(f"Training of the shipped model: {duration(evidence.training['seconds'])}.")
    return tuple(found)


def verified(evidence: Evidence) -> tuple[str, ...]:
    """How it is known that what is served is what was trained."""
    count = len(evidence.golden.get("examples") or ())
    if not count:
        return ()
    return (
        f"{counted(count, 'golden example')} recorded after training are replayed on every export, every compressed "
        "variant and every server at its start; a difference beyond the stated tolerance is refused.",
    )


def share_of(parts: Iterable[tuple[str, float]]) -> str:
    """Named shares as text."""
    return ", ".join(f"{name} {percent(share)}" for name, share in parts)
