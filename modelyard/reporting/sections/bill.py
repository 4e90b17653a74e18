"""The bill: what was quoted before the start, beside what the run took; and what other devices would have taken."""

from __future__ import annotations

from typing import Any

from modelyard.core.words import duration, number, size
from modelyard.reporting import bill_charts, charts
from modelyard.reporting.bill_charts import Offer
from modelyard.reporting.evidence import Evidence, Json

MOST_ROWS = 8
FASTER = 0.05  # a dearer offer that is not faster by this is none
NEAR = 0.25  # a quote that is further off is no good one, however wide its range


def build(evidence: Evidence) -> dict[str, Any] | None:
    """The tables and charts; None of a run that was not quoted."""
    quote, found = evidence.quote, evidence.reconciliation
    rows = quote.get("rows") or []
    if not rows:
        return None
    here, recommended = rows[0], quote.get("recommended")
    return {
        "reconciled": _reconciled(here, found),
        "charts": [chart for chart in (_time(found), _memory(found, here)) if chart],
        "memory": _stacked(here, found),
        "frontier": _frontier(rows, recommended),
        "rows": [_row(rows[i], i == recommended) for i in _shown(rows, recommended)],
        "refused": _refused(rows),
        "recommended": "" if recommended is None else _name(rows[recommended]),
        "why": str(quote.get("why", "")),
        "notes": [str(note) for note in quote.get("notes", ())],
        "price": _price(here),
        "cost": money(found["usd"]) if "usd" in found else "",
    }


def _reconciled(here: Json, found: Json) -> list[dict[str, str]]:
    """Quote, band and actual of time, memory and money."""
    rows = []
    if "quote_seconds" in found:
        rows.append(
            {
                "name": "Time",
                "quote": duration(found["quote_seconds"]),
                "band": f"{duration(found['quote_low_seconds'])} to {duration(found['quote_high_seconds'])}",
                "actual": duration(found["seconds"]),
                "off": _off(found["seconds"], found["quote_seconds"]),
                "tone": _tone(found["seconds"], found["quote_seconds"], bool(found.get("time_in_band"))),
            }
        )
    if "quote_memory_bytes" in found:
        band = here["peak_bytes"]
        rows.append(
            {
                "name": "Peak memory",
                "quote": size(found["quote_memory_bytes"]),
                "band": f"{size(band['low'])} to {size(band['high'])}",
                "actual": size(found["peak_memory_bytes"]),
                "off": _off(found["peak_memory_bytes"], found["quote_memory_bytes"]),
                "tone": _tone(
                    found["peak_memory_bytes"], found["quote_memory_bytes"], bool(found.get("memory_in_band"))
                ),
            }
        )
    if "usd" in found and here.get("usd"):
        band = here["usd"]
        rows.append(
            {
                "name": "Cost",
                "quote": money(band["value"]),
                "band": f"{money(band['low'])} to {money(band['high'])}",
                "actual": money(found["usd"]),
                "off": _off(found["usd"], band["value"]),
                "tone": _tone(found["usd"], band["value"], band["low"] <= found["usd"] <= band["high"]),
            }
        )
    return rows


def _off(actual: float, quoted: float) -> str:
    return f"{100 * (actual / quoted - 1):+.0f} %" if quoted else ""


def _tone(actual: float, quoted: float, inside: bool) -> str:
    """Good: in the range and near. A warning: outside of it. In a wide range, but far: neither."""
    if not inside:
        return "warn"
    return "good" if abs(actual - quoted) <= NEAR * quoted else ""


def _time(found: Json) -> Any:
    if "quote_seconds" not in found:
        return None
    unit, scale = _unit(max(found["seconds"], found["quote_high_seconds"]))
    interval = [found["quote_low_seconds"] / scale, found["quote_high_seconds"] / scale]
    return _pair(found["quote_seconds"] / scale, interval, found["seconds"] / scale, f"time in {unit}", 3)


def _memory(found: Json, here: Json) -> Any:
    if "quote_memory_bytes" not in found:
        return None
    interval = [here["peak_bytes"]["low"] / 1e9, here["peak_bytes"]["high"] / 1e9]
    quoted, actual = found["quote_memory_bytes"] / 1e9, found["peak_memory_bytes"] / 1e9
    return _pair(quoted, interval, actual, "peak memory in GB", 3)


def _pair(quoted: float, interval: list[float], actual: float, label: str, digits: int) -> Any:
    rows = [
        charts.Whisker(name="quote", value=quoted, text=number(quoted, digits), interval=interval),
        charts.Whisker(name="actual", value=actual, text=number(actual, digits), strong=True),
    ]
    title = f"Quote and actual, {label}: {number(quoted, digits)} and {number(actual, digits)}"
    return charts.whiskers(rows, title=title, x_label=label)


def _unit(seconds: float) -> tuple[str, float]:
    if seconds >= 6000:
        return "hours", 3600.0
    return ("minutes", 60.0) if seconds >= 100 else ("seconds", 1.0)


def _stacked(here: Json, found: Json) -> Any:
    parts = [(str(name), float(value)) for name, value in (here.get("memory") or {}).items()]
    if not parts:
        return None
    actual = found.get("peak_memory_bytes")
    said = "; ".join(f"{name} {size(value)}" for name, value in sorted(parts, key=lambda part: -part[1]))
    title = f"Peak memory as quoted, by part: {said}" + (f"; measured {size(actual)}" if actual else "")
    return bill_charts.stacked(parts, title=title, actual=actual)


def _frontier(rows: list[Json], recommended: int | None) -> Any:
    priced, edge = _priced(rows), _edge(rows)
    offers = [
        Offer(
            name=_name(rows[i]),
            hours=rows[i]["hours"]["value"],
            usd=rows[i]["usd"]["value"],
            best=i == recommended,
            on_edge=i in edge,
        )
        for i in priced
    ]
    if len(offers) < 2:
        return None
    cheapest = min(offers, key=lambda offer: offer.usd)
    fastest = min(offers, key=lambda offer: offer.hours)
    title = (
        f"Cost against time of {len(offers)} offers: cheapest {cheapest.name} {money(cheapest.usd)}, "
        f"fastest {fastest.name} {duration(fastest.hours * 3600)}"
    )
    return bill_charts.frontier(offers, title=title)


def _priced(rows: list[Json]) -> list[int]:
    """The places of the rows with hours and dollars that this engine runs, the cheapest first."""
    ours = [i for i, row in enumerate(rows) if row.get("hours") and not row.get("trainer")]
    found = [i for i in ours if rows[i].get("usd") and rows[i]["usd"]["value"] > 0]
    return sorted(found, key=lambda i: (rows[i]["usd"]["value"], rows[i]["hours"]["value"]))


def _edge(rows: list[Json]) -> list[int]:
    """Those of them that no other beats in both."""
    edge: list[int] = []
    for i in _priced(rows):
        if not edge or rows[i]["hours"]["value"] < (1 - FASTER) * rows[edge[-1]]["hours"]["value"]:
            edge.append(i)
    return edge


def _shown(rows: list[Json], recommended: int | None) -> list[int]:
    """This machine, what is recommended, what none beats, and the cheapest of the other devices; fastest first."""
    keep = [0] if rows[0].get("hours") else []
    keep += [recommended] if recommended is not None else []
    devices = set()
    for i in (*_edge(rows), *_priced(rows)):
        if rows[i]["device"] not in devices or i in _edge(rows):
            keep.append(i)
            devices.add(rows[i]["device"])
    few = list(dict.fromkeys(keep))[:MOST_ROWS]
    return sorted(few, key=lambda i: (i > 0, rows[i]["hours"]["value"]))


def _row(row: Json, recommended: bool) -> dict[str, Any]:
    return {
        "name": _name(row),
        "best": recommended,
        "time": duration(row["hours"]["value"] * 3600),
        "time_band": f"{duration(row['hours']['low'] * 3600)} to {duration(row['hours']['high'] * 3600)}",
        "usd": money(row["usd"]["value"]) if row.get("usd") else "no price",
        "usd_band": f"{money(row['usd']['low'])} to {money(row['usd']['high'])}" if row.get("usd") else "",
        "memory": f"{size(row['peak_bytes']['value'])} of {size(row['memory_bytes'])}",
        "energy": f"{number(row['kwh']['value'], 2)} kWh" if row.get("kwh") else "",
        "carbon": f"{number(row['kgco2e']['value'], 2)} kg" if row.get("kgco2e") else "",
        "layout": str(row.get("layout", "")),
    }


def _refused(rows: list[Json]) -> list[str]:
    found = [
        f"{_name(row)} lacks {size(row['short_bytes'])}: {row['remedy']}"
        for row in rows
        if not row.get("hours") and row.get("short_bytes")
    ]
    return list(dict.fromkeys(found))[:6]


def _name(row: Json) -> str:
    return str(row["device"]) if row.get("count", 1) == 1 else f"{row['count']} × {row['device']}"


def _price(here: Json) -> str:
    price = here.get("price")
    if not price:
        return ""
    dated = f", {price['date']}" if price.get("date") else ", undated"
    return f"{money(price['usd_per_hour'])} an hour ({price['provider']}{dated})"


def money(value: float) -> str:
    """US dollars with cents where they matter."""
    if value >= 1000:
        return f"${value:,.0f}"
    return f"${value:.2f}" if value >= 0.01 or not value else f"${value:.1g}"
