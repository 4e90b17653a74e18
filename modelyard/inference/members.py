"""What computes an ensemble's outputs: every member by its own backend, joined by their mean. N rows; O outputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError
from modelyard.core.features import Features, Several
from modelyard.inference.backends import Backend, Outputs, is_network, open_backend
from modelyard.models import ensemble

# From what repeats its own numbers to what sums in another order: a mean is as exact as its least exact part.
_EXACT_FIRST = ("numpy", "onnx", "torch")


class Members:
    """A Backend whose features are `Several`. `name` is that of its least exact member."""

    def __init__(self, task: Any, backends: Sequence[Backend]) -> None:
        self.task, self.backends = task, tuple(backends)
        self.name = max((one.name for one in backends), key=_EXACT_FIRST.index)

    def __call__(self, features: Features) -> Outputs:
        """[N, O], rows in the order of `features`."""
        return self.joined(self.each(features))

    def each(self, features: Features) -> list[Outputs]:
        """What every member computes, [N, its own outputs]."""
        assert isinstance(features, Several)
        return [backend(part) for backend, part in zip(self.backends, features.parts, strict=True)]

    def joined(self, outputs: Sequence[Outputs]) -> Outputs:
        """The members' outputs as those of the ensemble."""
        members = zip(self.task.inputs.tasks, outputs, strict=True)
        together: Outputs = self.task.outputs_of([member.probabilities(found) for member, found in members])
        return together


def open_members(name: str, directory: Path, task: Any, threads: int | None) -> Members:
    """Every member by the backend `name`; those that are no networks by numpy, beside whatever computes the others.

    Raises: ArtifactError where no member runs on that backend, or numpy is asked of a network.
    """
    members = ensemble.read(directory)
    for one, own in zip(members, task.inputs.tasks, strict=True):
        if own.labels != task.labels:
            raise ArtifactError(
                "a member of this ensemble knows other labels than the ensemble",
                where=str(directory / one.folder),
                got=", ".join(own.labels[:10]),
                remedy="Make it again: modelyard ensemble.",
            )
    networks = [is_network(one.family) for one in members]
    if name not in ("auto", "numpy") and not any(networks):
        raise ArtifactError(
            f"no member of this ensemble runs on the {name} backend",
            where=str(directory),
            got=", ".join(one.family for one in members),
            remedy="Use numpy or auto.",
        )
    backends = [
        open_backend(
            name if network or name == "auto" else "numpy",
            directory / one.folder,
            family=one.family,
            spec=own.features,
            outputs=own.outputs,
            threads=threads,
        )
        for one, network, own in zip(members, networks, task.inputs.tasks, strict=True)
    ]
    return Members(task, backends)
