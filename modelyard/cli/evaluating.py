"""The verb `evaluate`: a finished run on any labelled file, or in depth on its own test rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from modelyard.cli.printing import printable
from modelyard.core.errors import RequestError


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(evaluate)


def evaluate(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")],
    data: Annotated[
        str | None, typer.Option(help="A labelled file; where not given, a run is examined in depth on its own rows.")
    ] = None,
    folds: Annotated[int | None, typer.Option(help="Also cross-validate: so many trainings of the recipe.")] = None,
    costs: Annotated[
        str | None, typer.Option(help='What errors cost, by true label and answer: {"0": {"1": 5}}; else 1.')
    ] = None,
    only: Annotated[str, typer.Option(help="Parts: slices,calibration,abstention,sets,costs,robustness,folds.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the claims, or what was found, as JSON.")] = False,
) -> None:
    """Evaluate a finished run on any labelled file; without one, in depth on its own test rows."""
    from modelyard import pipeline
    from modelyard.cli.progress import Progress
    from modelyard.evaluation.evaluate import verdict_lines

    if data is None:
        names = [name.strip() for name in only.split(",") if name.strip()]
        with Progress() as progress:
            found = pipeline.examine(run, folds=folds, costs=_costs(costs), only=names, listener=progress)
        if as_json:
            print(json.dumps([exhibit.to_json() for exhibit in found], ensure_ascii=False, indent=1))
            return
        if not found:
            missing = "what errors cost: --costs" if "costs" in names else "a run of rows: --data FILE judges any other"
            print(f"nothing was examined: it needs {missing}")
            return
        for exhibit in found:
            print(printable(f"{exhibit.name:<12} {exhibit.summary}"))
        print(printable(f"  every figure: {run / 'report.html'}"))
        return
    if folds or costs or only:
        raise RequestError(
            "folds, costs and parts are of the run's own rows",
            where="command line",
            got=data,
            remedy="Leave --data out, or the others.",
        )
    claims, evaluation = pipeline.evaluate(run, data)
    if as_json:
        print(json.dumps([claim.to_json() for claim in claims], ensure_ascii=False, indent=1))
        return
    own = [str(claim) for claim in claims if claim.subject == "model"]
    for line in [*verdict_lines(evaluation), *(f"  {line}" for line in own)]:
        print(printable(line))


def _costs(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError as error:
        raise RequestError(
            "this is not JSON", where="--costs", got=text, remedy='Write {"true label": {"answer": 5}}, in quotes.'
        ) from error
