"""What a language model writes where unseen documents begin, beside what really follows there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modelyard.core.schema import Rows

if TYPE_CHECKING:
    from modelyard.data.features.language import LanguageTokenizer
    from modelyard.inference import Predictor
    from modelyard.inference.generation import Generator

SHOWN = 4
PROMPT_TOKENS, NEW_TOKENS = 32, 96
# A document with fewer tokens than this is too short to be continued.
LEAST_TOKENS = 12
TEMPERATURE = 0.8
# What all continuations together may take; what is not written by then is cut there.
SECONDS = 20.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Continued:
    """`samples` as rows for the report; `milliseconds` of a token, one text at a time (None: nothing was written)."""

    samples: list[dict[str, Any]]
    milliseconds: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Beginning:
    place: str
    ids: list[int]
    prompt: str
    truth: str


def continuations(
    predictor: Predictor, rows: Rows, places: Sequence[str], *, seed: int, seconds: float = SECONDS
) -> Continued:
    """Continue the beginnings of some documents, the likeliest way and drawn at TEMPERATURE, within `seconds`.

    Nothing is written by a model that continues no text (counted n-grams).
    """
    from modelyard.inference.backends import Language
    from modelyard.inference.decoder_likelihood import OnnxLanguage
    from modelyard.inference.generation import Generator, Settings

    if not isinstance(predictor.backend, (Language, OnnxLanguage)):
        return Continued(samples=[], milliseconds=None)
    tokenizer: LanguageTokenizer = predictor.task.tokenizer
    generator = Generator(predictor.backend.model, tokenizer)
    (texts,) = rows.values()
    begun = _beginnings(tokenizer, texts, places, generator.context)
    started = time.monotonic()
    samples: list[dict[str, Any]] = []
    tokens, spent = 0, 0.0
    for number, one in enumerate(begun):
        room = seconds * (number + 1) / len(begun)
        left = started + room - time.monotonic()
        before = time.perf_counter()
        greedy, count = _continue(generator, one.ids, Settings(max_new_tokens=NEW_TOKENS, temperature=0), left / 2)
        spent += time.perf_counter() - before
        tokens += count
        drawn, _ = _continue(
            generator,
            one.ids,
            Settings(max_new_tokens=NEW_TOKENS, temperature=TEMPERATURE, seed=seed + number),
            started + room - time.monotonic(),
        )
        samples.append(
            {
                "place": one.place,
                "prompt": one.prompt,
                "truth": one.truth,
                "likeliest": greedy,
                "drawn": drawn,
                "temperature": TEMPERATURE,
            }
        )
    return Continued(samples=samples, milliseconds=float(f"{1000 * spent / tokens:.3g}") if tokens else None)


def _continue(generator: Generator, ids: list[int], settings: Any, seconds: float) -> tuple[str, int]:
    """The continuation of one prompt, cut where its time is over, and its tokens."""
    until = time.monotonic() + seconds
    completion = generator.generate([ids], settings, lambda _, __: time.monotonic() < until)[0]
    return completion.text, len(completion.tokens)


def _beginnings(
    tokenizer: LanguageTokenizer, texts: Sequence[Any], places: Sequence[str], context: int
) -> list[_Beginning]:
    """The beginnings of documents that lie evenly among those that are long enough."""
    most = min(PROMPT_TOKENS, max(1, (context - 1) // 3))
    # The first characters are enough: no token is longer than a few dozen of them.
    heads = [str(text)[: 64 * (most + NEW_TOKENS)] for text in texts]
    found: list[_Beginning] = []
    step = max(1.0, len(heads) / (2 * SHOWN))
    candidates = sorted({int(i * step) for i in range(2 * SHOWN) if int(i * step) < len(heads)})
    encoded = tokenizer.encode([heads[i] for i in candidates])
    for at, i in enumerate(candidates):
        ids = encoded.ids[encoded.offsets[at] : encoded.offsets[at + 1]].tolist()
        if len(ids) < LEAST_TOKENS:
            continue
        cut = _whole(tokenizer, heads[i], ids, min(most, len(ids) // 2))
        stop = _whole(tokenizer, heads[i], ids, min(len(ids), cut + NEW_TOKENS))
        prompt = tokenizer.decode(ids[:cut])
        found.append(
            _Beginning(
                place=str(places[i]),
                ids=[tokenizer.end_id, *ids[:cut]],
                prompt=prompt,
                truth=heads[i][len(prompt) : len(tokenizer.decode(ids[:stop]))],
            )
        )
    every = max(1, len(found) // SHOWN)
    return found[::every][:SHOWN]


def _whole(tokenizer: LanguageTokenizer, text: str, ids: list[int], count: int) -> int:
    """At most `count` tokens that end with a character, not inside one."""
    while count > 1 and not text.startswith(tokenizer.decode(ids[:count])):
        count -= 1
    return count
