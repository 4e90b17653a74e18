"""What a model fine-tuned on conversations writes, beside the answers that people gave: asked for by name."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.core.words import counted, excerpt
from modelyard.evaluation.conversations import Start
from modelyard.evaluation.generated_shown import Compared, exhibit
from modelyard.metrics import text as texts

if TYPE_CHECKING:
    from modelyard.data.conversations import Conversations
    from modelyard.inference import Predictor

# An answer may be half as long again as the reference, and is never cut below or beyond these many tokens.
ROOM, FEWEST_TOKENS, MOST_TOKENS = 1.5, 16, 512
SHOWN = 6
_AT_ONCE = 16
TIMED_TOKENS = (4, 12)  # of the answers by which the time of all is foretold

Talk = list[dict[str, str]]


def generated(recipe: Recipe, run: Run, seconds: float | None) -> Exhibit | None:
    """The likeliest answers to `evaluate.generate` test conversations, against those that stand in them.

    Of each conversation it is the first answer. Both the model and the one that it started from write, with the same
    tokenizer and template; the gain is paired by conversation. None where there is no conversation that has room.
    """
    from modelyard.data.conversations import Conversations
    from modelyard.inference import Predictor

    assert recipe.evaluate.generate is not None
    conversations = Conversations.open(run.path / "bundle")
    split = next((name for name in ("test", "validation") if conversations.counts.get(name)), "train")
    predictor = Predictor.load(run.path / "artifact")
    asked, references = _drawn(conversations, split, predictor, recipe.evaluate.generate, recipe.seed)
    if not asked:
        return None
    shipped = str(run.read_json("models/selection.json")["shipped"])
    start = Start(str(recipe.model.options["from"]), predictor.task, shipped)
    written = []
    for at, model in enumerate((predictor.backend, start.backend)):
        run.emit("progress", text=f"writing {counted(len(asked), 'answer')}", share=at / 2)
        written.append(_write(model.model, predictor, asked, references))  # type: ignore[attr-defined]
    metrics = texts.suited(references)
    ours, theirs = (texts.score(one, references, metrics) for one in written)
    how = {
        "confidence": recipe.evaluate.confidence,
        "resamples": recipe.evaluate.resamples,
        "seed": recipe.seed,
    }
    examples = [
        (excerpt(talk[-1]["content"]), excerpt(truth), *(excerpt(one[i]) for one in written))
        for i, (talk, truth) in enumerate(zip(asked[:SHOWN], references[:SHOWN], strict=True))
    ]
    return exhibit(
        Compared(
            metrics=metrics,
            figures=ours.estimates(**how),  # type: ignore[arg-type]
            before=theirs.estimates(**how),  # type: ignore[arg-type]
            gains=ours.gains(theirs, **how),  # type: ignore[arg-type]
            count=len(asked),
            split=split,
            examples=examples,
        )
    )


def foretell(recipe: Recipe, run: Run, *, scale: float) -> float:
    """Seconds that `generated` is expected to take, from two short batches written by the model of `run`.

    `scale` times as many conversations stand in the whole data as in this run's.
    """
    from modelyard.data.conversations import Conversations
    from modelyard.inference import Predictor

    assert recipe.evaluate.generate is not None
    conversations = Conversations.open(run.path / "bundle")
    split = next((name for name in ("test", "validation") if conversations.counts.get(name)), "train")
    begun = time.monotonic()
    predictor = Predictor.load(run.path / "artifact")
    opening = time.monotonic() - begun
    asked, references = _drawn(conversations, split, predictor, recipe.evaluate.generate, recipe.seed)
    if not asked:
        return 0.0
    model = predictor.backend.model  # type: ignore[attr-defined]
    seconds = {tokens: _timed(model, predictor, asked, tokens) for tokens in TIMED_TOKENS}
    few, many = TIMED_TOKENS
    token = max(0.0, seconds[many] - seconds[few]) / (many - few)
    lengths = sorted(predictor.task.tokenizer.encode(references).lengths.tolist())
    rooms = [_room(lengths[min(start + _AT_ONCE, len(lengths)) - 1]) for start in range(0, len(lengths), _AT_ONCE)]
    grown = min(recipe.evaluate.generate, len(asked) * scale) / len(asked)
    once = sum(max(0.0, seconds[few] - few * token) + room * token for room in rooms) * grown
    return 2 * (opening + once)  # the model that was started from writes the same


def _timed(model: Any, predictor: Predictor, asked: Sequence[Talk], tokens: int) -> float:
    """Seconds in which a batch of answers of so many tokens is written."""
    from modelyard.inference.generation import Generator, Settings

    generator = Generator(model, predictor.task.tokenizer, end_ids=())  # none ends earlier
    prompts = [_prompt(predictor, talk) for talk in asked[:_AT_ONCE]]
    begun = time.monotonic()
    generator.generate(prompts, Settings(max_new_tokens=tokens, temperature=0))
    return time.monotonic() - begun


def _drawn(
    conversations: Conversations, split: str, predictor: Predictor, most: int, seed: int
) -> tuple[list[Talk], list[str]]:
    """What stands before the first answer, and that answer, of conversations whose prompt leaves room for one."""
    asked, references = [], []
    for _, record in conversations.records(np.random.default_rng(seed).permutation(conversations.index(split))):
        messages = record["messages"]
        at = next(i for i, message in enumerate(messages) if message["role"] == "assistant")
        if len(_prompt(predictor, messages[:at])) + FEWEST_TOKENS > predictor.task.context:
            continue
        asked.append(messages[:at])
        references.append(messages[at]["content"])
        if len(asked) == most:
            break
    return asked, references


def _write(model: Any, predictor: Predictor, asked: Sequence[Talk], references: Sequence[str]) -> list[str]:
    from modelyard.inference.generation import Generator, Settings

    task = predictor.task
    generator = Generator(model, task.tokenizer, end_ids=task.turns.stop_ids)
    lengths = task.tokenizer.encode(list(references)).lengths.tolist()
    order = sorted(range(len(asked)), key=lambda i: lengths[i])  # those of like length are written together
    found = [""] * len(asked)
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        settings = Settings(max_new_tokens=_room(lengths[some[-1]]), temperature=0)
        prompts = [_prompt(predictor, asked[i]) for i in some]
        for i, completion in zip(some, generator.generate(prompts, settings), strict=True):
            found[i] = completion.text
    return found


def _room(length: int) -> int:
    """Tokens that an answer may have beside a reference of so many."""
    return min(MOST_TOKENS, max(FEWEST_TOKENS, round(ROOM * length)))


def _prompt(predictor: Predictor, talk: Talk) -> list[int]:
    return [int(one) for one in predictor.task.turns.prompt(talk)]
