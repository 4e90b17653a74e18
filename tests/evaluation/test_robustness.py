"""Robustness finds what a model is known to hang on, and nothing else."""

from types import SimpleNamespace

import numpy as np
import pytest

from modelyard.core.errors import DataError
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Evaluate
from modelyard.core.schema import Column, Schema
from modelyard.evaluation import robustness_trials
from modelyard.evaluation.robustness import robustness
from modelyard.inference.labelled import Labelled
from modelyard.inference.subject import Subject

LABEL = Column(name="label", kind="category", values=("no", "yes"))


class Fixed:
    """A model whose rule is known: `rule(row)` says yes."""

    def __init__(self, inputs, rule):
        self.schema = Schema(inputs=inputs, target=LABEL)
        self.rule, self.asked = rule, 0
        self.task = SimpleNamespace(
            decide=lambda answered: answered.argmax(axis=1),
            metrics="classification",
            labels=("no", "yes"),
            probabilities=lambda outputs: outputs,
        )

    def outputs(self, rows):
        names = list(rows)
        cells = [dict(zip(names, row, strict=True)) for row in zip(*rows.values(), strict=True)]
        self.asked += len(cells)
        yes = np.array([0.9 if self.rule(cell) else 0.2 for cell in cells])
        return np.stack([1 - yes, yes], axis=1)


def subject_of(tmp_path, inputs, rows, rule, *, allowance=None, **settings):
    predictor = Fixed(inputs, rule)
    count = len(next(iter(rows.values())))
    targets = np.array([int(rule({name: cells[i] for name, cells in rows.items()})) for i in range(count)])
    told = []
    return Subject(
        run=SimpleNamespace(path=tmp_path, emit=lambda event, **rest: told.append(rest)),
        recipe=SimpleNamespace(seed=3, evaluate=Evaluate(**settings)),
        bundle=SimpleNamespace(counts={"test": count}),
        predictor=predictor,
        allowance=allowance,
        _known={
            "test": Labelled(rows=rows, places=[f"a.csv:{i + 2}" for i in range(count)], targets=targets, notes=())
        },
    )


def by_name(exhibit):
    return {trial["name"]: trial for trial in exhibit.detail["trials"]}


TEXT = (Column(name="text", kind="text"),)
TEXTS = {"text": ["a GOOD day, truly", "a dull day, truly"] * 100}


def test_a_model_that_hangs_on_capitals_is_found_out(tmp_path):
    exhibit = robustness(subject_of(tmp_path, TEXT, TEXTS, lambda row: "GOOD" in row["text"]))
    found = by_name(exhibit)
    assert found["lower_case:1"]["value"] == -0.5  # every yes is lost
    assert found["lower_case:1"]["outcome"] == "worse"
    assert found["lower_case:1"]["interval"][0] <= -0.5 <= found["lower_case:1"]["interval"][1] < 0
    assert found["no_punctuation:1"]["value"] == 0
    assert "all in small letters: -0.5" in exhibit.summary
    assert exhibit.limits[0].startswith(exhibit.summary[:-1])
    (flips,) = [block for block in exhibit.blocks if block.get("title") == "Right answers that flipped"]
    assert flips["rows"][0][1:] == ["all in small letters", "a good day, truly", "yes (90.0 %)", "no (80.0 %)"]
    assert {claim.name for claim in exhibit.claims} >= {"accuracy_change_lower_case", "accuracy_change_typos"}
    assert Exhibit.from_json(exhibit.to_json()) == exhibit


def test_the_same_seed_gives_the_same_exhibit(tmp_path):
    first, second = (
        robustness(subject_of(tmp_path, TEXT, TEXTS, lambda row: "truly" in row["text"], robustness=50)) for _ in "ab"
    )
    assert first.to_json() == second.to_json()
    assert first.detail["n"] == 50


def test_english_is_not_written_in_traditional_characters(tmp_path):
    names = by_name(robustness(subject_of(tmp_path, TEXT, TEXTS, lambda row: "GOOD" in row["text"])))
    assert not {name.partition(":")[0] for name in names} & {"traditional", "homophones", "full_width"}
    chinese = {"text": ["总体服务很好", "总体服务很差"] * 50}
    found = by_name(robustness(subject_of(tmp_path, TEXT, chinese, lambda row: row["text"] == "总体服务很好")))
    assert found["traditional:1"]["value"] == -0.5


def test_a_missing_library_is_said(tmp_path, monkeypatch):
    from modelyard.core.registry import missing_extra

    def broken(name):
        raise missing_extra("opencc", needed_for="traditional and simplified Chinese")

    monkeypatch.setattr("modelyard.evaluation.perturbations._converter", broken)
    exhibit = robustness(
        subject_of(tmp_path, TEXT, {"text": ["总体，很好", "很差"] * 50}, lambda row: "好" in row["text"])
    )
    assert any("traditional" in limit and "modelyard[metrics]" in limit for limit in exhibit.limits)


TABLE = (
    Column(name="used", kind="category", values=("a", "b")),
    Column(name="idle", kind="category", values=("x", "y")),
    Column(name="size", kind="number", low=0, high=1),
)
random = np.random.default_rng(0)
CELLS = {
    "used": random.choice(["a", "b"], 400).tolist(),
    "idle": random.choice(["x", "y"], 400).tolist(),
    "size": random.random(400).tolist(),
}


def test_the_one_column_that_decides_is_found(tmp_path):
    subject = subject_of(tmp_path, TABLE, CELLS, lambda row: row["used"] == "a")
    found = by_name(robustness(subject))
    share = CELLS["used"].count("a") / 400
    assert found["without:used"]["value"] == pytest.approx(-share)
    for name in ("without:idle", "without:size", "noise:1"):
        assert found[name]["value"] == 0 and found[name]["p_holm"] == 1
    # A tenth of the cells, half of them of the class that is then missed.
    assert found["unseen_category:0.1"]["value"] == pytest.approx(-0.1 * share, abs=0.03)


def test_noise_reaches_a_threshold_as_theory_says(tmp_path):
    cells = {"size": np.random.default_rng(1).random(2000).tolist()}
    exhibit = robustness(subject_of(tmp_path, TABLE[2:], cells, lambda row: (row["size"] or 0) > 0.5))
    # With noise of deviation s << 1 the share that crosses a threshold of a uniform is 2 s / sqrt(2 pi).
    width = 0.1 * np.std(cells["size"])
    wanted = 2 * width / np.sqrt(2 * np.pi)
    value, (low, high) = by_name(exhibit)["noise:0.1"]["value"], by_name(exhibit)["noise:0.1"]["interval"]
    assert low - 0.005 < -wanted < high + 0.005
    assert value == pytest.approx(-wanted, abs=0.01)


FILMS = {"text": ["a movie, truly", "a meal, truly"] * 100}


def test_a_model_that_hangs_on_one_word_of_many_is_found_out(tmp_path):
    exhibit = robustness(subject_of(tmp_path, TEXT, FILMS, lambda row: "movie" in row["text"]))
    found = by_name(exhibit)
    assert found["synonyms:1"]["value"] == -0.5 and found["synonyms:1"]["outcome"] == "worse"
    assert -0.5 < found["synonyms:0.5"]["value"] < -0.1
    (claim,) = [one for one in exhibit.claims if one.name == "accuracy_change_synonyms"]
    assert claim.value == -0.5 and "synonyms, 100 % of the words that the usual list holds" in claim.source
    assert "words outside it stay" in str(exhibit.blocks[-1])
    assert not any("synonyms is not examined" in limit for limit in exhibit.limits)


def test_a_list_of_ones_own_takes_the_place_of_the_usual_one(tmp_path):
    (tmp_path / "words.txt").write_text("meal -> lunch\n", encoding="utf-8")
    own = str(tmp_path / "words.txt")
    found = by_name(robustness(subject_of(tmp_path, TEXT, FILMS, lambda row: "movie" in row["text"], synonyms=own)))
    assert found["synonyms:1"]["value"] == 0 and found["synonyms:1"]["changed"] == 0.5
    (tmp_path / "words.txt").write_text("Fußball, Soccer\n", encoding="utf-8")
    exhibit = robustness(subject_of(tmp_path, TEXT, FILMS, lambda row: "movie" in row["text"], synonyms=own))
    assert "synonyms:1" not in by_name(exhibit)
    assert any("too few texts hold words of the list" in limit for limit in exhibit.limits)
    (tmp_path / "words.txt").unlink()
    with pytest.raises(DataError, match="cannot be read"):
        robustness(subject_of(tmp_path, TEXT, FILMS, lambda row: True, synonyms=own))


def test_a_short_allowance_means_fewer_rows_and_says_how_many(tmp_path, monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("modelyard.evaluation.robustness.time.perf_counter", lambda: next(clock) * 0.1)
    subject = subject_of(tmp_path, TEXT, TEXTS, lambda row: "GOOD" in row["text"], allowance=1.2)
    exhibit = robustness(subject)
    # 64 rows in 0.1 s and 11 passes: 34 rows take half of it.
    assert exhibit.detail["n"] == 34
    assert "34 rows of test" in exhibit.blocks[0]["note"]


def test_what_no_time_was_left_for_is_said(tmp_path, monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("modelyard.evaluation.robustness.time.monotonic", lambda: float(next(clock)))
    exhibit = robustness(subject_of(tmp_path, TEXT, TEXTS, lambda row: "GOOD" in row["text"], allowance=4.5))
    assert any("no time was left for" in limit for limit in exhibit.limits)
    assert robustness_trials.CHINESE_SHARE < 1
