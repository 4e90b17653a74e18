"""Which rows are the same or nearly so, over all files of a recipe; and what is said about it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Data
from modelyard.data import duplicates, splits
from modelyard.data.findings import Findings, amount
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
    pairs, templated = _without_templates(keys, pairs, int((used & ~blank).sum()))
    links = [(i, j) for i, j, _ in pairs]
    if section.split.by == "group" and scans["train"].group is not None:
        links += _column_links(scans["train"].group)
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


def report(
    scans: dict[str, Scan],
    same: Same,
    assignment: dict[str, NDArray[np.int8]],
    findings: Findings,
    inference: Inference,
    *,
    regression: bool,
) -> None:
    """Say which rows stand twice, which of them disagree about the target, and which straddled two files."""
    what = "text" if inference.task == TEXT else "row"
    for name, table in scans.items():
        order, sizes = _repeated(same.exact[name])
        if not len(order):
            continue
        of = f" of {name}" if len(scans) > 1 else ""
        kept = "kept in one split" if same.keep_together else "dealt like other rows: few different rows are possible"
        findings.add(
            "duplicates" if same.keep_together else "repeats",
            "info",
            f"{len(order):,} {what}s{of} stand more than once ({len(sizes):,} different)",
            effect="Copies on both sides of a split make the figures too good.",
            remedy=kept if name == "train" else "left as they are",
            rows=((table.places[int(row)], f"group {int(same.exact[name][row])}") for row in order),
        )
        if not regression:
            _conflicts(name, table, same.exact[name], order, what, findings, several_sources=len(scans) > 1)
    if len(scans) > 1:
        _across(scans, same, assignment, what, findings)
    if same.templated:
        findings.add(
            "templates",
            "warning",
            f"{same.templated:,} texts are nearly the same as very many others: a common form",
            effect="Kept together they would leave no rows to test on; dealt apart, the figures hold for this form.",
            remedy="dealt like other texts",
            count=same.templated,
        )
    if same.near:
        count = len({(a, i) for a, i, _, _, _ in same.near} | {(b, j) for _, _, b, j, _ in same.near})
        findings.add(
            "near_duplicates",
            "info",
            f"{count:,} texts are nearly the same as another ({amount(len(same.near), 'pair')})",
            effect="Near copies on both sides of a split make the figures too good.",
            remedy="kept in one split" + ("; removed from train where test has one" if len(scans) > 1 else ""),
            rows=(
                (scans[here].places[row], f"{similarity:.0%} like {scans[there].places[other]}")
                for a, i, b, j, similarity in same.near
                for here, row, there, other in ((a, i, b, j), (b, j, a, i))
            ),
            count=count,
        )


def _without_templates(
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


def _column_links(group: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """Links between the rows of train that share the value of the group column."""
    order = np.argsort(group, kind="stable")
    same = np.flatnonzero(group[order][1:] == group[order][:-1])
    return list(zip(order[same].tolist(), order[same + 1].tolist(), strict=True))


def _repeated(exact: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows that have an equal one, group by group, and the sizes of those groups."""
    _, inverse, sizes = np.unique(exact, return_inverse=True, return_counts=True)
    rows = np.flatnonzero(sizes[inverse] > 1)
    return rows[np.argsort(inverse[rows], kind="stable")], sizes[sizes > 1]


def _conflicts(
    name: str,
    table: Scan,
    exact: NDArray[np.int64],
    order: NDArray[np.int64],
    what: str,
    findings: Findings,
    *,
    several_sources: bool,
) -> None:
    groups, targets = exact[order], table.target[order]
    pairs = np.unique(np.stack([groups.astype(np.float64), targets]), axis=1)[0]
    several, counts = np.unique(pairs, return_counts=True)
    torn = several[counts > 1].astype(np.int64)
    if not len(torn):
        return
    of = f" of {name}" if several_sources else ""
    label_of = {code: label for label, code in table.classes.items()}
    rows = order[np.isin(groups, torn)]
    findings.add(
        "conflicting_labels",
        "warning" if what == "text" else "info",
        f"{len(rows):,} equal {what}s{of} have different labels ({len(torn):,} different)",
        effect="At most one label of each can be learned; the others count as mistakes.",
        remedy="kept; look at them in findings.csv",
        rows=((table.places[int(row)], f"group {exact[row]}: {label_of[int(table.target[row])]}") for row in rows),
    )


def _across(
    scans: dict[str, Scan], same: Same, assignment: dict[str, NDArray[np.int8]], what: str, findings: Findings
) -> None:
    for later in ("test", "validation"):
        if later not in scans:
            continue
        theirs = np.unique(same.groups[later])
        for earlier in ("train", "validation"):
            if earlier == later or earlier not in scans:
                continue
            rows = np.flatnonzero(np.isin(same.groups[earlier], theirs))
            if not len(rows):
                continue
            gone = int((assignment[earlier][rows] == splits.DROPPED).sum())

            def listed(rows: NDArray[np.int64] = rows, earlier: str = earlier) -> Iterator[tuple[str, str]]:
                for row in rows:
                    yield scans[earlier].places[int(row)], f"group {int(same.groups[earlier][row])}"

            findings.add(
                f"duplicates_of_{later}",
                "warning",
                f"{amount(len(rows), what)} of {earlier} in {later} too"
                + (", exactly or nearly" if what == "text" else ""),
                effect=f"What was trained on is no test: the {later} figures would be too good.",
                remedy=f"{gone:,} removed from {earlier}" if gone else "left: few different rows are possible",
                rows=listed(),
            )
