import subprocess
import sys

import pytest
import torch

from modelyard.core.errors import TrainingError
from modelyard.training.shortage import Parts, is_shortage, relieve

# A real shortage: the address space is bounded so that 64 examples of 1 MiB do not fit with what torch has taken.
PROVOKED = """
import resource, sys
import torch
from torch import nn
from modelyard.training.shortage import Parts, is_shortage, relieve

torch.set_num_threads(1)
model = nn.Sequential(nn.Linear(64, 4096), nn.Tanh(), nn.Linear(4096, 1))
torch.manual_seed(0)
rows = torch.randn(64, 64, 64)

def gradients(size):
    for part in rows.split(size):
        hidden = part
        for _ in range(4):  # 4 x 1 MiB of activations an example, held for the backward pass
            hidden = torch.tanh(model[0](part) + (0 if hidden is part else hidden))
        model[2](hidden).sum().backward()
    found = [p.grad.clone() for p in model.parameters()]
    for p in model.parameters():
        p.grad = None
    return found

gradients(1)  # everything that is loaded once
expected = gradients(8)
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 120 * 2**20, resource.RLIM_INFINITY))
parts = Parts.of(64)
while True:
    failed = False
    try:
        found = gradients(parts.at(5))
        break
    except (RuntimeError, MemoryError) as error:
        if not is_shortage(error):
            raise
        failed = True
    if failed:
        print(relieve(parts, 5, model))
        assert all(p.grad is None for p in model.parameters())
for one, other in zip(expected, found, strict=True):
    torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-3)
print("sizes", parts.to_json())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the address space is bounded as Linux does")
def test_a_real_shortage_ends_in_smaller_parts_with_the_same_gradients():
    done = subprocess.run([sys.executable, "-c", PROVOKED], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    *notices, sizes = done.stdout.splitlines()
    assert notices[0] == (
        "memory ran out in step 6: from here on 32 examples pass at once instead of 64, with as many a step as before"
    )
    assert sizes.startswith("sizes [[0, 64], [5, ")
    assert int(sizes.rstrip("]").rpartition(" ")[2]) < 64


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
