"""A network family through the loop: built and encoded before the first step, written after the last.

What is decided between them is `training.deciding`'s.
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
from modelyard.training import choices, compiling, deciding, defaults, device, memory, privacy, privacy_terms
from modelyard.training.candidate import Candidate, Fitted, store
from modelyard.training.checkpoint import Checkpoints
from modelyard.training.checkpoint_team import TeamCheckpoints
from modelyard.training.feed import Feed
from modelyard.training.ground import Ground
from modelyard.training.hardware import has_bf16, parameter_count
from modelyard.training.layout import check
from modelyard.training.loop import Outcome, fit
from modelyard.training.material import Material
from modelyard.training.sizing import size_within
from modelyard.training.spread import as_built
from modelyard.training.state import Plan
from modelyard.training.team import current, is_same


class Training:
    """One network family, built and encoded, with its plan (an earlier process's where there is one)."""

    def __init__(
        self,
        ground: Ground,
        fitted: Fitted,
        limit_seconds: float | None,
        reserved_test_seconds: float = 0.0,
        plan: Plan | None = None,
        rehearsal_seconds: float = math.inf,
    ) -> None:
        """`limit_seconds` is the time from now on; the loop's part of it is what encoding and rehearsal leave.

        `reserved_test_seconds` are left out of it already, for the test rows. `plan` is the leader's, of its team.
        `rehearsal_seconds` bounds the timing of steps further than `training.deciding` does.
        """
        start = time.monotonic()
        self.deciding_seconds = 0.0
        self._ground, self._fitted = ground, fitted
        context = max(1, fitted.task.features.max_length)
        sort = ground.task_class.sort
        self.section: Train = defaults.settled(privacy_terms.settled(ground.recipe.train), sort, fitted.module, context)
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
        memory.hand_back()  # of the families that were fitted before: the network need not stand on top of it
        torch.set_num_threads(stored["threads"] if stored else defaults.threads(self.section)[-1])
        self.material: Material = ground.material(fitted.task, fitted.config)
        self._device = torch.device(self._team.device)
        if self._team.size == 1:
            self._device = device.planned(stored["device"]) if stored else device.choose(self.section.device)
        device.make_repeatable(self._device)
        if stored is not None:
            config = stored["config"]
        else:
            config = size_within(ground, fitted, self.material, self.section, self._device, limit_seconds)
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
        self.decision = deciding.Decision(
            ground=ground,
            fitted=fitted,
            material=self.material,
            model=self.model,
            section=self.section,
            device=self._device,
            team=self._team,
            reserved_test_seconds=reserved_test_seconds,
            rehearsal_seconds=rehearsal_seconds,
        )
        begun = time.monotonic()
        self.plan = self.decision.plan(left)
        self.deciding_seconds = time.monotonic() - begun
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
        length, network = self._fitted.task.features.max_length, self.model.config
        names = ("model_type", "num_attention_heads", "num_key_value_heads", "head_dim", "hidden_size")
        shape = [size, length, str(dtype), str(self._device), *(getattr(network, name, None) for name in names)]
        # The two differ in the last bits: the same recipe is to end with the same weights.
        planned = choices.once({"attention": shape}, ("eager", "sdpa"), lambda: str(choose(size, length, dtype)))
        self.model.attention = planned  # type: ignore[assignment]
        return planned

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
        task = fitted.task if outcome.outputs is None else self.material.calibrated(outcome.outputs)
        candidate = Candidate(family=fitted.family, task=task, outputs=outcome.outputs, record=self._record(outcome))

        def write(directory: Path) -> None:
            fitted.module.save(self.model, fitted.config, directory)

        store(ground, fitted, candidate, write)
        return candidate

    def take_part(self) -> Outcome:
        """What every process of the team does in step; `self.model` then is whole, where this one leads.

        Raises: as `run`.
        """
        fitted, feed = self._fitted, self._feed().rounded(self.plan.precision)
        if self._team.size > 1:
            torch.set_num_threads(self.section.threads or self._team.threads)
        with device.deterministic(), self._team.in_step():
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

    def _feed(self) -> Feed:
        return deciding.feed_of(self.material, self.section, self.plan.batch_size, self._ground.recipe.seed)

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
            "parameters": parameter_count(self.model),
            "precision": plan.precision,
            "threads": plan.threads,
            f"{self._feed().unit}_per_second": round(progress.work_per_second, 1),
            "stopped": progress.stopped,
            "best_step": progress.best_step,
            "batch_size": plan.batch_size,
            "learning_rate": plan.learning_rate,
            "step_seconds_tried": plan.tried_seconds,
            "curve": progress.curve,
            "milestones": progress.milestones,
            "validation": validation,
            **privacy.record(self.section, plan, self._feed(), progress.step),
        }
