"""Occlusion: what the score loses when a unit is taken out. U units."""

from __future__ import annotations

import math

import numpy as np

from modelyard.explanation.found import Found
from modelyard.explanation.game import Game

# Of what can be asked, the share that goes into stretches where not every unit can be taken out alone.
_COARSE = 0.5


def occlusion(game: Game) -> Found:
    """Every unit taken out alone; where the time does not allow it, stretches first, then the units of the heaviest.

    Source: Zeiler and Fergus 2014, "Visualizing and understanding convolutional networks", section 4.2; of words Li et
    al. 2016, "Understanding neural networks through representation erasure".
    """
    count = game.count
    if not count:
        return Found(weights=np.zeros(0))
    can = game.affordable(count)
    if can >= count:
        return Found(weights=game.full - game(~np.eye(count, dtype=bool)))
    width = math.ceil(count / max(1, int(_COARSE * can)))
    starts = np.arange(0, count, width)
    places = np.arange(count)
    stretches = (places >= starts[:, None]) & (places < starts[:, None] + width)
    falls = game.full - game(~stretches)
    weights = np.repeat(falls / stretches.sum(axis=1), stretches.sum(axis=1))
    single = 0
    for stretch in np.argsort(-np.abs(falls)):
        if single + width > game.affordable(count) or game.is_late:
            break
        own = np.flatnonzero(stretches[stretch])
        keep = np.ones((len(own), count), dtype=bool)
        keep[np.arange(len(own)), own] = False
        weights[own] = game.full - game(keep)
        single += len(own)
    note = f"time for {single} of {count} units alone; of the others {width} were taken out together"
    return Found(weights=weights, facts={"units_alone": float(single)}, notes=(note,))
