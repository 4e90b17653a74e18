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
from modelyard.training.batches import Examples, Index, epoch_batches, evaluation_batches
from modelyard.training.memory import hand_back
from modelyard.training.objective import Compute, Objective
from modelyard.training.optim import Optimizer

# bfloat16 costs digits and a second thread costs another program's time (small layers spin on it for nothing), so a
# gain that is within the noise of a few steps is not worth either.
WORTHWHILE = 0.95
STEPS = 6
# Short steps are repeated: a single one of a millisecond says little.
ROUNDS = 12
ENOUGH_SECONDS = 0.5

Precision = Literal["fp32", "bf16"]
_Setting = tuple[Precision, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsal:
    """`precision` and `threads` are the choice; `tried` has the mean seconds of a step by setting, on equal batches."""

    precision: Precision
    threads: int
    step_seconds: float
    evaluation_seconds: float
    tried: dict[str, float]


def has_bf16() -> bool:
    """Whether this processor multiplies bfloat16 matrices in hardware; emulated, they are slower than float32."""
    found = torch.cpu.get_capabilities()
    return bool(found.get("avx512_bf16") or found.get("amx_bf16") or found.get("bf16"))


def rehearse(
    model: nn.Module,
    objective: Objective,
    examples: Examples,
    validation: Examples | None,
    section: Train,
    *,
    batch_size: int,
    seed: int,
    whole_classes: bool,
    limit_seconds: float,
    threads: tuple[int, ...],
) -> Rehearsal:
    """Time steps of a copy of `model`; neither the model nor the random state is changed.

    A value is predicted in float32 unless the recipe says otherwise: bfloat16 has three digits. `threads` are the
    numbers to try, the smallest first; the number in force is left at the chosen one.
    """
    candidates: tuple[Precision, ...] = ("fp32", "bf16") if whole_classes and has_bf16() else ("fp32",)
    if section.precision != "auto":
        candidates = (section.precision,)
    batches = _spread(examples, epoch_batches(examples, batch_size * section.accumulate, seed=seed, epoch=0))
    random_state = torch.get_rng_state()
    hand_back()
    settings = [(precision, count) for precision in candidates for count in threads]
    trial = copy.deepcopy(model).train()  # one for all settings: each holds weights, gradients and moments
    optimizer = Optimizer(trial, section)
    runners = {setting: _Runner(trial, optimizer, objective, *setting) for setting in settings}
    begun = time.monotonic()
    times: dict[_Setting, list[list[float]]] = {setting: [[] for _ in batches] for setting in settings}
    for runner in runners.values():
        runner.step(examples, np.array_split(batches[0], section.accumulate))  # builds kernels, and is not counted
    for number in range(ROUNDS * len(batches)):
        spent = time.monotonic() - begun
        if (number and spent > limit_seconds) or (number >= len(batches) and spent > ENOUGH_SECONDS):
            break
        which = number % len(batches)
        for setting, runner in runners.items():
            seconds = runner.step(examples, np.array_split(batches[which], section.accumulate))
            times[setting][which].append(seconds)
    # Medians over the repetitions of a batch: other programs interrupt some steps. Means over the batches: they differ.
    means = {
        setting: float(np.mean([np.median(values) for values in found if values])) for setting, found in times.items()
    }
    chosen = settings[0]
    for setting in settings[1:]:
        if means[setting] < WORTHWHILE * means[chosen]:
            chosen = setting
    torch.set_num_threads(chosen[1])
    evaluation = 0.0 if validation is None else runners[chosen].evaluation_seconds(validation)
    torch.set_rng_state(random_state)
    del runner, runners, optimizer, trial
    hand_back()
    return Rehearsal(
        precision=chosen[0],
        threads=chosen[1],
        step_seconds=means[chosen],
        evaluation_seconds=evaluation,
        tried={f"{precision}, threads {count}": seconds for (precision, count), seconds in means.items()},
    )


def _spread(examples: Examples, batches: list[Index]) -> list[Index]:
    """A few whole batches from the shortest examples to the longest: their mean time stands for the epoch's."""
    whole = [index for index in batches if len(index) == len(batches[0])]
    if examples.lengths is not None:
        lengths = examples.lengths
        whole.sort(key=lambda index: int(lengths[index].max()))
    centres = ((np.arange(min(STEPS, len(whole))) + 0.5) * len(whole) / min(STEPS, len(whole))).astype(int)
    # From the middle outwards: a rehearsal that is cut short has seen typical batches.
    return [whole[i] for i in sorted(centres, key=lambda i: abs(2 * i - len(whole)))]


class _Runner:
    """Steps of a model in one precision, on so many threads."""

    def __init__(
        self, model: nn.Module, optimizer: Optimizer, objective: Objective, precision: Precision, threads: int
    ) -> None:
        self._threads = threads
        self._compute = Compute(model, objective, precision)
        self._optimizer = optimizer

    def step(self, examples: Examples, parts: list[Index]) -> float:
        """Seconds of one step. The learning rate is 0: the weights, and so the work, stay as they are."""
        torch.set_num_threads(self._threads)
        start = time.perf_counter()
        for index in parts:
            total, count = self._compute.loss(examples.batch(index))
            (total / count).backward()  # type: ignore[no-untyped-call]
        self._optimizer.step(0.0, None)
        return time.perf_counter() - start

    def evaluation_seconds(self, validation: Examples) -> float:
        """Seconds of one validation, from a few of its batches."""
        batches = list(evaluation_batches(validation))
        picked = [batches[i] for i in sorted({0, len(batches) // 2, len(batches) - 1})]
        work = [_work(validation, index) for index in picked]
        start = time.perf_counter()
        with torch.no_grad():
            for index in picked:
                self._compute.loss(validation.batch(index))
        seconds = time.perf_counter() - start
        return seconds * sum(_work(validation, index) for index in batches) / sum(work)


def _work(examples: Examples, index: Index) -> float:
    return float(len(index) if examples.lengths is None else len(index) * int(examples.lengths[index].max()))
