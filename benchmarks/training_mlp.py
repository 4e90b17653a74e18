"""The tutorial network 784-256-128-10 on MNIST's pixels as a table: seconds an epoch against peers and a bare loop.

Batches of 100, Adam 1e-3, 60,000 rows, three epochs of which the last two are timed, then the test accuracy. The bare
loop is what one would write by hand: tensors in memory, `torch.optim.Adam(fused=True)`, nothing else. Peers are
installed into an environment of their own (--peers, a cache directory by default), which sees this one's packages.

    MODELYARD_DATA=... python benchmarks/training_mlp.py --threads 1 2
"""

import argparse
import json
import os
import sys
from pathlib import Path

from training_compare import clock, fitted, machine, measure, middle, on, rehearsed, spread, write
from training_mlp_peers import (
    BATCH,
    EPOCHS,
    PEERS,
    RATE,
    accuracy,
    mnist,
    network,
    peers_python,
    since,
    with_keras,
    with_lightning,
)

OURS = ("modelyard", "modelyard-fp32", "bare")


def ours(threads, precision):
    """Modelyard's loop; checkpoints included, as they are part of it."""
    import torch

    from modelyard.core.features import FeatureSpec
    from modelyard.core.recipe import Train
    from modelyard.models import mlp
    from modelyard.tasks import _objective
    from modelyard.training.batches import Examples
    from modelyard.training.feed import ExampleFeed

    pixels, labels, test_pixels, test_labels = mnist()
    feed = ExampleFeed(Examples(pixels, labels, None, 0), batch_size=BATCH, accumulate=1, seed=0)
    torch.manual_seed(0)
    model = mlp.build(mlp.Config(hidden=(256, 128), dropout=0.0), FeatureSpec(kind="dense", width=784), 10)
    section = Train(
        optimizer="adam", weight_decay=0, schedule="constant", warmup=0, early_stopping=None, precision=precision
    )
    times = []

    class Objective:
        def loss(self, model, batch):
            times.append(clock())
            return _objective.loss("cross_entropy", 0.0, model, batch)

    found = rehearsed(model, Objective(), feed, section, threads)
    times.clear()
    fitted(
        model,
        Objective(),
        feed,
        section,
        family="mlp",
        batch_size=BATCH,
        learning_rate=RATE,
        precision=found,
        threads=threads,
        epochs=EPOCHS,
    )
    spent = since(times[feed.steps_per_epoch])
    return {**spent, "accuracy": accuracy(model, test_pixels, test_labels), "precision": found}


def bare():
    """In-memory tensors, fused Adam, nothing else."""
    import torch
    from torch.nn.functional import cross_entropy

    pixels, labels, test_pixels, test_labels = mnist()
    features, targets = torch.from_numpy(pixels), torch.from_numpy(labels)
    torch.manual_seed(0)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE, fused=True)
    start = (0.0, 0.0)
    for epoch in range(EPOCHS):
        if epoch == 1:
            start = clock()
        for index in torch.randperm(len(features)).split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            cross_entropy(model(features[index]), targets[index]).backward()
            optimizer.step()
    spent = since(start)
    return {**spent, "accuracy": accuracy(model, test_pixels, test_labels), "precision": "fp32"}


def child(name, threads):
    if not name.startswith("keras-"):
        import torch

        torch.set_num_threads(threads)
    if name.startswith("modelyard"):
        return ours(threads, "fp32" if name.endswith("fp32") else "auto")
    if name == "bare":
        return bare()
    if name == "lightning":
        return with_lightning()
    return with_keras(name.removeprefix("keras-"), threads)


def main():
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "modelyard-benchmarks" / "training-peers"
    parser = argparse.ArgumentParser()
    parser.add_argument("--child", choices=(*OURS, *PEERS))
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=Path, default=cache)
    parser.add_argument("--only", nargs="+", default=[*OURS, *PEERS])
    given = parser.parse_args()
    if given.child:
        print(json.dumps(child(given.child, given.threads[0])))
        return
    python = peers_python(given.peers)
    interpreters = {name: python if name in PEERS else sys.executable for name in given.only}
    content = {"machine": machine(), "rounds": given.rounds, "threads": {}}
    lines = [
        "# The network 784-256-128-10 on MNIST, batches of 100, Adam 1e-3\n",
        "Seconds an epoch of 60,000 rows (epochs 2 and 3); medians of interleaved runs, [lowest, highest];",
        "accuracy on the 10,000 test rows after 3 epochs. `python benchmarks/training_mlp.py`.\n",
        "| threads | program | seconds an epoch | processor seconds | test accuracy | precision | times Modelyard "
        "| by processor time |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for threads in given.threads:
        answers = measure(Path(__file__), given.only, threads=threads, rounds=given.rounds, interpreters=interpreters)
        base = middle(answers["modelyard"], "epoch_seconds")["median"]
        busy_base = middle(answers["modelyard"], "epoch_processor_seconds")["median"]
        content["threads"][threads] = {}
        for name, found in answers.items():
            seconds, score = middle(found, "epoch_seconds"), middle(found, "accuracy")
            ratio = seconds["median"] / base
            # On a machine with other work, processor time compares more evenly than the wall's clock.
            busy = middle(found, "epoch_processor_seconds")
            busy_ratio = busy["median"] / busy_base
            content["threads"][threads][name] = {
                "epoch_seconds": seconds,
                "accuracy": score,
                "ratio": ratio,
                "epoch_processor_seconds": busy,
                "processor_ratio": busy_ratio,
                "runs": found,
            }
            cells = [
                threads,
                name,
                spread(seconds, 2),
                spread(busy, 2),
                f"{score['median']:.4f}",
                found[0]["precision"],
            ]
            lines.append(f"| {' | '.join(map(str, cells))} | {ratio:.2f} | {busy_ratio:.2f} |")
    lines.append(on(content["machine"]))
    write("training_mlp", content, "\n".join(lines))


if __name__ == "__main__":
    main()
