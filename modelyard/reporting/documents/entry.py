"""A heading that somebody asks for, what the run can say to it, and who must say the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from modelyard.core.words import counted
from modelyard.reporting.card import escape
from modelyard.reporting.evidence import Evidence

# How what is missing is said, by language: the field of the recipe that would say it, else that nothing can.
MISSING = {
    "en": ("Not stated. Say it in the recipe: {field}.", "Not stated, and nothing in a recipe says it."),
    "zh": ("未说明。请在 recipe 中填写 {field}。", "未说明；recipe 中没有对应的字段，须由备案主体另行填写。"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """`statements` come from evidence or from people; `field` is the recipe's field that says what a run cannot.

    `level` is the heading's depth below the document's title.
    """

    heading: str
    statements: tuple[str, ...] = ()
    field: str = ""
    level: int = 2
    group: bool = False


def group(heading: str) -> Entry:
    """A heading over others."""
    return Entry(heading=heading, group=True)


def said(evidence: Evidence, *names: str) -> tuple[str, ...]:
    """What people stated in these fields of `card:`."""
    found: Mapping[str, Any] = evidence.statements
    return tuple(str(found[name]) for name in names if found.get(name))


def render(title: str, introduction: Sequence[str], entries: Sequence[Entry], *, language: str = "en") -> str:
    """Markdown; every statement is escaped, each on a line of its own."""
    stated, unstated = MISSING[language]
    lines = [f"# {escape(title)}", "", *(line for text in introduction for line in (escape(text), ""))]
    for entry in entries:
        lines += [f"{'#' * entry.level} {escape(entry.heading)}", ""]
        if entry.group:
            continue
        texts = [escape(text) for text in entry.statements if text]
        if not texts:
            texts = [f"**{escape(stated.format(field=entry.field) if entry.field else unstated)}**"]
        lines += [*(f"- {text}" for text in texts), ""]
    return "\n".join(lines).rstrip() + "\n"


def missing(entries: Sequence[Entry]) -> list[Entry]:
    """What nobody has said yet."""
    return [entry for entry in entries if not entry.group and not any(entry.statements)]


def completeness(entries: Sequence[Entry]) -> str:
    """How many headings are filled."""
    asked = [entry for entry in entries if not entry.group]
    return f"{len(asked) - len(missing(asked))} of {counted(len(asked), 'heading')} filled"
