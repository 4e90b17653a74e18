"""What the tasks over conversations share: their tokenizer, their context, and how requests are checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core.checkpoint import positions, read_definition
from modelyard.core.errors import RequestError
from modelyard.core.features import Tokens
from modelyard.core.recipe import Section
from modelyard.core.schema import Rows, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import Turns, Unrendered, with_template
from modelyard.data.messages import Message, Unusable, listed

if TYPE_CHECKING:
    from torch import Tensor, nn

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


def messages_in(cell: Any, where: str) -> list[Message]:
    """A cell as messages. Raises: RequestError."""
    try:
        return listed(cell)
    except Unusable as error:
        raise RequestError(
            str(error), where=where, got=cell, remedy='For example: [{"role": "user", "content": "Hi"}].'
        ) from error


def check_rows(
    rows: Rows,
    schema: Schema,
    turns: Turns,
    whole: Callable[[Sequence[Sequence[Message]]], Sequence[Sequence[Message]]],
) -> None:
    """Raises: RequestError naming the first cell that is no conversation.

    `whole` makes of a row's cells, in the order of the schema, the conversations that are scored.
    """
    columns = [column.name for column in schema.inputs]
    for i in range(len(rows[columns[0]])):
        cells = [messages_in(rows[name][i], f"inputs[{i}].{name}") for name in columns]
        last = f"inputs[{i}].{columns[-1]}"
        for name, messages in zip(columns, cells, strict=True):
            for message in messages:
                token = turns.special_in(message["content"])
                if token is not None:
                    raise RequestError(
                        f"a message must not hold the special token {token}", where=f"inputs[{i}].{name}"
                    )
        for spoken in whole(cells):
            messages = list(spoken)
            if not messages or messages[-1]["role"] != "assistant":
                raise RequestError("a conversation that is scored ends with an answer (role assistant)", where=last)
            try:
                turns.spans(messages)
            except Unrendered as error:
                raise RequestError(f"the chat template refuses it: {error}", where=last) from error


def request_schema(schema: Schema) -> dict[str, Any]:
    """JSON schema of one input."""
    properties = {
        column.name: {
            **_MESSAGES_SCHEMA,
            "title": column.name,
            **({"examples": [column.example]} if column.example else {}),
        }
        for column in schema.inputs
    }
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def encoded(turns: Turns, conversations: list[list[Message]], *, last_only: bool = False) -> Tokens:
    """As `Turns.encode`. Raises: RequestError for a conversation that the template refuses."""
    try:
        return turns.encode(conversations, last_only=last_only)
    except Unrendered as error:
        raise RequestError(f"the chat template refuses it: {error}", where="inputs") from error


def masked_loss(model: nn.Module, batch: dict[str, Tensor], z_loss: float) -> tuple[Tensor, Tensor]:
    """Nats summed over the tokens of answers, and how many these are; logits are never held whole.

    `batch`: input_ids and targets [B, T] (-100: not predicted), position_ids and segments [B, T].
    """
    from modelyard.models._linear_cross_entropy import linear_cross_entropy

    hidden_BTD = model.hidden(batch["input_ids"], batch.get("position_ids"), batch.get("segments"))  # type: ignore[operator]
    return linear_cross_entropy(
        hidden_BTD.flatten(0, 1),
        model.head,  # type: ignore[arg-type]
        batch["targets"].flatten(),
        z_loss=z_loss if model.training else 0.0,
    )


def write_state(directory: Path, tokenizer: LanguageTokenizer, state: dict[str, Any]) -> None:
    """Write `task.json` and the tokenizer's files."""
    tokenizer.save(directory)
    content = json.dumps(state, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    (directory / "task.json").write_text(content, encoding="utf-8")
