"""Fairness of a regression: the mean error of each group. N rows; G groups."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from modelyard.auditing.fairness_figures import Floats, mean_intervals, mean_spread
from modelyard.auditing.fairness_shown import MOST_GROUPS
from modelyard.auditing.groups import Grouping, crossed
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.words import measured, percent
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/fairness.json: Student's intervals over all pairs of groups"


def audit(subject: Subject, protected: Sequence[Grouping]) -> Exhibit:
    """Answers less truth by group: whom the model puts too high or too low."""
    targets = np.asarray(subject.known().targets, dtype=np.float64)
    errors = subject.probabilities() - targets
    confidence = subject.recipe.evaluate.confidence
    minimum = subject.recipe.audit.minimum if subject.recipe.audit else 2
    blocks, claims, limits, sentences = [], [], [], []
    # What is put on the terminal holds for all attributes at once.
    strict = 1 - (1 - confidence) / max(1, len(protected))
    sure = (mean_spread(errors, one.codes, one.sizes >= minimum, strict) for one in protected)
    concern = any(one is not None and one[1][0] > 0 for one in sure)
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
        concern=concern,
    )


def _table(grouping: Grouping, errors: Floats, minimum: int, confidence: float) -> exhibit.Json:
    sizes, groups = grouping.sizes, len(grouping.names)
    mean, half = mean_intervals(errors, grouping.codes, groups, confidence)
    size, around = mean_intervals(np.abs(errors), grouping.codes, groups, confidence)
    rows = []
    for group in np.sort(np.argsort(-sizes, kind="stable")[:MOST_GROUPS]).tolist():
        name, count = grouping.names[group], int(sizes[group])
        if count < minimum:
            rows.append([name, f"{count:,}", f"too few ({count})", ""])
            continue
        signed = measured(mean[group], (mean[group] - half[group], mean[group] + half[group]), sign=True)
        absolute = measured(size[group], (max(0.0, size[group] - around[group]), size[group] + around[group]))
        rows.append([name, f"{count:,}", " ".join(signed), " ".join(absolute)])
    return exhibit.table(
        [grouping.attribute, "rows", "mean error", "mean absolute error"],
        rows,
        title=f"Errors by {grouping.attribute}",
        note=grouping.how if len(rows) == len(grouping.names) else f"The {MOST_GROUPS} largest. {grouping.how}",
    )
