"""A vote of several models: what they answer together, recalibrated where that helps, and the artifact of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.artifact import FORMAT, SIGNATURE, Artifact
from modelyard.evaluation.ensembles import Answers
from modelyard.inference.golden import TOLERANCE, Golden
from modelyard.inference.members import Members
from modelyard.inference.predictor import Predictor
from modelyard.inference.subject import Subject
from modelyard.models import ensemble

# A recalibration is kept where its log-loss, on rows that it was not fitted on, is shown to be the lower one.
LEVEL, FOLDS, FEWEST = 0.05, 5, 50
_TRIALS = 16  # in which the members' outputs are moved within their tolerances
_TINY = 1e-12
Floats = NDArray[np.float64]

_README = """
It is an ensemble: {count} models answer each row, every one with its own preprocessing, and the answer is the mean of
their calibrated answers{recalibrated}. Each is a whole artifact that opens by itself:

{members}
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """What several answer together, and the task that answers so; `recalibrated` says whether their mean was bent."""

    answers: Answers
    task: Any
    recalibrated: bool


def vote(subject: Subject, answers: Sequence[Answers], title: str) -> Vote:
    """The members' mean as it would be served. Source: soft voting, Kittler et al. 1998, "On combining classifiers"."""
    task = subject.predictor.task.of_ensemble()
    outputs = {split: task.outputs_of([getattr(one, split) for one in answers]) for split in ("validation", "test")}
    known = subject.known("validation")
    fitted = recalibrated(task, outputs["validation"], np.asarray(task.encode_targets(known.rows)))
    found = {split: np.asarray(fitted.probabilities(each), dtype=np.float64) for split, each in outputs.items()}
    return Vote(answers=Answers(name=title, **found), task=fitted, recalibrated=fitted is not task)


def recalibrated(task: Any, outputs: Floats, targets: NDArray[Any]) -> Any:
    """`task` calibrated to these outputs where that is shown to lower the log-loss of rows left out, else as it is."""
    if task.metrics != "classification" or len(targets) < FEWEST or len(np.unique(targets)) < 2:
        return task
    part = np.empty(len(targets), dtype=np.int64)
    part[np.argsort(targets, kind="stable")] = np.arange(len(targets)) % FOLDS
    gains = np.empty(len(targets))
    for fold in range(FOLDS):
        inside = part == fold
        fitted = task.calibrated(outputs[~inside], targets[~inside])
        gains[inside] = _losses(task, outputs[inside], targets[inside]) - _losses(
            fitted, outputs[inside], targets[inside]
        )
    error = float(gains.std(ddof=1)) / len(gains) ** 0.5
    shown = error > 0 and 1 - NormalDist().cdf(float(gains.mean()) / error) < LEVEL
    return task.calibrated(outputs, targets) if shown else task


def _losses(task: Any, outputs: Floats, targets: NDArray[Any]) -> Floats:
    found = task.probabilities(outputs)
    return np.asarray(-np.log(np.maximum(found[np.arange(len(found)), targets], _TINY)))


def package(final: Path, subject: Subject, found: Vote, sources: Mapping[str, Artifact]) -> Predictor:
    """Write `final`: the members' artifacts inside, golden examples recorded and replayed on every backend.

    `sources` are the members by name. Raises: ArtifactError, and writes nothing, where a backend answers otherwise.
    """
    from modelyard.export.examples import record
    from modelyard.inference.deciding import decided

    members = [
        ensemble.Member(folder=ensemble.folder_of(i), name=name, family=one.family, digest=one.digest)
        for i, (name, one) in enumerate(sources.items())
    ]
    backends = _backends(list(sources.values()))
    first = subject.predictor.artifact
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "kind": "artifact",
        "task": first.task,
        "family": ensemble.FAMILY,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "parents": [one.digest for one in members],
        "data": {"fingerprint": subject.bundle.fingerprint},
        "golden_contains_data": True,  # golden.json holds rows of the user's data: mind it when sharing
        "backends": list(backends),
        "versions": dict(first.manifest.get("versions", {})),
        "environment": dict(first.manifest.get("environment", {})),
    }
    with durable.new_directory(final, manifest=manifest) as directory:
        for member, source in zip(members, sources.values(), strict=True):
            # A signature is of that member alone; the ensemble is signed as a whole.
            shutil.copytree(source.path, directory / member.folder, ignore=shutil.ignore_patterns(SIGNATURE))
        ensemble.write(directory, members)
        durable.write_json(directory / "schema.json", subject.predictor.schema.to_json())
        found.task.save(directory)
        unfinished = Artifact(path=directory, manifest=manifest, digest="")
        model = Predictor.open(unfinished)
        decision, _ = decided(model, subject.bundle, subject.recipe.answer, subject.recipe.seed)
        if decision is not None:
            model.task = model.task.deciding(decision)
            model.task.save_state(directory)
        golden = record(model, subject.bundle)
        golden = replace(golden, tolerance=tolerances(model, golden))
        durable.write_json(directory / "golden.json", golden.to_json())
        durable.write_text(directory / "README.md", _readme(model, members, found.recalibrated))
        for backend in backends:
            Predictor.open(unfinished, backend=backend).replay()
    return Predictor.load(final)


def tolerances(model: Predictor, golden: Golden) -> dict[str, float]:
    """By how much the mean may differ where every member is off by its own tolerance, by backend.

    A calibration may make more of a difference in its model's outputs; so members are moved, and the mean is watched.
    """
    backend = model.backend
    assert isinstance(backend, Members)
    each = backend.each(model.task.encode(golden.inputs))
    together = backend.joined(each)
    found = {}
    for name, usual in TOLERANCE.items():
        reach = [TOLERANCE["numpy"] if one.name == "numpy" else usual for one in backend.backends]
        draw, worst = np.random.default_rng(0), usual
        for _ in range(_TRIALS):
            moved = [
                outputs + far * draw.choice((-1.0, 1.0), outputs.shape) * np.maximum(1.0, np.abs(outputs))
                for outputs, far in zip(each, reach, strict=True)
            ]
            off = np.abs(backend.joined(moved) - together) / np.maximum(1.0, np.abs(together))
            worst = max(worst, float(off.max(initial=0.0)))
        found[name] = worst
    return found


def _backends(members: Sequence[Artifact]) -> tuple[str, ...]:
    """What every network among the members can be answered by; numpy where there is none."""
    of_networks = [set(one.manifest["backends"]) for one in members if "numpy" not in one.manifest["backends"]]
    if not of_networks:
        return ("numpy",)
    return tuple(name for name in ("onnx", "torch") if all(name in each for each in of_networks))


def _readme(model: Predictor, members: Sequence[ensemble.Member], recalibrated: bool) -> str:
    from modelyard.export.readme import readme

    listed = "\n".join(f"- `{one.folder}`: `{one.family}`, {one.digest[:12]}" for one in members)
    bent = ", recalibrated on the validation rows" if recalibrated else ""
    return readme(model, exports=False) + _README.format(count=len(members), recalibrated=bent, members=listed)
