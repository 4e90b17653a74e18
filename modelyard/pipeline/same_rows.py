"""The rows that two runs are set against each other on: a file's, or those that both left out of their training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError, RunError
from modelyard.core.schema import Column, Rows, row_count, take
from modelyard.core.words import counted
from modelyard.data import values
from modelyard.data.grouping import COINCIDENCE
from modelyard.pipeline.files import settings_for

FEWEST = 30  # rows that both runs tested on, below which nothing is said without --data


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two runs, opened, and the rows that it shall answer."""

    path: Path
    predictor: Any
    rows: Rows
    places: Sequence[str]


def read(side: Side, data: str) -> Side:
    """The rows of a file, read as this run reads its own."""
    section = settings_for(side.path, data)
    if side.predictor.task.sort == "corpus":
        from modelyard.data.sections import read_sections
        from modelyard.evaluation.language import TEST_BYTES

        texts, places, _ = read_sections(data, section, TEST_BYTES)
        return replace(side, rows={side.predictor.schema.inputs[0].name: texts}, places=places)
    if side.predictor.task.sort != "text" and side.predictor.task.sort != "table":
        raise RequestError(
            "models of conversations are compared on their own test conversations",
            where="--data",
            got=data,
            remedy="Leave --data out.",
        )
    from modelyard.data.sources import read_rows

    rows, places = read_rows(data, section)
    return replace(side, rows=rows, places=places)


def unseen(sides: Sequence[Side]) -> tuple[list[Side], list[str]]:
    """The same rows of a file without those that either run was trained or chosen on, and what was left out.

    Raises: RequestError where none is left.
    """
    count = row_count(sides[0].rows)
    if any(row_count(side.rows) != count for side in sides):  # read by other rules; the caller refuses that
        return list(sides), []
    known, notes = np.zeros(count, dtype=bool), []
    for side in sides:
        held = seen(side)
        if held.any():
            notes.append(f"left out: {counted(int(held.sum()), 'row')} that {side.path} was trained or chosen on")
        known |= held
    kept = np.flatnonzero(~known).tolist()
    if not kept:
        raise RequestError(
            "the runs were trained on every row of this file",
            where="--data",
            remedy="Give rows that neither has seen; without --data their common test rows are taken.",
        )
    return [replace(side, rows=take(side.rows, kept), places=[side.places[i] for i in kept]) for side in sides], notes


def seen(side: Side) -> NDArray[np.bool_]:
    """Which rows hold what a row of the run's training or validation split holds; none where it has no such splits.

    Where a table's rows repeat by coincidence (few different ones among many), equal rows are not the same row.
    """
    from modelyard.data.bundle import Bundle

    columns = side.predictor.schema.inputs
    count = row_count(side.rows)
    directory = _prepared(side.path)
    there = (directory / Bundle.description).is_file() and all(one.name in side.rows for one in columns)
    if not there or any(one.kind == "vector" for one in columns):
        return np.zeros(count, dtype=bool)
    bundle = Bundle.open(directory)
    held = [key for split in ("train", "validation") for key in _inputs(bundle.rows(split), columns)]
    known = set(held)
    if len(known) < COINCIDENCE * len(held):
        return np.zeros(count, dtype=bool)
    return np.array([key in known for key in _inputs(side.rows, columns)], dtype=bool)


def _inputs(rows: Rows, columns: Sequence[Column]) -> list[Any]:
    """The inputs of each row, read as in preparing."""
    cells: list[Sequence[Any]] = []
    for column in columns:
        if column.kind == "number":
            cells.append([None if np.isnan(value) else value for value in values.numbers(list(rows[column.name]))[0]])
        elif column.kind == "category":
            cells.append(values.labels(rows[column.name]))
        else:
            cells.append([values.text(cell) for cell in rows[column.name]])
    return list(zip(*cells, strict=True))


def common(sides: Sequence[Side]) -> tuple[list[Side], list[str]]:
    """The rows that stand in both runs' test splits, by their content, in the order of the first."""
    opened = [_test_rows(side) for side in sides]
    columns = [name for name in opened[0].rows if name in opened[1].rows]
    schema = opened[0].predictor.schema
    if not any(column.name in columns for column in schema.inputs):
        raise _refusal(opened, "they share no input column")
    waiting: dict[Any, list[int]] = defaultdict(list)
    for index, key in enumerate(_keys(opened[1].rows, columns)):
        waiting[key].append(index)
    pairs = [
        (index, waiting[key].pop(0)) for index, key in enumerate(_keys(opened[0].rows, columns)) if waiting.get(key)
    ]
    counts = [row_count(side.rows) for side in opened]
    notes = []
    if len(pairs) < max(counts):
        notes.append(
            f"the test splits differ ({counts[0]:,} and {counts[1]:,} rows): judged on the {len(pairs):,} rows that "
            "both left out of training"
        )
        if len(pairs) < FEWEST:
            raise _refusal(opened, f"their test splits share {counted(len(pairs), 'row')}")
    picked = [list(index) for index in zip(*pairs, strict=True)]
    return [
        replace(side, rows=take(side.rows, index), places=[side.places[i] for i in index])
        for side, index in zip(opened, picked, strict=True)
    ], notes


def _prepared(path: Path) -> Path:
    """Where the data of a run are; a part of a run (its artifact, a compressed variant) has those of the run."""
    folders = [path, *path.resolve().parents[:2]]
    return next((one / "bundle" for one in folders if (one / "plan.json").is_file()), path / "bundle")


def _test_rows(side: Side) -> Side:
    from modelyard.data.bundle import Bundle
    from modelyard.data.conversations import Conversations
    from modelyard.data.corpus import Corpus
    from modelyard.evaluation.language import TEST_BYTES

    directory = _prepared(side.path)
    kinds: tuple[type[Bundle] | type[Corpus] | type[Conversations], ...] = (Bundle, Corpus, Conversations)
    kind = next((one for one in kinds if (directory / one.description).is_file()), None)
    found = None if kind is None else kind.open(directory)
    if found is None or not found.counts.get("test"):
        raise RunError(
            "there is no test split here to compare on",
            where=str(side.path),
            remedy="Give rows that neither was trained on: --data FILE.",
        )
    if isinstance(found, Bundle):
        return replace(side, rows=found.rows("test"), places=found.places("test"))
    rows, places = found.sample("test", TEST_BYTES)
    return replace(side, rows=rows, places=places)


def _refusal(sides: Sequence[Side], why: str) -> RequestError:
    return RequestError(
        f"the test rows of {sides[0].path} and {sides[1].path} are not the same: {why}",
        where="compare",
        remedy="Give rows that neither was trained on: --data FILE; or train both with the same data and seed.",
    )


def _keys(rows: Rows, columns: Sequence[str]) -> list[Any]:
    """What a row holds, as one value; equal rows may stand for each other, as both models answer them alike."""
    cells = [[_plain(cell) for cell in rows[name]] for name in columns]
    return list(zip(*cells, strict=True))


def _plain(cell: Any) -> Any:
    if isinstance(cell, np.ndarray):
        return cell.tobytes()
    return cell if cell is None or isinstance(cell, (str, float, int)) else repr(cell)
