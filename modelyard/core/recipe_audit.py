"""The recipe's section `audit:`: fairness, privacy and the data."""

from __future__ import annotations

from pydantic import Field

from modelyard.core.recipe_base import Section, Strings


class Audit(Section):
    """What is audited beyond what every run is."""

    protected: Strings = Field(
        (), examples=[["sex", "age"]], description="Columns of protected attributes, inputs of the model or not."
    )
