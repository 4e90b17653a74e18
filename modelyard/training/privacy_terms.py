"""What differentially private training asks of a recipe, how much noise it takes, and what was spent. No torch here.

Source: Abadi et al. 2016 for the steps; Gopi, Lee and Wutschitz 2021 for the accountant (opacus' `prv`).
"""

from __future__ import annotations

import contextlib
import functools
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe, Train
from modelyard.core.registry import needing

if TYPE_CHECKING:
    from modelyard.training.ground import Ground

# Families by the sort of data whose examples can be counted one by one.
NETWORKS = {
    "text": "encoder, lstm or cnn",
    "table": "mlp (hidden: [] is a linear model)",
    "corpus": "decoder",
    "conversations": "decoder",
}
# Why others are not.
UNFIT = {
    "masked": "a window of masked text holds parts of several documents, whose gradients are not told apart here",
    "pairs": "the two answers of a pair are learned against each other and a reference model's: the gradient of one "
    "pair alone is not computed here",
}
ACCOUNTANT = "prv"


def check(ground: Ground, *, processes: int) -> None:
    """Raises: RecipeError that names what a private training cannot do, and what to do instead."""
    recipe = ground.recipe
    privacy = recipe.train.privacy
    if privacy is None:
        return
    check_recipe(recipe, processes=processes)
    if privacy.delta >= 1 / max(1, ground.count):
        raise RecipeError(
            "delta must be below 1 / the training examples: it is the chance that one is simply given away",
            where="train.privacy.delta",
            got=privacy.delta,
            remedy=f"There are {ground.count:,} of them: try {0.1 / ground.count:.1g}.",
        )


def check_recipe(recipe: Recipe, *, processes: int = 1) -> None:
    """What can be said before the data is read. Raises: RecipeError."""
    if recipe.train.privacy is None:
        return
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    if sort in UNFIT:
        raise RecipeError(
            UNFIT[sort],
            where="train.privacy",
            got=recipe.task,
            remedy="Leave it out here, or train on the texts or the chosen answers alone (task: language-modeling with "
            "model: decoder, or instruction).",
        )
    family = recipe.model.family
    if family == "auto":
        raise RecipeError(
            "a private training needs the family named: to choose among candidates looks at the data again",
            where="model.family",
            got=family,
            remedy=f"Name one: {NETWORKS[sort]}.",
        )
    if not hasattr(registry.load("models", family, field="model.family"), "build"):
        raise RecipeError(
            f"the family {family} is fitted by a solver, which cannot be made private here",
            where="train.privacy",
            got=family,
            remedy=f"Use a network, {NETWORKS[sort]}, or leave train.privacy out.",
        )
    _check_settings(recipe, processes)


def _check_settings(recipe: Recipe, processes: int) -> None:
    train = recipe.train
    refused: tuple[tuple[bool, str, object, str], ...] = (
        (processes > 1, "train.parallel", processes, "a private training runs in one process"),
        (train.compile is True, "train.compile", True, "the gradients of single examples are not compiled"),
        (train.precision == "bf16", "train.precision", "bf16", "the gradients of single examples are float32"),
        (bool(train.spike_factor), "train.spike_factor", train.spike_factor, "every step is clipped and counted"),
        (train.replay > 0, "train.replay", train.replay, "rows of another run would not be counted"),
        (bool(recipe.data.mix), "data.mix", "mix", "every example is drawn with the same chance"),
        (recipe.data.cross_documents, "data.cross_documents", True, "documents are not packed together"),
        (recipe.compress is not None, "compress", "compress", "compressing looks at the training rows again"),
    )
    for wrong, where, got, rule in refused:
        if wrong:
            raise RecipeError(
                f"{rule}: train.privacy does not go with this", where=where, got=got, remedy="Leave it out."
            )


def settled(section: Train) -> Train:
    """The section as a private training takes it: noise is not clipped again."""
    if section.privacy is None:
        return section
    return section.model_copy(
        update={
            "precision": "fp32",
            "compile": False,
            "clip_norm": None,
            "spike_factor": False,
            "parallel": section.parallel,
        }
    )


@functools.lru_cache(maxsize=64)
def noise_multiplier(epsilon: float, delta: float, rate: float, steps: int) -> float:
    """The noise, in clipping norms, with which `steps` steps that draw each row with chance `rate` spend epsilon."""
    with _opacus():
        from opacus.accountants.utils import get_noise_multiplier

        found: float = get_noise_multiplier(
            target_epsilon=epsilon, target_delta=delta, sample_rate=rate, steps=steps, accountant=ACCOUNTANT
        )
    return found


def spent(noise: float, delta: float, rate: float, steps: int) -> float:
    """The epsilon of so many steps, an upper bound."""
    if not steps:
        return 0.0
    with _opacus():
        from opacus.accountants import create_accountant

        accountant = create_accountant(mechanism=ACCOUNTANT)
        accountant.history = [(noise, rate, steps)]
        return float(accountant.get_epsilon(delta=delta))


@contextlib.contextmanager
def _opacus() -> Iterator[None]:
    with needing("train.privacy"), warnings.catch_warnings():
        # Of the bound that only sizes the accountant's grid; and of how opacus itself would draw noise.
        warnings.filterwarnings("ignore", "Optimal order is the largest alpha")
        warnings.filterwarnings("ignore", "Secure RNG turned off")
        yield
