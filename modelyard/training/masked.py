"""Masked running text through the loop: windows with hidden tokens as the feed, what was hidden as the judge.

Source: Devlin et al. 2019, "BERT", section 3.1 and appendix C.2 (of the chosen tokens 80 % become the mask, 10 %
another token, 10 % stay); Wettig et al. 2023, "Should you mask 15% in masked language modeling?" (more is better).
B sequences; T tokens.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from modelyard.core.features import Tokens, chunks, pad, take
from modelyard.core.recipe import Section
from modelyard.data.packing import IGNORED, Windows
from modelyard.models._masked import masked_likelihood
from modelyard.training import defaults
from modelyard.training.batches import Batch, Index
from modelyard.training.corpus import JUDGED_TOKENS, CorpusGround, WindowFeed
from modelyard.training.ground import Array
from modelyard.training.judge import Judgement
from modelyard.training.material import Material
from modelyard.training.objective import Compute, Outputs

MASKED, REPLACED = 0.8, 0.1  # of the chosen tokens; the rest stay as they are


class MaskedGround(CorpusGround):
    """Documents on disk as token shards, as for causal language models."""

    def material(self, task: Any, config: Section) -> Material:
        """Windows of the shards, and the validation documents."""
        return MaskedMaterial(self, task)


class MaskedMaterial:
    """The training shards and the validation documents, for one model's context."""

    def __init__(self, ground: MaskedGround, task: Any) -> None:
        self._ground, self._task = ground, task
        recipe = ground.recipe
        self._windows = Windows(
            [(ground.shards, 1.0)], task.context, recipe.seed, cross_documents=recipe.data.cross_documents
        )
        self.count, self.judged = len(self._windows), 0
        self._judge = None if ground.validation is None else MaskedJudge(ground, task)

    @property
    def judge(self) -> MaskedJudge | None:
        """By the likelihood of what is masked in the validation documents."""
        return self._judge

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> MaskedFeed:
        """Every window once an epoch, masked anew each time."""
        features, share = self._task.features, self._ground.recipe.train.masked
        hiding = Hiding(share, features.mask_id, features.width, seed)
        return MaskedFeed(self._windows, hiding, batch_size=batch_size, accumulate=accumulate)

    def epochs(self) -> float:
        """Passes over the corpus where the recipe is silent."""
        return defaults.CORPUS_EPOCHS

    def calibrated(self, outputs: Outputs) -> Any:
        """The task: likelihoods are what they are."""
        return self._task

    def judge_on(self, rows: int | None) -> None:
        """Nothing: what a validation reads is bounded."""


class Hiding:
    """Which tokens of a step are hidden, and what stands in their place: by (seed, step) alone."""

    def __init__(self, share: float, mask_id: int, vocabulary: int, seed: int) -> None:
        self._share, self._mask_id, self._vocabulary, self._seed = share, mask_id, vocabulary, seed

    def apply(self, ids: Array, real: Array, step: int) -> tuple[Array, Array]:
        """Inputs and targets [B, T] of a step's tokens; `real` [B, T] says which are no padding."""
        random = np.random.default_rng([self._seed, 8, step])
        chosen = (random.random(ids.shape) < self._share) & real
        fate = random.random(ids.shape)
        others = random.integers(0, self._vocabulary, ids.shape)
        inputs = np.where(chosen & (fate < MASKED), self._mask_id, ids)
        inputs = np.where(chosen & (fate >= MASKED) & (fate < MASKED + REPLACED), others, inputs)
        return inputs, np.where(chosen, ids, IGNORED)


class MaskedFeed(WindowFeed):
    """Windows dealt into steps; a token is hidden or not whatever the size of the parts that a step is computed in."""

    def __init__(self, windows: Windows, hiding: Hiding, *, batch_size: int, accumulate: int) -> None:
        super().__init__(windows, batch_size=batch_size, accumulate=accumulate)
        self._hiding = hiding

    def step(self, number: int, size: int) -> list[Batch]:
        """The parts of one step."""
        found = self._windows.batch(self._dealt(number))
        real = np.ones(found.input_ids.shape, dtype=bool)
        # The rest of a stream's last window: what its targets do not reach, but for the token before it.
        real[:, 1:] = found.targets[:, :-1] != IGNORED
        inputs, targets = self._hiding.apply(found.input_ids, real, number)
        whole = {"input_ids": inputs, "targets": targets, "attention_mask": real.astype(np.int64)}
        if found.segments is not None:
            whole["segments"] = found.segments
        return [
            {name: torch.from_numpy(np.ascontiguousarray(array[start : start + size])) for name, array in whole.items()}
            for start in range(0, len(inputs), size)
        ]


class MaskedJudge:
    """Judges by the likelihood of what the task hides in the validation documents, always the same."""

    def __init__(self, ground: MaskedGround, task: Any) -> None:
        assert ground.validation is not None
        self.metric, self.sign = ground.metric, ground.sign
        self._value: Callable[[Array], float] = lambda outputs: ground.value(task, outputs)
        encoded = task.encode(ground.validation)
        self._parts, self._owner = chunks(encoded, task.context)
        self._documents, self._features = len(encoded), task.features
        order = np.argsort(self._parts.lengths, kind="stable")
        rows = max(1, JUDGED_TOKENS["cpu"] // max(1, int(self._parts.lengths.max(initial=1))))
        self._batches = [order[start : start + rows] for start in range(0, len(order), rows)]

    def judge(self, compute: Compute) -> Judgement:
        """Nats a masked token, and the figure of merit over the documents."""
        found = np.zeros((len(self._owner), 2))
        with compute.evaluating():
            for index in self._batches:
                found[index] = self._likelihood(compute, index)
        outputs = np.stack([np.bincount(self._owner, found[:, i], minlength=self._documents) for i in range(2)], axis=1)
        loss = float(outputs[:, 0].sum() / max(1.0, outputs[:, 1].sum()))
        score = self.sign * self._value(outputs) if math.isfinite(loss) else -math.inf
        return Judgement(loss, score, outputs.astype(np.float32))

    def seconds(self, compute: Compute) -> float:
        """From one batch."""
        start = time.perf_counter()
        with compute.evaluating():
            self._likelihood(compute, self._batches[-1])
        return (time.perf_counter() - start) * len(self._batches)

    def _likelihood(self, compute: Compute, index: Index) -> Array:
        part = take(self._parts, index)
        assert isinstance(part, Tokens)
        marked, mask = pad(part, self._features.pad_id)
        batch = compute.moved({"marked": torch.from_numpy(marked), "attention_mask": torch.from_numpy(mask)})
        with compute.precise():
            found = masked_likelihood(compute.model, batch["marked"], batch["attention_mask"], self._features.mask_id)
        return np.asarray(found.cpu())
