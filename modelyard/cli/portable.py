"""The verbs that make a model small and portable, and prove it: compress, export, verify."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from modelyard.cli.printing import as_table, printable
from modelyard.cli.progress import Progress
from modelyard.core.recipe_compress import LOSS, RECOVERY, ROWS
from modelyard.core.words import duration, measured, percent, size

if TYPE_CHECKING:
    from modelyard.export.parity import Parity

RunPath = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print every example's differences as JSON.")]
_SHOWN = 5  # examples, of those that differ most


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(compress)
    app.command()(export)
    app.command()(verify)


def compress(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A finished run.")],
    to: Annotated[
        list[str] | None,
        typer.Option(
            help="int8, int8-static, int8-weights, int4, fp16, bf16; prune=0.5, heads=, neurons=, layers= or sparse= "
            "with the share to remove; distill; or several: prune=0.5+int8. May be repeated."
        ),
    ] = None,
    target: Annotated[
        str | None, typer.Option(help="Search instead: size=20MB, latency=5ms or loss=1%, or several with commas.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="Of distill: the student, cnn or '{family: encoder, layers: 2, width: 128}'.")
    ] = None,
    teacher: Annotated[
        str | None,
        typer.Option(help="Of distill: who teaches instead of the run's own model, such as an ensemble's folder."),
    ] = None,
    loss: Annotated[float, typer.Option(min=0, help="The loss of the metric that is refused beyond.")] = LOSS,
    rows: Annotated[int, typer.Option(min=1, help="Rows of the test split to judge on at most.")] = ROWS,
    recovery: Annotated[
        float, typer.Option(help="Of pruning: steps of training after it, as a share of the model's own.")
    ] = RECOVERY,
    unlabelled: Annotated[str | None, typer.Option(help="Of distill: a file of rows without labels.")] = None,
    temperature: Annotated[float, typer.Option(help="Of distill: divides the logits.")] = 2.0,
    hidden: Annotated[float, typer.Option(help="Of distill: weight of what both classifiers read; 0: none.")] = 0.0,
    epochs: Annotated[float | None, typer.Option(help="Of distill: passes of the student.")] = None,
    compare: Annotated[bool, typer.Option(help="Of distill: also train the student without the teacher.")] = False,
    train: Annotated[bool, typer.Option(help="Of --target: also try what has to be trained.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was measured as JSON.")] = False,
) -> None:
    """Make the model smaller and faster; what it loses is measured, and refused beyond a bound."""
    from modelyard import pipeline
    from modelyard.pipeline.compress_settings import asked

    options = {
        "to": tuple(to or ()),
        "target": target,
        "loss": loss,
        "rows": rows,
        "teacher": teacher,
        "recovery": recovery,
        "unlabelled": unlabelled,
        "temperature": temperature,
        "hidden": hidden,
        "epochs": epochs,
        "compare": compare,
        "train": train,
    }
    with Progress() as progress:
        found = pipeline.compress(run, asked(options, model), listener=progress)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for line in as_table(_variants(found["searched"] or found["variants"], found["kept"])):
        print(printable(line))
    for name, why in found["left_out"].items():
        print(printable(f"  {name}: {why}"))
    for name in found["kept"]:
        (own,) = (row for row in found["variants"] if row["name"] == name)
        value, interval = measured(own["loss"]["value"], own["loss"]["interval"], sign=True)
        print(f"{name}: loss {value} {interval} on {own['n']:,} rows of {own['split']}, bound {found['bound']:g}")
        if own["packed_bytes"] is not None:
            before = found["variants"][0]["packed_bytes"]
            print(f"  as a compressed file {size(own['packed_bytes'])}, the original {size(before)}; no faster")
        print(printable(f"  next: modelyard serve {run / 'compressed' / name}"))
    if found["taught"] is not None:
        value, interval = measured(found["taught"]["gain"], found["taught"]["interval"], sign=True)
        print(f"  the teacher's part: {value} {interval} of {found['taught']['metric']} over the student alone")
    print(printable(f"  every figure: {run / 'compressed' / 'frontier.html'}"))


def _variants(rows: list[dict[str, Any]], kept: list[str]) -> list[tuple[str, ...]]:
    original = rows[0]
    table: list[tuple[str, ...]] = [("  ", "size", "one answer", original["metric"], "loss", "frontier")]
    for row in rows:
        value, interval = measured(row["loss"]["value"], row["loss"]["interval"], sign=True)
        table.append(
            (
                f"{'*' if row['name'] in kept else ' '} {row['name']}",
                f"{size(row['bytes'])} ({percent(row['bytes'] / original['bytes'], 0)})",
                f"{duration(row['milliseconds'] / 1000)} (x {original['milliseconds'] / row['milliseconds']:.2f})",
                measured(row["value"])[0],
                f"{value} {interval}" if row is not original else "",
                "yes" if row["frontier"] else "",
            )
        )
    return table


def export(
    run: RunPath,
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    form: Annotated[
        str, typer.Option("--format", help="onnx, huggingface, openvino, torch-export, executorch; gguf")
    ] = "onnx",
    precision: Annotated[str, typer.Option(help="fp32, or what modelyard compress knows: int8, int4, ...")] = "fp32",
    as_json: AsJson = False,
) -> None:
    """Write a folder that answers without Modelyard (python run.py "text"), its golden examples replayed there."""
    from modelyard import pipeline

    parity = pipeline.export(run, out, form=form, precision=precision)
    _show(parity, as_json)
    if not as_json:
        print(
            printable(
                f"wrote {out}     next: modelyard verify {out}, or python {out / 'run.py'}: its README.md says how"
            )
        )


def verify(
    target: Annotated[str, typer.Argument(metavar="DIR|URL", help="An export, a run, an artifact, or a server.")],
    examples: Annotated[Path | None, typer.Option(help="The run whose examples a server is asked.")] = None,
    trust_code: Annotated[
        bool, typer.Option("--trust-code", help="Run an export's code though this version did not write it.")
    ] = False,
    trust: Annotated[
        list[Path] | None,
        typer.Option(help="Public keys (file or folder): first of all one of them must have signed it."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Replay the golden examples: does it answer as the trained model did?"""
    from modelyard import pipeline

    _show(pipeline.verify(target, examples_of=examples, trust_code=trust_code, trust=trust or ()), as_json)


def _show(parity: Parity, as_json: bool) -> None:
    content = parity.to_json()
    if as_json:
        print(json.dumps(content, ensure_ascii=False, indent=1))
        return
    seen = content["largest_output_difference"]
    outputs = f"of an output {seen:.2g} (tolerance {parity.tolerance:g}), " if seen is not None else ""
    print(printable(f"{parity.target}: {content['examples']} golden examples answered as recorded"))
    print(f"  largest difference {outputs}of an answer {content['largest_answer_difference']:.2g}")
    table = sorted(content["table"], key=lambda row: -(row["output_difference"] or row["answer_difference"] or 0.0))
    rows: list[tuple[str, ...]] = [("  differ most", "outputs", "answer", "label")]
    rows += [
        (
            f"  {row['note']}",
            "-" if row["output_difference"] is None else f"{row['output_difference']:.2g}",
            f"{row['answer_difference']:.2g}",
            "same" if row["same_label"] else "another, as near",
        )
        for row in table[:_SHOWN]
    ]
    for line in as_table(rows):
        print(printable(line))
