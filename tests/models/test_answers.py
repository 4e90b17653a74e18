"""Likelihoods of answers against a loop over tokens, their gradients, and the divergence of two models."""

import pytest
import torch
from torch.nn import functional

from modelyard.models._answers import divergence, sequence_nats


def case(seed=0):
    random = torch.Generator().manual_seed(seed)
    hidden = torch.randn(3, 7, 5, generator=random, dtype=torch.float64, requires_grad=True)
    head = torch.randn(11, 5, generator=random, dtype=torch.float64, requires_grad=True)
    targets = torch.randint(0, 11, (3, 7), generator=random)
    targets[0, :4], targets[2] = -100, -100
    return hidden, head, targets


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_nats_and_gradients_are_those_of_a_loop(chunk):
    hidden, head, targets = case()
    found = sequence_nats(hidden, head, targets, chunk_tokens=chunk)
    expected = []
    for row in range(3):
        total = hidden.new_zeros(())
        for place in range(7):
            if targets[row, place] != -100:
                total = total - (hidden[row, place] @ head.t()).log_softmax(0)[targets[row, place]]
        expected.append(total)
    expected = torch.stack(expected)
    torch.testing.assert_close(found, expected, rtol=1e-12, atol=1e-12)
    assert found[2] == 0
    weights = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64)
    ours = torch.autograd.grad((found * weights).sum(), (hidden, head))
    theirs = torch.autograd.grad((expected * weights).sum(), (hidden, head))
    for a, b in zip(ours, theirs, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("chunk", [2, 100])
def test_divergence_is_that_of_torch(chunk):
    hidden, head, _ = case()
    other, other_head, _ = case(1)
    flat, other_flat = hidden.flatten(0, 1).detach(), other.flatten(0, 1).detach()
    found = divergence(flat, head.detach(), other_flat, other_head.detach(), chunk_tokens=chunk)
    first = (flat @ head.t()).log_softmax(1)
    second = (other_flat @ other_head.t()).log_softmax(1)
    expected = functional.kl_div(second, first, reduction="none", log_target=True).sum(1)
    torch.testing.assert_close(found, expected.detach(), rtol=1e-10, atol=1e-12)
    assert divergence(flat, head, flat, head).abs().max() < 1e-12
