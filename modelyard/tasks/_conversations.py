"""What the tasks over conversations share: their tokenizer, their context, and how requests are checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from modelyard.core.checkpoint import positions, read_definition
from modelyard.core.errors import RequestError
from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import Section
from modelyard.core.schema import Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import Turns, Unrendered, with_template
from modelyard.data.messages import Message, Unusable, listed
from modelyard.data.personal.talks import replaced
from modelyard.tasks._language import Language

Cells = Sequence[Sequence[Message]]
# Tokens that a checkpoint reads of a conversation where the recipe is silent: memory grows with it.
LONGEST = 2048
_MESSAGES_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"type": "string", "enum": ["system", "user", "assistant", "tool"]},
            "content": {"type": "string"},
        },
        "additionalProperties": False,
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Talking(Language):
    """A task over conversations: it starts from a model, whose tokenizer and chat template it keeps."""

    cheap: ClassVar[str] = "decoder"
    candidates: ClassVar[tuple[str, ...]] = ("decoder",)
    pretrained: ClassVar[str] = "decoder"
    starts_from_model: ClassVar[bool] = True

    turns: Turns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", Turns(self.tokenizer))

    @classmethod
    def tokenizer_for(
        cls, rows: Rows, schema: Schema, config: Section, given: LanguageTokenizer | None
    ) -> LanguageTokenizer:
        """That of the model that is started from; nothing is learned from the rows."""
        return given or tokenizer_of(config)

    @classmethod
    def context_for(cls, config: Section) -> int:
        """As `context_of`."""
        return context_of(config)

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the tokens."""
        return replace(self.tokenizer.spec(self.context), stop_ids=self.turns.stop_ids)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        properties = {
            column.name: {
                **_MESSAGES_SCHEMA,
                "title": column.name,
                **({"examples": [column.example]} if column.example else {}),
            }
            for column in self.schema.inputs
        }
        return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}

    def encoded(self, conversations: list[list[Message]], *, last_only: bool = False) -> Tokens:
        """As `Turns.encode`. Raises: RequestError for a conversation that the template refuses."""
        try:
            return self.turns.encode(conversations, last_only=last_only)
        except Unrendered as error:
            raise RequestError(f"the chat template refuses it: {error}", where="inputs") from error

    def cells(self, rows: Rows, i: int) -> list[list[Message]]:
        """The messages of row i as the model reads them, in the order of the schema. Raises: RequestError."""
        names = [column.name for column in self.schema.inputs]
        given = {name: _messages(rows[name][i], f"inputs[{i}].{name}") for name in names}
        return list((given if self.masker is None else replaced(given, self.masker)[0]).values())

    def check_rows(self, rows: Rows, whole: Callable[[Cells], Cells]) -> None:
        """Raises: RequestError naming the first cell that is no conversation.

        `whole` makes of a row's cells, in the order of the schema, the conversations that are scored.
        """
        columns = [column.name for column in self.schema.inputs]
        for i in range(len(rows[columns[0]])):
            cells = self.cells(rows, i)
            last = f"inputs[{i}].{columns[-1]}"
            for name, messages in zip(columns, cells, strict=True):
                for message in messages:
                    token = self.turns.special_in(message["content"])
                    if token is not None:
                        raise RequestError(
                            f"a message must not hold the special token {token}", where=f"inputs[{i}].{name}"
                        )
            for spoken in whole(cells):
                messages = list(spoken)
                if not messages or messages[-1]["role"] != "assistant":
                    raise RequestError("a conversation that is scored ends with an answer (role assistant)", where=last)
                try:
                    self.turns.spans(messages)
                except Unrendered as error:
                    raise RequestError(f"the chat template refuses it: {error}", where=last) from error


def context_of(config: Section) -> int:
    """The tokens that a model reads: the recipe's `max_length`, or what its checkpoint reads, up to LONGEST."""
    given = getattr(config, "max_length", None)
    if "max_length" in config.model_fields_set and given:
        return int(given)
    source = getattr(config, "from_", None)
    most = positions(read_definition(source)) if source else given
    return min(LONGEST, int(most or LONGEST))


def tokenizer_of(config: Section) -> LanguageTokenizer:
    """The tokenizer of the model that is started from, with a chat template."""
    source = getattr(config, "from_", None)
    if source:
        return with_template(LanguageTokenizer.from_checkpoint(source))
    # For the contract tests: a recipe without `from` is refused before it comes here.
    return LanguageTokenizer.fit(["user assistant system " * 4], "bytes")


def _messages(cell: Any, where: str) -> list[Message]:
    """A cell as messages. Raises: RequestError."""
    try:
        return listed(cell)
    except Unusable as error:
        raise RequestError(
            str(error), where=where, got=cell, remedy='For example: [{"role": "user", "content": "Hi"}].'
        ) from error
