"""Children that are timed in turn, on the same processors, and what is written of them: for the training benchmarks."""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


def data_directory():
    """Where the data sets lie."""
    found = os.environ.get("MODELYARD_DATA")
    if not found:
        sys.exit("set MODELYARD_DATA to the folder of the data sets")
    return Path(found)


def measure(script, names, *, threads, rounds, interpreters=None, arguments=()):
    """Run every child once a round, one after the other, pinned to `threads` processors; their answers by name."""
    answers = {name: [] for name in names}
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "MKL_NUM_THREADS": str(threads)}
    processors = sorted(os.sched_getaffinity(0))[-threads:]
    for round_ in range(rounds):
        for name in names:
            python = (interpreters or {}).get(name, sys.executable)
            done = subprocess.run(
                [python, str(script), "--child", name, "--threads", str(threads), *arguments],
                capture_output=True,
                text=True,
                env=environment,
                preexec_fn=lambda: os.sched_setaffinity(0, processors),
            )
            if done.returncode:
                sys.exit(f"{name}: {done.stderr[-3000:]}")
            answers[name].append(json.loads(done.stdout.strip().splitlines()[-1]))
            load = os.getloadavg()[0]
            answers[name][-1]["load"] = load
            print(f"round {round_ + 1}  {threads} threads  load {load:.1f}  {name:18} {answers[name][-1]}", flush=True)
    return answers


def clock():
    """Now, by the wall's clock and by the processor's. Seconds."""
    return time.perf_counter(), time.process_time()


def rehearsed(model, objective, feed, section, threads):
    """The precision that Modelyard's rehearsal chooses for this training."""
    from modelyard.training.rehearsal import rehearse

    found = rehearse(model, objective, feed, None, section, rounds=True, limit_seconds=5, threads=(threads,))
    return found.precision


def fitted(model, objective, feed, section, *, family, batch_size, learning_rate, precision, threads, epochs=1):
    """Modelyard's loop over whole epochs, checkpoints included, as they are part of it; what it returns."""
    from modelyard.training.checkpoint import Checkpoints
    from modelyard.training.loop import fit
    from modelyard.training.schedule import Timeline
    from modelyard.training.state import Plan

    plan = Plan(
        digest="",
        family=family,
        seed=0,
        batch_size=batch_size,
        learning_rate=learning_rate,
        precision=precision,
        threads=threads,
        evaluations=1,
        timeline=Timeline(epochs * feed.steps_per_epoch),
        steps_per_epoch=feed.steps_per_epoch,
    )
    with tempfile.TemporaryDirectory() as directory:
        checkpoints = Checkpoints(Path(directory), 1)
        return fit(
            model, objective, feed.rounded(precision), None, section, plan, checkpoints, lambda event, **fields: None
        )


def middle(answers, field):
    """The median of a field, and its range."""
    values = [answer[field] for answer in answers]
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}


def machine():
    """What the figures were measured on."""
    import torch

    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.processor(),
    )
    capabilities = torch.cpu.get_capabilities()
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": model,
        "processors": os.cpu_count(),
        "avx512_bf16": bool(capabilities.get("avx512_bf16")),
        "amx_bf16": bool(capabilities.get("amx_bf16")),
        "python": platform.python_version(),
        "torch": torch.__version__,
    }


def spread(figures, digits):
    """`median [lowest, highest]`."""
    return f"{figures['median']:.{digits}f} [{figures['low']:.{digits}f}, {figures['high']:.{digits}f}]"


def on(machine):
    """The line under a table: the machine, in words."""
    return f"\n{machine['processor']}, {machine['processors']} cores, torch {machine['torch']}, {machine['date']}.\n"


def write(name, content, text):
    """`results/<name>.json` and `.md`."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)
