"""Which column is the target, and whether a column can be one."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.core.errors import DataError
from modelyard.data.findings import amount
from modelyard.data.profile import ColumnProfile, Profile

TEXT, TABLE, NUMBER = "text-classification", "tabular-classification", "tabular-regression"
MOST_CLASSES = 1_000
CLASSES_OF_A_NUMBER = 20  # a whole number with more values is a quantity
ROWS_A_CLASS = 2

# Names that a target usually has, the surest first. The first twelve of a class count also as a part of a longer name
# (label_coarse), and those of a number where the column is a quantity (median_house_value).
CLASS_NAMES = (
    *("label", "target", "class", "labels", "category", "sentiment", "outcome", "标签", "类别", "情感", "分类", "目标"),
    *("y", "income", "survived", "species", "default", "churn", "fraud", "spam", "intent", "topic", "diagnosis"),
)
NUMBER_NAMES = ("price", "value", "score", "rating", "amount", "sales", "charges", "价格", "评分", "stars", "quality")


def choose_target(profile: Profile, task: str | None, inputs: Sequence[str], where: str) -> tuple[str, str]:
    """The target and the reason, by its name or its place.

    Raises: DataError where no column can be one.
    """
    possible = [
        column
        for column in profile.columns
        if column.name not in inputs
        and (
            is_quantity(column) if task == NUMBER else _may_be_classes(column) or (task is None and is_quantity(column))
        )
    ]
    for whole, names in ((True, CLASS_NAMES), (False, CLASS_NAMES[:12]), (True, NUMBER_NAMES), (False, NUMBER_NAMES)):
        found = [column for column in possible if _is_named(column.name, names, whole=whole)]
        if names is NUMBER_NAMES and not whole:
            found = [column for column in found if is_quantity(column)]
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


def is_quantity(column: ColumnProfile) -> bool:
    """Whether a column holds numbers that are amounts, not names of classes."""
    if column.kind not in ("number", "identifier") or not column.numeric_share:
        return False
    fewest = CLASSES_OF_A_NUMBER + 1 if column.whole else CLASSES_OF_A_NUMBER // 2  # half stars are ten values
    return column.distinct >= fewest


def _may_be_classes(column: ColumnProfile) -> bool:
    if column.kind not in ("category", "number", "mixed") or not 2 <= column.distinct <= MOST_CLASSES:
        return False
    return not is_quantity(column) and sum(column.counts.values()) >= ROWS_A_CLASS * column.distinct


def _is_named(name: str, names: Sequence[str], *, whole: bool) -> bool:
    low = name.strip().casefold()
    if whole:
        return low in names
    parts = low.replace("-", "_").replace(" ", "_").replace(".", "_").split("_")
    return parts[0] in names or parts[-1] in names


def check_target(profile: Profile, column: ColumnProfile, task: str | None, where: str) -> None:
    """Raises: DataError where the column cannot be the target of the task."""
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
    elif task is None and not is_quantity(column) and (column.kind in ("vector", "text", "identifier", "date")):
        rule = f"the target {column.name!r} must be a class or a number"
        remedy = "Name another: data.target: COLUMN"
    if rule:
        about = "about " if "distinct" in column.estimated else ""
        values = amount(min(column.distinct, present), "different value")
        raise DataError(rule, where=where, got=about + values, remedy=remedy)
