"""The training loop: one function that reads downward, the same for every task and network.

A *step* is one optimizer update. Nothing that a step computes depends on the clock, on what is logged or on when a
checkpoint is written: a run that was killed anywhere ends with the weights of one that was not.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from modelyard.core.errors import Interrupted, TrainingError
from modelyard.core.recipe import Train
from modelyard.training import compiling, device, memory, privacy, schedule, spikes
from modelyard.training.budget import Clock
from modelyard.training.checkpoint import Checkpoints
from modelyard.training.checkpoint_team import TeamCheckpoints
from modelyard.training.ema import Average
from modelyard.training.feed import Feed
from modelyard.training.hardware import Meter
from modelyard.training.interrupts import StopRequest
from modelyard.training.judge import Judge
from modelyard.training.objective import Objective, Outputs
from modelyard.training.optim import Optimizer
from modelyard.training.shortage import explained, is_shortage, relieve
from modelyard.training.spikes import Guard
from modelyard.training.spread import compute_of, judged
from modelyard.training.state import Plan, Progress, State
from modelyard.training.team import current
from modelyard.training.telemetry import Emit, Telemetry

CURVE_POINTS = 200
# Saving before a validation may take this share of the time; `train.checkpoint_seconds` sets the longest gap.
SAVING_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Outcome:
    """A training's end. The model holds its best weights; `outputs` [N, O] are theirs on the validation split."""

    outputs: Outputs | None
    progress: Progress


@memory.kept()
def fit(
    model: nn.Module,
    objective: Objective,
    feed: Feed,
    judge: Judge | None,
    section: Train,
    plan: Plan,
    checkpoints: Checkpoints | TeamCheckpoints,
    emit: Emit,
) -> Outcome:
    """Train `model` by `plan` from its newest checkpoint, or from the start.

    Raises: Interrupted after SIGINT or SIGTERM, with everything saved; TrainingError when the loss becomes NaN or runs
    away before any weights were validated (after that, the best ones are the outcome, and a notice says so), or when
    the last weights are no numbers and there are no others.
    """
    # Longer than the house's 60 lines on purpose: the order of these steps is the whole of crash safety.
    # Every process of a team runs it, in step: what depends on a clock or a signal is the leader's, and agreed on.
    team = current()
    compute = privacy.applied(compute_of(model, objective, plan.precision, section.parallel), feed, section, plan)
    alone = team.size == 1
    with explained("before the first step", alone):
        optimizer = Optimizer(model, section)
        average = Average(model, section.ema) if section.ema else None
    timeline = plan.timeline
    curve_every = max(1, timeline.total // CURVE_POINTS)
    anchor_every = spikes.anchor_every(timeline.total)
    guard = Guard(section.spike_factor, section.clip_norm, compute.device) if section.spike_factor else None
    torch.manual_seed(plan.seed)
    state = State(model, optimizer, guard, average)
    saved = checkpoints.latest(
        lambda text: emit("notice", text=text),
        lambda step, values: plan.rewinds.is_abandoned(step, values["rewinds"]),
    )
    if saved is not None:
        state.restore(saved)
        if not state.progress.stopped:
            emit("notice", text=f"{plan.family}: going on from step {saved.step:,} of {timeline.last:,}")
    progress = state.progress
    progress.rewinds = len(plan.rewinds.done)  # a kill may have come between a rewind and the next save
    clock = Clock(progress.seconds)
    meter = None
    if feed.unit == "tokens":
        meter = Meter.of(model, context=feed.context, precision=plan.precision, device=compute.device.type)
    telemetry = Telemetry(plan, clock, emit, feed, judge, meter)
    saved_at, saving_seconds = clock.elapsed(), 0.0
    rate = 0.0

    def save() -> None:
        nonlocal saved_at, saving_seconds
        progress.seconds = clock.elapsed()
        progress.work_per_second = telemetry.work_per_second or progress.work_per_second
        checkpoints.save(progress.step, state.values(), state.tensors())
        saved_at = clock.elapsed()
        saving_seconds = saved_at - progress.seconds
        emit("checkpoint", model=plan.family, step=progress.step, seconds=round(saving_seconds, 4))
        telemetry.paused(evaluation=False)

    def rewind() -> Progress:
        """Back to the last anchor; the batches taken since are passed over."""
        assert checkpoints.anchor is not None
        plan.rewinds.add(checkpoints.anchor, progress.step)
        checkpoints.write_plan(plan.to_json())
        checkpoints.drop_after(checkpoints.anchor)
        anchor = checkpoints.latest(lambda text: emit("notice", text=text))
        if anchor is None:
            raise TrainingError("there is no whole checkpoint to go back to after a spike", remedy="Start it again.")
        state.restore(anchor)
        state.progress.rewinds = len(plan.rewinds.done)
        text = f"{spikes.IN_A_ROW} steps in a row were skipped: back from step {progress.step:,} to {anchor.step:,}"
        emit("notice", model=plan.family, step=anchor.step, text=f"{text}, with other batches")
        return state.progress

    if guard is not None:
        anchors = [step for step in checkpoints.steps() if step % anchor_every == 0 and step <= progress.step]
        checkpoints.anchor = max(anchors, default=None)
    model.train()
    with StopRequest() as stop:
        while not progress.stopped:
            # Every step starts here, a resumed one too: first what is due after the step before it.
            (is_over, saving_is_worth, last), stopping = team.agree(
                clock.is_over(plan.limit_seconds),
                clock.elapsed() - saved_at > saving_seconds / SAVING_SHARE,
                timeline.last,
                raised=bool(stop.received),
            )
            if last != timeline.last:  # the leader has fitted the schedule to the clock
                timeline.refit(progress.step, int(last))
            due = timeline.evaluations_due(progress.step, plan.evaluations)
            if is_over and (state.has_best or judge is None):
                # The budget is a hard stop: what is judged already ships, and no further validation is begun.
                progress.stopped = "budget"
            elif progress.evaluated < due:
                if progress.step and saving_is_worth:
                    save()
                if judge is not None:
                    place = f"in the validation after step {progress.step:,}"
                    with explained(place, alone), _judged_weights(average, plan.compile):
                        state.judge(judged(judge, compute))
                    telemetry.validation(progress)
                    telemetry.paused(evaluation=True)
                progress.evaluated = due
                enough = section.early_stopping and progress.since_better >= section.early_stopping
                if enough and progress.step < timeline.last:
                    progress.stopped = "early"
            if progress.step >= timeline.last and not progress.stopped:
                progress.stopped = "finished" if timeline.last == timeline.total else "budget"
            if progress.stopped:
                save()
                break
            if stopping:
                save()
                signal = stop.received or "a signal to another process"
                raise Interrupted(
                    f"{signal} after step {progress.step:,} of {timeline.last:,}; everything is saved",
                    remedy="Give the same command again to go on.",
                )

            if guard is not None and progress.step % anchor_every == 0 and checkpoints.anchor != progress.step:
                before, checkpoints.anchor = checkpoints.anchor, progress.step
                if progress.step not in checkpoints.steps():
                    save()
                if before is not None and len(checkpoints.steps()) > section.keep_checkpoints + 1:
                    checkpoints.drop(before)

            compute.seed(plan.seed, progress.step)
            random_state = device.random_state(compute.device)
            try:
                parts = feed.step(plan.rewinds.position(progress.step), plan.parts.at(progress.step))
                loss_sum, count, divisor = compute.gradients(parts)
                too_large = False
            except (MemoryError, RuntimeError) as error:
                if team.size > 1 or not is_shortage(error):
                    raise
                too_large = True
            if too_large:  # outside of the except clause, whose frames hold the activations
                emit("notice", text=relieve(plan.parts, progress.step, model))
                checkpoints.write_plan(plan.to_json())
                device.set_random_state(compute.device, random_state)
                continue
            position = timeline.position(progress.step)
            rate = schedule.learning_rate(section, plan.learning_rate, position, timeline.total)
            norm = optimizer.step(rate, divisor, guard)
            if average is not None:
                average.add()
            state.add(loss_sum, count, norm)
            progress.step += 1
            state.mark(loss_sum, count)
            telemetry.ran()
            if guard is not None:
                skipped = guard.look()
                for one in skipped:
                    emit("notice", model=plan.family, step=one.step, text=str(one))
                if guard.rewind_is_due:
                    if plan.rewinds.exhausted:
                        _diverged("rises again and again", state, rate, skipped[-1].norm, section, emit)
                        break
                    progress = rewind()
                    continue

            on_curve = progress.step % curve_every == 0 or progress.step == timeline.last
            evaluation_is_due = progress.evaluated < timeline.evaluations_due(progress.step, plan.evaluations)
            (save_is_due, event_is_due), stopping = team.agree(
                clock.elapsed() - saved_at >= section.checkpoint_seconds,
                telemetry.is_due(),
                raised=bool(stop.received),
            )
            if on_curve or save_is_due or evaluation_is_due or event_is_due or stopping:
                # The only place where the host looks at a loss, and always before weights are saved or validated.
                loss, grad_norm = state.window_loss, state.norm
                trouble = state.close_window(rate) if on_curve else state.trouble()
                if trouble:
                    _diverged(trouble, state, rate, grad_norm, section, emit)
                    break
                if event_is_due:
                    telemetry.step(progress, loss, rate, grad_norm)
                if save_is_due:
                    save()
            if team.leads and telemetry.refit(progress):
                checkpoints.write_plan(plan.to_json())
    if telemetry.steps and progress.curve and progress.stopped != "diverged":
        telemetry.step(progress, progress.curve[-1]["loss"], rate, state.norm)
    progress.seconds = clock.elapsed()
    state.load_best()
    if not state.has_best and (judge is not None or not state.is_finite):
        remedy = f"Lower train.learning_rate (try {plan.learning_rate / 10:.1g})."
        raise TrainingError(f"the weights of step {progress.step:,} give answers that are not numbers", remedy=remedy)
    model.eval()
    return Outcome(state.best_outputs, progress)


@contextlib.contextmanager
def _judged_weights(average: Average | None, compiled: bool) -> Iterator[None]:
    """The weights that are judged (their average where there is one), running as they are written."""
    with average.applied() if average else contextlib.nullcontext(), _plain(compiled):
        yield


def _plain(compiled: bool) -> contextlib.AbstractContextManager[None]:
    return compiling.plain() if compiled else contextlib.nullcontext()


def _diverged(trouble: str, state: State, rate: float, norm: float, section: Train, emit: Emit) -> None:
    """End the training with the best weights so far and a diagnosis."""
    progress = state.progress
    good = f"{progress.good_loss:.4g} at step {progress.good_step:,}" if progress.good_loss is not None else "none"
    size = f"{norm:.3g}" if np.isfinite(norm) else "not a number"
    text = (
        f"the loss {trouble} at step {progress.step:,} (learning rate {rate:.2g}, gradient norm {size}, "
        f"last good loss {good})"
    )
    remedy = f"Lower train.learning_rate (try {rate / 10:.1g})"
    remedy += "." if section.clip_norm is not None else ", and set train.clip_norm: 1.0."
    progress.stopped = "diverged"
    if not state.has_best:
        raise TrainingError(text + "; no weights were validated before", remedy=remedy)
    emit("notice", text=f"{text}; the best weights, of step {progress.best_step:,}, are kept. {remedy}")
