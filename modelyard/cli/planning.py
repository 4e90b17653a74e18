"""The verbs about money: plan, prices, ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import printable

AsJson = Annotated[bool, typer.Option("--json", help="Print the same as JSON.")]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(plan)


def plan(
    recipe: Path,
    overrides: Annotated[
        list[str] | None, typer.Argument(help="Overrides of the recipe: model.layers=24", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The bill before the start: time, dollars, memory, energy on this machine and on others."""
    from modelyard import pipeline
    from modelyard.planning.wording import lines

    quote = pipeline.plan(recipe, overrides=overrides or [])
    if as_json:
        print(json.dumps(quote.to_json(), ensure_ascii=False, indent=1))
        return
    for line in lines(quote, str(recipe)):
        print(printable(line))
