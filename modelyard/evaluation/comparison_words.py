"""A comparison of two models in words that need no statistics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.words import counted, duration, figure, measured, milliseconds, p_value, percent, printable, size

SHOWN_SLICES = 6


def sentence(found: Mapping[str, Any], names: tuple[str, str], noun: str) -> str:
    """Whether the second is better, by how much, and what that means among 1,000 rows."""
    first, second = names
    row = found["verdict"]
    outcome = {"better": "is better than", "worse": "is worse than", "tie": "is not shown to differ from"}
    head = f"{second} {outcome[row['outcome']]} {first}: "
    if found["kind"] == "classification" and found["metric"] == "accuracy":
        return head + _right(found, row, noun)
    metric = found["metric"].replace("_", " ")
    value, interval = row["difference"], row["interval"]
    better = (value > 0) == found["higher_is_better"]
    amount = " ".join(measured(abs(value), _turned(value, interval))).strip()
    unit = "" if found["unit"] == "1" or found["unit"].replace("/", " per ") == metric else f" {found['unit']}"
    text = f"{metric} {'higher' if value > 0 else 'lower'} by {amount}{unit}"
    text += f" ({measured(row['second'])[0]} against {measured(row['first'])[0]})"
    effect = found["effect"]
    if "share_better" in effect and value != 0:
        share = effect["share_better"] if better else 1 - effect["share_better"]
        side = "it" if better else first
        verb = "predicts better" if found["kind"] == "language" else "is nearer the truth on"
        text += f"; {side} {verb} {percent(share, 0)} of {counted(found['n'], noun)}"
    return head + text + "."


def _right(found: Mapping[str, Any], row: Mapping[str, Any], noun: str) -> str:
    """`right on 2.1 points more [1.2, 3.0]: of 1,000 texts it gets 34 right that A gets wrong and loses 13`."""
    value, interval = 100 * row["difference"], row["interval"]
    turned = _turned(value, [100 * edge for edge in interval] if interval else None)
    effect, n = found["effect"], found["n"]
    places = 1 if turned is None or turned[1] - turned[0] >= 0.2 else 2
    amount = figure(abs(value), places)
    edges = f"[{figure(turned[0], places)}, {figure(turned[1], places)}]" if turned else ""
    of = 1000 if n > 1000 else n
    gained, lost = (round(of * effect[name] / n) for name in ("only_second", "only_first"))
    more = " ".join((f"right on {amount} points {'fewer' if value < 0 else 'more'}", edges)).strip()
    text = f"{more}: of {counted(of, noun)} "
    return text + f"it gets {gained:,} right that the other gets wrong, and loses {lost:,}."


def _turned(value: float, interval: Sequence[float] | None) -> list[float] | None:
    """The interval of the difference's size."""
    if interval is None:
        return None
    return [-interval[1], -interval[0]] if value < 0 else list(interval)


def lines(found: Mapping[str, Any]) -> list[str]:
    """What the terminal says; the tables are the caller's."""
    row = found["verdict"]
    out = [found["sentence"]]
    test = {"classification": "McNemar's exact test, mid-p", "regression": "paired permutation test"}
    if row["p_value"] is not None:
        percentage = figure(100 * found["confidence"], 0)
        by = test.get(found["kind"], "paired permutation test")
        out.append(
            f"  {p_value(row['p_value'], row.get('p_floor', 0.0))} ({by}), "
            f"{percentage} % interval by paired bootstrap, n = {found['n']:,}; {_effect(found['effect'])}"
        )
    return [*out, *(f"  note: {printable(note, 400)}" for note in found["notes"])]


def _effect(effect: Mapping[str, Any]) -> str:
    if "only_second" in effect:
        if "cohens_g" not in effect:
            return "both are right on the same rows"
        ratio = effect["odds_ratio"]
        low, high = effect["odds_ratio_interval"]
        ends = f"[{low:.2f}, {high:.2f}]" if high is not None else f"[{low:.2f}, no bound]"
        shown = f"{ratio:.2f}" if ratio is not None else "without bound"
        return f"effect: Cohen's g {effect['cohens_g']:+.2f}, odds ratio {shown} {ends}"
    shown = f"{effect['cohens_dz']:+.2f}" if effect["cohens_dz"] is not None else "none"
    value, interval = measured(effect["share_better"], effect["share_better_interval"])
    return f"effect: Cohen's d_z {shown}, better on a share of {value} {interval}"


def metric_rows(found: Mapping[str, Any], names: tuple[str, str]) -> list[tuple[str, ...]]:
    """A table of every metric, its header first."""
    rows: list[tuple[str, ...]] = [("  metric", *names, "difference", "", "p", "")]
    verdict = found["verdict"]
    for row in found["metrics"]:
        if row is not verdict and (row["first"], row["second"]) == (verdict["first"], verdict["second"]):
            continue  # another name of the same figure
        value, interval = measured(row["difference"], row["interval"], sign=True)
        rows.append(
            (
                f"  {row['name']}",
                measured(row["first"])[0],
                measured(row["second"])[0],
                value,
                interval,
                _p(row["p_value"], row.get("p_floor", 0.0)),
                {"better": "better", "worse": "worse", "tie": ""}[row["outcome"]],
            )
        )
    return rows


def slice_rows(found: Mapping[str, Any], names: tuple[str, str]) -> list[tuple[str, ...]]:
    """A table of the slices with the smallest p-values, its header first; empty where there are no slices."""
    if not found["slices"]:
        return []
    rows: list[tuple[str, ...]] = [("  slice", "rows", *names, "difference", "", "p (Holm)", "")]
    for row in found["slices"][:SHOWN_SLICES]:
        value, interval = measured(row["difference"], row["interval"], sign=True)
        rows.append(
            (
                f"  {printable(row['slice'], 50)}",
                f"{row['n']:,}",
                measured(row["first"])[0],
                measured(row["second"])[0],
                value,
                interval,
                _p(row["p_holm"]),
                {"better": "better", "worse": "worse", "tie": ""}[row["outcome"]],
            )
        )
    return rows


def cost_rows(found: Mapping[str, Any], names: tuple[str, str]) -> list[tuple[str, ...]]:
    """A table of what each takes, its header first."""
    time = "1,000 tokens" if found["kind"] == "language" else "an answer"
    rows: list[tuple[str, ...]] = [("  cost", time, "artifact", "training", "")]
    for name, cost in zip(names, (found["cost"]["first"], found["cost"]["second"]), strict=True):
        rows.append(
            (
                f"  {name}",
                milliseconds(cost["milliseconds"]),
                size(cost["bytes"]),
                duration(cost["seconds"]) if cost["seconds"] is not None else "not known",
                cost["model"],
            )
        )
    return rows


def _p(value: float | None, floor: float = 0.0) -> str:
    if value is None:
        return ""
    return f"< {max(0.001, floor):.3f}" if value < 0.001 or value <= floor else f"{value:.3f}"
