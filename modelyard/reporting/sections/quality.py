"""How good the answers are: confusion, classes, curves and calibration, or predicted against true and residuals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.core.words import clip, excerpt, figure, measured, number, percent
from modelyard.metrics.intervals import wilson
from modelyard.reporting import charts, heat, names
from modelyard.reporting.evidence import Evidence
from modelyard.reporting.sections.verdict import target_name

MAX_HEAT = 24  # classes; beyond it the most frequent ones are drawn and the largest confusions listed
MAX_CURVES = 3  # named curves; the other classes are drawn in grey
MAX_SCATTER = 1200
MAX_CLASSES = 60  # rows of the table by class: beyond it the weakest
SMALL_BIN = 5  # answers; the accuracy of fewer says nothing


def build(evidence: Evidence) -> dict[str, Any] | None:
    """The charts and tables of the task's kind; None before the evaluation."""
    evaluation = evidence.evaluation
    if evaluation.get("kind") == "classification":
        return _classification(evaluation)
    if evaluation.get("kind") == "regression":
        return _regression(evaluation, target_name(evidence))
    return None


def _classification(evaluation: dict[str, Any]) -> dict[str, Any]:
    labels = [str(label) for label in evaluation.get("labels") or ()]
    confusion = evaluation.get("confusion") or []
    wide = len(labels) > 6
    per_class = list(evaluation.get("per_class") or ())
    weakest = per_class if len(per_class) <= MAX_CLASSES else sorted(per_class, key=_f1)[:MAX_CLASSES]
    small = []
    if roc := _curves(evaluation.get("roc") or [], "fpr", "tpr", "ROC", "false positive rate", "true positive rate"):
        small.append(roc)
    if pr := _curves(evaluation.get("pr") or [], "recall", "precision", "Precision and recall", "recall", "precision"):
        small.append(pr)
    if calibration := _calibration(evaluation.get("calibration") or []):
        small.append(calibration)
    matrix = _heat(confusion, labels)
    return {
        "kind": "classification",
        "wide": {"name": "Confusion matrix", "chart": matrix} if matrix and wide else None,
        "charts": ([{"name": "Confusion matrix", "chart": matrix}] if matrix and not wide else []) + small,
        "classes": [_class(row) for row in weakest],
        "classes_left_out": len(per_class) - len(weakest),
        "confusions": _largest(evaluation) if len(labels) > 2 else [],
        "left_out": max(0, len(labels) - MAX_HEAT),
        "notes": notes(evaluation),
    }


def notes(evaluation: dict[str, Any]) -> list[str]:
    """What the evaluation left out, and why."""
    found = [str(note) for note in evaluation.get("notes") or ()]
    reasons = evaluation.get("left_out") or {}
    return found + [f"{names.metric(name)} is left out: {reason}" for name, reason in reasons.items()]


def _f1(row: dict[str, Any]) -> float:
    return float(row.get("f1") or 0.0)


def _class(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": excerpt(str(row.get("label", "")), 120),
        "support": f"{row.get('support', 0):,}",
        "bars": [
            {
                "name": name,
                "text": figure(row.get(name), 3),
                "share": max(0.0, min(1.0, row.get(name) or 0.0)),
                "interval": measured(row.get(name) or 0.0, (row.get("intervals") or {}).get(name))[1],
            }
            for name in ("precision", "recall", "f1")
        ],
    }


def _heat(confusion: Sequence[Sequence[float]], labels: Sequence[str]) -> Any:
    if not confusion or len(confusion) != len(labels):
        return None
    picked = sorted(range(len(labels)), key=lambda i: -sum(confusion[i]))[:MAX_HEAT]
    picked.sort()
    shown = [[confusion[i][j] for j in picked] for i in picked]
    right = sum(confusion[i][i] for i in range(len(labels)))
    total = sum(map(sum, confusion)) or 1
    title = f"Confusion matrix of {len(labels)} classes: {right:,} of {total:,} on the diagonal"
    return heat.heat(shown, [labels[i] for i in picked], title=title)


def _largest(evaluation: dict[str, Any]) -> list[dict[str, str]]:
    """The confusions that cost most answers."""
    support = {row.get("label"): row.get("support") for row in evaluation.get("per_class") or ()}
    return [
        {
            "true": clip(str(pair["target"]), 12),
            "predicted": clip(str(pair["predicted"]), 12),
            "count": f"{pair['count']:,.0f}",
            "share": percent(pair["count"] / support[pair["target"]]) if support.get(pair["target"]) else "",
        }
        for pair in (evaluation.get("confusions") or ())[:8]
    ]


def _curves(
    found: Sequence[dict[str, Any]], x: str, y: str, name: str, x_label: str, y_label: str
) -> dict[str, Any] | None:
    """One curve a class; the classes with the smallest areas are named, the others grey. Two classes need one curve."""
    usable = [item for item in found if len(item.get(x) or ()) > 1 and len(item[x]) == len(item.get(y) or ())]
    if not usable:
        return None
    if len(usable) == 2:
        usable = usable[1:]
    by_area = sorted(usable, key=lambda item: 2.0 if item.get("auc") is None else float(item["auc"]))
    named = by_area[:MAX_CURVES]
    series = [charts.Series(name="", x=item[x], y=item[y], colour="s0") for item in usable if item not in named]
    for index, item in enumerate(named):
        key = f"{figure(item.get('auc'), 3)}  {item.get('label', '')}"
        series.append(charts.Series(name=key, x=item[x], y=item[y], colour=f"s{index + 1}"))
    areas = "; ".join(f"{item.get('label')} {figure(item.get('auc'), 3)}" for item in named)
    note = (
        f"Named: the {len(named)} classes with the smallest area under the curve." if len(usable) > MAX_CURVES else ""
    )
    if len(usable) == 1:
        note = f"Area under the curve for {clip(str(named[0].get('label')), 20)}: {figure(named[0].get('auc'), 3)}."
    chart = charts.lines(
        series,
        title=f"{name} curve, area under it: {areas}",
        x_label=x_label,
        y_label=y_label,
        unit_square=True,
        diagonal=x == "fpr",
    )
    return {"name": f"{name} curve" if name == "ROC" else name, "chart": chart, "note": note}


def _calibration(bins: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Accuracy against confidence with 95 % Wilson intervals, so that a small bin does not mislead."""
    used = [item for item in bins if (item.get("count") or 0) >= SMALL_BIN]
    if len(used) < 2:
        return None
    edges = [wilson(item["accuracy"], item["count"]) for item in used]
    series = charts.Series(
        name="",
        x=[item["confidence"] for item in used],
        y=[item["accuracy"] for item in used],
        low=[low for low, _ in edges],
        high=[high for _, high in edges],
        dots=True,
    )
    said = "; ".join(
        f"{percent(i['confidence'], 0)} sure, {percent(i['accuracy'], 0)} right, n {i['count']:,}" for i in used
    )
    chart = charts.lines(
        [series],
        title=f"Calibration: {said}",
        x_label="confidence of the answer",
        y_label="share of answers that are right",
        unit_square=True,
        diagonal=True,
    )
    return {
        "name": "Calibration",
        "chart": chart,
        "note": "On the dashed line, a confidence of 0.8 is right 8 times in 10.",
    }


def _regression(evaluation: dict[str, Any], target: str) -> dict[str, Any]:
    points = evaluation.get("scatter") or {}
    true, predicted = points.get("true") or [], points.get("predicted") or []
    found = []
    if true and len(true) == len(predicted):
        every = -(-len(true) // MAX_SCATTER)
        shown = len(true[::every])
        chart = charts.scatter(
            true[::every],
            predicted[::every],
            title=f"Predicted against true {target}, {shown:,} points",
            x_label=f"true {target}",
            y_label=f"predicted {target}",
            diagonal=True,
        )
        note = f"{shown:,} of {len(true):,} rows." if every > 1 else f"{shown:,} rows."
        found.append(
            {"name": "Predicted against true", "chart": chart, "note": note + " On the line an answer is exact."}
        )
    residuals = evaluation.get("residuals") or {}
    edges, counts = residuals.get("edges") or [], residuals.get("counts") or []
    if len(edges) == len(counts) + 1 and counts:
        chart = charts.columns(
            edges,
            counts,
            title=f"Residuals from {number(edges[0])} to {number(edges[-1])}",
            x_label=f"predicted − true {target}",
            y_label="rows",
        )
        found.append({"name": "Residuals", "chart": chart, "note": "Centred on 0, the answers are not biased."})
    return {
        "kind": "regression",
        "wide": None,
        "charts": found,
        "classes": [],
        "classes_left_out": 0,
        "confusions": [],
        "left_out": 0,
        "notes": notes(evaluation),
    }
