"""What training and evaluation write, made from random answers: figures that agree with one another."""

from __future__ import annotations

from typing import Any

import numpy as np

from modelyard.core.report import Claim


def classification(random: np.random.Generator, labels: tuple[str, ...], n: int) -> dict[str, Any]:
    count = len(labels)
    shares = random.dirichlet(np.full(count, 6.0))
    confusion = np.stack(
        [random.multinomial(max(3, int(n * p)), _answers(random, i, count)) for i, p in enumerate(shares)]
    )
    accuracy = float(np.trace(confusion) / confusion.sum())
    wrong = confusion - np.diag(np.diag(confusion))
    grid = np.linspace(0, 1, 60)
    per_class, roc, pr = [], [], []
    for i, label in enumerate(labels):
        precision = float(confusion[i, i] / max(1, confusion[:, i].sum()))
        recall = float(confusion[i, i] / confusion[i].sum())
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        per_class.append(
            {
                "label": label,
                "precision": precision,
                "recall": recall,
                "f1": f1,
                "support": int(confusion[i].sum()),
                "intervals": {"f1": [f1 * 0.95, f1 * 1.02]},
            }
        )
        power = 0.04 + 0.2 * float(random.random())
        roc.append({"label": label, "fpr": grid.tolist(), "tpr": (grid**power).tolist(), "auc": 1 / (1 + power)})
        fall = (1 - 0.6 * grid**8).tolist()
        pr.append({"label": label, "recall": grid.tolist(), "precision": fall, "auc": float(np.mean(fall))})
    sure = np.linspace(0.45, 0.99, 8)
    bins = [
        {"confidence": float(c), "accuracy": float(min(1, c + random.normal(0, 0.03))), "count": int(20 + 400 * c**4)}
        for c in sure
    ]
    return {
        "kind": "classification",
        "labels": list(labels),
        "split": "test",
        "n": int(confusion.sum()),
        "verdict": _verdict(
            "accuracy", accuracy, 0.9 / count**0.5, accuracy - 0.019, int(confusion.sum()), f'always "{labels[0]}"'
        ),
        "per_class": per_class,
        "rows": "texts",
        "unseen": True,
        "notes": [],
        "left_out": {"mcc": "it was not asked for"},
        "confusion": confusion.tolist(),
        "confusions": [
            {"target": labels[i], "predicted": labels[j], "count": int(confusion[i, j])}
            for i, j in zip(*np.unravel_index(np.argsort(-wrong, axis=None)[:20], wrong.shape), strict=True)
        ],
        "roc": roc,
        "pr": pr,
        "calibration": bins,
    }


def _answers(random: np.random.Generator, right: int, count: int) -> np.ndarray:
    wrong = random.dirichlet(np.full(count, 0.4)) * (1 - 0.89)
    wrong[right] += 0.89
    return wrong / wrong.sum()


def regression(random: np.random.Generator, target: str, n: int) -> dict[str, Any]:
    true = random.gamma(4, 5e4, 2000)
    predicted = true + random.normal(0, 4.8e4, 2000)
    counts, edges = np.histogram(predicted - true, 40)
    return {
        "kind": "regression",
        "labels": [],
        "split": "test",
        "n": n,
        "verdict": _verdict("rmse", 46_812.0, 115_300.0, 48_120.0, n, "always the mean"),
        "scatter": {"true": true.tolist(), "predicted": predicted.tolist()},
        "residuals": {"edges": edges.tolist(), "counts": counts.tolist()},
    }


def _claim(name: str, value: float, n: int, subject: str, unit: str = "1", higher: bool = True) -> dict[str, Any]:
    half = 1.96 * (value * (1 - value) / n) ** 0.5 if 0 <= value <= 1 else value * 0.021
    claim = Claim(
        name=name,
        value=value,
        unit=unit,
        n=n,
        interval=(value - half, value + half),
        subject=subject,
        higher_is_better=higher,
    )
    return claim.to_json()


def _verdict(metric: str, value: float, trivial: float, cheap: float, n: int, always: str) -> dict[str, Any]:
    unit, higher = ("median_house_value", False) if metric == "rmse" else ("1", True)
    name = "boosted trees" if metric == "rmse" else "TF-IDF + logistic regression"
    gain = value - cheap if higher else cheap - value
    return {
        "metric": metric,
        "ships": "candidate",
        "cost": {"model": {"name": "encoder", "seconds": 326.9, "milliseconds": 2.42}, "cheap": {"name": name}},
        "model": _claim(metric, value, n, "model", unit, higher),
        "baselines": [
            {
                "name": always,
                "family": "trivial",
                "claim": _claim(metric, trivial, n, always, unit, higher),
                "seconds": 0.0,
            },
            {"name": name, "family": "linear", "claim": _claim(metric, cheap, n, name, unit, higher), "seconds": 14.1},
        ],
        "gain": {
            "over": name,
            "value": gain,
            "interval": sorted((gain * 0.4, gain * 1.6)),
            "p_value": 0.0013,
            "outcome": "better",
        },
        "sentence": f"It beats {name} by {abs(gain):.3g} {metric} on {n:,} unseen rows, for 5.7 min of training.",
    }


def claims(evaluation: dict[str, Any], n: int) -> list[dict[str, Any]]:
    verdict = evaluation["verdict"]
    found = [verdict["model"], *(item["claim"] for item in verdict["baselines"])]
    for name in ("balanced_accuracy", "f1_macro", "mcc", "roc_auc", "average_precision", "log_loss", "brier", "ece"):
        if evaluation["kind"] == "classification":
            found += [
                _claim(
                    name, claim["value"] * (0.2 if name in ("log_loss", "brier", "ece") else 0.97), n, claim["subject"]
                )
                for claim in found[:3]
            ]
    for name in ("mae", "r2") if evaluation["kind"] == "regression" else ():
        found.append(
            _claim(name, 0.82 if name == "r2" else 31_022.0, n, "model", "1" if name == "r2" else "median_house_value")
        )
    return [
        *found,
        {**_claim("answer_time", 2.42, 200, "model", "ms"), "interval": [2.31, 2.6], "higher_is_better": False},
    ]


def mistake(random: np.random.Generator, labels: tuple[str, ...]) -> dict[str, Any]:
    if not labels:
        true = float(round(random.uniform(1e5, 5e5)))
        return {"target": true, "predicted": true + float(round(random.normal(0, 2e5))), "score": None}
    first, second = random.choice(len(labels), 2, replace=False)
    return {"target": labels[first], "predicted": labels[second], "score": round(float(random.uniform(0.7, 0.999)), 3)}


def training(random: np.random.Generator, family: str, metric: str, thick: int) -> dict[str, Any]:
    steps = np.arange(1, 2201, max(1, 2200 // (40 * thick)))
    loss = 0.25 + 0.6 * np.exp(-steps / 400) + random.normal(0, 0.05, len(steps)) * (1 + np.exp(-steps / 500))
    rate = 3e-4 * np.minimum(steps / 132, 0.5 * (1 + np.cos(np.pi * steps / 2200)))
    checks = np.arange(220, 2201, 220)
    value = 0.9 - 0.25 * np.exp(-checks / 500)
    return {
        "family": family,
        "seconds": 326.9,
        "steps": 2200,
        "total_steps": 2200,
        "epochs": 3.0,
        "parameters": 4_231_688,
        "precision": "bf16",
        "threads": 2,
        "examples_per_second": 213.4,
        "stopped": "early",
        "best_step": 1980,
        "curve": [
            {"step": int(s), "loss": float(a), "learning_rate": float(b)}
            for s, a, b in zip(steps, loss, rate, strict=True)
        ],
        "validation": [
            {"step": int(s), "loss": float(0.3 + 0.5 * np.exp(-s / 350) + s / 40_000), metric: float(v)}
            for s, v in zip(checks, value, strict=True)
        ],
    }
