"""Could somebody be singled out in the data: k-anonymity, l-diversity and t-closeness of a table. N rows.

The part `anonymity` of a run's audit, over quasi-identifiers: columns that others may know of somebody. Source:
Sweeney 2002 for k, Machanavajjhala et al. 2007 for (distinct and entropy) l, Li et al. 2007 for t.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.groups_suspected import is_of_a_thing
from modelyard.core import exhibit
from modelyard.core.errors import RecipeError
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import Schema
from modelyard.core.words import counted, number, percent
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/anonymity.json: classes of equal {columns}"
FEW = 5  # rows of a class under which whoever is in it is not hidden well
MOST_SUSPECTED = 6
_LARGEST = 12
_SUSPECTED = re.compile(
    r"(?:^|[^a-z])(?:age|sex|gender|zip|zip_?code|post_?code|postal|city|county|region|state|birth\w*|dob|race"
    r"|ethnic\w*|nationality|native[-_ ]country|country|marital\w*|occupation|education|religion)(?:$|[^a-z])"
    r"|年龄|性别|邮编|城市|省份|地区|出生|民族|国籍|婚姻|职业|学历|籍贯",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """What equal rows show: `sizes` of the classes, and of each its sensitive values' diversity.

    `k` is the smallest class; `unique` the rows that are alone in theirs; `l` the fewest different sensitive values of
    a class, `entropy_l` exp of the least entropy; `t` the largest distance of a class's values from all rows'.
    """

    sizes: NDArray[np.int64]
    k: int
    unique: int
    few: int
    l: int  # noqa: E741 - the literature's name
    entropy_l: float
    t: float


def classes(columns: Sequence[Sequence[Any]], sensitive: Sequence[Any], *, ordered: bool = False) -> Classes:
    """Of rows that are equal in all `columns`; a missing value is a value. `ordered`: sensitive numbers, not classes.

    The distance of t is half the sum of differences; of ordered values, the mean difference of the cumulated shares.
    """
    rows = len(sensitive)
    code = np.zeros(rows, dtype=np.int64)
    for column in columns:
        values = _codes(column)
        code = np.unique(code * (int(values.max(initial=0)) + 1) + values, return_inverse=True)[1].reshape(-1)
    answers = _codes(sensitive, ordered=ordered)
    sizes = np.bincount(code)
    kinds = int(answers.max(initial=0)) + 1
    pairs, counts = np.unique(code * kinds + answers, return_counts=True)
    owner, answer = pairs // kinds, pairs % kinds
    share = counts / sizes[owner]
    entropy = np.bincount(owner, weights=-share * np.log(share), minlength=len(sizes))
    overall = np.bincount(answers, minlength=kinds) / rows
    return Classes(
        sizes=sizes,
        k=int(sizes.min()),
        unique=int((sizes == 1).sum()),
        few=int(sizes[sizes < FEW].sum()),
        l=int(np.bincount(owner, minlength=len(sizes)).min()),
        entropy_l=float(np.exp(entropy.min())),
        t=_closeness(owner, answer, share, overall, len(sizes), ordered=ordered),
    )


def _closeness(
    owner: NDArray[np.int64],
    answer: NDArray[np.int64],
    share: NDArray[np.float64],
    overall: NDArray[np.float64],
    groups: int,
    *,
    ordered: bool,
) -> float:
    if not ordered:
        # Half the sum over all values: those that a class lacks add their whole share.
        there = np.bincount(owner, weights=np.abs(share - overall[answer]) - overall[answer], minlength=groups)
        return float((0.5 * (there + 1.0)).max())
    if len(overall) == 1:
        return 0.0
    largest, starts = 0.0, np.searchsorted(owner, np.arange(groups + 1))
    below = np.cumsum(overall)
    for group in range(groups):
        own = np.zeros(len(overall))
        held = slice(starts[group], starts[group + 1])
        own[answer[held]] = share[held]
        largest = max(largest, float(np.abs(np.cumsum(own) - below)[:-1].sum() / (len(overall) - 1)))
    return largest


def _codes(column: Sequence[Any], *, ordered: bool = False) -> NDArray[np.int64]:
    if ordered:
        values = np.array([math.nan if cell is None else float(cell) for cell in column])
        edges: NDArray[np.float64] = np.unique(np.nanquantile(values, np.linspace(0, 1, _LARGEST + 1)[1:-1]))
        return np.asarray(np.searchsorted(edges, np.nan_to_num(values, nan=-np.inf)), dtype=np.int64)
    names: dict[Any, int] = {}
    return np.array([names.setdefault(cell, len(names)) for cell in column], dtype=np.int64)


def audit(subject: Subject) -> Exhibit | None:
    """Over the columns that the recipe names, else those that look so; None where there are none."""
    asked = subject.recipe.audit.quasi_identifiers if subject.recipe.audit else ()
    rows, target = subject.bundle.rows("train"), subject.bundle.schema.target
    assert target is not None
    names = list(asked) or suspected(subject.bundle.schema)
    if not names:
        return None
    for name in names:
        if name not in rows or name == target.name:
            raise RecipeError(
                "a quasi-identifier must be an input of the model",
                where="audit.quasi_identifiers",
                got=name,
                remedy=f"The inputs are: {', '.join(column.name for column in subject.bundle.schema.inputs[:20])}.",
            )
    found = classes([rows[name] for name in names], rows[target.name], ordered=subject.kind == "regression")
    return _exhibit(found, names, target.name, asked=bool(asked))


def suspected(schema: Schema) -> list[str]:
    """Inputs whose names say that others may know them of somebody."""
    return [
        column.name
        for column in schema.inputs
        if column.kind in ("number", "category", "date") and _is_known(column.name)
    ][:MOST_SUSPECTED]


def _is_known(name: str) -> bool:
    """Whether a column of this name says something of somebody; the age of a house does not."""
    found = _SUSPECTED.search(name)
    return found is not None and not ("age" in found[0].casefold() and is_of_a_thing(name))


def _exhibit(found: Classes, names: Sequence[str], target: str, *, asked: bool) -> Exhibit:
    count = int(found.sizes.sum())
    listed = ", ".join(names)
    share = found.unique / count
    summary = (
        f"by {listed}, {counted(found.unique, 'row')} of {count:,} ({percent(share)}) are the only ones of their kind; "
        f"k = {found.k}, l = {found.l}, t = {number(found.t, 2)}"
    )
    source = SOURCE.format(columns=listed)
    figures = (
        ("unique_rows", share, "1", False),
        ("k_anonymity", float(found.k), "rows", True),
        ("l_diversity", float(found.l), "values", True),
        ("t_closeness", found.t, "1", False),
    )
    edges = ((1, 1), (2, FEW - 1), (FEW, 19), (20, 99), (100, None))
    table = []
    for low, high in edges:
        held = (found.sizes >= low) & (found.sizes <= (high or found.sizes.max(initial=0)))
        if held.any():
            name = f"{low}" if low == high else f"{low} to {high}" if high else f"{low} or more"
            table.append(
                [name, f"{held.sum():,}", f"{found.sizes[held].sum():,}", percent(found.sizes[held].sum() / count)]
            )
    limits = [
        f"{percent(found.few / count)} of the training rows share {listed} with fewer than {FEW - 1} others: who knows "
        "these of somebody may find them there. Whoever gets the data must be trusted with it."
    ]
    if not asked:
        limits.append(
            f"Which columns others may know was guessed by name ({listed}); name them: audit.quasi_identifiers."
        )
    return Exhibit(
        name="anonymity",
        stage="audit",
        title="Anonymity of the training rows",
        summary=summary,
        claims=tuple(
            Claim(
                name=name,
                value=value,
                unit=unit,
                n=count,
                split="train",
                source=source,
                higher_is_better=better,
            )
            for name, value, unit, better in figures
        ),
        blocks=(
            exhibit.table(
                ["rows alike", "classes", "rows", "share of rows"], table, title=f"Rows that are alike in {listed}"
            ),
            exhibit.text(
                f"k: rows of the smallest class. l: the fewest different values of {target} in a class (entropy l "
                f"{number(found.entropy_l, 3)}). t: the largest distance of a class's {target} from all rows'. Numbers "
                "and dates count as equal only where they are the same.",
                quiet=True,
            ),
        ),
        limits=tuple(limits if found.few else limits[1:]),
        concern=asked and found.unique > 0,
    )
