"""A few timed steps before the first one: the precision and the number of threads that are faster here, and the time of
a step and of a validation."""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from torch import nn

from modelyard.core.recipe import Train
from modelyard.training import compiling, device, memory
from modelyard.training.batches import Batch
from modelyard.training.feed import Feed
from modelyard.training.hardware import has_bf16
from modelyard.training.judge import Judge
from modelyard.training.objective import Compute, Objective
from modelyard.training.optim import Optimizer
from modelyard.training.shortage import Parts, explained, is_shortage

# bfloat16 costs digits and a second thread costs another program's time (small layers spin on it for nothing), so a
# gain that is within the noise of a few steps is not worth either.
WORTHWHILE = 0.95
STEPS = 6
# Short steps are repeated: a single one of a millisecond says little.
ROUNDS = 12
COMPILED_STEPS = 5
ENOUGH_SECONDS = 0.5

Precision = Literal["fp32", "bf16"]
_Setting = tuple[Precision, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsal:
    """`precision` and `threads` are the choice; `tried` has the mean seconds of a step by setting, on equal batches.

    `complete` is false where the time did not allow to compare all settings warm. `part_size` is how many examples
    passed the network at once where a batch did not fit into memory, else None.
    """

    precision: Precision
    threads: int
    step_seconds: float
    evaluation_seconds: float
    tried: dict[str, float]
    complete: bool
    part_size: int | None = None


@memory.kept()
def rehearse(
    model: nn.Module,
    objective: Objective,
    feed: Feed,
    judge: Judge | None,
    section: Train,
    *,
    rounds: bool,
    limit_seconds: float,
    threads: tuple[int, ...],
) -> Rehearsal:
    """Time steps of a copy of `model`; neither the model nor the random state is changed.

    A value is predicted in float32 unless the recipe says otherwise: bfloat16 has three digits. `threads` are the
    numbers to try, the smallest first; the number in force is left at the chosen one.
    """
    where = next(model.parameters()).device
    candidates: tuple[Precision, ...] = ("fp32", "bf16") if rounds and has_bf16(where) else ("fp32",)
    if where.type != "cpu":
        threads = threads[-1:]  # they only feed the device
    if section.precision != "auto":
        candidates = (section.precision,)
    steps = feed.typical(STEPS)
    random_state = device.random_state(where)
    settings = [(precision, count) for precision in candidates for count in threads]
    with explained("before the first step, which a copy of the model rehearses", alone=True):
        trial = copy.deepcopy(model).train()  # one for all settings: each holds weights, gradients and moments
        optimizer = Optimizer(trial, section)
    computes = {precision: _computing(trial, objective, precision, feed, section) for precision in candidates}
    runners = {setting: _Runner(computes[setting[0]], optimizer, setting[1]) for setting in settings}
    begun = time.monotonic()
    times: dict[_Setting, list[list[float]]] = {setting: [[] for _ in steps] for setting in settings}
    # The first step of a setting builds kernels: it counts only where there is no time for another.
    first: dict[_Setting, float] = {}
    # bfloat16 first: on a busy machine, where the time ends before all are tried, the likely best one has been.
    for setting in sorted(settings, key=lambda setting: setting[0] != "bf16"):
        if first and time.monotonic() - begun > limit_seconds:
            break
        first[setting] = _fitting(runners[setting], steps, steps[0])
    number = 0
    while number < ROUNDS * len(steps):
        spent = time.monotonic() - begun
        if spent > limit_seconds or (number >= len(steps) and spent > ENOUGH_SECONDS):
            break
        which = number % len(steps)
        for setting in first:
            times[setting][which].append(_fitting(runners[setting], steps, steps[which]))
        number += 1
    if not number:
        times = {setting: [[seconds]] for setting, seconds in first.items()}
    # Medians over the repetitions of a step: other programs interrupt some. Means over the steps: they differ.
    means = {setting: float(np.mean([np.median(values) for values in times[setting] if values])) for setting in first}
    tried = [setting for setting in settings if setting in first]  # the plainest first
    chosen = tried[0]
    for setting in tried:
        if means[setting] < WORTHWHILE * means[chosen]:
            chosen = setting
    torch.set_num_threads(chosen[1])
    evaluation = 0.0 if judge is None else judge.seconds(runners[chosen].compute)
    device.set_random_state(where, random_state)
    sizes = [runner.size for runner in runners.values() if runner.size is not None]
    del runners, optimizer, trial
    if sizes:
        memory.hand_back()
    return Rehearsal(
        precision=chosen[0],
        threads=chosen[1],
        step_seconds=means[chosen],
        evaluation_seconds=evaluation,
        tried={f"{precision}, threads {count}": seconds for (precision, count), seconds in sorted(means.items())},
        complete=number > 0 and len(first) == len(settings),
        part_size=min(sizes, default=None),
    )


def _computing(model: nn.Module, objective: Objective, precision: Precision, feed: Feed, section: Train) -> Compute:
    """What computes gradients: of single examples, with noise, where the training will be private."""
    compute = Compute(model, objective, precision)
    if section.privacy is None:
        return compute
    from modelyard.training.private_gradients import PrivateCompute

    # How much noise is drawn costs nothing, and nobody sees it.
    return PrivateCompute(compute, section.privacy, key=b"rehearsal", expected=feed.work_per_step, noise=1.0)


def _fitting(runner: _Runner, steps: list[list[Batch]], parts: list[Batch]) -> float:
    """Seconds of a step, in parts that fit into memory: halves of them where they do not."""
    while True:
        try:
            return runner.step(parts)
        except (MemoryError, RuntimeError) as error:
            if not is_shortage(error):
                raise
        # Outside of the except clause, whose frames hold the activations.
        runner.halve(max(examples_of(part) for step in steps for part in step))


def rehearse_compiled(
    model: nn.Module,
    objective: Objective,
    feed: Feed,
    section: Train,
    *,
    precision: Precision,
    threads: int,
    plain_seconds: float,
) -> compiling.Trial:
    """Compile a copy of `model` and time it; neither the model nor the random state is changed.

    Raises: RuntimeError where PyTorch fails to compile it.
    """
    where = next(model.parameters()).device
    random_state = device.random_state(where)
    trial = copy.deepcopy(model).train()
    runner = _Runner(Compute(trial, objective, precision), Optimizer(trial, section), threads)
    steps = feed.typical(COMPILED_STEPS)
    try:
        with compiling.sharing():
            compiling.start(trial)
            first = runner.step(steps[0])
            runner.step(steps[0])  # the first after compiling still builds kernels
            later = float(np.median([runner.step(steps[i % len(steps)]) for i in range(COMPILED_STEPS)]))
    finally:
        compiling.stop(trial)
        device.set_random_state(where, random_state)
        del runner, trial
        memory.hand_back()
    return compiling.Trial(
        cold_seconds=max(0.0, first - later), plain_step_seconds=plain_seconds, compiled_step_seconds=later
    )


class _Runner:
    """Steps of a model in one precision, on so many threads."""

    def __init__(self, compute: Compute, optimizer: Optimizer, threads: int) -> None:
        self._threads = threads
        self.size: int | None = None
        self.compute = compute
        self._optimizer = optimizer

    def step(self, parts: list[Batch]) -> float:
        """Seconds of one step. The learning rate is 0: the weights, and so the work, stay as they are."""
        torch.set_num_threads(self._threads)
        device.synchronise(self.compute.device)
        start = time.perf_counter()
        _, _, divisor = self.compute.gradients(parts if self.size is None else pieces_of(parts, self.size))
        self._optimizer.step(0.0, divisor)
        device.synchronise(self.compute.device)
        return time.perf_counter() - start

    def halve(self, size: int) -> None:
        """From now on half as many examples at once, of `size` at most. Raises: TrainingError for a single one."""
        parts = Parts.of(self.size or size)
        for parameter in self.compute.model.parameters():
            parameter.grad = None
        self.size = parts.halve(0)
        memory.hand_back()


def examples_of(part: Batch) -> int:
    """How many examples a batch has: several rows of a tensor may be one of them (a pair is two sequences)."""
    return min(len(tensor) for tensor in part.values())


def pieces_of(parts: list[Batch], size: int) -> list[Batch]:
    """The same examples in batches of at most `size`."""
    found = []
    for part in parts:
        examples = examples_of(part)
        by_example = {name: tensor.reshape(examples, -1, *tensor.shape[1:]) for name, tensor in part.items()}
        for start in range(0, examples, size):
            found.append({name: tensor[start : start + size].flatten(0, 1) for name, tensor in by_example.items()})
    return found
