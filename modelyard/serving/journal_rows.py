"""The rows of the request log: what of a request is kept, with personal data replaced."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.data.personal.redaction import redact
from modelyard.serving.noted import Note

if TYPE_CHECKING:
    from pyarrow import Schema

_LONGEST_TEXT, _LONGEST = 8192, 65_536  # characters of one text, and of a row's inputs or answer as JSON


def schema() -> Schema:
    """The columns of every file.

    `inputs` and `answer` are JSON with personal data replaced; without consent `inputs` is null, and `answer` too where
    it is a text. `characters` counts those of the texts that were asked.
    """
    import pyarrow as pa

    return pa.schema(
        [
            ("time", pa.timestamp("us", tz="UTC")),
            ("request_id", pa.string()),
            ("row", pa.int32()),
            ("model", pa.string()),
            ("digest", pa.string()),
            ("route", pa.string()),
            ("status", pa.int16()),
            ("seconds", pa.float64()),
            ("queue_seconds", pa.float64()),
            ("key", pa.string()),
            ("consent", pa.bool_()),
            ("characters", pa.int64()),
            ("inputs", pa.string()),
            ("answer", pa.string()),
        ],
        metadata={"modelyard.request_log": "1"},
    )


def write(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """One whole Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows, schema=schema()), path, compression="zstd")


def rows_of(moment: datetime, note: Note, about: Mapping[str, str], *, keeps: bool) -> list[dict[str, Any]]:
    """The rows of one request; `keeps`: its inputs too, and its answers where they are texts."""
    base = {
        "time": moment,
        "request_id": note.request_id,
        "model": about.get("name"),
        "digest": about.get("digest"),
        "route": note.route,
        "status": note.status,
        "seconds": note.seconds,
        "queue_seconds": note.queue_seconds,
        "key": note.key,
        "consent": keeps,
    }
    shows = keeps or not note.written_tokens  # a text that was written may repeat what was asked
    found = []
    for i, answer in enumerate(note.answers or ()):
        inputs = {name: values[i] for name, values in (note.inputs or {}).items()}
        found.append(
            {
                **base,
                "row": i,
                "characters": sum(_length(value) for value in inputs.values()),
                "inputs": _json(inputs) if keeps else None,
                "answer": _json(answer) if shows else None,
            }
        )
    return found


class _Length(int):
    """How long a text was, in its place."""


def lengths_only(inputs: Any) -> Any:
    """The inputs without their content, so that what may not be kept is not even held until it is written."""
    if inputs is None:
        return None
    return {name: [_Length(_length(value)) for value in values] for name, values in inputs.items()}


def _length(value: Any) -> int:
    if isinstance(value, _Length):
        return int(value)
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):  # messages
        return sum(_length(part.get("content")) for part in value)
    return len(value) if isinstance(value, str) else 0


def _json(value: Any) -> str | None:
    """As JSON, with personal data replaced in every text, whatever its depth; null where it is far too long."""
    text = json.dumps(_redacted(value), ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else None


def _redacted(value: Any) -> Any:
    if isinstance(value, str):
        return redact(value[:_LONGEST_TEXT])
    if isinstance(value, dict):
        return {name: _redacted(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted(one) for one in value]
    return value
