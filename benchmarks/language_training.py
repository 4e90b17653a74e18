"""Tokens a second on the 10.7M-parameter character model, and the time to a validation loss of 1.88, beside its peers.

    python benchmarks/language_training.py --nanogpt PATH            # tokens a second
    python benchmarks/language_training.py --nanogpt PATH --loss     # time to a loss

`PATH` is a clone of karpathy/nanoGPT; MODELYARD_DATA names the folder that holds tiny_shakespeare. Every program runs
in a process of its own, in turn, on the same processors; figures are medians over the rounds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from language_peers import (
    BATCH,
    CONTEXT,
    RATE,
    SHAPE,
    here,
    nanogpt,
    nanogpt_rate,
    rate,
    text,
    trainer,
    with_lightning,
)
from training_compare import data_directory, machine, measure, middle, on, spread, write
from training_mlp_peers import peers_python

# benchmarks/datasets.py would be taken for the library of that name, which Trainer imports.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]

OURS = ("modelyard", "modelyard-compiled")
PEERS = ("trainer", "lightning", "nanogpt")
TARGET_LOSS = 1.88


def written(directory):
    """The recipe's two files, split as nanoGPT splits."""
    paths = []
    for name, part in zip(("train", "validation"), text(data_directory()), strict=True):
        path = directory / f"{name}.txt"
        path.write_text(part, encoding="utf-8")
        paths.append(str(path))
    return {
        "train": paths[0],
        "validation": paths[1],
        "split": {"test": 0, "validation": 0},
        "deduplicate": "none",
        "clean": {"unicode": False, "control": False, "blanks": False, "boilerplate": False},
        "cross_documents": True,
    }


def ours(steps, compiled):
    """Modelyard's own stages up to the training, and its steps."""
    from modelyard.core.recipe import Recipe
    from modelyard.core.run import Run
    from modelyard.data.corpus import prepare_corpus
    from modelyard.training import loop
    from modelyard.training.candidate import prepare
    from modelyard.training.corpus import CorpusGround
    from modelyard.training.network import Training
    from modelyard.training.tokenize import tokenize

    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary)
        recipe = Recipe.model_validate(
            {
                "task": "language-modeling",
                "data": written(path),
                "model": {"family": "decoder", **SHAPE, "max_length": CONTEXT, "vocabulary": "characters"},
                "train": {
                    "batch_size": BATCH,
                    "steps": steps,
                    "learning_rate": RATE,
                    "evaluations": 1,
                    "early_stopping": None,
                    "compile": compiled,
                },
            }
        )
        run = Run(path / "run")
        run.path.mkdir()
        corpus = prepare_corpus(recipe, run.path / "bundle")
        tokenize(recipe, corpus, run)
        ground = CorpusGround(recipe, corpus, run)
        ground.__dict__["validation"] = None  # only steps are timed
        training = Training(ground, prepare(ground, "decoder"), None)
        times, deal = [], loop.Telemetry.ran

        def ran(self):
            times.append(time.perf_counter())
            deal(self)

        loop.Telemetry.ran = ran
        begun = time.perf_counter()
        candidate = training.run()
        parameters = sum(p.numel() for p in training.model.parameters())
        return {
            **rate([begun, *times]),
            "loss": candidate.record["curve"][-1]["loss"],
            "precision": candidate.record["precision"],
            "parameters": parameters,
        }


def square_rate(size=4096, repeats=9):
    """FLOP/s of a product of two square bfloat16 matrices, the median: what is sustained, where the peak is the best
    of all shapes and calls."""
    import torch

    left, right = (torch.randn(size, size).bfloat16() for _ in range(2))
    times = []
    for _ in range(repeats + 1):
        begun = time.perf_counter()
        left @ right
        times.append(time.perf_counter() - begun)
    return 2 * size**3 / sorted(times[1:])[repeats // 2]


def child(name, threads, given):
    if name == "nanogpt":
        return nanogpt_rate(data_directory(), here(given.nanogpt), given.steps, threads)
    import torch

    torch.set_num_threads(threads)
    from modelyard.training.hardware import matmul_flops_per_second

    peak, square = matmul_flops_per_second("bf16", fresh=True), square_rate()
    if name in OURS:
        found = ours(given.steps, name.endswith("compiled"))
        reached = 6 * found["parameters"] * found["tokens_per_second"]
        return {**found, "peak": peak, "square": square, "share": reached / peak, "share_of_square": reached / square}
    return (trainer if name == "trainer" else with_lightning)(data_directory(), given.steps)


def to_loss(given, threads):
    """Seconds until the loss over the whole validation split is 1.88, from the start of the process; and nanoGPT's
    seconds for its 2,000 iterations."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary)
        recipe = path / "recipe.json"
        recipe.write_text(
            json.dumps(
                {
                    "task": "language-modeling",
                    "data": written(path),
                    "model": {
                        "family": "decoder",
                        "preset": "tiny",
                        "max_length": 64,
                        "vocabulary": "characters",
                    },
                    "train": {"batch_size": BATCH, "early_stopping": None, **json.loads(given.train)},
                }
            )
        )
        started = time.time()
        subprocess.run(
            [sys.executable, "-m", "modelyard", "run", str(recipe), "--out", str(path / "run")],
            check=True,
            capture_output=True,
            cwd=path,
        )
        events = [json.loads(line) for line in (path / "run" / "events.jsonl").read_text().splitlines()]
        found = [event for event in events if event["event"] == "validation" and event["model"] == "decoder"]
        reached = next((event for event in found if event["loss"] <= TARGET_LOSS), None)
        return {
            "seconds": None if reached is None else reached["time"] - started,
            "best": min(event["loss"] for event in found),
            "whole": time.time() - started,
        }


def nanogpt_to_loss(given, threads):
    """nanoGPT's CPU example as its README has it."""
    arguments = [
        "--eval_iters=20",
        "--log_interval=100",
        "--block_size=64",
        f"--batch_size={BATCH}",
        "--n_layer=4",
        "--n_head=4",
        "--n_embd=128",
        "--max_iters=2000",
        "--lr_decay_iters=2000",
        "--dropout=0.0",
        "--gradient_accumulation_steps=1",
    ]
    _, checks, seconds = nanogpt(data_directory(), here(given.nanogpt), arguments, threads)
    return {"seconds": seconds, "best": min(float(loss) for _, loss in checks)}


def loss_child(name, threads, given):
    return (nanogpt_to_loss if name == "nanogpt" else to_loss)(given, threads)


def main():
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "modelyard-benchmarks" / "training-peers"
    parser = argparse.ArgumentParser()
    parser.add_argument("--child", choices=(*OURS, *PEERS))
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--nanogpt", default="nanoGPT", help="a clone of karpathy/nanoGPT")
    parser.add_argument("--peers", type=Path, default=cache)
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--loss", action="store_true")
    parser.add_argument(
        "--train",
        default='{"optimizer": "muon", "learning_rate": 0.02, "schedule": "linear", "steps": 700, "evaluations": 7}',
    )
    given = parser.parse_args()
    if given.child:
        print(json.dumps((loss_child if given.loss else child)(given.child, given.threads, given)))
        return
    names = given.only or (["modelyard", "nanogpt"] if given.loss else [*OURS, *PEERS])
    python = peers_python(given.peers) if "lightning" in names else sys.executable
    arguments = ["--steps", str(given.steps), "--nanogpt", str(given.nanogpt), "--train", given.train]
    answers = measure(
        Path(__file__),
        names,
        threads=given.threads,
        rounds=given.rounds,
        interpreters={"lightning": python},
        arguments=[*arguments, *(["--loss"] if given.loss else [])],
    )
    (report_loss if given.loss else report_rate)(answers, given)


def report_rate(answers, given):
    base = middle(answers["modelyard"], "tokens_per_second")["median"]
    lines = [
        "# The 10.7M-parameter character model: 6 layers, width 384, batches of 12 x 256 tokens\n",
        f"{given.threads} threads, {given.steps} steps, medians of {given.rounds} interleaved runs, [lowest, highest].",
        "`python benchmarks/language_training.py --nanogpt PATH`.\n",
        "| program | tokens/s | 6N FLOP/s of the bf16 peak | of the 4096-square product | seconds to the first step "
        "| Modelyard is |",
        "|---|---|---|---|---|---|",
    ]
    for name, found in answers.items():
        speed, first = middle(found, "tokens_per_second"), middle(found, "first_step")
        peak, square = (
            spread(middle(found, key), 2) if key in found[0] else "" for key in ("share", "share_of_square")
        )
        lines.append(
            f"| {name} | {spread(speed, 0)} | {peak} | {square} | {spread(first, 1)} | {base / speed['median']:.2f}x |"
        )
    rates = {key: middle(answers["modelyard"], key)["median"] / 1e9 for key in ("peak", "square")}
    lines.append(
        f"\nThe peak, the best call of several shapes that fit the caches, was {rates['peak']:.0f} GFLOP/s; "
        f"the median product of two 4096-square matrices {rates['square']:.0f}.\n"
    )
    host = machine()
    write("language_training", {"machine": host, "answers": answers}, "\n".join(lines) + "\n" + on(host))


def report_loss(answers, given):
    lines = [
        "# Time to a validation loss of 1.88 (whole split) in the shape of nanoGPT's CPU example\n",
        f"{given.threads} threads, medians of {given.rounds} interleaved runs, [lowest, highest]; start-up included.",
        f"Modelyard: `train: {given.train}`; nanoGPT: its 2,000 iterations.",
        "`python benchmarks/language_training.py --nanogpt PATH --loss`.\n",
        "| program | seconds | best validation loss |",
        "|---|---|---|",
    ]
    for name, found in answers.items():
        if any(answer["seconds"] is None for answer in found):
            sys.exit(f"{name} did not reach {TARGET_LOSS}: {found}")
        lines.append(f"| {name} | {spread(middle(found, 'seconds'), 1)} | {spread(middle(found, 'best'), 3)} |")
    host = machine()
    write("language_loss", {"machine": host, "answers": answers}, "\n".join(lines) + "\n" + on(host))


if __name__ == "__main__":
    main()
