"""Which inputs become golden examples: rows that the model was not fitted on, and made-up ones at the edges."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.schema import Column, Rows, Schema, row_count
from modelyard.data.bundle import Bundle
from modelyard.data.conversations import Conversations
from modelyard.data.corpus import Corpus
from modelyard.inference import Predictor, greedy
from modelyard.inference.golden import Golden

COUNT = 64
# Replaying must not delay a server's start: most texts are clipped, some stay whole, one fills the model's length.
CLIP_CHARACTERS = 160
WHOLE_TEXTS = 2
LONGEST_CHARACTERS = 20_000
_EDGE_TEXTS = {
    "one character": "?",
    "accents, composed and not": "caf\u00e9 cafe\u0301 na\u00efve \ufb01ne",
    "Chinese, full width": "房间很干净，服务也不错！ＡＢＣ　１２３",
    "emoji and joiners": "\U0001f600 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "right to left": "\u0634\u0643\u0631\u0627 \u05ea\u05d5\u05d3\u05d4",
    "blanks and line breaks": " \t a \n\n b \r\n ",
    "markup and quotes": '<b>"it\'s"</b> &amp; \\n 100% 1e-5',
}

Row = dict[str, Any]


def record(trained: Predictor, bundle: Bundle | Corpus | Conversations) -> Golden:
    """Answer the examples with the trained model as it stands."""
    chosen = _choose(bundle, trained.schema)
    fitting = [(note, row) for note, row in chosen if _accepted(trained, row)][:COUNT]
    names = [column.name for column in trained.schema.inputs]
    inputs = {name: [row[name] for _, row in fitting] for name in names}
    outputs = trained.outputs(inputs)
    return Golden(
        inputs=inputs,
        outputs=outputs,
        answers=trained.task.decode(outputs),
        notes=[note for note, _ in fitting],
        recorded_with=trained.backend.name,
    )


def greedy_of(trained: Predictor, golden: Golden) -> list[dict[str, Any]]:
    """What a decoder writes after the beginnings of the examples, token by token."""
    model: Any = trained.backend.model  # type: ignore[attr-defined]
    return greedy.record(model, trained.task.encode(golden.inputs), context=trained.task.context)


def _choose(bundle: Bundle | Corpus | Conversations, schema: Schema) -> list[tuple[str, Row]]:
    """The edges, then rows of the splits that the weights were not fitted on, then, where these are few, others."""
    texts = [column.name for column in schema.inputs if column.kind == "text"]
    picked: list[tuple[str, Row]] = []
    edges: list[tuple[str, Row]] = []
    for split in ("validation", "test", "train"):
        if len(picked) >= COUNT or not bundle.counts.get(split, 0):
            continue
        rows = bundle.rows(split)
        count = row_count(rows)
        order = np.random.default_rng(0).permutation(count)[: COUNT - len(picked)]
        picked += [(split, _row(rows, schema, int(i))) for i in order]
        if texts and not edges:
            longest = max(range(count), key=lambda i: len(str(rows[texts[0]][i] or "")))
            edges.append((f"longest of {split}", _clip(_row(rows, schema, longest), texts, LONGEST_CHARACTERS)))
    edges += _edges(picked[0][1], schema)
    talks = [column.name for column in schema.inputs if column.kind == "messages"]
    whole = [
        (note, row if i < WHOLE_TEXTS else _clip_talks(_clip(row, texts, CLIP_CHARACTERS), talks))
        for i, (note, row) in enumerate(picked)
    ]
    return edges + whole


def _edges(base: Row, schema: Schema) -> list[tuple[str, Row]]:
    texts = [column.name for column in schema.inputs if column.kind == "text"]
    talks = [column.name for column in schema.inputs if column.kind == "messages"]
    others = [column for column in schema.inputs if column.kind not in ("text", "messages")]
    found = [(note, {**base, **dict.fromkeys(texts, text)}) for note, text in _EDGE_TEXTS.items() if texts]
    found += [
        (note, {**base, **{name: [{**message, "content": text} for message in base[name]] for name in talks}})
        for note, text in _EDGE_TEXTS.items()
        if talks
    ]
    if others:
        found.append(("nothing given", {**base, **{column.name: None for column in others}}))
        for note, pick in (("lowest and first", _low), ("highest and unseen", _high)):
            found.append((note, {**base, **{column.name: pick(column, base) for column in others}}))
        found += [(f"{column.name} not given", {**base, column.name: None}) for column in others[:8]]
    return found


def _low(column: Column, base: Row) -> Any:
    if column.kind == "number" and column.low is not None:
        return column.low
    return column.values[0] if column.values else base[column.name]


def _high(column: Column, base: Row) -> Any:
    if column.kind == "number" and column.high is not None:
        return column.high
    return "未见过 unseen" if column.kind == "category" else base[column.name]


def _row(rows: Rows, schema: Schema, i: int) -> Row:
    """One row's inputs as plain JSON values: what is recorded is what a request can hold."""
    row = {column.name: rows[column.name][i] for column in schema.inputs}
    return dict(json.loads(json.dumps(row, default=_plain), parse_constant=lambda _: None))


def _plain(value: Any) -> Any:
    if isinstance(value, (np.generic, np.ndarray)):
        return value.tolist()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _clip(row: Row, texts: list[str], characters: int) -> Row:
    return {**row, **{name: row[name][:characters] for name in texts if isinstance(row[name], str)}}


def _clip_talks(row: Row, talks: list[str]) -> Row:
    clipped = {
        name: [{**message, "content": message["content"][:CLIP_CHARACTERS].strip()} for message in row[name]]
        for name in talks
    }
    return {**row, **clipped}


def _accepted(trained: Predictor, row: Row) -> bool:
    try:
        trained.task.check({name: [value] for name, value in row.items()})
    except RequestError:
        return False
    return True
