"""Shared runs of tokens, against sets of tuples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.evaluation import contamination
from modelyard.evaluation.contamination import RUN, shared


class Stream:
    def __init__(self, tokens):
        self._tokens = np.array(tokens, dtype=np.int32)
        self.tokens = len(tokens)

    def read(self, start, stop):
        return self._tokens[start:stop]


def reference(documents, training):
    known = {tuple(training[i : i + RUN]) for i in range(len(training) - RUN + 1)}
    found = []
    for tokens in documents:
        covered = set()
        for i in range(len(tokens) - RUN + 1):
            if tuple(tokens[i : i + RUN]) in known:
                covered.update(range(i, i + RUN))
        found.append(len(covered) / len(tokens) if tokens else 0.0)
    return found


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_it_agrees_with_sets(data):
    few = st.integers(0, 1)
    training = data.draw(st.lists(few, max_size=80))
    documents = data.draw(st.lists(st.lists(few, max_size=40), max_size=5))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contamination, "CHUNK", 17)
        found = shared([np.array(tokens, dtype=np.int32) for tokens in documents], Stream(training))
    assert found.tolist() == pytest.approx(reference(documents, training))


def test_a_copy_is_wholly_shared_and_a_stranger_not_at_all():
    random = np.random.default_rng(0)
    training, other = random.integers(0, 5000, 3000), random.integers(0, 5000, 500)
    assert shared([training[100:400].astype(np.int32), other.astype(np.int32)], Stream(training)).tolist() == [1.0, 0.0]
