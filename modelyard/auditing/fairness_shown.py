"""The tables of a fairness audit."""

from __future__ import annotations

import numpy as np

from modelyard.auditing.fairness_judged import Audited, Decision
from modelyard.core import exhibit
from modelyard.core.words import counted, measured, percent

MOST_ROWS = 12  # of a table of intersections
MOST_GROUPS = 30  # of a table of one attribute: the largest
_RATES = ("selection_rate", "true_positive_rate", "false_positive_rate")  # more columns than a page is wide for
MEASURES = ("demographic_parity", "equalized_odds", "predictive_parity", "accuracy")
TITLES = {
    "demographic_parity": "demographic parity: selection rates",
    "equalized_odds": "equalised odds: the larger gap of true and false positive rates",
    "predictive_parity": "predictive parity: precision",
    "accuracy": "accuracy",
}


def group_table(audited: Audited, decision: Decision, confidence: float) -> exhibit.Json:
    """Every rate of every group."""
    grouping = audited.grouping
    shown = np.sort(np.argsort(-grouping.sizes, kind="stable")[:MOST_GROUPS])
    rows = [
        [grouping.names[group], f"{int(grouping.sizes[group]):,}"]
        + [_share(audited, name, group, confidence) for name in _RATES]
        for group in shown.tolist()
    ]
    left = len(grouping.names) - len(shown)
    more = f"{counted(left, 'smaller group')} in evidence/audit/fairness.json. " if left else ""
    return exhibit.table(
        [grouping.attribute, "rows", "selected", "true positives", "false positives"],
        rows,
        title=f"By {grouping.attribute}: {decision.name!r} is the favourable answer",
        note=more + grouping.how,
    )


def _share(audited: Audited, name: str, group: int, confidence: float) -> str:
    rate = audited.rates[name]
    if not audited.judged[name][group]:
        return f"too few ({int(rate.of[group])})"
    value, interval = measured(float(rate.values[group]), rate.interval(group, confidence))
    return f"{value} {interval}"


def spread_table(audited: Audited) -> exhibit.Json:
    """How far the groups are apart, by every measure."""
    names = audited.grouping.names
    rows = []
    for measure in MEASURES:
        item = audited.spreads.get(measure)
        if item is None:
            rows.append([TITLES[measure], "too few rows", "", "", ""])
            continue
        difference, within = measured(item.difference, item.difference_interval)
        ratio, between = measured(item.ratio, item.ratio_interval)
        rows.append(
            [
                TITLES[measure],
                f"{difference} {within}",
                f"{ratio} {between}",
                f"{names[item.lowest]} – {names[item.highest]}",
                "differ" if item.apart else "no difference shown",
            ]
        )
    return exhibit.table(
        ["measure", "difference", "ratio", "lowest – highest", "groups"],
        rows,
        title=f"How far the groups of {audited.grouping.attribute} are apart",
    )


def calibration_table(audited: Audited, decision: Decision, confidence: float) -> exhibit.Json:
    """How right the answers and the probabilities are in each group."""
    names = audited.grouping.names
    rows = []
    for item in sorted(audited.calibration, key=lambda item: -item["n"])[:MOST_GROUPS]:
        group = names.index(item["group"])
        large = " ".join(measured(item["in_the_large"], item["in_the_large_interval"], sign=True))
        error = " ".join(measured(item["ece"], item["ece_interval"]))
        shares = [_share(audited, name, group, confidence) for name in ("precision", "accuracy")]
        rows.append([item["group"], *shares, large, error])
    return exhibit.table(
        [audited.grouping.attribute, "precision", "right", "probability less share", "calibration error"],
        rows,
        title=f"How far {decision.name!r} can be believed in every group",
        note="Probability less share: the mean probability of it less how often it is true (calibration in the large).",
    )


def intersection_table(audited: Audited, confidence: float) -> exhibit.Json:
    """The groups of two attributes with the lowest and the highest selection rates; the small ones by name."""
    grouping, selected = audited.grouping, audited.rates["selection_rate"]
    judged = np.flatnonzero(audited.judged["selection_rate"])
    order = judged[np.argsort(selected.values[judged], kind="stable")]
    shown = order if len(order) <= MOST_ROWS else np.concatenate([order[: MOST_ROWS // 2], order[-MOST_ROWS // 2 :]])
    rows = [
        [grouping.names[group], f"{int(grouping.sizes[group]):,}"]
        + [_share(audited, name, group, confidence) for name in ("selection_rate", "true_positive_rate", "accuracy")]
        for group in shown
    ]
    left = f"{counted(len(order) - len(shown), 'group')} between them not shown. " if len(order) > len(shown) else ""
    few = ", ".join(f"{name} ({size})" for name, size in audited.small[:MOST_ROWS])
    more = f" and {len(audited.small) - MOST_ROWS} more" if len(audited.small) > MOST_ROWS else ""
    return exhibit.table(
        ["group", "rows", "selected", "true positives", "right"],
        rows,
        title=f"Intersections: {grouping.attribute}",
        note=left + (f"Too few rows to judge: {few}{more}." if few else ""),
    )


def how(single: list[Audited], decision: Decision, minimum: int, confidence: float) -> exhibit.Json:
    """How it was measured."""
    bins = "; ".join(item.grouping.how for item in single if item.grouping.how)
    return exhibit.text(
        f"A difference is the largest less the smallest of the groups, a ratio the smallest over the largest. "
        f"Intervals at {percent(confidence, 0)}: Wilson's of a share, Newcombe's of differences and Donner and "
        f"Zou's of ratios over all pairs of groups at once, so that by chance alone a measure is said to differ in at "
        f"most {percent(1 - confidence, 0)} of the cases; it is a finding to look at where it differs at a level that "
        f"all measures and attributes share. A figure needs {minimum} rows. {bins}",
        quiet=True,
    )
