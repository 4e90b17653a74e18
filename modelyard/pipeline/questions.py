"""What the recipe alone shows to be wrong with a question to the planner: said before planner and data are loaded."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.core import registry
from modelyard.core.checkpoint import read_definition
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_errors import validate
from modelyard.planning import hardware
from modelyard.planning.dealing import check_layout
from modelyard.planning.what_if import parse

# Vocabulary and length do not matter to what is checked.
_ANY = FeatureSpec(kind="tokens", width=512, max_length=8)


def check(recipe: Recipe, what_if: Sequence[str]) -> None:
    """Raises: RecipeError for a device, a change, a definition or a layout that cannot be."""
    hardware.asked(recipe.budget.on)
    for text in what_if:
        parse(text)
    if recipe.model.family != "decoder":
        return
    module = registry.load("models", "decoder", field="model.family")
    config = validate(module.Config, recipe.model.options, lines={}, prefix=("model",), where="recipe")
    if not config.is_sized:
        return
    if config.from_ is not None:
        from modelyard.models import _unknown_definitions as unknown
        from modelyard.models._known_definitions import CAUSAL

        definition = read_definition(config.from_)
        if definition.get("model_type") not in CAUSAL:  # building it takes seconds
            unknown.check_listed(definition)
            return
    network = module.architecture(config, _ANY, 0)
    check_layout(network, recipe.train.parallel, recompute=recipe.train.recompute)
