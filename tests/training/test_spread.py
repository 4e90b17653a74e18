"""Two and four processes over gloo compute what one does: DDP, FSDP2, tensor parallelism and both together.

Losses agree within 2e-5 and weights within 2e-4 (relative and absolute, float32): sums are taken in another order, and
Muon's iteration runs in bfloat16 where the processor has it.
"""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

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
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        job = {"processes": processes, "port": port, "layouts": layouts, "out": str(self._out)}
        print(json.dumps(job), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer == "ok\n", self._log.read_text(encoding="utf-8")
        return json.loads(self._out.read_text(encoding="utf-8"))

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
        except AssertionError as error:
            raise AssertionError(f"{layout}: {error}") from error


def test_two_processes_compute_what_one_does(teams):
    compare(
        teams,
        2,
        [
            {"parallel": {"data": 2}, "train": ADAMW},
            {"parallel": {"data": 2}, "train": MUON, "parts": 1},
            {"parallel": {"data": 2, "shard": True}, "train": ADAMW},
            {"parallel": {"shard": True}, "train": MUON, "model": QWEN},
            {"parallel": {"tensor": 2}, "train": ADAMW, "model": QWEN},
            {"parallel": {"tensor": 2}, "train": MUON},
        ],
    )


def test_four_processes_in_a_mesh_compute_what_one_does(teams):
    compare(
        teams,
        4,
        [
            {"parallel": {"data": 2, "tensor": 2}, "train": MUON, "model": QWEN},
            {"parallel": {"data": 2, "shard": True, "tensor": 2}, "train": ADAMW, "model": QWEN},
            {"parallel": {"data": 4, "shard": True}, "train": MUON},
            {"parallel": {"data": 4}, "train": ADAMW},
        ],
    )
