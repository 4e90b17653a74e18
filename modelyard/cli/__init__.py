"""The command line: verbs that print what the Python calls return. No logic of their own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from modelyard.cli import (
    auditing,
    comparing,
    ensemble,
    evaluating,
    explaining,
    judging,
    language,
    planning,
    portable,
    security,
    serving,
    tokenizer,
)
from modelyard.cli import card as card_verb
from modelyard.cli.printing import as_table, printable
from modelyard.core.errors import ModelyardError
from modelyard.core.words import duration

app = typer.Typer(
    name="modelyard",
    help="From your own data to a proven, served model.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Overrides = Annotated[
    list[str] | None, typer.Argument(help="Overrides of the recipe: train.epochs=2", show_default=False)
]
RunPath = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")]


def main() -> None:
    """The entry point: a user's mistake is one line on stderr and exit code 2, never a traceback."""
    try:
        app()
    except ModelyardError as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(_code(error)) from None
    except KeyboardInterrupt as error:
        print("stopped", file=sys.stderr)
        raise SystemExit(_code(error)) from None
    except BrokenPipeError:  # the reader (head, less) has gone; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _code(error: ModelyardError | KeyboardInterrupt) -> int:
    from modelyard.pipeline.launching import exit_code

    return exit_code(error)


@app.command()
def new(
    file: Annotated[
        list[str],
        typer.Argument(help="csv tsv json jsonl parquet xlsx, zip or gz of these, a folder, 'a/*.txt', a URL."),
    ],
    target: Annotated[str | None, typer.Option(help="The column to predict; inferred where not given.")] = None,
    task: Annotated[str | None, typer.Option(help="See: modelyard list tasks")] = None,
    out: Annotated[Path, typer.Option(help="The recipe to write.")] = Path("recipe.yaml"),
    force: Annotated[bool, typer.Option("--force", help="Replace the recipe if it exists.")] = False,
) -> None:
    """Look at a file, say what it holds and what is wrong, and write a recipe."""
    from modelyard import pipeline
    from modelyard.core.errors import RecipeError

    if len(file) > 1:  # the shell has filled in a pattern
        raise RecipeError(
            "one file, folder or pattern is looked at",
            where="command line",
            got=f"{len(file)} files ({file[0]}, {file[1]}...)",
            remedy="Name their folder, or put a pattern in quotes: modelyard new 'docs/*.txt'.",
        )
    _print(pipeline.new(file[0], target=target, task=task, out=out, overwrite=force))


@app.command()
def check(recipe: Path, overrides: Overrides = None) -> None:
    """Check a recipe and its data; nothing is trained."""
    from modelyard import pipeline

    _print(pipeline.check(recipe, overrides=overrides or []))


@app.command()
def run(
    recipe: Path,
    overrides: Overrides = None,
    out: Annotated[Path | None, typer.Option(help="The run directory; runs/<name> where not given.")] = None,
) -> None:
    """Prepare, train, package, evaluate and report; the same command goes on after a crash."""
    from modelyard import pipeline
    from modelyard.cli.progress import Progress
    from modelyard.core import processes

    if processes.rank():  # torchrun started this one beside the one that leads
        pipeline.follow(str(recipe), overrides or [])
        return
    with Progress() as progress:
        finished = pipeline.run(recipe, out=out, overrides=overrides or [], listener=progress)
    _print(_verdict(finished))


@app.command()
def launch(
    recipe: Path,
    overrides: Overrides = None,
    nodes: Annotated[int, typer.Option(min=1, help="Machines; give the command on each of them.")] = 1,
    gpus_per_node: Annotated[int | None, typer.Option(min=1, help="Processes on each; on CPU, too.")] = None,
    rendezvous: Annotated[str | None, typer.Option(help="HOST:PORT of one of several machines.")] = None,
    restarts: Annotated[int, typer.Option(min=0, help="Starts after a process is lost.")] = 3,
    out: Annotated[Path | None, typer.Option(help="The run directory; runs/<name> where not given.")] = None,
) -> None:
    """Run a recipe on several processes by torchrun: train.parallel says how they share the model."""
    from modelyard import pipeline

    raise SystemExit(
        pipeline.launch(
            str(recipe),
            overrides=overrides or [],
            out=None if out is None else str(out),
            nodes=nodes,
            gpus_per_node=gpus_per_node,
            rendezvous=rendezvous,
            restarts=restarts,
        )
    )


def _verdict(finished: Any) -> list[str]:
    """What is left to say when a run is done: is it worth its price, and was it the price that was quoted."""
    from modelyard.evaluation.evaluate import verdict_lines
    from modelyard.pipeline.evidence import evidence_lines

    golden = list(finished.events("golden"))[-1]
    return [
        *verdict_lines(finished.read_json("evaluation.json")),
        *evidence_lines(finished),
        planning.reconciliation_line(finished),
        f"  served = trained: {golden['examples']} golden examples, "
        f"largest difference {golden['largest_difference']:.1g}",
        f"  report {finished.path / 'report.html'}     next: modelyard serve {finished.path}",
    ]


@app.command()
def predict(
    run: RunPath,
    file: Annotated[str, typer.Argument(help="Rows with the model's input columns.")],
    out: Annotated[Path, typer.Option(help="csv, jsonl or parquet, by its ending.")],
) -> None:
    """Answer every row of a file into another file; the order of the rows is kept."""
    from modelyard import pipeline

    _print([*pipeline.predict(run, file, out), f"wrote {out}"])


@app.command()
def runs(root: Annotated[Path, typer.Argument(help="The folder that holds runs.")] = Path("runs")) -> None:
    """List the runs: task, data, metric with interval, time, cost, status."""
    from modelyard import pipeline

    rows = pipeline.runs(root)
    if not rows:
        _print([f"no runs under {root}     next: modelyard new FILE"])
        return
    header = ("run", "task", "data", "model", "result", "time", "cost", "status")
    cells = [
        (
            row["path"],
            row.get("task", "?"),
            row.get("data", "?"),
            row.get("model", "-"),
            row.get("metric", "-"),
            duration(row["seconds"]) if "seconds" in row else "-",
            row.get("cost", "-"),
            row["status"],
        )
        for row in rows
    ]
    _print(as_table([header, *cells]))


@app.command("list")
def list_plugins(kind: Annotated[str, typer.Argument(help="tasks, models or metrics")]) -> None:
    """List the tasks, the models or the metrics."""
    from modelyard.cli.listing import lines

    _print(lines(kind))


@app.command()
def schema() -> None:
    """Print the JSON schema of a recipe, for editors."""
    from modelyard import pipeline

    print(json.dumps(pipeline.recipe_schema(), indent=1))


@app.command()
def doctor() -> None:
    """Check the installation on synthetic data; print versions, processor features and measured rates."""
    from modelyard.cli.doctor import lines

    for line in lines():
        _print([line])


# In the order of the help.
for _verbs in (
    *(planning, explaining, auditing, language, portable, comparing),
    *(evaluating, ensemble, judging, card_verb, serving, security),
):
    _verbs.add(app)
app.add_typer(tokenizer.app, name="tokenizer")


@app.callback(invoke_without_command=True)
def _global(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from modelyard import __version__

        print(__version__)
        raise typer.Exit


def _print(lines: list[str]) -> None:
    for line in lines:
        print(printable(line))
