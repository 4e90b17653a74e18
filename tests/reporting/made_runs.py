"""Run directories by code, as a finished run leaves them: five kinds of data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from made_evaluations import claims, classification, mistake, regression, training

from modelyard.core.run import Run
from modelyard.core.schema import Column, Schema

ENGLISH = (
    "The room was spotless and the staff could not have been kinder.",
    "Great cinematography, but the plot goes nowhere for two long hours and the ending is an insult.",
    "I wanted to love it. I really did. It is not bad, it is just so very average in every way that matters.",
    "An unexpected delight: sharp writing, wonderful performances, and a last act that earns every tear.",
)


CHINESE = (
    "酒店位置很好，离地铁站只有五分钟，房间干净，服务员态度也不错，下次还会再来。",
    "早餐种类太少，隔音很差，晚上根本睡不着，前台态度冷淡。",
    "苹果发布会：新款 iPhone 15 Pro 售价 7999 元起，网友吐槽“没有惊喜”",
    "国足 0:2 不敌日本，主帅赛后称“已经尽力”",
)


TOPICS = tuple(
    f"{first}{second}"
    for first, second in zip("民文娱体财房汽教科军旅国证农电", "生化乐育经产车育技事游际券业竞", strict=True)
)


ENVIRONMENT = {
    "python": "3.11.2",
    "system": "Linux x86_64",
    "processors": 2,
    "memory_bytes": 8_200_000_000,
    "versions": {"modelyard": "0.1.0", "numpy": "2.4.6", "torch": "2.13.0", "onnxruntime": "1.24.1"},
}


def write_run(path: Path, kind: str, *, without: tuple[str, ...] = (), **changes: Any) -> Run:
    files = _files(kind, **changes)
    for name, content in files.items():
        if name.startswith(without) and without:
            continue
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=True)
        (path / name).write_text(text, encoding="utf-8")
    run = Run(path)
    run.notice("bf16 is 1.8x as fast as fp32 here: used")
    return run


def _files(
    kind: str, labels: tuple[str, ...] = (), texts: tuple[str, ...] = (), column: str = "", title: str = ""
) -> dict[str, Any]:
    inputs, target, labels, texts, n = _content(kind, labels, texts, column)
    random = np.random.default_rng(7)
    is_regression = not labels
    evaluation = regression(random, target, n) if is_regression else classification(random, labels, n)
    rows = [_inputs(random, inputs, texts, index) for index in range(24)]
    evaluation["mistakes"] = [
        {"place": f"{kind}.csv:{431 + 7 * index}", "inputs": row, **mistake(random, labels)}
        for index, row in enumerate(rows)
    ]
    if kind == "pictures":
        answers = [labels[int(random.integers(10))] for _ in rows]
        evaluation["samples"] = [
            {"place": f"idx:{i}", "inputs": row, "target": a, "predicted": a if i % 9 else labels[0], "score": 0.98}
            for i, (row, a) in enumerate(zip(rows, answers, strict=True))
        ]
    shipped = "linear" if kind == "iris" else "mlp" if kind in ("pictures", "regression") else "encoder"
    schema = Schema(
        inputs=inputs, target=Column(name=target, kind="number" if is_regression else "category", values=labels)
    )
    task = "tabular-regression" if is_regression else "text-classification" if texts else "tabular-classification"
    train = f"/home/someone/private/{kind}.csv"
    title_line = json.dumps(title or None, ensure_ascii=False)
    recipe = (
        f"task: {task}\ntitle: {title_line}\ndata:\n  train:\n  - {train}\n  target: {json.dumps(target)}\nseed: 0\n"
    )
    short = {"text": 38, "chinese": 120}.get(kind, 1)
    return {
        "recipe.yaml": recipe + "evaluate:\n  confidence: 0.95\n",
        "plan.json": {
            "created": 1795330800.0,
            "budget_seconds": 600.0,
            "command": "modelyard run",
            "environment": ENVIRONMENT,
        },
        "summary.json": {
            "seconds": 384.2,
            "stages": {"prepare": 4.2, "train": 341.0, "package": 3.1, "evaluate": 34.8},
            "peak_memory_bytes": 1_912_000_000,
        },
        "bundle/bundle.json": _bundle(kind, schema, labels, texts, n),
        f"models/{shipped}/training.json": training(random, shipped, "rmse" if is_regression else "accuracy", short),
        "models/selection.json": {
            "shipped": shipped,
            "cheap": "trees" if is_regression else "linear",
            "metric": "rmse" if is_regression else "accuracy",
            "candidates": [
                {"family": "linear", "value": 0.874, "seconds": 14.1, "steps": None, "parameters": 48_211},
                {"family": shipped, "value": 0.896, "seconds": 326.9, "steps": 2200, "parameters": 4_231_688},
            ],
            "test": {"difference": 0.022, "interval": [0.008, 0.036], "p_value": 0.0021},
            "reason": f"{shipped} is better than linear on validation data by 0.022 (paired test, p = 0.0021).",
        },
        "evaluation.json": evaluation,
        "claims.json": claims(evaluation, n),
        "artifact/schema.json": schema.to_json(),
        "artifact/golden.json": {"outputs": [[0.1, 0.9]] * 64, "tolerance": 1e-5},
        "artifact/model.onnx": "x" * 16_384,
        "artifact/manifest.json": {
            "format": 1,
            "task": task,
            "family": shipped,
            "files": {"model.onnx": "5b" * 32, "schema.json": "a0" * 32, "golden.json": "17" * 32},
        },
    }


def _content(kind: str, labels: tuple[str, ...], texts: tuple[str, ...], column: str) -> tuple[Any, ...]:
    if kind == "text":
        return (
            (Column(name=column or "text", kind="text", example=ENGLISH[0]),),
            "label",
            labels or ("negative", "positive"),
            texts or ENGLISH,
            1553,
        )
    if kind == "chinese":
        return (
            (Column(name=column or "标题", kind="text", example=CHINESE[2]),),
            "类别",
            labels or TOPICS,
            texts or CHINESE,
            1400,
        )
    if kind == "pictures":
        return (
            (Column(name="pixels", kind="vector", shape=(28, 28), low=0, high=255),),
            "digit",
            tuple("0123456789"),
            (),
            10_000,
        )
    if kind == "iris":
        names = ("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)")
        columns = tuple(Column(name=name, kind="number", low=0.1, high=7.9, example=5.1) for name in names)
        return columns, "species", labels or ("setosa", "versicolor", "virginica"), (), 30
    names = ("longitude", "latitude", "housing_median_age", "total_rooms", "median_income")
    columns = tuple(Column(name=name, kind="number", low=-124.3, high=39320.0, example=3.2) for name in names)
    near = Column(name="ocean_proximity", kind="category", values=("<1H OCEAN", "INLAND", "NEAR BAY"), example="INLAND")
    return (*columns, near), "median_house_value", (), (), 4128


def _inputs(
    random: np.random.Generator, inputs: tuple[Column, ...], texts: tuple[str, ...], index: int
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in inputs:
        if column.kind == "vector":
            y, x = np.mgrid[0:28, 0:28]
            ring = np.hypot(x - random.normal(14, 1), y - random.normal(14, 1)) - random.uniform(5, 9)
            row[column.name] = np.clip(255 * np.exp(-(ring**2) / 4), 0, 255).round().ravel().tolist()
        elif column.kind == "text":
            row[column.name] = (texts[index % len(texts)] + " ") * (1 + 3 * (index % 5 == 4))
        else:
            row[column.name] = column.values[0] if column.values else round(float(random.uniform(0.1, 8)), 2)
    return row


def _bundle(kind: str, schema: Schema, labels: tuple[str, ...], texts: tuple[str, ...], n: int) -> dict[str, Any]:
    lengths = {"0.01": 9, "0.05": 16, "0.25": 43, "0.5": 84, "0.75": 171, "0.95": 356, "0.99": 702}
    scripts = {"Chinese": 0.996, "Latin": 0.004} if kind == "chinese" else {"Latin": 0.999, "Chinese": 0.001}
    columns: list[dict[str, Any]] = [
        {
            "name": item.name,
            "kind": item.kind,
            "missing": 12 if item.kind == "text" else 0,
            "distinct": 5012,
            "low": item.low,
            "high": item.high,
            "lengths": lengths if item.kind == "text" else {},
            "longest": 3018,
            "scripts": scripts if item.kind == "text" else {},
            "counts": {value: 900 - 100 * i for i, value in enumerate(item.values)},
            "shape": list(item.shape),
        }
        for item in schema.inputs
    ]
    counts = {label: 5322 // (index + 1) for index, label in enumerate(labels)}
    kind_of = "category" if labels else "number"
    columns.append(
        {
            "name": schema.target.name if schema.target else "",
            "kind": kind_of,
            "missing": 0,
            "distinct": len(labels) or 3842,
            "counts": counts,
            "low": None if labels else 14999.0,
            "high": None if labels else 500001.0,
        }
    )
    finding = {"kind": "empty", "severity": "warning", "columns": ["text"], "count": 12}
    findings = [
        {
            **finding,
            "places": [f"{kind}.csv:{432 + i}" for i in range(10)],
            "text": "12 texts are empty",
            "effect": "They teach nothing and would be answered at random.",
            "remedy": "Dropped (data.on_bad_rows: drop).",
        },
        {
            **finding,
            "kind": "conflict",
            "severity": "error",
            "count": 6,
            "places": [f"{kind}.csv:903", f"{kind}.csv:1207"],
            "text": "6 rows stand twice with different labels",
            "effect": "No model can be right on both: the best possible accuracy is 0.999.",
            "remedy": "Both kept, in one split; mend the labels in the source.",
        },
        {
            **finding,
            "kind": "imbalance",
            "severity": "info",
            "count": 0,
            "places": [],
            "text": "The largest class is 2.2 times as frequent as the smallest",
            "effect": "Accuracy alone flatters the model.",
            "remedy": "Balanced accuracy is reported too.",
        },
    ]
    return {
        "schema": schema.to_json(),
        "findings": findings if kind != "iris" else [],
        "fingerprint": "c0ffee" * 10 + "abcd",
        "counts": {"train": 5436, "validation": 777, "test": n},
        "sources": [
            {
                "paths": [f"/home/someone/private/{kind}.csv"],
                "format": "csv",
                "encoding": "utf-8",
                "delimiter": ",",
                "bytes": 2_931_112,
                "notes": [],
            }
        ],
        "profile": {"rows": 5436 + 777 + n, "malformed": 0, "repeated": 38, "estimated": [], "columns": columns},
    }
