"""What every kind of prepared data is: a directory with a description of what it holds, read in one way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from modelyard.core.errors import RunError
from modelyard.core.schema import Schema
from modelyard.data.findings import Finding

__all__ = ["Described"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """Prepared data in a directory; `description` is the file in it that says what it holds, in `format`."""

    description: ClassVar[str]
    format: ClassVar[int] = 1
    noun: ClassVar[str] = "data"

    path: Path
    task: str
    schema: Schema
    findings: tuple[Finding, ...]
    fingerprint: str
    counts: dict[str, int]

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open what stands in `directory`. Raises: RunError where there is nothing, or it is damaged."""
        try:
            data = json.loads((directory / cls.description).read_text(encoding="utf-8"))
            if data["format"] != cls.format:
                raise ValueError(f"its format is {data['format']}, this version reads {cls.format}")
            return cls(
                path=directory,
                task=data["task"],
                schema=Schema.from_json(data["schema"]),
                findings=tuple(Finding.from_json(finding) for finding in data["findings"]),
                fingerprint=data["fingerprint"],
                counts=data["counts"],
                **cls.more(data),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RunError(
                f"the prepared {cls.noun} cannot be read ({error})",
                where=str(directory),
                remedy="Remove the directory and give the same command again.",
            ) from error

    @classmethod
    def more(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The fields that this kind of data has beside the common ones, by name, from its description."""
        return {}
