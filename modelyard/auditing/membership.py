"""Can whoever asks the model tell whom it was trained on: the part `membership` of a run's audit. N rows; C classes."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.membership_figures import FALSE_ALARMS, Figures, confidence_scores, curve, figures
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import take
from modelyard.core.words import counted, measured, percent
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/membership.json: loss threshold (Yeom et al. 2018), training rows against {split} rows"
MOST_ROWS, FEWEST_ROWS = 2_000, 50
_CHUNK = 100
# An area above this, with its whole interval, is a finding; what random guessing reaches is 0.5.
WORTH_SAYING = 0.6
Floats = NDArray[np.float64]


def audit(subject: Subject) -> Exhibit | None:
    """By the loss of each row; None where no split was held back."""
    split = subject.split
    if split == "train":
        return None
    members, others = scores_of(subject, "train"), scores_of(subject, split)
    if min(len(members), len(others)) < FEWEST_ROWS:
        sentence = f"whether training rows can be recognised is not examined: under {FEWEST_ROWS} rows of a split"
        return Exhibit(
            name="membership", stage="audit", title="Membership inference", summary=sentence, limits=(sentence,)
        )
    found = figures(members, others, confidence=subject.recipe.evaluate.confidence, seed=subject.recipe.seed)
    how = (
        f"Score: minus the loss of a row. {counted(len(members), 'training row')} against "
        f"{counted(len(others), f'{split} row')}, drawn at random."
    )
    return shown(found, members, others, split=split, name="membership", source=SOURCE.format(split=split), how=how)


def scores_of(subject: Subject, split: str) -> Floats:
    """Minus the loss on a random sample of a split's rows: as many as time allows."""
    known = subject.known(split)
    order = np.random.default_rng(subject.recipe.seed).permutation(len(known.targets))[:MOST_ROWS]
    started, parts = time.monotonic(), []
    for start in range(0, len(order), _CHUNK):
        # Of three equal parts of the time, one for each split and one for the figures.
        if subject.allowance is not None and time.monotonic() - started > subject.allowance / 3:
            break
        index = order[start : start + _CHUNK]
        answers = subject.answered(subject.predictor.outputs(take(known.rows, index.tolist())))
        parts.append(row_scores(answers, known.targets[index], subject.kind))
    return np.concatenate(parts) if parts else np.zeros(0)


def row_scores(answers: Floats, targets: NDArray[Any], kind: str) -> Floats:
    """Higher where the model fits a row better: the true class's log odds, or minus the squared error."""
    if kind == "classification":
        return confidence_scores(answers[np.arange(len(targets)), targets.astype(np.int64)])
    return np.asarray(-((answers - targets.astype(np.float64)) ** 2))


def shown(
    found: Figures, members: Floats, others: Floats, *, split: str, name: str, source: str, how: str, title: str = ""
) -> Exhibit:
    """The exhibit of an attack."""
    area, area_span = measured(found.area, found.area_interval)
    share, share_span = measured(found.caught, found.caught_interval)
    concern = found.area_interval[0] > WORTH_SAYING
    summary = (
        f"training rows are told from others with an area under the curve of {area} {area_span} (0.5 is guessing); "
        f"where 1 % of the others are suspected, {percent(found.caught)} of the training rows are recognised"
    )
    limits = []
    if concern:
        limits.append(
            f"Whoever may ask the model can tell to some degree whom it was trained on (area {area} {area_span}): "
            "train.privacy or fewer epochs lower that."
        )
    if FALSE_ALARMS * found.others < 1:
        limits.append(f"With {found.others} rows that were held back, 1 % of false alarms can hardly be measured.")
    xs, ys = curve(members, others)
    claims = [
        ("auc", found.area, found.area_interval),
        ("tpr_at_1_percent_fpr", found.caught, found.caught_interval),
    ]
    return Exhibit(
        name=name,
        stage="audit",
        title=title or "Membership inference",
        summary=summary,
        claims=tuple(
            Claim(
                name=f"{name}_{what}",
                value=value,
                n=found.members + found.others,
                interval=interval,
                split=split,
                source=source,
                higher_is_better=False,
            )
            for what, value, interval in claims
        ),
        blocks=(
            exhibit.text(how, quiet=True),
            exhibit.lines(
                [{"name": "attack", "x": xs, "y": ys}],
                title="Training rows recognised, by false alarms",
                x_label="share of the others that are suspected",
                y_label="share of the training rows recognised",
                diagonal=True,
                unit_square=True,
                note=f"At 1 %: {share} {share_span}.",
            ),
        ),
        limits=tuple(limits),
        concern=concern,
    )
