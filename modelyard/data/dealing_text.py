"""Which split each section of a corpus goes to, and which are left out because another is the same or nearly so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Recipe, Split
from modelyard.data import parts, splits
from modelyard.data.near_sections import near_groups

# Where the recipe states no shares: enough for a narrow interval, and no more taken from training than that.
HELD_OUT_SHARE, HELD_OUT_BYTES = 0.05, 4_000_000
WHOLE_DOCUMENTS = 30  # from so many on a split holds whole documents; with fewer a document's sections are dealt


@dataclass(frozen=True, slots=True)
class Dealt:
    """The split of every section [N] in the order of the parts; what was dropped by reason, with the first rows."""

    assignment: NDArray[np.int8]
    dropped: dict[str, int]
    examples: dict[str, list[tuple[str, str]]]  # the place of a section left out, and of the one it is like
    bytes: dict[str, int]


def deal(recipe: Recipe, directory: Path, made: Sequence[dict[str, Any]]) -> Dealt:
    """Keep the first of each group of duplicates; deal what is left of `train` where no other files are given.

    A section of `train` that a given validation or test file holds too is left out of train; given files stay whole.
    """
    part_split = np.array([splits.NAMES.index(part["split"]) for part in made], dtype=np.int8)
    sections = np.array([part["sections"] for part in made])
    assignment = np.repeat(part_split, sections)
    sizes = _joined(directory, made, "bytes")
    dropped = {"exact_duplicates": 0, "near_duplicates": 0}
    examples: dict[str, list[tuple[int, int]]] = {}
    # The later split first: what stands in test is never trained on.
    order = np.lexsort((np.arange(len(assignment)), -assignment))
    if recipe.data.deduplicate != "none" and len(assignment):
        keys = _joined(directory, made, "keys")
        _drop(assignment, _firsts(keys, order), "exact_duplicates", dropped, examples)
        if recipe.data.deduplicate == "near":
            alive = np.flatnonzero(assignment >= 0)
            group = near_groups(directory, [part["sections"] for part in made], alive)
            _drop(assignment, _firsts(group, order), "near_duplicates", dropped, examples)
    owners = owners_of(directory, made)
    _deal_rest(recipe, assignment, owners, sizes)
    held = {name: int(sizes[assignment == i].sum()) for i, name in enumerate(splits.NAMES)}
    named = {reason: _named(directory, sections, rows) for reason, rows in examples.items()}
    return Dealt(assignment, dropped, named, held)


def _named(directory: Path, sections: NDArray[np.int64], pairs: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """The places of pairs of sections."""
    edges = np.concatenate([[0], np.cumsum(sections)])
    rows = np.unique(np.array(pairs, dtype=np.int64).ravel())
    found: dict[int, str] = {}
    for part in np.unique(np.searchsorted(edges, rows, side="right") - 1).tolist():
        here = rows[(rows >= edges[part]) & (rows < edges[part + 1])]
        wanted = np.zeros(int(sections[part]), dtype=bool)
        wanted[here - edges[part]] = True
        found.update(zip(here.tolist(), parts.places(directory, part, wanted), strict=True))
    return [(found[a], found[b]) for a, b in pairs]


def _firsts(keys: NDArray[np.uint64], order: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each row the first row in `order` of equal key."""
    _, first, inverse = np.unique(keys[order], return_index=True, return_inverse=True)
    result = np.empty(len(keys), dtype=np.int64)
    result[order] = order[first[inverse]]
    return result


def _drop(
    assignment: NDArray[np.int8],
    first: NDArray[np.int64],
    reason: str,
    dropped: dict[str, int],
    examples: dict[str, list[tuple[int, int]]],
) -> None:
    """Leave out of train what is like an earlier row or one of a later split; given files stay whole."""
    out = np.flatnonzero((first != np.arange(len(first))) & (assignment == splits.TRAIN))
    assignment[out] = splits.DROPPED
    dropped[reason] = len(out)
    examples[reason] = [(int(row), int(first[row])) for row in out[:1000]]


def _deal_rest(
    recipe: Recipe, assignment: NDArray[np.int8], owners: NDArray[np.int64], sizes: NDArray[np.int64]
) -> None:
    rows = np.flatnonzero(assignment == splits.TRAIN)
    shares = _shares(recipe, int(sizes[rows].sum()))
    if not len(rows) or not any(shares.values()):
        return
    documents = np.unique(owners[rows], return_inverse=True)[1].astype(np.int64)
    if int(documents.max()) + 1 < WHOLE_DOCUMENTS:
        documents = np.arange(len(rows))
    strata = np.zeros(len(rows), dtype=np.int64)
    assignment[rows] = splits.deal(documents, strata, **shares, seed=recipe.seed)


def _shares(recipe: Recipe, size: int) -> dict[str, float]:
    split = recipe.data.split
    most = min(HELD_OUT_SHARE, HELD_OUT_BYTES / max(1, size))
    shares = {}
    for name in ("validation", "test"):
        stated = getattr(split, name)
        given = getattr(recipe.data, name)
        # A default that suits rows would take a third of a corpus away.
        shares[name] = 0.0 if given else stated if stated != Split.model_fields[name].default else most
    return shares


def _joined(directory: Path, made: Sequence[dict[str, Any]], what: str) -> NDArray[Any]:
    return np.concatenate([parts.load(directory, i, what) for i in range(len(made))])


def owners_of(directory: Path, made: Sequence[dict[str, Any]]) -> NDArray[np.int64]:
    """A number for each section's document, over all sources."""
    result, base = [], 0
    before: tuple[str, int] | None = None
    highest = -1
    for i, part in enumerate(made):
        if before != (part["split"], part["source"]):
            before, base, highest = (part["split"], part["source"]), highest + 1, highest
        numbers = parts.load(directory, i, "documents") + base
        highest = max(highest, int(numbers.max(initial=-1)))
        result.append(numbers)
    return np.concatenate(result)
