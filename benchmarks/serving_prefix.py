"""Time to the first token of prompts whose beginning is known to the server, beside prompts that are all new.

Run: python benchmarks/serving_prefix.py [--work build/serving] [--rounds 20] [--shared 1000] [--new 40]
A server of a decoder of 10 M parameters (6 layers of width 320, context 2,048, one thread), one client. In every round,
in drawn order: a prompt that begins with the shared tokens and ends with new ones, and a prompt of as many tokens that
are all new. Medians; the ratio is of the same round. Writes results/serving_prefix.json.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from serving_model import build_writer  # noqa: E402
from serving_soak import Server, ask  # noqa: E402


async def first_token(port: int, prompt: list[int]) -> float:
    """Seconds from sending a request to its first event."""
    began = time.perf_counter()
    body = {"prompt": prompt, "max_tokens": 8, "temperature": 0, "stream": True}
    reply = await ask(port, "/v1/completions", body, events=1)
    assert reply.status == 200 and reply.events, reply.body
    seconds = time.perf_counter() - began
    await asyncio.sleep(0.2)  # the server notices that the client has gone
    return seconds


async def measure(run: Path, chosen: argparse.Namespace) -> dict:
    dice = random.Random(0)
    vocabulary = json.loads((run / "config.json").read_text(encoding="utf-8"))["vocab_size"]

    def tokens(count: int) -> list[int]:
        return [dice.randrange(300, vocabulary) for _ in range(count)]

    shared = tokens(chosen.shared)
    server = Server({"writer": run}, ("writer",))
    found: dict[str, list[float]] = {"shared": [], "new": []}
    try:
        await server.ready()
        for _ in range(3):  # the beginning is held from the second prompt that has it
            await first_token(server.port, shared + tokens(chosen.new))
            await first_token(server.port, tokens(chosen.shared + chosen.new))
        for _ in range(chosen.rounds):
            kinds = list(found)
            dice.shuffle(kinds)
            for kind in kinds:
                prompt = (shared if kind == "shared" else tokens(chosen.shared)) + tokens(chosen.new)
                found[kind].append(await first_token(server.port, prompt))
        text = (await ask(server.port, "/metrics", None)).body.decode()
    finally:
        server.end(signal.SIGTERM)
    reused = next(line for line in text.splitlines() if line.startswith("modelyard_prompt_tokens_reused_total"))
    ratios = [new / old for old, new in zip(found["shared"], found["new"], strict=True)]
    return {
        "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
        "machine": f"{os.cpu_count()} cores",
        "load": [round(value, 1) for value in os.getloadavg()],
        "prompt_tokens": chosen.shared + chosen.new,
        "shared_tokens": chosen.shared,
        "first_token_ms": {kind: round(1e3 * statistics.median(times), 1) for kind, times in found.items()},
        "times_sooner": {"median": round(statistics.median(ratios), 2), "least": round(min(ratios), 2)},
        "all_ms": {kind: [round(1e3 * one, 1) for one in times] for kind, times in found.items()},
        "tokens_reused": float(reused.rpartition(" ")[2]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/serving"))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--shared", type=int, default=1000)
    parser.add_argument("--new", type=int, default=40)
    chosen = parser.parse_args()
    result = asyncio.run(measure(build_writer(chosen.work / "writer2048", context=2048), chosen))
    (HERE / "results" / "serving_prefix.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({key: value for key, value in result.items() if key != "all_ms"}, indent=1))


if __name__ == "__main__":
    main()
