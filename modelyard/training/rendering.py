"""A run's conversations, rendered with the template of the model that it starts from: `bundle/`."""

from __future__ import annotations

from modelyard.core import registry
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_errors import validate
from modelyard.core.run import Run
from modelyard.data.conversations import prepare_conversations
from modelyard.data.features.turns import Turns
from modelyard.tasks._conversations import context_of
from modelyard.training import base


def prepare(recipe: Recipe, run: Run) -> None:
    """Write `bundle/`. Raises: DataError for data that cannot be used, RunError when the disk is full."""
    module = registry.load("models", recipe.model.family, field="model.family")
    config = validate(module.Config, recipe.model.options, lines={}, prefix=("model",), where="recipe")
    prepare_conversations(
        recipe,
        run.path / "bundle",
        Turns(base.tokenizer(run)),
        lambda text, share: run.emit("progress", text=text, share=share),
        context=context_of(config),
    )
