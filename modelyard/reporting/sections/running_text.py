"""Running text as the data of a run: its sources, splits, and tokens by script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelyard.core.words import counted, figure, percent, size
from modelyard.reporting import charts, names
from modelyard.reporting.evidence import Evidence


def sources(evidence: Evidence) -> list[list[str]]:
    """One line over the whole corpus: paths, documents, bytes."""
    counts, sizes = evidence.bundle.get("counts") or {}, evidence.bundle["bytes"]
    paths = [str(path).rstrip("/").rpartition("/")[2] or str(path) for path in evidence.bundle.get("sources") or ()]
    found = [", ".join(paths[:6]) + (f" and {len(paths) - 6} more" if len(paths) > 6 else "")]
    found += [counted(counts.get("read", 0), "document"), f"{size(sum(sizes.values()))} of cleaned text"]
    dropped = [(name, counts.get(name, 0)) for name in ("exact_duplicates", "near_duplicates")]
    found += [f"{count:,} {name.replace('_', ' ')} left out" for name, count in dropped if count]
    return [found]


def placed(finding: Mapping[str, Any], evidence: Evidence) -> dict[str, Any]:
    """The finding with its places within the folders that the recipe names."""
    paths = [source for source in evidence.bundle.get("sources") or () if isinstance(source, str)]
    places = [names.place(str(place), paths) for place in finding.get("places") or ()]
    return {**finding, "places": list(dict.fromkeys(places))}  # sections of one file have one place


def splits(evidence: Evidence) -> Any:
    """The bytes of each split, a bar each."""
    counts, sizes = evidence.bundle.get("counts") or {}, evidence.bundle["bytes"]
    items = [
        (name, float(sizes[name]), f"{size(sizes[name])}, {counted(counts.get(name, 0), 'section')}")
        for name in ("train", "validation", "test")
        if name in sizes
    ]
    title = "Text in each split: " + "; ".join(f"{name} {text}" for name, _, text in items)
    return charts.bars(items, title=title) if items else None


def tokens(evidence: Evidence) -> dict[str, Any] | None:
    """Tokens of the training text by script, the largest first; None before it is tokenized."""
    found: Mapping[str, Mapping[str, float]] = evidence.tokens.get("compression") or {}
    if not found:
        return None
    total = sum(item["bytes"] for item in found.values()) or 1
    rows = [_row(name, item, total) for name, item in found.items()]
    if len(found) > 1:
        whole = {key: sum(item[key] for item in found.values()) for key in ("documents", "bytes", "tokens")}
        whole["bytes_per_token"] = whole["bytes"] / max(1, whole["tokens"])
        rows.append({**_row("all", whole, total), "is_sum": True})
    return {"rows": rows, "vocabulary": f"{evidence.tokens.get('vocabulary', 0):,}"}


def _row(name: str, item: Mapping[str, float], total: float) -> dict[str, Any]:
    return {
        "name": name,
        "documents": f"{item['documents']:,.0f}",
        "bytes": size(item["bytes"]),
        "share": percent(item["bytes"] / total),
        "tokens": f"{item['tokens']:,.0f}",
        "bytes_per_token": figure(item["bytes_per_token"], 2),
        "is_sum": False,
    }


def contamination(evidence: Evidence) -> str:
    """How much of the judged text stands in the training text too, as a sentence; empty where it was not looked for."""
    found = evidence.evaluation.get("contamination") or {}
    if not found:
        return ""
    split, limit = evidence.evaluation.get("split", "test"), percent(found.get("limit", 0.5), 0)
    if not found["mean"]:
        return f"No run of {found['run']} tokens of the {split} documents stands in the training text too."
    over = (
        f"in {percent(found['over'])} of the documents it is more than {limit}"
        if found["over"]
        else f"in no document is it more than {limit}"
    )
    return (
        f"Of a {split} document {percent(found['mean'])} of the tokens, on average, stand in a run of {found['run']} "
        f"tokens that the training text holds too; {over}."
    )
