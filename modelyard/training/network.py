"""A network family through the loop: what is decided before the first step, and what is written after the last.

Over 300 lines as all decisions that end in one plan stand together (precision, threads, size, attention, compiling,
budget, the team's); the plan's making is what to divide from it next.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import nn

from modelyard.core.errors import Interrupted, RecipeError, RunError, TrainingError
from modelyard.core.recipe import Train
from modelyard.training import choices, compiling, defaults, device
from modelyard.training.budget import TEST_MARGIN, Clock, judged_rows, steps_within
from modelyard.training.candidate import Candidate, Fitted, store
from modelyard.training.checkpoint import Checkpoints
from modelyard.training.checkpoint_team import TeamCheckpoints
from modelyard.training.feed import Feed
from modelyard.training.ground import Ground
from modelyard.training.hardware import has_bf16
from modelyard.training.layout import check, precision_of
from modelyard.training.loop import Outcome, fit
from modelyard.training.material import Material
from modelyard.training.rehearsal import Rehearsal, rehearse, rehearse_compiled
from modelyard.training.schedule import Timeline
from modelyard.training.sizing import sized
from modelyard.training.spread import as_built
from modelyard.training.state import Plan
from modelyard.training.team import current, is_same

# A rehearsal takes at most this share of the time there is, and at most so many seconds, or the smaller share of a long
# training: there a wrong choice costs more, and steps are longer.
REHEARSAL_SHARE, REHEARSAL_SECONDS, LONG_SHARE = 0.04, 10.0, 0.01


# A choice that took longer than this has compiled something, and the number of steps is worked out again.
TRIED_SECONDS = 1.0


class Training:
    """One network family, built and encoded, with its plan (an earlier process's where there is one)."""

    def __init__(
        self,
        ground: Ground,
        fitted: Fitted,
        limit_seconds: float | None,
        reserved_test_seconds: float = 0.0,
        plan: Plan | None = None,
    ) -> None:
        """`limit_seconds` is the time from now on; the loop's part of it is what encoding and rehearsal leave.

        `reserved_test_seconds` are left out of it already, for the test rows. `plan` is the leader's, of its team.
        """
        start = time.monotonic()
        self._ground, self._fitted = ground, fitted
        self._reserved_test_seconds = reserved_test_seconds
        context = max(1, fitted.task.features.max_length)
        sort = ground.task_class.sort
        self.section: Train = defaults.settled(ground.recipe.train, sort, fitted.module, context)
        recipe, task = ground.recipe, fitted.task
        self._team = current()
        folder = ground.run.path / "checkpoints" / fitted.family
        own, stored = None, plan.to_json() if plan else None
        if self._team.leads:
            own = Checkpoints(folder, self.section.keep_checkpoints)
            stored = own.read_plan()
            if stored is not None and stored.get("digest") != fitted.digest:
                own.clear()
                stored = None
        self.checkpoints: Checkpoints | TeamCheckpoints = TeamCheckpoints(folder, own, self._team)
        if self._team.size == 1:
            assert own is not None
            self.checkpoints = own
        torch.set_num_threads(stored["threads"] if stored else defaults.threads(self.section)[-1])
        self.material: Material = ground.material(fitted.task, fitted.config)
        self._device = torch.device(self._team.device)
        if self._team.size == 1:
            self._device = device.planned(stored["device"]) if stored else device.choose(self.section.device)
        device.make_repeatable(self._device)
        config = self._sized(limit_seconds) if stored is None else stored["config"]
        if config is not None:
            fitted = dataclasses.replace(fitted, config=fitted.module.Config.model_validate(config))
            self._fitted = fitted
        torch.manual_seed(recipe.seed)
        self.model: nn.Module = fitted.module.build(fitted.config, task.features, task.outputs)
        if self._team.size > 1:
            check(self.section, self.model)
        self._place()
        if stored is not None:
            self.plan = Plan.from_json(stored)
            self._attend(self.plan.attention)
            self._judge_as_planned()
            return
        attention = self._attend("")
        left = None if limit_seconds is None else max(1.0, limit_seconds - (time.monotonic() - start))
        self.plan = self._new_plan(left)
        self.plan.config, self.plan.attention = config, attention
        self.plan.device = str(self._device)
        torch.set_num_threads(self.plan.threads)
        self._judge_as_planned()

    def _place(self) -> None:
        """Move the model to its device, and let it recompute where asked. Raises: RecipeError."""
        self.model.to(self._device)
        if self.section.recompute:
            if not getattr(self.model, "layers", None) or not hasattr(self.model, "checkpointing"):
                raise RecipeError(
                    "recompute needs a decoder of the Llama or Qwen3 definition",
                    where="train.recompute",
                    got=True,
                    remedy="Leave it out, or lower train.batch_size and raise train.accumulate to save memory.",
                )
            self.model.checkpointing = True  # type: ignore[assignment]

    def _sized(self, limit_seconds: float | None) -> dict[str, Any] | None:
        """The family's configuration as JSON where the budget sets its size, else None."""
        fitted = self._fitted
        tokens = self.material.count * max(1, fitted.task.features.max_length)
        precision = self.section.precision
        if precision == "auto":
            precision = "bf16" if self._ground.rounds and has_bf16(self._device) else "fp32"
        config, text = sized(
            fitted.module,
            fitted.config,
            tokens=tokens,
            vocabulary=fitted.task.features.width,
            seconds=limit_seconds,
            precision=precision,
            device=self._device,
        )
        if not text:
            return None
        self._ground.run.notice(f"{fitted.family}: {text}")
        content: dict[str, Any] = config.model_dump(mode="json", by_alias=True)
        return content

    def _attend(self, planned: str) -> str:
        """Let a model that has two paths of attention take the planned one, or the faster one here; its name."""
        choose = getattr(self.model, "choose_attention", None)
        if choose is None or getattr(self._fitted.config, "attention", None) != "auto":
            return ""
        if planned:
            self.model.attention = planned  # type: ignore[assignment]
            return planned
        size = defaults.batch_size(self.section, self._fitted.module, self.material.count)
        dtype = torch.bfloat16 if self._ground.rounds and has_bf16(self._device) else torch.float32
        return str(choose(size, self._fitted.task.features.max_length, dtype))

    def _judge_as_planned(self) -> None:
        rows = self.plan.judged_rows
        if rows is not None:
            self.material.judge_on(rows)
            self._ground.run.notice(
                f"{self.plan.family} is validated on {rows:,} of {self._ground.bundle.counts['validation']:,} rows: "
                "the budget does not allow more"
            )

    @property
    def epochs(self) -> float:
        """Passes over the training split that the plan allows."""
        return self.plan.timeline.last / self.plan.steps_per_epoch

    def run(self) -> Candidate:
        """Train by the plan, and write `models/<family>/`.

        Raises: Interrupted, TrainingError (see the loop), RunError when the disk is full.
        """
        ground, fitted = self._ground, self._fitted
        self.checkpoints.write_plan(self.plan.to_json())
        self._team.tell({"do": "fit", "family": fitted.family, "plan": self.plan.to_json()})
        if not is_same(True):
            raise RunError(
                "another process has another recipe, other data or another version of the code",
                remedy="Install the same version on every machine, and give all of them the same recipe.",
            )
        outcome = self.take_part()
        task = fitted.task
        if outcome.outputs is not None:
            task = self.material.calibrated(outcome.outputs)
        candidate = Candidate(family=fitted.family, task=task, outputs=outcome.outputs, record=self._record(outcome))

        def write(directory: Path) -> None:
            fitted.module.save(self.model, fitted.config, directory)

        store(ground, fitted, candidate, write)
        return candidate

    def take_part(self) -> Outcome:
        """What every process of the team does in step; `self.model` then is whole, where this one leads.

        Raises: as `run`.
        """
        fitted, feed = self._fitted, self._feed(self.plan.batch_size).rounded(self.plan.precision)
        if self._team.size > 1:
            torch.set_num_threads(self.section.threads or self._team.threads)
        with _deterministic(), self._team.in_step():
            try:
                with self._compiled():
                    outcome = fit(
                        self.model,
                        fitted.task,
                        feed,
                        self.material.judge,
                        self.section,
                        self.plan,
                        self.checkpoints,
                        self._ground.run.emit,
                    )
            except (Interrupted, TrainingError):
                self.checkpoints.finish()
                raise
            self.checkpoints.finish()
            task = fitted.task
            self.model = as_built(self.model, lambda: fitted.module.build(fitted.config, task.features, task.outputs))
        return outcome

    @contextlib.contextmanager
    def _compiled(self) -> Iterator[None]:
        if not self.plan.compile:
            yield
            return
        with compiling.sharing():
            compiling.start(self.model)
            try:
                yield
            finally:
                compiling.stop(self.model)

    def _feed(self, batch_size: int) -> Feed:
        return self.material.feed(
            batch_size=batch_size, accumulate=self.section.accumulate, seed=self._ground.recipe.seed
        )

    def _new_plan(self, limit_seconds: float | None) -> Plan:
        fitted = self._fitted
        section = self.section
        batch_size = defaults.batch_size(section, fitted.module, self.material.count)
        feed = self._feed(batch_size)
        steps_per_epoch = feed.steps_per_epoch
        wanted = section.epochs or self.material.epochs()
        total = section.steps or max(1, math.ceil(wanted * steps_per_epoch))
        evaluations, ceiling = section.evaluations, total
        clock = Clock()
        rehearsal = None
        if self._team.size > 1:
            return self._team_plan(batch_size, steps_per_epoch, total, limit_seconds)
        key, section = self._recalled(section, batch_size)
        if limit_seconds is not None or section.precision == "auto" or section.threads is None:
            rehearsal = self._rehearse(section, feed, limit_seconds)
            if rehearsal.complete and (section.precision == "auto" or section.threads is None):
                self._remember(key, f"{rehearsal.precision}/{rehearsal.threads}")
        spent = clock.elapsed()
        shortened, evaluation_seconds = None, rehearsal.evaluation_seconds if rehearsal else 0.0
        if limit_seconds is not None:
            assert rehearsal is not None
            left = limit_seconds - spent - self._test_seconds(evaluation_seconds)
            limit_seconds = max(0.5, left)
            judged = judged_rows(limit_seconds, evaluation_seconds, self.material.judged)
            if judged < self.material.judged:
                shortened = judged
                evaluation_seconds *= judged / self.material.judged
            if rehearsal.step_seconds + evaluation_seconds > left:
                over = rehearsal.step_seconds + evaluation_seconds - left
                self._ground.run.notice(
                    f"{fitted.family}: the budget will be exceeded by about {over:.0f} s, for a single step, "
                    "one validation and the test rows; a cheaper family or more minutes would fit"
                )
            within, evaluations = steps_within(
                limit_seconds, rehearsal.step_seconds, evaluation_seconds, section.evaluations
            )
            if section.epochs is None and section.steps is None:
                ceiling = math.ceil(total * (1.0 if defaults.is_pretrained(fitted.config) else defaults.CEILING))
            total = min(within, ceiling)
        step_seconds = rehearsal.step_seconds if rehearsal else 0.0
        chosen_at = clock.elapsed()
        compiled = self._choose_compiling(key, feed, total, rehearsal)
        if compiled is not None:
            step_seconds = compiled.compiled_step_seconds
        if limit_seconds is not None:
            tried = clock.elapsed() - chosen_at  # a trial that decides against compiling has taken its time, too
            limit_seconds = max(0.5, limit_seconds - tried)
            if compiled is not None or tried > TRIED_SECONDS:
                usable = limit_seconds - (compiled.cold_seconds if compiled else 0.0)
                within, evaluations = steps_within(usable, step_seconds, evaluation_seconds, section.evaluations)
                total = min(within, ceiling)
        return Plan(
            digest=fitted.digest,
            family=fitted.family,
            seed=self._ground.recipe.seed,
            batch_size=batch_size,
            learning_rate=self._learning_rate,
            precision=rehearsal.precision if rehearsal else section.precision,
            threads=rehearsal.threads if rehearsal else defaults.threads(section)[-1],
            evaluations=min(evaluations, total),
            timeline=Timeline(total),
            steps_per_epoch=steps_per_epoch,
            limit_seconds=limit_seconds,
            step_seconds=step_seconds,
            evaluation_seconds=evaluation_seconds,
            ceiling_steps=ceiling,
            judged_rows=shortened,
            compile=compiled is not None,
            tried_seconds=rehearsal.tried if rehearsal else {},
        )

    @property
    def _learning_rate(self) -> float:
        factor = getattr(self._fitted.task, "rate_factor", 1.0)
        return defaults.learning_rate(self.section, self._fitted.module, self._fitted.config, factor)

    def _team_plan(self, batch_size: int, steps_per_epoch: int, total: int, limit_seconds: float | None) -> Plan:
        """Without a rehearsal: one process's would say little of many. The clock then fits the schedule."""
        section, fitted = self.section, self._fitted
        ceiling = total
        if limit_seconds is not None and section.epochs is None and section.steps is None:
            ceiling = math.ceil(total * (1.0 if defaults.is_pretrained(fitted.config) else defaults.CEILING))
        return Plan(
            digest=fitted.digest,
            family=fitted.family,
            seed=self._ground.recipe.seed,
            batch_size=batch_size,
            learning_rate=self._learning_rate,
            precision=precision_of(section, rounds=self._ground.rounds),
            threads=section.threads or self._team.threads,
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
                self.model, self._fitted.task, feed, section, precision=precision, threads=threads, plain_seconds=plain
            )

        choice = compiling.choose(
            section.compile,
            steps=steps,
            plain_step_seconds=plain,
            key=f"compile {key} {precision} {threads}",
            attempt=attempt,
            steady=feed.steady,
        )
        if not choice.compile:
            return None
        self._ground.run.notice(f"{self._fitted.family}: steps are compiled ({choice.reason})")
        return choice.trial or compiling.Trial(
            cold_seconds=compiling.EXPECTED_COLD_SECONDS, plain_step_seconds=plain, compiled_step_seconds=plain
        )

    def _test_seconds(self, evaluation_seconds: float) -> float:
        """What the test rows take beyond what is reserved for them, by the time of the validation rows."""
        if not self.material.judged:
            return 0.0
        test = evaluation_seconds * self._ground.bundle.counts.get("test", 0) / self.material.judged
        return max(0.0, TEST_MARGIN * (test - self._reserved_test_seconds))

    def _recalled(self, section: Train, batch_size: int) -> tuple[str, Train]:
        """The key of this machine's choice, and the section with the choice in it where it was made before."""
        fitted = self._fitted
        description = {
            "family": fitted.family,
            "config": fitted.config.model_dump(mode="json", by_alias=True),
            "features": dataclasses.asdict(fitted.task.features),
            "outputs": fitted.task.outputs,
            "batch_size": batch_size,
            "optimizer": section.optimizer,
            "rounds": self._ground.rounds,
            "precision": section.precision,
            "threads": defaults.threads(section),
            "recompute": section.recompute,
            "device": str(self._device),
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
            self._ground.run.notice(f"the measured choice ({choice} threads) cannot be kept for later runs: {error}")

    def _rehearse(self, section: Train, feed: Feed, limit_seconds: float | None) -> Rehearsal:
        share = REHEARSAL_SECONDS if limit_seconds is None else REHEARSAL_SHARE * limit_seconds
        return rehearse(
            self.model,
            self._fitted.task,
            feed,
            self.material.judge,
            section,
            rounds=self._ground.rounds,
            limit_seconds=min(share, max(REHEARSAL_SECONDS, LONG_SHARE * (limit_seconds or 0.0))),
            threads=defaults.threads(section),
        )

    def _record(self, outcome: Outcome) -> dict[str, Any]:
        plan, progress, ground = self.plan, outcome.progress, self._ground
        validation = [
            {"step": point["step"], "loss": point["loss"], ground.metric: ground.sign * point["score"]}
            for point in progress.validation
        ]
        return {
            "family": plan.family,
            "seconds": round(progress.seconds, 3),
            "steps": progress.step,
            "total_steps": plan.timeline.last,
            "epochs": round(progress.step / plan.steps_per_epoch, 3),
            "parameters": sum(p.numel() for p in self.model.parameters()),
            "precision": plan.precision,
            "threads": plan.threads,
            f"{self._feed(plan.batch_size).unit}_per_second": round(progress.work_per_second, 1),
            "stopped": progress.stopped,
            "best_step": progress.best_step,
            "batch_size": plan.batch_size,
            "learning_rate": plan.learning_rate,
            "step_seconds_tried": plan.tried_seconds,
            "curve": progress.curve,
            "milestones": progress.milestones,
            "validation": validation,
        }


@contextlib.contextmanager
def _deterministic() -> Iterator[None]:
    """Ask PyTorch for algorithms that give the same bits every time."""
    before = torch.are_deterministic_algorithms_enabled()
    filling = torch.utils.deterministic.fill_uninitialized_memory  # type: ignore[attr-defined]
    torch.use_deterministic_algorithms(True)
    # Filling every new tensor with NaN finds reads of memory that nobody wrote; nothing here does, and it takes time.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before)
        torch.utils.deterministic.fill_uninitialized_memory = filling  # type: ignore[attr-defined]
