"""How good people find a model's answers: mean ratings, and the differences between models on the same rows."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from modelyard.core import registry
from modelyard.core.exhibit import table, whiskers
from modelyard.core.report import Claim
from modelyard.core.words import measured
from modelyard.evaluation.people_told import How, Keys, Told, item_of, models_of, plain
from modelyard.evaluation.votes import Vote

Mean = tuple[float, tuple[float, float] | None]


def ratings(votes: Sequence[Vote], keys: Keys, how: How) -> Told:
    """The votes of sheets with one answer at a time, 1 to 5."""
    by_model: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for vote in votes:
        item = item_of(vote, keys)
        by_model[item["models"][0]][item["place"]].append(float(vote.answer))
    models = [model for model in models_of(votes, keys) if model in by_model]
    means = {model: {place: float(np.mean(found)) for place, found in by_model[model].items()} for model in models}
    told = Told(detail={"models": models, "means": {}})
    rows, marks = [], []
    for model in models:
        value, interval = mean(list(means[model].values()), how.confidence)
        shown = measured(value, interval)
        rows.append((model, *shown, f"{len(means[model]):,}"))
        marks.append({"name": model, "value": value, "interval": list(interval) if interval else None, "strong": False})
        told.said.append(f"{model} is rated {' '.join(shown).strip()} of 5.")
        told.detail["means"][model] = value
        told.claims.append(
            Claim(
                name="rating" if model == models[0] else f"rating_{plain(model)}",
                value=value,
                n=len(means[model]),
                interval=interval,
                split="people",
                source=f"{how.source}: {model}, mean of 1 to 5",
                higher_is_better=True,
            )
        )
    told.blocks = [
        table(("model", "mean rating", "interval", "rows"), rows, title="How good the answers are"),
        whiskers(marks, title="Mean rating", x_label="1 bad, 5 very good"),
    ]
    differences = []
    for a, b in itertools.combinations(models, 2):
        both = sorted(set(means[a]) & set(means[b]))
        if both:
            shown = measured(*mean([means[a][p] - means[b][p] for p in both], how.confidence), sign=True)
            differences.append((f"{a} - {b}", *shown, f"{len(both):,}"))
    if differences:
        told.blocks.append(table(("difference on the same rows", "ratings", "interval", "rows"), differences))
    return told


def mean(values: Sequence[float], confidence: float) -> Mean:
    """A mean over rows with Student's interval; none of one row."""
    value = float(np.mean(values))
    if len(values) < 2:
        return value, None
    with registry.needing("intervals of mean ratings"):
        from scipy.stats import t
    half = float(t.ppf((1 + confidence) / 2, len(values) - 1)) * float(np.std(values, ddof=1)) / math.sqrt(len(values))
    return value, (value - half, value + half)
