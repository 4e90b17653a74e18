import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.features import Sparse, Tokens, rounded_up
from modelyard.training.batches import (
    EVALUATION_TOKENS,
    Examples,
    balanced_weights,
    epoch_batches,
    evaluation_batches,
)


def examples_of(toy, kind, count):
    features, targets = toy.tokens(count) if kind == "tokens" else toy.dense(count)
    return Examples(features, targets, None, 0)


@pytest.mark.parametrize("kind", ["tokens", "dense"])
@given(
    count=st.integers(1, 700), batch_size=st.integers(1, 64), epoch=st.integers(0, 5), seed=st.integers(0, 2**63 - 1)
)
def test_an_epoch_deals_every_example_once(toy, kind, count, batch_size, epoch, seed):
    examples = examples_of(toy, kind, count)
    batches = epoch_batches(examples, batch_size, seed=seed, epoch=epoch)
    assert sorted(np.concatenate(batches)) == list(range(count))
    assert len(batches) == -(-count // batch_size)
    assert all(len(batch) == batch_size for batch in batches[:-1])
    again = epoch_batches(examples, batch_size, seed=seed, epoch=epoch)
    assert all((one == other).all() for one, other in zip(batches, again, strict=True))


def test_epochs_and_seeds_differ(toy):
    examples = examples_of(toy, "dense", 200)
    orders = [
        np.concatenate(epoch_batches(examples, 8, seed=seed, epoch=epoch)).tolist()
        for seed in (0, 1)
        for epoch in (0, 1)
    ]
    assert len({tuple(order) for order in orders}) == 4


def test_buckets_leave_little_padding(toy):
    features, targets = toy.tokens(4000, longest=60)
    examples = Examples(features, targets, None, 0)

    def padding(batches):
        cells = sum(len(b) * features.lengths[b].max() for b in batches)
        return 1 - features.lengths.sum() / cells

    order = np.random.default_rng(0).permutation(4000)
    assert padding(np.array_split(order, 125)) > 0.45  # what it would be without
    assert padding(epoch_batches(examples, 32, seed=0, epoch=0)) < 0.05


@pytest.mark.parametrize("kind", ["tokens", "dense"])
def test_a_batch_is_its_examples(toy, kind):
    features, targets = toy.tokens(50) if kind == "tokens" else toy.dense(50)
    weights = np.linspace(0.5, 2, 50)
    batch = Examples(features, targets, weights, 7).batch(np.array([4, 0, 9]))
    assert batch["targets"].tolist() == targets[[4, 0, 9]].tolist()
    torch.testing.assert_close(batch["weights"], torch.tensor(weights[[4, 0, 9]], dtype=torch.float32))
    if kind == "dense":
        np.testing.assert_array_equal(batch["features"].numpy(), features[[4, 0, 9]])
        return
    for row, example in enumerate((4, 0, 9)):
        ids = features.ids[features.offsets[example] : features.offsets[example + 1]]
        assert batch["input_ids"][row][: len(ids)].tolist() == ids.tolist()
        assert (batch["input_ids"][row][len(ids) :] == 7).all()
        assert batch["attention_mask"][row].sum() == len(ids)


@given(count=st.integers(1, 400), longest=st.integers(1, 3000))
def test_evaluation_covers_everything_in_bounded_batches(toy, count, longest):
    features, targets = toy.tokens(count, longest=longest)
    examples = Examples(features, targets, None, 0)
    batches = list(evaluation_batches(examples))
    assert sorted(np.concatenate(batches)) == list(range(count))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * features.lengths[batch].max() <= 2 * EVALUATION_TOKENS


def test_balanced_weights_give_classes_equal_sums():
    targets = np.array([0] * 90 + [1] * 9 + [3])
    weights = balanced_weights(targets, 4)
    sums = [weights[targets == c].sum() for c in (0, 1, 3)]
    np.testing.assert_allclose(sums, 100 / 3)
    assert weights.mean() == pytest.approx(1)


def test_sparse_features_are_refused():
    sparse = Sparse(np.zeros(2, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32), 3)
    with pytest.raises(TypeError, match="tokens or dense"):
        Examples(sparse, np.zeros(1, np.int64), None, 0)


def test_rounding_changes_dense_features_in_bf16_only_and_the_original_never(toy):
    dense, ragged = examples_of(toy, "dense", 10), examples_of(toy, "tokens", 10)
    index = np.arange(10)
    assert dense.rounded("fp32") is dense
    assert ragged.rounded("bf16") is ragged
    rounded = dense.rounded("bf16")
    assert torch.equal(rounded.batch(index)["features"], dense.batch(index)["features"].bfloat16())
    assert torch.equal(rounded.batch(index)["targets"], dense.batch(index)["targets"])
    assert dense.batch(index)["features"].dtype == torch.float32


def test_rounded_features_give_the_same_bits_under_autocast(toy):
    dense = examples_of(toy, "dense", 10)
    torch.manual_seed(0)
    model = toy.Network(dropout=0.0)
    with torch.autocast("cpu", torch.bfloat16):
        expected = model(dense.batch(np.arange(10))["features"])
        assert torch.equal(model(dense.rounded("bf16").batch(np.arange(10))["features"]), expected)


def test_lengths_are_rounded_to_sixteen_an_octave():
    assert [rounded_up(n) for n in (1, 2, 31, 32, 33, 64, 65, 128, 129, 250, 257)] == [
        1, 2, 31, 32, 34, 64, 68, 128, 136, 256, 272,
    ]  # fmt: skip
    found = [rounded_up(n) for n in range(1, 4097)]
    assert all(n <= rounded <= 1.0625 * n for n, rounded in enumerate(found, start=1))
    assert sum(len({r for r in found if low < r <= 2 * low}) for low in (64, 128, 256, 512, 1024, 2048)) == 6 * 16


def test_a_batch_is_padded_to_a_rounded_length_but_never_beyond_the_longest():
    lengths = [130, 9, 255, 3]
    tokens = Tokens(np.arange(sum(lengths), dtype=np.int32), np.cumsum([0, *lengths]))
    examples = Examples(tokens, np.zeros(4, dtype=np.int64), None, 7)
    assert examples.batch(np.array([0, 1]))["input_ids"].shape == (2, 136)
    assert examples.batch(np.array([0, 2]))["input_ids"].shape == (2, 255), "positions may end there"
    batch = examples.batch(np.array([0, 1]))
    assert batch["attention_mask"].sum(1).tolist() == [130, 9]
    assert (batch["input_ids"][batch["attention_mask"] == 0] == 7).all()
