"""A column, a place, a name as the terminal shows them."""

from __future__ import annotations

import unicodedata

from modelyard.data.findings import Finding, amount, percent
from modelyard.data.profile import ColumnProfile


def describe(column: ColumnProfile, rows: int) -> str:
    """A column in one line: scripts and lengths of a text, range of a number, values of a category."""
    missing = f", {percent(column.missing / rows)} missing" if column.missing and rows else ""
    about = "about " if "distinct" in column.estimated else ""
    if column.kind == "constant":
        return f"always {next(iter(column.counts))!r}" if column.counts else "no values"
    if column.kind == "vector":
        return f"vectors of {' x '.join(map(str, column.shape))} numbers{missing}"
    if column.kind == "text" and column.lengths:
        script = next(iter(column.scripts.items()), ("", 0.0))
        share = "" if script[1] == 1 else f" {percent(script[1])}"
        lengths = f"median {column.lengths['0.5']:,.0f} characters, 95 % under {column.lengths['0.95']:,.0f}"
        return f"{script[0]}{share}, {lengths}{missing}"
    if column.kind == "number" and column.distinct > 10 and column.low is not None and column.high is not None:
        middle = f", median {column.quantiles['0.5']:,.6g}" if column.quantiles else ""
        return f"{column.low:,.6g} to {column.high:,.6g}{middle}{missing}"
    if column.kind == "date":
        return f"dates, {column.date_format}{missing}"
    if column.kind == "identifier" or not column.counts:
        return f"{about}{column.distinct:,} different values{missing}"
    shown = ", ".join(f"{name} ({count:,})" for name, count in list(column.counts.items())[:3])
    rest = ", ..." if column.distinct > 3 else ""
    return f"{amount(column.distinct, 'value')}{missing}: {shown}{rest}"


def places(finding: Finding) -> str:
    """The first places of a finding: line numbers where they are all in one file."""
    files = {place.rpartition(":")[0] for place in finding.places}
    if len(files) != 1 or files == {""}:  # files without rows
        return ", ".join(finding.places[:2]) + (", ..." if finding.count > 2 and finding.places else "")
    numbers = [place.rpartition(":")[2] for place in finding.places[:2]]
    return f"{'rows' if finding.count > 1 else 'row'} {', '.join(numbers)}{', ...' if finding.count > 2 else ''}"


def pad(text: str, width: int) -> str:
    """Text filled with blanks to `width` terminal cells (a Chinese character takes two), or cut to it."""
    text = safe(text)
    if cells_wide(text) > width:
        while cells_wide(text) > width - 3:
            text = text[:-1]
        text += "..."
    return text + " " * (width - cells_wide(text))


def safe(text: str) -> str:
    """Text without control characters: a column's name must not steer the terminal or break a line."""
    return "".join(character if character.isprintable() else " " for character in text)


def cells_wide(text: str) -> int:
    """The terminal cells a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
