"""Steps of small networks on one thread, and the coefficients of `planning.processor` that foretell them best.

    MODELYARD_DATA=... python benchmarks/quotes_steps.py [--out steps.json]

Processor time is measured, not the clock: other programs change it little. Each network is left out of the fit once;
what is printed last is how far it was then foretold. The coefficients are drawn towards the present ones.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import json
import os
import tempfile
import time
from pathlib import Path

import numpy as np
from quotes_recipes import recipes
from scipy.optimize import nnls

from modelyard.core import durable
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.grounds import ground_of
from modelyard.pipeline.stages import stages_of
from modelyard.pipeline.workloads import look_at, workload_of
from modelyard.planning import local, machine, processor
from modelyard.planning.amounts import Training as Asked
from modelyard.planning.counting import work as counted
from modelyard.planning.layout import Layout

NAMES = ("products", "traffic", "elementwise", "passes", "optimizer", "step")
DRAWN = 0.15  # weight of the present coefficients beside a step's share of error


def more(data: Path, folder: Path) -> dict[str, dict]:
    """Other sizes than the quotes' recipes have."""
    text = {"task": "text-classification"}
    news = {"train": str(data / "ag_news/train_sample_5000.csv"), "inputs": "text", "target": "label"}
    stories = {"train": str(data / "tinystories_sample/tinystories.txt"), "section_characters": 1024}
    digits = {"train": str(folder / "digits.csv"), "target": "digit"}
    small = {"family": "encoder", "max_length": 64, "layers": 2, "width": 64, "heads": 2}
    decoder = {"family": "decoder", "layers": 6, "width": 256, "heads": 4, "max_length": 256, "vocabulary": 4000}
    mlp = {"family": "mlp", "hidden": [1024, 1024]}
    return {
        "mlp_wide": {
            "task": "tabular-classification",
            "data": digits,
            "model": mlp,
            "train": {"batch_size": 256, "epochs": 20},
        },
        "encoder_small": {**text, "data": news, "model": small, "train": {"steps": 100}},
        "decoder_256": {
            "task": "language-modeling",
            "data": stories,
            "model": decoder,
            "train": {"steps": 50, "batch_size": 8},
        },
        "lstm_256": {**text, "data": news, "model": {"family": "lstm", "max_length": 64, "units": 256}, "train": {}},
        "cnn_long": {
            **text,
            "data": news,
            "model": {"family": "cnn", "max_length": 256},
            "train": {"batch_size": 32},
        },
    }


def measured(recipe: Recipe, folder: Path) -> dict[str, float]:
    """Processor seconds of a step by precision, the mean over batches of all lengths."""
    import torch

    from modelyard.training.candidate import prepare
    from modelyard.training.network import Training
    from modelyard.training.optim import Optimizer
    from modelyard.training.rehearsal import _Runner

    run = Run(folder)
    run.path.mkdir()
    durable.write_text(run.path / "recipe.yaml", "")
    durable.write_json(run.path / "plan.json", {"created": 0, "environment": {}})
    for stage in stages_of(recipe):
        if stage.name == "train":
            break
        stage.run(recipe, run)
    ground = ground_of(recipe, run)
    fitted = prepare(ground, recipe.model.family)
    training = Training(ground, fitted, None)
    steps, found = training._feed().typical(5), {}
    torch.set_num_threads(1)
    for precision in ("fp32", "bf16"):
        model = copy.deepcopy(training.model).train()
        runner = _Runner(model, Optimizer(model, training.section), fitted.task, precision, 1)
        runner.step(steps[0])
        seconds = []
        for step in steps:
            begun = time.process_time()
            runner.step(step)
            seconds.append(time.process_time() - begun)
        found[precision] = sum(seconds) / len(seconds)
    return found


def amounts(recipe: Recipe, precision: str) -> list[float]:
    """What the coefficients weigh, on one thread of this machine."""
    count = machine.processors()
    device = local.device()
    one = dataclasses.replace(
        device,
        flops={name: rate / count for name, rate in device.flops.items()},
        matmul_flops=(device.matmul_flops or 0.0) / count,
        bandwidth=device.bandwidth / count**local.BANDWIDTH_EXPONENT,
    )
    work = workload_of(recipe, look_at(recipe), family=recipe.model.family, limit_seconds=None)
    assert work.architecture is not None
    asked = Asked(
        positions=max(1, round(work.positions)),
        sequences=work.batch,
        precision=precision,
        software="eager",
        optimizer=work.optimizer,
    )
    found = counted(work.architecture, Layout(micro_batch=work.micro_batch), one, asked)
    wide = 1.0 if precision == "bf16" else 2.0
    moved = found.elementwise + found.scores
    return [found.products + found.attention, wide * found.traffic, moved, found.passes, found.optimizer, 1.0]


def fitted(parts: np.ndarray, seconds: np.ndarray, present: np.ndarray) -> np.ndarray:
    """Coefficients that are not negative, of the least squares of relative errors."""
    rows = np.vstack([parts / seconds[:, None] * present, DRAWN * np.eye(len(present))])
    found, _ = nnls(rows, np.concatenate([np.ones(len(seconds)), DRAWN * np.ones(len(present))]))
    return found * present


def main() -> None:
    """Measure, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    data, steps = Path(os.environ["MODELYARD_DATA"]), {}
    rows: dict[str, list[tuple[str, float, list[float]]]] = {"fp32": [], "bf16": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        for key, content in {**recipes(data, folder), **more(data, folder)}.items():
            section, model = content.get("train", {}), content["model"]
            if isinstance(model, str) or "budget" in content or "parallel" in section or "adapter" in model:
                continue
            threads = {"threads": 1, "precision": "fp32"}
            recipe = Recipe.model_validate({**content, "train": {**section, **threads}})
            steps[key] = measured(recipe, folder / key)
            print(key, {one: round(seconds, 5) for one, seconds in steps[key].items()}, flush=True)
            for precision, seconds in steps[key].items():
                rows[precision].append((key, seconds, amounts(recipe, precision)))
    for precision, found in rows.items():
        parts, seconds = np.array([row[2] for row in found]), np.array([row[1] for row in found])
        present = np.array([processor.COEFFICIENTS[precision][one] for one in NAMES])
        best = fitted(parts, seconds, present)
        print(precision, {one: float(f"{value:.3g}") for one, value in zip(NAMES, best, strict=True)})
        ratios = []
        for i in range(len(found)):
            kept = [j for j in range(len(found)) if j != i]
            ratios.append(seconds[i] / (parts[i] @ fitted(parts[kept], seconds[kept], present)))
        low, middle, high = np.quantile(ratios, (0.05, 0.5, 0.95))
        off = np.median(np.abs(np.log(ratios)))
        print(f"  left out: actual over foretold {middle:.2f} [{low:.2f}, {high:.2f}], median off by {off:.0%}")
    if given.out:
        given.out.write_text(json.dumps(steps, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
