"""`instruction`: answer in conversations. Only what an assistant said is learned, with the token that ends it.

B sequences; T tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Tokens
from modelyard.core.recipe import Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.messages import Message
from modelyard.tasks._conversations import Talking
from modelyard.tasks._language import next_token_loss

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Talking):
    """A chat model's two ends: conversations to token ids, the likelihood of their answers to answers."""

    name: ClassVar[str] = "instruction"
    sort: ClassVar[str] = "conversations"
    loss_name: ClassVar[str] = "cross_entropy"
    kept: ClassVar[dict[str, str]] = {"z_loss": "z_loss"}

    z_loss: float = 0.0

    @classmethod
    def settings(cls, train: Train) -> dict[str, Any]:
        """`z_loss`."""
        return {"z_loss": train.z_loss}

    def encode(self, rows: Rows) -> Tokens:
        """Each conversation whole, what no assistant said as ~id; longer ones are read in pieces of the context."""
        return self.encoded(self._conversations(rows))

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """UTF-8 bytes of the answers of each conversation, [N]."""
        return np.array([answer_bytes(messages) for messages in self._conversations(rows)], dtype=np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """As `_language.next_token_loss`, of the tokens of answers."""
        return next_token_loss(model, batch, self.z_loss)

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no conversation."""
        self.check_rows(rows, lambda cells: cells)

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
        return [self.cells(rows, i)[0] for i in range(len(rows[self.schema.inputs[0].name]))]


def answer_bytes(messages: list[Message]) -> int:
    """UTF-8 bytes of what an assistant said."""
    return sum(len(message["content"].encode()) for message in messages if message["role"] == "assistant")
