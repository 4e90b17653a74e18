"""What a decoder or an encoder of a recipe computes and holds, without building it; no torch."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any

from modelyard.core.architecture import Architecture, Block, Product
from modelyard.core.checkpoint import read_definition
from modelyard.core.features import FeatureSpec
from modelyard.models import _unknown_definitions
from modelyard.models._definitions import Definition, is_own, size
from modelyard.models._known_definitions import CAUSAL, ENCODERS, causal, encoder, whole
from modelyard.models._layers import dense, normalisation, output
from modelyard.models._low_rank import Adapter

BLOCK = 64  # weights of a scale of nf4 (models._quantised, which needs torch)

if TYPE_CHECKING:
    from modelyard.models import decoder as decoder_family
    from modelyard.models import encoder as encoder_family


def of_decoder(config: decoder_family.Config, spec: FeatureSpec, outputs: int = 0) -> Architecture:
    """Its loss is computed in chunks; with an adapter only that is trained. `outputs` is not used."""
    adapter = None
    if config.adapter is not None:
        adapter = Adapter(kind=config.adapter, rank=config.rank, targets=config.targets, dropout=config.adapter_dropout)
    definition = _of_sizes(config, spec) if config.from_ is None else read_definition(config.from_)
    of_kind = causal if definition.get("model_type") in CAUSAL else _unknown_definitions.causal
    found = of_kind(definition, adapter=adapter, chunked_loss=True)
    if config.base is not None:
        found = dataclasses.replace(found, blocks=tuple(_packed(block, config.base) for block in found.blocks))
    own = is_own(definition)
    return dataclasses.replace(found, recomputes=own, dealt=_dealt(config, definition) if own else 0)


def _dealt(config: decoder_family.Config, definition: Definition) -> int:
    """What tensor parallelism must divide (`training.layout`): heads, heads of keys, the gate's width."""
    if config.base is not None:
        return 0
    if config.dropout:
        return 1
    heads = size(definition, "num_attention_heads")
    return math.gcd(
        heads, size(definition, "num_key_value_heads", default=heads), size(definition, "intermediate_size")
    )


def _packed(block: Block, base: str) -> Block:
    """With its frozen linear maps as `models._quantised` keeps them; experts, which are none, stay float32."""
    frozen = [product for product in block.products if product.weights and product.frozen]
    if not block.recomputable or not frozen:
        return block
    bits = sum(product.count * _bits(product, base) for product in frozen)
    return dataclasses.replace(block, quantised_bits=bits / sum(p.k * p.n * p.count for p in frozen))


def _bits(product: Product, base: str) -> float:
    """Of a map's matrix with its float32 scales: a row's, or one of every BLOCK weights."""
    values = product.k * product.n
    if not product.name:
        return 32.0 * values
    if base == "int8":
        return 8.0 * values + 32.0 * product.n
    return (4.0 * BLOCK + 32.0) * -(-values // BLOCK)


def _of_sizes(config: decoder_family.Config, spec: FeatureSpec) -> dict[str, Any]:
    """What config.json of a decoder from scratch says."""
    sizes = config.sizes
    return {
        "model_type": "qwen3" if config.qk_norm else "llama",
        "vocab_size": spec.width,
        "hidden_size": sizes["width"],
        "num_hidden_layers": sizes["layers"],
        "num_attention_heads": sizes["heads"],
        "num_key_value_heads": sizes["kv_heads"],
        "head_dim": sizes["width"] // sizes["heads"],
        "intermediate_size": sizes["inner"],
        "tie_word_embeddings": config.tied is not False,
    }


def of_encoder(config: encoder_family.Config, spec: FeatureSpec, outputs: int) -> Architecture:
    """A classifier; where the features have a mask token, a model that fills it in, its loss computed in chunks."""
    definition = _of_encoder_sizes(config, spec) if config.from_ is None else read_definition(config.from_)
    if spec.mask_id is not None:
        blocks = encoder(definition, None).blocks
        width = blocks[-1].handed_on
        vectors = 2 if definition.get("norm_bias") else 1
        biased = bool(definition.get("classifier_bias"))
        first = dense(width, width, name="head", bias=biased, positions=None)
        vocabulary = int(definition["vocab_size"])
        # The matrix is the embedding's; the output has no offset.
        ends = (first, normalisation(width, vectors=vectors), output(width, vocabulary, tied=True))
        return whole("modernbert", (*blocks, *ends), vocabulary, adapter=None, chunked_loss=True)
    if definition.get("model_type") in ENCODERS:
        return encoder(definition, outputs)
    return _unknown_definitions.classifier(definition, outputs)


def _of_encoder_sizes(config: encoder_family.Config, spec: FeatureSpec) -> dict[str, Any]:
    sizes = config.sizes
    return {
        "model_type": "modernbert",
        "vocab_size": spec.width,
        "hidden_size": sizes["width"],
        "num_hidden_layers": sizes["layers"],
        "num_attention_heads": sizes["heads"],
        "intermediate_size": sizes["inner"],
        "layer_types": ["full_attention"] * sizes["layers"],
    }
