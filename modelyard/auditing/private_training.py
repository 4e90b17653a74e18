"""What a differentially private training spent: the part `private_training` of a run's audit."""

from __future__ import annotations

from modelyard.core import exhibit, registry
from modelyard.core.exhibit import Exhibit
from modelyard.core.recipe import Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.words import counted, number
from modelyard.inference.subject import Subject

SOURCE = (
    "evidence/audit/private_training.json: accountant {accountant} of opacus over {steps:,} steps, unit: one {unit}"
)
# Beside a row: what one example is, and what more there may be of one person.
UNITS = {
    "row": "whoever stands in several rows has less",
    "document": "whoever is told of in several documents has less",
    "section of a document": "longer documents were cut into sections, each an example: a document of several has less",
    "conversation": "whoever speaks in several conversations has less",
}


def audit(subject: Subject) -> Exhibit | None:
    """The accountant's figure; None where the shipped model was not trained privately."""
    return told(subject.recipe, subject.run)


def audit_language(recipe: Recipe, run: Run, seconds: float | None) -> Exhibit | None:
    """The same of a language model."""
    return told(recipe, run)


def told(recipe: Recipe, run: Run) -> Exhibit | None:
    """What a run's records say of it."""
    selection = run.read_json("models/selection.json")
    shipped = str(selection["shipped"])
    record = run.read_json(f"models/{shipped}/training.json")
    spent = record.get("privacy")
    if spent is None:
        return None
    unit, count = str(spent.get("unit", "row")), spent.get("examples")  # earlier versions knew rows alone
    cheap = str(registry.load("tasks", recipe.task, field="task").Task.cheap)
    beside = f", and models/{cheap} was trained without privacy" if cheap != shipped else ""
    epsilon, delta = float(spent["epsilon"]), float(spent["delta"])
    rows = [
        ["steps", f"{spent['steps']:,}"],
        ["unit of privacy", f"one {unit}"],
        ["share of them in a step", number(spent["sample_rate"])],
        ["noise, in clipping norms", number(spent["noise_multiplier"])],
        ["clipping norm of an example's gradient", number(spent["max_grad_norm"])],
        ["epsilon asked for", number(spent["epsilon_asked"])],
    ]
    limits = [
        f"The guarantee (epsilon {number(epsilon, 3)}, delta {number(delta, 2)}) is for one {unit} of the "
        f"training data, added or taken away, and for the weights alone: {UNITS[unit]}.",
        "The vocabulary, the columns' statistics and the classes were taken from the training data without privacy; "
        "the best weights and the calibration were chosen on the validation data.",
        f"artifact/golden.json holds examples as they are{beside}: give away the weights, not these.",
        "The noise is of PyTorch's generator, seeded by a key in the run's private folder, not of a cryptographic one.",
    ]
    return Exhibit(
        name="private_training",
        stage="audit",
        title="Differentially private training",
        summary=(
            f"trained with differential privacy: epsilon {number(epsilon, 3)} at delta {number(delta, 2)} "
            f"after {counted(int(spent['steps']), 'step')}, for one {unit}"
        ),
        claims=(
            Claim(
                name="privacy_epsilon",
                value=epsilon,
                n=count,
                split="train",
                source=SOURCE.format(accountant=spent["accountant"].upper(), steps=spent["steps"], unit=unit),
                higher_is_better=False,
            ),
            Claim(
                name="privacy_delta",
                value=delta,
                n=count,
                split="train",
                source="the recipe: train.privacy.delta",
                higher_is_better=False,
            ),
        ),
        blocks=(exhibit.table(["what", "figure"], rows, title="How"),),
        limits=tuple(limits),
    )
