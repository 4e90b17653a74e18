"""A quote as lines for the terminal: the table, the recommended row and why, what does not fit and what would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.words import counted, number, quantity, size
from modelyard.planning import choosing, hardware
from modelyard.planning.answers import telling
from modelyard.planning.counting import NODE
from modelyard.planning.figures import aligned, ended, energy, hours, memory, usd
from modelyard.planning.quote import HERE, Band, Quote, Row

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
        found.append(f"recommended   {best.name}: {quote.why}{_chosen(best.model)}")
    found += quality(quote) + what_if(quote) + telling.lines(quote.serving)
    found += [f"  note: {note}" for note in quote.notes]
    found.append(f"next: {next_command(quote, recipe)}")
    return found


def _chosen(model: Mapping[str, Any]) -> str:
    """The size that a budget buys: `; 5 layers of width 320, 8.67 M parameters on 9.83 M tokens`."""
    if not model:
        return ""
    sizes = f"{model['layers']} layers of width {model['width']}, {quantity(model['parameters'])} parameters"
    return f"; {sizes} on {quantity(model['tokens'])} tokens"


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
    steps = int(quote.work.get("steps") or 0)
    return [HEADER, *(_cells(quote.rows[i], i == quote.recommended, steps) for i in shown if quote.rows[i].fits)]


def _cells(row: Row, recommended: bool, steps: int) -> tuple[str, ...]:
    return (
        "->" if recommended else "",
        row.name,
        hours(row.hours),
        usd(row.usd),
        memory(row),
        energy(row.kwh),
        energy(row.kgco2e),
        row.layout + ended(row.steps, row.late, row.over_budget, steps),
    )


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
            left = ended(row["steps"], row["late"], row["over_budget"], int(asked["work"]["steps"]))
            parts.append(f"{device} {hours(hours_)}, {usd(usd_)}, {size(row['peak_bytes']['value'])}{left}")
        bits = (asked.get("quality") or {}).get("bits_per_byte")
        if bits:
            parts.append(f"{bits['value']:.2f} bits per byte")
        found.append(f"what if {asked['text']}:  " + "   ".join(parts))
    return found
