"""Beam search: the likeliest continuations kept side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from modelyard.inference import decoding, sampling


@dataclass(frozen=True, slots=True)
class _Beam:
    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    score: float


def search(
    decoder: decoding.AnyDecoder,
    prompt: list[int],
    *,
    count: int,
    limit: int,
    end_ids: tuple[int, ...],
    length_penalty: float,
    repetition_penalty: float,
) -> tuple[list[int], list[float]]:
    """The best of `count` beams: its tokens (an end token included) and the model's log-probability of each.

    A finished beam's score is its log-probability over its length to the power of `length_penalty`. The search ends
    when no running beam, at its length now, scores above the worst of `count` finished ones.
    Source: transformers 5.23, GenerationMixin._beam_search with early_stopping False; Wu et al. 2016, section 7.
    """
    session = decoding.start(decoder, [prompt], len(prompt) + limit)
    running = [_Beam((), (), 0.0)]
    finished: list[_Beam] = []
    for length in range(1, limit + 1):
        logprobs = sampling.log_probabilities(session.logits.astype(np.float64))
        scores = np.stack(
            [
                sampling.penalise(row, [*prompt, *beam.tokens], repetition_penalty) + beam.score
                for row, beam in zip(logprobs, running, strict=True)
            ]
        )
        kept = max(2, 1 + len(end_ids)) * count
        candidates = []
        for rank, place in enumerate(np.argsort(-scores, axis=None, kind="stable")[:kept]):
            row, token = divmod(int(place), scores.shape[1])
            beam = running[row]
            candidate = _Beam(
                (*beam.tokens, token), (*beam.logprobs, float(logprobs[row, token])), float(scores[row, token])
            )
            if token not in end_ids and length < limit:
                candidates.append((row, candidate))
            elif rank < count:  # an ending that is not among the best is no ending
                worth = candidate.score / length**length_penalty
                finished.append(_Beam(candidate.tokens, candidate.logprobs, worth))
        finished = sorted(finished, key=lambda beam: -beam.score)[:count]
        running = [candidate for _, candidate in candidates[:count]]
        best = running[0].score / length**length_penalty if running else -np.inf
        if not running or (len(finished) == count and best <= finished[-1].score):
            break
        rows = [row for row, _ in candidates[:count]]
        session.select(rows)
        session.step([beam.tokens[-1] for beam in running])
    return list(finished[0].tokens), list(finished[0].logprobs)
