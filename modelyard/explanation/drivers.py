"""What drives a model as a whole: words or columns over a sample of rows that nobody trained on, how stable that is,
and whether the explanations that it is made of are faithful. R rows; K terms."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured, percent, printable
from modelyard.explanation.drivers_drawn import by_class, by_column, curves
from modelyard.explanation.faithfulness import faithfulness, pooled
from modelyard.explanation.game import row_of
from modelyard.explanation.methods import METHODS
from modelyard.explanation.sampled import Row, cheap_method, explained, model_of
from modelyard.explanation.terms import TERMS, least, of_row, stability, top
from modelyard.inference.subject import Subject

# Explanations whose faithfulness is measured, of those of the sample.
JUDGED = 24
_EXPLAIN_SHARE = 0.6
# A row's weights that miss more of the difference are not what the model does; so many rows of that kind are told.
_FAR = 0.2
LEAST_ROWS = 8  # of fewer nothing is said of the model as a whole
# Where it is asked for by name.
LONGEST_SECONDS = 20.0
_SOURCE = "evidence/explain/drivers.json"


def drivers(subject: Subject) -> Exhibit | None:
    """Sums of the rows' explanations by the cheapest faithful method, for each class."""
    started = time.monotonic()
    model = model_of(subject)
    method = cheap_method(model, row_of(subject.known().rows, 0))
    allowed = LONGEST_SECONDS if subject.allowance is None else subject.allowance
    allowed = max(0.0, allowed - (time.monotonic() - started))  # a network has been opened
    seconds = _EXPLAIN_SHARE * allowed
    rows = explained(subject, model, method, seconds)
    if not any(row.terms for row in rows):
        return None
    if len(rows) < LEAST_ROWS:
        return _too_few(len(rows), len(subject.known().places), method)
    sums = [of_row(row, subject.labels) for row in rows]
    stable = stability(sums, seed=subject.recipe.seed)
    judged = _judged(allowed - seconds, rows)
    table = subject.predictor.task.sort == "table"
    blocks = by_column(subject, rows) if table else by_class(sums, subject.labels, len(rows))
    said = f"{METHODS[method].said} of {counted(len(rows), 'row')} of {subject.split}"
    claims = tuple(_claims(stable, judged, len(rows), subject))
    limits = tuple(_limits(stable, judged, rows))
    faith = [block for block in (curves(judged),) if block is not None]
    return Exhibit(
        name="drivers",
        stage="explain",
        title="What drives the model",
        summary=_summary(sums, subject.labels, table, said),
        claims=claims,
        blocks=(*blocks, *faith, exhibit.text(_how(said, table), quiet=True)),
        limits=limits,
        detail={"method": method, "rows": len(rows), "stability": stable, "faithfulness": [j["gain"] for j in judged]},
    )


def _too_few(rows: int, of: int, method: str) -> Exhibit:
    said = f"{counted(rows, 'row')} explained: too few to tell what drives the model as a whole"
    more = "; ask for it: modelyard explain RUN" if rows < min(of, LEAST_ROWS) else ""
    return Exhibit(
        name="drivers",
        stage="explain",
        title="What drives the model",
        summary=said,
        limits=(f"{said}{more}.",),
        detail={"method": method, "rows": rows},
    )


def _judged(seconds: float, rows: Sequence[Row]) -> list[dict[str, Any]]:
    few = rows[:JUDGED]
    found = []
    for row in few:
        if seconds <= 0:
            break
        row.game.allow(max(seconds / 3, 4 * seconds / len(few)))
        spent = row.game.spent
        judged = faithfulness(row.game, row.weights)
        seconds -= row.game.spent - spent
        if judged is not None:
            found.append(judged)
    return found


def _claims(stable: float | None, judged: list[dict[str, Any]], count: int, subject: Subject) -> list[Claim]:
    found = []
    if judged:
        gain, interval = pooled([one["gain"] for one in judged], seed=subject.recipe.seed)
        found.append(
            Claim(
                name="explanation_faithfulness",
                value=gain,
                n=len(judged),
                interval=interval,
                split=subject.split,
                source=f"{_SOURCE}: area of deletion and insertion over random orders",
                higher_is_better=True,
            )
        )
    if stable is not None:
        source = f"{_SOURCE}: the first {TERMS} terms shared by random halves of the rows"
        found.append(
            Claim(
                name="explanation_stability",
                value=stable,
                n=count,
                split=subject.split,
                source=source,
                higher_is_better=True,
            )
        )
    return found


def _limits(stable: float | None, judged: list[dict[str, Any]], rows: Sequence[Row]) -> list[str]:
    found = []
    if not judged:
        found.append("How faithful the explanations are was not measured: there was no time for it.")
    else:
        gain, interval = pooled([one["gain"] for one in judged])
        if interval is not None and interval[0] <= 0:
            value, shown = measured(gain, interval, sign=True)
            found.append(f"The explanations are not shown to be better than a random order ({value} {shown}).")
    far = sum(row.missed > _FAR for row in rows)
    if far > _FAR * len(rows):
        found.append(f"The weights of {counted(far, 'row')} miss what they should add up to by more than a fifth.")
    if stable is None:
        found.append(
            f"What drives the model was summed over {counted(len(rows), 'row')}: too few to tell how stable it is."
        )
    elif stable < 0.5:
        found.append(f"Of the first {TERMS} terms only {percent(stable, 0)} are shared by two halves of the sample.")
    return found


def _summary(sums: Sequence[Mapping[tuple[str, str], float]], labels: Sequence[str], table: bool, said: str) -> str:
    if table:
        totals: dict[str, float] = defaultdict(float)
        for one in sums:
            for (_, term), weight in one.items():
                totals[term] += abs(weight)
        names = sorted(totals, key=lambda name: -totals[name])[:3]
        return f"{', '.join(printable(name) for name in names)} matter most ({said})"
    parts = []
    for label in list(labels)[:2] or [""]:
        words = [printable(term, 30) for term, _, _ in top(sums, label, least=least(len(sums)))[:3]]
        if words:
            parts.append(f"for {printable(label, 30) or 'a higher value'}: {', '.join(words)}")
    return f"{'; '.join(parts) or 'no word stands out'} ({said})"


def _how(said: str, table: bool) -> str:
    what = "columns, less what they add in usual rows" if table else "words"
    return (
        f"{said}: each row's answer is explained, and the weights of its {what} are summed. "
        "A weight says what the model uses, not what is true of the world."
    )
