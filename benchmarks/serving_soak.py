"""What a server of language models withstands: 64 streaming clients for a minute, and kill -9 under load.

    python benchmarks/serving_soak.py [--work build/serving] [--seconds 60] [--clients 64] [--kills 10]

Every text that is streamed is compared with the one that the same model writes alone, token for token: none may be
lost, doubled, or another client's. A tenth of the clients leave in the middle. Then a server of two models (that
decoder and a 4x256 encoder) is killed at random instants while clients ask: each must see a whole right answer or an
error, and the next server must be ready in under 5 s with the same answers. Writes benchmarks/results/serving_soak.json
and .md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from serving import ENVIRONMENT, free_port  # noqa: E402
from serving_clients import Broken, Reply, ask, text_of  # noqa: E402
from serving_model import build, build_writer, texts  # noqa: E402

PROMPTS, LONGEST = 60, 120
WARM_TEXTS = 3000
SETTLED = 15.0  # seconds after which memory is compared


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/serving"))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--turns-only", action="store_true", help="measure 1 and 16 clients again, keep the rest")
    options = parser.parse_args()
    runs = {"writer": build_writer(options.work / "writer"), "films": build(options.work / "run")}
    expected = references(runs)
    turns, used = in_turns(runs, expected)
    path = HERE / "results" / "serving_soak.json"
    if options.turns_only:
        result = json.loads(path.read_text(encoding="utf-8"))
        result |= {"tokens_per_second_by_clients": turns, "tokens_per_processor_second_by_clients": used}
        result["turns_date"] = time.strftime("%Y-%m-%d %H:%M", time.gmtime())
        result["turns_load"] = [round(value, 1) for value in os.getloadavg()]
        return finish(result)
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "versions": {name: metadata.version(name) for name in ("onnxruntime", "uvicorn", "modelyard")},
        "soak": asyncio.run(streamed(runs, expected, options.clients, options.seconds)),
        "tokens_per_second_by_clients": turns,
        "tokens_per_processor_second_by_clients": used,
        "kills": [asyncio.run(killed(runs, expected, seed)) for seed in range(options.kills)],
    }
    finish(result)


def finish(result: dict[str, Any]) -> None:
    (HERE / "results" / "serving_soak.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (HERE / "results" / "serving_soak.md").write_text(markdown(result), encoding="utf-8")
    print(markdown(result))


def in_turns(runs: dict[str, Path], expected: dict[str, Any]) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Tokens a second with one client and with 16, and tokens a second of the server's processor time."""
    turns: dict[str, list[float]] = {"1": [], "16": []}
    used: dict[str, list[float]] = {"1": [], "16": []}
    for _ in range(5):
        for count in turns:
            found = asyncio.run(streamed(runs, expected, int(count), 6.0))
            turns[count].append(found["tokens_per_second"])
            used[count].append(found["tokens_per_processor_second"])
    return turns, used


def references(runs: dict[str, Path]) -> dict[str, Any]:
    """Prompts with the tokens' texts that the decoder writes alone, and sentences with the encoder's labels."""
    from modelyard.inference.language import load
    from modelyard.inference.streaming import TextStream

    model = load(runs["writer"], threads=1)
    written: dict[str, list[str]] = {}
    seen: set[str] = set()  # by how they begin: two equal texts could be crossed unseen
    for prompt in dict.fromkeys(" ".join(one.split()[:6]) for one in texts(2 * PROMPTS)):
        if len(written) == PROMPTS:
            break
        found = model.generate(prompt, max_new_tokens=LONGEST, temperature=0)[0]
        cuts = []
        for count in range(1, len(found.tokens) + 1):
            stream = TextStream(model.task.tokenizer.decode, ())
            for token in found.tokens[:count]:
                stream.push(token)
            stream.close()
            cuts.append(stream.text)
        if cuts[min(9, len(cuts) - 1)] not in seen:
            seen.add(cuts[min(9, len(cuts) - 1)])
            written[prompt] = cuts
    predictor = load(runs["films"], threads=1)
    rows = texts(100)
    answers = predictor.predict([{"text": one} for one in rows])
    return {"written": written, "predicted": dict(zip(rows, answers, strict=True))}


class Server:
    """A server process of the two models (or the decoder alone)."""

    def __init__(self, runs: dict[str, Path], names: tuple[str, ...] = ("writer", "films")) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "modelyard", "serve", *(f"{name}={runs[name]}" for name in names)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        self.started = time.perf_counter()
        self.process = subprocess.Popen([*command, "--port", str(self.port)], env=ENVIRONMENT, **quiet)

    async def ready(self) -> float:
        """Seconds from its start until /health/ready says so."""
        while True:
            if self.process.poll() is not None:
                raise SystemExit("the server ended before it was ready")
            with suppress(OSError, Broken):
                if (await ask(self.port, "/health/ready", None)).status == 200:
                    return time.perf_counter() - self.started
            await asyncio.sleep(0.01)

    def memory(self) -> float:
        """MB in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor(self) -> float:
        """Seconds of processor time so far."""
        ticks = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def end(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)
        self.process.wait(60)


def judged(reply: Reply, expected: list[str], tokens: int) -> str:
    """What became of one stream: right, or how it is wrong."""
    if reply.status != 200:
        return f"status {reply.status}"
    if b'"error"' in reply.events[-1]:
        return "error in the stream"
    text, counted = text_of(reply)
    due = min(tokens, len(expected))
    if counted != due:
        return "tokens lost" if counted < due else "tokens too many"
    return "right" if text == expected[due - 1] else "another text"


async def streamed(runs: dict[str, Path], expected: dict[str, Any], clients: int, seconds: float) -> dict[str, Any]:
    """So many clients, each asking again as soon as it has its text."""
    server = Server(runs, ("writer",))
    try:
        await server.ready()
        if clients > 16:
            await warmed(server.port, expected, clients)
        outcomes: Counter[str] = Counter()
        tokens, end = 0, time.perf_counter() + seconds
        memory: list[tuple[float, float]] = []

        async def client(number: int) -> None:
            nonlocal tokens
            dice = random.Random(number)
            while time.perf_counter() < end:
                prompt, count = dice.choice(list(expected["written"])), dice.randrange(20, LONGEST + 1)
                body = {"prompt": prompt, "max_tokens": count, "temperature": 0, "stream": True}
                body["stream_options"] = {"include_usage": True}
                leaves = dice.randrange(1, 8) if clients > 1 and dice.random() < 0.1 else None
                try:
                    reply = await ask(server.port, "/v1/completions", body, events=leaves)
                except (Broken, OSError) as error:
                    outcomes[f"broken ({type(error).__name__})"] += 1
                    continue
                if leaves is not None and reply.status == 200:
                    begun = "".join(json.loads(one)["choices"][0]["text"] for one in reply.events[:leaves])
                    fits = expected["written"][prompt][-1].startswith(begun)
                    outcomes["left early" if fits else "another text"] += 1
                    continue
                outcome = judged(reply, expected["written"][prompt], count)
                outcomes[outcome] += 1
                if reply.status == 200:
                    tokens += text_of(reply)[1]

        async def watch() -> None:
            begin = time.perf_counter()
            while time.perf_counter() < end:
                memory.append((time.perf_counter() - begin, server.memory()))
                await asyncio.sleep(0.5)

        began, before = time.perf_counter(), server.processor()
        await asyncio.gather(watch(), *(client(i) for i in range(clients)))
        took = time.perf_counter() - began
        settled = [size for when, size in memory if SETTLED <= when < SETTLED + 10] or [memory[-1][1]]
        last = [size for when, size in memory if when >= seconds - 10]
        return {
            "clients": clients,
            "seconds": seconds,
            "outcomes": dict(outcomes),
            "tokens_per_second": round(tokens / took, 1),
            "tokens_per_processor_second": round(tokens / (server.processor() - before), 1),
            "memory_mb": [round(size, 1) for _, size in memory[:: max(1, len(memory) // 30)]],
            "memory_grew_mb": round(statistics.median(last) - statistics.median(settled), 2),
        }
    finally:
        server.end(signal.SIGTERM)


async def warmed(port: int, expected: dict[str, Any], clients: int) -> None:
    """Short texts first, so that every buffer and cache has been as large as it gets before memory is looked at."""
    for start in range(0, WARM_TEXTS, clients):
        prompts = [list(expected["written"])[(start + i) % len(expected["written"])] for i in range(clients)]
        bodies = [{"prompt": prompt, "max_tokens": 3, "temperature": 0, "stream": True} for prompt in prompts]
        await asyncio.gather(*(ask(port, "/v1/completions", body) for body in bodies))


async def killed(runs: dict[str, Path], expected: dict[str, Any], seed: int) -> dict[str, Any]:
    """One kill -9 under load, what the clients saw, and the server after it."""
    dice = random.Random(seed)
    server = Server(runs)
    await server.ready()
    outcomes: Counter[str] = Counter()
    stopped = False

    async def client(number: int) -> None:
        own = random.Random(1000 * seed + number)
        while not stopped:
            try:
                outcomes[await one_request(server.port, expected, own, streams=number % 2 == 0)] += 1
            except (Broken, OSError) as error:
                outcomes["broken" if isinstance(error, Broken) else "refused"] += 1
                return

    tasks = [asyncio.create_task(client(i)) for i in range(32)]
    await asyncio.sleep(dice.uniform(0.5, 2.5))
    os.killpg(server.process.pid, signal.SIGKILL)
    await asyncio.wait(tasks, timeout=20)
    stopped = True
    hung = sum(not task.done() for task in tasks)
    server.process.wait(20)
    after = Server(runs)
    try:
        seconds = await after.ready()
        again: Counter[str] = Counter()
        for i in range(30):
            again[await one_request(after.port, expected, dice, streams=i % 2 == 0)] += 1
    finally:
        after.end(signal.SIGTERM)
    return {"outcomes": dict(outcomes), "hung": hung, "ready_seconds": round(seconds, 3), "after": dict(again)}


async def one_request(port: int, expected: dict[str, Any], dice: random.Random, *, streams: bool) -> str:
    """A text from the decoder, or a prediction of the encoder: right, or how it is wrong."""
    if streams:
        prompt, count = dice.choice(list(expected["written"])), dice.randrange(20, LONGEST + 1)
        body = {"prompt": prompt, "max_tokens": count, "temperature": 0, "stream": True}
        body["stream_options"] = {"include_usage": True}
        return judged(await ask(port, "/v1/completions", body), expected["written"][prompt], count)
    row = dice.choice(list(expected["predicted"]))
    reply = await ask(port, "/v1/models/films/predict", {"inputs": [{"text": row}]})
    if reply.status != 200:
        return f"status {reply.status}"
    answer, due = json.loads(reply.body)["predictions"][0], expected["predicted"][row]
    near = all(abs(answer["scores"][label] - score) < 1e-4 for label, score in due["scores"].items())
    return "right" if near else "another answer"


def _by_processor(result: dict[str, Any]) -> str:
    used = result.get("tokens_per_processor_second_by_clients")
    if used is None:
        return ""
    ratio = statistics.median(many / one for one, many in zip(used["1"], used["16"], strict=True))
    when = f", {result['turns_date']}, load {result['turns_load'][0]:g}" if "turns_date" in result else ""
    return f" ({ratio:.2f} by the server's processor time{when})"


def markdown(result: dict[str, Any]) -> str:
    """The page that stands beside the numbers."""
    soak, kills, turns = result["soak"], result["kills"], result["tokens_per_second_by_clients"]
    rates = {count: statistics.median(found) for count, found in turns.items()}
    wrong = {name: count for name, count in soak["outcomes"].items() if name not in ("right", "left early")}
    bad = Counter[str]()
    for one in kills:
        for part in ("outcomes", "after"):
            bad.update({n: c for n, c in one[part].items() if n not in ("right", "broken", "refused")})
    seen = Counter[str]()
    for one in kills:
        seen.update(one["outcomes"])
    ready = [one["ready_seconds"] for one in kills]
    ratio = statistics.median(many / one for one, many in zip(turns["1"], turns["16"], strict=True))
    rows = [
        (
            f"{soak['clients']} streaming clients for {soak['seconds']:g} s: nothing lost, doubled or crossed",
            f"{soak['outcomes'].get('right', 0):,} texts right, {soak['outcomes'].get('left early', 0):,} left early, "
            f"{sum(wrong.values())} wrong {wrong or ''}",
            not wrong,
        ),
        (
            f"memory flat (after {WARM_TEXTS:,} texts and 15 s, at most 2 % or 5 MB)",
            f"{soak['memory_grew_mb']:+.1f} MB of {soak['memory_mb'][-1]:.0f} MB",
            soak["memory_grew_mb"] <= max(5.0, 0.02 * soak["memory_mb"][-1]),
        ),
        (
            "16 clients write at least 3 times the tokens of one",
            f"{rates['1']:.0f} to {rates['16']:.0f} a second: {ratio:.2f} times{_by_processor(result)}",
            ratio >= 3,
        ),
        (
            f"kill -9 under load, {len(kills)} times: whole right answers or errors",
            f"{seen['right']:,} right, {seen['broken'] + seen['refused']:,} errors, {sum(bad.values())} wrong, "
            f"{sum(one['hung'] for one in kills)} hung",
            not bad and not any(one["hung"] for one in kills),
        ),
        ("the next server is ready in under 5 s", f"{max(ready):.2f} s at most", max(ready) < 5),
        (
            "and answers the same",
            f"{sum(one['after'].get('right', 0) for one in kills):,} of {30 * len(kills):,}",
            all(one["after"].get("right", 0) == 30 for one in kills),
        ),
    ]
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    return "\n".join(
        [
            "# What a server of language models withstands",
            "",
            f"{result['date']}, {result['machine']}. {versions}. Command: `python benchmarks/serving_soak.py`.",
            "The decoder has 6 layers of width 320 (10 M parameters) and random weights. Each streamed text is held",
            "against what the model writes alone. Clients and server share the machine.",
            "",
            "| target | measured | met |",
            "| --- | --- | --- |",
            *(f"| {name} | {value} | {'yes' if met else 'no'} |" for name, value, met in rows),
            "",
        ]
    )


if __name__ == "__main__":
    main()
