import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from modelyard.core.errors import TrainingError
from modelyard.training.shortage import Parts, explained, is_shortage, relieve

TOY = Path(__file__).parent / "shortage_toy.py"


@pytest.mark.skipif(sys.platform != "linux", reason="the address space is bounded as Linux does")
def test_memory_that_runs_out_in_a_real_training(tmp_path):
    """In a process of its own, whose address space is bounded so that long examples do not fit all at once."""
    trainings = ["a,0", "b,140,cut", "b,0", "c,0,like", "d,140,judge900"]
    done = subprocess.run(
        [sys.executable, str(TOY), *(str(tmp_path / name) for name in trainings)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        # One arena: a second thread may take 64 MiB of the bounded address space for its own, or none.
        env={**os.environ, "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"},
    )
    assert done.returncode == 0, done.stderr
    plain, cut, resumed, alike, unjudged = (
        dict(line.partition(" ")[::2] for line in part.splitlines()) for part in done.stdout.split("begin\n")[1:]
    )
    first = "from here on 8 examples pass at once instead of 16, with as many a step as before"
    assert re.search(rf"notice memory ran out in step [34]: {first}\n", done.stdout)
    assert plain["sizes"] == "[[0, 16]]"
    sizes = json.loads(cut["sizes"])
    assert sizes[0] == [0, 16]
    assert sizes[1][0] in (2, 3)
    assert sizes[-1][1] < 16
    # The same examples a step: only the order of sums differs. Measured: 2e-4 after five steps at a rate of 0.1.
    weights = [json.loads(training["weights"]) for training in (plain, resumed)]
    assert weights[0] == pytest.approx(weights[1], abs=2e-3)
    assert plain["digest"] != resumed["digest"]
    # Cut after the shortage and gone on with all memory again: it ends as one does that had these sizes from the start.
    assert cut["sizes"] == resumed["sizes"] == alike["sizes"]
    assert resumed["digest"] == alike["digest"]
    assert unjudged["error"].startswith("memory ran out in the validation after step 5. Free some memory and give the")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (torch.OutOfMemoryError("CUDA out of memory."), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp:121] . DefaultCPUAllocator: can't allocate memory: ..."), True),
        (RuntimeError("could not create a memory object"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6)"), False),
        (ValueError("out of memory"), False),
        (KeyboardInterrupt(), False),
    ],
)
def test_what_a_shortage_is(error, expected):
    assert is_shortage(error) is expected


def test_sizes_hold_from_their_step_on():
    parts = Parts.of(12)
    assert parts.halve(7) == 6
    assert parts.halve(7) == 3
    assert parts.halve(20) == 2
    assert [parts.at(step) for step in (0, 6, 7, 19, 20, 99)] == [12, 12, 3, 3, 2, 2]
    assert Parts.from_json(parts.to_json()) == parts
    # A resumed run whose memory ran out earlier than before.
    assert parts.halve(3) == 6
    assert parts.to_json() == [[0, 12], [3, 6]]


def test_one_example_that_does_not_fit_is_an_error_with_a_remedy():
    parts = Parts.of(2)
    with pytest.raises(TrainingError, match=r"not even one example.*smaller"):
        for _ in range(3):
            relieve(parts, 0, torch.nn.Linear(1, 1))


def test_only_a_shortage_is_explained():
    with pytest.raises(TrainingError, match=r"memory ran out here\. Free some memory"), explained("here", alone=True):
        raise MemoryError
    with pytest.raises(MemoryError), explained("here", alone=False):
        raise MemoryError
    with pytest.raises(RuntimeError, match="shapes"), explained("here", alone=True):
        raise RuntimeError("shapes do not fit")
