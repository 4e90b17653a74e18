"""The training stage of a process that follows: its part of every training, until the leader is through."""

from __future__ import annotations

import contextlib
from typing import Any

from modelyard.core.errors import Interrupted, RunError, TrainingError
from modelyard.training.candidate import prepare
from modelyard.training.ground import Ground
from modelyard.training.state import Plan
from modelyard.training.team import current


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
        if plan.digest != fitted.digest:
            raise RunError(
                "this process has another recipe, other data or another version of the code than the one that leads",
                where=f"process {team.rank}",
                remedy="Install the same version on every machine, and give all of them the same recipe.",
            )
        # The leader says why; all of them stop at the same step.
        with contextlib.suppress(Interrupted, TrainingError):
            Training(ground, fitted, None, plan=plan).take_part()
