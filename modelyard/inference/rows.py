"""Rows as callers give them, as columns."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.errors import RequestError
from modelyard.core.schema import Rows, Schema


def as_columns(rows: Rows | Sequence[Mapping[str, Any]], schema: Schema) -> dict[str, Sequence[Any]]:
    """The schema's input columns of `rows`, which may be columns or a list of rows; a value not given is None.

    Columns that are no inputs (a target, an identifier) are left out of a mapping of columns, as a file may hold them;
    in a list of rows an unknown name is an error, as it may be a misspelt one.
    Raises: RequestError naming `inputs[i]` or `inputs[i].name`.
    """
    names = [column.name for column in schema.inputs]
    if isinstance(rows, Mapping):
        count = len(next(iter(rows.values()))) if rows else 0
        return {name: rows.get(name, [None] * count) for name in names}
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
