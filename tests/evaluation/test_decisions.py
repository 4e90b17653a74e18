"""What is done with probabilities: calibration on unseen rows, rows left to people, sets, and answers by cost."""

import time
from types import SimpleNamespace

import numpy as np
import pytest

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Answer, Evaluate
from modelyard.core.schema import Column, Schema
from modelyard.data.features import decisions, scores
from modelyard.evaluation import abstention, calibrated, costs, sets
from modelyard.inference import deciding
from modelyard.inference.labelled import Labelled

SCHEMA = Schema(inputs=(Column(name="x", kind="number"),), target=Column(name="price", kind="number"))


def subject(
    validation, test, *, kind="classification", labels=("no", "yes"), temperature=1.0, bent=None, served=None, **answer
):
    """As `inference.subject.Subject`, over (outputs, targets) of two splits; `served` is the artifact's decision."""
    held = {"validation": validation, "test": test}

    def known(split=None):
        targets = held[split or "test"][1]
        return Labelled(rows={"x": [0.0] * len(targets)}, places=[""] * len(targets), targets=targets, notes=())

    def answered(outputs):
        return scores.probabilities(outputs, temperature, bent) if kind == "classification" else outputs[:, 0]

    return SimpleNamespace(
        kind=kind,
        split="test",
        labels=labels if kind == "classification" else (),
        allowance=None,
        recipe=SimpleNamespace(evaluate=Evaluate(resamples=200), answer=Answer(**answer), seed=0),
        bundle=SimpleNamespace(counts={name: len(one[1]) for name, one in held.items()}),
        predictor=SimpleNamespace(
            schema=SCHEMA,
            task=SimpleNamespace(answers=SimpleNamespace(temperature=temperature, calibration=bent), decision=served),
        ),
        known=known,
        outputs=lambda split=None: held[split or "test"][0],
        answered=answered,
        decide=lambda probabilities: decisions.decide(probabilities, served),
    )


def drawn(seed, n, heat=1.0, classes=2):
    """Logits whose softmax at 1 / heat is the truth."""
    random = np.random.default_rng(seed)
    z = random.normal(size=(n, classes)) * 2
    chances = scores.probabilities(z, heat)
    return z, (chances.cumsum(axis=1) < random.random(n)[:, None]).sum(axis=1)


def test_what_calibration_does_is_measured_against_the_bare_model():
    found = calibrated.calibrated(subject(drawn(0, 500, 3.0), drawn(1, 2000, 3.0), temperature=3.0))
    assert "makes probabilities better: log-loss -0." in found.summary
    (claim,) = found.claims
    assert claim.interval[1] < 0
    names = [row[0] for row in found.blocks[0]["rows"]]
    assert names == ["as trained", "divided by the temperature 3"]
    assert found.limits == ()
    wrong = calibrated.calibrated(subject(drawn(0, 500), drawn(1, 2000), temperature=8.0))
    assert "train.calibrate: none" in wrong.limits[0]


def test_a_bent_calibration_is_shown_beside_the_temperature():
    bent = {"method": "vector", "scale": [1.0, 1.0], "shift": [0.0, 0.4]}
    found = calibrated.calibrated(subject(drawn(0, 300), drawn(1, 600), temperature=1.1, bent=bent))
    assert len(found.blocks[0]["rows"]) == 3
    plain = calibrated.calibrated(subject(drawn(0, 300), drawn(1, 600)))
    assert plain.claims == ()
    assert "as the model gives them" in plain.summary
    values = (np.zeros((9, 1)), np.zeros(9))
    assert calibrated.calibrated(subject(values, values, kind="regression")) is None


def test_a_promised_accuracy_is_kept_as_often_as_promised():
    kept = answered = 0
    for seed in range(120):
        z, targets = drawn(seed, 400)
        given = scores.probabilities(z, 1.0)
        limit = deciding.promised(given.max(axis=1), given.argmax(axis=1) == targets, 0.9, 0.9)
        if limit is None:
            continue
        answered += 1
        new, truth = drawn(1000 + seed, 4000)
        fresh = scores.probabilities(new, 1.0)
        sure = fresh.max(axis=1) >= limit
        kept += (fresh.argmax(axis=1) == truth)[sure].mean() >= 0.9 - 0.005
    assert answered > 60
    assert kept / answered >= 0.9


def test_rows_left_to_people():
    found = abstention.abstention(subject(drawn(0, 2000), drawn(1, 3000), accuracy=0.95))
    names = [claim.name for claim in found.claims]
    assert names == ["risk_coverage_area", "coverage_at_promised_accuracy", "accuracy_where_it_answers"]
    assert 0.94 <= found.claims[2].value <= 0.97
    assert found.summary.startswith("Promised to be right in 95 % of its answers it leaves ")
    assert abstention.abstention(subject(drawn(0, 20), drawn(1, 30))) is None
    none = abstention.abstention(subject(drawn(0, 60), drawn(1, 300), accuracy=0.999))
    assert none.summary.startswith("No threshold on the validation rows promises 99.9 %")


@pytest.mark.parametrize("part", [abstention.abstention, sets.sets])
def test_rows_that_the_time_left_unanswered_are_not_called_few(part):
    def answer(rows):
        time.sleep(0.001 * len(rows["x"]))
        return outputs[: len(rows["x"])]

    outputs, targets = drawn(0, 200)
    slow = subject((outputs, targets), (outputs, targets))
    slow.allowance, slow.is_answered, slow.predictor.outputs = 0.02, lambda split: False, answer
    found = part(slow)
    assert found.summary.startswith("In the time allowed 32 of 200 validation rows were answered, too few")
    assert found.limits == (f"{found.title}: not examined. {found.summary}",)


def test_the_area_under_the_risk_curve():
    sure, right = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, True, False, True])
    value, low, high = abstention.area_under_risk(sure, right, 0.9, 0)
    assert value == pytest.approx((0 + 0 + 1 / 3 + 1 / 4) / 4)
    assert low <= value <= high
    n = 20_000
    perfect = np.arange(n)[::-1] / n, np.arange(n) < 0.8 * n
    assert abstention.area_under_risk(*perfect, 0.9, 0, resamples=5)[0] == pytest.approx(
        abstention.ideal_area(0.2), abs=1e-3
    )


def test_sets_hold_what_they_promise():
    found = sets.sets(subject(drawn(0, 800, classes=4), drawn(1, 3000, classes=4), labels=tuple("abcd")))
    coverage = found.claims[0]
    assert coverage.value == pytest.approx(0.9, abs=0.035)
    assert found.claims[1].name == "set_size"
    assert found.limits == ()
    assert {row[0] for row in found.blocks[1]["rows"]} == set("abcd")
    few = sets.sets(subject(drawn(0, 20), drawn(1, 100)))
    assert "too few" in few.limits[0]


def test_rows_of_another_kind_are_seen_to_break_the_promise():
    z, targets = drawn(1, 3000, heat=6.0)  # answers there are far less sure than where it was calibrated
    found = sets.sets(subject(drawn(0, 800), (z, targets)))
    assert "unlike those that calibrated" in found.limits[0]


def test_ranges_of_values():
    random = np.random.default_rng(2)

    def values(n):
        x = random.random(n) * 10
        return x[:, None], x + random.normal(size=n) * (0.1 + 0.4 * x)

    found = sets.sets(subject(values(600), values(2000), kind="regression"))
    assert found.claims[0].value == pytest.approx(0.9, abs=0.05)
    assert found.claims[1].name == "range_width"
    even, scaled = found.blocks[0]["rows"]
    assert float(scaled[3].rstrip(" %")) < float(even[3].rstrip(" %"))  # the lowest quarter is not over-covered


def test_costs_are_read_by_label():
    stated = deciding.costs_by_class({"no": {"yes": 5}}, ("no", "yes"))
    assert decisions.cost_matrix(stated, 2).tolist() == [[0, 5], [1, 0]]
    with pytest.raises(RecipeError, match="no label of the data"):
        deciding.costs_by_class({"maybe": {"yes": 5}}, ("no", "yes"))


@pytest.mark.parametrize(
    ("given", "said"),
    [({"0": {"0": 1}}, "right answer costs nothing"), ({"0": {"1": -1}}, "0"), ({"0": {}}, "at least one error")],
)
def test_costs_that_mean_nothing_are_refused(given, said):
    recipe = {"task": "text-classification", "data": {"train": "a.csv"}, "answer": {"costs": given}}
    with pytest.raises(RecipeError, match=said):
        recipe_file.from_mapping(recipe, [])
    numbers = {**recipe, "answer": {"costs": {0: {1: 5}}}}
    assert recipe_file.from_mapping(numbers, []).answer.costs == {"0": {"1": 5.0}}


def test_the_cheapest_threshold_is_the_cheapest_of_all():
    random = np.random.default_rng(3)
    score, targets = np.round(random.random(200), 2), random.integers(0, 2, 200)
    matrix = np.array([[0.0, 3.0], [1.0, 0.0]])

    def cost(cut):
        return matrix[targets, (score >= cut).astype(int)].sum()

    best = deciding.cheapest_threshold(score, targets, matrix)
    assert cost(best) == min(cost(cut) for cut in np.linspace(-0.001, 1.001, 2003))


def test_costs_move_the_answer_and_spare_what_they_say():
    found = costs.costs(subject(drawn(0, 2000), drawn(1, 4000), costs={"no": {"yes": 8}}))
    after, spared = found.claims
    assert spared.interval[0] > 0
    assert "spares" in found.summary
    before = float(found.blocks[0]["rows"][0][1].split()[0])
    assert before - after.value == pytest.approx(spared.value, abs=1e-2)
    assert costs.costs(subject(drawn(0, 200), drawn(1, 200))) is None


def test_an_uncalibrated_model_gets_a_threshold_of_its_own():
    random = np.random.default_rng(4)

    def shifted(n):
        z, targets = drawn(int(random.integers(1000)), n)
        return z + np.array([2.0, 0.0]), targets

    found = costs.costs(subject(shifted(3000), shifted(3000), costs={"yes": {"no": 3}}))
    assert found.detail["rule"] == "threshold"
    assert found.claims[1].interval[0] > 0


def test_costs_of_several_classes_use_expected_cost():
    asked = {"a": {"b": 10}}
    found = costs.costs(subject(drawn(0, 1500, classes=3), drawn(1, 3000, classes=3), labels=tuple("abc"), costs=asked))
    assert found.detail["threshold"] is None
    assert found.claims[1].interval[0] > 0


def test_a_coverage_beyond_the_rows_is_said_to_be_so():
    found = sets.sets(subject(drawn(0, 300), drawn(1, 300), coverage=0.999))
    assert "too few" in found.limits[0]
    random = np.random.default_rng(0)
    values = random.random((150, 1)), random.random(150)
    assert "too few" in sets.sets(subject(values, values, kind="regression", coverage=0.99)).limits[0]
    assert sets.sets(subject(values, values, kind="regression", coverage=0.98)).claims
