"""The model card in Markdown. Every value of the data is escaped, so a label or a column name stays text."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from modelyard.core.words import counted, excerpt, number, quantity, size, visible
from modelyard.reporting import names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.limits import limits
from modelyard.reporting.sections import cost, data, provenance, verdict, writing

_LIVE = re.compile(r"[\\`*_{}\[\]#|~$]")
_HTML = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_LIST_START = re.compile(r"^([+\-=]+|\d{1,9}[.)])(?=\s|$)|^[+\-=]+$")
# GitHub makes links of addresses and mentions also where they are escaped, so an empty comment parts them.
_LINK = re.compile(r"(?<=:)(?=//)|(?<=@)|(?i:(?<=www)(?=\.))")


def render(evidence: Evidence) -> str:
    """The card of a run as Markdown."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(  # not autoescaped: this is Markdown, and `_finalize` escapes every value
        loader=PackageLoader("modelyard.reporting", "templates"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    text = environment.get_template("card.md.j2").render(_content(evidence))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _content(evidence: Evidence) -> dict[str, Any]:
    head, found = verdict.build(evidence), data.build(evidence) or {}
    counts = evidence.bundle.get("counts") or {}
    bytes_of = evidence.bundle["bytes"] if evidence.is_corpus or evidence.is_talk else {}
    row = "section" if evidence.is_corpus else str(evidence.evaluation.get("rows") or "rows").removesuffix("s")
    return {
        "title": evidence.title,
        "sentence": head["sentence"],
        "facts": head["facts"],
        "date": head["date"],
        "task": names.task(str(evidence.recipe.get("task", ""))).lower(),
        "target": verdict.target_name(evidence),
        "family": evidence.shipped,
        "parameters": quantity(evidence.training["parameters"]) if evidence.training.get("parameters") else "",
        "reason": evidence.selection.get("reason", ""),
        "inputs": [_input(column) for column in (evidence.schema.inputs if evidence.schema else ())][:60],
        "use": _use(evidence),
        "labels": [str(label) for label in evidence.evaluation.get("labels") or ()],
        "sources": found.get("sources", []),
        "licence": (evidence.recipe.get("data") or {}).get("licence") or "",
        "splits": [
            (name, counted(counts[name], row) + (f", {size(bytes_of[name])}" if name in bytes_of else ""))
            for name in ("train", "validation", "test")
            if name in counts
        ],
        "samples": [item for item in writing.samples(evidence) if item["texts"]][:3],
        "fingerprint": found.get("fingerprint", ""),
        "findings": found.get("findings", []),
        "claims": provenance.claims(evidence),
        "confidence": verdict.confidence(evidence),
        "gain": head["gain"],
        "decides": [str(text) for text in evidence.evaluation.get("stated") or ()],
        "stated": [(name.replace("_", " "), text) for name, text in evidence.statements.items() if text],
        "exhibits": [
            {
                "title": item.title,
                "summary": item.summary,
                "claims": [(str(claim), claim.split, f"{claim.n:,}", claim.source) for claim in item.claims],
                "limits": item.limits,
            }
            for item in evidence.exhibits
        ],
        "writes": evidence.is_language and not evidence.is_masked,
        "limits": limits(evidence),
        "cost": cost.build(evidence)["rows"],
        "commands": fence("\n".join(command for _, command in provenance.commands(evidence))),
        "digests": provenance.digests(evidence),
    }


def _use(evidence: Evidence) -> str:
    if evidence.is_language:
        what = "continue texts, and to score how likely they are" if evidence.is_corpus else "answer in conversations"
        what = "fill in texts, and to start a classification from" if evidence.is_masked else what
        return (
            f"To {what}, of the kind it was trained on. It was measured on nothing else: judge it on your own texts "
            "before you rely on it, check what it writes, and do not let it decide alone about people."
        )
    target = verdict.target_name(evidence) or "the target"
    columns = ", ".join(column.name for column in (evidence.schema.inputs if evidence.schema else ())[:12])
    asked = f" from {columns}" if columns else ""
    return (
        f"To predict {target}{asked}, for rows that come from where the training rows came from. "
        "It was measured on nothing else: check it on your own labelled rows before you rely on it, "
        "and do not let it decide alone about people."
    )


def _input(column: Any) -> dict[str, str]:
    if column.kind == "vector":
        holds = " × ".join(map(str, column.shape))
    elif column.low is not None:
        holds = f"{number(column.low)} to {number(column.high)}"
    else:
        holds = ", ".join(column.values[:8]) + (f", {len(column.values) - 8} more" if len(column.values) > 8 else "")
    return {"name": column.name, "kind": column.kind, "holds": excerpt(holds, 160)}


def escape(text: str) -> str:
    """The text as Markdown that shows exactly it: one line, no markup, no HTML, no link."""
    flat = " ".join(visible(text).split())
    parts = _LINK.split(flat)
    escaped = "<!-- -->".join(_LIVE.sub(r"\\\g<0>", "".join(_HTML.get(c, c) for c in part)) for part in parts)
    return _LIST_START.sub(lambda found: "".join(f"\\{c}" if not c.isdigit() else c for c in found[0]), escaped)


def fence(text: str) -> Markup:
    """A code block that the text cannot close."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return Markup("{}").format(Markup(f"{ticks}sh\n{visible(text)}\n{ticks}"))


def _finalize(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, Markup) else escape(str(value))
