"""Technical documentation under the headings of Annex IV of the EU AI Act.

Source: Regulation (EU) 2024/1689, Annex IV (referred to in Article 11(1)), points 1 to 9. The headings are named in
short; the letters are the regulation's.
"""

from __future__ import annotations

from modelyard.reporting.documents import facts
from modelyard.reporting.documents.entry import Entry, completeness, group, render, said
from modelyard.reporting.evidence import Evidence

TITLE = "Technical documentation"


def document(evidence: Evidence) -> str:
    """The document as Markdown."""
    found = entries(evidence)
    introduction = (
        f"{evidence.title}. Under the headings of Annex IV of Regulation (EU) 2024/1689. {completeness(found)}.",
        "Filled from the evidence of the run and from what people stated in its recipe. It is an aid to whoever draws "
        "up the documentation: whether the system is of high risk, and whether this suffices, it does not say.",
    )
    return render(f"{TITLE}: {evidence.title}", introduction, found)


def entries(evidence: Evidence) -> list[Entry]:
    """The headings in the regulation's order."""
    return [*_general(evidence), *_development(evidence), *_control(evidence), *_rest(evidence)]


def _one(evidence: Evidence, heading: str, field: str, *more: str) -> Entry:
    """A heading that people answer in the field `card.FIELD`, with what the run adds."""
    return Entry(heading=heading, statements=(*said(evidence, field), *more), field=f"card.{field}", level=3)


def _general(evidence: Evidence) -> list[Entry]:
    stated = said(evidence, "purpose")
    return [
        group("1. General description"),
        Entry(heading="(a) Intended purpose", statements=stated, field="card.purpose", level=3),
        _one(evidence, "(a) Provider", "provider"),
        Entry(
            heading="(a) Version, and its relation to earlier ones",
            statements=(*said(evidence, "version"), *facts.version(evidence)),
            level=3,
        ),
        Entry(heading="(b) Interaction with hardware and software", statements=facts.interface(evidence), level=3),
        Entry(heading="(c) Versions of relevant software", statements=facts.software(evidence), level=3),
        _one(evidence, "(d) Forms in which it is placed on the market or put into service", "form"),
        Entry(
            heading="(e) Hardware on which it is intended to run",
            statements=tuple(
                line for line in facts.software(evidence) if line.startswith(("system", "processors", "memory"))
            ),
            level=3,
        ),
        Entry(
            heading="(f) Photographs or illustrations, where it is a component of a product",
            statements=("It is software; the run knows of no product that it is a component of.",),
            level=3,
        ),
        Entry(
            heading="(g), (h) User interface, and instructions for use",
            statements=facts.commands(evidence),
            level=3,
        ),
    ]


def _development(evidence: Evidence) -> list[Entry]:
    return [
        group("2. Elements of the system and its development"),
        Entry(
            heading="(a) Methods and steps; pre-trained systems and tools of third parties",
            statements=facts.model(evidence),
            level=3,
        ),
        Entry(
            heading="(b) Design specifications: logic, choices and their reasons, persons concerned",
            statements=(*facts.training(evidence), *said(evidence, "users")),
            level=3,
        ),
        Entry(
            heading="(c) Architecture and computational resources",
            statements=facts.compute(evidence),
            level=3,
        ),
        Entry(
            heading="(d) Data: provenance, scope, characteristics, selection, labelling, cleaning",
            statements=(
                *said(evidence, "origin", "consent", "labelling"),
                *facts.sources(evidence),
                *facts.composition(evidence),
                *facts.cleaning(evidence),
            ),
            field="card.origin",
            level=3,
        ),
        _one(evidence, "(e) Human oversight measures (Article 14)", "oversight"),
        _one(evidence, "(f) Changes foreseen", "changes"),
        Entry(
            heading="(g) Validation and testing: data, metrics, robustness, discriminatory impacts",
            statements=(*facts.figures(evidence), *facts.exhibits(evidence, "evaluate", "audit")),
            level=3,
        ),
        Entry(
            heading="(h) Cybersecurity measures",
            statements=(
                *facts.verified(evidence),
                "The artifact holds no executable code: its formats are allowed by a list, and every file's digest is "
                "checked before it is read.",
            ),
            level=3,
        ),
    ]


def _control(evidence: Evidence) -> list[Entry]:
    return [
        group("3. Monitoring, functioning and control"),
        Entry(
            heading="Capabilities and limits, accuracy for persons and groups",
            statements=facts.boundaries(evidence),
            level=3,
        ),
        _one(evidence, "Foreseeable unintended outcomes and sources of risk", "misuse"),
        Entry(
            heading="Interpretation of its outputs",
            statements=facts.exhibits(evidence, "explain"),
            level=3,
        ),
        Entry(heading="Specifications of input data", statements=facts.interface(evidence), level=3),
    ]


def _rest(evidence: Evidence) -> list[Entry]:
    figure = (evidence.evaluation.get("verdict") or {}).get("metric")
    chosen = f"The model was chosen by {str(figure).replace('_', ' ')}; all others are reported beside it."
    why = (chosen,) if figure else ()
    return [
        Entry(heading="4. Appropriateness of the performance metrics", statements=why),
        Entry(heading="5. Risk management system (Article 9)", statements=said(evidence, "risks"), field="card.risks"),
        Entry(heading="6. Changes through the lifecycle", statements=said(evidence, "changes"), field="card.changes"),
        Entry(heading="7. Harmonised standards", statements=said(evidence, "standards"), field="card.standards"),
        Entry(
            heading="8. EU declaration of conformity",
            statements=said(evidence, "declaration"),
            field="card.declaration",
        ),
        Entry(
            heading="9. Post-market monitoring (Article 72)",
            statements=said(evidence, "monitoring"),
            field="card.monitoring",
        ),
    ]
