"""`POST /v1/embeddings`, as OpenAI's clients call it: vectors of texts by an encoder."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from modelyard.inference.embedding import Embedder, Vectors
from modelyard.serving.batching import Batcher
from modelyard.serving.body import BodyReader, seconds_given
from modelyard.serving.fields import Fields
from modelyard.serving.model import ServedModel
from modelyard.serving.noted import Note
from modelyard.serving.observability import Metrics
from modelyard.serving.replies import DATA_POLICY, Receive, Scope, Send, reply
from modelyard.serving.requests import parse_json
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Share, Turn

if TYPE_CHECKING:
    from modelyard.serving.models import Models

_TEXT = "text"
_CHARACTERS = 1_000_000


class Embedding:
    """One version's embedder with its queue and worker. An answer is a text's vector and how many tokens were read."""

    def __init__(
        self, embedder: Embedder, settings: Settings, metrics: Metrics, share: Share | None, turn: Turn | None
    ) -> None:
        self._embedder = embedder
        self.width = embedder.width  # asks the model once: it is warm before the server is ready
        self.batcher = Batcher(self, settings, metrics, share=share, turn=turn)

    @classmethod
    def of(
        cls, model: ServedModel, settings: Settings, metrics: Metrics, *, share: Share | None, turn: Turn | None
    ) -> Embedding | None:
        """Of a model that is an encoder of texts; None for any other."""
        embedder = Embedder.of(model.predictor)
        return None if embedder is None else cls(embedder, settings, metrics, share, turn)

    def answers(self, rows: dict[str, list[Any]]) -> Iterable[tuple[list[int], list[Any]]]:
        """Every text's vector with its position."""
        vectors, lengths = self._embedder(rows[_TEXT])
        yield list(range(len(lengths))), list(zip(vectors, lengths.tolist(), strict=True))


class Embeddings:
    """The route."""

    def __init__(self, models: Models, bodies: BodyReader, settings: Settings) -> None:
        self._models, self._bodies, self._most = models, bodies, settings.max_rows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        within = seconds_given(scope["modelyard.headers"])
        note: Note = scope["modelyard.note"]
        async with self._bodies.read(scope, receive) as body:
            content = parse_json(body)
            version = self._models.named(content, "embed").versions.pick()
            assert version.embedding is not None
            texts, packed = self._asked(Fields(content), version.embedding.width)
            note.rows, note.inputs, note.about = len(texts), {"input": texts}, version.model.about
            abandoned = scope.get("modelyard.abandoned")
            found = await version.embedding.batcher.answer({_TEXT: texts}, len(texts), abandoned, note, within)
        note.answers = [{"dimensions": version.embedding.width}] * len(texts)
        note.prompt_tokens = sum(tokens for _, tokens in found)
        text = _json([vector for vector, _ in found], packed, str(version.model.about["name"]), note.prompt_tokens)
        await reply(send, 200, text, [DATA_POLICY])

    def _asked(self, fields: Fields, width: int) -> tuple[list[str], bool]:
        """The texts, and whether their vectors are wanted as base64."""
        fields.text("model")
        value = fields.any("input")
        if value is None:
            fields.refuse("input", "is missing: a text, or a list of texts")
        listed = value if type(value) is list else [value]
        if not 1 <= len(listed) <= self._most:
            fields.refuse("input", f"must hold 1 to {self._most} texts, not {len(listed)}")
        if all(type(one) in (int, list) for one in listed):
            fields.refuse("input", "must be texts: token ids of another model's tokenizer would mean something else")
        texts = [
            fields.checked("input" if type(value) is str else f"input[{i}]", one, _CHARACTERS)
            for i, one in enumerate(listed)
        ]
        for i, text in enumerate(texts):
            if not text or text.isspace():
                fields.refuse("input" if type(value) is str else f"input[{i}]", "must be a text that is not empty")
        form = fields.text("encoding_format", 100)
        if form not in (None, "float", "base64"):
            fields.refuse("encoding_format", "must be float or base64")
        size = fields.integer("dimensions", 1)
        if size not in (None, width):
            fields.refuse("dimensions", f"must be {width}, what this model has, or left out")
        fields.text("user", 1000)
        fields.done()
        return texts, form == "base64"


def _json(vectors: Sequence[Vectors], packed: bool, name: str, tokens: int) -> bytes:
    data = [
        {
            "object": "embedding",
            "index": i,
            "embedding": base64.b64encode(vector.astype("<f4").tobytes()).decode() if packed else vector.tolist(),
        }
        for i, vector in enumerate(vectors)
    ]
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    content = {"object": "list", "data": data, "model": name, "usage": usage}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
