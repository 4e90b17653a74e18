"""The verdict on rows, columns and targets: each finding with its places, its effect and its remedy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.core.schema import Schema
from modelyard.data import splits
from modelyard.data.findings import Findings
from modelyard.data.infer import TEXT, Inference, leak_sentence
from modelyard.data.profile import Profile
from modelyard.data.scan import EMPTY, UNLABELLED, Scan

OUTLIER_Z = 20.0  # robust: far beyond what a skewed column (income, price) holds
OUTLIER_SHARE = 0.01  # more of them are the column's nature
FEW_OF_A_CLASS = 10
IMBALANCE = 0.8  # share of the largest class
SECOND_SCRIPT = 0.01
LONG_CHARACTERS = 20_000
MANY_MISSING = 0.5


def limits_of(profile: Profile, schema: Schema) -> dict[str, tuple[float, float]]:
    """For each number input the range beyond which |x - median| > OUTLIER_Z robust standard deviations."""
    limits = {}
    for column in schema.inputs:
        quantiles = profile[column.name].quantiles
        if column.kind != "number" or not quantiles or quantiles["0.75"] == quantiles["0.25"]:
            continue
        # The interquartile range of a normal distribution is 1.349 standard deviations.
        reach = OUTLIER_Z * (quantiles["0.75"] - quantiles["0.25"]) / 1.349
        limits[column.name] = (quantiles["0.5"] - reach, quantiles["0.5"] + reach)
    return limits


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
    plain = {_plain(label): label for label in known}
    for name, table in scans.items():
        if name == "train":
            continue
        codes = np.full(len(table.classes) + 1, -1.0)
        strange = []
        for label, code in table.classes.items():
            theirs = label if label in known else plain.get(_plain(label))
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
            f"{len(rows):,} rows of {name} have labels that train lacks: {', '.join(strange[:5])}",
            effect="No model trained here can answer them right.",
            remedy="dropped",
            rows=((table.places[i], labels[i]) for i in rows),
        )


def rows(scans: dict[str, Scan], inference: Inference, section: Data, findings: Findings, *, regression: bool) -> None:
    """Malformed, empty and unlabelled rows.

    Raises: DataError for the first of them under `on_bad_rows: error`.
    """
    inputs = [column.name for column in inference.schema.inputs]
    noun = "texts" if inference.task == TEXT else "rows"
    for name, table in scans.items():
        if table.bad:
            kept = sum(row.kept for row in table.bad)
            total = table.malformed + kept
            findings.add(
                "malformed",
                "warning",
                f"{total:,} rows of {name} are malformed",
                effect="A stray quote or delimiter hides what the row said.",
                remedy="dropped (data.on_bad_rows)" if not kept else f"{kept:,} mended and kept (data.on_bad_rows)",
                rows=((row.place, f"{row.rule}: {row.content}") for row in table.bad),
                count=total,
            )
        unlabelled = np.flatnonzero(table.state == UNLABELLED)
        empty = np.flatnonzero(table.state == EMPTY)
        if section.on_bad_rows == "error":
            for found, what in ((unlabelled, f"{inference.target} must not be empty"), (empty, "an input is needed")):
                if len(found):
                    raise DataError(
                        what, where=table.places[int(found[0])], remedy="Mend the row, or set data.on_bad_rows: drop."
                    )
        if len(empty):
            kept_empty = section.on_bad_rows == "keep"
            findings.add(
                "empty_input",
                "warning",
                f"{len(empty):,} {noun} of {name} are empty",
                effect="There is nothing to learn from them but the label's frequency.",
                remedy="kept (data.on_bad_rows: keep)" if kept_empty else "dropped (data.on_bad_rows)",
                columns=inputs,
                rows=((table.places[int(row)], "") for row in empty),
            )
        if len(unlabelled):
            findings.add(
                "unlabelled",
                "warning",
                f"{len(unlabelled):,} rows of {name} have no {'number' if regression else 'label'} in {inference.target}",
                effect="They can neither train nor test.",
                remedy="dropped, whatever data.on_bad_rows says",
                columns=[inference.target],
                rows=((table.places[int(row)], "") for row in unlabelled),
            )


def columns(profile: Profile, scans: dict[str, Scan], inference: Inference, findings: Findings) -> None:
    """Missing cells, stray and out-of-range numbers, leaks, constants, identifiers, scripts, very long texts."""
    train = scans["train"]
    names = [column.name for column in inference.schema.inputs]
    _missing(profile, train, names, findings)
    for column, strays in train.strays.items():
        findings.add(
            "mixed_types",
            "warning",
            f"{len(strays):,} cells of {column} are no numbers: {', '.join(sorted({cell for _, cell in strays})[:3])}",
            effect="Among numbers such a cell says nothing to a model.",
            remedy="read as missing; add the word to data.missing to say so",
            columns=[column],
            rows=strays,
        )
    for column, outliers in train.outliers.items():
        if len(outliers) <= max(1, OUTLIER_SHARE * len(train)):
            findings.add(
                "out_of_range",
                "info",
                f"{len(outliers):,} numbers of {column} lie far out: {', '.join(cell for _, cell in outliers[:3])}",
                effect=f"More than {OUTLIER_Z:g} robust standard deviations from the median: a code for missing, a slip?",
                remedy="kept; add a code for missing to data.missing",
                columns=[column],
                rows=outliers,
            )
    _leaks(inference, names, findings)
    _left_out(profile, inference, findings)
    for name in names:
        _texts(profile, name, findings)


def _missing(profile: Profile, train: Scan, names: Sequence[str], findings: Findings) -> None:
    lacking = [name for name in names if profile[name].missing]
    if not lacking or len(names) == 1:
        return
    shares = {name: profile[name].missing / profile.rows for name in lacking}
    worst = sorted(lacking, key=lambda name: -shares[name])
    listed = ", ".join(f"{name} {shares[name]:.1%}" for name in worst[:4])
    findings.add(
        "missing",
        "warning" if shares[worst[0]] > MANY_MISSING else "info",
        f"cells are missing in {len(lacking)} columns: {listed}" + (", ..." if len(worst) > 4 else ""),
        effect="A model sees that the cell is missing, and the middle value in its place.",
        remedy="kept",
        columns=worst,
        rows=((place, name) for name in worst for place in train.missing.get(name, ())),
        count=sum(profile[name].missing for name in lacking),
    )


def _leaks(inference: Inference, names: Sequence[str], findings: Findings) -> None:
    regression = inference.schema.target is not None and inference.schema.target.kind == "number"
    for leak in inference.leaks:
        used = leak.column in names
        findings.add(
            "leakage",
            "warning",
            f"{leak.column}: {leak_sentence(leak, inference.target, regression=regression)}",
            effect="If it is not known when a prediction is wanted, the figures are too good to be true.",
            remedy="kept: leave it out with data.inputs if it is known only afterwards" if used else "left out",
            columns=[leak.column],
            count=1,
        )


def _left_out(profile: Profile, inference: Inference, findings: Findings) -> None:
    leaking = {leak.column for leak in inference.leaks}
    for kind, chosen, text in (
        ("constant", lambda name: profile[name].kind == "constant", "the same in every row"),
        ("identifier", lambda name: profile[name].kind == "identifier", "different in every row"),
        ("other", lambda name: profile[name].kind not in ("constant", "identifier"), ""),
    ):
        names = [name for name in inference.left_out if name not in leaking and chosen(name)]
        if names and kind != "other":
            findings.add(
                kind,
                "info",
                f"{', '.join(names[:6])}{', ...' if len(names) > 6 else ''}: {text}",
                effect="It says nothing about a new row.",
                remedy="left out of the inputs",
                columns=names,
                count=len(names),
            )
        for name in names if kind == "other" else ():
            findings.add(
                "left_out",
                "info",
                f"{name}: {inference.left_out[name]}",
                effect="It is not learned from.",
                remedy="left out; name it in data.inputs to use it",
                columns=[name],
                count=1,
            )


def _texts(profile: Profile, name: str, findings: Findings) -> None:
    column = profile[name]
    if column.kind != "text":
        return
    main, *others = list(column.scripts.items()) or [("", 0.0)]
    others = [(script, share) for script, share in others if share >= SECOND_SCRIPT]
    if others:
        listed = ", ".join(f"{script} {share:.1%}" for script, share in [main, *others])
        findings.add(
            "scripts",
            "info",
            f"{name} is written in several scripts: {listed}",
            effect="A model may be worse in the rarer ones.",
            remedy="kept",
            columns=[name],
            count=round(sum(share for _, share in others) * profile.rows),
        )
    if column.longest >= LONG_CHARACTERS:
        findings.add(
            "long_texts",
            "info",
            f"the longest {name} has {column.longest:,} characters (95 % have under {column.lengths.get('0.95', 0):,.0f})",
            effect="A network reads the beginning up to its max_length.",
            remedy="kept",
            columns=[name],
            count=1,
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
    if counts[largest] / total >= IMBALANCE or (len(names) == 2 and counts[largest] / total >= IMBALANCE):
        findings.add(
            "imbalance",
            "warning",
            f"{counts[largest] / total:.1%} of the rows are {names[largest]!r}",
            effect=f"Always answering it is {counts[largest] / total:.1%} right: read the balanced accuracy and F1 too.",
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
            f"{len(rare)} classes have fewer than {FEW_OF_A_CLASS} rows: {listed}",
            effect="They are hardly learned, and their figures say little.",
            remedy="kept: at least one row of each is in train; collect more, or join classes",
            columns=[inference.target],
            rows=((train.places[int(row)], names[int(train.target[row])]) for row in where),
        )
    _spellings(train, inference.target, findings)


def _spellings(train: Scan, target: str, findings: Findings) -> None:
    by_plain: dict[str, list[str]] = {}
    for label in train.classes:
        by_plain.setdefault(_plain(label), []).append(label)
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


def _plain(label: str) -> str:
    return label.rstrip(" .。").casefold()


def train_rows(assignment: NDArray[np.int8]) -> NDArray[np.int64]:
    """The rows of a source that train."""
    return np.flatnonzero(assignment == splits.TRAIN)
