"""`POST /v1/predict` and `POST /v1/models/NAME/predict`: rows in, answers out."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from modelyard.core.errors import RequestError
from modelyard.serving.body import BodyReader, seconds_given
from modelyard.serving.models import Models, Served
from modelyard.serving.observability import Metrics
from modelyard.serving.replies import DATA_POLICY, Receive, Refusal, RefusedError, Scope, Send, reply
from modelyard.serving.requests import parse_json, refuse

_LARGE_BODY_BYTES = 64 << 10  # parsed in a thread: the event loop must not stand still for the other connections


class Predict:
    """The route; where its address names a model, a body may leave it out."""

    def __init__(self, models: Models, bodies: BodyReader, metrics: Metrics) -> None:
        self._models, self._bodies, self._metrics = models, bodies, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        within = seconds_given(scope["modelyard.headers"])
        name = scope.get("path_params", {}).get("name")
        async with self._bodies.read(scope, receive) as body:
            if len(body) > _LARGE_BODY_BYTES:
                served, rows = await asyncio.to_thread(self._rows, body, name)
            else:
                served, rows = self._rows(body, name)
            count = len(next(iter(rows.values())))
            note = scope["modelyard.note"]
            note.rows, note.inputs = count, rows
            abandoned = scope.get("modelyard.abandoned")
            answers, version = await served.versions.answer(rows, count, abandoned, note, within)
        note.answers = answers
        self._metrics.rows.inc(count)
        text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        content = f'{{"predictions":{text},"model":{version.about}}}'.encode()
        await reply(send, 200, content, [DATA_POLICY])

    def _rows(self, body: bytes, name: str | None) -> tuple[Served, dict[str, list[Any]]]:
        content = parse_json(body)
        served = self._models.named(content, "predict") if name is None else self._models.able(name, "predict")
        if type(content) is dict and "model" in content:
            given = content.pop("model")
            if given is not None and given != served.name:
                refuse("model must be the one that the address names, or left out", "model")
        rows = served.requests.rows(content)
        try:
            served.model.check(rows)
        except RequestError as error:
            raise RefusedError(Refusal(422, str(error), error.where or None)) from error
        return served, rows
