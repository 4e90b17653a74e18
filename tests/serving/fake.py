"""A predictor with the interface of `inference.Predictor` and answers that a test can compute."""

from __future__ import annotations

import time
from typing import Any

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
        return None

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

    def predict(self, rows: Any) -> list[dict[str, Any]]:
        if self.seconds:
            time.sleep(self.seconds)
        table = list(zip(*rows.values(), strict=True))
        self.batches.append(len(table))
        if self.fail_on is not None and any(self.fail_on in map(str, row) for row in table):
            raise ArithmeticError("secret cause at /secret/path")
        return [answer(row) for row in table]


def answer(row: tuple[Any, ...]) -> dict[str, Any]:
    size = sum(len(str(cell)) for cell in row)
    high = 1 / (1 + size)
    return {"label": "long" if size > 20 else "short", "scores": {"long": 1 - high, "short": high}}
