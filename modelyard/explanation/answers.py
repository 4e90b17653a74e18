"""A few answers of the test split explained in full, and, where the recipe asks for them, by several methods."""

from __future__ import annotations

import time
from typing import Any

from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit, Json
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_explain import Explain
from modelyard.core.report import Claim
from modelyard.core.words import counted, duration, figure, measured, printable
from modelyard.explanation.drawn import explained, picture
from modelyard.explanation.explain import Explanation
from modelyard.explanation.faithfulness import pooled
from modelyard.explanation.game import row_of
from modelyard.explanation.methods import METHODS, usual
from modelyard.explanation.sampled import by_class, model_of, telling
from modelyard.inference.subject import Subject

# Answers that every report explains: wrong ones, of which the model was surest, and right ones.
ROWS, WRONG = 5, 3
# Answers drawn of those that a recipe has explained by several methods: the page must stay of a readable size.
DRAWN = 8
_LONGEST_SECONDS = 3.0  # of one answer, where nobody asked for it
_CHOOSING_SHARE = 0.25  # of the allowance: finding answers worth a look where the split is not answered yet
# How many answers a training step costs for one example: forward and backward.
_STEP = 3.0


def answers(subject: Subject) -> Exhibit | None:
    """The surest wrong answers and some right ones, with what each rests on."""
    model = model_of(subject)
    deadline = None if subject.allowance is None else time.monotonic() + subject.allowance
    chosen, seen = telling(
        subject, ROWS, WRONG, None if subject.allowance is None else _CHOOSING_SHARE * subject.allowance
    )
    method = usual(model)
    drawn: list[Json] = []
    made: list[Explanation] = []
    for number, (index, right) in enumerate(chosen):
        left = _LONGEST_SECONDS if deadline is None else (deadline - time.monotonic()) / (len(chosen) - number)
        if left <= 0 and made:
            break
        views = by_class(subject, model, index, METHODS[method], max(0.05, min(left, _LONGEST_SECONDS)))
        made.append(views[0])
        drawn.append(_drawn(subject, index, right, views))
        subject.tell(f"answer {number + 1} explained", (number + 1) / len(chosen))
    if not made:
        return None
    wrong = sum(not right for _, right in chosen[: len(made)])
    which = f"{wrong} of them wrong" if subject.labels else f"of them the {wrong} farthest off"
    said = f"{counted(len(made), 'answer')} explained, {which}, by {METHODS[method].said}"
    limits = _limits(subject, seen)
    if len(made) < len(chosen):
        limits += (f"Time allowed {len(made)} of {len(chosen)} answers to be explained.",)
    return Exhibit(
        name="answers",
        stage="explain",
        title="What single answers rest on",
        summary=said,
        blocks=tuple(drawn),
        limits=limits,
        detail={"answers": [one.to_json() for one in made]},
    )


def methods(subject: Subject) -> Exhibit | None:
    """The methods that the recipe asks for, on the same answers, each with its faithfulness and its time."""
    asked = _asked(subject.recipe)
    model = model_of(subject)
    chosen, seen = telling(subject, asked.rows, min((asked.rows + 1) // 2, WRONG))
    made: list[list[list[Explanation]]] = [  # by answer and method, each for its classes
        [by_class(subject, model, index, METHODS[name], both=number < DRAWN) for name in asked.methods]
        for number, (index, _) in enumerate(chosen)
    ]
    rows: list[tuple[str, ...]] = []
    claims: list[Claim] = []
    for at, name in enumerate(asked.methods):
        own = [views[at][0] for views in made]
        gains = [float(one.faithfulness["gain"]) for one in own if one.faithfulness is not None]
        rows.append(_row(name, own, gains))
        if gains:
            claims.append(_claim(subject, name, gains))
    drawn = [
        _drawn(subject, index, right, [one for own in views for one in own])
        for (index, right), views in zip(chosen[:DRAWN], made, strict=False)
    ]
    table = exhibit.table(["method", "faithfulness", "weights miss the score by", "one answer takes"], rows)
    note = "Faithfulness: how much more the answer moves than in random orders while units are taken out and put in."
    best = max(claims, key=lambda claim: claim.value).name.partition("_of_")[2].replace("_", "-") if claims else ""
    said = f"; faithfulness is highest for {best}" if len(claims) > 1 else ""
    left = len(chosen) - len(drawn)
    more = [exhibit.text(f"{counted(left, 'answer')} more went into these figures and are not drawn.", quiet=True)]
    return Exhibit(
        name="methods",
        stage="explain",
        title="Explanations by the methods asked for",
        summary=f"{counted(len(asked.methods), 'method')} on {counted(len(chosen), 'answer')}{said}",
        claims=tuple(claims),
        blocks=(table, exhibit.text(note, quiet=True), *drawn, *(more if left else [])),
        limits=_limits(subject, seen),
    )


def _limits(subject: Subject, seen: int) -> tuple[str, ...]:
    """That the answers were chosen among some of the split's only, where that is so."""
    count = len(subject.known().targets)
    if seen == count:
        return ()
    return (f"The answers were chosen among {seen:,} of {count:,} rows, drawn at random: the rest was not answered.",)


def _asked(recipe: Recipe) -> Explain:
    assert isinstance(recipe.explain, Explain)
    return recipe.explain


def _drawn(subject: Subject, index: int, right: bool, views: list[Explanation]) -> Json:
    seen = picture(row_of(subject.known().rows, index), subject.predictor.schema)
    return explained(views, title=_title(subject, index, right, views[0]), picture=seen)


def _row(name: str, made: list[Explanation], gains: list[float]) -> tuple[str, ...]:
    faithful = "–"
    if gains:
        value, interval = measured(*pooled(gains), sign=True)
        faithful = f"{value} {interval}".strip()
    gaps = [abs(one.gap) for one in made if one.gap is not None]
    gap = f"{max(gaps):.1g} at most" if gaps else "they need not add up"
    return name, faithful, gap, duration(sum(one.seconds for one in made) / len(made))


def _claim(subject: Subject, name: str, gains: list[float]) -> Claim:
    value, interval = pooled(gains, seed=subject.recipe.seed)
    return Claim(
        name=f"explanation_faithfulness_of_{name.replace('-', '_')}",
        value=value,
        n=len(gains),
        interval=interval,
        split=subject.split,
        source="evidence/explain/methods.json: area of deletion and insertion over random orders",
        higher_is_better=True,
    )


def _title(subject: Subject, index: int, right: bool, one: Explanation) -> str:
    known = subject.known()
    target: Any = known.targets[index]
    if one.label is None:
        said = f"{figure(one.shown, 3)}, truly {figure(float(target), 3)}"
    else:
        truth = "rightly" if right else f"truly {printable(subject.labels[int(target)], 40)}"
        said = f"{printable(one.answered, 60)}, {truth}"
    return f"{known.places[index]}: {said}"


def trainings(recipe: Recipe) -> float:
    """What the methods that a recipe asks for cost, in trainings: answers asked over those of 10,000 examples' steps.

    A row is taken for 100 units; the planner knows neither the texts' words nor how many examples there are.
    """
    explain = recipe.explain
    if not isinstance(explain, Explain):
        return 0.0
    check = 2.0 * 11 * 9  # the curves
    asked = sum(METHODS[name].answers(100) + check for name in explain.methods) * explain.rows
    return asked / (_STEP * 10_000 * float(recipe.train.epochs or 3))
