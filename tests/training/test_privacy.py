"""Differentially private training: gradients of single examples, noise, the accountant, restarts, and refusals."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from opacus.accountants import RDPAccountant

import modelyard
from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Privacy
from modelyard.training import privacy_terms
from modelyard.training.batches import Examples
from modelyard.training.feed import ExampleFeed
from modelyard.training.objective import Compute
from modelyard.training.privacy import PoissonFeed
from modelyard.training.private_gradients import PrivateCompute

FAMILIES: dict[str, dict[str, Any]] = {
    "mlp": {"hidden": [8], "dropout": 0.0},
    "cnn": {"filters": 4, "embedding": 8, "dropout": 0.0},
    "lstm": {"units": 6, "embedding": 8, "dropout": 0.0},
    "encoder": {"layers": 2, "width": 16, "heads": 2, "inner": 16, "dropout": 0.0},
}
TERMS = Privacy(epsilon=3.0, delta=1e-3, max_grad_norm=0.5)


class _Task:
    def loss(self, model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
        inputs = {name: tensor for name, tensor in batch.items() if name != "targets"}
        loss = torch.nn.functional.cross_entropy(model(**inputs), batch["targets"], reduction="sum")
        return loss, torch.tensor(float(len(batch["targets"])))


def _case(family: str) -> tuple[torch.nn.Module, dict[str, torch.Tensor]]:
    torch.manual_seed(0)
    module = registry.load("models", family, field="model.family")
    config = module.Config.model_validate(FAMILIES[family])
    targets = torch.tensor([0, 1, 2, 1, 0])
    if family == "mlp":
        return module.build(config, FeatureSpec(kind="dense", width=5), 3), {
            "features": torch.randn(5, 5),
            "targets": targets,
        }
    ids = torch.randint(1, 20, (5, 7))
    mask = (torch.arange(7) < torch.tensor([7, 4, 2, 7, 1])[:, None]).long()
    model = module.build(config, FeatureSpec(kind="tokens", width=20, max_length=7), 3)
    return model, {"input_ids": ids * mask, "attention_mask": mask, "targets": targets}


def _feed(rows: int = 100, batch: int = 10, key: bytes = b"k" * 32) -> PoissonFeed:
    features = np.random.default_rng(0).normal(size=(rows, 5)).astype(np.float32)
    examples = Examples(features, np.arange(rows) % 3, None, 0)
    return PoissonFeed(examples, batch_size=batch, accumulate=1, seed=0, key=key)


def _private(model: torch.nn.Module, *, deviation: float) -> PrivateCompute:
    compute = PrivateCompute(Compute(model.train(), _Task(), "fp32"), TERMS, key=b"k" * 32, expected=10.0, noise=1.0)
    compute._deviation = deviation
    return compute


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_each_examples_gradient_is_clipped(family: str) -> None:
    model, batch = _case(family)
    plain = Compute(model.train(), _Task(), "fp32")
    wanted = [torch.zeros_like(p) for p in model.parameters()]
    for row in range(5):
        loss, _ = plain.loss({name: tensor[row : row + 1] for name, tensor in batch.items()})
        found = torch.autograd.grad(loss, list(model.parameters()), allow_unused=True)
        norm = torch.stack([g.norm() for g in found if g is not None]).norm()
        for total, gradient in zip(wanted, found, strict=True):
            if gradient is not None:
                total += gradient * min(1.0, TERMS.max_grad_norm / (float(norm) + 1e-6))
    compute = _private(model, deviation=0.0)
    _, count, divisor = compute.gradients([{n: t[:2] for n, t in batch.items()}, {n: t[2:] for n, t in batch.items()}])
    assert float(count) == 5 and float(divisor) == pytest.approx(10.0)
    for parameter, total in zip(model.parameters(), wanted, strict=True):
        assert torch.allclose(parameter.grad, total, atol=1e-5)
    assert compute.hooked == (family != "lstm")


def test_an_example_moves_the_sum_by_no_more_than_the_norm() -> None:
    model, batch = _case("mlp")
    batch["features"][0] *= 1e4
    compute = _private(model, deviation=0.0)
    compute.gradients([batch])
    with_it = torch.cat([p.grad.flatten() for p in model.parameters()])
    compute.gradients([{name: tensor[1:] for name, tensor in batch.items()}])
    without = torch.cat([p.grad.flatten() for p in model.parameters()])
    assert float((with_it - without).norm()) <= TERMS.max_grad_norm + 1e-4


def test_noise_is_normal_of_its_deviation_and_follows_from_key_and_step_alone() -> None:
    model, _ = _case("mlp")
    compute = _private(model, deviation=2.5)
    drawn = []
    for step in range(200):
        compute.seed(7, step)
        compute.gradients([])  # a step that nobody was drawn for
        drawn.append(torch.cat([p.grad.flatten() for p in model.parameters()]))
    values = torch.stack(drawn).flatten()
    assert float(values.std()) == pytest.approx(2.5, rel=0.02) and abs(float(values.mean())) < 0.05
    compute.seed(8, 3)
    compute.gradients([])
    assert torch.equal(torch.cat([p.grad.flatten() for p in model.parameters()]), drawn[3])


def test_layers_that_the_hooks_misread_are_gone_through_one_by_one() -> None:
    class Twice(torch.nn.Module):  # its second use of the weight is hidden from any hook
        def __init__(self) -> None:
            super().__init__()
            self.map = torch.nn.Linear(5, 3)

        def forward(self, features: torch.Tensor) -> torch.Tensor:
            return self.map(features) + features @ self.map.weight.T

    _, batch = _case("mlp")
    compute = _private(Twice(), deviation=0.0)
    assert compute.hooked
    compute.gradients([batch])
    assert not compute.hooked


def test_rows_are_drawn_each_for_itself() -> None:
    feed = _feed(rows=200, batch=20)
    sizes = [sum(len(part["targets"]) for part in feed.step(number, 8)) for number in range(2_000)]
    assert np.mean(sizes) == pytest.approx(20, abs=0.4)
    assert np.var(sizes) == pytest.approx(200 * 0.1 * 0.9, rel=0.12)  # binomial, as the accountant takes it
    other = _feed(rows=200, batch=20, key=b"o" * 32)
    assert [len(part["targets"]) for part in other.step(0, 64)] != [] and isinstance(feed, ExampleFeed)
    assert not torch.equal(feed.step(0, 999)[0]["features"][:3], other.step(0, 999)[0]["features"][:3])


def test_the_accountants_figure() -> None:
    noise = privacy_terms.noise_multiplier(3.0, 1e-5, 0.02, 1_000)
    found = privacy_terms.spent(noise, 1e-5, 0.02, 1_000)
    assert 2.9 < found <= 3.0
    rdp = RDPAccountant()
    rdp.history = [(noise, 0.02, 1_000)]
    assert found <= rdp.get_epsilon(delta=1e-5) < 1.3 * found  # the looser bound, of another derivation
    assert privacy_terms.spent(noise, 1e-5, 0.02, 500) < found
    assert privacy_terms.spent(noise, 1e-5, 0.02, 0) == 0.0


def _table(folder: Path, rows: int = 120) -> Path:
    random = np.random.default_rng(0)
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["a", "b", "c", "label"])
        for row in random.normal(size=(rows, 3)).round(3).tolist():
            writer.writerow([*row, "yn"[int(row[0] + row[1] > 0)]])
    return folder / "d.csv"


def _recipe(data: Path, **train: Any) -> dict[str, Any]:
    return {
        "task": "tabular-classification",
        "data": {"train": str(data), "target": "label"},
        "model": {"family": "mlp", "hidden": [8], "dropout": 0.1},
        "train": {
            "steps": 16,
            "evaluations": 2,
            "threads": 1,
            "checkpoint_seconds": 0,
            "privacy": {"epsilon": 4, "delta": 1e-3},
            **train,
        },
    }


def test_a_run_that_was_stopped_ends_with_the_same_weights_and_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = _recipe(_table(tmp_path))
    modelyard.run(recipe, out=tmp_path / "whole")
    other = tmp_path / "stopped"
    key = (tmp_path / "whole" / "private" / "noise.key").read_text(encoding="ascii")
    monkeypatch.setattr("modelyard.training.privacy.key_of", lambda run: bytes.fromhex(key))
    plain, calls = PoissonFeed.step, []

    def stops(self: PoissonFeed, number: int, size: int) -> Any:
        calls.append(number)
        if len(calls) == 9:
            raise KeyboardInterrupt
        return plain(self, number, size)

    monkeypatch.setattr(PoissonFeed, "step", stops)
    with pytest.raises((modelyard.core.errors.Interrupted, KeyboardInterrupt)):
        modelyard.run(recipe, out=other)
    modelyard.run(recipe, out=other)
    assert calls.count(2) == 1 and calls.count(15) == 1  # it went on, and did not begin again
    weights = [(run / "models/mlp/model.safetensors").read_bytes() for run in (tmp_path / "whole", other)]
    assert weights[0] == weights[1]
    records = [json.loads((run / "models/mlp/training.json").read_text()) for run in (tmp_path / "whole", other)]
    assert records[0]["privacy"] == records[1]["privacy"]
    assert records[0]["privacy"]["epsilon"] <= 4.0 and records[0]["privacy"]["steps"] == 16
    assert (tmp_path / "whole" / "private" / "noise.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("changes", "train", "said"),
    [
        ({"model": {"family": "trees"}}, {}, "trees is fitted by a solver"),
        ({"model": {"family": "linear"}}, {}, "mlp \\(hidden: \\[\\]"),
        ({"model": {"family": "auto"}}, {}, "needs the family named"),
        ({}, {"privacy": {"epsilon": 4, "delta": 0.5}}, "below 1 / the training examples"),
        ({}, {"compile": True}, "not compiled"),
        ({}, {"precision": "bf16"}, "float32"),
        ({}, {"spike_factor": 5}, "every step is clipped"),
    ],
)
def test_what_does_not_go_with_it_is_refused(
    changes: dict[str, Any], train: dict[str, Any], said: str, tmp_path: Path
) -> None:
    recipe = {**_recipe(_table(tmp_path), **train), **changes}
    with pytest.raises(RecipeError, match=said):
        modelyard.run(recipe, out=tmp_path / "run")
