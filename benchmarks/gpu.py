"""Training and decoding on one NVIDIA GPU, beside its limits, Trainer and Lightning.

    python benchmarks/gpu.py decoder --shape 124m --rounds 2 [--out FILE]
    python benchmarks/gpu.py decoder --shape 760m
    python benchmarks/gpu.py encoder | lora | generation | limits
    python benchmarks/gpu.py --profile modelyard-compiled --shape 124m     # where a step's time goes

Every program runs in a process of its own, in turn; figures are medians over the rounds. A step of Modelyard is one of
its real loop (`training.loop.fit`), guard against spikes, clipping and curve included, and repeats bit for bit.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gpu_others
from gpu_kit import SHAPES, Feed, Objective, Timer, built
from gpu_peers import trainer, with_lightning

# benchmarks/datasets.py would be taken for the library of that name, which Trainer imports.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]

DATASHEET_BF16 = {"H100": 989e12}  # dense, SXM; Source: NVIDIA H100 datasheet
WARM, STEPS = 10, 50
DECODERS = (
    "modelyard",
    "modelyard-compiled",
    "trainer-compiled",
    "lightning-compiled",
    "modelyard-compiled-packed",
    "modelyard-compiled-muon",
    "trainer",
)


def modelyard(shape, *, warm, steps, compiled, optimizer="adamw", packed=False, profile=None):
    """The real loop over seeded rows."""
    import torch

    from modelyard.core.recipe import Train
    from modelyard.training import compiling, device, loop
    from modelyard.training.checkpoint import Checkpoints
    from modelyard.training.hardware import Work
    from modelyard.training.schedule import Timeline
    from modelyard.training.state import Plan

    where = device.choose("cuda")
    device.make_repeatable(where)
    model, feed = built(shape).to(where), Feed(shape, steps, packed)
    work = Work.of(model)
    section = Train(optimizer=optimizer, clip_norm=1.0, spike_factor=10.0, early_stopping=None)
    plan = Plan(
        digest="", family="decoder", seed=0, batch_size=shape["batch"], learning_rate=3e-4, precision="bf16",
        threads=torch.get_num_threads(), evaluations=1, timeline=Timeline(steps), steps_per_epoch=steps,
        ceiling_steps=steps, compile=compiled, device="cuda", attention="sdpa",
    )  # fmt: skip
    timer, ran, losses = Timer(warm, steps), loop.Telemetry.ran, []

    def watched(self):
        timer.step()
        if profile is not None:
            profile.step()
        ran(self)

    loop.Telemetry.ran = watched
    loop.CURVE_POINTS = 5  # as of a run of thousands of steps: the curve's points wait for the GPU
    with tempfile.TemporaryDirectory() as folder, device.deterministic(), contextlib.ExitStack() as stack:
        if compiled:
            stack.enter_context(compiling.sharing())
            compiling.start(model)
        timer.begun = time.perf_counter()
        note = lambda event, **values: losses.append(values["loss"]) if event == "step" else None  # noqa: E731
        checkpoints = Checkpoints(Path(folder), 1)
        checkpoints.save = lambda *given: None  # only steps are timed
        outcome = loop.fit(model, Objective(), feed, None, section, plan, checkpoints, note)
    tokens = feed.work_per_step
    return {
        **timer.figures(),
        "loss": outcome.progress.curve[-1]["loss"],
        "parameters": sum(p.numel() for p in model.parameters()),
        "flops_per_token": work.step_flops(tokens, shape["context"]) / tokens,
        "flops_per_token_6n": 6.0 * work.trained,
    }


def decoder_child(name, shape, warm, steps):
    compiled = "-compiled" in name
    if name.startswith("trainer"):
        return trainer(shape, warm=warm, steps=steps, compiled=compiled)
    if name.startswith("lightning"):
        return with_lightning(shape, warm=warm, steps=steps, compiled=compiled)
    optimizer = "muon" if "-muon" in name else "adamw"
    return modelyard(shape, warm=warm, steps=steps, compiled=compiled, optimizer=optimizer, packed="-packed" in name)


def limits():
    """The matrix-product peak and the memory's, measured; and what a long product sustains."""
    import torch

    from modelyard.training import hardware

    left, right = (torch.randn(8192, 8192, device="cuda").bfloat16() for _ in range(2))
    for _ in range(3):
        left @ right
    torch.cuda.synchronize()
    begun = time.perf_counter()
    for _ in range(200):
        left @ right
    torch.cuda.synchronize()
    sustained = 200 * 2 * 8192**3 / (time.perf_counter() - begun)
    return {
        "device": torch.cuda.get_device_name(),
        "torch": torch.__version__,
        "matmul_bf16": hardware.matmul_flops_per_second("bf16", device="cuda", fresh=True),
        "matmul_fp32": hardware.matmul_flops_per_second("fp32", device="cuda", fresh=True),
        "sustained_bf16": sustained,
        "bytes_per_second": hardware.bandwidth_bytes_per_second(device="cuda", fresh=True),
    }


def profiled(name, shape):
    """Seconds of a step by kernel, of ten steps."""
    import torch
    from torch.profiler import ProfilerActivity, profile, schedule

    found = profile(
        activities=[ProfilerActivity.CUDA, ProfilerActivity.CPU],
        schedule=schedule(wait=0, warmup=12, active=8, repeat=1),
    )
    with found:  # twelve steps are passed over, eight are looked at
        optimizer = "muon" if "-muon" in name else "adamw"
        compiled = "-compiled" in name
        modelyard(
            shape, warm=2, steps=22, compiled=compiled, optimizer=optimizer, packed="-packed" in name, profile=found
        )
        torch.cuda.synchronize()
    print(found.key_averages().table(sort_by="self_cuda_time_total", row_limit=45, max_name_column_width=90))


def child(arguments, environment=None):
    """The last line of a process of this file, as JSON."""
    command = [sys.executable, "-W", "ignore", str(Path(__file__).resolve()), *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **(environment or {})}, check=False
    )
    if done.returncode:
        return {"error": done.stderr[-1500:]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def compare(given):
    """All programs in turn, a round after the other."""
    shape, found = SHAPES[given.shape], {"limits": child(["limits"]), "shape": SHAPES[given.shape], "programs": {}}
    names = given.only.split(",") if given.only else DECODERS
    for number in range(given.rounds):
        for name in names:
            one = child(["--child", name, "--shape", given.shape, "--steps", str(given.steps)])
            if "step_seconds" in one:
                one["tokens_per_second"] = shape["batch"] * shape["context"] / one["step_seconds"]
            found["programs"].setdefault(name, []).append(one)
            print(number + 1, name, json.dumps(one)[:400], flush=True)
            Path(given.out).write_text(json.dumps(found, indent=1))
    print(table(found))


def table(found):
    """Medians as markdown."""
    known = [one["flops_per_token"] for runs in found["programs"].values() for one in runs if "flops_per_token" in one]
    per_token = known[0] if known else float("nan")  # only our programs count their operations
    peak = found["limits"]["matmul_bf16"]
    sheet = next((rate for name, rate in DATASHEET_BF16.items() if name in found["limits"]["device"]), None)
    lines = ["| program | tokens/s | of the measured peak | of the data sheet | first step | peak memory | loss |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for name, runs in found["programs"].items():
        whole = [one for one in runs if "step_seconds" in one]
        if not whole:
            lines.append(f"| {name} | failed | | | | | |")
            continue
        rate = statistics.median(one["tokens_per_second"] for one in whole)
        share, of_sheet = rate * per_token / peak, f"{rate * per_token / sheet:.3f}" if sheet else ""
        first = statistics.median(one["first_step_seconds"] for one in whole)
        memory = max(one["peak_bytes"] for one in whole) / 1e9
        lines.append(
            f"| {name} | {rate:,.0f} | {share:.3f} | {of_sheet} | {first:.1f} s | {memory:.1f} GB | "
            f"{whole[-1]['loss']:.4f} |"
        )
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="decoder")
    parser.add_argument("--shape", default="124m", choices=SHAPES)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--only", default="")
    parser.add_argument("--child", default="")
    parser.add_argument("--profile", default="")
    parser.add_argument("--out", default="gpu.json")
    given = parser.parse_args()
    shape = SHAPES[given.shape]
    if given.profile:
        profiled(given.profile, shape)
    elif given.child:
        print(json.dumps(decoder_child(given.child, shape, WARM, given.steps)))
    elif given.what == "limits":
        print(json.dumps(limits()))
    elif given.what == "decoder":
        compare(given)
    else:
        print(json.dumps(getattr(gpu_others, given.what)()))


if __name__ == "__main__":
    main()
