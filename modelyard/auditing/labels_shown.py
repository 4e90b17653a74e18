"""What was found of labels that may be wrong: the list as a file, and as an exhibit. N rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_confident import Confident
from modelyard.auditing.labels_probe import reads_texts
from modelyard.core import durable, exhibit
from modelyard.core.errors import hidden
from modelyard.core.exhibit import FOLDER, Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Rows, Schema
from modelyard.core.words import counted, excerpt, measured, percent
from modelyard.data.sources import write_rows
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

FILE = "label_errors.csv"
SOURCE = "evidence/audit/labels.json: confident learning (Northcutt et al. 2021), out-of-fold probabilities"
TITLE = "Labels that may be wrong"
SHOWN, LISTED = 10, 1000  # rows in the report, and in the file
FEWEST_A_CLASS = 10  # rows; a class with fewer teaches no model


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """The rows that were looked at, of `of`, and what was found; `given` [N] are the codes of `labels`.

    `planted` are the labels changed on purpose that were found, and all of them. `rare` classes were left out, and
    where it is `short` some rows too, for want of time.
    """

    rows: Rows
    schema: Schema
    places: list[str]
    labels: list[str]
    given: NDArray[Any]
    found: Confident
    planted: tuple[int, int] | None
    of: int
    rare: tuple[str, ...]
    short: bool


def unexamined(why: str) -> Exhibit:
    """Where no label can be looked at."""
    sentence = f"labels were not looked at: {why}"
    return Exhibit(name="labels", stage="audit", title=TITLE, summary=sentence, limits=(sentence,))


def write(subject: Subject, looked: Looked) -> None:
    """The most suspect rows as a file. Raises: RunError where it cannot be written."""
    folder = subject.run.path / FOLDER / "audit"
    durable.make_directory(folder)
    first, found = looked.found.suspects[:LISTED], looked.found
    write_rows(
        folder / FILE,
        {
            "rank": list(range(1, len(first) + 1)),
            "place": [looked.places[row] for row in first],
            "given": [looked.labels[looked.given[row]] for row in first],
            "suggested": [looked.labels[code] for code in found.suggested[:LISTED]],
            "margin": [round(float(found.margin[row]), 4) for row in first],
            "row": [hidden(_excerpt(looked, int(row), 2000)) for row in first],
        },
    )


def exhibit_of(subject: Subject, looked: Looked) -> Exhibit:
    """How many labels to look at, which first, and how many of the planted errors such a list holds."""
    count, suspects = len(looked.given), len(looked.found.suspects)
    claims, said = _claims(looked, subject.recipe.evaluate.confidence)
    how = exhibit.text(
        f"Confident learning on {count:,} of {looked.of:,} training rows: a model of "
        f"{'words' if reads_texts(looked.schema) else 'trees'} answers each fifth of them after learning from the "
        "others; a label is suspected where another class is as probable as it usually is for rows of that class. It "
        "finds what is unusual too, not only what is wrong: a list to look through, not a count of errors.",
        quiet=True,
    )
    return Exhibit(
        name="labels",
        stage="audit",
        title=TITLE,
        summary=f"{counted(suspects, 'training label')} of {count:,} to look at{said}",
        claims=tuple(claims),
        blocks=(_table(looked), how) if suspects else (how,),
        limits=tuple(_limits(looked)),
        detail={
            "joint": np.round(looked.found.joint, 2).tolist(),
            "labels": looked.labels,
            "planted": list(looked.planted) if looked.planted else None,
        },
    )


def _claims(looked: Looked, confidence: float) -> tuple[list[Claim], str]:
    """The claims, and what is said of labels changed on purpose."""
    count, suspects = len(looked.given), len(looked.found.suspects)
    share = _claim("labels_to_look_at", suspects, count, confidence, higher_is_better=False)
    if not looked.planted:
        return [share], ""
    hits, of = looked.planted
    power = _claim("planted_label_errors_found", hits, of, confidence, higher_is_better=True)
    figure = " ".join(measured(power.value, power.interval))
    return [share, power], f"; of {counted(of, 'label')} changed on purpose, as long a list holds {figure}"


def _claim(name: str, hits: int, of: int, confidence: float, *, higher_is_better: bool) -> Claim:
    return Claim(
        name=name,
        value=hits / of,
        n=of,
        interval=wilson(hits / of, of, confidence),
        split="train",
        source=f"{SOURCE}; labels changed on purpose" if higher_is_better else SOURCE,
        higher_is_better=higher_is_better,
    )


def _table(looked: Looked) -> exhibit.Json:
    found, labels = looked.found, looked.labels
    rows = [
        [
            looked.places[row],
            labels[looked.given[row]],
            labels[code],
            f"{found.margin[row]:+.2f}",
            _excerpt(looked, row, 160),
        ]
        for row, code in zip(found.suspects[:SHOWN].tolist(), found.suggested[:SHOWN].tolist(), strict=True)
    ]
    return exhibit.table(
        ["row", "given", "likelier", "margin", "what it says"],
        rows,
        title="Look at these first",
        note=f"The first {min(LISTED, len(found.suspects)):,} stand in evidence/audit/{FILE}.",
    )


def _limits(looked: Looked) -> list[str]:
    count, suspects, limits = len(looked.given), len(looked.found.suspects), []
    if count < looked.of:
        rare = f"without classes of under {FEWEST_A_CLASS} rows ({', '.join(looked.rare[:5])})"
        why = [*(["for want of time"] if looked.short else []), *([rare] if looked.rare else [])]
        limits.append(f"labels were looked at in {count:,} of {looked.of:,} training rows, {' and '.join(why)}")
    if suspects:
        limits.append(
            f"{counted(suspects, 'training label')} ({percent(suspects / count)} of those looked at) may be wrong and "
            "were not looked at by a person"
        )
    return limits


def _excerpt(looked: Looked, row: int, limit: int) -> str:
    rows, schema = looked.rows, looked.schema
    if reads_texts(schema):
        return excerpt(" / ".join(str(rows[c.name][row] or "") for c in schema.inputs if c.kind == "text"), limit)
    shown = [f"{c.name}={excerpt(rows[c.name][row], 30)}" for c in schema.inputs if c.kind != "vector"]
    return excerpt(", ".join(shown[:8]), limit)
