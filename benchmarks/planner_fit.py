"""Fits the planner's few coefficients to published runs: robust (Huber on the logarithm), held near physical priors.

Used by `planner.py --fit`; scipy is needed here only.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares
from scipy.stats import norm as normal
from scipy.stats import t as student

Array = NDArray[np.float64]
HUBER = 0.10  # log error beyond which a row's pull no longer grows
NOISE = 0.10  # log error that counts as one standard deviation, beside the priors' own

# Name: prior, its standard deviation in logarithms, what it is. A prior of 1 is the data sheet.
TRAINING: Mapping[str, tuple[float, float, str]] = {
    "products": (1.2, 0.10, "time of large bf16 products over that at the best rate measured on the part"),
    "products_fp8": (1.2, 0.20, "the same for fp8, over its peak"),
    "products_fp4": (1.8, 0.20, "the same for fp4"),
    "misaligned": (0.4, 0.50, "extra share of products whose widths are no multiple of 32 on the device"),
    "traffic": (0.6, 0.50, "reading and writing the products' factors and results, over the memory's peak rate"),
    "elementwise": (1.1, 0.40, "memory-bound operations over the memory's peak rate"),
    "eager": (4.0, 0.50, "factor of these where operations run one by one"),
    "attention": (2.2, 0.60, "fused attention over the best bf16 rate, masked half not counted"),
    "attention_hopper": (1.3, 0.50, "factor of it on Hopper, whose peak kernels before 2024 did not reach"),
    "scores": (1.0, 0.40, "attention's scores written out, 24 bytes a score and pass"),
    "passes": (5e-5, 0.70, "seconds of a block's pass that no work explains"),
    "tensor": (1.3, 0.30, "tensor-parallel sums over the link's rate"),
    "tensor_sequence": (1.3, 0.50, "the same where positions are split too"),
    "tuned": (0.85, 0.20, "factor of computing in a vendor's own software"),
    "tensor_tuned": (0.4, 0.50, "factor of tensor-parallel sums there: hidden behind products"),
    "expert": (1.5, 0.50, "exchange of routed positions over the link's rate"),
    "context": (0.2, 0.70, "exchange of keys and values, exposed share"),
    "pipeline": (0.5, 0.70, "sending between stages, exposed share"),
    "inside": (1.3, 0.50, "gradients and weights within a node over the link's rate"),
    "outside": (1.3, 0.70, "and between nodes over the network's"),
    "exposed": (0.1, 0.70, "share of them that is never hidden"),
    "overlap": (0.8, 0.30, "share of the steady time behind which they hide"),
    "collectives": (5e-6, 0.70, "seconds of a sharded block's message, times log2 of who takes part"),
    "bubble": (1.0, 0.30, "the pipeline's idle share over (p - 1) / (v m)"),
    "optimizer": (1.3, 0.40, "the optimizer's reads and writes over the memory's rate"),
    "step": (0.01, 0.70, "seconds of a step that no work explains"),
    "nodes": (0.01, 0.70, "stragglers: share of the step for each doubling of nodes"),
    "interruptions": (0.1, 0.50, "restarts, evaluations and checkpoints of a long run, share of its steps' time"),
}

DECODING: Mapping[str, tuple[float, float, str]] = {
    "weights": (1.05, 0.05, "reading weights over the memory's peak rate"),
    "saturation": (5e12, 0.50, "bytes a second that products with few rows reach on an ideal memory"),
    "cache": (1.3, 0.30, "reading keys and values over the memory's rate"),
    "products": (1.2, 0.30, "products over the best rate measured on the part"),
    "unpacked": (4.0, 0.50, "operations of unpacking a weight of few bits, over the float32 peak"),
    "layer": (3e-5, 0.50, "seconds of a layer that no work explains"),
    "layer_eager": (6e-4, 0.40, "seconds more where Python starts each operation"),
    "packed_eager": (0.5, 0.40, "share more of these where weights are unpacked first"),
    "message": (1e-5, 0.50, "seconds of a tensor-parallel sum"),
    "hop": (1.5e-4, 0.50, "seconds from one device's layers to the next one's"),
    "message_bytes": (1.2, 0.40, "its bytes over the link's rate"),
    "prompt": (1.4, 0.30, "products of the prompt over the best rate measured on the part"),
    "prompt_attention": (2.0, 0.40, "attention over the prompt over the bf16 peak"),
}

Predict = Callable[[Mapping[str, Array], Mapping[str, float]], Array]


def fit(
    priors: Mapping[str, tuple[float, float, str]],
    predict: Predict,
    amounts: Mapping[str, Array],
    measured: Array,
    sources: Sequence[str],
) -> dict[str, float]:
    """The coefficients under which predictions are nearest; a source of n rows weighs as its square root of n."""
    if not priors:
        return {}
    names = list(priors)
    centre = np.log([priors[name][0] for name in names])
    width = np.array([priors[name][1] for name in names])
    rows_of = collections.Counter(sources)
    weight = np.array([rows_of[source] ** -0.5 for source in sources])

    def residuals(logs: Array) -> Array:
        off = np.log(predict(amounts, dict(zip(names, np.exp(logs), strict=True)))) - np.log(measured)
        beyond = np.sqrt(np.maximum(2 * HUBER * np.abs(off) - HUBER**2, 0.0))
        return np.concatenate(
            [weight * np.where(np.abs(off) < HUBER, off, np.sign(off) * beyond) / NOISE, (logs - centre) / width]
        )

    found = least_squares(residuals, centre, max_nfev=60)
    return {name: float(value) for name, value in zip(names, np.exp(found.x), strict=True)}


def without_each(
    priors: Mapping[str, tuple[float, float, str]],
    predict: Predict,
    amounts: Mapping[str, Array],
    measured: Array,
    sources: Sequence[str],
) -> dict[str, dict[str, float]]:
    """The coefficients fitted without each source in turn."""
    every = np.array(sources)
    folds = {}
    for source in sorted(set(sources)):
        kept = every != source
        folds[source] = fit(
            priors, predict, {k: v[kept] for k, v in amounts.items()}, measured[kept], list(every[kept])
        )
    return folds


def band_factors(errors: Array, sources: Sequence[str], *, fitted: bool, share: float = 0.90) -> tuple[float, float]:
    """Factors on a prediction between which `share` of the runs of a source never seen should lie.

    `errors` are logarithms of predicted over measured, of sources left out; sources weigh as in the fit. The quantiles
    of what is `fitted` are widened as Student's distribution is against the normal one, for so many sources.
    """
    rows_of = collections.Counter(sources)
    weight = np.array([rows_of[source] ** -0.5 for source in sources])
    order = np.argsort(-errors)
    ratio, at = -errors[order], np.cumsum(weight[order]) - 0.5 * weight[order]
    at /= weight.sum()
    wider = 1.0
    if fitted:
        wider = student.ppf((1 + share) / 2, max(1, len(rows_of) - 1)) / normal.ppf((1 + share) / 2)
    low, high = wider * np.interp([(1 - share) / 2, (1 + share) / 2], at, ratio)
    return float(np.exp(min(low, 0.0))), float(np.exp(max(high, 0.0)))
