"""The tutorial network 784-256-128-10 on MNIST's pixels as a table: seconds an epoch against peers and a bare loop.

Batches of 100, Adam 1e-3, 60,000 rows, three epochs of which the last two are timed, then the test accuracy. The bare
loop is what one would write by hand: tensors in memory, `torch.optim.Adam(fused=True)`, nothing else. Peers are
installed into an environment of their own (--peers, a cache directory by default), which sees this one's packages.

    MODELYARD_DATA=... python benchmarks/training_mlp.py --threads 1 2
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from training_compare import data_directory, machine, measure, middle, write

BATCH, RATE, EPOCHS = 100, 1e-3, 3
OURS = ("modelyard", "modelyard-fp32", "bare")
PEERS = ("lightning", "keras-torch", "keras-jax", "keras-tensorflow")


def mnist():
    """Pixels in [0, 1] and labels of both splits."""
    import numpy as np

    def read(name, skip):
        with gzip.open(data_directory() / "mnist" / f"{name}-ubyte.gz") as file:
            return np.frombuffer(file.read(), dtype=np.uint8, offset=skip)

    found = []
    for split in ("train", "t10k"):
        pixels = read(f"{split}-images-idx3", 16).reshape(-1, 784).astype(np.float32) / 255
        found += [pixels, read(f"{split}-labels-idx1", 8).astype(np.int64)]
    return found


def since(start):
    """Seconds an epoch, by the wall's clock and by the processor's, over all epochs but the first."""
    wall, busy = start
    epochs = EPOCHS - 1
    return {
        "epoch_seconds": (time.perf_counter() - wall) / epochs,
        "epoch_processor_seconds": (time.process_time() - busy) / epochs,
    }


def network():
    from torch import nn

    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def accuracy(model, pixels, labels):
    import torch

    with torch.no_grad():
        return float((model.eval()(torch.from_numpy(pixels)).argmax(1).numpy() == labels).mean())


def ours(threads, precision):
    """Modelyard's loop; checkpoints included, as they are part of it."""
    import torch

    from modelyard.core.features import FeatureSpec
    from modelyard.core.recipe import Train
    from modelyard.models import mlp
    from modelyard.tasks import _objective
    from modelyard.training.batches import Examples
    from modelyard.training.checkpoint import Checkpoints
    from modelyard.training.feed import ExampleFeed
    from modelyard.training.loop import fit
    from modelyard.training.rehearsal import rehearse
    from modelyard.training.schedule import Timeline
    from modelyard.training.state import Plan

    pixels, labels, test_pixels, test_labels = mnist()
    training = Examples(pixels, labels, None, 0)
    torch.manual_seed(0)
    model = mlp.build(mlp.Config(hidden=(256, 128), dropout=0.0), FeatureSpec(kind="dense", width=784), 10)
    section = Train(
        optimizer="adam", weight_decay=0, schedule="constant", warmup=0, early_stopping=None, precision=precision
    )
    per_epoch = len(training) // BATCH
    times = []

    class Objective:
        def loss(self, model, batch):
            times.append((time.perf_counter(), time.process_time()))
            return _objective.evaluate("cross_entropy", 0.0, model, batch)

    objective = Objective()
    feed = ExampleFeed(training, batch_size=BATCH, accumulate=1, seed=0)
    found = rehearse(
        model,
        objective,
        feed,
        None,
        section,
        whole_classes=True,
        limit_seconds=5,
        threads=(threads,),
    )
    times.clear()
    plan = Plan(
        digest="",
        family="mlp",
        seed=0,
        batch_size=BATCH,
        learning_rate=RATE,
        precision=found.precision,
        threads=threads,
        evaluations=1,
        timeline=Timeline(EPOCHS * per_epoch),
        steps_per_epoch=per_epoch,
    )
    with tempfile.TemporaryDirectory() as directory:
        feed = feed.rounded(found.precision)
        checkpoints = Checkpoints(Path(directory), 1)
        fit(model, objective, feed, None, section, plan, checkpoints, lambda event, **fields: None)
        spent = since(times[per_epoch])
    return {**spent, "accuracy": accuracy(model, test_pixels, test_labels), "precision": found.precision}


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
            start = (time.perf_counter(), time.process_time())
        for index in torch.randperm(len(features)).split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            cross_entropy(model(features[index]), targets[index]).backward()
            optimizer.step()
    spent = since(start)
    return {**spent, "accuracy": accuracy(model, test_pixels, test_labels), "precision": "fp32"}


def lightning_():
    import logging
    import warnings

    import lightning
    import torch
    from torch.nn.functional import cross_entropy
    from torch.utils.data import DataLoader, TensorDataset

    warnings.simplefilter("ignore")
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    pixels, labels, test_pixels, test_labels = mnist()

    class Module(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.network = network()
            self.times = []

        def training_step(self, batch, index):
            return cross_entropy(self.network(batch[0]), batch[1])

        def configure_optimizers(self):
            return torch.optim.Adam(self.parameters(), lr=RATE)  # as its tutorials write it

        def on_train_epoch_start(self):
            self.times.append((time.perf_counter(), time.process_time()))

    torch.manual_seed(0)
    module = Module()
    data = TensorDataset(torch.from_numpy(pixels), torch.from_numpy(labels))
    trainer = lightning.Trainer(
        max_epochs=EPOCHS,
        accelerator="cpu",
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(module, DataLoader(data, batch_size=BATCH, shuffle=True))
    spent = since(module.times[1])
    return {**spent, "accuracy": accuracy(module.network, test_pixels, test_labels), "precision": "fp32"}


def keras_(backend, threads):
    os.environ |= {"KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "1"}
    if backend == "tensorflow":
        import tensorflow

        tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
        tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    import keras

    pixels, labels, test_pixels, test_labels = mnist()
    keras.utils.set_random_seed(0)
    layers = keras.layers
    model = keras.Sequential([layers.Dense(256, "relu"), layers.Dense(128, "relu"), layers.Dense(10)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss=loss)
    times = []

    class Watch(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            times.append((time.perf_counter(), time.process_time()))

    model.fit(pixels, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0, callbacks=[Watch()])
    spent = since(times[1])
    score = float((model.predict(test_pixels, batch_size=1000, verbose=0).argmax(1) == test_labels).mean())
    return {**spent, "accuracy": score, "precision": "fp32"}


def child(name, threads):
    if not name.startswith("keras-"):
        import torch

        torch.set_num_threads(threads)
    if name.startswith("modelyard"):
        return ours(threads, "fp32" if name.endswith("fp32") else "auto")
    if name == "bare":
        return bare()
    if name == "lightning":
        return lightning_()
    return keras_(name.removeprefix("keras-"), threads)


def peers_python(directory):
    """The interpreter of the peers' environment, made where it is missing; it sees this environment's packages."""
    python = directory / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(directory)], check=True)
        own = subprocess.run(
            [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        (Path(own) / "host.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
        packages = ["lightning", "keras", "jax", "tensorflow-cpu"]
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
    return str(python)


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
            shown = f"{seconds['median']:.2f} [{seconds['low']:.2f}, {seconds['high']:.2f}]"
            shown_busy = f"{busy['median']:.2f} [{busy['low']:.2f}, {busy['high']:.2f}]"
            cells = [threads, name, shown, shown_busy, f"{score['median']:.4f}", found[0]["precision"]]
            lines.append(f"| {' | '.join(map(str, cells))} | {ratio:.2f} | {busy_ratio:.2f} |")
    about = content["machine"]
    lines.append(f"\n{about['processor']}, {about['processors']} cores, torch {about['torch']}, {about['date']}.\n")
    write("training_mlp", content, "\n".join(lines))


if __name__ == "__main__":
    main()
