"""The architecture of any checkpoint of `transformers`, from its config.json alone: no weights are read."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from modelyard.core.architecture import Architecture
from modelyard.core.checkpoint import read_definition
from modelyard.core.errors import RecipeError
from modelyard.models import _known_definitions as known
from modelyard.models import _unknown_definitions as unknown
from modelyard.models._low_rank import Adapter, adapted


def is_known(definition: Mapping[str, Any]) -> bool:
    """Whether a formula is known of it; another is built on PyTorch's meta device, which takes seconds."""
    kind = definition.get("model_type")
    return kind in known.CAUSAL or kind in known.ENCODERS


def architecture(
    source: str | Mapping[str, Any],
    *,
    outputs: int | None = None,
    adapter: Adapter | None = None,
    quantised_bits: float | None = None,
    chunked_loss: bool = False,
) -> Architecture:
    """Of a folder, a run, `hf://owner/name` or config.json's object.

    A causal definition is a language model, T5 both of its sides, another its body; with `outputs` an encoder is a
    classifier. `adapter`: only that is trained, and `quantised_bits` are what a frozen weight of the layers takes.
    Raises: RecipeError for a definition that is unknown here and to transformers, or lacks a size, naming the field.
    """
    definition = dict(read_definition(source) if isinstance(source, str) else source)
    definition = _text_part(definition)
    kind = definition.get("model_type")
    if not isinstance(kind, str) or not kind:
        raise RecipeError(
            "config.json must name its definition",
            where="config.json: model_type",
            got=kind,
            remedy="Add what transformers calls it, such as llama.",
        )
    if kind in known.ENCODERS:
        if adapter is not None:
            raise RecipeError("an adapter is a causal language model's", where="model.adapter", got=kind)
        return known.encoder(definition, outputs)
    if kind in known.CAUSAL:
        found = known.causal(definition, adapter=None, chunked_loss=chunked_loss)
        return found if adapter is None else _adapted(found, adapter, quantised_bits)
    if outputs is not None:
        return unknown.classifier(definition, outputs)
    found = unknown.causal(definition, chunked_loss=chunked_loss)
    return found if adapter is None else _adapted(found, adapter, quantised_bits)


def _text_part(definition: dict[str, Any]) -> dict[str, Any]:
    """The language model of a definition that reads images too, where a formula is known of that part."""
    inner = definition.get("text_config")
    if isinstance(inner, dict) and inner.get("model_type") in known.CAUSAL:
        return inner
    return definition


def _adapted(found: Architecture, adapter: Adapter, bits: float | None) -> Architecture:
    blocks = []
    for block in found.blocks:
        if not block.recomputable:
            blocks.append(block if not any(product.name for product in block.products) else adapted(block, adapter))
            continue
        blocks.append(adapted(dataclasses.replace(block, quantised_bits=bits), adapter))
    return known.whole(found.name, blocks, found.logits, adapter=adapter, chunked_loss=found.chunked_loss)
