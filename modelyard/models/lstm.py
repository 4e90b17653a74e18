"""`lstm`: a recurrent network over tokens, in one or both directions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import Fraction, TokenConfig
from modelyard.core.registry import missing_extra

if TYPE_CHECKING:
    from torch import nn

FEATURES: dict[str, FeatureKind] = {"text": "tokens"}
LEARNING_RATE = 2e-3
BATCH_SIZE = 64


class Config(TokenConfig):
    """The fields of `lstm`."""

    units: int = Field(128, gt=0, le=65_536)
    layers: int = Field(1, gt=0, le=64)
    bidirectional: bool = False
    embedding: int = Field(128, gt=0, le=65_536, description="Width of a token's vector.")
    dropout: Fraction = 0.2
    pooling: Literal["last", "mean", "max"] = Field("max", description="How the states of a text become one vector.")


def build(config: Config, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The untrained module: forward(input_ids, attention_mask, both [B, T]) -> [B, outputs]."""
    try:
        from modelyard.models import _networks
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "torch", needed_for="model: lstm") from error
    return _networks.Recurrent(
        spec.width,
        outputs,
        embedding=config.embedding,
        units=config.units,
        layers=config.layers,
        bidirectional=config.bidirectional,
        dropout=config.dropout,
        pooling=config.pooling,
    )


def save(model: nn.Module, config: Config, directory: Path) -> None:
    """Write config.json and model.safetensors."""
    from modelyard.models import _networks

    _networks.save(model, config.model_dump(mode="json", by_alias=True), directory)


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode."""
    config = Config.model_validate(json.loads((directory / "config.json").read_text(encoding="utf-8")))
    model = build(config, spec, outputs)
    from modelyard.models import _networks

    return _networks.read(model, directory)
