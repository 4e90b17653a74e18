"""What every part of a recipe is made of, and the fields that the families over one kind of features share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class Section(BaseModel):
    """A part of a recipe, or the configuration of a plug-in. Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, strict=False, allow_inf_nan=False)


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Strings = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
Positive = Annotated[float, Field(gt=0)]
Fraction = Annotated[float, Field(ge=0, lt=1)]


class Model(Section):
    """The model family and its own fields (each family states them in `modelyard.models.<family>.Config`)."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    family: str = "auto"

    @property
    def options(self) -> dict[str, Any]:
        """The family's own fields."""
        return dict(self.model_extra or {})


class DenseConfig(Section):
    """The fields that every family over `dense` features shares; the task reads them when it fits the features."""

    scale: Literal["standard", "minmax", "none"] = Field(
        "standard", description="Numbers to mean 0 and deviation 1, to [-1, 1] over the training range, or as they are."
    )


class NgramConfig(Section):
    """The fields of a family over `ngrams`; the task reads them when it fits the n-grams."""

    word_ngrams: int = Field(2, ge=1, le=5, description="Longest run of words that is a feature.")
    unspaced_ngrams: int = Field(3, ge=1, le=6, description="Longest run of characters in scripts without spaces.")
    character_ngrams: int = Field(5, ge=0, le=8, description="Longest run of characters; 0: none.")
    max_words: int = Field(500_000, ge=1)
    max_characters: int = Field(300_000, ge=1)
    min_texts: int = Field(2, ge=1, description="Texts that must hold a feature, from 1,000 texts on.")


class TokenConfig(Section):
    """The fields that every family over `tokens` shares; the task reads them when it fits the tokenizer."""

    vocabulary: int | None = Field(
        None, ge=300, le=1_000_000, examples=[10_000], description="Tokens; chosen by the size of the data where empty."
    )
    max_length: int | None = Field(
        None, ge=8, le=65_536, examples=[256], description="Tokens of an example; 256, or what a checkpoint reads."
    )
    cut: Literal["middle", "end"] = Field(
        "middle", description="What a text that is too long loses: reviews and letters often conclude at their end."
    )
    tokenizer: str | None = Field(
        None, description="Of running text: a run, or a folder that `modelyard tokenizer train` wrote; else a new one."
    )
    from_: str | None = Field(
        None, alias="from", description="A checkpoint (a folder or hf://owner/name) that brings tokenizer and weights."
    )

    @model_validator(mode="after")
    def _one_tokenizer(self) -> TokenConfig:
        if self.tokenizer is not None and self.from_ is not None:
            raise ValueError("a checkpoint brings its own tokenizer; remove tokenizer, or from")
        if self.tokenizer is not None and self.vocabulary is not None:
            raise ValueError("a tokenizer brings its own vocabulary; remove vocabulary, or tokenizer")
        return self
