"""The training rows most alike to the model: by its last hidden states, leaves or n-grams. N rows; D width.

Similarity is the cosine of what the classifier reads; of trees the share of trees in which two rows end in one leaf.
"""

from __future__ import annotations

import importlib.util
import time
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.features import Features, Sparse, Tokens, pad
from modelyard.core.schema import Rows, row_count, take
from modelyard.core.words import excerpt
from modelyard.explanation.case import Case, Model
from modelyard.explanation.found import Floats, Found
from modelyard.inference.embedding import Embedder

NEIGHBOURS = 5
# Training rows that are looked at: drawn at random, the same ones every time.
ROWS = 2000
# What their vectors may take: those that are not reached are left out, and that is said.
SECONDS = 5.0
_FIRST, _AT_ONCE = 128, 64


def nearest(case: Case) -> Found:
    """The rows in `extra`; there are no weights. Raises: RequestError where there is no run with training rows."""
    model = case.model
    if "train" not in model.kept:
        model.kept["train"] = _read(model)
    rows, places, labels, vectors, total = model.kept["train"]
    similar = _similar(vectors, _vectors(model, case.rows))
    order = np.argsort(-similar, kind="stable")[:NEIGHBOURS]
    shown = [
        {
            "place": places[i],
            "label": labels[i],
            "similarity": float(similar[i]),
            "shown": "; ".join(excerpt(rows[name][i], 160) for name in list(rows)[:4]),
        }
        for i in order.tolist()
    ]
    looked = len(places)
    note = f"of {looked:,} training rows" + (f" drawn from {total:,}" if looked < total else "")
    same = float(np.mean([one["label"] == case.label for one in shown])) if case.label is not None else None
    facts = {} if same is None else {"share_of_this_label": same}
    extra = {"neighbours": shown}
    return Found(weights=np.zeros(case.game.count), signed=False, facts=facts, notes=(note,), extra=extra)


def _read(model: Model) -> tuple[Rows, list[str], list[str], Any, int]:
    from modelyard.data.bundle import Bundle

    if model.run is None:
        raise RequestError(
            "only a run has training rows", where="method", got="nearest", remedy="Give the run, not its artifact."
        )
    bundle = Bundle.open(model.run / "bundle")
    every, places = bundle.rows("train"), bundle.places("train")
    total = row_count(every)
    schema = model.predictor.schema
    inputs = {column.name: every[column.name] for column in schema.inputs}
    drawn = np.random.default_rng(0).permutation(total)[:ROWS].tolist()
    found = [_vectors(model, take(inputs, drawn[:_FIRST]))]
    started, looked = time.monotonic(), min(_FIRST, len(drawn))
    while looked < len(drawn) and not isinstance(found[0], Sparse) and time.monotonic() - started < SECONDS:
        found.append(_vectors(model, take(inputs, drawn[looked : looked + _FIRST])))
        looked = min(looked + _FIRST, len(drawn))
    if isinstance(found[0], Sparse):  # fast whatever their number
        looked, found = len(drawn), [_vectors(model, take(inputs, drawn))]
    index = drawn[:looked]
    labels = [str(every[schema.target.name][i]) for i in index]
    vectors = found[0] if len(found) == 1 else np.concatenate(found)
    return take(inputs, index), [places[i] for i in index], labels, vectors, total


def _vectors(model: Model, rows: Rows) -> Any:
    """What the classifier reads of each row: n-grams, leaves or vectors [N, D]."""
    predictor = model.predictor
    weights = model.weights
    if weights is not None and weights.family == "trees" and importlib.util.find_spec("lightgbm") is not None:
        leaves: Floats = weights.booster.predict(predictor.task.encode(rows), pred_leaf=True)
        return np.asarray(leaves).reshape(row_count(rows), -1).astype(np.int64)
    embedder = Embedder.of(predictor)
    if embedder is not None:
        (column,) = predictor.schema.inputs
        return embedder(rows[column.name])[0]
    features = predictor.task.encode(rows)
    if isinstance(features, Sparse):
        return features
    if predictor.artifact.family in ("linear", "trees"):
        return np.nan_to_num(np.asarray(features, dtype=np.float64))
    return _hidden(model, features)


def _hidden(model: Model, features: Features) -> Floats:
    """What the last linear layer of a network reads [N, D]."""
    import torch

    from modelyard.core.features import take as some
    from modelyard.explanation.networks import network_of

    network = network_of(model)
    last = [module for module in network.modules() if isinstance(module, torch.nn.Linear)][-1]
    seen: list[Any] = []
    hook = last.register_forward_pre_hook(lambda module, given: seen.append(given[0].double().numpy()))
    pad_id = model.predictor.task.features.pad_id
    try:
        with torch.inference_mode():
            for first in range(0, len(features), _AT_ONCE):
                part = some(features, np.arange(first, min(first + _AT_ONCE, len(features))))
                if isinstance(part, Tokens):
                    network(*(torch.from_numpy(array) for array in pad(part, pad_id)))
                else:
                    network(torch.from_numpy(np.ascontiguousarray(part, dtype=np.float32)))
    finally:
        hook.remove()
    return np.concatenate([one.reshape(len(one), -1) for one in seen])


def _similar(vectors: Any, own: Any) -> Floats:
    if isinstance(vectors, Sparse):
        dense = np.zeros(vectors.width)
        dense[own.indices] = own.values
        owner = np.repeat(np.arange(len(vectors)), np.diff(vectors.indptr))
        products = np.bincount(owner, vectors.values * dense[vectors.indices], minlength=len(vectors))
        size = np.sqrt(np.bincount(owner, vectors.values.astype(np.float64) ** 2, minlength=len(vectors)))
        return np.asarray(products / np.maximum(1e-12, size * np.linalg.norm(own.values)))
    if vectors.dtype.kind == "i":
        return np.asarray((vectors == own[0]).mean(axis=1))
    size = np.linalg.norm(vectors, axis=1) * np.linalg.norm(own[0])
    return np.asarray(vectors @ own[0] / np.maximum(1e-12, size), dtype=np.float64)
