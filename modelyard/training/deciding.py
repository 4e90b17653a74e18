"""What a training decides before its first step: batch, steps, precision, threads, compiling, time.

Asking costs a rehearsal at most and trains nothing: the model is left as it is.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass

import torch
from torch import nn

from modelyard.core.errors import RunError
from modelyard.core.recipe import Train
from modelyard.training import choices, compiling, defaults
from modelyard.training.budget import TEST_MARGIN, Clock, judged_rows, steps_within
from modelyard.training.candidate import Fitted
from modelyard.training.feed import Feed
from modelyard.training.ground import Ground
from modelyard.training.layout import precision_of
from modelyard.training.material import Material
from modelyard.training.plan import Plan
from modelyard.training.rehearsal import Rehearsal, rehearse, rehearse_compiled
from modelyard.training.schedule import Timeline
from modelyard.training.shortage import Parts
from modelyard.training.team import Team

# A rehearsal takes at most this share of the time there is, and at most so many seconds, or the smaller share of a long
# training: there a wrong choice costs more, and steps are longer.
REHEARSAL_SHARE, REHEARSAL_SECONDS, LONG_SHARE = 0.04, 10.0, 0.01
# A choice that took longer than this has compiled something, and the number of steps is worked out again.
TRIED_SECONDS = 1.0


def rehearsal_seconds(limit_seconds: float | None) -> float:
    """How long the steps of a training that takes `limit_seconds` are timed at most; None: without a limit."""
    if limit_seconds is None:
        return REHEARSAL_SECONDS
    return min(REHEARSAL_SHARE * limit_seconds, max(REHEARSAL_SECONDS, LONG_SHARE * limit_seconds))


def feed_of(material: Material, section: Train, batch_size: int, seed: int) -> Feed:
    """The training split, dealt into steps of so many examples at once."""
    return material.feed(batch_size=batch_size, accumulate=section.accumulate, seed=seed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """One network, built and encoded, of which `plan` decides the rest.

    `reserved_test_seconds` are left out of every time limit already, for the test rows. `rehearsal_seconds` is the most
    that timing steps may take, where that is less than this module allows.
    """

    ground: Ground
    fitted: Fitted
    material: Material
    model: nn.Module
    section: Train
    device: torch.device
    team: Team
    reserved_test_seconds: float = 0.0
    rehearsal_seconds: float = math.inf

    def plan(self, limit_seconds: float | None) -> Plan:
        """The plan of a training that takes `limit_seconds` from now on, the rehearsal's included; None: no limit."""
        batch_size = defaults.batch_size(self.section, self.fitted.module, self.material.count)
        feed = feed_of(self.material, self.section, batch_size, self.ground.recipe.seed)
        wanted = self.section.epochs or self.material.epochs()
        total = self.section.steps or max(1, math.ceil(wanted * feed.steps_per_epoch))
        if self.team.size > 1:
            return self._team_plan(batch_size, feed.steps_per_epoch, total, limit_seconds)
        clock, rehearsal = Clock(), None
        key, section = self.recalled(batch_size)
        if limit_seconds is not None or section.precision == "auto" or section.threads is None:
            rehearsal = self._rehearse(section, feed, limit_seconds)
            if rehearsal.complete and (section.precision == "auto" or section.threads is None):
                self._remember(key, f"{rehearsal.precision}/{rehearsal.threads}")
        plan = Plan(
            digest=self.fitted.digest,
            family=self.fitted.family,
            seed=self.ground.recipe.seed,
            batch_size=batch_size,
            learning_rate=self._learning_rate,
            precision=rehearsal.precision if rehearsal else section.precision,
            threads=rehearsal.threads if rehearsal else defaults.threads(section)[-1],
            evaluations=section.evaluations,
            timeline=Timeline(total),
            steps_per_epoch=feed.steps_per_epoch,
            limit_seconds=limit_seconds,
            step_seconds=rehearsal.step_seconds if rehearsal else 0.0,
            evaluation_seconds=rehearsal.evaluation_seconds if rehearsal else 0.0,
            ceiling_steps=total,
            tried_seconds=rehearsal.tried if rehearsal else {},
        )
        if rehearsal and rehearsal.part_size:
            plan.parts = Parts.of(rehearsal.part_size)
            self.ground.run.notice(f"{rehearsal.part_size} of {batch_size} examples fit into memory at once")
        if limit_seconds is not None:
            self._fit_into(plan, clock.elapsed())
        self._consider_compiling(plan, key, feed, rehearsal)
        plan.evaluations = min(plan.evaluations, plan.timeline.total)
        return plan

    def _fit_into(self, plan: Plan, spent_seconds: float) -> None:
        """Set the steps and validations of `plan` by its time, of which `spent_seconds` are gone."""
        section, fitted = self.section, self.fitted
        assert plan.limit_seconds is not None
        left = plan.limit_seconds - spent_seconds - self._test_seconds(plan.evaluation_seconds)
        plan.limit_seconds = max(0.5, left)
        judged = judged_rows(plan.limit_seconds, plan.evaluation_seconds, self.material.judged)
        if judged < self.material.judged:
            plan.judged_rows = judged
            plan.evaluation_seconds *= judged / self.material.judged
        if plan.step_seconds + plan.evaluation_seconds > left:
            over = plan.step_seconds + plan.evaluation_seconds - left
            self.ground.run.notice(
                f"{fitted.family}: the budget will be exceeded by about {over:.0f} s, for a single step, "
                "one validation and the test rows; a cheaper family or more minutes would fit"
            )
        if section.epochs is None and section.steps is None:
            plan.ceiling_steps = self._ceiling(plan.timeline.total)
        self._hold(plan, plan.limit_seconds)

    def _hold(self, plan: Plan, usable_seconds: float) -> None:
        """Set the steps and validations by the time that is usable for them."""
        within, plan.evaluations = steps_within(
            usable_seconds, plan.step_seconds, plan.evaluation_seconds, self.section.evaluations
        )
        plan.timeline = Timeline(min(within, plan.ceiling_steps))

    def _ceiling(self, total: int) -> int:
        return math.ceil(total * (1.0 if defaults.is_pretrained(self.fitted.config) else defaults.CEILING))

    def _consider_compiling(self, plan: Plan, key: str, feed: Feed, rehearsal: Rehearsal | None) -> None:
        """Let the steps be compiled where that pays; what trying took is the budget's."""
        clock = Clock()
        compiled = self._choose_compiling(key, feed, plan.timeline.total, rehearsal)
        if compiled is not None:
            plan.compile, plan.step_seconds = True, compiled.compiled_step_seconds
        if plan.limit_seconds is not None:
            tried = clock.elapsed()  # a trial that decides against compiling has taken its time, too
            plan.limit_seconds = max(0.5, plan.limit_seconds - tried)
            if compiled is not None or tried > TRIED_SECONDS:
                self._hold(plan, plan.limit_seconds - (compiled.cold_seconds if compiled else 0.0))

    @property
    def _learning_rate(self) -> float:
        factor = getattr(self.fitted.task, "rate_factor", 1.0)
        return defaults.learning_rate(self.section, self.fitted.module, self.fitted.config, factor)

    def _team_plan(self, batch_size: int, steps_per_epoch: int, total: int, limit_seconds: float | None) -> Plan:
        """Without a rehearsal: one process's would say little of many. The clock then fits the schedule."""
        section, ceiling = self.section, total
        if limit_seconds is not None and section.epochs is None and section.steps is None:
            ceiling = self._ceiling(total)
        return Plan(
            digest=self.fitted.digest,
            family=self.fitted.family,
            seed=self.ground.recipe.seed,
            batch_size=batch_size,
            learning_rate=self._learning_rate,
            precision=precision_of(section, rounds=self.ground.rounds),
            threads=section.threads or self.team.threads,
            evaluations=min(section.evaluations, total),
            timeline=Timeline(total),
            steps_per_epoch=steps_per_epoch,
            limit_seconds=limit_seconds,
            ceiling_steps=ceiling,
            compile=section.compile is True,
        )

    def _choose_compiling(
        self, key: str, feed: Feed, steps: int, rehearsal: Rehearsal | None
    ) -> compiling.Trial | None:
        """The figures of compiled steps where the training shall be compiled, else None."""
        section, found = self.section, rehearsal
        if section.compile is False or (section.compile == "auto" and found is None):
            return None
        plain = found.step_seconds if found else 0.0
        precision = found.precision if found else "bf16" if section.precision == "bf16" else "fp32"
        threads = found.threads if found else torch.get_num_threads()

        def attempt() -> compiling.Trial:
            return rehearse_compiled(
                self.model, self.fitted.task, feed, section, precision=precision, threads=threads, plain_seconds=plain
            )

        choice = compiling.choose(
            section.compile,
            steps=steps,
            plain_step_seconds=plain,
            key=f"compile {key} {precision} {threads}",
            attempt=attempt,
            steady=feed.steady,
            kind=self.device.type,
        )
        if not choice.compile:
            return None
        self.ground.run.notice(f"{self.fitted.family}: steps are compiled ({choice.reason})")
        return choice.trial or compiling.Trial(
            cold_seconds=compiling.EXPECTED_COLD_SECONDS, plain_step_seconds=plain, compiled_step_seconds=plain
        )

    def _test_seconds(self, evaluation_seconds: float) -> float:
        """What the test rows take beyond what is reserved for them, by the time of the validation rows."""
        if not self.material.judged:
            return 0.0
        test = evaluation_seconds * self.ground.bundle.counts.get("test", 0) / self.material.judged
        return max(0.0, TEST_MARGIN * (test - self.reserved_test_seconds))

    def recalled(self, batch_size: int) -> tuple[str, Train]:
        """The key of this machine's choice, and the section with the choice in it where it was made before."""
        fitted, section = self.fitted, self.section
        description = {
            "family": fitted.family,
            "config": fitted.config.model_dump(mode="json", by_alias=True),
            "features": dataclasses.asdict(fitted.task.features),
            "outputs": fitted.task.outputs,
            "batch_size": batch_size,
            "optimizer": section.optimizer,
            "rounds": self.ground.rounds,
            "precision": section.precision,
            "threads": defaults.threads(section),
            "recompute": section.recompute,
            "device": str(self.device),
            "private": section.privacy is not None,
        }
        key = choices.key_of(description)
        precision, _, count = (choices.recall(key) or "").partition("/")
        if precision not in ("fp32", "bf16") or not count.isdecimal():
            return key, section
        return key, section.model_copy(update={"precision": precision, "threads": int(count)})

    def _remember(self, key: str, choice: str) -> None:
        try:
            choices.remember(key, choice)
        except (OSError, RunError) as error:
            self.ground.run.notice(f"the measured choice ({choice} threads) cannot be kept for later runs: {error}")

    def _rehearse(self, section: Train, feed: Feed, limit_seconds: float | None) -> Rehearsal:
        return rehearse(
            self.model,
            self.fitted.task,
            feed,
            self.material.judge,
            section,
            rounds=self.ground.rounds,
            limit_seconds=min(self.rehearsal_seconds, rehearsal_seconds(limit_seconds)),
            threads=defaults.threads(section),
        )
