"""The input side of every task over texts: one text, or several text columns read one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.features import Features
from modelyard.core.recipe import NgramConfig, Section, TokenConfig
from modelyard.core.schema import Rows, Schema
from modelyard.data import values
from modelyard.data.features.ngrams import Ngrams
from modelyard.data.features.tokens import TextTokenizer

# What `str.isspace` takes for blank beyond the blanks of a JSON schema's patterns is named.
_NOT_BLANK = r"[^\s\u001c-\u001f\u0085]"
# Between the columns of a row with several texts.
_JOIN = "\n"


@dataclass(frozen=True, slots=True)
class Texts:
    """The input columns, and the fitted n-grams or tokenizer."""

    schema: Schema
    transform: Ngrams | TextTokenizer

    @classmethod
    def fit(cls, rows: Rows, schema: Schema, *, family: str, config: Section) -> Texts:
        """Learn the transform for the family's kind of features.

        Raises: RecipeError where the family does not read texts.
        """
        kind = registry.load("models", family, field="model.family").FEATURES.get("text")
        texts = joined(rows, schema)
        if kind == "ngrams":
            return cls(schema, Ngrams.fit(texts, config if isinstance(config, NgramConfig) else NgramConfig()))
        if kind == "tokens":
            return cls(schema, TextTokenizer.fit(texts, config if isinstance(config, TokenConfig) else TokenConfig()))
        raise RecipeError(
            "this model family does not read texts",
            where="model.family",
            got=family,
            remedy="Use linear or encoder.",
        )

    @classmethod
    def load(cls, schema: Schema, kind: str, directory: Path) -> Texts:
        """Open the transform for features of `kind`."""
        return cls(schema, (Ngrams if kind == "ngrams" else TextTokenizer).load(directory))

    def encode(self, rows: Rows) -> Features:
        """The features of each row."""
        return self.transform.encode(joined(rows, self.schema))

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return request_schema(self.schema, {"pattern": _NOT_BLANK})

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no text, or a blank one."""
        check(rows, self.schema, str.isspace)


def request_schema(schema: Schema, also: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """JSON schema of one input, a text a column; `also` is asked of each."""
    properties = {
        column.name: {
            "type": "string",
            "minLength": 1,
            **(also or {}),
            "title": column.name,
            **({"examples": [column.example]} if isinstance(column.example, str) else {}),
        }
        for column in schema.inputs
    }
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def check(rows: Rows, schema: Schema, refused: Callable[[str], bool] = lambda text: False) -> None:
    """Raises: RequestError naming the first cell that is no text, an empty one, or one that is `refused`."""
    for column in schema.inputs:
        for i, cell in enumerate(rows[column.name]):
            if not isinstance(cell, str) or not cell or refused(cell):
                raise RequestError(
                    "this field must be a text that is not empty",
                    where=f"inputs[{i}].{column.name}",
                    got=cell,
                    remedy='For example: "a few words".',
                )


def joined(rows: Rows, schema: Schema) -> list[str]:
    """One text a row; a missing one is empty."""
    columns: list[Sequence[Any]] = [rows[column.name] for column in schema.inputs]
    if len(columns) == 1:
        return [cell if type(cell) is str else values.text(cell) or "" for cell in columns[0]]
    return [_JOIN.join(values.text(cell) or "" for cell in row) for row in zip(*columns, strict=True)]
