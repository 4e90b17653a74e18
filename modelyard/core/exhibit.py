"""An exhibit: one piece of evidence about a model, as plain data that a report can draw and a card can quote.

A stage writes exhibits to `evidence/STAGE/NAME.json` of the run and knows nothing of pages; `reporting` draws whatever
blocks they hold. Every text in them is data: whoever shows it escapes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core.errors import RunError
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.secrets import without_secrets

FOLDER = "evidence"
Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhibit:
    """`stage` is the stage it belongs to, and its part of the report: evaluate, explain or audit.

    `summary` is one sentence with the finding and its figure, for the terminal and the top of the section. `limits` are
    sentences for the card: what was found wanting, or not examined. `concern`: the finding wants attention before the
    model is used; it is then said on the terminal, too. `blocks` come from the functions below. `detail`
    is whatever a machine may want besides (kept, never drawn). `seconds` is what it took.
    """

    name: str
    stage: str
    title: str
    summary: str
    claims: tuple[Claim, ...] = ()
    blocks: tuple[Json, ...] = ()
    limits: tuple[str, ...] = ()
    detail: Mapping[str, Any] | None = None
    concern: bool = False
    seconds: float = 0.0

    def to_json(self) -> Json:
        """As plain JSON."""
        return {
            "name": self.name,
            "stage": self.stage,
            "title": self.title,
            "summary": self.summary,
            "claims": [claim.to_json() for claim in self.claims],
            "blocks": list(self.blocks),
            "limits": list(self.limits),
            "detail": dict(self.detail) if self.detail is not None else None,
            "concern": self.concern,
            "seconds": round(self.seconds, 3),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Exhibit:
        """The inverse of `to_json`."""
        return cls(
            **{
                **data,
                "claims": tuple(Claim.from_json(claim) for claim in data["claims"]),
                "blocks": tuple(data["blocks"]),
                "limits": tuple(data["limits"]),
            }
        )


def of_run(run: Run) -> tuple[Exhibit, ...]:
    """All exhibits of a run, by stage and name. Raises: RunError for a damaged one."""
    return tuple(read(run, path) for path in sorted((run.path / FOLDER).glob("*/*.json")))


def read(run: Run, path: Path) -> Exhibit:
    """One exhibit of a run. Raises: RunError for a damaged one."""
    try:
        return Exhibit.from_json(without_secrets(json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunError(
            f"this exhibit cannot be read: it is damaged, or of another version ({type(error).__name__}: {error})",
            where=str(path),
            remedy=f"Remove it, or make it again: modelyard {path.parent.name} {run.path} --only {path.stem}",
        ) from error


def text(content: str, *, quiet: bool = False) -> Json:
    """A paragraph; `quiet` for how it was measured."""
    return {"kind": "text", "content": content, "quiet": quiet}


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "", note: str = "") -> Json:
    """Cells are texts as they shall be read (see `core.words.measured`); those of figures are set to the right."""
    assert all(len(row) == len(columns) for row in rows), "a row must have a cell for each column"
    return {
        "kind": "table",
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "title": title,
        "note": note,
    }


def lines(
    series: Sequence[Mapping[str, Any]],
    *,
    title: str,
    x_label: str,
    y_label: str,
    note: str = "",
    diagonal: bool = False,
    unit_square: bool = False,
) -> Json:
    """Curves over one x: each `{"name", "x", "y"}`, and `low` and `high` for a band, `dashed` for a reference."""
    return {
        "kind": "lines",
        "series": [dict(item) for item in series],
        "title": title,
        "x_label": x_label,
        "y_label": y_label,
        "note": note,
        "diagonal": diagonal,
        "unit_square": unit_square,
    }


def whiskers(
    rows: Sequence[Mapping[str, Any]], *, title: str, x_label: str, note: str = "", zero: bool = False
) -> Json:
    """Figures on one scale: each `{"name", "value", "interval" or None, "strong"}`; `zero` draws the line at 0."""
    return {
        "kind": "whiskers",
        "rows": [dict(row) for row in rows],
        "title": title,
        "x_label": x_label,
        "note": note,
        "zero": zero,
    }


def bars(items: Sequence[tuple[str, float]], *, title: str, note: str = "", signed: bool = False) -> Json:
    """Horizontal bars by name; `signed` ones go left and right of 0, in two colours."""
    return {
        "kind": "bars",
        "items": [[name, value] for name, value in items],
        "title": title,
        "note": note,
        "signed": signed,
    }


def points(xs: Sequence[float], ys: Sequence[float], *, title: str, x_label: str, y_label: str, note: str = "") -> Json:
    """A scatter."""
    return {
        "kind": "points",
        "x": list(xs),
        "y": list(ys),
        "title": title,
        "x_label": x_label,
        "y_label": y_label,
        "note": note,
    }


def marked(pieces: Sequence[tuple[str, float]], *, title: str = "", note: str = "") -> Json:
    """A text in pieces, joined as they stand, each with a weight in [-1, 1]: above 0 speaks for, below 0 against."""
    return {"kind": "marked", "pieces": [[piece, weight] for piece, weight in pieces], "title": title, "note": note}


def grid(
    values: Sequence[Sequence[float]], rows: Sequence[str], columns: Sequence[str], *, title: str, note: str = ""
) -> Json:
    """A heat map of values in [0, 1] with named rows and columns (an attention map)."""
    return {
        "kind": "grid",
        "values": [list(row) for row in values],
        "rows": list(rows),
        "columns": list(columns),
        "title": title,
        "note": note,
    }


def explained(views: Sequence[Mapping[str, Any]], *, title: str, picture: Mapping[str, Any] | None = None) -> Json:
    """One answer with what it rests on, a view for each class and method; see `explanation.drawn`.

    Each view has `method`, `said`, `label` (None of a method that knows no class), `signed`, `turned` (another view
    with its signs turned), what was weighed (`pieces` of a text: text, weight, rank; `units` by name, heaviest first;
    or `grid`), `count` of what weighs anything, `out` of what is not drawn, `blocks` beside it and `notes`. `picture`
    has `pixels` or `values`.
    """
    return {"kind": "explained", "title": title, "views": [dict(view) for view in views], "picture": picture}
