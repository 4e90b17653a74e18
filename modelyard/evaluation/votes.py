"""Raters' files read and checked: who judged which item how. Every mistake is one error with its file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import read_rows
from modelyard.evaluation.sheets import ALLOWED

COLUMNS = ("sheet", "item", "rater", "answer")
# What a spreadsheet may make of a cell that it holds for a number.
_WHOLE = ".0"


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """One rater's answer to one item of a sheet; `comment` is empty where there is none."""

    sheet: str
    item: int
    rater: str
    answer: str
    comment: str
    place: str


def read_votes(files: Sequence[str], keys: Mapping[str, Mapping[str, Any]]) -> list[Vote]:
    """The votes of all files; an item without an answer is one that its rater left out.

    A rater who gives no name is called after the file. `keys` are those of the run's sheets, by name.
    Raises: DataError naming file and line: a column that lacks, a sheet, item or answer that there is not, an item that
    a rater judged twice; or where nobody judged anything.
    """
    votes: list[Vote] = []
    seen: dict[tuple[str, str, int], str] = {}
    for file in files:
        for vote in _of_file(file, keys):
            before = seen.setdefault((vote.sheet, vote.rater, vote.item), vote.place)
            if before != vote.place:
                raise DataError(
                    f"{vote.rater!r} has judged item {vote.item} already, at {before}",
                    where=vote.place,
                    remedy="Give each rater a name of their own in the column rater, or leave one of the files out.",
                )
            votes.append(vote)
    if not votes:
        raise DataError(
            "no item has an answer", where=", ".join(files[:3]), remedy="Fill in the column answer, or use the page."
        )
    return votes


def _of_file(file: str, keys: Mapping[str, Mapping[str, Any]]) -> list[Vote]:
    rows, places = read_rows(file, Data(train=(file,), missing=("",), on_bad_rows="error"))
    lacking = [name for name in COLUMNS if name not in rows]
    if lacking:
        raise DataError(
            f"the column {lacking[0]!r} is needed", where=file, remedy=f"Its columns are: {', '.join(map(str, rows))}."
        )
    comments = rows.get("comment", [None] * len(places))
    found = []
    for i, place in enumerate(places):
        key = _key(_text(rows["sheet"][i]), keys, place)
        form = str(key["form"])
        answer = _text(rows["answer"][i]).lower().removesuffix(_WHOLE)
        item = _item(_text(rows["item"][i]), len(key["items"]), place)
        if not answer:
            continue
        if answer not in ALLOWED[form]:
            raise DataError(
                "this is no answer of the sheet", where=place, got=answer, remedy=f"Give {', '.join(ALLOWED[form])}."
            )
        found.append(
            Vote(
                sheet=str(key["sheet"]),
                item=item,
                rater=_text(rows["rater"][i]) or Path(file).stem,
                answer=answer,
                comment=_text(comments[i]),
                place=place,
            )
        )
    return found


def _key(sheet: str, keys: Mapping[str, Mapping[str, Any]], place: str) -> Mapping[str, Any]:
    if sheet not in keys:
        raise DataError(
            "this run has dealt no such sheet",
            where=place,
            got=sheet,
            remedy=f"Its sheets are: {', '.join(keys) or 'none'}. Give the run that the sheet was made with.",
        )
    return keys[sheet]


def _item(text: str, count: int, place: str) -> int:
    number = text.removesuffix(_WHOLE)
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:9]) <= count:
        raise DataError("this is no item of the sheet", where=place, got=text, remedy=f"They go from 1 to {count}.")
    return int(number)


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()
