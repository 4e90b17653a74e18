"""How lines are put on a terminal."""

from __future__ import annotations


def printable(line: str) -> str:
    """Control characters (a terminal would obey them) are shown as escapes."""
    return "".join(c if c >= " " and c != "\x7f" and not "\x80" <= c <= "\x9f" else repr(c)[1:-1] for c in line)


def as_table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other, wide characters counted as two."""
    from rich.cells import cell_len

    widths = [max(cell_len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(c + " " * (w - cell_len(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]
