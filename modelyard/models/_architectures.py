"""What a decoder or an encoder of a recipe computes and holds, without building it; no torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelyard.core.architecture import Architecture
from modelyard.core.checkpoint import read_definition
from modelyard.core.features import FeatureSpec
from modelyard.models import _unknown_definitions
from modelyard.models._known_definitions import CAUSAL, ENCODERS, causal, encoder, whole
from modelyard.models._layers import dense, normalisation, output
from modelyard.models._low_rank import Adapter

if TYPE_CHECKING:
    from modelyard.models import decoder as decoder_family
    from modelyard.models import encoder as encoder_family


def of_decoder(config: decoder_family.Config, spec: FeatureSpec, outputs: int = 0) -> Architecture:
    """Its loss is computed in chunks; with an adapter only that is trained. `outputs` is not used."""
    adapter = None
    if config.adapter is not None:
        adapter = Adapter(kind=config.adapter, rank=config.rank, targets=config.targets, dropout=config.adapter_dropout)
    definition = _of_sizes(config, spec) if config.from_ is None else read_definition(config.from_)
    if definition.get("model_type") in CAUSAL:
        return causal(definition, adapter=adapter, chunked_loss=True)
    return _unknown_definitions.causal(definition, adapter=adapter, chunked_loss=True)


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
