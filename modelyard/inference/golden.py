"""Golden examples: inputs with the outputs of the trained model, replayed wherever the model is opened.

golden.json: `{"recorded_with", "tolerance": {backend: t}, "examples": [{"inputs", "outputs", "answer", "note"}]}`, of
a decoder also `"greedy": [{"prompt", "tokens", "logprobs"}]` (inference.greedy).
An output may differ from the recorded one by t * max(1, |recorded|). A compressed model keeps the examples of the model
it was made of, with a tolerance of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError

# Relative to max(1, |output|). numpy repeats its own float64; the others sum float32 in another order than training
# did (seen: up to 2e-6 for six layers of width 384), and a wrong export is off by far more.
TOLERANCE = {"numpy": 1e-6, "onnx": 1e-4, "torch": 1e-4}
# Decoding is the same numpy code on the same numbers, on any machine.
_ANSWER_TOLERANCE = 1e-9
_GREEDY = ("prompt", "tokens", "logprobs")


@dataclass(frozen=True, kw_only=True, slots=True)
class Golden:
    """What was recorded: the inputs by column, the outputs [N, O], the answers, and what is special about each."""

    inputs: dict[str, list[Any]]
    outputs: NDArray[np.float64]
    answers: list[dict[str, Any]]
    notes: list[str]
    recorded_with: str
    greedy: list[dict[str, Any]] = field(default_factory=list)
    tolerance: dict[str, float] = field(default_factory=lambda: dict(TOLERANCE))

    def __len__(self) -> int:
        return len(self.answers)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON; a float is written with all its digits."""
        examples = [
            {
                "inputs": {name: values[i] for name, values in self.inputs.items()},
                "outputs": self.outputs[i].tolist(),
                "answer": self.answers[i],
                "note": self.notes[i],
            }
            for i in range(len(self))
        ]
        content = {"recorded_with": self.recorded_with, "tolerance": self.tolerance, "examples": examples}
        return {**content, "greedy": self.greedy} if self.greedy else content

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Golden:
        """The inverse of `to_json`. Raises: ArtifactError where it is no such record."""
        try:
            examples: Sequence[Mapping[str, Any]] = data["examples"]
            names = list(examples[0]["inputs"])
            return cls(
                inputs={name: [example["inputs"][name] for example in examples] for name in names},
                outputs=np.array([example["outputs"] for example in examples], dtype=np.float64),
                answers=[example["answer"] for example in examples],
                notes=[example["note"] for example in examples],
                recorded_with=data["recorded_with"],
                greedy=[{name: list(one[name]) for name in _GREEDY} for one in data.get("greedy", ())],
                tolerance={**TOLERANCE, **{str(name): float(t) for name, t in data["tolerance"].items()}},
            )
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise ArtifactError(
                f"this is no record of golden examples ({type(error).__name__}: {error})",
                where="golden.json",
                remedy="Restore the directory from a copy, or train again.",
            ) from error


def compare_outputs(golden: Golden, outputs: NDArray[np.float64], *, backend: str) -> float:
    """The largest difference of the outputs from the recorded ones, relative to max(1, |recorded|).

    Raises: ArtifactError naming the first example that differs, what was recorded, what came, and the tolerance.
    """
    where = f"golden.json, {backend} backend"
    if outputs.shape != golden.outputs.shape:
        raise ArtifactError(
            f"the outputs have another shape than the recorded {golden.outputs.shape}",
            where=where,
            got=outputs.shape,
            remedy="The weights and the task do not belong together.",
        )
    difference = np.abs(outputs - golden.outputs) / np.maximum(1.0, np.abs(golden.outputs))
    worst = np.where(np.isfinite(difference), difference, np.inf).max(axis=1)
    tolerance = golden.tolerance[backend]
    wrong = np.flatnonzero(worst > tolerance)
    if len(wrong):
        i = int(wrong[0])
        raise ArtifactError(
            f"{len(wrong)} of {len(golden)} golden examples differ by more than {tolerance:g}; "
            f"example {i} ({golden.notes[i]}) gave {golden.outputs[i].tolist()} at the end of training",
            where=where,
            got=outputs[i].tolist(),
            remedy="This model does not answer as it did after training and is not used.",
        )
    return float(worst.max(initial=0.0))


def compare_answers(golden: Golden, answers: list[dict[str, Any]]) -> None:
    """Check what the recorded outputs are decoded to now against what they were decoded to then.

    Raises: ArtifactError naming the first example that differs.
    """
    for i, (recorded, answer) in enumerate(zip(golden.answers, answers, strict=True)):
        if not _same(recorded, answer):
            raise ArtifactError(
                f"example {i} ({golden.notes[i]}) was decoded as {recorded} at the end of training",
                where="golden.json",
                got=answer,
                remedy="The labels, the calibration or the code that decodes have changed.",
            )


def _same(recorded: Any, answer: Any) -> bool:
    if isinstance(recorded, dict) and isinstance(answer, dict):
        return recorded.keys() == answer.keys() and all(_same(recorded[name], answer[name]) for name in recorded)
    if isinstance(recorded, list) and isinstance(answer, list):
        # A set of labels, the likeliest first: which of two equal ones is first may be another on another machine.
        return sorted(map(str, recorded)) == sorted(map(str, answer))
    if isinstance(recorded, bool) or isinstance(answer, bool):
        return recorded is answer
    if isinstance(recorded, (int, float)) and isinstance(answer, (int, float)):
        return abs(recorded - answer) <= _ANSWER_TOLERANCE * max(1.0, abs(recorded))
    return bool(recorded == answer)
