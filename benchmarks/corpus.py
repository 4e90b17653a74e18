"""Tokenizing, packing and sharding a corpus against raw `tokenizers` on the same cores, and the memory it takes.

Run: MODELYARD_DATA=... python benchmarks/corpus.py --megabytes 100 --repetitions 3 [--text chinese]
[--deduplicate near]
The eleven books of classic_books_en are repeated until there are so many megabytes (repeats are kept: they are text
like any other to a tokenizer). `raw` is `encode_batch_fast` over batches of 256 texts that stand in memory, with the
library's own threads, and only its calls are timed; `ours` is all of `write_shards`: starting its workers, reading the
prepared text, encoding, packing with document boundaries, writing, syncing. Both have the same tokenizer and texts and
take turns, each in a process of its own; figures are medians, by the clock and by the processor time of all processes
(which other work on the machine disturbs less). Results go to benchmarks/results/corpus.json.
"""

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

RESULTS = Path(__file__).parent / "results" / "corpus.json"

PREPARE = """
import json, sys, time
from pathlib import Path
from modelyard.core import recipe_file
from modelyard.data.corpus import prepare_corpus
here = Path(sys.argv[1])
recipe = recipe_file.from_mapping({"task": "language-modeling",
    "data": {"train": str(here / "books" / "*.txt"), "deduplicate": sys.argv[2]}})
started = time.perf_counter()
corpus = prepare_corpus(recipe, here / "corpus")
print(json.dumps({"seconds": time.perf_counter() - started, "counts": corpus.counts, "bytes": corpus.bytes,
    "parts": len(corpus.parts)}))
"""

FIT = """
import json, sys, time
from pathlib import Path
from modelyard.data.corpus import Corpus
from modelyard.data.features.language import LanguageTokenizer
here = Path(sys.argv[1])
started = time.perf_counter()
tokenizer = LanguageTokenizer.fit(Corpus.open(here / "corpus").texts("train"), int(sys.argv[2]))
print(json.dumps({"seconds": time.perf_counter() - started, "vocabulary": tokenizer.vocabulary}))
(here / "tokenizer").mkdir()
tokenizer.save(here / "tokenizer")
"""

OURS = """
import json, resource, sys, time
from pathlib import Path
from modelyard.data.corpus import Corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.shards import write_shards
here = Path(sys.argv[1])
corpus, tokenizer = Corpus.open(here / "corpus"), LanguageTokenizer.load(here / "tokenizer")
def processor():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
started, before = time.perf_counter(), processor()
shards = write_shards(corpus, "train", tokenizer, here / "tokens")
seconds, used = time.perf_counter() - started, processor() - before
print(json.dumps({"seconds": seconds, "processor_seconds": used, "tokens": shards.tokens - shards.documents,
    "bytes": int(shards.bytes.sum()), "compression": shards.compression}))
"""

RAW = """
import json, sys, time
from pathlib import Path
from tokenizers import Tokenizer
from modelyard.data.corpus import Corpus
here = Path(sys.argv[1])
tokenizer = Tokenizer.from_file(str(here / "tokenizer" / "tokenizer.json"))
tokenizer.encode_special_tokens = True
seconds = used = tokens = size = 0
batch = []
def encode():
    global seconds, used, tokens
    started, before = time.perf_counter(), time.process_time()
    encoded = tokenizer.encode_batch_fast(batch, add_special_tokens=False)
    seconds += time.perf_counter() - started
    used += time.process_time() - before
    tokens += sum(map(len, encoded))
    batch.clear()
for text in Corpus.open(here / "corpus").texts("train"):
    batch.append(text)
    size += len(text.encode())
    if len(batch) == 256:
        encode()
if batch:
    encode()
print(json.dumps({"seconds": seconds, "processor_seconds": used, "tokens": tokens, "bytes": size}))
"""


def measure(program: str, *arguments: str) -> dict:
    """What a program prints, and the peak memory of it and of its workers, sampled."""
    import psutil

    process = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True)
    peak = {"process": 0, "all": 0}
    stopped = threading.Event()

    def watch() -> None:
        this = psutil.Process(process.pid)
        while not stopped.wait(0.2):
            try:
                own = this.memory_info().rss
                others = [child.memory_info().rss for child in this.children(recursive=True)]
            except psutil.NoSuchProcess:
                continue
            peak["process"] = max(peak["process"], own)
            peak["all"] = max(peak["all"], own + sum(others))

    thread = threading.Thread(target=watch)
    thread.start()
    output, _ = process.communicate()
    stopped.set()
    thread.join()
    if process.returncode:
        raise SystemExit(process.returncode)
    return {**json.loads(output), "peak_process_bytes": peak["process"], "peak_all_bytes": peak["all"]}


def make_books(directory: Path, megabytes: float, *, shuffled: bool, text_of: str) -> int:
    """The books (or Chinese poems and reviews) again and again, as files; returns the bytes.

    Shuffled: files of 3,000 lines drawn from all books, so that a corpus of any size has sections that are not alike;
    every 50th file is the one before it with a word in a hundred overwritten: all its sections are near duplicates.
    """
    data = Path(os.environ["MODELYARD_DATA"])
    books = sorted((data / "classic_books_en" / "books").glob("*.txt"))
    if text_of == "chinese":
        books = [data / "tang_poems_zh" / "tang_poems.txt", data / "chnsenticorp_htl" / "ChnSentiCorp_htl_all.csv"]
    directory.mkdir()
    size = number = 0
    dice = random.Random(0)
    lines = (
        [line for book in books for line in book.read_text(encoding="utf-8").splitlines() if line] if shuffled else []
    )
    text = ""
    while shuffled and size < megabytes * 1e6:
        if number % 50 == 49:
            text = re.sub(r"[a-z]+", lambda found: "x" * len(found[0]) if dice.random() < 0.01 else found[0], text)
        else:
            text = "\n".join(dice.choices(lines, k=3_000))
        path = directory / f"{number:05d}.txt"
        path.write_text(text, encoding="utf-8")
        size += path.stat().st_size
        number += 1
    while size < megabytes * 1e6:
        book = books[number % len(books)]
        shutil.copyfile(book, directory / f"{number:05d}_{book.stem}.txt")
        size += book.stat().st_size
        number += 1
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--vocabulary", type=int, default=16_384)
    parser.add_argument("--deduplicate", choices=["none", "exact", "near"], default="none")
    parser.add_argument("--text", choices=["books", "chinese"], default="books")
    parser.add_argument("--shuffled", action="store_true", help="no two files alike but every 50th: see make_books")
    parser.add_argument("--prepare-only", action="store_true", help="time and memory of cleaning and duplicates alone")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        size = make_books(here / "books", chosen.megabytes, shuffled=chosen.shuffled, text_of=chosen.text)
        prepared = measure(PREPARE, name, chosen.deduplicate)
        prepared["megabytes_per_second"] = round(size / prepared["seconds"] / 1e6, 2)
        fitted = {} if chosen.prepare_only else measure(FIT, name, str(chosen.vocabulary))
        runs: dict[str, list[dict]] = {"raw": [], "ours": []}
        for _ in range(0 if chosen.prepare_only else chosen.repetitions):
            runs["raw"].append(measure(RAW, name))
            runs["ours"].append(measure(OURS, name))
            shutil.rmtree(here / "tokens")
            assert runs["ours"][-1]["tokens"] == runs["raw"][-1]["tokens"]
    result = {
        "arguments": vars(chosen),
        "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "load": [round(value, 1) for value in os.getloadavg()],
        "source_bytes": size,
        "prepare": prepared,
        "fit": fitted,
        "runs": runs,
    }
    if not chosen.prepare_only:
        pairs = list(zip(runs["raw"], runs["ours"], strict=True))
        for clock in ("seconds", "processor_seconds"):
            result[f"megabytes_per_{clock.removesuffix('s')}"] = {
                kind: round(statistics.median(run["bytes"] / run[clock] / 1e6 for run in found), 2)
                for kind, found in runs.items()
            }
            ratios = [round(raw[clock] / ours[clock], 3) for raw, ours in pairs]
            result[f"ours_over_raw_by_{clock}"] = {"median": statistics.median(ratios), "all": ratios}
    held = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    RESULTS.write_text(json.dumps([*held, result], indent=1) + "\n")
    print(json.dumps({key: value for key, value in result.items() if key != "runs"}, indent=1))


if __name__ == "__main__":
    main()
