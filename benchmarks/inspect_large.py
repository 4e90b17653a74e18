"""Inspect a large CSV and show that memory does not grow with it.

Run: python benchmarks/inspect_large.py --gigabytes 5
The file is made in a temporary directory (a table of orders with Chinese and English reviews, 1 % repeated rows) and
removed at the end. Inspection runs in its own process, so that the peak is its own.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

HEADER = "order_id,bought,customer,age,price,quantity,city,review,label\n"
BLOCK_ROWS, BLOCKS = 20_000, 10
CITIES = ("北京", "上海", "Paris", "São Paulo", "Lagos", "New York", "深圳")
WORDS = (
    "quick",
    "slow",
    "kind",
    "fresh",
    "cold",
    "again",
    "never",
    "price",
    "很好",
    "难吃",
    "快",
    "服务",
    "包装",
    "drôle",
)

INSPECT = """
import json, os, resource, sys, time
from modelyard.core.recipe import Data
from modelyard.data.inspect import inspect
from modelyard.data.sources import open_source
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
section = Data(train=(sys.argv[1],))
started = time.perf_counter()
profile = inspect(open_source(section.train, section))
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": profile.rows, "seconds": seconds, "peak_bytes": peak * 1024, "before_bytes": before * 1024,
    "repeated": profile.repeated, "estimated": list(profile.estimated),
    "kinds": {c.name: c.kind for c in profile.columns},
    "distinct": {c.name: [c.distinct, "distinct" in c.estimated] for c in profile.columns}}))
"""


def block(dice: np.random.Generator) -> list[str]:
    """Rows without their number."""
    cities, words = dice.choice(CITIES, BLOCK_ROWS), dice.choice(WORDS, (BLOCK_ROWS, 24))
    ages, prices = dice.integers(18, 90, BLOCK_ROWS), dice.lognormal(3, 1, BLOCK_ROWS).round(2)
    amounts, labels = dice.integers(1, 9, BLOCK_ROWS), dice.integers(0, 2, BLOCK_ROWS)
    customers, days = dice.integers(0, 3_000_000, BLOCK_ROWS), dice.integers(1, 29, BLOCK_ROWS)
    return [
        f",2026-0{days[i] % 9 + 1}-{days[i]:02d},c{customers[i]},{ages[i] if i % 50 else ''},{prices[i]},"
        f'{amounts[i]},{cities[i]},"{" ".join(words[i])}, {i}",{labels[i]}\n'
        for i in range(BLOCK_ROWS)
    ]


def generate(path: Path, size: int) -> None:
    """Write blocks of rows until the file has `size` bytes: BLOCKS different ones, numbered on.

    The first 1 % of each block is written twice.
    """
    dice = np.random.default_rng(0)
    blocks = [block(dice) for _ in range(BLOCKS)]
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        first = 0
        while file.buffer.tell() < size:
            rows = blocks[first // BLOCK_ROWS % BLOCKS]
            lines = [f"{number}{row}" for number, row in enumerate(rows, first)]
            file.write("".join(lines))
            file.write("".join(lines[: BLOCK_ROWS // 100]))
            first += BLOCK_ROWS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gigabytes", type=float, default=5.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "orders.csv"
        started = time.perf_counter()
        generate(path, int(arguments.gigabytes * 1e9))
        size = path.stat().st_size
        print(f"made {size / 1e9:.2f} GB in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        child = subprocess.run(
            [sys.executable, "-c", INSPECT, str(path)], capture_output=True, text=True, env={**os.environ}, check=True
        )
        result = json.loads(child.stdout)
    print(f"file            {size / 1e9:.2f} GB, {result['rows']:,} rows")
    print(f"peak memory     {result['peak_bytes'] / 2**20:,.0f} MiB ({result['before_bytes'] / 2**20:,.0f} before)")
    print(f"time            {result['seconds']:,.1f} s, {size / 1e6 / result['seconds']:,.1f} MB/s")
    print(f"repeated rows   {result['repeated']:,} {'(estimated)' if result['estimated'] else ''}")
    for name, kind in result["kinds"].items():
        distinct, estimated = result["distinct"][name]
        print(f"  {name:<10} {kind:<11} {distinct:>12,} different values{' (estimated)' if estimated else ''}")


if __name__ == "__main__":
    main()
