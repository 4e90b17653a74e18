"""A run directory for every test that wants one. The makers are imported by path, as all tests are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.run import Run

sys.path.insert(0, str(Path(__file__).parent))
MakeRun = Callable[..., Run]


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    """`make_run(kind, name=..., labels=..., texts=..., without=...)` writes a run directory and opens it."""
    from made_runs import write_run

    def make(kind: str, name: str | None = None, without: tuple[str, ...] = (), **changes: Any) -> Run:
        return write_run(tmp_path / (name or kind), kind, without=without, **changes)

    return make
