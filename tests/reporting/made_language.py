"""The run directory of a language model by code, as a finished run leaves it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from made_runs import ENVIRONMENT

from modelyard.core.run import Run

POEM = "登三臺言志\n太宗皇帝\n未央初壯漢，阿房昔侈秦。\n"
HOSTILE = '</blockquote><script>alert("x")</script>'
SOURCE = "/home/someone/private/poems/**/*.txt"
PLACE = "/home/someone/private/poems/tang/1.txt"


def claim(name: str, value: float, interval: list[float] | None, subject: str = "model", **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "unit": "bits/byte",
        "n": 103,
        "interval": interval,
        "split": "test",
        "source": "evaluate: artifact",
        "subject": subject,
        "higher_is_better": False,
        **more,
    }


def write_language_run(path: Path, text: str = POEM, **evaluation: Any) -> Run:
    model = claim("bits_per_byte", 2.281, [2.24, 2.32])
    gzip, ngram = (
        claim("bits_per_byte", 4.343, None, "gzip -9"),
        claim("bits_per_byte", 2.49, [2.4, 2.6], "4-gram Kneser-Ney"),
    )
    contamination = claim("contamination", 0.012, None, unit="1")
    files: dict[str, Any] = {
        "recipe.yaml": f"task: language-modeling\ndata:\n  train:\n  - {SOURCE}\nseed: 0\n",
        "plan.json": {"created": 1795330800.0, "budget_seconds": None, "environment": ENVIRONMENT},
        "summary.json": {"seconds": 384.2, "stages": {"prepare": 4.2, "train": 341.0}, "peak_memory_bytes": 9e8},
        "bundle/corpus.json": {
            "format": 1,
            "findings": [_finding()],
            "fingerprint": "c0ffee" * 10 + "abcd",
            "counts": {"read": 50, "train": 1860, "validation": 103, "test": 103, "exact_duplicates": 7},
            "bytes": {"train": 1_120_000, "validation": 63_400, "test": 62_500},
            "sources": [SOURCE],
        },
        "tokens/train.json": {"vocabulary": 4096, "compression": _compression()},
        "models/decoder/training.json": _training(),
        "models/selection.json": {
            "shipped": "decoder",
            "cheap": "ngram",
            "metric": "bits_per_byte",
            "candidates": [{"family": "decoder", "value": 2.3, "seconds": 341.0, "steps": 60, "parameters": 1_279_104}],
            "reason": "the recipe names decoder; bits_per_byte 2.3 against 2.5",
        },
        "evaluation.json": {
            "kind": "language",
            "labels": [],
            "split": "test",
            "n": 103,
            "rows": "documents",
            "unseen": True,
            "notes": [],
            "left_out": {},
            "bytes": 62_500,
            "verdict": _verdict(model, gzip, ngram),
            "contamination": {"run": 13, "mean": 0.012, "over": 0.029, "limit": 0.5},
            "documents": [{"place": PLACE, "text": text, "bytes": 408, "bits_per_byte": 3.872, "shared": 0.25}],
            "samples": [
                {
                    "place": PLACE,
                    "prompt": text,
                    "truth": "在危猶騁麗，居奢遂役人。",
                    "likeliest": "。\n" * 90,
                    "drawn": HOSTILE,
                    "temperature": 0.8,
                }
            ],
            **evaluation,
        },
        "claims.json": [model, gzip, ngram, contamination],
        "artifact/manifest.json": {"task": "language-modeling", "family": "decoder", "files": {}},
        "artifact/schema.json": {"inputs": [{"name": "text", "kind": "text"}], "target": None, "notes": []},
    }
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, str) else json.dumps(content)
        (path / name).write_text(written, encoding="utf-8")
    run = Run(path)
    for step in range(1, 60, 3):
        figures = {"loss": 8 - step / 20, "learning_rate": 1e-3, "grad_norm": 2.5 - step / 40, "memory_bytes": 7e8}
        run.emit("step", model="decoder", step=step, tokens_per_second=1800 + step, mfu=0.118, **figures)
    return run


def _verdict(model: dict[str, Any], gzip: dict[str, Any], ngram: dict[str, Any]) -> dict[str, Any]:
    cost = {"name": "decoder", "seconds": 341.0, "milliseconds_per_1000_tokens": 252.0, "milliseconds_per_token": 11.0}
    cheap = {"name": "4-gram Kneser-Ney", "seconds": 2.4, "milliseconds_per_1000_tokens": 7.4}
    return {
        "metric": "bits_per_byte",
        "model": model,
        "ships": "candidate",
        "baselines": [
            {"name": "gzip -9", "family": "trivial", "claim": gzip, "seconds": None},
            {"name": "4-gram Kneser-Ney", "family": "ngram", "claim": ngram, "seconds": 2.4},
        ],
        "gain": {
            "over": "4-gram Kneser-Ney",
            "family": "ngram",
            "value": 0.21,
            "interval": [0.19, 0.23],
            "p_value": 0.0001,
            "outcome": "better",
            "unit": "bits/byte",
        },
        "cost": {"model": cost, "cheap": cheap | {"milliseconds_per_token": None}},
        "sentence": "The decoder model beats the cheap baseline.",
    }


def _finding() -> dict[str, Any]:
    return {
        "kind": "cleaned_blanks",
        "severity": "info",
        "columns": [],
        "count": 12,
        "places": [PLACE, PLACE],
        "text": "12 runs of blanks or empty lines at line ends",
        "effect": "Tokens spent on what carries no meaning.",
        "remedy": "taken out (data.clean.blanks)",
    }


def _compression() -> dict[str, Any]:
    return {
        "Chinese": {"documents": 1800, "bytes": 1_000_000, "tokens": 400_000, "bytes_per_token": 2.5},
        "Latin": {"documents": 60, "bytes": 120_000, "tokens": 30_000, "bytes_per_token": 4.0},
    }


def _training() -> dict[str, Any]:
    checks = [{"step": step, "loss": 8 - step / 20, "bits_per_byte": 3.5 - step / 60} for step in (20, 40, 60)]
    curve = [{"step": step, "loss": 8 - step / 20, "learning_rate": 1e-3} for step in range(1, 61)]
    return {
        "family": "decoder",
        "seconds": 341.0,
        "steps": 60,
        "parameters": 1_279_104,
        "tokens_per_second": 1816.4,
        "stopped": "finished",
        "precision": "bf16",
        "threads": 2,
        "curve": curve,
        "validation": checks,
    }
