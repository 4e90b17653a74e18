"""Metrics of written answers against references: BLEU, chrF, TER, ROUGE, exact match, token F1 and error rates.

Each metric is a row of statistics for each pair, which add up (or are averaged) over pairs: so all are resampled alike,
and differences are paired. N pairs; S statistics; R resamples.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.metrics._metric import Floats, Undefined
from modelyard.metrics.intervals import CONFIDENCE, RESAMPLES, Estimate, draw, span, wilson
from modelyard.metrics.text_tokens import normalised, pieces, words, writing

_NEEDING = "metrics of written texts"


@dataclass(frozen=True, kw_only=True, slots=True)
class TextMetric:
    """`statistics(written, references)` gives [N, S]; `combine([R, S])` the metric of their sums, [R].

    `signature` says exactly how it was computed: sacreBLEU's own, ours in the same form. Scores are shares of 1, but
    those of sacreBLEU are out of 100, as the field writes them. `is_share`: of right texts, with
    Wilson's interval.
    """

    name: str
    title: str
    signature: str
    higher_is_better: bool
    statistics: Callable[[Sequence[str], Sequence[str]], Floats]
    combine: Callable[[Floats], Floats]
    is_share: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Scored:
    """The statistics of every metric on the same pairs, [N, S] each."""

    metrics: tuple[TextMetric, ...]
    statistics: tuple[Floats, ...]

    def estimates(
        self, *, confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = 0
    ) -> dict[str, Estimate]:
        """Every metric with its bootstrap interval over pairs."""
        found = {}
        drawn = _resampled(self, resamples, seed)
        for metric, statistics in zip(self.metrics, self.statistics, strict=True):
            value = float(metric.combine(statistics.sum(axis=0)[None])[0])
            found[metric.name] = _estimate(value, drawn[metric.name], confidence, resamples)
            if metric.is_share:
                found[metric.name] = Estimate(value=value, interval=wilson(value, len(statistics), confidence))
        return found

    def gains(
        self, other: Scored, *, confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = 0
    ) -> dict[str, Estimate]:
        """This minus the other, on the same pairs, each resample drawing the same pairs of both."""
        ours, theirs = (_resampled(one, resamples, seed) for one in (self, other))
        found = {}
        for metric, first, second in zip(self.metrics, self.statistics, other.statistics, strict=True):
            value = float(np.diff(metric.combine(np.stack([second.sum(axis=0), first.sum(axis=0)])))[0])
            found[metric.name] = _estimate(value, ours[metric.name] - theirs[metric.name], confidence, resamples)
        return found


def score(written: Sequence[str], references: Sequence[str], metrics: Sequence[TextMetric] | None = None) -> Scored:
    """Compare what was written with one reference each. Raises: Undefined for no pair, MissingExtra."""
    if len(written) != len(references):
        raise ValueError(f"{len(written)} texts for {len(references)} references")
    if not references:
        raise Undefined("there is no text")
    chosen = tuple(metrics if metrics is not None else suited(references))
    return Scored(metrics=chosen, statistics=tuple(one.statistics(written, references) for one in chosen))


def suited(references: Sequence[str]) -> list[TextMetric]:
    """The metrics for how these references are written: of unspaced scripts words are characters, and none has WER."""
    script = writing(list(references))
    found = [*_sacrebleu(script), *(_rouge(name) for name in ("1", "2", "L")), _EXACT, _F1, _CER]
    return found if script != "spaced" else [*found, _WER]


def _sacrebleu(script: str) -> list[TextMetric]:
    with registry.needing(_NEEDING):
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER
    split = {"zh": "zh", "ja": "char", "spaced": "13a"}[script]
    unspaced = script != "spaced"
    return [
        _of_sacrebleu("bleu", "BLEU", BLEU(tokenize=split), True),
        _of_sacrebleu("chrf", "chrF", CHRF(), True),
        _of_sacrebleu("ter", "TER", TER(normalized=unspaced, asian_support=unspaced), False),
    ]


def _of_sacrebleu(name: str, title: str, made: Any, higher: bool) -> TextMetric:
    # `_extract_corpus_statistics` and `_compute_score_from_stats` are what sacreBLEU's own bootstrap is made of; its
    # public one answers with neither resamples nor paired differences.
    def statistics(written: Sequence[str], references: Sequence[str]) -> Floats:
        found = made._extract_corpus_statistics(list(written), [list(references)])
        return np.asarray(found, dtype=np.float64)

    def combine(sums: Floats) -> Floats:
        return np.array([made._compute_score_from_stats(row.tolist()).score for row in sums])

    made.num_refs = 1
    return TextMetric(
        name=name,
        title=title,
        signature=str(made.get_signature()),
        higher_is_better=higher,
        statistics=statistics,
        combine=combine,
    )


def _mean(sums: Floats) -> Floats:
    """Of statistics [value, 1] of each pair."""
    return np.asarray(sums[:, 0] / sums[:, 1])


def _rate(sums: Floats) -> Floats:
    """Of statistics [edits, length of the reference]; without any length it is 1 where anything was written."""
    return np.where(sums[:, 1] > 0, sums[:, 0] / np.maximum(sums[:, 1], 1), (sums[:, 0] > 0).astype(np.float64))


def _each(compare: Callable[[str, str], float]) -> Callable[[Sequence[str], Sequence[str]], Floats]:
    def statistics(written: Sequence[str], references: Sequence[str]) -> Floats:
        return np.array([[compare(ours, truth), 1.0] for ours, truth in zip(written, references, strict=True)])

    return statistics


def _edits(split: Callable[[str], Sequence[str]]) -> Callable[[Sequence[str], Sequence[str]], Floats]:
    def statistics(written: Sequence[str], references: Sequence[str]) -> Floats:
        with registry.needing(_NEEDING):
            from rapidfuzz.distance import Levenshtein
        pairs = [(split(ours), split(truth)) for ours, truth in zip(written, references, strict=True)]
        return np.array([[Levenshtein.distance(ours, truth), len(truth)] for ours, truth in pairs], dtype=np.float64)

    return statistics


def overlap(written: Sequence[Any], reference: Sequence[Any]) -> float:
    """F1 of two bags of tokens; two empty ones are alike."""
    if not written or not reference:
        return float(len(written) == len(reference))
    common = sum((Counter(written) & Counter(reference)).values())
    return 2 * common / (len(written) + len(reference))


def rouge(written: str, reference: str, kind: str) -> float:
    """ROUGE's F1 by runs of `kind` words, or for `L` by the longest common subsequence. Source: Lin 2004.

    Words are not stemmed. 0 where either has no run of that length, as in Google's implementation.
    """
    ours, truth = words(written), words(reference)
    if kind == "L":
        with registry.needing(_NEEDING):
            from rapidfuzz.distance import LCSseq
        return 2 * int(LCSseq.similarity(ours, truth)) / (len(ours) + len(truth)) if ours and truth else 0.0
    size = int(kind)
    runs = [[tuple(one[i : i + size]) for i in range(len(one) - size + 1)] for one in (ours, truth)]
    return overlap(*runs) if all(runs) else 0.0


def exact(written: str, reference: str) -> float:
    """1 where both are the same after SQuAD's normalisation; blanks within unspaced scripts say nothing."""
    return float(pieces(normalised(written)) == pieces(normalised(reference)))


def token_f1(written: str, reference: str) -> float:
    """SQuAD's F1 of words; of unspaced scripts each character is one, as in CMRC 2018's and MLQA's evaluation."""
    return overlap(pieces(normalised(written)), pieces(normalised(reference)))


def _rouge(kind: str) -> TextMetric:
    return TextMetric(
        name=f"rouge_{kind.lower()}",
        title=f"ROUGE-{kind}",
        signature=f"f1|kind:{kind}|case:lc|tok:words, unspaced scripts by character|stem:no|mean over texts",
        higher_is_better=True,
        statistics=_each(lambda ours, truth: rouge(ours, truth, kind)),
        combine=_mean,
    )


_EXACT = TextMetric(
    name="exact_match",
    title="exact match",
    signature="norm:squad, all marks|mean over texts",
    higher_is_better=True,
    statistics=_each(exact),
    combine=_mean,
    is_share=True,
)
_F1 = TextMetric(
    name="token_f1",
    title="token F1",
    signature="norm:squad, all marks|tok:blanks, unspaced scripts by character|mean over texts",
    higher_is_better=True,
    statistics=_each(token_f1),
    combine=_mean,
)
_CER = TextMetric(
    name="character_error_rate",
    title="CER",
    signature="edits:Levenshtein|tok:characters, runs of blanks as one|all edits over all characters",
    higher_is_better=False,
    statistics=_edits(lambda text: " ".join(text.split())),
    combine=_rate,
)
_WER = TextMetric(
    name="word_error_rate",
    title="WER",
    signature="edits:Levenshtein|tok:blanks|case:mixed|all edits over all words",
    higher_is_better=False,
    statistics=_edits(str.split),
    combine=_rate,
)


def _resampled(scored: Scored, resamples: int, seed: int) -> dict[str, Floats]:
    """Every metric on resamples of the pairs, [R] each: the same pairs for all, and for the same seed."""
    count = len(scored.statistics[0])
    sums: list[list[Floats]] = [[] for _ in scored.metrics]
    weights: NDArray[np.int32]
    for weights in draw(np.zeros(count), resamples, seed):
        for at, statistics in enumerate(scored.statistics):
            sums[at].append(weights @ statistics)
    return {one.name: one.combine(np.concatenate(rows)) for one, rows in zip(scored.metrics, sums, strict=True)}


def _estimate(value: float, drawn: Floats, confidence: float, resamples: int) -> Estimate:
    drawn = drawn[np.isfinite(drawn)]
    if not math.isfinite(value) or len(drawn) < 2 or drawn.max() == drawn.min():
        return Estimate(value=value, interval=None, reason="the texts are too few or too alike to tell")
    low, high = span(drawn, value, confidence, resamples)
    return Estimate(value=value, interval=(min(low, value), max(high, value)))
