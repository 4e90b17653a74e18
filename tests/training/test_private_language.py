"""Differentially private language models: gradients of single sequences, their draws, restarts, refusals."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

import modelyard
from modelyard.core.errors import RecipeError
from modelyard.core.exhibit import Exhibit
from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import Privacy
from modelyard.models import decoder
from modelyard.tasks._language import next_token_loss
from modelyard.training import private_gradients
from modelyard.training.objective import Compute
from modelyard.training.privacy import PoissonFeed
from modelyard.training.private_gradients import PrivateCompute
from modelyard.training.private_hooks import hooked
from modelyard.training.private_sequences import Documents, Talks

TERMS = Privacy(epsilon=3.0, delta=1e-3, max_grad_norm=0.5)
SHAPE = {"layers": 2, "width": 32, "heads": 2, "max_length": 12, "attention": "eager"}
WORDS = ["sea", "ship", "wind", "salt", "sail", "island", "night", "star", "deck", "rope", "harbour", "light"]


class _Task:
    def loss(self, model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
        return next_token_loss(model, batch, 0.0)


def _batch() -> dict[str, torch.Tensor]:
    random_ = torch.Generator().manual_seed(3)
    ids = torch.randint(1, 300, (5, 13), generator=random_)
    targets = ids[:, 1:].clone()
    targets[torch.arange(12) >= torch.tensor([12, 3, 7, 1, 9])[:, None]] = -100
    targets[4] = -100  # a conversation of which nothing is learned
    counts = (targets != -100).sum(dim=1)
    return {"input_ids": ids[:, :-1].contiguous(), "targets": targets, "weights": (counts > 0) / counts.clamp(min=1)}


def _model(base: Path, **options: Any) -> torch.nn.Module:
    torch.manual_seed(0)
    fields = {"from": str(base), "max_length": 12, **options} if "adapter" in options else {**SHAPE, **options}
    config = decoder.Config.model_validate(fields)
    width = 333 if "adapter" in options else 300
    model = decoder.build(config, FeatureSpec(kind="tokens", width=width, max_length=12, pad_id=0, end_id=0))
    for name, parameter in model.named_parameters():
        if "lora_B" in name:  # of zeros, the gradients of A are none
            torch.nn.init.normal_(parameter, std=0.1)
    return model.train()


def _clipped(model: Any, batch: dict[str, torch.Tensor]) -> list[torch.Tensor]:
    """By one plain backward pass an example, through whole logits."""
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    wanted = [torch.zeros_like(parameter) for parameter in trained]
    for ids, targets, weight in zip(*(batch[name] for name in ("input_ids", "targets", "weights")), strict=True):
        losses = torch.nn.functional.cross_entropy(model(ids[None])[0], targets, reduction="sum", ignore_index=-100)
        found = torch.autograd.grad(losses * weight, trained, allow_unused=True)
        norm = torch.cat([gradient.flatten() for gradient in found if gradient is not None]).norm()
        for total, gradient in zip(wanted, found, strict=True):
            if gradient is not None:
                total += gradient * min(1.0, TERMS.max_grad_norm / (float(norm) + 1e-6))
    return wanted


@pytest.mark.parametrize(
    ("options", "by_hooks"),
    [
        ({}, True),
        ({"tied": False}, True),
        ({"qk_norm": True, "kv_heads": 1}, True),
        ({"adapter": "lora", "rank": 3}, True),
        ({"adapter": "dora", "rank": 3}, False),  # its maps are also called on no tokens
    ],
    ids=str,
)
def test_each_sequences_gradient_is_clipped(options: dict[str, Any], by_hooks: bool, language_base: Path) -> None:
    model, batch = _model(language_base, **options), _batch()
    wanted = _clipped(model, batch)
    compute = PrivateCompute(Compute(model, _Task(), "fp32"), TERMS, key=b"k" * 32, expected=10.0, noise=0.0)
    parts = [{name: tensor[some] for name, tensor in batch.items()} for some in (slice(0, 3), slice(3, 5))]
    loss_sum, count, divisor = compute.gradients(parts)
    assert compute.hooked == by_hooks and float(count) == 4 and float(divisor) == 10
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    for parameter, total in zip(trained, wanted, strict=True):
        assert float((parameter.grad - total).abs().max()) <= 2e-5 * float(total.abs().max())
    plain = Compute(model, _Task(), "fp32").loss(batch)[0]
    assert float(loss_sum) == pytest.approx(float(plain.detach()), rel=1e-5)


@pytest.mark.parametrize("most", [0, 4])
def test_gradients_that_do_not_fit_into_memory_are_taken_in_smaller_parts(
    most: int, language_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, batch = _model(language_base), _batch()
    size = sum(parameter.numel() for parameter in model.parameters()) * 4
    monkeypatch.setattr(private_gradients, "HOOKED_BYTES", most * size)
    wanted = _clipped(model, batch)
    compute = PrivateCompute(Compute(model, _Task(), "fp32"), TERMS, key=b"k" * 32, expected=10.0, noise=0.0)
    compute.gradients([batch])
    assert compute.hooked == (most > 0)
    for parameter, total in zip(model.parameters(), wanted, strict=True):
        assert float((parameter.grad - total).abs().max()) <= 2e-5 * float(total.abs().max())


def test_layers_with_dropout_are_gone_through_one_by_one(language_base: Path) -> None:
    assert hooked(_model(language_base, dropout=0.1)) is None


def _documents(lengths: list[int], context: int) -> tuple[Documents, list[list[int]]]:
    """Documents of tokens that tell where they stand: 1000 d + place; 7 is the end."""
    whole = [[7, *(1000 * (d + 1) + place for place in range(length))] for d, length in enumerate(lengths)]
    stream = np.concatenate([np.array(one) for one in whole]).astype(np.int32)
    starts = np.concatenate([[0], np.cumsum([len(one) for one in whole])])
    shards: Any = SimpleNamespace(starts=starts, end_id=7, read=lambda start, stop: stream[start:stop])
    return Documents(shards, context), [[*one, 7] for one in whole]


def test_a_sequence_is_of_one_document_alone() -> None:
    lengths, context = [3, 8, 40, 9, 1], 9
    examples, whole = _documents(lengths, context)
    assert examples.lengths.tolist() == [4, 9, 9, 9, 2]
    dice, firsts = np.random.default_rng(0), set()
    for _ in range(400):
        batch = examples.batch(np.arange(5), dice)
        for row, document in enumerate(whole):
            targets = batch["targets"][row]
            count = int((targets >= 0).sum())
            ids = batch["input_ids"][row, :count].tolist()
            assert count == min(len(document) - 1, context)
            start = next(i for i in range(len(document)) if document[i : i + count] == ids)
            assert targets[:count].tolist() == document[start + 1 : start + 1 + count]
            assert float(batch["weights"][row]) == pytest.approx(1 / count)
            if row == 2:
                firsts.add(start)
    assert firsts == set(range(41 - context + 1))  # every part of a long one, its end too


def test_of_a_conversation_the_answers_are_predicted() -> None:
    talk = [~1, ~2, 3, 4, ~5, 6]
    long = [~1] * 30 + [9, 9, 9] + [~1] * 20
    offsets = np.cumsum([0, len(talk), len(long), 3])
    tokens = Tokens(np.array([*talk, *long, ~1, ~2, ~3], dtype=np.int32), offsets)
    examples = Talks(tokens, np.arange(3), context=10, fill=0)
    batch = examples.batch(np.arange(3), np.random.default_rng(0))
    assert batch["input_ids"][0, :5].tolist() == [1, 2, 3, 4, 5]
    assert batch["targets"][0].tolist() == [-100, 3, 4, -100, 6, *[-100] * 5]
    assert 9 in batch["targets"][1].tolist() and set(batch["targets"][1].tolist()) == {-100, 9}
    assert float(batch["weights"][2]) == 0.0  # nobody answers


def _texts(folder: Path, count: int = 150, most: int = 24) -> Path:
    dice = random.Random(0)
    texts = [" ".join(dice.choice(WORDS) for _ in range(dice.randint(5, most))).capitalize() for _ in range(count)]
    (folder / "d.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return folder / "d.jsonl"


def _recipe(data: Path, **train: Any) -> dict[str, Any]:
    return {
        "task": "language-modeling",
        "data": {"train": str(data), "deduplicate": "none"},
        "model": {"family": "decoder", **SHAPE, "layers": 1, "vocabulary": "characters"},
        "train": {
            "steps": 10,
            "evaluations": 2,
            "batch_size": 8,
            "threads": 1,
            "checkpoint_seconds": 0,
            "privacy": {"epsilon": 4, "delta": 1e-3},
            **train,
        },
    }


KILLED = """
import os, signal, sys, json
import modelyard
from modelyard.training import candidate, privacy
candidate.code_version = lambda *packages: "one"
privacy.key_of = lambda run: b"k" * 32
plain, calls = privacy.PoissonFeed.step, []
def step(self, number, size):
    calls.append(number)
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, number, size)
privacy.PoissonFeed.step = step
modelyard.run(json.loads(sys.argv[1]), out=sys.argv[2])
"""


def test_a_training_that_was_killed_ends_with_the_same_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = _recipe(_texts(tmp_path))
    monkeypatch.setattr("modelyard.training.privacy.key_of", lambda run: b"k" * 32)
    # Of a checkout that may be edited meanwhile, both processes are to see one version.
    monkeypatch.setattr("modelyard.training.candidate.code_version", lambda *packages: "one")
    whole, other = tmp_path / "whole", tmp_path / "killed"
    modelyard.run(recipe, out=whole)
    ended = subprocess.run([sys.executable, "-c", KILLED, json.dumps(recipe), str(other)], check=False, timeout=120)
    assert ended.returncode == -signal.SIGKILL
    plain, calls = PoissonFeed.step, []

    def step(self: PoissonFeed, number: int, size: int) -> Any:
        calls.append(number)
        return plain(self, number, size)

    monkeypatch.setattr(PoissonFeed, "step", step)
    modelyard.run(recipe, out=other)
    assert min(calls) > 2 and max(calls) == 9  # it went on
    files = [run / "models/decoder/model.safetensors" for run in (whole, other)]
    assert files[0].read_bytes() == files[1].read_bytes()
    records = [json.loads((run / "models/decoder/training.json").read_text()) for run in (whole, other)]
    assert records[0]["privacy"] == records[1]["privacy"]
    assert records[0]["privacy"]["unit"] == "document" and records[0]["privacy"]["epsilon"] <= 4.0
    found = Exhibit.from_json(json.loads((whole / "evidence/audit/private_training.json").read_text()))
    assert {claim.name for claim in found.claims} == {"privacy_epsilon", "privacy_delta"}
    assert all("one document" in text for text in (found.summary, found.claims[0].source, found.limits[0]))
    assert "one document" in (whole / "card.md").read_text(encoding="utf-8")


def _exposures(data: Path, out: Path, **train: Any) -> list[float]:
    """Of eight planted secrets, after 300 steps over 150 short documents."""
    from modelyard.auditing.memorisation import exposures
    from modelyard.data import canaries
    from modelyard.inference.predictor import Predictor

    recipe = {
        "task": "language-modeling",
        "data": {"train": str(data), "deduplicate": "none"},
        "model": {"family": "decoder", **SHAPE, "width": 48, "max_length": 64, "vocabulary": "characters"},
        "train": {"steps": 300, "evaluations": 1, "threads": 1, "batch_size": 16, "learning_rate": 3e-3, **train},
        "audit": {"canaries": 8},
        "explain": False,
    }
    run = modelyard.run(recipe, out=out)
    secrets = canaries.known(run.path / "bundle")
    found = exposures(Predictor.load(run.path / "artifact"), secrets, seed=0)
    return [value for value, secret in zip(found, secrets, strict=True) if secret.times == 8]


def test_planted_secrets_are_kept_by_a_plain_training_and_not_by_a_private_one(tmp_path: Path) -> None:
    data = _texts(tmp_path, most=9)
    plain = _exposures(data, tmp_path / "plain", precision="fp32", compile=False)
    private = _exposures(data, tmp_path / "private", privacy={"epsilon": 4, "delta": 1e-3})
    assert min(plain) > 10 and max(private) < 6  # bits of 19.9; a random code has more than 6 in one of 64


def test_documents_that_are_cut_are_counted_by_section(tmp_path: Path) -> None:
    recipe = _recipe(_texts(tmp_path))
    recipe["data"] |= {"section_characters": 256, "train": str(tmp_path / "book.txt")}
    dice = random.Random(1)
    lines = [" ".join(dice.choice(WORDS) for _ in range(40)) for _ in range(200)]
    (tmp_path / "book.txt").write_text("\n\n".join(lines), encoding="utf-8")
    run = modelyard.run({**recipe, "explain": False, "audit": False}, out=tmp_path / "run")
    assert run.read_json("models/decoder/training.json")["privacy"]["unit"] == "section of a document"


def test_empty_documents_do_not_hide_that_others_were_cut(tmp_path: Path) -> None:
    from modelyard.core.recipe import Data, Recipe
    from modelyard.data.corpus import prepare_corpus
    from modelyard.training.corpus import CorpusGround

    for i in range(6):
        (tmp_path / f"{i}.txt").write_text(f"Story {i}.", encoding="utf-8")
        (tmp_path / f"empty{i}.txt").write_text("All rights reserved.", encoding="utf-8")
    units = []
    for name, text in (("short", "A book."), ("cut", "\n\n".join(f"Chapter {i}. " + "word " * 40 for i in range(3)))):
        (tmp_path / "book.txt").write_text(text, encoding="utf-8")
        section = Data(train=(str(tmp_path / "*.txt"),), section_characters=256, deduplicate="none")
        corpus = prepare_corpus(Recipe(task="language-modeling", data=section), tmp_path / name, workers=1)
        units.append(CorpusGround.unit.fget(SimpleNamespace(corpus=corpus)))  # type: ignore[attr-defined]
        assert corpus.counts["read"] == 13
    assert units == ["document", "section of a document"]


@pytest.mark.parametrize("adapter", [{}, {"adapter": "lora", "rank": 4, "adapter_dropout": 0.1}], ids=["full", "lora"])
def test_conversations_are_answered_after_private_steps(
    adapter: dict[str, Any], tmp_path: Path, language_base: Path
) -> None:
    rows = [
        {"messages": [{"role": "user", "content": f"Say {n}."}, {"role": "assistant", "content": f"{n} 号"}]}
        for n in range(60)
    ]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    recipe = _recipe(tmp_path / "t.jsonl", steps=4) | {"task": "instruction"}
    recipe["data"] = {"train": str(tmp_path / "t.jsonl")}
    recipe["model"] = {"from": str(language_base), **adapter}
    run = modelyard.run(recipe, out=tmp_path / "run")
    found = Exhibit.from_json(run.read_json("evidence/audit/private_training.json"))
    assert "one conversation" in found.summary
    assert not any("without privacy: give" in text for text in found.limits)  # nothing else was trained
    if adapter:
        from safetensors.numpy import load_file

        before, after = (load_file(place / "model.safetensors") for place in (language_base, run.path / "artifact"))
        assert np.array_equal(before["model.embed_tokens.weight"], after["model.embed_tokens.weight"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"task": "preference", "model": {"from": "x"}}, "gradient of one pair alone"),
        ({"task": "masked-language-modeling", "model": {"family": "encoder"}}, "parts of several documents"),
        ({"model": {"family": "ngram"}}, "Use a network, decoder"),
        ({"data": {"train": "x", "cross_documents": True}}, "not packed together"),
        ({"data": {"train": ["x", "y"], "mix": {"x": 0.5, "y": 0.5}}}, "drawn with the same chance"),
    ],
)
def test_what_does_not_go_with_it_is_refused(changes: dict[str, Any], said: str, tmp_path: Path) -> None:
    from modelyard.core.recipe_file import from_mapping
    from modelyard.training.privacy_terms import check_recipe

    with pytest.raises(RecipeError, match=said):
        check_recipe(from_mapping({**_recipe(tmp_path / "x"), **changes}))
