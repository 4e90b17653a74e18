"""Corpora from real files of every kind: what is read, cleaned, left out and dealt; the same for any worker count."""

import errno
import gzip
import json
import os
import random
import zipfile
from pathlib import Path

import numpy as np
import pytest

from modelyard.core import recipe_file
from modelyard.core.errors import DataError, RecipeError, RunError
from modelyard.data import parts
from modelyard.data.corpus import Corpus, prepare_corpus

SPLITS = ("train", "validation", "test")
WORDS = ["whale", "sea", "床前", "明月", "光", "ship", "and", "the", "of", "captain", "霜", "naïve", "café", "😀"]


def prose(seed, words=200):
    dice = random.Random(seed)
    return " ".join(dice.choices(WORDS, k=words)) + f" {seed}.\n\n" + " ".join(dice.choices(WORDS, k=words // 2))


def recipe(train, **data):
    return recipe_file.from_mapping({"task": "language-modeling", "data": {"train": train, **data}})


def write_jsonl(path, texts, **more):
    path.write_text("".join(json.dumps({"text": text, **more}) + "\n" for text in texts), encoding="utf-8")
    return str(path)


def all_texts(corpus):
    return {split: list(corpus.texts(split)) for split in SPLITS}


def every_text(corpus):
    return [text for texts in all_texts(corpus).values() for text in texts]


def kinds(corpus):
    return {finding.kind: finding for finding in corpus.findings}


def test_every_kind_of_file_gives_its_documents(tmp_path):
    folder = tmp_path / "docs" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(prose(1), encoding="utf-8")
    (folder / "b.md").write_text("# Title\n\n" + prose(2), encoding="utf-8")
    (folder / "c.txt").write_bytes(("中文测试。" * 50 + prose(3)).encode("gb18030", "replace"))
    (folder / "d.txt").write_text(prose(4), encoding="utf-16")
    write_jsonl(folder / "e.jsonl", [prose(5), prose(6)], id=1)
    with gzip.open(folder / "f.txt.gz", "wt", encoding="utf-8") as file:
        file.write(prose(7))
    with zipfile.ZipFile(folder / "g.zip", "w") as archive:
        archive.writestr("in/h.txt", prose(8))
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table({"content": [prose(9), None], "n": [1, 2]}), folder / "i.parquet")
    (folder / "binary.txt").write_bytes(b"\0\1\2" * 100)
    (folder / "empty.txt").write_text(" \n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    corpus = prepare_corpus(recipe(str(tmp_path / "docs")), tmp_path / "corpus", workers=1)
    assert corpus.counts["read"] == 9
    text = "".join(section for sections in all_texts(corpus).values() for section in sections)
    for seed in (1, 2, 3, 4, 5, 6, 7, 8, 9):
        assert f" {seed}.\n\n" in text
    assert "中文测试。" in text and "# Title" in text
    assert kinds(corpus)["unreadable"].count == 3  # the binary and the empty file, the missing cell
    pattern = prepare_corpus(recipe(str(tmp_path / "docs" / "**" / "*.md")), tmp_path / "other", workers=1)
    assert pattern.counts["read"] == 1


def test_long_documents_come_in_sections_that_join_to_the_text(tmp_path):
    text = "\n\n".join(prose(i) for i in range(40))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    corpus = prepare_corpus(
        recipe(str(tmp_path / "a.txt"), section_characters=1_000, split={"validation": 0.2, "test": 0.0}),
        tmp_path / "corpus",
        workers=1,
    )
    texts = all_texts(corpus)
    assert {split: len(found) for split, found in texts.items()} == {k: corpus.counts[k] for k in SPLITS}
    assert {split: sum(len(t.encode()) for t in found) for split, found in texts.items()} == corpus.bytes
    assert max(map(len, texts["train"])) <= 1_000
    assert len(texts["validation"]) > 0 and not texts["test"]
    order = [text.index(section) for section in texts["train"]]
    assert order == sorted(order)
    assert sum(map(len, texts["train"] + texts["validation"])) == len(text)


def test_duplicates_are_left_out_and_never_straddle_a_split(tmp_path):
    originals = [prose(i) for i in range(120)]
    near = [text.replace("captain", "master", 1) + " End" for text in originals[:30]]
    train = write_jsonl(tmp_path / "t.jsonl", originals + originals[:20] + near)
    corpus = prepare_corpus(recipe(train), tmp_path / "a", workers=1)
    assert (corpus.counts["exact_duplicates"], corpus.counts["near_duplicates"]) == (20, 30)
    assert sorted(every_text(corpus)) == sorted(text for text in originals)
    found = kinds(corpus)["near_duplicates"]
    assert found.count == 30 and "t.jsonl:141" in found.places[0]
    exact = prepare_corpus(recipe(train, deduplicate="exact"), tmp_path / "b", workers=1)
    assert (exact.counts["exact_duplicates"], exact.counts["near_duplicates"]) == (20, 0)
    assert sum(len(v) for v in all_texts(exact).values()) == 150
    none = prepare_corpus(recipe(train, deduplicate="none"), tmp_path / "c", workers=1)
    assert sum(len(v) for v in all_texts(none).values()) == 170


def test_given_validation_and_test_files_stay_whole(tmp_path):
    texts = [prose(i) for i in range(60)]
    train = write_jsonl(tmp_path / "t.jsonl", texts)
    validation = write_jsonl(tmp_path / "v.jsonl", [texts[3], prose(100), prose(100)])
    test = write_jsonl(tmp_path / "e.jsonl", [texts[4] + " near", prose(101)])
    corpus = prepare_corpus(recipe(train, validation=validation, test=test), tmp_path / "c", workers=1)
    got = all_texts(corpus)
    assert got["validation"] == [texts[3], prose(100), prose(100)]
    assert got["test"] == [texts[4] + " near", prose(101)]
    assert got["train"] == texts[:3] + texts[5:]


def test_cleaning_is_counted_and_can_be_switched_off(tmp_path):
    path = write_jsonl(tmp_path / "t.jsonl", [f"a{i}  \r\nb\u0000 e\u0301\r\n\r\n" + prose(i) for i in range(5)])
    found = kinds(prepare_corpus(recipe(path), tmp_path / "a", workers=1))
    assert found["cleaned_control"].count == 5
    assert found["cleaned_line_ends"].count == 15
    assert found["cleaned_unicode"].count == 5
    assert found["cleaned_blanks"].count == 5
    off = dict.fromkeys(("unicode", "control", "blanks", "boilerplate"), False)
    raw = prepare_corpus(recipe(path, clean=off), tmp_path / "b", workers=1)
    assert not [kind for kind in kinds(raw) if kind.startswith("cleaned")]
    assert any("\x00 e\u0301\r\n" in text for text in raw.texts("train"))


def test_any_number_of_workers_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "CHARACTERS", 20_000)
    path = write_jsonl(tmp_path / "t.jsonl", [prose(i % 190) for i in range(200)])
    contents = []
    for workers in (1, 2):
        directory = tmp_path / f"corpus{workers}"
        corpus = prepare_corpus(recipe(path), directory, workers=workers)
        assert len(corpus.parts) > 5
        contents.append({file.name: file.read_bytes() for file in directory.iterdir()})
    assert contents[0] == contents[1]


def test_new_data_in_the_same_place_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "CHARACTERS", 20_000)
    path = tmp_path / "t.jsonl"
    write_jsonl(path, [prose(i) for i in range(100)])
    first = prepare_corpus(recipe(str(path)), tmp_path / "c", workers=1)
    write_jsonl(path, [prose(i) for i in range(50)])
    second = prepare_corpus(recipe(str(path)), tmp_path / "c", workers=1)
    assert len(second.parts) < len(first.parts) and second.fingerprint != first.fingerprint
    assert sum(len(v) for v in all_texts(second).values()) == 50
    fresh = prepare_corpus(recipe(str(path)), tmp_path / "d", workers=1)
    assert fresh.fingerprint == second.fingerprint


def test_whole_documents_are_dealt_where_there_are_enough(tmp_path):
    path = write_jsonl(tmp_path / "t.jsonl", [f"doc{i} " + prose(i, 900) for i in range(40)])
    corpus = prepare_corpus(
        recipe(path, section_characters=1_000, split={"validation": 0.2, "test": 0.3}), tmp_path / "c", workers=1
    )
    place = {split: {place for _, place in corpus.documents(split)} for split in SPLITS}
    assert all(place.values())
    assert not place["train"] & place["test"] and not place["train"] & place["validation"]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        ({"train": "missing.txt"}, DataError, "missing.txt"),
        ({"train": "*.nothing"}, DataError, "no file fits"),
        ({"train": "blank.txt"}, DataError, "no text"),
        ({"train": "columns.csv"}, DataError, "data.inputs"),
        ({"train": "good.jsonl", "inputs": "body"}, DataError, "no such column"),
        ({"train": "bad.jsonl", "on_bad_rows": "error"}, DataError, "bad.jsonl:2"),
        ({"train": "good.jsonl", "split": {"by": "time", "column": "x"}}, RecipeError, "at random"),
        ({"train": "good.jsonl", "target": "text"}, RecipeError, "no target"),
    ],
)
def test_bad_input_is_one_error_with_a_remedy(tmp_path, monkeypatch, data, error, message):
    monkeypatch.chdir(tmp_path)
    Path("blank.txt").write_text("\n\n")
    Path("columns.csv").write_text("a,b\n1,2\n")
    write_jsonl(Path("good.jsonl"), [prose(1)])
    Path("bad.jsonl").write_text('{"text": "one"}\n{"text": \n')
    with pytest.raises(error, match=message) as caught:
        prepare_corpus(recipe(data.pop("train"), **data), tmp_path / "corpus", workers=1)
    assert caught.value.remedy


def test_bytes_that_are_no_text_are_mended_and_said(tmp_path):
    (tmp_path / "a.txt").write_bytes(prose(1).encode() + b"\xff\xfe bad \xc3\n" + prose(2).encode() * 20)
    corpus = prepare_corpus(recipe(str(tmp_path / "a.txt")), tmp_path / "c", workers=1)
    assert "U+FFFD" in (tmp_path / "c" / "findings.csv").read_text(encoding="utf-8")
    assert any("\N{REPLACEMENT CHARACTER}" in text for text in every_text(corpus))


def test_mix_names_every_path_of_train(tmp_path):
    with pytest.raises(RecipeError, match="mix"):
        recipe(["a.txt", "b.txt"], mix={"a.txt": 1.0})
    assert recipe(["a.txt", "b.txt"], mix={"a.txt": 1, "b.txt": 3}).data.mix["b.txt"] == 3


def test_a_directory_without_a_corpus_is_refused(tmp_path):
    with pytest.raises(RunError, match="prepared text"):
        Corpus.open(tmp_path)


def test_a_damaged_part_is_one_error(tmp_path):
    corpus = prepare_corpus(recipe(write_jsonl(tmp_path / "t.jsonl", [prose(1)])), tmp_path / "c", workers=1)
    part = tmp_path / "c" / "part-00000.parquet"
    part.write_bytes(part.read_bytes()[:-20])
    with pytest.raises(RunError, match=r"part-00000\.parquet"):
        list(corpus.texts("train"))


@pytest.mark.parametrize("fails_at", [0, 2, 5, 9, 12])
def test_a_full_disk_is_one_error_and_the_same_call_goes_on(tmp_path, monkeypatch, fails_at):
    path = write_jsonl(tmp_path / "t.jsonl", [prose(i) for i in range(60)])
    monkeypatch.setattr(parts, "CHARACTERS", 20_000)
    whole = prepare_corpus(recipe(path), tmp_path / "whole", workers=1)
    real, calls = os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(RunError, match="No space left"):
            prepare_corpus(recipe(path), tmp_path / "c", workers=1)
    assert not list((tmp_path / "c").glob(".tmp-*"))
    assert prepare_corpus(recipe(path), tmp_path / "c", workers=1).fingerprint == whole.fingerprint


def test_limit_counts_documents_over_all_paths(tmp_path):
    paths = [write_jsonl(tmp_path / f"{i}.jsonl", [prose(10 * i + j) for j in range(5)]) for i in range(3)]
    corpus = prepare_corpus(recipe(paths, limit=7), tmp_path / "c", workers=1)
    assert corpus.counts["read"] == 7


@pytest.mark.skipif("MODELYARD_DATA" not in os.environ, reason="MODELYARD_DATA is not set: real books and poems")
def test_real_poems_and_a_book(tmp_path):
    data = Path(os.environ["MODELYARD_DATA"])
    paths = [str(data / "tang_poems_zh/*.txt"), str(data / "classic_books_en/books/carroll*.txt")]
    corpus = prepare_corpus(recipe(paths), tmp_path / "c", workers=1)
    assert corpus.counts["read"] == 2
    read = sum(Path(name).stat().st_size for path in paths for name in Path(path).parent.glob(Path(path).name))
    assert 0.97 < sum(corpus.bytes.values()) / read <= 1
    shares = np.array([corpus.bytes[split] for split in SPLITS]) / sum(corpus.bytes.values())
    assert (abs(shares - [0.9, 0.05, 0.05]) < 0.03).all()
