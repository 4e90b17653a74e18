"""Golden examples answered by something that is not Modelyard, compared with what was recorded. N examples; O outputs.

An answer may differ by what the tolerance of the outputs allows: a score by half of it (softmax changes no score by
more than half of the largest change of a logit) over the temperature, a value by it times the target's deviation. A
label may be another one only where the recorded outputs of both are no farther apart than twice the tolerance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError
from modelyard.data.features.scores import probabilities, steepness
from modelyard.inference.golden import Golden

# Decoding twice, in another order of sums, on the same numbers.
_ROUNDING = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Parity:
    """How far each example is off: its outputs (NaN where only answers are seen) and its answer, and what is allowed.

    `allowed` [N] is of the answers, `tolerance` of the outputs, relative to max(1, |recorded|).
    """

    target: str
    tolerance: float
    notes: Sequence[str]
    outputs: NDArray[np.float64]
    answers: NDArray[np.float64]
    allowed: NDArray[np.float64]
    labels: NDArray[np.bool_]
    label_changes: NDArray[np.bool_]

    @property
    def wrong(self) -> NDArray[np.int64]:
        """The examples that differ by more than the tolerance."""
        seen = ~np.isnan(self.outputs)
        bad = (seen & ~(self.outputs <= self.tolerance)) | ~(self.answers <= self.allowed) | self.label_changes
        return np.flatnonzero(bad)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON: the largest differences, then every example's."""
        return {
            "target": self.target,
            "examples": len(self.notes),
            "tolerance": self.tolerance,
            "largest_output_difference": _largest(self.outputs),
            "largest_answer_difference": _largest(self.answers),
            "same_label": int(self.labels.sum()),
            "wrong": self.wrong.tolist(),
            "table": [
                {
                    "note": note,
                    "output_difference": None if np.isnan(output) else float(output),
                    "answer_difference": float(answer) if np.isfinite(answer) else None,
                    "same_label": bool(same),
                }
                for note, output, answer, same in zip(self.notes, self.outputs, self.answers, self.labels, strict=True)
            ],
        }

    def require(self, remedy: str) -> Parity:
        """This parity. Raises: ArtifactError naming the first example that differs by more than the tolerance."""
        if len(self.wrong):
            i = int(self.wrong[0])
            seen = "" if np.isnan(self.outputs[i]) else f"by {self.outputs[i]:.3g} in its outputs, "
            raise ArtifactError(
                f"{len(self.wrong)} of {len(self.notes)} golden examples differ by more than {self.tolerance:g}: "
                f"example {i} ({self.notes[i]}) {seen}by {self.answers[i]:.3g} in its "
                f"answer{', which has another label' if not self.labels[i] else ''}",
                where=self.target,
                remedy=remedy,
            )
        return self


def compare(
    golden: Golden,
    answers: Sequence[Mapping[str, Any]],
    outputs: NDArray[np.float64] | None,
    *,
    target: str,
    tolerance: float,
    state: Mapping[str, Any],
) -> Parity:
    """Answers, and outputs [N, O] where they are seen, against the recorded ones; `state` is task.json.

    Raises: ArtifactError where there are not as many answers, or outputs of another shape.
    """
    if len(answers) != len(golden) or (outputs is not None and outputs.shape != golden.outputs.shape):
        raise ArtifactError(
            f"{len(golden)} answers with {golden.outputs.shape[1]} outputs each are expected",
            where=target,
            got=len(answers) if outputs is None else outputs.shape,
        )
    count, size = len(golden), np.maximum(1.0, np.abs(golden.outputs))
    slack = tolerance * size.max(axis=1)
    if "target_scale" in state:
        factor = abs(float(state["target_scale"]["deviation"]))
    else:
        factor = steepness(float(state["temperature"]), state.get("calibration"))
    same = np.array([a.get("label") == b.get("label") for a, b in zip(answers, golden.answers, strict=True)])
    # Where a calibration follows the temperature, the winner is the most probable, not the largest output.
    bent = state.get("calibration") is not None
    distances = 2 * slack * (factor if bent else 1.0)
    changed = [not same[i] and not _near(golden, answers[i], i, float(distances[i]), state) for i in range(count)]
    recorded = np.array([_numbers(answer) for answer in golden.answers])
    found = np.array([_numbers(answer, golden.answers[i]) for i, answer in enumerate(answers)])
    seen = np.full(count, np.nan)
    if outputs is not None:
        seen = _finite(np.abs(outputs - golden.outputs) / size).max(axis=1)
    return Parity(
        target=target,
        tolerance=tolerance,
        notes=golden.notes,
        outputs=seen,
        answers=_finite(np.abs(found - recorded)).max(axis=1),
        allowed=factor * slack + _ROUNDING * np.maximum(1.0, np.abs(recorded).max(axis=1)),
        labels=same,
        label_changes=np.array(changed, dtype=bool),
    )


def _near(golden: Golden, answer: Mapping[str, Any], i: int, distance: float, state: Mapping[str, Any]) -> bool:
    labels = list(state.get("labels", ()))
    if answer.get("label") not in labels:
        return False
    outputs = golden.outputs[i]
    if state.get("calibration") is not None:
        outputs = probabilities(golden.outputs[i : i + 1], float(state["temperature"]), state["calibration"])[0]
    return bool(outputs.max() - outputs[labels.index(answer["label"])] <= distance)


def _numbers(answer: Mapping[str, Any], like: Mapping[str, Any] | None = None) -> list[float]:
    """An answer's scores in the order of `like`'s (one that is absent is NaN), or its value."""
    wanted = like or answer
    if "scores" in wanted:
        scores = answer.get("scores") or {}
        return [_float(scores.get(label)) for label in wanted["scores"]]
    return [_float(answer.get("value"))]


def _float(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else float("nan")


def _finite(difference: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is no number differs by infinity."""
    return np.where(np.isfinite(difference), difference, np.inf)


def _largest(values: NDArray[np.float64]) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.max()) if len(known) and np.isfinite(known).all() else None
