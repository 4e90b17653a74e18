"""`language-modeling`: predict the next token of running text (causal).

Every document stands between two of the tokenizer's end tokens: the first begins it, the second is what it ends with.
B sequences; T tokens.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError
from modelyard.core.features import Features, FeatureSpec, Tokens
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data import values
from modelyard.data.features.language import LanguageTokenizer
from modelyard.tasks import _likelihoods

if TYPE_CHECKING:
    from torch import Tensor, nn

TEXT = "text"
# A family that does not say how much it reads (n-grams) is scored in one piece.
WHOLE = 1_000_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A language model's two ends: documents to token ids, likelihoods to answers."""

    name: ClassVar[str] = "language-modeling"
    sort: ClassVar[str] = "corpus"
    metrics: ClassVar[str] = "language"
    losses: ClassVar[tuple[str, ...]] = ("cross_entropy",)
    cheap: ClassVar[str] = "ngram"
    candidates: ClassVar[tuple[str, ...]] = ("decoder",)
    pretrained: ClassVar[str] = "decoder"
    loss_name: ClassVar[str] = "cross_entropy"
    labels: ClassVar[tuple[str, ...]] = ()
    outputs: ClassVar[int] = 2

    schema: Schema
    tokenizer: LanguageTokenizer
    context: int
    z_loss: float = 0.0

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
    ) -> Task:
        """With the tokenizer that the corpus was written with; without one, a new one is trained on the rows."""
        if tokenizer is None:
            source = getattr(config, "from_", None)
            if source:
                tokenizer = LanguageTokenizer.from_checkpoint(source)
            else:
                tokenizer = LanguageTokenizer.fit(_texts(rows, schema), getattr(config, "vocabulary", None))
        context = getattr(config, "max_length", WHOLE)
        return cls(schema=schema, tokenizer=tokenizer, context=context, z_loss=(train or Train()).z_loss)

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the tokens."""
        return self.tokenizer.spec(self.context)

    def encode(self, rows: Rows) -> Features:
        """Each document between two end tokens, whole: longer ones are read in pieces of the model's context."""
        return bounded(self.tokenizer.encode(_texts(rows, self.schema)), self.tokenizer.end_id)

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """UTF-8 bytes of each document, [N]."""
        return np.array([len(text.encode()) for text in _texts(rows, self.schema)], dtype=np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Nats summed over the predicted tokens, and how many these are; logits are never held whole.

        `batch`: input_ids and targets [B, T] (-100: not predicted), position_ids and segments [B, T] where documents
        are packed.
        """
        from modelyard.models._linear_cross_entropy import linear_cross_entropy

        hidden_BTD = model.hidden(batch["input_ids"], batch.get("position_ids"), batch.get("segments"))  # type: ignore[operator]
        return linear_cross_entropy(
            hidden_BTD.flatten(0, 1),
            model.head,  # type: ignore[arg-type]
            batch["targets"].flatten(),
            z_loss=self.z_loss if model.training else 0.0,
        )

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.float64]) -> Task:
        """This task: likelihoods are what they are."""
        return self

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Nats and predicted tokens of each document, [N, 2], as they are."""
        return outputs

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """How likely each document is, its ending included."""
        return _likelihoods.answers(outputs)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        properties = {
            column.name: {
                "type": "string",
                "minLength": 1,
                "title": column.name,
                **({"examples": [column.example]} if isinstance(column.example, str) else {}),
            }
            for column in self.schema.inputs
        }
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
            "additionalProperties": False,
        }

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return _likelihoods.ANSWER_SCHEMA

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no text."""
        for column in self.schema.inputs:
            for i, cell in enumerate(rows[column.name]):
                if not isinstance(cell, str) or not cell:
                    raise RequestError(
                        "this field must be a text that is not empty",
                        where=f"inputs[{i}].{column.name}",
                        got=cell,
                        remedy='For example: "a few words".',
                    )

    def save(self, directory: Path) -> None:
        """Write `task.json` and the tokenizer's files."""
        self.tokenizer.save(directory)
        state = {
            "task": self.name,
            "features": "tokens",
            "schema": self.schema.to_json(),
            "context": self.context,
            "z_loss": self.z_loss,
        }
        content = json.dumps(state, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        (directory / "task.json").write_text(content, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Task:
        """The inverse of `save`."""
        state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
        return cls(
            schema=Schema.from_json(state["schema"]),
            tokenizer=LanguageTokenizer.load(directory),
            context=state["context"],
            z_loss=state["z_loss"],
        )

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few documents for the contract tests, of unlike lengths, in two languages."""
        texts = [
            "a fine film",
            "很好看的电影",
            "床前明月光，疑是地上霜。举头望明月，低头思故乡。",
            "the quick brown fox jumps over the lazy dog and runs away from the first scene to the last",
        ]
        return {TEXT: texts * 4}, Schema(inputs=(Column(name=TEXT, kind="text", example="a fine film"),))


def bounded(tokens: Tokens, end_id: int) -> Tokens:
    """Each document between two end tokens."""
    count = len(tokens)
    lengths = tokens.lengths + 2
    offsets = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(lengths, out=offsets[1:])
    ids = np.full(int(offsets[-1]), end_id, dtype=np.int32)
    inner = np.ones(len(ids), dtype=bool)
    inner[offsets[:-1]] = False
    inner[offsets[1:] - 1] = False
    ids[inner] = tokens.ids
    return Tokens(ids, offsets)


def _texts(rows: Rows, schema: Schema) -> list[str]:
    """The text of each document; a missing one is empty."""
    column = rows[schema.inputs[0].name]
    return [cell if type(cell) is str else values.text(cell) or "" for cell in column]
