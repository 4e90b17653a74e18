"""`cnn`: filters of several sizes over tokens, the maximum of each over time (Kim 2014)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from modelyard.core.architecture import Architecture, Block, Kept, Product
from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import Fraction, TokenConfig
from modelyard.core.registry import needing
from modelyard.models import _weights

if TYPE_CHECKING:
    from torch import nn

FEATURES: dict[str, FeatureKind] = {"text": "tokens"}
LEARNING_RATE = 1e-3
BATCH_SIZE = 64


class Config(TokenConfig):
    """The fields of `cnn`."""

    filters: int = Field(128, gt=0, le=65_536, description="Filters of each size.")
    sizes: tuple[Annotated[int, Field(gt=0, le=64)], ...] = Field(
        (3, 4, 5), min_length=1, max_length=16, description="Tokens that a filter sees at once."
    )
    embedding: int = Field(128, gt=0, le=65_536, description="Width of a token's vector.")
    dropout: Fraction = 0.5


def build(config: Config, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The untrained module: forward(input_ids, attention_mask, both [B, T]) -> [B, outputs]."""
    with needing("model: cnn"):
        from modelyard.models._networks import Convolution
    return Convolution(
        spec.width,
        outputs,
        embedding=config.embedding,
        filters=config.filters,
        sizes=config.sizes,
        dropout=config.dropout,
    )


def architecture(config: Config, spec: FeatureSpec, outputs: int) -> Architecture:
    """What the network computes and holds; a position is a token."""
    width, filters = config.embedding, config.filters
    dropped = float(bool(config.dropout))
    table = Block(
        name="embedding",
        parameters=spec.width * width,
        kept=Kept(values=float(width), flags=width * dropped),  # what all the filters read
        handed_on=width,
        elementwise=2.0 * width * (1 + dropped),
    )
    banks = [
        Block(
            name=f"filters of {size}",
            parameters=filters * width * size + filters,
            products=(Product(k=width * size, n=filters),),
            kept=Kept(values=2.0 * filters),  # what relu gives, and that without the padding
            handed_on=filters,
            elementwise=5.0 * filters,
        )
        for size in config.sizes
    ]
    joined = filters * len(config.sizes)
    head = Block(
        name="classifier",
        parameters=joined * outputs + outputs,
        products=(Product(k=joined, n=outputs),),
        kept=Kept(values=2.0 * joined, flags=joined * dropped),
        handed_on=outputs,
        positions=1,
    )
    return Architecture(name="cnn", blocks=(table, *banks, head), logits=outputs)


save = _weights.save


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode."""
    return _weights.fill(build(_weights.read_config(Config, directory), spec, outputs), directory)
