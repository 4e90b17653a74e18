"""Conversations that are nearly the same: they share a split, and none is trained on that a test file nearly holds."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from modelyard.data import duplicates, splits
from modelyard.data.findings import amount
from modelyard.data.grouping import without_templates

if TYPE_CHECKING:
    from modelyard.data.conversation_checks import Verdict


def texts_of(path: Path) -> list[str]:
    """What is said in each record of a file of conversations, as far as it is compared."""
    found = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            said = (m["content"] for name, messages in record.items() if name != "place" for m in messages)
            found.append("\n".join(said)[: duplicates.MOST_CHARACTERS])
    return found


def link_copies(
    verdict: Verdict, assignment: NDArray[np.int8], texts: Callable[[], Sequence[str]]
) -> list[tuple[int, int]]:
    """Pairs of records to be kept in one split; those of train that a given file nearly holds become DROPPED.

    A form that more than a tenth share is no copying, as in `grouping`. Adds findings.
    """
    kept = np.flatnonzero(assignment != splits.DROPPED)
    if importlib.util.find_spec("rensa") is None or len(kept) > duplicates.MOST_TEXTS:
        many = len(kept) > duplicates.MOST_TEXTS
        why = f"there are more than {duplicates.MOST_TEXTS:,} conversations" if many else "rensa is not installed"
        verdict.findings.add(
            "near_duplicates_not_looked_for",
            "info",
            f"near duplicates were not looked for: {why}",
            effect="Exact duplicates were; near copies may straddle the split.",
            remedy="Set data.limit to try." if many else "Run: pip install 'modelyard[train]'",
            count=0,
        )
        return []
    read, rows = texts(), kept.tolist()
    found = [(rows[i], rows[j], like) for i, j, like in duplicates.near_pairs([read[row] for row in rows])]
    keys = np.arange(len(assignment), dtype=np.uint64)
    pairs, templated = without_templates(keys, found, len(kept))
    if templated:
        verdict.findings.add(
            "common_form",
            "info",
            f"{templated:,} conversations are nearly the same as very many others: a common form",
            effect="A test on them says how well the form is learned.",
            remedy="they are dealt like all others",
            count=templated,
        )
    links = [(i, j) for i, j, _ in pairs]
    _leave_out(verdict, assignment, duplicates.groups(keys, links))
    alike = [(i, j, like) for i, j, like in pairs if splits.DROPPED not in (assignment[i], assignment[j])]
    if alike:
        count = len({row for i, j, _ in alike for row in (i, j)})
        verdict.findings.add(
            "near_duplicates",
            "info",
            f"{count:,} conversations are nearly the same as another ({amount(len(alike), 'pair')})",
            effect="A model that saw one of them knows the other.",
            remedy="kept in one split (data.deduplicate: exact looks for equal ones only)",
            rows=[(verdict.places[j], f"like {verdict.places[i]} ({like:.2f})") for i, j, like in alike],
        )
    return [(i, j) for i, j, _ in alike]


def _leave_out(verdict: Verdict, assignment: NDArray[np.int8], chain: NDArray[np.int64]) -> None:
    """Records of train whose chain of near copies reaches into a validation or test file."""
    given = np.array(verdict.given, dtype=np.int8)
    held = np.unique(chain[(given != splits.TRAIN) & (assignment != splits.DROPPED)])
    rows = np.flatnonzero((assignment == splits.TRAIN) & (given == splits.TRAIN) & np.isin(chain, held))
    verdict.dropped["dropped_near_duplicates"] = len(rows)
    assignment[rows] = splits.DROPPED
    if len(rows):
        verdict.findings.add(
            "near_copies_of_test",
            "warning",
            f"{amount(len(rows), 'conversation')} of train nearly stand in a validation or test file",
            effect="A figure on them would say how well they were learned by heart.",
            remedy="left out of train (data.deduplicate: exact keeps them)",
            rows=[(verdict.places[i], "") for i in rows.tolist()],
        )
