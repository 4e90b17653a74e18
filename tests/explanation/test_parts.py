"""What drives a model, and answers explained, in a run whose truth is planted; the verb in the terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent))
import planted

from modelyard.core.errors import RecipeError
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe_explain import Explain
from modelyard.pipeline.explaining import as_row, explain, explain_run


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    explain = {"methods": ["exact", "lime"], "rows": 4}
    place, family = tmp_path_factory.mktemp("t"), {"family": "linear"}
    return planted.run(place, planted.texts(), "text-classification", family, explain=explain)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    return planted.run(tmp_path_factory.mktemp("c"), planted.table(), "tabular-classification", {"family": "linear"})


def exhibit(run, name):
    return Exhibit.from_json(json.loads((run / "evidence" / "explain" / f"{name}.json").read_text(encoding="utf-8")))


def claim(found, name):
    return next(one for one in found.claims if one.name == name)


def test_the_planted_word_leads_its_class_and_the_explanations_are_faithful(texts):
    found = exhibit(texts, "drivers")
    bars = next(block for block in found.blocks if block["kind"] == "bars")
    assert max(bars["items"], key=lambda item: item[1])[0] == planted.PLANTED
    assert "for yes: zebra" in found.summary
    faithful = claim(found, "explanation_faithfulness")
    assert faithful.interval[0] > 0 and faithful.n >= 8 and faithful.source.startswith("evidence/explain/drivers.json")
    assert 0 <= claim(found, "explanation_stability").value <= 1


def test_the_planted_column_matters_most(table):
    found = exhibit(table, "drivers")
    assert found.summary.startswith("decides")
    scale = next(block for block in found.blocks if block["kind"] == "whiskers")
    assert scale["rows"][0]["name"] == "decides" and scale["rows"][0]["interval"][0] > 2 * scale["rows"][1]["value"]
    ways = next(block for block in found.blocks if block["kind"] == "table")
    direction = dict(ways["rows"])["decides"]
    assert direction.startswith("lower" if "low" in ways["columns"][1].split() else "higher")


def test_a_linear_tables_contributions_are_weight_times_distance_from_usual(table):
    from modelyard.explanation.case import case
    from modelyard.explanation.methods import by_shap, by_weights
    from modelyard.pipeline.explaining import open_model, test_row

    model = open_model(table)
    one = case(model, test_row(table, 2))
    exact, asked = by_weights(one), by_shap(one)
    assert exact.base + exact.weights.sum() == pytest.approx(one.game.full, abs=1e-6)
    # Columns of a linear model do not interact: its Shapley values are these contributions.
    assert asked.weights == pytest.approx(exact.weights, abs=1e-5)


def test_answers_and_the_methods_asked_for_are_in_the_report(texts):
    answers, methods = exhibit(texts, "answers"), exhibit(texts, "methods")
    first = answers.blocks[0]
    assert first["kind"] == "explained" and [view["turned"] for view in first["views"]] == [False, True]
    said, turned = first["views"]
    assert {said["label"], turned["label"]} == {"yes", "no"}
    assert [(text, -weight) for text, weight in said["units"]] == [tuple(unit) for unit in turned["units"]]
    whole = {view["method"] for view in methods.blocks[-1]["views"]}
    assert whole == {"exact", "lime"}
    compared = next(block for block in methods.blocks if block["kind"] == "table")
    assert [row[0] for row in compared["rows"]] == ["exact", "lime"]
    assert claim(methods, "explanation_faithfulness_of_exact").interval[0] > 0
    assert "What drives the model" in (texts / "report.html").read_text(encoding="utf-8")


def test_short_allowances_are_kept_and_said(texts):
    from modelyard.core import recipe_file
    from modelyard.core.run import Run
    from modelyard.explanation.answers import answers
    from modelyard.explanation.drivers import drivers
    from modelyard.inference.subject import Subject

    subject = Subject.of(recipe_file.load_saved(texts / "recipe.yaml"), Run(texts), allowance=1e-6)
    few = drivers(subject)
    assert few.detail["rows"] == 3 and "too few" in few.summary and "modelyard explain RUN" in few.limits[0]
    assert not few.blocks and not few.claims, "three rows say nothing of a model"
    assert any("Time allowed 1 of" in limit for limit in answers(subject).limits)


def test_without_kept_outputs_only_a_sample_is_answered_and_that_is_said(texts, monkeypatch):
    from modelyard.core import recipe_file
    from modelyard.core.run import Run
    from modelyard.core.schema import row_count
    from modelyard.explanation import answers, sampled
    from modelyard.inference.kept_outputs import FOLDER
    from modelyard.inference.predictor import Predictor
    from modelyard.inference.subject import Subject

    monkeypatch.setattr(sampled, "_ANSWER_SECONDS", 0.0)
    asked: list[int] = []
    real = Predictor.outputs
    monkeypatch.setattr(Predictor, "outputs", lambda self, rows: asked.append(row_count(rows)) or real(self, rows))
    damaged = next((texts / FOLDER).glob("test-*"))
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    try:
        subject = Subject.of(recipe_file.load_saved(texts / "recipe.yaml"), Run(texts))
        assert not subject.is_answered()
        asked.clear()
        found = answers.answers(subject)
    finally:
        damaged.write_bytes(whole)
    count = len(subject.known().targets)
    assert max(asked) < count and any(f"chosen among 16 of {count}" in limit for limit in found.limits)
    assert len(found.blocks) == answers.ROWS


def test_the_whole_model_again_from_a_finished_run(texts):
    found = {one.name: one for one in explain_run(texts)}
    assert set(found) == {"drivers", "answers"}


def test_the_verb_in_a_terminal(texts, table):
    from modelyard.cli import app

    def say(*words):
        done = CliRunner().invoke(app, ["explain", *map(str, words)])
        assert done.exit_code == 0, done.output
        return done.output

    plain = say(texts, "--input", "film zebra 电影")
    assert "[+zebra]" in plain and "exact contributions: yes" in plain and "\x1b" not in plain
    found = json.loads(say(texts, "--row", 1, "--method", "lime", "--json"))
    assert found["method"] == "lime" and len(found["units"]) > 3
    assert "decides" in say(table, "--input", "decides=9", "--input", "colour=red")
    assert "decides" in say(table, "--input", '{"decides": 9.5, "noise": null}', "--method", "counterfactual")


def test_rows_as_users_write_them():
    from modelyard.core.schema import Column, Schema

    text = Schema(inputs=(Column(name="text", kind="text"),))
    two = Schema(inputs=(Column(name="a", kind="number"), Column(name="b", kind="text")))
    assert as_row("x=y", text) == {"text": "x=y"}
    assert as_row("{not json", text) == {"text": "{not json"}
    assert as_row('{"text": "t"}', text) == {"text": "t"}
    assert as_row(["a=1", "b=x=y"], two) == {"a": "1", "b": "x=y"}
    assert as_row({"a": 2}, two) == {"a": 2, "b": None}
    for wrong in ("plain", ["c=1"], {"c": 1}):
        with pytest.raises(Exception, match="--input"):
            as_row(wrong, two)


def test_a_wrong_method_in_a_recipe_is_one_clear_error():
    from modelyard.core import recipe_file

    with pytest.raises(RecipeError, match=r"explain\.methods"):
        data = {"train": "x.csv", "target": "y"}
        recipe_file.from_mapping({"task": "text-classification", "data": data, "explain": {"methods": ["magic"]}})
    assert Explain(methods="shap").methods == ("shap",)


def test_python_call_needs_inputs_or_a_row(texts):
    with pytest.raises(Exception, match="inputs"):
        explain(texts)
    assert np.isfinite(explain(texts, {"text": "a zebra"}).score)
