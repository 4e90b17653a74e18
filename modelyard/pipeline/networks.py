"""The architecture that a family states of a configuration, and smaller ones with the overrides that ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from modelyard.core.features import FeatureSpec


def architecture_of(module: ModuleType, config: Any, spec: FeatureSpec, outputs: int) -> Any:
    """The family's own statement of what it computes; None where it makes none."""
    state = getattr(module, "architecture", None)
    return None if state is None else state(config, spec, outputs)


def alternatives(module: ModuleType, config: Any, spec: FeatureSpec, outputs: int) -> Iterator[tuple[str, Any]]:
    """Smaller networks of the family, with the overrides that ask for them: adapters, then fewer layers."""
    fields, source = type(config).model_fields, getattr(config, "from_", None)
    if source and "adapter" in fields and not getattr(config, "adapter", None):
        for changes in ({"adapter": "lora"}, {"adapter": "lora", "base": "nf4"}):
            if set(changes) <= set(fields):
                text = " ".join(f"model.{name}={value}" for name, value in changes.items())
                yield text, architecture_of(module, config.model_copy(update=changes), spec, outputs)
    sizes = getattr(config, "sizes", None)
    if not source and isinstance(sizes, dict) and sizes.get("layers", 1) > 1:
        for part in (2, 4, 8):
            layers = max(1, sizes["layers"] // part)
            changed = config.model_copy(update={"layers": layers})
            yield f"model.layers={layers}", architecture_of(module, changed, spec, outputs)
