"""A model's answers as a yes-or-no decision, and its figures by group. N rows; G groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from modelyard.auditing.fairness_calibration import calibration_error, calibration_interval, in_the_large
from modelyard.auditing.fairness_figures import Bools, Floats, Rate, Spread, rates, spread, worst
from modelyard.auditing.groups import Grouping
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe
from modelyard.data import values
from modelyard.inference.subject import Subject


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """A yes-or-no view of the answers, each [N]; `name` says which answer is the favourable one."""

    name: str
    truth: Bools
    chosen: Bools
    probability: Floats
    assumed: bool


@dataclass(kw_only=True, slots=True)
class Audited:
    """One grouping's figures. `small` are groups below the minimum with their rows; `spreads` by measure."""

    grouping: Grouping
    rates: dict[str, Rate]
    judged: dict[str, Bools]
    spreads: dict[str, Spread]
    calibration: list[dict[str, Any]] = field(default_factory=list)
    small: list[tuple[str, int]] = field(default_factory=list)


def decide(subject: Subject) -> Decision | None:
    """The answers as favourable or not; None where several classes leave open which is. Raises: RecipeError."""
    labels, targets = subject.labels, subject.known().targets
    found = favourable(subject.recipe, labels, subject.known("train").targets)
    if found is None:
        return None
    classes, assumed = found
    probabilities = subject.probabilities()
    return Decision(
        name=" or ".join(labels[index] for index in classes),
        truth=np.isin(targets, classes),
        chosen=np.isin(subject.decide(probabilities), classes),
        probability=np.clip(probabilities[:, classes].sum(axis=1), 0.0, 1.0),
        assumed=assumed,
    )


def favourable(recipe: Recipe, labels: tuple[str, ...], targets: Any) -> tuple[list[int], bool] | None:
    """The classes of `audit.favourable`, else the rarer of two in train's `targets` (assumed: True).

    Raises: RecipeError.
    """
    named = recipe.audit.favourable if recipe.audit else ()
    if named:
        found: list[int] = []
        for label in dict.fromkeys(values.label(name) or name for name in named):
            if label not in labels:
                raise RecipeError(
                    "audit.favourable must be one of the answers",
                    where="audit.favourable",
                    got=label,
                    remedy=f"The answers are: {', '.join(labels[:10])}.",
                )
            found.append(labels.index(label))
        if len(found) == len(labels):
            raise RecipeError(
                "audit.favourable must leave out an answer: every one would be good to get",
                where="audit.favourable",
                got=list(named),
                remedy="Name those alone that people hope for.",
            )
        return found, False
    if len(labels) != 2:
        return None
    return [int(np.bincount(np.asarray(targets, dtype=np.int64), minlength=2).argmin())], True


def examined(grouping: Grouping, decision: Decision, minimum: int, confidence: float, *, calibrated: bool) -> Audited:
    """All figures of one grouping; a rate of a group is judged where at least `minimum` rows stand behind it."""
    found = rates(grouping.codes, len(grouping.names), decision.truth, decision.chosen)
    judged = {name: rate.of >= minimum for name, rate in found.items()}
    half = 1 - (1 - confidence) / 2
    spreads = {
        "demographic_parity": spread(found["selection_rate"], judged["selection_rate"], confidence),
        "equalized_odds": worst(
            spread(found["true_positive_rate"], judged["true_positive_rate"], half),
            spread(found["false_positive_rate"], judged["false_positive_rate"], half),
        ),
        "predictive_parity": spread(found["precision"], judged["precision"], confidence),
        "accuracy": spread(found["accuracy"], judged["accuracy"], confidence),
    }
    audited = Audited(
        grouping=grouping,
        rates=found,
        judged=judged,
        spreads={name: item for name, item in spreads.items() if item is not None},
        small=[(name, int(size)) for name, size in zip(grouping.names, grouping.sizes, strict=True) if size < minimum],
    )
    if calibrated:
        audited.calibration = [
            _calibration(grouping, group, decision, confidence)
            for group in range(len(grouping.names))
            if grouping.sizes[group] >= minimum
        ]
    return audited


def _calibration(grouping: Grouping, group: int, decision: Decision, confidence: float) -> dict[str, Any]:
    inside = grouping.codes == group
    truth, probability = decision.truth[inside], decision.probability[inside]
    large, interval = in_the_large(truth, probability, confidence)
    return {
        "group": grouping.names[group],
        "n": int(inside.sum()),
        "mean_probability": float(probability.mean()),
        "share": float(truth.mean()),
        "in_the_large": large,
        "in_the_large_interval": list(interval),
        "ece": calibration_error(truth, probability),
        "ece_interval": list(calibration_interval(truth, probability, confidence)),
    }
