"""What must hold between the sizes of a transformer, and of one that is read from a checkpoint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def refuse_given(config: Any, names: Sequence[str]) -> None:
    """Raises: ValueError where `config` names one of these, which a checkpoint has decided."""
    given = next((name for name in names if getattr(config, name) is not None), None)
    if given is not None:
        raise ValueError(f"{given} cannot be changed in a checkpoint; remove it, or remove from")


def require_even_heads(sizes: Mapping[str, int]) -> None:
    """Raises: ValueError where `width` cannot be dealt to `heads` in pairs: positions turn two numbers at a time."""
    pairs = 2 * sizes["heads"]
    if sizes["width"] % pairs:
        raise ValueError(
            f"width must be an even multiple of heads: {sizes['width']} is not one of {sizes['heads']}; "
            f"try width {pairs * max(1, round(sizes['width'] / pairs))}"
        )
