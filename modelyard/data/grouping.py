"""Which rows are the same or nearly so, over all files of a recipe (`repeats` says it)."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Data
from modelyard.data import duplicates
from modelyard.data.findings import Findings
from modelyard.data.infer import Inference
from modelyard.data.scan import EMPTY, UNLABELLED, Scan
from modelyard.data.targets import TEXT

COINCIDENCE = 0.05  # share of different rows in a table below which equal rows are no copies
TEMPLATE = 0.1  # share of the texts above which a chain of near copies is a common form, not copying


@dataclass(slots=True)
class Same:
    """`groups[source][row]` is the row's group over all sources, `count` how many there are.

    `keep_together` is false where equal rows of a table are coincidences. `near` are (source, row, source, row,
    similarity). `exact` numbers the rows by equality alone. `templated` counts the texts whose chain of near copies
    was too long to be kept in one split.
    """

    groups: dict[str, NDArray[np.int64]]
    exact: dict[str, NDArray[np.int64]]
    count: int
    keep_together: bool
    near: list[tuple[str, int, str, int, float]] = field(default_factory=list)
    templated: int = 0


def group_rows(
    scans: dict[str, Scan],
    inference: Inference,
    unknown: dict[str, NDArray[np.bool_]],
    section: Data,
    findings: Findings,
) -> Same:
    """Group the rows of all sources; rows that are not used stand alone."""
    names = list(scans)
    keys = np.concatenate([scans[name].key for name in names])
    used = np.concatenate([(scans[name].state != UNLABELLED) & ~unknown[name] for name in names])
    blank = np.concatenate([scans[name].state == EMPTY for name in names])
    alone = np.flatnonzero(~used | blank)
    keys = keys.copy()
    keys[alone] = duplicates.unused_keys(keys, len(alone))
    exact = duplicates.groups(keys)
    different = len(np.unique(exact[used & ~blank]))
    together = inference.task == TEXT or different >= COINCIDENCE * max(1, int((used & ~blank).sum()))
    pairs: list[tuple[int, int, float]] = []
    if inference.task == TEXT:
        pairs = _near(scans, exact, used & ~blank, findings)
    pairs, templated = without_templates(keys, pairs, int((used & ~blank).sum()))
    links = [(i, j) for i, j, _ in pairs]
    if section.split.by == "group" and scans["train"].group is not None:
        links += _column_links(scans["train"])
        if not together:
            keys = np.arange(len(keys), dtype=np.uint64)
    group = duplicates.groups(keys, links) if links else exact
    starts = np.concatenate([[0], np.cumsum([len(scans[name]) for name in names])])

    def part(values: NDArray[np.int64]) -> dict[str, NDArray[np.int64]]:
        return {name: values[starts[i] : starts[i + 1]] for i, name in enumerate(names)}

    def at(row: int) -> tuple[str, int]:
        source = int(np.searchsorted(starts, row, side="right")) - 1
        return names[source], row - int(starts[source])

    near = [(*at(i), *at(j), similarity) for i, j, similarity in pairs]
    return Same(part(group), part(exact), int(group.max(initial=-1)) + 1, together, near, templated)


def without_templates(
    keys: NDArray[np.uint64], pairs: list[tuple[int, int, float]], used: int
) -> tuple[list[tuple[int, int, float]], int]:
    """The pairs but those of chains that hold a large share of all texts, and how many texts those chains hold."""
    if not pairs:
        return pairs, 0
    chain = duplicates.groups(keys, [(i, j) for i, j, _ in pairs])
    linked = np.unique([row for i, j, _ in pairs for row in (i, j)])
    sizes = np.bincount(chain[linked])
    long = sizes > max(2, TEMPLATE * used)
    return [pair for pair in pairs if not long[chain[pair[0]]]], int(sizes[long].sum())


def _near(
    scans: dict[str, Scan], exact: NDArray[np.int64], used: NDArray[np.bool_], findings: Findings
) -> list[tuple[int, int, float]]:
    """Pairs of near duplicates among different usable texts, by row over all sources."""
    if importlib.util.find_spec("rensa") is None:
        _not_looked(findings, "rensa is not installed", "Run: pip install 'modelyard[train]'")
        return []
    texts: list[str] = []
    for table in scans.values():
        if table.texts is None or len(texts) + len(table.texts) > duplicates.MOST_TEXTS:
            _not_looked(findings, f"there are more than {duplicates.MOST_TEXTS:,} texts", "Set data.limit to try.")
            return []
        texts += table.texts
    rows = np.flatnonzero(used)
    _, first = np.unique(exact[rows], return_index=True)
    rows = rows[np.sort(first)]
    found = duplicates.near_pairs([texts[int(row)] for row in rows])
    return [(int(rows[i]), int(rows[j]), similarity) for i, j, similarity in found]


def _not_looked(findings: Findings, why: str, remedy: str) -> None:
    findings.add(
        "near_duplicates_not_looked_for",
        "info",
        f"near duplicates were not looked for: {why}",
        effect="Exact duplicates were; near copies may straddle the split.",
        remedy=remedy,
        count=0,
    )


def _column_links(train: Scan) -> list[tuple[int, int]]:
    """Links between the rows of train that share a value of the group column; a row without one is its own group."""
    assert train.group is not None and train.ungrouped is not None
    rows = np.flatnonzero(~train.ungrouped)
    order = rows[np.argsort(train.group[rows], kind="stable")]
    same = np.flatnonzero(train.group[order][1:] == train.group[order][:-1])
    return list(zip(order[same].tolist(), order[same + 1].tolist(), strict=True))
