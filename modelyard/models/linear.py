"""`linear`: logistic regression over n-grams or table columns, ridge regression for numbers.

N examples; F features; O outputs. Fitted by scikit-learn's and numpy's solvers, answered by numpy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from modelyard.core.architecture import Architecture, Block, Product
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureKind, Features, FeatureSpec, Several, Sparse, Tokens
from modelyard.core.recipe import DenseConfig, NgramConfig
from modelyard.models import _linear_solvers as solvers

FEATURES: dict[str, FeatureKind] = {"text": "ngrams", "table": "dense"}
Weights = dict[str, NDArray[Any]]

# Rows whose products are held at once.
_ROWS = 4096


class Config(DenseConfig, NgramConfig):
    """The fields of `linear`."""

    c: float | None = Field(
        None, gt=0, examples=[1.0], description="Inverse of the L2 penalty; chosen on the validation split where empty."
    )


def architecture(config: Config, spec: FeatureSpec, outputs: int) -> Architecture:
    """What the solution computes and holds; a position is a row of a table, or an n-gram that a text has.

    Of two classes only the second has weights.
    """
    columns = 1 if outputs <= 2 else outputs
    of_a_position = 1 if spec.kind == "ngrams" else spec.width
    output = Block(
        name="output",
        parameters=(spec.width + 1) * columns,
        products=(Product(k=of_a_position, n=columns),),
        handed_on=columns,
    )
    return Architecture(name="linear", blocks=(output,), logits=columns)


def fit(
    config: Config,
    features: Features,
    targets: NDArray[Any],
    *,
    outputs: int,
    loss: str,
    weights: NDArray[np.float64] | None = None,
    validation: tuple[Features, NDArray[Any]] | None = None,
    seed: int = 0,
    deadline: float | None = None,
    spec: FeatureSpec | None = None,
) -> Weights:
    """Solve for the weights; the penalty is chosen on `validation` (a tenth of the training rows where it is None).

    `weights` weigh the examples [N]. `deadline` is in time.monotonic seconds; the best solution by then is returned.
    `spec` is not used.
    Raises: RecipeError for a loss that has no solver here.
    """
    if isinstance(features, (Tokens, Several)):
        raise TypeError("linear reads n-grams or dense features")
    if loss not in ("cross_entropy", "binary", "mse"):
        raise RecipeError(
            "linear solves cross_entropy, binary or mse",
            where="train.loss",
            got=loss,
            remedy="Use mse, or model: mlp with this loss.",
        )
    search = solvers.Search(config.c, weights, validation, seed, deadline)
    if outputs == 1:
        return solvers.ridge(features, targets, search)
    if isinstance(features, Sparse):
        return solvers.ngram_logistic(features, targets, outputs, search)
    return solvers.dense_logistic(features, targets, outputs, search)


def forward(weights: Weights, config: Config, features: Features) -> NDArray[np.float64]:
    """Logits or values [N, O]. A row's sum does not depend on the rows beside it.

    Of two classes only the second has weights: the first's logit is 0.
    """
    weight, bias = weights["weight"], weights["bias"]
    if isinstance(features, Sparse):
        scores = _sparse(features, weight)
    elif isinstance(features, (Tokens, Several)):
        raise TypeError("linear reads n-grams or dense features")
    else:
        scores = _dense(features, weight)
    scores += bias
    if "binary" in weights:
        scores = np.concatenate([np.zeros_like(scores), scores], axis=1)
    return scores


def _sparse(features: Sparse, weight: NDArray[Any]) -> NDArray[np.float64]:
    count = len(features)
    rows = np.repeat(np.arange(count), np.diff(features.indptr))
    scores = np.empty((count, weight.shape[1]))
    picked = weight.take(features.indices, axis=0)
    for output in range(weight.shape[1]):
        terms = features.values * picked[:, output].astype(np.float64)
        scores[:, output] = np.bincount(rows, weights=terms, minlength=count)
    return scores


def _dense(features: NDArray[Any], weight: NDArray[Any]) -> NDArray[np.float64]:
    # A matrix product would sum in an order that depends on the number of rows.
    scores = np.empty((len(features), weight.shape[1]))
    columns = np.ascontiguousarray(weight.T, dtype=np.float64)
    for start in range(0, len(features), _ROWS):
        part = features[start : start + _ROWS].astype(np.float64)
        for output, column in enumerate(columns):
            scores[start : start + _ROWS, output] = (part * column).sum(axis=1)
    return scores
