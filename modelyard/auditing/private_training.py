"""What a differentially private training spent: the part `private_training` of a run's audit."""

from __future__ import annotations

from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.core.words import counted, number
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/private_training.json: accountant {accountant} of opacus over {steps:,} steps"


def audit(subject: Subject) -> Exhibit | None:
    """The accountant's figure; None where the shipped model was not trained privately."""
    shipped = str(subject.run.read_json("models/selection.json")["shipped"])
    record = subject.run.read_json(f"models/{shipped}/training.json")
    spent = record.get("privacy")
    if spent is None:
        return None
    count = subject.bundle.counts["train"]
    epsilon, delta = float(spent["epsilon"]), float(spent["delta"])
    rows = [
        ["steps", f"{spent['steps']:,}"],
        ["share of the rows in a step", number(spent["sample_rate"])],
        ["noise, in clipping norms", number(spent["noise_multiplier"])],
        ["clipping norm of an example's gradient", number(spent["max_grad_norm"])],
        ["epsilon asked for", number(spent["epsilon_asked"])],
    ]
    cheap = str(subject.run.read_json("models/selection.json")["cheap"])
    limits = [
        f"The guarantee (epsilon {number(epsilon, 3)}, delta {number(delta, 2)}) is for one training row, added or "
        "taken away, and for the weights alone: whoever stands in several rows has less.",
        "The vocabulary, the columns' statistics and the classes were taken from the training rows without privacy; "
        "the best weights and the calibration were chosen on the validation rows.",
        f"artifact/golden.json holds rows as they are, and models/{cheap} was trained without privacy: give away the "
        "weights, not these.",
        "The noise is of PyTorch's generator, seeded by a key in the run's private folder, not of a cryptographic one.",
    ]
    return Exhibit(
        name="private_training",
        stage="audit",
        title="Differentially private training",
        summary=(
            f"trained with differential privacy: epsilon {number(epsilon, 3)} at delta {number(delta, 2)} "
            f"after {counted(int(spent['steps']), 'step')}"
        ),
        claims=(
            Claim(
                name="privacy_epsilon",
                value=epsilon,
                n=count,
                split="train",
                source=SOURCE.format(accountant=spent["accountant"].upper(), steps=spent["steps"]),
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
