"""The losses of the first tasks: a sum over examples and their (weighted) count. B examples; C classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Train

if TYPE_CHECKING:
    from torch import Tensor, nn

CLASSIFICATION = ("cross_entropy", "binary")
REGRESSION = ("mse", "mae", "huber")


def choose(train: Train, known: tuple[str, ...], outputs: int) -> str:
    """The recipe's loss, or the first of those the task knows.

    Raises: RecipeError where the task does not know it.
    """
    name = train.loss or known[0]
    if name not in known:
        raise RecipeError(f"this task's losses are {', '.join(known)}", where="train.loss", got=name)
    if name == "binary" and outputs != 2:
        raise RecipeError(
            "the loss binary is for two classes",
            where="train.loss",
            got=f"{outputs} classes",
            remedy="Use cross_entropy.",
        )
    return name


def loss(name: str, smoothing: float, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """The loss `name` of a batch (docs/interfaces.md says what it holds): the sum and the count, both scalars."""
    import torch
    from torch.nn import functional

    targets, weights = batch["targets"], batch.get("weights")
    outputs = model(**{key: value for key, value in batch.items() if key not in ("targets", "weights")}).float()
    if name == "cross_entropy":
        losses = functional.cross_entropy(outputs, targets, reduction="none", label_smoothing=smoothing)
    elif name == "binary":
        # The two logits' difference is the logit of the second class.
        soft = targets.float() * (1 - smoothing) + smoothing / 2
        losses = functional.binary_cross_entropy_with_logits(outputs[:, 1] - outputs[:, 0], soft, reduction="none")
    else:
        difference = outputs[:, 0] - targets
        if name == "mse":
            losses = difference.square()
        elif name == "mae":
            losses = difference.abs()
        else:
            losses = functional.huber_loss(outputs[:, 0], targets, reduction="none")
    if weights is None:
        return losses.sum(), torch.tensor(float(len(targets)), device=losses.device)
    return (losses * weights).sum(), weights.sum()
