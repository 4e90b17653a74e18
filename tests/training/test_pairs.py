"""Pairs and their reference: computed once, in parts, checked when read; dealt by (seed, step) alone."""

import json

import numpy as np
import pytest
import torch

from modelyard.core import durable
from modelyard.core.errors import ArtifactError, RunError
from modelyard.core.features import Tokens
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.data.conversations import Conversations
from modelyard.models import decoder
from modelyard.training import base, reference, rendering
from modelyard.training.pairs import PairFeed, Pairs, compute_reference


@pytest.fixture
def prepared(tmp_path, language_base):
    rows = [{"prompt": f"Question {i}", "chosen": f"Yes {i}" * (1 + i % 5), "rejected": f"No {i}"} for i in range(40)]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    recipe = Recipe(
        task="preference",
        data={"train": str(tmp_path / "pairs.jsonl")},
        model={"family": "decoder", "from": str(language_base)},
        train={"threads": 1},
    )
    run = Run(tmp_path / "run")
    run.path.mkdir()
    base.take(recipe, run)
    rendering.prepare(recipe, run)
    return recipe, run


def test_the_reference_is_the_starting_models(prepared, language_base):
    recipe, run = prepared
    compute_reference(recipe, run)
    found = reference.read(run, 64)
    assert found.shape == (40, 4)
    assert not (run.path / "reference-parts").exists()
    model = decoder.open(language_base)
    tokens = Conversations.open(run.path / "bundle").tokens()
    for sequence in (0, 1, 17, 79):
        marked = np.asarray(tokens.ids[tokens.offsets[sequence] : tokens.offsets[sequence + 1]], dtype=np.int64)
        ids = torch.from_numpy(np.where(marked < 0, ~marked, marked))
        with torch.no_grad():
            log = model(ids[None])[0].log_softmax(1)
        nats = -sum(log[t - 1, ids[t]].item() for t in range(1, len(ids)) if marked[t] >= 0)
        row, side = divmod(sequence, 2)
        assert found[row, 2 * side] == pytest.approx(nats, rel=1e-5)
        assert found[row, 2 * side + 1] == (marked >= 0).sum()


def test_it_goes_on_after_the_last_whole_part(prepared, monkeypatch):
    recipe, run = prepared
    monkeypatch.setattr(reference, "PART_RECORDS", 16)
    seen = []
    compute, write = reference.pairs_of, durable.write_bytes

    def counted(model, tokens, pad_id):
        seen.append(len(tokens))
        return compute(model, tokens, pad_id)

    def full(path, data):
        if path.name.startswith("0000000032"):
            raise RunError("cannot write: no space left on device")
        write(path, data)

    monkeypatch.setattr(reference, "pairs_of", counted)
    monkeypatch.setattr(reference.durable, "write_bytes", full)
    with pytest.raises(RunError, match="no space"):
        compute_reference(recipe, run)
    assert seen == [32, 32, 16]
    monkeypatch.setattr(reference.durable, "write_bytes", write)
    damaged = run.path / "reference-parts" / "0000000000.safetensors"
    damaged.write_bytes(damaged.read_bytes()[:-9])
    seen.clear()
    compute_reference(recipe, run)
    assert seen == [32, 16], "the damaged part and the missing one"
    assert np.isfinite(reference.read(run, 64)).all()


def test_a_reference_of_something_else_is_refused(prepared):
    recipe, run = prepared
    compute_reference(recipe, run)
    with pytest.raises(RunError, match="other pairs or of another starting model"):
        reference.read(run, 32)
    path = run.path / "reference" / "reference.safetensors"
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)
    with pytest.raises(ArtifactError, match="altered"):
        reference.read(run, 64)


def test_a_changed_starting_model_is_noticed(prepared, tmp_path, language_base):
    import shutil

    _, run = prepared
    assert base.check(run) == language_base
    moved = tmp_path / "moved"
    shutil.copytree(language_base, moved)
    known = json.loads((run.path / "base" / "base.json").read_text(encoding="utf-8"))
    (run.path / "base" / "base.json").write_text(json.dumps({**known, "from": str(moved)}), encoding="utf-8")
    assert base.check(run) == moved  # the same bytes in another place
    weights = moved / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    with pytest.raises(RunError, match=r"changed since: model\.safetensors"):
        base.check(run)


def test_long_pairs_lose_the_beginning_of_their_prompt():
    ids = np.concatenate([~np.arange(10, 20), np.arange(50, 54), ~np.arange(10, 12), np.arange(60, 72)]).astype(
        np.int32
    )
    found = reference.cut(Tokens(ids, np.array([0, 14, 28])), 8)
    parts = [found.ids[a:b].tolist() for a, b in zip(found.offsets, found.offsets[1:], strict=False)]
    assert parts[0] == [*(~np.arange(15, 20)).tolist(), 50, 51, 52, 53]
    assert parts[1] == [~11, *range(60, 68)], "one token of the prompt stays, then the answer's end goes"


def made(count=37):
    random = np.random.default_rng(0)
    lengths = random.integers(3, 40, 2 * count)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    ids = np.arange(1, offsets[-1] + 1, dtype=np.int32)
    ids[offsets[:-1]] = ~ids[offsets[:-1]]
    return Pairs(Tokens(ids, offsets), np.arange(count), random.normal(size=(count, 2)), 0)


def test_a_feed_deals_every_pair_once_and_any_step_alone():
    pairs = made()
    feed = PairFeed(pairs, batch_size=4, accumulate=2, seed=5)
    assert (feed.work_per_step, feed.steps_per_epoch) == (8, 5)
    firsts = []
    for number in range(5):
        parts = feed.step(number, 4)
        assert all(
            len(part["reference"]) <= 4 and len(part["input_ids"]) == 2 * len(part["reference"]) for part in parts
        )
        firsts += [int(ids[0]) for part in parts for ids in part["input_ids"][::2]]
    assert len(set(firsts)) == 37
    fresh = PairFeed(made(), batch_size=4, accumulate=2, seed=5)
    for ours, theirs in zip(feed.step(7, 4), fresh.step(7, 4), strict=True):
        assert all(torch.equal(ours[name], theirs[name]) for name in ours)
    assert len(feed.step(7, 2)) == 4, "a step in smaller parts"
