"""Every task with every family that reads its rows, found in the folders: a new module is covered by being there."""

import json
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from modelyard.core import registry
from modelyard.core.features import Features, pad, take

# Sizes that make a network small; a family without an entry is tried with its own defaults.
SMALL: dict[str, dict[str, Any]] = {
    "mlp": {"hidden": [16], "dropout": 0},
    "lstm": {"units": 8, "embedding": 8, "dropout": 0, "vocabulary": 400, "max_length": 64},
    "cnn": {"filters": 8, "embedding": 8, "dropout": 0, "vocabulary": 400, "max_length": 64},
    "decoder": {"layers": 1, "width": 32, "heads": 2, "vocabulary": 400, "max_length": 64},
    "ngram": {"order": 3},
    "encoder": {"layers": 1, "width": 16, "heads": 2, "inner": 16, "dropout": 0, "vocabulary": 400, "max_length": 64},
}


def pairs() -> list[tuple[str, str]]:
    found = []
    for task in registry.names("tasks"):
        sort = registry.load("tasks", task, field="task").Task.sort
        # Two sequences a row, and tokens hidden in the middle: tests/tasks and tests/training ask the same of them.
        if sort in ("pairs", "masked"):
            continue
        for family in registry.names("models"):
            if sort in getattr(registry.load("models", family, field="model"), "FEATURES", {}):
                found.append((task, family))
    return found


@dataclass
class Case:
    """A task's tiny rows, fitted for one family."""

    family: ModuleType
    config: Any
    task: Any
    rows: dict[str, list[Any]]
    features: Features
    targets: Any

    @property
    def is_network(self) -> bool:
        return hasattr(self.family, "build")

    def solve(self, seed: int = 0) -> Any:
        return self.family.fit(
            self.config,
            self.features,
            self.targets,
            outputs=self.task.outputs,
            loss=self.task.loss_name,
            seed=seed,
            spec=self.task.features,
        )

    def network(self, seed: int = 0) -> Any:
        import torch

        torch.manual_seed(seed)
        return self.family.build(self.config, self.task.features, self.task.outputs)

    def inputs(self, features: Features) -> Any:
        import torch

        if isinstance(features, np.ndarray):
            return {"features": torch.from_numpy(np.ascontiguousarray(features, dtype=np.float32))}
        ids, mask = pad(features, self.task.features.pad_id)
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    @property
    def predicts_tokens(self) -> bool:
        """Whether what is predicted are the tokens themselves."""
        return self.task.metrics == "language"

    def batch(self) -> Any:
        import torch

        if self.predicts_tokens:
            inputs = self.inputs(self.features)
            ids, mask = inputs["input_ids"], inputs["attention_mask"].bool()
            # What is only given stands as ~id.
            targets = ids.masked_fill(~mask | (ids < 0), -100)[:, 1:]
            return {"input_ids": torch.where(ids < 0, ~ids, ids)[:, :-1], "targets": targets}
        targets = torch.from_numpy(self.targets)
        return {**self.inputs(self.features), "targets": targets if targets.dtype == torch.int64 else targets.float()}

    def answers(self, model: Any, features: Features) -> Any:
        """Raw outputs of a solved or trained model."""
        if not self.is_network:
            return self.family.forward(model, self.config, features)
        import torch

        if self.predicts_tokens:
            from modelyard.models._likelihood import likelihood

            with torch.inference_mode():
                return likelihood(model.eval(), *self.inputs(features).values()).numpy()
        with torch.inference_mode():
            return model.eval()(**self.inputs(features)).numpy().astype(np.float64)


@pytest.fixture(scope="session")
def make_case():
    cases: dict[tuple[str, str], Case] = {}

    def make(name: str, family_name: str) -> Case:
        if (name, family_name) not in cases:
            task_class = registry.load("tasks", name, field="task").Task
            family = registry.load("models", family_name, field="model")
            config = family.Config.model_validate(SMALL.get(family_name, {}))
            rows, schema = task_class.tiny()
            task = task_class.fit(rows, schema, family=family_name, config=config, seed=0)
            cases[name, family_name] = Case(family, config, task, rows, task.encode(rows), task.encode_targets(rows))
        return cases[name, family_name]

    return make


@pytest.fixture(params=pairs(), ids="-".join)
def case(request, make_case) -> Case:
    return make_case(*request.param)


@pytest.fixture
def pick():
    return take


@pytest.fixture
def as_json():
    return lambda value: json.dumps(value, sort_keys=True, allow_nan=False)
