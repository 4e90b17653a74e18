"""What every family of one run is trained and judged on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.features import Features
from modelyard.core.recipe import Recipe, Section
from modelyard.core.run import Run
from modelyard.core.schema import Rows, row_count
from modelyard.data import values
from modelyard.training.batches import balanced_weights
from modelyard.training.material import Material, RowMaterial

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle
    from modelyard.data.conversations import Conversations
    from modelyard.data.corpus import Corpus

Array = NDArray[Any]


class Ground:
    """What every family of one run is trained and judged on: rows in memory."""

    def __init__(self, recipe: Recipe, bundle: Bundle | Corpus | Conversations, run: Run) -> None:
        self.recipe, self.bundle, self.run = recipe, bundle, run
        self.task_class: Any = registry.load("tasks", recipe.task, field="task").Task
        self.metrics: Any = registry.load("metrics", self.task_class.metrics, field="task.metrics")
        self.metric: str = self.metrics.PRIMARY
        self.sign = 1.0 if self.metrics.METRICS[self.metric].higher_is_better else -1.0

    @property
    def classifies(self) -> bool:
        """Whether targets are classes."""
        return str(self.task_class.metrics) == "classification"

    @property
    def rounds(self) -> bool:
        """Whether bfloat16's three digits do for the outputs: for scores and likelihoods, not for predicted values."""
        return str(self.task_class.metrics) != "regression"

    @cached_property
    def training(self) -> Rows:
        """The training rows."""
        return self.bundle.rows("train")

    @cached_property
    def validation(self) -> Rows | None:
        """The validation rows; None where there are none."""
        return self.bundle.rows("validation") if self.bundle.counts.get("validation") else None

    @property
    def fingerprint(self) -> str:
        """Of all that a training depends on and no recipe tells."""
        return self.bundle.fingerprint

    @property
    def count(self) -> int:
        """Training examples."""
        return int(self.bundle.counts["train"])

    def fit_task(self, family: str, config: Section) -> Any:
        """The task with its transforms for this family, fitted on the training rows."""
        return self.task_class.fit(
            self.training,
            self.bundle.schema,
            family=family,
            config=config,
            seed=self.recipe.seed,
            train=self.recipe.train,
        )

    def material(self, task: Any, config: Section) -> Material:
        """The splits for the loop."""
        return RowMaterial(self, task, config)

    def examples(self, task: Any) -> tuple[Features, Array]:
        """The training split for a solver: features and targets."""
        return task.encode(self.training), task.encode_targets(self.training)

    def weights(self, task: Any, targets: Array) -> NDArray[np.float64] | None:
        """A weight for each training example, where the recipe asks for balanced classes.

        Raises: RecipeError where there are no classes.
        """
        if self.recipe.train.class_weights == "none":
            return None
        if not self.classifies:
            raise RecipeError("class weights need classes", where="train.class_weights", remedy="Leave it out.")
        return balanced_weights(targets, task.outputs)

    def truth(self, task: Any) -> Array:
        """What the metrics compare with on the validation rows: classes, or values in the target's own unit."""
        assert self.validation is not None
        if self.classifies:
            return np.asarray(task.encode_targets(self.validation))
        target = self.bundle.schema.target
        assert target is not None
        return values.numbers(list(self.validation[target.name]))[0]

    def judged(self, count: int) -> NDArray[np.int64]:
        """The `count` validation rows that a family is judged on where there is no time for all of them.

        Those of a smaller count are among those of a larger one.
        """
        assert self.validation is not None
        total = row_count(self.validation)
        if count == total:
            return np.arange(total)
        return np.sort(np.random.default_rng(self.recipe.seed).permutation(total)[:count])

    def common(self, outputs: Array, count: int) -> Array:
        """Outputs [M, O] on M judged rows, cut to those on `count` of them."""
        return outputs[np.searchsorted(self.judged(len(outputs)), self.judged(count))]

    def value(self, task: Any, outputs: Array) -> float:
        """The primary metric of outputs [M, O] on M judged rows."""
        function = self.metrics.METRICS[self.metric].function
        truth = self.truth(task)[self.judged(len(outputs))]
        return float(function(truth, task.probabilities(np.asarray(outputs, dtype=np.float64))))
