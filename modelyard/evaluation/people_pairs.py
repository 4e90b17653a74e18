"""Which model's answers people prefer: shares of wins of each pair, and strengths where there are more than two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from modelyard.core.exhibit import Json, table, whiskers
from modelyard.core.report import Claim
from modelyard.core.words import MISSING, counted, measured, number
from modelyard.evaluation.people_told import How, Keys, Told, item_of, models_of, plain, same_of
from modelyard.evaluation.votes import Vote
from modelyard.metrics import preferring
from modelyard.metrics._metric import Undefined

# What the model on the left gets of a vote.
SCORE = {"left": 1.0, "tie": 0.5, "right": 0.0}
Scores = Mapping[tuple[str, str], Mapping[tuple[str, int], list[float]]]


def pairs(votes: Sequence[Vote], keys: Keys, how: How) -> Told:
    """The votes of sheets with two answers side by side."""
    models = models_of(votes, keys)
    told = Told(detail={"models": models, "shares": []})
    rows, marks = [], []
    for (first, second), by_item in _scores(votes, keys, models).items():
        share = preferring.win_share(list(by_item.values()), confidence=how.confidence)
        flat = [one for found in by_item.values() for one in found]
        alike = sum({a, b} == {first, second} for _, a, b in same_of(votes, keys))
        name, sure = f"{first} over {second}", not share.interval[0] <= 0.5 <= share.interval[1]
        counts = (f"{flat.count(one):,}" for one in (1.0, 0.5, 0.0))
        rows.append((name, *measured(share.value, share.interval), *counts, f"{share.items:,}", f"{alike:,}"))
        marks.append({"name": name, "value": share.value, "interval": list(share.interval), "strong": sure})
        told.said.append(_sentence(first, second, share, sure))
        told.detail["shares"].append(
            {"first": first, "second": second, "share": share.value, "interval": list(share.interval)}
        )
        if first == models[0]:
            told.claims.append(_claim(name, "" if len(models) == 2 else f"_{plain(second)}", share, how))
    told.blocks = [
        table(
            ("choice", "share of wins", "interval", "won", "tie", "lost", "items", "answered alike"),
            rows,
            title="Which answer is better",
            note="A tie is half a win. What both answered alike was not shown.",
        ),
        whiskers(marks, title="Share of wins", x_label="0.5: neither is preferred"),
    ]
    if len(models) > 2:
        _add_strengths(told, models, votes, keys, how)
    return told


def _scores(votes: Sequence[Vote], keys: Keys, models: Sequence[str]) -> Scores:
    """What the first of each pair got, by item: 1 won, 0.5 tie, 0 lost; the pair in the order of `models`."""
    found: dict[tuple[str, str], dict[tuple[str, int], list[float]]] = defaultdict(lambda: defaultdict(list))
    for vote in votes:
        left, right = item_of(vote, keys)["models"]
        score = SCORE[vote.answer]
        if models.index(left) > models.index(right):
            left, right, score = right, left, 1 - score
        found[left, right][vote.sheet, vote.item].append(score)
    return found


def _claim(name: str, other: str, share: preferring.Share, how: How) -> Claim:
    return Claim(
        name=f"win_rate{other}",
        value=share.value,
        n=share.items,
        interval=share.interval,
        split="people",
        source=f"{how.source}: {name}",
        higher_is_better=True,
    )


def _sentence(first: str, second: str, share: preferring.Share, sure: bool) -> str:
    shown = f"{first} wins {' '.join(measured(share.value, share.interval))} of {counted(share.items, 'item')}"
    if not sure:
        return f"Neither {first} nor {second} is shown to be preferred: {shown}."
    better, worse = (first, second) if share.value > 0.5 else (second, first)
    return f"{better} is preferred to {worse}: {shown}."


def _add_strengths(told: Told, models: Sequence[str], votes: Sequence[Vote], keys: Keys, how: How) -> None:
    """Where each of several models stands, from all the pairs together."""
    places = {item: at for at, item in enumerate(sorted({(vote.sheet, vote.item) for vote in votes}))}
    wins = np.zeros((len(places), len(models), len(models)))
    for vote in votes:
        left, right = (models.index(name) for name in item_of(vote, keys)["models"])
        at = places[vote.sheet, vote.item]
        wins[at, left, right] += SCORE[vote.answer]
        wins[at, right, left] += 1 - SCORE[vote.answer]
    try:
        found = preferring.bradley_terry(wins, confidence=how.confidence, resamples=how.resamples, seed=how.seed)
    except Undefined as reason:
        told.limits.append(f"Judged by people: strengths of the models have no estimate ({reason}).")
        return
    told.blocks.append(_standing(models, found))
    told.detail["strengths"] = {
        model: {"strength": value, "interval": list(interval)}
        for model, value, interval in zip(models, found.values, found.intervals, strict=True)
    }


def _standing(models: Sequence[str], found: preferring.Strengths) -> Json:
    rows = []
    for i in sorted(range(len(models)), key=lambda i: -found.values[i]):
        value, (low, high) = found.values[i], found.intervals[i]
        known = low is not None and high is not None
        shown = measured(value, (low, high), sign=True) if known else (number(value), MISSING)  # type: ignore[arg-type]
        rows.append((models[i], *shown, measured(preferring.winning(value, 0.0))[0]))
    return table(
        ("model", "strength (log-odds)", "interval", "chance against an average one"),
        rows,
        title="Where each model stands",
        note="Bradley-Terry over all pairs, a tie as half a win of each; intervals resample items.",
    )
