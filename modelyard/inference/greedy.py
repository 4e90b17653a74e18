"""What a decoder writes, token by token, recorded beside the golden examples and followed again wherever it is opened.

The likelihoods of whole texts say nothing of the steps with a cache, which these take. B prompts; V vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from modelyard.core.errors import ArtifactError
from modelyard.core.features import Tokens
from modelyard.inference import decoding, sampling
from modelyard.inference.golden import Golden

PROMPTS, PROMPT_TOKENS, TOKENS = 8, 24, 12


def record(decoder: decoding.AnyDecoder, documents: Tokens, *, context: int) -> list[dict[str, Any]]:
    """The likeliest tokens after the beginning of some of the golden documents, with their log-probabilities."""
    prompts = _prompts(documents, context)
    if not prompts:
        return []
    count = min(TOKENS, context - max(map(len, prompts)))
    session = decoding.start(decoder, prompts, max(map(len, prompts)) + count)
    found: list[dict[str, Any]] = [{"prompt": prompt, "tokens": [], "logprobs": []} for prompt in prompts]
    for number in range(count):
        logits = session.logits.astype(np.float64)
        tokens = logits.argmax(axis=1).tolist()
        for row, token in enumerate(tokens):
            found[row]["tokens"].append(token)
            found[row]["logprobs"].append(sampling.log_probability(logits[row], token))
        if number + 1 < count:
            session.step(tokens)
    return found


def largest_difference(decoder: decoding.AnyDecoder, recorded: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Led along the recorded tokens: how far log-probabilities are off, and how far below the likeliest a token is.

    Both relative to max(1, |recorded|). Only the second tells another text: 0 where each token is the likeliest.
    """
    prompts = [one["prompt"] for one in recorded]
    count = len(recorded[0]["tokens"])
    session = decoding.start(decoder, prompts, max(map(len, prompts)) + count)
    off = below = 0.0
    for number in range(count):
        logits = session.logits.astype(np.float64)
        for row, one in enumerate(recorded):
            token, logprob = one["tokens"][number], one["logprobs"][number]
            size = max(1.0, abs(logprob))
            off = max(off, abs(sampling.log_probability(logits[row], token) - logprob) / size)
            below = max(below, float(logits[row].max() - logits[row, token]) / size)
        if number + 1 < count:
            session.step([one["tokens"][number] for one in recorded])
    return off, below


def compare(golden: Golden, decoder: decoding.AnyDecoder) -> float:
    """The larger of the two differences. Raises: ArtifactError where it is beyond the tolerance."""
    name = "onnx" if decoding.is_onnx(decoder) else "torch"
    off, below = largest_difference(decoder, golden.greedy)
    found, tolerance = max(off, below), golden.tolerance[name]
    if not found <= tolerance:
        raise ArtifactError(
            f"written token by token, this model differs by more than {tolerance:g} from what was recorded",
            where=f"golden.json, {name} backend",
            got=f"log-probabilities by {off:.2g}, a token {below:.2g} below the likeliest",
            remedy="This model does not write as it did after training and is not used.",
        )
    return found


def _prompts(documents: Tokens, context: int) -> list[list[int]]:
    """The beginnings of the longest documents, which leave room to write."""
    length = min(PROMPT_TOKENS, context - 1)
    order = [int(i) for i in np.argsort(-documents.lengths, kind="stable")[:PROMPTS] if documents.lengths[i]]
    parts = [documents.ids[documents.offsets[i] : documents.offsets[i + 1]][:length] for i in order]
    return [np.where(part < 0, ~part, part).tolist() for part in parts]
