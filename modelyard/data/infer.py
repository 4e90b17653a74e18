"""Which column is the target, which are inputs, and which task it is; with the reason for each choice."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from modelyard.core.errors import DataError
from modelyard.core.schema import Column, Kind, Schema
from modelyard.data import values
from modelyard.data.leaks import Leak, find_leaks
from modelyard.data.profile import ColumnProfile, Profile
from modelyard.data.scripts import is_cjk

TEXT, TABLE, NUMBER = "text-classification", "tabular-classification", "tabular-regression"
MOST_CLASSES = 1_000
CLASSES_OF_A_NUMBER = 20  # a whole number with more values is a quantity
ROWS_A_CLASS = 2
ROWS_A_CATEGORY = 4  # fewer rows for each value teach nothing about the value
CHARACTERS_A_COLUMN = 40  # of text that weigh as much as one ordinary column

# Names that a target usually has, the surest first. The first twelve of a class count also as a part of a longer name
# (label_coarse), and those of a number where the column is a quantity (median_house_value).
CLASS_NAMES = (
    *("label", "target", "class", "labels", "category", "sentiment", "outcome", "标签", "类别", "情感", "分类", "目标"),
    *("y", "income", "survived", "species", "default", "churn", "fraud", "spam", "intent", "topic", "diagnosis"),
)
NUMBER_NAMES = ("price", "value", "score", "rating", "amount", "sales", "charges", "价格", "评分", "stars", "quality")


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
    reasons: list[str] = []
    if target is None:
        target, reason = _choose_target(profile, task, inputs, where)
        reasons.append(reason)
    column = profile[target]
    is_number = _is_quantity(column)
    _check_target(profile, column, task, where)
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
    target_kind: Kind = "number" if task == NUMBER else "category"
    schema = Schema(
        inputs=tuple(_column(item, _input_kind(item, task)) for item in chosen), target=_column(column, target_kind)
    )
    return Inference(task=task, target=target, schema=schema, reasons=tuple(reasons), left_out=left_out, leaks=leaks)


def _choose_target(profile: Profile, task: str | None, inputs: Sequence[str], where: str) -> tuple[str, str]:
    possible = [
        column
        for column in profile.columns
        if column.name not in inputs
        and (
            _is_quantity(column)
            if task == NUMBER
            else _may_be_classes(column) or (task is None and _is_quantity(column))
        )
    ]
    for whole, names in ((True, CLASS_NAMES), (False, CLASS_NAMES[:12]), (True, NUMBER_NAMES), (False, NUMBER_NAMES)):
        found = [column for column in possible if _is_named(column.name, names, whole=whole)]
        if names is NUMBER_NAMES and not whole:
            found = [column for column in found if _is_quantity(column)]
        if found:
            best = min(found, key=lambda column: column.distinct)  # label_coarse before label_fine
            return best.name, f"target: {best.name}, by its name"
    ends = [profile.columns[-1].name, profile.columns[0].name]
    for name in ends:
        if any(column.name == name and _may_be_classes(column) for column in possible):
            place = "last" if name == ends[0] else "first"
            return name, f"target: {name}, the {place} column, with {profile[name].distinct} values"
    if possible:
        last = possible[-1]
        return last.name, f"target: {last.name}, the last column that could be one"
    raise DataError(
        "no column looks like a target (few classes, or a number)",
        where=where,
        got=list(profile.names)[:12],
        remedy="Name it: data.target: COLUMN (modelyard new FILE --target COLUMN).",
    )


def _choose_task(usable: Sequence[ColumnProfile], target: ColumnProfile, *, regression: bool) -> tuple[str, str]:
    if regression:
        return NUMBER, f"task: {NUMBER}, since {target.name} is a number with {target.distinct:,} values"
    texts = [column for column in usable if column.kind == "text"]
    others = [column for column in usable if column.kind != "text"]
    characters = sum(_weight(column) for column in texts)
    classes = f"{target.name} has {target.distinct:,} classes"
    if texts and characters >= CHARACTERS_A_COLUMN * len(others):
        return TEXT, f"task: {TEXT}, since {', '.join(column.name for column in texts)} is text and {classes}"
    return TABLE, f"task: {TABLE}, since {classes} and {len(others)} columns describe a row"


def _left_out(profile: Profile, target: str, leaks: Sequence[Leak], *, regression: bool) -> dict[str, str]:
    reasons = {}
    leaking = {leak.column: leak for leak in leaks if leak.certain}
    for column in profile.columns:
        if column.name == target:
            continue
        if column.name in leaking:
            reasons[column.name] = leak_sentence(leaking[column.name], target, regression=regression)
        elif column.kind == "constant":
            reasons[column.name] = "all cells are missing" if not column.distinct else "it has one value only"
        elif column.kind == "identifier":
            reasons[column.name] = "every value is different: an identifier"
        elif column.kind in ("mixed", "category") and column.distinct * ROWS_A_CATEGORY > profile.rows - column.missing:
            reasons[column.name] = f"{column.distinct:,} different values in {profile.rows - column.missing:,} cells"
    return reasons


def leak_sentence(leak: Leak, target: str, *, regression: bool) -> str:
    """Why a column is taken for the target in disguise."""
    if regression:
        return f"it ranks the rows as {target} does (correlation {leak.accuracy:.4f})"
    return f"it gives {target} away {leak.how} ({leak.accuracy:.1%} right, by chance {leak.base:.1%})"


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
        return column.kind  # type: ignore[return-value]
    if column.kind == "identifier" or (column.kind == "constant" and column.numeric_share):
        return "number" if column.numeric_share else "category"
    return "category"


def _column(profile: ColumnProfile, kind: Kind) -> Column:
    example: object = profile.examples[0] if profile.examples else None
    if kind == "number" and example is not None:
        example = values.number(example)
    return Column(
        name=profile.name,
        kind=kind,
        values=tuple(profile.counts) if kind == "category" else (),
        low=profile.low if kind == "number" else None,
        high=profile.high if kind == "number" else None,
        shape=profile.shape if kind == "vector" else (),
        example=values.label(example) if kind == "category" else example,
    )


def _is_quantity(column: ColumnProfile) -> bool:
    if column.kind not in ("number", "identifier") or not column.numeric_share:
        return False
    return column.distinct > CLASSES_OF_A_NUMBER or (not column.whole and column.distinct > CLASSES_OF_A_NUMBER // 2)


def _may_be_classes(column: ColumnProfile) -> bool:
    if column.kind not in ("category", "number", "mixed") or not 2 <= column.distinct <= MOST_CLASSES:
        return False
    return not _is_quantity(column) and sum(column.counts.values()) >= ROWS_A_CLASS * column.distinct


def _is_named(name: str, names: Sequence[str], *, whole: bool) -> bool:
    low = name.strip().casefold()
    if whole:
        return low in names
    parts = low.replace("-", "_").replace(" ", "_").replace(".", "_").split("_")
    return parts[0] in names or parts[-1] in names


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


def _check_target(profile: Profile, column: ColumnProfile, task: str | None, where: str) -> None:
    present = profile.rows - column.missing
    rule = remedy = ""
    if not present:
        rule, remedy = f"the target {column.name!r} has no values", "Name another: data.target: COLUMN"
    elif column.distinct < 2:
        rule, remedy = f"the target {column.name!r} has one value only", "There is nothing to predict."
    elif task == NUMBER and column.numeric_share < 0.5:
        rule, remedy = f"the target {column.name!r} must be a number for {NUMBER}", f"Try task: {TABLE}."
    elif task in (TEXT, TABLE) and column.distinct > MOST_CLASSES:
        rule = f"the target {column.name!r} must have at most {MOST_CLASSES:,} classes for {task}"
        remedy = f"Try task: {NUMBER}." if column.numeric_share > 0.5 else "Name another: data.target: COLUMN"
    elif task is None and not _is_quantity(column) and (column.kind in ("vector", "text", "identifier", "date")):
        rule = f"the target {column.name!r} must be a class or a number"
        remedy = "Name another: data.target: COLUMN"
    if rule:
        raise DataError(rule, where=where, got=f"{column.distinct:,} different values", remedy=remedy)
