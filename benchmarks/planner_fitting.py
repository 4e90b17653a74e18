"""Fits every kind of figure and writes the coefficients with their folds and bands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from planner_fit import DECODING, TRAINING, Array, band_factors, fit, without_each
from planner_rows import KINDS, PREDICT, Asked

PRIORS: Mapping[str, Mapping[str, tuple[float, float, str]]] = {
    "training": TRAINING,
    "decoding": DECODING,
    "memory": {},
}
LEAST_SOURCES = 3
LEAST_ROWS = 8  # below which a likeness has no band of its own


def write(questions: Sequence[Asked], *, data: Path, folds: Path) -> None:
    """Fits each kind to its trusted rows; writes what the package reads and, beside the benchmark, the folds."""
    document: dict[str, Any] = json.loads(data.read_text(encoding="utf-8")) if data.exists() else {}
    left_out: dict[str, Any] = json.loads(folds.read_text(encoding="utf-8")) if folds.exists() else {}
    for name in dict.fromkeys(KINDS.values()):
        own = [
            question for question in questions if KINDS[question.kind] == name and question.trusted and question.fitted
        ]
        if own:
            document[name], left_out[name] = _fitted(name, own)
    document["about"] = (
        "Coefficients of the planner's formulas (planning/efficiency.py), fitted by benchmarks/planner.py --fit to "
        "published runs; bands are factors on a prediction that hold nine of ten rows of sources left out of the fit."
    )
    data.write_text(json.dumps(document, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    folds.write_text(json.dumps(left_out, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _fitted(name: str, own: Sequence[Asked]) -> tuple[dict[str, Any], dict[str, Any]]:
    amounts = {key: np.array([one.amounts[key] for one in own]) for key in own[0].amounts}
    measured = np.array([one.measured for one in own])
    sources = [one.source for one in own]
    priors, predict = PRIORS[name], PREDICT[name]
    full = fit(priors, predict, amounts, measured, sources)
    folds = without_each(priors, predict, amounts, measured, sources)
    errors = np.zeros(len(own))
    for place, one in enumerate(own):
        value = predict({key: column[place] for key, column in amounts.items()}, folds[one.source])
        errors[place] = np.log(float(value) / one.measured)
    likeness = [one.likeness for one in own]
    document = {
        "coefficients": {
            key: {
                "value": _rounded(full[key]),
                "prior": priors[key][0],
                "spread": priors[key][1],
                "what": priors[key][2],
            }
            for key in priors
        },
        "bands": {
            key: {"low": _rounded(low), "high": _rounded(high), "rows": rows}
            for key, (low, high, rows) in bands(errors, sources, likeness, fitted=bool(priors)).items()
        },
        "sources": {
            source: {
                "rows": sources.count(source),
                "median_error": _rounded(float(np.median(abs(np.expm1(errors[np.array(sources) == source]))))),
                "bias": _rounded(float(np.expm1(np.median(errors[np.array(sources) == source])))),
            }
            for source in sorted(set(sources))
        },
    }
    left_out = {}
    for source in sorted(set(sources)):
        kept = np.array([other != source for other in sources])
        of_others = bands(
            errors[kept],
            [s for s in sources if s != source],
            [k for k, s in zip(likeness, sources, strict=True) if s != source],
            fitted=bool(priors),
        )
        left_out[source] = {
            "coefficients": {key: _rounded(value) for key, value in folds[source].items()},
            "bands": {key: [_rounded(low), _rounded(high)] for key, (low, high, _) in of_others.items()},
        }
    return document, left_out


def bands(
    errors: Array, sources: Sequence[str], likeness: Sequence[str], *, fitted: bool
) -> dict[str, tuple[float, float, int]]:
    """A band for each likeness with rows enough, one for all."""
    found = {"any": (*band_factors(errors, sources, fitted=fitted), len(errors))}
    for key in sorted(set(likeness)):
        own = np.array([one == key for one in likeness])
        if own.sum() >= LEAST_ROWS and len({s for s, kept in zip(sources, own, strict=True) if kept}) >= LEAST_SOURCES:
            found[key] = (
                *band_factors(errors[own], [s for s, kept in zip(sources, own, strict=True) if kept], fitted=fitted),
                int(own.sum()),
            )
    return found


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
