"""What stands for a family where the engine trains a network that begins elsewhere, or is watched while it learns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Model
from modelyard.core.recipe_errors import validate


class Start:
    """A family whose network begins as it stands in a directory, some of its entries held at zero."""

    def __init__(self, module: Any, directory: Path, held: Mapping[str, Any]) -> None:
        self._module, self._directory, self._held = module, directory, held
        self.LEARNING_RATE, self.BATCH_SIZE, self.Config = module.LEARNING_RATE, module.BATCH_SIZE, module.Config

    def build(self, config: Any, spec: Any, outputs: int) -> Any:
        """The network with its weights."""
        model = self._module.open(self._directory, spec, outputs)
        if self._held:
            hold(model, self._held)
        return model

    def save(self, model: Any, config: Any, directory: Path) -> None:
        """As the family does."""
        if self._held:
            zero(model, self._held)
        self._module.save(model, config, directory)


def zero(model: Any, stays: Mapping[str, Any]) -> None:
    """Set the entries to zero that do not stay."""
    import torch

    with torch.no_grad():
        for name, parameter in model.named_parameters():
            mask = stays.get(name.removeprefix("network."))
            if mask is not None:
                parameter.mul_(torch.from_numpy(mask).to(parameter.device))


def hold(model: Any, stays: Mapping[str, Any]) -> None:
    """Set them to zero now and before every forward pass: whatever an optimizer does, none is ever answered with."""
    zero(model, stays)
    model.register_forward_pre_hook(lambda module, arguments: zero(module, stays))


class Guided:
    """A family whose network has the matrix beside it that maps its state to the teacher's; it is not saved."""

    def __init__(self, module: Any, width: int) -> None:
        self._module, self._width = module, width
        self.LEARNING_RATE, self.BATCH_SIZE, self.Config = module.LEARNING_RATE, module.BATCH_SIZE, module.Config

    def build(self, config: Any, spec: Any, outputs: int) -> Any:
        """The network and the matrix."""
        from modelyard.training.distilling import Student

        return Student(self._module.build(config, spec, outputs), self._width)

    def save(self, model: Any, config: Any, directory: Path) -> None:
        """The network alone."""
        self._module.save(model.network, config, directory)


def student_of(model: Model, sort: str) -> tuple[Any, Any]:
    """The family and configuration of a student. Raises: RecipeError where it cannot be taught."""
    module = registry.load("models", model.family, field="compress.student")
    if not hasattr(module, "build") or sort not in module.FEATURES:
        raise RecipeError(
            f"a student is a network that reads a {sort}",
            where="compress.student",
            got=model.family,
            remedy="Try cnn, lstm or encoder for texts, mlp for tables.",
        )
    config = validate(module.Config, model.options, lines={}, prefix=("compress", "student"), where="recipe")
    return module, config
