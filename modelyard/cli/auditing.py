"""The verb `audit`: fairness, privacy and the data of a finished run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import printable
from modelyard.cli.progress import Progress


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(audit)


def audit(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A finished run.")],
    protected: Annotated[
        str, typer.Option(help="Columns of protected attributes, inputs of the model or not: sex,age.")
    ] = "",
    favourable: Annotated[str, typer.Option(help="The answer that is good to get.")] = "",
    mitigate: Annotated[
        str, typer.Option(help="Also try: reweighting,threshold,constrained (trains; on the named columns).")
    ] = "",
    only: Annotated[str, typer.Option(help="fairness,data,privacy, or single parts of them.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print everything that was found as JSON.")] = False,
) -> None:
    """Examine whom the model treats how, what its data hold, and what it tells of them."""
    from modelyard import pipeline

    with Progress() as progress:
        found = pipeline.audit(
            run,
            protected=_names(protected),
            favourable=[favourable] if favourable else (),
            mitigate=_names(mitigate),
            only=_names(only),
            listener=progress,
        )
    if as_json:
        print(json.dumps([exhibit.to_json() for exhibit in found], ensure_ascii=False, indent=1))
        return
    for exhibit in found:
        print(printable(f"{exhibit.name:<10} {exhibit.summary}"))
        for limit in exhibit.limits:
            if not _repeats(limit, exhibit.summary):
                print(printable(f"           {limit}"))
    print(printable(f"  every figure: {run / 'report.html'}"))


def _repeats(limit: str, summary: str) -> bool:
    """Whether a limit says what the summary above it says: all of it, or as one of its sentences."""
    one, other = (text.casefold().strip(" .") for text in (limit, summary))
    return one in other or one.endswith(other)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
