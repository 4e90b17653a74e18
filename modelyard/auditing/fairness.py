"""Does the model treat groups alike: the part `fairness` of a run's audit. N rows; G groups."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np

from modelyard.auditing import fairness_offered, fairness_shown, fairness_values
from modelyard.auditing.fairness_judged import Audited, Decision, decide, examined
from modelyard.auditing.groups import Grouping, crossed, groupings
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.words import measured, percent, printable
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/fairness.json: Newcombe's intervals over all pairs of groups"
MOST_GROUPS = 1000  # whose counts are kept, the largest
FOUR_FIFTHS = 0.8  # a rule of thumb: US Equal Employment Opportunity Commission 1978, 29 CFR 1607.4 D


def audit(subject: Subject) -> Exhibit | None:
    """Every rate by protected group and intersection; where none is named, what may be one is offered."""
    protected = groupings(subject)
    if not protected:
        return fairness_offered.offered(subject)
    if subject.kind == "regression":
        return fairness_values.audit(subject, protected)
    decision = decide(subject)
    if decision is None:
        return _undecided(subject)
    confidence = subject.recipe.evaluate.confidence
    minimum = subject.recipe.audit.minimum if subject.recipe.audit else 2
    single = [examined(item, decision, minimum, confidence, calibrated=True) for item in protected]
    both = [
        examined(crossed(a, b), decision, minimum, confidence, calibrated=False)
        for a, b in itertools.combinations(protected, 2)
    ]
    return _exhibit(subject, decision, single, both, minimum, is_unfair(protected, decision, minimum, confidence))


def is_unfair(protected: Sequence[Grouping], decision: Decision, minimum: int, confidence: float) -> bool:
    """Whether groups differ by a measure at a level that all attributes and measures share (Bonferroni)."""
    shared = 1 - (1 - confidence) / (len(fairness_shown.MEASURES) * len(protected))
    every = (examined(item, decision, minimum, shared, calibrated=False) for item in protected)
    return any(item.apart for audited in every for item in audited.spreads.values())


def _undecided(subject: Subject) -> Exhibit:
    sentence = (
        f"fairness is not examined: which of the {len(subject.labels)} answers is good to get is not said "
        "(audit.favourable)"
    )
    return Exhibit(name="fairness", stage="audit", title="Fairness", summary=sentence, limits=(sentence,))


def _exhibit(
    subject: Subject, decision: Decision, single: list[Audited], both: list[Audited], minimum: int, concern: bool
) -> Exhibit:
    split, count = subject.split, len(decision.truth)
    blocks: list[exhibit.Json] = []
    claims: list[Claim] = []
    limits: list[str] = []
    for audited in single:
        blocks += [
            fairness_shown.group_table(audited, decision, subject.recipe.evaluate.confidence),
            fairness_shown.spread_table(audited),
        ]
        if audited.calibration:
            blocks.append(fairness_shown.calibration_table(audited, decision, subject.recipe.evaluate.confidence))
        claims += _claims(audited, count, split)
        limits += _limits(audited, decision, minimum)
    for audited in both:
        blocks.append(fairness_shown.intersection_table(audited, subject.recipe.evaluate.confidence))
        claims += _claims(audited, count, split, only=("demographic_parity",))
        limits += _small(audited, minimum)
    if decision.assumed:
        limits.append(f"which answer is good to get is not said; {decision.name!r}, the rarer, was taken")
    blocks.append(fairness_shown.how(single, decision, minimum, subject.recipe.evaluate.confidence))
    return Exhibit(
        name="fairness",
        stage="audit",
        title="Fairness",
        summary=_summary(single, decision),
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
        concern=concern,
        detail={"favourable": decision.name, "groupings": [_detail(item) for item in (*single, *both)]},
    )


def _summary(single: list[Audited], decision: Decision) -> str:
    found = [(audited, measure, item) for audited in single for measure, item in audited.spreads.items()]
    if not found:
        return "no two protected groups have rows enough to be compared"
    apart = [one for one in found if one[2].apart]
    # How often a group gets the good answer comes first, where it differs; a small group's large gap may be chance.
    audited, measure, worse = max(apart or found, key=lambda one: (one[1] == "demographic_parity", one[2].difference))
    if not apart:
        among = ", ".join(dict.fromkeys(audited.grouping.attribute for audited, _, _ in found))
        value, interval = measured(worse.difference, worse.difference_interval)
        return (
            f"no difference is shown between groups of {among} in how "
            f"often {printable(decision.name, 30)!r} is answered: at most {value} {interval}"
        )
    if measure != "demographic_parity":
        return _differ(audited, measure)
    value, interval = measured(worse.difference, worse.difference_interval)
    names, chosen = audited.grouping.names, audited.rates["selection_rate"].values
    return (
        f"{printable(decision.name, 30)!r} is answered for {percent(float(chosen[worse.highest]))} of "
        f"{names[worse.highest]} and {percent(float(chosen[worse.lowest]))} of {names[worse.lowest]} "
        f"({audited.grouping.attribute}): difference {value} {interval}"
    )


def _differ(audited: Audited, measure: str) -> str:
    item, names = audited.spreads[measure], audited.grouping.names
    value, interval = measured(item.difference, item.difference_interval)
    title = fairness_shown.TITLES[measure].split(":")[0]
    return (
        f"{title} by {audited.grouping.attribute}: {names[item.lowest]} and {names[item.highest]} differ by "
        f"{value} {interval}"
    )


def _claims(audited: Audited, count: int, split: str, only: tuple[str, ...] = fairness_shown.MEASURES) -> list[Claim]:
    found = []
    name = audited.grouping.attribute.replace(" ", "_")
    for measure, item in audited.spreads.items():
        if measure not in only:
            continue
        for kind, value, interval, better in (
            ("difference", item.difference, item.difference_interval, False),
            ("ratio", item.ratio, item.ratio_interval, True),
        ):
            found.append(
                Claim(
                    name=f"{measure}_{kind}_by_{name}",
                    value=value,
                    n=count,
                    interval=interval,
                    split=split,
                    source=SOURCE,
                    higher_is_better=better,
                )
            )
    return found


def _limits(audited: Audited, decision: Decision, minimum: int) -> list[str]:
    found = _small(audited, minimum)
    for measure, title in fairness_shown.TITLES.items():
        item = audited.spreads.get(measure)
        if item is None:
            name = title.split(":")[0]
            found.append(f"{name} by {audited.grouping.attribute} is not examined: too few rows of two groups")
        elif item.apart:
            more = ""
            if measure == "demographic_parity":
                more = f" in answers of {decision.name!r}"
                if item.ratio < FOUR_FIFTHS:
                    more += f"; the ratio {measured(item.ratio)[0]} is under the rule of thumb of {FOUR_FIFTHS:g}"
            found.append(_differ(audited, measure) + more)
    return found


def _small(audited: Audited, minimum: int) -> list[str]:
    if not audited.small:
        return []
    listed = ", ".join(f"{name} ({size})" for name, size in audited.small[:6])
    more = f" and {len(audited.small) - 6} more" if len(audited.small) > 6 else ""
    return [f"too few rows (under {minimum}) to judge these groups of {audited.grouping.attribute}: {listed}{more}"]


def _detail(audited: Audited) -> dict[str, Any]:
    """Of every group, small ones too: counts, so that any other figure can be made of them."""
    grouping = audited.grouping
    kept = np.sort(np.argsort(-grouping.sizes, kind="stable")[:MOST_GROUPS]).tolist()
    return {
        "attribute": grouping.attribute,
        "groups": {
            grouping.names[group]: {
                rate: {"hits": float(item.hits[group]), "of": float(item.of[group])}
                for rate, item in audited.rates.items()
            }
            for group in kept
        },
        "groups_left_out": len(grouping.names) - len(kept),
        "calibration": audited.calibration,
        "too_few": [list(pair) for pair in audited.small[:MOST_GROUPS]],
    }
