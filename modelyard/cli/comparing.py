"""The verb that sets one run against another: compare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import as_table, printable


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(compare)


def compare(
    first: Annotated[Path, typer.Argument(metavar="RUN_A", help="A finished run, or an artifact.")],
    second: Annotated[Path, typer.Argument(metavar="RUN_B", help="What is set against it.")],
    data: Annotated[str | None, typer.Option(help="A labelled file; where not given, the test rows of both.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything that was measured as JSON.")] = False,
) -> None:
    """Is RUN_B better than RUN_A? On the same rows, with interval, test and effect, also by slice; and the cost."""
    from modelyard import pipeline
    from modelyard.evaluation import comparison_words as words

    found = pipeline.compare(first, second, data=data)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    names = (found["names"][0], found["names"][1])
    tables = [make(found, names) for make in (words.metric_rows, words.slice_rows, words.cost_rows)]
    for line in [*words.lines(found), *(line for table in tables if table for line in as_table(table))]:
        print(printable(line))
