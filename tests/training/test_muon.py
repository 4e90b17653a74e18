"""Muon against the iteration written out in numpy (float64) and against torch.optim.Muon."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from modelyard.core.recipe import Train
from modelyard.training.muon import COEFFICIENTS, ITERATIONS, MOMENTUM, Muon, body_matrices, orthogonalised
from modelyard.training.optim import Optimizer

RATE, DECAY = 0.02, 0.1


def reference(matrix):
    """The iteration for one matrix, in float64."""
    a, b, c = COEFFICIENTS
    x = matrix.T if matrix.shape[0] > matrix.shape[1] else matrix
    x = x / np.linalg.norm(x)
    for _ in range(ITERATIONS):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.T if matrix.shape[0] > matrix.shape[1] else x


@settings(max_examples=25, deadline=None)
@given(rows=st.integers(2, 12), columns=st.integers(2, 12), scale=st.sampled_from([1e-3, 1.0, 1e4]))
def test_iteration_is_the_published_one(rows, columns, scale):
    random = np.random.default_rng(rows * 100 + columns)
    low, high = sorted((rows, columns))
    matrices = scale * random.normal(size=(3, low, high))
    found = orthogonalised(torch.from_numpy(matrices))
    for i in range(3):
        np.testing.assert_allclose(found[i].numpy(), reference(matrices[i]), rtol=1e-5, atol=1e-6)
    # A square random matrix has singular values near 0, which five iterations only raise.
    values = np.linalg.svd(found.numpy(), compute_uv=False)
    assert values.max() < 1.25
    if high > 2 * low:
        assert values.min() > 0.5


def test_a_gradient_of_zeros_moves_nothing():
    value = torch.ones(4, 4)
    Muon([value], 0.0).step([torch.zeros(4, 4)], RATE)
    assert torch.equal(value, torch.ones(4, 4))


SHAPES = [(8, 8), (8, 24), (24, 8), (8, 8), (6, 10), (24, 8)]


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_updates_are_those_of_torch_optim(precision, monkeypatch):
    """Over 6 steps of 6 matrices in 3 buckets, in float32 (torch's iteration is told to stay there) and in bfloat16."""
    if precision == "float32":
        monkeypatch.setattr(torch.Tensor, "bfloat16", lambda tensor: tensor.clone())
    random = np.random.default_rng(0)
    start = [torch.from_numpy(random.normal(size=shape)).float() for shape in SHAPES]
    theirs = [nn.Parameter(value.clone()) for value in start]
    optimizer = torch.optim.Muon(theirs, lr=RATE, weight_decay=DECAY, momentum=MOMENTUM, adjust_lr_fn="match_rms_adamw")
    ours = [value.clone() for value in start]
    muon = Muon(ours, DECAY, getattr(torch, precision))
    for _ in range(6):
        gradients = [torch.from_numpy(random.normal(size=shape)).float() for shape in SHAPES]
        for parameter, gradient in zip(theirs, gradients, strict=True):
            parameter.grad = gradient.clone()
        optimizer.step()
        muon.step([gradient.clone() for gradient in gradients], RATE)
    for value, parameter, first in zip(ours, theirs, start, strict=True):
        moved = (parameter.detach() - first).abs().max()
        tolerance = 1e-5 if precision == "float32" else 0.03  # of the way gone; bfloat16 has three digits
        torch.testing.assert_close(value, parameter.detach(), rtol=0, atol=float(tolerance * moved))


class Tied(nn.Module):
    """An embedding that is the head too, two matrices, a vector and a frozen matrix."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.embedding = nn.Embedding(11, 6)
        self.up, self.down = nn.Linear(6, 12), nn.Linear(12, 6, bias=False)
        self.frozen = nn.Linear(6, 6).requires_grad_(False)

    @property
    def head(self):
        return self.embedding.weight

    def forward(self, ids):
        hidden = self.embedding(ids)
        return self.down(torch.relu(self.up(hidden))) @ self.head.T


def test_matrices_of_the_body_are_those_between_embedding_and_head():
    tied = Tied()
    assert [id(p) for p in body_matrices(tied)] == [id(tied.up.weight), id(tied.down.weight)]
    stack = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5), nn.Linear(5, 2))
    assert [id(p) for p in body_matrices(stack)] == [id(stack[0].weight), id(stack[1].weight)]
    stack.muon_parameters = lambda: [stack[1].weight]
    assert [id(p) for p in body_matrices(stack)] == [id(stack[1].weight)]


@pytest.mark.parametrize("tied", [True, False])
def test_matrices_of_a_transformers_model(tied):
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=40,
        hidden_size=16,
        intermediate_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        tie_word_embeddings=tied,
    )
    model = LlamaForCausalLM(config)
    names = {id(p): name for name, p in model.named_parameters()}
    found = {names[id(p)] for p in body_matrices(nn.ModuleList([model]))}
    assert found == {name for name in names.values() if ".layers." in name and "norm" not in name}
    assert len(found) == 14


def test_the_rest_moves_by_adamw_in_the_same_step():
    ids = torch.tensor([[1, 2, 3, 4]])
    section = Train(optimizer="muon", weight_decay=DECAY, clip_norm=None, matrix_rate=3.0)
    model, twin = Tied(), Tied()
    optimizer = Optimizer(model, section)
    matrices = [twin.up.weight, twin.down.weight]
    rest = [twin.embedding.weight]
    muon = torch.optim.Muon(matrices, lr=3 * RATE, weight_decay=DECAY, adjust_lr_fn="match_rms_adamw")
    adamw = torch.optim.AdamW(
        [{"params": rest}, {"params": [twin.up.bias], "weight_decay": 0.0}],
        lr=RATE,
        betas=(0.9, section.beta2),
        weight_decay=DECAY,
    )
    for _ in range(4):
        for network in (model, twin):
            nn.functional.cross_entropy(network(ids).flatten(0, 1), ids.flatten().roll(1)).backward()
        optimizer.step(RATE, None)
        muon.step()
        adamw.step()
        muon.zero_grad()
        adamw.zero_grad()
        # The next gradient must be the same: only then do small differences not grow over the steps.
        torch.testing.assert_close(model.embedding.weight, twin.embedding.weight, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(model.up.bias, twin.up.bias, rtol=1e-5, atol=1e-6)
        for name in ("up", "down"):
            ours, theirs = getattr(model, name).weight, getattr(twin, name).weight
            torch.testing.assert_close(ours, theirs, rtol=0, atol=0.05 * 3 * RATE * 0.2 * 12**0.5)
            with torch.no_grad():
                theirs.copy_(ours)
    assert torch.equal(model.frozen.weight, twin.frozen.weight)


def test_a_matrix_without_a_gradient_stays():
    values = [torch.ones(4, 4), torch.ones(4, 4)]
    muon = Muon(values, DECAY)
    muon.step([None, torch.eye(4)], RATE)
    assert torch.equal(values[0], torch.ones(4, 4))
    assert not torch.equal(values[1], torch.ones(4, 4))
    muon.step([None, None], RATE)


def test_it_learns():
    torch.manual_seed(0)
    ids = torch.randint(0, 11, (8, 16))
    model = Tied()
    optimizer = Optimizer(model, Train(optimizer="muon", clip_norm=1.0))
    losses = []
    for _ in range(60):
        loss = nn.functional.cross_entropy(model(ids).flatten(0, 1), ids.flatten())
        loss.backward()
        optimizer.step(RATE, None)
        losses.append(loss.item())
    assert losses[-1] < 0.2 * losses[0]
