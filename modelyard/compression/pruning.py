"""Cutting units off a network's weights, and choosing which: the least important, the same number in every layer.

The least important go by first-order Taylor scores (`compression.importance`), single weights by their size (Han et al.
2015, "Learning both weights and connections"). What remains is an ordinary model of its family with a smaller
configuration. The definitions of encoders derive a head's width from that of the whole (heads x entries = width), so
that fewer heads stand in a narrower network: as many of its channels go, the least important ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.compression.layout import NAMES, Layout, layout
from modelyard.core import durable
from modelyard.core.errors import ArtifactError

Weights = dict[str, NDArray[np.float32]]
# A score for each unit of a group; `layer N` is a group of one.
Scores = Mapping[str, NDArray[np.float64]]
# What a kind of pruning removes of a family's groups: encoders tell heads from neurons, the others have units.
_REMOVES = {
    "prune": ("heads", "neurons", "units", "embedding"),
    "heads": ("heads",),
    "neurons": ("neurons", "units"),
}
# From so many units on, what stays is a multiple: processors multiply in such steps.
_STEP = 8
# Weights that are set to zero: matrices of this many entries at least; biases and normalisations stay.
_LEAST_ENTRIES = 64


def read(directory: Path, family: str) -> tuple[dict[str, Any], Weights, Layout]:
    """The configuration, the weights and the layout of a network.

    Raises: ArtifactError where it cannot be pruned.
    """
    from safetensors.numpy import load_file

    config = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    weights = load_file(directory / "model.safetensors")
    return config, weights, layout(family, config, {name: array.shape for name, array in weights.items()})


def check(found: Layout, shares: Mapping[str, float], family: str) -> None:
    """Raises: ArtifactError where a kind of pruning removes nothing of this network."""
    for kind, share in shares.items():
        if kind == "sparse":
            continue
        if kind == "layers":
            if found.depth - found.first < 1 or _staying(found.depth, share) == found.depth:
                raise _nothing(kind, share, f"{family} of {max(1, found.depth)} layers")
            continue
        groups = [group for group in found.groups.values() if group.kind in _REMOVES[kind]]
        if not any(_staying(group.units, share) < group.units for group in groups):
            units = ", ".join(sorted({f"{group.units} {group.kind}" for group in found.groups.values()}))
            raise _nothing(kind, share, f"{family} of {units}")


def _nothing(kind: str, share: float, what: str) -> ArtifactError:
    return ArtifactError(
        f"{kind}={share:g} removes nothing of this network",
        where="--to",
        got=what,
        remedy="Remove a larger share, or another part: prune, heads, neurons, layers.",
    )


def prune(source: Path, target: Path, family: str, shares: Mapping[str, float], scores: Scores) -> None:
    """Write the network in `source` with these shares removed to `target`: config.json and model.safetensors.

    Raises: ArtifactError where nothing can be removed.
    """
    from safetensors.numpy import save_file

    config, weights, found = read(source, family)
    check(found, shares, family)
    stay = _chosen(found, shares, scores)
    layers = _layers(found, shares.get("layers", 0.0), scores)
    small = {}
    for name, array in weights.items():
        if name in found.layers and found.layers[name] not in layers:
            continue
        for place, axis in enumerate(found.axes[name]):
            if any(group in stay for group in axis):
                array = np.take(array, _indices(found, axis, stay), axis=place)
        small[_renumbered(name, found, layers)] = np.ascontiguousarray(array)
    _shrink(config, family, found, stay, layers)
    durable.write_json(target / "config.json", config)
    save_file(small, target / "model.safetensors", metadata={"format": "pt"})


def masks(directory: Path, share: float) -> dict[str, NDArray[np.bool_]]:
    """Of each matrix of a network, which entries stay where `share` of the smallest are set to zero."""
    from safetensors.numpy import load_file

    found = {}
    for name, array in load_file(directory / "model.safetensors").items():
        if array.ndim < 2 or array.size < _LEAST_ENTRIES:
            continue
        sizes = np.abs(array)
        gone = min(array.size - 1, round(share * array.size))
        # The order is total: of equal entries the first go.
        order = np.argsort(sizes, axis=None, kind="stable")[:gone]
        stays = np.ones(array.size, dtype=bool)
        stays[order] = False
        found[name] = stays.reshape(array.shape)
    return found


def _staying(units: int, share: float) -> int:
    """How many of so many units stay, at least one."""
    left = units * (1 - share)
    if units >= 2 * _STEP:
        return max(_STEP, _STEP * round(left / _STEP))
    return max(1, round(left))


def _chosen(found: Layout, shares: Mapping[str, float], scores: Scores) -> dict[str, NDArray[np.int64]]:
    """The units that stay of every group that loses some, in their order."""
    counts: dict[str, int] = {}
    for kind, share in shares.items():
        for name, group in found.groups.items():
            if group.kind in _REMOVES.get(kind, ()):
                counts[name] = _staying(group.units, share)
    heads = [(counts[name], found.groups[name]) for name in found.of_kind("heads") if name in counts]
    if heads:
        counts["width"] = heads[0][0] * heads[0][1].entries
    return {
        name: np.sort(np.argsort(-scores[name], kind="stable")[:count])
        for name, count in counts.items()
        if count < found.groups[name].units
    }


def _layers(found: Layout, share: float, scores: Scores) -> list[int]:
    """The layers that stay, in their order."""
    every = list(range(found.depth))
    if not share:
        return every
    rest = sorted(every[found.first :], key=lambda layer: -float(scores[f"layer {layer}"][0]))
    return sorted([*every[: found.first], *rest[: max(0, _staying(found.depth, share) - found.first)]])


def _indices(found: Layout, axis: tuple[str, ...], stay: Mapping[str, NDArray[np.int64]]) -> NDArray[np.int64]:
    """Which entries of an axis stay."""
    parts, start = [], 0
    for name in axis:
        group = found.groups[name]
        units = stay.get(name, np.arange(group.units))
        parts.append(start + (units[:, None] * group.entries + np.arange(group.entries)).reshape(-1))
        start += group.units * group.entries
    return np.concatenate(parts)


def _renumbered(name: str, found: Layout, layers: list[int]) -> str:
    if name not in found.layers:
        return name
    parts = name.split(".")
    place = next(i for i, part in enumerate(parts) if part in ("layer", "layers")) + 1
    parts[place] = str(layers.index(found.layers[name]))
    return ".".join(parts)


def _shrink(
    config: dict[str, Any], family: str, found: Layout, stay: Mapping[str, NDArray[np.int64]], layers: list[int]
) -> None:
    """Put the new sizes into the configuration."""

    def left(kind: str) -> list[int]:
        return [len(stay.get(name, range(found.groups[name].units))) for name in found.of_kind(kind)]

    if family == "encoder":
        names = NAMES[str(config["model_type"])]
        sizes = (len(layers), left("width")[0], left("heads")[0], left("neurons")[0])
        config.update(zip(names, sizes, strict=True))
        if isinstance(config.get("layer_types"), list):
            config["layer_types"] = [config["layer_types"][layer] for layer in layers]
        return
    if family == "mlp":
        config["hidden"] = left("units")
        return
    config["filters" if family == "cnn" else "units"] = left("units")[0]
    config["embedding"] = left("embedding")[0]
