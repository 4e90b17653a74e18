"""Every optimizer against its published update, written out in numpy (float64), over several steps."""

import numpy as np
import pytest
import torch
from torch import nn

from modelyard.core.recipe import Train
from modelyard.training.optim import BETA1, EPSILON, RMSPROP_DECAY, Optimizer

RATE, DECAY, MOMENTUM = 0.05, 0.1, 0.8
BETAS = (BETA1, Train().beta2)
NAMES = ["sgd", "momentum", "adam", "adamw", "adagrad", "rmsprop"]


def reference(name, weight, gradients, decay):
    """The weights after each gradient in turn."""
    first, second = np.zeros_like(weight), np.zeros_like(weight)
    for step, gradient in enumerate(gradients, 1):
        if name == "adamw":
            weight = weight * (1 - RATE * decay)
        else:
            gradient = gradient + decay * weight
        if name == "sgd":
            weight = weight - RATE * gradient
        elif name == "momentum":
            first = MOMENTUM * first + gradient
            weight = weight - RATE * first
        elif name in ("adam", "adamw"):
            first = BETAS[0] * first + (1 - BETAS[0]) * gradient
            second = BETAS[1] * second + (1 - BETAS[1]) * gradient**2
            mean, square = first / (1 - BETAS[0] ** step), second / (1 - BETAS[1] ** step)
            weight = weight - RATE * mean / (np.sqrt(square) + EPSILON)
        elif name == "adagrad":
            second = second + gradient**2
            weight = weight - RATE * gradient / (np.sqrt(second) + 1e-10)
        elif name == "rmsprop":
            second = RMSPROP_DECAY * second + (1 - RMSPROP_DECAY) * gradient**2
            weight = weight - RATE * gradient / (np.sqrt(second) + EPSILON)
    return weight


def model_of(matrix, vector):
    model = nn.Linear(matrix.shape[1], matrix.shape[0])
    with torch.no_grad():
        model.weight.copy_(torch.from_numpy(matrix))
        model.bias.copy_(torch.from_numpy(vector))
    return model


def apply(model, optimizer, matrix_gradient, vector_gradient, divisor=None):
    model.weight.grad = torch.from_numpy(matrix_gradient).float()
    model.bias.grad = torch.from_numpy(vector_gradient).float()
    return optimizer.step(RATE, divisor)


@pytest.mark.parametrize("clip", [None, 0.5])
@pytest.mark.parametrize("name", NAMES)
def test_update_is_the_published_one(name, clip):
    random = np.random.default_rng(0)
    matrix, vector = random.normal(size=(3, 4)), random.normal(size=3)
    steps = [(random.normal(size=(3, 4)), random.normal(size=3)) for _ in range(5)]
    model = model_of(matrix, vector)
    optimizer = Optimizer(model, Train(optimizer=name, weight_decay=DECAY, momentum=MOMENTUM, clip_norm=clip))
    clipped = []
    for matrix_gradient, vector_gradient in steps:
        norm = np.sqrt((matrix_gradient**2).sum() + (vector_gradient**2).sum())
        found = apply(model, optimizer, matrix_gradient, vector_gradient)
        assert float(found) == pytest.approx(norm, rel=1e-5)
        scale = 1.0 if clip is None else min(1.0, clip / norm)
        clipped.append((matrix_gradient * scale, vector_gradient * scale))
    expected = reference(name, matrix, [g for g, _ in clipped], DECAY)
    np.testing.assert_allclose(model.weight.detach().numpy(), expected, rtol=2e-5, atol=2e-6)
    expected = reference(name, vector, [g for _, g in clipped], 0.0)
    np.testing.assert_allclose(model.bias.detach().numpy(), expected, rtol=2e-5, atol=2e-6)
    assert model.weight.grad is None


def test_l1_adds_the_sign_of_matrices_only():
    matrix, vector = np.array([[2.0, -3.0]]), np.array([1.0])
    model = model_of(matrix, vector)
    section = Train(optimizer="sgd", weight_decay=0, l1=0.5, clip_norm=None)
    apply(model, Optimizer(model, section), np.zeros((1, 2)), np.zeros(1))
    np.testing.assert_allclose(model.weight.detach().numpy(), matrix - RATE * 0.5 * np.sign(matrix), rtol=1e-6)
    np.testing.assert_allclose(model.bias.detach().numpy(), vector)


def test_divisor_divides_before_clipping():
    matrix, vector = np.array([[2.0, -3.0]]), np.array([1.0])
    model = model_of(matrix, vector)
    optimizer = Optimizer(model, Train(optimizer="sgd", weight_decay=0, clip_norm=1.0))
    norm = apply(model, optimizer, np.array([[3.0, 4.0]]), np.zeros(1), torch.tensor(10.0))
    assert float(norm) == pytest.approx(0.5)
    np.testing.assert_allclose(model.weight.detach().numpy(), matrix - RATE * np.array([[0.3, 0.4]]), rtol=1e-6)


@pytest.mark.parametrize("name", [*NAMES, "muon"])
def test_state_restores_bit_for_bit(name):
    random = np.random.default_rng(1)
    section = Train(optimizer=name)
    steps = [(random.normal(size=(3, 4)), random.normal(size=3)) for _ in range(6)]
    whole = model_of(np.ones((3, 4)), np.ones(3))
    optimizer = Optimizer(whole, section)
    for step in steps[:3]:
        apply(whole, optimizer, *step)
    other = model_of(whole.weight.detach().numpy(), whole.bias.detach().numpy())
    resumed = Optimizer(other, section)
    resumed.load_state({key: value.clone() for key, value in optimizer.state().items()})
    for step in steps[3:]:
        apply(whole, optimizer, *step)
        apply(other, resumed, *step)
    assert torch.equal(whole.weight, other.weight)
    assert torch.equal(whole.bias, other.bias)


@pytest.mark.parametrize("name", NAMES)
def test_updates_are_those_of_torch_optim(name):
    """Without decay, over gradients of many sizes; a parameter without a gradient stays as it is."""
    classes = {
        "sgd": lambda p: torch.optim.SGD(p, lr=RATE),
        "momentum": lambda p: torch.optim.SGD(p, lr=RATE, momentum=MOMENTUM),
        "adam": lambda p: torch.optim.Adam(p, lr=RATE),
        "adamw": lambda p: torch.optim.AdamW(p, lr=RATE, weight_decay=0),
        "adagrad": lambda p: torch.optim.Adagrad(p, lr=RATE),
        "rmsprop": lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=RMSPROP_DECAY),
    }
    random = np.random.default_rng(2)
    ours, theirs = model_of(np.ones((3, 4)), np.ones(3)), model_of(np.ones((3, 4)), np.ones(3))
    section = Train(optimizer=name, weight_decay=0, momentum=MOMENTUM, clip_norm=None)
    optimizer, reference_ = Optimizer(ours, section), classes[name]([theirs.weight])
    for size in (1e-6, 1e3, 1.0, 1e-2, 10.0):
        gradient = torch.from_numpy(size * random.normal(size=(3, 4))).float()
        ours.weight.grad, theirs.weight.grad = gradient.clone(), gradient.clone()
        optimizer.step(RATE, None)
        reference_.step()
        torch.testing.assert_close(ours.weight, theirs.weight, rtol=1e-6, atol=1e-7)
    assert torch.equal(ours.bias, torch.ones(3))


class Refusal:
    """A guard that refuses every step."""

    def judge(self, norm):
        return torch.ones(())


def two_layers():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 5), nn.Linear(5, 2))


@pytest.mark.parametrize("deferred", [False, True])
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e30])
@pytest.mark.parametrize("name", [*NAMES, "muon"])
def test_a_refused_step_changes_nothing_at_all(name, bad, deferred):
    """Also where the kernels read the refusal (`deferred`), as on an accelerator."""
    random = np.random.default_rng(3)
    section = Train(optimizer=name, weight_decay=0.1, clip_norm=1.0)
    plain, guarded = two_layers(), two_layers()
    optimizer, other = Optimizer(plain, section), Optimizer(guarded, section)
    for step in range(6):
        if step == 3:
            before = {key: value.clone() for key, value in [*guarded.state_dict().items(), *other.state().items()]}
            for p in guarded.parameters():
                p.grad = torch.full_like(p, bad)
            if deferred:
                other._apply(dict(enumerate(p.grad for p in other.parameters)), torch.tensor(bad), RATE, torch.ones(()))
                other._clear()
            else:
                other.step(RATE, None, Refusal())
            after = {**guarded.state_dict(), **other.state()}
            assert all(torch.equal(value, after[key]) for key, value in before.items())
            assert all(p.grad is None for p in guarded.parameters())
        gradients = [torch.from_numpy(random.normal(size=tuple(p.shape))).float() for p in plain.parameters()]
        for model in (plain, guarded):
            for p, gradient in zip(model.parameters(), gradients, strict=True):
                p.grad = gradient.clone()
        norm = optimizer.step(RATE, None)
        if deferred:
            other._apply(dict(enumerate(p.grad for p in other.parameters)), norm, RATE, torch.zeros(()))
            other._clear()
        else:
            other.step(RATE, None)
    for one, another in zip(plain.parameters(), guarded.parameters(), strict=True):
        torch.testing.assert_close(one, another, rtol=1e-6 if deferred else 0, atol=1e-7 if deferred else 0)
