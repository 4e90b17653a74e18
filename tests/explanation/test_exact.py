"""Exact contributions of linear models and trees; counterfactuals and neighbours of real models."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from modelyard.core.errors import RequestError
from modelyard.explanation.case import Model, case
from modelyard.explanation.drawn import explained
from modelyard.explanation.explain import changes, explain, told
from modelyard.explanation.game import row_of
from modelyard.inference.predictor import Predictor

TEXTS = (
    "good film, bad plot",
    "很好！房间 难看 good",
    "GOOD  gooD\n\ta great\u00a0scene é e\u0301",
    "ﬁlm Ⅷ ＧＯＯＤ bad",
    "😀",
)


@pytest.fixture(scope="module")
def linear(packaged):
    path = packaged("linear")
    return Model(predictor=Predictor.load(path), run=path)


@pytest.fixture(scope="module")
def trees(packaged):
    path = packaged("trees")
    return Model(predictor=Predictor.load(path), run=path)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("label", ["good", "bad"])
def test_ngrams_land_on_their_words_and_add_up(linear, text, label):
    one = case(linear, {"text": text}, label=label)
    from modelyard.explanation.methods import by_weights

    found = by_weights(one)
    assert found.base + found.weights.sum() == pytest.approx(one.game.full, abs=1e-9)
    outputs = linear.predictor.outputs({"text": [text]})[0]
    sign = 1 if linear.labels.index(label) == 1 else -1
    assert one.game.full == pytest.approx(sign * (outputs[1] - outputs[0]), abs=1e-12)


def test_one_known_word_has_the_whole_weight(linear):
    found = explain(linear, {"text": "zzz good qqq"}, method="exact", label="good")
    units = dict(found.units)
    assert units["good"] > 0 and abs(units["good"]) > 20 * max(abs(units["zzz"]), abs(units["qqq"]), 1e-9)


def test_trees_add_up_and_are_shaps(trees):
    row = row_of(trees.background, 0)
    found = explain(trees, row, method="exact")
    assert abs(found.gap) < 1e-9 * max(1.0, abs(found.score))
    library = pytest.importorskip("shap")
    features = np.asarray(trees.predictor.task.encode({name: [cell] for name, cell in row.items()}))
    reference = library.TreeExplainer(trees.weights.booster).shap_values(features)[0]
    scale = trees.predictor.task.answers.scale.deviation
    assert sum(weight for _, weight in found.units) == pytest.approx(scale * reference.sum(), rel=1e-6)
    assert found.units[0][1] == pytest.approx(scale * reference[0], rel=1e-6, abs=1e-9)


def test_sampled_values_of_trees_add_up(trees):
    from modelyard.explanation.shapley import permutations

    one = case(trees, row_of(trees.background, 1))
    found = permutations(one.game, most=10)
    assert found.base + found.weights.sum() == pytest.approx(one.game.full, rel=1e-9)


def test_the_smallest_change_flips_the_answer(linear):
    found = explain(linear, {"text": "a good good film with a great plot"}, method="counterfactual")
    assert changes(found)
    for change in found.extra["changes"]:
        assert change["label"] != found.label
        text = "a good good film with a great plot"
        if change["kind"] == "removed":
            for word in change["words"]:
                text = text.replace(word, "", 1)
        else:
            for old, new in change["words"]:
                text = text.replace(old, new, 1)
        assert linear.predictor.predict({"text": [text]})[0]["label"] == change["label"]


def test_a_value_has_no_counterfactual(trees):
    with pytest.raises(RequestError, match="other class"):
        explain(trees, row_of(trees.background, 0), method="counterfactual")


@pytest.mark.parametrize("family", ["linear", "trees"])
def test_the_nearest_row_of_a_training_row_is_itself(family, linear, trees):
    from modelyard.data.bundle import Bundle

    model = linear if family == "linear" else trees
    bundle = Bundle.open(model.run / "bundle")
    row = row_of(bundle.rows("train"), 3)
    first = explain(model, row, method="nearest").extra["neighbours"][0]
    assert first["similarity"] == pytest.approx(1.0, abs=1e-6)
    assert first["place"] == bundle.places("train")[3] or first["similarity"] >= 1.0 - 1e-6


@pytest.mark.parametrize("method", ["exact", "shap", "occlusion", "lime", "counterfactual", "nearest"])
def test_every_method_gives_a_view_and_lines(linear, method):
    found = explain(linear, {"text": "good bad 房间 难看 film"}, method=method, seconds=2.0)
    (view,) = explained([found], title="t")["views"]
    assert view["said"] == told(found)[0] and view["said"].startswith(found.said)
    assert {block["kind"] for block in view["blocks"]} <= {"text", "table", "lines"}
    assert bool(view["pieces"]) == (method != "nearest") and (view["label"] is None) == (
        method in ("counterfactual", "nearest")
    )


def test_what_does_not_fit_is_refused(linear):
    for named in ({"method": "magic"}, {"label": "maybe"}, {"method": "saliency"}):
        with pytest.raises(RequestError):
            explain(linear, {"text": "good"}, **named)
    with pytest.raises(RequestError):
        explain(linear, {"text": "   "})
    with pytest.raises(RequestError):
        explain(linear, {"text": "good"}, method="nearest", served=True)
