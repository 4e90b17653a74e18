"""What an audit of fairness says: the finding that is one, and no alarm on fair decisions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.fairness import _limits, _summary, is_unfair
from modelyard.auditing.fairness_judged import Audited, Decision, examined
from modelyard.auditing.groups import Grouping

Bools = NDArray[np.bool_]


def decision(truth: Bools, chosen: Bools) -> Decision:
    return Decision(name="yes", truth=truth, chosen=chosen, probability=chosen * 0.8 + 0.1, assumed=False)


def grouping(attribute: str, codes: NDArray[np.int64]) -> Grouping:
    return Grouping(attribute=attribute, names=tuple(f"{attribute}{i}" for i in range(codes.max() + 1)), codes=codes)


def audited(attribute: str, codes: NDArray[np.int64], made: Decision) -> Audited:
    return examined(grouping(attribute, codes), made, 30, 0.95, calibrated=False)


def test_a_finding_is_not_hidden_by_the_larger_gap_of_small_groups() -> None:
    random = np.random.default_rng(0)
    sex, village = random.integers(0, 2, 4000), random.integers(0, 100, 4000)
    made = decision(random.random(4000) < 0.5, random.random(4000) < 0.4 + 0.12 * sex)
    both = [audited("sex", sex, made), audited("village", village, made)]
    gaps = [one.spreads["demographic_parity"] for one in both]
    assert gaps[0].apart and not gaps[1].apart and gaps[1].difference > gaps[0].difference
    assert "(sex): difference" in _summary(both, made)


def test_what_differs_in_errors_alone_is_said() -> None:
    row = np.arange(4000)
    sex, truth = row % 2, row // 2 % 2 == 1
    # Both get it in half of the cases: the first group those for whom it is right, the second whoever it may be.
    chosen = np.where(sex == 0, truth, row // 4 % 2 == 1)
    made = decision(truth, chosen)
    one = audited("sex", sex, made)
    assert not one.spreads["demographic_parity"].apart and is_unfair([one.grouping], made, 30, 0.95)
    summary = _summary([one], made)
    assert "no difference" not in summary and "sex1" in summary and "differ by" in summary
    said = _limits(one, made, 30)
    assert any(line.startswith("predictive parity by sex") for line in said)
    assert any(line.startswith("accuracy by sex") for line in said)


def test_nothing_is_shown_where_nothing_is() -> None:
    random = np.random.default_rng(3)
    made = decision(random.random(400) < 0.5, random.random(400) < 0.5)
    assert "no difference is shown between groups of a in how often 'yes'" in _summary(
        [audited("a", random.integers(0, 2, 400), made)], made
    )
    small = audited("a", np.r_[np.zeros(390, np.int64), np.ones(10, np.int64)], made)
    assert _summary([small], made) == "no two protected groups have rows enough to be compared"


def test_fair_decisions_seldom_raise_an_alarm_however_many_attributes_are_named() -> None:
    random = np.random.default_rng(2)
    alarms, each, repeats = 0, 0, 300
    for _ in range(repeats):
        truth = random.random(1000) < 0.5
        made = decision(truth, np.where(truth, random.random(1000) < 0.7, random.random(1000) < 0.3))
        protected = [grouping(f"p{i}", random.integers(0, 2, 1000)) for i in range(5)]
        alarms += is_unfair(protected, made, 30, 0.95)
        each += any(
            item.apart for one in protected for item in examined(one, made, 30, 0.95, calibrated=False).spreads.values()
        )
    assert alarms / repeats <= 0.05 + 3 * (0.05 * 0.95 / repeats) ** 0.5
    assert each / repeats > 0.3  # what was put on the terminal before
