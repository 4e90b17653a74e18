"""The network that a published row's sizes describe; see `published`."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from modelyard.core.architecture import Architecture, Block, Product
from modelyard.core.errors import DataError
from modelyard.models._layers import Experts, Layer, embedding, normalisation, output
from modelyard.models._low_rank import Adapter, adapted

Row = Mapping[str, Any]
DOCUMENT_WINDOW = 1024  # positions seen on average under document masks and sliding windows of unstated width
# DeepSeek-V2/V3's attention (arXiv:2412.19437, section 4.2): ranks of queries and keys, widths of a head's parts.
QUERY_RANK, KEY_RANK, HEAD_PLAIN, HEAD_TURNED = 1536, 512, 128, 64
WIDTH_A_LAYER = 120  # of a decoder of which only the parameters are known
EXPERTS_USED = 2  # a token, where a row does not say
DENSE_LAYERS = 3  # with which such a network begins


def architecture(model: Row) -> Architecture:
    """The decoder that a row's sizes describe; what they leave open (gate, ties, head width) by its parameter count."""
    name, params = str(model.get("name")), model.get("params")
    for size in ("layers", "hidden"):
        if not model.get(size):
            raise DataError(f"a row must have model.{size} to be asked", where=name, got=model.get(size))
    if not params:
        return _built(model, head=_plain_head(model), gated=_gated_by_width(model), tied=_tied(model), learned=0)
    heads = dict.fromkeys([_plain_head(model), 128, 64, 256])
    ties = [model["tied_embeddings"]] if model.get("tied_embeddings") is not None else [False, True]
    positions = int(model.get("seq_len") or 0)
    best: tuple[float, Architecture] | None = None
    for head, gated, tied, learned in itertools.product(heads, (False, True), ties, (0, positions)):
        found = _built(model, head=head, gated=gated, tied=bool(tied), learned=learned)
        off = abs(found.parameters / float(params) - 1) + 0.01 * (head != _plain_head(model))
        if best is None or off < best[0] - 1e-3:
            best = (off, found)
    if best is None:
        raise DataError("cannot be built from its sizes", where=name, got=params)
    return best[1]


def typical(model: Row) -> Row:
    """The sizes of a usual decoder of so many parameters, for a row that says no more: 12 L h^2 and h = 120 L."""
    width = 256 * max(1, round((float(model["params"]) * WIDTH_A_LAYER / 12) ** (1 / 3) / 256))
    sizes = {"layers": max(1, round(width / WIDTH_A_LAYER)), "hidden": width, "heads": width // 128, "ffn": 4 * width}
    return {**model, **sizes, "params": None}


def with_adapters(network: Architecture, rank: int = 8) -> Architecture:
    """The network frozen, with low-rank adapters beside every map of its layers."""
    blocks = [
        adapted(block, Adapter(rank=rank)) if block.recomputable else replace(block, trained=0)
        for block in network.blocks
    ]
    return replace(network, blocks=tuple(blocks))


def _built(model: Row, *, head: int, gated: bool, tied: bool, learned: int) -> Architecture:
    width, layers, heads = int(model["hidden"]), int(model["layers"]), int(model.get("heads") or _heads(model))
    vocabulary = int(model.get("vocab") or 50_304)
    inner = int(model.get("ffn") or 4 * width)
    count = model.get("experts")
    experts = None
    if count:
        shared = inner * int(model.get("shared_experts") or (1 if int(count) >= 256 else 0))
        experts = Experts(
            count=int(count), used=int(model.get("experts_per_token") or EXPERTS_USED), inner=inner, shared=shared
        )
    latent = bool(count) and not model.get("kv_heads")
    layer = Layer(
        width=width,
        heads=heads,
        kv_heads=int(model.get("kv_heads") or heads),
        head_width=HEAD_PLAIN + HEAD_TURNED if latent else head,
        inner=inner,
        up=("mlp.gate_proj", "mlp.up_proj") if gated else ("mlp.up_proj",),
        gated=gated or bool(experts),
        norm=1 if gated else 2,
        qkv_bias=not gated,
        out_bias=not gated,
        inner_bias=not gated,
        experts=experts,
        projections=_latent(width, heads) if latent else None,
        mixed=heads * HEAD_PLAIN if latent else None,
        latent=KEY_RANK + HEAD_TURNED if latent else None,
    )
    blocks = [
        embedding(vocabulary, width, others=learned * width),
        *_layers(layer, layers, model),
        normalisation(width),
        output(width, vocabulary, tied=tied),
    ]
    return Architecture(name=str(model.get("name")), blocks=tuple(blocks), logits=vocabulary)


def _layers(layer: Layer, layers: int, model: Row) -> list[Block]:
    said, positions = str(model.get("attention") or ""), int(model.get("seq_len") or 0)
    if "half-context" in said:
        near = layers * 3 // 4
        return [layer.block("layer", layers - near), layer.block("layer, window", near, window=positions // 2)]
    if "window" in said or "mask" in said:
        return [layer.block("layer", layers, window=min(DOCUMENT_WINDOW, positions or DOCUMENT_WINDOW))]
    if model.get("experts") and layer.latent:  # DeepSeek-V3 and its like begin with dense layers
        dense = replace(layer, experts=None, inner=int(model.get("dense_ffn") or 9 * layer.inner))
        return [dense.block("layer, dense", DENSE_LAYERS), layer.block("layer", layers - DENSE_LAYERS)]
    return [layer.block("layer", layers)]


def _latent(width: int, heads: int) -> tuple[Product, ...]:
    return (
        Product(k=width, n=QUERY_RANK),
        Product(k=QUERY_RANK, n=heads * (HEAD_PLAIN + HEAD_TURNED)),
        Product(k=width, n=KEY_RANK + HEAD_TURNED),
        Product(k=KEY_RANK, n=heads * 2 * HEAD_PLAIN),
    )


def _heads(model: Row) -> int:
    width = int(model["hidden"])
    return next((width // size for size in (128, 64, 96, 80, 100, 72) if width % size == 0), 1)


def _plain_head(model: Row) -> int:
    return int(model["hidden"]) // int(model.get("heads") or _heads(model))


def _gated_by_width(model: Row) -> bool:
    return bool(model.get("ffn")) and int(model["ffn"]) != 4 * int(model["hidden"])


def _tied(model: Row) -> bool:
    return bool(model.get("tied_embeddings"))
