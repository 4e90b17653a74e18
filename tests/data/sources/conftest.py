from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.recipe import Data
from modelyard.data.sources import BadRow, open_source


class Read:
    """All of a source: rows by column, places, bad rows, description."""

    def __init__(self, *paths: Any, rows: int = 65_536, **fields: Any) -> None:
        self.source = open_source([str(path) for path in paths], Data(train="-", **fields))
        self.columns = self.source.columns
        self.rows: dict[str, list[Any]] = {name: [] for name in self.columns}
        self.places: list[str] = []
        self.bad: list[BadRow] = []
        for batch in self.source.batches(rows):
            assert 0 <= len(batch.places) <= rows
            assert list(batch.rows) == list(self.columns)
            assert {len(cells) for cells in batch.rows.values()} == {len(batch.places)}
            for name, cells in batch.rows.items():
                self.rows[name] += cells
            self.places += batch.places
            self.bad += batch.bad
        self.description = self.source.description
        self.notes = self.description["notes"]


@pytest.fixture
def read() -> type[Read]:
    return Read


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def writer(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return writer
