"""Prices out of a catalogue of SkyPilot: `<provider>/vms.csv`, an instance type and region a row.

Source: skypilot-org/skypilot-catalog, catalogs/v8: InstanceType, AcceleratorName, AcceleratorCount, vCPUs, Price,
SpotPrice, Region among its columns, whose order differs by provider.
"""

from __future__ import annotations

import csv
import math
import statistics
from collections.abc import Mapping
from pathlib import Path

from modelyard.core.errors import DataError
from modelyard.planning.money.prices import PROCESSOR, Price

COLUMNS = ("InstanceType", "AcceleratorName", "AcceleratorCount", "vCPUs", "Price", "SpotPrice")
# SkyPilot's names of accelerators, as ours.
NAMES = {
    "A10": "A10-24GB",
    "A100": "A100-SXM-40GB",
    "A100-80GB": "A100-PCIe-80GB",
    "A100-80GB-SXM": "A100-SXM-80GB",
    "A10G": "A10G-24GB",
    "A40": "A40-48GB",
    "A6000": "RTXA6000-48GB",
    "B200": "B200-SXM-180GB",
    "B300": "B300-SXM-288GB",
    "GH200": "GH200-96GB",
    "H100": "H100-PCIe-80GB",
    "H100-80GB": "H100-SXM-80GB",
    "H100-SXM": "H100-SXM-80GB",
    "H100-NVL": "H100-NVL-94GB",
    "H200": "H200-SXM-141GB",
    "H200-SXM": "H200-SXM-141GB",
    "L4": "L4-24GB",
    "L40S": "L40S-48GB",
    "MI300X": "MI300X",
    "RTX3090": "RTX3090-24GB",
    "RTX4090": "RTX4090-24GB",
    "RTX6000-Ada": "RTX6000Ada-48GB",
    "RTX-6000-Ada": "RTX6000Ada-48GB",
    "T4": "T4-16GB",
    "V100": "V100-SXM2-16GB",
    "V100-32GB": "V100-SXM2-32GB",
    "tpu-v5litepod": "TPUv5e",
    "tpu-v5p": "TPUv5p",
    "tpu-v6e": "TPUv6e",
}
# Of these the largest instances hold SXM parts; the name alone does not tell.
_BY_COUNT = {"A100-80GB": "A100-SXM-80GB", "H100": "H100-SXM-80GB"}
_WHOLE_NODE = 8


def read_csv(path: Path, *, provider: str, date: str) -> tuple[list[Price], list[str]]:
    """The lowest on-demand and spot price a device and count over the regions, and what was left out.

    An accelerator's row without an instance type (Google's) is of the accelerator alone, and is left out.
    Raises: DataError for a file that is no such catalogue.
    """
    found: dict[tuple[str, str, int], float] = {}
    processors: list[float] = []
    unknown: set[str] = set()
    alone = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            lacking = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if lacking:
                raise DataError(
                    f"a SkyPilot catalogue has a column {lacking[0]}",
                    where=str(path),
                    remedy="Take catalogs/<version>/<provider>/vms.csv.",
                )
            for row in reader:
                name, count = row["AcceleratorName"], _number(row, "AcceleratorCount")
                if not name:
                    price, size = _number(row, "Price"), _number(row, "vCPUs")
                    if price and size:
                        processors.append(price / size)
                    continue
                if not row["InstanceType"]:
                    alone += 1
                    continue
                device = _device(name, count)
                if device is None or not count or count < 1:
                    unknown.add(name)
                    continue
                for column, kind in (("Price", "on-demand"), ("SpotPrice", "spot")):
                    price = _number(row, column)
                    if price:
                        key = (device, kind, int(count))
                        found[key] = min(found.get(key, math.inf), price / count)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"this catalogue cannot be read ({error})", where=str(path), remedy="Fetch it again."
        ) from error
    source = f"SkyPilot catalogue {path.parent.name}/{path.name}"
    rows = [
        Price(device=device, provider=provider, usd_per_hour=price, count=count, type=kind, date=date, source=source)
        for (device, kind, count), price in sorted(found.items())
    ]
    if processors:
        middle = statistics.median(processors)
        rows.append(Price(device=PROCESSOR, provider=provider, usd_per_hour=middle, date=date, source=source))
    notes = []
    if unknown:
        notes.append(f"not in the catalogue of devices: {', '.join(sorted(unknown))}")
    if alone:
        notes.append(f"{alone} rows are of an accelerator without its host, and were left out")
    return rows, notes


def _device(name: str, count: float | None) -> str | None:
    if count and count >= _WHOLE_NODE and name in _BY_COUNT:
        return _BY_COUNT[name]
    return NAMES.get(name)


def _number(row: Mapping[str, str | None], column: str) -> float | None:
    try:
        value = float(row[column] or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 else None
