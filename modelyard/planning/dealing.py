"""Whether our training can deal a network out over devices as a recipe asks: what `training.layout` would refuse."""

from __future__ import annotations

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel


def check_layout(network: Architecture, parallel: Parallel, *, recompute: bool) -> None:
    """Raises: RecipeError naming the field that the network cannot be dealt out by."""
    if recompute and not network.recomputes:
        raise RecipeError(
            "train.recompute needs a decoder of the Llama or Qwen3 definition",
            where="train.recompute",
            got=True,
            remedy="Leave it out, and lower train.batch_size.",
        )
    if not parallel.shard and parallel.tensor == 1:
        return
    field = "tensor" if parallel.tensor > 1 else "shard"
    if network.dealt == 0:
        raise RecipeError(
            f"train.parallel.{field} needs a decoder of the Llama or Qwen3 definition, whole and not in fewer bits",
            where=f"train.parallel.{field}",
            got=getattr(parallel, field),
            remedy="Leave it out: every network can be trained on several processes with data alone.",
        )
    if network.dealt % parallel.tensor:
        fitting = ", ".join(str(size) for size in range(1, 65) if network.dealt % size == 0)
        raise RecipeError(
            "train.parallel.tensor must divide the model's heads, kv_heads and inner width (and its dropout must be 0)",
            where="train.parallel.tensor",
            got=parallel.tensor,
            remedy=f"It may be {fitting}.",
        )
