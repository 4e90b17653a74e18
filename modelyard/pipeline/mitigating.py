"""The part `mitigation` of an audit: the model's family trained or decided more evenly, with the price in accuracy.

Everything is learned on train, every choice is made on validation, and the figures are of the test rows. N rows.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing import mitigation
from modelyard.auditing.fairness_judged import favourable
from modelyard.auditing.groups import Grouping, cells, grouping
from modelyard.auditing.mitigation import Point, Way
from modelyard.core import registry
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Audit, Recipe
from modelyard.core.registry import needing
from modelyard.core.words import percent
from modelyard.inference.subject import Subject
from modelyard.models import linear, trees
from modelyard.pipeline import mitigating_shown
from modelyard.pipeline.mitigating_ground import Estimator, Ground, fit_family, probability

SPLITS = ("train", "validation", "test")
# Bounds on the difference of selection rates that constrained training is given, and its rounds at most.
BOUNDS, ROUNDS = (0.01, 0.05, 0.1), 20
PRICE = 0.02  # of accuracy on validation that may be paid for evenness
# Trainings of the family that each way takes, each at four fifths of the run's own: no penalty is searched, but weights
# make it slower (adult_census, linear: 31 s for all ways, 0.65 s the training, 62 trainings).
_TRAININGS = {"reweighting": 1, "threshold": 0, "constrained": len(BOUNDS) * ROUNDS}
# Of a network's training one of the cheap family is a small part: a fiftieth is taken, it is not measured.
_SHARE, _SHARE_OF_A_NETWORK = 0.8, 0.02


def trainings(recipe: Recipe) -> float:
    """How many trainings of the run it takes; of a network a small part of one, since a cheap family stands for it."""
    if not recipe.audit or not recipe.audit.mitigate:
        return 0.0
    cheap = recipe.model.family in ("linear", "trees", "auto")
    return (_SHARE if cheap else _SHARE_OF_A_NETWORK) * (1 + sum(_TRAININGS[name] for name in recipe.audit.mitigate))


def audit(subject: Subject) -> Exhibit | None:
    """Try each way that the recipe names; None where it names none."""
    section = subject.recipe.audit
    if not section or not section.mitigate:
        return None
    missing = _missing(subject, section)
    if missing:
        return _untried(missing)
    found = favourable(subject.recipe, subject.labels, np.asarray(subject.known("train").targets, dtype=np.int64))
    assert found is not None
    classes = found[0]
    confidence, minimum = subject.recipe.evaluate.confidence, section.minimum
    shipped = _shipped(subject, classes)
    truth = {name: np.isin(np.asarray(subject.known(name).targets), classes) for name in SPLITS}
    attribute, worst = "", -1.0
    for name in section.protected:
        codes, names = _groups(subject, name, section)
        here = mitigation.point(
            codes["validation"], len(names), truth["validation"], shipped["validation"], minimum, confidence
        )
        apart = mitigation.measure(here, section.even) if here is not None else None
        if apart is not None and apart.difference > worst:
            attribute, worst = name, apart.difference
    if not attribute:
        return _untried("no two groups have rows enough in validation")
    ground = _ground(subject, attribute, truth, section)
    base = fit_family(ground, np.arange(len(truth["train"])), truth["train"].astype(np.int64), None)
    ways = [
        Way(method="the model as it is", setting="", validation=shipped["validation"], test=shipped["test"]),
        _way(ground, base, "trained alike, nothing done", ""),
        *_ways(ground, base, section, subject),
    ]
    points: list[dict[str, Point]] = []
    for way in ways:
        judged = {
            name: mitigation.point(
                ground.groups[name], len(ground.names), truth[name], getattr(way, name), minimum, confidence
            )
            for name in ("validation", "test")
        }
        points.append({name: item for name, item in judged.items() if item and mitigation.measure(item, section.even)})
    pairs = [(way, item) for way, item in zip(ways, points, strict=True) if len(item) == 2]
    if any(len(item) < 2 for item in points[:2]):
        return _untried(f"no two groups of {attribute} have rows enough in test")
    return mitigating_shown.exhibit_of(subject, attribute, ground.names, pairs, truth["test"], PRICE, section.even)


def _untried(why: str) -> Exhibit:
    sentence = f"mitigation was not tried: {why}"
    return Exhibit(name="mitigation", stage="audit", title="More even", summary=sentence, limits=(sentence,))


def _missing(subject: Subject, section: Audit) -> str:
    if subject.kind != "classification":
        return "the answers are numbers"
    if not section.favourable and len(subject.labels) != 2:
        return "which answer is good to get is not said (audit.favourable)"
    return next((f"there is no {name} split" for name in SPLITS if not subject.bundle.counts.get(name)), "")


def _shipped(subject: Subject, classes: list[int]) -> dict[str, NDArray[np.bool_]]:
    return {name: np.isin(subject.decide(subject.probabilities(name)), classes) for name in ("validation", "test")}


def _groups(subject: Subject, name: str, section: Audit) -> tuple[dict[str, NDArray[np.int64]], tuple[str, ...]]:
    """The group of every known row by split, numbered alike in all."""
    parts = {split: list(cells(subject, [name], split)[name]) for split in SPLITS}
    whole: Grouping = grouping(name, [cell for split in SPLITS for cell in parts[split]], section.bins.get(name, ()))
    ends = np.cumsum([len(parts[split]) for split in SPLITS])
    return dict(zip(SPLITS, np.split(whole.codes, ends[:-1]), strict=True)), whole.names


def _ground(subject: Subject, attribute: str, truth: dict[str, NDArray[np.bool_]], section: Audit) -> Ground:
    """The family that stands for the model: its own where that is quickly trained, else the cheap one, or linear."""
    selection = subject.run.read_json("models/selection.json")
    named = [str(selection["shipped"]), str(selection.get("cheap") or "")]
    family = next((name for name in named if name in ("linear", "trees")), "")
    module: Any = trees if family == "trees" else linear
    directory = subject.run.path / "models" / family
    if not family:
        raise AssertionError("every run of rows trains a cheap model")
    task = registry.load("tasks", subject.recipe.task, field="task").Task.load(directory)
    config = trees.Config(trees=100, learning_rate=0.1) if module is trees else linear.Config(c=1.0)
    groups, names = _groups(subject, attribute, section)
    return Ground(
        family=module,
        config=config,
        spec=task.features,
        features={name: task.encode(subject.known(name).rows) for name in SPLITS},
        truth=truth,
        groups=groups,
        names=names,
        seed=subject.recipe.seed,
    )


def _way(ground: Ground, weights: Any, method: str, setting: str) -> Way:
    chosen = {name: probability(ground, weights, ground.features[name]) >= 0.5 for name in ("validation", "test")}
    return Way(method=method, setting=setting, validation=chosen["validation"], test=chosen["test"])


def _ways(ground: Ground, base: Any, section: Audit, subject: Subject) -> Iterator[Way]:
    if "reweighting" in section.mitigate:
        subject.tell("reweighting", 0.1)
        weights = mitigation.reweighed(ground.groups["train"], ground.truth["train"])
        rows = np.arange(len(weights))
        yield _way(ground, fit_family(ground, rows, ground.truth["train"].astype(np.int64), weights), "reweighting", "")
    if "threshold" in section.mitigate:
        yield from _thresholds(ground, base, section)
    if "constrained" in section.mitigate:
        for number, bound in enumerate(BOUNDS):
            subject.tell(f"constrained training, bound {bound:g}", 0.2 + 0.8 * number / len(BOUNDS))
            yield _constrained(ground, bound, section)


def _thresholds(ground: Ground, base: Any, section: Audit) -> Iterator[Way]:
    scores = {name: probability(ground, base, ground.features[name]) for name in ("validation", "test")}
    for step in mitigation.STEPS:
        among = ground.truth["validation"] if section.even == "odds" else None
        groups = ground.groups["validation"]
        cuts = mitigation.cuts(groups, scores["validation"], step, section.minimum, among=among)
        cuts = np.concatenate([cuts, np.full(max(0, len(ground.names) - len(cuts)), 0.5)])
        chosen = {name: scores[name] >= cuts[ground.groups[name]] for name in scores}
        yield Way(
            method="thresholds by group",
            setting=f"{percent(step, 0)} of the way",
            validation=chosen["validation"],
            test=chosen["test"],
        )


def _constrained(ground: Ground, bound: float, section: Audit) -> Way:
    """Exponentiated gradient (Agarwal et al. 2018): each row is answered by one of fairlearn's models, drawn by weight.

    A vote of them would be steadier, and does not keep the bound: where the plain model has most of the weight, it is
    the vote (compas, bound 0.05: 0.32 apart).
    """
    with needing("constrained training (audit.mitigate)"):
        from fairlearn.reductions import DemographicParity, EqualizedOdds, ExponentiatedGradient
    groups, _ = mitigation.merged(ground.groups, section.minimum)
    constraint = (EqualizedOdds if section.even == "odds" else DemographicParity)(difference_bound=bound)
    method = ExponentiatedGradient(Estimator(ground), constraint, max_iter=ROUNDS)
    rows = np.arange(len(ground.truth["train"]))[:, None]
    with warnings.catch_warnings():
        # fairlearn 0.15 grows a series in a way that pandas will refuse from version 4 on; until then it is right.
        warnings.simplefilter("ignore", category=DeprecationWarning)
        method.fit(rows, ground.truth["train"].astype(np.int64), sensitive_features=groups["train"])
    shares = {name: np.zeros(len(ground.truth[name])) for name in ("validation", "test")}
    for model, weight in zip(method.predictors_, np.asarray(method.weights_), strict=True):
        if weight <= 0:
            continue
        for name, total in shares.items():
            total += weight * _voted(ground, model, name)
    random = np.random.default_rng(ground.seed)
    chosen = {name: random.random(len(total)) < total for name, total in shares.items()}
    return Way(
        method="constrained training",
        setting=f"bound {bound:g}",
        validation=chosen["validation"],
        test=chosen["test"],
    )


def _voted(ground: Ground, model: Any, split: str) -> NDArray[np.float64]:
    if isinstance(model, Estimator):
        scores = probability(ground, model.weights, ground.features[split])
        return (scores >= 0.5).astype(np.float64)
    # fairlearn's stand-in where all labels of a round are one: it looks at no feature.
    return np.asarray(model.predict(np.zeros((len(ground.truth[split]), 1))), dtype=np.float64)
