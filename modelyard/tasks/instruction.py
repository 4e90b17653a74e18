"""`instruction`: answer in conversations. Only what an assistant said is learned, with the token that ends it.

B sequences; T tokens.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import Turns
from modelyard.data.messages import Message
from modelyard.tasks import _conversations as shared
from modelyard.tasks import _likelihoods

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A chat model's two ends: conversations to token ids, the likelihood of their answers to answers."""

    name: ClassVar[str] = "instruction"
    sort: ClassVar[str] = "conversations"
    metrics: ClassVar[str] = "language"
    losses: ClassVar[tuple[str, ...]] = ("cross_entropy",)
    cheap: ClassVar[str] = "decoder"
    candidates: ClassVar[tuple[str, ...]] = ("decoder",)
    pretrained: ClassVar[str] = "decoder"
    starts_from_model: ClassVar[bool] = True
    loss_name: ClassVar[str] = "cross_entropy"
    labels: ClassVar[tuple[str, ...]] = ()
    outputs: ClassVar[int] = 2

    schema: Schema
    tokenizer: LanguageTokenizer
    context: int
    z_loss: float = 0.0
    turns: Turns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", Turns(self.tokenizer))

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
        """With the tokenizer and the template of the model that is started from; nothing is learned from the rows."""
        return cls(
            schema=schema,
            tokenizer=tokenizer or shared.tokenizer_of(config),
            context=shared.context_of(config),
            z_loss=(train or Train()).z_loss,
        )

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the tokens."""
        return dataclasses.replace(self.tokenizer.spec(self.context), stop_ids=self.turns.stop_ids)

    def encode(self, rows: Rows) -> Tokens:
        """Each conversation whole, what no assistant said as ~id; longer ones are read in pieces of the context."""
        return shared.encoded(self.turns, self._conversations(rows))

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """UTF-8 bytes of the answers of each conversation, [N]."""
        return np.array([answer_bytes(messages) for messages in self._conversations(rows)], dtype=np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """As `_conversations.masked_loss`."""
        return shared.masked_loss(model, batch, self.z_loss)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.float64]) -> Task:
        """This task: likelihoods are what they are."""
        return self

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Nats and predicted tokens of each conversation's answers, [N, 2], as they are."""
        return outputs

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """How likely the answers of each conversation are, their endings included."""
        return _likelihoods.answers(outputs)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return shared.request_schema(self.schema)

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return _likelihoods.ANSWER_SCHEMA

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no conversation."""
        shared.check_rows(rows, self.schema, self.turns, lambda cells: cells)

    def save(self, directory: Path) -> None:
        """Write `task.json` and the tokenizer's files, the chat template in them."""
        state = {
            "task": self.name,
            "features": "tokens",
            "schema": self.schema.to_json(),
            "context": self.context,
            "z_loss": self.z_loss,
        }
        shared.write_state(directory, self.tokenizer, state)

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
        """A few conversations for the contract tests, of unlike lengths, in two languages."""
        asked = [
            {"role": "user", "content": "Name a colour."},
            {"role": "user", "content": "用一个词回答：天空是什么颜色？"},
        ]
        answered = [{"role": "assistant", "content": "Blue."}, {"role": "assistant", "content": "蓝色"}]
        conversations = [
            [asked[0], answered[0]],
            [asked[1], answered[1]],
            [{"role": "system", "content": "Be brief."}, asked[0], answered[0], asked[1], answered[1]],
        ]
        column = Column(name="messages", kind="messages", example=conversations[0])
        return {"messages": conversations * 4}, Schema(inputs=(column,))

    def _conversations(self, rows: Rows) -> list[list[Message]]:
        name = self.schema.inputs[0].name
        return [shared.messages_in(cell, f"inputs[{i}].{name}") for i, cell in enumerate(rows[name])]


def answer_bytes(messages: list[Message]) -> int:
    """UTF-8 bytes of what an assistant said."""
    return sum(len(message["content"].encode()) for message in messages if message["role"] == "assistant")
