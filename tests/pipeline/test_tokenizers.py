"""Training a tokenizer by itself, and what inspection says: splits that join to the text, Chinese as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import ArtifactError, DataError, RecipeError, RunError
from modelyard.core.run import Run
from modelyard.data.features.language import LanguageTokenizer
from modelyard.pipeline.tokenizers import inspect_tokenizer, split_text, train_tokenizer

TEXT = "床前明月光，疑是地上霜。\nThe cat sat on the mat, and the cat sat.\n" * 30
FITTED = LanguageTokenizer.fit([TEXT], 330)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "texts.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_trained_tokenizer_opens_in_transformers_with_the_same_ids(file: Path, tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    lines = train_tokenizer([file], vocabulary=330, out=tmp_path / "out")
    assert lines[-1] == f"wrote {tmp_path / 'out'}"
    theirs = AutoTokenizer.from_pretrained(tmp_path / "out")
    own = LanguageTokenizer.load(tmp_path / "out")
    assert theirs.encode(TEXT, add_special_tokens=False) == own.encode([TEXT]).ids.tolist()
    assert own.vocabulary <= 330
    with pytest.raises(RunError, match="taken"):
        train_tokenizer([file], vocabulary=330, out=tmp_path / "out")
    train_tokenizer([file], vocabulary="bytes", out=tmp_path / "out", overwrite=True)
    assert LanguageTokenizer.load(tmp_path / "out").vocabulary == 261


def test_inspection_says_what_it_holds_and_how_a_text_is_split(file: Path, tmp_path: Path) -> None:
    train_tokenizer([file], vocabulary=330, out=tmp_path / "out")
    lines = inspect_tokenizer(tmp_path / "out", file)
    assert any("<|endoftext|>   ends and begins a document" in line for line in lines)
    by_script = {
        line.split()[0]: float(line.split()[1]) for line in lines if line.startswith("  ") and " bytes in " in line
    }
    assert set(by_script) == {"Chinese", "Latin"}
    content = TEXT.splitlines(keepends=True)
    for name, line in (("Chinese", content[0]), ("Latin", content[1])):
        own = LanguageTokenizer.load(tmp_path / "out")
        assert by_script[name] == pytest.approx(len(line.encode()) / len(own.encode([line]).ids), abs=0.006)
    shown = lines[-1]
    assert "月" in shown and "·cat" in shown and "⏎" in shown and "\ufffd" not in shown


@given(st.text(min_size=1, max_size=60))
def test_the_parts_of_a_text_join_to_it(text: str) -> None:
    ids = FITTED.encode([text]).ids.tolist()
    parts = split_text(FITTED, ids)
    whole = "".join(parts)
    if "×" not in whole and "\ufffd" not in text:
        assert whole == text
    assert sum(
        int(part[-1]) if "×" in part[1:] and len(part) == 3 and part[-1] in "234" else 1 for part in parts
    ) <= len(ids)


def test_what_is_missing_or_wrong_is_said(file: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArtifactError, match=r"no tokenizer\.json"):
        inspect_tokenizer(tmp_path / "empty")
    with pytest.raises(DataError):
        train_tokenizer([tmp_path / "absent.txt"], vocabulary=330, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(RecipeError, match="261"):
        train_tokenizer([file], vocabulary=100, out=tmp_path / "out")


def recipe(file: Path, tokenizer: Path | str, **train: object) -> dict[str, object]:
    small = {"layers": 1, "width": 32, "heads": 2, "max_length": 32}
    family = "encoder" if train.get("objective") == "masked" else "decoder"
    return {
        "task": "language-modeling",
        "data": {"train": str(file), "section_characters": 256, "deduplicate": "none"},
        "model": {"family": family, "tokenizer": str(tokenizer), **small},
        "train": {"steps": 2, "batch_size": 4, "threads": 1, "precision": "fp32", "compile": False, **train},
        "evaluate": {"resamples": 100},
    }


def unfinished(run: Run) -> Run:
    """As if it had been killed before its report."""
    (run.path / "report.html").unlink()
    return run


@pytest.mark.parametrize("objective", ["causal", "masked"])
def test_a_run_takes_the_tokenizer_that_it_is_given(file: Path, tmp_path: Path, objective: str) -> None:
    import hashlib

    import modelyard

    train_tokenizer([file], vocabulary=310, out=tmp_path / "own")
    settings = recipe(file, tmp_path / "own", objective=objective)
    run = modelyard.run(settings, out=tmp_path / "run")
    content = (tmp_path / "own" / "tokenizer.json").read_bytes()
    assert (run.path / "artifact" / "tokenizer.json").read_bytes() == content
    origin = run.read_json("tokens/tokenizer/origin.json")
    assert origin["tokenizer"]["sha256"] == origin["digest"] == hashlib.sha256(content).hexdigest()
    assert list(run.events("tokens"))[-1]["tokenizer"] == origin["digest"]
    if objective == "causal":  # that of a run is taken, too; where the folder is gone, the run's own copy stands
        again = modelyard.run(recipe(file, run.path), out=tmp_path / "again")
        assert (again.path / "artifact" / "tokenizer.json").read_bytes() == content
        (tmp_path / "own" / "tokenizer.json").unlink()
        resumed = modelyard.run(settings, out=unfinished(run).path)
        kept = [event["name"] for event in resumed.events("stage") if event["state"] == "kept"]
        assert "tokenize" in kept and "train" in kept


def test_a_tokenizer_that_changed_makes_new_tokens(file: Path, tmp_path: Path) -> None:
    import modelyard

    train_tokenizer([file], vocabulary=310, out=tmp_path / "own")
    run = modelyard.run(recipe(file, tmp_path / "own"), out=tmp_path / "run")
    train_tokenizer([file], vocabulary="bytes", out=tmp_path / "own", overwrite=True)
    again = modelyard.run(recipe(file, tmp_path / "own"), out=unfinished(run).path)
    done = [event["name"] for event in again.events("stage") if event["state"] == "done"]
    assert done.count("tokenize") == done.count("train") == 2 and done.count("prepare") == 1
    assert LanguageTokenizer.load(again.path / "artifact").vocabulary == 261


def test_a_tokenizer_that_cannot_be_taken_is_refused(file: Path, tmp_path: Path) -> None:
    import modelyard
    from modelyard.core.recipe import TokenConfig
    from modelyard.data.features.tokens import TextTokenizer

    with pytest.raises(RecipeError, match=r"model.tokenizer.*no tokenizer.json|no tokenizer.json.*"):
        modelyard.run(recipe(file, tmp_path / "none"), out=tmp_path / "run")
    for other in ({"vocabulary": 400}, {"from": "x"}):
        with pytest.raises(ValueError, match="brings its own"):
            TokenConfig.model_validate({"tokenizer": "x", **other})
    with pytest.raises(RecipeError, match="of running text does not serve"):
        TextTokenizer.fit(["a"], TokenConfig(tokenizer="x"))
