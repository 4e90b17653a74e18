"""Gradients of networks: saliency, gradient x input, integrated gradients. T tokens; D width; F features; S steps.

Of texts the input is what the embedding layer makes of each token, so that a token's weight is a sum over D; the
tokenizer's own tokens ([CLS], [SEP]) stay as they are. What stands for no information is the average token of usual
texts, of a table the average row: through layer norms a straight line from zero changes little but near its start.
Sources: Simonyan et al. 2014; Shrikumar et al. 2017; Sundararajan et al. 2017 (integrated).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.features import Tokens, pad
from modelyard.explanation.case import Case
from modelyard.explanation.exact import by_column
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.networks import average_token, embedded, embeddings_of, integers, network_of, tensor
from modelyard.explanation.pieces import of_tokens, unread_units
from modelyard.explanation.units import TextUnits

# Integrated gradients: steps at first, doubled until the weights add up within GAP of the difference, or MOST.
STEPS, MOST_STEPS, GAP = 16, 256, 0.02
_ROWS_AT_ONCE = 16


@dataclass(kw_only=True, slots=True)
class Line:
    """The way from a baseline to the row: `point` and `baseline` [T, D] or [F], `score` of inputs [S, ...] to [S].

    `places` are the characters of each token, None of a table.
    """

    point: Any
    baseline: Any
    score: Callable[[Any], Any]
    places: list[tuple[int, int]] | None


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
    import torch

    line = line_of(case)
    with torch.no_grad():
        high, low = line.score(torch.stack([line.point, line.baseline])).double().tolist()
    steps = STEPS
    while True:
        product = along(line, steps)
        error = float(product.double().sum()) - (high - low)
        if abs(error) <= GAP * max(abs(high - low), 1e-6) or steps >= MOST_STEPS or case.game.is_late:
            break
        steps *= 2
    share = abs(error) / max(abs(high - low), 1e-12)
    facts = {"steps": float(steps), "completeness_error": error, "of_the_difference": share}
    notes = () if share <= 2 * GAP else ("the weights do not add up well: read them with care",)
    return _signed(case, line, product, facts, base=low, notes=notes)


def along(line: Line, steps: int) -> Any:
    """The integral by Gauss-Legendre quadrature, as `point`."""
    import torch

    nodes, weights = np.polynomial.legendre.leggauss(steps)
    way = line.point - line.baseline
    total = torch.zeros_like(line.point)
    for first in range(0, steps, _ROWS_AT_ONCE):
        at = torch.tensor((nodes[first : first + _ROWS_AT_ONCE] + 1) / 2, dtype=way.dtype)
        shape = (-1, *[1] * way.ndim)
        gradients = _gradients(line, line.baseline + at.view(shape) * way)
        share = torch.tensor(weights[first : first + _ROWS_AT_ONCE] / 2, dtype=way.dtype).view(shape)
        total += (gradients * share).sum(dim=0)
    return total * way


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
    module = embeddings_of(network)
    ids, mask = (integers(array) for array in pad(features, case.model.predictor.task.features.pad_id))
    point = embedded(network, module, ids, mask)[0]
    places = case.model.predictor.task.transform.places(case.units.joined)
    content = np.array([end > start for start, end in places])
    baseline = point.clone()
    baseline[content] = average_token(case.model, network, module)

    def of_embeddings(inputs: Any) -> Any:
        hook = module.register_forward_hook(lambda layer, given, made: inputs)
        try:
            count = len(inputs)
            return network(ids.expand(count, -1), mask.expand(count, -1)) @ direction + shift
        finally:
            hook.remove()

    if "checked" not in case.model.kept:
        _check(of_embeddings(point[None]), network(ids, mask) @ direction + shift, case)
        case.model.kept["checked"] = True
    return Line(point=point, baseline=baseline, score=of_embeddings, places=places)


def _check(through: Any, straight: Any, case: Case) -> None:
    """Refuse a definition that reads a text beside its embedding layer, or twice, as one with a decoder does."""
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
    return Found(weights=weights, base=base, facts=facts, notes=(*notes, *_cut(case, line)))


def on_units(case: Case, line: Line, product: Any) -> Floats:
    """What is said of inputs [T, D] or [F], by unit [U]."""
    return _by_unit(case, line, (product.sum(dim=-1) if line.places is not None else product).double().numpy())


def _cut(case: Case, line: Line) -> tuple[str, ...]:
    unread = len(unread_units(case, line.places)) if line.places is not None else 0
    return (
        (f"the model reads {case.model.predictor.task.features.max_length} tokens: {unread} units are not read",)
        if unread
        else ()
    )


def _by_unit(case: Case, line: Line, weights: Floats) -> Floats:
    """Tokens' weights on the characters that they stand for, summed by word; features' by column."""
    if line.places is None:
        return by_column(case.model.predictor.task.transform, case.units, weights)
    return of_tokens(case, line.places, weights)
