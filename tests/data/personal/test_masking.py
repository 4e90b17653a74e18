"""Personal data replaced: the same in training and in requests, pseudonyms consistent, values nowhere in a run."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import modelyard
from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Data, Recipe
from modelyard.data.bundle import prepare
from modelyard.data.personal.masking import KEY_VARIABLE, VERSION, Masker, kept_key

MASK = Masker(mode="mask", columns=("text",))
KEYED = Masker(mode="pseudonymise", columns=("text",), key=b"k" * 32)
PIECES = [
    "Mary Jones",
    "call ",
    "+1 415 555 0132",
    "我叫",
    "张伟",
    "，",
    " ",
    "4111 1111 1111 1111",
    "a@b.example.com",
    "1.2.3.4 ",
]


def _write(path: Path, rows: int = 120) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["text", "owner", "label"])
        for i in range(rows):
            who = ("Mary Jones", "John Smith", "张伟")[i % 3]
            writer.writerow(
                [f"My name is {who}, call 415-555-{1000 + i} about item {i}", f"p{i}@mail.example.com", "ab"[i % 2]]
            )
    return path


def test_by_kind_and_by_pseudonym() -> None:
    assert MASK.text("My name is John Smith, mail js@mail.example.com") == "My name is 〔NAME〕, mail 〔EMAIL〕"
    once, again = KEYED.text("call 415-555-0132, or 415 555 0132"), KEYED.text("(415) 555-0132")
    assert once.count(again) == 2 and again.startswith("〔PHONE-")  # one number, however it is written
    other = Masker(mode="pseudonymise", columns=("text",), key=b"o" * 32)
    assert other.text("(415) 555-0132") != again


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "x", "\n", "John", "18 Elm Street"]), max_size=8).map("".join))
def test_doing_it_again_changes_nothing(text: str) -> None:
    for masker in (MASK, KEYED):
        once = masker.text(text)
        assert masker.text(once) == once


def test_prepared_rows_and_all_that_is_told_of_them_hold_no_values(tmp_path: Path) -> None:
    recipe = Recipe(
        task="text-classification",
        data=Data(train=(str(_write(tmp_path / "d.csv")),), inputs=("text",), target="label", personal="mask"),
    )
    bundle = prepare(recipe, tmp_path / "run" / "bundle")
    assert all("〔NAME〕" in text and "〔PHONE〕" in text for text in bundle.rows("train")["text"])
    for file in (tmp_path / "run" / "bundle").iterdir():
        content = file.read_bytes()
        assert b"Mary" not in content and "张伟".encode() not in content and b"@mail" not in content, file.name
        assert b"415-555" not in content, file.name
    found = next(one for one in bundle.findings if one.kind == "personal_data")
    assert "120 names" in found.text and "120 phone numbers" in found.text and found.places


def test_kept_personal_data_is_told_of(tmp_path: Path) -> None:
    recipe = Recipe(
        task="text-classification",
        data=Data(train=(str(_write(tmp_path / "d.csv")),), inputs=("text",), target="label"),
    )
    bundle = prepare(recipe, tmp_path / "bundle")
    found = next(one for one in bundle.findings if one.kind == "personal_data")
    assert found.severity == "warning" and "data.personal" in found.remedy
    assert "Mary" not in json.dumps(found.to_json())


def test_a_run_with_pseudonyms_from_data_to_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = {
        "task": "text-classification",
        "data": {
            "train": str(_write(tmp_path / "d.csv")),
            "inputs": "text",
            "target": "label",
            "personal": "pseudonymise",
        },
        "model": {"family": "linear"},
    }
    run = tmp_path / "run"
    modelyard.run(recipe, out=run)
    key = run / "private" / "personal.key"
    assert key.stat().st_mode & 0o777 == 0o600
    secret = key.read_text(encoding="ascii").encode()
    for file in run.rglob("*"):
        if file.is_file() and file != key and file.name != "recipe.yaml":
            content = file.read_bytes()
            assert secret not in content and b"Mary Jones" not in content and b"415-555-1001" not in content, file
    model = modelyard.load(run)
    one, two = (
        "My name is Mary Jones, item 7",
        f"My name is {KEYED.__class__.load(run / 'artifact').text('Mary Jones')}, item 7",
    )
    assert model.outputs({"text": [one]}).tolist() == model.outputs({"text": [two]}).tolist()
    moved = tmp_path / "elsewhere" / "a" / "b" / "c"
    moved.parent.mkdir(parents=True)
    (run / "artifact").rename(moved)
    with pytest.raises(ArtifactError, match="their key is not here"):
        modelyard.load(moved)
    monkeypatch.setenv(KEY_VARIABLE, str(key))
    assert modelyard.load(moved).outputs({"text": [one]}).shape == (1, 2)


def test_an_export_masks_without_modelyard(tmp_path: Path) -> None:
    from modelyard.export import isolated
    from modelyard.export.folder import export, verify

    recipe = {
        "task": "text-classification",
        "data": {"train": str(_write(tmp_path / "d.csv")), "inputs": "text", "target": "label", "personal": "mask"},
        "model": {"family": "linear"},
    }
    run = tmp_path / "run"
    modelyard.run(recipe, out=run)
    export(run, tmp_path / "out", form="onnx")
    verify(tmp_path / "out")
    text = "My name is Gerald Tomlinson, call 415-555-9999 about item 3"
    outputs, _ = isolated.answer(tmp_path / "out", [{"text": text}, {"text": MASK.text(text)}], form="onnx")
    assert outputs[0].tolist() == outputs[1].tolist()
    assert outputs[0] == pytest.approx(modelyard.load(run).outputs({"text": [text]})[0], abs=1e-4)


def test_a_key_is_made_once_and_a_short_one_is_refused(tmp_path: Path) -> None:
    assert kept_key(tmp_path) == kept_key(tmp_path)
    (tmp_path / "private" / "personal.key").write_text("00ff", encoding="ascii")
    with pytest.raises(ArtifactError, match="too short"):
        kept_key(tmp_path)


@pytest.mark.parametrize("workers", [1, 2])
def test_running_text_has_pseudonyms_whatever_process_reads_it(tmp_path: Path, workers: int) -> None:
    from modelyard.data.corpus import prepare_corpus

    for i in range(40):
        text = f"My name is Mary Jones. Story {i} about {i * 7} trees and a river.\n" * 3
        (tmp_path / f"{i}.txt").write_text(text, encoding="utf-8")
    for mode, shown in (("mask", "〔NAME〕"), ("pseudonymise", "〔NAME-")):
        section = Data(train=(str(tmp_path / "*.txt"),), personal=mode, deduplicate="exact")
        recipe = Recipe(task="language-modeling", data=section)
        corpus = prepare_corpus(recipe, tmp_path / mode / "bundle", workers=workers)
        texts = list(corpus.texts("train"))
        assert all(shown in text and "Mary" not in text for text in texts)
        assert len({text.split("My name is ")[1].split(".")[0] for text in texts}) == 1
        again = prepare_corpus(recipe, tmp_path / mode / "bundle", workers=workers)
        assert again.fingerprint == corpus.fingerprint
        held = Masker.load(corpus.path)
        assert held is not None and held.text("My name is Mary Jones") in texts[0]


def test_a_corpus_that_is_kept_again_loses_its_masker(tmp_path: Path) -> None:
    from modelyard.data.corpus import prepare_corpus

    (tmp_path / "a.txt").write_text("My name is Mary Jones.\n\n" + "A story of trees. " * 200, encoding="utf-8")
    section = Data(train=(str(tmp_path / "a.txt"),), personal="mask", deduplicate="none", section_characters=300)
    prepare_corpus(Recipe(task="language-modeling", data=section), tmp_path / "bundle", workers=1)
    kept = section.model_copy(update={"personal": "keep"})
    corpus = prepare_corpus(Recipe(task="language-modeling", data=kept), tmp_path / "bundle", workers=1)
    assert Masker.load(corpus.path) is None
    assert any("Mary" in text for split in ("train", "validation", "test") for text in corpus.texts(split))


def test_planted_secrets_are_read_as_they_are() -> None:
    from modelyard.data.canaries import draw

    for canary in draw(300, seed=5):
        assert MASK.text(canary.text) == canary.text


@pytest.mark.parametrize("place", ["artifact", "folds/1/models/linear", "evidence/.shadows/000/models/linear"])
def test_what_a_run_trains_besides_finds_its_key(tmp_path: Path, place: str) -> None:
    own = Masker(mode="pseudonymise", columns=("text",), key=kept_key(tmp_path))
    folder = tmp_path / place
    folder.mkdir(parents=True)
    own.save(folder)
    assert Masker.load(folder) == own


def test_pseudonyms_are_never_of_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Masker(mode="pseudonymise", columns=("text",), key=kept_key(tmp_path / "one"))
    (tmp_path / "one" / "artifact").mkdir()
    own.save(tmp_path / "one" / "artifact")
    assert own.key.hex() not in (tmp_path / "one" / "artifact" / "personal.json").read_text(encoding="utf-8")
    kept_key(tmp_path / "two")
    monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "two" / "private" / "personal.key"))
    assert Masker.load(tmp_path / "one" / "artifact") == own  # its run's own, not the one of another model
    (tmp_path / "one" / "private" / "personal.key").unlink()
    with pytest.raises(ArtifactError, match="not the key of the pseudonyms"):
        Masker.load(tmp_path / "one" / "artifact")


def test_a_detector_that_finds_otherwise_is_another_version() -> None:
    """Where this fails, raise `masking.VERSION` and put the new digest here: a stored model would read otherwise."""
    texts = []
    for name in ("personal_english", "personal_chinese", "personal_unseen"):
        lines = (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines]
    masked = "\n".join(MASK.text(text) for text in texts)
    assert (VERSION, hashlib.sha256(masked.encode()).hexdigest()[:16]) == (2, "da8055a3f2d215d2")
