"""A finished run over a whole file: `evaluate` against its labels or on its text, `predict` into another file."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import recipe_file
from modelyard.core.errors import DataError, ModelyardError, RequestError
from modelyard.core.recipe import Data, Evaluate
from modelyard.core.report import Claim
from modelyard.core.schema import Rows
from modelyard.core.words import counted
from modelyard.pipeline.verbs import load

if TYPE_CHECKING:
    from modelyard.inference import Predictor


# Of an answer, beside its label or value and the scores.
_STATED = ("confident", "label_set", "low", "high")
# Of each document of a language model, beside its place, its bytes and bits per byte.
_SCORES = ("tokens", "log_likelihood", "perplexity")


def evaluate(
    path: str | os.PathLike[str], data: str, *, settings: Evaluate | None = None
) -> tuple[list[Claim], dict[str, Any]]:
    """The figures of a finished run on any labelled file, of a language model on any text."""
    from modelyard.data.sources import read_rows
    from modelyard.evaluation.evaluate import evaluate_file
    from modelyard.pipeline.same_rows import Side, seen

    predictor = load(path)
    _refuse_conversations(predictor)
    if predictor.task.sort == "corpus":
        return _evaluate_text(predictor, settings_for(Path(path), data), settings or Evaluate())
    rows, places = read_rows(data, settings_for(Path(path), data))
    claims, evaluation = evaluate_file(predictor, rows, places, settings or Evaluate())
    count = int(seen(Side(path=Path(path), predictor=predictor, rows=rows, places=places)).sum())
    if count:
        said = f"it was trained or chosen on {count:,} of these {len(places):,} rows: the figures flatter it"
        evaluation["notes"] = [said, *evaluation["notes"]]
    return claims, evaluation


def predict(path: str | os.PathLike[str], data: str, out: str | os.PathLike[str]) -> list[str]:
    """Answer every row of a file, in its order, into another file; rows without an input get an empty answer.

    The answer's columns (`prediction`, `confidence`, `score: <label>`, and what the recipe states of answers:
    `confident`, `label_set` as a JSON list, `low`, `high`) stand after the file's own. A language model answers every
    document: a text file is one, a row of a table is one. Returns notices.
    """
    from modelyard.data.sources import read_rows, write_rows

    if Path(out).resolve() == Path(data).expanduser().resolve():
        raise RequestError(
            "the answers would replace the rows", where="--out", got=str(out), remedy="Name another file."
        )
    predictor = load(path)
    _refuse_conversations(predictor)
    if predictor.task.sort == "corpus":
        return _score_text(predictor, settings_for(Path(path), data), Path(out))
    rows, places = read_rows(data, settings_for(Path(path), data))
    answers, notices = _answers(predictor, rows, places)
    clash = sorted(set(rows) & set(answers))
    if clash:
        raise DataError(
            f"the column {clash[0]!r} is one that predict writes", where=data, remedy="Rename it in the file."
        )
    write_rows(Path(out), {**rows, **answers})
    return notices


def _refuse_conversations(predictor: Predictor) -> None:
    if predictor.task.sort == "conversations":
        raise RequestError(
            "a model of conversations answers no file",
            where=str(predictor.artifact.path),
            got=predictor.artifact.task,
            remedy="Give its prompts to: modelyard generate RUN --file prompts.jsonl",
        )


def _evaluate_text(predictor: Predictor, section: Data, settings: Evaluate) -> tuple[list[Claim], dict[str, Any]]:
    from modelyard.data.sections import read_sections
    from modelyard.evaluation.language import TEST_BYTES
    from modelyard.evaluation.texts import evaluate_texts

    name = section.train[0]
    texts, places, count = read_sections(name, section, TEST_BYTES)
    return evaluate_texts(predictor, texts, places, settings, name=name, count=count)


def _score_text(predictor: Predictor, section: Data, out: Path) -> list[str]:
    from modelyard.data.sections import read_documents
    from modelyard.data.sources import write_rows

    text = predictor.schema.inputs[0].name
    found: dict[str, list[Any]] = {name: [] for name in ("place", "bytes", "bits_per_byte", *_SCORES)}
    for document, place in read_documents(section.train[0], section):
        (answer,) = predictor.predict({text: [document]})
        size = len(document.encode())
        found["place"].append(place)
        found["bytes"].append(size)
        found["bits_per_byte"].append(-answer["log_likelihood"] / size / math.log(2))
        for name in _SCORES:
            found[name].append(answer[name])
    write_rows(out, found)
    return [f"{counted(len(found['place']), 'document')} scored"]


def _answers(predictor: Predictor, rows: Rows, places: Sequence[str]) -> tuple[dict[str, list[Any]], list[str]]:
    from modelyard.core.schema import row_count, take

    inputs = [column.name for column in predictor.schema.inputs]
    absent = [name for name in inputs if name not in rows]
    if absent:
        raise DataError(
            f"the model needs the column {absent[0]!r}",
            where=places[0].rpartition(":")[0] if places else "the file",
            remedy=f"Its columns are: {', '.join(rows)}.",
        )
    texts = [column.name for column in predictor.schema.inputs if column.kind == "text"]
    count = row_count(rows)
    whole = [i for i in range(count) if not texts or any(str(rows[name][i] or "").strip() for name in texts)]
    try:
        predictions = iter(predictor.predict(take({name: rows[name] for name in inputs}, whole)) if whole else [])
    except RequestError as error:
        raise in_the_file(error, [places[i] for i in whole]) from error
    kept = set(whole)
    answers = [next(predictions) if i in kept else {} for i in range(count)]
    columns: dict[str, list[Any]] = {}
    if any("value" in answer for answer in answers):
        columns["prediction"] = [answer.get("value") for answer in answers]
    else:
        columns["prediction"] = [answer.get("label") for answer in answers]
        columns["confidence"] = [answer["scores"][answer["label"]] if answer else None for answer in answers]
        for label in next((answer["scores"] for answer in answers if answer), {}):
            columns[f"score: {label}"] = [answer["scores"][label] if answer else None for answer in answers]
    for name in _STATED:
        if any(name in answer for answer in answers):
            columns[name] = [_cell(answer.get(name)) for answer in answers]
    notices = []
    if len(whole) < count:
        first = [places[i] for i in range(count) if i not in kept][:3]
        notices.append(f"{count - len(whole)} rows have no text ({', '.join(first)}): their answer is empty")
    return columns, notices


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def in_the_file(error: RequestError, places: Sequence[str]) -> ModelyardError:
    """The error of a request (`inputs[3].age`) as one of a file (`people.csv:5`)."""
    place = re.fullmatch(r"inputs\[(\d+)\]\.(.*)", error.where, re.DOTALL)
    if place is None:
        return error
    return DataError(f"{place[2]}: {error.rule}", where=places[int(place[1])], got=error.got, remedy=error.remedy)


def settings_for(path: Path, data: str) -> Data:
    """How to read a further file for this run: its own recipe's rules for missing cells, but no fixed format."""
    for folder in (path, path.parent):
        if (folder / "recipe.yaml").is_file() and (folder / "plan.json").is_file():
            own = recipe_file.load_saved(folder / "recipe.yaml").data
            return Data(train=(data,), missing=own.missing, section_characters=_section_characters(folder, own))
    return Data(train=(data,))


def _section_characters(run: Path, own: Data) -> int | None:
    """What the run's own text was cut to."""
    try:
        found = json.loads((run / "bundle" / "corpus.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return own.section_characters
    size = found.get("section_characters", own.section_characters)
    return None if size is None else int(size)
