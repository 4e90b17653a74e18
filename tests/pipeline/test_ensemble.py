"""Several models together: a vote gains what theory says, averaged weights are the mean, misfits are refused."""

import json
import tempfile
from contextlib import nullcontext
from math import comb

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from modelyard import pipeline
from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError, RequestError
from modelyard.core.exhibit import Exhibit
from modelyard.evaluation import ensembles
from modelyard.evaluation.ensembles import Answers, Joined, Rows
from modelyard.inference import Predictor
from modelyard.pipeline import ensemble_soup


def mean(answers):
    sides = {split: np.mean([getattr(one, split) for one in answers], axis=0) for split in ("validation", "test")}
    return Answers(name="a vote", **sides)


def test_a_vote_of_independent_models_gains_what_condorcet_says():
    draw = np.random.default_rng(0)
    count, members, right = 4000, 5, 0.7
    targets = draw.integers(0, 2, (2, count))

    def member(name):
        sides = []
        for truth in targets:
            said = np.where(draw.random(count) < right, truth, 1 - truth)
            sides.append(np.where(said[:, None] == np.arange(2), 0.6, 0.4))
        return Answers(name=name, validation=sides[0], test=sides[1])

    singles = [member(f"m{i}") for i in range(members)]
    rows = Rows(
        module=registry.load("metrics", "classification", field="metrics"),
        metric="accuracy",
        unit="1",
        validation=targets[0],
        test=targets[1],
        split="test",
        confidence=0.95,
        resamples=200,
        seed=0,
    )
    vote = Joined(kind="vote", title="a vote", answers=mean(singles), members=("m0",))
    found = ensembles.judged(singles, [vote], rows, [], price="five times")
    wanted = sum(comb(members, k) * right**k * (1 - right) ** (members - k) for k in range(3, 6)) - right
    (claim,) = found.claims
    assert claim.name == "accuracy_change_vote" and claim.interval[0] < wanted < claim.interval[1]
    assert found.summary.startswith("A vote beats the best single one, m")
    assert found.detail["best"] == max(singles, key=rows.value).name
    assert Exhibit.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_a_vote_of_copies_gains_nothing_and_errors_are_judged_downward():
    values = np.linspace(0, 1, 50)
    one = Answers(name="a", validation=values + 0.1, test=values + 0.1)
    worse = Answers(name="b", validation=values + 0.5, test=values + 0.5)
    rows = Rows(
        module=registry.load("metrics", "regression", field="metrics"),
        metric="rmse",
        unit="euro",
        validation=values,
        test=values,
        split="test",
        confidence=0.95,
        resamples=100,
        seed=0,
    )
    assert ensembles.best([worse, one], rows) is one
    copies = Joined(kind="vote", title="a vote", answers=mean([one, one]), members=("a", "a"))
    found = ensembles.judged([worse, one], [copies], rows, [], price="")
    assert found.claims[0].unit == "euro"
    assert found.claims[0].value == 0 and "is not shown to beat" in found.summary
    mixed = Joined(kind="vote", title="a vote", answers=mean([one, worse]), members=("a", "b"))
    assert "is worse than the best single one, a" in ensembles.judged([worse, one], [mixed], rows, [], price="").summary


def test_a_greedy_soup_keeps_what_does_not_harm():
    value = {"best": 3.0, "good": 1.0, "bad": -5.0, "even": 0.0}
    tried = []

    def judge(names):
        tried.append(tuple(names))
        return sum(value[name] for name in names)

    assert ensembles.greedy(["best", "bad", "good", "even"], judge) == ["best", "good", "even"]
    assert tried == [("best",), ("best", "bad"), ("best", "good"), ("best", "good", "even")]


def test_what_a_killed_average_left_is_removed_by_the_next(linear_runs, monkeypatch):
    paths = [linear_runs["plain"].path, linear_runs["weighted"].path]
    with monkeypatch.context() as killed:
        killed.setattr(tempfile, "TemporaryDirectory", lambda **given: nullcontext(tempfile.mkdtemp(**given)))
        pipeline.ensemble(paths, how="soup")
    pipeline.ensemble(paths, how="soup")
    assert not [place for path in paths for place in path.glob("*/soup")]


def test_averaged_weights_are_served_as_any_model(linear_runs, tmp_path):
    paths = [linear_runs["plain"].path, linear_runs["weighted"].path]
    found = pipeline.ensemble(paths, out=tmp_path / "soup")
    assert {one["kind"] for one in found.detail["joined"]} == {"vote", "soup"}
    (soup,) = [one for one in found.detail["joined"] if one["kind"] == "soup"]
    assert sorted(soup["members"]) == ["plain", "weighted"]
    model = Predictor.load(tmp_path / "soup")  # digests and golden examples are checked
    assert model.largest_difference is not None and len(model.artifact.manifest["parents"]) == 2
    # Of a linear model the mean of the weights gives the mean of the outputs.
    rows = {"text": ["great thing 3 no 5", "很差 poor thing", "thing", ""]}
    singles = [Predictor.load(path).outputs(rows) for path in paths]
    assert np.abs(singles[0] - singles[1]).max() > 1e-3
    np.testing.assert_allclose(model.outputs(rows), np.mean(singles, axis=0), atol=1e-6)
    assert json.loads((tmp_path / "soup" / "ensemble.json").read_text(encoding="utf-8"))["name"] == "ensemble"
    best = linear_runs[found.detail["best"]]
    assert "Several models together" in (best.path / "report.html").read_text(encoding="utf-8")
    assert Predictor.load(best.path).predict([{"text": "great"}])[0]["label"] == "good"  # left as it was


def test_a_bag_of_members_is_judged_and_leaves_nothing_behind(linear_runs):
    found = pipeline.ensemble([linear_runs["plain"].path], bag=2)
    (one,) = found.detail["joined"]
    assert one["kind"] == "bagging" and one["members"] == ["bag 1", "bag 2"]
    assert not (linear_runs["plain"].path / "evidence" / ".bags").exists()
    again = pipeline.ensemble([linear_runs["plain"].path], bag=2)
    assert again.detail == found.detail


def test_runs_that_do_not_fit_together_are_refused(linear_runs, tmp_path):
    plain, weighted, other = (str(linear_runs[name].path) for name in ("plain", "weighted", "other"))
    with pytest.raises(RequestError, match="not trained on the same rows"):
        pipeline.ensemble([plain, other])
    for paths, more, told in (
        ([plain], {}, "two runs at least"),
        ([plain, plain], {}, "named once"),
        ([plain, weighted], {"bag": 3}, "of one run"),
        ([plain], {"bag": 1}, "from 2 to"),
    ):
        with pytest.raises(RequestError, match=told):
            pipeline.ensemble(paths, **more)


def folder(path, weights, config="{}"):
    manifest = {"kind": "model", "format": 1, "task": "text-classification", "family": "linear", "digest": "x"}
    with durable.new_directory(path, manifest=manifest) as directory:
        save_file({name: np.asarray(value) for name, value in weights.items()}, directory / "model.safetensors")
        (directory / "config.json").write_text(config)
        (directory / "task.json").write_text('{"labels": ["a"], "temperature": 1.0}')
    return path


def test_whole_numbers_are_not_averaged_and_shapes_must_agree(tmp_path):
    first = folder(tmp_path / "a", {"w": np.float32([1, 2]), "steps": np.int64([7])})
    same = folder(tmp_path / "b", {"w": np.float32([3, 5]), "steps": np.int64([7])})
    ensemble_soup.average([first, same], tmp_path / "mean")
    found = load_file(tmp_path / "mean" / "model.safetensors")
    np.testing.assert_array_equal(found["w"], np.float32([2, 3.5]))
    assert found["steps"].tolist() == [7]
    odd = folder(tmp_path / "c", {"w": np.float32([3, 5]), "steps": np.int64([8])})
    with pytest.raises(ArtifactError, match="whole numbers of steps differ"):
        ensemble_soup.average([first, odd], tmp_path / "bad")
    assert not (tmp_path / "bad").exists()
    assert ensemble_soup._differing(first, same) == ""
    assert ensemble_soup._differing(first, folder(tmp_path / "d", {"w": np.float32([1])})) == "the weight steps"
    assert ensemble_soup._differing(first, folder(tmp_path / "e", {"w": np.float32([1])}, '{"x": 1}')) == "config.json"
