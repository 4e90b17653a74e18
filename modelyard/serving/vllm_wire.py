"""What is said to vLLM and what it answers, as its `/v1/completions` has it, in our own terms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from modelyard.inference.constraint import Constraint
from modelyard.inference.continuous import Lane, Top
from modelyard.inference.generation import Generator
from modelyard.inference.generation import Settings as Generation
from modelyard.inference.scoring import Scores
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.vllm_client import EngineError


class VllmBatch:
    """Makes lanes, as `continuous.Batch` does."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator

    def lane(self, prompt: str | Sequence[int], settings: Generation, *, index: int = 0, top: int = 0) -> Lane:
        """A lane that has not begun. Any thread may call this. Raises: RequestError."""
        row = self._generator.row(index, prompt, replace(settings, constraint=None))  # vLLM follows constraints itself
        return Lane(row, settings, top)


def completion(model: str, lane: Lane, ends: Collection[int], salt: str) -> dict[str, Any]:
    """The body that lets a lane be written; `salt` parts what vLLM keeps of prompts."""
    row, asked = lane.row, lane.settings
    body: dict[str, Any] = {
        "model": model,
        "prompt": row.prompt,
        "max_tokens": row.limit,
        "temperature": asked.temperature,
        "top_p": 1.0 if asked.top_p is None else asked.top_p,
        "min_p": asked.min_p or 0.0,
        "repetition_penalty": asked.repetition_penalty,
        "stop": list(asked.stop),
        "stop_token_ids": sorted(ends),
        "logprobs": lane.top,
        "return_token_ids": True,
        "return_tokens_as_token_ids": True,
        "cache_salt": salt,
    }
    if asked.top_k is not None:
        body["top_k"] = asked.top_k
    if asked.seed is not None:
        body["seed"] = (asked.seed + row.index) % 2**63
    if asked.constraint is not None:
        body["structured_outputs"] = _constraint(asked.constraint)
    return body


def _constraint(asked: Constraint) -> dict[str, Any]:
    if asked.json_schema is not None:
        return {"json": asked.json_schema}
    return {"choice": list(asked.choice)} if asked.regex is None else {"regex": asked.regex}


def scoring(model: str, prompt: Sequence[int], top: int, salt: str | None = None) -> dict[str, Any]:
    """The body that asks how likely each token of a prompt is; one token is written, which nobody needs."""
    body = {"model": model, "prompt": list(prompt), "max_tokens": 1, "temperature": 0.0}
    return {**body, "prompt_logprobs": max(1, top), **({} if salt is None else {"cache_salt": salt})}


def scores_of(prompt: Sequence[int], answer: dict[str, Any], top: int) -> Scores:
    """Of an answer's `prompt_logprobs`, one a token: `{"id": {"logprob", "rank", "decoded_token"}}`, the first None.

    Raises: EngineError where they are not so.
    """
    logprobs, tops = [], []
    try:
        for token, found in zip(prompt[1:], answer["choices"][0]["prompt_logprobs"][1:], strict=True):
            pairs = {int(identity): float(entry["logprob"]) for identity, entry in found.items()}
            logprobs.append(pairs[token])
            tops.append(_likeliest(pairs, max(1, top)))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise EngineError(500, "its log-probabilities of a prompt are not understood") from error
    return Scores(tuple(logprobs), tuple(tops))


def top_of(found: dict[str, float], count: int) -> Top:
    """`{"token_id:7": logprob}`: the likeliest; the token that was drawn stands there too, however unlikely it is."""
    return _likeliest({int(name.removeprefix("token_id:")): float(value) for name, value in found.items()}, count)


def _likeliest(pairs: dict[int, float], count: int) -> Top:
    return tuple(sorted(pairs.items(), key=lambda pair: -pair[1])[:count])


def refusal_of(error: EngineError) -> RefusedError:
    """What a client is told where vLLM refuses, fails or is away."""
    if error.status in (400, 413, 422):
        return RefusedError(Refusal(422, f"the engine refuses this: {error.message}"))
    if error.status == 429:
        return RefusedError(Refusal(429, "the engine is full; try again later", retry_seconds=1))
    if error.status in (0, 502, 503, 504):
        return RefusedError(Refusal(503, "the engine does not answer; try again later", retry_seconds=1))
    return RefusedError(Refusal(500, "the engine failed; the server's log holds the cause"))
