"""A training through the real loop whose memory runs out in a step, in a process of its own: its memory is bounded.

`python shortage_toy.py DIRECTORY,SPARE[,OPTION] ...`: a training each, with SPARE MiB left from step 3 on, whose
examples are long ones (0: no bound). `cut` ends it after step 4, `like` takes the plan of b beside it, `judgeN`
validates with N MiB. Prints what it said, the parts' sizes in its plan, its weights and a digest of them.
"""

import hashlib
import json
import os
import resource
import sys
from pathlib import Path

import torch
from torch import nn

from modelyard.core.errors import ModelyardError
from modelyard.core.recipe import Train
from modelyard.training.checkpoint import Checkpoints
from modelyard.training.judge import Judgement
from modelyard.training.loop import fit
from modelyard.training.memory import hand_back
from modelyard.training.schedule import Timeline
from modelyard.training.state import Plan

STEPS, ROWS, WIDTH = 5, 16, 2**18


class Wide(nn.Module):
    """Few weights and much memory: up to four times 1 MiB of activations an example, kept for the backward pass."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Parameter(torch.linspace(-1.0, 1.0, 4))

    def forward(self, hidden_NW):
        for weight in self.inner:
            hidden_NW = torch.tanh(hidden_NW * weight)
        return hidden_NW.mean(1)


class Objective:
    def loss(self, model, batch):
        return ((model(batch["values"]) - batch["targets"]) ** 2).sum(), torch.tensor(float(len(batch["targets"])))


class Feed:
    unit, context, steady, work_per_step, steps_per_epoch = "examples", 0, True, ROWS, STEPS

    def step(self, number, size):
        values = torch.randn(ROWS, generator=torch.Generator().manual_seed(number))
        width = WIDTH if number >= 2 else 8
        return [
            {"values": part[:, None] * torch.linspace(0.5, 1.5, width), "targets": part.sign()}
            for part in values.split(size)
        ]


class Judge:
    """A validation that takes as much memory as it is told, and says what it did."""

    metric, sign = "accuracy", 1.0

    def __init__(self, mebibytes):
        self._mebibytes = mebibytes

    def judge(self, compute):
        taken = torch.zeros(self._mebibytes * 2**18)
        return Judgement(1.0, 0.5, taken[:1, None].numpy())


def bound(mebibytes):
    hand_back()
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + mebibytes * 2**20, resource.RLIM_INFINITY))


def train(directory, spare, cut, alike, judge):
    model = Wide()
    checkpoints = Checkpoints(Path(directory), 2)
    stored = (Checkpoints(Path(directory).parent / "b", 2) if alike else checkpoints).read_plan()
    plan = Plan(
        digest="toy",
        family="toy",
        seed=0,
        batch_size=ROWS,
        learning_rate=0.1,
        precision="fp32",
        threads=1,
        evaluations=1,
        timeline=Timeline(STEPS),
        steps_per_epoch=STEPS,
        ceiling_steps=STEPS,
    )

    def emit(event, **values):
        if event == "notice":
            print("notice", values["text"])
        if event == "checkpoint" and values["step"] == 2 and spare:
            bound(spare)
        if event == "checkpoint" and values["step"] == 4 and cut:
            raise SystemExit

    section = Train(early_stopping=None, checkpoint_seconds=0, schedule="constant", warmup=0)
    plan = Plan.from_json(stored) if stored else plan
    try:
        fit(model, Objective(), Feed(), judge, section, plan, checkpoints, emit)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("sizes", json.dumps(plan.parts.to_json()))
    print("weights", model.inner.tolist())
    print("digest", hashlib.sha256(model.inner.detach().numpy().tobytes()).hexdigest())


def main():
    torch.set_num_threads(1)
    # Before a bound: what is loaded once.
    torch.tanh(torch.ones(4, requires_grad=True)).sum().backward()
    for line in sys.argv[1:]:
        directory, spare, *rest = line.split(",")
        print("begin", flush=True)
        child = os.fork()
        if (
            child
        ):  # each in a process of its own: an earlier training's free memory within the heap would serve the next
            if os.waitpid(child, 0)[1]:
                raise SystemExit(1)
            continue
        judge = Judge(int(rest[0].removeprefix("judge"))) if rest and rest[0].startswith("judge") else None
        try:
            train(directory, int(spare), "cut" in rest, "like" in rest, judge)
        except ModelyardError as error:
            print("error", error)
        except SystemExit:
            print("cut")
        return


if __name__ == "__main__":
    main()
