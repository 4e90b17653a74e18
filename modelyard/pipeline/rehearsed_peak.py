"""The most that a run will have resident, by the marks of its rehearsal."""

from __future__ import annotations

from typing import Any

from modelyard.pipeline.rehearsal_marks import Marks, timing_seconds

# Bytes held for a byte of data: rows as Python objects, and encoded.
HELD = {"text": 4.0, "table": 4.0, "conversations": 2.0, "pairs": 2.0}
# What exporting a network and answering with it add to the peak where the rehearsal did not come so far.
EXPORT_BYTES, EVALUATION_BYTES = 150e6, 50e6
# A solver's first rows cost more than later ones (trees reach their size, words repeat). A byte beyond them added
# 62 bytes of movielens, 65 (elec2), 11 (adult) and 54 (waimai), where the slope of the first said 616, 119, 21 and 159.
MOST_HELD = 64.0
# What a solver leaves resident that was not reached: its library, and what it has fitted.
SOLVER_BYTES = 130e6
# What a later shape leaves, of what the first ones left: it finds some of their room. On two encoders: 0.7, 0.8.
LATER_SHAPES = 0.75


def peak_bytes(marks: Marks, network: dict[str, Any]) -> float | None:
    """The most that the run will have resident: the rehearsal's own, and what the rest of the data would add."""
    held = [record for record in marks.records if "peak_bytes" in record]
    if not held or not marks.one("ground"):
        return None
    if network and not timing_seconds(network):  # the copy of the model that steps are timed on: the run makes none
        held = [record for record in held if record["part"] != "network"]
    on_device = [float(record.get("device_peak_bytes", 0)) for record in held]
    if any(on_device):  # rows, solvers and exports lie in main memory, and a GPU's kernels leave nothing by shape
        return max(on_device)
    peaks = [float(record["peak_bytes"]) for record in held]
    resident = next(float(record["resident_bytes"]) for record in reversed(marks.records) if "resident_bytes" in record)
    solvers = {record["family"]: marks.all("solver", family=record["family"]) for record in marks.all("solver")}
    if network:  # the run fits its solvers before: what they leave is resident while the network trains
        left = sum(max(0.0, points[-1]["resident_bytes"] - points[0]["resident_before"]) for points in solvers.values())
        unseen_solvers = SOLVER_BYTES * len(set(marks.one("ground")["solvers"]) - set(solvers))
        left += unseen_solvers
        peaks += [float(record["peak_bytes"]) + left for record in held if record["part"] in ("network", "loop")]
        loop = marks.one("loop")
        if loop:  # batches of other shapes than were dealt will leave their kernels' space, too
            unseen = max(0, loop["shapes"] - loop["shapes_seen"])
            peaks.append(float(loop["peak_bytes"]) + left + LATER_SHAPES * unseen * float(loop["shape_bytes"]))
        if not marks.one("stage", name="package"):
            peaks.append(resident + unseen_solvers + EXPORT_BYTES + 2 * float(network["weight_bytes"]))
        elif not marks.one("stage", name="evaluate"):
            peaks.append(resident + EVALUATION_BYTES)
    for points in solvers.values():
        if len(points) > 1:
            first, last = points[0], points[-1]
            slope = (last["peak_bytes"] - first["peak_bytes"]) / max(1, last["rows"] - first["rows"])
            slope = min(max(0.0, slope), MOST_HELD * marks.look["stored_bytes"] / max(1, marks.look["whole"]))
            peaks.append(last["peak_bytes"] + slope * (last["of"] * marks.scale - last["rows"]))
    more = HELD.get(str(marks.look.get("sort")), 0.0) * marks.look["stored_bytes"] * (1 - 1 / marks.scale)
    return float(max(peaks) + more)
