"""Saving and opening the networks that are our own (mlp, cnn, lstm): config.json beside model.safetensors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from modelyard.core.errors import ArtifactError
from modelyard.core.recipe import Section

if TYPE_CHECKING:
    from torch import nn

FamilyConfig = TypeVar("FamilyConfig", bound=Section)


def save(model: nn.Module, config: Section, directory: Path) -> None:
    """Write config.json and model.safetensors (float32)."""
    from safetensors.torch import save_file

    text = json.dumps(config.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1) + "\n"
    (directory / "config.json").write_text(text, encoding="utf-8")
    arrays = {name: tensor.detach().cpu().float().contiguous() for name, tensor in model.state_dict().items()}
    save_file(arrays, directory / "model.safetensors", metadata={"format": "pt"})


def read_config(kind: type[FamilyConfig], directory: Path) -> FamilyConfig:
    """The family's configuration from config.json."""
    return kind.model_validate(json.loads((directory / "config.json").read_text(encoding="utf-8")))


def fill(model: nn.Module, directory: Path) -> nn.Module:
    """A freshly built module with the weights of model.safetensors, float32, in evaluation mode.

    Raises: ArtifactError where they are damaged or belong to another network.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        model.load_state_dict(load_file(directory / "model.safetensors"))
    except (SafetensorError, RuntimeError) as error:
        raise ArtifactError(
            f"the weights do not fit the network ({str(error).splitlines()[0]})",
            where=str(directory / "model.safetensors"),
            remedy="Restore the directory from a copy, or train again.",
        ) from error
    return model.float().eval()
