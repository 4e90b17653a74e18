"""Conversations, or pairs of answers, as the data of a run: their sources and splits."""

from __future__ import annotations

from typing import Any

from modelyard.core.words import counted, excerpt, size
from modelyard.reporting import charts
from modelyard.reporting.evidence import Evidence

_LEFT_OUT = (
    ("dropped_unusable", "that could not be used"),
    ("dropped_duplicates", "that stood there already"),
    ("dropped_near_duplicates", "that nearly stood there already"),
)


def sources(evidence: Evidence) -> list[list[str]]:
    """A line over all of it: files, how they are written, conversations, bytes of answers, and what was left out."""
    counts, sizes = evidence.bundle.get("counts") or {}, evidence.bundle["bytes"]
    known = [item for item in evidence.bundle.get("sources") or () if isinstance(item, dict)]
    paths = [str(path).rstrip("/").rpartition("/")[2] for item in known for path in item.get("paths") or ()]
    found = [excerpt(", ".join(dict.fromkeys(paths)), 160)]
    found += dict.fromkeys(excerpt(str(item["layout"]), 80) for item in known if item.get("layout"))
    found += [counted(counts.get("read", 0), noun(evidence)), f"{size(sum(sizes.values()))} of answers"]
    found += [f"{counts[name]:,} left out {why}" for name, why in _LEFT_OUT if counts.get(name)]
    return [[part for part in found if part]]


def splits(evidence: Evidence) -> Any:
    """The conversations of each split, a bar each, with the bytes of their answers."""
    counts, sizes = evidence.bundle.get("counts") or {}, evidence.bundle["bytes"]
    items = [
        (name, float(counts.get(name, 0)), f"{counted(counts.get(name, 0), noun(evidence))}, {size(sizes[name])}")
        for name in ("train", "validation", "test")
        if name in sizes
    ]
    title = "Conversations in each split: " + "; ".join(f"{name} {text}" for name, _, text in items)
    return charts.bars(items, title=title) if items else None


def noun(evidence: Evidence) -> str:
    """What a record is: `pair` where two answers stand in it."""
    return "pair" if evidence.bundle.get("sequences") == 2 else "conversation"
