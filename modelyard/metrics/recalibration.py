"""Calibrations beyond one temperature, and which of them a model keeps. N validation rows; C classes.

Each is judged by cross-fitting: fitted on four fifths of the rows, its log-loss taken on the fifth, so that what it
gains is no reward for its freedom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Ints
from modelyard.metrics.calibration import fit_temperature

FOLDS = 5
LEVEL = 0.05  # of the one-sided test of a gain, shared by those that are tried
LEAST_VECTOR, LEAST_ISOTONIC = 200, 1000  # rows
MOST_ROWS = 5000  # that choose
MOST_ISOTONIC = 20  # classes: each has a curve of its own
STEEPEST = 20.0  # of a curve: a step would make equal models answer unlike
_TINY = 1e-12
_END = 1e-6  # a point of a curve is farther than this from 0 and 1

Calibration = dict[str, Any]
Apply = Callable[[Floats, float, Calibration | None], Floats]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """One calibration's log-loss on rows that it was not fitted on, and by how much it is below the temperature's."""

    method: str
    log_loss: float
    gain: float = 0.0
    p_value: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """The temperature, what comes after it (None: nothing), and all that was tried."""

    temperature: float
    calibration: Calibration | None = None
    tried: tuple[Tried, ...] = ()


def choose(logits: Floats, labels: Ints, mode: str, apply: Apply) -> Choice:
    """Fit what `mode` names: `none`, `temperature`, `vector`, `isotonic`, or `auto`, the one that is shown to be best.

    `auto` keeps the temperature unless another's cross-fitted log-loss is below it by more than chance allows: a
    one-sided test of the paired differences, shared among those tried. `apply` makes probabilities of logits.
    """
    if mode == "none":
        return Choice(temperature=1.0)
    temperature = fit_temperature(logits, labels)
    if mode == "temperature" or len(labels) < FOLDS:
        return Choice(temperature=temperature)
    if mode != "auto":
        return Choice(temperature=temperature, calibration=_fit(mode, logits, labels, temperature, apply))
    classes = logits.shape[1] if logits.ndim == 2 else 0
    wanted = [
        method
        for method, least in (("vector", max(LEAST_VECTOR, 20 * classes)), ("isotonic", LEAST_ISOTONIC))
        if len(labels) >= least and (method == "vector" or classes <= MOST_ISOTONIC)
    ]
    if not wanted or len(np.unique(labels)) < 2 or not np.isfinite(logits).all():
        return Choice(temperature=temperature)
    # Rows beyond these make the choice no surer, only longer; what is chosen is fitted to all.
    some = np.unique(np.linspace(0, len(labels) - 1, MOST_ROWS).astype(np.int64)) if len(labels) > MOST_ROWS else ...
    losses = {method: _cross_fitted(method, logits[some], labels[some], apply) for method in ("temperature", *wanted)}
    tried = [Tried(method="temperature", log_loss=float(losses["temperature"].mean()))]
    for method in wanted:
        gains = losses["temperature"] - losses[method]
        error = float(gains.std(ddof=1)) / len(gains) ** 0.5
        p_value = 1 - NormalDist().cdf(float(gains.mean()) / error) if error > 0 else 1.0
        tried.append(
            Tried(method=method, log_loss=float(losses[method].mean()), gain=float(gains.mean()), p_value=p_value)
        )
    better = [one for one in tried[1:] if one.p_value < LEVEL / len(wanted) and one.gain > 0]
    best = min(better, key=lambda one: one.log_loss, default=tried[0])
    calibration = None if best is tried[0] else _fit(best.method, logits, labels, temperature, apply)
    return Choice(temperature=temperature, calibration=calibration, tried=tuple(tried))


def _cross_fitted(method: str, logits: Floats, labels: Ints, apply: Apply) -> Floats:
    """The log-loss of each row under a calibration that was fitted without it, [N]."""
    losses = np.empty(len(labels))
    # Every class in every part, as far as it goes.
    part = np.empty(len(labels), dtype=np.int64)
    part[np.argsort(labels, kind="stable")] = np.arange(len(labels)) % FOLDS
    for fold in range(FOLDS):
        inside, outside = part == fold, part != fold
        temperature = fit_temperature(logits[outside], labels[outside])
        fitted = None if method == "temperature" else _fit(method, logits[outside], labels[outside], temperature, apply)
        found = apply(logits[inside], temperature, fitted)
        losses[inside] = -np.log(np.maximum(found[np.arange(len(found)), labels[inside]], _TINY))
    return losses


def _fit(method: str, logits: Floats, labels: Ints, temperature: float, apply: Apply) -> Calibration:
    if method == "vector":
        scale, shift = fit_vector(logits, labels, temperature)
        return {"method": "vector", "scale": scale.tolist(), "shift": shift.tolist()}
    found = apply(logits, temperature, None)
    columns = [1] if found.shape[1] == 2 else range(found.shape[1])
    curves = [fit_curve(found[:, index], labels == index) for index in columns]
    return {"method": "isotonic", "at": [at.tolist() for at, _ in curves], "to": [to.tolist() for _, to in curves]}


def fit_vector(logits: Floats, labels: Ints, temperature: float, steps: int = 50) -> tuple[Floats, Floats]:
    """A scale and a shift of each logit less the row's mean, [C] each, with the least log-loss.

    They are held to the temperature as if by one row more.

    Source: Guo et al. 2017, "On calibration of modern neural networks", section 4.2 (vector scaling).
    """
    n, classes = logits.shape
    z = logits - logits.mean(axis=1, keepdims=True)  # what all logits share says nothing
    truth = np.zeros_like(z)
    truth[np.arange(n), labels] = 1
    prior = np.concatenate([np.full(classes, 1 / temperature), np.zeros(classes)])
    weights = np.concatenate([np.full(classes, max(1.0, float((z**2).mean()))), np.ones(classes)]) / n

    def loss_at(at: Floats) -> tuple[float, Floats]:
        scores = z * at[:classes] + at[classes:]
        scores = scores - scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        nats = -np.log(np.maximum((chances * truth).sum(axis=1), 1e-300)).mean()
        return float(nats + (weights * (at - prior) ** 2).sum() / 2), chances

    at = prior.copy()
    value, chances = loss_at(at)
    for _ in range(steps):
        error, pulled = (chances - truth) / n, chances * z
        slope = np.concatenate([(error * z).sum(axis=0), error.sum(axis=0)]) + weights * (at - prior)
        curve = np.zeros((2 * classes, 2 * classes))
        curve[:classes, :classes] = np.diag((pulled * z).mean(axis=0)) - pulled.T @ pulled / n
        curve[:classes, classes:] = np.diag(pulled.mean(axis=0)) - pulled.T @ chances / n
        curve[classes:, :classes] = curve[:classes, classes:].T
        curve[classes:, classes:] = np.diag(chances.mean(axis=0)) - chances.T @ chances / n
        step = np.linalg.solve(curve + np.diag(weights), slope)
        size = 1.0
        while size > 1e-4:
            following, others = loss_at(at - size * step)
            if following < value:
                break
            size /= 2
        else:
            break
        done = value - following < 1e-12
        at, value, chances = at - size * step, following, others
        if done:
            break
    return at[:classes], at[classes:]


def fit_curve(scores: Floats, right: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Points of a rising line from scores to how often they are right: isotonic blocks, joined between their means.

    Ends are drawn to (0, 0) and (1, 1) with half a row's weight, so that nothing becomes certain and order is kept.
    Source: Zadrozny and Elkan 2002, "Transforming classifier scores into accurate multiclass probability estimates".
    """
    order = np.argsort(scores, kind="stable")
    blocks: list[tuple[float, float, float]] = []  # rows, sum of scores, sum of right
    for score, hit in zip(scores[order].tolist(), right[order].tolist(), strict=True):
        rows, total, hits = 1.0, score, float(hit)
        while blocks and _merges(blocks[-1], (rows, total, hits)):
            before = blocks.pop()
            rows, total, hits = rows + before[0], total + before[1], hits + before[2]
        blocks.append((rows, total, hits))
    at = np.array([sums / rows for rows, sums, _ in blocks])
    to = np.maximum.accumulate([(hits + 0.5) / (rows + 1) for rows, _, hits in blocks])
    inner = (at > _END) & (at < 1 - _END)
    at, to = (at[inner], to[inner]) if inner.any() else (np.array([0.5]), to[:1])
    low = max(to[0] / 2, to[0] - STEEPEST * at[0])
    high = min((1 + to[-1]) / 2, to[-1] + STEEPEST * (1 - at[-1]))
    at, to = np.concatenate([[0.0], at, [1.0]]), np.concatenate([[low], to, [high]])
    # A millionth of slope keeps the order of scores that a block makes equal.
    return at, (1 - 1e-6) * to + 1e-6 * at


def _merges(first: tuple[float, float, float], second: tuple[float, float, float]) -> bool:
    """Whether the line would fall from one block to the next, or rise too steeply."""
    rise = second[2] / second[0] - first[2] / first[0]
    return rise <= 0 or rise > STEEPEST * (second[1] / second[0] - first[1] / first[0])
