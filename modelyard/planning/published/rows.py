"""Rows of published measurements as a file has them: read, and each field checked for what it may be.

A row is a JSON object with `id`, `source_id`, `kind` (train, infer or memory) and the sections `model`, `hardware`,
`layout`, `batch`, `measured` and `derived`; what is not known is null or left out.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from modelyard.core.errors import DataError

Row = dict[str, Any]
SECTIONS = ("model", "hardware", "layout", "batch", "measured", "derived")
COUNTS = {
    "": ("input_len", "output_len"),
    "model": (
        *("layers", "hidden", "heads", "kv_heads", "ffn", "vocab", "seq_len"),
        *("experts", "experts_per_token", "shared_experts", "dense_ffn"),
    ),
    "hardware": ("count",),
    "layout": ("dp", "tp", "pp", "cp", "ep", "vpp", "fsdp", "zero"),
    "batch": ("micro", "global_sequences"),
}
MAY_BE_ZERO = ("zero", "shared_experts", "input_len", "output_len")
TEXTS = {
    "": ("precision", "method", "note", "confidence"),
    "hardware": ("gpu", "internode", "detail"),
    "layout": ("recompute",),
    "model": ("attention",),
}


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file.

    Raises: DataError with the line of one that is no JSON object or lacks `id`, `kind`, `model` or `source_id`.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"is no JSON: {error}", where=f"{path}:{number}") from error
        for name in ("id", "kind", "model", "source_id"):
            if not isinstance(row, dict) or not row.get(name):
                raise DataError(f"a row must have {name}", where=f"{path}:{number}")
        rows.append(row)
    return rows


def checked(row: Row) -> Row:
    """The row with whole numbers as such, every section there, and without measurements that are no positive number.

    Raises: DataError naming the row and the field that is none of what it may be.
    """
    found = dict(row)
    for section in SECTIONS:
        content = row.get(section)
        if content is not None and not isinstance(content, dict):
            raise _error(row, section, "must be an object", content)
        found[section] = dict(content or {})
    if found["layout"].get("fsdp") is True:
        found["layout"] |= {"fsdp": None, "zero": 3}
    for section, names in COUNTS.items():
        part = found[section] if section else found
        part |= {name: _count(row, section, name, part[name]) for name in names if part.get(name) is not None}
    for section, names in TEXTS.items():
        part = found[section] if section else found
        for name in names:
            if not isinstance(part.get(name), str | None):
                raise _error(row, f"{section}.{name}".lstrip("."), "must be a text", part[name])
    for field, value in (("model.params", found["model"].get("params")), ("train_tokens", row.get("train_tokens"))):
        if value is not None and not _is_positive(value):
            raise _error(row, field, "must be a number above 0", value)
    for section in ("measured", "derived"):
        found[section] = {name: value for name, value in found[section].items() if _is_positive(value)}
    return found


def _count(row: Row, section: str, name: str, value: object) -> int:
    least = 0 if name in MAY_BE_ZERO else 1
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _error(row, f"{section}.{name}".lstrip("."), f"must be a whole number >= {least}", value)
    if value < least or value != int(value):
        raise _error(row, f"{section}.{name}".lstrip("."), f"must be a whole number >= {least}", value)
    return int(value)


def _is_positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value > 0


def _error(row: Row, field: str, rule: str, got: object) -> DataError:
    return DataError(rule, where=f"{row['id']}: {field}", got=got)
