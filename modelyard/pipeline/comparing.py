"""`compare`: two finished runs on the same rows, none of which either was trained on. N rows; C classes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable, registry
from modelyard.core.errors import DataError, RequestError
from modelyard.core.exhibit import FOLDER
from modelyard.core.recipe import Evaluate
from modelyard.core.run import Run
from modelyard.core.schema import Schema
from modelyard.evaluation import comparison, comparison_words, slicing
from modelyard.evaluation.judging import Ground, Judged, judge, language_ground
from modelyard.evaluation.slicing_words import by_words
from modelyard.evaluation.verdict import family_name
from modelyard.inference.labelled import labelled
from modelyard.pipeline.same_rows import Side, common, read, unseen
from modelyard.pipeline.verbs import load

LEAST_OF_SLICE = 30
MOST_SLICES = 40
SLICES = f"{FOLDER}/evaluate/slices.json"
_KINDS = ("classification", "regression", "language")
_NOUNS = {"text": "text", "table": "row", "corpus": "document", "conversations": "conversation", "masked": "document"}


def compare(
    first: str | os.PathLike[str],
    second: str | os.PathLike[str],
    *,
    data: str | None = None,
    settings: Evaluate | None = None,
) -> dict[str, Any]:
    """The second run against the first, on the test rows that both left out of their training, or on `data`.

    Differences are second minus first. Raises: RequestError where they answer different questions or share too few
    test rows, DataError where `data` cannot be read.
    """
    paths = [Path(first), Path(second)]
    predictors = [load(path) for path in paths]
    _refuse_others(paths, predictors)
    asked = settings or Evaluate()
    sides = [Side(path=path, predictor=one, rows={}, places=[]) for path, one in zip(paths, predictors, strict=True)]
    split = "test" if data is None else data
    sides, notes = common(sides) if data is None else unseen([read(side, data) for side in sides])
    grounds = _grounds(sides, split, asked)
    notes += dict.fromkeys((*grounds[0].known.notes, *grounds[1].known.notes))
    judged = [
        judge(side.predictor, ground, name, f"compare: {side.path} on {split}", side.predictor.artifact.family, None)
        for side, ground, name in zip(sides, grounds, ("first", "second"), strict=True)
    ]
    labels = grounds[0].labels
    first_all, second_all = (_in_labels(one.outputs, side, labels) for one, side in zip(judged, sides, strict=True))
    chosen = [
        None if one.labelled is None else _in_labels(one.labelled, side, labels)
        for one, side in zip(judged, sides, strict=True)
    ]
    pair = comparison.Pair(ground=grounds[0], first=first_all, second=second_all, labelled=(chosen[0], chosen[1]))
    found = comparison.compared(pair, _metric(paths, grounds[0]), _slices(sides, grounds[0]))
    names = names_of(paths)
    noun = _NOUNS.get(sides[0].predictor.task.sort, "row")
    found |= {
        "first": str(paths[0]),
        "second": str(paths[1]),
        "names": list(names),
        "split": split,
        "notes": notes,
        "cost": {
            name: _cost(side, one, grounds[0])
            for name, side, one in zip(("first", "second"), sides, judged, strict=True)
        },
    }
    found["sentence"] = comparison_words.sentence(found, names, noun)
    return found


def names_of(paths: Sequence[Path]) -> tuple[str, str]:
    """What the two are called: the last parts of their paths where these differ, else the whole paths."""
    first, second = (path.resolve().name for path in paths)
    return (first, second) if first != second else (str(paths[0]), str(paths[1]))


def _refuse_others(paths: Sequence[Path], predictors: Sequence[Any]) -> None:
    kinds = [str(one.task.metrics) for one in predictors]
    masked = [one.task.sort == "masked" for one in predictors]
    if kinds[0] != kinds[1] or masked[0] != masked[1]:
        raise RequestError(
            f"{paths[0]} and {paths[1]} answer different questions",
            where="compare",
            got=f"{predictors[0].artifact.task} and {predictors[1].artifact.task}",
            remedy="Compare two runs of one task.",
        )
    if kinds[0] not in _KINDS:
        raise RequestError(
            "pairs are judged against the model that each run started from, which differs",
            where="compare",
            got=predictors[0].artifact.task,
            remedy="Compare what they write instead: modelyard judge RUN_A RUN_B.",
        )
    targets = [one.schema.target.name if one.schema.target else None for one in predictors]
    if targets[0] != targets[1]:
        raise RequestError(
            "the runs learned different columns", where="compare", got=targets, remedy="Compare runs of one target."
        )


def _grounds(sides: Sequence[Side], split: str, settings: Evaluate) -> list[Ground]:
    """What both are judged on: the same rows, each with the columns that its model reads, and all classes of both."""
    predictor = sides[0].predictor
    if predictor.task.metrics == "language":
        return [language_ground(side.predictor, side.rows, side.places, split, settings) for side in sides]
    names = dict.fromkeys(label for side in sides for label in side.predictor.task.labels)
    labels = tuple(names) if predictor.task.metrics == "classification" else ()
    found = []
    for side in sides:
        schema: Schema = side.predictor.schema
        found.append(
            Ground(
                kind=str(predictor.task.metrics),
                metrics=registry.load("metrics", str(predictor.task.metrics), field="the task's metrics"),
                labels=labels,
                known=labelled(side.rows, side.places, schema, labels or None),
                split=split,
                settings=settings,
                seed=0,
                unit=schema.target.name if schema.target else "target",
            )
        )
    if found[0].known.places != found[1].known.places and sides[0].places == sides[1].places:
        raise DataError(
            "the two runs read different rows of this file",
            where=split,
            remedy="Their recipes name different cells as missing (data.missing); give a file without such cells.",
        )
    return found


def _in_labels(outputs: NDArray[np.generic], side: Side, labels: tuple[str, ...]) -> NDArray[np.generic]:
    """Probabilities over all classes of both models: a class that one does not know has none there."""
    if not labels:
        return outputs
    own = side.predictor.task.labels
    wide = np.zeros((len(outputs), len(labels)))
    wide[:, [labels.index(label) for label in own]] = outputs
    return wide


def _metric(paths: Sequence[Path], ground: Ground) -> str:
    """The metric that both runs were chosen by, else the usual one."""
    chosen = set()
    for path in paths:
        if (path / "models" / "selection.json").is_file():
            chosen.add(str(Run(path).read_json("models/selection.json").get("metric", "")))
    name = chosen.pop() if len(chosen) == 1 else ""
    return name if name in ground.metrics.METRICS else str(ground.metrics.PRIMARY)


def _slices(sides: Sequence[Side], ground: Ground) -> list[slicing.Slice]:
    """The groups of rows that are looked at singly."""
    rows = ground.known.rows
    found = slicing.classes(ground.known.targets, ground.labels, LEAST_OF_SLICE) if ground.labels else []
    schema = sides[0].predictor.schema
    if ground.kind == "language" and schema.inputs[0].kind != "text":
        return []
    found += slicing.plain(rows, schema, LEAST_OF_SLICE)
    known = {one.name for one in found[:MOST_SLICES]}
    weak = _found_weak(sides) - known
    if weak:
        found = [one for one in by_words(rows, schema, LEAST_OF_SLICE) if one.name in weak] + found
    return found[:MOST_SLICES]


def _found_weak(sides: Sequence[Side]) -> set[str]:
    """The slices on which either run was shown to be worse than elsewhere."""
    names: set[str] = set()
    for side in sides:
        if (side.path / SLICES).is_file():
            detail = Run(side.path).read_json(SLICES)["detail"] or {"tested": []}
            names |= {str(row["slice"]) for row in detail["tested"] if row["worse"]}
    return names


def _cost(side: Side, judged: Judged, ground: Ground) -> dict[str, Any]:
    """Milliseconds of an answer (of 1,000 tokens scored), bytes of the artifact, seconds of training."""
    artifact = side.predictor.artifact
    record = side.path / "models" / artifact.family / "training.json"
    files = (path for path in artifact.path.rglob("*") if path.is_file() and path.name != durable.MANIFEST)
    return {
        "model": family_name(artifact.family, side.predictor.task.sort, ground.kind),
        "milliseconds": judged.milliseconds,
        "bytes": sum(path.stat().st_size for path in files),
        "seconds": float(Run(side.path).read_json(f"models/{artifact.family}/training.json")["seconds"])
        if record.is_file()
        else None,
    }
