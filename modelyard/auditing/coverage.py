"""For whom the data speak: scripts and languages of texts, values of columns; the part `coverage` of a run's audit."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from modelyard.auditing.coverage_languages import UNKNOWN, language
from modelyard.auditing.labels_probe import reads_texts, texts_of
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Column
from modelyard.core.words import counted, measured, number, percent, printable
from modelyard.data import values
from modelyard.data.scripts import scripts
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

SOURCE = "evidence/audit/coverage.json: Unicode scripts and function words"
MOST_TEXTS = 20_000  # of a split; a random sample beyond
# Texts of a language in train under which a model has hardly met it, and the share of a split that makes it matter.
FEWEST, NOTED = 50, 0.005
_TEXTS_A_SECOND = 2000
SHOWN = 15


def audit(subject: Subject) -> Exhibit | None:
    """Which languages and scripts, or which values, are in train and in the held-out rows, and how well each fares."""
    if reads_texts(subject.bundle.schema):
        return _texts(subject)
    return _columns(subject)


def _texts(subject: Subject) -> Exhibit:
    known = subject.known()
    most = MOST_TEXTS if subject.allowance is None else max(500, int(_TEXTS_A_SECOND * subject.allowance))
    schema = subject.bundle.schema
    train = _some(texts_of(subject.known("train").rows, schema), most)
    chosen = _some(range(len(known.places)), most)
    all_texts = texts_of(known.rows, schema)
    texts = [all_texts[row] for row in chosen]
    ours = [language(text) for text in texts]
    theirs = [language(text) for text in train]
    right = _right(subject)
    trained = Counter(theirs)
    names = sorted({*ours, *theirs}, key=lambda name: (-trained[name], name))
    minimum = subject.recipe.audit.minimum if subject.recipe.audit else 2
    rows: list[list[str]] = []
    claims, limits = [], []
    for name in names:
        inside = [row for row, found in zip(chosen, ours, strict=True) if found == name]
        share, held = trained[name] / max(1, len(train)), len(inside) / max(1, len(texts))
        fares = f"too few ({len(inside)})"
        if right is not None and len(inside) >= minimum:
            value = float(right[inside].mean())
            interval = wilson(value, len(inside), subject.recipe.evaluate.confidence)
            fares = " ".join(measured(value, interval))
            if name != UNKNOWN and held >= NOTED:
                claims.append(_claim(name, value, interval, len(inside), subject.split))
        if len(rows) < SHOWN:
            rows.append([name, percent(share), percent(held), *([fares] if right is not None else [])])
        if held >= NOTED and trained[name] < FEWEST and name != UNKNOWN:
            limits.append(
                f"{percent(held)} of the {subject.split} texts are in {name}, of which train has "
                f"{counted(trained[name], 'text')} of {len(train):,} looked at"
            )
    most_of = [name for name in names if trained[name] >= NOTED * len(train) and name != UNKNOWN]
    spoken = ", ".join(most_of) or "no language that is known here"
    limits.append(f"trained on texts in {spoken}; other languages are not examined")
    blocks: list[exhibit.Json] = [
        exhibit.table(
            ["language", "train", subject.split, *(["right"] if right is not None else [])], rows, title="Languages"
        ),
        _scripts(train, texts, subject.split),
        exhibit.text(
            "A language is told by its script, and where several share one by the function words that occur (our own "
            f"lists); short or mixed texts may remain {UNKNOWN!r}. {len(train):,} training texts and {len(texts):,} of "
            f"{subject.split} were looked at.",
            quiet=True,
        ),
    ]
    first = names[0] if names else UNKNOWN
    return Exhibit(
        name="coverage",
        stage="audit",
        title="Scripts and languages",
        summary=f"{percent(trained[first] / max(1, len(train)))} of the training texts are in {first}"
        + (f", in all {counted(len(most_of), 'language')}" if len(most_of) > 1 else ""),
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
    )


def _claim(language_name: str, value: float, interval: tuple[float, float], count: int, split: str) -> Claim:
    return Claim(
        name=f"accuracy_in_{language_name.replace(' ', '_')}",
        value=value,
        n=count,
        interval=interval,
        split=split,
        source=SOURCE,
        higher_is_better=True,
    )


def _scripts(train: Sequence[str], held: Sequence[str], split: str) -> exhibit.Json:
    first, second = scripts(train), scripts(held)
    names = sorted({*first, *second}, key=lambda name: -first.get(name, 0.0))
    return exhibit.table(
        ["script", "train", split],
        [[name, percent(first.get(name, 0.0)), percent(second.get(name, 0.0))] for name in names],
        title="Scripts",
        note="By the script that most letters of a text have.",
    )


def _right(subject: Subject) -> Any:
    """Whether each known row was answered right, [N]; None for a regression."""
    if subject.kind != "classification":
        return None
    return subject.decide(subject.probabilities()) == np.asarray(subject.known().targets)


def _columns(subject: Subject) -> Exhibit | None:
    """Values and ranges that the held-out rows have and train has not."""
    if subject.split == "train":
        return None
    train, held = subject.known("train").rows, subject.known().rows
    found = [
        item
        for column in subject.bundle.schema.inputs
        if (item := _outside(column, train[column.name], held[column.name])) is not None
    ]
    unseen = [item for item in found if item[1] > 0]
    rows = [
        [printable(name, 40), percent(share), note, *missing]
        for name, share, note, missing in sorted(found, key=lambda item: -item[1])[:SHOWN]
        if share > 0 or set(missing) != {percent(0.0)}
    ]
    if not found:
        return None
    hold = "holds" if len(unseen) == 1 else "hold"
    summary = (
        f"{counted(len(unseen), 'column')} of {len(found)} {hold} values in {subject.split} that train has not: "
        f"{', '.join(printable(item[0], 30) for item in unseen[:4])}"
        if unseen
        else f"{subject.split} holds no value that train has not"
    )
    limits = [
        f"{percent(share)} of the {subject.split} rows have a value of {name} that train has not ({note})"
        for name, share, note, _ in unseen
        if share >= NOTED
    ]
    table = exhibit.table(
        ["column", f"{subject.split} rows outside train", "what", "missing in train", f"missing in {subject.split}"],
        rows,
        title="Values and ranges that train has not",
    )
    return Exhibit(
        name="coverage",
        stage="audit",
        title="What the columns cover",
        summary=summary,
        blocks=(table,) if rows else (),
        limits=tuple(limits),
    )


def _outside(column: Column, train: Sequence[Any], held: Sequence[Any]) -> tuple[str, float, str, list[str]] | None:
    """(name, share of rows outside, what they hold, missing shares) of a number or a category."""
    if column.kind == "number":
        a, b = values.numbers(train)[0], values.numbers(held)[0]
        missing = [percent(float(np.isnan(x).mean())) for x in (a, b)]
        if np.isnan(a).all() or np.isnan(b).all():
            return column.name, 0.0, "", missing
        low, high = np.nanmin(a), np.nanmax(a)
        outside = (b < low) | (b > high)
        said = f"train: {number(float(low))} to {number(float(high))}" if outside.any() else ""
        return column.name, float(outside.mean()), said, missing
    if column.kind != "category":
        return None
    known, theirs = values.labels(train), values.labels(held)
    seen = set(known)
    new = [label for label in theirs if label is not None and label not in seen]
    missing = [percent(sum(label is None for label in labels) / max(1, len(labels))) for labels in (known, theirs)]
    common = [label for label, _ in Counter(new).most_common(3)]
    return column.name, len(new) / max(1, len(theirs)), ", ".join(printable(label, 20) for label in common), missing


def _some(items: Sequence[Any], most: int) -> list[Any]:
    if len(items) <= most:
        return list(items)
    return [items[i] for i in sorted(random.Random(0).sample(range(len(items)), most))]
