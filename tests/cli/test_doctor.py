"""What `modelyard doctor` says of the machine; its whole run is what every other test does."""

import importlib
import re

from modelyard.training import hardware

doctor = importlib.import_module("modelyard.cli.doctor")  # the package has a verb of that name


def test_rates_are_those_that_trainings_are_measured_against(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(hardware, "SHAPES", ((128, 128, 128),))
    monkeypatch.setattr(hardware, "COPIED_BYTES", 1 << 20)
    monkeypatch.setattr(hardware, "SECONDS", 0.01)
    memory, compute = doctor._rates()
    assert re.fullmatch(r"memory    [\d.]+ GB/s copied \(read \+ write, \d+ threads\)", memory)
    said = re.fullmatch(
        r"compute   float32 (\d+) GFLOP/s   bfloat16 (\d+) GFLOP/s   \(matrix products, \d+ threads\)", compute
    )
    known = [round(hardware.matmul_flops_per_second(precision) / 1e9) for precision in ("fp32", "bf16")]
    assert [int(rate) for rate in said.groups()] == known


def test_without_torch_numpy_measures(monkeypatch):
    monkeypatch.setattr(doctor, "SIZE", 64)
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda name: None)
    memory, compute = doctor._rates()
    assert memory.startswith("memory    ")
    assert compute.endswith("(numpy; torch is not installed)")
