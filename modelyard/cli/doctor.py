"""`modelyard doctor`: versions, processor, measured rates, and one whole run on synthetic data."""

from __future__ import annotations

import importlib.util
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

SIZE = 1024  # of the square matrices: 3 x 4 MB in float32, beyond most second-level caches
REPEATS = 7
FEATURES = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "asimd", "bf16")


def lines() -> Iterator[str]:
    """The findings, line by line as they are measured."""
    from modelyard.pipeline import environment

    found = environment()
    yield f"python    {found['python']}   {found['system']}"
    yield "versions  " + "  ".join(f"{name} {version}" for name, version in found["versions"].items())
    yield f"machine   {found['processors']} processors, {found['memory_bytes'] / 2**30:.1f} GiB"
    yield f"features  {' '.join(_processor_features()) or 'not stated by this system'}"
    yield from _rates()
    yield from _whole_run()


def _processor_features() -> list[str]:
    path = Path("/proc/cpuinfo")
    if not path.exists():
        return []
    flags = next((line for line in path.read_text().splitlines() if line.startswith(("flags", "Features"))), "")
    return [name for name in FEATURES if name in flags.split()]


def _rates() -> Iterator[str]:
    """The best rates ever seen on this machine, measured once more: what a training compares itself with."""
    if importlib.util.find_spec("torch") is None:
        yield from _rates_without_torch()
        return
    import torch

    from modelyard.training import hardware

    device = "cuda" if torch.cuda.is_available() else "cpu"
    threads = f"{torch.get_num_threads()} threads" if device == "cpu" else torch.cuda.get_device_name()
    copied = hardware.bandwidth_bytes_per_second(device=device, fresh=True)
    yield f"memory    {copied / 1e9:.1f} GB/s copied (read + write, {threads})"
    rates = [
        f"{name} {hardware.matmul_flops_per_second(precision, device=device, fresh=True) / 1e9:.0f} GFLOP/s"
        for name, precision in (("float32", "fp32"), ("bfloat16", "bf16"))
    ]
    yield f"compute   {'   '.join(rates)}   (matrix products, {threads})"


def _rates_without_torch() -> Iterator[str]:
    block = np.ones(1 << 25, dtype=np.float32)  # 128 MiB: larger than any cache
    target = np.empty_like(block)
    seconds = _median_seconds(lambda: np.copyto(target, block))
    yield f"memory    {2 * block.nbytes / seconds / 1e9:.1f} GB/s copied (read + write, one thread)"
    left = np.random.default_rng(0).random((SIZE, SIZE), dtype=np.float32)
    seconds = _median_seconds(lambda: left @ left)
    yield f"compute   float32 {2 * SIZE**3 / seconds / 1e9:.0f} GFLOP/s (numpy; torch is not installed)"


def _median_seconds(call: Callable[[], Any]) -> float:
    call()
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _whole_run() -> Iterator[str]:
    """Train, package, evaluate and answer on 200 made-up texts whose label is the word in them."""
    if importlib.util.find_spec("sklearn") is None:
        yield "run       not tried: training needs pip install 'modelyard[train]'"
        return
    from modelyard import pipeline

    generator = np.random.default_rng(0)
    words = ["bread", "river", "stone", "cloud", "paper", "glass"]
    rows = [
        (" ".join(generator.choice(words, 8)) + (" 很好" if label else " 很差"), "good" if label else "bad")
        for label in generator.integers(0, 2, 200)
    ]
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.csv"
        file.write_text("text,label\n" + "".join(f"{text},{label}\n" for text, label in rows), encoding="utf-8")
        recipe = {"task": "text-classification", "data": {"train": str(file), "inputs": "text", "target": "label"}}
        done = pipeline.run({**recipe, "model": "linear"}, out=Path(folder) / "run")
        answer = pipeline.load(done.path).predict([{"text": "river stone 很好"}])[0]
    right = "answers as it should" if answer["label"] == "good" else f"WRONG: answers {answer['label']!r} for 'good'"
    yield f"run       data, training, golden replay, report in {time.perf_counter() - started:.1f} s; {right}"
