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
# Evaluations a unit below which halves are asked in one order only.
_FEW = 5


def shap(game: Game, *, seed: int = 0) -> Found:
    """By whichever of the three ways suits the row."""
    count = game.count
    if not count:
        return Found(weights=np.zeros(0), base=0.0)
    if count <= EXACT and game.affordable(2**count) >= 2**count:
        return exact(game)
    return owen(game, seed=seed) if game.units.sort == "text" else permutations(game, seed=seed)


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


def owen(game: Game, *, seed: int = 0) -> Found:
    """Owen values of a binary hierarchy, what is most at stake split first, what is not split shared.

    A half's gain is the mean of those without and with the other half; where the time is short for that, it is the one
    in a single order of the halves, drawn at random: a fourth of the cost, and less certain.
    """
    count = game.count
    can = game.affordable(OWEN_EVALUATIONS + 16 * count)
    both = can >= _FEW * count
    breaks, dice = _breaks(game), np.random.default_rng(seed)
    number = itertools.count()  # heapq compares no nodes
    start = _Node(0, count, np.zeros(count, dtype=bool), game.empty, game.full, 1.0)
    heap = [(-math.inf, next(number), start)]
    done: list[_Node] = []
    asked_before = game.evaluations
    while heap and game.evaluations - asked_before < can and not game.is_late:
        nodes = [heapq.heappop(heap)[2] for _ in range(min(_TOGETHER, len(heap)))]
        done += [node for node in nodes if node.last - node.first == 1]
        inner = [node for node in nodes if node.last - node.first > 1]
        for child in _split(game, inner, breaks, dice, both) if inner else ():
            stake = child.share * abs(child.high - child.low)
            heapq.heappush(heap, (math.inf if child.last - child.first == 1 else -stake, next(number), child))
    weights, unsplit = np.zeros(count), 0.0
    for node in (*done, *(node for _, _, node in heap)):
        size = node.last - node.first
        weights[node.first : node.last] += node.share * (node.high - node.low) / size
        unsplit += node.share * abs(node.high - node.low) if size > 1 else 0.0
    notes = _told(unsplit, weights) + (
        () if both else ("there was time for one order of the words only: more seconds tell more",)
    )
    return Found(weights=weights, base=game.empty, facts={"shared_evenly": unsplit}, notes=notes)


def _split(game: Game, nodes: list[_Node], breaks: Floats, dice: np.random.Generator, both: bool) -> list[_Node]:
    """The halves of some nodes: in two contexts each, or in one order."""
    cuts = [_cut(breaks, node.first, node.last) for node in nodes]
    ends = [[(node.first, cut), (cut, node.last)] for node, cut in zip(nodes, cuts, strict=True)]
    if not both:
        ends = [sides if dice.random() < 0.5 else sides[::-1] for sides in ends]
    asked = 2 if both else 1
    keeps = np.array([_with(node, *side) for node, sides in zip(nodes, ends, strict=True) for side in sides[:asked]])
    scores = game(keeps).reshape(-1, asked)
    contexts = keeps.reshape(-1, asked, game.count)
    found = []
    for node, (first, second), values, known in zip(nodes, ends, scores, contexts, strict=True):
        share = node.share / asked
        found += [
            _Node(*first, node.context, node.low, values[0], share),
            _Node(*second, known[0], values[0], node.high, share),
        ]
        if both:
            found += [
                _Node(*second, node.context, node.low, values[1], share),
                _Node(*first, known[1], values[1], node.high, share),
            ]
    return found


def _told(unsplit: float, weights: Floats) -> tuple[str, ...]:
    share = unsplit / max(float(np.abs(weights).sum()), 1e-12)
    return (
        (f"time did not suffice to tell all neighbours apart ({unsplit:.2g} is shared evenly)",) if share > 0.05 else ()
    )


def _with(node: _Node, first: int, last: int) -> NDArray[np.bool_]:
    keep = node.context.copy()
    keep[first:last] = True
    return keep


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
