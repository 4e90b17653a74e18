"""The methods by name: what each needs, what it can explain, and which one is taken where none is named."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from modelyard.core.errors import RequestError
from modelyard.explanation.case import Case, Model
from modelyard.explanation.found import Found


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """`function` is `module:name`: (Case) -> Found. `inside`: it reads the model's own weights by torch, which a server
    does not load. `answers` is how many answers it asks for of a row of U units, about."""

    name: str
    said: str
    function: str
    inside: bool = False
    answers: Callable[[int], float] = lambda units: 1.0

    def __call__(self, case: Case) -> Found:
        """Explain one answer."""
        module, _, function = self.function.partition(":")
        found: Found = getattr(importlib.import_module(f"modelyard.explanation.{module}"), function)(case)
        return found


_ALL = (
    Method(name="exact", said="exact contributions", function="methods:by_weights"),
    Method(
        name="shap",
        said="Shapley values",
        function="methods:by_shap",
        answers=lambda units: 2.0**units if units <= 8 else 600.0 + units,
    ),
    Method(name="occlusion", said="occlusion", function="methods:by_occlusion", answers=lambda units: units + 1.0),
    Method(name="lime", said="LIME", function="methods:by_lime", answers=lambda units: 1000.0),
    Method(name="counterfactual", said="a counterfactual", function="counterfactual:counterfactual",
           answers=lambda units: 2.0 * units + 500.0),
    Method(name="nearest", said="the nearest training rows", function="nearest:nearest", inside=True,
           answers=lambda units: 200.0),
    Method(name="saliency", said="saliency (gradients)", function="gradients:saliency", inside=True,
           answers=lambda units: 3.0),
    Method(name="gradient-x-input", said="gradient x input", function="gradients:gradient_x_input", inside=True,
           answers=lambda units: 3.0),
    Method(name="integrated-gradients", said="integrated gradients", function="gradients:integrated_gradients",
           inside=True, answers=lambda units: 100.0),
    Method(name="attention-rollout", said="attention rollout", function="attention:rollout", inside=True,
           answers=lambda units: 1.5),
)  # fmt: skip
METHODS: dict[str, Method] = {method.name: method for method in _ALL}


def usual(model: Model) -> str:
    """Exact where the model is simple enough, else Shapley values by asking it."""
    weights = model.weights
    trees = weights is not None and weights.family == "trees"
    readable = weights is not None and (not trees or importlib.util.find_spec("lightgbm") is not None)
    return "exact" if readable else "shap"


def chosen(name: str | None, model: Model, *, served: bool = False) -> Method:
    """The method of a name; `auto` or None is the usual one. Raises: RequestError for one that there is not here."""
    if name in (None, "auto"):
        return METHODS[usual(model)]
    known = [one for one in METHODS.values() if not (served and one.inside)]
    found = next((one for one in known if one.name == name), None)
    if found is None:
        raise RequestError(
            "there is no such method here",
            where="method",
            got=name,
            remedy=f"Use auto, {', '.join(one.name for one in known)}.",
        )
    return found


def by_weights(case: Case) -> Found:
    """Exact contributions. Raises: RequestError of a model that has none."""
    from modelyard.explanation.exact import exact

    if case.model.weights is None:
        raise RequestError(
            "only linear models and trees have exact contributions, and an export keeps no weights for them",
            where="method",
            got="exact",
            remedy="Try shap.",
        )
    background = None if case.model.sort == "text" else case.model.background
    return exact(case.model.weights, case.game.score, case.units, case.rows, background)


def by_shap(case: Case) -> Found:
    """Shapley values by asking the model."""
    from modelyard.explanation.shapley import shap

    return shap(case.game, seed=case.seed)


def by_occlusion(case: Case) -> Found:
    """What the score loses without each unit."""
    from modelyard.explanation.occlusion import occlusion

    return occlusion(case.game)


def by_lime(case: Case) -> Found:
    """A line through answers near the row."""
    from modelyard.explanation.lime import lime

    return lime(case.game, seed=case.seed)
