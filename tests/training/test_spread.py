"""Two and four processes over gloo compute what one does: DDP, FSDP2, tensor parallelism and both together.

Losses agree within 2e-5 and weights within 2e-4 (relative and absolute, float32): sums are taken in another order, and
Muon's iteration runs in bfloat16 where the processor has it.
"""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from modelyard.training.spread import own_examples

TOY = Path(__file__).with_name("parallel_toy.py")
MUON = {"optimizer": "muon", "weight_decay": 0.1}
ADAMW = {"optimizer": "adamw", "clip_norm": 0.5, "l1": 1e-4}
QWEN = {"qk_norm": True, "tied": False}


class Teams:
    """Starts teams of processes, and says what their leader found."""

    def __init__(self, directory):
        self._out = directory / "out.json"
        self._log = directory / "log.txt"
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(TOY)],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def together(self, processes, layouts):
        codes, found = self.started(processes, layouts=layouts)
        assert not any(codes), self.log()
        return found

    def log(self):
        return self._log.read_text(encoding="utf-8")[-6000:]

    def started(self, processes, **job):
        """Exit codes by rank, and what the leader wrote (None where it wrote nothing)."""
        self._out.unlink(missing_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        job |= {"processes": processes, "port": port, "out": str(self._out)}
        print(json.dumps(job), file=self._process.stdin, flush=True)
        codes = json.loads(self._process.stdout.readline())
        return codes, json.loads(self._out.read_text(encoding="utf-8")) if self._out.exists() else None

    def end(self):
        self._process.communicate("")


@pytest.fixture(scope="module")
def teams(tmp_path_factory):
    started = Teams(tmp_path_factory.mktemp("teams"))
    yield started
    started.end()


def assert_same(found, alone):
    np.testing.assert_allclose(found["losses"], alone["losses"], rtol=2e-5)
    np.testing.assert_allclose(found["norms"], alone["norms"], rtol=2e-4)
    assert found["weights"].keys() == alone["weights"].keys()
    for name, weight in alone["weights"].items():
        np.testing.assert_allclose(found["weights"][name], weight, rtol=2e-4, atol=2e-4, err_msg=name)


def compare(teams, processes, layouts):
    alone = teams.together(1, [{**layout, "parallel": {}} for layout in layouts])
    for layout, found, one in zip(layouts, teams.together(processes, layouts), alone, strict=True):
        try:
            assert_same(found, one)
            assert found["held"] == pytest.approx(layout.get("held", found["held"]), rel=0.05)
        except AssertionError as error:
            raise AssertionError(f"{layout}: {error}") from error


def test_two_processes_compute_what_one_does(teams):
    compare(
        teams,
        2,
        [
            {"parallel": {"data": 2}, "train": ADAMW},
            {"parallel": {"data": 2}, "train": MUON, "parts": 1},
            {"parallel": {"data": 2, "shard": True}, "train": ADAMW, "recompute": True, "held": 0.5},
            {"parallel": {"shard": True}, "train": MUON, "model": QWEN},
            {"parallel": {"tensor": 2}, "train": ADAMW, "model": QWEN},
            {"parallel": {"tensor": 2}, "train": MUON, "recompute": True},
        ],
    )


@pytest.mark.skipif(os.environ.get("MODELYARD_SLOW") != "1", reason="four processes for 30 s; MODELYARD_SLOW=1 runs it")
def test_four_processes_in_a_mesh_compute_what_one_does(teams):
    compare(
        teams,
        4,
        [
            {"parallel": {"data": 2, "tensor": 2}, "train": MUON, "model": QWEN},
            {"parallel": {"data": 2, "shard": True, "tensor": 2}, "train": ADAMW, "model": QWEN},
            {"parallel": {"data": 4, "shard": True}, "train": MUON, "held": 0.25},
            {"parallel": {"data": 4, "shard": 2}, "train": MUON, "model": QWEN, "held": 0.5},
            {"parallel": {"shard": 2}, "train": ADAMW, "recompute": True},
            {"parallel": {"data": 4}, "train": ADAMW},
        ],
    )


def test_pairs_stay_together():
    batch = {"input_ids": torch.arange(20).view(10, 2), "targets": torch.arange(10), "reference": torch.arange(5)}
    parts = [own_examples(batch, place, 2)[0] for place in range(2)]
    assert [part["reference"].tolist() for part in parts] == [[0, 2, 4], [1, 3]]
    assert [part["targets"].tolist() for part in parts] == [[0, 1, 4, 5, 8, 9], [2, 3, 6, 7]]
    assert parts[1]["input_ids"].tolist() == [[4, 5], [6, 7], [12, 13], [14, 15]]
    spare, weight = own_examples(batch, 5, 6)
    assert (weight, spare["targets"].tolist()) == (0.0, [0, 1])


def trained(teams, processes, directory, parallel=None, **fields):
    job = {"directory": str(directory), "parallel": parallel or {}, **fields}
    return teams.started(processes, run=job)


@pytest.fixture(scope="module")
def alone(teams, tmp_path_factory):
    """What one process ends with that nobody disturbs."""
    codes, found = trained(teams, 1, tmp_path_factory.mktemp("alone"))
    assert codes == [0], teams.log()
    return found


def assert_ended_alike(found, alone):
    np.testing.assert_allclose(found["losses"], alone["losses"], rtol=2e-5)
    assert found["best"] == alone["best"]
    for name, weight in alone["weights"].items():
        np.testing.assert_allclose(found["weights"][name], weight, rtol=2e-4, atol=2e-4, err_msg=name)


@pytest.mark.parametrize(
    "parallel", [{}, {"shard": True}, {"shard": 2}], ids=["replicas", "shards", "replicas of shards"]
)
def test_a_run_goes_on_at_two_four_and_one_processes(teams, alone, tmp_path, parallel):
    codes, found = trained(teams, 2, tmp_path, parallel, signal=[3, 1, signal.SIGTERM])
    assert codes == [0, 0], teams.log()
    assert "after step 4 of 12; everything is saved" in found["interrupted"]  # one got it, all have stopped
    codes, found = trained(teams, 4, tmp_path, parallel, signal=[7, 0, signal.SIGINT])
    assert codes == [0] * 4, teams.log()
    assert "SIGINT after step 8" in found["interrupted"]
    assert found["notices"] == ["toy: going on from step 4 of 12"]
    codes, found = trained(teams, 1, tmp_path)
    assert codes == [0], teams.log()
    assert found["notices"] == ["toy: going on from step 8 of 12"]
    assert_ended_alike(found, alone)


def test_a_run_changes_its_layout(teams, alone, tmp_path):
    assert trained(teams, 1, tmp_path, signal=[2, 0, signal.SIGTERM])[0] == [0], teams.log()
    assert trained(teams, 2, tmp_path, {"tensor": 2}, signal=[5, 0, signal.SIGTERM])[0] == [0, 0], teams.log()
    codes, found = trained(teams, 2, tmp_path, {"shard": True})
    assert codes == [0, 0], teams.log()
    assert found["notices"] == ["toy: going on from step 6 of 12"]
    assert_ended_alike(found, alone)


@pytest.mark.parametrize("victim", [0, 1])
def test_a_killed_process_ends_the_others_and_nothing_is_lost(teams, alone, tmp_path, victim):
    codes, found = trained(teams, 2, tmp_path, {"shard": True}, signal=[6, victim, signal.SIGKILL])
    assert codes[victim] == -signal.SIGKILL
    assert codes[1 - victim] == 1
    assert found is None
    assert "is gone" in teams.log()
    codes, found = trained(teams, 2, tmp_path, {"shard": True})
    assert codes == [0, 0], teams.log()
    assert "going on from step" in found["notices"][0]
    assert_ended_alike(found, alone)


@pytest.mark.skipif(os.environ.get("MODELYARD_SLOW") != "1", reason="a soak of minutes; MODELYARD_SLOW=1 runs it")
def test_twenty_kills_at_any_instant_change_nothing(teams, alone, tmp_path):
    """Of either process, at any size and in any layout, also while a checkpoint is written; then a run to its end."""
    dice = random.Random(7)
    layouts = [(1, {}), (2, {}), (2, {"shard": True}), (2, {"tensor": 2})]
    kills = 0
    for _ in range(60):
        processes, parallel = dice.choice(layouts)
        timer = [dice.uniform(0.05, 2.0), dice.randrange(processes)] if kills < 20 else [0.0, -1]
        codes, found = trained(teams, processes, tmp_path, parallel, timer=timer)
        kills += -signal.SIGKILL in codes
        if not any(codes):
            assert_ended_alike(found, alone)
            if kills >= 20:
                return
            shutil.rmtree(tmp_path)  # it was faster than the kill: the next one begins anew
    raise AssertionError(f"{kills} kills, and no end")
