"""Rows whose label is probably wrong: the part `labels` of a run's audit. N rows; C classes."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_confident import Confident, confident, margins
from modelyard.auditing.labels_probe import Probe, reads_texts, texts_of, width
from modelyard.auditing.leaks import copies
from modelyard.core import durable, exhibit
from modelyard.core.errors import hidden
from modelyard.core.exhibit import FOLDER, Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Rows, Schema, take
from modelyard.core.words import counted, excerpt, measured, percent
from modelyard.data.sources import write_rows
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

FILE = "label_errors.csv"
SOURCE = "evidence/audit/labels.json: confident learning (Northcutt et al. 2021), out-of-fold probabilities"
SHOWN, LISTED = 10, 1000  # rows in the report, and in the file
FEWEST_A_CLASS = 10  # rows; a class with fewer teaches no model
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
        return _unexamined(f"there are {len(subject.labels):,} classes, and at most {MOST_CLASSES} are told apart")
    known, schema = subject.known("train"), subject.bundle.schema
    targets = np.asarray(known.targets, dtype=np.int64)
    usual = _of_usual_classes(targets, np.arange(len(targets)))
    chosen = usual[_affordable(known.rows, schema, usual, subject.allowance, subject.recipe.seed)]
    chosen = _of_usual_classes(targets, chosen)
    classes, given = np.unique(targets[chosen], return_inverse=True)
    if len(classes) < 2:
        return _unexamined(f"no two classes have {FEWEST_A_CLASS} training rows each")
    rows, labels = take(known.rows, chosen.tolist()), [subject.labels[code] for code in classes]
    places = [known.places[row] for row in chosen.tolist()]
    probe = Probe(rows, schema, copies(subject, rows, places))
    found, power = _search(probe, given.astype(np.int64), len(classes), subject)
    _write(subject, rows, schema, places, labels, given, found)
    rare = sorted(set(np.unique(targets).tolist()) - set(classes.tolist()))
    left_out = [subject.labels[code] for code in rare], len(usual) > len(chosen)
    return _exhibit(subject, rows, schema, places, labels, given, found, power, left_out, all_rows=len(targets))


def _unexamined(why: str) -> Exhibit:
    sentence = f"labels were not looked at: {why}"
    return Exhibit(name="labels", stage="audit", title="Labels that may be wrong", summary=sentence, limits=(sentence,))


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


def _write(
    subject: Subject,
    rows: Rows,
    schema: Schema,
    places: list[str],
    labels: list[str],
    given: NDArray[Any],
    found: Confident,
) -> None:
    folder = subject.run.path / FOLDER / "audit"
    durable.make_directory(folder)
    first = found.suspects[:LISTED]
    write_rows(
        folder / FILE,
        {
            "rank": list(range(1, len(first) + 1)),
            "place": [places[row] for row in first],
            "given": [labels[given[row]] for row in first],
            "suggested": [labels[code] for code in found.suggested[:LISTED]],
            "margin": [round(float(found.margin[row]), 4) for row in first],
            "row": [hidden(_excerpt(rows, schema, int(row), 2000)) for row in first],
        },
    )


def _excerpt(rows: Rows, schema: Schema, row: int, limit: int) -> str:
    if reads_texts(schema):
        return excerpt(" / ".join(str(rows[c.name][row] or "") for c in schema.inputs if c.kind == "text"), limit)
    shown = [f"{c.name}={excerpt(rows[c.name][row], 30)}" for c in schema.inputs if c.kind != "vector"]
    return excerpt(", ".join(shown[:8]), limit)


def _exhibit(
    subject: Subject,
    rows: Rows,
    schema: Schema,
    places: list[str],
    labels: list[str],
    given: NDArray[Any],
    found: Confident,
    power: tuple[int, int] | None,
    left_out: tuple[list[str], bool],
    *,
    all_rows: int,
) -> Exhibit:
    count, suspects = len(given), len(found.suspects)
    share = suspects / count
    claims = [
        Claim(
            name="labels_to_look_at",
            value=share,
            n=count,
            interval=wilson(share, count, subject.recipe.evaluate.confidence),
            split="train",
            source=SOURCE,
            higher_is_better=False,
        )
    ]
    said = ""
    if power:
        within = wilson(power[0] / power[1], power[1], subject.recipe.evaluate.confidence)
        claims.append(
            Claim(
                name="planted_label_errors_found",
                value=power[0] / power[1],
                n=power[1],
                interval=within,
                split="train",
                source=f"{SOURCE}; labels changed on purpose",
                higher_is_better=True,
            )
        )
        value, interval = measured(power[0] / power[1], within)
        said = f"; of {counted(power[1], 'label')} changed on purpose, as long a list holds {value} {interval}"
    shown = [
        [places[row], labels[given[row]], labels[code], f"{found.margin[row]:+.2f}", _excerpt(rows, schema, row, 160)]
        for row, code in zip(found.suspects[:SHOWN].tolist(), found.suggested[:SHOWN].tolist(), strict=True)
    ]
    blocks = [
        exhibit.table(
            ["row", "given", "likelier", "margin", "what it says"],
            shown,
            title="Look at these first",
            note=f"The first {min(LISTED, suspects):,} stand in evidence/audit/{FILE}.",
        ),
        exhibit.text(
            f"Confident learning on {count:,} of {all_rows:,} training rows: a model of "
            f"{'words' if reads_texts(schema) else 'trees'} answers each fifth of them after learning from the others; "
            "a label is suspected where another class is as probable as it usually is for rows of that class. It finds "
            "what is unusual too, not only what is wrong: a list to look through, not a count of errors.",
            quiet=True,
        ),
    ]
    limits = []
    rare, short = left_out
    if count < all_rows:
        why = [
            *(["for want of time"] if short else []),
            *([f"without classes of under {FEWEST_A_CLASS} rows ({', '.join(rare[:5])})"] if rare else []),
        ]
        limits.append(f"labels were looked at in {count:,} of {all_rows:,} training rows, {' and '.join(why)}")
    if suspects:
        limits.append(
            f"{counted(suspects, 'training label')} ({percent(share)} of those looked at) may be wrong and were not "
            "looked at by a person"
        )
    return Exhibit(
        name="labels",
        stage="audit",
        title="Labels that may be wrong",
        summary=f"{counted(suspects, 'training label')} of {count:,} to look at{said}",
        claims=tuple(claims),
        blocks=tuple(blocks) if suspects else tuple(blocks[1:]),
        limits=tuple(limits),
        detail={
            "joint": np.round(found.joint, 2).tolist(),
            "labels": labels,
            "planted": list(power) if power else None,
        },
    )
