"""Preferences through the loop: pairs as the feed, what each answer gained over the starting model as the judge.

B pairs; T tokens of the longest sequence.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from modelyard.core.features import Tokens, pad, rounded_up
from modelyard.core.recipe import Section
from modelyard.data.conversations import Conversations
from modelyard.data.packing import IGNORED
from modelyard.training import reference
from modelyard.training.batches import Batch, Index, epoch_batches
from modelyard.training.candidate import config_of
from modelyard.training.conversations import ConversationGround
from modelyard.training.ground import Array
from modelyard.training.judge import Judgement
from modelyard.training.material import Material
from modelyard.training.objective import Compute, Outputs

if TYPE_CHECKING:
    from modelyard.core.recipe import Recipe
    from modelyard.core.run import Run

# Passes over the pairs where the recipe is silent: more move far from the starting model for little.
# Source: Rafailov et al. 2023, appendix B: one pass.
EPOCHS = 1.0


class PairGround(ConversationGround):
    """Pairs on disk, with their log-likelihoods under the starting model."""

    def __init__(self, recipe: Recipe, conversations: Conversations, run: Run) -> None:
        super().__init__(recipe, conversations, run)
        self._cut: Tokens | None = None

    def sequences(self, context: int) -> Tokens:
        """All sequences as training reads them, the chosen answer before the rejected one."""
        if self._cut is None:
            self._cut = reference.cut(self.conversations.tokens(), context)
        return self._cut

    @cached_property
    def answer_tokens(self) -> NDArray[np.float64]:
        """Tokens of the two answers of each judged pair, [M, 2]."""
        tokens = self.conversations.tokens()
        counts = np.add.reduceat(np.asarray(tokens.ids) >= 0, tokens.offsets[:-1]).reshape(-1, 2)
        return np.asarray(counts[self.judged_index], dtype=np.float64)

    def material(self, task: Any, config: Section) -> Material:
        """The training pairs, and the validation pairs."""
        return PairMaterial(self, task)

    def truth(self, task: Any) -> Array:
        """Tokens of the two answers of each judged pair."""
        return self.answer_tokens

    def value(self, task: Any, outputs: Array) -> float:
        """The primary metric of what the answers gained, [M, 2], on M judged pairs."""
        truth = self.truth(task)[self.judged(len(outputs))]
        return float(self.metrics.METRICS[self.metric].function(truth, np.asarray(outputs, dtype=np.float64)))


class PairMaterial:
    """The training pairs and the validation pairs, for one model's context."""

    def __init__(self, ground: PairGround, task: Any) -> None:
        self._task = task
        known = ground.conversations
        sequences = ground.sequences(task.context)
        likelihoods = -reference.read(ground.run, task.context)[:, [0, 2]]
        self._pairs = Pairs(sequences, known.index("train"), likelihoods, task.features.pad_id)
        self.count, self.judged = len(self._pairs), 0
        self._judge: PairJudge | None = None
        if known.counts.get("validation"):
            held = Pairs(sequences, ground.judged_index, likelihoods, task.features.pad_id)
            self._judge = PairJudge(ground, task, held)

    @property
    def judge(self) -> PairJudge | None:
        """By the share of validation pairs whose chosen answer gained more."""
        return self._judge

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> PairFeed:
        """Every pair once an epoch."""
        return PairFeed(self._pairs, batch_size=batch_size, accumulate=accumulate, seed=seed)

    def epochs(self) -> float:
        """Passes over the pairs where the recipe is silent."""
        return EPOCHS

    def calibrated(self, outputs: Outputs) -> Any:
        """The task: likelihoods are what they are."""
        return self._task

    def judge_on(self, rows: int | None) -> None:
        """Nothing: a validation reads a bounded sample."""


class Pairs:
    """Some of the pairs: two sequences each, and the log-likelihoods of their answers under the starting model."""

    def __init__(self, tokens: Tokens, chosen: Index, likelihoods: NDArray[np.float64], pad_id: int) -> None:
        self._tokens, self._chosen, self._likelihoods, self._pad_id = tokens, chosen, likelihoods[chosen], pad_id
        self.lengths: NDArray[np.int64] | None = tokens.lengths.reshape(-1, 2).max(axis=1)[chosen]

    def __len__(self) -> int:
        return len(self._chosen)

    def by_length(self) -> Index:
        """The pairs, the shortest first."""
        assert self.lengths is not None
        return np.argsort(self.lengths, kind="stable")

    def longest(self, index: Index) -> int:
        """Tokens of the longest sequence of these pairs."""
        assert self.lengths is not None
        return max(1, int(self.lengths[index].max(initial=1)))

    def batch(self, index: Index) -> Batch:
        """input_ids and targets [2B, T], the chosen answer of each pair before the rejected one; reference [B, 2]."""
        rows = (2 * self._chosen[index][:, None] + np.arange(2)).ravel()
        part = reference.take_tokens(self._tokens, rows)
        marked, mask = pad(part, self._pad_id, rounded_up(int(part.lengths.max(initial=2))))
        targets = np.where((mask[:, 1:] > 0) & (marked[:, 1:] >= 0), marked[:, 1:], IGNORED)
        ids = np.where(marked < 0, ~marked, marked)[:, :-1]
        return {
            "input_ids": torch.from_numpy(np.ascontiguousarray(ids)),
            "targets": torch.from_numpy(targets),
            "reference": torch.from_numpy(self._likelihoods[index].astype(np.float32)),
        }


class PairFeed:
    """Pairs dealt into steps, those of like length together, by (seed, step) alone."""

    unit = "pairs"
    context = 0
    steady = False

    def __init__(self, pairs: Pairs, *, batch_size: int, accumulate: int, seed: int) -> None:
        self.pairs = pairs
        self.work_per_step = min(batch_size * accumulate, len(pairs))
        self.steps_per_epoch = math.ceil(len(pairs) / self.work_per_step)
        self._batch_size, self._seed = batch_size, seed
        self._order: list[Index] = []
        self._epoch = -1

    def step(self, number: int, size: int) -> list[Batch]:
        """The parts of one step; only an epoch's last step may be smaller."""
        epoch, place = divmod(number, self.steps_per_epoch)
        if epoch != self._epoch:
            self._order = self._dealt(epoch)
            self._epoch = epoch
        return self._parts(self._order[place], size)

    def typical(self, count: int) -> list[list[Batch]]:
        """Whole steps from the shortest pairs to the longest, from the middle outwards."""
        order = self._dealt(0)
        whole = [index for index in order if len(index) == len(order[0])]
        whole.sort(key=lambda index: self.pairs.longest(index))
        centres = ((np.arange(min(count, len(whole))) + 0.5) * len(whole) / min(count, len(whole))).astype(int)
        places = sorted(centres.tolist(), key=lambda i: abs(2 * i - len(whole)))
        return [self._parts(whole[i], self._batch_size) for i in places]

    def dearest(self) -> list[Batch]:
        """The step of the first epoch with the longest pair."""
        longest = max(self._dealt(0), key=lambda index: (self.pairs.longest(index), len(index)))
        return self._parts(longest, self._batch_size)

    def rounded(self, precision: str) -> PairFeed:
        """Token ids have no precision."""
        return self

    def _dealt(self, epoch: int) -> list[Index]:
        return epoch_batches(self.pairs, self.work_per_step, seed=self._seed, epoch=epoch)

    def _parts(self, index: Index, size: int) -> list[Batch]:
        return [self.pairs.batch(index[start : start + size]) for start in range(0, len(index), size)]


class PairJudge:
    """Judges in float32, as the reference was computed: a margin is a small difference of large numbers."""

    def __init__(self, ground: PairGround, task: Any, pairs: Pairs) -> None:
        self.metric, self.sign = ground.metric, ground.sign
        self._value: Callable[[Array], float] = lambda outputs: ground.value(task, outputs)
        self._task, self._pairs = task, pairs
        order = pairs.by_length()
        rows = max(1, reference.BATCH_TOKENS // (2 * pairs.longest(order)))
        self._batches = [order[start : start + rows] for start in range(0, len(order), rows)]

    def judge(self, compute: Compute) -> Judgement:
        """The mean loss of a pair, and the figure of merit over what the answers gained."""
        gained = np.zeros((len(self._pairs), 2), dtype=np.float32)
        total = 0.0
        with compute.evaluating():
            for index in self._batches:
                found, tokens = self._gained(compute, index)
                total += float(self._task.pair_losses(found, tokens).sum())
                gained[index] = found.cpu().numpy()
        loss = total / len(self._pairs)
        score = self.sign * self._value(gained) if math.isfinite(loss) else -math.inf
        return Judgement(loss, score, gained)

    def seconds(self, compute: Compute) -> float:
        """From a short, a middle and a long batch."""
        picked = [self._batches[i] for i in sorted({0, len(self._batches) // 2, len(self._batches) - 1})]
        start = time.perf_counter()
        with compute.evaluating():
            for index in picked:
                self._gained(compute, index)
        return (time.perf_counter() - start) * sum(map(self._work, self._batches)) / sum(map(self._work, picked))

    def _gained(self, compute: Compute, index: Index) -> tuple[torch.Tensor, torch.Tensor]:
        from modelyard.models._answers import sequence_nats

        batch = compute.moved(self._pairs.batch(index))
        model: Any = compute.model
        nats = sequence_nats(model.hidden(batch["input_ids"]), model.head, batch["targets"])
        tokens = (batch["targets"] != IGNORED).sum(dim=1).view(-1, 2)
        return -nats.view(-1, 2) - batch["reference"], tokens

    def _work(self, index: Index) -> float:
        return float(len(index) * self._pairs.longest(index))


def compute_reference(recipe: Recipe, run: Run) -> None:
    """Write `reference/` (see `training.reference`)."""
    ground = ConversationGround(recipe, Conversations.open(run.path / "bundle"), run)
    _, config = config_of(ground, recipe.model.family)
    reference.compute(recipe, run, ground.fit_task(recipe.model.family, config).features)
