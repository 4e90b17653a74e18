"""The training stage of a process that follows: its part of every training, until the leader is through."""

from __future__ import annotations

import contextlib
from typing import Any

from modelyard.core.errors import Interrupted, TrainingError
from modelyard.training.candidate import prepare
from modelyard.training.ground import Ground
from modelyard.training.state import Plan
from modelyard.training.team import current, is_same


def follow(ground: Ground) -> None:
    """Train with the leader what it trains. Raises: OutOfStep where the leader is gone."""
    team = current()
    while True:
        word: dict[str, Any] = team.tell()
        if word["do"] != "fit":
            return
        from modelyard.training.network import Training

        fitted = prepare(ground, word["family"])
        plan = Plan.from_json(word["plan"])
        if not is_same(plan.digest == fitted.digest):
            continue
        # The leader says why; all of them stop at the same step.
        with contextlib.suppress(Interrupted, TrainingError):
            Training(ground, fitted, None, plan=plan).take_part()
