"""How far the metric falls where inputs are as careless as they come: slips, other scripts, values missing or rough.

Every figure is a difference on the same rows, with its paired interval. N rows sampled from the split; C classes.
"""

from __future__ import annotations

import math
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.exhibit import Exhibit
from modelyard.core.schema import row_count, take
from modelyard.core.words import counted
from modelyard.evaluation.answers import too_few
from modelyard.evaluation.robustness_shown import Sample, Tried, exhibit, same
from modelyard.evaluation.robustness_trials import Columns, Trial, suited, trials
from modelyard.inference.subject import Subject
from modelyard.metrics import paired

# Rows at most, by default and by the verb: a fall of two points is told from none on a thousand.
ROWS, VERB_ROWS, FEWEST_ROWS = 1000, 2000, 30
RESAMPLES = 1000
# A change that reaches fewer rows says nothing of the model.
FEWEST_CHANGED = 0.02
_TIMED = 64  # rows answered to see how long one takes
_SYNONYMS = "Robustness to synonyms is not examined: too few texts hold words of the list (evaluate.synonyms)."


def robustness(subject: Subject) -> Exhibit | None:
    """The metric under each change of the inputs that leaves the answer what it was; None where nothing can change."""
    known = subject.known()
    clean = {column.name: known.rows[column.name] for column in subject.predictor.schema.inputs}
    started = time.monotonic()
    changes, limits = suited(subject)
    count = len(trials(subject, changes, clean, range(len(known.targets))))
    if not count:
        return None
    order = np.random.default_rng(subject.recipe.seed).permutation(len(known.targets))
    picked = np.sort(order[: _affordable(subject, clean, order, count, time.monotonic() - started)])
    rows, metric = take(clean, picked), _metric(subject)
    sample = Sample(
        rows=rows,
        places=picked.tolist(),
        targets=known.targets[picked],
        outputs=subject.answered(subject.predictor.outputs(rows)),
        metric=metric,
        unit=_unit(subject, metric),
        higher_is_better=bool(_module(subject).METRICS[metric].higher_is_better),
    )
    tried: list[Tried] = []
    wanted = trials(subject, changes, rows, sample.places)
    for done, trial in enumerate(wanted):
        if subject.allowance is not None and done and time.monotonic() - started > subject.allowance:
            limits.append(f"Robustness: no time was left for {len(wanted) - done} of {counted(len(wanted), 'change')}.")
            break
        subject.tell(f"robustness: {trial.title}", done / len(wanted))
        found = _try(subject, trial, sample)
        if found is not None:
            tried.append(found)
        elif trial.claim == "synonyms":
            limits.append(_SYNONYMS)
    if not tried and len(picked) < len(order):
        return too_few("robustness", "Robustness to changed inputs", len(picked), len(order), "row")
    return exhibit(subject, sample, tried, limits) if tried else None


def _try(subject: Subject, trial: Trial, sample: Sample) -> Tried | None:
    """None where too few rows have anything that it could change."""
    made = trial.make()
    changed = np.zeros(len(sample.targets), dtype=bool)
    for name, cells in sample.rows.items():
        if made[name] is not cells:
            changed |= [not same(a, b) for a, b in zip(cells, made[name], strict=True)]
    if changed.mean() < FEWEST_CHANGED:
        return None
    outputs, hit = sample.outputs.copy(), np.flatnonzero(changed)
    outputs[hit] = subject.answered(subject.predictor.outputs(take(made, hit)))
    difference = paired.compare(
        _module(subject),
        sample.metric,
        sample.targets,
        subject.for_metric(sample.metric, outputs),
        subject.for_metric(sample.metric, sample.outputs),
        confidence=subject.recipe.evaluate.confidence,
        resamples=min(RESAMPLES, subject.recipe.evaluate.resamples),
        seed=subject.recipe.seed,
    )
    return Tried(trial=trial, rows=made, outputs=outputs, changed=float(changed.mean()), difference=difference)


def _affordable(subject: Subject, rows: Columns, order: NDArray[np.int64], count: int, spent: float) -> int:
    """Rows that all the changes can be tried on within the allowance."""
    asked = subject.recipe.evaluate.robustness
    if asked is not None:
        return min(asked, len(order))
    if subject.allowance is None:
        return min(VERB_ROWS, len(order))
    some = take(rows, order[:_TIMED])
    subject.predictor.outputs(some)  # the first answer of a model is slower than the rest
    started = time.perf_counter()
    subject.predictor.outputs(some)
    each = max((time.perf_counter() - started) / max(1, row_count(some)), 1e-6)
    # Half of it goes into changing the inputs and into the intervals.
    return min(ROWS, len(order), max(FEWEST_ROWS, math.floor((subject.allowance - spent) / 2 / each / (count + 1))))


def _metric(subject: Subject) -> str:
    """The metric of the verdict, else the module's first."""
    module = _module(subject)
    file = subject.run.path / "evaluation.json"
    chosen = subject.run.read_json("evaluation.json")["verdict"]["metric"] if file.is_file() else module.PRIMARY
    return str(chosen if chosen in module.METRICS else module.PRIMARY)


def _unit(subject: Subject, metric: str) -> str:
    target = subject.predictor.schema.target
    return str(_module(subject).METRICS[metric].unit).replace("target", target.name if target else "target")


def _module(subject: Subject) -> Any:
    return registry.load("metrics", subject.kind, field="the task's metrics")
