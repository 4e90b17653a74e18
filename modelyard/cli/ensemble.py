"""The verb that lets several models answer together: ensemble."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from modelyard.cli.printing import as_table, printable
from modelyard.cli.progress import Progress
from modelyard.core.errors import RequestError

_HOW = ("vote", "soup", "both")


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(ensemble)


def ensemble(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN...", help="Finished runs of the same data and seed.")],
    out: Annotated[
        Path | None,
        typer.Option(help="Where the averaged model, or the vote, is written with its card, ready to serve."),
    ] = None,
    how: Annotated[str, typer.Option(help="vote (mean of answers), soup (mean of weights) or both.")] = "both",
    bag: Annotated[
        int | None, typer.Option(help="Of one run: train so many on bootstrap samples of its rows, and let them vote.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything that was measured as JSON.")] = False,
) -> None:
    """Are several models together better than the best of them? By vote, averaged weights, or bagging."""
    from modelyard import pipeline

    if how not in _HOW:
        raise RequestError(f"this is one of {', '.join(_HOW)}", where="--how", got=how)
    chosen = cast(Literal["vote", "soup", "both"], how)
    with Progress() as progress:
        found = pipeline.ensemble(runs, out=out, how=chosen, bag=bag, listener=progress)
    if as_json:
        print(json.dumps(found.to_json(), ensure_ascii=False, indent=1))
        return
    print(printable(found.summary))
    (rows,) = (block for block in found.blocks if block["kind"] == "table")
    for line in as_table(
        [("  " + rows["columns"][0], *rows["columns"][1:]), *(("  " + r[0], *r[1:]) for r in rows["rows"])]
    ):
        print(printable(line))
    for block in found.blocks:
        if block["kind"] == "text":
            print(printable(f"  {block['content']}"))
    if out is not None and (out / "artifact").is_dir():
        print(printable(f"  wrote {out / 'artifact'}     next: modelyard serve {out}"))
