"""One optimizer step without the model: Muon over batches of equal shapes, torch.optim.Muon, and AdamW as the floor.

Two shapes: nanoGPT's CPU example (4 layers, width 128) and its GPU one (6 layers, width 384), as Llama layers. The
contenders take turns in one process; wall-clock and processor milliseconds, median and fastest of the rounds.

    python benchmarks/optimizer_step.py --threads 1 2 --rounds 30
"""

import argparse
import os
import statistics
import time

from training_compare import machine, on, write

SHAPES = {
    "4 x 128": {"hidden_size": 128, "intermediate_size": 344, "num_hidden_layers": 4, "num_attention_heads": 4},
    "6 x 384": {"hidden_size": 384, "intermediate_size": 1024, "num_hidden_layers": 6, "num_attention_heads": 6},
}
CONTENDERS = ("ours, bf16", "ours, fp32", "torch.optim.Muon + AdamW", "ours, adamw")


def network(shape):
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    return LlamaForCausalLM(LlamaConfig(vocab_size=65, tie_word_embeddings=False, **shape))


def stepper(name, shape):
    """A model and the function that makes one step of it from gradients that it fills in."""
    import torch

    from modelyard.core.recipe import Train
    from modelyard.training.muon import Muon, body_matrices
    from modelyard.training.optim import Optimizer

    model = network(shape)
    gradients = [torch.randn_like(p) for p in model.parameters()]

    def fill():
        for p, gradient in zip(model.parameters(), gradients, strict=True):
            p.grad = gradient.clone()

    if name == "torch.optim.Muon + AdamW":
        matrices = body_matrices(model)
        inside = {id(p) for p in matrices}
        rest = [p for p in model.parameters() if id(p) not in inside]
        muon = torch.optim.Muon(matrices, lr=1e-3, adjust_lr_fn="match_rms_adamw")
        adamw = torch.optim.AdamW(rest, lr=1e-3, fused=True)

        def step():
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            muon.step()
            adamw.step()

        return fill, step
    optimizer = Optimizer(model, Train(optimizer="adamw" if name == "ours, adamw" else "muon"))
    if name != "ours, adamw":
        dtype = torch.bfloat16 if name == "ours, bf16" else torch.float32
        optimizer._muon = Muon(optimizer._muon._values, 0.01, dtype)
    return fill, lambda: optimizer.step(1e-3, None)


def measured(shape, rounds):
    """Milliseconds of a step by contender."""
    steppers = {name: stepper(name, shape) for name in CONTENDERS}
    times = {name: [] for name in CONTENDERS}
    for round_ in range(rounds + 1):
        for name, (fill, step) in steppers.items():
            fill()
            wall, busy = time.perf_counter(), time.process_time()
            step()
            if round_:  # the first builds kernels
                times[name].append((1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - busy)))
    return {
        name: {
            "median_ms": statistics.median(wall for wall, _ in found),
            "fastest_ms": min(wall for wall, _ in found),
            "processor_ms": statistics.median(busy for _, busy in found),
        }
        for name, found in times.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=30)
    arguments = parser.parse_args()
    import torch

    found = {"machine": machine(), "rounds": arguments.rounds, "results": []}
    for threads in arguments.threads:
        torch.set_num_threads(threads)
        for shape, sizes in SHAPES.items():
            for name, figures in measured(sizes, arguments.rounds).items():
                found["results"].append({"threads": threads, "shape": shape, "name": name, **figures})
                print(
                    threads, shape, f"{name:26}", {key: round(value, 2) for key, value in figures.items()}, flush=True
                )
    lines = [
        "# One optimizer step, without the model",
        "",
        "| threads | layers x width | optimizer | median ms | fastest ms | processor ms (median) |",
        "| --- | --- | --- | --- | --- | --- |",
        *(
            f"| {r['threads']} | {r['shape']} | {r['name']} | {r['median_ms']:.1f} | {r['fastest_ms']:.1f} "
            f"| {r['processor_ms']:.1f} |"
            for r in found["results"]
        ),
        on(found["machine"]).rstrip("\n"),
        f"Load average at the end: {os.getloadavg()[0]:.1f}; where it is above the threads, read the processor's time.",
    ]
    write("optimizer_step", found, "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
