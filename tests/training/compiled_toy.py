"""A tiny decoder through the real loop, compiled or plain, in a process of its own that may kill itself.

`python compiled_toy.py DIRECTORY plain|compiled [STEP]` prints the curve and a digest of the weights that the training
ends with; with STEP, it is killed as soon as that step's checkpoint is written.
"""

import hashlib
import json
import os
import signal
import sys
from pathlib import Path

import torch

from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Train
from modelyard.models import decoder
from modelyard.models._linear_cross_entropy import linear_cross_entropy
from modelyard.training import compiling
from modelyard.training.checkpoint import Checkpoints, weights_of
from modelyard.training.loop import fit
from modelyard.training.schedule import Timeline
from modelyard.training.state import Plan

STEPS, ROWS, LENGTH = 8, 4, 32


class Objective:
    """A language model's, as the task computes it."""

    def loss(self, model, batch):
        hidden = model.hidden(batch["input_ids"])
        return linear_cross_entropy(hidden.flatten(0, 1), model.head, batch["targets"].flatten())


class Feed:
    """Seeded tokens, a batch of one shape for every step."""

    unit, context, steady, work_per_step, steps_per_epoch = "examples", LENGTH, True, ROWS, STEPS

    def step(self, number, size):
        ids = torch.randint(0, 301, (ROWS, LENGTH + 1), generator=torch.Generator().manual_seed(number))
        return [{"input_ids": part[:, :-1], "targets": part[:, 1:]} for part in ids.split(size)]


def build(dropout=0.1):
    config = decoder.Config(
        layers=2, width=32, heads=2, inner=64, vocabulary=301, max_length=LENGTH, dropout=dropout, attention="eager"
    )
    torch.manual_seed(0)
    return decoder.build(config, FeatureSpec(kind="tokens", width=301, pad_id=1, max_length=LENGTH, end_id=0))


def train(directory, *, compiled, kill_at=None):
    """The model and its training's outcome."""
    model = build()
    plan = Plan(
        digest="toy",
        family="toy",
        seed=3,
        batch_size=ROWS,
        learning_rate=0.01,
        precision="fp32",
        threads=1,
        evaluations=1,
        timeline=Timeline(STEPS),
        steps_per_epoch=STEPS,
        ceiling_steps=STEPS,
        compile=compiled,
    )

    def emit(event, **values):
        if event == "checkpoint" and values["step"] == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    section = Train(early_stopping=None, checkpoint_seconds=0)
    with compiling.sharing():
        if compiled:
            compiling.start(model)
        checkpoints = Checkpoints(Path(directory), section.keep_checkpoints)
        outcome = fit(model, Objective(), Feed(), None, section, plan, checkpoints, emit)
    return model, outcome


def main(directory, kind, kill_at=None):
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    model, outcome = train(directory, compiled=kind == "compiled", kill_at=kill_at and int(kill_at))
    hasher = hashlib.sha256()
    for _, tensor in sorted(weights_of(model).items()):
        hasher.update(tensor.detach().numpy().tobytes())
    losses = [point["loss"] for point in outcome.progress.curve]
    from torch._dynamo.utils import counters

    print(json.dumps({"digest": hasher.hexdigest(), "losses": losses, "graphs": counters["stats"]["unique_graphs"]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
