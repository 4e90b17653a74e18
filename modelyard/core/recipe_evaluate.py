"""The recipe's section `evaluate:`: how figures get their intervals, and what is examined beside them."""

from __future__ import annotations

from pydantic import Field

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
    synonyms: str | None = Field(
        None,
        examples=["synonyms.txt"],
        description="A list of one's own (UTF-8; a line `movie, film` or `movie -> film`) for robustness to synonyms.",
    )
    generate: int | None = Field(
        None,
        ge=2,
        le=10_000,
        examples=[50],
        description="Of conversations: so many test questions are answered, and compared with the answers in the data.",
    )
    folds: int | None = Field(
        None, ge=2, le=20, examples=[5], description="Also cross-validate: so many trainings, each on the other folds."
    )
