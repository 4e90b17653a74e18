"""Which changes suit a model's inputs, each at its strengths: what robustness tries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from modelyard.core.errors import MissingExtra
from modelyard.core.schema import row_count
from modelyard.core.words import percent
from modelyard.evaluation import perturbations_columns as cells
from modelyard.evaluation.perturbations import CHINESE, PLAIN, Perturbation, is_chinese
from modelyard.evaluation.synonyms import read, synonyms, usual
from modelyard.inference.subject import Subject

# Texts with Chinese from which on its changes are tried.
CHINESE_SHARE = 0.02
COLUMNS = 30  # that are taken away one at a time at most, by default

Columns = dict[str, Sequence[Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """One change at one strength. `make` gives the changed rows; `claim` names its claim, empty where it has none."""

    name: str
    title: str
    make: Callable[[], Columns]
    claim: str = ""


def suited(subject: Subject) -> tuple[list[Perturbation], list[str]]:
    """The changes that suit the model's texts, and a sentence for each that a missing library leaves out."""
    texts = [column.name for column in subject.predictor.schema.inputs if column.kind == "text"]
    if not texts:
        return [], []
    rows = subject.known().rows
    count = row_count(rows)
    chinese = sum(any(is_chinese(rows[name][i]) for name in texts) for i in range(count))
    own = subject.recipe.evaluate.synonyms
    found, reasons = [*PLAIN, synonyms(usual() if own is None else read(Path(own).expanduser()))], []
    for change in CHINESE if chinese > CHINESE_SHARE * count else ():
        try:
            change(["酒店"], change.usual, seed=0, rows=[0])
        except MissingExtra as error:
            reasons.append(f"Robustness: texts {change.title} are not examined. {error}")
        else:
            found.append(change)
    return found, reasons


def trials(subject: Subject, changes: Sequence[Perturbation], rows: Columns, places: Sequence[int]) -> list[Trial]:
    """Every change of these rows at every strength. Nothing is changed before `make` is called."""
    texts = [column.name for column in subject.predictor.schema.inputs if column.kind == "text"]
    seed = subject.recipe.seed
    found = [
        Trial(
            name=f"{change.name}:{strength:g}",
            title=change.title + (f", {percent(strength, 0)} of {change.unit}" if change.unit else ""),
            make=partial(_texts, change, strength, rows, texts, places, seed),
            claim=change.name if strength == change.usual else "",
        )
        for change in changes
        for strength in change.strengths
    ]
    return [*found, *_of_columns(subject, rows, places)]


def _texts(
    change: Perturbation, strength: float, rows: Columns, texts: Sequence[str], places: Sequence[int], seed: int
) -> Columns:
    return {**rows, **{name: change(rows[name], strength, seed=seed, rows=places) for name in texts}}


def _of_columns(subject: Subject, rows: Columns, places: Sequence[int]) -> Iterator[Trial]:
    inputs, seed = subject.predictor.schema.inputs, subject.recipe.seed
    figures = [column for column in inputs if column.kind in ("number", "vector")]
    categories = [column for column in inputs if column.kind == "category"]
    single = [column for column in inputs if column.kind in ("number", "category", "date")]
    widths = cells.deviations(subject.known().rows, figures)
    for share in cells.NOISE if figures else ():
        yield Trial(
            name=f"noise:{share:g}",
            title=f"noise on every number, {percent(share, 0)} of its deviation",
            make=partial(cells.noisy, rows, figures, share, widths, seed=seed, places=places),
            claim="noise" if share == cells.USUAL_NOISE else "",
        )
    for name, title, over, value in (
        ("unseen_category", "categories never seen before", categories, cells.UNSEEN),
        ("missing_cells", "cells not known", single, None),
    ):
        for share in cells.SHARES if over else ():
            yield Trial(
                name=f"{name}:{share:g}",
                title=f"{title}, {percent(share, 0)} of them",
                make=partial(cells.replaced, rows, over, share, value, seed=seed, places=places),
                claim=name if share == cells.USUAL_SHARE else "",
            )
    most = len(single) if subject.allowance is None else COLUMNS
    for column in single[:most] if len(inputs) > 1 else ():
        yield Trial(
            name=f"without:{column.name}",
            title=f"{column.name} not known",
            make=partial(cells.without, rows, column.name),
        )
