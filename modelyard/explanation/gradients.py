"""Gradients of networks: saliency, gradient x input, integrated gradients. T tokens; D width; F features; S steps.

Of texts the input is what the embedding layer makes of each token, so that a token's weight is a sum over D; the
tokenizer's own tokens ([CLS], [SEP]) stay as they are. What stands for no information is the average token of usual
texts, of a table the average row: through layer norms a straight line from zero changes little but near its start.
Sources: Simonyan et al. 2014; Shrikumar et al. 2017; Sundararajan et al. 2017 (integrated).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.features import Tokens, pad
from modelyard.core.words import counted
from modelyard.explanation.case import Case
from modelyard.explanation.exact import by_column
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.networks import average_token, embedded, integers, network_of, reading, tensor
from modelyard.explanation.pieces import of_tokens
from modelyard.explanation.units import TextUnits

# Integrated gradients: parts of the way with as many steps each, those that miss most halved until all together miss
# at most GAP of the difference, or MOST_STEPS.
_PARTS, _NODES, MOST_STEPS, GAP = 4, 4, 512, 0.02
_ROWS_AT_ONCE = 16
# A first gradient that takes less than this may have been slow for being the first: a second one tells the pace.
_FIRST_SECONDS = 0.3


@dataclass(kw_only=True, slots=True)
class Line:
    """The way from a baseline to the row: `point` and `baseline` [T, D] or [F], `score` of inputs [S, ...] to [S].

    `places` are the characters of each token, None of a table. `pace` is what was measured on it: seconds, gradients.
    """

    point: Any
    baseline: Any
    score: Callable[[Any], Any]
    places: list[tuple[int, int]] | None
    pace: list[float] = field(default_factory=lambda: [0.0, 0.0])

    def affordable(self, left: float | None, most: int) -> int:
        """Gradients that fit in so many seconds (None: no limit) as the ones so far went, at most `most`."""
        seconds, gradients = self.pace
        return most if left is None else int(min(most, max(0.0, left) * gradients / max(seconds, 1e-9)))


def saliency(case: Case) -> Found:
    """The length of the gradient at each token or column; without a sign."""
    line = line_of(case)
    gradient = _gradients(line, line.point[None])[0]
    size = gradient.norm(dim=-1) if line.places is not None else gradient.abs()
    return Found(weights=_by_unit(case, line, size.double().numpy()), signed=False)


def gradient_x_input(case: Case) -> Found:
    """The gradient times the way from the baseline: how far a straight model would have come."""
    line = line_of(case)
    product = _gradients(line, line.point[None])[0] * (line.point - line.baseline)
    return _signed(case, line, product, {})


def integrated_gradients(case: Case) -> Found:
    """The mean gradient along the way, times the way; the facts say by how much the sum misses the difference."""
    line = line_of(case)
    case.game.restart()
    parts = integrated(line, parts=_PARTS, most=MOST_STEPS, gap=GAP, left=case.game.seconds_left, cut=True)
    share, steps = missed(parts), sum(part.nodes for part in parts)
    facts = {
        "steps": float(steps),
        "completeness_error": sum(part.error for part in parts),
        "of_the_difference": share,
    }
    notes = ["the weights do not add up well: read them with care"] if share > 2 * GAP else []
    if steps < _PARTS * _NODES:
        notes.append(
            f"the time allowed gradients at {counted(steps, 'place')} of the way, of {_PARTS * _NODES} at least: "
            "give it more (--seconds)"
        )
    return _signed(case, line, total(parts), facts, base=_scores(line, [0.0])[0], notes=tuple(notes))


def integrated(
    line: Line,
    *,
    parts: int,
    most: int,
    gap: float,
    left: Callable[[], float | None] = lambda: None,
    cut: bool = False,
) -> list[Part]:
    """The way in `parts`, those halved that miss most of what the score gains over them, until together they miss `gap`
    of the difference at most, about `most` gradients are taken, or the seconds `left` allow no more.

    A sure answer turns within a small part of the way: equal steps may all but miss it. `cut`: where the time does not
    allow `parts`, it is as many of them as it does, of fewer gradients in the end; one gradient at least.
    """
    found = _begun(line, parts, left if cut else lambda: None)
    steps = sum(part.nodes for part in found)
    while missed(found) > gap and steps < most:
        found.sort(key=lambda part: -abs(part.error))
        least = abs(found[0].error) / 10
        halved = min(_PARTS, line.affordable(left(), most) // (2 * _NODES))
        worst = [part for part in found[:halved] if abs(part.error) > least]
        if not worst:
            break
        found = found[len(worst) :]
        for part in worst:
            found += _parts(line, [part.start, (part.start + part.end) / 2, part.end])
        steps += 2 * _NODES * len(worst)
    return found


def _begun(line: Line, parts: int, left: Callable[[], float | None]) -> list[Part]:
    """The first parts of the whole way: all, or where the time is limited what one gradient says that it allows."""
    wanted = parts * _NODES
    if left() is not None:
        middle = _parts(line, [0.0, 1.0], nodes=1)
        if line.affordable(left(), wanted) < wanted and line.pace[0] < _FIRST_SECONDS:
            line.pace[:] = 0.0, 0.0
            middle = _parts(line, [0.0, 1.0], nodes=1)
        allowed = line.affordable(left(), wanted)
        if allowed < 2:
            return middle
        parts, nodes = max(1, allowed // _NODES), min(_NODES, allowed)
        return _parts(line, [at / parts for at in range(parts + 1)], nodes=nodes)
    return _parts(line, [at / parts for at in range(parts + 1)])


def total(parts: list[Part]) -> Any:
    """The whole integral, as `point`."""
    return sum(part.product for part in parts)


def missed(parts: list[Part]) -> float:
    """By how much the parts miss what the score gains over them, as a share of what it gains in all."""
    difference = abs(sum(part.gain for part in parts))
    return sum(abs(part.error) for part in parts) / max(difference, 1e-6)


@dataclass(kw_only=True, slots=True)
class Part:
    """A stretch of the way: what the gradients add up to, and by how much they miss what the score gains over it."""

    start: float
    end: float
    product: Any
    gain: float
    error: float
    nodes: int


def _parts(line: Line, cuts: list[float], nodes: int = _NODES) -> list[Part]:
    """The stretches between neighbouring cuts, each with gradients at so many places; what they take is kept."""
    started = time.monotonic()
    scores = _scores(line, cuts)
    found = []
    for at, (start, end) in enumerate(pairwise(cuts)):
        product, gain = along(line, nodes, start, end), scores[at + 1] - scores[at]
        error = float(product.double().sum()) - gain
        found.append(Part(start=start, end=end, product=product, gain=gain, error=error, nodes=nodes))
    line.pace[0] += time.monotonic() - started
    line.pace[1] += nodes * len(found)
    return found


def _scores(line: Line, places: list[float]) -> list[float]:
    import torch

    with torch.no_grad():
        way = line.point - line.baseline
        found: list[float] = line.score(torch.stack([line.baseline + at * way for at in places])).double().tolist()
    return found


def along(line: Line, steps: int, start: float = 0.0, end: float = 1.0) -> Any:
    """The integral from `start` to `end` of the way by Gauss-Legendre quadrature, as `point`."""
    import torch

    nodes, weights = np.polynomial.legendre.leggauss(steps)
    way = line.point - line.baseline
    found = torch.zeros_like(line.point)
    for first in range(0, steps, _ROWS_AT_ONCE):
        places = start + (end - start) * (nodes[first : first + _ROWS_AT_ONCE] + 1) / 2
        at = torch.tensor(places, dtype=way.dtype)
        shape = (-1, *[1] * way.ndim)
        gradients = _gradients(line, line.baseline + at.view(shape) * way)
        share = torch.tensor(weights[first : first + _ROWS_AT_ONCE] * (end - start) / 2, dtype=way.dtype).view(shape)
        found += (gradients * share).sum(dim=0)
    return found * way


def line_of(case: Case) -> Line:
    """The row as a network reads it. Raises: RequestError of a model that is none, or has not its weights."""
    network = network_of(case.model)
    features = case.model.predictor.task.encode(case.rows)
    direction = tensor(case.game.score.direction)
    shift = case.game.score.shift
    if not isinstance(features, Tokens):
        usual = np.asarray(case.model.predictor.task.encode(case.model.background), dtype=np.float32).mean(axis=0)

        def of_features(inputs: Any) -> Any:
            return network(inputs) @ direction + shift

        return Line(point=tensor(features[0]), baseline=tensor(usual), score=of_features, places=None)
    assert isinstance(case.units, TextUnits)
    ids, mask = (integers(array) for array in pad(features, case.model.predictor.task.features.pad_id))
    point = embedded(network, ids, mask)[0]
    places = case.model.predictor.task.transform.places(case.units.joined)
    content = np.array([end > start for start, end in places])
    baseline = point.clone()
    baseline[content] = average_token(case.model, network)

    def of_embeddings(inputs: Any) -> Any:
        count = len(inputs)
        with reading(network, inputs):
            return network(ids.expand(count, -1), mask.expand(count, -1)) @ direction + shift

    if "checked" not in case.model.kept:
        _check(of_embeddings(point[None]), network(ids, mask) @ direction + shift, case)
        case.model.kept["checked"] = True
    return Line(point=point, baseline=baseline, score=of_embeddings, places=places)


def _check(through: Any, straight: Any, case: Case) -> None:
    """Refuse a definition that reads a text beside its embedding layers."""
    if float((through - straight).abs().max()) > 1e-3 * max(1.0, float(straight.abs().max())):
        raise RequestError(
            "the gradients of this definition are not known here: it reads its input elsewhere too",
            where="method",
            got=case.model.predictor.artifact.family,
            remedy="Try shap or occlusion.",
        )


def _gradients(line: Line, inputs: Any) -> Any:
    import torch

    with torch.enable_grad():
        given = inputs.detach().clone().requires_grad_(True)
        (found,) = torch.autograd.grad(line.score(given).sum(), given)
    return found


def _signed(
    case: Case,
    line: Line,
    product: Any,
    facts: dict[str, float],
    *,
    base: float | None = None,
    notes: tuple[str, ...] = (),
) -> Found:
    weights = on_units(case, line, product)
    return Found(weights=weights, base=base, facts=facts, notes=notes)


def on_units(case: Case, line: Line, product: Any) -> Floats:
    """What is said of inputs [T, D] or [F], by unit [U]."""
    return _by_unit(case, line, (product.sum(dim=-1) if line.places is not None else product).double().numpy())


def _by_unit(case: Case, line: Line, weights: Floats) -> Floats:
    """Tokens' weights on the characters that they stand for, summed by word; features' by column."""
    if line.places is None:
        return by_column(case.model.predictor.task.transform, case.units, weights)
    return of_tokens(case, line.places, weights)
