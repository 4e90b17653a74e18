"""Golden examples answered by something that is not Modelyard, compared with what was recorded. N examples; O outputs.

An answer may differ by what the tolerance of the outputs allows: a score by half of it (softmax changes no score by
more than half of the largest change of a logit) over the temperature, a value by it times the target's deviation. A
label may be another one only where the recorded outputs of both are no farther apart than twice the tolerance, or what
both are expected to cost; an answer may be confident or not, and a label in the set or not, only where the recorded
probability is as near to the limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError
from modelyard.data.features.decisions import margin, spread, steepest
from modelyard.data.features.scores import Floats, probabilities, steepness
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
                f"answer{self._otherwise(i)}",
                where=self.target,
                remedy=remedy,
            )
        return self

    def _otherwise(self, i: int) -> str:
        if not self.labels[i]:
            return ", which has another label"
        return ", which is confident otherwise or has another set" if self.label_changes[i] else ""


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
    elif "temperature" in state:
        factor = steepness(float(state["temperature"]), state.get("calibration"))
    else:  # of texts
        factor = 1.0
    same = np.array([a.get("label") == b.get("label") for a, b in zip(answers, golden.answers, strict=True)])
    moved = factor * slack + _ROUNDING
    if state.get("answer") is None or "target_scale" in state:
        # Where a calibration follows the temperature, the winner is the most probable, not the largest output.
        bent = state.get("calibration") is not None
        distances = 2 * slack * (factor if bent else 1.0)
        changed = [not same[i] and not _near(golden, answers[i], i, float(distances[i]), state) for i in range(count)]
    else:
        given = probabilities(golden.outputs, float(state["temperature"]), state.get("calibration"))
        changed = [
            _decides_otherwise(golden.answers[i], answers[i], given[i], float(moved[i]), state) for i in range(count)
        ]
    if "target_scale" in state and state.get("answer") is not None:
        factor *= 1 + steepest(state["answer"])
    recorded = np.array([_numbers(answer) for answer in golden.answers])
    found = np.array([_numbers(answer, golden.answers[i]) for i, answer in enumerate(answers)])
    seen = np.full(count, np.nan)
    if outputs is not None:
        seen = _finite(np.abs(outputs - golden.outputs) / size).max(axis=1)
    if not recorded.size:  # of texts: what is likely to follow them is the answer
        found, recorded = seen[:, None], np.zeros((count, 1))
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


def _decides_otherwise(
    recorded: Mapping[str, Any], answer: Mapping[str, Any], given: Floats, moved: float, state: Mapping[str, Any]
) -> bool:
    """Whether label, flag or set differ by more than probabilities `given` [C] that are off by `moved` can explain."""
    labels, decision = list(state["labels"]), state["answer"]
    if answer.keys() != recorded.keys() or answer.get("label") not in labels:
        return True
    own, other = labels.index(recorded["label"]), labels.index(answer["label"])
    if own != other and abs(margin(given, own, other, decision)) > moved * spread(own, other, len(labels), decision):
        return True
    if answer.get("confident") is not recorded.get("confident"):
        least = decision["confident_from"]
        if least is None or min(abs(given[at] - least) for at in (own, other)) > moved:
            return True
    for label in set(answer.get("label_set", ())) ^ set(recorded.get("label_set", ())):
        limit = decision["set_limit"]
        if label not in labels or limit is None:
            return True
        at = labels.index(label)
        if abs(1 - given[at] - limit) > moved and (own == other or at not in (own, other)):
            return True
    return False


def _numbers(answer: Mapping[str, Any], like: Mapping[str, Any] | None = None) -> list[float]:
    """An answer's scores in the order of `like`'s (one that is absent is NaN), or its value and range."""
    wanted = like or answer
    if "scores" in wanted:
        scores = answer.get("scores") or {}
        return [_float(scores.get(label)) for label in wanted["scores"]]
    return [_float(answer.get(name)) for name in ("value", "low", "high") if name in wanted]


def _float(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else float("nan")


def _finite(difference: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is no number differs by infinity."""
    return np.where(np.isfinite(difference), difference, np.inf)


def _largest(values: NDArray[np.float64]) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.max()) if len(known) and np.isfinite(known).all() else None
