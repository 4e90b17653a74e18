"""Generations that begin at different times have the tokens that they have alone; scores are those of a whole pass."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import GPT2Config, GPT2LMHeadModel

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from language_kit import predictor

from modelyard.core.errors import RequestError
from modelyard.inference.continuous import Batch
from modelyard.inference.generation import Generator, Settings
from modelyard.inference.scoring import score
from modelyard.models._decoder import Decoder

ASKED = [
    ("the cat", Settings(max_new_tokens=20, temperature=0)),
    ("床前", Settings(max_new_tokens=5, temperature=0.9, seed=3, top_k=20)),
    ('{"name', Settings(max_new_tokens=12, temperature=0, repetition_penalty=1.3)),
    ("月" * 20, Settings(max_new_tokens=15, temperature=1.0, seed=1, min_p=0.01)),
    ("on", Settings(max_new_tokens=30, temperature=0, stop=("t",))),
]


def gpt2() -> Generator:
    """A definition that goes by the library's own cache, which takes in no further rows."""
    torch.manual_seed(1)
    tokenizer = predictor().task.tokenizer
    network = GPT2LMHeadModel(GPT2Config(vocab_size=tokenizer.vocabulary, n_embd=32, n_layer=2, n_head=4))
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.mul_(8)
    return Generator(Decoder(network), tokenizer)


@pytest.mark.parametrize("kind", ["llama", "gpt2"])
def test_texts_do_not_depend_on_what_is_written_beside_them(kind: str) -> None:
    generator = predictor().generator if kind == "llama" else gpt2()
    alone = [generator.generate([prompt], settings)[0] for prompt, settings in ASKED]
    batch = Batch(generator)
    lanes = [batch.lane(prompt, settings, top=2) for prompt, settings in ASKED]
    waiting = list(lanes)
    texts = dict.fromkeys(map(id, lanes), "")
    steps = 0
    while waiting or len(batch):
        if waiting and steps % 3 == 0:  # one, then two at once, ... while the others go on
            some, waiting = waiting[: 1 + steps // 3], waiting[1 + steps // 3 :]
            batch.begin(some)
        for lane in batch.step():
            texts[id(lane)] += lane.take()
        steps += 1
    for lane, expected in zip(lanes, alone, strict=True):
        assert lane.row.completion().tokens == expected.tokens
        assert texts[id(lane)] == expected.text and lane.row.reason == expected.finish_reason
        np.testing.assert_allclose(lane.row.logprobs, expected.logprobs, atol=1e-4)
        assert len(lane.tops) == len(lane.row.tokens)
        assert all(len(top) == 2 and top[0][1] >= top[1][1] for top in lane.tops)


def test_one_that_is_not_wanted_ends_and_the_others_go_on() -> None:
    generator = predictor().generator
    batch = Batch(generator)
    first, second = (batch.lane("the cat", Settings(max_new_tokens=9, temperature=0)) for _ in range(2))
    batch.begin([first, second])
    batch.step()
    first.is_wanted = lambda: False
    while len(batch):
        batch.step()
    assert first.row.reason == "cancelled" and len(first.row.tokens) == 1
    assert len(second.row.tokens) == 9


def test_one_whose_constraint_fails_ends_alone() -> None:
    class Broken:
        def allowed(self) -> None:
            raise RequestError("the constraint cannot be followed", where="constraint")

    batch = Batch(predictor().generator)
    first, second = (batch.lane("the cat", Settings(max_new_tokens=4, temperature=0)) for _ in range(2))
    first.row.matcher = Broken()  # type: ignore[assignment]
    batch.begin([first, second])
    while len(batch):
        batch.step()
    assert isinstance(first.error, RequestError) and len(second.row.tokens) == 4


def test_scores_are_those_of_each_sequence_alone() -> None:
    decoder = predictor().generator.decoder
    sequences = [[5], [5, 9, 300, 4, 77], list(range(100)), [7, 7]]
    for sequence, found in zip(sequences, score(decoder, sequences, top=3), strict=True):
        with torch.no_grad():
            expected = torch.log_softmax(decoder(torch.tensor([sequence]))[0].double(), dim=1)
        assert len(found.logprobs) == len(found.tops) == len(sequence) - 1
        for i, token in enumerate(sequence[1:]):
            assert found.logprobs[i] == pytest.approx(float(expected[i, token]), abs=1e-4)
            best = expected[i].topk(3)
            assert [p for _, p in found.tops[i]] == pytest.approx(best.values.tolist(), abs=1e-4)
