"""`modelyard card`: what people say of a finished run is kept, shown, and said to be missing where it is."""

from __future__ import annotations

import json

import pytest

from modelyard import pipeline
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.run import Run
from modelyard.pipeline.stages import REPORT


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("card")
    rows = "".join(f"{'good' if i % 2 else 'bad'} thing number {i},{i % 2}\n" for i in range(80))
    (folder / "rows.csv").write_text("text,label\n" + rows, encoding="utf-8")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(folder / "rows.csv"), "inputs": "text", "target": "label"},
        "model": "linear",
        "explain": False,
        "audit": False,
        "card": {"purpose": "Sorts things."},
    }
    return pipeline.run(recipe, out=folder / "run").path


def test_statements_stand_in_every_document(finished):
    lines = pipeline.card(finished, {"provider": "示例公司", "oversight": "A person reads *every* refusal."})
    assert any("annex_iv.md" in line and "headings filled" in line for line in lines)
    text = (finished / "documents" / "annex_iv.md").read_text(encoding="utf-8")
    assert "示例公司" in text and "Sorts things." in text and "A person reads \\*every\\* refusal." in text
    assert "示例公司" in (finished / "card.md").read_text(encoding="utf-8")
    assert "provider" not in lines[-2] and "risks" in lines[-2]
    assert Run(finished).status == "finished"


def test_a_statement_is_withdrawn(finished):
    pipeline.card(finished, {"provider": "示例公司"})
    pipeline.card(finished, {"provider": ""})
    assert json.loads((finished / "card.json").read_text(encoding="utf-8"))["provider"] is None
    assert "示例公司" not in (finished / "documents" / "annex_iv.md").read_text(encoding="utf-8")


def test_wrong_statements_change_nothing(finished, tmp_path):
    before = {path: path.read_bytes() for path in finished.rglob("*") if path.is_file()}
    with pytest.raises(RecipeError, match=r"card\.purpos\b.*purpose"):
        pipeline.card(finished, {"purpos": "x"})
    with pytest.raises(RecipeError):
        pipeline.card(finished, {"purpose": "x" * 5000})
    assert {path: path.read_bytes() for path in finished.rglob("*") if path.is_file()} == before
    with pytest.raises(RunError, match="no finished run"):
        pipeline.card(tmp_path)


def test_a_stage_reads_the_section():
    assert "card" in REPORT.sections
