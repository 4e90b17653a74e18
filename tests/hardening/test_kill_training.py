"""SIGKILL at random instants, also inside the writing of a checkpoint: the same weights as the uninterrupted run's.

The toy saves after every step, so that most of its time, and most kills, fall within a checkpoint's protocol.
`MODELYARD_SOAK=1` runs 200 kills instead of 20.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOY = Path(__file__).parent.parent / "training" / "toy.py"
KILLS = 200 if os.environ.get("MODELYARD_SOAK") else 20
STEPS = 60


class Nursery:
    """The process that forks trainings."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, str(TOY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )

    def start(self, directory, **options):
        """A training that has begun; returns its process id."""
        words = [str(directory), *(f"{name}={value}" for name, value in options.items())]
        self._process.stdin.write(" ".join(words) + "\n")
        self._process.stdin.flush()
        word, child = self._process.stdout.readline().split()
        assert word == "owned"
        return int(child)

    def end(self):
        """Waits for it; returns its exit code (negative: a signal) and what it said."""
        said = []
        while not (line := self._process.stdout.readline()).startswith("exit"):
            said.append(line.strip())
        return int(line.split()[1]), said

    def digest(self, directory, **options):
        """Of a training that goes on to its end."""
        self.start(directory, **options)
        code, said = self.end()
        assert code == 0, said
        return said[-1].removeprefix("digest ")

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def nursery():
    this = Nursery()
    yield this
    this.close()


@pytest.fixture(scope="module")
def whole(nursery, tmp_path_factory):
    return nursery.digest(tmp_path_factory.mktemp("whole") / "run")


def test_kills_at_random_instants_change_nothing(nursery, tmp_path, whole):
    instants, kills, runs = random.Random(7), 0, 0
    directory = tmp_path / "run0"
    while kills < KILLS:
        child = nursery.start(directory)
        time.sleep(instants.uniform(0.0, 0.5))
        with contextlib.suppress(ProcessLookupError):  # it came to its end before the kill
            os.kill(child, signal.SIGKILL)
        code, said = nursery.end()
        if code == -signal.SIGKILL:
            kills += 1
            continue
        assert said[-1] == f"digest {whole}"
        runs += 1
        directory = tmp_path / f"run{runs}"
    assert nursery.digest(directory) == whole
    assert nursery.digest(directory) == whole  # and a finished one stays as it is
    names = sorted(path.name for path in (directory / "checkpoints").iterdir())
    assert names == [f"{STEPS - 1:08d}", f"{STEPS:08d}"]


def test_kills_among_spikes_rewinds_and_an_average_change_nothing(nursery, tmp_path):
    """Each save holds the guard's memory and the average; a rewind removes checkpoints and takes other batches."""
    options = {"total": 112, "spikes": 1, "ema": 0.9, "checkpoint_seconds": 0.01}
    whole = nursery.digest(tmp_path / "whole", **options)
    assert nursery.digest(tmp_path / "rare", **{**options, "checkpoint_seconds": 60}) == whole
    instants, kills, runs = random.Random(11), 0, 0
    directory = tmp_path / "run0"
    seen = set()
    while kills < KILLS:
        child = nursery.start(directory, **options)
        time.sleep(instants.uniform(0.0, 0.6))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        code, said = nursery.end()
        if code == -signal.SIGKILL:
            kills += 1
            seen |= {(directory / "checkpoints" / "plan.json").exists()}
            continue
        assert said[-1] == f"digest {whole}"
        runs += 1
        directory = tmp_path / f"run{runs}"
    assert nursery.digest(directory, **options) == whole
    assert seen == {False, True}  # before and after a rewind


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_saves_and_the_next_process_goes_on(nursery, tmp_path, whole, number):
    events = tmp_path / "run" / "events.jsonl"
    child = nursery.start(tmp_path / "run", checkpoint_seconds=0.02)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (events.exists() and events.stat().st_size):
        time.sleep(0.001)
    os.kill(child, number)  # the loop has spoken: it listens
    code, said = nursery.end()
    assert code == 1, said
    assert said[-1].startswith(f"error {number.name} after step")
    assert "everything is saved. Give the same command again" in said[-1]
    assert nursery.digest(tmp_path / "run", checkpoint_seconds=0.02) == whole


def test_fifty_starts_at_once_have_one_owner(tmp_path):
    """The lock alone, without the two seconds that each of fifty imports of torch would take."""
    child = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from modelyard.core.errors import RunError\n"
        "from modelyard.core.run import Run\n"
        "run = Run(Path(sys.argv[1]))\n"
        "try:\n"
        "    with run.owned():\n"
        "        print('owner', flush=True)\n"
        "        sys.stdin.readline()\n"
        "        run.emit('finished')\n"
        "except RunError as error:\n"
        "    print('refused' if 'another process' in str(error) else error, flush=True)\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", child, str(tmp_path / "run")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(50)
    ]
    answers = [process.stdout.readline().strip() for process in processes]
    assert sorted(answers) == ["owner"] + ["refused"] * 49
    for process in processes:
        process.communicate("\n", timeout=60)
        assert process.returncode == 0
    assert len((tmp_path / "run" / "events.jsonl").read_text().splitlines()) == 1
