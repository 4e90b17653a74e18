"""Time: what a run has spent, what a training may spend, and a schedule that fits."""

from __future__ import annotations

import time
from collections.abc import Callable

from modelyard.core.errors import RunError
from modelyard.core.recipe import Budget
from modelyard.core.run import Run

# Measured step times vary between runs of the same code; a plan keeps this share of the time free.
MARGIN = 0.05
# A plan is extended only when this share of the time left would be lost otherwise.
SLACK = 0.2
# The test rows are read by the model and by the cheap one, and their intervals are drawn.
TEST_MARGIN = 1.5
# Times that earlier runs took vary, too; and of a budget that is hardly more than they are, something is trained.
KNOWN_MARGIN, LEAST_AFTER_SECONDS, MOST_RESERVED = 1.4, 2.0, 0.8
# Of the time that a budget leaves for trainings and evidence, what the run's own training has at least, whatever else
# that trains again is asked for by name (folds, shadow models).
OWN_SHARE = 0.5
# A validation may take this share of a training's time, and so may all of them together.
VALIDATION_SHARE = 1 / 6
# On fewer rows than these a validation says nothing, however short the time is.
LEAST_JUDGED = 100
# What a run takes at least from the first step of training to the report, on a tiny file and two cores that others use
# too: loading libraries, one fit, packaging, evaluation. A network adds PyTorch, a rehearsal and its export.
LEAST_SECONDS_AFTER_DATA = {"solver": 3.0, "network": 15.0}
# No work between two events takes longer than this; a longer gap is a sleeping machine or a clock that was set.
_LONGEST_GAP_SECONDS = 1800.0


class Clock:
    """Seconds charged to a training: those of this process by the monotonic clock, and those in its last checkpoint.

    Work that a kill undid is not charged, so that a resumed run keeps the schedule of the uninterrupted one.
    """

    def __init__(self, charged_seconds: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._charged = charged_seconds
        self._start = monotonic()

    def elapsed(self) -> float:
        """Seconds charged so far."""
        return self._charged + self._monotonic() - self._start

    def is_over(self, limit_seconds: float | None) -> bool:
        """Whether the time for this training is spent."""
        return limit_seconds is not None and self.elapsed() >= limit_seconds


def seconds_spent(run: Run) -> float:
    """Wall-clock seconds that processes have worked on this run so far; the gaps between them are left out.

    Counted from where the run began anew (another version of the code does its own work and is charged for that only).
    A clock that jumps adds nothing when set back and at most a bounded gap when set forward.
    """
    total, last = 0.0, None
    for event in run.events():
        if event["event"] != "started" and last is not None:
            total += min(max(0.0, event["time"] - last), _LONGEST_GAP_SECONDS)
        if event["event"] == "anew":
            total = 0.0
        last = event["time"]
    if last is not None:
        total += min(max(0.0, time.time() - last), _LONGEST_GAP_SECONDS)
    return total


def limit_seconds(run: Run, budget: Budget) -> float | None:
    """What the whole run may take: as its `plan.json` has it, where dollars have become time; else the recipe's own."""
    try:
        planned = run.read_json("plan.json")
    except RunError:  # a training by itself
        planned = {}
    if "budget_seconds" not in planned:
        return budget.seconds
    found = planned["budget_seconds"]
    return None if found is None else float(found)


def known_after_seconds(run: Run) -> float | None:
    """What packaging, evaluation and report took in earlier runs of this kind, by `plan.json`; None: none tells."""
    try:
        found = run.read_json("plan.json").get("after_seconds")
    except RunError:  # a training by itself
        return None
    return float(found) if isinstance(found, (int, float)) and found > 0 else None


def planned_evidence_seconds(run: Run) -> float:
    """What the run's evidence may take, by `plan.json`; none where that does not say."""
    try:
        found = run.read_json("plan.json").get("evidence_seconds")
    except RunError:  # a training by itself
        return 0.0
    return float(found) if isinstance(found, (int, float)) and found > 0 else 0.0


def own_seconds(left: float, evidence_seconds: float) -> float:
    """What the run's own training has of the seconds `left` to it and to the evidence."""
    return max(left - evidence_seconds, OWN_SHARE * left)


def reserve_seconds(budget_seconds: float, test_seconds: float, after_seconds: float | None = None) -> float:
    """What packaging, evaluation and report may take: a fixed part, a share, and forward passes over the test split.

    `after_seconds` is what they took in earlier runs of this kind: it stands for the fixed part, however long.
    """
    if after_seconds is None:
        return min(12.0 + 0.03 * budget_seconds + TEST_MARGIN * test_seconds, 0.5 * budget_seconds)
    fixed = LEAST_AFTER_SECONDS + KNOWN_MARGIN * after_seconds
    return min(fixed + 0.03 * budget_seconds + test_seconds, MOST_RESERVED * budget_seconds)


def shortfall(budget_seconds: float, spent_seconds: float, kind: str, after_seconds: float | None = None) -> str:
    """What to say before a training whose run cannot keep its budget, whatever is trained; empty where it can."""
    least = max(LEAST_SECONDS_AFTER_DATA[kind], after_seconds or 0.0)
    if spent_seconds + least <= budget_seconds:
        return ""
    return (
        f"the budget of {budget_seconds:.3g} s will be exceeded: {spent_seconds:.1f} s are spent, and what follows "
        f"takes about {least:.0f} s however little is trained; the least is trained, and the model is usable"
    )


def judged_rows(seconds: float, evaluation_seconds: float, rows: int) -> int:
    """On how many of the validation rows to judge: all, or so many that one validation takes its share of `seconds`.

    `evaluation_seconds` is the time of a validation on all of them.
    """
    most = seconds * (1 - MARGIN) * VALIDATION_SHARE
    if evaluation_seconds <= most:
        return rows
    return min(rows, max(LEAST_JUDGED, int(rows * most / evaluation_seconds)))


def steps_within(seconds: float, step_seconds: float, evaluation_seconds: float, evaluations: int) -> tuple[int, int]:
    """How many steps and evaluations fit into `seconds`.

    Evaluations are thinned out to at most a sixth of the time, but one always stands at the end.
    """
    usable = seconds * (1 - MARGIN)
    if evaluations * evaluation_seconds > usable * VALIDATION_SHARE:
        evaluations = max(1, int(usable * VALIDATION_SHARE / evaluation_seconds))
    return max(1, int((usable - evaluations * evaluation_seconds) / step_seconds)), evaluations


def refitted(
    *,
    step: int,
    last: int,
    ceiling: int,
    seconds_left: float,
    step_seconds: float,
    evaluation_seconds: float,
    evaluations_left: int,
) -> int:
    """The last step that the time left allows: `last` itself while the plan holds.

    The machine may have slowed (fewer steps) or have been slower while it was measured (more, up to `ceiling`).
    """
    free = seconds_left - evaluations_left * evaluation_seconds
    possible = step + max(0, int(free / step_seconds))
    if possible < last:
        return max(step, int(step + (possible - step) * (1 - MARGIN)))
    if (possible - last) * step_seconds > SLACK * seconds_left:
        return max(last, min(ceiling, int(step + (possible - step) * (1 - MARGIN))))
    return last
