"""Which column is the target, which are inputs, and which task it is; with the reason for each choice."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from modelyard.core.errors import DataError
from modelyard.core.schema import Column, Kind, Schema
from modelyard.data import values
from modelyard.data.findings import amount, be, percent
from modelyard.data.leaks import Leak, find_leaks
from modelyard.data.profile import ColumnProfile, Profile
from modelyard.data.scripts import is_cjk
from modelyard.data.targets import NUMBER, TABLE, TEXT, check_target, choose_target, is_quantity

ROWS_A_CATEGORY = 4  # fewer rows for each value teach nothing about the value
CHARACTERS_A_COLUMN = 40  # of text that weigh as much as one ordinary column
SPLIT_VALUES = {
    **dict.fromkeys(("train", "training", "tr", "训练", "训练集"), "train"),
    **dict.fromkeys(("validation", "valid", "val", "dev", "eval", "验证", "验证集", "开发集"), "validation"),
    **dict.fromkeys(("test", "testing", "holdout", "测试", "测试集"), "test"),
}
_OPAQUE = "it holds bytes or structures, which nothing here reads"
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Inference:
    """What was inferred. `left_out` says why a column is no input, by column; `reasons` are sentences for the user."""

    task: str
    target: str
    schema: Schema
    reasons: tuple[str, ...]
    left_out: dict[str, str]
    leaks: tuple[Leak, ...] = ()


def infer(
    profile: Profile, task: str | None = None, target: str | None = None, inputs: Sequence[str] = ()
) -> Inference:
    """Fill in what is not given: the target, the task, the inputs.

    Raises: DataError where there is no such column, no plausible target, no usable input, or they do not fit the task.
    """
    where = _where(profile)
    for name in (*inputs, *([target] if target else [])):
        _must_exist(profile, name, where)
        if profile[name].opaque:
            raise DataError(
                f"the column {name!r} cannot be used: {_OPAQUE}", where=where, remedy="Name another column."
            )
    reasons: list[str] = []
    if target is None:
        target, reason = choose_target(profile, task, inputs, where)
        reasons.append(reason)
    column = profile[target]
    is_number = is_quantity(column)
    check_target(profile, column, task, where)
    regression = task == NUMBER or (task is None and is_number)
    leaks = tuple(find_leaks(profile, target, regression=regression))
    left_out = {} if inputs else _left_out(profile, target, leaks, regression=regression)
    usable = (
        [profile[name] for name in inputs]
        if inputs
        else [column for column in profile.columns if column.name != target and column.name not in left_out]
    )
    if task is None:
        task, reason = _choose_task(usable, column, regression=regression)
        reasons.append(reason)
    chosen = _inputs_of(task, usable, left_out, given=bool(inputs))
    for leak in leaks:  # the sharper reason where there are two
        if leak.column in left_out:
            left_out[leak.column] = leak_sentence(leak, target, regression=regression)
    if not chosen:
        raise DataError(
            f"no column is left as an input of {task}",
            where=where,
            got="; ".join(f"{name}: {why}" for name, why in list(left_out.items())[:6]),
            remedy="Name the inputs yourself: data.inputs: [...]",
        )
    shapes = profile.description.get("shapes") or {}  # a reader may know that 784 numbers are 28 x 28
    target_kind: Kind = "number" if task == NUMBER else "category"
    schema = Schema(
        inputs=tuple(_column(item, _input_kind(item, task), tuple(shapes.get(item.name, ()))) for item in chosen),
        target=_column(column, target_kind),
    )
    return Inference(task=task, target=target, schema=schema, reasons=tuple(reasons), left_out=left_out, leaks=leaks)


def _choose_task(usable: Sequence[ColumnProfile], target: ColumnProfile, *, regression: bool) -> tuple[str, str]:
    if regression:
        return NUMBER, f"task: {NUMBER}, since {target.name} is a number with {target.distinct:,} values"
    texts = [column for column in usable if column.kind == "text"]
    others = [column for column in usable if column.kind != "text"]
    characters = sum(_weight(column) for column in texts)
    classes = f"{target.name} has {amount(target.distinct, 'class')}"
    if texts and characters >= CHARACTERS_A_COLUMN * len(others):
        return (
            TEXT,
            f"task: {TEXT}, since {' and '.join(column.name for column in texts)} {be(len(texts))} text and {classes}",
        )
    return (
        TABLE,
        f"task: {TABLE}, since {classes} and {amount(len(others), 'column')} describe{'s' * (len(others) == 1)} a row",
    )


def _left_out(profile: Profile, target: str, leaks: Sequence[Leak], *, regression: bool) -> dict[str, str]:
    reasons = {}
    leaking = {leak.column: leak for leak in leaks if leak.certain}
    for column in profile.columns:
        if column.name == target:
            continue
        if says_split(column):
            reasons[column.name] = f"it deals the rows to {', '.join(list(column.counts)[:4])}"
        elif column.name in leaking:
            reasons[column.name] = leak_sentence(leaking[column.name], target, regression=regression)
        elif column.opaque:
            reasons[column.name] = _OPAQUE
        elif column.kind == "constant":
            reasons[column.name] = "all cells are missing" if not column.distinct else "it has one value only"
        elif column.kind == "identifier":
            reasons[column.name] = "every value is different: an identifier"
        elif column.kind in ("mixed", "category") and column.distinct * ROWS_A_CATEGORY > profile.rows - column.missing:
            there = profile.rows - column.missing
            reasons[column.name] = f"{column.distinct:,} different values in {there:,} cells{_commas(column)}"
    return reasons


def says_split(column: ColumnProfile) -> bool:
    """Whether a column deals its rows to parts, as files of public data sets do: train, dev, test."""
    parts = {SPLIT_VALUES.get(name.strip().casefold(), "") for name in column.counts}
    return len(column.counts) == column.distinct and "train" in parts and len(parts) > 1 and "" not in parts


def _commas(column: ColumnProfile) -> str:
    """What to do where the values look like numbers with a decimal comma, as spreadsheets of many countries write."""
    commas = bool(column.counts) and all(_DECIMAL_COMMA.fullmatch(name) for name in column.counts)
    return "; numbers with a decimal comma: write points to have them read" if commas else ""


def leak_sentence(leak: Leak, target: str, *, regression: bool) -> str:
    """Why a column is taken for the target in disguise."""
    if regression:
        return f"it ranks the rows as {target} does (correlation {leak.accuracy:.4f})"
    return f"it gives {target} away {leak.how} ({percent(leak.accuracy)} right, by chance {percent(leak.base)})"


def _inputs_of(
    task: str, usable: Sequence[ColumnProfile], left_out: dict[str, str], *, given: bool
) -> list[ColumnProfile]:
    if given:
        return list(usable)
    wanted = [column for column in usable if (column.kind == "text") == (task == TEXT)]
    if task == TEXT and not wanted:  # short texts may have been taken for categories
        wanted = [column for column in usable if column.kind in ("category", "mixed") and column.numeric_share < 0.5][
            :1
        ]
    for column in usable:
        if column not in wanted:
            left_out[column.name] = "free text in a table" if column.kind == "text" else f"{task} reads the text only"
    return wanted


def _input_kind(column: ColumnProfile, task: str) -> Kind:
    if task == TEXT:
        return "text"
    if column.kind in ("number", "date", "vector", "text"):
        return column.kind
    if column.kind == "identifier" or (column.kind == "constant" and column.numeric_share):
        return "number" if column.numeric_share else "category"
    return "category"


def _column(profile: ColumnProfile, kind: Kind, shape: tuple[int, ...] = ()) -> Column:
    example: object = profile.examples[0] if profile.examples else None
    if kind == "number" and example is not None:
        example = values.number(example)
    return Column(
        name=profile.name,
        kind=kind,
        values=tuple(profile.counts) if kind == "category" else (),
        low=profile.low if kind == "number" else None,
        high=profile.high if kind == "number" else None,
        shape=(shape or profile.shape) if kind == "vector" else (),
        example=values.label(example) if kind == "category" else example,
    )


def _weight(column: ColumnProfile) -> float:
    return column.lengths.get("0.5", 0.0) * (2 if is_cjk(dict(column.scripts)) else 1)


def _where(profile: Profile) -> str:
    paths = profile.description.get("paths") or ("the data",)
    return str(paths[0])


def _must_exist(profile: Profile, name: str, where: str) -> None:
    if name in profile.names:
        return
    near = difflib.get_close_matches(name, profile.names, n=1, cutoff=0.5)
    raise DataError(
        f"there is no column {name!r}",
        where=where,
        remedy=f"Did you mean {near[0]!r}?" if near else f"Its columns: {', '.join(profile.names[:20])}.",
    )
