"""What people are given to judge: rows or prompts drawn at random, and the likeliest answers of each model to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core import recipe_file
from modelyard.core.errors import DataError, RequestError
from modelyard.core.run import Run
from modelyard.core.schema import Rows, row_count, take

if TYPE_CHECKING:
    from modelyard.inference import Predictor
    from modelyard.inference.generation import Settings
    from modelyard.inference.language import LanguagePredictor

# The sorts of tasks whose models answer a row with a class or a value.
READS_ROWS = ("text", "table")
_CHARACTERS = 4000  # of a cell or an answer that is shown
_CANDIDATES = 20  # rows looked at for one that several models answer differently
_AT_ONCE = 16  # prompts that are continued together

Talk = list[dict[str, str]]
# What was asked by field, the places of it, and each model's answers.
Answered = tuple[list[dict[str, str]], list[str], dict[str, list[str]]]


def answer_rows(predictors: Mapping[str, Predictor], first: Path, data: str | None, rows: int, seed: int) -> Answered:
    """Rows of a file, else of the first run's test split, and each model's label or value for them."""
    from modelyard.core.recipe import Data
    from modelyard.data.sources import read_rows
    from modelyard.inference.subject import Subject

    inputs = next(iter(predictors.values())).schema.inputs
    if any(column.kind == "vector" for column in inputs):
        raise RequestError("people cannot read vectors of numbers", where="judge", got=str(first))
    given: Rows
    if data is not None:
        given, places = read_rows(data, Data(train=(data,)))
    else:
        subject = Subject.of(recipe_file.load_saved(first / "recipe.yaml"), Run(first))
        given, places = subject.bundle.rows(subject.split), subject.bundle.places(subject.split)
    count = row_count(given)
    lacking = next((column.name for column in inputs if column.name not in given), None)
    if not count or lacking is not None:
        rule = "there are no rows to judge" if not count else f"the column {lacking!r} is needed: it is an input"
        raise DataError(rule, where=data or str(first))
    several = len(predictors) > 1
    picked = np.random.default_rng(seed).permutation(count)[: rows * _CANDIDATES if several else rows]
    chosen = take(given, picked.tolist())
    found = {name: [_said(answer, one) for answer in one.predict(chosen)] for name, one in predictors.items()}
    if several:  # as many as it takes to have `rows` that are not answered alike
        unlike = np.array([len(set(answers)) > 1 for answers in zip(*found.values(), strict=True)])
        picked = picked[: int(np.searchsorted(unlike.cumsum(), rows)) + 1]
    asked = [{column.name: _shown(chosen[column.name][i]) for column in inputs} for i in range(len(picked))]
    return asked, [places[i] for i in picked], {name: answers[: len(picked)] for name, answers in found.items()}


def write_texts(
    predictors: Mapping[str, Predictor], first: Path, prompts: str | None, rows: int, seed: int, most_tokens: int
) -> Answered:
    """Prompts of a file, else what stands before the first answer of test conversations, and each model's likeliest
    text; a conversation that leaves a model no room to answer is passed over.
    """
    from modelyard.inference.generation import Settings
    from modelyard.inference.language import LanguagePredictor

    writers = {name: LanguagePredictor.of(predictor) for name, predictor in predictors.items()}
    if prompts is not None:
        talks, places = _of_file(prompts, rows, seed)
    else:
        talks, places = _of_conversations(list(writers.values()), first, rows, seed)
    settings = Settings(max_new_tokens=most_tokens, temperature=0)
    answers = {name: [_cut(text) for text in _written(writer, talks, settings)] for name, writer in writers.items()}
    asked = [{"question": _cut("\n\n".join(message["content"] for message in talk))} for talk in talks]
    return asked, places, answers


def _of_file(prompts: str, rows: int, seed: int) -> tuple[list[Talk], list[str]]:
    from modelyard.pipeline.generating import read_prompts

    texts = read_prompts(prompts)
    picked = np.sort(np.random.default_rng(seed).permutation(len(texts))[:rows]).tolist()
    places = [f"{Path(prompts).name}, prompt {i + 1}" for i in picked]
    return [[{"role": "user", "content": texts[i]}] for i in picked], places


def _of_conversations(
    writers: Sequence[LanguagePredictor], first: Path, rows: int, seed: int
) -> tuple[list[Talk], list[str]]:
    from modelyard.data.conversations import Conversations

    if str(writers[0].task.sort) != "conversations":
        raise RequestError(
            "this model has no test conversations to be asked",
            where=str(first),
            remedy="Give what to ask, a prompt a line: --prompts FILE.",
        )
    found = Conversations.open(first / "bundle")
    split = next((name for name in ("test", "validation") if found.counts.get(name)), "train")
    talks, places = [], []
    for place, record in found.records(np.random.default_rng(seed).permutation(found.index(split))):
        messages = record["messages"]
        talk = messages[: next(i for i, one in enumerate(messages) if one["role"] == "assistant")]
        if all(len(_prompt(writer, talk)) < writer.generator.context for writer in writers):
            talks.append(talk)
            places.append(place)
        if len(talks) == rows:
            break
    if not talks:
        raise DataError("no conversation leaves the models room to answer", where=str(first))
    return talks, places


def _written(writer: LanguagePredictor, talks: Sequence[Talk], settings: Settings) -> Iterator[str]:
    for start in range(0, len(talks), _AT_ONCE):
        asked = [_prompt(writer, talk) for talk in talks[start : start + _AT_ONCE]]
        yield from (completion.text for completion in writer.generator.generate(asked, settings))


def _prompt(writer: LanguagePredictor, talk: Talk) -> list[int]:
    """A chat model reads its template; a base model continues the text."""
    if writer.is_chat:
        return writer.conversation_ids(talk)
    return [int(one) for one in writer.task.tokenizer.encode([writer.read(talk[-1]["content"])]).ids]


def _said(answer: Mapping[str, Any], model: Predictor) -> str:
    said = str(answer["label"]) if "label" in answer else f"{float(answer['value']):.6g}"
    return f"{model.schema.target.name}: {said}" if model.schema.target else said


def _shown(cell: Any) -> str:
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return "–" if cell is None else _cut(str(cell))


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else text[:_CHARACTERS] + " …"
