"""The data and the network of training_mlp.py, and its peers (Lightning, Keras), as their tutorials write it."""

import gzip
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from training_compare import clock, data_directory

BATCH, RATE, EPOCHS = 100, 1e-3, 3
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
    (wall, busy), (now, busy_now) = start, clock()
    epochs = EPOCHS - 1
    return {"epoch_seconds": (now - wall) / epochs, "epoch_processor_seconds": (busy_now - busy) / epochs}


def network():
    from torch import nn

    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def accuracy(model, pixels, labels):
    import torch

    with torch.no_grad():
        return float((model.eval()(torch.from_numpy(pixels)).argmax(1).numpy() == labels).mean())


def with_lightning():
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
            self.times.append(clock())

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


def with_keras(backend, threads):
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
            times.append(clock())

    model.fit(pixels, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0, callbacks=[Watch()])
    spent = since(times[1])
    score = float((model.predict(test_pixels, batch_size=1000, verbose=0).argmax(1) == test_labels).mean())
    return {**spent, "accuracy": score, "precision": "fp32"}


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
