"""`POST /v1/explain`: what the answers to a few rows rest on. Bounded in rows, length and time, and behind predictions.

How answers are explained is not this layer's: whoever starts the server hands it an `Explainer` for each model.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from modelyard.core.errors import RequestError
from modelyard.serving.batching import Batcher
from modelyard.serving.body import BodyReader, seconds_given
from modelyard.serving.model import ServedModel
from modelyard.serving.observability import Metrics
from modelyard.serving.replies import DATA_POLICY, Receive, Refusal, RefusedError, Scope, Send, reply
from modelyard.serving.requests import parse_json, refuse
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Queue, Turn

if TYPE_CHECKING:
    from modelyard.serving.models import Models, Served

# What one request may hold and take. A row is explained by hundreds of answers.
MOST_ROWS, MOST_CHARACTERS, SECONDS = 4, 20_000, 1.5
# Rows that may wait, and how long a batch of an explanation waits for predictions at most.
_MOST_WAITING, _GIVES_WAY_SECONDS = 16, 0.05

Room = Callable[[], AbstractContextManager[None]]


class Explainer(Protocol):
    """Explains one row of a model as plain JSON. `room` holds what a batch of answers needs; `methods` are the names.

    Raises: RequestError for a method or a label that does not fit.
    """

    methods: tuple[str, ...]

    def __call__(
        self, row: dict[str, Any], *, method: str | None, label: str | None, seconds: float, room: Room
    ) -> dict[str, Any]:
        """The explanation."""


def explaining(load: Callable[..., ServedModel], make: Callable[[Any], Explainer | None]) -> Callable[..., ServedModel]:
    """`load`, whose models can also be explained."""

    def loaded(
        path: Path, *, threads: int | None = None, name: str | None = None, backend: str = "stored"
    ) -> ServedModel:
        model = load(path, threads=threads, name=name, backend=backend)
        model.explainer = make(model.predictor)
        return model

    return loaded


class Explaining:
    """One version's explainer with its queue and worker, beside that of its predictions."""

    def __init__(
        self, explainer: Explainer, settings: Settings, metrics: Metrics, predictions: Batcher, turn: Turn | None
    ) -> None:
        self.explainer, self._predictions, self._turn = explainer, predictions, turn
        own = replace(settings, max_batch_rows=1, latency_seconds=None)
        self.batcher = Batcher(self, own, metrics, share=Queue(_MOST_WAITING).share())

    @classmethod
    def of(
        cls, model: ServedModel, settings: Settings, metrics: Metrics, predictions: Batcher, turn: Turn | None
    ) -> Explaining | None:
        """Of a model that came with an explainer."""
        return None if model.explainer is None else cls(model.explainer, settings, metrics, predictions, turn)

    def answers(self, rows: dict[str, list[Any]]) -> Iterable[tuple[list[int], list[Any]]]:
        """Every row's explanation, or why there is none."""
        for at, (row, method, label, seconds) in enumerate(zip(*rows.values(), strict=True)):
            found: dict[str, Any] | RequestError
            try:
                found = self.explainer(row, method=method, label=label, seconds=seconds, room=self._room)
            except RequestError as error:
                found = error
            yield [at], [found]

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Predictions that wait go first, though not for ever; where models share the processors, the turn is held."""
        until = time.perf_counter() + _GIVES_WAY_SECONDS
        while self._predictions.queued_rows and time.perf_counter() < until:
            time.sleep(0.001)
        with nullcontext() if self._turn is None else self._turn.hold():
            yield


class Explain:
    """The route."""

    def __init__(self, models: Models, bodies: BodyReader) -> None:
        self._models, self._bodies = models, bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        within = seconds_given(scope["modelyard.headers"])
        note = scope["modelyard.note"]
        async with self._bodies.read(scope, receive) as body:
            served, rows, method, label = self._asked(body)
            picked = served.versions.pick()
            version = picked if picked.explaining is not None else served.versions.main
            assert version.explaining is not None
            count = len(rows)
            note.rows, note.about = count, version.model.about
            note.inputs = {name: [row[name] for row in rows] for name in rows[0]}
            seconds = SECONDS if within is None else min(SECONDS, within / count)
            given: dict[str, list[Any]] = {
                "row": rows,
                "method": [method] * count,
                "label": [label] * count,
                "seconds": [seconds] * count,
            }
            abandoned = scope.get("modelyard.abandoned")
            found = await version.explaining.batcher.answer(given, count, abandoned, note, within)
        for at, one in enumerate(found):
            if isinstance(one, RequestError):
                field = one.where.replace("inputs[0]", f"inputs[{at}]") if one.where else None
                raise RefusedError(Refusal(422, str(one), field))
        note.answers = [one["answer"] for one in found]
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        content = f'{{"explanations":{text},"model":{version.about}}}'.encode()
        await reply(send, 200, content, [DATA_POLICY])

    def _asked(self, body: bytes) -> tuple[Served, list[dict[str, Any]], str | None, str | None]:
        content = parse_json(body)
        served = self._models.named(content, "explain")
        method, label = (_text(content, name) for name in ("method", "label"))
        if type(content) is dict:
            content.pop("model", None)
        columns = served.requests.rows(content)
        count = len(next(iter(columns.values())))
        if count > MOST_ROWS:
            refuse(f"inputs holds {count} rows; one request explains {MOST_ROWS} at most", "inputs")
        for name, cells in columns.items():
            for at, cell in enumerate(cells):
                if type(cell) is str and len(cell) > MOST_CHARACTERS:
                    place = f"inputs[{at}].{name}"
                    refuse(f"{place} has {len(cell):,} characters; {MOST_CHARACTERS:,} are explained at most", place)
        try:
            served.model.check(columns)
        except RequestError as error:
            raise RefusedError(Refusal(422, str(error), error.where or None)) from error
        return served, [{name: cells[at] for name, cells in columns.items()} for at in range(count)], method, label


def _text(content: Any, name: str) -> str | None:
    value = content.pop(name, None) if type(content) is dict else None
    if value is not None and type(value) is not str:
        refuse(f"{name} must be a text", name)
    return value
