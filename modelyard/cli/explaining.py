"""The verb that says what an answer rests on: explain."""

from __future__ import annotations

import json
import math
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from modelyard.cli.printing import as_table, printable
from modelyard.core.words import figure, measured

if TYPE_CHECKING:
    from rich.text import Text

    from modelyard.explanation.explain import Explanation

_BAR = 24  # characters of the longest bar
_MARKED = 0.2, 0.5  # of the heaviest weight, and of those without a sign: lighter units are left unmarked


def add(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command()(explain)


def explain(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, an artifact or an export.")],
    given: Annotated[
        list[str] | None,
        typer.Option("--input", help="A text, JSON, or column=value (repeated); without it: the model as a whole."),
    ] = None,
    row: Annotated[int | None, typer.Option(min=1, help="A row of the test split instead, from 1.")] = None,
    method: Annotated[
        str | None,
        typer.Option(
            help="exact, shap, occlusion, lime, counterfactual, nearest, saliency, gradient-x-input, "
            "integrated-gradients, attention-rollout; the cheapest faithful one where not given."
        ),
    ] = None,
    label: Annotated[str | None, typer.Option(help="Why this class, instead of the one that is answered.")] = None,
    seconds: Annotated[float | None, typer.Option(help="What asking the model may take.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the explanation as JSON.")] = False,
) -> None:
    """Say which words or columns an answer rests on, or what drives the model as a whole."""
    from modelyard.pipeline import explaining

    if given is None and row is None:
        _whole(run, as_json)
        return
    usual = explaining.SECONDS if method in (None, "auto") else explaining.NAMED_SECONDS
    found = explaining.explain(
        run, given, row=row, method=method, label=label, seconds=usual if seconds is None else seconds
    )
    if as_json:
        print(json.dumps(found.to_json(), ensure_ascii=False, indent=1))
        return
    _show(found)


def _whole(run: Path, as_json: bool) -> None:
    from modelyard.cli.progress import Progress
    from modelyard.pipeline import explaining

    with Progress() as progress:
        exhibits = explaining.explain_run(run, listener=progress)
    if as_json:
        print(json.dumps([one.to_json() for one in exhibits], ensure_ascii=False, indent=1))
        return
    for one in exhibits:
        print(printable(f"{one.title}: {one.summary}"))
        if one.name == "drivers":
            for block in one.blocks:
                _print_block(block)
        for limit in one.limits:
            print(printable(f"  {limit}"))
    print(printable(f"  report {run / 'report.html'}     next: modelyard explain {run} --row 1"))


def _print_block(block: dict[str, Any]) -> None:
    if block["kind"] == "table":
        rows = [tuple(printable(cell) for cell in cells) for cells in (block["columns"], *block["rows"])]
        print("\n".join(f"  {line}" for line in as_table(rows)))
    elif block["kind"] == "bars":
        print(printable(f"  {block['title']}"))
        for name, value in block["items"]:
            print(printable(f"  {value:+9.3g}  {name}"))
    elif block["kind"] == "whiskers":
        print(printable(f"  {block['title']} ({block['x_label']})"))
        for row in block["rows"]:
            value, interval = measured(row["value"], row["interval"])
            print(printable(f"  {value:>10} {interval:<22}  {row['name']}"))


def _show(found: Explanation) -> None:
    from rich.console import Console
    from rich.text import Text

    from modelyard.explanation.explain import changes, told

    console = Console(highlight=False, soft_wrap=True)
    plain = not console.is_terminal
    first, *others = told(found)
    console.print(Text(printable(first), style="bold"))
    largest = max((abs(weight) for _, weight in found.top), default=0.0) or 1.0
    if found.pieces and found.top:
        console.print(_marked(found, plain))
    places = max(0, 4 - max(0, math.floor(math.log10(largest))))
    width = max((len(figure(weight, places, sign=found.signed)) for _, weight in found.top), default=0)
    for text, weight in found.top:
        bar = "█" * max(1, round(_BAR * abs(weight) / largest))
        style = "" if plain else _style(weight, found.signed)
        shown = f"{figure(weight, places, sign=found.signed):>{max(10, width)}}"
        console.print(Text(f"{shown}  ") + Text(f"{bar:<{_BAR}}", style=style) + Text(f"  {printable(text)}"))
    for line in changes(found):
        console.print(Text(printable(f"  {line}")))
    for one in found.extra.get("neighbours", ()):
        similar = f"  {one['similarity']:.3f}  {one['label']:<12}  {one['place']}  {one['shown']}"
        console.print(Text(printable(similar)))
    for line in others:
        console.print(Text(printable(f"  {line}"), style="" if plain else "dim"))


def _style(weight: float, signed: bool) -> str:
    return "blue" if weight > 0 or not signed else "red"


def _marked(found: Explanation, plain: bool) -> Text:
    """The text with its heavy units marked: coloured, those against underlined too; piped, as [+words] and [-words]."""
    from rich.text import Text

    text = Text("  ")
    largest, least = max(abs(weight) for _, weight in found.units), _MARKED[not found.signed]
    shares = [(printable(piece.replace("\n", " ")), weight / largest) for piece, weight in found.pieces]
    for sign, run in groupby(shares, key=lambda one: (one[1] > 0) - (one[1] < 0) if abs(one[1]) >= least else 0):
        pieces = list(run)
        if plain or not sign:
            joined = "".join(piece for piece, _ in pieces)
            text.append(f"[{('+' if sign > 0 else '-') if found.signed else ''}{joined}]" if sign else joined)
            continue
        for piece, share in pieces:
            colour = "white on blue" if sign > 0 else "underline white on red"
            text.append(piece, style=f"bold {colour}" if abs(share) > 0.6 else colour.replace("white on ", ""))
    return text
