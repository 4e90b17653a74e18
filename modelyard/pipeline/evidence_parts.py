"""The examinations that make up a run's evidence, as data: what each is called, what asks for it, and what it takes.

A part is one function of a `Subject`. What a run does by default may take a share of its training's time in all; what
is asked for by name takes what it takes.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from modelyard.core import registry
from modelyard.core.recipe import Recipe

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle

Need = Literal["texts", "classes", "held back", "known columns"]
ROWS = ("text", "table")  # the sorts of tasks that answer rows: their parts are of a Subject


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One examination. `function` is `module:name`: (Subject) -> Exhibit, or None where it does not apply.

    `weight` is its part of the time that all of a run's defaults may take; 0: never by default. `asked` is the field of
    the recipe's section, or the `section.field` of another, that asks for it by name: it is then not limited. `sorts`
    are the tasks that it is about; of a language model the function is of (recipe, run, seconds it may take or None).
    `seconds` is what it usually takes where it is asked for; `trainings` is `module:name` of what it trains again:
    (recipe) -> that many trainings. What it `needs` of a run, it does not apply without (`applies`).
    """

    name: str
    stage: str
    function: str
    weight: float = 0.0
    asked: str = ""
    sorts: tuple[str, ...] = ROWS
    seconds: float = 0.5
    trainings: str = ""
    needs: tuple[Need, ...] = ()

    def load(self) -> Any:
        """The function."""
        return _named(self.function)

    def price(self, recipe: Recipe) -> float:
        """How many trainings of the run it takes."""
        return float(_named(self.trainings)(recipe)) if self.trainings else 0.0


def _named(path: str) -> Any:
    module, _, function = path.partition(":")
    return getattr(importlib.import_module(module), function)


PARTS: tuple[Part, ...] = (
    Part(name="slices", stage="evaluate", function="modelyard.evaluation.slices:slices", weight=1.0),
    Part(
        name="calibration",
        stage="evaluate",
        function="modelyard.evaluation.calibrated:calibrated",
        weight=0.3,
        needs=("classes",),
    ),
    Part(
        name="abstention",
        stage="evaluate",
        function="modelyard.evaluation.abstention:abstention",
        weight=0.3,
        needs=("classes",),
    ),
    Part(name="sets", stage="evaluate", function="modelyard.evaluation.sets:sets", weight=0.3),
    Part(name="costs", stage="evaluate", function="modelyard.evaluation.costs:costs", asked="answer.costs"),
    Part(
        name="folds",
        stage="evaluate",
        function="modelyard.pipeline.folds:folds",
        asked="folds",
        trainings="modelyard.pipeline.folds:trainings",
    ),
    Part(
        name="robustness",
        stage="evaluate",
        function="modelyard.evaluation.robustness:robustness",
        weight=1.0,
        asked="robustness",
        seconds=1.5,
    ),
    Part(
        name="generated",
        stage="evaluate",
        function="modelyard.evaluation.generated:generated",
        asked="generate",
        sorts=("conversations",),
        seconds=20.0,
    ),
    Part(name="drivers", stage="explain", function="modelyard.explanation.drivers:drivers", weight=1.0),
    Part(name="answers", stage="explain", function="modelyard.explanation.answers:answers", weight=0.7),
    Part(
        name="methods",
        stage="explain",
        function="modelyard.explanation.answers:methods",
        asked="methods",
        trainings="modelyard.explanation.answers:trainings",
    ),
    Part(name="fairness", stage="audit", function="modelyard.auditing.fairness:audit", weight=0.5, asked="protected"),
    Part(name="swaps", stage="audit", function="modelyard.auditing.swaps:audit", weight=1.0, needs=("texts",)),
    Part(name="labels", stage="audit", function="modelyard.auditing.labels:audit", weight=2.0, needs=("classes",)),
    Part(name="leaks", stage="audit", function="modelyard.auditing.leaks:audit", weight=1.0),
    Part(name="shift", stage="audit", function="modelyard.auditing.shift:audit", weight=1.0, needs=("held back",)),
    Part(name="coverage", stage="audit", function="modelyard.auditing.coverage:audit", weight=1.0),
    Part(
        name="mitigation",
        stage="audit",
        function="modelyard.pipeline.mitigating:audit",
        asked="mitigate",
        trainings="modelyard.pipeline.mitigating:trainings",
    ),
    Part(
        name="membership",
        stage="audit",
        function="modelyard.auditing.membership:audit",
        weight=1.0,
        needs=("held back",),
    ),
    Part(
        name="private_training",
        stage="audit",
        function="modelyard.auditing.private_training:audit",
        asked="train.privacy",
        seconds=0.1,
    ),
    Part(
        name="private_training",
        stage="audit",
        function="modelyard.auditing.private_training:audit_language",
        asked="train.privacy",
        seconds=0.1,
        sorts=("corpus", "conversations"),
    ),
    Part(
        name="membership_shadows",
        stage="audit",
        function="modelyard.pipeline.membership:audit",
        asked="membership",
        trainings="modelyard.pipeline.membership:trainings",
    ),
    Part(
        name="memorisation",
        stage="audit",
        function="modelyard.auditing.memorisation:audit",
        weight=1.0,
        sorts=("corpus",),
    ),
    Part(
        name="anonymity",
        stage="audit",
        function="modelyard.auditing.anonymity:audit",
        weight=0.5,
        asked="quasi_identifiers",
        needs=("known columns",),
    ),
)


def applies(part: Part, recipe: Recipe, bundle: Bundle) -> bool:
    """Whether a run of these rows has what the part is about; a part may still find too little of it."""
    from modelyard.auditing.anonymity import suspected
    from modelyard.auditing.labels_probe import reads_texts

    def has(need: Need) -> bool:
        if need == "texts":
            return reads_texts(bundle.schema)
        if need == "classes":
            return str(registry.load("tasks", recipe.task, field="task").Task.metrics) == "classification"
        if need == "held back":
            return bool(bundle.counts.get("test") or bundle.counts.get("validation"))
        return bool(suspected(bundle.schema))

    return is_asked(part, recipe) or all(has(need) for need in part.needs)


def is_asked(part: Part, recipe: Recipe) -> bool:
    """Whether the recipe names what this part does."""
    name, _, field = part.asked.rpartition(".")
    section = getattr(recipe, name or part.stage)
    return bool(field) and bool(section) and bool(getattr(section, field))


def wanted(recipe: Recipe) -> tuple[Part, ...]:
    """The parts that this recipe gets, in their order."""
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    return tuple(
        part
        for part in PARTS
        if getattr(recipe, part.stage) and sort in part.sorts and (part.weight or is_asked(part, recipe))
    )
