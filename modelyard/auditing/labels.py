"""Rows whose label is probably wrong: the part `labels` of a run's audit. N rows; C classes."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_confident import Confident, confident, margins
from modelyard.auditing.labels_probe import Probe, reads_texts, texts_of, width
from modelyard.auditing.labels_shown import FEWEST_A_CLASS, Looked, exhibit_of, unexamined, write
from modelyard.auditing.leaks import copies
from modelyard.core.exhibit import Exhibit
from modelyard.core.schema import Rows, Schema, take
from modelyard.inference.subject import Subject

MOST_CLASSES = 50
PLANTED = 0.02  # of the labels, changed to see how many of these are found
# What one pass of cross-fitting takes, twice what was measured on two cores: a MB of text (imdb_25k), a million cells
# of a table with two classes (adult_census).
_SECONDS_A_MEGABYTE, _SECONDS_A_MILLION_CELLS = 0.6, 8.0
_PASSES = 3


def audit(subject: Subject) -> Exhibit | None:
    """Rank the training rows by how probably their label is wrong; None for a regression."""
    if subject.kind != "classification":
        return None
    if len(subject.labels) > MOST_CLASSES:
        return unexamined(f"there are {len(subject.labels):,} classes, and at most {MOST_CLASSES} are told apart")
    known, schema = subject.known("train"), subject.bundle.schema
    targets = np.asarray(known.targets, dtype=np.int64)
    usual = _of_usual_classes(targets, np.arange(len(targets)))
    chosen = usual[_affordable(known.rows, schema, usual, subject.allowance, subject.recipe.seed)]
    chosen = _of_usual_classes(targets, chosen)
    classes, given = np.unique(targets[chosen], return_inverse=True)
    if len(classes) < 2:
        return unexamined(f"no two classes have {FEWEST_A_CLASS} training rows each")
    rows, labels = take(known.rows, chosen.tolist()), [subject.labels[code] for code in classes]
    places = [known.places[row] for row in chosen.tolist()]
    probe = Probe(rows, schema, copies(subject, rows, places))
    found, power = _search(probe, given.astype(np.int64), len(classes), subject)
    rare = sorted(set(np.unique(targets).tolist()) - set(classes.tolist()))
    looked = Looked(
        rows=rows,
        schema=schema,
        places=places,
        labels=labels,
        given=given,
        found=found,
        planted=power,
        of=len(targets),
        rare=tuple(subject.labels[code] for code in rare),
        short=len(usual) > len(chosen),
    )
    write(subject, looked)
    return exhibit_of(subject, looked)


def _of_usual_classes(targets: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of these rows whose class has rows enough among them to be learned."""
    return rows[np.bincount(targets[rows], minlength=int(targets.max(initial=0)) + 1)[targets[rows]] >= FEWEST_A_CLASS]


def search(probe: Probe, given: NDArray[np.int64], classes: int, *, seed: int = 0, twice: bool = True) -> Confident:
    """Confident learning over two passes: what the first suspects is not learned from in the second.

    The mean of both ranks better than either (sst2, 5 % flipped: 0.35 and 0.34, together 0.36).
    """
    first = probe.out_of_fold(given, classes, seed=seed)
    found = confident(given, first)
    left = np.setdiff1d(np.arange(len(given)), found.suspects)
    if not twice or len(np.unique(given[left])) < classes:
        return found
    return confident(given, (first + probe.out_of_fold(given, classes, seed=seed, left_out=found.suspects)) / 2)


def _search(
    probe: Probe, given: NDArray[np.int64], classes: int, subject: Subject
) -> tuple[Confident, tuple[int, int] | None]:
    """What is suspected, and of planted wrong labels (found, planted): None where no time was left for it."""
    started = time.monotonic()
    allowed = subject.allowance
    found = search(probe, given, classes, seed=subject.recipe.seed, twice=allowed is None or allowed > 1.0)
    if allowed is not None and time.monotonic() - started > 0.6 * allowed:
        return found, None
    return found, planted(probe, given, classes, len(found.suspects), subject.recipe.seed)


def planted(probe: Probe, given: NDArray[np.int64], classes: int, looked_at: int, seed: int) -> tuple[int, int]:
    """Of labels that are changed on purpose: how many stand among the first `looked_at` rows, and how many there are.

    One pass only, so that it says too little rather than too much.
    """
    random = np.random.default_rng(seed)
    changed = random.choice(len(given), size=max(1, round(PLANTED * len(given))), replace=False)
    labels = given.copy()
    labels[changed] = (labels[changed] + random.integers(1, classes, len(changed))) % classes
    order = np.argsort(margins(labels, probe.out_of_fold(labels, classes, seed=seed)), kind="stable")
    return int(np.isin(order[: max(looked_at, len(changed))], changed).sum()), len(changed)


def _affordable(
    rows: Rows, schema: Schema, kept: NDArray[np.int64], allowance: float | None, seed: int
) -> NDArray[np.int64]:
    """Positions in `kept` that the time suffices for: a random sample, in order."""
    if allowance is None or not len(kept):
        return np.arange(len(kept))
    if reads_texts(schema):
        whole = sum(map(len, texts_of(rows, schema))) / 1e6 * _SECONDS_A_MEGABYTE
    else:
        whole = len(kept) * width(schema) / 1e6 * _SECONDS_A_MILLION_CELLS
    count = min(len(kept), max(200, int(len(kept) * allowance / max(1e-9, whole * _PASSES))))
    return np.sort(np.random.default_rng(seed).permutation(len(kept))[:count])
