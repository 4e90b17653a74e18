"""A quote as lines for the terminal: the table, the recommended row and why, what does not fit and what would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.words import counted, duration, number, quantity, size
from modelyard.planning import choosing, hardware
from modelyard.planning.answers.economics import LONGEST_RUNWAY_MONTHS
from modelyard.planning.counting import NODE
from modelyard.planning.quote import HERE, Band, Quote, Row

NARROW = 0.35  # of a figure: half a band that is written as +-
_UNITS = {"ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}
HEADER = ("", "device", "time", "cost", "peak memory", "kWh", "kg CO2e", "layout")


def lines(quote: Quote, recipe: str = "recipe.yaml") -> list[str]:
    """All that `modelyard plan` prints."""
    found = [*head(quote), *aligned(table(quote))]
    refused = refusals(quote.rows)
    if refused:
        found += ["does not fit", *refused]
    best = quote.best
    if best is None:
        found.append(f"recommended   none: {quote.why}")
    else:
        found.append(f"recommended   {best.name}: {quote.why}")
    found += quality(quote) + what_if(quote) + serving(quote)
    found += [f"  note: {note}" for note in quote.notes]
    found.append(f"next: {next_command(quote, recipe)}")
    return found


def next_command(quote: Quote, recipe: str) -> str:
    """What runs the recommended row: here, or on the machines that it names, in its layout."""
    best = quote.best
    if best is None or best.trainer:
        return f"modelyard plan {recipe} --what-if device=h100, or a smaller model"
    if best.device == HERE:
        return f"modelyard run {recipe}"
    size = str(best.model.get("overrides") or "")
    asked = " ".join(one for one in (recipe, size, *best.overrides) if one)
    if best.count == 1:
        return f"modelyard run {asked}     on a {best.device}"
    node = min(best.count, NODE, hardware.find(best.device).domain)
    nodes = f" --nodes {best.count // node}" if best.count > node else ""
    return f"modelyard launch {asked}{nodes} --gpus-per-node {node}     on {best.name}"


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(c + " " * (w - len(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]


def head(quote: Quote) -> list[str]:
    """What is trained, on what."""
    work, data = quote.work, quote.data
    model = str(work["family"])
    if work.get("parameters"):
        model += f", {quantity(work['parameters'])} parameters"
        if work.get("trained") and work["trained"] < work["parameters"]:
            model += f" ({quantity(work['trained'])} trained)"
    rows = f"{data['rows']:,} rows" if not work.get("unique_tokens") else f"{quantity(work['unique_tokens'])} tokens"
    about = "" if data["exact"] and not work.get("unique_tokens") else "about "
    steps = f", {counted(work['steps'], 'step')} of {work['batch']:,}" if work.get("parameters") else ""
    passes = f" ({number(work['epochs'], 3)} passes)" if work.get("parameters") else ""
    return [f"{quote.title}   {about}{rows}   {model}{steps}{passes}"]


def table(quote: Quote) -> list[tuple[str, ...]]:
    """The header and a row of cells for each device that is shown."""
    shown = choosing.shown(quote.rows, quote.recommended)
    return [HEADER, *(_cells(quote.rows[i], i == quote.recommended) for i in shown if quote.rows[i].fits)]


def _cells(row: Row, recommended: bool) -> tuple[str, ...]:
    return (
        "->" if recommended else "",
        row.name,
        hours(row.hours),
        usd(row.usd),
        memory(row),
        energy(row.kwh),
        energy(row.kgco2e),
        row.layout,
    )


def hours(band: Band | None) -> str:
    """`6.2 min +-0.9`; a band that is wide or lopsided as its ends: `6.2 min [2.1, 17]`."""
    if band is None:
        return "-"
    seconds = band * 3600
    value = duration(seconds.value)
    scale = _UNITS[value.rpartition(" ")[2]] if seconds.value else 1.0
    half = (seconds.high - seconds.low) / 2
    if half <= NARROW * seconds.value:
        return f"{value} +-{half / scale:.2g}"
    return f"{value} [{seconds.low / scale:.2g}, {seconds.high / scale:.3g}]"


def usd(band: Band | None) -> str:
    """`$12.40 [9.1, 16]`."""
    if band is None:
        return "no price"
    return f"{money(band.value)} [{money(band.low, '')}, {money(band.high, '')}]"


def money(value: float, sign: str = "$") -> str:
    """Dollars with cents where they matter."""
    if value >= 1000:
        return f"{sign}{value:,.0f}"
    if value >= 0.01:
        return f"{sign}{value:.2f}"
    return f"{sign}{value:.1g}" if value else f"{sign}0"


def memory(row: Row) -> str:
    """`1.9 GB +-0.3 of 80`."""
    value = size(row.peak_bytes.value)
    unit = value.rpartition(" ")[2]
    half = (row.peak_bytes.high - row.peak_bytes.low) / 2 / {"kB": 1e3, "MB": 1e6, "GB": 1e9}.get(unit, 1.0)
    return f"{value} +-{number(half, 2)} of {row.memory_bytes / 1e9:.3g}"


def energy(band: Band | None) -> str:
    """`2.1 [1.2, 4.8]`."""
    if band is None:
        return "-"
    return f"{number(band.value, 2)} [{number(band.low, 1)}, {number(band.high, 2)}]"


def refusals(rows: Sequence[Row], most: int = 4) -> list[str]:
    """What does not fit, by how much, and the change that would make it fit: of a device the count that lacks least.

    Devices that no count of fits come first.
    """
    nearest: dict[str, Row] = {}
    for row in rows:
        kept = nearest.get(row.device)
        if not row.fits and (kept is None or row.short_bytes < kept.short_bytes):
            nearest[row.device] = row
    able = {row.device for row in rows if row.fits}
    chosen = sorted(nearest.values(), key=lambda row: (row.device != HERE, row.device in able, row.short_bytes))
    return [f"  {row.name} lacks {size(row.short_bytes)}: {row.remedy}" for row in chosen[:most]]


def quality(quote: Quote) -> list[str]:
    """What the model will be worth, and what would make it better."""
    found = quote.quality
    if not found:
        return []
    if "points" in found:
        return _learned(found)
    bits = found["bits_per_byte"]
    stretched = "; the laws are stretched to models and texts this small" if found["stretched"] else ""
    return [
        f"quality       {bits['value']:.2f} bits per byte [{bits['low']:.2f}, {bits['high']:.2f}] of text like English "
        f"web pages ({', '.join(found['sources'])}{stretched})",
        f"  10 x the text {found['more_data']:.2f}, 10 x the parameters {found['larger']:.2f}, 10 x the steps "
        f"{found['longer']:.2f}: with ten times the compute {found['better']} gives more",
    ]


def _learned(found: Mapping[str, Any]) -> list[str]:
    expected, ten, gain = found["expected"], found["ten_times"], found["gain_of_ten_times"]
    metric = str(found["metric"]).replace("_", " ")
    sizes = ", ".join(f"{point['examples']:,}" for point in found["points"])
    return [
        f"quality       {metric} {expected['value']:.4f} [{expected['low']:.4f}, {expected['high']:.4f}] on all of the "
        f"data, by its own learning curve (trained on {sizes} examples)",
        f"  10 x the labels {ten['value']:.4f} [{ten['low']:.4f}, {ten['high']:.4f}]: "
        f"lower by {gain['value']:.4f} [{gain['low']:.4f}, {gain['high']:.4f}]",
    ]


def what_if(quote: Quote) -> list[str]:
    """One line a question: this machine and the row that would be recommended then, beside the base."""
    found = []
    for asked in quote.what_if:
        parts = []
        for name, label in (("here", "here"), ("best", "")):
            row = asked[name]
            if row is None:
                parts.append(f"nothing fits: {asked['why']}")
                continue
            device = label or (row["device"] if row["count"] == 1 else f"{row['count']} x {row['device']}")
            if name == "best" and row["device"] == HERE:
                continue
            if row["hours"] is None:
                again = name == "here" and row["remedy"] == quote.here.remedy
                parts.append(f"{device} does not fit" + ("" if again else f" ({row['remedy']})"))
                continue
            hours_, usd_ = Band(**row["hours"]), row["usd"] and Band(**row["usd"])
            parts.append(f"{device} {hours(hours_)}, {usd(usd_)}, {size(row['peak_bytes']['value'])}")
        bits = (asked.get("quality") or {}).get("bits_per_byte")
        if bits:
            parts.append(f"{bits['value']:.2f} bits per byte")
        found.append(f"what if {asked['text']}:  " + "   ".join(parts))
    return found


def serving(quote: Quote, most: int = 5) -> list[str]:
    """What a service would cost on the cheapest devices."""
    if not quote.serving:
        return []
    load = quote.serving["load"]
    latency = f" within {duration(load['latency_seconds'])}" if load.get("latency_seconds") else ""
    tokens = f" of {load.get('tokens_in', 0)} + {load.get('tokens_out', 0)} tokens" if load.get("tokens_out") else ""
    head_ = f"serving       {number(load['requests_per_second'], 3)} requests/s{tokens}{latency}"
    devices = quote.serving["devices"]
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
                one["device"] if one["devices"] == 1 else f"{one['devices']} x {one['device']}",
                f"{money(cost['value'])} (full {money(full['value'])})",
                "-" if million is None else money(million["value"]),
                duration(one["latency_seconds"]["value"]),
                f"{number(one['capacity_per_second'], 3)}/s",
                _even(even, margin),
                "-" if one["runway_months"] is None else _months(one["runway_months"]),
            )
        )
    return [head_, *aligned(rows)]


def _even(even: float | None, margin: float | None) -> str:
    if margin is None:
        return "-"
    text = "never at this price" if even is None else f"from {number(even, 3)}/s"
    return f"{text} (margin {100 * margin:.0f} %)"


def _months(months: float) -> str:
    return "pays for itself" if months >= LONGEST_RUNWAY_MONTHS else f"{months:.1f} months"
