"""The rows of a split or a file that have a known answer, and what was left out. N rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.schema import Rows, Schema, row_count, take
from modelyard.core.words import counted
from modelyard.data import values

_SHOWN = 3  # places and labels that a note names


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """Rows with their places and targets (class indices or values), all of N; `notes` say what was left out and why."""

    rows: dict[str, Sequence[Any]]
    places: list[str]
    targets: NDArray[np.generic]
    notes: tuple[str, ...]


def labelled(rows: Rows, places: Sequence[str], schema: Schema, labels: Sequence[str] | None) -> Labelled:
    """The rows that can be judged. `labels` are the classes of a classification, None for a regression.

    A row without a target, with a label the model does not know or with a target that is no number is left out, and
    said. Labels and numbers are read as in preparing: `1`, `1.0` and `"1"` are one label, and a label that the model
    has only without a trailing full stop or in another case is taken for that one, and said.
    Raises: DataError when a column is missing, or when no row is left.
    """
    source = _source(places)
    target = schema.target.name if schema.target else ""
    _require_columns(rows, [target, *(column.name for column in schema.inputs)], target, source)
    cells = list(rows[target])
    count = row_count(rows)
    if not count:
        raise DataError("there are no rows to evaluate", where=source, remedy="Give a file with labelled rows.")
    missing = [i for i in range(count) if values.is_blank(cells[i])]
    notes: list[str] = []
    targets, wrong, rule = _classes(cells, labels, notes) if labels is not None else _values(cells)
    if missing:
        notes.append(f"{counted(len(missing), 'row')} without a {target!r} left out ({_places(missing, places)})")
    if wrong:
        named = ", ".join(sorted({repr(str(cells[i])[:40]) for i in wrong})[:_SHOWN])
        notes.append(f"{counted(len(wrong), 'row')} left out: {rule}: {named} ({_places(wrong, places)})")
    out = {*missing, *wrong}
    kept = [i for i in range(count) if i not in out]
    if not kept:
        raise DataError(
            f"no row has a {target!r} to compare with{f': {rule}' if wrong else ''}",
            where=source,
            got=cells[(wrong or missing)[0]],
            remedy=f"The model's labels are: {', '.join(labels[:10])}." if labels is not None else "Give numbers.",
        )
    return Labelled(
        rows=take(rows, kept) if out else dict(rows),
        places=[places[i] for i in kept],
        targets=targets[kept],
        notes=tuple(notes),
    )


def _classes(cells: list[Any], labels: Sequence[str], notes: list[str]) -> tuple[NDArray[np.int64], list[int], str]:
    known = {label: index for index, label in enumerate(labels)}
    alike = Counter(values.alike_label(label) for label in labels)
    plain = {key: label for label in labels if alike[key := values.alike_label(label)] == 1}  # else it could be either
    texts = values.labels(cells)
    theirs = {
        text: plain[values.alike_label(text)]
        for text in set(texts) - set(known)
        if text and values.alike_label(text) in plain
    }
    found = np.array([-1 if text is None else known.get(theirs.get(text, text), -1) for text in texts], dtype=np.int64)
    if theirs:
        taken = ", ".join(f"{text!r} for {label!r}" for text, label in sorted(theirs.items())[:_SHOWN])
        notes.append(f"labels written otherwise are taken as in training: {taken}")
    wrong = [i for i, text in enumerate(texts) if text is not None and found[i] < 0]
    return found, wrong, "the model does not know their label"


def _values(cells: list[Any]) -> tuple[NDArray[np.float64], list[int], str]:
    found, _ = values.numbers(cells)
    wrong = [int(i) for i in np.flatnonzero(np.isnan(found)) if not values.is_blank(cells[i])]
    return found, wrong, "their target is not a number"


def _require_columns(rows: Rows, names: Sequence[str], target: str, source: str) -> None:
    for name in names:
        if name not in rows:
            raise DataError(
                f"the column {name!r} is needed: it {'holds the answers' if name == target else 'is an input'}",
                where=source,
                remedy=f"Its columns are: {', '.join(map(str, rows))}.",
            )


def _source(places: Sequence[str]) -> str:
    return places[0].rpartition(":")[0] or places[0] if places else "the file"


def _places(index: Sequence[int], places: Sequence[str]) -> str:
    shown = ", ".join(places[i] for i in index[:_SHOWN])
    return shown + (", ..." if len(index) > _SHOWN else "")
