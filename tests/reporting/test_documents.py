"""The documents for regulators: every heading stands, filled from the run or said to be missing."""

from __future__ import annotations

import json
import re

import pytest
from made_language import write_language_run

from modelyard.core.recipe import Card
from modelyard.reporting.documents import annex_iv, datasheet, filing
from modelyard.reporting.documents.entry import missing
from modelyard.reporting.documents.writing import documents, write
from modelyard.reporting.evidence import gather

# Annex IV of Regulation (EU) 2024/1689 has nine points; the first two have letters.
POINTS = ["1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. ", "9. "]


def test_every_heading_of_annex_iv_stands(make_run):
    text = annex_iv.document(gather(make_run("binary")))
    headings = [line.removeprefix("## ").replace("\\", "") for line in text.splitlines() if line.startswith("## ")]
    assert [heading[:3] for heading in headings] == POINTS
    letters = re.findall(r"^### \\?\(([a-h])\\?\)", text, flags=re.M)
    assert letters == [*"aaabcdefg", *"abcdefgh"]


def test_what_nobody_said_is_said_to_be_missing_with_the_field_that_says_it(make_run):
    evidence = gather(make_run("binary"))
    fields = {entry.field.removeprefix("card.") for entry in missing(annex_iv.entries(evidence)) if entry.field}
    assert {"purpose", "provider", "oversight", "risks", "monitoring"} <= fields
    assert fields <= set(Card.model_fields)
    assert "Not stated. Say it in the recipe: card.purpose." in annex_iv.document(evidence)


def test_statements_fill_their_headings(make_run):
    run = make_run("binary")
    said = {name: f"said of {name}" for name in Card.model_fields}
    (run.path / "card.json").write_text(json.dumps(said), encoding="utf-8")
    evidence = gather(run)
    for module in (annex_iv, datasheet):
        assert not [entry for entry in missing(module.entries(evidence)) if entry.field]
    everything = "".join(documents(evidence).values())
    assert all(f"said of {name}" in everything for name in Card.model_fields if name not in ("contact", "version"))


def test_figures_of_the_run_stand_with_interval_sample_and_source(make_run):
    text = annex_iv.document(gather(make_run("text")))
    assert re.search(r"accuracy: 0\.\d+ \\\[0\.\d+, 0\.\d+\\\] \(test, n = [\d,]+; ", text)


def test_a_filing_is_of_models_that_write(make_run, tmp_path):
    assert "filing_zh.md" not in documents(gather(make_run("binary")))
    evidence = gather(write_language_run(tmp_path / "poems"))
    text = filing.document(evidence)
    for heading in ("一、基本情况", "二、模型研制情况", "三、服务与安全防范", "四、安全评估", "五、自愿承诺"):
        assert f"## {heading}" in text
    assert "请在 recipe 中填写 card.provider" in text and "须由备案主体另行填写" in text
    english = [line for line in text.splitlines() if re.search(r"[a-z]+ [a-z]+ [a-z]+", line)]
    assert all("原文（英文）" in line for line in english), english
    assert "{" not in text


@pytest.mark.parametrize("kind", ["binary", "regression", "text", "chinese", "pictures"])
def test_they_are_written_beside_the_report(make_run, kind):
    run = make_run(kind)
    evidence = gather(run)
    write(run, evidence)
    for name, text in documents(evidence).items():
        assert (run.path / "documents" / name).read_text(encoding="utf-8") == text
        assert text.startswith("# ") and "None" not in text


def test_a_statement_is_no_markup(make_run):
    run = make_run("binary")
    (run.path / "card.json").write_text(
        json.dumps({"purpose": "<b>x</b> [a](http://evil) `y` **z**"}), encoding="utf-8"
    )
    text = annex_iv.document(gather(run))
    assert "<b>" not in text and "](http://evil)" not in text
