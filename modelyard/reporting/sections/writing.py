"""What a language model writes, and the texts that it finds least likely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.core.words import excerpt, figure, percent, size
from modelyard.reporting import names
from modelyard.reporting.evidence import Evidence

MAX_SAMPLES = 4
MAX_DOCUMENTS = 6
NOTHING = "(nothing)"
PROMPT_CHARACTERS, TEXT_CHARACTERS, TEXT_LINES = 400, 600, 10


def build(evidence: Evidence) -> dict[str, Any] | None:
    """Samples and least likely texts; None where the evaluation holds neither, or is of no language model."""
    if not evidence.is_language:
        return None
    found, least = samples(evidence), _documents(evidence)
    if not found and not least:
        return None
    rows = str(evidence.evaluation.get("rows") or "texts")
    said = f"Beginnings of {rows} that it was not trained on, and how it goes on."
    if evidence.is_talk:
        said = f"Questions of {rows} that it was not trained on, and what it answers."
    return {"samples": found, "documents": least, "rows": rows, "said": said}


def samples(evidence: Evidence) -> list[dict[str, Any]]:
    """Prompts with what was written after them, each text under its name; what really followed comes last."""
    found = (evidence.evaluation.get("samples") or ())[:MAX_SAMPLES]
    return [_sample(item, evidence.bundle.get("sources") or ()) for item in found]


def _sample(item: dict[str, Any], sources: Sequence[Any]) -> dict[str, Any]:
    named = (
        ("likeliest", "the likeliest tokens"),
        ("drawn", f"drawn at temperature {item.get('temperature', 1):g}"),
        ("answer", "its answer"),
        ("before", "the model it started from"),
        ("truth", "what really follows"),
    )
    texts = [(name, _short(item[key])) for key, name in named if item.get(key) is not None]
    return {
        "place": _place(item, sources),
        "prompt": excerpt(str(item.get("prompt") or ""), PROMPT_CHARACTERS),
        "texts": texts,
    }


def _documents(evidence: Evidence) -> list[dict[str, Any]]:
    found = []
    for item in (evidence.evaluation.get("documents") or ())[:MAX_DOCUMENTS]:
        if item.get("bits_per_byte") is None:
            continue
        facts = [("bits per byte", figure(item["bits_per_byte"], 3))]
        if item.get("before") is not None:
            facts.append(("before", figure(item["before"], 3)))
        facts.append(("length", size(item.get("bytes"))))
        if item.get("shared"):
            facts.append(("also in the training text", percent(item["shared"])))
        place = _place(item, evidence.bundle.get("sources") or ())
        found.append({"place": place, "facts": facts, "text": _short(item.get("text") or "")})
    return found


def _place(item: dict[str, Any], sources: Sequence[Any]) -> str:
    return excerpt(names.place(str(item.get("place") or ""), [str(source) for source in sources]), 120)


def _short(text: Any) -> str:
    """The beginning of a text: a model that repeats itself must not fill the page."""
    if not str(text).strip():
        return NOTHING
    lines = str(text).strip("\n").split("\n")
    kept = "\n".join(lines[:TEXT_LINES])
    return excerpt(kept, TEXT_CHARACTERS) + (f"\n… ({len(lines):,} lines)" if len(lines) > TEXT_LINES else "")
