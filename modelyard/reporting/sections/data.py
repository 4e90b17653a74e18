"""The data: what was found in it, what its columns hold, and how it was split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from modelyard.core.words import clip, excerpt, number, percent, size
from modelyard.reporting import charts
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections import running_text, talk
from modelyard.reporting.sections.verdict import target_name

SEVERITIES = {"error": ("bad", "error"), "warning": ("warn", "warning"), "info": ("accent", "note")}
MAX_COLUMNS = 60
MAX_CLASSES = 24


def build(evidence: Evidence) -> dict[str, Any] | None:
    """Findings, sources, columns, splits, class balance, text lengths and scripts; None before there is a bundle."""
    bundle = evidence.bundle
    if not bundle:
        return None
    if evidence.is_corpus or evidence.is_talk:
        return _of_language(evidence)
    profile = bundle.get("profile") or {}
    columns = list(profile.get("columns") or ())
    rows = profile.get("rows") or 0
    return {
        "findings": [_finding(item) for item in bundle.get("findings", ())],
        "sources": [_source(item) for item in bundle.get("sources", ()) if isinstance(item, dict)],
        "columns": [_column(item, rows, target_name(evidence)) for item in columns[:MAX_COLUMNS]],
        "columns_left_out": max(0, len(columns) - MAX_COLUMNS),
        "rows": rows,
        "splits": _splits(bundle.get("counts") or {}, evidence),
        "splits_note": _splits_note(bundle.get("findings", ())),
        "balance": _balance(evidence, columns),
        "distributions": _distributions(evidence, columns),
        "scripts": [
            (excerpt(str(item["name"]), 80), _largest(item["scripts"]))
            for item in columns
            if _is_text(item) and item.get("scripts")
        ],
        "fingerprint": bundle.get("fingerprint", ""),
        "tokens": None,
        "contamination": "",
    }


def _of_language(evidence: Evidence) -> dict[str, Any]:
    kind = talk if evidence.is_talk else running_text
    return {
        "findings": [_finding(running_text.placed(item, evidence)) for item in evidence.bundle.get("findings", ())],
        "sources": kind.sources(evidence),
        "columns": [],
        "columns_left_out": 0,
        "rows": 0,
        "splits": kind.splits(evidence),
        "splits_note": "With the size of the answers." if evidence.is_talk else "A long document is cut at paragraphs.",
        "balance": None,
        "distributions": [],
        "scripts": [],
        "fingerprint": evidence.bundle.get("fingerprint", ""),
        "tokens": running_text.tokens(evidence),
        "contamination": running_text.contamination(evidence),
    }


def _distributions(evidence: Evidence, columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How long the texts are, and how the target of a regression is spread."""
    found = []
    for item in columns:
        name = excerpt(str(item.get("name", "")), 60)
        if _is_text(item):
            note = f"In characters; the longest has {number(item.get('longest'))}."
            found.append(_quantiles(f"Length of {name}", note, item.get("lengths") or {}))
        elif item.get("name") == target_name(evidence) and evidence.evaluation.get("kind") == "regression":
            found.append(_quantiles(f"Values of {name}", "The target of the regression.", item.get("quantiles") or {}))
    return [chart for chart in found if chart][:6]


def _finding(item: dict[str, Any]) -> dict[str, Any]:
    tone, label = SEVERITIES.get(item.get("severity", ""), ("", str(item.get("severity", ""))))
    places = [str(place) for place in item.get("places") or ()]
    count = item.get("count") or 0
    return {
        "tone": tone,
        "label": label,
        "text": excerpt(item.get("text", ""), 500),
        "columns": list(item.get("columns") or ()),
        "places": [excerpt(place, 120) for place in places[:4]],
        "more": max(0, count - min(len(places), 4)) if places else 0,
        "effect": item.get("effect", ""),
        "remedy": item.get("remedy", ""),
    }


def _source(item: dict[str, Any]) -> list[str]:
    paths = item.get("paths") or ()
    parts = [
        ", ".join(str(path).rstrip("/").rpartition("/")[2] for path in paths),
        item.get("format"),
        item.get("encoding"),
    ]
    if item.get("bytes"):
        parts.append(size(item["bytes"]))
    return [str(part) for part in parts if part]


def _column(item: dict[str, Any], rows: int, target: str) -> dict[str, Any]:
    missing = item.get("missing") or 0
    return {
        "name": excerpt(str(item.get("name", "")), 120),
        "kind": item.get("kind", ""),
        "is_target": item.get("name") == target,
        "missing": "none" if not missing else f"{missing:,} ({percent(missing / rows)})" if rows else f"{missing:,}",
        "distinct": ("about " if "distinct" in (item.get("estimated") or ()) else "")
        + f"{item.get('distinct') or 0:,}",
        "holds": _holds(item),
    }


def _holds(item: dict[str, Any]) -> str:
    """One line on what stands in the column: a range, the commonest values, lengths, or examples."""
    kind, quantiles = item.get("kind"), item.get("quantiles") or {}
    if kind == "vector":
        return " × ".join(str(side) for side in item.get("shape") or ())
    if kind == "text" and item.get("lengths"):
        lengths = item["lengths"]
        return f"median {number(lengths.get('0.5'))} characters, 95 % under {number(lengths.get('0.95'))}"
    if kind == "number" and item.get("low") is not None:
        middle = f", median {number(quantiles['0.5'])}" if "0.5" in quantiles else ""
        return f"{number(item['low'])} to {number(item['high'])}{middle}"
    counts = item.get("counts") or {}
    if counts and kind in ("category", "constant", "mixed", "number"):
        shown = list(counts.items())[:4]
        rest = len(counts) + (item.get("counts_left_out") or 0) - len(shown)
        return ", ".join(f"{clip(str(name), 18)} ({count:,})" for name, count in shown) + (
            f", {rest:,} more" if rest > 0 else ""
        )
    return ", ".join(clip(str(example), 26) for example in (item.get("examples") or ())[:3])


def _splits(counts: dict[str, int], evidence: Evidence) -> Any:
    total = sum(counts.get(name, 0) for name in ("train", "validation", "test")) or 1
    items = [
        (name, float(counts[name]), f"{counts[name]:,} ({percent(counts[name] / total, 0)})")
        for name in ("train", "validation", "test")
        if name in counts
    ]
    return (
        charts.bars(items, title="Rows in each split: " + "; ".join(f"{a} {c}" for a, _, c in items)) if items else None
    )


def _splits_note(findings: Iterable[Mapping[str, Any]]) -> str:
    """Whether duplicates straddle the splits: rows that repeat by nature are dealt like others."""
    if {"repeats", "templates"} & {str(item.get("kind")) for item in findings}:
        return "Rows that are alike by nature are dealt like others: such rows may stand in two of them."
    return "Duplicates never stand in two of them."


def _balance(evidence: Evidence, columns: list[dict[str, Any]]) -> Any:
    """How many rows each class has: over all rows where the profile holds it, else over the test split."""
    if evidence.evaluation.get("kind") == "regression":
        return None
    target = next((item for item in columns if item.get("name") == target_name(evidence)), None)
    counts = dict((target or {}).get("counts") or {})
    if not counts:
        counts = {row["label"]: row["support"] for row in evidence.evaluation.get("per_class", ())}
    if not 1 < len(counts) <= 1000:
        return None
    total = sum(counts.values()) or 1
    shown = sorted(counts.items(), key=lambda item: -item[1])[:MAX_CLASSES]
    items = [(str(name), float(count), f"{count:,} ({percent(count / total)})") for name, count in shown]
    rest = len(counts) - len(shown)
    title = "Rows of each class: " + "; ".join(f"{name} {text}" for name, _, text in items)
    return {"chart": charts.bars(items, title=title, colour="s3"), "left_out": rest}


def _is_text(item: dict[str, Any]) -> bool:
    return item.get("kind") == "text"


def _quantiles(name: str, note: str, found: Mapping[str, float]) -> dict[str, Any] | None:
    """A distribution as its quantiles, a bar each; None where a bar cannot show them (too few, or negative ones)."""
    quantiles = sorted((float(share), value) for share, value in found.items())
    if len(quantiles) < 3 or quantiles[0][1] < 0:
        return None
    items = [(f"{100 * share:g} % under", value, number(_whole(value))) for share, value in quantiles]
    title = f"{name}: " + "; ".join(f"{text} {value}" for text, _, value in items)
    return {"name": name, "note": note, "chart": charts.bars(items, title=title, colour="s4")}


def _whole(value: float) -> float:
    return round(value) if abs(value) >= 100 else value


def _largest(shares: Mapping[str, float]) -> str:
    """The commonest scripts with their shares."""
    shown = sorted(((name, share) for name, share in shares.items() if share >= 0.0005), key=lambda item: -item[1])[:5]
    return ", ".join(f"{name} {percent(share)}" for name, share in shown)
