"""The verdict on rows and targets: each finding with its places, its effect and its remedy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data import values
from modelyard.data.findings import Findings, amount, be, percent
from modelyard.data.infer import Inference
from modelyard.data.scan import EMPTY, UNLABELLED, Scan
from modelyard.data.targets import TEXT

FEW_OF_A_CLASS = 10
IMBALANCE = 0.8  # share of the largest class


def match_labels(
    scans: dict[str, Scan], findings: Findings, section: Data, *, regression: bool
) -> tuple[dict[str, NDArray[np.bool_]], dict[str, dict[str, str]]]:
    """Bring the classes of every source to the codes of train; rows of classes that train lacks are unknown.

    A label that train has only without a trailing full stop or in another case is taken for that one, and said so.
    Raises: DataError for an unknown label under `on_bad_rows: error`.
    """
    unknown = {name: np.zeros(len(table), dtype=bool) for name, table in scans.items()}
    maps: dict[str, dict[str, str]] = {name: {} for name in scans}
    if regression:
        return unknown, maps
    known = scans["train"].classes
    plain = {values.alike_label(label): label for label in known}
    for name, table in scans.items():
        if name == "train":
            continue
        codes = np.full(len(table.classes) + 1, -1.0)
        strange = []
        for label, code in table.classes.items():
            theirs = label if label in known else plain.get(values.alike_label(label))
            if theirs is None:
                strange.append(label)
            else:
                codes[code] = known[theirs]
                if theirs != label:
                    maps[name][label] = theirs
        before = table.target.astype(np.int64)
        table.target = codes[before]
        unknown[name] = (before >= 0) & (table.target < 0)
        names = {code: label for label, code in table.classes.items()}
        table.classes = dict(known)
        _report_labels(
            name, table, maps[name], strange, unknown[name], [names.get(int(c), "") for c in before], findings
        )
        if strange and section.on_bad_rows == "error":
            raise DataError(
                "a label of this row does not occur in train",
                where=table.places[int(np.flatnonzero(unknown[name])[0])],
                got=strange[0],
                remedy="Mend it, or set data.on_bad_rows: drop.",
            )
    return unknown, maps


def _report_labels(
    name: str,
    table: Scan,
    renamed: dict[str, str],
    strange: Sequence[str],
    unknown: NDArray[np.bool_],
    labels: Sequence[str],
    findings: Findings,
) -> None:
    if renamed:
        written = ", ".join(f"{theirs!r} for {ours!r}" for theirs, ours in list(renamed.items())[:3])
        rows = [i for i, label in enumerate(labels) if label in renamed]
        findings.add(
            "label_variants",
            "warning",
            f"{name} writes {written}",
            effect="Taken as they stand, no label of these rows would be known.",
            remedy="read as the labels of train",
            rows=((table.places[i], labels[i]) for i in rows),
        )
    if strange:
        rows = np.flatnonzero(unknown).tolist()
        findings.add(
            "unknown_labels",
            "warning",
            f"{amount(len(rows), 'row')} of {name} with labels that train lacks: {', '.join(strange[:5])}",
            effect="No model trained here can answer them right.",
            remedy="dropped",
            rows=((table.places[i], labels[i]) for i in rows),
        )


def rows(scans: dict[str, Scan], inference: Inference, section: Data, findings: Findings, *, regression: bool) -> None:
    """Malformed, empty and unlabelled rows.

    Raises: DataError for the first of them under `on_bad_rows: error`.
    """
    inputs = [column.name for column in inference.schema.inputs]
    wanted = "number" if regression else "label"
    noun = "text" if inference.task == TEXT else "row"
    for name, table in scans.items():
        of = f" of {name}" if len(scans) > 1 else ""
        if table.bad:
            kept = sum(row.kept for row in table.bad)
            total = table.malformed + kept
            findings.add(
                "malformed",
                "warning",
                f"{amount(total, 'row')}{of} {be(total)} malformed",
                effect="A stray quote or delimiter hides what the row said.",
                remedy="dropped (data.on_bad_rows)" if not kept else f"{kept:,} mended and kept (data.on_bad_rows)",
                rows=((row.place, f"{row.rule}: {row.content}") for row in table.bad),
                count=total,
            )
        unlabelled = np.flatnonzero(table.state == UNLABELLED)
        empty = np.flatnonzero(table.state == EMPTY)
        if section.on_bad_rows == "error":
            for found, what in (
                (unlabelled, f"{inference.target} must hold a {wanted}"),
                (empty, "an input is needed"),
            ):
                if len(found):
                    raise DataError(
                        what, where=table.places[int(found[0])], remedy="Mend the row, or set data.on_bad_rows: drop."
                    )
        if len(empty):
            kept_empty = section.on_bad_rows == "keep"
            findings.add(
                "empty_input",
                "warning",
                f"{amount(len(empty), noun)}{of} {be(len(empty))} empty",
                effect="There is nothing to learn from them but the label's frequency.",
                remedy="kept (data.on_bad_rows: keep)" if kept_empty else "dropped (data.on_bad_rows)",
                columns=inputs,
                rows=((table.places[int(row)], "") for row in empty),
            )
        if len(unlabelled):
            findings.add(
                "unlabelled",
                "warning",
                f"{amount(len(unlabelled), 'row')}{of} without a {wanted} in {inference.target}",
                effect="They can neither train nor test.",
                remedy="dropped, whatever data.on_bad_rows says",
                columns=[inference.target],
                rows=((table.places[int(row)], "") for row in unlabelled),
            )


def targets(
    scans: dict[str, Scan],
    assignment: dict[str, NDArray[np.int8]],
    inference: Inference,
    findings: Findings,
    *,
    regression: bool,
) -> None:
    """Imbalance, rare classes, and labels that are written in several ways."""
    if regression:
        return
    train = scans["train"]
    usable = train.target[assignment["train"] >= 0].astype(np.int64)
    counts = np.bincount(usable, minlength=len(train.classes))
    names = sorted(train.classes, key=lambda label: train.classes[label])
    order = np.argsort(-counts, kind="stable")
    largest, total = int(order[0]), max(1, int(counts.sum()))
    share = counts[largest] / total
    if share >= IMBALANCE:
        findings.add(
            "imbalance",
            "warning",
            f"{percent(share)} of the rows are {names[largest]!r}",
            effect=f"Always answering it is {percent(share)} right: read the balanced accuracy and F1 too.",
            remedy="kept; train.class_weights: balanced gives the rare classes their weight",
            columns=[inference.target],
            count=int(counts[largest]),
        )
    rare = [int(code) for code in order[::-1] if counts[code] < FEW_OF_A_CLASS]
    if rare:
        listed = ", ".join(f"{names[code]} ({counts[code]})" for code in rare[:5])
        where = np.flatnonzero(np.isin(train.target, rare) & (assignment["train"] >= 0))
        findings.add(
            "rare_classes",
            "warning",
            f"{amount(len(rare), 'class')} with fewer than {FEW_OF_A_CLASS} rows: {listed}",
            effect="They are hardly learned, and their figures say little.",
            remedy="kept: at least one row of each is in train; collect more, or join classes",
            columns=[inference.target],
            rows=((train.places[int(row)], names[int(train.target[row])]) for row in where),
        )
    _spellings(train, inference.target, findings)


def _spellings(train: Scan, target: str, findings: Findings) -> None:
    by_plain: dict[str, list[str]] = {}
    for label in train.classes:
        by_plain.setdefault(values.alike_label(label), []).append(label)
    alike = [labels for labels in by_plain.values() if len(labels) > 1]
    if alike:
        findings.add(
            "label_spellings",
            "warning",
            f"labels that differ only in case or a full stop: {'; '.join(' / '.join(labels) for labels in alike[:3])}",
            effect="They count as different classes.",
            remedy="kept apart; write them the same if they are",
            columns=[target],
            count=sum(map(len, alike)),
        )
    blanks = {label: forms for label, forms in train.label_forms.items() if any(f.strip() != f for f in forms)}
    if blanks:
        findings.add(
            "label_blanks",
            "info",
            f"labels have blanks around them: {', '.join(map(repr, list(blanks)[:3]))}",
            effect="Taken as they stand they would be classes of their own.",
            remedy="blanks removed",
            columns=[target],
            count=sum(sum(forms.values()) for forms in blanks.values()),
        )
