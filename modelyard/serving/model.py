"""A predictor as the server uses it: answers in parts by length, and a description for pages and the API document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from modelyard.core.errors import RecipeError
from modelyard.core.schema import Column, Schema
from modelyard.inference.language import LanguagePredictor
from modelyard.inference.predictor import Predictor

if TYPE_CHECKING:
    from modelyard.serving.explain import Explainer
    from modelyard.serving.vllm_process import Process

_CARD_BYTES = 1 << 20


class PredictorLike(Protocol):
    """What serving needs of `inference.Predictor`."""

    schema: Schema
    task: Any
    backend: Any


def load(path: Path, *, threads: int | None = None, name: str | None = None, backend: str = "stored") -> ServedModel:
    """The verified model in `path` (a run, an artifact, an export), its golden examples replayed.

    It is called as its run is, or `name`; `backend` is one of `engines.BACKENDS`.
    """
    from modelyard.serving import engines, exported

    compute = threads if threads is not None else max(1, (os.cpu_count() or 1) - 1)
    if backend == "vllm":
        from modelyard.serving import vllm

        predictor: Predictor = vllm.open_model(path, name)
    elif exported.is_export(path):
        if backend not in ("stored", "auto"):
            rule = "an export is answered by what it was exported for"
            raise RecipeError(rule, where="--backend", got=backend, remedy="Leave --backend out.")
        predictor = exported.open_export(path, threads=compute)
    else:
        predictor = engines.open_model(path, backend=backend, threads=compute)
    artifact = predictor.artifact
    directory = artifact.path.resolve()
    about = {
        "name": name or called(directory),
        "task": artifact.task,
        "family": artifact.family,
        "digest": artifact.digest,
    }
    return ServedModel(predictor, about=about, card=card_of(directory))


def called(directory: Path) -> str:
    """A model's name by where it lies: its run's, or its folder's."""
    return directory.parent.name if directory.name == "artifact" else directory.name


def card_of(directory: Path) -> str | None:
    """The card that stands beside an artifact in its run, or in a folder; None where there is none of a usual size."""
    for place in (directory.parent, directory) if directory.name == "artifact" else (directory,):
        card = place / "card.md"
        if card.is_file() and card.stat().st_size <= _CARD_BYTES:
            return card.read_text(encoding="utf-8", errors="replace")
    return None


class ServedModel:
    """One model behind the server. `about` is a few strings that stand in every answer and metric."""

    def __init__(self, predictor: PredictorLike, *, about: dict[str, str], card: str | None = None) -> None:
        self.predictor, self.schema, self.about, self.card = predictor, predictor.schema, about, card
        self.explainer: Explainer | None = None
        # Called when nothing asks it any more: a copy of its files, where one was made, is then removed.
        self.release: Callable[[], object] = lambda: None

    @property
    def language(self) -> LanguagePredictor | None:
        """The model, where it is one that continues texts."""
        return self.predictor if isinstance(self.predictor, LanguagePredictor) else None

    @property
    def engine(self) -> Process | None:
        """The process that writes its texts, where it is not this one: it scores no rows then."""
        return getattr(self.predictor, "engine", None)

    def check(self, rows: dict[str, list[Any]]) -> None:
        """What only the task can check of rows that fit the schema.

        Raises: RequestError.
        """
        self.predictor.task.check(rows)

    def answers(self, rows: dict[str, list[Any]]) -> Iterable[tuple[list[int], list[dict[str, Any]]]]:
        """Every row's answer with its position."""
        task = self.predictor.task
        answers = task.decode(self.predictor.backend(task.encode(rows)))
        yield list(range(len(answers))), answers

    def row_schema(self) -> dict[str, Any]:
        """The JSON schema of one row of inputs."""
        return dict(self.predictor.task.request_schema())

    def answer_schema(self) -> dict[str, Any]:
        """The JSON schema of one answer."""
        return dict(self.predictor.task.answer_schema())

    def example(self) -> dict[str, Any]:
        """A row that may be sent."""
        return {column.name: _example(column) for column in self.schema.inputs}

    def example_request(self) -> tuple[str, dict[str, Any]]:
        """An address and a body that may be posted to it."""
        if self.language is None:
            return "/v1/predict", {"inputs": [self.example()]}
        if self.language.is_chat:
            return "/v1/chat/completions", {"messages": [{"role": "user", "content": "..."}], "stream": True}
        body = {"prompt": self.example_prompt(), "max_tokens": 40, "temperature": 0.8, "stream": True}
        return "/v1/completions", body

    def example_prompt(self) -> str:
        """The beginning of a text as the model was trained on, where the artifact holds one."""
        known = next((column.example for column in self.schema.inputs if isinstance(column.example, str)), "The")
        return " ".join(known.split()[:6])[:60]

    def description(self) -> dict[str, Any]:
        """What a page needs to draw a form."""
        content: dict[str, Any] = {"model": self.about, "schema": self.schema.to_json(), "example": self.example()}
        if self.card is not None:
            content["card"] = self.card
        if self.language is not None:
            content["language"] = {
                "context": self.language.generator.context,
                "chat": self.language.is_chat,
                "template": self.language.task.tokenizer.chat_template is not None,
            }
        return content


def _example(column: Column) -> Any:
    if column.example is not None:
        return column.example
    if column.kind == "text":
        return "..."
    if column.kind == "messages":
        return [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}]
    if column.kind == "number":
        return column.low if column.low is not None else 0
    if column.kind == "vector":
        value: Any = 0.0
        for length in reversed(column.shape):
            value = [value] * length
        return value
    return column.values[0] if column.values else None
