"""Which documents a run gets, and where they stand."""

from __future__ import annotations

from modelyard.core import durable
from modelyard.core.run import Run
from modelyard.reporting.documents import annex_iv, datasheet, filing
from modelyard.reporting.evidence import Evidence

FOLDER = "documents"


def documents(evidence: Evidence) -> dict[str, str]:
    """File name -> Markdown."""
    found = {"datasheet.md": datasheet.document(evidence), "annex_iv.md": annex_iv.document(evidence)}
    if filing.applies(evidence):
        found["filing_zh.md"] = filing.document(evidence)
    return found


def write(run: Run, evidence: Evidence) -> None:
    """Write them. Raises: RunError when the disk is full."""
    durable.make_directory(run.path / FOLDER)
    for name, text in documents(evidence).items():
        durable.write_text(run.path / FOLDER / name, text)
