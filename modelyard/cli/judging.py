"""The verb that asks people: judge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from modelyard.cli.printing import printable
from modelyard.core.errors import RequestError
from modelyard.core.words import counted


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(judge)


def judge(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="RUN [RUN_B]...", help="Finished runs; with --collect the raters' files and one run."),
    ],
    prompts: Annotated[str | None, typer.Option(help="What models that write are asked: a prompt a line.")] = None,
    data: Annotated[str | None, typer.Option(help="The rows that others answer; by default test rows.")] = None,
    rows: Annotated[int, typer.Option(help="How many are drawn.")] = 50,
    form: Annotated[
        str | None, typer.Option(help="rating (1 to 5; of one run the default) or pairs (which is better).")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder for page and table; the key stays in the run.")] = None,
    seed: Annotated[int, typer.Option(help="Of what is drawn, and of its order.")] = 0,
    max_new_tokens: Annotated[int, typer.Option(help="Of texts that are written.")] = 256,
    collect: Annotated[
        bool, typer.Option("--collect", help="Read the raters' csv files into the run's report.")
    ] = False,
) -> None:
    """Have people judge answers without knowing whose they are: deal a sheet, or --collect what they filled in."""
    from modelyard import pipeline

    if collect:
        *files, run = sorted(paths, key=Path.is_dir)
        if not files:
            raise RequestError("name the raters' files and the run", where="--collect", got=str(run))
        found = pipeline.collect(files, run)
        print(printable(found.summary))
        print(printable(f"  report {run / 'report.html'}"))
        return
    asked: Literal["rating", "pairs"] | None = None
    if form is not None:
        if form not in ("rating", "pairs"):
            raise RequestError("a form is rating or pairs", where="--form", got=form)
        asked = "rating" if form == "rating" else "pairs"
    dealt = pipeline.judge(
        paths, prompts=prompts, data=data, rows=rows, form=asked, out=out, seed=seed, max_new_tokens=max_new_tokens
    )
    alike = f"; {counted(len(dealt.sheet.same), 'row')} answered alike are left out" if dealt.sheet.same else ""
    print(f"sheet {dealt.sheet.name}: {counted(len(dealt.sheet.items), 'item')}, {dealt.sheet.form}{alike}")
    print(printable(f"  page   {dealt.page}     for each rater: open, judge, save, send the csv back"))
    print(printable(f"  table  {dealt.table}     the same, to fill in"))
    print(printable(f"  key    {dealt.key}     for no rater"))
    print(printable(f"  next: modelyard judge --collect answers*.csv {paths[0]}"))
