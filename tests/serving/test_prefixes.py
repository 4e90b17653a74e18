"""Prompts with a shared beginning have the tokens that they have alone, and no key learns of another."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import pytest
from language_kit import predictor, served
from serving_kit import ServerThread

from modelyard.inference.generation import Generator, Settings
from modelyard.inference.language import load
from modelyard.serving.prefixes import PrefixBatch

sys.path.insert(0, str(Path(__file__).parents[1]))
GREEDY = Settings(max_new_tokens=12, temperature=0)


def generator(kind: str, tmp_path: Path) -> Generator:
    if kind == "torch":
        return predictor(512).generator
    from decoder_kit import written

    model: Any = load(written(tmp_path / "artifact"), backend="onnx", threads=1)
    return model.generator


def run(batch: PrefixBatch) -> None:
    while len(batch):
        batch.step()


@pytest.mark.parametrize("kind", ["torch", "onnx"])
def test_tokens_are_those_of_a_prompt_read_as_a_whole(kind: str, tmp_path: Path) -> None:
    own = generator(kind, tmp_path)
    dice = random.Random(5)
    system = [dice.randrange(10, 300) for _ in range(90)]
    prompts = [system + [dice.randrange(10, 300) for _ in range(dice.randrange(1, 11))] for _ in range(14)]
    prompts += [[dice.randrange(10, 300) for _ in range(dice.randrange(3, 20))] for _ in range(6)]
    prompts += [system, prompts[0], system[:70]]
    # More than an eighth is new: read at once by ONNX Runtime, as a whole by torch.
    prompts += [system[:80] + [dice.randrange(10, 300) for _ in range(length)] for length in (12, 25, 30)]
    dice.shuffle(prompts)
    expected = [own.generate([prompt], GREEDY)[0].tokens for prompt in prompts]
    batch = PrefixBatch(own)
    lanes = [batch.lane(prompt, GREEDY) for prompt in prompts]
    waiting = list(lanes)
    while waiting or len(batch):
        count = min(len(waiting), dice.randrange(0, 4))
        some, waiting = waiting[:count], waiting[count:]
        batch.begin(some)
        batch.step()
    assert [tuple(lane.row.tokens) for lane in lanes] == expected
    assert batch.reused >= 8 * 90
    assert not batch._unread


def test_owners_are_kept_apart_and_little_is_held() -> None:
    own = predictor(512).generator
    batch = PrefixBatch(own)
    dice = random.Random(1)
    system = [dice.randrange(10, 300) for _ in range(100)]
    for owner in ("a", "b", None):
        batch.begin([batch.lane([*system, 7], GREEDY)], [owner])
        run(batch)
    assert batch.reused == 0
    batch.begin([batch.lane([*system, 8], GREEDY)], ["a"])
    assert batch.reused == 100
    run(batch)
    for _ in range(30):
        other = [dice.randrange(10, 300) for _ in range(100)]
        for last in (1, 2):
            batch.begin([batch.lane([*other, last], GREEDY)], ["a"])
            run(batch)
    assert len(batch._beginnings) <= 8 and len(batch._recent) <= 32


def test_a_lane_that_is_given_up_while_its_prompt_is_read_ends() -> None:
    batch = PrefixBatch(predictor(512).generator)
    system = list(range(10, 110))
    batch.begin([batch.lane([*system, 7], GREEDY)])
    run(batch)
    lane = batch.lane([*system, 8, 9, 10], GREEDY)
    batch.begin([lane])
    batch.step()
    lane.is_wanted = lambda: False
    batch.step()
    assert lane.row.reason == "cancelled" and not len(batch) and not batch._unread


def test_a_server_reuses_a_system_prompt() -> None:
    system = "the cat sat on the mat. 床前明月光，疑是地上霜。" * 6
    asked = [[{"role": "system", "content": system}, {"role": "user", "content": each}] for each in ("a", "b", "月")]
    with ServerThread(model=served(512)) as server, server.client() as client:
        body = {"temperature": 0, "max_tokens": 10}
        found = [client.post("/v1/chat/completions", json={**body, "messages": one}).json() for one in asked * 2]
        text = client.get("/metrics").text
    with ServerThread(model=served(512)) as server, server.client() as client:
        alone = [client.post("/v1/chat/completions", json={**body, "messages": one}).json() for one in asked[2:]]
    assert found[2]["choices"] == found[5]["choices"] == alone[0]["choices"]
    reused = next(line for line in text.splitlines() if line.startswith("modelyard_prompt_tokens_reused_total"))
    assert float(reused.split()[1]) > 4 * 64
