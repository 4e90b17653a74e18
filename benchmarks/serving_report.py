"""The table of `serving.py` in words."""

from __future__ import annotations

from typing import Any

NAMES = {
    "modelyard": "Modelyard",
    "modelyard-int8": "Modelyard, 8 bits",
    "bare": "ONNX Runtime in a bare FastAPI handler",
    "bare-int8": "ONNX Runtime in a bare FastAPI handler, 8 bits",
    "bentoml": "BentoML, adaptive batching",
    "pipeline": "transformers pipeline in FastAPI",
}


def markdown(result: dict[str, Any]) -> str:
    """The page that stands beside the numbers."""
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    lines = [
        "# Serving a small text encoder",
        "",
        f"{result['date']}, {result['machine']}, load average {result['load_average_before']} before. {versions}.",
        f"Model: {result['model']}. One compute thread each. Median of {result['rounds']} rounds of "
        f"{result['seconds']:g} s, servers in turn within a round; the load generator is a process of its own on the "
        "same machine. Command: `python benchmarks/serving.py`.",
        "",
        "| server | connections | requests/s | p50 ms | p99 ms | not 200 |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for name, table in result["servers"].items():
        for count, row in table.items():
            failed = ", ".join(f"{number} x {status}" for status, number in row["not_200"].items()) or "none"
            lines.append(
                f"| {NAMES[name]} | {count} | {row['requests_per_second']:.0f} | {row['p50_ms']:.2f} | "
                f"{row['p99_ms']:.1f} | {failed} |"
            )
    lines += ["", "| target | measured | met |", "| --- | --- | --- |", *targets(result), ""]
    return "\n".join(lines)


def targets(result: dict[str, Any]) -> list[str]:
    """What was promised, and what came."""
    servers = result["servers"]
    own = servers["modelyard"]

    def ratio(one: str, other: str) -> float:
        return float(servers[one]["32"]["requests_per_second"] / servers[other]["32"]["requests_per_second"])

    small = servers["modelyard-int8"]
    beyond = result["beyond"]
    odd = {status for one in beyond.values() for status in one["statuses"] if status not in ("200", "429")}
    refused = sum(one["statuses"].get("429", 0) for one in beyond.values())
    slowest = max(one["p99_ms"] for one in beyond.values())
    knee = sum(sum(row["not_200"].values()) for table in (own, small) for row in table.values())
    wait = own["1"]["p50_ms"] - servers["bare"]["1"]["p50_ms"]
    failed = sum(number for row in own.values() for status, number in row["not_200"].items() if status >= "5")
    slow = result["slow_clients"]
    growth = slow["p99_ms_among"] / slow["p99_ms_alone"]
    ready = result["ready_seconds"]["median"]
    rows = [
        _times("32 connections: at least 2.2 times BentoML", ratio("modelyard", "bentoml"), 2.2),
        _times("the same in 8 bits", ratio("modelyard-int8", "bentoml"), 2.2),
        _times("32 connections, 8 bits: at least 1.5 times the bare handler", ratio("modelyard-int8", "bare"), 1.5),
        _times("32 connections, float32: at least 1.1 times the bare handler", ratio("modelyard", "bare"), 1.1),
        (
            "32 connections: p99 at most 120 ms",
            f"{own['32']['p99_ms']:.1f} ms, in 8 bits {small['32']['p99_ms']:.1f} ms",
            max(own["32"]["p99_ms"], small["32"]["p99_ms"]) <= 120,
        ),
        ("no error up to 32 connections", str(knee), knee == 0),
        (
            "beyond it, with --latency-ms 100: 429 and nothing else, p99 of those answered at most 120 ms",
            f"{refused:,} x 429, {', '.join(sorted(odd)) or 'no other'}, p99 {slowest:.1f} ms",
            refused > 0 and not odd and slowest <= 120,
        ),
        ("no 5xx", str(failed), failed == 0),
        ("1 connection: p50 within 0.5 ms of the bare handler", f"{wait:+.2f} ms", wait <= 0.5),
        ("ready in under 1.5 s", f"{ready:.2f} s", ready < 1.5),
        (
            f"p99 among {slow['connections']} slow connections under twice its base",
            f"{growth:.2f} times ({slow['p99_ms_alone']:.1f} to {slow['p99_ms_among']:.1f} ms; {slow['cut']} cut)",
            growth < 2,
        ),
    ]
    return [f"| {name} | {value} | {'yes' if met else 'no'} |" for name, value, met in rows]


def _times(name: str, measured: float, least: float) -> tuple[str, str, bool]:
    return name, f"{measured:.2f} times", measured >= least
