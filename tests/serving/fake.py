"""A predictor with the interface of `inference.Predictor` and answers that a test can compute."""

from __future__ import annotations

import time
from typing import Any

from modelyard.core.errors import RequestError
from modelyard.core.schema import Column, Schema

TEXT = Schema(inputs=(Column(name="text", kind="text", example="A fine film."),))
TABLE = Schema(
    inputs=(
        Column(name="age", kind="number", low=17, high=90, example=39),
        Column(name="job", kind="category", values=("clerk", "farmer", "教师"), example="clerk"),
        Column(name="joined", kind="date", example="2024-05-01"),
    )
)


class FakeTask:
    def check(self, rows: Any) -> None:
        for i, date in enumerate(rows.get("joined", [])):
            if date is not None and len(date) != 10:
                raise RequestError("this is not a date", where=f"inputs[{i}].joined", got=date)

    def encode(self, rows: Any) -> list[tuple[Any, ...]]:
        return list(zip(*rows.values(), strict=True))

    def decode(self, outputs: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
        return [answer(row) for row in outputs]

    def answer_schema(self) -> dict[str, Any]:
        scores = {"type": "object", "additionalProperties": {"type": "number"}}
        return {
            "type": "object",
            "properties": {"label": {"type": "string"}, "scores": scores},
            "required": ["label", "scores"],
        }


class FakePredictor:
    """The score of a row is a function of its content alone; `seconds` is what a batch costs."""

    def __init__(self, schema: Schema = TEXT, seconds: float = 0.0) -> None:
        self.schema, self.task, self.seconds = schema, FakeTask(), seconds
        self.batches: list[int] = []
        self.fail_on: str | None = None

    def backend(self, table: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        if self.seconds:
            time.sleep(self.seconds)
        self.batches.append(len(table))
        if self.fail_on is not None and any(self.fail_on in map(str, row) for row in table):
            raise ArithmeticError("secret cause at /secret/path")
        return table

    def predict(self, rows: Any) -> list[dict[str, Any]]:
        return self.task.decode(self.backend(self.task.encode(rows)))


def answer(row: tuple[Any, ...]) -> dict[str, Any]:
    size = sum(len(str(cell)) for cell in row)
    high = 1 / (1 + size)
    return {"label": "long" if size > 20 else "short", "scores": {"long": 1 - high, "short": high}}
