"""Windows: every token predicted once, documents apart, the order a function of seed and epoch, shares by weight."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.data.packing import IGNORED, WindowBatch, Windows
from modelyard.data.shards import Shards

END = 0


def _stream(lengths, *, first=1, files=3):
    """A stream of documents of so many tokens each, all tokens different, in several files."""
    starts = np.concatenate([[0], np.cumsum([n + 1 for n in lengths])]).astype(np.int64)
    tokens = np.arange(first, first + starts[-1], dtype=np.uint32)
    tokens[starts[:-1]] = END
    cuts = np.linspace(0, len(tokens), files + 1).astype(int)
    held = tuple((int(a), tokens[a:b]) for a, b in pairwise(cuts) if b > a)
    return Shards(
        path=None, split="train", tokens=len(tokens), documents=len(lengths), dtype=tokens.dtype, end_id=END,
        starts=starts, bytes=np.zeros(len(lengths), np.int64), compression={}, fingerprint="", _files=held,
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.integers(1, 12))
def test_every_token_but_the_first_is_predicted_once_from_its_own_document(lengths, length):
    shards = _stream(lengths)
    tokens = shards.read(0, shards.tokens)
    owner = np.repeat(np.arange(len(lengths)), np.diff(shards.starts))
    windows = Windows([(shards, 1.0)], length, 0)
    batch = windows.batch(windows.in_order())
    flat = batch.targets.ravel()
    assert flat[flat != IGNORED].tolist() == tokens[1:].tolist()
    segments = np.zeros_like(batch.input_ids) if batch.segments is None else batch.segments
    for w in range(len(windows)):
        for t in range(length):
            at = w * length + t
            if at >= len(tokens) - 1:
                assert batch.targets[w, t] == IGNORED and batch.input_ids[w, t] == END
                assert segments[w, t] not in segments[w, : max(0, len(tokens) - 1 - w * length)]
                continue
            assert batch.input_ids[w, t] == tokens[at]
            same = [u for u in range(length) if w * length + u < len(tokens) - 1 and segments[w, u] == segments[w, t]]
            assert {owner[w * length + u] for u in same} == {
                owner[at]
            }  # attention within a segment stays in a document
            assert batch.position_ids[w, t] == t - same[0]


def test_positions_and_segments_of_a_known_window():
    windows = Windows([(_stream([2, 3, 9]), 1.0)], 8, 0)
    batch = windows.batch([0, 1])
    assert batch.segments.tolist() == [[0, 0, 0, 1, 1, 1, 1, 2], [0] * 8]
    assert batch.position_ids.tolist() == [[0, 1, 2, 0, 1, 2, 3, 0], list(range(8))]
    across = Windows([(_stream([2, 3, 9]), 1.0)], 8, 0, cross_documents=True).batch([0])
    assert across.segments is None and across.position_ids.tolist() == [list(range(8))]
    np.testing.assert_array_equal(across.targets, batch.targets[:1])
    assert windows.batch([1]).segments is None


def test_the_order_is_a_function_of_seed_and_epoch():
    stream = _stream([7] * 50)
    orders = [Windows([(stream, 1.0)], 4, seed).index(epoch) for seed in (0, 1) for epoch in (0, 1, 0)]
    np.testing.assert_array_equal(orders[0], orders[2])
    for a, b in ((0, 1), (0, 3), (3, 4)):
        assert (orders[a] != orders[b]).any()
    for order in orders:
        count = len(Windows([(stream, 1.0)], 4, 0))
        assert sorted((order % count).tolist()) == list(range(count))
    assert max(orders[0]) < len(orders[0])  # the first pass is not shifted


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.integers(1, 12), st.integers(0, 3), st.integers(0, 5))
def test_a_later_pass_predicts_every_token_but_one_from_its_own_document(lengths, length, seed, epoch):
    """Against the ring of the stream, written out."""
    shards = _stream(lengths)
    tokens = shards.read(0, shards.tokens)
    if len(tokens) < 2:
        return
    owner = np.repeat(np.arange(len(lengths)), np.diff(shards.starts))
    windows = Windows([(shards, 1.0)], length, seed)
    order = np.sort(windows.index(epoch))
    shift = order[0] // len(windows)
    assert 0 <= shift < length and (order == shift * len(windows) + np.arange(len(windows))).all()
    batch = windows.batch(order)
    ring, owners = np.roll(tokens, -shift), np.roll(owner, -shift)
    flat = batch.targets.ravel()
    assert flat[flat != IGNORED].tolist() == ring[1:].tolist()
    new = np.roll(tokens, -shift) == END  # a document begins with the end token
    segments = np.zeros_like(batch.input_ids) if batch.segments is None else batch.segments
    for w in range(len(windows)):
        for t in range(min(length, len(tokens) - 1 - w * length)):
            at = w * length + t
            assert batch.input_ids[w, t] == ring[at]
            if t and not new[at]:
                assert segments[w, t] == segments[w, t - 1] and owners[at] == owners[at - 1]
                assert batch.position_ids[w, t] == batch.position_ids[w, t - 1] + 1
            elif t:
                assert segments[w, t] == segments[w, t - 1] + 1 and batch.position_ids[w, t] == 0


def test_passes_begin_at_different_places():
    windows = Windows([(_stream([7] * 50), 1.0)], 16, 0)
    shifts = [int(windows.index(epoch)[0]) // len(windows) for epoch in range(8)]
    assert shifts[0] == 0 and len(set(shifts)) > 4


def test_weights_are_shares_and_no_window_is_seen_twice_before_all_are():
    small, large = _stream([9] * 10), _stream([9] * 100, first=10_000)
    windows = Windows([(small, 0.3), (large, 0.7)], 5, 3)
    sizes = [len(Windows([(stream, 1.0)], 5, 3)) for stream in (small, large)]
    assert len(windows) == sum(sizes)
    seen = np.zeros(len(windows), dtype=int)
    for epoch in range(7):
        order = windows.index(epoch)
        assert len(order) == len(windows)
        order = order % len(windows)
        assert abs((order < sizes[0]).mean() - 0.3) <= 1 / len(windows)
        seen += np.bincount(order, minlength=len(windows))
        for part in (seen[: sizes[0]], seen[sizes[0] :]):
            assert part.max() - part.min() <= 1
    assert windows.batch([sizes[0]]).input_ids[0, 1] >= 10_000
    plain = Windows([(small, small.tokens), (large, large.tokens)], 5, 3)
    assert sorted((plain.index(4) % len(plain)).tolist()) == list(range(len(plain)))


@pytest.mark.parametrize("ahead", [1, 8])
def test_batches_made_ahead_are_the_same(ahead):
    windows = Windows([(_stream([5, 1, 8, 0, 12] * 20), 1.0)], 6, 0)
    order = windows.index(2)
    made = list(windows.batches(order, 7, ahead=ahead))
    assert [len(batch.input_ids) for batch in made] == [7] * (len(order) // 7) + (
        [len(order) % 7] if len(order) % 7 else []
    )
    for i, batch in enumerate(made):
        for got, wanted in zip(_arrays(batch), _arrays(windows.batch(order[7 * i : 7 * i + 7])), strict=True):
            np.testing.assert_array_equal(got, wanted)
    stopped = windows.batches(order, 1, ahead=ahead)
    next(stopped)
    stopped.close()  # the thread ends too


def test_what_fails_in_the_thread_is_raised_here():
    windows = Windows([(_stream([5] * 9), 1.0)], 6, 0)
    windows._streams[0] = _stream([1])  # as if the files had been cut short
    with pytest.raises(AssertionError):
        list(windows.batches(windows.in_order(), 2))


def _arrays(batch: WindowBatch):
    zeros = np.zeros_like(batch.input_ids)
    return batch.input_ids, batch.targets, batch.position_ids, zeros if batch.segments is None else batch.segments
