"""`text-classification`: one label for a text (or several text columns, read one after the other)."""

from __future__ import annotations

from modelyard.core.schema import Column, Rows, Schema
from modelyard.tasks import _objective
from modelyard.tasks._classes import Classes
from modelyard.tasks._supervised import Supervised
from modelyard.tasks._texts import Texts


class Task(Supervised):
    """A fitted text classifier's two ends: what comes before the model and what comes after it."""

    name = "text-classification"
    sort = "text"
    metrics = "classification"
    losses = _objective.CLASSIFICATION
    cheap = "linear"
    candidates = ("encoder", "cnn")
    input_side = Texts
    answer_side = Classes

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests, of unlike lengths, in two languages."""
        good = [
            "a fine film",
            "很好看的电影",
            "wonderful , warm and funny from the first scene to the last",
            "真不错，强烈推荐",
        ]
        bad = [
            "a dull film",
            "很难看的电影",
            "boring , cold and far too long for what little it has to say",
            "太差了，浪费时间",
        ]
        rows = {"text": good * 4 + bad * 4, "label": ["good"] * 16 + ["bad"] * 16}
        label = Column(name="label", kind="category", values=("good", "bad"), example="good")
        return rows, Schema(inputs=(Column(name="text", kind="text", example="a fine film"),), target=label)
