"""The rehearsal: what its marks come to, by hand; a real one; one that is cut off; one of data that cannot be used."""

import csv
import json
import math
import os
import random
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline import learning, rehearsal_feed, rehearsing
from modelyard.pipeline.rehearsal_marks import Marks
from modelyard.pipeline.rehearsal_sample import sample_of
from modelyard.pipeline.rehearsed import foretell
from modelyard.planning import beginning, calibration, local
from modelyard.planning.quote import HERE, Band, Row


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def table(path, rows=600):
    dice = random.Random(0)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["size", "colour", "class"])
        for _ in range(rows):
            size = dice.gauss(0, 1)
            writer.writerow([f"{size:.3f}", dice.choice(["rot", "蓝"]), "big" if size > 0.3 else "small"])
    return path


def recipe(path, **fields):
    given = {"task": "tabular-classification", "data": {"train": str(path), "target": "class"}, "model": "mlp"}
    return Recipe.model_validate({**given, **fields})


LOOK = {"part": "look", "sort": "table", "size": 100, "whole": 400, "is_rows": True, "stored_bytes": 4e6}
SAMPLED = [
    {**LOOK, "peak_bytes": 50e6, "at": 1.0},
    {"part": "stage", "name": "prepare", "seconds": 1.0, "rows": 25, "peak_bytes": 60e6, "at": 2.0},
    {"part": "stage", "name": "prepare", "seconds": 1.6, "rows": 100, "peak_bytes": 80e6, "at": 4.0},
    {"part": "ground", "seconds": 2.0, "peak_bytes": 300e6, "at": 6.0, "solvers": ["trees"]},
    {"part": "solver", "family": "trees", "seconds": 1.5, "rows": 20, "of": 80, "peak_bytes": 310e6},
    {"part": "solver", "family": "trees", "seconds": 2.0, "rows": 80, "of": 80, "peak_bytes": 316e6},
]
SAMPLED[3] |= {"counts": {"train": 80}, "resident_bytes": 300e6}
for solved, resident in zip(SAMPLED[4:], (305e6, 308e6), strict=True):
    solved |= {"resident_before": 301e6, "resident_bytes": resident, "at": 9.5}
NETWORK = {
    "part": "network",
    "family": "mlp",
    "fit_seconds": 0.1,
    "build_seconds": 0.2,
    "chosen": True,
    "processes": 1,
    "tried_seconds": {"fp32, threads 1": 0.01},
    "timing_limit_seconds": 10.0,
    "limit_seconds": None,
    "weight_bytes": 1e6,
    "trained_bytes": 1e6,
    "steps": 1000,
    "evaluations": 10,
    "evaluation_seconds": 0.5,
    "step_seconds": 0.01,
    "budget_seconds": None,
    "reserve_seconds": 0.0,
    "evidence_seconds": 0.0,
    "early_stopping": None,
    "peak_bytes": 320e6,
    "at": 10.0,
}
LOOP = {"part": "loop", "loop_step_seconds": 0.012, "loop_steps": 50, "save_seconds": 0.1, "steady": True}
LOOP |= {"shapes": 20, "shapes_seen": 20, "shape_bytes": 5e6}
LOOP |= {"peak_bytes": 330e6, "resident_bytes": 310e6, "at": 11.0}


def nothing_known(kind, part):
    return None


def told(records, usual=nothing_known, **fields):
    return foretell(
        Marks([*records, {"part": "ended", "at": 12.0, "seconds": 12.0, "code": -9}]), recipe("x.csv", **fields), usual
    )


def test_a_sample_is_extrapolated_part_by_part():
    found = told([*SAMPLED, NETWORK, LOOP])
    # The stage: 0.6 s for 75 rows more, so 1.6 + 300 * 0.008.
    assert found.parts["prepare"].value == pytest.approx(4.0)
    assert found.parts["prepare"].how == "sampled"
    # The library takes 1.5 - 2 * 20 / 80 = 1 s once; 2 s for 80 rows, in proportion for 320; encoding four times.
    assert found.parts["fit"].value == pytest.approx(2.0 + (1.0 + 8.0) + 4 * 0.1 + 2 * 0.2)
    # 1,000 steps of the loop's own time, ten validations, saving once and 2 %.
    assert found.parts["train"].value == pytest.approx(12.0 + 5.0 + 0.1 + 0.24)
    assert found.missing == ("package", "evaluate", "report")
    assert found.steps == 1000
    # What is resident at the end and what an export adds, beside which the solver's 316 + 24 MB and the loop's 330 + 7
    # are less; 4 bytes for each of the 3 MB left out.
    assert found.peak_bytes == pytest.approx(310e6 + 150e6 + 2e6 + 4 * 3e6)
    packaged = {
        "part": "stage",
        "name": "package",
        "seconds": 1.0,
        "peak_bytes": 331e6,
        "resident_bytes": 250e6,
        "at": 11.0,
    }
    assert told([*SAMPLED, NETWORK, LOOP, packaged]).peak_bytes == pytest.approx(340e6 + 4 * 3e6)


def test_a_solver_s_first_rows_cost_more_than_later_ones():
    look = {**SAMPLED[0], "size": 400, "stored_bytes": 4e3}  # 10 bytes a row
    solved = [{**SAMPLED[4], "of": 300}, {**SAMPLED[5], "of": 300}]  # 6 MB for 60 rows: 100 kB a row
    assert told([look, *SAMPLED[1:4], *solved]).peak_bytes == pytest.approx(316e6 + 640 * (300 - 80))


def test_shapes_that_were_not_dealt_leave_their_kernels_too():
    few = {**LOOP, "shapes_seen": 6, "peak_bytes": 900e6}
    found = told([*SAMPLED, NETWORK, few])
    assert found.peak_bytes == pytest.approx(900e6 + 7e6 + 0.75 * 14 * 5e6 + 4 * 3e6)
    assert told([*SAMPLED, NETWORK, {**few, "shapes_seen": 20}]).peak_bytes == pytest.approx(907e6 + 4 * 3e6)


class Lengths:
    """Ten batches of different lengths, then the same again."""

    steady = False

    def step(self, number, size):
        return [{"input_ids": torch.zeros(size, 10 + number % 10)}]

    def typical(self, count):
        return [self.step(number, 4) for number in range(count)]

    def dearest(self):
        return self.step(9, 4)

    def rounded(self, precision):
        return self


def test_every_length_is_heard_and_what_a_shape_leaves_is_a_slope(monkeypatch):
    residents = iter(range(0, 10**9, 7))
    monkeypatch.setattr(rehearsal_feed.Peak, "now", lambda self: next(residents))
    dealt = rehearsal_feed.Dealt(Lengths(), warm=2, steps=6)
    feed = dealt.rounded("bf16")
    shapes = [tuple(feed.step(number, 4)[0]["input_ids"].shape) for number in range(6)]
    assert shapes[0] == (4, 19)  # the dearest
    assert shapes[2:] == [(4, 10), (4, 11), (4, 12), (4, 13)]
    told = dealt.shapes(whole_steps=1000)
    assert (told["shapes"], told["shapes_seen"]) == (10, 5)
    assert told["shape_bytes"] == pytest.approx(7.0)  # a new shape each step after the first two
    assert len(dealt.heard.at) == 6


def test_where_few_lengths_were_dealt_each_leaves_what_is_usual(monkeypatch):
    monkeypatch.setattr(rehearsal_feed.Peak, "now", lambda self: 5)  # the heap found room
    few, many = (rehearsal_feed.Dealt(Lengths(), warm=2, steps=steps) for steps in (6, 12))
    for dealt in (few, many):
        for number in range(dealt.steps):
            dealt.step(number, 4)
    assert few.shapes(1000)["shape_bytes"] == pytest.approx(0.0, abs=1e-6)
    assert few.shapes(1000, usual_bytes=3e6)["shape_bytes"] == 3e6
    assert many.shapes(1000, usual_bytes=3e6)["shape_bytes"] == pytest.approx(0.0, abs=1e-6)


def test_more_examples_reach_every_length_of_a_sample(monkeypatch):
    feed = Lengths()
    feed.examples = SimpleNamespace(lengths=np.arange(4, 29))
    dealt = rehearsal_feed.Dealt(feed, warm=2, steps=6)
    for number in range(6):
        dealt.step(number, 4)
    assert dealt.shapes(1000)["shapes"] == 10
    assert dealt.shapes(1000, sampled=True)["shapes"] == 25
    assert dealt.shapes(12, sampled=True)["shapes"] == 12  # no more than there are steps


class Masked(Lengths):
    """Batches of one shape, with other numbers of predicted tokens."""

    def step(self, number, size):
        targets = torch.full((size, 16), rehearsal_feed.IGNORED)
        targets[0, : 1 + number % 7] = 3
        return [{"input_ids": torch.zeros(size, 16), "targets": targets}]


def test_of_batches_of_one_shape_the_predicted_tokens_count(monkeypatch):
    residents = iter(range(0, 10**9, 5))
    monkeypatch.setattr(rehearsal_feed.Peak, "now", lambda self: next(residents))
    dealt = rehearsal_feed.Dealt(Masked(), warm=2, steps=5)
    for number in range(5):
        dealt.step(number, 4)
    told = dealt.shapes(whole_steps=1000)
    assert (told["shapes"], told["shapes_seen"]) == (7, 3)


def test_what_was_not_reached_is_what_such_runs_took_and_at_least_what_had_gone_by():
    known = {"package": 7.0, "evaluate": 3.0, "start": 0.4}
    found = told(
        [*SAMPLED, NETWORK, LOOP], lambda kind, part: known.get(part) if kind == "tabular-classification/mlp" else None
    )
    assert (found.parts["package"].value, found.parts["package"].how) == (7.0, "earlier")
    assert (found.parts["evaluate"].value, found.parts["report"].how) == (3.0, "guessed")
    assert found.parts["start"].value == 0.4
    late = [*SAMPLED, NETWORK, {**LOOP, "at": 2.0}]
    assert told(late).parts["package"].value == pytest.approx(1.2 * 10.0)


def test_a_solver_that_was_not_reached_is_guessed():
    found = told([*SAMPLED[:4], NETWORK, LOOP])
    assert found.parts["fit"].value == pytest.approx(2.0 + 2.0 + 4e-4 * 320 + 4 * 0.1 + 2 * 0.2)
    assert found.peak_bytes == pytest.approx(310e6 + 130e6 + 150e6 + 2e6 + 4 * 3e6)
    assert found.parts["fit"].how == "sampled"


def test_without_a_network_there_is_no_time_but_what_is_known_stands():
    found = told(SAMPLED)
    assert found.missing == ("fit", "train", "package", "evaluate", "report")
    assert found.steps == 0
    assert told([]).peak_bytes is None


def test_a_budget_bounds_the_loop():
    network = {**NETWORK, "budget_seconds": 60.0, "reserve_seconds": 15.0, "limit_seconds": 30.0, "steps": 9000}
    found = told([*SAMPLED, network, LOOP])
    before = math.fsum(found.parts[name].value for name in ("start", "prepare", "fit"))
    assert found.parts["train"].value == pytest.approx(0.985 * (60.0 - before - 15.0))
    assert found.bounded
    # Ten validations of half a second would take more than a sixth of it.
    assert found.steps == int(found.parts["train"].value * 5 / 6 / 0.012)
    assert not told([*SAMPLED, {**network, "steps": 100}, LOOP]).bounded


def test_the_leader_waits_for_the_others_before_the_first_step():
    alone, waited = told([*SAMPLED, NETWORK, LOOP]), told([*SAMPLED, NETWORK, {**LOOP, "opening_seconds": 1.5}])
    assert waited.parts["fit"].value == pytest.approx(alone.parts["fit"].value + 1.5)
    assert waited.parts["train"] == alone.parts["train"]


def test_what_follows_the_loop_is_of_the_stage_but_takes_nothing_of_its_time():
    network = {**NETWORK, "budget_seconds": 60.0, "reserve_seconds": 15.0, "limit_seconds": 30.0, "steps": 9000}
    plain = told([*SAMPLED, network, LOOP])
    stored = told([*SAMPLED, network, {**LOOP, "storing_seconds": 2.0}, {"part": "choice", "seconds": 1.0}])
    assert stored.parts["fit"].value == pytest.approx(plain.parts["fit"].value + 3.0)
    assert stored.parts["train"].value == pytest.approx(plain.parts["train"].value)


def test_pairs_are_tokens_before_the_training():
    look = {**SAMPLED[0], "sort": "pairs"}
    whole, pairs = (told([first, *SAMPLED[1:], NETWORK, LOOP]).parts["fit"].value for first in (SAMPLED[0], look))
    assert whole - pairs == pytest.approx(3 * 0.1 + 0.2)


def test_rows_taken_twice_tell_what_is_loaded_once():
    few = {**SAMPLED[1], "rows": 10}
    stages = [{**few, "seconds": 5.0}, {**few, "seconds": 0.5}, {**few, "rows": 100, "seconds": 1.4}]
    found = told([SAMPLED[0], *stages, *SAMPLED[3:], NETWORK, LOOP])
    # 4.5 s once; 0.9 s for 90 rows more, so 1.4 s and 3 s for the 300 that were left out.
    assert found.parts["prepare"].value == pytest.approx(4.5 + 1.4 + 3.0)


def test_steps_are_timed_again_where_no_choice_is_kept():
    before = told([*SAMPLED, NETWORK, LOOP]).parts["fit"].value
    again = told([*SAMPLED, {**NETWORK, "chosen": False, "tried_seconds": {"a": 0.2, "b": 0.3}}, LOOP])
    assert again.parts["fit"].value == pytest.approx(before + 7 * 0.5)


def test_a_real_rehearsal_reaches_the_end_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(rehearsing.tempfile, "tempdir", None)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    found = rehearsing.rehearse(recipe(table(tmp_path / "t.csv"), train={"steps": 30}), seconds=120.0)
    assert found.missing == ()
    assert found.kind == "tabular-classification/mlp"
    assert found.seconds.low < found.seconds.value < found.seconds.high
    assert found.seconds.value == pytest.approx(math.fsum(band.value for band in found.parts.values()))
    assert 100e6 < found.peak_bytes.value < 4e9
    assert found.steps == 30
    assert found.step_seconds > 0
    assert local.recall() is not None  # there was time to measure the machine, too
    assert rehearsing.Rehearsed.from_json(json.loads(json.dumps(found.to_json()))) == found
    assert list((tmp_path / "work").iterdir()) == []
    assert not list(tmp_path.glob("modelyard-rehearsal-*"))


def test_two_processes_are_rehearsed_by_two(tmp_path):
    text = tmp_path / "text.txt"
    text.write_text(
        "\n\n".join(f"Tale {i} of a river and a stone. 从前有一条河。" for i in range(300)), encoding="utf-8"
    )
    shape = {"family": "decoder", "layers": 1, "width": 32, "heads": 2, "max_length": 32, "vocabulary": "bytes"}
    asked = Recipe.model_validate(
        {
            "task": "language-modeling",
            "data": {"train": str(text)},
            "model": shape,
            "train": {"steps": 12, "batch_size": 4, "parallel": {"data": 2}},
        }
    )
    found = rehearsing.rehearse(asked, seconds=200.0)
    assert found.notes == ()
    assert found.missing == ()
    assert found.steps == 12
    assert found.step_seconds > 0


def test_more_processes_than_processors_are_not_rehearsed(tmp_path, monkeypatch):
    monkeypatch.setattr(rehearsing.machine, "processors", lambda: 2)
    found = rehearsing.rehearse(recipe(table(tmp_path / "t.csv"), train={"parallel": {"data": 4}}), seconds=60.0)
    assert found.seconds is None
    assert "4 processes" in found.notes[0]


def test_a_rehearsal_that_is_cut_off_says_what_it_did_not_reach(tmp_path):
    found = rehearsing.rehearse(recipe(table(tmp_path / "t.csv")), seconds=0.6)
    assert found.seconds is None
    assert "train" in found.missing


def test_data_that_cannot_be_used_is_a_note(tmp_path):
    (tmp_path / "t.csv").write_text("class\na\nb\n", encoding="utf-8")
    found = rehearsing.rehearse(recipe(tmp_path / "t.csv"), seconds=60.0)
    assert found.seconds is None
    assert found.notes[0].startswith("the rehearsal ended: ")


def test_a_child_that_fails_is_a_note(tmp_path, monkeypatch):
    monkeypatch.setattr(rehearsing.sys, "executable", "/bin/false")
    found = rehearsing.rehearse(recipe(table(tmp_path / "t.csv")), seconds=60.0)
    assert found.seconds is None
    assert "exit code 1" in found.notes[0]


def test_large_tables_are_sampled_and_running_text_is_begun(tmp_path, monkeypatch):
    from modelyard.pipeline import rehearsal_sample

    monkeypatch.setattr(rehearsal_sample, "WHOLE_BYTES", {"table": 20_000, "corpus": 20_000})
    monkeypatch.setattr(beginning, "READ_SECONDS", 60.0)  # beside busy programs, too, all of it is read
    monkeypatch.setattr(beginning, "WAIT_SECONDS", 60.0)
    wide = table(tmp_path / "t.csv", rows=4000)
    found = sample_of(recipe(wide, answer={"coverage": 0.99}), "table", tmp_path)
    assert not found.recipe.answer.stated  # a sample may have too few validation rows for it
    assert found.whole == 4000
    assert found.recipe.data.limit == found.size < 2000
    assert found.of(50).data.limit == 50
    text = tmp_path / "诗.txt"
    text.write_text("床前明月光，疑是地上霜。\n" * 4000, encoding="utf-8")
    corpus = Recipe.model_validate(
        {"task": "language-modeling", "data": {"train": str(text), "mix": {str(text): 1.0}}, "model": "decoder"}
    )
    begun = sample_of(corpus, "corpus", tmp_path)
    (path,) = map(Path, begun.recipe.data.train)
    assert path.read_text(encoding="utf-8").endswith("霜。\n")
    assert 15_000 < path.stat().st_size == begun.size <= 20_000
    assert begun.scale == pytest.approx(text.stat().st_size / begun.size)
    assert begun.recipe.data.mix == {str(path): 1.0}
    assert begun.recipe.model.options["vocabulary"] == 1024
    assert sample_of(recipe(tmp_path / "t.csv"), "text", tmp_path).scale == 1.0


ROW = Row(
    device=HERE,
    count=1,
    layout="one process",
    micro_batch=8,
    memory_bytes=8 << 30,
    peak_bytes=Band.around(500e6, 0.2),
    memory={},
    hours=Band.around(0.01, 0.3),
    price={"usd_per_hour": 2.0},
)


def finished(path, quote=None, steps=(100, 100), extra=()):
    """A run directory as a run leaves it: 1 s before the stages, 20 s in the loop of a training stage of 25 s."""
    run = Run(path)
    (path / "models" / "mlp").mkdir(parents=True)
    (path / "models" / "mlp" / "training.json").write_text(
        json.dumps({"seconds": 20.0, "steps": steps[0], "total_steps": steps[1]})
    )
    if quote is not None:
        (path / "quote.json").write_text(json.dumps(quote))
    events = [
        {"event": "started", "time": 100.0},
        {"event": "stage", "name": "prepare", "state": "started", "time": 101.0},
    ]
    for name, seconds in (("prepare", 3.0), ("train", 25.0), ("package", 2.0), ("evaluate", 1.0), ("report", 0.5)):
        events.append(
            {"event": "stage", "name": name, "state": "done", "seconds": seconds, "peak_memory_bytes": 600e6, "time": 0}
        )
    (path / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in [*events, *extra]))
    return run


def test_a_finished_run_teaches_its_parts(tmp_path):
    quote = {"work": {"here": {"kind": "k/mlp", "foretold": {"train": 10.0, "peak": 500e6}}}}
    run = finished(tmp_path / "run", quote)
    expected = {"start": 1.0, "prepare": 3.0, "fit": 5.0, "train": 20.0, "package": 2.0, "evaluate": 1.0, "report": 0.5}
    assert learning.actual_of(run) == {**expected, "peak": 600e6, "steps": 100.0, "planned_steps": 100.0}
    learning.learn(run)
    (entry,) = calibration.read()
    assert entry.kind == "k/mlp"
    assert entry.foretold == {"train": 10.0, "peak": 500e6}
    assert entry.actual == {**expected, "peak": 600e6}


def test_a_training_that_stopped_early_is_held_to_what_it_did(tmp_path):
    quote = {
        "work": {"here": {"kind": "k/mlp", "foretold": {"train": 40.0, "modelled train": 90.0, "modelled peak": 5e8}}}
    }
    learning.learn(finished(tmp_path / "run", quote, steps=(50, 100)))
    (entry,) = calibration.read()
    assert entry.foretold["train"] == 20.0
    assert entry.foretold["modelled train"] == 45.0
    assert (entry.actual["modelled train"], entry.actual["modelled peak"]) == (20.0, 600e6)


@pytest.mark.parametrize(
    ("quote", "extra"),
    [
        (None, ()),
        ({}, ()),
        ({"work": {"here": {"kind": "k", "foretold": {"train": "much"}}}}, ()),
        ({"work": {"here": {"kind": "k", "foretold": {}}}}, ({"event": "interrupted", "name": "train"},)),
        ({"work": {"here": {"kind": "k", "foretold": {}}}}, ({"event": "started", "time": 200.0},)),
    ],
)
def test_a_run_that_was_not_quoted_or_not_made_in_one_go_teaches_nothing(tmp_path, quote, extra):
    learning.learn(finished(tmp_path / "run", quote, extra=extra))
    assert calibration.read() == []


def test_a_damaged_record_breaks_no_run(tmp_path):
    run = finished(tmp_path / "run", {"work": {"here": {"kind": "k", "foretold": {}}}})
    (run.path / "models" / "mlp" / "training.json").write_text("{")
    learning.learn(run)
    assert calibration.read() == []


MODELLED = {"fit": Band.around(6.0, 0.5), "train": Band.around(30.0, 0.5)}


def test_a_modelled_row_is_corrected_part_by_part_and_its_money_with_it(tmp_path):
    asked = recipe(tmp_path / "t.csv")
    row, kept = learning.here(ROW, asked, "mlp", parts=MODELLED, watts=20.0, grid_kg=None)
    assert row.hours.value == pytest.approx(36.0 / 3600)
    assert row.usd.value == pytest.approx(0.02)
    assert kept == {
        "how": "modelled",
        "kind": "tabular-classification/mlp",
        "foretold": {"modelled peak": 500e6, "modelled fit": 6.0, "modelled train": 30.0},
    }
    for _ in range(8):
        told = {"modelled fit": 6.0, "modelled train": 30.0, "modelled peak": 500e6}
        actual = {"modelled fit": 6.0, "modelled train": 60.0, "modelled peak": 600e6}
        calibration.add(calibration.Entry(kind="tabular-classification/mlp", foretold=told, actual=actual))
    better, kept = learning.here(ROW, asked, "mlp", parts=MODELLED, watts=20.0, grid_kg=None)
    assert 6.0 + 1.85 * 30.0 < better.hours.value * 3600 < 6.0 + 2.0 * 30.0
    assert better.usd.value == pytest.approx(2.0 * better.hours.value)
    assert better.kwh.value == pytest.approx(row.kwh.value * better.hours.value / row.hours.value)
    assert 1.15 < better.peak_bytes.value / 500e6 < 1.2
    assert kept["foretold"]["modelled train"] == 30.0  # as it was before: a correction corrects nothing twice
    budget = asked.model_copy(update={"budget": asked.budget.model_copy(update={"minutes": 0.5})})
    held, _ = learning.here(ROW, budget, "mlp", parts=MODELLED, watts=20.0, grid_kg=None)
    assert held.hours.high <= 0.5 / 60


def test_what_follows_a_training_is_known_from_earlier_runs(tmp_path):
    asked = recipe(tmp_path / "t.csv")
    assert learning.after_seconds(asked) is None
    for seconds in (1.0, 2.0, 3.0, 9.0):
        actual = {"package": seconds, "evaluate": 1.0, "report": 0.5}
        calibration.add(calibration.Entry(kind="tabular-classification/mlp", foretold={}, actual=actual))
    assert learning.after_seconds(asked) == 4.5  # a single slow run does not set it
    assert learning.after_seconds(recipe(tmp_path / "t.csv", model="auto")) == 4.5
    assert learning.after_seconds(recipe(tmp_path / "t.csv", model="trees")) is None


def test_a_rehearsal_is_kept_for_the_run_of_its_recipe(tmp_path, monkeypatch):
    found = rehearsing.Rehearsed(
        kind="tabular-classification/mlp",
        seconds=Band.around(60.0, 0.1),
        peak_bytes=Band.around(700e6, 0.05),
        parts={"train": Band.around(50.0, 0.1)},
        foretold={"train": 50.0, "peak": 700e6},
        missing=(),
        took_seconds=9.5,
        steps=77,
    )
    monkeypatch.setattr(learning, "rehearse", lambda recipe, **given: found)
    asked = recipe(tmp_path / "t.csv")
    first = learning.here(ROW, asked, "mlp", parts=MODELLED, watts=20.0, grid_kg=None, rehearsal_seconds=10.0)
    assert first[0].hours.value == pytest.approx(60 / 3600)
    assert first[0].steps == 77
    assert first[1]["how"] == "rehearsed"
    assert first[1]["foretold"] == {
        **dict(found.foretold),
        "modelled peak": 500e6,
        "modelled fit": 6.0,
        "modelled train": 30.0,
    }
    assert learning.here(ROW, asked, "mlp", parts=MODELLED, watts=20.0, grid_kg=None) == first
    other = asked.model_copy(update={"seed": 5})
    assert learning.here(ROW, other, "mlp", parts=MODELLED, watts=20.0, grid_kg=None)[1]["how"] == "modelled"
    store = Path(os.environ["XDG_CACHE_HOME"]) / "modelyard" / "rehearsals.json"
    for damage in ("", "[]", '{"x": 5}', store.read_text().replace('"value"', '"worth"')):
        store.write_text(damage)
        assert learning.here(ROW, asked, "mlp", parts=MODELLED, watts=20.0, grid_kg=None)[1]["how"] == "modelled"
