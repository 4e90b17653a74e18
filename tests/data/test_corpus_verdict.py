"""What `new` and `check` say of running text, which text they take for it, and how a sample is told."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

import modelyard
from modelyard.core import recipe_file
from modelyard.core.errors import DataError
from modelyard.core.recipe import Recipe
from modelyard.data.corpus_sample import look
from modelyard.data.corpus_verdict import check_corpus, is_running_text, propose_corpus

WORDS = ("the", "sea", "was", "calm", "and", "a", "ship", "came", "slowly", "over", "it", "with", "salt", "sails")


def prose(seed: int, paragraphs: int = 40) -> str:
    dice = random.Random(seed)
    return "\n\n".join(" ".join(dice.choices(WORDS, k=40)) + f" {dice.random()}." for _ in range(paragraphs))


def chinese(seed: int, lines: int = 200) -> str:
    dice = random.Random(seed)
    return "\n".join(
        "".join(dice.choices("春江潮水連海平海上明月共潮生灩隨波千萬里", k=14)) + "。" for _ in range(lines)
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    root = tmp_path / "docs"
    (root / "guide").mkdir(parents=True)
    for i in range(12):
        text = chinese(i) if i % 4 == 0 else prose(i)
        (root / ("guide" if i % 2 else "") / f"{i}.md").write_text(
            text.replace("\n\n", "\n\n\n\n\n", 1), encoding="utf-8"
        )
    (root / "copy.txt").write_text((root / "0.md").read_text(encoding="utf-8"), encoding="utf-8")
    return root


def test_a_folder_of_text_says_what_it_holds(docs: Path) -> None:
    proposal = propose_corpus(str(docs))
    text = "\n".join(proposal.lines)
    assert proposal.lines[0].startswith("docs/   ") and "13 files   13 documents" in proposal.lines[0]
    assert "Latin " in text and "Chinese " in text and "-> running text of language-modeling" in text
    assert "stand twice or in a later split" in text and "0.md" in text  # the copy, by its place in the folder
    assert "data.clean.blanks" in text and "cleaning takes out" in text
    assert any(line.startswith("splits   train ") and "duplicates left out" in line for line in proposal.lines)
    assert "is little text" in text
    assert all(line.isprintable() and str(docs) not in line for line in proposal.lines)


def test_the_recipe_reads_back_and_says_the_same(docs: Path, tmp_path: Path) -> None:
    proposal = propose_corpus(str(docs))
    assert 5 <= len(proposal.text.splitlines()) <= 10
    (tmp_path / "recipe.yaml").write_text(proposal.text, encoding="utf-8")
    recipe = recipe_file.load(tmp_path / "recipe.yaml")
    assert (recipe.task, recipe.model.family, recipe.data.train) == ("language-modeling", "decoder", (str(docs),))
    assert recipe.data.section_characters is None  # by the size of the text
    assert check_corpus(recipe) == list(proposal.lines)


def test_variables_are_filled_and_never_shown(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTS", str(docs.parent))
    recipe = Recipe.model_validate({"task": "language-modeling", "data": {"train": "${TEXTS}/docs"}})
    lines = check_corpus(recipe)
    assert lines[0].startswith("docs/   ") and not any(str(docs.parent) in line for line in lines)


def test_train_and_test_files_beside_each_other(tmp_path: Path) -> None:
    for seed, name in enumerate(("train", "valid", "test")):
        (tmp_path / f"{name}.txt").write_text(prose(seed, 200), encoding="utf-8")
    recipe = propose_corpus(str(tmp_path / "train.txt")).recipe
    assert recipe.data.test == (str(tmp_path / "test.txt"),)
    assert recipe.data.validation == (str(tmp_path / "valid.txt"),)


def test_a_large_corpus_is_sampled_and_that_is_said(tmp_path: Path) -> None:
    for i in range(8):
        (tmp_path / f"{i}.txt").write_text(prose(i, 500), encoding="utf-8")  # 110 kB each
    recipe = Recipe.model_validate({"task": "language-modeling", "data": {"train": str(tmp_path)}})
    whole, part = look(recipe), look(recipe, most=250_000)
    assert not whole.is_sample and part.is_sample and part.total == whole.total
    assert part.seen < 400_000 and part.seen_files < 8
    assert sum(part.bytes.values()) == pytest.approx(part.seen, rel=0.01)
    # A document that was cut short is known by its size.
    for length in part.lengths:
        assert min(abs(length - other) for other in whole.lengths) < 0.02 * length
    assert all("sample.jsonl" not in place for finding in part.findings for place in finding.places)
    assert look(recipe, most=250_000) == part


def test_what_is_running_text(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(prose(0), encoding="utf-8")
    for label in ("pos", "neg"):
        (tmp_path / "films" / label).mkdir(parents=True)
        for i in range(4):
            (tmp_path / "films" / label / f"{i}.txt").write_text("fine", encoding="utf-8")
    rows = [{"text": prose(i, 3)} for i in range(5)]
    (tmp_path / "long.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    short = [{"text": "fine"}] * 5
    (tmp_path / "short.jsonl").write_text("\n".join(map(json.dumps, short)), encoding="utf-8")
    labelled = [{**row, "label": 1} for row in rows]
    (tmp_path / "labelled.jsonl").write_text("\n".join(map(json.dumps, labelled)), encoding="utf-8")
    (tmp_path / "t.csv").write_text("text,label\na,1\n", encoding="utf-8")
    assert is_running_text(str(docs)) and is_running_text(str(docs / "*.md"))
    assert is_running_text(str(tmp_path / "one.txt")) and is_running_text(str(tmp_path / "long.jsonl"))
    for other in ("films", "short.jsonl", "labelled.jsonl", "t.csv"):
        assert not is_running_text(str(tmp_path / other)), other
    assert not is_running_text("hf://someone/texts")


def test_a_folder_of_pictures_with_a_readme_is_no_corpus(tmp_path: Path) -> None:
    root = tmp_path / "pictures"
    for name in ("cat", "dog"):
        (root / name).mkdir(parents=True)
        for i in range(10):
            (root / name / f"{i}.png").write_bytes(b"\x89PNG")
    (root / "README.md").write_text(prose(0), encoding="utf-8")
    assert not is_running_text(str(root))
    with pytest.raises(DataError, match=r"no file of a known format\. Got '\.png \(20\), \.md \(1\)'"):
        modelyard.new(root, out=tmp_path / "recipe.yaml")
