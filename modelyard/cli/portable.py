"""The verbs that make a model small and portable, and prove it: export, verify."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from modelyard.cli.printing import as_table, printable

if TYPE_CHECKING:
    from modelyard.export.parity import Parity

RunPath = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print every example's differences as JSON.")]
_SHOWN = 5  # examples, of those that differ most


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(export)
    app.command()(verify)


def export(
    run: RunPath,
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    form: Annotated[str, typer.Option("--format", help="onnx, huggingface, openvino or torch-export")] = "onnx",
    as_json: AsJson = False,
) -> None:
    """Write a folder that answers without Modelyard (python run.py "text"), its golden examples replayed there."""
    from modelyard import pipeline

    parity = pipeline.export(run, out, form=form)
    _show(parity, as_json)
    if not as_json:
        print(printable(f"wrote {out}     next: python {out / 'run.py'} TEXT, or modelyard verify {out}"))


def verify(
    target: Annotated[str, typer.Argument(metavar="DIR|URL", help="An export, a run, an artifact, or a server.")],
    examples: Annotated[Path | None, typer.Option(help="The run whose examples a server is asked.")] = None,
    trust_code: Annotated[
        bool, typer.Option("--trust-code", help="Run an export's code though this version did not write it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Replay the golden examples: does it answer as the trained model did?"""
    from modelyard import pipeline

    _show(pipeline.verify(target, examples_of=examples, trust_code=trust_code), as_json)


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
