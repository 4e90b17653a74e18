"""Label errors found: 5 % of sst2's training labels are flipped, and rankings are judged by the area under
precision-recall.

    MODELYARD_DATA=... python benchmarks/label_errors.py

Ours is the audit's default (confident learning over two passes of a model of words, out of fold). Against it: a random
order; the plain loss ranking of a model on the rows that it was trained on, both the probe and the whole `linear`
family as it ships; and the out-of-fold loss of one pass. The intervals are of the mean over seeds (Student's t).
"""

from __future__ import annotations

import csv
import json
import os
import platform
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from modelyard.auditing.labels import search
from modelyard.auditing.labels_confident import margins
from modelyard.auditing.labels_probe import Probe
from modelyard.core.recipe import NgramConfig
from modelyard.core.schema import Column, Schema
from modelyard.data.features.ngrams import Ngrams
from modelyard.metrics.curves import average_precision_of
from modelyard.models import linear

RESULTS = Path(__file__).parent / "results" / "label_errors.json"
SEEDS, FLIPPED = 10, 0.05


def sst2() -> tuple[list[str], NDArray[np.int64]]:
    file = Path(os.environ["MODELYARD_DATA"]) / "sst2" / "train.tsv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row["text"] for row in rows], np.array([int(row["label"]) for row in rows])


def whole_family(texts: list[str], given: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Probabilities of its training rows by `linear` as a run trains it: words, characters, penalty searched."""
    features = Ngrams.fit(texts, NgramConfig()).encode(texts)
    config = linear.Config()
    weights = linear.fit(config, features, given, outputs=2, loss="cross_entropy", seed=seed)
    logits = linear.forward(weights, config, features)
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))


def main() -> None:
    texts, truth = sst2()
    schema = Schema(inputs=(Column(name="text", kind="text"),))
    found: dict[str, list[float]] = {}
    for seed in range(SEEDS):
        random = np.random.default_rng(seed)
        wrong = np.zeros(len(truth), dtype=bool)
        wrong[random.choice(len(truth), round(FLIPPED * len(truth)), replace=False)] = True
        given = np.where(wrong, 1 - truth, truth)
        rows = np.arange(len(given))

        def judge(name: str, score: NDArray[np.float64], wrong: NDArray[np.bool_] = wrong) -> None:
            found.setdefault(name, []).append(average_precision_of(wrong, score))

        started = time.monotonic()
        probe = Probe({"text": texts}, schema)
        ours = search(probe, given, 2, seed=seed)
        found.setdefault("seconds", []).append(time.monotonic() - started)
        judge("confident learning, two passes (the audit's default)", -ours.margin)
        for top in (50, 100, 300):
            share = float(wrong[np.argsort(ours.margin, kind="stable")[:top]].mean())
            found.setdefault(f"precision of the first {top}", []).append(share)
        listed = np.zeros(len(given), dtype=bool)
        listed[ours.suspects] = True
        found.setdefault("length of the list", []).append(float(listed.sum()))
        found.setdefault("precision of the list", []).append(float(wrong[listed].mean()))
        found.setdefault("recall of the list", []).append(float(listed[wrong].mean()))
        judge("out-of-fold loss, one pass", -margins(given, probe.out_of_fold(given, 2, seed=seed)))
        judge(
            "plain loss ranking, the same model of words",
            -margins(given, probe.probabilities(probe.fit(rows, given, 2), rows)),
        )
        judge("plain loss ranking, the whole linear family", -margins(given, whole_family(texts, given, seed)))
        judge("random", random.random(len(given)))
        print(f"seed {seed}: " + ", ".join(f"{name} {values[-1]:.3f}" for name, values in found.items()), flush=True)
    quantile = float(t.ppf(0.975, SEEDS - 1))
    summary = {
        name: {
            "mean": round(float(np.mean(values)), 4),
            "interval": [
                round(float(np.mean(values) + sign * quantile * np.std(values, ddof=1) / SEEDS**0.5), 4)
                for sign in (-1, 1)
            ],
        }
        for name, values in found.items()
    }
    RESULTS.write_text(
        json.dumps(
            {
                "data": f"sst2, {len(truth):,} training rows, {FLIPPED:.0%} of the labels flipped, {SEEDS} seeds",
                "what": "area under precision-recall (average precision), unless the name says otherwise",
                "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
                "date": datetime.now(tz=UTC).date().isoformat(),
                "results": summary,
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
