"""The verbs of trust: scan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import printable
from modelyard.core.words import size

Trust = Annotated[
    list[Path] | None,
    typer.Option(help="Public keys (a PEM file or a folder of them): what none of them signed is refused."),
]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(scan)


def scan(
    path: Annotated[Path, typer.Argument(help="A folder or a file: an artifact, a checkpoint, an archive, a run.")],
    trust: Trust = None,
    seconds: Annotated[float, typer.Option(min=1, help="A scan that takes longer is refused.")] = 600.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Say what a model from elsewhere would bring, unopened: code, pickles, bombs, damage. Nothing is run."""
    from modelyard import pipeline
    from modelyard.pipeline.scanning import to_json

    found = pipeline.scan(path, trust=trust or (), seconds=seconds)
    if as_json:
        print(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        for one in found.findings:
            print(printable(f"{one.file}: {one.rule}. Got {one.value}. {one.remedy}"))
        for note in found.notes:
            print(printable(f"  {note}"))
        verdict = f"refused, {len(found.findings)} findings" if found.findings else "clean"
        print(printable(f"{found.path}: {verdict}   {found.files:,} files, {size(found.bytes)}"))
    if found.findings:
        raise typer.Exit(2)
