"""The recipe's section `explain:`: what the model's answers rest on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from modelyard.core.recipe_base import Section

Method = Literal[
    "exact",
    "shap",
    "occlusion",
    "lime",
    "counterfactual",
    "nearest",
    "saliency",
    "gradient-x-input",
    "integrated-gradients",
    "attention-rollout",
]


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Explain(Section):
    """How answers are explained in the report, beyond what every run shows."""

    methods: Annotated[tuple[Method, ...], BeforeValidator(_as_tuple)] = Field(
        (),
        examples=[["integrated-gradients", "shap"]],
        description="Each explains the same answers of the test split, as long as it takes, and is tested on them.",
    )
    rows: int = Field(8, ge=1, le=1000, description="Answers that each of the methods explains.")
