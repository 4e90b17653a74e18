"""The stronger attack on a model's privacy: shadow models of the same recipe, each trained on half of the rows.

Asked for by `audit: {membership: 16}`; it takes that many trainings. P rows of the pool; S shadow models.
"""

from __future__ import annotations

import shutil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.membership import row_scores, shown
from modelyard.auditing.membership_figures import figures, likelihood_ratios
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Rows, take
from modelyard.core.words import counted
from modelyard.evaluation.answers import joined
from modelyard.inference.subject import Subject
from modelyard.pipeline.training_again import trained_again

SOURCE = "evidence/audit/membership_shadows.json: likelihood ratio with {count} shadow models (Carlini et al. 2022)"
_WORK = "evidence/.shadows"


def trainings(recipe: Recipe) -> float:
    """How many trainings of the run it takes: a shadow model learns from about as many rows."""
    return float(recipe.audit.membership or 0) if recipe.audit else 0.0


def audit(subject: Subject) -> Exhibit | None:
    """By shadow models; None where no split was held back."""
    split = subject.split
    count = subject.recipe.audit.membership if subject.recipe.audit else None
    if split == "train" or not count:
        return None
    pool, targets, members = _pool(subject, split)
    random = np.random.default_rng(subject.recipe.seed)
    inside = _halves(count, len(members), random)
    work = subject.run.path / _WORK
    scores = np.zeros((count, len(members)))
    try:
        for number in range(count):
            subject.tell(f"shadow model {number + 1} of {count}", number / count)
            half = take(pool, np.flatnonzero(inside[number]))
            predictor = trained_again(subject, half, work / f"{number:03d}")
            answers = subject.answered(predictor.outputs({name: pool[name] for name in _inputs(subject)}))
            scores[number] = row_scores(answers, targets, subject.kind)
            shutil.rmtree(work / f"{number:03d}")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    own = row_scores(
        subject.answered(subject.predictor.outputs({name: pool[name] for name in _inputs(subject)})),
        targets,
        subject.kind,
    )
    ratios = likelihood_ratios(own, scores, inside)
    known = np.isfinite(ratios)
    found = figures(
        ratios[known & members],
        ratios[known & ~members],
        confidence=subject.recipe.evaluate.confidence,
        seed=subject.recipe.seed,
    )
    how = (
        f"{counted(count, 'model')} of the same recipe, each trained on a random half of "
        f"{counted(len(members), 'row')} (training and {split}); the score of a row is how much likelier "
        "its answer is from models that had seen it."
    )
    return shown(
        found,
        ratios[known & members],
        ratios[known & ~members],
        split=split,
        name="membership_shadows",
        source=SOURCE.format(count=count),
        how=how,
        title="Membership inference with shadow models",
    )


def _inputs(subject: Subject) -> list[str]:
    return [column.name for column in subject.bundle.schema.inputs]


def _pool(subject: Subject, split: str) -> tuple[Rows, NDArray[Any], NDArray[np.bool_]]:
    """Rows of training and of the held-back split, as many of each, with their targets, and which are members."""
    train, held = subject.known("train"), subject.known(split)
    size = min(len(train.targets), len(held.targets))
    random = np.random.default_rng(subject.recipe.seed)
    drawn = [np.sort(random.permutation(len(known.targets))[:size]) for known in (train, held)]
    target = subject.bundle.schema.target
    assert target is not None
    names = [*_inputs(subject), target.name]
    sides = [take({n: known.rows[n] for n in names}, i) for known, i in zip((train, held), drawn, strict=True)]
    rows = joined(*sides)
    targets = np.concatenate([train.targets[drawn[0]], held.targets[drawn[1]]])
    return rows, targets, np.repeat([True, False], size)


def _halves(count: int, rows: int, random: np.random.Generator) -> NDArray[np.bool_]:
    """Which shadow models [S, P] learn from which row: each row in half of them, each of them from about half."""
    ranks = random.random((count, rows)).argsort(axis=0)
    return np.asarray(ranks < count // 2)
