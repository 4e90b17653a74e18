import pytest
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from modelyard.core.features import FeatureSpec
from modelyard.models import lstm

SPEC = FeatureSpec(kind="tokens", width=30, max_length=16)


def batch(lengths, width=30, seed=0, extra=0):
    generator = torch.Generator().manual_seed(seed)
    length = max([*lengths, 1]) + extra
    mask = (torch.arange(length) < torch.tensor(lengths)[:, None]).long()
    return torch.randint(1, width, mask.shape, generator=generator) * mask, mask


def reference(model, ids, mask, layers, bidirectional, pooling):
    """torch's own bidirectional LSTM over packed sequences, with the same weights."""
    units = model.ahead[0].hidden_size
    packed_lstm = nn.LSTM(
        model.embedding.embedding_dim, units, num_layers=layers, bidirectional=bidirectional, batch_first=True
    ).double()
    state = {}
    for i in range(layers):
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
            state[f"{name}_l{i}"] = getattr(model.ahead[i], f"{name}_l0")
            if bidirectional:
                state[f"{name}_l{i}_reverse"] = getattr(model.back[i], f"{name}_l0")
    packed_lstm.load_state_dict(state)
    lengths = mask.sum(1)
    packed = pack_padded_sequence(model.embedding(ids), lengths, batch_first=True, enforce_sorted=False)
    states, (last, _) = packed_lstm(packed)
    hidden, _ = pad_packed_sequence(states, batch_first=True)
    if pooling == "last":
        pooled = torch.cat([last[-2], last[-1]], dim=1) if bidirectional else last[-1]
    else:
        reduce = {"mean": lambda x: x.mean(0), "max": lambda x: x.max(0).values}[pooling]
        pooled = torch.stack([reduce(hidden[i, :n]) for i, n in enumerate(lengths.tolist())])
    return model.classifier(pooled)


@pytest.mark.parametrize("pooling", ["last", "mean", "max"])
@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("layers", [1, 2])
def test_agrees_with_packed_sequences(pooling, bidirectional, layers):
    torch.manual_seed(1)
    config = lstm.Config(units=5, embedding=4, layers=layers, bidirectional=bidirectional, pooling=pooling)
    model = lstm.build(config, SPEC, 3).double().eval()
    ids, mask = batch([7, 1, 4, 7])
    with torch.no_grad():
        expected = reference(model, ids, mask, layers, bidirectional, pooling)
        torch.testing.assert_close(model(ids, mask), expected, atol=1e-12, rtol=0)


@pytest.mark.parametrize("pooling", ["last", "mean", "max"])
@pytest.mark.parametrize("bidirectional", [False, True])
def test_padding_and_neighbours_change_nothing(pooling, bidirectional):
    torch.manual_seed(2)
    config = lstm.Config(units=8, embedding=8, bidirectional=bidirectional, pooling=pooling, layers=2)
    model = lstm.build(config, SPEC, 2).eval()
    ids, mask = batch([9, 3, 0, 5])
    wide_ids, wide_mask = nn.functional.pad(ids, (0, 11), value=7), nn.functional.pad(mask, (0, 11))
    with torch.no_grad():
        together = model(ids, mask)
        torch.testing.assert_close(model(wide_ids, wide_mask), together, atol=1e-6, rtol=0)
        for i, length in enumerate([9, 3, 1, 5]):
            alone = model(ids[i : i + 1, :length], mask[i : i + 1, :length])
            torch.testing.assert_close(alone, together[i : i + 1], atol=1e-6, rtol=0)
    assert together.isfinite().all()


def test_save_and_open_agree(tmp_path):
    config = lstm.Config(units=4, embedding=4, bidirectional=True)
    model = lstm.build(config, SPEC, 2).eval()
    lstm.save(model, config, tmp_path)
    assert torch.equal(lstm.open(tmp_path, SPEC, 2)(*batch([3, 2])), model(*batch([3, 2])))
