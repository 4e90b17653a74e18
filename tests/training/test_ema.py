import numpy as np
import pytest
import torch
from torch import nn

from modelyard.training.ema import Average


def walk(model, steps, seed=0):
    """Random steps of the weights; yields after each."""
    random = torch.Generator().manual_seed(seed)
    for _ in range(steps):
        with torch.no_grad():
            for parameter in model.parameters():
                parameter += torch.randn(parameter.shape, generator=random)
        yield


@pytest.mark.parametrize("decay", [0.5, 0.9, 0.999])
def test_it_is_the_stated_average(decay):
    model = nn.Linear(3, 2)
    expected = {name: p.detach().double().numpy().copy() for name, p in model.named_parameters()}
    average = Average(model, decay)
    for step, _ in enumerate(walk(model, 60), 1):
        average.add()
        share = min(decay, step / (step + 9))
        for name, p in model.named_parameters():
            expected[name] = share * expected[name] + (1 - share) * p.detach().double().numpy()
    average.ship()
    for name, p in model.named_parameters():
        np.testing.assert_allclose(p.detach().numpy(), expected[name], rtol=1e-5, atol=1e-5)


def test_weights_come_back_bit_for_bit_even_after_an_error():
    model = nn.Linear(3, 2)
    average = Average(model, 0.9)
    for _ in walk(model, 5):
        average.add()
    before = [p.detach().clone() for p in model.parameters()]
    with pytest.raises(ZeroDivisionError), average.applied():
        assert not torch.equal(model.weight, before[0])
        raise ZeroDivisionError
    assert all(torch.equal(a, b) for a, b in zip(before, model.parameters(), strict=True))


def test_resumed_it_is_the_same_bits():
    whole, other = nn.Linear(3, 2), nn.Linear(3, 2)
    first = Average(whole, 0.9)
    for _ in walk(whole, 4):
        first.add()
    other.load_state_dict(whole.state_dict())
    second = Average(other, 0.9)
    second.load_state({name: tensor.clone() for name, tensor in first.state().items()})
    for model, average in ((whole, first), (other, second)):
        for _ in walk(model, 7, seed=1):
            average.add()
    assert all(torch.equal(tensor, second.state()[name]) for name, tensor in first.state().items())


def test_frozen_weights_are_left_alone_and_half_precision_is_averaged_in_full():
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)).bfloat16()
    model[0].requires_grad_(False)
    average = Average(model, 0.999)
    assert len(average.state()) == 3
    with torch.no_grad():
        model[1].weight.fill_(1.0)
    for _ in range(2000):
        average.add()
        with torch.no_grad():
            model[1].weight += 2**-9  # lost in bfloat16, whose next number after 1 is 1 + 2**-7
    assert average.state()["0"].dtype == torch.float32
    assert torch.equal(model[1].weight, torch.ones(2, 2, dtype=torch.bfloat16))
    average.ship()
    torch.testing.assert_close(model[1].weight, torch.ones(2, 2, dtype=torch.bfloat16))
