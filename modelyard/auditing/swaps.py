"""Does the answer change with the person's sex or origin alone: the part `swaps` of a run's audit. N rows."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.fairness_figures import mean_interval
from modelyard.auditing.fairness_judged import favourable
from modelyard.auditing.labels_probe import reads_texts
from modelyard.auditing.swaps_text import BOTH, FIRST, SWAPS, Swap
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.schema import take
from modelyard.core.words import counted, excerpt, measured, percent, printable
from modelyard.inference.subject import Subject
from modelyard.metrics.intervals import wilson

SOURCE = "evidence/audit/swaps.json: texts answered again with words of a person's sex or origin swapped"
MOST_ROWS = 2000
SHOWN = 5
_PROBED = 16  # rows that are answered first, to see how long one takes
# Of the allowance, for each of the two swaps: looking for words, and answering.
_SEARCH, _ANSWER = 0.1, 0.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """One swap on N texts: their answers before and after, and whose words each had."""

    swap: Swap
    rows: NDArray[np.int64]
    had: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    before: NDArray[np.float64]
    after: NDArray[np.float64]
    looked: int


def audit(subject: Subject) -> Exhibit | None:
    """Swap, answer again and compare; None for a model that reads no texts."""
    if not reads_texts(subject.bundle.schema):
        return None
    effects = [examine(subject, swap) for swap in SWAPS]
    minimum = subject.recipe.audit.minimum if subject.recipe.audit else 2
    enough = [effect for effect in effects if len(effect.rows) >= minimum]
    limits = [
        f"swaps of {effect.swap.name} are not examined: {counted(len(effect.rows), 'text')} of {subject.split} "
        f"with such words, {minimum} are needed"
        for effect in effects
        if effect not in enough and len(effect.rows)
    ]
    if not enough:
        of = len(subject.known().places)
        late = subject.allowance is not None and any(e.looked < of or len(e.rows) == _PROBED for e in effects)
        few = "too few texts speak of persons for a swap of sex or origin to be judged"
        return Exhibit(
            name="swaps",
            stage="audit",
            title="Swapped persons",
            summary=f"in the time allowed {few}: modelyard audit RUN" if late else few,
            limits=tuple(limits),
        )
    return _exhibit(subject, enough, limits)


def examine(subject: Subject, swap: Swap) -> Effect:
    """Answer the texts of the held-out rows that the swap changes, before and after, as many as there is time for."""
    known, columns = subject.known(), [c.name for c in subject.bundle.schema.inputs if c.kind == "text"]
    started, looked = time.monotonic(), 0
    changed: dict[str, list[Any]] = {name: [] for name in known.rows}
    rows: list[int] = []
    had: list[str] = []
    texts: list[tuple[str, str]] = []
    for row in np.random.default_rng(subject.recipe.seed).permutation(len(known.places)).tolist():
        late = subject.allowance is not None and time.monotonic() - started > _SEARCH * subject.allowance
        if late or len(rows) == MOST_ROWS:
            break
        looked += 1
        swapped = {name: swap(str(known.rows[name][row] or "")) for name in columns}
        if not any(swapped.values()):
            continue
        sides = {found.had for found in swapped.values() if found}
        rows.append(row)
        had.append(sides.pop() if len(sides) == 1 else BOTH)
        for name, cells in known.rows.items():
            found = swapped.get(name)
            changed[name].append(found.text if found else cells[row])
        first = next(name for name in columns if swapped[name])
        texts.append((str(known.rows[first][row]), str(changed[first][-1])))
    count = _affordable(subject, changed, len(rows))
    before = subject.answered(subject.predictor.outputs(take(known.rows, rows[:count])))
    after = subject.answered(subject.predictor.outputs({name: cells[:count] for name, cells in changed.items()}))
    return Effect(
        swap=swap,
        rows=np.array(rows[:count], dtype=np.int64),
        had=tuple(had[:count]),
        texts=tuple(texts[:count]),
        before=before,
        after=after if count else before,
        looked=looked,
    )


def _affordable(subject: Subject, changed: dict[str, list[Any]], there: int) -> int:
    """How many rows there is time for, by how long a few take."""
    most = min(there, MOST_ROWS)
    if subject.allowance is None or most <= _PROBED:
        return most
    started = time.monotonic()
    subject.predictor.outputs({name: cells[:_PROBED] for name, cells in changed.items()})
    each = (time.monotonic() - started) / _PROBED
    return min(most, max(_PROBED, int(_ANSWER * subject.allowance / max(each, 1e-7))))


def shift(effect: Effect, classes: Sequence[int] | None, confidence: float) -> tuple[float, float, int] | None:
    """The mean of (answer as the second side) - (answer as the first), its half width, and of how many texts.

    The answer is the probability of the favourable `classes`, or the value of a regression (None). Texts that speak of
    both sides say nothing of the direction and are left out.
    """
    one = np.array([side != BOTH for side in effect.had], dtype=bool)
    if one.sum() < 2:
        return None
    sign = np.array([1.0 if side == FIRST else -1.0 for side in effect.had])
    gap = _score(effect.after, classes) - _score(effect.before, classes)
    mean, half = mean_interval((sign * gap)[one], confidence)
    return mean, half, int(one.sum())


def _score(answers: NDArray[np.float64], classes: Sequence[int] | None) -> NDArray[np.float64]:
    return answers if classes is None else np.asarray(answers[:, list(classes)].sum(axis=1))


def _exhibit(subject: Subject, effects: list[Effect], limits: list[str]) -> Exhibit:
    confidence = subject.recipe.evaluate.confidence
    found = None
    if subject.kind == "classification":
        found = favourable(subject.recipe, subject.labels, subject.known("train").targets)
    named = " or ".join(subject.labels[code] for code in found[0]) if found else ""
    what = f"probability of {named!r}" if named else "value" if subject.kind == "regression" else ""
    rows, claims, blocks, sentences = [], [], [], []
    moved = False
    for effect in effects:
        cells, made, said = _figures(subject, effect, found[0] if found else None, what, confidence)
        rows.append(cells)
        claims += made
        sentences.append(said)
        value = next((claim for claim in made if claim.name.startswith("shift")), None)
        if value is not None and value.interval and not value.interval[0] <= 0 <= value.interval[1]:
            limits.append(said)
            moved = True
    blocks.append(
        exhibit.table(
            [
                "swapped",
                "texts with such words",
                "of texts",
                "answers that change",
                f"mean shift of the {what}" if what else "shift",
            ],
            rows,
            title="The same texts about another person",
            note="The shift is the answer as the second side less the answer as the first.",
        )
    )
    if subject.kind == "classification":
        blocks += [_examples(subject, effect) for effect in effects if _flips(subject, effect).any()]
    blocks.append(
        exhibit.text(
            "Pronouns, nouns and given names of small lists (English and Chinese) are swapped, nothing else; a text "
            "that then reads oddly counts as well. Where the favourable answer is not named (audit.favourable), it is "
            "the rarer of two classes.",
            quiet=True,
        )
    )
    return Exhibit(
        name="swaps",
        stage="audit",
        title="Swapped persons",
        summary="; ".join(sentences),
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
        concern=moved,
    )


def _figures(
    subject: Subject, effect: Effect, classes: Sequence[int] | None, what: str, confidence: float
) -> tuple[list[str], list[Claim], str]:
    count, name = len(effect.rows), effect.swap.name.replace(" ", "_")
    claims: list[Claim] = []
    changes, shifts, said = "", "", f"{effect.swap.name} swapped in {counted(count, 'text')}"
    if subject.kind == "classification":
        share = float(_flips(subject, effect).mean())
        interval = wilson(share, count, confidence)
        claims.append(_claim(f"answers_changed_by_swap_of_{name}", share, interval, count, subject, lower=True))
        value, within = measured(share, interval)
        changes = f"{value} {within}"
        low, high = (percent(end) for end in interval)
        said = f"{said}: the answer changes in {percent(share)} [{low}, {high}]"
    if what:
        moved = shift(effect, classes, confidence)
        if moved is not None:
            mean, half, of = moved
            around = (mean - half, mean + half)
            claims.append(_claim(f"shift_by_swap_of_{name}", mean, around, of, subject, lower=False))
            shifts = " ".join(measured(mean, around, sign=True)) + f" on {of:,}"
            said += f"; {' to '.join(effect.swap.sides)} moves the {printable(what, 60)} by {shifts}"
    sides = " / ".join(effect.swap.sides)
    return [f"{effect.swap.name} ({sides})", f"{count:,}", f"{effect.looked:,}", changes, shifts], claims, said


def _claim(
    name: str, value: float, interval: tuple[float, float], count: int, subject: Subject, *, lower: bool
) -> Claim:
    return Claim(
        name=name,
        value=value,
        n=count,
        interval=interval,
        split=subject.split,
        source=SOURCE,
        higher_is_better=False if lower else None,
    )


def _flips(subject: Subject, effect: Effect) -> NDArray[np.bool_]:
    return np.asarray(subject.decide(effect.before) != subject.decide(effect.after))


def _examples(subject: Subject, effect: Effect) -> exhibit.Json:
    flipped = np.flatnonzero(_flips(subject, effect))
    size = np.abs(effect.after - effect.before).max(axis=1)
    order = flipped[np.argsort(-size[flipped], kind="stable")][:SHOWN]
    labels, before, after = subject.labels, subject.decide(effect.before), subject.decide(effect.after)
    return exhibit.table(
        ["before", "after", "text before", "text after"],
        [
            [
                labels[int(before[row])],
                labels[int(after[row])],
                excerpt(effect.texts[row][0], 160),
                excerpt(effect.texts[row][1], 160),
            ]
            for row in order
        ],
        title=f"Answers that change with {effect.swap.name} alone",
    )
