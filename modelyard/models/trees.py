"""`trees`: gradient-boosted decision trees, grown by LightGBM, answered by numpy.

N examples; F features; O outputs. The trees become tables (see `_tree_tables`); LightGBM's own text form of the model
stays in the weights as UTF-8 bytes (`model_txt`), so that LightGBM can open it too.
"""

from __future__ import annotations

import os
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureKind, Features, FeatureSpec
from modelyard.core.recipe import Section
from modelyard.core.registry import needing
from modelyard.models import _tree_tables as tables

FEATURES: dict[str, FeatureKind] = {"table": "columns"}
Weights = dict[str, NDArray[Any]]
# Why there is no `architecture`.
UNSTATED = "how many trees there are, and how many leaves, is decided by the data while they grow"

_REGRESSION = {"mse": "regression", "mae": "regression_l1", "huber": "huber"}
_HELD_OUT = 0.1
# Growing stops after this many rounds in which the validation loss is not better by LEAST_GAIN.
PATIENCE, LEAST_GAIN = 50, 1e-4
# Rounds at most where the configuration does not say: a few rows are soon learnt by heart, and cannot stop it well.
ROUNDS_A_ROW, FEWEST_ROUNDS, MOST_ROUNDS = 1, 100, 2000
# Below so many cells a second thread waits longer than it helps.
MANY_CELLS = 500_000
# With fewer rows than this none are held out.
_FEW_ROWS, _FEW_ROUNDS = 40, 50


class Config(Section):
    """The fields of `trees`."""

    trees: int | None = Field(
        None,
        ge=1,
        le=100_000,
        examples=[500],
        description="Boosting rounds at most; by the number of rows where empty.",
    )
    learning_rate: float = Field(0.05, gt=0, le=1)
    leaves: int = Field(31, ge=2, le=tables.MOST_LEAVES, description="Leaves of a tree at most.")
    min_leaf: int | None = Field(
        None, ge=1, examples=[20], description="Training rows of a leaf at least; by the number of rows where empty."
    )
    l2: float = Field(1.0, ge=0)
    threads: int | None = Field(None, ge=1, examples=[2], description="By the size of the table where empty.")


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
    """Grow trees until the loss on `validation` (a tenth of the training rows where it is None) stops falling.

    `weights` weigh the examples [N]. `deadline` is in time.monotonic seconds; the trees grown by then are kept.
    `spec.categories` says which features are categories. The same call gives the same trees.
    Raises: RecipeError for a loss that does not fit the outputs.
    """
    with needing("fitting model: trees"):
        import lightgbm
    table = np.asarray(features, dtype=np.float64)
    rows, held = _hold_out(len(table), validation, seed)
    categorical = [i for i, count in enumerate(spec.categories) if count] if spec is not None else []
    parameters = _parameters(config, len(rows), table.size, outputs, loss, seed)
    training = lightgbm.Dataset(
        table[rows],
        targets[rows],
        weight=None if weights is None else weights[rows],
        categorical_feature=categorical,
        params=parameters,
    )
    judged = validation if validation is not None and len(validation[1]) else (table[held], targets[held])
    callbacks = [_stop_at(lightgbm, deadline)]
    judges = []
    if len(judged[1]):
        judges = [
            lightgbm.Dataset(np.asarray(judged[0], dtype=np.float64), judged[1], reference=training, params=parameters)
        ]
        callbacks.append(lightgbm.early_stopping(PATIENCE, verbose=False, min_delta=LEAST_GAIN))
    rounds = int(np.clip(ROUNDS_A_ROW * len(rows), FEWEST_ROUNDS, MOST_ROUNDS)) if judges else _FEW_ROUNDS
    booster = lightgbm.train(
        parameters,
        training,
        num_boost_round=config.trees or rounds,
        valid_sets=judges,
        callbacks=callbacks,
    )
    return from_booster(booster)


def from_booster(booster: Any) -> Weights:
    """The arrays of a LightGBM booster's best iteration."""
    best = booster.best_iteration if booster.best_iteration > 0 else booster.current_iteration()
    dumped = booster.dump_model(num_iteration=best)
    text = booster.model_to_string(num_iteration=best)
    built = tables.build(dumped["tree_info"], dumped["num_tree_per_iteration"])
    binary = dumped["objective"].startswith("binary")
    marks = {"binary": np.ones(1, dtype=np.uint8)} if binary else {}
    return {**built, **marks, "model_txt": np.frombuffer(text.encode("utf-8"), dtype=np.uint8)}


def forward(weights: Weights, config: Config, features: Features) -> NDArray[np.float64]:
    """Logits or values [N, O]. Of two classes the first's logit is 0."""
    sums = tables.answer(weights, np.asarray(features, dtype=np.float64))
    return np.concatenate([np.zeros_like(sums), sums], axis=1) if "binary" in weights else sums


def _parameters(config: Config, rows: int, cells: int, outputs: int, loss: str, seed: int) -> dict[str, Any]:
    if outputs == 1:
        objective = _REGRESSION.get(loss)
    else:
        objective = None if loss in _REGRESSION else "binary" if outputs == 2 else "multiclass"
    if objective is None:
        raise RecipeError("this loss does not fit the task", where="train.loss", got=loss, remedy="Leave it out.")
    min_leaf = config.min_leaf or int(np.clip(rows // 40, 3, 20))
    return {
        "objective": objective,
        **({"num_class": outputs} if objective == "multiclass" else {}),
        "learning_rate": config.learning_rate,
        "num_leaves": config.leaves,
        "min_data_in_leaf": min_leaf,
        "min_data_per_group": min(100, 5 * min_leaf),
        "lambda_l2": config.l2,
        "feature_fraction": 0.8,
        "num_threads": config.threads or (1 if cells < MANY_CELLS else os.cpu_count() or 1),
        "seed": seed % 2**31,
        "deterministic": True,
        "force_row_wise": True,  # the order of sums would depend on a timing otherwise
        "verbosity": -1,
    }


def _hold_out(
    count: int, validation: tuple[Features, NDArray[Any]] | None, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    order = np.random.default_rng(seed).permutation(count)
    held = 0 if (validation is not None and len(validation[1])) or count < _FEW_ROWS else int(_HELD_OUT * count)
    return np.sort(order[held:]), np.sort(order[:held])


def _stop_at(lightgbm: Any, deadline: float | None) -> Any:
    def stop(environment: Any) -> None:
        if deadline is not None and time.monotonic() > deadline:
            raise lightgbm.callback.EarlyStopException(environment.iteration, environment.evaluation_result_list or [])

    return stop
