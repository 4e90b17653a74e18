"""One family from the bundle to `models/<family>/`: the same few lines for a solver and for the loop."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save, save_file

from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.recipe import Section
from modelyard.core.recipe_errors import validate
from modelyard.core.revision import code_version
from modelyard.data.personal import masking
from modelyard.training.ground import Ground

FORMAT = 1
CODE = ("core", "data", "metrics", "models", "tasks", "training")
Array = NDArray[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A trained family: its fitted task, its outputs on the validation rows, and the record (`training.json`)."""

    family: str
    task: Any
    outputs: Array | None
    record: dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """A family and its task, ready to be trained.

    `module` is the family's, or what stands for it (`build`, `save` and its defaults) where a network begins elsewhere.
    """

    family: str
    module: Any
    config: Any
    task: Any
    digest: str

    @property
    def is_network(self) -> bool:
        """Whether the loop trains it; a solver does otherwise."""
        return hasattr(self.module, "build")


def config_of(ground: Ground, family: str) -> tuple[ModuleType, Section]:
    """The family's module and its configuration: the recipe's where it names this family, else the default one.

    Raises: RecipeError for an unknown family or field.
    """
    module = registry.load("models", family, field="model.family")
    named = ground.recipe.model
    options = named.options if named.family == family else {}
    return module, validate(module.Config, options, lines={}, prefix=("model",), where="recipe")


def digest_of(ground: Ground, family: str, config: Section) -> str:
    """Of everything that decides what a training of this family ends with, the code included."""
    recipe = ground.recipe
    parts = [
        FORMAT,
        code_version(*CODE),
        recipe.task,
        family,
        config.model_dump(mode="json"),
        recipe.train.model_dump(mode="json", exclude={"parallel"}),
        recipe.budget.model_dump(mode="json"),
        recipe.seed,
        ground.fingerprint,
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def is_network(ground: Ground, family: str) -> bool:
    """Whether the loop trains this family; a solver does otherwise."""
    return hasattr(config_of(ground, family)[0], "build")


def prepare(ground: Ground, family: str) -> Fitted:
    """Fit the task's transforms for this family on the training rows."""
    module, config = config_of(ground, family)
    sort = ground.task_class.sort
    if sort not in module.FEATURES:
        raise RecipeError(
            f"the family {family} does not read a {sort}",
            where="model.family",
            got=family,
            remedy=f"Try {', '.join((ground.task_class.cheap, *ground.task_class.candidates))}.",
        )
    task = ground.fit_task(family, config)
    return Fitted(family=family, module=module, config=config, task=task, digest=digest_of(ground, family, config))


def train_direct(ground: Ground, fitted: Fitted, deadline: float | None) -> Candidate:
    """Let the family's solver fit the training rows. `deadline` is in seconds of time.monotonic."""
    start = time.monotonic()
    task, module = fitted.task, fitted.module
    features, targets = ground.examples(task)
    validation = None
    if ground.validation is not None:
        validation = (task.encode(ground.validation), task.encode_targets(ground.validation))
    weights = module.fit(
        fitted.config,
        features,
        targets,
        outputs=task.outputs,
        loss=task.loss_name,
        spec=task.features,
        weights=ground.weights(task, targets),
        validation=validation,
        seed=ground.recipe.seed,
        deadline=deadline,
    )
    outputs = None
    if validation is not None:
        outputs = module.forward(weights, fitted.config, validation[0])
        task = task.calibrated(outputs, validation[1])
    seconds = time.monotonic() - start
    value = {} if outputs is None else {"validation": [{"step": 0, ground.metric: ground.value(task, outputs)}]}
    record = {
        "family": fitted.family,
        "seconds": round(seconds, 3),
        "steps": 0,
        "total_steps": 0,
        "epochs": 0,
        "parameters": int(sum(array.size for array in weights.values())),
        "precision": "fp64",
        "threads": 1,
        "examples_per_second": round(ground.count / seconds, 1),
        "stopped": "finished",
        "best_step": 0,
        "curve": [],
        "validation": [],
        **value,
    }

    def write(directory: Path) -> None:
        config = fitted.config.model_dump(mode="json", by_alias=True)
        durable.write_json(directory / "config.json", config)
        contiguous = {name: np.ascontiguousarray(array) for name, array in weights.items()}
        save_file(contiguous, directory / "model.safetensors")

    candidate = Candidate(family=fitted.family, task=task, outputs=outputs, record=record)
    store(ground, fitted, candidate, write)
    return candidate


def store(ground: Ground, fitted: Fitted, candidate: Candidate, write: Any) -> None:
    """Write `models/<family>/`; `write(directory)` adds the weights and the configuration."""
    run, family = ground.run, fitted.family
    if candidate.outputs is not None:
        directory = run.path / "checkpoints" / family
        directory.mkdir(parents=True, exist_ok=True)
        data = save({"outputs": np.ascontiguousarray(candidate.outputs)}, metadata={"digest": fitted.digest})
        durable.write_bytes(directory / "outputs.safetensors", data)
    manifest = {
        "kind": "model",
        "format": FORMAT,
        "task": ground.recipe.task,
        "family": family,
        "digest": fitted.digest,
    }
    with durable.new_directory(run.path / "models" / family, manifest=manifest) as directory:
        candidate.task.save(directory)
        personal = ground.bundle.path / masking.FILE
        if personal.is_file():  # its requests are read as its rows were
            shutil.copyfile(personal, directory / masking.FILE)
        write(directory)
        durable.write_json(directory / "schema.json", ground.bundle.schema.to_json())
        durable.write_json(directory / "training.json", candidate.record)


def kept(ground: Ground, family: str) -> Candidate | None:
    """The family as an earlier process of this very run finished it; None where it must be trained (again)."""
    _, config = config_of(ground, family)
    directory = ground.run.path / "models" / family
    outputs_path = ground.run.path / "checkpoints" / family / "outputs.safetensors"
    if not (directory / durable.MANIFEST).is_file():
        return None
    try:
        manifest: Mapping[str, Any] = durable.verify_directory(directory)
    except ArtifactError as error:
        ground.run.notice(f"{family} is trained again: {error}")
        return None
    if manifest.get("digest") != digest_of(ground, family, config):
        return None
    outputs = None
    if ground.validation is not None:
        outputs = _stored_outputs(outputs_path, str(manifest["digest"]))
        if outputs is None:
            ground.run.notice(f"{family} is trained again: {outputs_path} is missing, damaged or of another training")
            return None
    return Candidate(
        family=family,
        task=ground.task_class.load(directory),
        outputs=outputs,
        record=json.loads((directory / "training.json").read_text(encoding="utf-8")),
    )


def _stored_outputs(path: Path, digest: str) -> Array | None:
    try:
        with safe_open(path, "numpy") as file:
            return np.asarray(file.get_tensor("outputs")) if (file.metadata() or {}).get("digest") == digest else None
    except (OSError, SafetensorError):
        return None
