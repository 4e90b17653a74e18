"""How a server explains: methods that need the model's answers only, one row at a time, within a bound."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from modelyard.explanation.case import Model
from modelyard.explanation.explain import changes, explain
from modelyard.explanation.methods import METHODS

_DIGITS = 6


class ServedExplainer:
    """Explains rows of one opened model."""

    methods = ("auto", *(name for name, method in METHODS.items() if not method.inside))

    def __init__(self, predictor: Any) -> None:
        self._model = Model(predictor=predictor)

    def __call__(
        self,
        row: dict[str, Any],
        *,
        method: str | None,
        label: str | None,
        seconds: float,
        room: Callable[[], AbstractContextManager[None]],
    ) -> dict[str, Any]:
        """The explanation as a client gets it. Raises: RequestError for a method or label that does not fit."""
        one = explain(self._model, row, method=method, label=label, seconds=seconds, served=True, room=room)
        judged = one.faithfulness
        return {
            "method": one.method,
            "said": one.said,
            "answer": one.answer,
            "label": one.label,
            "score": one.score,
            "shown": one.shown,
            "base": one.base,
            "gap": one.gap,
            "sort": one.sort,
            "units": [[text, round(weight, _DIGITS)] for text, weight in one.units],
            "pieces": [[text, round(weight, _DIGITS)] for text, weight in one.pieces],
            "top": [[text, round(weight, _DIGITS)] for text, weight in one.top],
            "signed": one.signed,
            "changes": changes(one),
            "faithfulness": None if judged is None else {"gain": judged["gain"], "interval": judged["interval"]},
            "facts": one.facts,
            "notes": list(one.notes),
            "seconds": round(one.seconds, 3),
        }


def explainer(predictor: Any) -> ServedExplainer | None:
    """Of a model that answers rows with a class or a value; None of one that writes texts."""
    task = getattr(predictor, "task", None)
    answers = getattr(task, "metrics", None) in ("classification", "regression")
    return ServedExplainer(predictor) if answers and hasattr(task, "probabilities") else None
