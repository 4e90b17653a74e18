"""A model that is a function of which words stand in a text, asked as a real one is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from modelyard.core.schema import Column, Schema
from modelyard.explanation.game import Game
from modelyard.explanation.units import TextUnits

SCHEMA = Schema(inputs=(Column(name="text", kind="text"),))


class Plain:
    """The outputs as they are."""

    target = None
    direction, shift = np.ones(1), 0.0

    def of(self, outputs: Any) -> Any:
        return outputs[:, 0]

    def answers(self, outputs: Any) -> Any:
        return 1 / (1 + np.exp(-outputs))

    def shown(self, answers: Any) -> Any:
        return answers[:, 0]


def game(text: str, value: Callable[[set[str]], float], seconds: float | None = None) -> Game:
    """Of a text whose value is a function of the set of its words."""

    def ask(rows: Any) -> Any:
        return np.array([[value(set(one.split()))] for one in rows["text"]])

    units = TextUnits({"text": text}, SCHEMA)
    return Game(ask, Plain(), units, seconds=seconds)  # type: ignore[arg-type]
