"""The table of `serving.py` in words."""

from __future__ import annotations

from typing import Any

NAMES = {
    "modelyard": "Modelyard",
    "bare": "ONNX Runtime in a bare FastAPI handler",
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

    def ratio(peer: str) -> float:
        return float(own["32"]["requests_per_second"] / servers[peer]["32"]["requests_per_second"])

    wait = own["1"]["p50_ms"] - servers["bare"]["1"]["p50_ms"]
    failed = sum(number for row in own.values() for status, number in row["not_200"].items() if status >= "5")
    slow = result["slow_clients"]
    growth = slow["p99_ms_among"] / slow["p99_ms_alone"]
    ready = result["ready_seconds"]["median"]
    rows = [
        ("32 connections: at least 1.7 times BentoML", f"{ratio('bentoml'):.2f} times", ratio("bentoml") >= 1.7),
        ("32 connections: at least 1.1 times the bare handler", f"{ratio('bare'):.2f} times", ratio("bare") >= 1.1),
        ("32 connections: p99 under 130 ms", f"{own['32']['p99_ms']:.1f} ms", own["32"]["p99_ms"] < 130),
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
