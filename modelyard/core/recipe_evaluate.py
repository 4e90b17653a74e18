"""The recipe's section `evaluate:`: how figures get their intervals, and what is examined beside them."""

from __future__ import annotations

from typing import Any

from pydantic import Field, NonNegativeFloat, field_validator

from modelyard.core.recipe_base import Section


class Evaluate(Section):
    """How figures get their intervals."""

    confidence: float = Field(0.95, gt=0.5, lt=1)
    resamples: int = Field(1000, ge=100, le=100_000)
    baseline: bool = True
    robustness: int | None = Field(
        None,
        ge=30,
        examples=[2000],
        description="Rows whose inputs are changed to see what that costs; by default what time allows, to 1,000.",
    )
    generate: int | None = Field(
        None,
        ge=2,
        le=10_000,
        examples=[50],
        description="Of conversations: so many test questions are answered, and compared with the answers in the data.",
    )
    coverage: float = Field(
        0.9, gt=0.5, lt=1, description="How often the sets of labels, or ranges of values, shall hold the truth."
    )
    answer_accuracy: float | None = Field(
        None,
        gt=0,
        lt=1,
        examples=[0.98],
        description="Accuracy wanted where the model answers: how many rows it must leave to people; by default with "
        "half of its errors.",
    )
    costs: dict[str, dict[str, NonNegativeFloat]] | None = Field(
        None,
        examples=[{"0": {"1": 5}}],
        description="What an error costs, by true label and answer; 1 where it is not said.",
    )
    folds: int | None = Field(
        None, ge=2, le=20, examples=[5], description="Also cross-validate: so many trainings, each on the other folds."
    )

    @field_validator("costs", mode="before")
    @classmethod
    def _labels_are_texts(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            str(true): {str(answer): cost for answer, cost in row.items()} if isinstance(row, dict) else row
            for true, row in value.items()
        }

    @field_validator("costs")
    @classmethod
    def _right_answers_cost_nothing(cls, value: dict[str, dict[str, float]] | None) -> Any:
        right = next((true for true, row in (value or {}).items() if row.get(true)), None)
        if right is not None:
            raise ValueError(f"a right answer costs nothing; remove {right!r} from the costs of {right!r}")
        if value is not None and not any(value.values()):
            raise ValueError('at least one error has a cost, such as {"0": {"1": 5}}')
        return value
