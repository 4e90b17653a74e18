"""The report stage: reads a run directory, writes `report.html` and `card.md` beside what it read."""

from __future__ import annotations

from importlib import resources
from typing import Any

from markupsafe import Markup

from modelyard.core import durable
from modelyard.core.run import Run
from modelyard.core.style import csp_hash, css
from modelyard.core.words import visible
from modelyard.reporting import card
from modelyard.reporting.documents import writing as documents
from modelyard.reporting.evidence import Evidence, gather
from modelyard.reporting.sections import (
    bill,
    cost,
    data,
    exhibits,
    learning,
    mistakes,
    provenance,
    quality,
    verdict,
    writing,
)


def report(run: Run) -> None:
    """Write the run's model card, its documents and its report, the report last: with it the run is finished.

    Raises: RunError where a file of the run is damaged or the disk is full.
    """
    evidence = gather(run)
    durable.write_text(run.path / "card.md", card.render(evidence))
    documents.write(run, evidence)
    durable.write_text(run.path / "report.html", render(evidence))


def render(evidence: Evidence) -> str:
    """The report as one self-contained page: no request, styles pinned by hash, and so is the script that it has where
    answers are explained."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("modelyard.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    folder = resources.files("modelyard.reporting")
    style = css() + folder.joinpath("report.css").read_text(encoding="utf-8")
    script = ""
    if exhibits.is_interactive(evidence):
        script = folder.joinpath("explained.js").read_text(encoding="utf-8")
    page = environment.get_template("report.html.j2").render(
        style=Markup(style),  # our own file: it must stand in the page byte for byte, as its hash does
        style_hash=csp_hash(style),
        script=Markup(script),
        script_hash=csp_hash(script),
        verdict=verdict.build(evidence),
        cost=cost.build(evidence),
        bill=bill.build(evidence),
        data=data.build(evidence),
        learning=learning.build(evidence),
        quality=quality.build(evidence),
        mistakes=mistakes.build(evidence),
        writing=writing.build(evidence),
        exhibits=exhibits.build(evidence),
        selection=provenance.selection(evidence),
        claims=provenance.claims(evidence),
        environment=provenance.environment(evidence),
        digests=provenance.digests(evidence),
        commands=provenance.commands(evidence),
        notices=evidence.notices,
        recipe=evidence.recipe_text.rstrip(),
        run=evidence.path,
    )
    return page + "\n"


def _finalize(value: Any) -> Any:
    """Every value that a template writes is made visible; autoescape then makes it harmless."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)
