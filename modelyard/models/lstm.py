"""`lstm`: a recurrent network over tokens, in one or both directions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import Fraction, TokenConfig
from modelyard.core.registry import needing
from modelyard.models import _weights

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
    with needing("model: lstm"):
        from modelyard.models._networks import Recurrent
    return Recurrent(
        spec.width,
        outputs,
        embedding=config.embedding,
        units=config.units,
        layers=config.layers,
        bidirectional=config.bidirectional,
        dropout=config.dropout,
        pooling=config.pooling,
    )


save = _weights.save


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode."""
    return _weights.fill(build(_weights.read_config(Config, directory), spec, outputs), directory)
