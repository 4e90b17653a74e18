"""`language-modeling`: predict the next token of running text (causal).

Every document stands between two of the tokenizer's end tokens: the first begins it, the second is what it ends with.
B sequences; T tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Features, Tokens
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.tasks import _texts
from modelyard.tasks._language import Language, next_token_loss

if TYPE_CHECKING:
    from torch import Tensor, nn

TEXT = "text"
# A family that does not say how much it reads (n-grams) is scored in one piece.
WHOLE = 1_000_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Language):
    """A language model's two ends: documents to token ids, likelihoods to answers."""

    name: ClassVar[str] = "language-modeling"
    sort: ClassVar[str] = "corpus"
    cheap: ClassVar[str] = "ngram"
    candidates: ClassVar[tuple[str, ...]] = ("decoder",)
    pretrained: ClassVar[str] = "decoder"
    loss_name: ClassVar[str] = "cross_entropy"
    kept: ClassVar[dict[str, str]] = {"z_loss": "z_loss"}

    z_loss: float = 0.0

    @classmethod
    def tokenizer_for(
        cls, rows: Rows, schema: Schema, config: Section, given: LanguageTokenizer | None
    ) -> LanguageTokenizer:
        """That of the corpus, else of the model that is started from, else a new one trained on the rows."""
        if given is not None:
            return given
        source = getattr(config, "from_", None)
        if source:
            return LanguageTokenizer.from_checkpoint(source)
        return LanguageTokenizer.fit(_texts.joined(rows, schema), getattr(config, "vocabulary", None))

    @classmethod
    def context_for(cls, config: Section) -> int:
        """The family's `max_length`."""
        return int(getattr(config, "max_length", WHOLE))

    @classmethod
    def settings(cls, train: Train) -> dict[str, Any]:
        """`z_loss`."""
        return {"z_loss": train.z_loss}

    def encode(self, rows: Rows) -> Features:
        """Each document between two end tokens, whole: longer ones are read in pieces of the model's context."""
        return bounded(self.tokenizer.encode(_texts.joined(self.read(rows), self.schema)), self.tokenizer.end_id)

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """UTF-8 bytes of each document, [N]."""
        return np.array([len(text.encode()) for text in _texts.joined(self.read(rows), self.schema)], dtype=np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """As `_language.next_token_loss`."""
        return next_token_loss(model, batch, self.z_loss)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return _texts.request_schema(self.schema)

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no text."""
        _texts.check(rows, self.schema)

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
