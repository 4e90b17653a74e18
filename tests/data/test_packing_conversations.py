"""Conversations in rows: against the same conversations one by one, and every answer's token exactly once."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.features import Tokens
from modelyard.data.packing_conversations import Mixed, PackedRows, best_fit, windows
from modelyard.models import decoder
from modelyard.models._linear_cross_entropy import linear_cross_entropy

FILL = 0


def made(lengths, seed=0, said=0.5):
    """Sequences whose tokens are all different, each token said or given by chance, the last one said."""
    random = np.random.default_rng(seed)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    ids = np.arange(1, offsets[-1] + 1, dtype=np.int32)
    given_ = random.random(len(ids)) >= said
    given_[offsets[1:] - 1] = False
    given_[offsets[:-1]] = True
    return Tokens(np.where(given_, ~ids, ids), offsets)


def everything(rows, size=3):
    batches = [rows.batch(np.arange(start, min(start + size, len(rows)))) for start in range(0, len(rows), size)]
    return {
        name: np.concatenate([getattr(batch, name) for batch in batches])
        for name in ("input_ids", "targets", "position_ids")
    }


@given(lengths=st.lists(st.integers(2, 90), min_size=1, max_size=30), seed=st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_every_said_token_is_predicted_once_from_the_one_before_it(lengths, seed):
    tokens = made(lengths, seed)
    rows = PackedRows(tokens, np.arange(len(lengths)), 32, seed, FILL)
    found = everything(rows)
    learned = found["targets"][found["targets"] != -100]
    assert sorted(learned) == sorted(tokens.ids[tokens.ids >= 0])
    before = found["input_ids"][found["targets"] != -100]
    assert (before == learned - 1).all(), "the tokens of a sequence are numbered in order"
    # A window holds nothing but its sequence: neighbours in a segment are neighbours in the sequence.
    for row in range(len(rows)):
        batch = rows.batch([row])
        segments = batch.segments[0] if batch.segments is not None else np.zeros(32, dtype=int)
        for segment in np.unique(segments):
            here = segments == segment
            ids, positions = batch.input_ids[0][here], batch.position_ids[0][here]
            assert (positions == np.arange(here.sum())).all()
            assert (np.diff(ids) == 1).all() or (ids == FILL).all()


@given(lengths=st.lists(st.integers(1, 32), max_size=80))
def test_rows_are_never_over_full_and_hold_every_item_once(lengths):
    order, edges = best_fit(np.array(lengths, dtype=np.int64), 32)
    assert sorted(order) == list(range(len(lengths)))
    sums = [sum(lengths[i] for i in order[a:b]) for a, b in itertools.pairwise(edges)]
    assert all(0 < total <= 32 for total in sums)
    # No two rows would fit into one.
    assert all(a + b > 32 for i, a in enumerate(sums) for b in sums[i + 1 :])


def test_rows_are_nearly_full():
    lengths = np.random.default_rng(0).integers(5, 200, 2000)
    _, edges = best_fit(lengths, 256)
    assert lengths.sum() / ((len(edges) - 1) * 256) > 0.98


def test_a_long_conversation_is_read_in_windows_that_overlap_by_half():
    tokens = made([100], said=1.0)
    spans = windows(tokens, np.array([0]), 32)
    assert (spans[:, 1] - spans[:, 0] <= 33).all()
    assert spans[0].tolist() == [0, 33, 1]
    # What is predicted after the first window has at least half a window before it.
    assert (spans[1:, 2] - spans[1:, 0] >= 16).all()
    assert spans[-1, 1] == 100


def test_windows_without_an_answer_are_left_out():
    ids = np.full(200, ~5, dtype=np.int32)
    ids[10], ids[199] = 7, 7
    spans = windows(Tokens(ids, np.array([0, 200])), np.array([0]), 32)
    assert len(spans) == 2
    assert sum(int((ids[fresh:stop] >= 0).sum()) for _, stop, fresh in spans.tolist()) == 2


def test_packing_gives_the_losses_and_gradients_of_separate_conversations():
    """In float64; the packed row sees several conversations, the loop one at a time."""
    from modelyard.core.features import FeatureSpec

    torch.manual_seed(0)
    spec = FeatureSpec(kind="tokens", width=120, max_length=48)
    model = decoder.build(decoder.Config(layers=2, width=32, heads=2, max_length=48), spec).double().eval()
    tokens = made([9, 14, 21, 30, 7], said=0.4)
    packed = PackedRows(tokens, np.arange(5), 48, 3, FILL)
    assert len(packed) < 5

    def loss(batch):
        tensors = {n: torch.from_numpy(getattr(batch, n)) for n in ("input_ids", "position_ids", "targets")}
        segments = None if batch.segments is None else torch.from_numpy(batch.segments)
        hidden = model.hidden(tensors["input_ids"], tensors["position_ids"], segments)
        return linear_cross_entropy(hidden.flatten(0, 1), model.head, tensors["targets"].flatten())

    def plain():
        """A loop over tokens: the model's own logits, no packing, no masks."""
        total, count = torch.zeros((), dtype=torch.float64), 0
        for start, stop in zip(tokens.offsets[:-1], tokens.offsets[1:], strict=True):
            marked = tokens.ids[start:stop].astype(np.int64)
            ids = torch.from_numpy(np.where(marked < 0, ~marked, marked))
            log = model(ids[None])[0].log_softmax(dim=1)
            for place in range(1, len(ids)):
                if marked[place] >= 0:
                    total, count = total - log[place - 1, ids[place]], count + 1
        return total, count

    total, count = loss(packed.batch(np.arange(len(packed))))
    expected, expected_count = plain()
    assert count.item() == expected_count
    torch.testing.assert_close(total, expected, rtol=1e-10, atol=1e-10)
    names, parameters = zip(*model.named_parameters(), strict=True)
    ours = torch.autograd.grad(total, parameters)
    theirs = torch.autograd.grad(expected, parameters)
    for name, a, b in zip(names, ours, theirs, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-8, atol=1e-10, msg=name)


def test_the_order_is_the_seeds_and_the_epochs_alone():
    tokens = made([20] * 40)
    one, two = (PackedRows(tokens, np.arange(40), 32, 7, FILL) for _ in range(2))
    assert one.index(3).tolist() == two.index(3).tolist()
    assert sorted(one.index(3)) == list(range(len(one)))
    assert one.index(3).tolist() != one.index(4).tolist()


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_others_are_mixed_in_by_share_and_come_round(share):
    rows = PackedRows(made([30] * 36), np.arange(36), 32, 0, FILL)
    others = PackedRows(made([30] * 5, said=1.0), np.arange(5), 32, 0, FILL)
    mixed = Mixed(rows, others, share, seed=1)
    assert mixed.repeated / len(mixed) == pytest.approx(share, abs=0.02)
    seen = []
    for epoch in range(5):
        order = mixed.index(epoch)
        own = order[order >= 0]
        assert sorted(own) == list(range(len(rows)))
        seen += sorted(~order[order < 0])
    counts = np.bincount(seen, minlength=5)
    assert counts.max() - counts.min() <= 1, "the others are dealt evenly over the epochs"
    batch = mixed.batch(np.array([~0, 0]))
    for place, source, number in ((0, others, 0), (1, rows, 0)):
        alone = source.batch([number])
        np.testing.assert_array_equal(batch.input_ids[place], alone.input_ids[0])
        np.testing.assert_array_equal(batch.targets[place], alone.targets[0])
