"""Shards: the tokens of every document, whatever the number of workers, and after any kill."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time

import numpy as np
import pytest

from modelyard.core import recipe_file
from modelyard.core.errors import DataError, RunError
from modelyard.data import parts
from modelyard.data.corpus import prepare_corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.shards import Shards, token_type, write_shards
from modelyard.data.workers import run_tasks

WORDS = ["whale", "sea", "床前明月光", "疑是地上霜", "ship", "the", "of", "captain", "naïve", "<|endoftext|>", "😀"]


def _texts(count, seed=0):
    dice = random.Random(seed)
    return [" ".join(dice.choices(WORDS, k=dice.randint(1, 200))) + f" {i}" for i in range(count)]


def _corpus(tmp_path, texts, **data):
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    given = {"train": str(path), "deduplicate": "none", **data}
    recipe = recipe_file.from_mapping({"task": "language-modeling", "data": given})
    return prepare_corpus(recipe, tmp_path / "corpus", workers=1)


def test_shards_hold_every_document(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "CHARACTERS", 20_000)
    corpus = _corpus(tmp_path, _texts(120))
    tokenizer = LanguageTokenizer.fit(corpus.texts("train"), 400)
    seen = []
    shards = write_shards(
        corpus, "train", tokenizer, tmp_path / "a", workers=1, progress=lambda text, share: seen.append(share)
    )
    again = write_shards(corpus, "train", tokenizer, tmp_path / "b", workers=2)
    assert {f.name: f.read_bytes() for f in (tmp_path / "a").glob("*.*")} == {
        f.name: f.read_bytes() for f in (tmp_path / "b").glob("*.*")
    }
    assert seen == sorted(seen) and seen[-1] == 1.0
    assert shards.fingerprint == again.fingerprint
    texts = list(corpus.texts("train"))
    assert shards.documents == len(texts) == len(shards.starts) - 1
    assert shards.bytes.tolist() == [len(text.encode()) for text in texts]
    assert shards.dtype == np.uint16 and shards.starts[-1] == shards.tokens
    whole = shards.read(0, shards.tokens)
    for i, text in enumerate(texts):
        ids = shards.read(int(shards.starts[i]), int(shards.starts[i + 1]))
        assert ids[0] == tokenizer.end_id and tokenizer.decode(ids[1:]) == text
        np.testing.assert_array_equal(ids, whole[shards.starts[i] : shards.starts[i + 1]])
    assert (whole == tokenizer.end_id).sum() == len(texts)  # its name in a text is text
    total = {key: sum(found[key] for found in shards.compression.values()) for key in ("documents", "bytes", "tokens")}
    assert total == {"documents": len(texts), "bytes": corpus.bytes["train"], "tokens": shards.tokens}
    assert set(shards.compression) <= {"Chinese", "Latin", "no letters"}
    assert LanguageTokenizer.load(tmp_path / "a" / "tokenizer") == tokenizer
    shards.verify()


def test_sources_can_be_opened_one_by_one(tmp_path):
    paths = []
    for i in range(3):
        path = tmp_path / f"{i}.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in _texts(30, i)), encoding="utf-8")
        paths.append(str(path))
    recipe = recipe_file.from_mapping({"task": "language-modeling", "data": {"train": paths}})
    corpus = prepare_corpus(recipe, tmp_path / "corpus", workers=1)
    tokenizer = LanguageTokenizer.fit([], "bytes")
    whole = write_shards(corpus, "train", tokenizer, tmp_path / "s", workers=1)
    one = [Shards.open(tmp_path / "s", "train", source=i) for i in range(3)]
    np.testing.assert_array_equal(np.concatenate([s.read(0, s.tokens) for s in one]), whole.read(0, whole.tokens))
    assert sum(s.documents for s in one) == whole.documents
    for s in one:
        assert s.starts[0] == 0 and s.starts[-1] == s.tokens
        assert (s.read(0, s.tokens)[s.starts[:-1]] == s.end_id).all()
        assert len(s.bytes) == s.documents


def test_a_large_vocabulary_needs_four_bytes():
    assert token_type(1 << 16).itemsize == 2 and token_type((1 << 16) + 1).itemsize == 4


def test_an_empty_split_has_no_tokens(tmp_path):
    corpus = _corpus(tmp_path, _texts(5), split={"validation": 0.0, "test": 0.0})
    shards = write_shards(corpus, "test", LanguageTokenizer.fit([], "bytes"), tmp_path / "s", workers=1)
    assert (shards.tokens, shards.documents) == (0, 0)


def test_damage_is_found(tmp_path):
    corpus = _corpus(tmp_path, _texts(30))
    tokenizer = LanguageTokenizer.fit([], "bytes")
    shards = write_shards(corpus, "train", tokenizer, tmp_path / "s", workers=1)
    path = next((tmp_path / "s").glob("train-*.bin"))
    good = path.read_bytes()
    path.write_bytes(good[:100] + bytes([good[100] ^ 1]) + good[101:])
    with pytest.raises(RunError, match="altered"):
        shards.verify()
    write_shards(corpus, "train", tokenizer, tmp_path / "s", workers=1).verify()  # made again
    assert path.read_bytes() == good
    path.write_bytes(good[:-2])
    with pytest.raises(RunError, match=path.name):
        Shards.open(tmp_path / "s", "train")
    with pytest.raises(RunError, match="cannot be read"):
        Shards.open(tmp_path / "s", "validation")


def test_another_tokenizer_makes_other_shards(tmp_path):
    corpus = _corpus(tmp_path, _texts(30))
    first = write_shards(corpus, "train", LanguageTokenizer.fit([], "bytes"), tmp_path / "s", workers=1)
    other = LanguageTokenizer.fit(corpus.texts("train"), "characters")
    second = write_shards(corpus, "train", other, tmp_path / "s", workers=1)
    assert second.tokens < first.tokens and second.fingerprint != first.fingerprint


def fail(task):
    """A task of the tests: raises, ends the process, or answers."""
    if task["do"] == "raise":
        raise DataError("a rule", where="a.txt:3", got="x", remedy="Mend it.")
    if task["do"] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return {"n": task["n"], "text": task["text"]}


def test_workers_answer_in_order_and_hand_on_errors(monkeypatch):
    # A module that worker processes can import: this file's folder is on their path.
    monkeypatch.syspath_prepend(os.path.dirname(__file__))  # noqa: PTH120
    name = "test_shards:fail"
    tasks = [{"do": "answer", "n": i, "text": "\ud800 中\n"} if i % 3 else {"done": {"n": i}} for i in range(12)]
    answers = []
    with pytest.raises(DataError, match=r"a\.txt:3: a rule\. Got 'x'\. Mend it"):
        list(run_tasks(name, [*tasks, {"do": "raise"}], workers=1))
    with pytest.raises(DataError, match=r"a\.txt:3: a rule\. Got 'x'\. Mend it"):
        for answer in run_tasks(name, [*tasks, {"do": "raise"}], workers=2):
            answers.append(answer)
    assert [answer["n"] for answer in answers] == list(range(12))
    assert answers[1]["text"] == "\ud800 中\n"
    with pytest.raises(RunError, match="worker process ended"):
        list(run_tasks(name, [*tasks, {"do": "die"}], workers=2))


_PROGRAM = """
import sys
from pathlib import Path
from modelyard.core import recipe_file
from modelyard.data import parts
from modelyard.data.corpus import prepare_corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.shards import write_shards

parts.CHARACTERS = 30_000
here = Path(sys.argv[1])
data = {"train": sys.argv[2], "section_characters": 600}
recipe = recipe_file.from_mapping({"task": "language-modeling", "data": data})
corpus = prepare_corpus(recipe, here / "corpus", workers=2)
tokenizer = LanguageTokenizer.fit(corpus.texts("train"), 500)
for split in ("train", "validation"):
    write_shards(corpus, split, tokenizer, here / "tokens", workers=2)
"""


def _start(directory, data):
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(_PROGRAM), str(directory), str(data)])


def _content(directory):
    return {str(f.relative_to(directory)): f.read_bytes() for f in directory.rglob("*") if f.is_file()}


def test_killed_in_the_middle_the_same_call_gives_the_same_bytes(tmp_path):
    data = tmp_path / "t.jsonl"
    texts = _texts(400)
    data.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts + texts[:50]), encoding="utf-8")
    whole = _start(tmp_path / "whole", data)
    killed_with = []
    directory = tmp_path / "killed"
    for pattern, count in (
        ("corpus/part-*.json", 3),
        ("corpus/splits.npy", 1),
        ("tokens/train-*.bin", 1),
        ("tokens/train-*.json", 4),
    ):
        process = _start(directory, data)
        while process.poll() is None and len(list(directory.glob(pattern))) < count:
            time.sleep(0.001)
        killed_with.append(process.poll() is None)
        process.kill()
        process.wait()
    assert any(killed_with)
    assert _start(directory, data).wait() == 0
    assert whole.wait() == 0
    before, after = _content(tmp_path / "whole"), _content(directory)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert len([name for name in before if name.startswith("tokens/train-")]) > 5
