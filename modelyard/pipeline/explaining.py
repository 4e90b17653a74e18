"""The verb `explain`: one answer of a model, or what drives it as a whole."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import trail
from modelyard.core.errors import RequestError, RunError
from modelyard.core.exhibit import Exhibit
from modelyard.core.run import Listener
from modelyard.core.schema import Schema, row_count

if TYPE_CHECKING:
    from modelyard.explanation.case import Model
    from modelyard.explanation.explain import Explanation

# What one explanation may take where nobody says otherwise, and where its method is asked for by name.
SECONDS, NAMED_SECONDS = 1.2, 10.0
PARTS = ("drivers", "answers")


def explain(
    path: str | os.PathLike[str],
    inputs: str | Mapping[str, Any] | Sequence[str] | None = None,
    *,
    row: int | None = None,
    method: str | None = None,
    label: str | None = None,
    seconds: float | None = SECONDS,
    backend: str = "auto",
) -> Explanation:
    """Explain one answer of a run, an artifact or an export: of `inputs`, or of a `row` of a run's test split (from 1).

    `inputs` is a text, a mapping, or texts `column=value`. `label` is another class than the one that is answered.
    Raises: RequestError for what does not fit, ArtifactError for a model that is damaged.
    """
    from modelyard.explanation.explain import explain as explain_row

    model = open_model(Path(path), backend=backend)
    if (inputs is None) == (row is None):
        raise RequestError("give inputs, or the number of a row", where="inputs", remedy="--input TEXT or --row 1")
    given = test_row(Path(path), row) if row is not None else as_row(inputs, model.predictor.schema)
    return explain_row(model, given, method=method, label=label, seconds=seconds, own=row is not None)


def explain_run(path: str | os.PathLike[str], *, listener: Listener | None = None) -> list[Exhibit]:
    """What drives a finished run's model, and examples; its report and card are written again."""
    from modelyard.pipeline.evidence import examined

    return examined(path, PARTS, listener=listener)


def open_model(path: Path, *, backend: str = "auto") -> Model:
    """A verified model that answers rows. Raises: RunError for one that writes texts."""
    from modelyard.explanation.case import Model
    from modelyard.inference.predictor import Predictor
    from modelyard.serving import exported

    trail.record_artifact("open", path)
    if exported.is_export(path):
        return Model(predictor=exported.open_export(path))
    predictor = Predictor.load(path, backend=backend)
    if predictor.task.sort not in ("text", "table"):
        raise RunError(
            "answers of models that write texts are not explained",
            where=str(path),
            got=predictor.artifact.task,
            remedy="Give the run of a classification or a regression.",
        )
    return Model(predictor=predictor, run=path if (path / "bundle" / "bundle.json").is_file() else None)


def test_row(path: Path, number: int) -> dict[str, Any]:
    """A row of the split that nobody trained on, from 1. Raises: RequestError where there is none."""
    from modelyard.data.bundle import Bundle
    from modelyard.explanation.game import row_of

    if not (path / "bundle" / Bundle.description).is_file():
        raise RequestError("only a run has rows of its own", where="--row", got=str(path), remedy="Use --input.")
    bundle = Bundle.open(path / "bundle")
    split = next((name for name in ("test", "validation") if bundle.counts.get(name)), "train")
    rows = bundle.rows(split)
    if not 1 <= number <= row_count(rows):
        raise RequestError(f"{split} has {row_count(rows)} rows", where="--row", got=number, remedy="Try --row 1.")
    return row_of(rows, number - 1)


def as_row(given: str | Mapping[str, Any] | Sequence[str] | None, schema: Schema) -> dict[str, Any]:
    """What a user gives as one row: a mapping, JSON, `column=value`, or the text of the only column.

    Raises: RequestError for what is none of these.
    """
    names = [column.name for column in schema.inputs]
    if isinstance(given, Mapping):
        return _known(given, names)
    texts = [given] if isinstance(given, str) else list(given or ())
    if len(texts) == 1 and texts[0].lstrip().startswith("{"):
        try:
            content = json.loads(texts[0])
        except ValueError:
            content = None
        if isinstance(content, dict) and (len(names) > 1 or set(content) <= set(names)):
            return _known(content, names)
    if len(names) == 1 and len(texts) == 1 and not texts[0].startswith(f"{names[0]}="):
        vector = schema.inputs[0].kind == "vector"
        return {names[0]: json.loads(texts[0]) if vector and texts[0].lstrip().startswith("[") else texts[0]}
    parts = [text.partition("=") for text in texts]
    for name, separator, _ in parts:
        if not separator:
            raise RequestError(
                "an input of several columns is JSON, or column=value for each",
                where="--input",
                got=name,
                remedy=f"For example --input {names[0]}=...; the inputs are: {', '.join(names)}.",
            )
    return _known({name.strip(): value if value.strip() else None for name, _, value in parts}, names)


def _known(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    for name in row:
        if name not in names:
            raise RequestError(
                "this is not an input of the model", where="--input", got=name, remedy=f"They are: {', '.join(names)}."
            )
    return {name: row.get(name) for name in names}
