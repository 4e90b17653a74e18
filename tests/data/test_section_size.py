"""Sections are as long as leaves a test enough of them; what the recipe states stays."""

import json
import random
from pathlib import Path

import pytest

from modelyard.core.recipe import Data, Recipe
from modelyard.data.corpus import prepare_corpus
from modelyard.data.section_size import AIMED, LEAST, LETTER, LONGEST, section_characters

WORDS = ["sea", "ship", "salt", "island", "calm", "wave", "春江", "明月", "潮水"]


def prose(characters: int, seed: int = 0) -> str:
    dice, lines, size = random.Random(seed), [], 0
    while size < characters:
        lines.append(" ".join(dice.choices(WORDS, k=12)) + f" {dice.randint(0, 10**6)}.\n\n")
        size += len(lines[-1])
    return "".join(lines)[:characters]


@pytest.fixture(scope="module")
def novel(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("novel") / "novel.txt"
    path.write_text(prose(1_000_000), encoding="utf-8")
    return str(path)


def test_a_megabyte_leaves_fifty_sections_for_the_test(novel: str, tmp_path: Path) -> None:
    corpus = prepare_corpus(Recipe(task="language-modeling", data=Data(train=(novel,))), tmp_path / "a", workers=1)
    assert AIMED * 0.9 <= corpus.counts["test"] <= 4 * AIMED
    assert corpus.counts["validation"] >= AIMED * 0.9
    stated = Data(train=(novel,), section_characters=16_384)
    long = prepare_corpus(Recipe(task="language-modeling", data=stated), tmp_path / "b", workers=1)
    assert long.counts["test"] < 5
    # As it was before sections could be chosen: a recipe that states them makes the same corpus.
    assert corpus.fingerprint != long.fingerprint
    chosen = Data(train=(novel,), section_characters=section_characters(Data(train=(novel,))))
    again = prepare_corpus(Recipe(task="language-modeling", data=chosen), tmp_path / "c", workers=1)
    assert again.fingerprint == corpus.fingerprint


def test_it_follows_text_share_and_documents(novel: str, tmp_path: Path) -> None:
    def size(**data: object) -> int:
        return section_characters(Data.model_validate({"train": novel, **data}))

    assert size() == 1_024
    assert size(split={"test": 0.4}) == 8_192
    assert size(split={"test": 0.0}) == LONGEST
    assert size(section_characters=777) == 777
    (tmp_path / "test.txt").write_text(prose(100_000, 1), encoding="utf-8")
    assert size(test=str(tmp_path / "test.txt")) == LONGEST
    (tmp_path / "little.txt").write_text(prose(3_000), encoding="utf-8")
    assert section_characters(Data(train=(str(tmp_path / "little.txt"),))) == LEAST
    many = tmp_path / "many"
    many.mkdir()
    for i in range(1_000):
        (many / f"{i}.txt").write_text(prose(100, i), encoding="utf-8")
    assert section_characters(Data(train=(str(many),))) == LONGEST  # documents enough as they are
    letters = tmp_path / "letters.jsonl"
    letters.write_text("".join(json.dumps({"text": prose(1_500, i)}) + "\n" for i in range(60)), encoding="utf-8")
    assert section_characters(Data(train=(str(letters),))) == LETTER  # a letter is not cut


def test_it_reads_no_more_than_it_needs(novel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from modelyard.data import section_size

    read = []

    class Endless:
        def __init__(self, *_: object) -> None:
            pass

        def pieces(self) -> object:
            from modelyard.data.documents import Piece

            while True:
                read.append(1)
                yield Piece("x" * 1_000_000, "place", first=len(read) == 1)

    monkeypatch.setattr(section_size, "Documents", Endless)
    assert section_characters(Data(train=(novel,))) == LONGEST
    assert len(read) <= 17
