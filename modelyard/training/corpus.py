"""Running text through the loop: token windows as the feed, likelihoods of whole documents as the judge."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import torch
from numpy.typing import NDArray

from modelyard.core.features import Tokens, pad, pieces, take
from modelyard.core.recipe import Section
from modelyard.core.schema import Rows
from modelyard.data.corpus import Corpus
from modelyard.data.dealing_text import owners_of
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.packing import Windows
from modelyard.data.packing_conversations import Rows as DealtRows
from modelyard.data.shards import Shards
from modelyard.models._likelihood import likelihood
from modelyard.training import defaults, memory
from modelyard.training.batches import Batch
from modelyard.training.feed import Feed
from modelyard.training.ground import Ground
from modelyard.training.judge import Judgement
from modelyard.training.material import Material
from modelyard.training.objective import Compute, Outputs
from modelyard.training.replay import mixed

if TYPE_CHECKING:
    from modelyard.core.recipe import Recipe
    from modelyard.core.run import Run

Array = NDArray[Any]
# The validations of a training read one sample of documents, of about so many bytes: enough for three digits.
JUDGED_BYTES = 400_000
# What a solver may hold in memory.
SOLVER_TOKENS = 20_000_000
# Tokens that a validation computes at once, by kind of device: without gradients, several training batches fit where
# one did.
JUDGED_TOKENS = {"cpu": 8192}
ACCELERATOR_JUDGED_TOKENS = 65_536


class CorpusGround(Ground):
    """Documents on disk as token shards, written once with the tokenizer that every family of the run reads."""

    def __init__(self, recipe: Recipe, corpus: Corpus, run: Run) -> None:
        super().__init__(recipe, corpus, run)
        self.corpus = corpus
        self.tokens = run.path / "tokens"
        self.tokenizer = LanguageTokenizer.load(self.tokens / "tokenizer")
        self.shards = Shards.open(self.tokens, "train")

    @property
    def fingerprint(self) -> str:
        """Of the documents and of the tokens that they became."""
        return self.corpus.fingerprint + self.shards.fingerprint

    @property
    def unit(self) -> str:
        """What an example of its own is: where documents were cut, a section of one."""
        of = owners_of(self.corpus.path, self.corpus.parts)
        return "section of a document" if len(np.unique(of)) < len(of) else "document"

    @cached_property
    def validation(self) -> Rows | None:
        """A sample of the validation documents; None where there are none."""
        return self.corpus.sample("validation", JUDGED_BYTES)[0] if self.corpus.counts.get("validation") else None

    def fit_task(self, family: str, config: Section) -> Any:
        """The task, with the tokenizer of the shards."""
        return self.task_class.fit(
            {},
            self.corpus.schema,
            family=family,
            config=config,
            seed=self.recipe.seed,
            train=self.recipe.train,
            tokenizer=self.tokenizer,
        )

    def material(self, task: Any, config: Section) -> Material:
        """Windows of the shards, and the validation documents."""
        return CorpusMaterial(self, task)

    def examples(self, task: Any) -> tuple[Tokens, Array]:
        """The first documents of the corpus, up to `SOLVER_TOKENS`, each between two end tokens."""
        count = max(1, int(np.searchsorted(self.shards.starts, SOLVER_TOKENS, side="right")) - 1)
        stop = int(self.shards.starts[count])
        ids = self.shards.read(0, stop)
        ends = np.append(self.shards.starts[1:count], stop)
        offsets = np.concatenate([[0], ends + np.arange(1, count + 1)]).astype(np.int64)
        whole = np.insert(ids, ends, self.tokenizer.end_id).astype(np.int32)
        return Tokens(whole, offsets), np.asarray(self.shards.bytes[:count], dtype=np.float64)

    def truth(self, task: Any) -> Array:
        """UTF-8 bytes of the validation documents."""
        assert self.validation is not None
        return np.asarray(task.encode_targets(self.validation))


class CorpusMaterial:
    """The training shards and the validation documents, for one model's context."""

    judged = 0  # what a validation reads is bounded anyway

    def __init__(self, ground: CorpusGround, task: Any) -> None:
        self._ground, self._task = ground, task
        recipe = ground.recipe
        self._judge = None if ground.validation is None else LikelihoodJudge(ground, task, ground.validation)
        self._private = None
        if recipe.train.privacy is not None:
            from modelyard.training.private_sequences import Documents

            self._private = Documents(ground.shards, task.context)
            self.count = len(self._private)
            return
        sources = [(ground.shards, 1.0)]
        if recipe.data.mix:
            names = ground.corpus.sources
            sources = [(Shards.open(ground.tokens, "train", i), recipe.data.mix[name]) for i, name in enumerate(names)]
        windows = Windows(sources, task.context, recipe.seed, cross_documents=recipe.data.cross_documents)
        self._windows: DealtRows = mixed(windows, recipe, ground.tokenizer)
        self.count = len(self._windows)

    @property
    def judge(self) -> LikelihoodJudge | None:
        """By bits per byte of the validation documents."""
        return self._judge

    def feed(self, *, batch_size: int, accumulate: int, seed: int) -> Feed:
        """Every window once an epoch; in a private training each document with the same chance in every step."""
        if self._private is not None:
            from modelyard.training.privacy import PoissonFeed, key_of

            key, sizes = key_of(self._ground.run.path), {"batch_size": batch_size, "accumulate": accumulate}
            return PoissonFeed(self._private, **sizes, seed=seed, key=key, protects=self._ground.unit)
        return WindowFeed(self._windows, batch_size=batch_size, accumulate=accumulate)

    def epochs(self) -> float:
        """Passes over the corpus where the recipe is silent."""
        return defaults.CORPUS_EPOCHS

    def calibrated(self, outputs: Outputs) -> Any:
        """The task: likelihoods are what they are."""
        return self._task

    def judge_on(self, rows: int | None) -> None:
        """Nothing: a validation reads JUDGED_BYTES at most."""


class WindowFeed:
    """Windows of a token stream, dealt into steps of whole micro-batches; an epoch's ragged rest is left out."""

    unit = "tokens"
    steady = True

    def __init__(self, windows: DealtRows, *, batch_size: int, accumulate: int) -> None:
        self._windows, self._batch_size, self._accumulate = windows, batch_size, accumulate
        self._size = min(batch_size * accumulate, len(windows))
        self.context = windows.length
        self.work_per_step = self._size * windows.length
        self.steps_per_epoch = max(1, len(windows) // self._size)
        self._epoch = -1
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def step(self, number: int, size: int) -> list[Batch]:
        """The parts of one step."""
        index = self._dealt(number)
        return [self._batch(index[start : start + size]) for start in range(0, len(index), size)]

    def _dealt(self, number: int) -> NDArray[np.int64]:
        """The windows of the step numbered `number`."""
        epoch, place = divmod(number, self.steps_per_epoch)
        if epoch != self._epoch:
            self._order, self._epoch = self._windows.index(epoch), epoch
        return self._order[place * self._size : (place + 1) * self._size]

    def _batch(self, index: NDArray[np.int64]) -> Batch:
        found = self._windows.batch(index)
        batch = {"input_ids": found.input_ids, "targets": found.targets}
        if found.segments is not None:  # without them, positions count from 0 in every row
            batch |= {"position_ids": found.position_ids, "segments": found.segments}
        return {name: torch.from_numpy(array) for name, array in batch.items()}

    def typical(self, count: int) -> list[list[Batch]]:
        """Steps of like cost: one window is as long as another."""
        return [self.step(number, self._batch_size) for number in range(min(count, self.steps_per_epoch))]

    def dearest(self) -> list[Batch]:
        """Any step: one window is as long as another."""
        return self.step(0, self._batch_size)

    def rounded(self, precision: str) -> Self:
        """Token ids have no precision."""
        return self


class LikelihoodJudge:
    """Judges by the likelihood of whole documents, as answering does."""

    def __init__(self, ground: Ground, task: Any, rows: Rows) -> None:
        self.metric, self.sign = ground.metric, ground.sign
        self._value: Callable[[Array], float] = lambda outputs: ground.value(task, outputs)
        encoded = task.encode(rows)
        self._parts, self._owner = pieces(encoded, task.context)
        self._documents = len(encoded)
        self._pad_id = task.features.pad_id
        self._order = np.argsort(self._parts.lengths, kind="stable")

    def _batches(self, kind: str) -> list[NDArray[np.int64]]:
        """Every piece once, with its like in length, as many at once as suit this kind of device."""
        widest = max(1, int(self._parts.lengths.max(initial=1)))
        rows = max(1, JUDGED_TOKENS.get(kind, ACCELERATOR_JUDGED_TOKENS) // widest)
        return [self._order[start : start + rows] for start in range(0, len(self._order), rows)]

    def judge(self, compute: Compute) -> Judgement:
        """Nats a token, and the figure of merit over the documents."""
        found = np.zeros((len(self._owner), 2))
        memory.make_room(compute.device)
        with compute.evaluating():
            for index in self._batches(compute.device.type):
                found[index] = self._likelihood(compute, index)
        outputs = np.stack([np.bincount(self._owner, found[:, i], minlength=self._documents) for i in range(2)], axis=1)
        loss = float(outputs[:, 0].sum() / max(1.0, outputs[:, 1].sum()))
        score = self.sign * self._value(outputs) if math.isfinite(loss) else -math.inf
        return Judgement(loss, score, outputs.astype(np.float32))

    def seconds(self, compute: Compute) -> float:
        """From a short, a middle and a long batch."""
        batches = self._batches(compute.device.type)
        picked = [batches[i] for i in sorted({0, len(batches) // 2, len(batches) - 1})]
        memory.make_room(compute.device)
        start = time.perf_counter()
        with compute.evaluating():
            for index in picked:
                self._likelihood(compute, index)
        return (time.perf_counter() - start) * sum(map(self._work, batches)) / sum(map(self._work, picked))

    def _likelihood(self, compute: Compute, index: NDArray[np.int64]) -> Array:
        part = take(self._parts, index)
        assert isinstance(part, Tokens)
        ids, mask = pad(part, self._pad_id)
        batch = compute.moved({"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)})
        with compute.precise():
            found: torch.Tensor = likelihood(compute.model, batch["input_ids"], batch["attention_mask"])
        return np.asarray(found.cpu())

    def _work(self, index: NDArray[np.int64]) -> float:
        return float(len(index) * int(self._parts.lengths[index].max()))
