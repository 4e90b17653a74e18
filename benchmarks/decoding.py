"""Tokens a second of decoders on one thread: transformers' generate, Modelyard's backends, llama.cpp, and the memory's
read bandwidth, which bounds them.

    python benchmarks/decoding.py [--llama PYTHON] [--rounds 9] [--out benchmarks/results]

Two Llama shapes with random weights (a step takes as long whatever they are). Every measurement is taken in turns with
all others, each peer in a process of its own; ratios are of the same round, figures are medians. `--llama` is a Python
with llama-cpp-python (GGUF files are written here, with the package gguf).
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

SHAPES = {
    "10M": {"layers": 6, "width": 320, "heads": 5, "vocabulary": 8192, "tokens": 64},
    "110M": {"layers": 12, "width": 768, "heads": 12, "vocabulary": 32_000, "tokens": 48},
}
CONTEXT, PROMPT = 512, 16
SHOWN = (
    "transformers generate",
    "modelyard, torch",
    "modelyard, ONNX Runtime",
    "modelyard, ONNX Runtime, 8 bits",
    "modelyard, ONNX Runtime, 4 bits",
    "llama.cpp",
    "llama.cpp, 8 bits (Q8_0)",
)
HERE = Path(__file__).parent


class Peer:
    """A process that waits to be asked."""

    def __init__(self, kind, folder, python=sys.executable):
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            [python, str(HERE / "decoding_peers.py"), kind, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        assert json.loads(self.process.stdout.readline())["ready"]

    def __call__(self, **asked):
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


def write(name, place):
    """The checkpoint, its graph, and both in 8 and 4 bits; bytes of the weights that a token reads."""
    import torch

    from modelyard.models import _decoder_graph, decoder

    shape = SHAPES[name]
    torch.manual_seed(0)
    sizes = {key: shape[key] for key in ("layers", "width", "heads")}
    config = decoder.Config(max_length=CONTEXT, **sizes)
    spec = SimpleNamespace(width=shape["vocabulary"], max_length=CONTEXT, pad_id=0, end_id=1, stop_ids=None)
    model = decoder.build(config, spec)
    folder = place / name
    folder.mkdir()
    decoder.save(model, config, folder)
    _decoder_graph.write_graph(folder)
    count = sum(parameter.numel() for parameter in model.parameters())
    folders = {"fp32": (folder, 4 * count)}
    for variant in ("int8-weights", "int4"):
        smaller = place / f"{name}-{variant}"
        smaller.mkdir()
        (smaller / "config.json").write_bytes((folder / "config.json").read_bytes())
        _decoder_graph.write_smaller(folder, smaller, variant)
        folders[variant] = (smaller, (smaller / "weights.safetensors").stat().st_size)
    return folders, count


def peers_of(name, place, llama):
    """Every peer of a shape by its name, with the bytes of weights that it reads for a token."""
    folders, count = write(name, place)
    whole, size = folders["fp32"]
    found = {
        "transformers generate": (Peer("generate", whole), size),
        "modelyard, torch": (Peer("torch", whole), size),
        "modelyard, ONNX Runtime": (Peer("onnx", whole), size),
        "modelyard, ONNX Runtime, 8 bits": (Peer("onnx", folders["int8-weights"][0]), folders["int8-weights"][1]),
        "modelyard, ONNX Runtime, 4 bits": (Peer("onnx", folders["int4"][0]), folders["int4"][1]),
    }
    if llama:
        from modelyard.export.gguf import write_gguf

        for precision, words in (("fp32", "llama.cpp"), ("int8-weights", "llama.cpp, 8 bits (Q8_0)")):
            target = place / f"{name}-{precision}.gguf"
            write_gguf(whole, target, precision=precision)
            found[words] = (Peer("llama", target, llama), target.stat().st_size)
    return found, count


def measure(name, place, llama, rounds, save):
    """Every round's measurements of a shape, handed on as they grow."""
    peers, count = peers_of(name, place, llama)
    reading = Peer("bandwidth", place)
    tokens = SHAPES[name]["tokens"]
    found = []
    try:
        for number in range(rounds + 1):  # the first warms everything up and is not kept
            row = {}
            order = list(peers)
            random.Random(number).shuffle(order)
            for peer in order:
                process, size = peers[peer]
                before = reading()
                alone = process(batch=1, prompt=PROMPT, tokens=tokens)
                after = reading()
                own = {"batch 1": tokens / alone["seconds"], "ids": alone["ids"], "load": after["load"]}
                limit = max(before["bytes_per_second"], after["bytes_per_second"])
                own["steps"] = (tokens - 1) / alone["steps"]
                own["of bandwidth"] = size * own["steps"] / limit
                own["bandwidth"] = limit
                own["batch 8"] = 8 * tokens / process(batch=8, prompt=PROMPT, tokens=tokens)["seconds"]
                if peer.startswith("modelyard, ONNX"):
                    for clients in (1, 16):
                        asked = {
                            "clients_count": clients,
                            "prompt": PROMPT,
                            "tokens": tokens * (1 if clients == 1 else 6),
                        }
                        own[f"{clients} clients"] = process(**asked)["tokens_per_second"]
                row[peer] = own
            if number:
                found.append(row)
                save(name, found, count)
            print(name, number, {peer: round(own["batch 1"], 1) for peer, own in row.items()}, flush=True)
    finally:
        for process, _ in peers.values():
            process.close()
        reading.close()


def summary(found):
    """Medians over the rounds: tokens a second, ratios to generate and to one client, the share of the bandwidth."""
    table = {}
    for peer in found[0]:
        own = {}
        for key in ("batch 1", "steps", "batch 8", "of bandwidth", "1 clients", "16 clients"):
            values = [row[peer][key] for row in found if key in row[peer]]
            if values:
                own[key] = statistics.median(values)
        for key in ("batch 1", "steps", "batch 8"):
            ratios = sorted(row[peer][key] / row["transformers generate"][key] for row in found)
            own[f"{key}, ratio"] = statistics.median(ratios)
            own[f"{key}, ratios"] = [ratios[0], ratios[-1]]
        if "16 clients" in own:
            own["clients, ratio"] = statistics.median(row[peer]["16 clients"] / row[peer]["1 clients"] for row in found)
        first = found[0]["transformers generate"]["ids"]
        same = [a == b for a, b in zip(found[0][peer]["ids"], first, strict=True)]
        own["same tokens"] = same.index(False) if False in same else len(same)
        own["tokens"] = len(same)
        table[peer] = own
    return table


def markdown(content):
    rounds = " and ".join(str(len(shape["rounds"])) for shape in content["shapes"].values())
    lines = [
        "# Decoding on one thread",
        "",
        f"{content['machine']}, {content['date']}, {content['versions']}; one thread each, the machine busy with other "
        f"work (load {content['load'][0]:.1f} to {content['load'][1]:.1f} on {content['cores']} cores), everything in "
        f"turns: medians of {rounds} rounds, ratios within a round (smallest to largest). A prompt of "
        f"{PROMPT} tokens, greedy, the whole answer timed, in seconds of the processor (each computes in one thread "
        "and waits for nothing, so others' work does not count, but what it does to caches and memory). "
        "`python benchmarks/decoding.py`.",
        "",
        '"Of the bandwidth" is the weights\' bytes times the tokens a second after the first, over what one thread '
        "read from memory just before and after (the best of three ways); above 1 the weights are partly in the cache. "
        "Clients ask anew as soon as they are answered, in one process (`inference.continuous.Batch`, no HTTP).",
        "",
    ]
    for name, shape in content["shapes"].items():
        lines += [
            f"## {name}: {shape['parameters'] / 1e6:.1f} M parameters "
            f"({', '.join(f'{k} {v}' for k, v in SHAPES[name].items() if k != 'tokens')})",
            "",
            f"Memory read at {shape['bandwidth'] / 1e9:.1f} GB/s by one thread (median).",
            "",
            "| | batch 1, tok/s | x generate | after the first token | x generate | of the bandwidth | batch 8, tok/s "
            "| x generate | 1 client | 16 clients | x |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        ]
        for peer in [name for name in SHOWN if name in shape["peers"]]:
            own = shape["peers"][peer]
            low, high = own["batch 1, ratios"]
            low8, high8 = own["batch 8, ratios"]
            share = f"{own['of bandwidth']:.2f}"
            low1, high1 = own["steps, ratios"]
            clients = [f"{own[k]:,.0f}" if k in own else "" for k in ("1 clients", "16 clients")]
            times = f"{own['clients, ratio']:.1f}" if "clients, ratio" in own else ""
            lines.append(
                f"| {peer} | {own['batch 1']:,.0f} | {own['batch 1, ratio']:.1f} ({low:.1f} to {high:.1f}) "
                f"| {own['steps']:,.0f} | {own['steps, ratio']:.1f} ({low1:.1f} to {high1:.1f}) | {share} "
                f"| {own['batch 8']:,.0f} | {own['batch 8, ratio']:.1f} ({low8:.1f} to {high8:.1f}) "
                f"| {clients[0]} | {clients[1]} | {times} |"
            )
        same = ", ".join(
            f"{peer} {shape['peers'][peer]['same tokens']}"
            for peer in [name for name in SHOWN if name in shape["peers"]]
        )
        first = next(iter(shape["peers"].values()))
        lines += ["", f"Tokens of the first text, of {first['tokens']}, before the first that differs from generate's "
                      f"(the weights are random, so that tokens are nearly equal): {same}.", ""]  # fmt: skip
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--llama", help="a Python with llama-cpp-python")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--shapes", nargs="*", default=list(SHAPES))
    parser.add_argument("--out", type=Path, default=HERE / "results")
    parser.add_argument("--date", required=True)
    options = parser.parse_args()
    versions = {name: metadata.version(name) for name in ("torch", "transformers", "onnxruntime")}
    if options.llama:
        code = "from importlib import metadata; print(metadata.version('llama-cpp-python'))"
        versions["llama-cpp-python"] = subprocess.check_output([options.llama, "-c", code], text=True).strip()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    content = {
        "machine": cpu,
        "cores": os.cpu_count(),
        "date": options.date,
        "versions": ", ".join(f"{name} {version}" for name, version in versions.items()),
        "load": [],
        "shapes": {},
    }

    def save(name, found, count):
        """After every round, so that one that is ended early leaves what it has."""
        rows = [own for row in found for own in row.values()]
        content["load"] = [*content["load"], *(own["load"] for own in rows[-len(found[0]) :])]
        content["shapes"][name] = {
            "parameters": count,
            "bandwidth": statistics.median(own["bandwidth"] for own in rows),
            "peers": summary(found),
            "rounds": [
                {peer: {k: v for k, v in own.items() if k != "ids"} for peer, own in row.items()} for row in found
            ],
        }
        shown = {**content, "load": [min(content["load"]), max(content["load"])]}
        (options.out / "decoding.json").write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
        (options.out / "decoding.md").write_text(markdown(shown), encoding="utf-8")

    for name in options.shapes:
        with tempfile.TemporaryDirectory() as place:
            measure(name, Path(place), options.llama, options.rounds, save)


if __name__ == "__main__":
    main()
