"""A data sheet of what a model was trained on.

Source: Gebru et al. 2021, "Datasheets for datasets", Communications of the ACM 64(12): its seven sections.
"""

from __future__ import annotations

from modelyard.reporting.documents import facts
from modelyard.reporting.documents.entry import Entry, completeness, render, said
from modelyard.reporting.evidence import Evidence


def document(evidence: Evidence) -> str:
    """The document as Markdown."""
    found = entries(evidence)
    introduction = (
        f"The data of {evidence.title}, under the headings of Datasheets for Datasets (Gebru et al. 2021). "
        f"{completeness(found)}.",
    )
    return render(f"Data sheet: {evidence.title}", introduction, found)


def entries(evidence: Evidence) -> list[Entry]:
    """The seven sections."""
    return [
        Entry(heading="Motivation", statements=said(evidence, "purpose"), field="card.purpose"),
        Entry(heading="Composition", statements=(*facts.sources(evidence), *facts.composition(evidence))),
        Entry(
            heading="Collection process, rights and consent",
            statements=said(evidence, "origin", "consent"),
            field="card.origin",
        ),
        Entry(heading="Labelling", statements=said(evidence, "labelling"), field="card.labelling"),
        Entry(heading="Preprocessing and cleaning", statements=facts.cleaning(evidence)),
        Entry(
            heading="What was found in it",
            statements=facts.exhibits(
                evidence, "labels", "leaks", "shift", "coverage", "personal", "anonymity", "duplicates"
            ),
        ),
        Entry(heading="Uses that it is not for", statements=said(evidence, "misuse"), field="card.misuse"),
        Entry(heading="Distribution", statements=said(evidence, "form"), field="card.form"),
        Entry(heading="Maintenance", statements=said(evidence, "maintenance"), field="card.maintenance"),
    ]
