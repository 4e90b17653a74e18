"""What is said about rows that are the same or nearly so."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Data
from modelyard.data import splits
from modelyard.data.findings import Findings, amount
from modelyard.data.grouping import Same
from modelyard.data.infer import Inference
from modelyard.data.scan import Scan
from modelyard.data.targets import TEXT


def report(
    scans: dict[str, Scan],
    same: Same,
    assignment: dict[str, NDArray[np.int8]],
    findings: Findings,
    inference: Inference,
    section: Data,
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
        kept = (
            _kept(order, assignment[name], section)
            if same.keep_together
            else "dealt like other rows: few different rows are possible"
        )
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
            remedy=_near_kept(same, assignment, section, several_sources=len(scans) > 1),
            rows=(
                (scans[here].places[row], f"{similarity:.0%} like {scans[there].places[other]}")
                for a, i, b, j, similarity in same.near
                for here, row, there, other in ((a, i, b, j), (b, j, a, i))
            ),
            count=count,
        )


def ungrouped(train: Scan, assignment: NDArray[np.int8], section: Data, findings: Findings) -> None:
    """Say which rows have no value in the column that they are grouped by."""
    if train.ungrouped is None:
        return
    rows = np.flatnonzero(train.ungrouped & (assignment != splits.DROPPED))
    if len(rows):
        column = section.split.column or ""
        findings.add(
            "ungrouped",
            "warning",
            f"{amount(len(rows), 'row')} without a group in {column}",
            effect="Who they belong to is not known: they may stand on the other side of the split from their like.",
            remedy="each is a group of its own; fill the column in",
            columns=[column],
            rows=((train.places[int(row)], "") for row in rows),
        )


def nothing_held_back(counts: dict[str, int], scans: dict[str, Scan], section: Data, findings: Findings) -> None:
    """Say where a split that was asked for has no row."""
    for name, share in (("test", section.split.test), ("validation", section.split.validation)):
        if share > 0 and name not in scans and not counts[name]:
            findings.add(
                f"no_{name}",
                "warning",
                f"no row could be held back for {name}: too many hang together",
                effect="The figures are of rows that were learned."
                if name == "test"
                else "No choice can be validated.",
                remedy=f"give data.{name}, or split by another column" if section.split.column else f"give data.{name}",
                count=0,
            )


def _kept(rows: NDArray[np.int64], assignment: NDArray[np.int8], section: Data) -> str:
    if section.split.by != "time":
        return "kept in one split"
    gone = int((assignment[rows] == splits.DROPPED).sum())
    return f"{gone:,} with a later copy in another split removed" if gone else "none has a copy in another split"


def _near_kept(same: Same, assignment: dict[str, NDArray[np.int8]], section: Data, *, several_sources: bool) -> str:
    if section.split.by != "time":
        return "kept in one split" + ("; removed from train where test has one" if several_sources else "")
    rows = np.unique([row for a, i, b, j, _ in same.near for name, row in ((a, i), (b, j)) if name == "train"])
    return _kept(rows.astype(np.int64), assignment["train"], section)


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
