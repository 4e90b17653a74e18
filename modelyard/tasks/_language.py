"""What every task whose model reads the tokens of texts does: its tokenizer, its context, likelihoods, `task.json`.

N texts; B sequences; T tokens.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.personal.masking import Masker

if TYPE_CHECKING:
    from torch import Tensor, nn

_ANSWER_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["log_likelihood", "tokens", "perplexity"],
    "properties": {
        "log_likelihood": {
            "type": "number",
            "description": "Natural logarithm of the predicted text's probability.",
        },
        "tokens": {"type": "integer", "minimum": 0, "description": "Predicted tokens, the ending included."},
        "perplexity": {"type": "number", "minimum": 1, "description": "exp(-log_likelihood / tokens)."},
    },
    "additionalProperties": False,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Language(ABC):
    """A task's two ends around a language model; where a task says nothing else, outputs are nats and tokens [N, 2].

    `kept` are the fields that `task.json` holds beside the schema and the context, by their names in it.
    """

    name: ClassVar[str]
    metrics: ClassVar[str] = "language"
    losses: ClassVar[tuple[str, ...]] = ("cross_entropy",)
    labels: ClassVar[tuple[str, ...]] = ()
    outputs: ClassVar[int] = 2
    kept: ClassVar[dict[str, str]] = {}

    schema: Schema
    tokenizer: LanguageTokenizer
    context: int
    # Replaces personal data in prompts as it was replaced in the training text; None in training itself.
    masker: Masker | None = None

    @classmethod
    def fit(
        cls,
        rows: Rows,
        schema: Schema,
        *,
        family: str,
        config: Section,
        seed: int = 0,
        train: Train | None = None,
        tokenizer: LanguageTokenizer | None = None,
    ) -> Self:
        """With the tokenizer that the data was written with; without one, with the task's own for these rows."""
        return cls(
            schema=schema,
            tokenizer=cls.tokenizer_for(rows, schema, config, tokenizer),
            context=cls.context_for(config),
            **cls.settings(train or Train()),
        )

    @classmethod
    @abstractmethod
    def tokenizer_for(
        cls, rows: Rows, schema: Schema, config: Section, given: LanguageTokenizer | None
    ) -> LanguageTokenizer:
        """The tokenizer that is given, or the one that the recipe's model or the rows lead to."""

    @classmethod
    @abstractmethod
    def context_for(cls, config: Section) -> int:
        """The tokens that a model reads at once."""

    @classmethod
    def settings(cls, train: Train) -> dict[str, Any]:
        """The task's own fields, by name, as the recipe's section has them."""
        return {}

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the tokens."""
        return self.tokenizer.spec(self.context)

    def read(self, rows: Rows) -> Rows:
        """The rows as the model reads them."""
        return rows if self.masker is None else self.masker.rows(rows)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.float64]) -> Self:
        """This task: likelihoods are what they are."""
        return self

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """The outputs as they are."""
        return outputs

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """How likely what is predicted of each text is, its ending included, from nats and tokens [N, 2]."""
        return [
            {
                "log_likelihood": -nats,
                "tokens": int(tokens),
                "perplexity": float(np.exp(min(700.0, nats / max(tokens, 1.0)))),
            }
            for nats, tokens in np.asarray(outputs, dtype=np.float64).tolist()
        ]

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return _ANSWER_SCHEMA

    def save(self, directory: Path) -> None:
        """Write `task.json` and the tokenizer's files, a chat template in them."""
        self.tokenizer.save(directory)
        if self.masker is not None:
            self.masker.save(directory)
        state = {
            "task": self.name,
            "features": "tokens",
            "schema": self.schema.to_json(),
            "context": self.context,
            **{key: getattr(self, field) for key, field in self.kept.items()},
        }
        content = json.dumps(state, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        (directory / "task.json").write_text(content, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Self:
        """The inverse of `save`."""
        state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
        return cls(
            schema=Schema.from_json(state["schema"]),
            tokenizer=LanguageTokenizer.load(directory),
            context=state["context"],
            masker=Masker.load(directory),
            **{field: state[key] for key, field in cls.kept.items()},
        )


def next_token_loss(model: nn.Module, batch: dict[str, Tensor], z_loss: float) -> tuple[Tensor, Tensor]:
    """Nats summed over the predicted tokens, and how many these are; logits are never held whole.

    `batch`: input_ids and targets [B, T] (-100: not predicted), position_ids and segments [B, T] where they are packed;
    weights [B], by which each sequence's nats and tokens are multiplied, where they do not count alike.
    """
    from modelyard.models._linear_cross_entropy import linear_cross_entropy

    bounds = {"bounds": batch["bounds"]} if "bounds" in batch else {}
    hidden_BTD = model.hidden(  # type: ignore[operator]
        batch["input_ids"], batch.get("position_ids"), batch.get("segments"), **bounds
    )
    weights = batch.get("weights")
    return linear_cross_entropy(
        hidden_BTD.flatten(0, 1),
        model.head,  # type: ignore[arg-type]
        batch["targets"].flatten(),
        weights_N=None if weights is None else weights[:, None].expand_as(batch["targets"]).flatten(),
        z_loss=z_loss if model.training else 0.0,
    )
