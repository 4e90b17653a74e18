"""The recipe's section `explain:`: what the model's answers rest on."""

from __future__ import annotations

from modelyard.core.recipe_base import Section


class Explain(Section):
    """How answers are explained in the report."""
