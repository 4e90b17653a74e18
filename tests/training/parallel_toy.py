"""A tiny decoder trained by teams of processes. Libraries are loaded once: every team is forked from this process.

`python parallel_toy.py` reads lines of JSON, {"processes": 2, "port": ..., "layouts": [...], "out": FILE}, and answers
each with the processes' exit codes. FILE then holds, for each layout, the loss and norm of each step and the last
weights; with {"run": DIRECTORY, ...} in place of layouts, what the real loop ended with.
"""

import functools
import json
import os
import signal
import sys
import threading
import traceback
from pathlib import Path

import numpy as np
import torch

from modelyard.core.errors import Interrupted
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Parallel, Train
from modelyard.models import decoder
from modelyard.models._linear_cross_entropy import linear_cross_entropy
from modelyard.training import muon, muon_sharded, sharding, spread, team
from modelyard.training.checkpoint import Checkpoints
from modelyard.training.checkpoint_team import TeamCheckpoints
from modelyard.training.ema import Average
from modelyard.training.judge import Judgement
from modelyard.training.loop import fit
from modelyard.training.optim import Optimizer
from modelyard.training.schedule import Timeline
from modelyard.training.state import Plan

STEPS = 4
MUON = {"optimizer": "muon", "weight_decay": 0.1}


class Objective:
    """A language model's, as the task computes it."""

    def loss(self, model, batch):
        hidden = model.hidden(batch["input_ids"], batch.get("position_ids"), batch.get("segments"))
        return linear_cross_entropy(hidden.flatten(0, 1), model.head, batch["targets"].flatten())


def build(seed=0, **fields):
    sizes = {"layers": 2, "width": 36, "heads": 6, "kv_heads": 2, "inner": 66, "vocabulary": 301, "max_length": 16}
    config = decoder.Config(**{**sizes, **fields})
    torch.manual_seed(seed)
    return decoder.build(config, FeatureSpec(kind="tokens", width=301, pad_id=1, max_length=16, end_id=0))


def batch(step, part, rows=5, packed=True):
    """Five rows: two processes take three and two, of four one takes two. Some targets do not count."""
    random = torch.Generator().manual_seed(100 * step + part)
    ids = torch.randint(0, 301, (rows, 17), generator=random)
    targets = ids[:, 1:].clone()
    targets[0, : 3 + step] = -100
    found = {"input_ids": ids[:, :-1], "targets": targets}
    if packed:
        segments = (torch.arange(16)[None] >= torch.arange(4, 4 + rows)[:, None]).long()
        positions = torch.where(segments == 0, torch.arange(16), torch.arange(16) - torch.arange(4, 4 + rows)[:, None])
        found |= {"segments": segments, "position_ids": positions}
    return found


def train(layout):
    """Losses, norms and the weights that a layout ends with."""
    torch.manual_seed(0)
    model = build(**layout.get("model", {}))
    model.checkpointing = layout.get("recompute", False)
    section = Train(**layout.get("train", {}))
    compute = spread.compute_of(model, Objective(), "fp32", Parallel(**layout.get("parallel", {})))
    optimizer, average = Optimizer(model, section), Average(model, 0.5)
    model.train()
    held = sum(sharding.local(p).numel() for p in model.parameters()) / sum(p.numel() for p in model.parameters())
    losses, norms = [], []
    for step in range(STEPS):
        # The last part of the last step has a single row, fewer than there are processes.
        parts = [batch(step, 0), batch(step, 1, rows=1 if step == STEPS - 1 else 5)][: layout.get("parts", 2)]
        loss_sum, count, divisor = compute.gradients(parts)
        norms.append(float(optimizer.step(0.01, divisor)))
        average.add()
        losses.append(float(loss_sum / count))
        if step == 1:  # weights change between a validation and the next step
            with average.applied(), compute.evaluating():
                losses.append(float(model.hidden(batch(9, 0)["input_ids"]).float().abs().sum()))
    plain = spread.as_built(model, functools.partial(build, **layout.get("model", {})))
    weights = {}
    if team.current().leads:
        weights = {name: tensor.double().flatten().tolist() for name, tensor in plain.state_dict().items()}
    return {"losses": losses, "norms": norms, "weights": weights, "held": held}


class Feed:
    """Two parts a step, by its number. At one step, one process gets a signal."""

    unit, context, steady = "tokens", 16, True
    work_per_step, steps_per_epoch = 160, 5

    def __init__(self, at, place, number):
        self._at, self._place, self._signal = at, place, number

    def step(self, number, size):
        if number == self._at and team.current().rank == self._place:
            os.kill(os.getpid(), self._signal)
        return [batch(number, 0), batch(number, 1)]


class LossJudge:
    """By the loss of fixed rows."""

    metric, sign = "loss", -1.0

    def judge(self, compute):
        with compute.evaluating():
            total, count = compute.loss(batch(77, 0))
        loss = float(total / count)
        return Judgement(loss, -loss, np.full((1, 2), loss, dtype=np.float32))


def run(job):
    """The real loop: from the newest checkpoint of a directory, until a signal or the end."""
    this, total = team.current(), 12
    section = Train(**{"checkpoint_seconds": 0.0, "early_stopping": None, "spike_factor": 50.0, "ema": 0.8, **MUON})
    section = section.model_copy(update={"parallel": Parallel(**job["run"]["parallel"])})
    directory = Path(job["run"]["directory"])
    own = Checkpoints(directory, 2) if this.leads else None
    checkpoints = own if this.size == 1 else TeamCheckpoints(directory, own, this)
    plan = Plan(
        digest="toy",
        family="toy",
        seed=3,
        batch_size=5,
        learning_rate=0.01,
        precision="fp32",
        threads=1,
        evaluations=3,
        timeline=Timeline(total),
        steps_per_epoch=5,
        ceiling_steps=total,
    )
    model = build(**job["run"].get("model", {}))
    feed = Feed(*job["run"].get("signal", (-1, 0, 0)))
    found = {"notices": []}

    def emit(event, **fields):
        if event == "notice":
            found["notices"].append(fields["text"])

    seconds, victim = job["run"].get("timer", (0.0, -1))
    if this.rank == victim:  # killed wherever it is by then
        timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()
    with this.in_step():
        try:
            outcome = fit(model, Objective(), feed, LossJudge(), section, plan, checkpoints, emit)
        except Interrupted as error:
            checkpoints.finish()
            return {**found, "interrupted": str(error)}
        checkpoints.finish()
        plain = spread.as_built(model, functools.partial(build, **job["run"].get("model", {})))
    weights = {}
    if this.leads:
        weights = {name: tensor.double().flatten().tolist() for name, tensor in plain.state_dict().items()}
    progress = outcome.progress
    losses = [point["loss"] for point in [*progress.curve, *progress.validation]]
    return {**found, "losses": losses, "weights": weights, "best": progress.best_step}


def member(job, rank):
    """What one process does."""
    if job["processes"] > 1:
        size, place = str(job["processes"]), str(rank)
        os.environ.update(WORLD_SIZE=size, LOCAL_WORLD_SIZE=size, RANK=place, LOCAL_RANK=place)
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(job["port"]))
    with team.joined() as this:
        found = run(job) if "run" in job else [train(layout) for layout in job["layouts"]]
        if this.leads:
            Path(job["out"]).write_text(json.dumps(found), encoding="utf-8")


def main():
    """Fork a team for each line."""
    torch.set_num_threads(1)
    # In bfloat16, Muon's iteration turns the last bits of a gradient into whole percents of its smallest directions.
    muon.has_bf16 = muon_sharded.has_bf16 = lambda device: False
    build()  # loads transformers
    for line in sys.stdin:
        job, children = json.loads(line), []
        for rank in range(job["processes"]):
            child = os.fork()
            if not child:
                code = 1
                try:
                    member(job, rank)
                    code = 0
                finally:
                    if code:
                        traceback.print_exc()
                    os._exit(code)
            children.append(child)
        ended = [os.waitpid(child, 0)[1] for child in children]
        print(json.dumps([os.waitstatus_to_exitcode(status) for status in ended]), flush=True)


if __name__ == "__main__":
    main()
