"""What errors cost: answers chosen for stated costs on validation rows, what they spare on test rows. N rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RecipeError
from modelyard.core.exhibit import Exhibit, lines, table, text
from modelyard.core.report import Claim
from modelyard.core.words import counted, figure, measured, printable
from modelyard.evaluation.answers import answered
from modelyard.inference.subject import Subject
from modelyard.metrics.paired import permutation

NAME = "costs"
SOURCE = f"evidence/evaluate/{NAME}.json: rule from the validation split, paired bootstrap"
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """How an answer is chosen; of two classes the `threshold` from which on the second is answered."""

    name: str
    threshold: float | None = None


EXPECTED, LIKELIEST = Rule(name="least expected cost"), Rule(name="likeliest label")


def costs(subject: Subject) -> Exhibit | None:
    """The mean cost of an answer by the rule that was cheapest on validation rows, against the likeliest label.

    Raises: RecipeError where a label of evaluate.costs is none of the model's.
    """
    asked = subject.recipe.evaluate.costs
    if subject.kind != "classification" or not asked:
        return None
    matrix = cost_matrix(asked, subject.labels)
    chosen_on = "validation" if subject.bundle.counts.get("validation") and subject.split == "test" else ""
    test = answered(subject, subject.split)
    given, targets = subject.answered(test.outputs), test.targets.astype(np.int64)
    rule, table_rows = EXPECTED, []
    if chosen_on:
        known = answered(subject, chosen_on)
        rule = choose(subject.answered(known.outputs), known.targets.astype(np.int64), matrix, subject.recipe.seed)
    plain, ours = given.argmax(axis=1), answers(rule, given, matrix)
    paid, spent = matrix[targets, plain], matrix[targets, ours]
    settings = subject.recipe.evaluate
    before = _interval(paid, settings.confidence, settings.resamples, subject.recipe.seed)
    after = _interval(spent, settings.confidence, settings.resamples, subject.recipe.seed)
    spared = _interval(paid - spent, settings.confidence, settings.resamples, subject.recipe.seed)
    p_value = permutation(paid, spent, seed=subject.recipe.seed)
    for name, picked, cost in (("likeliest label", plain, before), (_said(rule, subject.labels), ours, after)):
        errors = picked != targets
        table_rows.append(
            [
                name,
                " ".join(measured(cost[0], cost[1])),
                figure(float(1 - errors.mean()), 4),
                *(f"{int((errors & (targets == true)).sum()):,}" for true in _listed(subject.labels)),
            ]
        )
    blocks = [
        table(
            [
                "answer",
                "cost a row",
                "accuracy",
                *(f"errors on {subject.labels[i]!r}" for i in _listed(subject.labels)),
            ],
            table_rows,
            title="What answers cost on unseen rows",
        )
    ]
    if len(subject.labels) == 2:
        blocks.append(_curve(given, targets, matrix, subject.labels))
    blocks.append(text(_how(chosen_on), quiet=True))
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
        if spared[1][0] > 0 or rule is LIKELIEST
        else ("Answers chosen for the stated costs are not shown to be cheaper than the likeliest label.",),
        detail={
            "rule": rule.name,
            "threshold": rule.threshold,
            "costs": matrix.tolist(),
            "labels": list(subject.labels),
        },
    )


def cost_matrix(asked: Mapping[str, Mapping[str, float]], labels: Sequence[str]) -> Floats:
    """Cost by true class and answer, [C, C]: 1 where it is not said, 0 where the answer is right."""
    matrix = 1 - np.eye(len(labels))
    for true, row in asked.items():
        for answer, cost in row.items():
            for label in (true, answer):
                if label not in labels:
                    raise RecipeError(
                        "this is no label of the data",
                        where="evaluate.costs",
                        got=label,
                        remedy=f"Its labels are: {', '.join(map(printable, labels[:10]))}.",
                    )
            matrix[labels.index(true), labels.index(answer)] = cost
    return matrix


def answers(rule: Rule, given: Floats, matrix: Floats) -> Ints:
    """The class answered in each row, [N]."""
    if rule.threshold is not None:
        return (given[:, 1] >= rule.threshold).astype(np.int64)
    if rule is LIKELIEST:
        return np.asarray(given.argmax(axis=1))
    # Source: Elkan 2001, "The foundations of cost-sensitive learning", eq. 1.
    return np.asarray((given @ matrix).argmin(axis=1))


def choose(given: Floats, targets: Ints, matrix: Floats, seed: int) -> Rule:
    """Least expected cost, or the likeliest label where that is cheaper; of two classes the cheapest threshold.

    A threshold is fitted to these very rows, so it must be cheaper by more than chance (a paired permutation test).
    """
    first = min((EXPECTED, LIKELIEST), key=lambda rule: float(matrix[targets, answers(rule, given, matrix)].mean()))
    if matrix.shape[0] != 2:
        return first
    paid = matrix[targets, answers(first, given, matrix)]
    best = cheapest_threshold(given[:, 1], targets, matrix)
    fitted = Rule(name="threshold", threshold=best)
    tuned = matrix[targets, answers(fitted, given, matrix)]
    cheaper = tuned.mean() < paid.mean() and permutation(paid, tuned, seed=seed) < 0.05
    return fitted if cheaper else first


def cheapest_threshold(scores: Floats, targets: Ints, matrix: Floats) -> float:
    """From which score on the second of two classes is answered at the least cost, midway between two scores."""
    order = np.argsort(scores, kind="stable")
    ranked, truth = scores[order], targets[order]
    # Below the cut the first class is answered, from it on the second.
    below = np.concatenate([[0.0], np.cumsum(matrix[truth, 0])])
    above = np.concatenate([np.cumsum(matrix[truth, 1][::-1])[::-1], [0.0]])
    total = below + above
    allowed = np.concatenate([[True], np.diff(ranked) > 0, [True]])  # a cut stands between different scores
    cut = int(np.argmin(np.where(allowed, total, np.inf)))
    edges = np.concatenate([[0.0], ranked, [1.0 + 1e-9]])
    return float((edges[cut] + edges[cut + 1]) / 2) if 0 < cut < len(ranked) else (0.0 if cut == 0 else 1.0 + 1e-9)


def _interval(values: Floats, confidence: float, resamples: int, seed: int) -> tuple[float, tuple[float, float]]:
    random = np.random.default_rng(seed)
    drawn = np.array([float(values[random.integers(0, len(values), len(values))].mean()) for _ in range(resamples)])
    low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    value = float(values.mean())
    return value, (min(low, value), max(high, value))


def _summary(
    rule: Rule, labels: Sequence[str], spared: tuple[float, tuple[float, float]], p_value: float, n: int
) -> str:
    if rule is LIKELIEST:
        return "For these costs the likeliest label was the cheapest answer on the validation rows; it is kept."
    value, interval = spared
    amount = " ".join(measured(1000 * value, [1000 * edge for edge in interval]))
    said = _said(rule, labels)
    on = f"({counted(n, 'unseen row')}, p = {p_value:.2g})"
    if interval[0] > 0:
        return f"{said[0].upper()}{said[1:]} spares {amount} in 1,000 rows against the likeliest label {on}."
    return (
        f"{said[0].upper()}{said[1:]} is not shown to be cheaper than the likeliest: it spares {amount} in 1,000 {on}."
    )


def _curve(given: Floats, targets: Ints, matrix: Floats, labels: Sequence[str]) -> dict[str, object]:
    at = np.linspace(0, 1, 101)
    cost = [float(matrix[targets, (given[:, 1] >= cut).astype(np.int64)].mean()) for cut in at.tolist()]
    return lines(
        [{"name": "cost a row", "x": at.tolist(), "y": cost}],
        title="Cost by threshold on unseen rows (not used to choose it)",
        x_label=f"probability of {labels[1]!r} from which on it is answered",
        y_label="mean cost of a row",
    )


def _said(rule: Rule, labels: Sequence[str]) -> str:
    if rule.threshold is None:
        return "the label of least expected cost" if rule is EXPECTED else "the likeliest label, kept"
    return f"answering {printable(labels[1])!r} from a probability of {rule.threshold:.3f} on"


def _how(chosen_on: str) -> str:
    where = f"chosen on the {chosen_on} rows" if chosen_on else "not fitted to any rows"
    return (
        f"The rule was {where}: least expected cost by the model's probabilities (Elkan 2001), or of two classes the "
        "threshold that was cheapest, where a permutation test shows it cheaper still. Costs are in the unit of "
        "evaluate.costs; the served answer stays the likeliest label."
    )


def _claim(name: str, found: tuple[float, tuple[float, float]], n: int, split: str, *, higher: bool) -> Claim:
    value, interval = found
    return Claim(
        name=name, value=value, unit="cost", n=n, interval=interval, split=split, source=SOURCE, higher_is_better=higher
    )


def _listed(labels: Sequence[str]) -> range:
    return range(min(len(labels), 8))
