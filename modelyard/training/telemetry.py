"""What a training tells the run while it goes on, and the schedule held to the clock."""

from __future__ import annotations

from collections.abc import Callable

from modelyard.training.budget import Clock, refitted
from modelyard.training.feed import Feed
from modelyard.training.hardware import Meter
from modelyard.training.judge import Judge
from modelyard.training.state import Plan, Progress

EVENT_SECONDS = 1.0
# A plan is held against the clock this many times.
CHECKS = 25

Emit = Callable[..., None]


class Telemetry:
    """Measures the speed of this process and emits events; nothing it does changes what a step computes."""

    def __init__(
        self,
        plan: Plan,
        clock: Clock,
        emit: Emit,
        feed: Feed,
        judge: Judge | None,
        meter: Meter | None = None,
    ) -> None:
        """`meter` is of a feed whose unit is tokens: only their FLOPs are known before they are drawn."""
        self._plan = plan
        self._clock = clock
        self._emit = emit
        self._feed = feed
        self._judge = judge
        self._meter = meter
        self._event_at = clock.elapsed()
        self._checked_at = clock.elapsed()
        self._steps_since_check = 0
        self._paused_since_check = 0.0
        self._step_seconds = plan.step_seconds
        self._evaluation_seconds = plan.evaluation_seconds
        self.steps = 0
        self.seconds = 0.0
        self._mark = clock.elapsed()

    def ran(self) -> None:
        """A step is done."""
        now = self._clock.elapsed()
        self.seconds += now - self._mark
        self._mark = now
        self.steps += 1
        self._steps_since_check += 1

    def paused(self, *, evaluation: bool) -> None:
        """Something else than a step is done."""
        now = self._clock.elapsed()
        if evaluation:
            self._evaluation_seconds = now - self._mark
        self._paused_since_check += now - self._mark
        self._mark = now

    @property
    def work_per_second(self) -> float:
        """The feed's units (examples or tokens) a second, validation and saving left out."""
        return self.steps * self._feed.work_per_step / self.seconds if self.seconds else 0.0

    def is_due(self) -> bool:
        """Whether a second has passed since the last `step` event."""
        return self._clock.elapsed() - self._event_at >= EVENT_SECONDS

    def step(self, progress: Progress, loss: float | None, rate: float, norm: float) -> None:
        """Emit where the training stands.

        `loss` None: every step since the last point of the curve was skipped, and neither figure is of any of them.
        """
        plan, now = self._plan, self._clock.elapsed()
        self._event_at = now
        step_seconds = self.seconds / self.steps if self.steps else plan.step_seconds
        left = (plan.timeline.last - progress.step) * step_seconds
        left += (plan.evaluations - progress.evaluated) * self._evaluation_seconds
        self._emit(
            "step",
            model=plan.family,
            step=progress.step,
            total_steps=plan.timeline.last,
            epoch=round(progress.step / plan.steps_per_epoch, 3),
            **({} if loss is None else {"loss": loss}),
            learning_rate=rate,
            **({} if loss is None else {"grad_norm": norm}),
            **{f"{self._feed.unit}_per_second": round(self.work_per_second, 1)},
            **self._utilisation(),
            eta_seconds=round(left, 1),
            budget_left_seconds=None if plan.limit_seconds is None else round(plan.limit_seconds - now, 1),
        )

    def _utilisation(self) -> dict[str, float]:
        if self._meter is None:
            return {}
        return {"mfu": round(self._meter.mfu(self.work_per_second), 4), "memory_bytes": self._meter.memory_bytes()}

    def validation(self, progress: Progress) -> None:
        """Emit the last validation."""
        if not progress.validation or self._judge is None:
            return
        last = progress.validation[-1]
        self._emit(
            "validation",
            model=self._plan.family,
            step=progress.step,
            loss=last["loss"],
            metric=self._judge.metric,
            value=self._judge.sign * last["score"],
            best=progress.best_step == progress.step,
        )

    def refit(self, progress: Progress) -> bool:
        """Hold the plan against the clock; True where its timeline was changed (and must be saved)."""
        plan = self._plan
        if plan.limit_seconds is None:
            return False
        now = self._clock.elapsed()
        over = now >= plan.limit_seconds
        if not over and now - self._checked_at < plan.limit_seconds / CHECKS:
            return False
        if self._steps_since_check:
            latest = (now - self._checked_at - self._paused_since_check) / self._steps_since_check
            self._step_seconds = 0.5 * (self._step_seconds + latest) if self._step_seconds else latest
        self._checked_at, self._steps_since_check, self._paused_since_check = now, 0, 0.0
        last = progress.step
        if not over:
            last = refitted(
                step=progress.step,
                last=plan.timeline.last,
                ceiling=plan.ceiling_steps,
                seconds_left=plan.limit_seconds - now,
                step_seconds=self._step_seconds,
                evaluation_seconds=self._evaluation_seconds,
                evaluations_left=plan.evaluations - progress.evaluated,
            )
        if last == plan.timeline.last:
            return False
        plan.timeline.refit(progress.step, last)
        return True
