"""What a service costs, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelyard.core.words import duration, number
from modelyard.planning.answers.economics import LONGEST_RUNWAY_MONTHS
from modelyard.planning.figures import aligned, money


def lines(serving: Mapping[str, Any], most: int = 5) -> list[str]:
    """What a service would cost on the cheapest devices; none where nothing was asked."""
    if not serving:
        return []
    load = serving["load"]
    latency = f" within {duration(load['latency_seconds'])}" if load.get("latency_seconds") else ""
    tokens = f" of {load.get('tokens_in', 0)} + {load.get('tokens_out', 0)} tokens" if load.get("tokens_out") else ""
    head_ = f"serving       {number(load['requests_per_second'], 3)} requests/s{tokens}{latency}"
    devices = serving["devices"]
    if not devices:
        return [f"{head_}: no device of the price list keeps this latency"]
    rows = [("", "devices", "$ / 1,000 requests", "$ / M tokens", "latency", "holds", "break-even", "runway")]
    for one in devices[:most]:
        cost, full = one["usd_per_1000"], one["full_usd_per_1000"]
        million = one["usd_per_million"]
        even, margin = one["break_even_per_second"], one["margin"]
        rows.append(
            (
                "",
                _devices(one),
                f"{money(cost['value'])} (full {money(full['value'])})",
                "-" if million is None else money(million["value"]),
                duration(one["latency_seconds"]["value"]),
                f"{number(one['capacity_per_second'], 3)}/s",
                _even(even, margin),
                "-" if one["runway_months"] is None else _months(one["runway_months"]),
            )
        )
    found = [head_, *aligned(rows)]
    if any(one["group"] > 1 for one in devices[:most]):
        found.append("  groups that share each matrix of a model need another server: this one answers on one device")
    return found


def _devices(one: Mapping[str, Any]) -> str:
    name = one["device"] if one["devices"] == 1 else f"{one['devices']} x {one['device']}"
    return name if one["group"] == 1 else f"{name} in groups of {one['group']}"


def _even(even: float | None, margin: float | None) -> str:
    if margin is None:
        return "-"
    text = "never at this price" if even is None else f"from {number(even, 3)}/s"
    return f"{text} (margin {100 * margin:.0f} %)"


def _months(months: float) -> str:
    return "pays for itself" if months >= LONGEST_RUNWAY_MONTHS else f"{months:.1f} months"
