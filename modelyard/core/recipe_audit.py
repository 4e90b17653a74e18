"""The recipe's section `audit:`: fairness, privacy and the data."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from modelyard.core.recipe_base import Section, Strings

Mitigation = Literal["reweighting", "threshold", "constrained"]


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Audit(Section):
    """What is audited beyond what every run is."""

    protected: Strings = Field(
        (), examples=[["sex", "age"]], description="Columns of protected attributes, inputs of the model or not."
    )
    favourable: Strings = Field(
        (), examples=[[">50K"]], description="The answers that are good to get; where empty, the rarer of two classes."
    )
    minimum: int = Field(30, ge=2, description="Rows that a group must have for a figure of it to be judged.")
    bins: dict[str, tuple[float, ...]] = Field(
        {},
        examples=[{"age": [25, 40, 60]}],
        description="Where groups of a protected number begin; an age at 25, 40 and 60, else its quartiles.",
    )
    mitigate: Annotated[tuple[Mitigation, ...], BeforeValidator(_as_tuple)] = Field(
        (),
        examples=[["reweighting", "threshold", "constrained"]],
        description="Ways of training or deciding more evenly, tried beside the model with their price in accuracy.",
    )
    even: Literal["selection", "odds"] = Field(
        "selection",
        description="What mitigation makes even: how often a group gets the favourable answer, or how often those get "
        "it for whom it is right, and those for whom it is wrong.",
    )
    membership: int | None = Field(
        None,
        ge=4,
        le=1024,
        examples=[16],
        description="Shadow models that are trained to see whether training rows can be recognised: as many trainings.",
    )
    quasi_identifiers: Strings = Field(
        (),
        examples=[["age", "zip", "sex"]],
        description="Columns by which somebody could be singled out; where empty, those that look so.",
    )
    canaries: int | None = Field(
        None,
        ge=1,
        le=1000,
        examples=[10],
        description="Language models: secrets planted in the training text, to see whether the model tells them.",
    )

    @model_validator(mode="after")
    def _groups_to_mitigate(self) -> Audit:
        if self.mitigate and not self.protected:
            raise ValueError("mitigate needs to know between which groups: name the columns in protected")
        return self
