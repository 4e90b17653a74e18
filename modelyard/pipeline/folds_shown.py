"""What several folds show together: each one's figure, their mean with a corrected interval, and all rows pooled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, table, text, whiskers
from modelyard.core.registry import needing
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import estimates

Floats = NDArray[np.float64]
SOURCE = "evidence/evaluate/folds.json: {count} runs in folds/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pooled:
    """Finished folds: the metric of each, its gain over the cheap baseline, and all targets and answers end to end."""

    metrics: Any
    metric: str
    values: Floats
    gains: Floats
    over: tuple[str, ...]
    families: tuple[str, ...]
    claims: tuple[Claim, ...]
    rows: tuple[dict[str, int], ...]
    targets: NDArray[np.generic]
    outputs: Floats
    numbers: tuple[int, ...]


def corrected(values: Floats, ratio: float, confidence: float) -> tuple[float, tuple[float, float], float]:
    """The mean of figures from folds, its interval, and the two-sided p of a mean of 0.

    The folds' trainings share rows, so their figures are not independent and s^2 / K is too small: it becomes
    s^2 (1 / K + `ratio`), where `ratio` is rows tested over rows trained on, with Student's t of K - 1.
    Source: Nadeau and Bengio 2003, "Inference for the generalization error", section 5.
    """
    with needing("cross-validation"):
        from scipy import stats
    count = len(values)
    mean, spread = float(values.mean()), float(values.std(ddof=1))
    error = spread * float(np.sqrt(1 / count + ratio))
    half = float(stats.t.ppf((1 + confidence) / 2, count - 1)) * error
    p_value = float(2 * stats.t.sf(abs(mean) / error, count - 1)) if error > 0 else (1.0 if mean == 0 else 0.0)
    return mean, (mean - half, mean + half), p_value


def exhibit(subject: Subject, found: Pooled, asked: int) -> Exhibit:
    """The exhibit of finished folds."""
    settings = subject.recipe.evaluate
    entry = found.metrics.METRICS[found.metric]
    unit = entry.unit.replace("target", subject.predictor.schema.target.name if subject.predictor.schema.target else "")
    ratio = float(np.mean([one["test"] / max(1, one["train"]) for one in found.rows]))
    mean, interval, _ = corrected(found.values, ratio, settings.confidence)
    interval = (max(entry.low, interval[0]), min(entry.high, interval[1]))
    pooled, _ = estimates(
        found.metrics,
        found.targets,
        found.outputs,
        confidence=settings.confidence,
        resamples=min(settings.resamples, 1000),
        seed=subject.recipe.seed,
    )
    count, n = len(found.values), len(found.targets)
    split = f"{count} folds"
    name = found.metric.replace("_", " ")
    spread = measured(float(found.values.std(ddof=1)))[0]
    gain = corrected(found.gains, ratio, settings.confidence)
    claims = [
        Claim(
            name=f"{found.metric}_cross_validated",
            value=mean,
            unit=unit,
            n=n,
            interval=interval,
            split=split,
            source=SOURCE.format(count=count) + "; mean of the folds, corrected for shared rows",
            higher_is_better=entry.higher_is_better,
        )
    ]
    if found.metric in pooled:
        claims.append(
            Claim(
                name=f"{found.metric}_pooled",
                value=pooled[found.metric].value,
                unit=unit,
                n=n,
                interval=pooled[found.metric].interval,
                split=split,
                source=SOURCE.format(count=count) + "; all rows, each answered by the model that had not seen it",
                higher_is_better=entry.higher_is_better,
            )
        )
    summary = f"{name} {' '.join(measured(mean, interval))} over {split} (standard deviation {spread})"
    return Exhibit(
        name="folds",
        stage="evaluate",
        title="Cross-validation",
        summary=f"{summary[0].upper()}{summary[1:]}, {counted(n, 'row')} each tested once.",
        claims=tuple(claims),
        blocks=(
            _folds(found, gain),
            _whiskers(found, mean, interval),
            _all(found, pooled),
            *_how(subject, found, ratio),
        ),
        limits=_limits(found, asked),
        detail={
            "folds": count,
            "values": found.values.tolist(),
            "gains": found.gains.tolist(),
            "families": list(found.families),
            "rows": list(found.rows),
            "ratio": ratio,
        },
    )


def _folds(found: Pooled, gain: tuple[float, tuple[float, float], float]) -> Json:
    rows = [
        [
            str(number),
            f"{rows['train']:,}",
            f"{rows['test']:,}",
            family,
            " ".join(measured(value, claim.interval)),
            measured(float(change), sign=True)[0],
        ]
        for number, rows, family, value, claim, change in zip(
            found.numbers, found.rows, found.families, found.values.tolist(), found.claims, found.gains, strict=True
        )
    ]
    mean, interval, p_value = gain
    # Against the likeliest class in one fold and a model in another, a mean would be of unlike things.
    alike = len(set(found.over)) == 1
    note = f"Mean gain {' '.join(measured(mean, interval, sign=True))}, p = {p_value:.2g}, corrected as below."
    return table(
        ["fold", "trained on", "tested on", "model", found.metric.replace("_", " "), "gain over the baseline"],
        rows,
        title="Fold by fold",
        note=note if alike else "",
    )


def _whiskers(found: Pooled, mean: float, interval: tuple[float, float]) -> Json:
    rows: list[Json] = [
        {"name": f"fold {number}", "value": value, "interval": list(claim.interval) if claim.interval else None}
        for number, value, claim in zip(found.numbers, found.values.tolist(), found.claims, strict=True)
    ]
    rows.append({"name": "mean, corrected", "value": mean, "interval": list(interval), "strong": True})
    return whiskers(rows, title="Folds and their mean", x_label=found.metric.replace("_", " "))


def _all(found: Pooled, pooled: dict[str, Any]) -> Json:
    own = pooled.get(found.metric)
    rows = [
        [name.replace("_", " "), *measured(one.value, one.interval)]
        for name, one in pooled.items()
        if name == found.metric or own is None or one.value != own.value  # else another name of the same figure
    ]
    return table(
        ["metric", "pooled", "interval"], rows, title="All rows, each answered by the model that had not seen it"
    )


def _how(subject: Subject, found: Pooled, ratio: float) -> list[Json]:
    by = subject.recipe.data.split.by
    dealt = {
        "stratified": "Rows were dealt into folds with classes (or tenths of the target) alike, copies together.",
        "random": "Rows were dealt into folds at random, copies together.",
        "group": f"All rows of one {subject.recipe.data.split.column} are in one fold.",
        "time": "Folds follow each other in time: each is tested by a model of what came before it, and no fold tests "
        "the earliest rows.",
    }[by]
    return [
        text(
            f"{dealt} Each fold ran the whole recipe anew: the choice between families, early stopping and calibration "
            "were made inside it, on its own validation rows, so that no choice saw what tests it (nested)."
        ),
        text(
            "Folds train on many of the same rows, so their figures depend on each other, and no unbiased estimate of "
            "their variance exists (Bengio and Grandvalet 2004). The mean's interval uses Nadeau and Bengio's "
            f"corrected variance, s^2 (1/K + {ratio:.2f}), with Student's t; the pooled intervals take rows as "
            "independent and hold for these very trainings. The shipped model is none of these: it was trained on the "
            "run's own split.",
            quiet=True,
        ),
    ]


def _limits(found: Pooled, asked: int) -> tuple[str, ...]:
    limits = []
    if len(found.values) < asked:
        limits.append(f"Cross-validation: the budget left time for {len(found.values)} of {asked} folds.")
    if len(set(found.families)) > 1:
        limits.append(f"Folds chose different families ({', '.join(sorted(set(found.families)))}): the sample decides.")
    return tuple(limits)
