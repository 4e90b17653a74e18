"""The verb `card`: the model's card and documents, and what people state in them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import printable
from modelyard.core.errors import RecipeError


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(card)


def card(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A finished run.")],
    say: Annotated[
        list[str] | None,
        typer.Option(help="A statement, as in the recipe's section card: purpose='Sorts letters.'. May be repeated."),
    ] = None,
) -> None:
    """Say how far the card, the data sheet and the documents for regulators are filled; state what is missing."""
    from modelyard import pipeline

    statements: dict[str, str] = {}
    for text in say or ():
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise RecipeError(
                "a statement must read FIELD=TEXT", where="command line", got=text, remedy='For example: purpose="..."'
            )
        statements[name.strip()] = value.strip()
    for line in pipeline.card(run, statements):
        print(printable(line))
