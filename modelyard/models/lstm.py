"""`lstm`: a recurrent network over tokens, in one or both directions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from modelyard.core.architecture import Architecture, Block, Kept, Product
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


def architecture(config: Config, spec: FeatureSpec, outputs: int) -> Architecture:
    """What the network computes and holds; a position is a token."""
    units, directions = config.units, 2 if config.bidirectional else 1
    dropped = float(bool(config.dropout))
    blocks = [
        Block(
            name="embedding",
            parameters=spec.width * config.embedding,
            kept=Kept(values=0.0, flags=config.embedding * dropped),
            handed_on=config.embedding,
            elementwise=2.0 * config.embedding * (1 + dropped),
        )
    ]
    width = config.embedding
    for number in range(config.layers):
        blocks.append(
            Block(
                name=f"layer {number + 1}",
                parameters=directions * (4 * units * (width + units) + 8 * units),
                products=(
                    Product(k=width, n=4 * units, count=directions),
                    Product(k=units, n=4 * units, count=directions),
                ),
                # Input and output, and oneDNN's workspace: measured 61 bytes a unit in float32, 43 in bfloat16.
                kept=Kept(
                    values=float(directions * (width + 10 * units)),
                    floats=6.2 * directions * units,
                    flags=width * dropped * bool(number),
                ),
                handed_on=directions * units,
                recurrent=True,
                elementwise=12.0 * units * directions,
            )
        )
        width = directions * units
    head = Block(
        name="classifier",
        parameters=width * outputs + outputs,
        products=(Product(k=width, n=outputs),),
        kept=Kept(values=2.0 * width, flags=width * dropped),
        handed_on=outputs,
        positions=1,
    )
    return Architecture(name="lstm", blocks=(*blocks, head), logits=outputs)


save = _weights.save


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode."""
    return _weights.fill(build(_weights.read_config(Config, directory), spec, outputs), directory)
