"""Near duplicates: found in English and Chinese, verified by their exact similarity, none invented."""

import random

import pytest

from modelyard.data.duplicates import THRESHOLD, near_pairs

pytest.importorskip("rensa")


def similarity(a: str, b: str, width: int) -> float:
    one, other = ({text[i : i + width] for i in range(len(text) - width + 1)} for text in (a, b))
    return len(one & other) / len(one | other)


@pytest.mark.parametrize(
    ("alphabet", "width"), [("abcdefghijklmnopqrstuvwxyz ", 5), ("的一是不了人我在有他这中大来上国", 3)]
)
def test_planted_pairs_are_found_and_no_other(alphabet: str, width: int) -> None:
    dice = random.Random(0)
    texts = ["".join(dice.choices(alphabet, k=150)).strip() for _ in range(300)]
    near = [text[:70] + "zq" + text[72:] for text in texts[:40]]
    far = [text[:40] + "".join(dice.choices(alphabet, k=110)) for text in texts[40:80]]
    everything = [*texts, *near, *far]
    found = {(i, j): value for i, j, value in near_pairs(everything)}
    truth = {(i, 300 + i): similarity(texts[i], near[i], width) for i in range(40)}
    truth = {pair: value for pair, value in truth.items() if value >= THRESHOLD}
    assert set(found) == set(truth) and len(truth) > 20
    for pair, value in found.items():
        assert value == pytest.approx(truth[pair], abs=0.02)  # blanks are folded before comparing


def test_a_crowd_is_linked_without_all_pairs() -> None:
    texts = [
        f"your code is ready, please enter it within ten minutes to log in to the shop {i % 10}" for i in range(500)
    ]
    found = near_pairs(texts)
    reached = {0}
    for i, j, _ in sorted(found):
        if i in reached or j in reached:
            reached |= {i, j}
    assert len(reached) == 500 and len(found) < 10_000


def test_nothing_to_compare() -> None:
    assert near_pairs([]) == near_pairs(["short", "short"]) == near_pairs(["one text that is long enough"]) == []


def test_broken_text_does_not_stop_it() -> None:
    assert near_pairs(["\ud800 half a pair of surrogates", "\ud800 half a pair of surrogates"])
