"""Do the splits share rows: the part `leaks` of a run's audit. What preparing the data found is used, and checked.

N rows.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.labels_probe import reads_texts, texts_of
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Rows, Schema, take
from modelyard.core.words import counted, excerpt, measured, percent
from modelyard.data import duplicates, splits, values
from modelyard.inference.labelled import Labelled
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

SOURCE = "evidence/audit/leaks.json: equal rows (NFKC, case, blanks), and near ones as preparing found them"
SHOWN = 10
_LIKE = re.compile(r"(\d+)% like (.*)", re.DOTALL)
# What preparing says of copies and columns, in the order of a reader's interest.
_KINDS = (
    *("leakage", "duplicates_of_test", "duplicates_of_validation", "near_duplicates", "duplicates", "repeats"),
    *("templates", "conflicting_labels", "no_test", "no_validation"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """Rows that are nearly the same: their places and splits, and how alike the least alike linked pair is."""

    places: tuple[str, ...]
    splits: tuple[str, ...]
    likeness: float


def audit(subject: Subject) -> Exhibit | None:
    """Which held-out rows stand in train too, exactly or nearly, and what groups of near copies there are."""
    bundle, schema = subject.bundle, subject.bundle.schema
    held = {name: subject.known(name) for name in splits.NAMES if bundle.counts.get(name)}
    where = {place: name for name, known in held.items() for place in known.places}
    pairs = list(_near(subject, where))
    learned = set(row_keys(held["train"].rows, schema))
    by_chance = are_alike_by_chance(subject)
    lost = [finding for kind in _KINDS for finding in bundle.findings if finding.kind == kind]
    clusters = near_clusters(pairs, where)
    blocks: list[exhibit.Json] = []
    claims, limits, sentences = [], [], []
    for name in ("test", "validation"):
        if name not in held:
            continue
        exact = int(sum(key in learned for key in row_keys(held[name].rows, schema)))
        near = {place for pair in pairs for place in pair[:2] if where[place] == name and _crosses(pair, where)}
        made, sentence = _claims(name, exact, len(near), len(held[name].places), subject)
        claims += made
        sentences.append(sentence)
        if exact or near:
            limits.append(_limit(made[0], len(near), by_chance=by_chance))
    if lost:
        blocks.append(
            exhibit.table(
                ["found in the data", "effect", "what was done"],
                [[finding.text, finding.effect, finding.remedy] for finding in lost],
                title="Copies and leaks that preparing found",
            )
        )
    if clusters:
        blocks.append(_clusters(clusters, held, subject))
    blocks.append(
        exhibit.text(
            "Rows are equal where their inputs are after Unicode normalisation (NFKC), whatever their case and however "
            "many blanks stand together. "
            f"Texts are nearly equal where the Jaccard similarity of their runs of characters is at least "
            f"{duplicates.THRESHOLD:g}; candidates come from MinHash bands and each is verified.",
            quiet=True,
        )
    )
    return Exhibit(
        name="leaks",
        stage="audit",
        title="Copies between the splits",
        summary="; ".join(sentences) or "nothing was held back: there is nothing to leak into",
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
        concern=bool(limits) and not by_chance,
        detail={
            "findings": {finding.kind: finding.count for finding in lost},
            "clusters": [
                {"places": list(item.places), "splits": list(item.splits), "likeness": item.likeness}
                for item in clusters[:100]
            ],
        },
    )


def are_alike_by_chance(subject: Subject) -> bool:
    """Whether preparing found that so few different rows are possible that equal ones are no copies."""
    return any(finding.kind == "repeats" for finding in subject.bundle.findings)


def without_copies(subject: Subject, rows: Rows, places: Sequence[str]) -> list[int]:
    """Positions of all rows but exact and near copies of an earlier one."""
    return sorted(np.unique(copies(subject, rows, places), return_index=True)[1].tolist())


def copies(subject: Subject, rows: Rows, places: Sequence[str]) -> NDArray[np.int64]:
    """A number for each row that its exact and near copies share, [N]; its own, where rows are alike by chance."""
    if are_alike_by_chance(subject):
        return np.arange(len(places))
    seen: dict[str, int] = {}
    keys = [seen.setdefault(key, len(seen)) for key in row_keys(rows, subject.bundle.schema)]
    at = {place: row for row, place in enumerate(places)}
    pairs = [(at[a], at[b]) for a, b, _ in _near(subject, dict.fromkeys(places, ""))]
    return duplicates.groups(np.array(keys, dtype=np.uint64), pairs)


def row_keys(rows: Rows, schema: Schema) -> list[str]:
    """What two rows must share to be the same, one a row."""
    if reads_texts(schema) and all(column.kind == "text" for column in schema.inputs):
        return [values.same_text_key(text) for text in texts_of(rows, schema)]
    columns = [_cells(rows[column.name], column.kind) for column in schema.inputs]
    return ["\x1f".join(cells) for cells in zip(*columns, strict=True)]


def near_clusters(pairs: list[tuple[str, str, float]], where: dict[str, str]) -> list[Cluster]:
    """Places linked by pairs (place, place, likeness), the largest groups first."""
    names = sorted({place for pair in pairs for place in pair[:2]})
    at = {place: i for i, place in enumerate(names)}
    keys = np.arange(len(names), dtype=np.uint64)
    group = duplicates.groups(keys, [(at[a], at[b]) for a, b, _ in pairs]) if names else np.zeros(0, dtype=np.int64)
    members: dict[int, list[str]] = {}
    for place, number in zip(names, group.tolist(), strict=True):
        members.setdefault(number, []).append(place)
    least: dict[int, float] = {}
    for a, _, likeness in pairs:
        number = int(group[at[a]])
        least[number] = min(least.get(number, 1.0), likeness)
    found = [
        Cluster(
            places=tuple(places),
            splits=tuple(sorted({where.get(place, "left out") for place in places})),
            likeness=least[number],
        )
        for number, places in members.items()
    ]
    return sorted(found, key=lambda item: (-len(item.places), item.places))


def _near(subject: Subject, where: dict[str, str]) -> Iterator[tuple[str, str, float]]:
    """Near pairs from the bundle's list of findings, each once, of rows that stand in a split."""
    file = subject.bundle.path / "findings.csv"
    if not file.is_file():
        return
    seen = set()
    with file.open(encoding="utf-8-sig", newline="") as opened:
        for row in csv.DictReader(opened):
            match = _LIKE.fullmatch(row["detail"]) if row["finding"] == "near_duplicates" else None
            if match is None:
                continue
            a, b = sorted((row["place"], match[2]))
            if (a, b) not in seen and a in where and b in where:
                seen.add((a, b))
                yield a, b, int(match[1]) / 100


def _crosses(pair: tuple[str, str, float], where: dict[str, str]) -> bool:
    sides = {where[pair[0]], where[pair[1]]}
    return "train" in sides and len(sides) == 2


def _cells(cells: object, kind: str) -> list[str]:
    if isinstance(cells, np.ndarray):
        return [hashlib.blake2b(row.tobytes(), digest_size=16).hexdigest() for row in cells]
    assert isinstance(cells, list)
    if kind == "text":
        return [values.same_text_key(values.text(cell) or "") for cell in cells]
    return [label or "" for label in values.labels(cells)]


def _claims(split: str, exact: int, near: int, count: int, subject: Subject) -> tuple[list[Claim], str]:
    """Of the rows of a split: how many stand in train too, exactly and (texts) nearly; and in words."""
    found = {f"{split}_rows_in_train": exact}
    sentence = f"{counted(exact, f'{split} row')} of {count:,} in train too"
    if reads_texts(subject.bundle.schema):
        found[f"{split}_rows_nearly_in_train"] = near
        sentence += f", {near:,} nearly"
    confidence = subject.recipe.evaluate.confidence
    claims = [
        Claim(
            name=name,
            value=rows / count,
            n=count,
            interval=wilson(rows / count, count, confidence),
            split=split,
            source=SOURCE,
            higher_is_better=False,
        )
        for name, rows in found.items()
    ]
    return claims, sentence


def _limit(exact: Claim, near: int, *, by_chance: bool) -> str:
    value, interval = measured(exact.value, exact.interval)
    what = f"{percent(exact.value)} of the {exact.split} rows ({value} {interval}) are in train too"
    if near:
        what += f", and {near:,} nearly"
    if by_chance:
        return f"{what}: few different rows are possible, so that they say little of rows that nobody has seen"
    return f"{what}: the figures are better than they will be"


def _clusters(clusters: list[Cluster], held: dict[str, Labelled], subject: Subject) -> exhibit.Json:
    shown = clusters[:SHOWN]
    wanted = {cluster.places[0] for cluster in shown}
    texts: dict[str, str] = {}
    for known in held.values():
        for row, place in enumerate(known.places):
            if place in wanted:
                texts[place] = texts_of(take(known.rows, [row]), subject.bundle.schema)[0]
    return exhibit.table(
        ["rows", "in", "places", "least alike pair", "the first of them"],
        [
            [
                f"{len(item.places):,}",
                ", ".join(item.splits),
                ", ".join(item.places[:3]) + (", ..." if len(item.places) > 3 else ""),
                percent(item.likeness, 0),
                excerpt(texts.get(item.places[0], ""), 120),
            ]
            for item in shown
        ],
        title=f"{counted(len(clusters), 'group')} of near copies",
    )
