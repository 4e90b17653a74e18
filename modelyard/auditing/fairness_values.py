"""Fairness of a regression: the mean error of each group. N rows; G groups."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from modelyard.auditing.fairness_figures import Floats, mean_interval, mean_spread
from modelyard.auditing.fairness_shown import MOST_GROUPS
from modelyard.auditing.groups import Grouping, crossed
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.words import measured, percent
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/fairness.json: normal intervals over all pairs of groups"


def audit(subject: Subject, protected: Sequence[Grouping]) -> Exhibit:
    """Answers less truth by group: whom the model puts too high or too low."""
    targets = np.asarray(subject.known().targets, dtype=np.float64)
    errors = subject.probabilities() - targets
    confidence = subject.recipe.evaluate.confidence
    minimum = subject.recipe.audit.minimum if subject.recipe.audit else 2
    blocks, claims, limits, sentences = [], [], [], []
    for grouping in (*protected, *(crossed(a, b) for a, b in itertools.combinations(protected, 2))):
        judged = grouping.sizes >= minimum
        blocks.append(_table(grouping, errors, minimum, confidence))
        small = [f"{grouping.names[i]} ({grouping.sizes[i]})" for i in np.flatnonzero(~judged)]
        if small:
            limits.append(f"too few rows (under {minimum}) to judge of {grouping.attribute}: {', '.join(small[:8])}")
        found = mean_spread(errors, grouping.codes, judged, confidence)
        if found is None:
            limits.append(f"errors by {grouping.attribute} are not examined: too few rows of two groups")
            continue
        value, interval, low, high = found
        claims.append(
            Claim(
                name=f"mean_error_difference_by_{grouping.attribute.replace(' ', '_')}",
                value=value,
                n=len(errors),
                interval=interval,
                split=subject.split,
                source=SOURCE,
                higher_is_better=False,
            )
        )
        figure, within = measured(value, interval)
        if interval[0] > 0:
            sentence = (
                f"by {grouping.attribute}, {grouping.names[high]} are put higher than {grouping.names[low]} by "
                f"{figure} {within} more than is true"
            )
            limits.append(sentence)
            sentences.append(sentence)
    blocks.append(
        exhibit.text(
            f"The error is the answer less the truth. Intervals at {percent(confidence, 0)} hold for all pairs of "
            f"groups at once. A figure needs {minimum} rows. {'; '.join(g.how for g in protected if g.how)}",
            quiet=True,
        )
    )
    nothing = "the mean errors of the protected groups do not differ beyond chance"
    return Exhibit(
        name="fairness",
        stage="audit",
        title="Fairness",
        summary=sentences[0] if sentences else nothing if claims else "no two protected groups have rows enough",
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
    )


def _table(grouping: Grouping, errors: Floats, minimum: int, confidence: float) -> exhibit.Json:
    rows = []
    for group in np.sort(np.argsort(-grouping.sizes, kind="stable")[:MOST_GROUPS]).tolist():
        name = grouping.names[group]
        part = errors[grouping.codes == group]
        if len(part) < minimum:
            rows.append([name, f"{len(part):,}", f"too few ({len(part)})", ""])
            continue
        mean, half = mean_interval(part, confidence)
        size, around = mean_interval(np.abs(part), confidence)
        rows.append(
            [
                name,
                f"{len(part):,}",
                " ".join(measured(mean, (mean - half, mean + half), sign=True)),
                " ".join(measured(size, (size - around, size + around))),
            ]
        )
    return exhibit.table(
        [grouping.attribute, "rows", "mean error", "mean absolute error"],
        rows,
        title=f"Errors by {grouping.attribute}",
        note=grouping.how if len(rows) == len(grouping.names) else f"The {MOST_GROUPS} largest. {grouping.how}",
    )
