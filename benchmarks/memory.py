"""Peak memory of training steps on processors beside what the planner says, each case in a process of its own.

`python benchmarks/memory.py [--out benchmarks/results/memory] [case ...]` builds a network of real kind, takes steps
with the optimizer and the precision of the case as the loop does (memory is kept between steps, the best weights are
set aside after the first step), and reads the most that the process had resident from /proc. What the process has
before the network is built is measured: benchmarks/quotes.py has the figures of whole runs, with their data and
libraries.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

STEPS = 3
WIDE = {"layers": 8, "width": 512, "heads": 8}
# family, its fields, then positions, examples, precision and what the recipe may say beside.
CASES: dict[str, dict[str, Any]] = {
    "full, float32": {"config": WIDE, "positions": 256, "examples": 4},
    "full, bfloat16": {"config": WIDE, "positions": 256, "examples": 8, "precision": "bf16"},
    "fused attention": {
        "config": {**WIDE, "attention": "sdpa"}, "positions": 256, "examples": 8, "precision": "bf16",
    },
    "long": {"config": WIDE, "positions": 1024, "examples": 2, "precision": "bf16"},
    "recompute, float32": {"config": WIDE, "positions": 256, "examples": 6, "recompute": True},
    "recompute, bfloat16": {"config": WIDE, "positions": 256, "examples": 8, "precision": "bf16", "recompute": True},
    "chunked loss": {
        "config": {"layers": 4, "width": 384, "heads": 6}, "vocabulary": 32_000, "positions": 256, "examples": 12,
        "precision": "bf16",
    },
    "chunked loss, untied, float32": {
        "config": {"layers": 4, "width": 384, "heads": 6, "tied": False}, "vocabulary": 16_000, "positions": 128,
        "examples": 20,
    },
    "grouped keys, dropout": {
        "config": {**WIDE, "kv_heads": 2, "dropout": 0.1}, "positions": 256, "examples": 8, "precision": "bf16",
    },
    "muon": {"config": WIDE, "positions": 256, "examples": 4, "precision": "bf16", "optimizer": "muon"},
    "lora, float32": {"base": True, "config": {"adapter": "lora", "rank": 16}, "positions": 256, "examples": 4},
    "lora, bfloat16": {
        "base": True, "config": {"adapter": "lora", "rank": 16}, "positions": 256, "examples": 8, "precision": "bf16",
    },
    "lora, recompute": {
        "base": True, "config": {"adapter": "lora", "rank": 16}, "positions": 256, "examples": 8,
        "precision": "bf16", "recompute": True,
    },
    "encoder": {"family": "encoder", "config": {"preset": "base", "layers": 6}, "positions": 128, "examples": 16},
    "encoder, bfloat16": {
        "family": "encoder", "config": {"preset": "base", "layers": 6}, "positions": 128, "examples": 16,
        "precision": "bf16",
    },
    "cnn": {"family": "cnn", "config": {"filters": 512, "embedding": 512}, "positions": 128, "examples": 32},
    "lstm": {"family": "lstm", "config": {"units": 512, "embedding": 512}, "positions": 64, "examples": 64},
    "mlp": {"family": "mlp", "config": {"hidden": [4096, 4096]}, "positions": 1, "examples": 2048, "columns": 512},
}  # fmt: skip


def measure(case: dict[str, Any]) -> dict[str, float]:
    """In this process: resident bytes before the network, and at the peak of its steps."""
    import torch

    from modelyard.core import registry
    from modelyard.core.features import FeatureSpec
    from modelyard.core.recipe import Train
    from modelyard.planning import memory_here
    from modelyard.training import memory
    from modelyard.training.checkpoint import weights_of
    from modelyard.training.objective import Compute
    from modelyard.training.optim import Optimizer

    if case.get("base"):
        import peft  # noqa: F401
        import transformers.models.llama.modeling_llama  # noqa: F401
    torch.manual_seed(0)
    torch.set_num_threads(1)
    name = case.get("family", "decoder")
    family = registry.load("models", name, field="model")
    vocabulary, length, count = case.get("vocabulary", 8000), case["positions"], case["examples"]
    spec = FeatureSpec(kind="tokens", width=vocabulary, max_length=length)
    if "columns" in case:
        spec = FeatureSpec(kind="dense", width=case["columns"])
    config = family.Config.model_validate(case["config"])
    outputs = 0 if name == "decoder" else 4
    precision, optimizer = case.get("precision", "fp32"), case.get("optimizer", "adamw")
    with torch.device("meta"):  # what building imports is the process's
        if "from" not in case["config"]:
            family.build(config, spec, outputs)
    base = _resident("VmRSS")
    model = family.build(config, spec, outputs).train()
    if case.get("recompute"):
        model.checkpointing = True
    compute = Compute(model, _Loss(name), precision)
    with memory.kept():
        update = Optimizer(model, Train(optimizer=optimizer, clip_norm=1.0))
        best: dict[str, Any] = {}
        peaks = []
        for step in range(STEPS):
            compute.gradients([_batch(name, spec, count, length, vocabulary)])
            update.step(1e-4, None)
            if not step:
                best = {key: value.clone() for key, value in weights_of(model).items()}
            peaks.append(_resident("VmHWM"))
        peak = _resident("VmHWM")
    assert best
    attention = getattr(model, "attention", None) or "eager"
    stated = memory_here.of(
        family.architecture(config, spec, outputs),
        positions=length,
        examples=count,
        precision=precision,
        optimizer=optimizer,
        recompute=bool(case.get("recompute")),
        attention=attention,
        process_bytes=base,
    )
    return {
        "parameters": float(sum(p.numel() for p in model.parameters())),
        "before": base,
        "measured": peak,
        **{f"peak after step {number}": value for number, value in enumerate(peaks, 1)},
        "predicted": stated.total,
        **{f"part {key}": value for key, value in stated.parts.items()},
    }


class _Loss:
    """The task's loss on made-up batches."""

    def __init__(self, family: str) -> None:
        self._family = family

    def loss(self, model: Any, batch: dict[str, Any]) -> tuple[Any, Any]:
        from modelyard.tasks import _language, _objective

        if self._family == "decoder":
            return _language.next_token_loss(model, batch, 0.0)
        return _objective.loss("cross_entropy", 0.0, model, batch)


def _batch(family: str, spec: Any, count: int, length: int, vocabulary: int) -> dict[str, Any]:
    import torch

    if spec.kind == "dense":
        return {"features": torch.rand(count, spec.width), "targets": torch.randint(0, 4, (count,))}
    ids = torch.randint(0, vocabulary, (count, length + 1))
    if family == "decoder":
        return {"input_ids": ids[:, :-1], "targets": ids[:, 1:]}
    ids = ids[:, 1:]
    return {"input_ids": ids, "attention_mask": torch.ones_like(ids), "targets": torch.randint(0, 4, (count,))}


def _resident(field: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return float(line.split()[1]) * 1024
    raise SystemExit(f"/proc/self/status has no {field}")


def _base_model(folder: Path) -> Path:
    from transformers import LlamaConfig, LlamaForCausalLM

    definition = LlamaConfig(
        vocab_size=8000,
        hidden_size=512,
        num_hidden_layers=8,
        num_attention_heads=8,
        intermediate_size=1344,
        max_position_embeddings=1024,
        tie_word_embeddings=True,
    )
    LlamaForCausalLM(definition).save_pretrained(folder / "base")
    return folder / "base"


def run(names: list[str], out: Path | None) -> list[dict[str, Any]]:
    """Every case in a process of its own; what is measured is written as it comes."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        base = _base_model(Path(folder)) if any(CASES[name].get("base") for name in names) else None
        for name in names:
            case = dict(CASES[name])
            if case.get("base"):
                case["config"] = {**case["config"], "from": str(base)}
            command = [sys.executable, __file__, "--measure", json.dumps(case)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"{name}: {done.stderr[-2000:]}")
            figures = json.loads(done.stdout.splitlines()[-1])
            error = figures["predicted"] / figures["measured"] - 1
            found.append({"case": name, **figures, "error": error})
            print(
                f"{name:34} {figures['parameters'] / 1e6:6.1f} M  measured {figures['measured'] / 1e9:5.2f} GB  "
                f"predicted {figures['predicted'] / 1e9:5.2f}  {error:+.1%}",
                flush=True,
            )
            if out is not None:
                out.with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
                out.with_suffix(".md").write_text(markdown(found), encoding="utf-8")
    return found


def markdown(rows: list[dict[str, Any]]) -> str:
    """The table with where and when."""
    from modelyard.planning import machine

    errors = [abs(row["error"]) for row in rows]
    lines = [
        "# Peak memory on processors",
        "",
        f"{time.strftime('%Y-%m-%d')}, {machine.processors()} processors, {platform.machine()}, Python "
        f"{platform.python_version()}. `python benchmarks/memory.py`: a process a case, {STEPS} steps each.",
        "",
        "| case | parameters, M | measured, GB | predicted, GB | error |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        lines.append(
            f"| {row['case']} | {row['parameters'] / 1e6:.1f} | {row['measured'] / 1e9:.2f} | "
            f"{row['predicted'] / 1e9:.2f} | {row['error']:+.1%} |"
        )
    lines += [
        "",
        f"Median of the absolute error {median(errors):.1%}, largest {max(errors):.1%}. The allowance for adapters was "
        "set from the three cases with one, and that the parts add up from the first six: those are no forecasts.",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", help=f"of {', '.join(CASES)}")
    parser.add_argument("--out", type=Path, help="write PATH.json and PATH.md")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(json.loads(options.measure))))
        return
    unknown = [name for name in options.cases if name not in CASES]
    if unknown:
        parser.error(f"no case {unknown[0]!r}")
    run(options.cases or list(CASES), options.out)


if __name__ == "__main__":
    main()
