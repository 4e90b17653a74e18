"""What was found while a corpus was prepared, as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from modelyard.core.recipe import Recipe
from modelyard.data.dealing_text import Dealt
from modelyard.data.findings import Findings, amount, be

# rule -> what was changed, of what, and how it is switched off
_RULES = {
    "line_ends": ("line ends were not a line feed", "written as line feeds", "control"),
    "control": ("control or invisible characters", "taken out", "control"),
    "unicode": ("texts had letters in decomposed form", "written as NFC", "unicode"),
    "blanks": ("runs of blanks or empty lines at line ends", "taken out", "blanks"),
    "boilerplate": ("lines were notices or repeat at the edges of documents", "taken out", "boilerplate"),
}


def report(recipe: Recipe, made: Sequence[dict[str, Any]], read: dict[str, Any], dealt: Dealt) -> Findings:
    """The findings of a corpus: what could not be read, what each rule changed, what stood twice."""
    findings = Findings()
    _unreadable(findings, read, recipe)
    _cleaned(findings, made)
    _repeated(findings, dealt, recipe)
    return findings


def _unreadable(findings: Findings, read: dict[str, Any], recipe: Recipe) -> None:
    bad = [row for found in read.values() for row in found["bad"]]
    count = sum(found["bad_count"] for found in read.values())
    if count:
        findings.add(
            "unreadable",
            "warning",
            f"{amount(count, 'document')} could not be read as {'it stands' if count == 1 else 'they stand'}",
            effect="Nothing is learned from what is left out.",
            remedy=f"left out or mended (data.on_bad_rows: {recipe.data.on_bad_rows})",
            rows=bad,
            count=count,
        )
    for found in read.values():
        for note in found["notes"]:
            findings.add("note", "info", note, effect="None.", remedy="none needed", rows=[(found["path"], note)])
        if found["edges"]:
            lines = found["edges"]
            findings.add(
                "edge_lines",
                "info",
                f"{amount(len(lines), 'line')} {be(len(lines))} at the edge of at least half the documents",
                effect="A model would learn to repeat them.",
                remedy="taken out there (data.clean.boilerplate)",
                rows=[(found["path"], line) for line in lines],
            )


def _cleaned(findings: Findings, made: Sequence[dict[str, Any]]) -> None:
    counts: Counter[str] = Counter()
    places: dict[str, list[str]] = {}
    for part in made:
        counts.update(part["counts"])
        for rule, examples in part["examples"].items():
            places.setdefault(rule, []).extend(examples)
    for rule, (what, done, switch) in _RULES.items():
        if counts[rule]:
            findings.add(
                f"cleaned_{rule}",
                "info",
                f"{counts[rule]:,} {what}",
                effect="Tokens spent on what carries no meaning.",
                remedy=f"{done} (data.clean.{switch})",
                rows=[(place, what) for place in places.get(rule, [])[:1000]],
                count=counts[rule],
            )
    if counts["personal"]:
        findings.add(
            "personal_data",
            "info",
            f"{amount(counts['personal'], 'piece')} of personal data",
            effect="What was not recognised is still there: names without a word around that says so most of all.",
            remedy="replaced, in prompts too (data.personal)",
            rows=[(place, "personal data") for place in places.get("personal", [])[:1000]],
            count=counts["personal"],
        )
    if counts["empty"]:
        findings.add(
            "empty",
            "info",
            f"{amount(counts['empty'], 'document')} {be(counts['empty'])} empty after cleaning",
            effect="None.",
            remedy="left out",
            rows=[(place, "empty") for place in places.get("empty", [])[:1000]],
            count=counts["empty"],
        )


def _repeated(findings: Findings, dealt: Dealt, recipe: Recipe) -> None:
    texts = {
        "exact_duplicates": ("stand twice or in a later split", "exact or none"),
        "near_duplicates": ("are nearly the same as another", "exact"),
    }
    for reason, (what, instead) in texts.items():
        count = dealt.dropped[reason]
        if count:
            findings.add(
                reason,
                "info",
                f"{amount(count, 'section')} {what}",
                effect="A model learns repeats by heart, and a test on them says nothing.",
                remedy=f"the first is kept (data.deduplicate: {recipe.data.deduplicate}; {instead} keeps them)",
                rows=[(place, f"like one of {other}") for place, other in dealt.examples[reason]],
                count=count,
            )
