"""This machine as measured: the cache, what breaks it, and the peak memory of a process."""

import json
import subprocess
import sys

import numpy as np
import pytest

from modelyard.planning import local, machine


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(local, "SIZES", (32, 64))
    monkeypatch.setattr(local, "COPIED_BYTES", 1 << 16)
    monkeypatch.setattr(local, "SECONDS", 0.0)
    return tmp_path / "cache" / "modelyard"


def test_rates_are_measured_once_and_the_best_is_kept(cache):
    assert local.recall() is None
    first = local.measure()
    assert set(first.flops) == set(machine.device().flops)
    assert all(rate > 0 for by in first.flops.values() for rate in by.values())
    assert local.recall() == first
    assert local.device().peak("fp32") == first.peak("fp32")
    assert local.device().bandwidth == first.bandwidth
    stored = json.loads((cache / "machine.json").read_text())
    stored[local.key()]["flops"]["fp32"]["64"] = 1e18
    (cache / "machine.json").write_text(json.dumps(stored))
    assert local.measure().flops["fp32"][64] == 1e18  # a busy machine measures too little


def test_a_plan_looks_by_numpy_where_nothing_was_measured(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    found, usual = local.device(), machine.device()
    known = local.recall()
    assert found.peak("fp32") == known.peak("fp32")
    assert found.bandwidth == known.bandwidth
    # bfloat16 stands to float32 as on such processors.
    assert found.peak("bf16") / found.peak("fp32") == pytest.approx(usual.peak("bf16") / usual.peak("fp32"))
    assert local.glance() == known


def test_what_was_measured_is_not_looked_at_again(monkeypatch):
    pytest.importorskip("torch")
    measured = local.measure()
    monkeypatch.setattr(local, "_glanced", lambda: pytest.fail("it was measured"))
    assert local.glance() == measured


def test_one_thread_is_measured_and_multiplied(monkeypatch):
    monkeypatch.setattr(local, "_least_seconds", lambda call: 1.0)
    monkeypatch.setattr(machine, "processors", lambda: 1)
    one = local._glanced()
    monkeypatch.setattr(machine, "processors", lambda: 4)
    four = local._glanced()
    assert four.peak("fp32") == 4 * one.peak("fp32")
    assert one.bandwidth < four.bandwidth < 4 * one.bandwidth


def test_without_torch_float32_is_measured_by_numpy(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    found = local.measure()
    assert list(found.flops) == ["fp32"]
    assert set(local.device().flops) == set(machine.device().flops)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "KEY: 5",
        '{"format": 2, "flops": {"fp32": {"x": 1}}, "bandwidth": 1}',
        '{"format": 2, "flops": {"fp32": {"64": 1}}, "bandwidth": -1}',
        '{"format": 2, "flops": 3, "bandwidth": 1}',
        '{"format": 1, "flops": {"fp32": {"64": 1}}, "bandwidth": 1}',
    ],
)
def test_a_damaged_cache_is_none(cache, content):
    cache.mkdir(parents=True)
    text = json.dumps({local.key(): json.loads(content)}) if content.startswith('{"') else content
    (cache / "machine.json").write_text(text)
    assert local.recall() is None
    assert local.device().bandwidth > 0
    assert local.measure().bandwidth > 0
    assert local.recall() is not None


def test_a_cache_that_cannot_be_written_only_means_measuring_again(cache):
    cache.parent.mkdir(parents=True)
    cache.write_text("a file where the folder should be")
    assert local.measure().bandwidth > 0
    assert local.recall() is None


def test_the_peak_is_that_since_the_last_look():
    code = """
import numpy as np
from modelyard.planning.local import Peak
peak = Peak()
peak.since()
held = np.ones(100_000_000 // 8)
base = peak.since()
del held
peak.since()
print(base - peak.now(), peak.since() - peak.now())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    held, after = map(int, run.stdout.split())
    assert held > 90e6
    assert after < 50e6


def test_the_key_is_of_the_machine_alone():
    assert local.key() == local.key()
    assert len(local.key()) == 16
    assert np.isfinite(machine.memory_bytes())
