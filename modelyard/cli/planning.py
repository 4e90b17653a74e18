"""The verbs about money: plan, prices, ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from modelyard.cli.printing import as_table, printable
from modelyard.core.words import counted, duration

AsJson = Annotated[bool, typer.Option("--json", help="Print the same as JSON.")]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(plan)
    app.command("prices")(show_prices)
    app.command()(ledger)


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
    rehearse: Annotated[
        bool, typer.Option("--rehearse", help="Measure this machine's row: ten seconds of the real run, at most.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The bill before the start: time, dollars, memory, energy on this machine and on others."""
    from modelyard import pipeline

    # What is wrong with the question is said before the planner is loaded.
    resolved = pipeline.read_recipe(recipe, overrides or [])
    from modelyard.pipeline import questions

    questions.check(resolved, what_if or [])
    from modelyard.planning.answers.economics import Load
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
    quote = pipeline.plan(
        recipe, overrides=overrides or [], what_if=what_if or [], load=asked, grid_kg=grid, rehearse=rehearse
    )
    if as_json:
        print(json.dumps(quote.to_json(), ensure_ascii=False, indent=1))
        return
    for line in lines(quote, str(recipe)):
        print(printable(line))


def show_prices(
    action: Annotated[str, typer.Argument(help="show, or update FILE")] = "show",
    file: Annotated[Path | None, typer.Argument(help="JSON rows, or vms.csv of a SkyPilot catalogue.")] = None,
    device: Annotated[str | None, typer.Option(help="Only this device's rows.")] = None,
    provider: Annotated[str, typer.Option(help="Of a catalogue that does not name it.")] = "",
    date: Annotated[
        str | None, typer.Option(help="Of a list that states none, as 2026-03-01; today where empty.")
    ] = None,
    machine: Annotated[float | None, typer.Option(help="What an hour of this machine costs, in dollars.")] = None,
    as_json: AsJson = False,
) -> None:
    """The prices of devices an hour, with their dates; update brings your own from a file."""
    from modelyard.core.errors import RecipeError
    from modelyard.planning import hardware
    from modelyard.planning.money import prices

    if action not in ("show", "update") or (action == "show") != (file is None):
        raise RecipeError(
            "prices takes show, or update with a file",
            where="command line",
            got=action,
            remedy="Try: prices update FILE",
        )
    if machine is not None:
        prices.set_machine(machine)
    if file is not None:
        count, notes = prices.update(file, provider=provider, date=date)
        _say(
            [f"{counted(count, 'price')} taken over into {prices.user_path()}", *(f"  note: {note}" for note in notes)]
        )
        return
    listed = prices.load()
    if device is not None:
        name = device if device in (prices.MACHINE, prices.PROCESSOR) else hardware.find(device, where="--device").name
        listed = [row for row in listed if row.device == name]
    if as_json:
        content = {"rows": [row.to_json() for row in listed], "warnings": prices.warnings(listed)}
        print(json.dumps(content, ensure_ascii=False, indent=1))
        return
    header = ("device", "$/hour", "type", "in an instance of", "provider", "date", "source")
    shown = listed if device is not None else _usual(listed)
    cells = [
        (
            row.device,
            f"{row.usd_per_hour:.4g}",
            row.type,
            str(row.count),
            row.provider,
            row.date or "undated",
            row.source[:60],
        )
        for row in shown
    ]
    _say(as_table([header, *cells]) if cells else ["no prices of this device     next: modelyard prices update FILE"])
    if device is None:
        _say(["one row a device, which quotes use; all of a device's: modelyard prices --device NAME"])
    _say([f"  note: {text}" for text in prices.warnings(listed)])


def _usual(listed: list[Any]) -> list[Any]:
    from modelyard.planning.money import prices

    names = sorted({row.device for row in listed})
    found = [prices.usual(listed, name) or next(r for r in listed if r.device == name) for name in names]
    return sorted(found, key=lambda row: (row.device == prices.PROCESSOR, row.device))


def ledger(
    cap: Annotated[float | None, typer.Option(help="Let no month cost more dollars than this.")] = None,
    no_cap: Annotated[bool, typer.Option("--no-cap", help="Take the cap away.")] = False,
    project: Annotated[str | None, typer.Option(help="Of this project only; MODELYARD_PROJECT names a run's.")] = None,
    as_json: AsJson = False,
) -> None:
    """What runs were quoted and what they spent, by project and month; and the cap that no run may break."""
    from modelyard.planning.figures import money
    from modelyard.planning.money.ledger import ALL, Ledger, by_project

    book = Ledger()
    if cap is not None or no_cap:
        book.set_cap(None if no_cap else cap, project or ALL)
    sessions = [one for one in book.sessions() if project in (None, one.project)]
    rows, caps = by_project(sessions), book.caps()
    if as_json:
        running = [one.run for one in sessions if one.state == "open"]
        print(json.dumps({"rows": rows, "caps": caps, "running": running}, ensure_ascii=False, indent=1))
        return
    if not rows:
        _say([f"no run is in the ledger yet ({book.path})"])
    else:
        header = ("month", "project", "runs", "hours", "quoted", "spent")
        cells = [
            (
                row["month"],
                row["project"],
                str(row["runs"]),
                f"{row['hours']:.2f}",
                money(row["quote_usd"]),
                money(row["usd"]),
            )
            for row in rows
        ]
        _say(as_table([header, *cells]))
    _say([f"cap{'' if name == ALL else f' of {name}'}: ${usd:,.2f} a month" for name, usd in sorted(caps.items())])


def reconciliation_line(run: Any) -> str:
    """`  quote 6.2 min +-0.9, actual 6.4   memory 1.9 GB, quote 2.1   cost $0.02`."""
    from modelyard.planning.figures import hours, money
    from modelyard.planning.quote import Band

    summary, found = run.read_json("summary.json"), {}
    if (run.path / "reconciliation.json").is_file():
        found = run.read_json("reconciliation.json")
    budget = run.read_json("plan.json").get("budget_seconds")
    took = duration(summary["seconds"])
    peak = f"{summary['peak_memory_bytes'] / 1e9:.2f} GB"
    limit = f" of {duration(budget)}" if budget else ""
    if not found:
        return f"  took {took}{limit}     memory {peak}"
    cost = f"      cost {money(found['usd'])}"
    memory = f"      memory {peak}, quote {found['quote_memory_bytes'] / 1e9:.2f}"
    if "quote_seconds" not in found:
        return f"  took {took}{limit}{memory}{cost}"
    band = Band(value=found["quote_seconds"], low=found["quote_low_seconds"], high=found["quote_high_seconds"])
    return f"  quote {hours(band * (1 / 3600))}, actual {took}{limit}{memory}{cost}"


def _say(lines: list[str]) -> None:
    for line in lines:
        print(printable(line))
