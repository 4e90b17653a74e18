"""Conversations through the loop: packed rows as the feed, likelihoods of answers as the judge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from modelyard.core.recipe import Section
from modelyard.core.schema import Rows
from modelyard.data.conversations import Conversations
from modelyard.data.packing_conversations import PackedRows
from modelyard.training import base, defaults
from modelyard.training.corpus import JUDGED_BYTES, LikelihoodJudge, WindowFeed
from modelyard.training.feed import Feed
from modelyard.training.ground import Array, Ground
from modelyard.training.material import Material
from modelyard.training.objective import Outputs
from modelyard.training.replay import mixed

if TYPE_CHECKING:
    import numpy as np

    from modelyard.core.recipe import Recipe
    from modelyard.core.run import Run


class ConversationGround(Ground):
    """Conversations on disk, rendered once with the template of the model that is started from."""

    def __init__(self, recipe: Recipe, conversations: Conversations, run: Run) -> None:
        super().__init__(recipe, conversations, run)
        self.conversations = conversations
        self.tokenizer = base.tokenizer(run)

    @property
    def fingerprint(self) -> str:
        """Of the conversations and of the weights that are started from."""
        return self.conversations.fingerprint + base.digest(self.run)

    @cached_property
    def judged_index(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The validation records that a validation reads: a sample of bounded size."""
        return self.conversations.sampled("validation", JUDGED_BYTES)

    @cached_property
    def validation(self) -> Rows | None:
        """A sample of the validation conversations; None where there are none."""
        if not self.conversations.counts.get("validation"):
            return None
        return self.conversations.sample("validation", JUDGED_BYTES)[0]

    def fit_task(self, family: str, config: Section) -> Any:
        """The task, with the tokenizer of the conversations."""
        return self.task_class.fit(
            {},
            self.conversations.schema,
            family=family,
            config=config,
            seed=self.recipe.seed,
            train=self.recipe.train,
            tokenizer=self.tokenizer,
        )

    def material(self, task: Any, config: Section) -> Material:
        """Packed rows, and the validation conversations."""
        return PackedMaterial(self, task)

    def truth(self, task: Any) -> Array:
        """UTF-8 bytes of the answers in the validation conversations."""
        assert self.validation is not None
        found: Array = task.encode_targets(self.validation)
        return found


class PackedMaterial:
    """The training conversations in rows, and the validation conversations, for one model's context."""

    def __init__(self, ground: ConversationGround, task: Any) -> None:
        self._task, self._ground = task, ground
        self._judge = None if ground.validation is None else LikelihoodJudge(ground, task, ground.validation)
        self.judged = 0
        known, seed = ground.conversations, ground.recipe.seed
        self._private = None
        if ground.recipe.train.privacy is not None:
            from modelyard.training.private_sequences import Talks

            fill = ground.tokenizer.end_id
            self._private = Talks(known.tokens(), known.index("train"), task.context, fill)
            self.count = len(self._private)
            return
        packed = PackedRows(known.tokens(), known.index("train"), task.context, seed, ground.tokenizer.end_id)
        self._rows = mixed(packed, ground.recipe, ground.tokenizer)
        self.count = len(self._rows)

    @property
    def judge(self) -> LikelihoodJudge | None:
        """By bits per byte of the answers in the validation conversations."""
        return self._judge

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> Feed:
        """Every row once an epoch; in a private training each conversation with the same chance in every step."""
        if self._private is not None:
            from modelyard.training.privacy import PoissonFeed, key_of

            key, sizes = key_of(self._ground.run.path), {"batch_size": batch_size, "accumulate": accumulate}
            return PoissonFeed(self._private, **sizes, seed=seed, key=key, protects="conversation")
        return WindowFeed(self._rows, batch_size=batch_size, accumulate=accumulate)

    def epochs(self) -> float:
        """Passes over the conversations where the recipe is silent."""
        return defaults.PRETRAINED_EPOCHS

    def calibrated(self, outputs: Outputs) -> Any:
        """The task: likelihoods are what they are."""
        return self._task

    def judge_on(self, rows: int | None) -> None:
        """Nothing: a validation reads JUDGED_BYTES at most."""
