"""A small training through the real loop: imported by tests, and run as a process of its own to be killed.

`python toy.py` reads lines "DIRECTORY name=value ..." and forks a process for each, which trains in that directory and
prints a digest of everything that the training ended with.
"""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import ClassVar

import numpy as np
import torch
from torch import nn

from modelyard.core.errors import ModelyardError
from modelyard.core.features import Tokens
from modelyard.core.recipe import Train
from modelyard.core.run import Run
from modelyard.training.batches import Examples
from modelyard.training.checkpoint import Checkpoints, weights_of
from modelyard.training.feed import ExampleFeed
from modelyard.training.judge import ExampleJudge
from modelyard.training.loop import fit
from modelyard.training.schedule import Timeline
from modelyard.training.state import Plan

# Two single spikes, one of them no number, and sixteen in a row, which end in a rewind from step 64 to step 48.
SPIKES = {35: 1e4, 41: float("nan"), **dict.fromkeys(range(48, 64), 10000.0)}


class Objective:
    """Cross-entropy, or mean squared error where the targets are values."""

    def loss(self, model, batch):
        inputs = {name: value for name, value in batch.items() if name not in ("targets", "weights")}
        outputs, targets = model(**inputs), batch["targets"]
        if targets.dtype == torch.int64:
            losses = nn.functional.cross_entropy(outputs, targets, reduction="none")
        else:
            losses = (outputs[:, 0] - targets) ** 2
        weights = batch.get("weights", torch.ones(len(targets)))
        return (losses * weights).sum(), weights.sum()


class Network(nn.Module):
    """Two layers with dropout, so that the random state matters."""

    def __init__(self, outputs=2, dropout=0.2):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, outputs))

    def forward(self, features):
        return self.layers(features)


class PoisonedFeed(ExampleFeed):
    """At some places of the data, a batch that would spoil the weights.

    One row times a factor (which may be NaN) stands for all, with either class: no answer is right for all of them.
    """

    poison: ClassVar[dict[int, float]] = {}

    def step(self, number, size):
        parts = super().step(number, size)
        if number in self.poison:
            return [self._spoiled(part, self.poison[number]) for part in parts]
        return parts

    @staticmethod
    def _spoiled(part, factor):
        rows = part["features"][:1].expand_as(part["features"]) * factor
        return {**part, "features": rows, "targets": torch.arange(len(rows)) % 2}


class Bag(nn.Module):
    """The mean of token embeddings."""

    def __init__(self):
        super().__init__()
        self.embedding, self.head = nn.Embedding(50, 8), nn.Linear(8, 2)

    def forward(self, input_ids, attention_mask):
        mask = attention_mask[:, :, None].float()
        return self.head((self.embedding(input_ids) * mask).sum(1) / mask.sum(1).clamp(min=1))


def dense(count=160, seed=0):
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, 8)).astype(np.float32)
    return features, (features[:, 0] * features[:, 1] + features[:, 2] > 0).astype(np.int64)


def tokens(count=160, seed=0, longest=30):
    random = np.random.default_rng(seed)
    lengths = random.integers(1, longest + 1, count)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    ids = random.integers(1, 50, offsets[-1]).astype(np.int32)
    firsts = ids[offsets[:-1]]
    return Tokens(ids, offsets), (firsts > 25).astype(np.int64)


def plan(total, examples, batch_size=8, accumulate=1, **fields):
    steps_per_epoch = -(-examples // (batch_size * accumulate))
    given = {
        "digest": "toy",
        "family": "toy",
        "seed": 3,
        "batch_size": batch_size,
        "learning_rate": 0.01,
        "precision": "fp32",
        "threads": 1,
        "evaluations": 4,
        "timeline": Timeline(total),
        "steps_per_epoch": steps_per_epoch,
        "ceiling_steps": total,
    }
    return Plan(**{**given, **fields})


def train(
    directory,
    *,
    total=40,
    section=None,
    emit=None,
    model=None,
    data=None,
    validation=True,
    score=None,
    poison=None,
    feed=PoisonedFeed,
    **fields,
):
    """Returns the model and the outcome. `poison` are factors of features by their batch's place in the data."""
    torch.set_num_threads(1)
    features, targets = data if data is not None else dense()
    held = 40
    training = Examples(
        features[:-held] if isinstance(features, np.ndarray) else features,
        targets[:-held] if isinstance(features, np.ndarray) else targets,
        None,
        0,
    )
    checked = Examples(
        features[-held:] if isinstance(features, np.ndarray) else features,
        targets[-held:] if isinstance(features, np.ndarray) else targets,
        None,
        0,
    )
    truth = checked.targets
    if model is None:
        torch.manual_seed(1)
        model = Network()
    section = section or Train(early_stopping=None)
    judge = ExampleJudge(
        examples=checked,
        metric="accuracy",
        sign=1.0,
        score=score or (lambda outputs: float((outputs.argmax(1) == truth).mean())),
    )
    checkpoints = Checkpoints(Path(directory), section.keep_checkpoints)
    this = plan(total, len(training), accumulate=section.accumulate, **fields)
    dealt = feed(training, batch_size=this.batch_size, accumulate=section.accumulate, seed=this.seed)
    dealt.poison = poison or {}
    stored = checkpoints.read_plan()
    this = Plan.from_json(stored) if stored else this  # the loop writes it where it changes it
    outcome = fit(
        model,
        Objective(),
        dealt,
        judge if validation else None,
        section,
        this,
        checkpoints,
        emit or (lambda event, **values: None),
    )
    return model, outcome


def digest(model, outcome):
    """Of the weights, the outputs, the curve and the validations: equal only where every bit is."""
    hasher = hashlib.sha256()
    for name, tensor in sorted(weights_of(model).items()):
        hasher.update(name.encode() + tensor.detach().numpy().tobytes())
    if outcome.outputs is not None:
        hasher.update(np.ascontiguousarray(outcome.outputs).tobytes())
    progress = outcome.progress
    record = [progress.curve, progress.validation, progress.best_step, progress.step, progress.stopped]
    hasher.update(json.dumps(record).encode())
    return hasher.hexdigest()


def say(line):
    """In one write, so that the lines of two processes do not mix."""
    os.write(1, f"{line}\n".encode())


def run(arguments):
    directory = Path(arguments[0])
    options = dict(argument.split("=") for argument in arguments[1:])
    section = Train(
        early_stopping=None,
        checkpoint_seconds=float(options.get("checkpoint_seconds", 0)),
        accumulate=2,
        keep_checkpoints=2,
        spike_factor=10.0 if "spikes" in options else None,
        ema=float(options["ema"]) if "ema" in options else None,
    )
    this = Run(directory)
    with this.owned():
        say(f"owned {os.getpid()}")
        total = int(options.get("total", 60))
        poison = SPIKES if "spikes" in options else None
        model, outcome = train(directory / "checkpoints", total=total, section=section, emit=this.emit, poison=poison)
    say(f"digest {digest(model, outcome)}")


def nursery():
    """Forks a training for every line of standard input: a child starts in milliseconds, torch being imported."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            code = 1
            try:
                run(line.split())
                code = 0
            except ModelyardError as error:
                say(f"error {error}")
            finally:
                os._exit(code)
        say(f"exit {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    torch.set_num_threads(1)
    nursery()
