"""Which entries of which weights belong to one unit of a network: what can be cut off as a whole, by family.

A *group* is a set of units that are counted together (the neurons of one layer, the heads of one layer, the width of
all). An axis of a weight lists the groups that stand one after the other along it, so that a unit's entries are known
wherever they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from modelyard.core.errors import ArtifactError

# The groups that stand one after the other along an axis; none: it is never cut.
Axis = tuple[str, ...]
_HEADS, _NEURONS, _WIDTH = "heads", "neurons", "width"
# Of a module's path: what its outputs and its inputs are. H heads, I inner units, W width, - neither; a digit repeats.
_MODERN_BERT = (
    (r"model\.embeddings\.tok_embeddings", "-", "W"),
    (r"model\.embeddings\.norm|model\.final_norm|head\.norm", "W", ""),
    (r"model\.layers\.\d+\.attn\.Wqkv", "3H", "W"),
    (r"model\.layers\.\d+\.attn\.Wo", "W", "H"),
    (r"model\.layers\.\d+\.(attn_norm|mlp_norm)", "W", ""),
    (r"model\.layers\.\d+\.mlp\.Wi", "2I", "W"),
    (r"model\.layers\.\d+\.mlp\.Wo", "W", "I"),
    (r"head\.dense", "W", "W"),
    (r"classifier", "-", "W"),
)
_BERT = (
    (r"\w+\.embeddings\.(word|position|token_type)_embeddings", "-", "W"),
    (r"\w+\.embeddings\.LayerNorm", "W", ""),
    (r"\w+\.encoder\.layer\.\d+\.attention\.self\.(query|key|value)", "H", "W"),
    (r"\w+\.encoder\.layer\.\d+\.attention\.output\.dense", "W", "H"),
    (r"\w+\.encoder\.layer\.\d+\.(attention\.)?output\.LayerNorm", "W", ""),
    (r"\w+\.encoder\.layer\.\d+\.intermediate\.dense", "I", "W"),
    (r"\w+\.encoder\.layer\.\d+\.output\.dense", "W", "I"),
    (r"\w+\.pooler\.dense|classifier\.dense", "W", "W"),
    (r"classifier(\.out_proj)?", "-", "W"),
)
_DISTILBERT = (
    (r"distilbert\.embeddings\.(word|position)_embeddings", "-", "W"),
    (r"distilbert\.embeddings\.LayerNorm", "W", ""),
    (r"distilbert\.transformer\.layer\.\d+\.attention\.[qkv]_lin", "H", "W"),
    (r"distilbert\.transformer\.layer\.\d+\.attention\.out_lin", "W", "H"),
    (r"distilbert\.transformer\.layer\.\d+\.(sa|output)_layer_norm", "W", ""),
    (r"distilbert\.transformer\.layer\.\d+\.ffn\.lin1", "I", "W"),
    (r"distilbert\.transformer\.layer\.\d+\.ffn\.lin2", "W", "I"),
    (r"pre_classifier", "W", "W"),
    (r"classifier", "-", "W"),
)
_RULES = {
    "modernbert": _MODERN_BERT,
    **dict.fromkeys(("bert", "roberta", "xlm-roberta", "camembert"), _BERT),
    "distilbert": _DISTILBERT,
}
# What a definition calls layers, width, heads and inner units.
_NAMES = ("num_hidden_layers", "hidden_size", "num_attention_heads", "intermediate_size")
NAMES = {**dict.fromkeys(_RULES, _NAMES), "distilbert": ("n_layers", "dim", "n_heads", "hidden_dim")}
_LAYER = re.compile(r"\.layers?\.(\d+)\.")


@dataclass(frozen=True, slots=True)
class Group:
    """So many units, of so many entries each; `kind` says what they are."""

    kind: str
    units: int
    entries: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A network's groups, the axes of each of its weights, and the layer that a weight belongs to (where it is in one).

    `first` is the least number of the first layers that must stay.
    """

    groups: dict[str, Group]
    axes: dict[str, tuple[Axis, ...]]
    layers: dict[str, int] = field(default_factory=dict)
    first: int = 0

    @property
    def depth(self) -> int:
        """The number of layers that may be removed as a whole; 0 where none may."""
        return 1 + max(self.layers.values(), default=-1)

    def of_kind(self, kind: str) -> list[str]:
        """The names of the groups of a kind."""
        return [name for name, group in self.groups.items() if group.kind == kind]


def layout(family: str, config: Mapping[str, Any], shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    """Of a network by its config.json and the shapes of its weights.

    Raises: ArtifactError where this family or definition has no form with fewer units.
    """
    if family == "encoder":
        return _encoder(config, shapes)
    if family in _OWN:
        return _OWN[family](shapes)
    raise _unknown(family)


def _unknown(name: str) -> ArtifactError:
    known = ", ".join(("mlp", "cnn", "lstm", *_RULES))
    return ArtifactError(
        f"this network cannot be pruned (known: {known})",
        where="--to",
        got=name,
        remedy="Teach a smaller one instead: --to distill --model ...; or --to int8.",
    )


def _encoder(config: Mapping[str, Any], shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    kind = str(config.get("model_type"))
    if kind not in _RULES:
        raise _unknown(kind)
    _, width, heads, inner = (int(config[name]) for name in NAMES[kind])
    groups: dict[str, Group] = {_WIDTH: Group(_WIDTH, width)}
    axes: dict[str, tuple[Axis, ...]] = {}
    layers: dict[str, int] = {}
    for name, shape in shapes.items():
        layer = _LAYER.search(name)
        at = "" if layer is None else f" {layer[1]}"
        if layer is not None:
            layers[name] = int(layer[1])
            groups.setdefault(_HEADS + at, Group(_HEADS, heads, width // heads))
            groups.setdefault(_NEURONS + at, Group(_NEURONS, inner))
        found = next((rule[1:] for rule in _RULES[kind] if re.fullmatch(rule[0], name.rpartition(".")[0])), None)
        if found is None:
            raise _unknown(f"{kind} with {name}")
        names = {"H": _HEADS + at, "I": _NEURONS + at, "W": _WIDTH}
        codes = [code for code in found if code] if len(shape) > 1 else [found[0]]
        axes[name] = tuple((names[c[-1]],) * int(c[:-1] or 1) if c != "-" else () for c in codes)
    # ModernBERT's first layer has no normalisation before its attention: no other can stand in its place.
    return Layout(groups=groups, axes=axes, layers=layers, first=1)


def _perceptron(shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    numbers = sorted({int(name.split(".")[1]) for name in shapes})
    groups: dict[str, Group] = {}
    axes: dict[str, tuple[Axis, ...]] = {}
    before: Axis = ()
    for number in numbers:
        own: Axis = () if number == numbers[-1] else (f"units {number}",)
        if own:
            groups[own[0]] = Group("units", shapes[f"layers.{number}.weight"][0])
        axes[f"layers.{number}.weight"], axes[f"layers.{number}.bias"] = (own, before), (own,)
        before = own
    return Layout(groups=groups, axes=axes)


def _convolution(shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    groups = {"embedding": Group("embedding", shapes["embedding.weight"][1])}
    axes: dict[str, tuple[Axis, ...]] = {"embedding.weight": ((), ("embedding",))}
    banks = sorted((name for name in shapes if re.fullmatch(r"filters\.\d+\.weight", name)), key=_number)
    for name in banks:
        own = f"filters {_number(name)}"
        groups[own] = Group("units", shapes[name][0])
        axes[name], axes[f"filters.{_number(name)}.bias"] = ((own,), ("embedding",), ()), ((own,),)
    joined = tuple(f"filters {_number(name)}" for name in banks)
    axes["classifier.weight"], axes["classifier.bias"] = ((), joined), ((),)
    return Layout(groups=groups, axes=axes)


def _recurrent(shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    """Of an LSTM in one or both directions: the four gates of a unit stand apart along an axis."""
    groups = {"embedding": Group("embedding", shapes["embedding.weight"][1])}
    axes: dict[str, tuple[Axis, ...]] = {"embedding.weight": ((), ("embedding",))}
    before: Axis = ("embedding",)
    directions = [name for name in ("ahead", "back") if f"{name}.0.weight_hh_l0" in shapes]
    for number in range(sum(name.startswith("ahead.") and name.endswith("weight_hh_l0") for name in shapes)):
        for direction in directions:
            own, place = f"{direction} {number}", f"{direction}.{number}"
            groups[own] = Group("units", shapes[f"{place}.weight_hh_l0"][1])
            axes[f"{place}.weight_ih_l0"], axes[f"{place}.weight_hh_l0"] = ((own,) * 4, before), ((own,) * 4, (own,))
            axes[f"{place}.bias_ih_l0"] = axes[f"{place}.bias_hh_l0"] = ((own,) * 4,)
        before = tuple(f"{direction} {number}" for direction in directions)
    axes["classifier.weight"], axes["classifier.bias"] = ((), before), ((),)
    return Layout(groups=groups, axes=axes)


def _number(name: str) -> int:
    return int(name.split(".")[1])


_OWN = {"mlp": _perceptron, "cnn": _convolution, "lstm": _recurrent}
