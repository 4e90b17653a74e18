"""The counted language model against a direct reading of Chen and Goodman, and as a distribution."""

from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.features import FeatureSpec, Tokens
from modelyard.models import ngram

VOCABULARY = 7


def documents(lists):
    offsets = np.concatenate([[0], np.cumsum([len(tokens) for tokens in lists])]).astype(np.int64)
    return Tokens(np.array([t for tokens in lists for t in tokens], dtype=np.int32), offsets)


def made(count=30, seed=0):
    random = np.random.default_rng(seed)
    return [[0, *random.integers(1, VOCABULARY, random.integers(0, 30)).tolist(), 0] for _ in range(count)]


def fitted(lists, order):
    spec = FeatureSpec(kind="tokens", width=VOCABULARY)
    return ngram.fit(ngram.Config(order=order), documents(lists), np.zeros(len(lists)), outputs=2, loss="", spec=spec)


class Reference:
    """Interpolated modified Kneser-Ney by dictionaries."""

    def __init__(self, lists, order):
        raw = [Counter() for _ in range(order + 1)]
        for tokens in lists:
            for n in range(1, order + 1):
                for end in range(max(1, n - 1), len(tokens)):
                    raw[n][tuple(tokens[end - n + 1 : end + 1])] += 1
        self.order, self.counts = order, {order: dict(raw[order])}
        for n in range(1, order):
            places = defaultdict(set)
            for gram in raw[n + 1]:
                places[gram[1:]].add(gram[0])
            self.counts[n] = {gram: len(places[gram]) or count for gram, count in raw[n].items()}
        self.discounts = {
            n: ngram._discounts(np.array(list(counts.values()), dtype=np.int64)) for n, counts in self.counts.items()
        }

    def probability(self, context, token):
        below = 1 / VOCABULARY
        for n in range(1, self.order + 1):
            if n - 1 > len(context):
                break
            prefix = tuple(context[len(context) - n + 1 :])
            following = {gram[-1]: count for gram, count in self.counts[n].items() if gram[:-1] == prefix}
            if not following:
                break
            total = sum(following.values())
            held = sum(self.discounts[n][min(count, 3)] for count in following.values())
            count = following.get(token, 0)
            below = (count - self.discounts[n][min(count, 3)]) / total + held / total * below
        return below


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_it_is_modified_kneser_ney(order):
    lists = made()
    weights, reference = fitted(lists, order), Reference(lists, order)
    for tokens in [*lists[:5], [0, 3, 3, 3, 3, 1, 0], [0, 0]]:
        nats, predicted = ngram.forward(weights, ngram.Config(order=order), documents([tokens]))[0]
        expected = -sum(np.log(reference.probability(tokens[:i], tokens[i])) for i in range(1, len(tokens)))
        assert predicted == len(tokens) - 1
        assert nats == pytest.approx(expected, rel=1e-5)  # tables are float32


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1000), context=st.lists(st.integers(0, VOCABULARY - 1), max_size=5))
def test_it_is_a_distribution_and_agrees_with_the_score(seed, context):
    weights = fitted(made(8, seed), 3)
    context = [0, *context]
    found = ngram.distribution(weights, np.array(context, dtype=np.int64))
    assert found.sum() == pytest.approx(1, rel=1e-5)
    assert (found > 0).all()
    for token in range(VOCABULARY):
        both = ngram.forward(weights, ngram.Config(order=3), documents([context, [*context, token]]))
        assert both[1, 0] - both[0, 0] == pytest.approx(-np.log(found[token]), rel=1e-4, abs=1e-6)


def test_a_document_does_not_see_its_neighbour():
    weights = fitted(made(), 3)
    one, two = [0, 1, 2, 3, 0], [0, 4, 4, 5, 0]
    together = ngram.forward(weights, ngram.Config(order=3), documents([one, two]))
    alone = [ngram.forward(weights, ngram.Config(order=3), documents([tokens]))[0] for tokens in (one, two)]
    np.testing.assert_array_equal(together, alone)


def test_only_the_first_tokens_are_counted():
    lists = made(20)
    spec = FeatureSpec(kind="tokens", width=VOCABULARY)
    config = ngram.Config(order=2, max_tokens=50)
    given = ngram.fit(config, documents(lists), np.zeros(20), outputs=2, loss="", spec=spec)
    assert given["keys.2"].size < fitted(lists, 2)["keys.2"].size
