"""How likely a decoder finds each token of a sequence, and what it would have preferred. T tokens; V vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from modelyard.inference import sampling
from modelyard.inference.continuous import PROMPT_TOKENS, Top, top_of
from modelyard.inference.decoder_onnx import OnnxDecoder

if TYPE_CHECKING:
    from modelyard.inference.decoding import AnyDecoder
    from modelyard.models._decoder import Decoder

_CHUNK = 256  # tokens whose logits are held at once


@dataclass(frozen=True, slots=True)
class Scores:
    """Of each token after the first: its log-probability and the likeliest alternatives, which may hold it."""

    logprobs: tuple[float, ...]
    tops: tuple[Top, ...]


def score(decoder: AnyDecoder, sequences: Sequence[Sequence[int]], *, top: int) -> list[Scores]:
    """The scores of each sequence (none empty), with `top` alternatives (at least one)."""
    if isinstance(decoder, OnnxDecoder):
        return [_score_onnx(decoder, sequence, top) for sequence in sequences]
    found: list[Scores | None] = [None] * len(sequences)
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    while order:
        count = len(order)
        while count > 1 and count * len(sequences[order[count - 1]]) > PROMPT_TOKENS:
            count -= 1
        for i, scores in zip(order[:count], _score(decoder, [sequences[i] for i in order[:count]], top), strict=True):
            found[i] = scores
        del order[:count]
    return [scores for scores in found if scores is not None]


def _score(decoder: Decoder, sequences: Sequence[Sequence[int]], top: int) -> list[Scores]:
    import torch

    head_VD = decoder.head
    longest = max(map(len, sequences))
    ids_BT = torch.zeros(len(sequences), longest, dtype=torch.int64)
    for row, sequence in enumerate(sequences):
        ids_BT[row, : len(sequence)] = torch.tensor(sequence)
    ids_BT = ids_BT.to(head_VD.device)
    results = []
    with torch.inference_mode():
        hidden_BTD = decoder.hidden(ids_BT[:, :-1]) if longest > 1 else None
        for row, sequence in enumerate(sequences):
            logprobs: list[float] = []
            tops: list[Top] = []
            for start in range(0, len(sequence) - 1, _CHUNK):
                assert hidden_BTD is not None
                end = min(start + _CHUNK, len(sequence) - 1)
                hidden_nD = hidden_BTD[row, start:end]
                logits_nV = (hidden_nD @ head_VD.to(hidden_nD.dtype).t()).float()
                logprobs_nV = torch.log_softmax(logits_nV, dim=1)
                best, which = logprobs_nV.topk(min(top, logprobs_nV.shape[1]), dim=1)
                logprobs += logprobs_nV.gather(1, ids_BT[row, start + 1 : end + 1, None])[:, 0].tolist()
                tops += [tuple(zip(i, p, strict=True)) for i, p in zip(which.tolist(), best.tolist(), strict=True)]
            results.append(Scores(tuple(logprobs), tuple(tops)))
    return results


def _score_onnx(decoder: OnnxDecoder, sequence: Sequence[int], top: int) -> Scores:
    logprobs: list[float] = []
    tops: list[Top] = []
    for start, logits_nV in decoder.read(sequence[:-1]):
        for i, logprobs_V in enumerate(sampling.log_probabilities(logits_nV.astype(np.float64))):
            logprobs.append(float(logprobs_V[sequence[start + i + 1]]))
            tops.append(top_of(logprobs_V, top))
    return Scores(tuple(logprobs), tuple(tops))
