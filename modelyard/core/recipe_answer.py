"""The recipe's section `answer:`: what the shipped model's answers shall be; fitted before packaging, and served."""

from __future__ import annotations

from typing import Any

from pydantic import Field, NonNegativeFloat, field_validator

from modelyard.core.recipe_base import Section


class Answer(Section):
    """What the answers shall be, wherever the model answers; what is left out is not applied."""

    costs: dict[str, dict[str, NonNegativeFloat]] | None = Field(
        None,
        examples=[{"0": {"1": 5}}],
        description="What an error costs, by true label and answer, 1 where it is not said: the label answered is "
        "the one of the least expected cost.",
    )
    accuracy: float | None = Field(
        None,
        gt=0,
        lt=1,
        examples=[0.95],
        description="How often a label shall be right where the answer says that it is confident.",
    )
    coverage: float | None = Field(
        None,
        gt=0.5,
        lt=1,
        examples=[0.9],
        description="How often the answer's set of labels, or range of values, shall hold the truth.",
    )

    @property
    def stated(self) -> tuple[str, ...]:
        """The fields that are given."""
        return tuple(name for name in ("costs", "accuracy", "coverage") if getattr(self, name) is not None)

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
