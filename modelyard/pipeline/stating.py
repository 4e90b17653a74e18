"""The verb `card`: what people say of a finished model, and its card, documents and report written again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from modelyard.core import durable, secrets
from modelyard.core.errors import RunError
from modelyard.core.recipe import Card
from modelyard.core.recipe_errors import validate
from modelyard.core.run import Run

FILE = "card.json"


def card(path: str | os.PathLike[str], statements: Mapping[str, str] | None = None) -> list[str]:
    """Keep these statements (fields of the recipe's section `card`; empty: withdrawn) and write the documents again.

    Returns lines that say how far each document is filled. Raises: RunError where the run is not finished, RecipeError
    naming a field that there is not.
    """
    from modelyard.reporting.documents import annex_iv, datasheet, filing
    from modelyard.reporting.documents.entry import completeness, missing
    from modelyard.reporting.documents.writing import FOLDER
    from modelyard.reporting.evidence import gather
    from modelyard.reporting.report import report

    run = Run(Path(path))
    if run.status != "finished":
        raise RunError("this is no finished run", where=str(run.path), remedy="Finish it first: modelyard run RECIPE.")
    if statements:
        with run.owned():
            durable.write_json(run.path / FILE, _merged(run, statements))
            report(run)
    evidence = gather(run)
    modules = {"datasheet.md": datasheet, "annex_iv.md": annex_iv}
    if filing.applies(evidence):
        modules["filing_zh.md"] = filing
    lines = [f"{run.path / 'card.md'}"]
    wanting: dict[str, str] = {}
    for name, module in modules.items():
        entries = module.entries(evidence)
        lines.append(f"{run.path / FOLDER / name}   {completeness(entries)}")
        wanting |= {entry.field.removeprefix("card."): entry.heading for entry in missing(entries) if entry.field}
    if wanting:
        lines.append(f"not stated: {', '.join(wanting)}")
        lines.append(f'next: modelyard card {run.path} --say {next(iter(wanting))}="..."')
    return lines


def _merged(run: Run, statements: Mapping[str, str]) -> dict[str, Any]:
    before: dict[str, Any] = run.read_json(FILE) if (run.path / FILE).is_file() else {}
    for name, text in statements.items():
        secrets.refuse_literal(text, where="command line", field=f"card.{name}")
    found = {**before, **{name: text or None for name, text in statements.items()}}
    validate(Card, found, lines={}, prefix=("card",), where="command line")
    return found
