"""The exhibits of a run as a page shows them: whatever blocks they hold, drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import Any

from markupsafe import Markup

from modelyard.core.exhibit import Exhibit, Json
from modelyard.core.report import Claim
from modelyard.core.words import MISSING, counted, duration, measured, number
from modelyard.reporting import charts, heat, names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections import explained

# Of the stages that make exhibits, in the order of the page: the anchor, its name in the contents, its heading.
SECTIONS = {
    "evaluate": ("depth", "In depth", "Evaluated in depth"),
    "explain": ("explanation", "Explanation", "What its answers rest on"),
    "audit": ("audit", "Audit", "Fairness, privacy and data"),
}
_DRAWN = frozenset({"lines", "whiskers", "bars", "points", "grid"})
_FIGURE = re.compile(r"[-+<>≈~ ]*[\d.,]+(e-?\d+)?( ?(%|s|ms|min|h|B|kB|MB|GB|×|x))?( ?\[.*\])?|–|")
_SHADES = 4
_FAINT = 0.06  # of the strongest piece: below it a piece is not marked


def build(evidence: Evidence) -> list[dict[str, Any]]:
    """A section a stage that made any."""
    found = []
    numbers = count()
    for stage, (anchor, name, title) in SECTIONS.items():
        made = [_exhibit(item, numbers) for item in evidence.exhibits if item.stage == stage]
        if made:
            found.append({"id": anchor, "name": name, "title": title, "exhibits": made})
    return found


def claim_row(claim: Claim) -> dict[str, str]:
    """A figure of an exhibit as texts."""
    value, interval = claim.shown
    unit = names.unit(claim)
    return {
        "name": names.metric(claim.name),
        "value": f"{value} {unit}".strip(),
        "interval": interval or MISSING,
        "split": claim.split,
        "n": f"{claim.n:,}",
    }


def is_interactive(evidence: Evidence) -> bool:
    """Whether anything on the page needs its script."""
    return any(block["kind"] == "explained" for item in evidence.exhibits for block in item.blocks)


def _exhibit(item: Exhibit, numbers: Iterator[int]) -> dict[str, Any]:
    return {
        "title": item.title,
        "summary": item.summary,
        # Neighbouring charts share a row.
        "groups": [
            {"grid": drawn, "blocks": [_block(block, numbers) for block in blocks]}
            for drawn, blocks in groupby(item.blocks, lambda block: block["kind"] in _DRAWN)
        ],
        "claims": [claim_row(claim) for claim in item.claims],
        "figures": counted(len(item.claims), "figure"),
        "sources": sorted({claim.source for claim in item.claims}),
        "limits": item.limits,
        "seconds": duration(item.seconds),
    }


def _block(block: Json, numbers: Iterator[int]) -> dict[str, Any]:
    kind = block["kind"]
    if kind == "explained":
        return explained.build(block, f"e{next(numbers)}", lambda inner: _block(inner, numbers))
    if kind == "text":
        return block
    if kind == "table":
        return block | {"figures": [_is_figures(block["rows"], at) for at in range(len(block["columns"]))]}
    if kind == "marked":
        return block | {"pieces": list(_pieces(block["pieces"]))}
    return {"kind": kind, "title": block["title"], "note": block["note"], "chart": _chart(block)}


def _is_figures(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds figures only: it is then set to the right."""
    cells = [row[at].strip() for row in rows]
    return any(cells) and all(_FIGURE.fullmatch(cell) for cell in cells)


def _pieces(pieces: Sequence[Sequence[Any]]) -> Iterator[dict[str, str]]:
    strongest = max((abs(weight) for _, weight in pieces), default=0.0)
    for text, weight in pieces:
        share = abs(weight) / strongest if strongest else 0.0
        shade = min(_SHADES, 1 + int(share * _SHADES))
        sign = "p" if weight > 0 else "n"
        yield {
            "text": str(text),
            "kind": f"{sign} {sign}{shade}" if share >= _FAINT and str(text).strip() else "",
            "hint": number(float(weight), 3),
        }


def _chart(block: Json) -> Markup:
    title = block["title"]
    if block["kind"] == "lines":
        return charts.lines(
            [
                charts.Series(
                    name=str(item["name"]),
                    x=item["x"],
                    y=item["y"],
                    low=item.get("low") or (),
                    high=item.get("high") or (),
                    colour="s0" if item.get("dashed") else f"s{1 + index % 6}",
                    dashed=bool(item.get("dashed")),
                )
                for index, item in enumerate(block["series"])
            ],
            title=title,
            x_label=block["x_label"],
            y_label=block["y_label"],
            unit_square=block["unit_square"],
            diagonal=block["diagonal"],
        )
    if block["kind"] == "whiskers":
        rows = [
            charts.Whisker(
                name=str(row["name"]),
                value=row["value"],
                text=" ".join(measured(row["value"], row.get("interval"))).strip(),
                interval=row.get("interval"),
                strong=bool(row.get("strong")),
            )
            for row in block["rows"]
        ]
        return charts.whiskers(rows, title=title, x_label=block["x_label"], zero=block["zero"])
    if block["kind"] == "points":
        return charts.scatter(block["x"], block["y"], title=title, x_label=block["x_label"], y_label=block["y_label"])
    if block["kind"] == "grid":
        return heat.grid(block["values"], block["rows"], block["columns"], title=title)
    items = [(str(name), float(value), number(float(value), 3)) for name, value in block["items"]]
    return charts.signed_bars(items, title=title) if block["signed"] else charts.bars(items, title=title)
