"""Which row of a quote to take, and which of them to show."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.planning.quote import HERE, Row, frontier
from modelyard.planning.quoting import Wish

PATIENCE_HOURS = 0.5  # a training that this machine does in so long is not worth renting another
A_DAY = 24.0
ALIKE = 0.005  # expected losses nearer than this are the same


def recommend(found: Sequence[Row], wish: Wish) -> tuple[int | None, str]:
    """The place of the row to take, and why; one that needs another trainer only where no other fits."""
    fitting = [i for i, row in enumerate(found) if row.fits]
    usable = [i for i in fitting if not found[i].trainer]
    if fitting and not usable:
        cheapest = min(fitting, key=lambda i: (_usd_of(found[i]) if found[i].usd else 1e12, _hours_of(found[i])))
        return cheapest, "it fits in no layout that this engine runs; of other trainers' this is the cheapest"
    if not usable:
        least = min(found, key=lambda row: row.short_bytes)
        return None, f"nothing here fits; the least that is missing is {least.short_bytes / 1e9:.3g} GB on {least.name}"
    here = found[0]
    asked_here = wish.on in (None, "here", HERE)
    if not asked_here and len(found) > 1:
        usable = [i for i in usable if i > 0] or usable
    in_time = [i for i in usable if not found[i].late]
    if not in_time:
        most = max(usable, key=lambda i: found[i].steps)
        return most, f"none is done within {wish.deadline_hours:g} hours, which end the training; here it sees the most"
    if wish.usd is not None and any(found[i].model.get("loss") for i in in_time):
        losses = {i: float(found[i].model.get("loss", 1e9)) for i in in_time}
        alike = [i for i, loss in losses.items() if loss <= min(losses.values()) * (1 + ALIKE)]
        best = min(alike, key=lambda i: (_usd_of(found[i]) if found[i].usd else 1e12, _hours_of(found[i])))
        return best, "the lowest expected loss that the budget buys, and the cheapest of those"
    whole = [i for i in in_time if not found[i].over_budget]
    if asked_here and here.hours is not None and here.hours.value <= PATIENCE_HOURS and 0 in (whole or in_time):
        return 0, "it is done here before another machine would be rented and set up"
    if not whole:
        most = max(in_time, key=lambda i: found[i].steps)
        return most, "the budget ends the training early everywhere; here it sees the most"
    if asked_here and wish.limit_hours is not None and 0 in whole:
        return 0, "this machine does all of it within the budget"
    priced = [i for i in whole if found[i].usd is not None]
    if not priced:
        fewest = min(whole, key=lambda i: (_hours_of(found[i]) * found[i].count, _hours_of(found[i])))
        return fewest, "the fewest hours of devices; there are no prices to compare"
    quick = [i for i in priced if _hours_of(found[i]) <= A_DAY] or priced
    cheapest = min(quick, key=lambda i: (_usd_of(found[i]), _hours_of(found[i])))
    why = "the cheapest that is done within a day" if _hours_of(found[cheapest]) <= A_DAY else "the cheapest"
    if wish.deadline_hours is not None:
        why = f"the cheapest that is done within {wish.deadline_hours:g} hours"
    return cheapest, why


def _hours_of(row: Row) -> float:
    assert row.hours is not None
    return row.hours.value


def _usd_of(row: Row) -> float:
    assert row.usd is not None
    return row.usd.value


def shown(found: Sequence[Row], recommended: int | None, most: int = 9) -> list[int]:
    """The places of the rows that a table shows: this machine, the frontier, then the cheapest of each device.

    Where this machine does it in minutes, a few others are enough.
    """
    here = found[0].hours
    if here is not None and here.value <= PATIENCE_HOURS:
        most = 4
    keep = {0} | ({recommended} if recommended is not None else set())
    edge = [found.index(row) for row in frontier(found) if row.device != HERE]
    for others in (True, False):  # what another trainer would save, if it would: its cheapest and its fastest
        foreign = [i for i, row in enumerate(found) if row.trainer and row.fits and (row.usd is not None or others)]
        if foreign:
            best = min(foreign, key=lambda i: _hours_of(found[i]) if others else _usd_of(found[i]))
            keep.add(best)
    step = max(1.0, (len(edge) - 1) / max(1, most - len(keep) - 1))
    keep |= {edge[min(len(edge) - 1, round(i * step))] for i in range(most - len(keep))} if edge else set()
    by_device: dict[str, int] = {}
    for i, row in enumerate(found):
        if row.usd is not None and i and not row.trainer:
            kept = by_device.get(row.device)
            if kept is None or _usd_of(found[kept]) > _usd_of(row):
                by_device[row.device] = i
    for i in sorted(by_device.values(), key=lambda i: _usd_of(found[i])):
        if len(keep) >= most:
            break
        keep.add(i)
    return sorted(keep, key=lambda i: (i > 0, _hours_of(found[i]) if found[i].fits else 1e12))
