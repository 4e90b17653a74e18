"""From a recipe to everything known about its data: profiles, the inference, findings, and the split of every row.

Nothing is written here: `check` shows it, `bundle.prepare` writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data, Recipe
from modelyard.data import beside, checks, column_checks, dealing, grouping, repeats, splits
from modelyard.data.findings import Findings
from modelyard.data.held import Held
from modelyard.data.infer import Inference, infer
from modelyard.data.inspect import inspect
from modelyard.data.personal import rows as personal
from modelyard.data.personal.masking import Masker
from modelyard.data.profile import Profile
from modelyard.data.scan import EMPTY, UNLABELLED, Scan, scan
from modelyard.data.targets import NUMBER, TEXT

Progress = Callable[[str, float], None]
FEWEST_ROWS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """What is known of the data. `assignment` gives each row of each source its split, or -1 (dropped).

    `label_maps` say which labels of a source are written otherwise in train. `counts` add up: read = the splits + the
    dropped by reason.
    """

    sources: dict[str, Held]
    profiles: dict[str, Profile]
    inference: Inference
    scans: dict[str, Scan]
    assignment: dict[str, NDArray[np.int8]]
    label_maps: dict[str, dict[str, str]]
    findings: Findings
    counts: dict[str, int]
    masker: Masker | None  # of personal data; None where it is kept


def examine(recipe: Recipe, progress: Progress, *, task: str | None, run: Path | None = None) -> Examined:
    """Read the recipe's data twice and judge it; the task is inferred where `task` is None.

    `run` is the directory that keeps the key of pseudonyms, where there is one.

    Raises: DataError for data that cannot be used, and under `on_bad_rows: error` for the first bad row.
    """
    section = recipe.data
    held = _open(section, recipe.seed)
    profiles = {}
    for name, source in held.items():
        progress(f"reading {name}", 0.0)
        profiles[name] = inspect(source, seed=recipe.seed)
        if not profiles[name].rows:
            raise DataError(
                "there are no rows",
                where=str(source.description.get("paths", [name])[0]),
                remedy="Is it the right file?",
            )
    inference = _infer(profiles["train"], task, section)
    _check_columns(held, inference, recipe)
    findings = Findings()
    masker = None
    if section.personal == "keep":
        _look(profiles["train"], inference, section, findings)
    else:
        progress("replacing personal data", 0.2)
        masker = _mask(held, profiles, inference, section, run, findings)
        for name, source in held.items():
            profiles[name] = inspect(source, seed=recipe.seed)
        inference = _again(profiles["train"], inference)
    regression = inference.task == NUMBER
    beside.check_bins(recipe, profiles["train"].columns)
    if not regression:
        beside.check_favourable(recipe, inference.target, profiles["train"][inference.target].counts)
    limits = column_checks.limits_of(profiles["train"], inference.schema)
    date_formats = {column.name: column.date_format for column in profiles["train"].columns if column.date_format}
    scans = {}
    for name, source in held.items():
        progress(f"checking {name}", 0.3)
        scans[name] = scan(
            name,
            source.batches,
            inference.schema,
            section,
            regression=regression,
            limits=limits,
            date_formats=date_formats,
            compare_texts=inference.task == TEXT,
        )
    unknown, label_maps = checks.match_labels(scans, findings, section, regression=regression)
    checks.rows(scans, inference, section, findings, regression=regression)
    column_checks.columns(profiles["train"], scans, inference, findings)
    progress("looking for duplicates", 0.5)
    same = grouping.group_rows(scans, inference, unknown, section, findings)
    assignment, dropped = dealing.assign(recipe, scans, same, unknown, regression=regression)
    repeats.report(scans, same, assignment, findings, inference, section, regression=regression)
    repeats.ungrouped(scans["train"], assignment["train"], section, findings)
    checks.targets(scans, assignment, inference, findings, regression=regression)
    counts = _count(scans, assignment, unknown, dropped)
    repeats.nothing_held_back(counts, scans, section, findings)
    _check_enough(counts, scans, assignment, held, regression=regression)
    return Examined(
        sources=held,
        profiles=profiles,
        inference=inference,
        scans=scans,
        assignment=assignment,
        label_maps=label_maps,
        findings=findings,
        counts=counts,
        masker=masker,
    )


def _look(profile: Profile, inference: Inference, section: Data, findings: Findings) -> None:
    """Tell of personal data in a sample of the training rows."""
    seen, looked = personal.look(profile, personal.text_columns(profile, (inference.target, section.split.column)))
    personal.report(seen, findings, mode="keep", looked=looked, of=profile.rows)


def _mask(
    held: dict[str, Held],
    profiles: dict[str, Profile],
    inference: Inference,
    section: Data,
    run: Path | None,
    findings: Findings,
) -> Masker:
    """Replace personal data in every column of texts but the target and what rows are dealt by."""
    apart = (inference.target, section.split.column)
    columns = [column.name for column in inference.schema.inputs if column.kind in personal.TEXTS]
    masker = personal.masker_of(section.personal, columns, run)
    assert masker is not None
    for name, source in held.items():
        every = replace(masker, columns=tuple({*columns, *personal.text_columns(profiles[name], apart)}))
        seen = personal.replace_in(source, every)
        personal.report(seen, findings, mode=section.personal, looked=profiles[name].rows, of=profiles[name].rows)
    return masker


def _again(profile: Profile, before: Inference) -> Inference:
    """The same columns as before, as they are without personal data."""
    inputs = tuple(column.name for column in before.schema.inputs)
    found = infer(profile, before.task, before.target, inputs)
    return replace(found, left_out={**before.left_out, **found.left_out})


def _infer(profile: Profile, task: str | None, section: Data) -> Inference:
    try:
        return infer(profile, task, section.target, section.inputs)
    except DataError as error:
        if section.limit is None or profile.rows < section.limit:
            raise
        remedy = f"{error.remedy} Only {section.limit:,} rows were read: raise data.limit."
        raise DataError(error.rule, where=error.where, got=error.got, remedy=remedy) from error


def _open(section: Data, seed: int) -> dict[str, Held]:
    from modelyard.data.sources import open_source

    held = {}
    for name in splits.NAMES:
        paths = getattr(section, name)
        if paths:
            held[name] = Held(open_source(paths, section, seed=seed))
    return held


def _check_columns(held: dict[str, Held], inference: Inference, recipe: Recipe) -> None:
    section = recipe.data
    wanted = [*(column.name for column in inference.schema.inputs), inference.target]
    for name, source in held.items():
        extra = [section.split.column] if name == "train" and section.split.column else []
        for column in (*wanted, *extra):
            if column not in source.columns:
                raise DataError(
                    f"data.{name} has no column {column!r}",
                    where=str(source.description.get("paths", [name])[0]),
                    got=list(source.columns)[:12],
                    remedy="Every file needs the inputs and the target of data.train; "
                    "leave this file out, or name the inputs: data.inputs.",
                )
        where = str(source.description.get("paths", [name])[0])
        beside.check_named(recipe, source.columns, inference.target, where)


def _count(
    scans: dict[str, Scan],
    assignment: dict[str, NDArray[np.int8]],
    unknown: dict[str, NDArray[np.bool_]],
    dropped: dict[str, int],
) -> dict[str, int]:
    counts = {"read": sum(len(table) + table.malformed for table in scans.values())}
    for split, name in enumerate(splits.NAMES):
        counts[name] = sum(int((row_split == split).sum()) for row_split in assignment.values())
    reasons = {"malformed": sum(table.malformed for table in scans.values()), **dropped}
    reasons["unlabelled"] = sum(int((table.state == UNLABELLED).sum()) for table in scans.values())
    reasons["unknown_label"] = sum(int(mask.sum()) for mask in unknown.values())
    reasons["empty_input"] = sum(
        int(((table.state == EMPTY) & ~unknown[name] & (assignment[name] < 0)).sum()) for name, table in scans.items()
    )
    if any(dropped.values()):  # an empty row may also be one of these
        reasons["empty_input"] = (
            counts["read"]
            - sum(counts[name] for name in splits.NAMES)
            - sum(count for reason, count in reasons.items() if reason != "empty_input")
        )
    return counts | {f"dropped_{reason}": count for reason, count in reasons.items()}


def _check_enough(
    counts: dict[str, int],
    scans: dict[str, Scan],
    assignment: dict[str, NDArray[np.int8]],
    held: dict[str, Held],
    *,
    regression: bool,
) -> None:
    where = str(held["train"].description.get("paths", ["data"])[0])
    if counts["train"] < FEWEST_ROWS:
        reasons = splits.dropped(counts)
        remedy = "Add rows, or see what was dropped: modelyard check."
        for name in ("test", "validation"):
            if 2 * counts[f"dropped_duplicate_of_{name}"] > len(scans["train"]):
                remedy = f"data.{name} holds the rows of data.train: give other rows, or leave data.{name} out."
        raise DataError(
            f"at least {FEWEST_ROWS} usable rows are needed for training",
            where=where,
            got=f"{counts['train']:,} of {counts['read']:,} rows" + (f"; dropped: {reasons}" if reasons else ""),
            remedy=remedy,
        )
    if not regression:
        kept = scans["train"].target[assignment["train"] == splits.TRAIN]
        if len(np.unique(kept)) < 2:
            raise DataError("the training split has one class only", where=where, remedy="Add rows of another class.")
