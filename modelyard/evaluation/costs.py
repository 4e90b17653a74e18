"""What errors cost: answers chosen for stated costs on validation rows, what they spare on test rows. N rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from modelyard.core import words
from modelyard.core.exhibit import Exhibit, Json, lines, table, text
from modelyard.core.report import Claim
from modelyard.core.words import counted, figure, measured
from modelyard.data.features.decisions import EXPECTED, LIKELIEST, Costs, Decision, cost_matrix, decide
from modelyard.evaluation.answers import answered
from modelyard.inference.deciding import costs_by_class, rule_for, words_of
from modelyard.inference.subject import Subject
from modelyard.metrics.paired import permutation

NAME = "costs"
SOURCE = f"evidence/evaluate/{NAME}.json: rule from the validation split, paired bootstrap"
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Interval = tuple[float, tuple[float, float]]  # a mean with its ends


def costs(subject: Subject) -> Exhibit | None:
    """The mean cost of an answer by the rule that validation rows chose, against the likeliest label.

    Where the served answers follow these very costs, it is their rule that is measured.
    Raises: RecipeError where a label of answer.costs is none of the model's.
    """
    asked = subject.recipe.answer.costs
    if subject.kind != "classification" or not asked:
        return None
    stated = costs_by_class(asked, subject.labels)
    matrix = cost_matrix(stated, len(subject.labels))
    test = answered(subject, subject.split)
    given, targets = subject.answered(test.outputs), test.targets.astype(np.int64)
    rule, chosen_on = _rule(subject, stated)
    plain, ours = given.argmax(axis=1), decide(given, rule)
    paid, spent = matrix[targets, plain], matrix[targets, ours]
    settings = subject.recipe.evaluate
    before = _interval(paid, settings.confidence, settings.resamples, subject.recipe.seed)
    after = _interval(spent, settings.confidence, settings.resamples, subject.recipe.seed)
    spared = _interval(paid - spent, settings.confidence, settings.resamples, subject.recipe.seed)
    p_value = permutation(paid, spent, seed=subject.recipe.seed)
    ways = {"likeliest label": (plain, before), words_of(rule, subject.labels): (ours, after)}
    blocks = [_table(subject.labels, targets, ways)]
    if len(subject.labels) == 2:
        blocks.append(_curve(given, targets, matrix, subject.labels))
    blocks.append(text(_how(chosen_on, is_served=rule is subject.predictor.task.decision), quiet=True))
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Answers for what errors cost",
        summary=_summary(rule, subject.labels, spared, p_value, len(targets)),
        claims=(
            _claim("cost_a_row", after, len(targets), subject.split, higher=False),
            _claim("cost_spared_a_row", spared, len(targets), subject.split, higher=True),
        ),
        blocks=tuple(blocks),
        limits=()
        if spared[1][0] > 0 or rule["rule"] == LIKELIEST
        else ("Answers chosen for the stated costs are not shown to be cheaper than the likeliest label.",),
        detail={
            "rule": rule["rule"],
            "threshold": rule.get("threshold"),
            "served": rule is subject.predictor.task.decision,
            "costs": matrix.tolist(),
            "labels": list(subject.labels),
        },
    )


def _table(labels: Sequence[str], targets: Ints, ways: Mapping[str, tuple[Ints, Interval]]) -> Json:
    rows = []
    for name, (picked, cost) in ways.items():
        errors = picked != targets
        wrong = [f"{int((errors & (targets == true)).sum()):,}" for true in _listed(labels)]
        rows.append([name, " ".join(measured(*cost)), figure(float(1 - errors.mean()), 4), *wrong])
    names = [f"errors on {labels[i]!r}" for i in _listed(labels)]
    return table(["answer", "cost a row", "accuracy", *names], rows, title="What answers cost on unseen rows")


def _interval(values: Floats, confidence: float, resamples: int, seed: int) -> Interval:
    # There are few different costs: how often each is drawn is all that a resample is.
    levels, counts = np.unique(values, return_counts=True)
    times = np.random.default_rng(seed).multinomial(len(values), counts / len(values), size=resamples)
    drawn = times @ levels / len(values)
    low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    value = float(values.mean())
    return value, (min(low, value), max(high, value))


def _summary(rule: Decision, labels: Sequence[str], spared: Interval, p_value: float, n: int) -> str:
    if rule["rule"] == LIKELIEST:
        return "For these costs the likeliest label was the cheapest answer on the validation rows; it is kept."
    value, interval = spared
    amount = " ".join(measured(1000 * value, [1000 * edge for edge in interval]))
    said = words_of(rule, labels)
    on = f"({counted(n, 'unseen row')}, {words.p_value(p_value)})"
    if interval[0] > 0:
        return f"{said[0].upper()}{said[1:]} spares {amount} in 1,000 rows against the likeliest label {on}."
    return (
        f"{said[0].upper()}{said[1:]} is not shown to be cheaper than the likeliest: it spares {amount} in 1,000 {on}."
    )


def _curve(given: Floats, targets: Ints, matrix: Floats, labels: Sequence[str]) -> Json:
    at = np.linspace(0, 1, 101)
    cost = [float(matrix[targets, (given[:, 1] >= cut).astype(np.int64)].mean()) for cut in at.tolist()]
    return lines(
        [{"name": "cost a row", "x": at.tolist(), "y": cost}],
        title="Cost by threshold on unseen rows (not used to choose it)",
        x_label=f"probability of {labels[1]!r} from which on it is answered",
        y_label="mean cost of a row",
    )


def _rule(subject: Subject, stated: Costs) -> tuple[Decision, str]:
    """The rule that is served, where it is for these costs, else what the validation rows choose; and on what rows."""
    served = subject.predictor.task.decision
    has_validation = bool(subject.bundle.counts.get("validation"))
    if served is not None and served.get("costs") == stated:
        return served, "validation" if has_validation else ""
    if has_validation and subject.split == "test":
        known = answered(subject, "validation")
        truth = known.targets.astype(np.int64)
        return rule_for(subject.answered(known.outputs), truth, stated, subject.recipe.seed), "validation"
    return {"rule": EXPECTED, "costs": stated}, ""


def _how(chosen_on: str, *, is_served: bool) -> str:
    where = f"chosen on the {chosen_on} rows" if chosen_on else "not fitted to any rows"
    served = "It is what the model answers." if is_served else "It is measured only: the model answers otherwise."
    return (
        f"The rule was {where}: least expected cost by the model's probabilities (Elkan 2001), unless of two classes "
        "the cheapest threshold, else the likeliest label, is shown cheaper there by a permutation test. Costs are in "
        f"the unit of answer.costs. {served}"
    )


def _claim(name: str, found: Interval, n: int, split: str, *, higher: bool) -> Claim:
    value, interval = found
    return Claim(
        name=name, value=value, unit="cost", n=n, interval=interval, split=split, source=SOURCE, higher_is_better=higher
    )


def _listed(labels: Sequence[str]) -> range:
    return range(min(len(labels), 8))
