"""`mlp`: layers of linear maps over a table's columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from modelyard.core.architecture import Architecture, Block, Kept, Product
from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import DenseConfig, Fraction
from modelyard.core.registry import needing
from modelyard.models import _weights

if TYPE_CHECKING:
    from torch import nn

FEATURES: dict[str, FeatureKind] = {"table": "dense"}
LEARNING_RATE = 1e-3
BATCH_SIZE = 128


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, int) else value


class Config(DenseConfig):
    """The fields of `mlp`."""

    hidden: Annotated[tuple[Annotated[int, Field(gt=0, le=65_536)], ...], BeforeValidator(_as_tuple)] = Field(
        (256, 128), max_length=64, description="Units of each hidden layer; [] is a linear map."
    )
    activation: Literal["relu", "gelu", "silu", "tanh", "sigmoid"] = "relu"
    dropout: Fraction = 0.1
    init: float | None = Field(None, description="Every weight and bias starts here; drawn at random where empty.")


def build(config: Config, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The untrained module: forward(features [B, F]) -> [B, outputs]."""
    with needing("model: mlp"):
        from modelyard.models._networks import Perceptron
    return Perceptron(
        spec.width,
        config.hidden,
        outputs,
        activation=config.activation,
        dropout=config.dropout,
        init=config.init,
    )


def architecture(config: Config, spec: FeatureSpec, outputs: int) -> Architecture:
    """What the network computes and holds; a position is a row."""
    blocks = []
    width = spec.width
    for number, units in enumerate((*config.hidden, outputs)):
        last = number == len(config.hidden)
        # A map keeps its input; relu, tanh and sigmoid share their result with it, gelu and silu keep their own input.
        apart = not last and (config.activation in ("gelu", "silu") or bool(config.dropout))
        blocks.append(
            Block(
                name="output" if last else f"hidden {number + 1}",
                parameters=width * units + units,
                products=(Product(k=width, n=units),),
                kept=Kept(values=float(width + units * apart), flags=float(units * bool(config.dropout and not last))),
                handed_on=units,
                elementwise=0.0 if last else 2.0 * units * (2 if config.dropout else 1),
            )
        )
        width = units
    return Architecture(name="mlp", blocks=tuple(blocks), logits=outputs)


save = _weights.save


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode."""
    return _weights.fill(build(_weights.read_config(Config, directory), spec, outputs), directory)
