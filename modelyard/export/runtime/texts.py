"""One text a row, as at training: of several columns, one after the other; a missing one is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.data import values


def joined(row: Mapping[str, Any], names: Sequence[str]) -> str:
    """The text of a row's columns `names`."""
    if len(names) == 1 and isinstance(row.get(names[0]), str):
        return str(row[names[0]])
    return "\n".join(values.text(row.get(name)) or "" for name in names)
