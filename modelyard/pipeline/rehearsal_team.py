"""The rehearsal of a run on several processes of this machine: all of them, as `modelyard launch` would start them.

What they wait for each other, share of the processors and exchange is then measured, not guessed.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import processes
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run

if TYPE_CHECKING:
    from modelyard.training.ground import Ground


def environment(place: int, count: int, port: int) -> dict[str, str]:
    """What the process at `place` of `count` is told, as torchrun would tell it; nothing where there is one only."""
    if count == 1:
        return {}
    return {
        "RANK": str(place),
        "LOCAL_RANK": str(place),
        "WORLD_SIZE": str(count),
        "LOCAL_WORLD_SIZE": str(count),
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1"),  # as `pipeline.launching`: the loop sets its own
    }


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def leading(recipe: Recipe) -> Iterator[None]:
    """Within, this process leads the others of its rehearsal, where there are any."""
    if processes.count() == 1:
        yield
        return
    from modelyard.training import team

    with team.joined(recipe.train.device) as this:
        yield
        this.tell({"do": "end"})


@contextlib.contextmanager
def training(recipe: Recipe, ground: Ground) -> Iterator[None]:
    """Within, the others take their part of what this process trains."""
    if processes.count() == 1:
        yield
        return
    from modelyard.training import team

    word = {"do": "train", "run": str(ground.run.path), "recipe": recipe.model_dump(mode="json", by_alias=True)}
    with team.current().told(word, {"do": "over"}):
        yield


def follow(recipe: Recipe) -> None:
    """What every other process does until the leader is through."""
    from modelyard.pipeline.grounds import ground_of
    from modelyard.training import following, team

    with team.joined(recipe.train.device) as this:
        while (word := this.tell())["do"] != "end":
            sample = Recipe.model_validate(word["recipe"])
            following.follow(ground_of(sample, _Silent(Path(word["run"]))))


class _Silent(Run):
    """The run of the process that leads."""

    def emit(self, event: str, **fields: Any) -> None:
        """Nothing: the leader says it."""
