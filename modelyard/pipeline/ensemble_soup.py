"""The weights of several runs averaged into one model: which runs suit each other, and the artifact of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError
from modelyard.inference.deciding import decided
from modelyard.inference.predictor import Predictor
from modelyard.inference.subject import Subject

# What may differ between runs whose weights are averaged: the weights, and what follows from them.
_OWN = frozenset({durable.MANIFEST, "model.safetensors", "training.json", "task.json"})
# Of a task's state: what concerns the training alone, and what is fitted after it, anew for the average.
_FITTED_AFTER = ("calibration", "temperature", "label_smoothing")
_NO_WEIGHTS = ("trees", "ngram")


def mismatch(subjects: Mapping[str, Subject]) -> str:
    """Why the weights of these runs cannot be averaged; empty where they can.

    Runs of one data set and seed (which the caller has seen to) that build the same network begin with the same
    weights; only then do their weights lie near enough to each other for an average to be a model.
    """
    (first, one), *others = subjects.items()
    family = one.predictor.artifact.family
    if family in _NO_WEIGHTS:
        return f"{family} has no weights that could be averaged"
    folder = folder_of(one)
    for name, other in others:
        if other.predictor.artifact.family != family:
            return f"{first} is {family}, {name} is {other.predictor.artifact.family}"
        if one.recipe.model.options.get("from") != other.recipe.model.options.get("from"):
            return f"{first} and {name} began with other weights (model.from)"
        differing = _differing(folder, folder_of(other))
        if differing:
            return f"{first} and {name} differ in {differing}"
    if any("lora" in tensor for tensor in _shapes(folder)):
        return "the factors of adapters must not be averaged one by one; merge the adapters first"
    return ""


def folder_of(subject: Subject) -> Path:
    """The trained model that the run ships, as training left it. Raises: ArtifactError where it is gone."""
    folder = subject.run.path / "models" / subject.predictor.artifact.family
    if not (folder / "model.safetensors").is_file():
        raise ArtifactError(
            "the trained weights are not there", where=str(folder), remedy="Give a run with its folder models/."
        )
    return folder


def average(folders: Sequence[Path], place: Path) -> None:
    """Write to `place` the first folder with the mean of all weights. Whole numbers must be the same in all.

    Raises: ArtifactError where they are not.
    """
    durable_manifest = json.loads((folders[0] / durable.MANIFEST).read_text(encoding="utf-8"))
    manifest = {key: value for key, value in durable_manifest.items() if key not in ("files", "seal", "digest")}
    shutil.rmtree(place, ignore_errors=True)
    with durable.new_directory(place, manifest=manifest) as directory:
        for file in sorted(folders[0].iterdir()):
            if file.name not in (durable.MANIFEST, "model.safetensors"):
                shutil.copyfile(file, directory / file.name)
        _write_mean([folder / "model.safetensors" for folder in folders], directory / "model.safetensors")


def calibrated(place: Path, outputs: NDArray[np.float64], targets: NDArray[Any]) -> None:
    """Fit the calibration anew to what the averaged model answers on the validation rows, and keep it in `place`."""
    manifest = json.loads((place / durable.MANIFEST).read_text(encoding="utf-8"))
    manifest = {key: value for key, value in manifest.items() if key not in ("files", "seal")}
    task = Predictor.load(place, verify=False).task.calibrated(outputs, targets)
    source = place.with_name(f"{place.name}-before")
    place.rename(source)
    with durable.new_directory(place, manifest=manifest) as directory:
        for file in sorted(source.iterdir()):
            if file.name != durable.MANIFEST:
                shutil.copyfile(file, directory / file.name)
        task.save(directory)
    shutil.rmtree(source)


def package(place: Path, subjects: Sequence[Subject], final: Path) -> Predictor:
    """An ordinary artifact of the averaged model, its golden examples recorded and replayed on every backend."""
    from modelyard.export.package import package_model

    first = subjects[0]
    average = Predictor.load(place, verify=False)
    decision, _ = decided(average, first.bundle, first.recipe.answer, first.recipe.seed)
    return package_model(
        place,
        first.bundle,
        final,
        environment=dict(first.predictor.artifact.manifest.get("environment", {})),
        parents=tuple(one.predictor.artifact.digest for one in subjects),
        decision=decision,
    )


def _differing(first: Path, second: Path) -> str:
    """The first file, or shape of a weight, in which two trained models differ beyond their weights."""
    names = [{file.name for file in folder.iterdir()} - _OWN for folder in (first, second)]
    if names[0] != names[1]:
        return sorted(names[0] ^ names[1])[0]
    for name in sorted(names[0]):
        if (first / name).read_bytes() != (second / name).read_bytes():
            return name
    if _stated(first) != _stated(second):
        return "task.json"
    shapes = _shapes(first), _shapes(second)
    return next(
        (f"the weight {name}" for name in sorted(shapes[0] | shapes[1]) if shapes[0].get(name) != shapes[1].get(name)),
        "",
    )


def _stated(folder: Path) -> dict[str, Any]:
    state = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    return {key: value for key, value in state.items() if key not in _FITTED_AFTER}


def _shapes(folder: Path) -> dict[str, tuple[int, ...]]:
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", "numpy") as file:
        return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118


def _write_mean(files: Sequence[Path], target: Path) -> None:
    with registry.needing("averaging weights"):
        import torch
        from safetensors import safe_open
        from safetensors.torch import load_file, save_file
    first = load_file(files[0])
    sums = {name: tensor.to(torch.float64) for name, tensor in first.items() if tensor.is_floating_point()}
    for file in files[1:]:
        for name, tensor in load_file(file).items():
            if name in sums:
                sums[name] += tensor.to(torch.float64)
            elif not torch.equal(tensor, first[name]):
                raise ArtifactError(f"the whole numbers of {name} differ", where=str(file), remedy="Use --how vote.")
    mean = {name: (sums[name] / len(files)).to(one.dtype) if name in sums else one for name, one in first.items()}
    with safe_open(files[0], "numpy") as opened:
        metadata = opened.metadata()
    save_file(mean, target, metadata=metadata)
