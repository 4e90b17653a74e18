"""`masked-language-modeling`: fill in tokens of running text from both sides, to train an encoder without labels.

Source: Devlin et al. 2019, "BERT", section 3.1. B sequences; T tokens.
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import Section
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.tasks import _texts, language_modeling
from modelyard.tasks._language import Language

if TYPE_CHECKING:
    from torch import Tensor, nn

# What is validated and tested on is masked by this share, whatever share is trained with: figures stay comparable.
JUDGED_SHARE = 0.15
CONTEXT = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Language):
    """A masked language model's two ends: documents to token ids, the likelihood of what was masked to answers."""

    name: ClassVar[str] = "masked-language-modeling"
    sort: ClassVar[str] = "masked"
    cheap: ClassVar[str] = "encoder"
    candidates: ClassVar[tuple[str, ...]] = ("encoder",)
    loss_name: ClassVar[str] = "cross_entropy"

    @classmethod
    def tokenizer_for(
        cls, rows: Rows, schema: Schema, config: Section, given: LanguageTokenizer | None
    ) -> LanguageTokenizer:
        """That of the corpus, else a new one trained on the rows.

        Raises: RecipeError for a tokenizer without a mask token.
        """
        found = given or LanguageTokenizer.fit(_texts.joined(rows, schema), getattr(config, "vocabulary", None))
        if found.mask_id is None:
            raise RecipeError(
                "the tokenizer has no mask token",
                where="model.from",
                got=getattr(config, "from_", None),
                remedy="Name one in its tokenizer_config.json (mask_token), or leave model.from out.",
            )
        return found

    @classmethod
    def context_for(cls, config: Section) -> int:
        """The family's `max_length`, else CONTEXT."""
        return getattr(config, "max_length", None) or CONTEXT

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the tokens."""
        return dataclasses.replace(self.tokenizer.spec(self.context), mask_id=self.tokenizer.mask_id)

    def encode(self, rows: Rows) -> Tokens:
        """Each document's tokens; those that are to be filled in as themselves, all others as ~id.

        Which these are depends on the document's text alone.
        """
        found = self.tokenizer.encode(_texts.joined(self.read(rows), self.schema))
        ids = ~found.ids
        for start, stop in zip(found.offsets[:-1].tolist(), found.offsets[1:].tolist(), strict=True):
            seed = hashlib.blake2b(found.ids[start:stop].tobytes(), digest_size=8).digest()
            chosen = start + picked(stop - start, JUDGED_SHARE, np.random.default_rng(int.from_bytes(seed, "little")))
            ids[chosen] = found.ids[chosen]
        return Tokens(ids, found.offsets)

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """UTF-8 bytes of each document in proportion to its masked tokens, [N]."""
        texts = _texts.joined(self.read(rows), self.schema)
        found = self.encode(rows)
        masked = np.array([(found.ids[a:b] >= 0).sum() for a, b in zip(found.offsets, found.offsets[1:], strict=False)])
        lengths = np.array([len(text.encode()) for text in texts], dtype=np.float64)
        return np.asarray(lengths * masked / np.maximum(1, found.lengths), dtype=np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Nats summed over the masked tokens, and how many these are; logits are never held whole.

        `batch`: input_ids and targets [B, T] (-100: not predicted), attention_mask [B, T] and, where documents are
        packed, segments [B, T].
        """
        from modelyard.models._linear_cross_entropy import linear_cross_entropy

        hidden_BTD = model.hidden(batch["input_ids"], batch["attention_mask"], batch.get("segments"))  # type: ignore[operator]
        predicted = batch["targets"] != -100
        return linear_cross_entropy(hidden_BTD[predicted], model.head, batch["targets"][predicted])  # type: ignore[arg-type]

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """How likely what was masked is, in each document, from nats and masked tokens [N, 2]."""
        return [
            {"masked_log_likelihood": -nats, "masked_tokens": int(tokens)}
            for nats, tokens in np.asarray(outputs, dtype=np.float64).tolist()
        ]

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return _texts.request_schema(self.schema)

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return {
            "type": "object",
            "required": ["masked_log_likelihood", "masked_tokens"],
            "properties": {
                "masked_log_likelihood": {"type": "number", "description": "Natural logarithm, summed over them."},
                "masked_tokens": {"type": "integer", "minimum": 0, "description": "Tokens that were masked."},
            },
            "additionalProperties": False,
        }

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no text."""
        _texts.check(rows, self.schema)

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """As `language-modeling`."""
        rows, _ = language_modeling.Task.tiny()
        return rows, Schema(inputs=(Column(name=language_modeling.TEXT, kind="text", example="a fine film"),))


def picked(length: int, share: float, random: np.random.Generator) -> NDArray[np.int64]:
    """The places of a text of `length` tokens that are masked: a share of them, at least one."""
    count = max(1, round(share * length)) if length else 0
    return np.sort(random.permutation(length)[:count]).astype(np.int64)
