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
    what_if: Annotated[
        list[str] | None,
        typer.Option(help="The same asked otherwise: model.layers=24, data x 10, gpus=16, deadline=12h. Repeatable."),
    ] = None,
    load: Annotated[float | None, typer.Option(help="Requests a second that a service must bear.")] = None,
    latency: Annotated[float | None, typer.Option(help="Seconds that a whole answer may take.")] = None,
    tokens_in: Annotated[int, typer.Option(min=0, help="Tokens of a request.")] = 0,
    tokens_out: Annotated[int, typer.Option(min=0, help="Tokens of an answer.")] = 0,
    price: Annotated[float | None, typer.Option(help="Dollars that a request brings, or a million tokens.")] = None,
    price_is: Annotated[str, typer.Option(help="request or million-tokens")] = "request",
    funds: Annotated[
        float | None, typer.Option(help="Dollars there are for serving: how many months do they last?")
    ] = None,
    growth: Annotated[float, typer.Option(help="Of the load a month: 0.1 is ten percent.")] = 0.0,
    grid: Annotated[
        float | None, typer.Option(help="kg CO2e a kWh of your grid; the world's mean where empty.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The bill before the start: time, dollars, memory, energy on this machine and on others."""
    from modelyard import pipeline
    from modelyard.planning.economics import Load
    from modelyard.planning.wording import lines

    asked = None
    if load is not None or price is not None or funds is not None:
        asked = Load(
            requests_per_second=1.0 if load is None else load,
            latency_seconds=latency,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            price_usd=price,
            price_is=price_is,
            funds_usd=funds,
            growth=growth,
        )
    quote = pipeline.plan(recipe, overrides=overrides or [], what_if=what_if or [], load=asked, grid_kg=grid)
    if as_json:
        print(json.dumps(quote.to_json(), ensure_ascii=False, indent=1))
        return
    for line in lines(quote, str(recipe)):
        print(printable(line))
