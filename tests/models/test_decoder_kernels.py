"""The written-out backward passes against differences and against plain PyTorch."""

import pytest
import torch
from torch.nn import functional

from modelyard.models import _decoder_kernels as kernels
from modelyard.models._linear_cross_entropy import linear_cross_entropy, token_losses


def numbers(*shape, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(*shape, dtype=torch.float64, generator=generator, requires_grad=True)


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(kernels, "BLOCK", 3)


def test_rms_norm():
    inputs, weight = numbers(2, 3, 6), numbers(6, seed=1)
    expected = functional.rms_norm(inputs, (6,), weight, 1e-5)
    torch.testing.assert_close(kernels.rms_norm(inputs, weight, 1e-5, torch.float64), expected)
    assert torch.autograd.gradcheck(lambda x, w: kernels.rms_norm(x, w, 1e-5, torch.float64), (inputs, weight))
    heads = numbers(2, 5, 3, 4).transpose(1, 2)  # what queries and keys look like
    assert torch.autograd.gradcheck(
        lambda x, w: kernels.rms_norm(x, w, 1e-5, torch.float64), (heads, numbers(4, seed=1))
    )


@pytest.mark.parametrize("pairs", [True, False])
@pytest.mark.parametrize("own", [True, False])
def test_turn(pairs, own):
    angles = numbers(2, 1, 5, 3, seed=1).detach() if own else numbers(5, 3, seed=1).detach()
    table = torch.polar(torch.ones_like(angles), angles) if pairs else torch.stack([angles.cos(), angles.sin()])
    inputs = numbers(2, 5, 4, 6)
    assert torch.autograd.gradcheck(kernels.turn, (inputs, table))
    turned = kernels.turn(inputs, table)
    assert turned.shape == (2, 4, 5, 6)
    torch.testing.assert_close(turned.square().sum(-1), inputs.transpose(1, 2).square().sum(-1))


def test_gated():
    inputs, gate, up = numbers(4, 3), numbers(5, 3, seed=1), numbers(5, 3, seed=2)
    torch.testing.assert_close(kernels.gated(inputs, gate, up), functional.silu(inputs @ gate.t()) * (inputs @ up.t()))
    assert torch.autograd.gradcheck(kernels.gated, (inputs, gate, up))


@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("packed", [False, True])
def test_attend(small_blocks, groups, packed):
    queries, keys, values = numbers(2, 2 * groups, 7, 4), numbers(2, 2, 7, 4, seed=1), numbers(2, 2, 7, 4, seed=2)
    blocked, mask = None, torch.ones(7, 7, dtype=torch.bool).tril()
    if packed:
        segments = torch.tensor([[0, 0, 0, 1, 1, 1, 1], [0, 1, 1, 1, 1, 2, 2]])
        same = segments[:, None, :, None] == segments[:, None, None, :]
        blocked = torch.zeros(same.shape, dtype=torch.float64).masked_fill(~same, -torch.inf)
        mask = mask & same
    expected = functional.scaled_dot_product_attention(
        queries, keys, values, attn_mask=mask, scale=1.0, enable_gqa=True
    )
    mixed = kernels.attend(queries, keys, values, blocked)
    torch.testing.assert_close(mixed, expected.transpose(1, 2))
    assert torch.autograd.gradcheck(lambda q, k, v: kernels.attend(q, k, v, blocked), (queries, keys, values))


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("chunk", [1, 3, 100])
@pytest.mark.parametrize("z_loss", [0.0, 0.1])
def test_linear_cross_entropy(weighted, chunk, z_loss):
    hidden, head = numbers(7, 4), numbers(9, 4, seed=1)
    targets = torch.tensor([0, 8, -100, 3, 3, -100, 1])
    weights = torch.tensor([1.0, 0.5, 7.0, 0.0, 2.0, 1.0, 1.0], dtype=torch.float64) if weighted else None
    total, count = linear_cross_entropy(hidden, head, targets, weights_N=weights, chunk_tokens=chunk, z_loss=z_loss)
    logits = hidden @ head.t()
    plain = functional.cross_entropy(logits, targets, reduction="none", ignore_index=-100)
    counted = (targets >= 0) * (weights if weighted else 1.0)
    penalty = z_loss * logits.logsumexp(1).square()
    torch.testing.assert_close(total, ((plain + penalty) * counted).sum())
    assert count.item() == pytest.approx(counted.sum().item())
    torch.testing.assert_close(token_losses(hidden, head, targets, chunk_tokens=chunk), plain.detach())
    assert torch.autograd.gradcheck(
        lambda h, w: linear_cross_entropy(h, w, targets, weights_N=weights, chunk_tokens=chunk, z_loss=z_loss)[0] / 3,
        (hidden, head),
    )


def test_only_what_is_asked_is_differentiated():
    hidden, head, targets = numbers(4, 3), numbers(5, 3, seed=1), torch.tensor([0, 1, 2, 3])
    linear_cross_entropy(hidden, head.detach(), targets)[0].backward()
    alone = hidden.grad.clone()
    hidden.grad = None
    linear_cross_entropy(hidden, head, targets)[0].backward()
    torch.testing.assert_close(hidden.grad, alone)
    linear_cross_entropy(hidden.detach(), head, targets)[0].backward()
    with torch.no_grad():
        assert linear_cross_entropy(hidden, head, targets)[0].item() > 0


def test_half_precision_stays_near(small_blocks):
    # bfloat16 keeps 8 bits: an output of size 1 is off by less than 2^-8 of the largest, times a few roundings.
    with torch.autocast("cpu", torch.bfloat16):
        total, count = linear_cross_entropy(
            numbers(64, 32).float(), numbers(50, 32, seed=1).float(), torch.arange(64) % 50
        )
    exact, _ = linear_cross_entropy(numbers(64, 32), numbers(50, 32, seed=1), torch.arange(64) % 50)
    assert total.dtype == torch.float32
    assert (total / count).item() == pytest.approx(exact.item() / 64, rel=0.01)
