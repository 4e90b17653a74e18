"""The processes of a training as torchrun's environment names them, without loading PyTorch."""

from __future__ import annotations

import os

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel, Recipe


def count() -> int:
    """Processes that were started together with this one, itself included."""
    return int(os.environ.get("WORLD_SIZE", "1")) if "RANK" in os.environ else 1


def rank() -> int:
    """The number of this process among them; 0 leads."""
    return int(os.environ["RANK"]) if count() > 1 else 0


def data_size(parallel: Parallel, size: int) -> int:
    """Processes that take different rows, of `size` in all.

    Raises: RecipeError where the recipe is for another number of processes, or cannot be dealt out over these.
    """
    data, rest = divmod(size, parallel.tensor)
    if rest == 0 and parallel.data in (None, data):
        shard_size(parallel, data)
        return data
    wanted = f"{parallel.data * parallel.tensor}" if parallel.data else f"a multiple of {parallel.tensor}"
    raise RecipeError(
        f"the recipe is for {wanted} processes, and {'this is one' if size == 1 else f'these are {size}'}",
        where="train.parallel",
        got=parallel.model_dump(exclude_none=True),
        remedy="Start it with modelyard launch (--nodes times --gpus-per-node are the processes), "
        "or change train.parallel: a run goes on from its checkpoint either way.",
    )


def shard_size(parallel: Parallel, data: int) -> int:
    """Processes that hold one model's weights together, of the `data` that take different rows; 1 where each has all.

    Raises: RecipeError where they do not divide those.
    """
    if isinstance(parallel.shard, bool):
        return data if parallel.shard else 1
    if data % parallel.shard:
        raise RecipeError(
            f"train.parallel.shard must divide the {data} processes that take different rows",
            where="train.parallel.shard",
            got=parallel.shard,
            remedy="Name a divisor, or true: all of them then hold one model together.",
        )
    return parallel.shard


def anywhere(recipe: Recipe) -> Recipe:
    """The recipe without how it is spread over processes: a run goes on at any number of them."""
    return recipe.model_copy(update={"train": recipe.train.model_copy(update={"parallel": Parallel()})})
