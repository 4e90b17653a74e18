"""What a family is trained on and judged by: a run's splits, encoded by its task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from modelyard.core.features import take
from modelyard.core.recipe import Section
from modelyard.core.schema import row_count
from modelyard.training import defaults
from modelyard.training.batches import Examples
from modelyard.training.feed import ExampleFeed, Feed
from modelyard.training.judge import ExampleJudge, Judge
from modelyard.training.objective import Outputs

if TYPE_CHECKING:
    from modelyard.training.ground import Ground


class Material(Protocol):
    """The splits of a run, ready for one family. `count` examples stand in an epoch.

    `judged` are the validation rows that `judge_on` chooses from, 0 where a validation is bounded anyway.
    """

    count: int
    judged: int

    @property
    def judge(self) -> Judge | None:
        """None where there is no validation split."""

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> Feed:
        """Deals the training split into steps."""

    def epochs(self) -> float:
        """Passes over the training split where the recipe is silent."""

    def calibrated(self, outputs: Outputs) -> Any:
        """The task, calibrated by the best outputs on the validation split."""

    def judge_on(self, rows: int | None) -> None:
        """Judge on so many validation rows from now on, None: all."""


class RowMaterial:
    """Rows in memory, encoded by the task as examples of their own."""

    def __init__(self, ground: Ground, task: Any, config: Section) -> None:
        targets, pad_id = task.encode_targets(ground.training), task.features.pad_id
        self._task, self._config = task, config
        self._training = Examples(task.encode(ground.training), targets, ground.weights(task, targets), pad_id)
        self.count = len(self._training)
        self._ground = ground
        self._judge: ExampleJudge | None = None
        self.judged = 0 if ground.validation is None else row_count(ground.validation)
        if ground.validation is not None:
            self._held = task.encode(ground.validation), task.encode_targets(ground.validation)
            self.judge_on(None)

    @property
    def judge(self) -> ExampleJudge | None:
        """By the task's outputs on the validation rows."""
        return self._judge

    def judge_on(self, rows: int | None) -> None:
        """A seeded sample of the validation rows, the same for the whole training."""
        ground, task = self._ground, self._task
        features, targets = self._held
        if rows is not None:
            index = ground.judged(rows)
            features, targets = take(features, index), targets[index]
        sign = ground.sign
        self._judge = ExampleJudge(
            examples=Examples(features, targets, None, task.features.pad_id),
            metric=ground.metric,
            sign=sign,
            score=lambda outputs: sign * ground.value(task, outputs),
        )

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> ExampleFeed:
        """Every row once an epoch; in a private training each with the same chance in every step."""
        if self._ground.recipe.train.privacy is not None:
            from modelyard.training.privacy import PoissonFeed, key_of

            key = key_of(self._ground.run.path)
            return PoissonFeed(self._training, batch_size=batch_size, accumulate=accumulate, seed=seed, key=key)
        return ExampleFeed(self._training, batch_size=batch_size, accumulate=accumulate, seed=seed)

    def epochs(self) -> float:
        """More passes over a small split."""
        return defaults.epochs(self._config, self._task.features, self.count)

    def calibrated(self, outputs: Outputs) -> Any:
        """The task with its outputs calibrated."""
        assert self._judge is not None
        return self._task.calibrated(outputs.astype("float64"), self._judge.examples.targets)
