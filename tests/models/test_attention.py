import pytest
import torch
from torch.nn import functional

from modelyard.models import _attention
from modelyard.models._attention import Dropout, attend, use_own_dropout


def inputs(batch=3, heads=4, length=11, width=6, dtype=torch.float64):
    torch.manual_seed(0)
    # As a projection lays them out: tokens before heads.
    drawn = [torch.randn(batch, length, heads, width, dtype=dtype).transpose(1, 2) for _ in range(3)]
    lengths = torch.tensor([length, 4, 7])[:batch]
    mask = (torch.arange(length) >= lengths[:, None]).to(dtype)[:, None, None] * -1e4
    return [tensor.requires_grad_() for tensor in drawn], mask


def reference(queries, keys, values, mask, scale):
    return functional.scaled_dot_product_attention(queries, keys, values, attn_mask=mask, scale=scale).transpose(1, 2)


def sliding(mask, length):
    steps = torch.arange(length)
    return mask + ((steps[:, None] - steps).abs() > 2).to(mask.dtype) * -1e4


@pytest.mark.parametrize("pairs", [1, 3, 4, 8, 1000])
@pytest.mark.parametrize("local", [False, True])
def test_pieces_give_the_same_answers_and_gradients_as_whole_tensors(monkeypatch, pairs, local):
    monkeypatch.setattr(_attention, "PIECE_BYTES", pairs * 11 * 11 * 8)
    tensors, mask = inputs()
    mask = sliding(mask, 11) if local else mask
    found, expected = attend(*tensors, mask, scale=0.3, dropout=0.0), reference(*tensors, mask, 0.3)
    assert found.is_contiguous()
    # scores near -1e4, where a double has 12 places
    torch.testing.assert_close(found, expected, atol=1e-11, rtol=0)
    upstream = torch.randn(expected.shape, dtype=expected.dtype)
    for mine, theirs in zip(
        torch.autograd.grad(found, tensors, upstream), torch.autograd.grad(expected, tensors, upstream), strict=True
    ):
        torch.testing.assert_close(mine, theirs, atol=1e-11, rtol=0)


def test_gradients_are_those_of_small_differences():
    tensors, mask = inputs(batch=2, heads=2, length=5, width=3)
    assert torch.autograd.gradcheck(lambda *qkv: attend(*qkv, mask[:, :, :, :5], scale=0.5, dropout=0.0), tensors)


def test_bfloat16_is_no_further_from_the_truth_than_pytorchs_own():
    exact, mask = inputs(batch=2, heads=4, length=64, width=32)
    mask = mask[:2]
    rounded = [tensor.detach().bfloat16().requires_grad_() for tensor in exact]
    upstream = torch.randn(2, 64, 4, 32, dtype=torch.float64)

    def all_of(function, tensors, mask):
        out = function(tensors, mask)
        return [out, *torch.autograd.grad(out, tensors, upstream.to(out.dtype))]

    truth = all_of(lambda t, m: reference(*t, m, 0.2), [t.detach().double().requires_grad_() for t in rounded], mask)
    mine = all_of(lambda t, m: attend(*t, m, scale=0.2, dropout=0.0), rounded, mask.bfloat16())
    plain = all_of(
        lambda t, m: (torch.softmax(t[0] @ t[1].transpose(2, 3) * 0.2 + m, -1) @ t[2]).transpose(1, 2),
        rounded,
        mask.bfloat16(),
    )
    for one, other, true in zip(mine, plain, truth, strict=True):
        assert (one - true).abs().mean() <= 1.05 * (other - true).abs().mean()


def test_attention_with_dropout_is_the_plain_one():
    tensors, mask = inputs()
    torch.manual_seed(3)
    found = attend(*tensors, mask, scale=0.3, dropout=0.5)
    torch.manual_seed(3)
    queries, keys, values = tensors
    weights = functional.dropout(torch.softmax(queries @ keys.transpose(2, 3) * 0.3 + mask, -1), 0.5)
    torch.testing.assert_close(found, (weights @ values).transpose(1, 2))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.93])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float64])
def test_dropout_drops_its_share_and_keeps_the_mean(share, dtype):
    torch.manual_seed(0)
    ones = torch.ones(200, 1001, dtype=dtype, requires_grad=True)
    out = Dropout(share)(ones)
    out.sum().backward()
    dropped = (out == 0).double().mean()
    spread = (share * (1 - share) / out.numel()) ** 0.5
    assert abs(dropped - share) < 5 * spread + 1 / 65_536
    assert torch.equal(out, ones.grad), "the gradient passes where the value does, at the same scale"
    torch.testing.assert_close(out.max().double().item(), 1 / (1 - share), rtol=2**-8, atol=0)
    # All four parts of each drawn number are random, and neighbours know nothing of each other.
    zero = (out == 0).flatten()[: out.numel() // 4 * 4].view(-1, 4).double()
    assert (zero.mean(0) - share).abs().max() < 10 * spread
    assert (torch.corrcoef(zero.T) - torch.eye(4)).abs().max() < 0.03


def test_dropout_follows_the_random_state_and_the_mode():
    layer, values = Dropout(0.3), torch.randn(7, 5)
    torch.manual_seed(1)
    first, second = layer(values), layer(values)
    torch.manual_seed(1)
    assert torch.equal(layer(values), first)
    assert not torch.equal(first, second)
    assert layer.eval()(values) is values
    assert Dropout(0.0).train()(values) is values
    assert layer.train()(torch.zeros(0)).shape == (0,)


def test_own_dropout_replaces_torchs_everywhere_and_no_names():
    network = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Sequential(torch.nn.Dropout(0.2)))
    names = list(network.state_dict())
    use_own_dropout(network)
    assert type(network[1][0]) is Dropout and network[1][0].p == 0.2
    assert list(network.state_dict()) == names
