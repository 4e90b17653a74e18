"""Shapley values of the units, by asking the model alone. U units; P permutations.

Exact where all coalitions can be asked; else of a text the Owen values of a hierarchy of neighbouring units, refined
where most is at stake; of a table permutations, each with its reverse, with their standard errors. In every case the
values add up to the score less that of nothing.
Sources: Shapley 1953; Owen 1977; Lundberg and Lee 2017; the refinement as in shap's PartitionExplainer; Mitchell et al.
2022, "Sampling permutations for Shapley value estimation" (antithetic permutations, section 5.1).
"""

from __future__ import annotations

import heapq
import itertools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.explanation.found import Floats, Found
from modelyard.explanation.game import Game

# All coalitions are asked up to so many units.
EXACT = 8
PERMUTATIONS = 50
# Evaluations of a hierarchy where no time is set, and nodes that are split together.
OWEN_EVALUATIONS = 600
_TOGETHER = 8


def shap(game: Game, *, seed: int = 0) -> Found:
    """By whichever of the three ways suits the row."""
    count = game.count
    if not count:
        return Found(weights=np.zeros(0), base=0.0)
    if count <= EXACT and game.affordable(2**count) >= 2**count:
        return exact(game)
    return owen(game) if game.units.sort == "text" else permutations(game, seed=seed)


def exact(game: Game) -> Found:
    """The definition: every unit's mean gain over all orders, from all 2^U coalitions."""
    count = game.count
    keep = ((np.arange(2**count)[:, None] >> np.arange(count)) & 1).astype(bool)
    scores = game(keep)
    sizes = keep.sum(axis=1)
    weigh = np.array([math.factorial(s) * math.factorial(count - s - 1) / math.factorial(count) for s in range(count)])
    weights = np.zeros(count)
    for unit in range(count):
        without = np.flatnonzero(~keep[:, unit])
        weights[unit] = weigh[sizes[without]] @ (scores[without | (1 << unit)] - scores[without])
    return Found(weights=weights, base=float(scores[0]), facts={"coalitions": float(len(keep))})


def permutations(game: Game, *, seed: int = 0, most: int = PERMUTATIONS) -> Found:
    """Mean gains along random orders and their reverses."""
    count = game.count
    pairs = max(1, game.affordable(2 * most * count) // (2 * count))
    dice = np.random.default_rng(seed)
    gains = np.zeros((pairs, count))
    done = 0
    for pair in range(pairs):
        order = dice.permutation(count)
        for one in (order, order[::-1]):
            keep = np.zeros((count + 1, count), dtype=bool)
            for place, unit in enumerate(one):
                keep[place + 1 :, unit] = True
            gains[pair, one] += np.diff(game(keep)) / 2
        done = pair + 1
        if game.is_late:
            break
    gains = gains[:done]
    error = float((gains.std(axis=0, ddof=1) / math.sqrt(done)).max()) if done > 1 else math.nan
    facts = {"orders": 2.0 * done, **({"standard_error": error} if done > 1 else {})}
    notes = () if done > 1 else ("one pair of orders: no error can be told",)
    return Found(weights=gains.mean(axis=0), base=game.empty, facts=facts, notes=notes)


@dataclass(slots=True)
class _Node:
    """Units first:last within a context of others that are kept; with none of its own units `low`, with all `high`."""

    first: int
    last: int
    context: NDArray[np.bool_]
    low: float
    high: float
    share: float


def owen(game: Game) -> Found:
    """Owen values of a binary hierarchy, what is most at stake split first, what is not split shared."""
    count = game.count
    can = game.affordable(OWEN_EVALUATIONS + 16 * count)
    breaks = _breaks(game)
    number = itertools.count()  # heapq compares no nodes
    start = _Node(0, count, np.zeros(count, dtype=bool), game.empty, game.full, 1.0)
    heap = [(-math.inf, next(number), start)]
    weights = np.zeros(count)
    asked_before = game.evaluations
    while heap and game.evaluations - asked_before < can:
        if game.is_late:
            break
        nodes = [heapq.heappop(heap)[2] for _ in range(min(_TOGETHER, len(heap)))]
        inner = [node for node in nodes if node.last - node.first > 1]
        for node in nodes:
            if node.last - node.first == 1:
                weights[node.first] += node.share * (node.high - node.low)
        cuts = [_cut(breaks, node.first, node.last) for node in inner]
        keeps = np.array([keep for node, cut in zip(inner, cuts, strict=True) for keep in _halves(node, cut)])
        scores = game(keeps).reshape(-1, 2) if inner else np.zeros((0, 2))
        halves = keeps.reshape(-1, 2, count)
        for node, cut, (one, other), (left_only, right_only) in zip(inner, cuts, scores, halves, strict=True):
            share = node.share / 2
            for child in (
                _Node(node.first, cut, node.context, node.low, one, share),
                _Node(cut, node.last, node.context, node.low, other, share),
                _Node(node.first, cut, right_only, other, node.high, share),
                _Node(cut, node.last, left_only, one, node.high, share),
            ):
                stake = child.share * abs(child.high - child.low)
                single = child.last - child.first == 1
                heapq.heappush(heap, (math.inf if single else -stake, next(number), child))
    unsplit = 0.0
    for _, _, node in heap:
        size = node.last - node.first
        weights[node.first : node.last] += node.share * (node.high - node.low) / size
        unsplit += node.share * abs(node.high - node.low) if size > 1 else 0.0
    return Found(weights=weights, base=game.empty, facts={"shared_evenly": unsplit}, notes=_told(unsplit, weights))


def _told(unsplit: float, weights: Floats) -> tuple[str, ...]:
    share = unsplit / max(float(np.abs(weights).sum()), 1e-12)
    return (
        (f"time did not suffice to tell all neighbours apart ({unsplit:.2g} is shared evenly)",) if share > 0.05 else ()
    )


def _halves(node: _Node, cut: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    left, right = node.context.copy(), node.context.copy()
    left[node.first : cut] = True
    right[cut : node.last] = True
    return left, right


def _breaks(game: Game) -> Floats:
    """How strong the break before each unit is: another column or line, a sentence's end, a clause's, a blank, none."""
    units = game.units.units
    text = getattr(game.units, "joined", None)
    found = np.zeros(len(units) + 1)
    if not isinstance(text, str):
        return found
    for at in range(1, len(units)):
        before, gap = units[at - 1], text[units[at - 1].end : units[at].start]
        if before.column != units[at].column or "\n" in gap:
            found[at] = 4
        elif before.text[-1] in ".!?。！？…":
            found[at] = 3
        elif before.text[-1] in ",;:，；：、":
            found[at] = 2
        else:
            found[at] = 1.0 if gap else 0.0
    return found


def _cut(breaks: Floats, first: int, last: int) -> int:
    """The strongest break of a stretch, of equal ones the one nearest to its middle; never far off the middle."""
    middle, quarter = (first + last) / 2, (last - first) // 4
    places = np.arange(first + 1 + quarter, last - quarter) if last - first > 3 else np.arange(first + 1, last)
    distance = np.abs(places - middle) / (last - first)
    return int(places[np.lexsort((distance, -breaks[places]))[0]])
