"""Explanations as a report gets them: ranks, phrases, bounded texts, pictures; a second class for the price of none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from modelyard.core.schema import Column, Schema
from modelyard.explanation import drawn
from modelyard.explanation.case import Model, case
from modelyard.explanation.explain import Explanation, explain_case, mirrored
from modelyard.explanation.methods import METHODS
from modelyard.explanation.units import TextUnits
from modelyard.inference.predictor import Predictor

TEXT = Schema(inputs=(Column(name="text", kind="text"),))


def made(text: str, weights: list[float]) -> Explanation:
    units = TextUnits({"text": text}, TEXT)
    names = tuple(unit.text for unit in units.units)
    return Explanation(
        method="shap",
        said="Shapley values",
        answer={"label": "a"},
        label="a",
        score=1.0,
        shown=0.7,
        sort="text",
        units=tuple(zip(names, weights, strict=True)),
        pieces=tuple(units.pieces(weights)),
        phrases=tuple(units.phrases(weights)),
        base=0.2,
        gap=0.0,
    )


def test_a_text_stays_whole_and_characters_of_one_phrase_are_one_piece():
    one = made("房间很好, but 贵  x", [0.0, 0.0, 0.5, 0.5, 0.0, -0.2, -0.6, 0.1])
    (view,) = drawn.explained([one], title="t")["views"]
    assert "".join(text for text, _, _ in view["pieces"]) == "房间很好, but 贵  x"
    assert [tuple(piece) for piece in view["pieces"] if piece[2] == 1] == [("很好", 1.0, 1)]
    assert view["units"][0] == ["很好", 1.0] and view["count"] == 4
    assert sorted(rank for _, _, rank in view["pieces"] if rank) == [1, 2, 3, 4]


def test_weights_of_a_small_unit_are_drawn_as_others_are():
    """A target of billionths has weights of billionths: they must not round to nothing."""
    judged = {name: [0.0, 3e-9] for name in ("deletion", "insertion", "random_deletion", "random_insertion")}
    judged |= {"shares": [0.0, 1.0], "gain": 1e-9, "interval": [0.0, 2e-9]}
    one = replace(made("one two", [2e-9, -1e-9]), sort="table", faithfulness=judged)
    (view,) = drawn.explained([one], title="t")["views"]
    assert view["units"] == [["one", 2e-9], ["two", -1e-9]]
    assert view["blocks"][0]["series"][0]["y"] == [0.0, 3e-9]


def test_a_long_text_is_drawn_where_it_weighs_most():
    words = [f"w{i}" for i in range(2000)]
    weights = [0.001] * 2000
    weights[1500] = 5.0
    (view,) = drawn.explained([made(" ".join(words), weights)], title="t")["views"]
    shown = [text for text, weight, _ in view["pieces"] if weight is not None]
    assert "w1500" in shown and len(shown) == drawn.MOST_WORDS and view["out"] == 2000 - drawn.MOST_WORDS
    assert view["pieces"][0][0] == "… " and view["pieces"][-1][0] == " …" and view["count"] == 2000


def test_the_other_of_two_classes_has_the_signs_turned(packaged):
    model = Model(predictor=Predictor.load(packaged("linear")))
    one = case(model, {"text": "a good film 很好 bad plot"})
    for name in ("exact", "shap", "occlusion", "lime"):
        found = explain_case(one, METHODS[name], check=False)
        other = next(label for label in model.labels if label != one.label)
        turned, asked = mirrored(found, other), explain_case(one.of_class(other), METHODS[name], check=False)
        assert [w for _, w in turned.units] == pytest.approx([w for _, w in asked.units], abs=1e-9), name
        assert turned.score == pytest.approx(asked.score) and turned.shown == pytest.approx(asked.shown)
        assert (turned.base is None) == (asked.base is None)


def test_another_class_asks_nothing_again(packaged):
    model = Model(predictor=Predictor.load(packaged("encoder")))
    one = case(model, {"text": "a good film 很好 bad"})
    explain_case(one, METHODS["occlusion"], check=False)
    before = one.game.evaluations
    other = one.of_class(next(label for label in model.labels if label != one.label))
    explain_case(other, METHODS["occlusion"], check=False)
    assert other.game.evaluations == before and other.game.score.target != one.game.score.target


def test_pictures_and_series_are_thinned():
    def seen(shape, values, **more):
        return drawn.picture({"x": values}, Schema(inputs=(Column(name="x", kind="vector", shape=shape, **more),)))

    grey = seen((100, 60), np.linspace(0, 1, 6000), low=0.0, high=1.0)["pixels"]
    assert (len(grey), len(grey[0])) == (34, 20) and grey[0][0] == 0 and max(map(max, grey)) <= 255
    assert np.shape(seen((4, 4, 1), np.arange(16.0))["pixels"]) == (4, 4)
    assert np.shape(seen((4, 4, 3), np.arange(48.0))["pixels"]) == (4, 4, 3)
    assert len(seen((1000,), np.arange(1000.0))["values"]) == 250
    assert seen((4,), None) is None and drawn.picture({"text": "t"}, TEXT) is None


def test_the_interval_of_faithfulness_holds_with_few_random_orders():
    """Student's, not twice the error: with two orders that is off by a factor of six."""
    scipy = pytest.importorskip("scipy.stats")
    from modelyard.explanation import faithfulness

    exact = [scipy.t.ppf(0.975, freedom) for freedom in range(1, faithfulness.ORDERS)]
    assert list(faithfulness._STUDENT) == pytest.approx(exact, abs=1e-3)


def test_ranks_of_equal_values_are_their_mean():
    scipy = pytest.importorskip("scipy.stats")
    from modelyard.explanation.drivers_drawn import _ranks

    values = np.array([0.0, 1.0, 1.0, 0.0, 5.0, 1.0])
    assert _ranks(values).tolist() == scipy.rankdata(values).tolist()
