"""Does the model treat groups alike: the part `fairness` of a run's audit. N rows; G groups."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from modelyard.auditing import fairness_offered, fairness_shown, fairness_values
from modelyard.auditing.fairness_judged import Audited, Decision, decide, examined
from modelyard.auditing.groups import crossed, groupings
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
    return _exhibit(subject, decision, single, both, minimum)


def _undecided(subject: Subject) -> Exhibit:
    sentence = (
        f"fairness is not examined: which of the {len(subject.labels)} answers is good to get is not said "
        "(audit.favourable)"
    )
    return Exhibit(name="fairness", stage="audit", title="Fairness", summary=sentence, limits=(sentence,))


def _exhibit(subject: Subject, decision: Decision, single: list[Audited], both: list[Audited], minimum: int) -> Exhibit:
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
        concern=any(item.apart for audited in single for item in audited.spreads.values()),
        detail={"favourable": decision.name, "groupings": [_detail(item) for item in (*single, *both)]},
    )


def _summary(single: list[Audited], decision: Decision) -> str:
    apart = [
        (audited, audited.spreads["demographic_parity"])
        for audited in single
        if "demographic_parity" in audited.spreads
    ]
    if not apart:
        return "no two protected groups have rows enough to be compared"
    audited, worse = max(apart, key=lambda pair: pair[1].difference)
    value, interval = measured(worse.difference, worse.difference_interval)
    names = audited.grouping.names
    chosen = audited.rates["selection_rate"].values
    if not worse.apart:
        among = ", ".join(item.grouping.attribute for item, _ in apart)
        return (
            f"no difference is shown between groups of {among} in how "
            f"often {printable(decision.name, 30)!r} is answered: at most {value} {interval}"
        )
    return (
        f"{printable(decision.name, 30)!r} is answered for {percent(float(chosen[worse.highest]))} of "
        f"{names[worse.highest]} and {percent(float(chosen[worse.lowest]))} of {names[worse.lowest]} "
        f"({audited.grouping.attribute}): difference {value} {interval}"
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
    attribute, names = audited.grouping.attribute, audited.grouping.names
    for measure in ("demographic_parity", "equalized_odds"):
        item = audited.spreads.get(measure)
        title = fairness_shown.TITLES[measure].split(":")[0]
        if item is None:
            found.append(f"{title} by {attribute} is not examined: too few rows of two groups")
        elif item.apart:
            value, interval = measured(item.difference, item.difference_interval)
            rule = ""
            if measure == "demographic_parity" and item.ratio < FOUR_FIFTHS:
                rule = f"; the ratio {measured(item.ratio)[0]} is under the rule of thumb of {FOUR_FIFTHS:g}"
            found.append(
                f"{title} by {attribute}: {names[item.lowest]} and {names[item.highest]} "
                f"differ by {value} {interval} in answers of {decision.name!r}{rule}"
            )
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
