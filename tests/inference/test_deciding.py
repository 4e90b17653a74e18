"""What is stated of answers: the rules against brute force, and what is promised against simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.recipe import Answer
from modelyard.data.features import decisions, scores
from modelyard.inference import deciding
from modelyard.inference.golden import Golden, compare_answers
from modelyard.metrics.recalibration import choose


def logits(seed, n, heat=1.0, classes=2):
    """Logits [N, C] times `heat`, and classes drawn by them as they were before."""
    random = np.random.default_rng(seed)
    z = random.normal(size=(n, classes)) * 2
    chances = scores.probabilities(z, 1.0)
    classes_of = (chances.cumsum(axis=1) < random.random(n)[:, None]).sum(axis=1)
    return z * heat, np.minimum(classes_of, classes - 1)


def drawn(seed, n, classes=2, heat=1.0):
    """Probabilities [N, C] at `heat`, and classes drawn by them at a heat of 1."""
    z, labels = logits(seed, n, classes=classes)
    return scores.probabilities(z, heat), labels


def test_the_label_is_the_one_of_least_expected_cost():
    given_, targets = drawn(0, 800, classes=4)
    asked = {"a": {"b": 7, "c": 0.5}, "d": {"a": 3}}
    found = deciding.fitted(Answer(costs=asked), "abcd", given_, targets, 0)
    assert found["rule"] == decisions.EXPECTED
    chosen = decisions.decide(given_, found)
    costs = [[0, 7, 0.5, 1], [1, 0, 1, 1], [1, 1, 0, 1], [3, 1, 1, 0]]
    for i in range(0, 800, 37):
        expected = [sum(given_[i, true] * costs[true][answer] for true in range(4)) for answer in range(4)]
        assert expected[chosen[i]] == pytest.approx(min(expected))
    plain = decisions.answers("abcd", given_, None)
    stated = decisions.answers("abcd", given_, found)
    assert [one["scores"] for one in stated] == [one["scores"] for one in plain]  # probabilities stay what they are
    assert any(one["label"] != other["label"] for one, other in zip(stated, plain, strict=True))


def test_of_two_classes_a_threshold_is_taken_where_it_is_shown_to_be_cheaper():
    given_, targets = drawn(1, 3000)
    stated = deciding.costs_by_class({"no": {"yes": 4}}, ("no", "yes"))
    plain = {"rule": decisions.EXPECTED, "costs": [[0, 1, 4.0]]}
    assert deciding.rule_for(given_, targets, stated, 0) == plain
    off = scores.probabilities(np.log(given_) + np.array([1.5, 0.0]), 1.0)  # probabilities that are wrong
    rule = deciding.rule_for(off, targets, stated, 0)
    matrix = decisions.cost_matrix(stated, 2)
    assert rule["rule"] == decisions.THRESHOLD
    spent = matrix[targets, decisions.decide(off, rule)].mean()
    assert spent < matrix[targets, decisions.decide(off, plain)].mean()
    assert deciding.rule_for(given_[:0], targets[:0], stated, 0) == plain


def test_a_threshold_of_noise_is_not_taken():
    stated = deciding.costs_by_class({"no": {"yes": 4}}, ("no", "yes"))
    taken = [deciding.rule_for(*drawn(seed, 300), stated, seed)["rule"] for seed in range(40)]
    assert taken.count(decisions.EXPECTED) >= 30


@pytest.mark.parametrize(("classes", "costs"), [(2, None), (4, None), (4, {"a": {"b": 6}})])
def test_sets_hold_the_truth_as_often_as_stated(classes, costs):
    """Over draws of the validation rows, the mean coverage is at least what is stated; sets hold the label."""
    stated = Answer(coverage=0.9, costs=costs)
    held = []
    for seed in range(60):
        known, labels = drawn(seed, 200, classes, heat=1.5)
        found = deciding.fitted(stated, "abcd"[:classes], known, labels, seed)
        new, truth = drawn(1000 + seed, 2000, classes, heat=1.5)
        chosen = decisions.decide(new, found)
        inside = decisions.label_sets(new, chosen, found)
        assert inside[np.arange(2000), chosen].all()
        held.append(inside[np.arange(2000), truth].mean())
    assert np.mean(held) >= 0.9 - 3 * np.std(held) / np.sqrt(len(held))
    if classes == 4 and costs is None:
        assert np.mean(held) <= 0.92  # nor much more, where the label alone holds it less often


def test_ranges_hold_the_truth_as_often_as_stated():
    held = []
    for seed in range(60):
        random = np.random.default_rng(seed)
        x = random.random(2200) * 10
        truth = x + random.normal(size=2200) * (0.2 + 0.3 * x)
        found = deciding.fitted(Answer(coverage=0.9), (), x[:200], truth[:200], seed)
        answers = decisions.ranged(x[200:], found)
        inside = [one["low"] <= at <= one["high"] for one, at in zip(answers, truth[200:], strict=True)]
        held.append(np.mean(inside))
        assert answers[0]["high"] - answers[0]["value"] == pytest.approx(answers[0]["value"] - answers[0]["low"])
    assert np.mean(held) == pytest.approx(0.9, abs=0.015)


def test_confident_answers_are_as_right_as_promised():
    kept = []
    for seed in range(60):
        known, labels = drawn(seed, 400)
        found = deciding.fitted(Answer(accuracy=0.9), ("no", "yes"), known, labels, seed)
        if found["confident_from"] is None:
            continue
        new, truth = drawn(500 + seed, 4000)
        chosen = decisions.decide(new, found)
        kept.append((chosen == truth)[decisions.confident(new, chosen, found)].mean() >= 0.9 - 0.005)
    assert len(kept) > 30
    assert np.mean(kept) >= 0.9
    nothing, classes = np.full((300, 2), 0.5), np.arange(300) % 2
    none = deciding.fitted(Answer(accuracy=0.9), ("no", "yes"), nothing, classes, 0)
    assert none["confident_from"] is None
    assert not any(one["confident"] for one in decisions.answers(("no", "yes"), nothing, none))


@given(st.integers(0, 10**6), st.integers(2, 6), st.integers(1, 30))
@settings(max_examples=40, deadline=None)
def test_a_row_is_answered_alone_as_among_others(seed, classes, n):
    given_, targets = drawn(seed, 60, classes)
    labels = "abcdef"[:classes]
    stated = Answer(costs={"a": {"b": 3.7}, "b": {"a": 0.1}}, accuracy=0.6, coverage=0.8)
    found = deciding.fitted(stated, labels, given_, targets, 0)
    new, _ = drawn(seed + 1, n, classes)
    together = decisions.answers(labels, new, found)
    assert [decisions.answers(labels, new[i : i + 1], found)[0] for i in range(n)] == together
    for answer in together:
        ranked = [answer["scores"][label] for label in answer["label_set"]]
        assert ranked == sorted(ranked, reverse=True)


@pytest.mark.parametrize(
    ("stated", "labels", "rows", "said"),
    [
        ({"costs": {"no": {"maybe": 2}}}, ("no", "yes"), 500, "no label of the data"),
        ({"accuracy": 0.9}, ("no", "yes"), 49, "answer.accuracy of 0.9 needs 50 validation rows"),
        ({"coverage": 0.995}, ("no", "yes"), 198, "answer.coverage of 0.995 needs 199 validation rows"),
        ({"coverage": 0.99}, (), 197, "answer.coverage of 0.99 needs 198 validation rows"),
    ],
)
def test_what_cannot_be_fitted_is_refused(stated, labels, rows, said):
    with pytest.raises(RecipeError, match=said):
        deciding.check(Answer(**stated), labels, rows)
    enough = {key: value for key, value in stated.items() if key != "costs"}
    deciding.check(Answer(**enough), labels, rows + 1)


def test_golden_examples_hold_the_decisions():
    recorded = {"label": "a", "scores": {"a": 0.5, "b": 0.5}, "confident": True, "label_set": ["a", "b"]}
    golden = Golden(inputs={}, outputs=np.zeros((1, 2)), answers=[recorded], notes=[""], recorded_with="numpy")
    compare_answers(golden, [{**recorded, "label_set": ["b", "a"]}])  # of equal ones either may be first
    for changed in ({"confident": False}, {"confident": 1}, {"label_set": ["a"]}, {"label": "b"}):
        with pytest.raises(ArtifactError, match="was decoded as"):
            compare_answers(golden, [{**recorded, **changed}])
    with pytest.raises(ArtifactError):
        compare_answers(golden, [{name: value for name, value in recorded.items() if name != "confident"}])


def test_calibration_and_costs_fitted_to_the_same_rows_cost_the_promises_little():
    held, broken = [], 0
    for seed in range(80):
        (z, labels), (new, truth) = logits(seed, 200, 1.7), logits(1000 + seed, 3000, 1.7)
        made = choose(z, labels, "temperature", scores.probabilities)
        stated = Answer(costs={"no": {"yes": 5}}, accuracy=0.85, coverage=0.9)
        known = scores.probabilities(z, made.temperature)
        found = deciding.fitted(stated, ("no", "yes"), known, labels, seed)
        fresh = scores.probabilities(new, made.temperature)
        chosen = decisions.decide(fresh, found)
        held.append(decisions.label_sets(fresh, chosen, found)[np.arange(3000), truth].mean())
        sure = decisions.confident(fresh, chosen, found)
        broken += bool(sure.any()) and (chosen == truth)[sure].mean() < 0.85
    assert np.mean(held) >= 0.9 - 0.008
    assert broken <= 0.05 * 80
