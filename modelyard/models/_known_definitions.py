"""Which definitions of `transformers` are known by formula, and the architecture of one from config.json; no torch."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from modelyard.core.architecture import Architecture, Block
from modelyard.core.errors import RecipeError
from modelyard.models._definitions import Definition, llama
from modelyard.models._definitions_encoders import bert, modernbert, t5, vit
from modelyard.models._definitions_experts import deepseek, mixtral, qwen_moe
from modelyard.models._definitions_gpt import bloom, falcon, gpt2, gpt_neox, mpt, opt
from modelyard.models._low_rank import Adapter, unmatched

CAUSAL: dict[str, Callable[[Definition, Adapter | None], list[Block]]] = {
    **dict.fromkeys(("llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "phi3"), llama),
    "gpt2": gpt2,
    "gpt_neox": gpt_neox,
    "opt": opt,
    "bloom": bloom,
    "falcon": falcon,
    "mpt": mpt,
    "mixtral": mixtral,
    "qwen2_moe": qwen_moe,
    "qwen3_moe": qwen_moe,
    "deepseek_v2": deepseek,
    "deepseek_v3": deepseek,
}
ENCODERS: dict[str, Callable[[Definition, int | None], list[Block]]] = {
    **dict.fromkeys(("bert", "roberta", "xlm-roberta", "camembert", "distilbert"), bert),
    "modernbert": modernbert,
    "vit": vit,
    "t5": t5,
}


def causal(definition: Definition, *, adapter: Adapter | None = None, chunked_loss: bool = False) -> Architecture:
    """A causal language model; with an adapter only that is trained.

    Raises: RecipeError for an adapter's target that names no map, and for fields that are missing.
    """
    kind = str(definition["model_type"])
    blocks = CAUSAL[kind](definition, adapter)
    return whole(kind, blocks, blocks[-1].handed_on, adapter=adapter, chunked_loss=chunked_loss)


def encoder(definition: Definition, outputs: int | None) -> Architecture:
    """An encoder with a classifier of so many outputs, or its body; T5 with both of its sides."""
    kind = str(definition["model_type"])
    blocks = ENCODERS[kind](definition, outputs)
    return Architecture(name=kind, blocks=tuple(blocks), logits=blocks[-1].handed_on if kind == "t5" else outputs or 0)


def whole(
    name: str, blocks: Sequence[Block], logits: int, *, adapter: Adapter | None, chunked_loss: bool
) -> Architecture:
    """The architecture; where there is an adapter, blocks without one are frozen. Raises: RecipeError."""
    if adapter is not None:
        lost = unmatched(adapter, blocks)
        if lost:
            known = sorted({product.name.rpartition(".")[2] for block in blocks for product in block.products} - {""})
            raise RecipeError(
                "model.targets must name linear maps of the model's layers",
                where="model.targets",
                got=lost,
                remedy=f"It has {', '.join(known)}.",
            )
        blocks = [block if block.trained is not None else _frozen(block) for block in blocks]
    return Architecture(name=name, blocks=tuple(blocks), logits=logits, chunked_loss=chunked_loss)


def _frozen(block: Block) -> Block:
    products = tuple(dataclasses.replace(product, frozen=True) for product in block.products)
    return dataclasses.replace(block, trained=0, products=products)
