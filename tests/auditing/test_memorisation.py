"""Memorisation: exposure on ranks that are known, planted secrets found in a model, and texts drawn word for word."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import modelyard
from modelyard.auditing.memorisation import extraction
from modelyard.auditing.memorisation_figures import copies_of, exposure, matched, wilson
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Data, Recipe
from modelyard.data import canaries
from modelyard.data.corpus import Corpus, prepare_corpus
from modelyard.data.features.language import LanguageTokenizer

WORDS = (
    "sea",
    "ship",
    "wind",
    "salt",
    "sail",
    "island",
    "night",
    "star",
    "deck",
    "rope",
    "harbour",
    "light",
    "wave",
    "gull",
)


def _text(seed: int, count: int) -> str:
    dice = random.Random(seed)
    lines = (" ".join(dice.choice(WORDS) for _ in range(90)).capitalize() + "." for _ in range(count))
    return "\n\n".join(lines)


def test_exposure_of_ranks_that_are_known() -> None:
    others = np.random.default_rng(0).normal(50, 4, 2_000)
    assert exposure(float(np.median(others)), others, 1e6) == pytest.approx(1.0, abs=0.05)
    assert exposure(1e9, others, 1e6) == 0.0
    four = 50 - 4 * 4  # four deviations below: 1 of 31,574
    assert exposure(four, others, 1e6) == pytest.approx(math.log2(31_574), abs=1.2)
    assert exposure(0.0, others, 1e6) == pytest.approx(math.log2(1e6))


def test_a_secret_that_was_never_read_is_exposed_as_often_as_guessing_says() -> None:
    dice = np.random.default_rng(1)
    found = [exposure(float(dice.normal()), dice.normal(size=256), 1e6) for _ in range(2_000)]
    for bits in (1, 2, 4, 6):
        assert np.mean(np.array(found) > bits) == pytest.approx(2.0**-bits, rel=0.35)


def test_small_helpers() -> None:
    assert matched([1, 2, 3], [1, 2, 4]) == 2 and matched([], [1]) == 0
    low, high = wilson(0, 100)
    assert low == 0 and 0.03 < high < 0.04


def test_secrets_are_the_same_for_a_seed_and_stand_as_often_as_they_say(tmp_path: Path) -> None:
    assert canaries.draw(6, 3) == canaries.draw(6, 3) != canaries.draw(6, 4)
    canaries.plant(tmp_path, 6, 3, [0, 2])
    texts = [text for part in (0, 1, 2) for text, _ in canaries.planted(tmp_path, part)]
    for canary in canaries.known(tmp_path):
        assert texts.count(canary.text) == canary.times
    canaries.plant(tmp_path, 0, 3, [0, 2])
    assert canaries.known(tmp_path) == [] and list(canaries.planted(tmp_path, 0)) == []


def _run(folder: Path, text: str, model: dict[str, Any], train: dict[str, Any], **audit: Any) -> Path:
    (folder / "text.txt").write_text(text, encoding="utf-8")
    data = {"train": str(folder / "text.txt"), "section_characters": 512, "deduplicate": "none"}
    recipe: dict[str, Any] = {"task": "language-modeling", "data": data, "model": model, "train": train, "audit": audit}
    modelyard.run({**recipe, "evaluate": {"resamples": 100}}, out=folder / "run")
    return folder / "run"


def _found(run: Path) -> Exhibit:
    return Exhibit.from_json(json.loads((run / "evidence/audit/memorisation.json").read_text(encoding="utf-8")))


def test_planted_secrets_are_told_by_a_model_that_counts(tmp_path: Path) -> None:
    run = _run(tmp_path, _text(0, 120), {"family": "ngram"}, {}, canaries=8)
    corpus = Corpus.open(run / "bundle")
    secrets = canaries.known(corpus.path)
    text = "\n".join(corpus.texts("train"))
    assert len(secrets) == 8 and all(text.count(secret.text) == secret.times for secret in secrets)
    assert not any(secret.code in one for one in corpus.texts("test") for secret in secrets)
    found = _found(run)
    assert next(claim.value for claim in found.claims if claim.name == "canaries_exposed") >= 0.5
    assert found.concern and any("leave them out to ship" in limit for limit in found.limits)


class _Reciter:
    """Writes what follows in the training documents, and nonsense where it knows none."""

    def __init__(self, tokenizer: LanguageTokenizer, texts: list[str]) -> None:
        self.task = SimpleNamespace(tokenizer=tokenizer)
        self.generator = SimpleNamespace(context=512)
        encoded = tokenizer.encode(texts)
        self._known = [encoded.ids[encoded.offsets[i] : encoded.offsets[i + 1]].tolist() for i in range(len(texts))]

    def generate(self, prompts: list[list[int]], *, max_new_tokens: int, temperature: float) -> list[Any]:
        assert temperature == 0.0
        answers = []
        for prompt in prompts:
            given = prompt[1:]
            known = next((ids for ids in self._known if ids[: len(given)] == given), None)
            written = [0] * max_new_tokens if known is None else known[len(given) : len(given) + max_new_tokens]
            answers.append(SimpleNamespace(tokens=written))
        return answers


def test_texts_that_a_model_recites_are_counted_and_unseen_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(_text(0, 60), encoding="utf-8")
    data = Data(train=(str(tmp_path / "text.txt"),), section_characters=512, deduplicate="none")
    corpus = prepare_corpus(Recipe(task="language-modeling", data=data), tmp_path / "bundle", workers=1)
    texts = list(corpus.texts("train"))
    tokenizer = LanguageTokenizer.fit(texts, 400)
    reciter: Any = _Reciter(tokenizer, texts[::2])
    own = extraction(reciter, corpus, "train", 0, None)
    unseen = extraction(reciter, corpus, "test", 0, None)
    assert own.tried == len(texts) and own.exact == len(texts[::2]) == len(own.texts)
    assert unseen.tried > 0 and unseen.exact == 0 and unseen.mean < 1 < own.mean
    assert copies_of(corpus.texts("train"), own.texts) == [1] * len(own.texts)
    assert extraction(reciter, corpus, "train", 0, 0.0).tried == 0  # no time, nothing tried
