"""The part of a rehearsal that is a network: its plan for the whole data, and some steps through the real loop."""

from __future__ import annotations

import math
import time
from statistics import median
from typing import TYPE_CHECKING, Any

from modelyard.core.recipe import Train
from modelyard.pipeline import evidence, usual
from modelyard.pipeline.networks import architecture_of
from modelyard.pipeline.rehearsal_feed import Dealt
from modelyard.training import deciding, defaults
from modelyard.training.budget import LEAST_JUDGED, own_seconds, reserve_seconds
from modelyard.training.candidate import Candidate, prepare
from modelyard.training.ground import Ground
from modelyard.training.loop import Outcome
from modelyard.training.material import RowMaterial
from modelyard.training.network import Training
from modelyard.training.plan import Plan
from modelyard.training.rehearsal import rehearse
from modelyard.training.schedule import Timeline
from modelyard.training.train import test_share_seconds

if TYPE_CHECKING:
    from modelyard.pipeline.rehearsal import Rehearsal

# Shares of the time that is left when they begin: timing steps to choose a setting, and the loop's validation.
TIMING_SHARE, VALIDATION_SHARE = 0.25, 0.1
# And the steps of the loop, by how long the whole loop will take: what is most of the run is heard longest.
LOOP_SHARES = ((5.0, 0.15), (20.0, 0.3), (math.inf, 0.45))
LEAST_STEPS, MOST_STEPS = 6, 400
WARM_STEPS = 2  # the first of a training build kernels and moments
LONGEST = 3.0  # times the usual step: what a step that was interrupted counts for at most


def rehearse_network(rehearsal: Rehearsal, ground: Ground, family: str) -> Candidate:
    """Mark what encoding, building and steps take; the candidate of the few steps that were made."""
    begun = time.monotonic()
    fitted = prepare(ground, family)
    encoded = time.monotonic() - begun
    limit = _limit(rehearsal, ground)
    begun = time.monotonic()
    trial = Trial(ground, fitted, limit, rehearsal_seconds=TIMING_SHARE * rehearsal.left)
    plan = trial.plan
    if not plan.step_seconds:
        trial.time_steps(TIMING_SHARE * rehearsal.left)
    whole = _whole(trial, rehearsal.train_scale)
    rehearsal.mark(
        "network",
        family=family,
        fit_seconds=encoded,
        build_seconds=time.monotonic() - begun - trial.deciding_seconds,
        chosen=trial.chosen,
        processes=rehearsal.processes,
        tried_seconds=plan.tried_seconds,
        timing_limit_seconds=deciding.rehearsal_seconds(limit),
        limit_seconds=plan.limit_seconds,
        precision=plan.precision,
        threads=plan.threads,
        parameters=sum(p.numel() for p in trial.model.parameters()),
        weight_bytes=sum(p.numel() * p.element_size() for p in trial.model.parameters()),
        trained_bytes=sum(p.numel() * p.element_size() for p in trial.model.parameters() if p.requires_grad),
        compile=plan.compile or trial.section.compile is True,
        early_stopping=trial.section.early_stopping,
        budget_seconds=rehearsal.budget_seconds,
        reserve_seconds=_reserve(rehearsal, ground),
        evidence_seconds=evidence.reserved_seconds(rehearsal.recipe, rehearsal.budget_seconds),
        **whole,
    )
    candidate = trial.make(rehearsal.left, whole["steps"])
    rehearsal.mark("loop", family=family, **trial.figures(whole["steps"], sampled=rehearsal.train_scale > 1))
    return candidate


def _reserve(rehearsal: Rehearsal, ground: Ground) -> float:
    """What the run will hold free of its budget for packaging, evaluation and report; 0 without one."""
    total = rehearsal.budget_seconds
    if total is None:
        return 0.0
    return reserve_seconds(total, test_share_seconds(ground.bundle, total), rehearsal.after_seconds)


def _limit(rehearsal: Rehearsal, ground: Ground) -> float | None:
    """What the run would give this training, by what is known of the parts before it."""
    total = rehearsal.budget_seconds
    if total is None:
        return None
    left = total - rehearsal.spent_seconds - _reserve(rehearsal, ground)
    return max(1.0, own_seconds(left, evidence.reserved_seconds(rehearsal.recipe, total)))


def _whole(trial: Trial, scale: float) -> dict[str, Any]:
    """Steps and validations of a training on the whole data, by its plan for the sample."""
    plan, section, material = trial.plan, trial.section, trial.material
    rows = isinstance(material, RowMaterial)
    steps_per_epoch = max(1, math.ceil(plan.steps_per_epoch * scale))
    fitted = trial.fitted
    epochs = material.epochs()
    if rows:
        epochs = defaults.epochs(fitted.config, fitted.task.features, round(material.count * scale))
    total = section.steps or max(1, math.ceil((section.epochs or epochs) * steps_per_epoch))
    evaluation = plan.evaluation_seconds * (scale if rows else 1.0)
    evaluations = min(section.evaluations, total)
    if plan.limit_seconds is not None:
        free = section.epochs is None and section.steps is None and not defaults.is_pretrained(fitted.config)
        total = math.ceil(total * (defaults.CEILING if free else 1.0))
    return {
        "steps": total,
        "evaluations": evaluations if material.judge is not None else 0,
        "evaluation_seconds": evaluation,
        "step_seconds": plan.step_seconds,
    }


class Trial(Training):
    """The real training of a recipe, with a few steps of it."""

    _dealt: Dealt | None = None
    _begun = _ended = _storing = 0.0

    @property
    def chosen(self) -> bool:
        """Whether precision and threads are set or remembered, so that the run need not compare them.

        Several processes never do.
        """
        if self._team.size > 1:
            return True
        _, section = self.decision.recalled(self.plan.batch_size)
        return section.precision != "auto" and section.threads is not None

    def time_steps(self, limit_seconds: float) -> None:
        """Time steps where the run need not: its choice is made, and there is no time limit."""
        section = self.section.model_copy(update={"precision": self.plan.precision})
        found = rehearse(
            self.model,
            self.fitted.task,
            super()._feed(),
            self.material.judge,
            section,
            rounds=self._ground.rounds,
            limit_seconds=limit_seconds,
            threads=(self.plan.threads,),
        )
        self.plan.step_seconds, self.plan.evaluation_seconds = found.step_seconds, found.evaluation_seconds

    @property
    def fitted(self) -> Any:
        """The family and its task."""
        return self._fitted

    def _feed(self) -> Dealt:
        if self._dealt is None:
            self._dealt = Dealt(super()._feed(), warm=WARM_STEPS)
        return self._dealt

    def make(self, left_seconds: float, whole_steps: int) -> Candidate:
        """Steps for a share of the time that is left, and all that a training of `whole_steps` writes."""
        plan: Plan = self.plan
        seconds = max(plan.step_seconds, 1e-4)
        share = next(share for most, share in LOOP_SHARES if whole_steps * seconds <= most)
        steps = int(max(LEAST_STEPS, min(MOST_STEPS, share * left_seconds / seconds)))
        self._feed().steps = steps
        plan.timeline, plan.evaluations, plan.limit_seconds = Timeline(steps), 1, None
        plan.compile = False  # compiling takes longer than a rehearsal
        if plan.evaluation_seconds > VALIDATION_SHARE * left_seconds and self.material.judged > LEAST_JUDGED:
            share = VALIDATION_SHARE * left_seconds / plan.evaluation_seconds
            plan.judged_rows = max(LEAST_JUDGED, int(share * self.material.judged))
            self.material.judge_on(plan.judged_rows)
        self.section: Train = self.section.model_copy(update={"early_stopping": None})
        self._begun = time.monotonic()
        candidate = self.run()
        self._storing = time.monotonic() - self._ended
        return candidate

    def take_part(self) -> Outcome:
        """As the training's, noting when it ends."""
        outcome = super().take_part()
        self._ended = time.monotonic()
        return outcome

    def _kernels(self) -> float:
        """What another length of a batch usually leaves resident."""
        fitted = self.fitted
        own = architecture_of(fitted.module, fitted.config, fitted.task.features, fitted.task.outputs)
        return 0.0 if own is None else usual.kernel_bytes(own, self.plan.precision)

    def figures(self, whole_steps: int, *, sampled: bool) -> dict[str, Any]:
        """Seconds of a step of the loop, from one step's beginning to the next one's, and how many they are from.

        And what another shape of a batch leaves resident, with how many of them the loop and the training have.
        """
        at = self._dealt.heard.at if self._dealt else []
        first = WARM_STEPS if len(at) > 2 * WARM_STEPS else 1
        gaps = [after - before for before, after in zip(at[first:], at[first + 1 :], strict=False)]
        step = None
        if gaps:
            # Other programs interrupt some steps. Those of different lengths all count, but none for more than its due.
            usual = median(gaps)
            steady = self._dealt is not None and self._dealt.feed.steady
            step = usual if steady else sum(min(gap, LONGEST * usual) for gap in gaps) / len(gaps)
        saves = [event["seconds"] for event in self._ground.run.events("checkpoint")]
        return {
            "loop_step_seconds": step,
            "loop_steps": len(gaps),
            # Before the first step (several processes build their model while this one waits), and after the last.
            "opening_seconds": at[0] - self._begun if at else 0.0,
            "storing_seconds": self._storing,
            **(self._dealt.shapes(whole_steps, sampled=sampled, usual_bytes=self._kernels()) if self._dealt else {}),
            "save_seconds": max(saves, default=0.0),
            "steady": bool(self._dealt.feed.steady) if self._dealt else True,
        }
