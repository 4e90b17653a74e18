"""Rows as callers give them, as columns."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.errors import RequestError
from modelyard.core.schema import Rows, Schema


def as_columns(rows: Rows | Sequence[Mapping[str, Any]], schema: Schema) -> dict[str, Sequence[Any]]:
    """The schema's input columns of `rows`, which may be columns or a list of rows; a value not given is None.

    Columns that are no inputs (a target, an identifier) are left out of a mapping of columns, as a file may hold them,
    but each input's must be there; in a list of rows an unknown name is an error, as it may be a misspelt one.
    Raises: RequestError naming `inputs`, `inputs.name`, `inputs[i]` or `inputs[i].name`.
    """
    names = [column.name for column in schema.inputs]
    if isinstance(rows, Mapping):
        return _checked_columns(rows, names)
    if not isinstance(rows, Sequence) or isinstance(rows, (str, bytes)):
        raise RequestError(
            "inputs must be a list of rows, or a mapping of columns to lists",
            where="inputs",
            got=rows,
            remedy=f"For example: [{{{', '.join(repr(name) + ': ...' for name in names[:3])}}}].",
        )
    known = set(names)
    if schema.target is not None:
        known.add(schema.target.name)
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise RequestError(
                "an input must be an object with a value for each field",
                where=f"inputs[{i}]",
                got=row,
                remedy=f"For example: {{{', '.join(repr(name) + ': ...' for name in names[:3])}}}.",
            )
        for name in row:
            if name not in known:
                near = difflib.get_close_matches(str(name), names, n=1)
                raise RequestError(
                    "this is not an input of the model",
                    where=f"inputs[{i}].{name}",
                    remedy=f"Did you mean {near[0]!r}?" if near else f"The inputs are: {', '.join(names)}.",
                )
    return {name: [row.get(name) for row in rows] for name in names}


def _checked_columns(rows: Rows, names: Sequence[str]) -> dict[str, Sequence[Any]]:
    """The columns `names`, each there and all of one length."""
    if not rows:
        return {name: [] for name in names}
    for name in names:
        if name not in rows:
            near = difflib.get_close_matches(name, [str(other) for other in rows], n=1)
            raise RequestError(
                "this column is needed; where no value of it is known, give a list of None",
                where=f"inputs.{name}",
                remedy=f"Is it {near[0]!r}?" if near else f"The inputs are: {', '.join(names)}.",
            )
        if isinstance(rows[name], (str, bytes)) or not hasattr(rows[name], "__len__"):
            raise RequestError(
                "a column must be a list of values",
                where=f"inputs.{name}",
                got=rows[name],
                remedy="A single row is given in a list: [{...}].",
            )
    lengths = {name: len(rows[name]) for name in names}
    if len(set(lengths.values())) > 1:
        raise RequestError("all columns must be of one length", where="inputs", got=lengths)
    return {name: rows[name] for name in names}
