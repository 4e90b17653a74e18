"""`modelyard launch`: torchrun's processes with a real recipe, killed, stopped and refused."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from modelyard import pipeline
from modelyard.core import processes, recipe_file
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel
from modelyard.core.run import Run
from modelyard.pipeline import launching
from modelyard.pipeline.directory import holds, refuse_another_recipe

RECIPE = """
task: tabular-classification
data: {train: data.csv, target: rich}
model: {family: mlp, hidden: [16], dropout: 0}
train: {steps: 300, batch_size: 33, precision: fp32, threads: 1, early_stopping: null, compile: false,
        checkpoint_seconds: 0, evaluations: 3, tensorboard: false}
evaluate: {resamples: 100}
"""


@pytest.fixture
def here(tmp_path):
    dice = random.Random(0)
    with (tmp_path / "data.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["年龄", "size", "rich"])
        for _ in range(400):
            age, size = dice.randint(18, 90), dice.gauss(0, 1)
            writer.writerow([age, round(size, 3), "yes" if age + 20 * size + dice.gauss(0, 5) > 55 else "no"])
    (tmp_path / "r.yaml").write_text(RECIPE, encoding="utf-8")
    return tmp_path


def started(here, *arguments, **environment):
    command = [sys.executable, "-m", "modelyard", *arguments]
    return subprocess.Popen(
        command,
        cwd=here,
        env={**os.environ, "OMP_NUM_THREADS": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(here, *arguments):
    process = started(here, *arguments)
    said = process.communicate(timeout=300)[0]
    return process.returncode, said


def children(parent):
    """The processes that a process started, by rank."""
    found = {}
    for place in Path("/proc").iterdir():
        if not place.name.isdecimal():
            continue
        try:
            status = (place / "stat").read_text().rpartition(")")[2].split()
            environment = (place / "environ").read_bytes().split(b"\0")
        except OSError:  # it has just ended, or is another user's
            continue
        ranks = [value for value in environment if value.startswith(b"RANK=")]
        if int(status[1]) == parent and ranks:
            found[int(ranks[0][5:])] = int(place.name)
    return found


def wait_for(process, directory, kind):
    until = time.monotonic() + 200
    while not any(event.get("event") == kind for event in Run(directory).events()):
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < until
        time.sleep(0.05)


def curve(directory):
    return [point["loss"] for point in Run(directory).read_json("models/mlp/training.json")["curve"]]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_launched_run_survives_a_kill_and_a_stop_and_ends_as_one_process(here, monkeypatch):
    out = here / "run"
    asked = ("launch", "r.yaml", "--gpus-per-node", "2", "--out", "run")
    process = started(here, *asked)
    wait_for(process, out, "checkpoint")
    os.kill(children(process.pid)[1], signal.SIGKILL)  # torchrun starts both again
    wait_for(process, out, "notice")
    before = len(list(Run(out).events("checkpoint")))
    while len(list(Run(out).events("checkpoint"))) < before + 3 and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=200)[0]
    assert process.returncode == 130, said
    assert "error: stopped in train" in said
    assert "Traceback" not in said
    monkeypatch.chdir(here)
    pipeline.run("r.yaml", out="run")  # goes on at one process
    pipeline.run("r.yaml", out="alone")
    notices = [event["text"] for event in Run(out).events("notice")]
    assert sum("mlp: going on from step" in text for text in notices) == 2, notices
    np.testing.assert_allclose(curve(out), curve(here / "alone"), rtol=1e-4)


def test_a_mistake_is_said_once_and_not_tried_again(here):
    code, said = run(here, "launch", "r.yaml", "train.parallel.shard=true", "--gpus-per-node", "2", "--out", "run")
    assert code == 2
    assert said.count("error: ") == 1
    assert "train.parallel.shard: train.parallel.shard needs a decoder" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        ({"recipe": {"data": 3}, "gpus_per_node": 2}, "the recipe is for 3 processes, and these are 2"),
        ({"recipe": {"tensor": 2}, "gpus_per_node": 3}, "the recipe is for a multiple of 2 processes"),
        ({"recipe": {"data": 3}, "nodes": 2}, "how many processes each node starts must be said"),
        ({"recipe": {"data": 4}, "nodes": 2}, "several nodes meet at an address"),
    ],
)
def test_numbers_that_do_not_fit_are_refused(here, arguments, rule):
    parallel = [f"train.parallel.{name}={value}" for name, value in arguments.pop("recipe").items()]
    with pytest.raises(RecipeError, match=rule):
        launching.launch(str(here / "r.yaml"), overrides=parallel, **arguments)


def test_one_process_is_not_taken_for_two():
    assert processes.data_size(Parallel(), 1) == 1
    assert processes.data_size(Parallel(shard=True), 1) == 1
    assert processes.data_size(Parallel(data=3, tensor=2), 6) == 3
    with pytest.raises(RecipeError, match="this is one"):
        processes.data_size(Parallel(data=2), 1)


def test_a_run_is_the_same_at_any_number_of_processes(here, monkeypatch):
    monkeypatch.chdir(here)
    one, two = (recipe_file.load("r.yaml", overrides) for overrides in ([], ["train.parallel.data=2"]))
    (here / "run").mkdir()
    (here / "run" / "recipe.yaml").write_text(recipe_file.to_yaml(two), encoding="utf-8")
    assert holds(here / "run", one)
    refuse_another_recipe(Run(here / "run"), one)
