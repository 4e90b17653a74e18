"""The verb `audit` in the terminal: what it says, it says once."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from modelyard import pipeline
from modelyard.cli import app
from modelyard.core.exhibit import Exhibit

SUMMARY = "fairness is not examined: no protected attribute is named"


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (SUMMARY, False),
        (SUMMARY.capitalize() + ".", False),
        (f"Fairness: {SUMMARY}.", False),
        ("no protected attribute is named", False),
        ("With 40 rows little can be said.", True),
    ],
)
def test_a_limit_that_repeats_the_summary_is_not_printed(tmp_path, monkeypatch, limit, shown):
    found = Exhibit(name="fairness", stage="audit", title="Fairness", summary=SUMMARY, limits=(limit,))
    monkeypatch.setattr(pipeline, "audit", lambda *given, **settings: [found])
    done = CliRunner().invoke(app, ["audit", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert SUMMARY in done.output and (len(done.output.splitlines()) == 3) is shown
