"""A cheap model for questions about the data: features of rows, and probabilities of rows that it was not fitted on.

N rows; C classes; F features. Cross-fitting: each fold is answered by a model of the other folds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Features, Sparse, take
from modelyard.core.recipe import NgramConfig, Section
from modelyard.core.schema import Rows, Schema
from modelyard.data import values
from modelyard.data.features.columns import TableColumns
from modelyard.data.features.ngrams import Ngrams
from modelyard.models import linear, trees

FOLDS = 5
# Half-way through the penalties that `linear` tries: a probe chooses none.
_C = 4.0
# Words say what a probe needs; characters cost five times as much.
_NGRAMS = NgramConfig(word_ngrams=2, unspaced_ngrams=2, character_ngrams=0, max_words=200_000)
_TREES = trees.Config(trees=60, learning_rate=0.1, leaves=15)


def texts_of(rows: Rows, schema: Schema) -> list[str]:
    """One text a row: its text columns, one after the other."""
    columns = [rows[column.name] for column in schema.inputs if column.kind == "text"]
    return ["\n".join(values.text(cell) or "" for cell in cells) for cells in zip(*columns, strict=True)]


def reads_texts(schema: Schema) -> bool:
    """Whether the model's inputs are texts."""
    return any(column.kind == "text" for column in schema.inputs)


def width(schema: Schema) -> int:
    """Cells of a row of a table: a picture of 28 x 28 has 784."""
    return sum(math.prod(column.shape) if column.shape else 1 for column in schema.inputs)


class Probe:
    """The features of some rows and a family that learns from them: words for texts, columns for tables."""

    def __init__(self, rows: Rows, schema: Schema, copies: NDArray[np.int64] | None = None) -> None:
        """Learn the transform from these rows; labels play no part in it.

        `copies` [N] numbers the rows so that those of one number share a fold: a model that has learned from a copy
        has seen the row.
        """
        self.copies = copies
        self.words: Ngrams | None = None
        self.columns: TableColumns | None = None
        if reads_texts(schema):
            texts = texts_of(rows, schema)
            self.words = Ngrams.fit(texts, _NGRAMS)
            self.features: Features = self.words.encode(texts)
        else:
            self.columns = TableColumns.fit(rows, schema, kind="columns")
            self.features = self.columns.encode(rows)

    def fit(self, chosen: NDArray[np.int64], targets: NDArray[np.int64], classes: int, *, seed: int = 0) -> Any:
        """Weights learned from the rows `chosen`, whose classes are `targets` (all of the rows' [N])."""
        module, config, spec = self._family()
        features, known = take(self.features, chosen), targets[chosen]
        return module.fit(
            config, features, known, outputs=classes, loss="cross_entropy", seed=seed, deadline=None, spec=spec
        )

    def probabilities(self, weights: Any, chosen: NDArray[np.int64]) -> NDArray[np.float64]:
        """[len(chosen), C] of the rows `chosen`."""
        module, config, _ = self._family()
        logits = module.forward(weights, config, take(self.features, chosen))
        scaled = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(scaled / scaled.sum(axis=1, keepdims=True))

    def out_of_fold(
        self,
        targets: NDArray[np.int64],
        classes: int,
        *,
        folds: int = FOLDS,
        seed: int = 0,
        left_out: Sequence[int] | NDArray[np.int64] = (),
    ) -> NDArray[np.float64]:
        """Probabilities [N, C], each row's from a model of the other folds; `left_out` rows are not learned from."""
        count = len(targets)
        fold = _folds(targets, folds, seed, np.arange(count) if self.copies is None else self.copies)
        learned = np.ones(count, dtype=bool)
        learned[np.asarray(left_out, dtype=np.int64)] = False
        found = np.zeros((count, classes))
        for held in range(folds):
            answered = np.flatnonzero(fold == held)
            weights = self.fit(np.flatnonzero((fold != held) & learned), targets, classes, seed=seed)
            found[answered] = self.probabilities(weights, answered)
        return found

    def _family(self) -> tuple[Any, Section, Any]:
        if isinstance(self.features, Sparse):
            return linear, linear.Config(c=_C), None
        assert self.columns is not None
        return trees, _TREES, self.columns.spec


def _folds(targets: NDArray[np.int64], folds: int, seed: int, copies: NDArray[np.int64]) -> NDArray[np.int64]:
    """The fold of each row: each class dealt evenly, copies together."""
    _, first, group = np.unique(copies, return_index=True, return_inverse=True)
    order = np.random.default_rng(seed).permutation(len(first))
    order = order[np.argsort(targets[first][order], kind="stable")]
    fold = np.empty(len(first), dtype=np.int64)
    fold[order] = np.arange(len(first)) % folds
    return np.asarray(fold[group])
