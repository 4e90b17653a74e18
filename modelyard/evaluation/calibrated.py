"""Do probabilities mean what they say, before and after calibration? Measured on unseen rows. N rows; C classes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, lines, table, text
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured
from modelyard.data.features import scores
from modelyard.evaluation.answers import answered
from modelyard.inference.subject import Subject
from modelyard.metrics import calibration, classification, intervals
from modelyard.metrics.paired import Difference, compare

NAME = "calibration"
SOURCE = f"evidence/evaluate/{NAME}.json: the same rows with and without the calibration, paired"
Floats = NDArray[np.float64]


def calibrated(subject: Subject) -> Exhibit | None:
    """Log-loss and calibration error as the model came, after a temperature, and as it is served."""
    if subject.kind != "classification":
        return None
    test = answered(subject, subject.split, seconds=subject.allowance)
    targets = test.targets.astype(np.int64)
    answers = subject.predictor.task.answers
    ways = {"as trained": scores.probabilities(test.outputs, 1.0)}
    if answers.temperature != 1:
        ways[f"divided by the temperature {answers.temperature:.3g}"] = scores.probabilities(
            test.outputs, answers.temperature
        )
    method = "none"
    if answers.calibration is not None:
        method = f"{answers.calibration['method']} calibration"
        ways[f"with {method}"] = subject.answered(test.outputs)
    elif answers.temperature != 1:
        method = f"a temperature of {answers.temperature:.3g}"
    served = list(ways)[-1]
    settings, seed = subject.recipe.evaluate, subject.recipe.seed
    differences = {
        name: compare(
            classification,
            "log_loss",
            targets,
            ways[name],
            ways["as trained"],
            confidence=settings.confidence,
            resamples=settings.resamples,
            seed=seed,
        )
        for name in ways
        if name != "as trained"
    }
    change = differences.get(served)
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Calibration",
        summary=_summary(method, change, len(targets), subject.split),
        claims=_claims(subject, change, len(targets)),
        blocks=(_table(ways, targets, differences, settings.confidence, seed), _curves(ways, targets), _how(test.of)),
        limits=()
        if change is None or change.outcome != "worse"
        else (f"The calibration ({method}) makes probabilities worse on unseen rows; set train.calibrate: none.",),
        detail={"temperature": answers.temperature, "method": method},
    )


def _summary(method: str, change: Difference | None, n: int, split: str) -> str:
    on = f"{counted(n, 'row')} of {split}"
    if change is None:
        return f"Probabilities are served as the model gives them; they are judged on {on}."
    verb = {"better": "makes probabilities better", "worse": "makes probabilities worse", "tie": "changes little"}
    amount = " ".join(measured(change.value, change.interval, sign=True))
    return f"The calibration, {method}, {verb[change.outcome]}: log-loss {amount} nat on {on}."


def _claims(subject: Subject, change: Difference | None, n: int) -> tuple[Claim, ...]:
    if change is None:
        return ()
    return (
        Claim(
            name="log_loss_by_calibration",
            value=change.value,
            unit="nat",
            n=n,
            interval=change.interval,
            split=subject.split,
            source=SOURCE,
            higher_is_better=False,
        ),
    )


def _table(
    ways: dict[str, Floats],
    targets: NDArray[np.int64],
    differences: dict[str, Difference],
    confidence: float,
    seed: int,
) -> Json:
    rows = []
    for name, given in ways.items():
        found, _ = intervals.estimates(classification, targets, given, confidence=confidence, resamples=200, seed=seed)
        change = differences.get(name)
        rows.append(
            [
                name,
                *(" ".join(measured(found[one].value, found[one].interval)) for one in ("log_loss", "brier", "ece")),
                measured(found["accuracy"].value)[0],
                "" if change is None else " ".join(measured(change.value, change.interval, sign=True)),
            ]
        )
    columns = [
        "probabilities",
        "log-loss",
        "Brier score",
        "calibration error",
        "likeliest label right",
        "log-loss against the first",
    ]
    return table(columns, rows, title="What calibration does on unseen rows")


def _curves(ways: dict[str, Floats], targets: NDArray[np.int64]) -> Json:
    series = []
    for name, given in ways.items():
        bins = calibration.reliability(targets, given)
        series.append({"name": name, "x": [one.confidence for one in bins], "y": [one.accuracy for one in bins]})
    return lines(
        series,
        title="How sure, and how often right",
        x_label="probability of the answer",
        y_label="share right",
        diagonal=True,
        unit_square=True,
        note="On the line a model that says 80 % is right four times in five.",
    )


def _how(of: int) -> Json:
    return text(
        "The calibration was fitted on the validation rows before packaging; one with more freedom than a temperature "
        "is kept only where its cross-fitted log-loss there is significantly lower (train.calibrate says otherwise).",
        quiet=True,
    )
