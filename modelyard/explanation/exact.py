"""Exact contributions of models that have them: linear ones by their weights, trees by TreeSHAP. U units; F features.

They need the artifact's own weights; an export has none, and is asked from outside.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Sparse
from modelyard.core.registry import needing
from modelyard.core.schema import Rows
from modelyard.data.features import grams
from modelyard.data.features.columns import TableColumns
from modelyard.data.features.ngrams import Block, Ngrams
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.game import Score
from modelyard.explanation.units import TextUnits, Units, VectorUnits

_HIGH = np.uint64(~0xFFFF & 0xFFFFFFFFFFFFFFFF)  # of a gram's hash, what a kept one is known by


class Weights:
    """The arrays of a linear model or of trees, with its fitted transform; read once."""

    def __init__(self, predictor: Any) -> None:
        from safetensors.numpy import load_file

        path = predictor.artifact.path
        self.family = str(predictor.artifact.family)
        self.arrays = load_file(path / "model.safetensors")
        self.config = json.loads((path / "config.json").read_text(encoding="utf-8"))
        self.task = predictor.task
        self._booster: Any = None

    @classmethod
    def of(cls, predictor: Any) -> Weights | None:
        """Of an artifact that holds them; None of any other model."""
        path = predictor.artifact.path
        direct = predictor.artifact.family in ("linear", "trees") and predictor.backend.name == "numpy"
        return cls(predictor) if direct and (path / "model.safetensors").is_file() else None

    def by_feature(self, score: Score) -> tuple[Floats, float]:
        """Of a linear model what each feature adds to the score for each unit of its value [F], and the rest."""
        weight = self.arrays["weight"].astype(np.float64)
        bias = np.atleast_1d(self.arrays["bias"].astype(np.float64))
        if "binary" in self.arrays:
            weight = np.concatenate([np.zeros_like(weight), weight], axis=1)
            bias = np.concatenate([np.zeros(1), bias])
        return weight @ score.direction, float(bias @ score.direction) + score.shift

    @property
    def booster(self) -> Any:
        """LightGBM's own model."""
        if self._booster is None:
            with needing("the exact contributions of trees"):
                import lightgbm
            text = self.arrays["model_txt"].tobytes().decode("utf-8")
            self._booster = lightgbm.Booster(model_str=text)
        return self._booster


def exact(weights: Weights, score: Score, units: Units, row: Rows, background: Rows | None) -> Found:
    """The contributions of one row, exact whatever is explained: they add up to the score less `base`."""
    if weights.family == "trees":
        return _trees(weights, score, units, row)
    coefficients, rest = weights.by_feature(score)
    features = weights.task.encode(row)
    if isinstance(features, Sparse):
        assert isinstance(units, TextUnits)
        added = features.values.astype(np.float64) * coefficients[features.indices]
        added = _on_characters(weights.task.transform, units.joined, features, added)
        return Found(weights=units.by_unit(added), base=rest)
    dense = np.asarray(features, dtype=np.float64)[0]
    usual = np.zeros(len(dense))
    if background is not None:
        usual = np.asarray(weights.task.encode(background), dtype=np.float64).mean(axis=0)
    return Found(
        weights=by_column(weights.task.transform, units, (dense - usual) * coefficients),
        base=rest + float(usual @ coefficients),
    )


def _trees(weights: Weights, score: Score, units: Units, row: Rows) -> Found:
    """Source: Lundberg et al. 2020, "From local explanations to global understanding with explainable AI for trees"."""
    features = np.asarray(weights.task.encode(row), dtype=np.float64)
    found = np.asarray(weights.booster.predict(features, pred_contrib=True)).reshape(-1, features.shape[1] + 1)
    if "binary" in weights.arrays:
        found = np.concatenate([np.zeros_like(found), found])
    added = score.direction @ found
    return Found(weights=by_column(weights.task.transform, units, added[:-1]), base=float(added[-1]) + score.shift)


def by_column(transform: TableColumns, units: Units, added: Floats) -> Floats:
    """What the features of each column add, summed [U]; of a picture what its patches do."""
    if isinstance(units, VectorUnits):
        return units.by_unit(added[: len(units.cells)])
    widths = [TableColumns(transform.kind, transform.scale, (one,)).spec.width for one in transform.fitted]
    return np.add.reduceat(added, np.concatenate([[0], np.cumsum(widths)[:-1]]).astype(int))


def _on_characters(transform: Ngrams, text: str, features: Sparse, added: Floats) -> Floats:
    """What each n-gram adds, in equal parts on the places where it stands and on their characters but blanks."""
    worth = np.zeros(transform.spec.width)
    worth[features.indices] = added
    places, owners, solid = _stream_places(text)
    found = np.zeros(len(text))
    for index, starts, ends in _occurrences(transform, text):
        times = np.bincount(index, minlength=len(worth))
        sums = np.concatenate([[0], np.cumsum(solid)])
        inside = sums[ends] - sums[starts]
        each = np.divide(worth[index], times[index] * inside, out=np.zeros(len(index)), where=inside > 0)
        steps = np.bincount(starts, each, len(solid) + 1) - np.bincount(ends, each, len(solid) + 1)
        on_stream = np.cumsum(steps)[: len(solid)] * solid
        found += np.bincount(owners[places], on_stream, minlength=len(text))[: len(text)]
    return found


def _occurrences(transform: Ngrams, text: str) -> Iterator[tuple[NDArray[Any], NDArray[Any], NDArray[Any]]]:
    """Of the words, then of the characters: the feature of every known n-gram of the text, where it starts and ends."""
    stream, config = grams.read([text]), transform.config
    words = grams.word_grams(stream, config.word_ngrams, config.unspaced_ngrams)
    characters = grams.character_grams(stream, 2, config.character_ngrams) if config.character_ngrams else iter(())
    first = 0
    for block, parts in ((transform.words, words), (transform.characters, characters)):
        if len(block.hashes):
            yield _known(block, list(parts), first)
        first += len(block.hashes)


def _known(block: Block, parts: list[grams.Grams], first: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    empty = np.zeros(0, dtype=np.int64)
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *(part.hashes for part in parts)]) & _HIGH
    starts, ends = (np.concatenate([empty, *(getattr(part, side) for part in parts)]) for side in ("starts", "ends"))
    index = np.minimum(np.searchsorted(block.hashes, hashes), len(block.hashes) - 1)
    known = block.hashes[index] == hashes
    return index[known] + first, starts[known], ends[known]


def _stream_places(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """For each position of the stream its character of the normalised text, of each of those its character of `text`,
    and which positions are no blanks.

    A letter and the marks after it are normalised together, as the whole text is; where Unicode joins more than that,
    places are off by what it joined.
    """
    normal = grams.normalise(text)
    owners: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        owners += [start] * len(grams.normalise(text[start:end]))
        start = end
    if len(owners) != len(normal):
        owners = [i * len(text) // max(1, len(normal)) for i in range(len(normal))]
    spaces = grams.character_classes(" " + normal + " ") == grams.SPACE
    kept = np.ones(len(spaces), dtype=bool)
    np.logical_not(spaces[1:] & spaces[:-1], out=kept[1:])
    positions = np.flatnonzero(kept)
    places = np.clip(positions - 1, 0, max(0, len(normal) - 1))
    return places, np.array([*owners, 0][: max(1, len(normal))], dtype=np.int64), ~spaces[positions]
