"""What a cell means: numbers, labels, dates and the key by which two texts count as the same.

The same functions serve the verdict, the bundle, training and serving, so that `1`, `1.0` and `"1"` are one label
whatever file type they came from.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
_WHOLE_FLOAT = re.compile(r"(-?(?:0|[1-9]\d*))\.0+", re.ASCII)
_BLANKS = re.compile(r"\s+")
_DIGIT_GROUPS = re.compile(r"\d+")

# (what the report calls it, the strptime format); the first that fits every value wins.
DATE_FORMATS: tuple[tuple[str, str], ...] = (
    ("YYYY/MM/DD", "%Y/%m/%d"),
    ("YYYY/MM/DD hh:mm", "%Y/%m/%d %H:%M"),
    ("YYYY/MM/DD hh:mm:ss", "%Y/%m/%d %H:%M:%S"),
    ("MM/DD/YYYY", "%m/%d/%Y"),
    ("DD/MM/YYYY", "%d/%m/%Y"),
    ("MM/DD/YYYY hh:mm", "%m/%d/%Y %H:%M"),
    ("DD/MM/YYYY hh:mm", "%d/%m/%Y %H:%M"),
    ("DD.MM.YYYY", "%d.%m.%Y"),
    ("DD-MM-YYYY", "%d-%m-%Y"),
    ("DD-Mon-YYYY", "%d-%b-%Y"),
    ("Mon DD, YYYY", "%b %d, %Y"),
    ("YYYY年MM月DD日", "%Y年%m月%d日"),
)
ISO = "ISO 8601"


def number(cell: Any) -> float | None:
    """The finite number in a cell, or None: `1_000`, `inf` and digits of other scripts are not numbers here."""
    if isinstance(cell, str):
        if not _NUMBER.fullmatch(cell):
            return None
        value = float(cell)
    elif isinstance(cell, (bool, int, float, np.integer, np.floating, np.bool_)):
        try:
            value = float(cell)
        except OverflowError:  # a whole number beyond the largest float, as JSON can hold
            return None
    else:
        return None
    return value if math.isfinite(value) else None


def numbers(cells: Sequence[Any]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """A column as numbers (NaN where missing or no number), and the positions of cells that are no numbers."""
    try:
        values = np.array([math.nan if cell is None else float(cell) for cell in cells], dtype=np.float64)
        try:
            text = "".join(cells)  # the common case, at a third of the price
        except TypeError:
            text = "".join([cell for cell in cells if type(cell) is str])
        if "_" not in text and text.isascii() and not np.isinf(values).any():
            named = np.flatnonzero(np.isnan(values))
            if all(cells[i] is None or not isinstance(cells[i], str) for i in named.tolist()):
                return values, np.empty(0, dtype=np.int64)
    except (TypeError, ValueError, OverflowError):
        pass  # some cell is no number: look at each
    found = [None if cell is None else number(cell) for cell in cells]
    values = np.array([math.nan if value is None else value for value in found], dtype=np.float64)
    wrong = [
        i for i, (cell, value) in enumerate(zip(cells, found, strict=True)) if value is None and not is_blank(cell)
    ]
    return values, np.array(wrong, dtype=np.int64)


def is_blank(cell: Any) -> bool:
    """Whether a cell holds nothing: None, NaN, or a text of blanks only."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    if cell is None:
        return True
    return isinstance(cell, (float, np.floating)) and math.isnan(cell)


def label(cell: Any) -> str | None:
    """The canonical text of a category or class, None where there is no value: 1, 1.0, "1" and "1.0" agree."""
    if isinstance(cell, str):
        text = cell.strip()
        whole = _WHOLE_FLOAT.fullmatch(text)
        return (whole.group(1) if whole else text) or None
    if is_blank(cell):
        return None
    if isinstance(cell, (bool, np.bool_)):
        return "true" if cell else "false"
    if isinstance(cell, (float, np.floating)) and float(cell).is_integer():
        return str(int(cell))
    if isinstance(cell, (dt.date, dt.datetime)):
        return cell.isoformat()
    return str(cell)


def labels(cells: Iterable[Any]) -> list[str | None]:
    """`label` of every cell; each distinct text is worked out once."""
    known: dict[Any, str | None] = {}
    found: list[str | None] = []
    for cell in cells:
        if isinstance(cell, (list, dict, np.ndarray)):
            found.append(label(cell))
            continue
        key = (type(cell), cell)
        if key not in known:
            if len(known) > 100_000:
                known.clear()
            known[key] = label(cell)
        found.append(known[key])
    return found


def alike_label(label: str) -> str:
    """What two labels share that differ only in case or a full stop: the test files of some sets write them so."""
    return label.rstrip(" .。").casefold()


def text(cell: Any) -> str | None:
    """A cell as text, None where it is blank; lists and mappings become JSON-like text."""
    if is_blank(cell):
        return None
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    return label(cell)


def encodable(value: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair, as broken JSON brings, becomes a question mark."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def same_text_key(value: str) -> str:
    """What two texts must share to count as the same: NFKC, case folded, runs of blanks as one."""
    if value.isascii():
        return " ".join(value.lower().split())
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", value).casefold()).strip()


def is_vector(cell: Any) -> bool:
    """Whether a cell is a list of numbers."""
    if isinstance(cell, np.ndarray):
        return cell.ndim >= 1 and cell.dtype.kind in "uif"
    if not isinstance(cell, (list, tuple)) or not cell:
        return False
    first = cell[0]
    return (
        is_vector(first) if isinstance(first, (list, tuple)) else number(first) is not None and type(first) is not str
    )


def date(value: Any, date_format: str = ISO) -> dt.datetime | None:
    """The moment in a cell, read by one of the formats above (its name) or ISO 8601; a time zone is turned to UTC.

    None where it does not fit, and where UTC leaves the years 1 to 9999.
    """
    try:
        moment = _moment(value, date_format)
        return moment if moment is None or moment.tzinfo is None else moment.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def _moment(value: Any, date_format: str) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    if not isinstance(value, str):
        return None
    if date_format == ISO:
        return dt.datetime.fromisoformat(value.strip()) if "-" in value[:8] else None
    return dt.datetime.strptime(value.strip(), dict(DATE_FORMATS)[date_format])


def date_format_of(values: Sequence[Any], share: float = 0.95) -> str | None:
    """The first format that at least `share` of the values fit, None where there is none.

    Judged by some 500 values spread over all: the first rows of a file in order of time may all be of one month, and
    then the day could be taken for the month.
    """
    texts = [value for value in values if not is_blank(value)]
    texts = texts[:: 1 + len(texts) // 500]
    if sum(map(_may_be_date, texts[:20])) <= len(texts[:20]) / 2:  # nothing at all, or no column of dates
        return None
    for name in (ISO, *(name for name, _ in DATE_FORMATS)):
        if sum(date(value, name) is not None for value in texts) >= share * len(texts):
            return name
    return None


def _may_be_date(value: Any) -> bool:
    if isinstance(value, (dt.date, dt.datetime)):
        return True
    return isinstance(value, str) and 8 <= len(value) <= 40 and len(_DIGIT_GROUPS.findall(value)) >= 2


def seconds(moment: dt.datetime) -> float:
    """Seconds since 1970; a moment without a time zone is taken as UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
