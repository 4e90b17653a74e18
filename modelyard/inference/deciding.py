"""What a recipe states of answers (`answer:`), fitted on validation rows. N rows; C classes.

`data.features.decisions` has the form of what is fitted, and applies it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Answer
from modelyard.core.words import printable
from modelyard.data.features.decisions import EXPECTED, LIKELIEST, THRESHOLD, Costs, cost_matrix, decide
from modelyard.data.features.labels import Labels
from modelyard.inference.labelled import labelled
from modelyard.inference.predictor import Predictor
from modelyard.metrics import conformal
from modelyard.metrics.binomial import upper_tail
from modelyard.metrics.paired import permutation

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle

LEAST = 50  # validation rows, below which a promise would hardly say anything
CONFIDENCE = 0.95  # that the accuracy promised is kept
LEVEL = 0.05  # at which another rule must be cheaper than the least expected cost
STARTS, STEP = (0.2, 0.5), 0.02  # shares of rows answered that are tested, from these on
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def decided(
    predictor: Predictor, bundle: Bundle, answer: Answer, seed: int
) -> tuple[dict[str, Any] | None, Floats | None]:
    """What the validation rows make of `answer` for this model, and its raw outputs on them; None where nothing is.

    Raises: RecipeError for labels that are none, and where there are too few validation rows.
    """
    if not answer.stated:
        return None, None
    task = predictor.task
    labels = tuple(task.labels) if task.metrics == "classification" else ()
    if not bundle.counts.get("validation"):
        check(answer, labels, 0)
        return fitted(answer, labels, np.zeros((0, max(1, len(labels)))), np.zeros(0), seed), None
    rows, places = bundle.rows("validation"), bundle.places("validation")
    known = labelled(rows, places, predictor.schema, labels or None)
    check(answer, labels, len(known.targets))
    outputs = predictor.outputs(known.rows)
    given = np.asarray(task.probabilities(outputs), dtype=np.float64)
    return fitted(answer, labels, given, np.asarray(known.targets), seed), outputs


def check_data(answer: Answer, bundle: Bundle, *, classifies: bool) -> None:
    """As `check`, by the prepared data, before anything is trained.

    Raises: RecipeError, DataError where there are fewer than two labels.
    """
    target = bundle.schema.target
    assert target is not None
    labels = Labels.fit(bundle.rows("train")[target.name], target.name).names if classifies else ()
    check(answer, labels, bundle.counts.get("validation", 0))


def check(answer: Answer, labels: Sequence[str], rows: int) -> None:
    """`labels` are the classes, empty of values; `rows` the validation rows with a known answer.

    Raises: RecipeError for a cost of what is no label, and where there are too few rows to fit what is stated on.
    """
    if answer.costs is not None:
        costs_by_class(answer.costs, labels)
    for name in answer.stated:
        least = 0 if name == "costs" else LEAST
        if name == "coverage" and answer.coverage is not None:
            least = least_rows(answer.coverage, of_labels=bool(labels))
        if rows < least:
            raise RecipeError(
                f"answer.{name} of {getattr(answer, name):.6g} needs {least:,} validation rows to be fitted on, and "
                f"there are {rows:,}",
                where=f"answer.{name}",
                remedy="Hold back more of them (data.split.validation), ask for less, or leave it out.",
            )


def least_rows(coverage: float, *, of_labels: bool) -> int:
    """Validation rows from which on sets of labels, or ranges of values, can hold the truth so often.

    Half of the rows say how wide a range must be.
    """
    return max(LEAST, math.ceil(coverage / (1 - coverage) - 1e-9) * (1 if of_labels else 2))


def fitted(answer: Answer, labels: Sequence[str], given: Floats, targets: NDArray[Any], seed: int) -> dict[str, Any]:
    """The decision that `answer` comes to, by probabilities [N, C] or values [N] and the targets of validation rows.

    Whatever answers by probabilities can be given one: a single model, or several that vote.
    """
    if not labels:
        assert answer.coverage is not None
        return {
            "fitted_on": len(targets),
            "coverage": answer.coverage,
            **ranges(given, targets.astype(np.float64), answer.coverage, seed),
        }
    truth = targets.astype(np.int64)
    found: dict[str, Any] = {"fitted_on": len(truth), "rule": LIKELIEST}
    if answer.costs is not None:
        found |= rule_for(given, truth, costs_by_class(answer.costs, labels), seed)
    chosen = decide(given, found)
    rows = np.arange(len(truth))
    if answer.accuracy is not None:
        least = promised(given[rows, chosen], chosen == truth, answer.accuracy, CONFIDENCE)
        found |= {"accuracy": answer.accuracy, "confidence": CONFIDENCE, "confident_from": least}
    if answer.coverage is not None:
        found |= {"coverage": answer.coverage, "set_limit": set_limit(given, truth, chosen, answer.coverage)}
    return found


def costs_by_class(asked: Mapping[str, Mapping[str, float]], labels: Sequence[str]) -> list[list[float]]:
    """(true class, class answered, cost) of what is stated, in order. Raises: RecipeError for what is no label."""
    found: list[list[float]] = []
    for true, row in asked.items():
        for answer, cost in row.items():
            for label in (true, answer):
                if label not in labels:
                    raise RecipeError(
                        "this is no label of the data",
                        where="answer.costs",
                        got=label,
                        remedy=f"Its labels are: {', '.join(map(printable, labels[:10]))}.",
                    )
            if true != answer:  # a right answer costs nothing
                found.append([labels.index(true), labels.index(answer), float(cost)])
    return sorted(found)


def rule_for(given: Floats, targets: Ints, costs: Costs, seed: int) -> dict[str, Any]:
    """`{"rule", "costs"}` and perhaps `{"threshold"}`: least expected cost, unless another is shown to be cheaper.

    The other, of two classes the cheapest threshold, else the likeliest label, must be cheaper on these rows by more
    than chance (a paired permutation test): a threshold is fitted to these very rows.
    """
    rule: dict[str, Any] = {"rule": EXPECTED, "costs": [list(one) for one in costs]}
    if not len(targets):
        return rule
    matrix, other = cost_matrix(costs, given.shape[1]), {**rule, "rule": LIKELIEST}
    if len(matrix) == 2:
        other |= {"rule": THRESHOLD, "threshold": cheapest_threshold(given[:, 1], targets, matrix)}
    paid = matrix[targets, decide(given, rule)]
    instead = matrix[targets, decide(given, other)]
    cheaper = instead.sum() < paid.sum() and permutation(paid, instead, seed=seed) < LEVEL
    return other if cheaper else rule


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


def promised(sure: Floats, right: Bools, wanted: float, confidence: float) -> float | None:
    """The lowest threshold above which answers are right as often as wanted, with that confidence; None: there is none.

    Thresholds are tested from strict to lax, each by the exact binomial, and the first that fails ends it: so that many
    can be tested and none costs the others. Two starts share what may go wrong, for one alone may have too few rows.
    Source: Angelopoulos et al. 2021, "Learn then test", section 4.1 (fixed sequences with several starts).
    """
    found = None
    for start in STARTS:
        for share in np.arange(start, 1 + STEP / 2, STEP).tolist():
            limit = float(np.quantile(sure, max(0.0, 1 - share)))
            kept = sure >= limit
            if upper_tail(int(right[kept].sum()), int(kept.sum()), wanted) > (1 - confidence) / len(STARTS):
                break
            found = limit if found is None else min(found, limit)
    return found


def set_limit(given: Floats, targets: Ints, chosen: Ints, coverage: float) -> float | None:
    """How far below 1 the probability of a label in the set may be; None: as far as it likes.

    The set holds the label answered in any case, so a row that is answered right is held by the smallest of sets.
    """
    scores = np.where(chosen == targets, -1.0, conformal.least_ambiguous_scores(given, targets))
    limit = conformal.threshold(scores, coverage)
    return limit if math.isfinite(limit) else None


def ranges(given: Floats, targets: Floats, coverage: float, seed: int) -> dict[str, Any]:
    """`{"reach", "at", "to"}`: how wide a range must be, as often as the usual error at a value.

    Half of the rows say how wide, the other half how often: a width fitted on the same rows would be too narrow.
    """
    errors = np.abs(given - targets)
    order = np.random.default_rng(seed).permutation(len(targets))
    shape, rest = order[: len(order) // 2], order[len(order) // 2 :]
    width = conformal.Width(given[shape], errors[shape])
    reach = conformal.threshold(errors[rest] / width(given[rest]), coverage)
    return {"reach": reach, **width.to_json()}


def words_of(decision: Mapping[str, Any], labels: Sequence[str]) -> str:
    """The rule of a decision in words: `the label of least expected cost`."""
    rule = decision.get("rule", LIKELIEST)
    if rule == THRESHOLD:
        return f"answering {printable(labels[1])!r} from a probability of {decision['threshold']:.3f} on"
    return "the label of least expected cost" if rule == EXPECTED else "the likeliest label, kept"
